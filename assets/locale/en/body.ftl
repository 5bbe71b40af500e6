# Under the small picture that shows the other side.
inset-front = Front
inset-back = Back
loading-body = Building the body …
loading-body-failed = The body could not be built; start myomap from a terminal to see why.
