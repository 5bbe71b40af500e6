//! Measures the radii of the skin on a reference mesh; the same mesh gives the same radii every time.
//!
//! Rays are cast from the axes of the recipe (`recipes/skin.ron`) outward to the reference; then the radii are corrected
//! until the smooth union of all solids, and not each solid alone, lies on the points that were hit.
//! Only coarse radii leave this module: no vertex of the reference does. How the skin's surface is made of them is not
//! here: see `anatomy::skin`.

pub mod check;
mod fill;

use glam::Vec3;
use rayon::prelude::*;

use self::fill::fill_gaps;
use crate::{
    anatomy::{
        mesh::SurfaceMesh,
        ray_index::RayIndex,
        ring_net::NetError,
        skin::{union::Union, union_of_shape},
    },
    model::facts::{Net, Shape},
    workshop::{
        recipe::skin::{Groove, NetRecipe, SkinRecipe},
        rounding::{place_in_tenths, tenth},
    },
};

/// Corrections of the radii against the joined surface.
const CORRECTIONS: usize = 4;
/// The most that one correction moves a radius, millimetres.
const LARGEST_CORRECTION_MM: f32 = 2.5;
/// How finely a ray is checked against a recipe's fence, millimetres.
const FENCE_STEP_MM: f32 = 1.0;

/// Shares of the way from the last ring of a rounded end to its apex at which it is measured too.
const CAP_STEPS: [f32; 4] = [0.26, 0.54, 0.8, 0.94];

/// As [`CAP_STEPS`], for an end that is rounded and not measured.
const ROUND_STEPS: [f32; 5] = [0.26, 0.54, 0.78, 0.93, 1.0];
/// How much longer a fingertip's ellipsoid is than the distance straight ahead, since its axis is bent.
const ROUND_LENGTH: f32 = 1.1;
/// So many sections tell the bend; the last cuts only a fingertip's rim.
const ROUND_FROM: usize = 3;

/// One ring while it is measured.
struct Ring {
    centre: Vec3,
    radii: Vec<f32>,
    /// The point of the reference a radius was measured to; none where the recipe's part ends before.
    hits: Vec<Option<Vec3>>,
    /// Share of the radii that is kept.
    taper: f32,
    /// Neither measured nor to be filled in: part of a rounded end.
    rounded: bool,
}

/// One net while it is measured.
struct Measured {
    along: Vec3,
    first: Vec3,
    rings: Vec<Ring>,
}

/// What one net is measured among.
struct Around<'a> {
    recipe: &'a NetRecipe,
    groove: &'a Groove,
    index: &'a RayIndex,
}

/// Measures the skin's shape on a reference skin (body frame, millimetres).
///
/// # Errors
/// When what was measured is no sound shape, which means that the reference is not in the body frame.
pub fn measure_skin(recipe: &SkinRecipe, reference: &SurfaceMesh) -> Result<Shape, NetError> {
    let index = RayIndex::build(reference);
    let mut all: Vec<Measured> = recipe
        .nets
        .par_iter()
        .map(|net| {
            let around = Around {
                recipe: net,
                groove: &recipe.groove,
                index: &index,
            };
            measure(&around)
        })
        .collect();
    for _ in 0..CORRECTIONS {
        let union = union_of_shape(&shape_of(recipe, &all))?;
        all.par_iter_mut().for_each(|one| correct(one, &union));
    }
    for (one, net) in all.iter_mut().zip(&recipe.nets) {
        if net.midline {
            mirror_radii(one);
        }
    }
    let shape = shape_of(recipe, &all);
    union_of_shape(&shape)?;
    Ok(shape)
}

fn shape_of(recipe: &SkinRecipe, all: &[Measured]) -> Shape {
    let nets: Vec<Net> = all
        .iter()
        .map(|one| Net::Polar {
            axis: one
                .rings
                .iter()
                .map(|ring| place_in_tenths(ring.centre))
                .collect(),
            zero: one.first.into(),
            radii_mm: one
                .rings
                .iter()
                .map(|ring| ring.radii.iter().map(|r| tenth(r.max(0.0))).collect())
                .collect(),
        })
        .collect();
    Shape {
        structure: "skin".into(),
        source: recipe.source.clone(),
        measured_on: format!("fma{}", recipe.mesh),
        nets,
        ..Shape::default()
    }
}

