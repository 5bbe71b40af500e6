//! What is open in a bone is open as far as it should be, on both sides, and has walls.

use crate::SCENE;
use glam::Vec3;
use myomap::{anatomy::ray_index::RayIndex, model::side::Side};

/// The surface of one bone, of the left or in the midline.
fn index(id: &str) -> RayIndex {
    let bone = SCENE
        .body
        .structures
        .iter()
        .find(|s| s.id.base == id && s.id.side != Side::Right)
        .unwrap();
    RayIndex::build(&bone.mesh)
}

/// Where a ray meets a bone first.
fn hit(index: &RayIndex, from: (f32, f32, f32), way: Vec3) -> Option<Vec3> {
    index
        .first_hit(Vec3::from(from), way)
        .map(|hit| hit.point_mm)
}

/// Whether a rod of 2 mm goes from place to place and touches nothing.
fn is_open(index: &RayIndex, way: &[Vec3]) -> bool {
    let sides = [Vec3::ZERO, Vec3::X, -Vec3::X, Vec3::Y, -Vec3::Y];
    way.windows(2).all(|pair| {
        sides.iter().all(|side| {
            let along = pair[1] - pair[0];
            index
                .first_hit(pair[0] + *side, along.normalize())
                .is_none_or(|hit| hit.distance_mm > along.length())
        })
    })
}

/// The places of a way on the left, on one side.
fn on_side(way: &[(f32, f32, f32)], side: f32) -> Vec<Vec3> {
    way.iter()
        .map(|&(x, y, z)| Vec3::new(x * side, y, z))
        .collect()
}

#[test]
fn the_foramen_magnum_opens_into_a_hollow() {
    let skull = index("skull");
    let up = |x, z| hit(&skull, (x, 1560.0, z), Vec3::Y).map(|p| p.y);
    for (x, z) in [
        (0.0, 50.0),
        (0.0, 68.0),
        (0.0, 83.0),
        (12.0, 60.0),
        (-12.0, 60.0),
        (12.0, 74.0),
        (-12.0, 74.0),
    ] {
        // Dark, and no lid: nothing within 10 cm.
        let high = up(x, z).unwrap();
        assert!(high > 1700.0, "a lid at {high} over {x}, {z}");
    }
    let rim = |x, z| up(x, z).unwrap();
    for (x, z) in [(0.0, 40.0), (0.0, 93.0), (24.0, 68.0), (-24.0, 68.0)] {
        assert!((1600.0..1620.0).contains(&rim(x, z)), "no rim at {x}, {z}");
    }
    // Its front edge stands higher than the one behind.
    let slope = rim(0.0, 92.0) - rim(0.0, 42.0);
    assert!((2.0..9.0).contains(&slope), "{slope}");
}

#[test]
fn nose_orbits_ears_and_palate_are_hollow() {
    let skull = index("skull");
    let back = |x, y| hit(&skull, (x, y, 400.0), -Vec3::Z).map_or(0.0, |p| p.z);
    for side in [1.0, -1.0] {
        // Through the nose to the base of the skull, beside the septum.
        assert!(back(side * 7.5, 1620.0) < 110.0, "a choana is shut");
        assert!((135.0..160.0).contains(&back(0.0, 1620.0)), "no septum");
        // The orbit narrows to its depth.
        let (deep, outer) = (back(side * 25.0, 1652.0), back(side * 46.0, 1652.0));
        assert!(
            (125.0..142.0).contains(&deep) && outer > deep + 10.0,
            "{deep}"
        );
        // The external acoustic meatus is a pit before the mastoid process.
        let ear = |z| hit(&skull, (side * 200.0, 1632.0, z), -Vec3::X * side).unwrap();
        let (pit, mastoid) = (ear(92.0).x * side, ear(78.0).x * side);
        assert!(mastoid - pit > 12.0, "{pit} and {mastoid}");
        // Beside the skull, under it and over the arch, a finger goes through.
        let way = [
            Vec3::new(side * 63.0, 1560.0, 122.0),
            Vec3::new(side * 63.0, 1650.0, 122.0),
        ];
        assert!(is_open(&skull, &way), "no hollow under the zygomatic arch");
        let arch = hit(&skull, (side * 68.0, 1560.0, 120.0), Vec3::Y).unwrap();
        assert!((1622.0..1634.0).contains(&arch.y), "{arch}");
        // The palate lies higher than the teeth's roots.
        let below = |x, z| hit(&skull, (x, 1500.0, z), Vec3::Y).unwrap().y;
        let (palate, teeth) = (below(0.0, 165.0), below(side * 26.0, 160.0));
        assert!(palate - teeth > 7.0, "{palate} over {teeth}");
        // Styloid process.
        let styloid = below(side * 44.0, 97.0);
        assert!((1594.0..1606.0).contains(&styloid), "{styloid}");
    }
}

