//! Aponeuroses: how far each spot of a muscle's surface is flat tendon instead of flesh.
//!
//! Knows nothing of the tendons at a muscle's ends, which follow from the fibre coordinate.

use super::{
    mesh::SurfaceMesh,
    place::{Landmarks, PlaceError, resolve_place},
};
use crate::model::{facts::Aponeurosis, limits::LARGEST_AREA_RADIUS_MM, side::Side};
use glam::Vec3;

/// Over how many millimetres flesh turns into tendon, half of it on either side of the edge. Wider than the
/// edge that is drawn (the shader sharpens it to about 6 mm), so that it does not show the triangles.
const EDGE_MM: f32 = 16.0;

/// Per vertex of a muscle: 0 flesh … 1 tendon, a half at the edge of an aponeurosis; empty where there are none.
///
/// The aponeuroses are written for the left; on the right they are mirrored.
///
/// # Errors
/// A landmark that does not exist, a line without places, radii that do not fit the line or are no lengths.
pub fn aponeurosis_of(
    mesh: &SurfaceMesh,
    aponeuroses: &[Aponeurosis],
    side: Side,
    landmarks: &Landmarks,
) -> Result<Vec<f32>, PlaceError> {
    if aponeuroses.is_empty() {
        return Ok(Vec::new());
    }
    let lines: Vec<Vec<(Vec3, f32)>> = aponeuroses
        .iter()
        .map(|sheet| knots(sheet, side, landmarks))
        .collect::<Result<_, _>>()?;
    Ok(mesh
        .positions_mm
        .iter()
        .map(|&at_mm| {
            let inside_mm = lines
                .iter()
                .map(|line| depth_mm(line, at_mm))
                .fold(f32::NEG_INFINITY, f32::max);
            (inside_mm / EDGE_MM + 0.5).clamp(0.0, 1.0)
        })
        .collect())
}

/// The places of a line in the body frame with the radius at each, millimetres.
fn knots(
    sheet: &Aponeurosis,
    side: Side,
    landmarks: &Landmarks,
) -> Result<Vec<(Vec3, f32)>, PlaceError> {
    let (places, radii) = (&sheet.line, &sheet.radius_mm);
    if places.is_empty() {
        return Err(PlaceError::BadArea(
            "an aponeurosis needs at least one place",
        ));
    }
    if radii.len() != 1 && radii.len() != places.len() {
        return Err(PlaceError::BadArea(
            "an aponeurosis needs one radius, or one for each place",
        ));
    }
    if !radii
        .iter()
        .all(|radius| *radius > 0.0 && *radius <= LARGEST_AREA_RADIUS_MM)
    {
        return Err(PlaceError::Radius);
    }
    let flip = if side == Side::Right { -1.0 } else { 1.0 };
    places
        .iter()
        .zip(radii.iter().cycle())
        .map(|(place, radius)| {
            let at = resolve_place(place, landmarks)?;
            Ok((Vec3::new(at.x * flip, at.y, at.z), *radius))
        })
        .collect()
}

