layers = Capas
layers-show-all = Mostrar todo
layers-show-all-why = Volver a mostrar todo lo oculto, transparente o aislado, y todos los puntos gatillo (Alt+H)
layers-show-all-again = Volver a mostrar todo
layers-peel-to = Quitar capas hasta la { $depth }: { $layer }
layers-bring-back = Capa quitada: haz clic para recuperarla
layers-peel-down = Haz clic para quitar capas hasta esta
layers-fold-layer = Plegar la capa { $depth }: { $layer }
layers-unfold-layer = Desplegar la capa { $depth }: { $layer }
layers-fold = Plegar { $name }
layers-unfold = Desplegar { $name }
layers-points =
    { $count ->
        [one] 1 punto gatillo
       *[other] { $count } puntos gatillo
    }
layers-select = Seleccionar
layers-fill-view = Encuadrar
layers-copy-link = Copiar un enlace

# What can be done with a structure, and undone.
action-hide = Ocultar
action-show = Volver a mostrar
action-see-through = Transparentar
action-solid = Volver a hacer sólido
action-alone = Mostrar solo esto
action-with-others = Mostrar con los demás
# A button in the row of a structure.
action-of = { $name }: { $action } ({ $key })

# Bones that come in numbers.
bones-vertebrae = Vértebras
bones-discs = Discos
bones-ribs = Costillas
bones-costal-cartilages = Cartílagos costales
bones-breastbone = Esternón
bones-teeth = Dientes
bones-wrist = Huesos de la muñeca
bones-palm = Huesos de la palma
bones-fingers = Huesos de los dedos de la mano
bones-ankle-and-heel = Huesos del tobillo y el talón
bones-instep = Huesos del empeine
bones-toes = Huesos de los dedos del pie
bones-ligaments = Ligamentos
