layers = Layers
layers-show-all = Show all
layers-show-all-why = Show again everything hidden, see-through or alone, and all trigger points (Alt+H)
layers-show-all-again = Show all again
layers-peel-to = Peel to layer { $depth }: { $layer }
layers-bring-back = Peeled away: click to bring this layer back
layers-peel-down = Click to peel down to this layer
layers-fold-layer = Fold layer { $depth }: { $layer }
layers-unfold-layer = Unfold layer { $depth }: { $layer }
layers-fold = Fold { $name }
layers-unfold = Unfold { $name }
layers-points =
    { $count ->
        [one] 1 trigger point
       *[other] { $count } trigger points
    }
layers-select = Select
layers-fill-view = Fill the view
layers-copy-link = Copy a link to it

# What can be done with a structure, and undone.
action-hide = Hide
action-show = Show again
action-see-through = See through
action-solid = Make solid again
action-alone = Show alone
action-with-others = Show with the others
# A button in the row of a structure.
action-of = { $name }: { $action } ({ $key })

# Bones that come in numbers.
bones-vertebrae = Vertebrae
bones-discs = Discs
bones-ribs = Ribs
bones-costal-cartilages = Costal cartilages
bones-breastbone = Breastbone
bones-teeth = Teeth
bones-wrist = Wrist bones
bones-palm = Palm bones
bones-fingers = Finger bones
bones-ankle-and-heel = Ankle and heel bones
bones-instep = Instep bones
bones-toes = Toe bones
bones-ligaments = Ligaments
