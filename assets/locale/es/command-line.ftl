### Lo que dice la línea de órdenes.

locate-signs-first = Primero, las señales de alarma. Busca ayuda si se cumple alguna:
locate-signs-in-full = Completas, con lo que hay que marcar: myomap show see_a_doctor, o una por su id, p. ej. myomap show RF08.
locate-no-point-there = Ningún punto de esta lista envía dolor ahí.
locate-too-many-regions = Eso es más de la mitad del cuerpo: ningún punto destaca y una lista no diría nada. Nombra dónde duele más, o un dolor cada vez.
locate-fit-of-named = Cuánto encaja un patrón con lo nombrado; no es un diagnóstico ni una probabilidad.
locate-fit-of-painted = Cuánto encaja un patrón con lo pintado; no es un diagnóstico ni una probabilidad.
locate-side-same = el lado que duele
locate-side-opposite = el otro lado
locate-side-both = los dos lados
locate-side-either = izquierda o derecha
locate-side-left = izquierda
locate-side-right = derecha
# p. ej. TRA-1 Trapecio superior, borde anterior (izquierda), 71 de 100: alcanza 2 de 3 que duelen; …
locate-line = { $point } { $name } ({ $side }), { $fit } de 100: { $reason }
locate-more =
    { $count ->
        [one] 1 punto más: mira --top.
       *[other] { $count } puntos más: mira --top.
    }
locate-reaches = alcanza { $reached } de { $hurting } que duelen
locate-most-feel = la mayoría lo nota en: { $regions }
locate-some-feel = algunas personas lo notan en: { $regions }
locate-not-named = no has nombrado: { $regions }
locate-counted = se encontraron puntos activos aquí en el { $percent } % de las personas con dolor lumbar, al tacto
locate-covers = cubre el { $covers } % de lo que has pintado; has pintado el { $essential } % de su zona esencial
locate-spilt = el { $percent } % queda en su zona de desbordamiento
locate-not-painted-either = no has pintado: { $regions }
locate-nothing-painted = no hay nada pintado.
locate-painted-everywhere = hay tanto cuerpo pintado que ningún punto destaca, y una lista no diría nada. Pinta dónde duele más, o un dolor cada vez.
