# Under the small picture that shows the other side.
inset-front = Front
inset-back = Back
loading-body = Building the body …
loading-body-failed = The body could not be built; start myomap from a terminal to see why.

# What lies at the left, in the middle and at the right of the body's picture.
edge-left = Left
edge-right = Right
edge-front = Front
edge-back = Back
