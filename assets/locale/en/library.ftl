# The mode, and what it is for.
mode-library = Library
mode-library-for = Library: techniques and self-care

library-contents = Contents
# A chapter or a step: its number and its name.
library-chapter = { $number } · { $name }
library-empty = The data that is loaded has no library. Take the built-in data, or add chapters to its library folder.
library-go-on = Go on to
library-read-on = In the library
library-previous = Previous: { $name }
library-next = Next: { $name }
library-keys = ← → turn the page  ·  ↑ ↓ scroll  ·  Esc back to the body
# Above the explanation of the marks beside the text.
library-marks = The marks in the margin

## Safety

library-red-flags = Warning signs
library-sign-of = May be a sign of
library-conditions = Conditions
library-no-go-areas = Places
# Names of methods, with commas between them.
library-never-with = Never here with: { $methods }.
limit-pressure = Pressing
limit-massage = Massage
limit-roller = Foam roller
limit-heat = Heat
level-do-not = Do not
level-only-with-advice = Ask a clinician first
level-modify = With changes
level-none-named = No limit named

## Studies and claims

# $how is one of the certainty texts below.
certainty = Certainty: { $how }
certainty-moderate = moderate
certainty-moderate-why = Those who weighed the studies are moderately sure: the true effect is probably near this.
certainty-low = low
certainty-low-why = Those who weighed the studies are not very sure: the true effect may be quite different.
certainty-low-to-very-low = low to very low
certainty-low-to-very-low-why = Ratings differ between low and very low: the true effect may be quite different.
certainty-very-low = very low
certainty-very-low-why = Those who weighed the studies are very unsure of this.
certainty-one-trial = one trial
certainty-one-trial-why = A single trial that nobody rated: the result may not hold when it is repeated.
certainty-not-rated = not rated
certainty-not-rated-why = Several studies that nobody rated, or that disagree.
certainty-unknown = unknown
certainty-unknown-why = No estimate was found.
finding-limits = What limits it
claim-said = Often said
claim-quoted = “{ $claim }”
claim-truth = As far as is known
