//! From the coarse nets of `data/shapes` to smooth closed surfaces.
//!
//! A net is a row of rings from the origin to the insertion. Around a ring runs a
//! periodic cubic, from ring to ring a cubic by chord length; the first and the last ring
//! are closed by a rounded lid laid between the two halves of the ring, so that a
//! flat and curved end (a broad muscle along the spine) closes without folds. That
//! is why a ring starts at one end of its long axis.

mod builder;
mod curve;
mod fineness;
mod straight;
#[cfg(test)]
mod tests;

pub use self::fineness::Fineness;

use self::builder::{Builder, Fibres};
use super::mesh::SurfaceMesh;
use crate::model::{
    facts::{Net, Shape},
    limits::{FURTHEST_SURFACE_MM, MOST_RING_POINTS, MOST_RINGS},
};
use glam::Vec3;

/// Why a net is not a surface.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NetError {
    /// Too few or too many rings.
    #[error("a net needs 2 to {MOST_RINGS} rings, this one has {0}")]
    Rings(usize),
    /// Too few or too many points in a ring.
    #[error("a ring needs 3 to {MOST_RING_POINTS} points, ring {ring} has {points}")]
    Points {
        /// Number of the ring, from 0.
        ring: usize,
        /// Its points.
        points: usize,
    },
    /// A ring has another number of points than the first.
    #[error("ring {ring} has {points} points, the first has {first}: they must be equal")]
    Uneven {
        /// Number of the ring, from 0.
        ring: usize,
        /// Its points.
        points: usize,
        /// Points of the first ring.
        first: usize,
    },
    /// A coordinate or radius is not a number or is far outside of any body.
    #[error("ring {ring} has a coordinate that is no place in a body")]
    Coordinate {
        /// Number of the ring, from 0.
        ring: usize,
    },
    /// A polar net's axis and radii do not have the same number of rings.
    #[error("the axis has {axis} centres and there are {radii} lists of radii: they must be equal")]
    Axis {
        /// Centres on the axis.
        axis: usize,
        /// Lists of radii.
        radii: usize,
    },
    /// The surface through the rings swings far beyond them.
    #[error(
        "the surface through the rings reaches further than {FURTHEST_SURFACE_MM} mm: their order or their \
         points jump"
    )]
    Overshoot,
    /// A net of rings where a polar one is needed.
    #[error("the skin is made of polar nets, and this one is written as rings")]
    NotPolar,
    /// The shape has no nets.
    #[error("the shape has no nets")]
    Empty,
    /// The net encloses nothing.
    #[error("the net encloses no volume")]
    Flat,
}

/// The rings of a net as points in the body frame, millimetres, whichever way they are written.
pub fn rings_of_net(net: &Net) -> Result<Vec<Vec<Vec3>>, NetError> {
    let rings: Vec<Vec<Vec3>> = match net {
        Net::Rings(rings) => rings
            .iter()
            .map(|ring| ring.iter().map(|&p| Vec3::from(p)).collect())
            .collect(),
        Net::Polar {
            axis,
            zero,
            radii_mm,
        } => {
            if axis.len() != radii_mm.len() {
                return Err(NetError::Axis {
                    axis: axis.len(),
                    radii: radii_mm.len(),
                });
            }
            polar_rings(axis, Vec3::from(*zero), radii_mm)
        }
    };
    check(&rings)?;
    Ok(rings)
}

/// At each centre the radii lie in the plane across the axis; its direction is that of the
/// line between the neighbouring centres.
fn polar_rings(axis: &[(f32, f32, f32)], zero: Vec3, radii_mm: &[Vec<f32>]) -> Vec<Vec<Vec3>> {
    let centre = |i: usize| Vec3::from(axis[i]);
    let last = axis.len().saturating_sub(1);
    radii_mm
        .iter()
        .enumerate()
        .map(|(i, radii)| {
            let along =
                (centre((i + 1).min(last)) - centre(i.saturating_sub(1))).normalize_or(Vec3::Y);
            let first = zero
                .reject_from_normalized(along)
                .try_normalize()
                .unwrap_or_else(|| along.any_orthonormal_vector());
            let second = along.cross(first);
            (0u16..)
                .zip(radii)
                .map(|(k, &radius)| {
                    let angle = std::f32::consts::TAU * f32::from(k) / radii.len() as f32;
                    centre(i) + (first * angle.cos() + second * angle.sin()) * radius
                })
                .collect()
        })
        .collect()
}

