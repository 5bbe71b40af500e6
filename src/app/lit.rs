//! Which structures are lit for something that is none itself: the muscles that a stretch is for, a method, or a
//! programme of both.
//!
//! Not here: how they are lit (`view::appearance`).

use crate::model::{
    catalog::Catalog,
    facts::{Does, Muscle, Programme},
    ids::{Item, StructureId},
    side::Side,
};
use std::collections::BTreeSet;

/// The bodies of the muscles that a stretch, a self-treatment method or a programme belongs to, of both sides. None for a
/// method with areas that its tool must not touch: those are drawn, on a body whose muscles step back.
#[must_use]
pub fn lit_by(item: &Item, catalog: &Catalog) -> Vec<StructureId> {
    let belongs: Box<dyn Fn(&Muscle) -> bool + '_> = match item {
        Item::Stretch(id) => Box::new(|muscle| muscle.stretches.contains(id)),
        Item::Method(id) if catalog.no_go_areas_of(id).next().is_none() => {
            Box::new(|muscle| is_treated_by(muscle, id))
        }
        Item::Programme(id) => {
            let programme = catalog.programme(id);
            return programme.map_or_else(Vec::new, |x| lit_by_programme(x, catalog));
        }
        _ => return Vec::new(),
    };
    bodies_of(catalog, &*belongs)
}

/// The parts on whose points a programme works, and the muscles of its stretches. What it does with a method at no point
/// in particular, as with the hands or the breath, has no place of its own.
fn lit_by_programme(programme: &Programme, catalog: &Catalog) -> Vec<StructureId> {
    let mut lit: Vec<StructureId> = Vec::new();
    for item in &programme.items {
        let points = item.points.iter().filter_map(|code| catalog.point(code));
        lit.extend(points.flat_map(|(_, point)| both_sides(&point.part)));
        if let Does::Stretch(id) = &item.does {
            lit.extend(bodies_of(catalog, &|muscle| muscle.stretches.contains(id)));
        }
    }
    let mut seen = BTreeSet::new();
    lit.retain(|body| seen.insert(body.clone()));
    lit
}

/// The points that a programme names: among those of the muscles that it lights, they are the ones it is about.
#[must_use]
pub fn points_of<'a>(item: &Item, catalog: &'a Catalog) -> BTreeSet<&'a str> {
    let Item::Programme(id) = item else {
        return BTreeSet::new();
    };
    let items = catalog.programme(id).map_or(&[][..], |x| &x.items);
    let points = items.iter().flat_map(|item| &item.points);
    points.map(String::as_str).collect()
}

fn bodies_of(catalog: &Catalog, belongs: &dyn Fn(&Muscle) -> bool) -> Vec<StructureId> {
    let muscles = catalog.muscles.iter().filter(|muscle| belongs(muscle));
    let parts = muscles.flat_map(|muscle| &muscle.parts);
    parts.flat_map(|part| both_sides(&part.id)).collect()
}

fn both_sides(base: &str) -> [StructureId; 2] {
    [Side::Left, Side::Right].map(|side| StructureId::new(base, side))
}

fn is_treated_by(muscle: &Muscle, method: &str) -> bool {
    let by_point = |point: &crate::model::facts::TriggerPoint| {
        let mut applications = point.treatment.iter();
        applications.any(|application| application.method == method)
    };
    muscle.points.iter().any(by_point)
}
