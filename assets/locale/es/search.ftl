search-field = Buscar en el cuerpo
search-hint = Músculo, punto, lugar o sensación
search-close = Cerrar la búsqueda (Esc)
search-points = Puntos gatillo
search-muscles = Músculos
search-regions = Lugares del cuerpo
search-stretches = Estiramientos y ejercicios
search-methods = Autotratamiento
search-bones = Huesos
search-safety = Señales de alarma y precauciones
search-library = Biblioteca
search-keys = ↑ ↓ elegir  ·  Intro abrir  ·  Esc cerrar  ·  añade «izquierda» o «derecha»
# What something found is, at the end of its line.
found-muscle = Músculo
found-region = Región
found-stretch = Estiramiento
found-method = Autotratamiento
found-bone = Hueso
# $chapter is the name of the chapter.
found-section = { $chapter }
found-red-flag = Señal de alarma
found-condition = Quién no debe presionar
found-no-go-area = Dónde no presionar
# Of a part of a muscle; the muscle's name begins with a small letter.
part-of = Parte de: { $muscle }
found-left = { $place } · lado izquierdo
found-right = { $place } · lado derecho
# Parts of the body: headings over the places that belong to them.
body-part-head = Cabeza y cara
body-part-neck = Cuello
body-part-shoulder = Hombro
body-part-shoulder-blade = Escápula
body-part-arm = Brazo
body-part-elbow = Codo
body-part-forearm = Antebrazo
body-part-hand = Muñeca y mano
body-part-chest = Pecho y costillas
body-part-abdomen = Abdomen
body-part-back = Espalda
body-part-hip = Cadera, nalga e ingle
body-part-thigh = Muslo
body-part-knee = Rodilla
body-part-leg = Pierna
body-part-foot = Pie
body-part-other = En otro lugar
search-try = Prueba con «trapecio», «sien», «escápula izquierda» o «dolor de cabeza».
search-nothing = No hay nada con ese nombre. Prueba con una palabra más corta o con el lugar que duele.
# What people type, with spaces between the words: for the left, for the right, and what says
# nothing about what is looked for.
search-words-left = izquierda izquierdo izq
search-words-right = derecha derecho der
search-words-empty = el la los las un una de del en mi mis a al y dolor duele músculo punto
