use super::*;
use crate::anatomy::samples;
use proptest::prelude::*;

/// An elliptic tube along y, wide in x.
fn tube(rings: usize, points: usize, wide: f32, thick: f32) -> Net {
    let rings = samples::tube(rings, points, (wide, thick));
    let ring = |ring: Vec<Vec3>| ring.into_iter().map(Into::into).collect();
    Net::Rings(rings.into_iter().map(ring).collect())
}

fn sound(mesh: &SurfaceMesh) {
    assert!(mesh.is_closed());
    assert!(mesh.signed_volume_mm3() > 0.0);
    assert!(
        mesh.fibre_uv
            .iter()
            .flatten()
            .all(|v| (0.0..=1.0).contains(v))
    );
    assert!(mesh.normals.iter().all(|n| (n.length() - 1.0).abs() < 1e-3));
    assert!(
        mesh.fibre_tangent
            .iter()
            .all(|t| (t.length() - 1.0).abs() < 1e-3)
    );
    assert_eq!(mesh.normals.len(), mesh.positions_mm.len());
}

#[test]
fn a_tube_has_the_volume_of_a_tube_and_its_fibres_run_along() {
    for points in [8, 9, 16] {
        let mesh = surface_of_net(
            &tube(6, points, 30.0, 10.0),
            Fineness {
                along: 20,
                around: 4,
            },
        )
        .unwrap();
        sound(&mesh);
        let tube = std::f32::consts::PI * 30.0 * 10.0 * 100.0;
        let volume = mesh.signed_volume_mm3();
        assert!(
            volume > tube * 0.93 && volume < tube * 1.25,
            "{volume} of {tube}"
        );
        assert!(mesh.fibre_tangent.iter().all(|t| t.y > 0.99));
        sound(&mesh.mirrored());
    }
}

#[test]
fn a_polar_sphere_with_poles_is_a_sphere() {
    let axis = (0..=12).map(|i| {
        (
            0.0,
            -50.0 * (i as f32 / 12.0 * std::f32::consts::PI).cos(),
            0.0,
        )
    });
    let radii =
        (0..=12).map(|i| vec![50.0 * (i as f32 / 12.0 * std::f32::consts::PI).sin().max(0.0); 16]);
    let net = Net::Polar {
        axis: axis.collect(),
        zero: (1.0, 0.0, 0.0),
        radii_mm: radii.collect(),
    };
    let mesh = surface_of_net(
        &net,
        Fineness {
            along: 36,
            around: 2,
        },
    )
    .unwrap();
    sound(&mesh);
    let sphere = 4.0 / 3.0 * std::f32::consts::PI * 50.0f32.powi(3);
    assert!((mesh.signed_volume_mm3() / sphere - 1.0).abs() < 0.05);
}

#[test]
fn unsound_nets_are_refused_in_words() {
    let bad = |net: Net| rings_of_net(&net).unwrap_err();
    assert_eq!(bad(Net::Rings(vec![])), NetError::Rings(0));
    assert_eq!(
        bad(Net::Rings(vec![
            vec![(0.0, 0.0, 0.0); 4],
            vec![(0.0, 0.0, 0.0); 5]
        ])),
        NetError::Uneven {
            ring: 1,
            points: 5,
            first: 4
        }
    );
    assert_eq!(
        bad(Net::Rings(vec![vec![(f32::NAN, 0.0, 0.0); 4]; 2])),
        NetError::Coordinate { ring: 0 }
    );
    assert_eq!(
        bad(Net::Polar {
            axis: vec![],
            zero: (1.0, 0.0, 0.0),
            radii_mm: vec![vec![1.0]]
        }),
        NetError::Axis { axis: 0, radii: 1 }
    );
    let flat = Net::Rings(vec![vec![(1.0, 2.0, 3.0); 4]; 3]);
    assert_eq!(
        surface_of_net(
            &flat,
            Fineness {
                along: 4,
                around: 2
            }
        ),
        Err(NetError::Flat)
    );
}

#[test]
fn the_fibre_coordinate_runs_along_each_net_as_the_shape_says() {
    let shape = Shape {
        structure: "belly".into(),
        source: "own".into(),
        nets: vec![tube(6, 12, 20.0, 8.0)],
        built: vec![tube(4, 8, 6.0, 3.0)],
        along: vec![(0.0, 0.75), (0.5, 1.0)],
        ..Shape::default()
    };
    let belly = surface_of_sized_net(&shape.nets[0]).unwrap();
    let mesh = surface_of_shape(&shape).unwrap();
    let (of_belly, of_slip) = mesh.fibre_uv.split_at(belly.positions_mm.len());
    for (uv, from, to) in [(of_belly, 0.0, 0.75), (of_slip, 0.5, 1.0)] {
        let along = || uv.iter().map(|[_, f]| *f);
        assert_eq!(along().fold(f32::INFINITY, f32::min), from);
        assert_eq!(along().fold(f32::NEG_INFINITY, f32::max), to);
    }
}

proptest! {
    #[test]
    fn any_tube_is_closed_outward_and_within_its_budget(
        rings in 2usize..16, points in 4usize..32, wide in 2.0..120.0f32, thick in 1.0..40.0f32,
    ) {
        let shape = Shape {
            structure: "tube".into(), source: "own".into(),
            nets: vec![tube(rings, points, wide, thick)],
            ..Shape::default()
        };
        let mesh = surface_of_shape(&shape).unwrap();
        sound(&mesh);
        prop_assert!(mesh.positions_mm.len() < 5000);
    }
}
