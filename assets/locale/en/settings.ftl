settings-text-size = Text size, per cent
settings-text-scale = Text size { $percent } %
settings-pain-colour = Colour of pain
settings-pain-red = Red
settings-pain-blue = Blue
settings-pain-in-red = Pain in red
settings-pain-in-blue = Pain in blue
settings-markers = Trigger points on the body
settings-labels = Labels on the body (L)
settings-reduced-motion = Reduced motion
settings-first-steps = Show the first steps again
settings-language = Language
# Said where the interface is not in English.
settings-facts-in-english = Some explanations of the muscles, points and treatments are in English; the rest is translated.
