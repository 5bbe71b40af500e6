# What the language calls itself.
language-own-name = Español

## Notices

notice-word-info = Nota
notice-word-warning = Aviso
notice-word-error = Error
notice-dismiss = Cerrar el aviso

notice-no-structure = No hay ninguna estructura { $id }. Búscala por su nombre.
notice-no-point = No hay ningún punto gatillo { $id }. Búscalo por su nombre.
notice-no-region = No hay ninguna región { $id }. Búscala por su nombre.
notice-no-stretch = No hay ningún estiramiento { $id }. Búscalo por su nombre.
notice-no-method = No hay ningún método { $id }. Búscalo por su nombre.
notice-no-programme = No hay ningún programa { $id }. Búscalo por su nombre.
notice-no-section = La biblioteca no tiene ninguna sección { $id }. Búscala por su nombre.
notice-skin-without-region = Ningún punto de este mapa envía dolor ahí. Si el dolor ahí dura más de dos semanas, que lo vea un médico.
notice-no-language = No hay traducción para «{ $tag }».

notice-link-too-long = No se pudo abrir el enlace: es demasiado largo.
# $what is pains or structures.
notice-link-too-many =
    No se pudo abrir el enlace: nombra más de { $most } { $what ->
        [pains] dolores
       *[structures] estructuras para ocultar, ver en transparencia o aislar
    }.
notice-link-copied = Se ha copiado el enlace a esta vista.
notice-painting-copied = Se ha copiado como texto lo que has pintado.
# $what is painting or structures.
notice-link-not-copied =
    No se copió ningún enlace: esta vista no cabe en uno. { $what ->
        [painting] «Copiar lo pintado» lo pone en el portapapeles como texto, que no tiene límite.
       *[structures] Vuelve a mostrar algunas de las estructuras ocultas y copia el enlace después.
    }
notice-link-no-value = No se pudo abrir el enlace: a «{ $piece }» le falta el valor. Escribe clave=valor, p. ej. #point=TRA-1.left.
# $why says which; $detail is the id, the words or the example that it repeats.
notice-link-value =
    No se pudo abrir el enlace: no se entiende { $key }={ $value } ({ $why ->
        [depth] es un número de 0 (piel) a 6 (esqueleto)
        [word] es una de estas: { $detail }
        [pose] son seis números, giro,altura,x,y,z,ancho, p. ej. { $detail }
        [angles] el giro va de -360 a 360 grados y la altura de -90 a 90
        [place] el lugar está como máximo a 5000 mm y el ancho va de 1 a 20000 mm
        [id] «{ $detail }» no es un identificador: usa letras, cifras, «.», «_» y «-», 120 caracteres como máximo
        [no-side] a «{ $detail }» le falta el lado: añade .left o .right
        [not-text] lo que lleva codificado no es texto
        [too-many-regions] nombra más de 400 regiones
        [strength] la intensidad es un número de 1 a 3
        [newer] se pintó con una versión más nueva de myomap
       *[damaged] sus trazos están dañados
    }).
# $what is painting or structures.
notice-address-incomplete =
    { $what ->
        [painting] Lo pintado no cabe en la dirección de la página: al recargarla o abrir un marcador, la vista aparece sin ello. «Copiar lo pintado» lo pone en el portapapeles como texto, que no tiene límite.
       *[structures] Hay más estructuras ocultas de las que caben en la dirección de la página: al recargarla o abrir un marcador, la vista aparece con todas.
    }
notice-painting-other-body = Los trazos de este enlace se pintaron sobre otra versión del cuerpo y se han omitido. Las regiones elegidas por su nombre se conservan.
# $what says which.
notice-link-twice =
    No se pudo abrir el enlace: nombra { $what ->
        [selection] lo que se selecciona
        [depth] la profundidad
        [side] el lado
        [view] la vista
        [camera] la cámara
        [theme] el tema
        [mode] el modo
        [labels] los nombres
       *[markers] los puntos gatillo
    } dos veces.

notice-faults =
    { $count ->
        [one] Hay 1 error
       *[other] Hay { $count } errores
    } en los datos. Se muestra lo que está bien. El primero (en inglés): { $file }, línea { $line }: { $what }. Ejecuta «myomap check» para verlos todos.

notice-unbuilt =
    { $count ->
        [one] No se pudo construir una parte del cuerpo
       *[other] No se pudieron construir { $count } partes del cuerpo
    }; el resto se muestra. La primera (en inglés): { $what }. Ejecuta «myomap check» para ver dónde.

# $why is newer, not-text, not-a-file, or else $detail says it.
notice-preferences-kept =
    No se pudieron leer las preferencias ({ $why ->
        [newer] las escribió un myomap más reciente
        [not-text] el archivo no es texto
        [not-a-file] no es un archivo normal
       *[other] { $detail }
    }). Se guardan como { $file }; se usan los valores iniciales.
notice-preferences-unread =
    No se pudieron leer las preferencias de { $file } ({ $why ->
        [newer] las escribió un myomap más reciente
        [not-text] el archivo no es texto
        [not-a-file] no es un archivo normal
       *[other] { $detail }
    }) y se dejan como están. Tus ajustes valen hasta que cierres myomap y no se guardan; para volver a guardarlos, mueve o cambia de nombre { $file } e inicia de nuevo.
notice-preferences-unsaved = No se pudieron guardar los ajustes en { $file }: { $why }.
# $why is full or forbidden.
notice-storage-unsaved =
    No se pudieron guardar los ajustes en este navegador: { $why ->
        [full] el espacio para esta página está lleno. Valen hasta que cierres la página.
       *[forbidden] no permite que esta página guarde nada. Valen hasta que cierres la página.
    }