fn measure(around: &Around<'_>) -> Measured {
    let Around { recipe, index, .. } = *around;
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
    let cast = |centre: Vec3| cast_ring(around, centre, first, second);
    let mut rings: Vec<Ring> = stations
        .iter()
        .map(|&s| {
            let mut centre = on_path(&path, start, along, s);
            let (mut radii, mut hits) = cast(centre);
            if recipe.recentre {
                for _ in 0..2 {
                    centre += middle(&radii, first, second) * 0.8;
                    (radii, hits) = cast(centre);
                }
            }
            Ring {
                centre,
                radii,
                hits,
                taper: recipe.taper_at(s, length),
                rounded: false,
            }
        })
        .collect();
    // Rounded ends: rings closer and closer to the apex.
    let cap = |base: &Ring, towards: Vec3| -> Vec<Ring> {
        let Some(hit) = index.first_hit(base.centre, towards) else {
            return Vec::new();
        };
        let reach = hit.distance_mm;
        let measured: Vec<Ring> = CAP_STEPS
            .iter()
            .map(|step| {
                let centre = base.centre + towards * (reach * step);
                let (radii, hits) = cast(centre);
                Ring {
                    centre,
                    radii,
                    hits,
                    taper: 1.0,
                    rounded: false,
                }
            })
            .collect();
        if recipe.round {
            let bend = bend_of(&measured, first, second);
            return rounded_end(base, towards * reach, bend);
        }
        let apex = Ring {
            centre: base.centre + towards * reach,
            radii: vec![0.0; recipe.angles],
            hits: vec![None; recipe.angles],
            taper: 1.0,
            rounded: true,
        };
        measured.into_iter().chain([apex]).collect()
    };
    if recipe.caps.at_start() {
        let mut caps = cap(&rings[0], -along);
        caps.reverse();
        caps.append(&mut rings);
        rings = caps;
    }
    if recipe.caps.at_end() {
        let mut caps = cap(&rings[rings.len() - 1], along);
        rings.append(&mut caps);
    }
    let mut one = Measured {
        along,
        first,
        rings,
    };
    if recipe.midline {
        mirror_radii(&mut one);
    }
    fill(&mut one);
    for ring in &mut one.rings {
        ring.radii.iter_mut().for_each(|r| *r *= ring.taper);
    }
    one
}

/// Fills what was not measured; rounded ends stay.
fn fill(one: &mut Measured) {
    let gap: Vec<Vec<bool>> = one
        .rings
        .iter()
        .map(|ring| {
            let measured = !ring.rounded;
            ring.hits
                .iter()
                .map(|hit| hit.is_none() && measured)
                .collect()
        })
        .collect();
    let mut radii: Vec<Vec<f32>> = one
        .rings
        .iter_mut()
        .map(|ring| std::mem::take(&mut ring.radii))
        .collect();
    fill_gaps(&mut radii, &gap);
    for (ring, radii) in one.rings.iter_mut().zip(radii) {
        ring.radii = radii;
    }
}

/// How far the middle of the sections wanders aside on the whole way to the apex, per share of the way.
fn bend_of(sections: &[Ring], first: Vec3, second: Vec3) -> Vec3 {
    let (mut sum, mut weight) = (Vec3::ZERO, 0.0);
    for (ring, share) in sections.iter().zip(CAP_STEPS).take(ROUND_FROM) {
        sum += middle(&ring.radii, first, second) * share;
        weight += share * share;
    }
    sum / weight
}

/// The rings of an ellipsoidal end from a base to an apex, whose middle leaves the axis by `bend`.
fn rounded_end(base: &Ring, to_apex: Vec3, bend: Vec3) -> Vec<Ring> {
    ROUND_STEPS
        .into_iter()
        .map(|share| Ring {
            centre: base.centre
                + to_apex * (share * ROUND_LENGTH)
                + bend * (share - 0.25 * share * share),
            radii: base
                .radii
                .iter()
                .map(|r| r * (1.0 - share * share).sqrt())
                .collect(),
            hits: vec![None; base.radii.len()],
            taper: 1.0,
            rounded: true,
        })
        .collect()
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
    around: &Around<'_>,
    centre: Vec3,
    first: Vec3,
    second: Vec3,
) -> (Vec<f32>, Vec<Option<Vec3>>) {
    let Around {
        recipe,
        groove,
        index,
    } = *around;
    (0..recipe.angles)
        .map(|k| {
            let angle = std::f32::consts::TAU * k as f32 / recipe.angles as f32;
            let direction = first * angle.cos() + second * angle.sin();
            let hit = index
                .first_hit(centre, direction)
                .filter(|hit| !recipe.ignore.holds(hit.point_mm))
                .map(|hit| hit.distance_mm);
            let reach = hit.unwrap_or(f32::INFINITY).min(recipe.reach_mm);
            let mut fence = 0.0;
            while fence < reach && recipe.fence.holds(groove, centre + direction * fence) {
                fence += FENCE_STEP_MM;
            }
            match hit {
                Some(hit) if hit <= fence.min(recipe.reach_mm) => {
                    (hit, Some(centre + direction * hit))
                }
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
    for ring in &mut one.rings {
        let count = ring.radii.len();
        for k in 1..count.div_ceil(2) {
            let (left, right) = if left_first {
                (k, count - k)
            } else {
                (count - k, k)
            };
            ring.radii[right] = ring.radii[left];
            ring.hits[right] = ring.hits[left].map(|p| Vec3::new(-p.x, p.y, p.z));
        }
    }
}

/// Moves every measured radius by the distance its point still has from the joined surface.
fn correct(one: &mut Measured, union: &Union) {
    for ring in one.rings.iter_mut().filter(|ring| ring.taper >= 1.0) {
        for (radius, hit) in ring.radii.iter_mut().zip(&ring.hits) {
            if let Some(point) = hit {
                // The union is read on the left.
                let point = Vec3::new(point.x.abs(), point.y, point.z);
                let away = union.sample(point).distance_mm * 0.8;
                *radius += away.clamp(-LARGEST_CORRECTION_MM, LARGEST_CORRECTION_MM);
                *radius = radius.max(0.1);
            }
        }
    }
}
