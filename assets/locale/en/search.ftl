search-field = Search the body
search-hint = Muscle, point, place or feeling
search-close = Close the search (Esc)
search-best = Best matches
search-open-link = Open this view
search-points = Trigger points
search-muscles = Muscles
search-regions = Places on the body
search-stretches = Stretches and exercises
search-methods = Self-treatment
search-bones = Skeleton and fasciae
search-safety = Warning signs and cautions
search-library = Library
search-keys = ↑ ↓ choose  ·  Enter open  ·  Esc close  ·  add “left” or “right” for a side
# What something found is, at the end of its line.
found-muscle = Muscle
found-region = Region
found-stretch = Stretch
found-method = Self-treatment
found-bone = Bone
found-cartilage = Cartilage
found-tooth = Tooth
found-ligament = Ligament
found-fascia = Fascia
# The words by which something was found.
found-by = “{ $words }”
found-point-of = { $code } · { $muscle }
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
search-words-empty = the of in at my a an and or to for with when while if from up i im ive have has had is are be been was this that it its which cant can cannot not no do does did dont get gets getting got on over me you your so very really just some any there out down into through as by after since during all about what how why
# Words that say little, since most people who search have it; they count less.
search-words-weak = pain painful ache achy hurt hurts hurting sore soreness tender muscle point tight tightness tense tension feel feeling feels bad new last week month day start began long really much more
# Names of parts of the body as people type them, with commas; one may be named in several.
search-part-head = head, skull, whole head
search-part-neck = neck
search-part-shoulder = shoulder
search-part-shoulder-blade = shoulder blade
search-part-arm = arm, upper arm
search-part-elbow = elbow, arm
search-part-forearm = forearm, lower arm, arm
search-part-hand = hand, hand and wrist, wrist and hand, finger
search-part-chest = chest, rib cage, ribcage, thorax
search-part-abdomen = belly, abdomen, stomach, tummy
search-part-back = back, whole back, spine
search-part-hip = hip, pelvis
search-part-thigh = thigh, upper leg, leg
search-part-knee = knee, leg
search-part-leg = lower leg, leg
search-part-foot = foot, feet, ankle, toe, heel, sole
