depth = Depth
# A stop of the slider, by its number and name.
depth-stop = Depth { $depth }: { $layer }

# The layers by their names.
layer-skin = Skin
layer-superficial = Superficial
layer-second = Second
layer-third = Third
layer-erector-spinae = Erector spinae
layer-deepest = Deepest
layer-skeleton = Skeleton
# The same within a line, after the name of a muscle.
in-layer-skin = skin
in-layer-superficial = superficial layer
in-layer-second = second layer
in-layer-third = third layer
in-layer-erector-spinae = erector spinae layer
in-layer-deepest = deepest layer
in-layer-skeleton = skeleton

status-point-at-body = { $layer }: point at the body to see names
status-tap-body = { $layer }: tap the body to see names
status-paint-where-it-hurts = Paint where it hurts
keys-paint = Drag on the skin to paint
keys-choose-region = Click a region
keys-choose-region-finger = Tap a region
keys-paint-map = Drag to paint
keys-move-right = Right drag to move
keys-whole = Double click for the whole
keys-turn-right = Right drag to turn
keys-frame = F frame
keys-hide = H hide
keys-alone = I alone
keys-see-through = G see through
keys-close = Esc close
keys-turn = Drag or arrows to turn
keys-zoom = Wheel or + − to zoom
keys-peel = PgUp PgDn peel
keys-views = 1–8 views
keys-show-all = Alt+H show all
keys-one-finger-paints = One finger paints
keys-two-fingers-turn = Two fingers turn and zoom
keys-one-finger = One finger turns
keys-two-fingers = Two fingers move and zoom
keys-press-long = Press long for the menu
