### Lo que dice la línea de órdenes.

show-nothing-called = no hay nada llamado { $id }; `myomap list points` y las demás listas dicen los identificadores
show-did-you-mean = no hay nada llamado { $id }; ¿querías decir { $meant }?
show-name-of-several = { $id } es el nombre de varios: { $meant }; muestra uno de ellos por su identificador
locate-signs-first = Primero, las señales de alarma. Busca ayuda si se cumple alguna:
locate-signs-in-full = Completas, con lo que hay que marcar: myomap show see_a_doctor, o una por su id, p. ej. myomap show RF08.
locate-no-point-there = Ningún punto de esta lista envía dolor ahí.
locate-too-many-regions = Eso es más de la mitad del cuerpo: ningún punto destaca y una lista no diría nada. Nombra dónde duele más, o un dolor cada vez.
locate-no-such-region = no hay ninguna región llamada { $place }; `myomap list regions` las dice todas
locate-did-you-mean = no hay ninguna región llamada { $place }; ¿querías decir { $regions }?
locate-part-without-regions = ningún punto de los que aquí figuran envía dolor a { $place } ({ $part }): no hay ninguna región de esa parte
# What was typed is a word for these regions.
locate-taken-as = { $place } se entiende como { $regions }
locate-fit-of-named = Cuánto encaja un patrón con lo nombrado; no es un diagnóstico ni una probabilidad.
locate-fit-of-painted = Cuánto encaja un patrón con lo pintado; no es un diagnóstico ni una probabilidad.
locate-side-same = el lado que duele
locate-side-opposite = el otro lado
locate-side-both = los dos lados
locate-side-either = izquierda o derecha
locate-side-left = izquierda
locate-side-right = derecha
# p. ej. TRA-1 Trapecio superior, borde anterior (izquierda), 71 de 100: alcanza 2 de 3 que duelen; …
locate-line = { $point } { $name } ({ $side }), { $fit } de 100: { $reason }
locate-more =
    { $count ->
        [one] 1 punto más: mira --top.
       *[other] { $count } puntos más: mira --top.
    }
locate-reaches = alcanza { $reached } de { $hurting } que duelen
locate-most-feel = la mayoría lo nota en: { $regions }
locate-some-feel = algunas personas lo notan en: { $regions }
locate-not-named = no has nombrado: { $regions }
locate-counted = se encontraron puntos activos aquí en el { $percent } % de las personas con dolor lumbar, al tacto
locate-covers = cubre el { $covers } % de lo que has pintado; has pintado el { $essential } % de su zona esencial
locate-spilt = el { $percent } % queda en su zona de desbordamiento
locate-not-painted-either = no has pintado: { $regions }
locate-nothing-painted = no hay nada pintado.
locate-painted-everywhere = hay tanto cuerpo pintado que ningún punto destaca, y una lista no diría nada. Pinta dónde duele más, o un dolor cada vez.

# Lo que falló con archivos, carpetas y peticiones: se dice tras "myomap: ".
command-cannot-write = no se puede escribir: { $why }
command-unreadable = no se puede leer { $file }: { $why }
command-built-in-shown = { $why }; se muestran los datos incluidos
command-data-has-faults =
    los datos tienen { $count ->
        [one] 1 fallo
       *[other] { $count } fallos
    } y se usan sin lo que estropean; `myomap check` los dice
command-no-language = no hay ningún idioma { $language }; hay { $languages }
# $hint is meant or none.
command-no-structure =
    { $hint ->
        [meant] no hay ninguna estructura { $name }; ¿querías decir { $meant }?
       *[none] no hay ninguna estructura { $name }
    }
command-link-names-nothing = { $what } en el enlace no nombra nada
command-no-png = { $name } no es un archivo PNG, y myomap no escribe otras imágenes; llámalo { $meant }
command-no-pictures = esta versión no hace imágenes: compílala con la característica `window`
command-build-without-window = esta versión no tiene ventana: compílala con la característica `window`, o mira `myomap --help`
command-files-in =
    { $count ->
        [one] 1 archivo
       *[other] { $count } archivos
    } en { $place }
command-structures-in =
    { $count ->
        [one] 1 estructura
       *[other] { $count } estructuras
    } en { $place }
# What the system says of a file; $detail are its own words.
command-system =
    { $why ->
        [none] no existe ese archivo o esa carpeta
        [forbidden] no tienes permiso
        [folder] es una carpeta
        [no-folder] una parte de su ruta no es una carpeta
        [full] no queda sitio
        [read-only] ahí no se puede escribir nada
       *[other] { $detail }
    }
