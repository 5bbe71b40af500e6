# Under the small picture that shows the other side.
inset-front = Front
inset-back = Back
loading-body = Building the body …
loading-body-failed = The body could not be built; start myomap from a terminal to see why.

# What lies at the left and the right edge of the body's picture, and where it is seen from.
edge-left = Left
edge-right = Right
edge-front = Front
edge-back = Back
seen-from-left = Seen from the left
seen-from-right = Seen from the right
seen-from-front = Seen from the front
seen-from-behind = Seen from behind
