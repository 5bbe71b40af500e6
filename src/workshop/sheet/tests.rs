use super::*;
use crate::anatomy::{
    mesh::SurfaceMesh,
    ring_net::{Fineness, surface_of_rings},
};
use crate::model::facts::{Landmark, Place};

fn landmarks() -> Landmarks {
    let list = [Landmark {
        id: "o".into(),
        at_mm: (0.0, 0.0, 0.0),
        is: "the middle".into(),
    }];
    Landmarks::new(&list)
}

fn at(x: f32, y: f32, z: f32) -> Place {
    Place::Offset(Box::new(Place::At("o".into())), (x, y, z))
}

fn sheet() -> Sheet {
    Sheet {
        guides: vec![
            vec![at(0.0, 0.0, -50.0), at(0.0, 100.0, -50.0)],
            vec![at(40.0, 0.0, -50.0), at(40.0, 100.0, -50.0)],
        ],
        rings: 16,
        across: 17,
        thickness_mm: vec![(0.0, 2.0), (0.5, 8.0), (1.0, 2.0)],
        edge: (0.4, 0.4),
        clear_of: vec!["ball".into()],
        under: Vec::new(),
        rim: 0.5,
        ends_on: (None, None),
        gap_mm: 2.0,
        pushed: (-1.0, 2.0),
        axis: (20.0, 0.0),
        under_skin_mm: None,
        along: (0.0, 1.0),
    }
}

fn ball(z: f32) -> SurfaceMesh {
    ball_at(50.0, z)
}

/// A ball about a place.
fn ball_at(y: f32, z: f32) -> SurfaceMesh {
    let rings: Vec<Vec<Vec3>> = (0..=8)
        .map(|i| {
            let a = i as f32 / 8.0 * std::f32::consts::PI;
            (0..12)
                .map(|k| {
                    let b = k as f32 / 12.0 * std::f32::consts::TAU;
                    Vec3::new(
                        20.0 + 20.0 * a.sin() * b.cos(),
                        y - 20.0 * a.cos(),
                        z + 20.0 * a.sin() * b.sin(),
                    )
                })
                .collect()
        })
        .collect();
    let fineness = Fineness {
        along: 16,
        around: 2,
    };
    surface_of_rings(&rings, fineness).unwrap()
}

#[test]
fn a_sheet_is_pushed_clear_of_a_ball_and_stays_closed() {
    let ball = ball(-45.0);
    let index = [RayIndex::build(&ball)];
    let clear_of = Around {
        clear_of: &index,
        ..Around::default()
    };
    let rings = rings_of_sheet(&sheet(), &landmarks(), &clear_of).unwrap();
    let mesh: SurfaceMesh = surface_of_rings(
        &rings,
        Fineness {
            along: 20,
            around: 2,
        },
    )
    .unwrap();
    assert!(mesh.is_closed());
    let index = RayIndex::build(&mesh);
    let inside = ball.positions_mm.iter().filter(|p| index.contains(**p));
    let deepest = inside
        .filter_map(|&p| index.nearest(p))
        .map(|s| s.distance_mm)
        .fold(0.0, f32::max);
    assert!(
        deepest < 1.5,
        "the ball reaches {deepest} mm into the sheet"
    );
    let free = rings_of_sheet(&sheet(), &landmarks(), &Around::default()).unwrap();
    assert!(free.iter().flatten().all(|p| (p.z + 50.0).abs() <= 4.1));
}

#[test]
fn a_sheet_is_pushed_under_what_covers_it() {
    // Its inner face lies at -45, five millimetres further in than the middle of the sheet.
    let cover = [RayIndex::build(&ball(-65.0))];
    let around = Around {
        under: &cover,
        ..Around::default()
    };
    let deepest = |around: &Around| {
        let rings = rings_of_sheet(&sheet(), &landmarks(), around).unwrap();
        let surface = surface_of_rings(&rings, Fineness::for_rings(&rings)).unwrap();
        let inside = surface
            .positions_mm
            .iter()
            .filter(|p| cover[0].contains(**p));
        let deep = inside.filter_map(|p| cover[0].nearest(*p));
        deep.map(|at| at.distance_mm).fold(0.0, f32::max)
    };
    assert!(deepest(&Around::default()) > 7.0);
    // Beside the middle the face slants.
    assert!(deepest(&around) < 0.5, "{}", deepest(&around));
}

#[test]
fn an_end_is_laid_on_its_bone_and_a_strap_has_flat_faces() {
    // Before the last ring, which lies at -50.
    let bone = RayIndex::build(&ball_at(100.0, -28.0));
    let around = Around {
        ends_on: [None, Some(&bone)],
        ..Around::default()
    };
    let strap = Sheet {
        rim: 0.2,
        ..sheet()
    };
    let rings = rings_of_sheet(&strap, &landmarks(), &around).unwrap();
    for p in &rings[15] {
        let away = bone.nearest(*p).unwrap().distance_mm;
        assert!(away < 1.1, "{p} lies {away} mm off the bone");
    }
    let free = rings_of_sheet(&strap, &landmarks(), &Around::default()).unwrap();
    assert_eq!(rings[..11], free[..11]);
    let face = free[8].iter().filter(|p| (8.0..32.0).contains(&p.x));
    let (low, high) = face.fold((0.0f32, 10.0f32), |(low, high), p| {
        let off = (p.z + 50.0).abs();
        (low.max(off), high.min(off))
    });
    assert!(low - high < 0.2 && high > 3.6, "{low} {high}");
}

#[test]
fn an_unsound_plan_is_refused() {
    let mut one = sheet();
    one.guides.truncate(1);
    assert_eq!(
        rings_of_sheet(&one, &landmarks(), &Around::default()),
        Err(PlanError::Form)
    );
    let mut unknown = sheet();
    unknown.guides[0][0] = Place::At("nowhere".into());
    assert!(matches!(
        rings_of_sheet(&unknown, &landmarks(), &Around::default()),
        Err(PlanError::Place(_))
    ));
}
