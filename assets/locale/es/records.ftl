# Lo que se guarda en este dispositivo.
records-keep = Guardar en este dispositivo
records-off = No se guarda nada. Las respuestas y lo pintado se quedan en este dispositivo, nunca se envían y se olvidan al cerrar myomap.
records-on = Tus respuestas y lo que pintas se guardan en este dispositivo y nunca se envían.
records-saved = Se guarda en este dispositivo y nunca se envía. Guardado por última vez: { $when }.
records-show =
    { $count ->
        [0] Lo guardado
       *[other] Lo guardado ({ $count })
    }
records-open-last = Abrir lo último pintado

# La lista.
records-title = Lo guardado
records-close = Cerrar la lista
records-none = No hay nada guardado.
records-loading = Buscando …
records-in-folder = Está en { $place }.
records-in-browser-safe = Está en este navegador, solo para esta página. El navegador ha prometido no borrarlo por su cuenta.
records-in-browser = Está en este navegador, solo para esta página. Este navegador puede borrarlo si tardas en volver: haz una copia de seguridad.
records-last-backup = Última copia de seguridad: { $when }.
records-no-backup = Todavía no hay copia de seguridad.
records-faults =
    { $count ->
        [one] No se pudo leer 1 línea. Se queda donde está.
       *[other] No se pudieron leer { $count } líneas. Se quedan donde están.
    }
records-painting =
    { $count ->
        [one] Pintura
       *[other] Pintura de { $count } dolores
    }
records-painting-of = Pintura: { $names }
records-answers =
    { $yes ->
        [0] Señales de alarma: ninguna
        [one] Señales de alarma: 1 sí
       *[other] Señales de alarma: { $yes } sí
    }
records-open = Abrir en Localizar: { $when }
records-delete = Borrar: { $when }
records-back-up = Hacer copia …
records-restore = Restaurar …
records-delete-everything = Borrarlo todo …
# $month is a number.
records-when =
    { $day } de { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    } de { $year }, { $time }

# Antes de borrar.
records-turned-off = Desde ahora no se guarda nada
records-turned-off-what =
    { $count ->
        [one] Antes se guardó 1 registro. ¿Borrarlo también?
       *[other] Antes se guardaron { $count } registros. ¿Borrarlos también?
    }
records-leave = Dejar lo que hay
records-really = ¿Borrarlo todo?
records-really-what =
    { $count ->
        [one] 1 registro desaparecerá para siempre. La copia de seguridad que hayas hecho se queda donde la pusiste.
       *[other] { $count } registros desaparecerán para siempre. La copia de seguridad que hayas hecho se queda donde la pusiste.
    }
records-do-not = No borrar
records-delete-everything-now = Borrarlo todo

# Lo que se dice al usuario.
records-all-deleted = Se ha borrado todo lo guardado.
# $where is browser or file.
records-backed-up =
    { $where ->
        [browser] La copia de seguridad se ha entregado a tu navegador, que la pone con tus descargas.
       *[file] La copia de seguridad está en { $file }.
    }
# $why is not-a-file, or else $detail says it.
records-backup-failed =
    { $file }: { $why ->
        [not-a-file] no es un archivo normal
       *[other] { $detail }
    }. Lo guardado no ha cambiado.
records-no-dialog = Este sistema no muestra ningún diálogo para elegir un archivo. En una terminal, «myomap records import ARCHIVO» restaura una copia.
records-taken-over = Restaurado: { $new } nuevos, { $there } ya estaban.
records-backup-incomplete =
    { $count ->
        [one] 1 registro de la copia estaba dañado o faltaba. Los demás se han restaurado.
       *[other] { $count } registros de la copia estaban dañados o faltaban. Los demás se han restaurado.
    }
records-backup-newer = Un myomap más nuevo hizo esta copia. Lo que este no conoce se ha dejado fuera: usa el más nuevo para eso.
# $where is browser or file.
records-damaged =
    { $count ->
        [one] No se pudo leer 1 línea de lo guardado y se ha apartado.
       *[other] No se pudieron leer { $count } líneas de lo guardado y se han apartado.
    } La primera: { $where ->
        [browser] línea { $line }
       *[file] { $place }, línea { $line }
    }: { $why ->
        [no-line] no es una línea de un diario
        [checksum] su suma de comprobación no coincide
        [torn] está cortada
        [too-long] es demasiado larga
       *[content] { $detail }
    }.
# $why says which; $place is a file or a folder, $detail what the system said.
records-problem =
    { $why ->
        [no-folder] No se pudo guardar: el sistema no indica ninguna carpeta para tus datos. Pon una en MYOMAP_RECORDS.
        [not-a-folder] No se pudo guardar: { $place } no es una carpeta. Apártala.
        [not-a-file] No se pudo guardar: { $place } no es un archivo normal. Apártalo.
        [too-large] { $place } pasa de { $detail } MB y no se ha leído.
        [unreadable] No se pudo leer { $place }: { $detail }.
        [unwritable] No se pudo guardar en { $place }: { $detail }. Lo de antes está entero.
        [full] No se pudo guardar en { $place }: no queda sitio. Lo de antes está entero.
        [read-only] No se pudo guardar en { $place }: no tienes permiso para escribir ahí. Lo de antes está entero.
        [newer] Un myomap más nuevo ha escrito { $place }. Se deja como está: usa esa versión.
        [in-use] No se pudo guardar: otro programa está escribiendo en { $place }. Inténtalo de nuevo.
        [not-erased] Está borrado, pero sus palabras siguen en { $place }: { $detail }. Bórralo otra vez.
        [no-backup] Este archivo no contiene registros de myomap. No ha cambiado nada.
        [backup-too-large] Este archivo ocupa más de { $detail } MB, más que ninguna copia. No se ha cambiado nada.
        [forbidden] Este navegador no deja que la página guarde nada. En una ventana privada nunca lo hace.
       *[browser] Este navegador no pudo guardarlo: { $detail }.
    }
