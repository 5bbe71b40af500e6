//! Measures the figures of the skin on a reference mesh, by command and repeatable.
//!
//! Rays are cast from the axes of `recipes` outward to the reference; then the radii are corrected until
//! the smooth union of all solids, and not each solid alone, lies on the points that were hit.
//! Only coarse radii leave this module: no vertex of the reference does.

pub mod check;
pub mod recipes;

use glam::Vec3;
use rayon::prelude::*;

use self::recipes::{RECIPES, Recipe};
use super::mesh::SurfaceMesh;
use super::ray_index::RayIndex;
use super::ring_net::NetError;
use super::skin::{union::Union, union_of_shape};
use crate::model::raw::{Net, Shape};

/// Corrections of the radii against the joined surface.
const CORRECTIONS: usize = 4;
/// A single correction moves a radius no farther, millimetres.
const LARGEST_CORRECTION_MM: f32 = 2.5;
/// How finely a ray is checked against a recipe's fence, millimetres.
const FENCE_STEP_MM: f32 = 1.0;

/// Shares of the way from the last ring of a rounded end to its apex at which it is measured too.
const CAP_STEPS: [f32; 4] = [0.26, 0.54, 0.8, 0.94];

/// Centre, radii, and the points hit, of one ring.
type Ring = (Vec3, Vec<f32>, Vec<Option<Vec3>>);

/// One net while it is measured.
struct Measured {
    centres: Vec<Vec3>,
    along: Vec3,
    first: Vec3,
    /// Radius per ring and angle; NaN where nothing was hit.
    radii: Vec<Vec<f32>>,
    /// The point of the reference a radius was measured to; none where a fence or taper cut it short.
    hits: Vec<Vec<Option<Vec3>>>,
}

/// Measures the skin's shape on a reference skin (body frame, millimetres).
///
/// # Errors
/// When what was measured is no sound shape, which means that the reference is not in the body frame.
pub fn measure_skin(reference: &SurfaceMesh) -> Result<Shape, NetError> {
    let index = RayIndex::build(reference);
    let mut all: Vec<Measured> = RECIPES
        .par_iter()
        .map(|recipe| measure(recipe, &index))
        .collect();
    for _ in 0..CORRECTIONS {
        let union = union_of_shape(&shape_of(&all))?;
        all.par_iter_mut().for_each(|one| correct(one, &union));
    }
    for (one, recipe) in all.iter_mut().zip(RECIPES) {
        if recipe.midline {
            mirror_radii(one);
        }
    }
    let shape = shape_of(&all);
    union_of_shape(&shape)?;
    Ok(shape)
}

fn tenth(value: f32) -> f32 {
    (value * 10.0).round() / 10.0
}

fn shape_of(all: &[Measured]) -> Shape {
    let nets: Vec<Net> = all
        .iter()
        .map(|one| Net::Polar {
            axis: one
                .centres
                .iter()
                .map(|c| (tenth(c.x), tenth(c.y), tenth(c.z)))
                .collect(),
            zero: one.first.into(),
            radii_mm: one
                .radii
                .iter()
                .map(|ring| ring.iter().map(|r| tenth(r.max(0.0))).collect())
                .collect(),
        })
        .collect();
    Shape {
        structure: "skin".into(),
        source: "BP3D".into(),
        measured_on: "fma7163".into(),
        nets,
    }
}

fn measure(recipe: &Recipe, index: &RayIndex) -> Measured {
    let path: Vec<Vec3> = recipe.path.iter().map(|&p| Vec3::from(p)).collect();
    let (start, end) = (path[0], path[path.len() - 1]);
    let along = (end - start).normalize_or(Vec3::Y);
    let first = Vec3::from(recipe.zero)
        .reject_from_normalized(along)
        .normalize_or(along.any_orthonormal_vector());
    let second = along.cross(first);
    let length = (end - start).dot(along);
    let mut stations = vec![0.0];
    while let Some(&last) = stations.last() {
        let next = last + recipe.spacing_at(last);
        if next > length - 0.4 * recipe.spacing_at(last) {
            break;
        }
        stations.push(next);
    }
    stations.push(length);
    let cast = |centre: Vec3| cast_ring(recipe, index, centre, first, second);
    let mut rings: Vec<Ring> = stations
        .iter()
        .map(|&s| {
            let mut centre = on_path(&path, start, along, s);
            let mut ring = cast(centre);
            if recipe.recentre {
                for _ in 0..2 {
                    centre += middle(&ring.0, first, second) * 0.8;
                    ring = cast(centre);
                }
            }
            let (mut radii, mut hits) = ring;
            let taper = recipe.taper_at(s, length);
            if taper < 1.0 {
                radii.iter_mut().for_each(|r| *r *= taper);
                hits.fill(None);
            }
            (centre, radii, hits)
        })
        .collect();
    // Rounded ends: rings closer and closer to the apex.
    let cap = |from: Vec3, towards: Vec3| -> Vec<Ring> {
        let Some(reach) = index.first_hit(from, towards).map(|hit| hit.distance_mm) else {
            return Vec::new();
        };
        let mut rings: Vec<Ring> = CAP_STEPS
            .iter()
            .map(|step| {
                let centre = from + towards * (reach * step);
                let (radii, hits) = cast(centre);
                (centre, radii, hits)
            })
            .collect();
        let apex = from + towards * reach;
        rings.push((apex, vec![0.0; recipe.angles], vec![None; recipe.angles]));
        rings
    };
    if recipe.cap_start {
        let mut caps = cap(rings[0].0, -along);
        caps.reverse();
        caps.append(&mut rings);
        rings = caps;
    }
    if recipe.cap_end {
        let mut caps = cap(rings[rings.len() - 1].0, along);
        rings.append(&mut caps);
    }
    let mut one = Measured {
        centres: Vec::new(),
        along,
        first,
        radii: Vec::new(),
        hits: Vec::new(),
    };
    for (centre, radii, hits) in rings {
        one.centres.push(centre);
        one.radii.push(radii);
        one.hits.push(hits);
    }
    if recipe.midline {
        mirror_radii(&mut one);
    }
    fill_gaps(&mut one.radii);
    one
}

