//! How each structure looks in a given state: a pure function, so that what is drawn,
//! what can be pointed at and what tests see never disagree.

use crate::{
    anatomy::body::{BodyStructure, StructureKind},
    app::{
        lit::{lit_by, points_of},
        stage::Surface,
        state::{DEEPEST, ViewSettings},
    },
    model::{
        catalog::Catalog,
        ids::{Item, StructureId},
        link::DEEPEST_LAYER,
    },
};
use std::collections::BTreeSet;

/// Opacity from which a structure counts as there: it can be pointed at and carries its markers.
pub const PRESENT: f32 = 0.5;

/// How far the rest recedes around a structure that is selected for itself.
const RECEDE_AROUND_SELECTED: f32 = 0.5;

/// Opacity of the skeleton around what is shown alone: a shell through which all of that is seen.
const SKELETON_AROUND_ALONE: f32 = 0.30;

/// How a structure looks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Appearance {
    /// 0 absent … 1 solid.
    pub opacity: f32,
    /// 0 itself … 1 stepped back behind what is selected.
    pub recede: f32,
    /// 0 … 1 selected.
    pub highlight: f32,
    /// Drawn as a shell, denser at its edge.
    pub shell: bool,
}

impl Appearance {
    /// Whether it is there to be pointed at.
    pub fn present(&self) -> bool {
        self.opacity >= PRESENT && !self.shell
    }
}

/// What the selection means for the picture, found once for all structures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Focus {
    /// The structures selected: the muscle of a point, all parts of a muscle.
    pub structures: BTreeSet<StructureId>,
    /// Their outermost layer.
    pub depth: Option<u8>,
    /// They are whole whatever is peeled: they lie in several layers, and are looked at together.
    pub stays: bool,
    /// Codes of the points that it is about; of those of its structures all, where there are none.
    pub points: BTreeSet<String>,
    /// Something on the skin is selected, a pattern or the areas of a method: the skin becomes a shell and the
    /// rest recedes.
    pub pattern: bool,
}

impl Focus {
    /// For what the picture is about.
    pub fn of(subject: Option<&Item>, catalog: &Catalog) -> Self {
        match subject {
            Some(Item::Point(point)) => {
                let Some((_, facts)) = catalog.point(&point.code) else {
                    return Self::default();
                };
                Self {
                    structures: BTreeSet::from([StructureId::new(&facts.part, point.side)]),
                    depth: catalog.part(&facts.part).map(|(_, part)| part.depth),
                    pattern: true,
                    ..Self::default()
                }
            }
            Some(Item::Structure(id)) => {
                let bodies = catalog.bodies_of(id);
                let depths = bodies
                    .iter()
                    .filter_map(|body| catalog.part(&body.base).map(|(_, part)| part.depth));
                Self {
                    depth: depths.min(),
                    structures: bodies.into_iter().collect(),
                    ..Self::default()
                }
            }
            Some(Item::Region(_)) => Self {
                pattern: true,
                ..Self::default()
            },
            Some(item @ (Item::Stretch(_) | Item::Method(_) | Item::Programme(_))) => Self {
                structures: lit_by(item, catalog).into_iter().collect(),
                points: points_of(item, catalog)
                    .into_iter()
                    .map(str::to_owned)
                    .collect(),
                stays: true,
                // The areas of the skin that its tool must not touch have the stage.
                pattern: match item {
                    Item::Method(method) => catalog.no_go_areas_of(method).next().is_some(),
                    _ => false,
                },
                ..Self::default()
            },
            _ => Self::default(),
        }
    }
}

/// How a structure looks where this much of the body is seen.
pub fn appearance(
    structure: &BodyStructure,
    surface: Surface,
    view: &ViewSettings,
    focus: &Focus,
) -> Appearance {
    let selected = focus.structures.contains(&structure.id);
    if surface == Surface::Skin {
        return Appearance::default();
    }
    let wrong_side = !view.side.shows(structure.id.side);
    let left_out = !view.isolated.is_empty() && !view.isolated.contains(&structure.id);
    // What is shown alone is shown on the skeleton: in a void nobody sees where it lies.
    let isolated_out = left_out && structure.is_peeled();
    if wrong_side || isolated_out || view.hidden.contains(&structure.id) {
        return Appearance::default();
    }
    let mut look = Appearance {
        opacity: opacity_at(structure, view.depth),
        highlight: if selected { 1.0 } else { 0.0 },
        ..Appearance::default()
    };
    if view.isolated.contains(&structure.id) {
        look.opacity = 1.0;
    } else if left_out {
        (look.opacity, look.shell, look.recede) = (SKELETON_AROUND_ALONE, true, 1.0);
        return look;
    } else if selected && focus.stays && view.depth > 0.0 {
        look.opacity = 1.0;
    } else if view.depth <= 0.0 && !focus.pattern {
        // Solid skin hides all: nothing is drawn in vain, and nothing can show through it.
        look.opacity = 0.0;
    }
    if focus.pattern {
        if selected {
            look.opacity = 1.0;
            look.highlight = 0.35;
        } else {
            look.recede = 1.0;
            // What would cover the selected muscle is taken away.
            let covers =
                structure.is_peeled() && focus.depth.is_some_and(|depth| structure.depth < depth);
            if covers {
                look.opacity = 0.0;
            }
        }
    }
    // A muscle looked at by itself stands out by what steps back around it; all of it stays legible.
    if !focus.pattern && !selected && !focus.structures.is_empty() {
        look.recede = RECEDE_AROUND_SELECTED;
    }
    if view.ghosted.contains(&structure.id) && look.opacity > 0.0 {
        look.shell = true;
        look.opacity = look.opacity.min(0.30);
    }
    look
}

