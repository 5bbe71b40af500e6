# Under the small picture that shows the other side.
inset-front = Delante
inset-back = Detrás
inset-left = Izquierda
inset-right = Derecha
loading-body = Construyendo el cuerpo…
loading-body-failed = No se pudo construir el cuerpo; inicia myomap desde una terminal para ver por qué.

# What is said of the disc under the pointer, below its code.
marker-area = Una zona, no un punto exacto: el anillo discontinuo
marker-deep = Está debajo de otro tejido
marker-moved = Junto a su sitio, por espacio: mira el punto

# Only the points of one muscle are marked: said over the body, where a click leads back to all, and in menus.
points-only-of = Solo los puntos gatillo de { $name }
points-of-this = Solo sus puntos gatillo
points-of-all = Puntos gatillo de todos los músculos

# Lo que queda a la izquierda y a la derecha de la imagen del cuerpo, y desde dónde se ve.
edge-left = Izquierda
edge-right = Derecha
edge-front = Delante
edge-back = Detrás
# $from y $and son left, right, front, behind, above o below; $and es nowhere si la vista es recta.
seen-from =
    Visto { $from ->
        [left] desde la izquierda
        [right] desde la derecha
        [front] por delante
        [behind] por detrás
        [above] desde arriba
       *[below] desde abajo
    }{ $and ->
        [left] {" "}y desde la izquierda
        [right] {" "}y desde la derecha
        [front] {" "}y por delante
        [behind] {" "}y por detrás
        [above] {" "}y desde arriba
        [below] {" "}y desde abajo
       *[nowhere] {""}
    }
