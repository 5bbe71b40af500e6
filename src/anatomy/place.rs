//! Places in the body, computed from bony landmarks and laid on a surface.
//!
//! A place in the data is arithmetic over landmarks ([`facts::Place`]); nothing here
//! knows what the place is for. Frame: body frame, millimetres, left side.

use std::{collections::BTreeMap, f32::consts::TAU};

use glam::Vec3;

use super::ray_index::{RayIndex, SurfacePoint};
use crate::model::{
    facts::{self, Place, Snap},
    limits::{DEEPEST_PLACE, LARGEST_AREA_RADIUS_MM},
};

/// From how far outside a surface is looked at: more than the body's own height.
const VIEWING_DISTANCE_MM: f32 = 3000.0;

/// How far beside its line of sight a surface is looked for.
const FARTHEST_BESIDE_MM: u16 = 25;

/// Bony landmarks by id, in the body frame, millimetres.
#[derive(Clone, Debug, Default)]
pub struct Landmarks {
    at_mm: BTreeMap<String, Vec3>,
}

impl Landmarks {
    /// Collects landmarks; of two with one id the last is kept (the catalogue reports the fault).
    pub fn new(list: &[facts::Landmark]) -> Self {
        Self {
            at_mm: list
                .iter()
                .map(|landmark| (landmark.id.clone(), Vec3::from(landmark.at_mm)))
                .collect(),
        }
    }

    /// The landmark's place in the body frame, millimetres.
    pub fn get(&self, id: &str) -> Option<Vec3> {
        self.at_mm.get(id).copied()
    }

    /// All ids, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.at_mm.keys().map(String::as_str)
    }
}

/// Why a place cannot be computed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PlaceError {
    /// A landmark that is not in `landmarks.ron`.
    #[error("there is no landmark `{0}`")]
    UnknownLandmark(String),
    /// `Mean` of nothing.
    #[error("a mean needs at least one place")]
    EmptyMean,
    /// A number that is not finite came out, or went in.
    #[error("the place is not a finite point")]
    NotFinite,
    /// Nested beyond any sensible recipe.
    #[error("the place is nested more than {DEEPEST_PLACE} deep")]
    TooDeep,
    /// A radius that no area has.
    #[error("a radius is more than 0 and at most {LARGEST_AREA_RADIUS_MM} mm")]
    Radius,
    /// An area without places, or whose radii do not fit its line.
    #[error("{0}")]
    BadArea(&'static str),
}

/// Computes a place in the body frame, millimetres, left side.
///
/// # Errors
/// See [`PlaceError`].
pub fn resolve_place(place: &Place, landmarks: &Landmarks) -> Result<Vec3, PlaceError> {
    let at = resolve(place, landmarks, 0)?;
    if at.is_finite() {
        Ok(at)
    } else {
        Err(PlaceError::NotFinite)
    }
}

fn resolve(place: &Place, landmarks: &Landmarks, depth: usize) -> Result<Vec3, PlaceError> {
    if depth > DEEPEST_PLACE {
        return Err(PlaceError::TooDeep);
    }
    let inner = |place: &Place| resolve(place, landmarks, depth + 1);
    Ok(match place {
        Place::At(id) => landmarks
            .get(id)
            .ok_or_else(|| PlaceError::UnknownLandmark(id.clone()))?,
        Place::Between(from, to, fraction) => {
            let from = inner(from)?;
            from + (inner(to)? - from) * *fraction
        }
        Place::Offset(from, by_mm) => inner(from)? + Vec3::from(*by_mm),
        Place::Toward(from, to, mm) => {
            let from = inner(from)?;
            from + (inner(to)? - from).normalize_or_zero() * *mm
        }
        Place::Mean(places) => {
            if places.is_empty() {
                return Err(PlaceError::EmptyMean);
            }
            let mut sum = Vec3::ZERO;
            for place in places {
                sum += inner(place)?;
            }
            sum / places.len() as f32
        }
        Place::Mirror(place) => inner(place)? * Vec3::new(-1.0, 1.0, 1.0),
        Place::Mix(base, other, taken) => {
            let (base, other) = (inner(base)?, inner(other)?);
            let pick = |take: bool, base: f32, other: f32| if take { other } else { base };
            Vec3::new(
                pick(taken.0, base.x, other.x),
                pick(taken.1, base.y, other.y),
                pick(taken.2, base.z, other.z),
            )
        }
    })
}

