card-close = Cerrar la ficha (Esc)
card-fill-view = Encuadrar (F)
card-unknown = Los datos cargados no describen esto. Búscalo por su nombre o comprueba la carpeta de datos con «myomap check».
card-search = Buscar
card-in-the-library = En la biblioteca
card-never-here = Nunca presiones aquí
# The places, with commas between them.
card-never-list = { $places }.
card-never-why = Por qué no, y más lugares

side-left = Lado izquierdo
side-right = Lado derecho
side-midline = Línea media
# What an item is called with its side.
named-left = { $name }, lado izquierdo
named-right = { $name }, lado derecho

## A trigger point

point-sends-pain = Adónde envía el dolor
point-essential = Esencial: lo siente la mayoría
point-spillover = De desbordamiento: lo sienten algunos
point-zone-none = No se describe ninguna.
point-picture-front = El patrón visto por delante
point-picture-back = El patrón visto por detrás
point-picture-left = El patrón visto desde la izquierda
point-picture-right = El patrón visto desde la derecha
point-find = Cómo encontrarlo
point-treat = Cómo tratarlo
point-stretch-afterwards = Después, estira
point-number-why = Nuestro propio número y, si la hay, la etiqueta de los manuales antiguos.
point-area = Área
point-area-why = Sin un lugar exacto: toda el área dibujada.
point-feels-like = Cómo se siente
point-keeps-going = Qué lo mantiene
point-look-alikes = Con qué puede confundirse
point-evidence = Pruebas científicas
point-related = Puntos relacionados
# The muscle's name begins with a small letter.
point-others = Otros en: { $muscle }

# What the chips say, and why.
confidence-of-pattern = Qué seguridad tiene este patrón: { $why }
confidence-confirmed = Coincide con textos leídos
confidence-confirmed-why = Un texto leído al reunir estos datos dice lo mismo. Es una coincidencia, no una comprobación independiente.
confidence-partly = Coincide en parte
confidence-partly-why = Un texto leído dice una parte de esto. El resto es de memoria o es una elección prudente nuestra.
confidence-recalled = De memoria de los manuales
confidence-recalled-why = Escrito de memoria a partir de los manuales de puntos gatillo y no hallado después en ningún texto. Debería revisarlo un experto.
confidence-textbook = Anatomía de los libros de texto
confidence-textbook-why = Anatomía habitual de los libros de texto.
confidence-convention = Nuestra elección prudente
confidence-convention-why = Una convención o una elección prudente nuestra. Ningún estudio lo decide.
evidence-manuals = Solo manuales
evidence-manuals-why = Pruebas: se apoya en los manuales y en la experiencia de quienes tratan.
evidence-counted = Puntos contados
evidence-counted-why = Pruebas: además de los manuales, hay estudios que han contado estos puntos en pacientes.
evidence-tested = Patrón probado
evidence-tested-why = Pruebas: además de los manuales, un experimento o un estudio controlado trata del patrón.

## A muscle

muscle = Músculo
muscle-whole = Músculo entero
muscle-points = Puntos gatillo
muscle-points-elsewhere = En las otras partes
muscle-points-none-here = Ninguno en esta parte. En las otras:
muscle-stretch = Cómo estirarlo
muscle-related = Músculos relacionados
anatomy = Anatomía
anatomy-origin = Origen
anatomy-insertion = Inserción
anatomy-action = Acción
anatomy-nerve = Nervio
names = Nombres
names-latin = Latín
names-terminology = Terminología
names-cross-reference = visto solo en una referencia cruzada
names-also = También llamado

## A bone, the skin, a region

bone = Hueso
cartilage = Cartílago
teeth = Dientes
ligament = Ligamento
fascia = Fascia
skin = Piel
skin-says = El dolor se siente aquí, a menudo lejos del punto que lo envía. Quita capas con el control de abajo o busca el lugar que duele.
region = Región
region-essential = Puntos que envían dolor aquí
region-spillover = Algunas personas lo sienten aquí desde
region-part-of-essential = Parte de la zona esencial
region-part-of-spillover = Parte de la zona de desbordamiento
region-none = Ninguno de los puntos descritos aquí.
region-not-a-diagnosis = El dolor tiene muchas causas. Un punto de esta lista es un lugar donde mirar, no un diagnóstico.

## Treatment

caution = Precaución
cautions = Precauciones
method-need = Necesitas
method-without = Si no lo tienes
method-position = Posición
method-discomfort =
    { $most ->
        [0] Sin molestia
       *[other] Molestia de { $most } sobre 10 como máximo
    }
stop-if = Cuándo parar
self-treatment = Autotratamiento
how-to-do-it = Cómo hacerlo
stretch-muscles = Para estos músculos
method-points = Puntos que se tratan así
points-count =
    { $count ->
        [one] 1 punto
       *[other] { $count } puntos
    }
# Doses: $span is a number or, from and to, e.g. 30–60.
dose-seconds = { $span } s
dose-minutes = { $span } min
dose-once = una vez
dose-times = { $span } veces
dose-once-a-day = una vez al día
dose-times-a-day = { $span } veces al día

## Sources

sources = Fuentes
sources-count =
    { $count ->
        [one] 1 fuente
       *[other] { $count } fuentes
    }
source-number = Fuente { $number }
# A run of numbers, e.g. 2–5.
sources-numbers = Fuentes { $numbers }
source-missing = { $id }: no está en la lista de fuentes
source-manual = Manual o libro de texto
source-study = Estudio o revisión
source-guideline = Guía clínica
source-page = Página profesional o docente
source-terminology = Terminología
source-own = Elección o medición nuestra
source-address = Dónde encontrarla

## Adonde solo lleva la línea de comandos

# Names of regions, with commas between them.
card-asked-with-pain-in = Se pregunta con dolor en
# Other things with the same id, each with its kind before it.
card-same-id = También con este identificador
# Millimetres in the frame of the body.
landmark-at = { $left } mm a la izquierda, { $up } mm hacia arriba, { $forward } mm hacia delante
