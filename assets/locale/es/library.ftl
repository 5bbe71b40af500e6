# The mode, and what it is for.
mode-library = Biblioteca
mode-library-for = Biblioteca: técnicas y autocuidado

library-contents = Índice
# A chapter or a step: its number and its name.
library-chapter = { $number } · { $name }
library-empty = Los datos cargados no tienen biblioteca. Usa los datos incorporados o añade capítulos a su carpeta library.
library-go-on = Para seguir
library-read-on = En la biblioteca
library-previous = Anterior: { $name }
library-next = Siguiente: { $name }
library-keys = ← → pasar página  ·  ↑ ↓ desplazar  ·  Esc volver al cuerpo
# Above the explanation of the marks beside the text.
library-marks = Las marcas del margen

## Safety

library-red-flags = Señales de alarma
library-sign-of = Puede ser señal de
library-conditions = Situaciones
library-no-go-areas = Lugares
# Names of methods, with commas between them.
library-never-with = Aquí nunca con: { $methods }.
limit-pressure = Presión
limit-massage = Masaje
limit-roller = Rodillo de espuma
limit-heat = Calor
level-do-not = No hacerlo
level-only-with-advice = Consulta antes con un profesional sanitario
level-modify = Con cambios
level-none-named = Sin límite indicado

## Studies and claims

# $how is one of the certainty texts below.
certainty = Certeza: { $how }
certainty-moderate = moderada
certainty-moderate-why = Quienes valoraron los estudios tienen una seguridad moderada: el efecto real está probablemente cerca de esto.
certainty-low = baja
certainty-low-why = Quienes valoraron los estudios tienen poca seguridad: el efecto real puede ser muy distinto.
certainty-low-to-very-low = baja a muy baja
certainty-low-to-very-low-why = Las valoraciones van de baja a muy baja: el efecto real puede ser muy distinto.
certainty-very-low = muy baja
certainty-very-low-why = Quienes valoraron los estudios apenas tienen seguridad sobre esto.
certainty-one-trial = un solo ensayo
certainty-one-trial-why = Un único ensayo que nadie ha valorado: puede que el resultado no se confirme al repetirlo.
certainty-not-rated = sin valorar
certainty-not-rated-why = Varios estudios que nadie ha valorado o que no coinciden.
certainty-unknown = desconocida
certainty-unknown-why = No se encontró ninguna estimación.
finding-limits = Qué lo limita
claim-said = Se dice a menudo
claim-quoted = «{ $claim }»
claim-truth = Hasta donde se sabe
