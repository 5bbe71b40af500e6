card-close = Close the card (Esc)
card-fill-view = Fill the view (F)
card-unknown = The data that is loaded does not describe this. Search for it by name, or check the data folder with “myomap check”.
card-search = Search
card-in-the-library = In the library
card-never-here = Never press here
# The places, with commas between them.
card-never-list = { $places }.
card-never-why = Why not, and more places

side-left = Left side
side-right = Right side
side-midline = Midline
# What an item is called with its side.
named-left = { $name }, left
named-right = { $name }, right

## A trigger point

point-sends-pain = Where it sends pain
point-essential = Essential: felt by most
point-spillover = Spillover: felt by some
point-zone-none = None described.
point-picture-front = The pattern from the front
point-picture-back = The pattern from the back
point-picture-left = The pattern from the left
point-picture-right = The pattern from the right
point-find = Find it
point-treat = Treat it
point-stretch-afterwards = Afterwards, stretch
point-number-why = Our own number, and the label in the older manuals where there is one.
point-area = Area
point-area-why = No exact spot: the whole area that is drawn.
point-feels-like = Feels like
point-keeps-going = What keeps it going
point-look-alikes = Look-alikes
point-evidence = Evidence
point-related = Related points
# The muscle's name begins with a small letter.
point-others = Others in { $muscle }

# What the chips say, and why.
confidence-of-pattern = How sure this pattern is: { $why }
confidence-confirmed = Agrees with texts that were read
confidence-confirmed-why = A text that was read while these facts were gathered says the same. It is agreement, not an independent test.
confidence-partly = Agrees in part
confidence-partly-why = A text that was read says part of this. The rest is from memory or is our careful choice.
confidence-recalled = From memory of the manuals
confidence-recalled-why = Written from memory of the trigger-point manuals and not found in a text since. An expert should check it.
confidence-textbook = Textbook anatomy
confidence-textbook-why = Standard textbook anatomy.
confidence-convention = Our careful choice
confidence-convention-why = A convention or a careful choice of ours. No study settles it.
evidence-manuals = Manuals only
evidence-manuals-why = Evidence: rests on manuals and on the experience of those who treat.
evidence-counted = Points counted
evidence-counted-why = Evidence: besides the manuals, studies have counted these points in patients.
evidence-tested = Pattern tested
evidence-tested-why = Evidence: besides the manuals, an experiment or a controlled study bears on the pattern.

## A muscle

muscle = Muscle
muscle-whole = Whole muscle
muscle-points = Trigger points
muscle-points-elsewhere = In the other parts
muscle-points-none-here = None in this part. In the others:
muscle-stretch = Stretch it
muscle-related = Related muscles
anatomy = Anatomy
anatomy-origin = Origin
anatomy-insertion = Insertion
anatomy-action = Action
anatomy-nerve = Nerve
names = Names
names-latin = Latin
names-terminology = Terminology
names-cross-reference = seen in a cross-reference only
names-also = Also called

## A bone, the skin, a region

bone = Bone
cartilage = Cartilage
teeth = Teeth
ligament = Ligament
fascia = Fascia
skin = Skin
skin-says = Pain is felt here, often far from the point that sends it. Peel deeper with the slider below, or search for the place that hurts.
region = Region
region-essential = Points that send pain here
region-spillover = Some people feel it here from
region-part-of-essential = Part of the essential zone
region-part-of-spillover = Part of the spillover zone
region-none = None of the points described here.
region-not-a-diagnosis = Pain has many causes. A point in this list is a place to look, not a diagnosis.

## Treatment

caution = Caution
cautions = Cautions
method-need = You need
method-without = Without it
method-position = Position
method-discomfort =
    { $most ->
        [0] No discomfort
       *[other] Discomfort at most { $most } of 10
    }
stop-if = When to stop
self-treatment = Self-treatment
how-to-do-it = How to do it
stretch-muscles = For these muscles
method-points = Points treated this way
points-count =
    { $count ->
        [one] 1 point
       *[other] { $count } points
    }
# Doses: $span is a number or, from and to, e.g. 30–60.
dose-seconds = { $span } s
dose-minutes = { $span } min
dose-once = once
dose-times = { $span } times
dose-once-a-day = once a day
dose-times-a-day = { $span } times a day

## Sources

sources = Sources
sources-count =
    { $count ->
        [one] 1 source
       *[other] { $count } sources
    }
source-number = Source { $number }
# A run of numbers, e.g. 2–5.
sources-numbers = Sources { $numbers }
source-missing = { $id }: not in the list of sources
source-manual = Manual or textbook
source-study = Study or review
source-guideline = Guideline
source-page = Practice or teaching page
source-terminology = Terminology
source-own = Our own choice or measurement
source-address = Where to find it

## Where only the command line leads

# Names of regions, with commas between them.
card-asked-with-pain-in = Asked with pain in
# Other things with the same id, each with its kind before it.
card-same-id = Also with this id
# Millimetres in the frame of the body.
landmark-at = { $left } mm left, { $up } mm up, { $forward } mm forward
