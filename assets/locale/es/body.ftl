# Under the small picture that shows the other side.
inset-front = Delante
inset-back = Detrás
loading-body = Construyendo el cuerpo…
loading-body-failed = No se pudo construir el cuerpo; inicia myomap desde una terminal para ver por qué.