#[test]
fn the_sacrum_has_four_pairs_of_foramina_and_an_open_canal() {
    let sacrum = index("sacrum");
    // From the pelvis to the back, on the left.
    let foramina: [&[(f32, f32, f32)]; 4] = [
        &[
            (21.5, 940.0, 61.0),
            (21.8, 950.0, 55.5),
            (22.5, 957.0, 49.5),
            (23.5, 964.5, 42.5),
            (24.3, 972.0, 35.5),
            (24.8, 981.0, 27.0),
        ],
        &[
            (18.5, 929.0, 38.0),
            (18.5, 938.5, 31.5),
            (18.6, 944.5, 26.0),
            (18.8, 951.0, 20.0),
            (19.0, 959.0, 12.5),
            (19.0, 966.0, 5.0),
        ],
        &[
            (17.6, 927.0, 34.0),
            (17.6, 931.0, 16.0),
            (18.0, 934.5, -4.0),
        ],
        &[
            (15.6, 905.0, 32.0),
            (15.6, 909.8, 13.0),
            (16.0, 913.5, -5.0),
        ],
    ];
    for (number, way) in foramina.iter().enumerate() {
        for side in [1.0, -1.0] {
            let way = on_side(way, side);
            assert!(is_open(&sacrum, &way), "foramen {} is shut", number + 1);
            let middle = way[way.len() / 2];
            for across in [Vec3::X, -Vec3::X] {
                let wall = sacrum.first_hit(middle, across);
                assert!(
                    wall.is_some_and(|wall| wall.distance_mm < 25.0),
                    "foramen {} has no wall",
                    number + 1
                );
            }
        }
    }
    let canal = [
        (0.0, 1000.0, 62.0),
        (0.0, 986.0, 54.0),
        (0.0, 976.0, 47.5),
        (0.0, 965.0, 36.0),
        (0.0, 952.0, 23.5),
        (0.0, 938.0, 13.0),
        (0.0, 924.0, 8.0),
        (0.0, 911.0, 6.0),
        (0.0, 901.0, 4.3),
        (0.0, 890.0, -20.0),
    ];
    assert!(is_open(&sacrum, &on_side(&canal, 1.0)), "the canal is shut");
    // It has a roof above its hiatus.
    let from_behind = |y| hit(&sacrum, (0.0, y, -100.0), Vec3::Z).unwrap().z;
    assert!(from_behind(900.0) - from_behind(922.0) > 4.0);
}

#[test]
fn the_vertebral_artery_passes_through_the_neck() {
    // Level, distance of the hole from the midline, and its middle (y, z) below and above.
    let holes = [
        ("c1", 30.4, (1583.0, 79.2), (1607.0, 80.8)),
        ("c3", 20.4, (1545.6, 89.1), (1568.4, 81.7)),
        ("c4", 17.9, (1529.2, 90.1), (1552.8, 86.1)),
        ("c5", 18.9, (1512.1, 88.1), (1535.9, 90.5)),
        ("c6", 21.0, (1497.7, 87.7), (1521.3, 91.7)),
        ("c7", 22.0, (1482.3, 79.1), (1505.7, 84.1)),
    ];
    for (level, x, below, above) in holes {
        let bone = index(&format!("vertebra.{level}"));
        for side in [1.0, -1.0] {
            let way = on_side(&[(x, below.0, below.1), (x, above.0, above.1)], side);
            assert!(is_open(&bone, &way), "{level} is shut");
            let middle = (way[0] + way[1]) * 0.5;
            assert!(
                bone.first_hit(middle, -Vec3::X * side).is_some(),
                "{level}: nothing beside the hole"
            );
        }
    }
    // In the axis it turns outwards.
    let axis = index("vertebra.c2");
    let way = [
        (19.5, 1559.0, 83.4),
        (19.3, 1571.5, 81.7),
        (19.6, 1576.0, 81.0),
        (22.0, 1579.5, 80.3),
        (27.0, 1582.0, 79.5),
    ];
    for side in [1.0, -1.0] {
        assert!(is_open(&axis, &on_side(&way, side)), "c2 is shut");
    }
}

#[test]
fn the_dens_stands_behind_the_front_arch_of_the_atlas() {
    let (atlas, axis) = (index("vertebra.c1"), index("vertebra.c2"));
    let arch = hit(&atlas, (0.0, 1596.0, 60.0), Vec3::Z).unwrap().z;
    let dens = hit(&axis, (0.0, 1596.0, 200.0), -Vec3::Z).unwrap().z;
    assert!((0.5..5.0).contains(&(arch - dens)), "{dens} behind {arch}");
    let back_of_dens = hit(&axis, (0.0, 1596.0, 40.0), Vec3::Z).unwrap().z;
    let rear_arch = hit(&atlas, (0.0, 1594.0, 65.0), -Vec3::Z).unwrap().z;
    assert!(back_of_dens - rear_arch > 15.0, "no room for the cord");
}

#[test]
fn the_spinous_processes_of_the_neck_are_cleft() {
    for (level, y) in [
        ("c2", 1557.0),
        ("c3", 1539.0),
        ("c4", 1526.6),
        ("c5", 1514.6),
        ("c6", 1501.0),
    ] {
        let bone = index(&format!("vertebra.{level}"));
        let from_behind = |x| hit(&bone, (x, y, -100.0), Vec3::Z).map_or(f32::MAX, |p| p.z);
        for side in [1.0, -1.0] {
            let (cleft, tip) = (from_behind(0.0), from_behind(side * 3.0));
            assert!(cleft - tip > 0.7, "{level}: {cleft} between {tip}");
        }
    }
}
