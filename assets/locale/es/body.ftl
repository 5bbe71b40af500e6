# Under the small picture that shows the other side.
inset-front = Delante
inset-back = Detrás
loading-body = Construyendo el cuerpo…
loading-body-failed = No se pudo construir el cuerpo; inicia myomap desde una terminal para ver por qué.

# Lo que queda a la izquierda, en el centro y a la derecha de la imagen del cuerpo.
edge-left = Izquierda
edge-right = Derecha
edge-front = Delante
edge-back = Detrás
