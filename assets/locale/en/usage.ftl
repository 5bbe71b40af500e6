### What the command line says of wrong usage.

# e.g. error: there is no argument '--jsn' here
usage-error = error: { $what }
usage-line = Usage: { $usage }
usage-see-help = For more information, try '{ $command } --help'.

usage-unknown-argument = there is no argument '{ $argument }' here
usage-unknown-command = there is no command '{ $command }'
usage-similar-argument = did you mean '{ $argument }'?
usage-similar-value = did you mean '{ $value }'?
usage-similar-command = did you mean the command "{ $command }"?
usage-argument-of = { $argument } belongs to: { $commands }
usage-as-value = to give '{ $argument }' as a value, write -- before it: -- { $argument }
usage-missing-value = { $argument } needs a value
usage-invalid-value = '{ $value }' is no value for { $argument }
usage-values = One of: { $values }
usage-refused-value = '{ $value }' is no value for { $argument }: { $why }
usage-too-many-values = '{ $value }' is one value too many for { $argument }
usage-twice = { $argument } is given more than once
usage-conflict = { $argument } does not go with { $others }
usage-conflict-any = { $argument } does not go with what else is given
usage-missing-arguments = what is missing: { $arguments }
usage-missing-command = { $command } needs a command: { $commands }
usage-not-text = one of the arguments is no text (UTF-8)
usage-wrong = this cannot be understood
usage-link-and-command = a link opens the window; a command does not take one in front of it

# Why a value is refused.
usage-no-link = a link looks like '#point=TRA-1.left'; the commands are { $commands }
usage-language = it is no tag of a language, e.g. es
usage-size = write it as 1280x800, each from 16 to { $largest }
usage-number-from = write a whole number, { $least } or more
usage-number-from-to = write a whole number from { $least } to { $most }
usage-not-negative = write a number that is not negative, e.g. 12 or 0.2
