# The mode, and what it is for.
mode-locate = Localizar
mode-locate-for = Localizar: decir dónde duele

# Las señales de alarma.
locate-questions-title = Antes de empezar
locate-questions-lead = Algunos dolores necesitan primero un médico. Marca todo lo que te ocurra.
locate-answers-ran-out = Tus respuestas sobre las señales de alarma tienen más de { $days } días. Contéstalas de nuevo, por favor.
locate-questions-none = Nada de esto me ocurre
locate-questions-go-on = Seguir con estas respuestas
locate-may-be = Podría ser: { $what }
locate-stopped-why = Ahora no se muestran puntos gatillo. Haz que lo vean primero; después puedes volver.
locate-change-answers = Cambiar mis respuestas
locate-start-again = Empezar de nuevo
locate-questions-again = Señales de alarma

# Los dolores y el pincel.
locate-where = ¿Dónde te duele?
locate-preparing = Se está preparando el cuerpo para pintar …
locate-failed = No se pudo preparar el cuerpo para pintar.
locate-failed-data = Algo en los datos del cuerpo no encaja: { $what }. Quita el último paquete de datos o avisa a su autor.
locate-failed-memory = La preparación terminó sin resultado. Puede faltar memoria: cierra otros programas o pestañas.
locate-try-again = Intentar de nuevo
locate-pain-number = Dolor { $number }
locate-pain-row = Pintar: { $name }
locate-add-pain = Otro dolor
locate-remove-pain = Quitar este dolor y lo pintado
locate-name-field = Nombre de este dolor
locate-name-hint = Ponle nombre, si quieres
locate-colour = Color { $number }
locate-strength = Intensidad
locate-slight = Leve
locate-slight-name = Dolor leve (1 de 3)
locate-strong = Fuerte
locate-strong-name = Dolor fuerte (2 de 3)
locate-strongest = El peor
locate-strongest-name = El peor dolor (3 de 3)
locate-size = Pincel, mm (25 mm = 1 pulgada)
locate-size-name = Pincel de { $mm } mm de ancho
locate-erase = Borrar
locate-mirror = Espejo: los dos lados a la vez
locate-undo = Deshacer el último paso (Ctrl+Z)
locate-redo = Rehacerlo (Ctrl+Y)
locate-clear = Borrar todo este dolor
locate-on-body = Cuerpo
locate-on-body-name = Mostrar el cuerpo
locate-on-map = Mapa plano
locate-on-map-name = Mostrar el mapa plano
locate-copy = Copiar lo pintado
locate-copy-why = Pone lo pintado en el portapapeles como texto. Guardado en un archivo, lo lee myomap locate --paint.

# Las regiones.
locate-regions = Elegir regiones
locate-search-field = Buscar una región
locate-search-hint = Buscar una región
locate-no-region = Ninguna región se llama así.
locate-left-short = Izq.
locate-right-short = Der.
locate-midline-short = Centro
locate-front = Delante
locate-back = Detrás
locate-your-left = Tu izquierda
locate-your-right = Tu derecha
locate-map-front = { $region }, por delante
locate-map-back = { $region }, por detrás
locate-map-larger = Ampliar el mapa
locate-map-smaller = Reducir el mapa
locate-map-whole = Ver el mapa entero
locate-map-hint = Haz clic en una región o arrastra. Teclas: Tab, Espacio, + y −.

# A qué lleva.
locate-results = Qué podría enviar dolor ahí
locate-nothing = Todavía no hay nada pintado. Elige regiones de la lista, o pinta.
locate-everywhere = Hay tanto pintado que ningún punto destaca. Pinta donde más te duele, o un dolor cada vez.
locate-no-point = Ningún punto de esta lista envía dolor ahí. Eso no significa que no pase nada: pregunta a un médico si dura más de dos semanas.
locate-look-alikes = Primero: qué otra cosa podría ser
locate-look-alikes-others = Con qué pueden confundirse los otros músculos ({ $count })
locate-unexplained = Ningún punto de la lista explica el { $percent } % de lo que has pintado.
locate-no-diagnosis = La lista dice lo bien que un patrón de manual encaja con lo que has pintado. No es un diagnóstico ni una probabilidad.
locate-fit = encaja { $fit } de 100
locate-result = { $name }: abrir su ficha
locate-covers-essential = El { $percent } % de lo que has pintado está en su zona esencial
locate-covers-spillover = El { $percent } % está en su zona de desbordamiento
locate-legend-both = Pintado y en su patrón
locate-legend-essential = Zona esencial, sin pintar
locate-legend-painted = Pintado, fuera de su patrón
locate-legend-spillover = Zona de desbordamiento, sin pintar
locate-essential-painted = Has pintado el { $percent } % de su zona esencial
locate-not-painted = No has pintado: { $regions }
locate-how-common = Al tacto, se hallaron aquí puntos activos en el { $percent } % de las personas con dolor lumbar.
locate-same = Su patrón es igual que el de:
locate-also = También lo explica:
locate-find = Cómo encontrar el punto al tacto
locate-explain-all = Explicar todos mis dolores
locate-explained-by = El menor número de puntos que los explica todos:
locate-explained-by-none = Ningún punto de la lista los explica juntos.
locate-explained-share = { $name }: { $percent } % explicado
