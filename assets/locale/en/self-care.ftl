### Programmes, plans, assessment, tests of range of motion, techniques, and what facts say besides.

programme = Programme
programme-takes = Takes
programme-not-for = When not to do it
programme-on = On these points
programme-instead = Instead of it
programme-on-body = On the body: { $name }
library-programmes = Programmes

plan = Plan
plan-flare = If the pain flares up
plan-when = When
# $from and $to are words, e.g. week 1, week 6.
plan-span = { $from } → { $to }
plan-therapist = With a therapist
plan-sessions =
    { $weeks ->
        [one] { $often } a week
       *[other] { $often } in { $weeks } weeks
    }
library-plans = Plans

assessment = Assessment
assessment-history = What was before
assessment-pain = The pain
assessment-function = What you can do
assessment-posture = How you stand and sit
assessment-touch = What is felt by touch
assessment-scale = Scale
assessment-scale-is = { $lowest } ({ $low }) to { $highest } ({ $high })
library-assessment = What to ask and look at

range-of-motion = Range of motion
range-movement = Movement
range-measure = Measure it
range-usual = Usual
range-degrees = { $span }°
library-range-of-motion = Tests of range of motion

technique = Technique
technique-strokes = Strokes
technique-pressure = Pressure
technique-purpose = Purpose
technique-for-whom = For whom
technique-pain = How it feels
technique-not-for = Not for
library-techniques = Techniques compared

emergency-country = Country
emergency-number = Number
library-emergency-numbers = Emergency numbers

# $sign is a sentence, $exit is what it calls for, e.g. Get emergency help now.
library-sign-exit = { $sign } → { $exit }
library-asked-always = anywhere: it is always asked

sides-each = each side
stretch-kind-hold = Stretch
stretch-kind-repetitions = Exercise
stretch-kind-breath = Breathing

anatomy-action-terms = In terms of anatomy
anatomy-synergists = Works with
anatomy-antagonists = Works against
muscle-palpation = Feel the muscle
names-pronunciation = Say it
point-tingling = Tingling or numbness, not pain

confidence-popular = From popular articles
confidence-popular-why = Popular articles say so; no better source was read.
source-article = Popular article

locate-asked-first =
    { $count ->
        [one] Before the list: 1 short question about warning signs for the place that you painted.
       *[other] Before the list: { $count } short questions about warning signs for the places that you painted.
    }
locate-to-questions = Go on to the questions
region-part-of-tingling = Tingling or numbness here
region-signs = Warning signs first
region-signs-count =
    { $count ->
        [one] 1 sign
       *[other] { $count } signs
    }
