top-fold-layers = Plegar las capas
top-show-layers = Mostrar las capas
top-fold-painting = Plegar las herramientas de pintar
top-show-painting = Mostrar las herramientas de pintar
top-fold-contents = Plegar el índice
top-show-contents = Mostrar el índice
top-fold-card = Plegar la ficha
top-show-card = Mostrar la ficha
top-back = Atrás (Alt+Izquierda)
top-forward = Adelante (Alt+Derecha)
top-settings = Ajustes
top-more = Menú y ajustes
top-dark-theme = Tema oscuro
top-light-theme = Tema claro
top-copy-link = Copiar un enlace a esta vista
top-search = Buscar
top-search-key = Buscar (Ctrl+K)
top-view = Vista

# The sheet of a phone: its tabs, and the buttons that pull it.
sheet-card = Ficha
sheet-paint = Pintar
sheet-results = Resultados
sheet-to-results = A los resultados
sheet-up = Subir el panel
sheet-down = Bajar el panel

side-short-left = Izq.
side-short-both = Ambos
side-short-right = Der.
side-shown = Lados visibles: { $side }
side-show-left = Mostrar el lado izquierdo
side-show-both = Mostrar ambos lados
side-show-right = Mostrar el lado derecho

# Ways of looking at the body.
preset-back = Detrás
preset-front = Delante
preset-left = Izquierda
preset-right = Derecha
preset-neck = Cuello
preset-shoulder-blades = Escápulas
preset-low-back = Lumbares
preset-hips = Caderas
# The accessible names of the same, with their key.
look-back = Ver por detrás ({ $key })
look-front = Ver por delante ({ $key })
look-left = Ver por la izquierda ({ $key })
look-right = Ver por la derecha ({ $key })
look-neck = Ver el cuello ({ $key })
look-shoulder-blades = Ver las escápulas ({ $key })
look-low-back = Ver la zona lumbar ({ $key })
look-hips = Ver las caderas ({ $key })