fn check(rings: &[Vec<Vec3>]) -> Result<(), NetError> {
    if !(2..=MOST_RINGS).contains(&rings.len()) {
        return Err(NetError::Rings(rings.len()));
    }
    let first = rings[0].len();
    for (number, ring) in rings.iter().enumerate() {
        let points = ring.len();
        if !(3..=MOST_RING_POINTS).contains(&points) {
            return Err(NetError::Points {
                ring: number,
                points,
            });
        }
        if points != first {
            return Err(NetError::Uneven {
                ring: number,
                points,
                first,
            });
        }
        if !ring.iter().copied().all(in_body) {
            return Err(NetError::Coordinate { ring: number });
        }
    }
    Ok(())
}

/// Whether a surface may reach a place; false for one that is not finite.
fn in_body(point_mm: Vec3) -> bool {
    point_mm.is_finite() && point_mm.abs().max_element() <= FURTHEST_SURFACE_MM
}

/// The closed surface of all nets of a shape, each as fine as its size asks for. The fibre coordinate grows along each
/// net as the shape says, from 0 to 1 where it says nothing.
pub fn surface_of_shape(shape: &Shape) -> Result<SurfaceMesh, NetError> {
    let mut whole = SurfaceMesh::default();
    for (number, net) in shape.nets.iter().chain(&shape.built).enumerate() {
        let mut surface = surface_of_sized_net(net)?;
        if let Some(&(from, to)) = shape.along.get(number) {
            for [_, f] in &mut surface.fibre_uv {
                *f = from + (to - from) * *f;
            }
        }
        whole.append(&surface);
    }
    if whole.triangles.is_empty() {
        return Err(NetError::Empty);
    }
    Ok(whole)
}

/// The closed surface of one net, facing outward, as fine as its size asks for.
pub fn surface_of_sized_net(net: &Net) -> Result<SurfaceMesh, NetError> {
    let rings = rings_of_net(net)?;
    surface_of_rings(&rings, Fineness::for_rings(&rings))
}

/// The closed surface of one net, facing outward.
pub fn surface_of_net(net: &Net, fineness: Fineness) -> Result<SurfaceMesh, NetError> {
    surface_of_rings(&rings_of_net(net)?, fineness)
}

/// The closed surface of rings that are already points; see [`surface_of_net`].
pub fn surface_of_rings(rings: &[Vec<Vec3>], fineness: Fineness) -> Result<SurfaceMesh, NetError> {
    surface(rings, fineness, Fibres::Straight)
}

/// The same for a bone: no fibres run over it.
pub fn surface_without_fibres(
    rings: &[Vec<Vec3>],
    fineness: Fineness,
) -> Result<SurfaceMesh, NetError> {
    surface(rings, fineness, Fibres::None)
}

fn surface(
    rings: &[Vec<Vec3>],
    fineness: Fineness,
    fibres: Fibres,
) -> Result<SurfaceMesh, NetError> {
    check(rings)?;
    let mut mesh = Builder::new(rings, fineness, fibres).closed();
    // A cubic through wild rings swings far beyond them.
    if !mesh.positions_mm.iter().copied().all(in_body) {
        return Err(NetError::Overshoot);
    }
    let volume = mesh.signed_volume_mm3();
    if !volume.is_finite() || volume.abs() < 1e-3 {
        return Err(NetError::Flat);
    }
    mesh.recompute_normals();
    if volume < 0.0 {
        mesh.turn_inside_out();
    }
    Ok(mesh)
}