/// The place of the path at a station; beyond its ends straight on.
fn on_path(path: &[Vec3], start: Vec3, along: Vec3, s: f32) -> Vec3 {
    let station = |p: Vec3| (p - start).dot(along);
    for pair in path.windows(2) {
        let (a, b) = (station(pair[0]), station(pair[1]));
        if s >= a && s <= b && b > a {
            return pair[0].lerp(pair[1], (s - a) / (b - a));
        }
    }
    path[path.len() - 1]
}

/// Radii and hit points of one ring.
fn cast_ring(
    recipe: &Recipe,
    index: &RayIndex,
    centre: Vec3,
    first: Vec3,
    second: Vec3,
) -> (Vec<f32>, Vec<Option<Vec3>>) {
    (0..recipe.angles)
        .map(|k| {
            let angle = std::f32::consts::TAU * k as f32 / recipe.angles as f32;
            let direction = first * angle.cos() + second * angle.sin();
            let hit = index
                .first_hit(centre, direction)
                .filter(|hit| !(recipe.ignore)(hit.point_mm))
                .map(|hit| hit.distance_mm);
            let reach = hit.unwrap_or(f32::INFINITY).min(recipe.reach_mm);
            let mut fence = 0.0;
            while fence < reach && (recipe.fence)(centre + direction * fence) {
                fence += FENCE_STEP_MM;
            }
            match hit {
                Some(hit) if hit <= fence.min(recipe.reach_mm) => {
                    (hit, Some(centre + direction * hit))
                }
                None if recipe.fill_gaps && fence >= recipe.reach_mm => (f32::NAN, None),
                _ => (fence.min(recipe.reach_mm), None),
            }
        })
        .unzip()
}

/// Middle of the area a ring encloses, from its centre.
fn middle(radii: &[f32], first: Vec3, second: Vec3) -> Vec3 {
    let point = |k: usize| {
        let angle = std::f32::consts::TAU * k as f32 / radii.len() as f32;
        (
            radii[k % radii.len()] * angle.cos(),
            radii[k % radii.len()] * angle.sin(),
        )
    };
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    for k in 0..radii.len() {
        let (a, b) = (point(k), point(k + 1));
        let cross = a.0 * b.1 - b.0 * a.1;
        area += cross;
        x += cross * (a.0 + b.0) / 3.0;
        y += cross * (a.1 + b.1) / 3.0;
    }
    if area > 1.0 {
        (first * x + second * y) / area
    } else {
        Vec3::ZERO
    }
}

/// Makes a midline net exactly symmetric: the left half of each ring counts. Its zero points forward.
fn mirror_radii(one: &mut Measured) {
    // Angles grow anticlockwise about the axis; which half is left depends on where the axis points.
    let left_first = one.along.cross(one.first).x > 0.0;
    for (radii, hits) in one.radii.iter_mut().zip(&mut one.hits) {
        let count = radii.len();
        for k in 1..count.div_ceil(2) {
            let (left, right) = if left_first {
                (k, count - k)
            } else {
                (count - k, k)
            };
            radii[right] = radii[left];
            hits[right] = None;
        }
    }
}

/// Fills what no ray hit (the open eyes of the reference) smoothly from around.
fn fill_gaps(radii: &mut [Vec<f32>]) {
    let gaps: Vec<(usize, usize)> = (0..radii.len())
        .flat_map(|ring| (0..radii[ring].len()).map(move |k| (ring, k)))
        .filter(|&(ring, k)| radii[ring][k].is_nan())
        .collect();
    for _ in 0..60 {
        for &(ring, k) in &gaps {
            let count = radii[ring].len();
            let around = [
                radii[ring][(k + 1) % count],
                radii[ring][(k + count - 1) % count],
                radii[(ring + 1).min(radii.len() - 1)][k],
                radii[ring.saturating_sub(1)][k],
            ];
            let known: Vec<f32> = around.into_iter().filter(|r| !r.is_nan()).collect();
            if !known.is_empty() {
                radii[ring][k] = known.iter().sum::<f32>() / known.len() as f32;
            }
        }
    }
}

/// Moves every measured radius by the distance its point still has from the joined surface.
fn correct(one: &mut Measured, union: &Union) {
    for (radii, hits) in one.radii.iter_mut().zip(&one.hits) {
        for (radius, hit) in radii.iter_mut().zip(hits) {
            if let Some(point) = hit.filter(|p| p.x >= 0.0) {
                let away = union.sample(point).distance_mm * 0.8;
                *radius += away.clamp(-LARGEST_CORRECTION_MM, LARGEST_CORRECTION_MM);
                *radius = radius.max(0.1);
            }
        }
    }
}
