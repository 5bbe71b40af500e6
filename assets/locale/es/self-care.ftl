### Programas, planes, valoración, pruebas de movilidad, técnicas y lo que los hechos dicen además.

programme = Programa
programme-takes = Dura
programme-not-for = Cuándo no hacerlo
programme-on = En estos puntos
programme-instead = En su lugar
programme-on-body = En el cuerpo: { $name }
library-programmes = Programas

plan = Plan
plan-flare = Si el dolor se reaviva
plan-when = Cuándo
# $from y $to son palabras, p. ej. semana 1, semana 6.
plan-span = { $from } → { $to }
plan-therapist = Con un terapeuta
plan-sessions =
    { $weeks ->
        [one] { $often } por semana
       *[other] { $often } en { $weeks } semanas
    }
library-plans = Planes

assessment = Valoración
assessment-history = Antecedentes
assessment-pain = El dolor
assessment-function = Lo que puedes hacer
assessment-posture = Cómo estás de pie y sentado
assessment-touch = Lo que se nota al tacto
assessment-scale = Escala
assessment-scale-is = { $lowest } ({ $low }) a { $highest } ({ $high })
library-assessment = Qué preguntar y qué mirar

range-of-motion = Amplitud de movimiento
range-movement = Movimiento
range-measure = Cómo medirla
range-usual = Lo habitual
range-degrees = { $span }°
library-range-of-motion = Pruebas de amplitud de movimiento

technique = Técnica
technique-strokes = Maniobras
technique-pressure = Presión
technique-purpose = Para qué
technique-for-whom = Para quién
technique-pain = Cómo se siente
technique-not-for = No es para
library-techniques = Comparación de técnicas

emergency-country = País
emergency-number = Número
library-emergency-numbers = Números de emergencias

# $sign es una frase, $exit es lo que pide, p. ej. Busca ayuda de urgencia ahora.
library-sign-exit = { $sign } → { $exit }
library-asked-always = cualquier sitio: se pregunta siempre

sides-each = cada lado
stretch-kind-hold = Estiramiento
stretch-kind-repetitions = Ejercicio
stretch-kind-breath = Respiración

anatomy-action-terms = En términos anatómicos
anatomy-synergists = Trabaja con
anatomy-antagonists = Trabaja contra
muscle-palpation = Palpa el músculo
names-pronunciation = Se pronuncia
point-tingling = Hormigueo o entumecimiento, no dolor

confidence-popular = De artículos divulgativos
confidence-popular-why = Lo dicen artículos divulgativos; no se leyó una fuente mejor.
source-article = Artículo divulgativo

locate-asked-first =
    { $count ->
        [one] Antes de la lista: 1 pregunta breve sobre señales de alarma de la zona que has pintado.
       *[other] Antes de la lista: { $count } preguntas breves sobre señales de alarma de las zonas que has pintado.
    }
locate-to-questions = Ir a las preguntas
region-part-of-tingling = Hormigueo o entumecimiento aquí
region-signs = Primero, señales de alarma
region-signs-count =
    { $count ->
        [one] 1 señal
       *[other] { $count } señales
    }
