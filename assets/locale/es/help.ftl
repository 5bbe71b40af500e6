### La ayuda de la línea de órdenes: myomap --help, myomap list --help. Sin punto final.

help-usage = Uso
help-commands = Órdenes
help-arguments = Argumentos
help-options = Opciones
help-default = [si no se indica: { $value }]
help-one-of = [a elegir: { $values }]

# Marcadores: lo que está en el lugar de un valor.
help-value-command = ORDEN
help-value-options = OPCIONES
help-value-dir = CARPETA
help-value-file = ARCHIVO
help-value-file-png = ARCHIVO.png
help-value-file-ron = ARCHIVO.ron
help-value-format = FORMATO
help-value-id = ID
help-value-ids = ID,…
help-value-kind = CLASE
help-value-link = ENLACE
help-value-mesh = MALLA
help-value-mm = MM
help-value-n = N
help-value-places = LUGARES
help-value-region = REGIÓN
help-value-share = PARTE
help-value-side = LADO
help-value-structure = ESTRUCTURA
help-value-tag = ETIQUETA
help-value-way = MODO
help-value-words = PALABRAS
help-value-wxh = ANCHOxALTO

help-myomap = Un mapa del cuerpo, interactivo y abierto, de los músculos, los puntos gatillo y el dolor que refieren
help-link = Un enlace para abrir, p. ej. '#point=TRA-1.left'
help-data = Pone los archivos de datos de una carpeta sobre los datos incluidos
help-help = Muestra esta ayuda
help-help-command = Muestra esta ayuda o la de una orden
help-version = Muestra la versión
help-lang = Idioma, p. ej. es. Sin esta opción lo que se imprime está en inglés, sea cual sea el idioma del sistema, para que los scripts impriman lo mismo en todas partes; la ayuda y los errores están entonces en el idioma del sistema. Lo que los datos no tienen traducido queda en inglés

help-check = Comprueba archivos de datos: cada fallo con su lugar y lo que hay que hacer
help-check-dir = Una carpeta de datos. La que tiene referencias anatómicas, regiones y fuentes se comprueba por sí sola; otra, como añadido a los datos incluidos; sin carpeta se comprueban los datos incluidos
help-check-review = Enumera las afirmaciones que debería mirar una persona experta y los nombres que le faltan a un idioma
help-check-json = Imprime los fallos, o las afirmaciones por revisar, como JSON

help-list = Enumera lo que hay
help-list-kind = Qué enumerar:
help-list-muscles = los músculos, con sus códigos
help-list-points = los puntos gatillo, con sus músculos
help-list-regions = los lugares que pueden doler
help-list-bones = huesos, cartílagos, discos, dientes, ligamentos y fascias
help-list-stretches = estiramientos y ejercicios
help-list-methods = tratamientos con presión y calor
help-list-sources = en qué se apoyan las afirmaciones
help-list-landmarks = lugares del cuerpo de los que dependen las formas y los puntos
help-list-structures = todas las superficies del cuerpo, lado por lado
help-list-red-flags = señales de alarma
help-list-contraindications = estados de salud y lo que no permiten
help-list-no-go-areas = dónde no va ninguna herramienta
help-list-emergency-numbers = a quién llamar en una emergencia, por país
help-list-rules = reglas que valen para todo tratamiento con presión
help-list-programmes = tratamientos y estiramientos en un orden
help-list-plans = cada cuánto y cuánto tiempo, en semanas y meses
help-list-assessment = qué preguntar y mirar antes de un tratamiento
help-list-range-of-motion = hasta dónde llegan los movimientos
help-list-techniques = lo que hacen los terapeutas
help-list-library = capítulos y secciones de la biblioteca
help-list-texts = todos los textos de los datos con su dirección; con --lang y --json, también su traducción
help-list-json = Imprime una lista de objetos como JSON

help-show = Muestra todo sobre una cosa, como texto
help-show-id = Nombre o id de un punto, músculo, porción, hueso, región, estiramiento, método, fuente o referencia anatómica, con su lado o sin él; el código de un músculo; id de una sección o un capítulo de la biblioteca, una señal de alarma, una contraindicación, una zona prohibida, un programa, un plan, un elemento de la valoración, una prueba de amplitud de movimiento o una técnica, también con su clase, como en contraindication:pregnancy; o un enlace
help-show-json = Imprime una lista de un solo objeto como JSON: su fila, lo que dice el archivo de datos (card) y lo que se dice de ello en bloques (document)

help-search = Busca cosas por cualquiera de sus nombres, por síntomas o por lo que se sabe de ellas
help-search-words = Lo que se busca, en cualquier orden; con izquierda o derecha para un lado
help-search-json = Imprime una lista de objetos como JSON, el mejor primero: clase, id, nombre, enlace y por qué palabras

