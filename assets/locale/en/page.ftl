## The page around the picture, in the browser: its list view, for screen readers and the keyboard

page-list = List view
page-close = Close
page-about = Everything that the picture shows, as a list. What you choose here is selected in the picture, and its card follows below the list.
page-find = Find in the list
page-side = Side
page-side-left = Left
page-side-right = Right
page-entries = Muscles, points and regions
page-muscles = Muscles and their trigger points
page-regions = Regions
page-card = Card
# Stands above a card where the language is not English.
page-card-language = Some of the explanations are in English.
page-body = Body
page-picture = Interactive picture of the body
page-picture-help = Everything in the picture is also in the list view, the button before it. To leave the picture with the keyboard, press Escape, then Tab.
page-muscle =
    { $name } ({ $count ->
        [one] 1 point
       *[other] { $count } points
    })
page-whole-muscle = { $name }, the muscle
page-left =
    { $count ->
        [one] 1 entry left in the list
       *[other] { $count } entries left in the list
    }
page-selected = { $name } is selected. Its card is at the end of the list view.
page-nothing-selected = Nothing is selected.
page-newer = A newer version of myomap is ready.
page-use-newer = Use it now