/// How deep a point lies within the radius of a line, millimetres; negative outside.
fn depth_mm(line: &[(Vec3, f32)], at_mm: Vec3) -> f32 {
    if let [(only_mm, radius_mm)] = line {
        return radius_mm - at_mm.distance(*only_mm);
    }
    line.windows(2)
        .map(|pair| {
            let [(from_mm, from_radius), (to_mm, to_radius)] = [pair[0], pair[1]];
            let way = to_mm - from_mm;
            let length = way.length_squared();
            let share = if length > 0.0 {
                ((at_mm - from_mm).dot(way) / length).clamp(0.0, 1.0)
            } else {
                0.0
            };
            let radius = from_radius + (to_radius - from_radius) * share;
            radius - at_mm.distance(from_mm + way * share)
        })
        .fold(f32::NEG_INFINITY, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::facts::{Landmark, Place};

    fn landmarks() -> Landmarks {
        let landmark = |id: &str, at_mm| Landmark {
            id: id.into(),
            at_mm,
            is: "test".into(),
        };
        Landmarks::new(&[
            landmark("top", (10.0, 100.0, 0.0)),
            landmark("bottom", (10.0, 0.0, 0.0)),
        ])
    }

    fn sheet(places: &[&str], radius_mm: &[f32]) -> Aponeurosis {
        Aponeurosis {
            line: places.iter().map(|id| Place::At((*id).into())).collect(),
            radius_mm: radius_mm.to_vec(),
        }
    }

    fn share(sheets: &[Aponeurosis], side: Side, at_mm: [f32; 3]) -> f32 {
        let mesh = SurfaceMesh {
            positions_mm: vec![Vec3::from(at_mm)],
            ..SurfaceMesh::default()
        };
        aponeurosis_of(&mesh, sheets, side, &landmarks()).unwrap()[0]
    }

    #[test]
    fn the_line_is_tendon_its_edge_half_and_beyond_is_flesh() {
        let sheets = [sheet(&["top", "bottom"], &[40.0])];
        let at = |x: f32| share(&sheets, Side::Left, [x, 50.0, 0.0]);
        assert_eq!(at(10.0), 1.0);
        assert_eq!(at(50.0), 0.5);
        assert_eq!(at(60.0), 0.0);
        assert!(at(49.0) > at(51.0) && at(51.0) > 0.4);
        assert_eq!(
            share(&sheets, Side::Left, [10.0, -40.0, 0.0]),
            0.5,
            "the ends are round"
        );
    }

    #[test]
    fn radii_grow_evenly_along_the_line() {
        let sheets = [sheet(&["top", "bottom"], &[20.0, 60.0])];
        for (y, radius) in [(100.0, 20.0), (75.0, 30.0), (50.0, 40.0), (0.0, 60.0)] {
            let edge = share(&sheets, Side::Left, [10.0 + radius, y, 0.0]);
            assert!((edge - 0.5).abs() < 1e-5, "{y}: {edge}");
        }
    }

    #[test]
    fn the_right_is_the_mirror_image_and_the_larger_of_two_counts() {
        let sheets = [sheet(&["top"], &[10.0]), sheet(&["bottom"], &[30.0])];
        assert_eq!(share(&sheets, Side::Right, [-20.0, 100.0, 0.0]), 0.5);
        assert_eq!(share(&sheets, Side::Left, [20.0, 100.0, 0.0]), 0.5);
        assert_eq!(share(&sheets, Side::Left, [-20.0, 100.0, 0.0]), 0.0);
        assert_eq!(share(&sheets, Side::Left, [15.0, 2.0, 0.0]), 1.0);
    }

    #[test]
    fn none_costs_nothing_and_bad_ones_are_errors() {
        let of = |sheets: &[Aponeurosis]| {
            aponeurosis_of(&SurfaceMesh::default(), sheets, Side::Left, &landmarks())
        };
        assert_eq!(of(&[]), Ok(Vec::new()));
        assert_eq!(
            of(&[sheet(&["nowhere"], &[5.0])]),
            Err(PlaceError::UnknownLandmark("nowhere".into()))
        );
        for (places, radii) in [
            (&[][..], &[5.0][..]),
            (&["top"], &[]),
            (&["top", "bottom"], &[1.0, 2.0, 3.0]),
        ] {
            let bad = of(&[sheet(places, radii)]);
            assert!(matches!(bad, Err(PlaceError::BadArea(_))), "{bad:?}");
        }
        for radius_mm in [0.0, f32::NAN, LARGEST_AREA_RADIUS_MM + 1.0] {
            assert_eq!(
                of(&[sheet(&["top"], &[radius_mm])]),
                Err(PlaceError::Radius)
            );
        }
        assert_eq!(
            of(&[sheet(&["top", "top"], &[5.0])]).map(|shares| shares.len()),
            Ok(0)
        );
    }
}
