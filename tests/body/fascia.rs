//! Fasciae lie over what they wrap and end where they are attached; ligaments run from bone to bone.

use crate::{SCENE, lines::LINES};
use glam::Vec3;
use myomap::{
    anatomy::{body::BodyStructure, ray_index::RayIndex},
    model::side::Side,
};

fn structure(id: &str) -> &'static BodyStructure {
    let of = |s: &&BodyStructure| s.id.base == id && s.id.side != Side::Right;
    SCENE.body.structures.iter().find(of).unwrap()
}

fn landmark(id: &str) -> Vec3 {
    SCENE.landmarks.get(id).unwrap()
}

/// The share of the lines that meet a muscle and on which something of the first layer lies over it.
fn covered(muscle: &str, heights_mm: std::ops::Range<f32>) -> f32 {
    let (mut all, mut covered) = (0.0, 0.0);
    for line in LINES
        .iter()
        .filter(|line| heights_mm.contains(&line.at_mm.y))
    {
        let Some(at) = line.met.iter().position(|met| met.muscle.id.base == muscle) else {
            continue;
        };
        all += line.area_mm2;
        if line.met[..at].iter().any(|over| over.muscle.depth == 1) {
            covered += line.area_mm2;
        }
    }
    assert!(all > 1_000.0, "{muscle} is met on {all} mm2 only");
    covered / all
}

#[test]
fn what_a_fascia_wraps_is_not_in_sight_at_the_first_layer() {
    for (muscle, heights_mm) in [
        ("rectus_abdominis", 890.0..1230.0),
        ("multifidus.lumborum", 890.0..1110.0),
        ("longissimus.thoracis", 930.0..1110.0),
    ] {
        let share = covered(muscle, heights_mm);
        assert!(
            share > 0.97,
            "{:.0} % of {muscle} is covered",
            share * 100.0
        );
    }
}

#[test]
fn fasciae_and_ligaments_reach_what_they_are_attached_to() {
    let spines = (1..=12).map(|n| format!("T{n}.spinous_tip"));
    let spines: Vec<String> = spines
        .chain((1..=5).map(|n| format!("L{n}.spinous_tip")))
        .collect();
    let mut reached: Vec<(&str, Vec3, f32)> = spines
        .iter()
        .map(|id| ("ligament.supraspinous", landmark(id), 3.5))
        .collect();
    for (id, at, most_mm) in [
        ("ligament.inguinal", "pelvis.ASIS", 6.0),
        ("ligament.inguinal", "pelvis.pubic_tubercle", 6.0),
        ("ligament.nuchal", "occiput.external_protuberance", 5.0),
        ("ligament.nuchal", "C2.spinous_tip", 5.0),
        ("ligament.nuchal", "C7.spinous_tip", 5.0),
        ("fascia.linea_alba", "sternum.xiphoid_tip", 20.0),
        ("fascia.thoracolumbar", "L3.spinous_tip", 6.0),
        ("fascia.thoracolumbar", "S2.median_crest", 8.0),
        ("fascia.thoracolumbar", "pelvis.PSIS", 12.0),
    ] {
        reached.push((id, landmark(at), most_mm));
    }
    let faults: Vec<String> = reached
        .into_iter()
        .filter_map(|(id, place, most_mm)| {
            let away_mm = RayIndex::build(&structure(id).mesh)
                .nearest(place)
                .unwrap()
                .distance_mm;
            (away_mm > most_mm).then(|| format!("{id} ends {away_mm:.1} mm from {place}"))
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    // The tract ends on the outer side of the shin bone, under the knee.
    let tract = structure("fascia.iliotibial_tract");
    let lowest = tract.mesh.positions_mm.iter().copied();
    let lowest = lowest.min_by(|a, b| a.y.total_cmp(&b.y)).unwrap();
    let tibia = RayIndex::build(&structure("tibia").mesh);
    assert!(tibia.nearest(lowest).unwrap().distance_mm < 4.0);
}
