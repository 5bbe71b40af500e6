## La página alrededor de la imagen, en el navegador: su lista, para lectores de pantalla y el teclado

page-list = Vista de lista
page-close = Cerrar
page-about = Todo lo que muestra la imagen, como lista. Lo que elijas aquí queda seleccionado en la imagen, y su ficha está debajo de la lista.
page-find = Buscar en la lista
page-side = Lado
page-side-left = Izquierdo
page-side-right = Derecho
page-entries = Músculos, puntos y regiones
page-muscles = Músculos y sus puntos gatillo
page-regions = Regiones
page-card = Ficha
# Está sobre una ficha cuando el idioma no es el inglés.
page-card-language = Parte de las explicaciones está en inglés.
page-body = Cuerpo
page-picture = Imagen interactiva del cuerpo
page-picture-help = Todo lo que hay en la imagen está también en la vista de lista, el botón anterior. Para salir de la imagen con el teclado, pulsa Escape y luego Tabulador.
page-muscle =
    { $name } ({ $count ->
        [one] 1 punto
       *[other] { $count } puntos
    })
page-whole-muscle = { $name }, el músculo
page-left =
    { $count ->
        [one] Queda 1 entrada en la lista
       *[other] Quedan { $count } entradas en la lista
    }
page-selected = Seleccionado: { $name }. Su ficha está al final de la vista de lista.
page-nothing-selected = No hay nada seleccionado.
page-newer = Hay una versión más nueva de myomap.
page-use-newer = Usarla ahora
