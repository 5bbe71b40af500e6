top-fold-layers = Fold the layers away
top-show-layers = Show the layers
top-fold-painting = Fold the painting tools away
top-show-painting = Show the painting tools
top-fold-contents = Fold the contents away
top-show-contents = Show the contents
top-fold-card = Fold the card away
top-show-card = Show the card
top-back = Back (Alt+Left)
top-forward = Forward (Alt+Right)
top-settings = Settings
top-more = Menu and settings
top-dark-theme = Dark theme
top-light-theme = Light theme
top-copy-link = Copy a link to this view
top-search = Search
top-search-key = Search (Ctrl+K)
top-view = View

# The sheet of a phone: its tabs, and the buttons that pull it.
sheet-card = Card
sheet-paint = Paint
sheet-results = Results
sheet-to-results = To the results
sheet-up = Pull the sheet up
sheet-down = Push the sheet down

side-short-left = Left
side-short-both = Both
side-short-right = Right
side-shown = Sides shown: { $side }
side-show-left = Show the left side
side-show-both = Show both sides
side-show-right = Show the right side

# Ways of looking at the body.
preset-back = Back
preset-front = Front
preset-left = Left
preset-right = Right
preset-neck = Neck
preset-shoulder-blades = Shoulder blades
preset-low-back = Low back
preset-hips = Hips
# The accessible names of the same, with their key.
look-back = View from the back ({ $key })
look-front = View from the front ({ $key })
look-left = View from the left ({ $key })
look-right = View from the right ({ $key })
look-neck = View of the neck ({ $key })
look-shoulder-blades = View of the shoulder blades ({ $key })
look-low-back = View of the low back ({ $key })
look-hips = View of the hips ({ $key })
