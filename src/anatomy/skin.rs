//! The skin: one closed surface for pain to be painted on.
//!
//! Polar nets of trunk, head, limbs and fingers become solids, the solids are joined smoothly, and
//! the surface of the left half is meshed, relaxed, laid exactly on the joined solids, calmed, softened
//! where nets meet in a step, creased and mirrored. How the nets are measured is not here: see `workshop::skin`.

pub mod calm;
mod crease;
pub mod groove;
pub mod lattice;
pub mod polar_solid;
mod refine;
mod seam;
mod soften;
mod steps;
mod triangles;
pub mod union;

pub use steps::SkinSteps;

use glam::Vec3;
use rayon::prelude::*;

use self::calm::{Neighbours, calm};
use self::crease::Lines;
use self::groove::round_grooves;
use self::lattice::Lattice;
use self::polar_solid::PolarSolid;
use self::refine::refine;
use self::seam::Seam;
use self::soften::soften;
use self::triangles::HalfTriangles;
use self::union::Union;
use super::mesh::SurfaceMesh;
use super::ring_net::NetError;
use super::surface_nets::{HalfSurface, surface_nets};
use crate::model::facts;

/// How often vertices are moved towards their neighbours before they are laid on the surface.
const RELAXATIONS: usize = 2;
/// Steps towards the surface; each halves the error at least where the distance is only approximate.
const LANDINGS: usize = 3;
/// Nearer than this a vertex counts as lying on the surface, millimetres.
const LANDED_MM: f32 = 0.01;
/// No vertex of the left half lies nearer to the midline, millimetres: it would meet its mirror image.
const LEAST_X_MM: f32 = 0.01;
/// No step is longer, millimetres: in the sharp corners between fingers the distance misleads.
const LONGEST_STEP_MM: f32 = 3.0;
/// Where the surface runs along the midline, a vertex of the seam comes nearer to it no faster than this tells.
const LEAST_UPRIGHT: f32 = 0.3;

/// The whole skin from its nets (left and midline): left and right as one closed mesh,
/// each vertex with its exact mirror image. Frame: body frame, millimetres.
///
/// # Errors
/// A net that is no polar net or cannot be a solid; see [`NetError`].
pub fn skin_of_shape(shape: &facts::Shape) -> Result<SurfaceMesh, NetError> {
    let union = union_of_shape(shape)?;
    let lattice = Lattice::of_body();
    let mut half = surface_nets(&lattice, &seeds(&union), |p| union.sample(p).distance_mm);
    let (neighbours, seam) = relax(&mut half);
    half.positions_mm
        .par_iter_mut()
        .enumerate()
        .with_min_len(256)
        .for_each(|(vertex, position)| *position = land(&union, *position, seam.holds(vertex)));
    round_grooves(&neighbours, &mut half);
    calm(&neighbours, &mut half.positions_mm, LEAST_X_MM);
    Ok(formed(shape, half, &neighbours, &seam))
}

/// The solids of a shape, joined.
///
/// # Errors
/// As [`skin_of_shape`].
pub fn union_of_shape(shape: &facts::Shape) -> Result<Union, NetError> {
    let read =
        |nets: &[facts::Net]| -> Result<Vec<_>, _> { nets.iter().map(PolarSolid::new).collect() };
    let (measured, built) = (read(&shape.nets)?, read(&shape.built)?);
    if measured.is_empty() {
        return Err(NetError::Empty);
    }
    Ok(Union::new(measured, built))
}

/// What the nets cannot tell, and the right half.
fn formed(
    shape: &facts::Shape,
    mut half: HalfSurface,
    neighbours: &Neighbours,
    seam: &Seam,
) -> SurfaceMesh {
    let positions_mm = &mut half.positions_mm;
    soften(&shape.softened, neighbours, positions_mm, LEAST_X_MM);
    // What was moved since has bent the row a little.
    seam.straighten(positions_mm);
    let mut half = HalfTriangles::of(&half);
    let lines = Lines::of(&shape.creases);
    let outward = refine(&lines, &mut half);
    lines.press(&mut half, &outward);
    half.whole()
}

/// Moves the vertices towards their neighbours, and those beside the midline into a straight row.
fn relax(half: &mut HalfSurface) -> (Neighbours, Seam) {
    let neighbours = Neighbours::of(half);
    let seam = Seam::of(half);
    for _ in 0..RELAXATIONS {
        neighbours.step(&mut half.positions_mm, |_| 0.5);
    }
    seam.straighten(&mut half.positions_mm);
    (neighbours, seam)
}

