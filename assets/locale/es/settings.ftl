settings-text-size = Tamaño del texto, por ciento
settings-text-scale = Tamaño del texto { $percent } %
settings-pain-colour = Color del dolor
settings-pain-red = Rojo
settings-pain-blue = Azul
settings-pain-in-red = Dolor en rojo
settings-pain-in-blue = Dolor en azul
settings-markers = Puntos gatillo en el cuerpo
settings-labels = Nombres en el cuerpo (L)
settings-reduced-motion = Menos movimiento
settings-first-steps = Ver otra vez los primeros pasos
settings-language = Idioma
# Said where the interface is not in English.
settings-facts-in-english = Algunas explicaciones de los músculos, los puntos y los tratamientos están en inglés; lo demás está traducido.
