//! Whether a mesh lies where its structure does: the units, the frame and the identity of an input.
//!
//! A mesh in metres, one in another frame and one of something else can all be measured without any complaint, and
//! give a shape that is nowhere near the body. The box of the mesh is held against the box of what is known of the
//! structure: its shape in the data, or its attachments.
//!
//! Not here: how far the measured shape lies from the mesh (`command::table`).

use crate::{
    anatomy::ring_net::rings_of_net, model::facts::Shape, workshop::muscle::reference::Reference,
};
use glam::Vec3;

/// How far a side of the mesh's box may lie from that of the shape's: so many millimetres, and this share of the
/// shape's size. Another body's bone is let through, a bone of the other end of the body is not.
const NEAR_SHAPE: (f32, f32) = (30.0, 0.25);
/// The same for a box that only holds the attachments: a belly bulges beyond them.
const NEAR_ATTACHMENTS: (f32, f32) = (80.0, 0.5);
/// Units that meshes come in, in millimetres: centimetres, decimetres, metres.
const UNITS_MM: [u32; 3] = [10, 100, 1000];
/// A mesh smaller than its structure by a unit's factor, give or take this factor, may be in that unit.
const ABOUT: f32 = 3.1;

/// An upright box around something, body frame, millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    least: Vec3,
    most: Vec3,
}

impl Extent {
    /// Around some points; nothing where there is none.
    pub fn of(points: impl IntoIterator<Item = Vec3>) -> Option<Self> {
        points.into_iter().fold(None, |all: Option<Self>, point| {
            Some(all.map_or(
                Self {
                    least: point,
                    most: point,
                },
                |all| Self {
                    least: all.least.min(point),
                    most: all.most.max(point),
                },
            ))
        })
    }

    /// Around the triangles of a mesh; nothing where it has none.
    #[must_use]
    pub fn of_mesh(mesh: &Reference) -> Option<Self> {
        let corners = mesh.triangles.iter().flatten();
        Self::of(corners.map(|&corner| mesh.positions_mm[corner as usize]))
    }

    /// The diagonal, millimetres.
    #[must_use]
    pub fn size_mm(&self) -> f32 {
        self.least.distance(self.most)
    }

    /// How far the sides of two boxes lie apart at most, millimetres.
    fn apart_mm(&self, other: &Self) -> f32 {
        let least = (self.least - other.least).abs();
        let most = (self.most - other.most).abs();
        least.max(most).max_element()
    }
}

/// Where a structure is known to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Known {
    /// Around its shape.
    Shape(Extent),
    /// Around its attachments.
    Attachments(Extent),
}

impl Known {
    /// Around the shape in the data; nothing for one without sound nets. The skin is written as its left half.
    #[must_use]
    pub fn of_shape(shape: &Shape) -> Option<Self> {
        let nets = shape.nets.iter().chain(&shape.built);
        let rings = nets.filter_map(|net| rings_of_net(net).ok());
        let points: Vec<Vec3> = rings.flatten().flatten().collect();
        let across = (shape.structure == "skin").then(|| points.iter().map(|p| across(*p)));
        Extent::of(points.iter().copied().chain(across.into_iter().flatten())).map(Self::Shape)
    }

    fn extent(&self) -> &Extent {
        match self {
            Self::Shape(extent) | Self::Attachments(extent) => extent,
        }
    }

    /// What is wrong with a mesh for this structure, if anything is.
    #[must_use]
    pub fn misfit(&self, mesh: &Extent) -> Option<Misfit> {
        let known = self.extent();
        let (plain_mm, share) = match self {
            Self::Shape(_) => NEAR_SHAPE,
            Self::Attachments(_) => NEAR_ATTACHMENTS,
        };
        let apart_mm = mesh.apart_mm(known);
        if apart_mm <= plain_mm + share * known.size_mm() {
            return None;
        }
        let smaller = known.size_mm() / mesh.size_mm();
        let in_unit = |unit: &u32| {
            let factor = *unit as f32;
            (factor / ABOUT..factor * ABOUT).contains(&smaller)
        };
        Some(Misfit {
            mesh_mm: mesh.size_mm(),
            known_mm: known.size_mm(),
            apart_mm,
            unit_mm: UNITS_MM.into_iter().find(in_unit),
        })
    }
}

fn across(point: Vec3) -> Vec3 {
    Vec3::new(-point.x, point.y, point.z)
}

/// A mesh that cannot be of its structure as it lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Misfit {
    /// Diagonal of the mesh's box, as if it were in millimetres.
    pub mesh_mm: f32,
    /// Diagonal of what is known of the structure, millimetres.
    pub known_mm: f32,
    /// How far the boxes' sides lie apart at most, millimetres.
    pub apart_mm: f32,
    /// The unit that the mesh may be in, in millimetres: 10, 100 or 1000.
    pub unit_mm: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The corners of a cube.
    fn cube(middle: Vec3, side_mm: f32) -> Extent {
        let half = Vec3::splat(side_mm / 2.0);
        Extent::of([middle - half, middle + half]).unwrap()
    }

    #[test]
    fn another_body_fits_and_another_unit_or_place_does_not() {
        let at = Vec3::new(100.0, 1400.0, 20.0);
        let known = Known::Shape(cube(at, 150.0));
        assert_eq!(known.misfit(&cube(at, 150.0)), None);
        assert_eq!(known.misfit(&cube(at + 40.0, 130.0)), None);
        for (unit, told) in [(10, Some(10)), (100, Some(100)), (1000, Some(1000))] {
            let factor = unit as f32;
            let misfit = known.misfit(&cube(at / factor, 150.0 / factor)).unwrap();
            assert_eq!(misfit.unit_mm, told);
            // At the origin, as a model without a body is.
            let misfit = known.misfit(&cube(Vec3::ZERO, 120.0 / factor)).unwrap();
            assert_eq!(misfit.unit_mm, told);
        }
        let elsewhere = known.misfit(&cube(Vec3::ZERO, 150.0)).unwrap();
        assert_eq!(elsewhere.unit_mm, None);
        assert!(elsewhere.apart_mm > 1000.0);
        // A whole body is no shoulder blade.
        assert!(known.misfit(&cube(Vec3::Y * 850.0, 1000.0)).is_some());
        let belly = Known::Attachments(cube(at, 150.0));
        assert_eq!(belly.misfit(&cube(at + 90.0, 200.0)), None);
    }
}
