search-field = Buscar en el cuerpo
search-hint = Músculo, punto, lugar o sensación
search-close = Cerrar la búsqueda (Esc)
search-best = Lo que mejor encaja
search-open-link = Abrir esta vista
search-points = Puntos gatillo
search-muscles = Músculos
search-regions = Lugares del cuerpo
search-stretches = Estiramientos y ejercicios
search-methods = Autotratamiento
search-bones = Esqueleto y fascias
search-safety = Señales de alarma y precauciones
search-library = Biblioteca
search-keys = ↑ ↓ elegir  ·  Intro abrir  ·  Esc cerrar  ·  añade «izquierda» o «derecha»
# What something found is, at the end of its line.
found-muscle = Músculo
found-region = Región
found-stretch = Estiramiento
found-method = Autotratamiento
found-bone = Hueso
found-cartilage = Cartílago
found-tooth = Diente
found-ligament = Ligamento
found-fascia = Fascia
# The words by which something was found.
found-by = «{ $words }»
found-point-of = { $code } · { $muscle }
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
search-words-empty = el la los las lo un una unos unas de del en mi mis me al y e o que con por para se te le cuando no puedo tengo tiene he ha es son está están estoy hace desde hasta muy su sus como tan este esta esto eso mucho mucha más siento noto qué cómo durante todo toda hacia
# Words that say little, since most people who search have it; they count less.
search-words-weak = dolor duele duelen dolorido dolorida doloroso dolores molestia músculo punto tenso tensa tensión sensación mal nuevo nueva semana mes día
# Names of parts of the body as people type them, with commas; one may be named in several.
search-part-head = cabeza, cráneo
search-part-neck = cuello
search-part-shoulder = hombro
search-part-shoulder-blade = escápula, omóplato, paletilla
search-part-arm = brazo
search-part-elbow = codo, brazo
search-part-forearm = antebrazo, brazo
search-part-hand = mano, muñeca y mano, dedo
search-part-chest = pecho, tórax, caja torácica
search-part-abdomen = abdomen, vientre, barriga, tripa
search-part-back = espalda, columna
search-part-hip = cadera, pelvis
search-part-thigh = muslo, pierna
search-part-knee = rodilla, pierna
search-part-leg = pantorrilla, pierna
search-part-foot = pie, tobillo, talón, planta