command-folder =
    { $why ->
        [no-folder] { $place }: no existe esa carpeta
        [leads-out] { $place }: lleva fuera de la carpeta de datos; copia el archivo en la carpeta
        [leads-nowhere] { $place }: no lleva a nada; arregla el enlace o quítalo
        [not-a-file] { $place }: no es un archivo normal
        [file-too-large] { $place }: pasa de { $detail } MB
        [folder-too-large] { $place }: tiene más de { $detail } MB, o demasiados archivos
        [too-deep] { $place }: tiene más de { $detail } niveles de carpetas
        [not-text] { $place }: no es texto; guárdalo como UTF-8
       *[unreadable] { $place }: { $detail }
    }
command-output =
    { $why ->
        [folder] { $place }: es una carpeta; nombra un archivo dentro de ella
        [protected] { $place }: está protegido contra escritura; elige otro nombre
        [in-file] { $place }: su carpeta es un archivo
        [no-folder] { $place }: no existe esa carpeta; créala antes
        [loop] { $place }: el enlace lleva a sí mismo
       *[other] { $place }: { $detail }
    }
command-text-file =
    { $why ->
        [not-a-file] no es un archivo normal
        [too-large] pasa de { $detail } bytes
        [not-text] no es texto; guárdalo como UTF-8
       *[system] { $detail }
    }
# A text that is no painting, and from "no-pain-before" on a line of one that is wrong.
command-painting =
    { $why ->
        [no-painting] no empieza por "{ $detail }": no es un dibujo de dolor de myomap
        [newer] está en la versión { $detail } del formato, que este myomap no lee: hace falta uno más nuevo
        [too-long] es más grande que cualquier dibujo de dolor
        [too-many-pains] tiene más de { $pains } dolores
        [no-pain-before] línea { $line }: un dibujo de dolor empieza con una línea "pain"
        [off-the-skin] línea { $line }: el lugar está fuera de la piel de este cuerpo
        [no-word] línea { $line }: { $detail } no es ninguna de estas: pain, region, at
        [no-strength] línea { $line }: { $detail } no es una intensidad: es un número hasta { $strongest }
        [no-region] línea { $line }: no hay ninguna región { $detail }
        [region-without-strength] línea { $line }: detrás de una región va una intensidad
        [no-place] línea { $line }: un lugar es una intensidad y tres números
       *[no-number] línea { $line }: { $detail } no es un número
    }
command-window =
    { $why ->
        [no-driver] no se encontró ningún controlador gráfico. myomap necesita Vulkan, Metal, DirectX 12 u OpenGL; basta uno por software: en Debian, `apt-get install mesa-vulkan-drivers libvulkan1`
        [no-display] no se encontró ninguna pantalla donde abrir una ventana. En una máquina sin pantalla, `myomap render ENLACE -o ARCHIVO.png` dibuja una vista en un archivo, y `xvfb-run myomap` da una pantalla virtual
        [window-lost] se perdió la ventana: la pantalla o el controlador gráfico cortó la conexión (código { $detail }). Lo guardado está a salvo; abre myomap otra vez
        [no-body] no se pudo construir el cuerpo; `myomap check` dice qué falla en los datos
        [not-prepared] no se pudo preparar el cuerpo para lo que está pintado en él
        [late] la imagen no se terminó a tiempo
       *[encoding] no se pudo codificar la imagen: { $detail }
    }
# $case says which.
command-backup =
    { $case ->
        [not-taken-over] { $file }: { $why }; no ha cambiado nada
        [unreadable] { $file }: no se puede leer ({ $why })
       *[unwritable] { $file }: no se puede escribir la copia de seguridad ({ $why })
    }
command-records =
    { $why ->
        [no-folder] el sistema no indica ninguna carpeta para tus datos: pon una con --records CARPETA o en MYOMAP_RECORDS
        [not-a-folder] { $place }: no es una carpeta; apártalo, o pon otra carpeta con --records CARPETA
        [not-a-file] { $place }: no es un archivo normal; apártalo
        [too-large] { $place }: pasa de { $detail } MB
        [unreadable] { $place }: no se puede leer ({ $detail })
        [unwritable] { $place }: no se puede escribir ({ $detail }); no ha cambiado nada
        [full] { $place }: no queda sitio para escribir; libera algo e inténtalo de nuevo. No ha cambiado nada
        [read-only] { $place }: no tienes permiso para escribir ahí; no ha cambiado nada
        [newer] { $place }, línea { $detail }: la escribió un myomap más nuevo; el archivo se deja como está: usa esa versión
        [in-use] { $place }: otro programa está escribiendo ahí; inténtalo cuando termine
        [not-erased] { $place }: está borrado, pero sus palabras no se pudieron quitar del archivo ({ $detail })
        [no-backup] no contiene registros de myomap
        [backup-too-large] pasa de { $detail } MB
        [forbidden] este navegador no deja que la página guarde nada
       *[browser] { $detail }
    }
