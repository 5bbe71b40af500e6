//! Fields on a ball and on the shipped skin.

use super::*;
use crate::{
    anatomy::samples::ball,
    model::facts::{Landmark, Place},
};

fn landmarks() -> Landmarks {
    let landmark = |id: &str, at_mm| Landmark {
        id: id.into(),
        at_mm,
        is: "test".into(),
    };
    Landmarks::new(&[
        landmark("centre", (0.0, 0.0, 0.0)),
        landmark("left", (30.0, 0.0, 0.0)),
    ])
}

fn disc(at: &str, radius_mm: f32, facing: (f32, f32, f32), min_cosine: f32) -> Area {
    Area {
        line: vec![Place::At(at.into())],
        radius_mm: vec![radius_mm],
        facing,
        min_cosine,
    }
}

#[test]
fn distance_is_measured_along_the_surface() {
    let skin = SkinSurface::new(ball(100.0));
    let field = field_mm(
        &skin,
        &[disc("centre", 80.0, (0.0, 0.0, 1.0), -1.0)],
        Side::Midline,
        &landmarks(),
    )
    .unwrap();
    let mut checked = 0;
    for (p, depth) in skin.mesh.positions_mm.iter().zip(&field) {
        let along = 100.0 * (p.z / 100.0).clamp(-1.0, 1.0).acos();
        if (20.0..88.0).contains(&along) {
            let error = (80.0 - along - depth).abs();
            assert!(error < 3.5, "{error} mm off at {along} mm");
            checked += 1;
        } else if along > 120.0 {
            assert_eq!(*depth, FAR_OUTSIDE_MM, "at {p}, {along} mm along");
        }
    }
    assert!(checked > 500);
}

#[test]
fn an_area_keeps_to_its_side_and_its_facing() {
    let skin = SkinSurface::new(ball(100.0));
    let areas = [disc("left", 70.0, (0.0, 0.0, -1.0), 0.3)];
    let (left, right) = (
        field_mm(&skin, &areas, Side::Left, &landmarks()).unwrap(),
        field_mm(&skin, &areas, Side::Right, &landmarks()).unwrap(),
    );
    assert!(left.iter().any(|&d| d > 20.0));
    for (vertex, p) in skin.mesh.positions_mm.iter().enumerate() {
        if left[vertex] > 0.01 {
            assert!(p.x > 0.0 && p.z < 0.0);
        }
        if right[vertex] > 0.01 {
            assert!(p.x < 0.0 && p.z < 0.0);
        }
    }
}

#[test]
fn bad_areas_are_errors() {
    let skin = SkinSurface::new(ball(100.0));
    let bad = |area: Area| field_mm(&skin, &[area], Side::Left, &landmarks()).is_err();
    assert!(bad(disc("nowhere", 10.0, (0.0, 0.0, 1.0), 0.0)));
    assert!(bad(disc("left", -1.0, (0.0, 0.0, 1.0), 0.0)));
    assert!(bad(disc("left", f32::NAN, (0.0, 0.0, 1.0), 0.0)));
    assert!(bad(disc("left", 10.0, (0.0, 0.0, 0.0), 0.0)));
    assert!(bad(Area {
        line: vec![],
        ..disc("left", 10.0, (0.0, 0.0, 1.0), 0.0)
    }));
    assert!(bad(Area {
        radius_mm: vec![1.0, 2.0],
        ..disc("left", 10.0, (0.0, 0.0, 1.0), 0.0)
    }));
}

#[test]
fn dots_are_even_and_always_the_same() {
    let mesh = ball(100.0);
    let dots = even_points(&mesh, 10.0);
    assert_eq!(dots, even_points(&mesh, 10.0));
    let fitting = 4.0 * std::f32::consts::PI * 100.0 * 100.0 / (10.0 * 10.0);
    assert!(
        dots.len() as f32 > 0.55 * fitting,
        "{} of {fitting}",
        dots.len()
    );
    for (n, dot) in dots.iter().enumerate() {
        assert!(
            dots[..n]
                .iter()
                .all(|o| o.point_mm.distance(dot.point_mm) >= 10.0)
        );
        assert!((dot.barycentric.iter().sum::<f32>() - 1.0).abs() < 1e-5);
    }
    assert!(even_points(&mesh, f32::NAN).is_empty());
    assert!(even_points(&SurfaceMesh::default(), 5.0).is_empty());
}

#[test]
fn an_area_has_a_round_corner_at_the_midline_and_no_notch_where_two_meet() {
    // Deep inside one and at the edge of the other, the edge stays where it is.
    assert_eq!(both(40.0, 0.0), 0.0);
    assert_eq!(either(-40.0, 0.0), 0.0);
    let skin = SkinSurface::new(ball(100.0));
    let area = |at| disc(at, 60.0, (0.0, 0.0, 1.0), -0.5);
    let of = |areas: &[Area], side| field_mm(&skin, areas, side, &landmarks()).unwrap();
    let whole = of(&[area("left")], Side::Midline);
    let half = of(&[area("left")], Side::Left);
    let two = of(&[area("left"), area("centre")], Side::Left);
    let one = of(&[area("centre")], Side::Left);
    let (mut corners, mut notches) = (0, 0);
    for (vertex, at) in skin.mesh.positions_mm.iter().enumerate() {
        // Close to the edge of the disc and close to the midline: cut off.
        if at.x.abs() < 3.0 && whole[vertex].abs() < 3.0 {
            let sharp = whole[vertex].min(at.x);
            assert!(half[vertex] < sharp - 0.5, "{} at {at}", half[vertex]);
            corners += 1;
        }
        // Where the edges of two discs cross: filled.
        let (a, b) = (half[vertex], one[vertex]);
        if a.abs() < 3.0 && b.abs() < 3.0 {
            assert!(two[vertex] > a.max(b) + 0.5, "{} at {at}", two[vertex]);
            notches += 1;
        }
        assert!(two[vertex] <= a.max(b) + CORNER_MM / 4.0 + 1e-3);
    }
    assert!(corners > 0 && notches > 0, "{corners}, {notches}");
}
