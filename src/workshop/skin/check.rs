//! How far the skin's surface lies from the reference skin.

use crate::{
    anatomy::{
        mesh::SurfaceMesh,
        ray_index::RayIndex,
        ring_net::NetError,
        skin::{skin_of_shape, union::Union, union_of_shape},
    },
    model::facts::Shape,
    workshop::{
        bone::check::visible,
        muscle::distance::{Apart, even_samples},
        recipe::skin::SkinRecipe,
    },
};
use glam::Vec3;
use rayon::prelude::*;

/// Samples taken on each of the two surfaces.
const SAMPLES: usize = 30_000;
/// The recipe's net that is neck and trunk.
const TRUNK: &str = "trunk and neck";

/// Distances both ways together, millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SkinApart {
    /// Over neck and trunk only.
    pub neck_and_trunk: Apart,
    /// Over everything, the ears included.
    pub whole: Apart,
}

/// Compares the whole skin, left and right, with a whole reference skin (body frame, millimetres).
/// Samples of the reference that cannot be seen from outside (inside of mouth and lids) are left out.
/// `None` where the reference has no surface.
///
/// # Errors
/// Where the shape is no skin; see [`NetError`].
pub fn apart_from(
    recipe: &SkinRecipe,
    shape: &Shape,
    reference: &SurfaceMesh,
) -> Result<Option<SkinApart>, NetError> {
    let union = union_of_shape(shape)?;
    let ours = skin_of_shape(shape)?;
    let (our_index, index) = rayon::join(|| RayIndex::build(&ours), || RayIndex::build(reference));
    let trunk = recipe.nets.iter().position(|net| net.name == TRUNK);
    let measured = |p: Vec3, other: &RayIndex| {
        let found = other.nearest(p)?;
        Some((
            found.distance_mm,
            trunk.is_some() && nearest_solid(&union, p) == trunk,
        ))
    };
    let mut distances: Vec<(f32, bool)> = even_samples(&ours, SAMPLES)
        .into_par_iter()
        .filter_map(|p| measured(p, &index))
        .collect();
    let back: Vec<(f32, bool)> = even_samples(reference, SAMPLES)
        .into_par_iter()
        .filter(|&p| {
            index
                .nearest(p)
                .is_some_and(|at| visible(&index, p, at.normal))
        })
        .filter_map(|p| measured(p, &our_index))
        .collect();
    distances.extend(back);
    let part = distances.iter().filter(|d| d.1).map(|d| d.0).collect();
    let whole = distances.iter().map(|d| d.0).collect();
    Ok(Apart::of(part)
        .zip(Apart::of(whole))
        .map(|(neck_and_trunk, whole)| SkinApart {
            neck_and_trunk,
            whole,
        }))
}

/// Number of the solid a point of the skin belongs to, read on the left.
fn nearest_solid(union: &Union, p: Vec3) -> Option<usize> {
    const CARE_MM: f32 = 40.0;
    let p = Vec3::new(p.x.abs(), p.y, p.z);
    union
        .solids()
        .enumerate()
        .filter_map(|(number, solid)| Some((number, solid.sample(p, CARE_MM)?.distance_mm)))
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(number, _)| number)
}