command-line-fault =
    { $why ->
        [no-line] no es una línea de un diario
        [checksum] su suma de comprobación no coincide: se cambió o se dañó
        [torn] está cortada: el programa se detuvo mientras escribía
        [too-long] es más larga que cualquier línea
        [newer] la escribió un myomap más nuevo ({ $detail })
       *[content] { $detail }
    }

# Lo que se hace con los registros.
command-backed-up =
    { $count ->
        [one] 1 registro escrito
       *[other] { $count } registros escritos
    } en { $file }
command-taken-over = { $new } nuevos, { $updated } en una versión posterior, { $there } ya estaban.
command-backup-not-whole = { $file }: la copia de seguridad no está entera: { $lacks }; lo que está entero se ha recuperado
command-backup-damaged =
    { $count ->
        [one] 1 línea dañada
       *[other] { $count } líneas dañadas
    }
command-backup-newer =
    { $count ->
        [one] 1 línea
       *[other] { $count } líneas
    } de un myomap más nuevo, que hace falta para leerlas
command-backup-missing =
    { $count ->
        [one] falta 1 registro
       *[other] faltan { $count } registros
    }
command-records-sound =
    Sin fallos: { $count ->
        [one] 1 registro
       *[other] { $count } registros
    } en { $place }.
command-records-damaged =
    { $lines ->
        [one] 1 línea no se puede leer y se queda donde está
       *[other] { $lines } líneas no se pueden leer y se quedan donde están
    }; { $records ->
        [one] 1 registro sí
       *[other] { $records } registros sí
    }

# Lo que imprime myomap check.
command-no-faults = Sin fallos: { $counts }.
command-untranslated =
    Idioma { $language }: { $missing ->
        [one] 1 texto
       *[other] { $missing } textos
    } por traducir, { $stale } hechos a partir de otro texto inglés; véase --review.
command-faults-in-files =
    { $faults ->
        [one] 1 fallo
       *[other] { $faults } fallos
    } en { $files ->
        [one] 1 archivo
       *[other] { $files } archivos
    }
command-names-to-add =
    { $file }: { $count ->
        [one] 1 nombre
       *[other] { $count } nombres
    } por añadir
command-texts-to-translate =
    locale/{ $language }/texts: { $count ->
        [one] 1 texto
       *[other] { $count } textos
    } por traducir
command-texts-stale =
    locale/{ $language }/texts: { $count ->
        [one] 1 traducción
       *[other] { $count } traducciones
    } a partir de otro texto inglés, que no se usan
command-by-kind = Por clase: de memoria de los manuales, confirmado en parte
command-to-review =
    { $count ->
        [one] 1 afirmación
       *[other] { $count } afirmaciones
    } por revisar: { $recalled } de memoria, { $partly } confirmadas en parte.
command-count-muscles =
    { $count ->
        [one] 1 músculo
       *[other] { $count } músculos
    }
command-count-points =
    { $count ->
        [one] 1 punto
       *[other] { $count } puntos
    }
command-count-regions =
    { $count ->
        [one] 1 región
       *[other] { $count } regiones
    }
command-count-bones =
    { $count ->
        [one] 1 hueso
       *[other] { $count } huesos
    }
command-count-fasciae =
    { $count ->
        [one] 1 ligamento o fascia
       *[other] { $count } ligamentos y fascias
    }
command-count-shapes =
    { $count ->
        [one] 1 forma
       *[other] { $count } formas
    }
command-count-methods =
    { $count ->
        [one] 1 método
       *[other] { $count } métodos
    }
command-count-stretches =
    { $count ->
        [one] 1 estiramiento
       *[other] { $count } estiramientos
    }
command-count-red-flags =
    { $count ->
        [one] 1 señal de alarma
       *[other] { $count } señales de alarma
    }
command-count-contraindications =
    { $count ->
        [one] 1 contraindicación
       *[other] { $count } contraindicaciones
    }
command-count-no-go-areas =
    { $count ->
        [one] 1 zona prohibida
       *[other] { $count } zonas prohibidas
    }
command-count-sections =
    { $count ->
        [one] 1 sección
       *[other] { $count } secciones
    }
command-count-programmes =
    { $count ->
        [one] 1 programa
       *[other] { $count } programas
    }
command-count-plans =
    { $count ->
        [one] 1 plan
       *[other] { $count } planes
    }
command-count-assessment =
    { $count ->
        [one] 1 elemento de la valoración
       *[other] { $count } elementos de la valoración
    }
command-count-range-of-motion =
    { $count ->
        [one] 1 prueba de amplitud de movimiento
       *[other] { $count } pruebas de amplitud de movimiento
    }
command-count-techniques =
    { $count ->
        [one] 1 técnica
       *[other] { $count } técnicas
    }
command-count-sources =
    { $count ->
        [one] 1 fuente
       *[other] { $count } fuentes
    }
command-count-landmarks =
    { $count ->
        [one] 1 referencia anatómica
       *[other] { $count } referencias anatómicas
    }
