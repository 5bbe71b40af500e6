### What the command line says.

locate-signs-first = First, warning signs. Get help if one of these applies:
locate-signs-in-full = In full, with what to tick: myomap show see_a_doctor, or one of them by its id, e.g. myomap show RF08.
locate-no-point-there = No point that is listed here sends pain there.
locate-too-many-regions = That is more than half of the body: no point stands out, and a list would say nothing. Name where it hurts most, or one pain at a time.
locate-fit-of-named = How well a pattern fits what was named; not a diagnosis and not a probability.
locate-fit-of-painted = How well a pattern fits what was painted; not a diagnosis and not a probability.
locate-side-same = the side that hurts
locate-side-opposite = the other side
locate-side-both = both sides
locate-side-either = left or right
locate-side-left = left
locate-side-right = right
# e.g. TRA-1 Upper trapezius, front edge (left), 71 of 100: reaches 2 of 3 that hurt; …
locate-line = { $point } { $name } ({ $side }), { $fit } of 100: { $reason }
locate-more =
    { $count ->
        [one] 1 more point: see --top.
       *[other] { $count } more points: see --top.
    }
locate-reaches = reaches { $reached } of { $hurting } that hurt
locate-most-feel = most feel it at: { $regions }
locate-some-feel = some feel it at: { $regions }
locate-not-named = you did not name: { $regions }
locate-counted = active points were found here in { $percent } % of people with low back pain, by touch
locate-covers = covers { $covers } % of what you painted; you painted { $essential } % of its essential zone
locate-spilt = { $percent } % lies in its spillover zone
locate-not-painted-either = you did not paint: { $regions }
locate-nothing-painted = nothing is painted.
locate-painted-everywhere = so much of the body is painted that no point stands out, and a list would say nothing. Paint where it hurts most, or one pain at a time.
