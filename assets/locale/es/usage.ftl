### Lo que dice la línea de órdenes cuando se usa mal.

usage-error = error: { $what }
usage-line = Uso: { $usage }
usage-see-help = Para saber más: '{ $command } --help'.

usage-unknown-argument = aquí no hay ningún argumento '{ $argument }'
usage-unknown-command = no hay ninguna orden '{ $command }'
usage-similar-argument = ¿querías decir '{ $argument }'?
usage-similar-value = ¿querías decir '{ $value }'?
usage-similar-command = ¿querías decir la orden "{ $command }"?
usage-argument-of = { $argument } es de: { $commands }
usage-as-value = para dar '{ $argument }' como valor, escribe -- delante: -- { $argument }
usage-missing-value = a { $argument } le falta un valor
usage-invalid-value = '{ $value }' no vale para { $argument }
usage-values = A elegir: { $values }
usage-refused-value = '{ $value }' no vale para { $argument }: { $why }
usage-too-many-values = '{ $value }' es un valor de más para { $argument }
usage-twice = { $argument } está más de una vez
usage-conflict = { $argument } no va junto con { $others }
usage-conflict-any = { $argument } no va junto con lo demás que has escrito
usage-missing-arguments = falta: { $arguments }
usage-missing-command = a { $command } le falta una orden: { $commands }
usage-not-text = uno de los argumentos no es texto (UTF-8)
usage-wrong = esto no se entiende
usage-link-and-command = un enlace abre la ventana; una orden no lleva ninguno delante

# Por qué un valor no vale.
usage-no-link = un enlace es así: '#point=TRA-1.left'; las órdenes son { $commands }
usage-language = no es la etiqueta de un idioma, p. ej. es
usage-size = escríbelo como 1280x800, cada número de 16 a { $largest }
usage-number-from = escribe un número entero, { $least } o más
usage-number-from-to = escribe un número entero de { $least } a { $most }
usage-not-negative = escribe un número que no sea negativo, p. ej. 12 o 0.2
