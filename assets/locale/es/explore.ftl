# The mode, and what it is for.
mode-explore = Explorar
mode-explore-for = Explorar: mirar el cuerpo
