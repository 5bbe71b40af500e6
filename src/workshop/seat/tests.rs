use super::*;
use crate::anatomy::ring_net::surface_of_shape;
use crate::model::facts::Net;

/// A bar along x of a height and a depth, its middle at a place.
fn bar(from: Vec3, length: f32, high: f32, deep: f32) -> Shape {
    let ring = |x: f32| {
        (0..16)
            .map(|k| {
                let angle = std::f32::consts::TAU * k as f32 / 16.0;
                let (y, z) = (high * angle.cos(), deep * angle.sin());
                (from.x + x, from.y + y, from.z + z)
            })
            .collect()
    };
    Shape {
        structure: "bar".into(),
        source: "x".into(),
        nets: vec![Net::Rings(
            (0..11).map(|i| ring(length * i as f32 / 10.0)).collect(),
        )],
        ..Shape::default()
    }
}

fn surface(shape: &Shape) -> SurfaceMesh {
    surface_of_shape(shape).unwrap()
}

#[test]
fn a_muscle_that_stands_out_is_moved_under_the_skin_and_keeps_its_thickness() {
    let skin = RayIndex::build(&surface(&bar(
        Vec3::new(-50.0, 0.0, 0.0),
        300.0,
        50.0,
        50.0,
    )));
    let mut muscle = bar(Vec3::new(0.0, 0.0, 48.0), 100.0, 12.0, 4.0);
    let seated = Seat {
        under_skin: (&skin, 1.0),
        bones: &[],
        in_bone_mm: 1.0,
        ends: 0.15,
        under: &[],
        gap_mm: 0.0,
    };
    let moved = seat(&mut muscle, &seated).unwrap();
    assert!((2.5..6.0).contains(&moved), "{moved}");
    let mesh = surface(&muscle);
    let out = mesh
        .positions_mm
        .iter()
        .filter(|p| !skin.contains(**p))
        .count();
    assert_eq!(out, 0);
    let middle = mesh
        .positions_mm
        .iter()
        .filter(|p| (p.x - 50.0).abs() < 8.0 && p.y.abs() < 2.0);
    let (low, high) = middle.fold((f32::MAX, f32::MIN), |(l, h), p| (l.min(p.z), h.max(p.z)));
    assert!((6.5..9.5).contains(&(high - low)), "{low} {high}");
    // Nothing more to do.
    assert_eq!(seat(&mut muscle, &seated), Ok(0.0));
}

#[test]
fn a_muscle_is_moved_under_the_one_that_covers_it_and_one_beside_it_is_let_be() {
    let skin = RayIndex::build(&surface(&bar(
        Vec3::new(-150.0, 0.0, 0.0),
        400.0,
        90.0,
        90.0,
    )));
    let at = |z: f32| bar(Vec3::new(0.0, 0.0, z), 100.0, 14.0, 3.0);
    let outermost = |shape: &Shape| {
        let mesh = surface(shape);
        let middle = mesh.positions_mm.iter();
        let middle = middle.filter(|p| (p.x - 50.0).abs() < 30.0 && p.y.abs() < 3.0);
        middle.map(|p| p.z).fold(f32::MIN, f32::max)
    };
    // Its outer face at 63, two millimetres over that of the other.
    let other = [Cover::new(&surface(&at(58.0)), 4.0)];
    let seated = Seat {
        under_skin: (&skin, 1.0),
        bones: &[],
        in_bone_mm: 1.0,
        ends: 0.15,
        under: &other,
        gap_mm: 1.0,
    };
    let mut strap = at(60.0);
    let moved = seat(&mut strap, &seated).unwrap();
    assert!((2.9..5.0).contains(&moved), "{moved}");
    let z = outermost(&strap);
    assert!((58.0..60.2).contains(&z), "{z}");
    assert_eq!(seat(&mut strap, &seated), Ok(0.0));
    // Wholly over it, six millimetres away.
    let mut beside = at(70.0);
    assert_eq!(seat(&mut beside, &seated), Ok(0.0));
}

#[test]
fn a_deep_face_leaves_the_bone_and_the_ends_stay_in_it() {
    let skin = RayIndex::build(&surface(&bar(
        Vec3::new(-90.0, 0.0, 0.0),
        400.0,
        90.0,
        90.0,
    )));
    let bone = surface(&bar(Vec3::new(-10.0, 0.0, 0.0), 140.0, 30.0, 10.0));
    let mut muscle = bar(Vec3::new(0.0, 0.0, 14.0), 100.0, 10.0, 8.0);
    let (start, bones) = (surface(&muscle), [Bone::new(&bone).unwrap()]);
    let seated = Seat {
        under_skin: (&skin, 1.0),
        bones: &bones,
        in_bone_mm: 1.0,
        ends: 0.15,
        under: &[],
        gap_mm: 0.0,
    };
    seat(&mut muscle, &seated).unwrap();
    let index = RayIndex::build(&bone);
    let deepest = |mesh: &SurfaceMesh, middle: bool| {
        let inside = mesh.positions_mm.iter().filter(|p| {
            (p.x - 50.0).abs() < 36.0 && middle || (p.x < 3.0 || p.x > 97.0) && !middle
        });
        inside
            .filter(|p| index.contains(**p))
            .filter_map(|p| index.nearest(*p))
            .fold(0.0, |most: f32, at| most.max(at.distance_mm))
    };
    assert!(deepest(&start, true) > 3.0);
    let mesh = surface(&muscle);
    assert!(deepest(&mesh, true) < 1.6, "{}", deepest(&mesh, true));
    assert!(deepest(&mesh, false) > 3.0, "{}", deepest(&mesh, false));
    // Its far face is where it was.
    let top = mesh.positions_mm.iter().map(|p| p.z).fold(0.0, f32::max);
    assert!((21.5..22.6).contains(&top), "{top}");
}
