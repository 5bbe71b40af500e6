//! Bones without a reference: built plainly from their usual sizes and from what they are joined to.

use super::teeth;
use crate::{
    model::facts::{Net, Shape},
    workshop::{
        recipe::bone::{Bar, BoneRecipe, How, Station, Toe},
        rounding::net_of_rings,
    },
};
use glam::Vec3;
use std::f32::consts::TAU;

/// Points of a ring of a metatarsal, and of a phalanx.
const TOE_POINTS: (usize, usize) = (10, 8);
/// Thickness of the middle of a metatarsal and of a phalanx, as a share of the whole.
const WAISTS: (f32, f32) = (0.62, 0.66);
/// A toe begins so far before the head of its metatarsal, millimetres: room for the head's own roundness.
const BEFORE_HEAD_MM: f32 = 3.0;

/// The shape of a recipe's bone that is built; `None` for one that is measured or not the recipe's.
pub fn built_shape(recipe: &BoneRecipe, bone_id: &str) -> Option<Shape> {
    let number = recipe.bones.iter().position(|(id, _)| id == bone_id)?;
    let nets = match &recipe.how {
        How::Bar(bar) => vec![bar_net(&whole_bar(bar), bar.points)],
        How::Toe(toe) => vec![toe_net(toe, number)?],
        How::Teeth(teeth) => teeth::row(teeth),
        How::Parts(_)
        | How::Harmonic(_)
        | How::MiddleLine(_)
        | How::Lengthwise(_)
        | How::Disc(_)
        | How::Skull(_) => return None,
    };
    Some(Shape {
        structure: bone_id.to_owned(),
        source: recipe.source.clone(),
        nets,
        ..Shape::default()
    })
}

/// The stations of a bar; of one across the midline both halves.
fn whole_bar(bar: &Bar) -> Vec<Station> {
    if !bar.mirrored {
        return bar.stations.clone();
    }
    let right = bar.stations.iter().rev().skip(1);
    let right = right.map(|(x, y, z, w, h)| (-x, *y, *z, *w, *h));
    bar.stations.iter().copied().chain(right).collect()
}

/// Rounded rings square to the way through the stations, their width level, their height across it.
pub(super) fn bar_net(stations: &[Station], points: usize) -> Net {
    let centre = |i: usize| Vec3::new(stations[i].0, stations[i].1, stations[i].2);
    let last = stations.len().saturating_sub(1);
    let rings = (0..stations.len()).map(|i| {
        let along = (centre((i + 1).min(last)) - centre(i.saturating_sub(1))).normalize_or(Vec3::Z);
        let level = along.cross(Vec3::Y).normalize_or(Vec3::X);
        let over = level.cross(along);
        let (width, height) = (stations[i].3, stations[i].4);
        (0..points)
            .map(|k| {
                let angle = TAU * k as f32 / points as f32;
                centre(i) + level * (width * angle.cos()) + over * (height * angle.sin())
            })
            .collect()
    });
    net_of_rings(rings.collect())
}

/// The metatarsal of a toe (number 0), or one of its phalanges, each from a joint to the next.
fn toe_net(toe: &Toe, number: usize) -> Option<Net> {
    let (base, head, tip) = (
        Vec3::from(toe.base_mm),
        Vec3::from(toe.head_mm),
        Vec3::from(toe.tip_mm),
    );
    let Some(phalanx) = number.checked_sub(1) else {
        let stations = shaft(base, head, toe.metatarsal_half_mm, WAISTS.0);
        return Some(bar_net(&stations, TOE_POINTS.0));
    };
    let (from, to, share) = *toe.phalanges.get(phalanx)?;
    let start = head + (tip - head).normalize_or_zero() * BEFORE_HEAD_MM;
    let (from, to) = (start.lerp(tip, from), start.lerp(tip, to));
    let stations = shaft(from, to, toe.toe_half_mm * share, WAISTS.1);
    Some(bar_net(&stations, TOE_POINTS.1))
}

/// A small long bone between two joints: thick ends, thin middle.
fn shaft(from: Vec3, to: Vec3, thick: f32, waist: f32) -> Vec<Station> {
    // A bone hardly longer than thick has room for fewer rings.
    let profile: &[(f32, f32, f32)] = if from.distance(to) > 4.0 * thick {
        &[
            (0.0, 0.72, 0.8),
            (0.07, 1.0, 1.1),
            (0.3, waist, waist),
            (0.62, waist, waist),
            (0.9, 0.9, 0.95),
            (1.0, 0.6, 0.65),
        ]
    } else {
        &[
            (0.0, 0.8, 0.8),
            (0.22, 1.0, 1.0),
            (0.55, waist + 0.12, waist + 0.12),
            (0.82, 0.92, 0.9),
            (1.0, 0.7, 0.65),
        ]
    };
    profile
        .iter()
        .map(|(share, width, height)| {
            let p = from.lerp(to, *share);
            (p.x, p.y, p.z, thick * width, thick * height)
        })
        .collect()
}
