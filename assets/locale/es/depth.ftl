depth = Profundidad
# A stop of the slider, by its number and name.
depth-stop = Profundidad { $depth }: { $layer }

# The layers by their names.
layer-skin = Piel
layer-superficial = Superficial
layer-second = Segunda
layer-third = Tercera
layer-erector-spinae = Erector de la columna
layer-deepest = Profunda
layer-skeleton = Esqueleto
# The same within a line, after the name of a muscle.
in-layer-skin = piel
in-layer-superficial = capa superficial
in-layer-second = segunda capa
in-layer-third = tercera capa
in-layer-erector-spinae = capa del erector de la columna
in-layer-deepest = capa más profunda
in-layer-skeleton = esqueleto

status-point-at-body = { $layer }: señala el cuerpo para ver los nombres
status-tap-body = { $layer }: toca el cuerpo para ver los nombres
status-paint-where-it-hurts = Pinta donde duele
keys-paint = Arrastra sobre la piel para pintar
keys-choose-region = Clic en una región
keys-choose-region-finger = Toca una región
keys-paint-map = Arrastra para pintar
keys-move-right = Arrastra con el botón derecho para mover
keys-whole = Doble clic para verlo entero
keys-turn-right = Arrastra con el botón derecho para girar
keys-frame = F encuadrar
keys-hide = H ocultar
keys-alone = I solo
keys-see-through = G transparentar
keys-close = Esc cerrar
keys-turn = Arrastra o flechas para girar
keys-zoom = Rueda o + − para acercar
keys-peel = RePág AvPág capas
keys-views = 1–8 vistas
keys-show-all = Alt+H mostrar todo
keys-one-finger-paints = Un dedo pinta
keys-two-fingers-turn = Dos dedos giran y acercan
keys-one-finger = Un dedo gira
keys-two-fingers = Dos dedos mueven y acercan
keys-press-long = Mantén pulsado para el menú
