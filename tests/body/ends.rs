//! Where muscles end, close up: the last ring of their nets lies on the bone that the books give.
//!
//! Not here: the slips of the serrati (`serrati`), and what a muscle meets on its way (`covering`).

use crate::{CATALOG, SCENE};
use glam::Vec3;
use myomap::{
    anatomy::{ray_index::RayIndex, ring_net::rings_of_net},
    model::side::Side,
};

/// Half of an end's points lie as near to the bone as this, millimetres.
const HALF_MM: f32 = 1.5;
/// None lies farther from it, millimetres.
const MOST_MM: f32 = 3.0;

/// Which end of a muscle's nets.
#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    Origin,
    Insertion,
}

use End::{Insertion, Origin};

/// Muscle, end, bone. Every measured or planned net of the muscle is asked.
const ENDS: [(&str, End, &str); 19] = [
    ("deltoid.clavicular", Origin, "clavicle"),
    ("deltoid.acromial", Origin, "scapula"),
    ("deltoid.spinal", Origin, "scapula"),
    ("deltoid.clavicular", Insertion, "humerus"),
    ("deltoid.acromial", Insertion, "humerus"),
    ("deltoid.spinal", Insertion, "humerus"),
    ("triceps_brachii", Insertion, "ulna"),
    ("teres_major", Origin, "scapula"),
    ("teres_major", Insertion, "humerus"),
    ("pectoralis_major.clavicular", Origin, "clavicle"),
    ("pectoralis_major.clavicular", Insertion, "humerus"),
    ("pectoralis_minor", Insertion, "scapula"),
    ("rhomboid.major", Insertion, "scapula"),
    ("rhomboid.minor", Insertion, "scapula"),
    ("levator_scapulae", Insertion, "scapula"),
    ("scalenus.medius", Insertion, "rib.1"),
    ("trapezius.descending", Insertion, "clavicle"),
    ("trapezius.transverse", Insertion, "scapula"),
    ("iliopsoas.iliacus", Origin, "hip_bone"),
];

fn bone(id: &str) -> RayIndex {
    let mut found = SCENE.body.structures.iter();
    let found = found.find(|s| s.id.base == id && s.id.side != Side::Right);
    RayIndex::build(&found.unwrap().mesh)
}

#[test]
fn the_last_ring_of_a_muscle_lies_on_its_bone() {
    let mut faults = Vec::new();
    for (muscle, end, on) in ENDS {
        let index = bone(on);
        for (number, net) in CATALOG.shapes[muscle].nets.iter().enumerate() {
            let rings = rings_of_net(net).unwrap();
            let ring: &[Vec3] = match end {
                Origin => &rings[0],
                Insertion => &rings[rings.len() - 1],
            };
            let mut away_mm: Vec<f32> = ring
                .iter()
                .map(|&p| index.nearest(p).unwrap().distance_mm)
                .collect();
            away_mm.sort_by(f32::total_cmp);
            let (half, most) = (away_mm[away_mm.len() / 2], away_mm[away_mm.len() - 1]);
            if half > HALF_MM || most > MOST_MM {
                let net = number + 1;
                faults.push(format!(
                    "{muscle}, net {net}: its {end:?} lies {half:.1} mm off the {on}, {most:.1} at most"
                ));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
