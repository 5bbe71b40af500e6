//! Straight lines from the skin into the body, and which muscles they meet before a bone.
//!
//! Everything is judged on the left, from the hip to the neck. Not here: what is asked of them (`covering`, `in_sight`).

use crate::SCENE;
use glam::Vec3;
use myomap::{
    anatomy::{
        body::{BodyStructure, StructureKind},
        ray_index::RayIndex,
    },
    model::{link::DEEPEST_LAYER, side::Side},
};
use rayon::prelude::*;
use std::sync::LazyLock;

/// How far under the skin muscles are compared, millimetres.
const REACH_MM: f32 = 80.0;
/// How squarely a line has to meet what it is to be covered by, as a cosine.
const SQUARELY: f32 = 0.35;

/// A line in, from the middle of a triangle of the skin.
pub struct Line {
    /// Of the triangle.
    pub area_mm2: f32,
    /// Where it starts, on the skin.
    pub at_mm: Vec3,
    /// In the order in which they are met.
    pub met: Vec<Met>,
}

/// A muscle on a line into the body.
pub struct Met {
    pub muscle: &'static BodyStructure,
    /// Where the line enters and leaves it first, millimetres from the skin.
    pub from_mm: f32,
    pub to_mm: f32,
    /// This is the shortest way in to it: else it is another side's muscle.
    pub straight: bool,
    /// The line meets it squarely.
    squarely: bool,
}

impl Met {
    /// How far another muscle stands out of this one, millimetres: it begins before it and reaches into it.
    pub fn stood_through_by_mm(&self, other: &Self) -> Option<f32> {
        let through = other.from_mm < self.from_mm && other.to_mm > self.from_mm - 0.5;
        (through && self.straight && self.squarely).then_some(self.from_mm - other.from_mm)
    }
}

/// Every structure on the left or in the midline that is of a kind.
pub fn left(kind: fn(StructureKind) -> bool) -> Vec<(&'static BodyStructure, RayIndex)> {
    let structures = &SCENE.body.structures;
    structures
        .iter()
        .filter(|s| s.id.side != Side::Right && kind(s.kind))
        .map(|s| (s, RayIndex::build(&s.mesh)))
        .collect()
}

/// The lines that meet a muscle.
pub static LINES: LazyLock<Vec<Line>> = LazyLock::new(|| {
    let everything = left(|_| true);
    let skin = &SCENE.body.skin.mesh;
    let from = |&triangle: &[u32; 3]| -> Option<Line> {
        let [a, b, c] = skin.corners_mm(triangle);
        let (middle, normal) = ((a + b + c) / 3.0, (b - a).cross(c - a));
        if middle.x < 0.0 || !(780.0..1700.0).contains(&middle.y) {
            return None;
        }
        let area_mm2 = normal.length() / 2.0;
        let normal = normal.normalize_or_zero();
        let met = met_under(&everything, middle + normal * 0.5, -normal);
        (!met.is_empty()).then_some(Line {
            area_mm2,
            at_mm: middle,
            met,
        })
    };
    let lines: Vec<Line> = skin.triangles.par_iter().filter_map(from).collect();
    assert!(lines.len() > 5_000, "only {} lines", lines.len());
    lines
});

/// What a line from the skin meets before it meets a bone.
fn met_under(
    everything: &[(&'static BodyStructure, RayIndex)],
    eye: Vec3,
    inward: Vec3,
) -> Vec<Met> {
    let end = eye + inward * REACH_MM;
    let (low, high) = (eye.min(end), eye.max(end));
    let mut bone_mm = REACH_MM;
    let mut met = Vec::new();
    for (structure, index) in everything {
        let bounds = structure.mesh.bounds_mm();
        if bounds.is_none_or(|(least, most)| low.cmpgt(most).any() || high.cmplt(least).any()) {
            continue;
        }
        let Some(hit) = index.first_hit(eye, inward) else {
            continue;
        };
        // Ligaments of the skeleton end a line as its bones do.
        if structure.kind.is_bone() || structure.depth >= DEEPEST_LAYER {
            bone_mm = bone_mm.min(hit.distance_mm);
        } else if let Some(out) = index.first_hit(hit.point_mm + inward * 0.05, inward) {
            let nearest = SCENE.body.skin.index.nearest(hit.point_mm);
            met.push(Met {
                muscle: structure,
                from_mm: hit.distance_mm,
                to_mm: hit.distance_mm + out.distance_mm,
                straight: nearest.is_some_and(|at| at.distance_mm >= 0.8 * hit.distance_mm),
                squarely: -hit.normal.dot(inward) >= SQUARELY,
            });
        }
    }
    met.retain(|m| m.from_mm < bone_mm);
    met.sort_by(|a, b| a.from_mm.total_cmp(&b.from_mm));
    met
}