help-locate = Ordena los puntos gatillo que podrían enviar dolor a unas regiones
help-locate-regions = Regiones que duelen, por id, nombre u otro nombre (véase `myomap list regions`), o una parte entera del cuerpo, p. ej. cuello; con .left o .right si es un solo lado de varios
help-locate-paint = Un dolor pintado en lugar de regiones: un archivo con lo que dio «Copiar lo pintado» en la ventana
help-locate-side = El lado que duele; sin esta opción, un lado que no se dice
help-locate-json = Imprime un objeto como JSON: las señales de alarma en las que pensar primero y los puntos, el mejor primero
help-locate-top = Cuántos puntos imprimir como máximo

help-render = Dibuja una vista en una imagen, sin ventana
help-render-link = La vista, p. ej. '#point=TRA-1.left&view=back'
help-render-output = El archivo que se escribe
help-render-size = Anchura y altura en píxeles
help-render-panels = Con los paneles de la ventana

help-export = Escribe las superficies del cuerpo para otros programas: OBJ o glTF
help-export-format = Formato del archivo:
help-export-obj = Wavefront OBJ, un archivo por estructura, en milímetros
help-export-gltf = glTF binario (myomap.glb), un solo archivo, en metros
help-export-side = Qué lado; las estructuras de la línea media son de todos los lados
help-export-structures = Solo estas, separadas por comas: estructuras, músculos, con lado o sin él, o skin
help-export-out = Carpeta en la que se escribe; se crea si no existe

help-records = Guarda bien lo que has registrado: dónde está, una copia de seguridad, recuperarla
help-records-dir = La carpeta de los registros, en lugar de la habitual
help-records-path = Imprime la carpeta de los registros
help-records-export = Escribe una copia de seguridad de todos los registros
help-records-export-file = El archivo que se escribe; sin él se imprime la copia
help-records-import = Recupera una copia de seguridad: se añade lo que falta y no se pierde nada
help-records-import-file = La copia de seguridad; - para la entrada estándar
help-records-import-json = Imprime lo que se hizo como JSON
help-records-check = Busca líneas dañadas
help-records-check-json = Imprime lo que se encontró como JSON

help-fit = Mide redes de anillos en una malla de referencia o compara formas con una
help-fit-mesh = La malla de referencia: un archivo OBJ en milímetros y en los ejes del cuerpo (x hacia la izquierda de la persona, y hacia arriba, z hacia delante, el origen entre las plantas de los pies); o la carpeta que las tiene todas (fma13323_levator_scapulae.obj), donde las de una estructura se encuentran por los números FMA de su forma
help-fit-structure = Id de una estructura: la porción de un músculo (levator_scapulae), un hueso (vertebra.t7) o skin
help-fit-from = Línea de origen de un músculo: ids de referencias anatómicas o x:y:z en milímetros, separados por comas; si no, la del archivo de su músculo
help-fit-to = Línea de inserción, escrita como el origen
help-fit-rings = Anillos de la red más larga, de 3 a 64
help-fit-around = Puntos del anillo más ancho, de 8 a 128
help-fit-single = Sigue solo el anillo más grande de cada nivel: una sola red
help-fit-coordinate = Cómo se extiende la coordenada de las fibras sobre la malla; sin esta opción se prueban todos los modos y queda el que más se acerca:
help-fit-coordinate-plain = por las distancias a las líneas de inserción tal como están, para músculos de extremos pequeños
help-fit-coordinate-laid = por las distancias a las líneas llevadas a los puntos más cercanos de la malla
help-fit-coordinate-harmonic = armónica entre las líneas llevadas a la malla, para láminas anchas
help-fit-least-branch = Las ramas más cortas que esto, en milímetros, son ruido
help-fit-source = Id de la fuente de la que es la malla (myomap list sources): su nombre se escribe sobre la forma. Puede faltar cuando la malla es aquella en la que se midió la forma de los datos
help-fit-recipes = Toma las recetas de los huesos y de la piel de esta carpeta en lugar de las incluidas
help-fit-out = Escribe la forma en este archivo en lugar de imprimirla
help-fit-build = Construye la estructura a partir de un plano: MALLA es entonces el plano, un archivo de recipes/sheets/ o recipes/slips/
help-fit-seat = Mueve lo que atraviesa la piel o lo que lo cubre (recipes/order.ron), o entra en los huesos: MALLA es entonces la carpeta para las formas que hubo que mover; todas las estructuras o la que se indique
help-fit-ends = Con --seat: parte de la longitud de una red, en ambos extremos, que puede estar dentro del hueso
help-fit-check = Compara la forma de la estructura con la malla: media y percentil 95 de la distancia. Falla si supera sus límites y si no se midió nada
help-fit-check-all = Lo mismo para cada forma que se midió en una malla de esta carpeta
help-fit-markdown = Con --check-all: la tabla para un documento