/// The skin: solid at depth 0, gone at 1, a shell over a pattern.
pub fn skin_opacity(
    surface: Surface,
    view: &ViewSettings,
    focus: &Focus,
    shell_opacity: f32,
) -> (f32, bool) {
    if surface == Surface::Skin {
        return (1.0, false);
    }
    if !view.isolated.is_empty() && !focus.pattern {
        return (0.0, false);
    }
    let solid = (1.0 - view.depth).clamp(0.0, 1.0);
    if focus.pattern && solid < 1.0 {
        return (shell_opacity.max(solid), solid < shell_opacity);
    }
    (solid, false)
}

/// Whether the skin hides all that lies under it.
pub fn skin_is_solid(surface: Surface, view: &ViewSettings) -> bool {
    surface == Surface::Skin || (view.depth < 0.5 && view.isolated.is_empty())
}

/// Opacity by the depth slider alone: a layer is whole up to its own stop and gone at the next.
fn opacity_at(structure: &BodyStructure, depth: f32) -> f32 {
    match structure.kind {
        StructureKind::Bone(_) => 1.0,
        // Ligaments of the skeleton stay with it.
        StructureKind::Fascia if structure.depth >= DEEPEST_LAYER => 1.0,
        StructureKind::Muscle | StructureKind::Fascia => {
            let stop = f32::from(structure.depth).min(DEEPEST - 1.0);
            // Fading evenly would leave two layers half there for most of the way; the change is kept short.
            let gone = ((depth - stop - 0.15) / 0.7).clamp(0.0, 1.0);
            1.0 - gone * gone * (3.0 - 2.0 * gone)
        }
    }
}

impl BodyStructure {
    /// A muscle or a fascia, not a bone: drawn with fibres.
    pub fn has_fibres(&self) -> bool {
        !self.kind.is_bone()
    }

    /// Peeled with a layer, and not of the skeleton.
    pub fn is_peeled(&self) -> bool {
        self.has_fibres() && self.depth < DEEPEST_LAYER
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{link::SideFilter, side::Side};

    fn muscle(side: Side) -> BodyStructure {
        BodyStructure {
            id: StructureId::new("trapezius", side),
            kind: StructureKind::Muscle,
            depth: 1,
            name: "Trapezius".into(),
            mesh: Default::default(),
        }
    }

    #[test]
    fn the_whole_skin_hides_everything_whatever_is_peeled() {
        let focus = Focus::default();
        for depth in [0.0, 1.0, DEEPEST] {
            let mut view = ViewSettings {
                depth,
                ..ViewSettings::default()
            };
            view.isolated
                .insert(StructureId::new("trapezius", Side::Left));
            let look = appearance(&muscle(Side::Left), Surface::Skin, &view, &focus);
            assert!(!look.present());
            assert!(skin_is_solid(Surface::Skin, &view));
            assert_eq!(
                skin_opacity(Surface::Skin, &view, &focus, 0.2),
                (1.0, false)
            );
        }
    }

    #[test]
    fn a_peeled_body_shows_what_the_view_says() {
        let focus = Focus::default();
        let shown = |view: &ViewSettings, side| {
            appearance(&muscle(side), Surface::Peeled, view, &focus).present()
        };
        let mut view = ViewSettings::default();
        assert!(shown(&view, Side::Left) && shown(&view, Side::Right));
        view.side = SideFilter::Left;
        assert!(shown(&view, Side::Left) && !shown(&view, Side::Right));
        view.hidden
            .insert(StructureId::new("trapezius", Side::Left));
        assert!(!shown(&view, Side::Left));
        view = ViewSettings {
            depth: 2.0,
            ..ViewSettings::default()
        };
        assert!(!shown(&view, Side::Left), "it is peeled away");
        assert!(!skin_is_solid(Surface::Peeled, &view));
        view.depth = 0.0;
        assert!(skin_is_solid(Surface::Peeled, &view));
    }
}
