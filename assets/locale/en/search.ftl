search-field = Search the body
search-hint = Muscle, point, place or feeling
search-close = Close the search (Esc)
search-points = Trigger points
search-muscles = Muscles
search-regions = Places on the body
search-stretches = Stretches and exercises
search-methods = Self-treatment
search-bones = Bones
search-safety = Warning signs and cautions
search-library = Library
search-keys = ↑ ↓ choose  ·  Enter open  ·  Esc close  ·  add “left” or “right” for a side
# What something found is, at the end of its line.
found-muscle = Muscle
found-region = Region
found-stretch = Stretch
found-method = Self-treatment
found-bone = Bone
# $chapter is the name of the chapter.
found-section = { $chapter }
found-red-flag = Warning sign
found-condition = Who should not press
found-no-go-area = Where not to press
# Of a part of a muscle; the muscle's name begins with a small letter.
part-of = Part of { $muscle }
found-left = { $place } · left
found-right = { $place } · right
# Parts of the body: headings over the places that belong to them.
body-part-head = Head and face
body-part-neck = Neck
body-part-shoulder = Shoulder
body-part-shoulder-blade = Shoulder blade
body-part-arm = Upper arm
body-part-elbow = Elbow
body-part-forearm = Forearm
body-part-hand = Wrist and hand
body-part-chest = Chest and ribs
body-part-abdomen = Belly
body-part-back = Back
body-part-hip = Hip, buttock and groin
body-part-thigh = Thigh
body-part-knee = Knee
body-part-leg = Lower leg
body-part-foot = Foot
body-part-other = Elsewhere
search-try = Try “trapezius”, “temple”, “left shoulder blade” or “headache”.
search-nothing = Nothing of that name. Try a shorter word, or the place where it hurts.
# What people type, with spaces between the words: for the left, for the right, and what says
# nothing about what is looked for.
search-words-left = left
search-words-right = right
search-words-empty = the of in at my a an and to pain muscle point
