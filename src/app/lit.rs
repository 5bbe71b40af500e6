//! Which structures are lit for something that is none itself: the muscles that a stretch is for, or a method.
//!
//! Not here: how they are lit (`view::appearance`).

use crate::model::{
    catalog::Catalog,
    facts::Muscle,
    ids::{Item, StructureId},
    side::Side,
};

/// The bodies of the muscles that a stretch or a self-treatment method belongs to, of both sides. None for a method
/// with areas that its tool must not touch: those are drawn, on a body whose muscles step back.
#[must_use]
pub fn lit_by(item: &Item, catalog: &Catalog) -> Vec<StructureId> {
    let belongs: Box<dyn Fn(&Muscle) -> bool + '_> = match item {
        Item::Stretch(id) => Box::new(|muscle| muscle.stretches.contains(id)),
        Item::Method(id) if catalog.no_go_areas_of(id).next().is_none() => {
            Box::new(|muscle| is_treated_by(muscle, id))
        }
        _ => return Vec::new(),
    };
    let muscles = catalog.muscles.iter().filter(|muscle| belongs(muscle));
    let parts = muscles.flat_map(|muscle| &muscle.parts);
    parts
        .flat_map(|part| [Side::Left, Side::Right].map(|side| StructureId::new(&part.id, side)))
        .collect()
}

fn is_treated_by(muscle: &Muscle, method: &str) -> bool {
    let by_point = |point: &crate::model::facts::TriggerPoint| {
        let mut applications = point.treatment.iter();
        applications.any(|application| application.method == method)
    };
    muscle.points.iter().any(by_point)
}