/// Points of the surface straight out from the middle ring of every solid.
fn seeds(union: &Union) -> Vec<Vec3> {
    let mut seeds = Vec::new();
    for solid in union.solids() {
        let centres: Vec<Vec3> = solid.centres_mm().collect();
        let mut at = centres[centres.len() / 2];
        // Sphere tracing outwards; a solid lies within half a metre of its axis.
        for _ in 0..200 {
            let distance = union.sample(at).distance_mm;
            if distance > -0.2 {
                break;
            }
            at += solid.first() * (-distance * 0.7).clamp(0.3, 20.0);
        }
        seeds.push(at);
    }
    seeds
}

/// Lays a point on the surface; one in the seam keeps its distance from the midline.
fn land(union: &Union, start: Vec3, in_seam: bool) -> Vec3 {
    let mut at = start;
    let mut sample = union.sample(at);
    for _ in 0..LANDINGS {
        if sample.distance_mm.abs() < LANDED_MM && at.x >= LEAST_X_MM {
            break;
        }
        let mut way = sample.gradient;
        if in_seam {
            way.x = 0.0;
            way /= way.length_squared().max(LEAST_UPRIGHT);
        }
        let step = sample.distance_mm.clamp(-LONGEST_STEP_MM, LONGEST_STEP_MM);
        at -= way * step;
        // The left half stays left.
        at.x = at.x.max(LEAST_X_MM);
        sample = union.sample(at);
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn shipped() -> SurfaceMesh {
        let text = include_str!("../../data/shapes/skin.ron");
        skin_of_shape(&ron::from_str(text).unwrap()).unwrap()
    }

    #[test]
    fn the_shipped_skin_is_one_closed_surface_as_large_as_a_man() {
        let mesh = shipped();
        assert!(mesh.is_closed());
        let litres = mesh.signed_volume_mm3() / 1e6;
        assert!((84.0..92.0).contains(&litres), "{litres} l");
        assert!((50_000..106_500).contains(&mesh.positions_mm.len()));
        let mut group: Vec<u32> = (0..mesh.positions_mm.len() as u32).collect();
        fn root(group: &mut [u32], mut i: u32) -> u32 {
            while group[i as usize] != i {
                group[i as usize] = group[group[i as usize] as usize];
                i = group[i as usize];
            }
            i
        }
        for t in &mesh.triangles {
            let roots = t.map(|i| root(&mut group, i));
            group[roots[1] as usize] = roots[0];
            let other = root(&mut group, roots[2]);
            let first = root(&mut group, roots[0]);
            group[other as usize] = first;
        }
        let roots: BTreeSet<u32> = (0..group.len() as u32)
            .map(|i| root(&mut group, i))
            .collect();
        assert_eq!(roots.len(), 1);
    }

    #[test]
    fn every_vertex_has_its_exact_mirror_image_and_looks_outward() {
        let mesh = shipped();
        let key = |p: Vec3| [p.x.to_bits(), p.y.to_bits(), p.z.to_bits()];
        let places: BTreeSet<[u32; 3]> = mesh.positions_mm.iter().map(|&p| key(p)).collect();
        for p in &mesh.positions_mm {
            assert!(places.contains(&key(Vec3::new(-p.x, p.y, p.z))));
        }
        let mut inward = 0;
        for &t in &mesh.triangles {
            let [a, b, c] = mesh.corners_mm(t);
            let face = (b - a).cross(c - a);
            inward += usize::from(face.dot(mesh.normals[t[0] as usize]) < 0.0);
        }
        assert!(
            inward * 200 < mesh.triangles.len(),
            "{inward} triangles disagree with their normals"
        );
    }

    #[test]
    fn bad_nets_are_refused() {
        let shape = |nets| facts::Shape {
            structure: "skin".into(),
            source: "x".into(),
            nets,
            ..facts::Shape::default()
        };
        assert_eq!(skin_of_shape(&shape(vec![])), Err(NetError::Empty));
        let ring = |r: f32| facts::Net::Polar {
            axis: vec![(0.0, 0.0, 0.0), (0.0, 100.0, 0.0)],
            zero: (0.0, 0.0, 1.0),
            radii_mm: vec![vec![r; 8], vec![r; 8]],
        };
        assert!(skin_of_shape(&shape(vec![ring(f32::NAN)])).is_err());
        assert!(skin_of_shape(&shape(vec![ring(60.0)])).is_ok());
    }
}
