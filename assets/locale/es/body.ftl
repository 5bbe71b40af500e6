# Under the small picture that shows the other side.
inset-front = Delante
inset-back = Detrás
loading-body = Construyendo el cuerpo…
loading-body-failed = No se pudo construir el cuerpo; inicia myomap desde una terminal para ver por qué.

# Lo que queda a la izquierda y a la derecha de la imagen del cuerpo, y desde dónde se ve.
edge-left = Izquierda
edge-right = Derecha
edge-front = Delante
edge-back = Detrás
seen-from-left = Visto desde la izquierda
seen-from-right = Visto desde la derecha
seen-from-front = Visto por delante
seen-from-behind = Visto por detrás