/// A point laid on a surface.
#[derive(Clone, Copy, Debug)]
pub struct Snapped {
    /// Where it lies.
    pub on: SurfacePoint,
    /// How far beside the line of sight the surface was met, millimetres; 0 where it was met on it, or where there is
    /// no line of sight.
    pub beside_mm: f32,
}

/// Lays a point (body frame, millimetres) on a surface. Where the line of sight misses the surface, it is moved
/// sideways until it meets it, so that the place always faces the viewer; further than 25 mm away
/// the nearest place is taken. `None` only for a surface without triangles.
pub fn snap_to(point_mm: Vec3, snap: Snap, surface: &RayIndex) -> Option<Snapped> {
    let nearest = || {
        let on = surface.nearest(point_mm)?;
        Some(Snapped { on, beside_mm: 0.0 })
    };
    let Snap::SeenFrom(towards_viewer) = snap else {
        return nearest();
    };
    let outward = Vec3::from(towards_viewer).normalize_or_zero();
    if outward == Vec3::ZERO {
        return nearest();
    }
    let (across, over) = outward.any_orthonormal_pair();
    let seen = |beside: Vec3| {
        let eye_mm = point_mm + beside + outward * VIEWING_DISTANCE_MM;
        let hit = surface.first_hit(eye_mm, -outward)?;
        Some(SurfacePoint {
            point_mm: hit.point_mm,
            normal: hit.normal,
            triangle: hit.triangle,
            distance_mm: hit.point_mm.distance(point_mm),
        })
    };
    if let Some(on) = seen(Vec3::ZERO) {
        return Some(Snapped { on, beside_mm: 0.0 });
    }
    // Circles about the line, a millimetre apart, with a place about every millimetre; of a circle the one that lies
    // nearest to the point.
    for beside_mm in (1..=FARTHEST_BESIDE_MM).map(|mm| mm as f32) {
        let places = (beside_mm * TAU).ceil() as u32;
        let found = (0..places)
            .filter_map(|k| {
                let angle = TAU * k as f32 / places as f32;
                seen((across * angle.cos() + over * angle.sin()) * beside_mm)
            })
            .min_by(|a, b| a.distance_mm.total_cmp(&b.distance_mm));
        if let Some(on) = found {
            return Some(Snapped { on, beside_mm });
        }
    }
    surface.nearest(point_mm).map(|on| Snapped {
        on,
        beside_mm: on.distance_mm,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn landmarks() -> Landmarks {
        let landmark = |id: &str, at_mm| facts::Landmark {
            id: id.into(),
            at_mm,
            is: "test".into(),
        };
        Landmarks::new(&[
            landmark("a", (0.0, 0.0, 0.0)),
            landmark("b", (10.0, 0.0, 0.0)),
            landmark("c", (4.0, 6.0, 8.0)),
        ])
    }

    fn at(id: &str) -> Box<Place> {
        Box::new(Place::At(id.into()))
    }

    #[test]
    fn every_kind_of_place_is_computed() {
        let landmarks = landmarks();
        let of = |place: Place| resolve_place(&place, &landmarks).unwrap();
        assert_eq!(of(Place::Between(at("a"), at("b"), 0.3)).x, 3.0);
        assert_eq!(of(Place::Toward(at("b"), at("a"), 4.0)).x, 6.0);
        assert_eq!(
            of(Place::Offset(at("b"), (1.0, 2.0, 3.0))),
            Vec3::new(11.0, 2.0, 3.0)
        );
        assert_eq!(of(Place::Mean(vec![*at("a"), *at("b")])).x, 5.0);
        assert_eq!(of(Place::Mirror(at("c"))), Vec3::new(-4.0, 6.0, 8.0));
        assert_eq!(
            of(Place::Mix(at("a"), at("c"), (false, true, false))),
            Vec3::new(0.0, 6.0, 0.0)
        );
    }

    #[test]
    fn bad_places_are_errors() {
        let landmarks = landmarks();
        assert_eq!(
            resolve_place(&at("nowhere"), &landmarks),
            Err(PlaceError::UnknownLandmark("nowhere".into()))
        );
        assert_eq!(
            resolve_place(&Place::Mean(vec![]), &landmarks),
            Err(PlaceError::EmptyMean)
        );
        let mut deep = *at("a");
        for _ in 0..100 {
            deep = Place::Mirror(Box::new(deep));
        }
        assert_eq!(resolve_place(&deep, &landmarks), Err(PlaceError::TooDeep));
        assert_eq!(
            resolve_place(&Place::Offset(at("a"), (f32::NAN, 0.0, 0.0)), &landmarks),
            Err(PlaceError::NotFinite)
        );
    }
}
