use super::*;
use crate::{
    anatomy::{
        mesh::SurfaceMesh,
        ring_net::{Fineness, surface_of_rings},
    },
    model::facts::{Landmark, Place},
};

fn landmarks() -> Landmarks {
    let at = |id: &str, at_mm| Landmark {
        id: id.into(),
        at_mm,
        is: "a place".into(),
    };
    Landmarks::new(&[
        at("low", (40.0, 0.0, -20.0)),
        at("high", (41.0, 100.6, -20.0)),
        at("side", (80.0, 80.0, -20.0)),
        at("T3.tip", (10.0, 30.0, 0.0)),
        at("T4.tip", (12.0, 0.0, 0.0)),
        at("T5.tip", (14.0, -30.0, 0.0)),
    ])
}

fn at(id: &str) -> Place {
    Place::At(id.into())
}

fn slips(ends: Ends) -> Slips {
    Slips {
        ends,
        faces: ((0.0, 0.0, -1.0), (0.0, 0.0, -1.0)),
        width_mm: vec![(0.0, 8.0), (1.0, 5.0)],
        thickness_mm: vec![(0.0, 2.0), (0.5, 4.0), (1.0, 1.0)],
        rings: 9,
        points: 8,
        along: (0.0, 1.0),
        clear_of: vec!["bar".into()],
        gap_mm: 0.5,
        bow_mm: 0.0,
    }
}

/// A round bar along x between the two places, in the way of a straight line.
fn bar(y: f32) -> SurfaceMesh {
    let ring = |x: f32| -> Vec<Vec3> {
        (0..16)
            .map(|k| {
                let angle = std::f32::consts::TAU * k as f32 / 16.0;
                Vec3::new(x, y + 6.0 * angle.cos(), -20.0 + 6.0 * angle.sin())
            })
            .collect()
    };
    let rings: Vec<_> = (0..11).map(|i| ring(i as f32 * 12.0)).collect();
    let fine = Fineness {
        along: 20,
        around: 2,
    };
    surface_of_rings(&rings, fine).unwrap()
}

fn built(slips: &Slips, belly: &[Vec<Vec<Vec3>>], bones: &[SurfaceMesh]) -> Vec<Vec<Vec<Vec3>>> {
    let bones: Vec<RayIndex> = bones.iter().map(RayIndex::build).collect();
    rings_of_slips(slips, &landmarks(), belly, &bones).unwrap()
}

#[test]
fn a_slip_passes_over_the_bone_between_its_ends_and_lies_on_that_where_it_ends() {
    let bones = [bar(50.0), bar(100.0)];
    let one = slips(Ends::Pairs(vec![(at("low"), at("high"))]));
    let found = built(&one, &[], &bones);
    let [rings] = &found[..] else {
        panic!("one slip")
    };
    let fine = Fineness {
        along: 24,
        around: 2,
    };
    let mesh = surface_of_rings(rings, fine).unwrap();
    assert!(mesh.is_closed());
    let way = RayIndex::build(&bones[0]);
    let inside = mesh.positions_mm.iter().filter(|p| way.contains(**p));
    let deepest = inside
        .filter_map(|&p| way.nearest(p))
        .map(|near| near.distance_mm)
        .fold(0.0, f32::max);
    assert!(deepest < 0.4, "{deepest} mm in the bone");
    // It passes behind the bar, the side that it faces.
    assert!(mean(&rings[4]).z < -26.0, "{}", mean(&rings[4]));
    // The end is on the back of the other bar.
    let end = mean(&rings[8]);
    assert!(end.distance(Vec3::new(41.0, 100.6, -26.0)) < 0.3, "{end}");
    let start = mean(&rings[0]);
    assert!(
        start.distance(Vec3::new(40.0, 0.0, -20.0)) < 1e-3,
        "{start}"
    );
}

#[test]
fn a_slip_leaves_its_belly_at_the_edge_on_its_side_and_along_its_fibres() {
    let belly: Vec<Vec<Vec3>> = (0..11)
        .map(|i| {
            let y = i as f32 * 10.0;
            [(20.0, 0.0), (0.0, -5.0), (-20.0, 0.0), (0.0, 5.0)]
                .map(|(x, z)| Vec3::new(40.0 + x, y, -20.0 + z))
                .to_vec()
        })
        .collect();
    let from = Belly {
        net: 0,
        away_mm: 40.0,
        beside: 0.5,
    };
    let out = slips(Ends::FromBelly(from.clone(), vec![at("side")]));
    let belly = [belly];
    let rings = &built(&out, &belly, &[])[0];
    let (first, second, last) = (mean(&rings[0]), mean(&rings[1]), mean(&rings[8]));
    assert!(
        first.distance(Vec3::new(50.0, 40.0, -20.0)) < 0.1,
        "{first}"
    );
    assert!((second - first).normalize().y > 0.9, "{second}");
    assert!(last.distance(Vec3::new(80.0, 80.0, -20.0)) < 0.1, "{last}");
    // And the other way round: from the bone up into the belly.
    let into = slips(Ends::IntoBelly(vec![at("low")], from));
    let rings = &built(&into, &belly, &[])[0];
    assert!(mean(&rings[0]).distance(Vec3::new(40.0, 0.0, -20.0)) < 0.1);
    assert!(
        (mean(&rings[8]).y - 40.0).abs() < 0.1,
        "{}",
        mean(&rings[8])
    );
    let none = slips(Ends::FromBelly(
        Belly {
            net: 3,
            away_mm: 1.0,
            beside: 0.0,
        },
        vec![at("side")],
    ));
    let error = rings_of_slips(&none, &landmarks(), &belly, &[]);
    assert_eq!(error, Err(SlipError::NoBelly(3)));
}

#[test]
fn slips_from_level_to_level_begin_at_each_vertebra_of_the_range() {
    let levels = |lowest: &str, up: &[usize]| {
        slips(Ends::Levels {
            from: ("tip".into(), (20.0, 0.0, 0.0)),
            to: ("tip".into(), (0.0, 0.0, -4.0)),
            vertebrae: (lowest.into(), "T4".into()),
            up: up.to_vec(),
        })
    };
    let found = built(&levels("T5", &[1]), &[], &[]);
    let ends: Vec<(Vec3, Vec3)> = found.iter().map(|r| (mean(&r[0]), mean(&r[8]))).collect();
    assert_eq!(ends.len(), 2);
    assert!(ends[0].0.distance(Vec3::new(34.0, -30.0, 0.0)) < 0.01);
    assert!(ends[0].1.distance(Vec3::new(12.0, 0.0, -4.0)) < 0.01);
    assert!(ends[1].1.distance(Vec3::new(10.0, 30.0, -4.0)) < 0.01);
    let error = |slips: &Slips| rings_of_slips(slips, &landmarks(), &[], &[]).unwrap_err();
    assert_eq!(
        error(&levels("L9", &[1])),
        SlipError::Vertebra("L9".to_owned())
    );
    assert!(matches!(
        error(&levels("T5", &[3])),
        SlipError::Place(PlaceError::UnknownLandmark(id)) if id == "T2.tip"
    ));
}
