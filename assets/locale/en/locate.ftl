# The mode, and what it is for.
mode-locate = Locate
mode-locate-for = Locate: say where it hurts

# The warning signs.
locate-questions-title = Before you begin
locate-questions-lead = Some pains need a doctor first. Tick whatever applies to you.
locate-answers-ran-out = Your answers to the questions about warning signs are older than { $days } days. Please answer them again.
locate-questions-none = None of these applies to me
locate-questions-go-on = Go on with these answers
locate-may-be = It may be: { $what }
locate-stopped-why = Trigger points are not shown now. Have this looked at first; you can come back afterwards.
locate-change-answers = Change my answers
locate-start-again = Start again
locate-questions-again = Warning signs

# The pains and the brush.
locate-where = Where does it hurt?
locate-preparing = The body is being prepared for painting …
locate-failed = The body could not be prepared for painting.
locate-failed-data = Something in the data of the body does not fit together: { $what }. Take the last data pack away, or let its author know.
locate-failed-memory = The preparation ended without a result. There may be too little memory: close other programs or tabs.
locate-try-again = Try again
locate-pain-number = Pain { $number }
locate-pain-row = Paint: { $name }
locate-add-pain = Another pain
locate-remove-pain = Remove this pain and its painting
locate-name-field = Name of this pain
locate-name-hint = Name it, if you like
locate-colour = Colour { $number }
locate-strength = How strong
locate-slight = Slight
locate-slight-name = Slight pain (1 of 3)
locate-strong = Strong
locate-strong-name = Strong pain (2 of 3)
locate-strongest = Worst
locate-strongest-name = The worst pain (3 of 3)
locate-size = Brush, mm (25 mm = 1 in)
locate-size-name = Brush { $mm } mm across
locate-erase = Erase
locate-mirror = Mirror: both sides at once
locate-undo = Take the last step back (Ctrl+Z)
locate-redo = Do it again (Ctrl+Y)
locate-clear = Clear this pain
locate-on-body = Body
locate-on-body-name = Show the body
locate-on-map = Flat map
locate-on-map-name = Show the flat map
locate-copy = Copy the painting
locate-copy-why = Puts the painting on the clipboard as text. Saved in a file, it can be read by myomap locate --paint.

# The regions.
locate-regions = Choose regions
locate-search-field = Find a region
locate-search-hint = Find a region
locate-no-region = No region has that name.
locate-left-short = Left
locate-right-short = Right
locate-midline-short = Middle
locate-front = Front
locate-back = Back
locate-your-left = Your left
locate-your-right = Your right
locate-map-front = { $region }, front
locate-map-back = { $region }, back
locate-map-larger = Make the map larger
locate-map-smaller = Make the map smaller
locate-map-whole = Show the whole map
locate-map-hint = Click a region, or drag to paint. Keys: Tab, Space, + and −.

# What it leads to.
locate-results = What could send pain there
locate-nothing = Nothing is painted yet. Choose regions from the list, or paint.
locate-everywhere = So much is painted that no point stands out. Paint where it hurts most, or one pain at a time.
locate-no-point = No point listed here sends pain there. That does not mean that nothing is wrong: ask a doctor if it lasts more than two weeks.
locate-look-alikes = First: what else it could be
locate-look-alikes-others = Look-alikes of the other muscles ({ $count })
locate-unexplained = { $percent } % of what you painted is explained by no point in this list.
locate-no-diagnosis = The list says how well a textbook pattern fits what you painted. It is not a diagnosis and not a probability.
locate-fit = fits { $fit } of 100
locate-result = { $name }: open its card
locate-covers-essential = { $percent } % of what you painted lies on its essential zone
locate-covers-spillover = { $percent } % lies on its spillover zone
locate-legend-both = Painted, and in its pattern
locate-legend-essential = Essential zone, not painted
locate-legend-painted = Painted, not in its pattern
locate-legend-spillover = Spillover zone, not painted
locate-essential-painted = You painted { $percent } % of its essential zone
locate-not-painted = You did not paint: { $regions }
locate-how-common = Active points were found here in { $percent } % of people with low back pain, by touch.
locate-same = Its pattern looks the same as that of:
locate-also = Also explained by:
locate-find = How to find the spot by touch
locate-explain-all = Explain all my pains
locate-explained-by = The fewest points that explain them together:
locate-explained-by-none = No points listed here explain them together.
locate-explained-share = { $name }: { $percent } % explained
