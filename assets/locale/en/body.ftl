# Under the small picture that shows the other side.
inset-front = Front
inset-back = Back
inset-left = Left
inset-right = Right
loading-body = Building the body …
loading-body-failed = The body could not be built; start myomap from a terminal to see why.

# What is said of the disc under the pointer, below its code.
marker-area = An area, no exact spot: the dashed ring
marker-deep = Lies under other tissue
marker-moved = Beside its place, for room: see the dot

# Only the points of one muscle are marked: said over the body, where a click leads back to all, and in menus.
points-only-of = Only the trigger points of { $name }
points-of-this = Only its trigger points
points-of-all = Trigger points of all muscles

# What lies at the left and the right edge of the body's picture, and where it is seen from.
edge-left = Left
edge-right = Right
edge-front = Front
edge-back = Back
# $from and $and are left, right, front, behind, above or below; $and is nowhere where the view is straight.
seen-from =
    Seen from { $from ->
        [left] the left
        [right] the right
        [front] the front
        [behind] behind
        [above] above
       *[below] below
    }{ $and ->
        [left] {" "}and the left
        [right] {" "}and the right
        [front] {" "}and the front
        [behind] {" "}and behind
        [above] {" "}and above
        [below] {" "}and below
       *[nowhere] {""}
    }
