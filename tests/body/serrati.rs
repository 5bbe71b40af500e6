//! The three serrati are plain slips: as many as the books give them, each straight from its bone to its bone.
//!
//! Where they lie among other muscles is asked in `covering` and `in_sight`.

use crate::{CATALOG, SCENE};
use glam::{Vec2, Vec3};
use myomap::{
    anatomy::{
        mesh::SurfaceMesh,
        ray_index::RayIndex,
        ring_net::{rings_of_net, surface_of_sized_net},
    },
    model::{facts::Net, side::Side},
};

/// A slip's end lies this near to its bone, millimetres.
const ON_BONE_MM: f32 = 2.0;
/// The middle of the trunk, about which serratus anterior runs: x and z, millimetres.
const AXIS_MM: (f32, f32) = (0.0, 95.0);

/// A muscle of slips.
struct Slips {
    muscle: &'static str,
    /// The rib of each slip, from above.
    ribs: &'static [u8],
    /// The slips begin at their ribs and end at the scapula; else they begin at the spine and end at their ribs.
    from_ribs: bool,
    /// How far fibres may turn from the line between their slip's ends, degrees: half of them, and all but one in twenty.
    turned: (f32, f32),
}

const SERRATI: [Slips; 3] = [
    Slips {
        muscle: "serratus_posterior_superior",
        ribs: &[2, 3, 4, 5],
        from_ribs: false,
        turned: (8.0, 25.0),
    },
    Slips {
        muscle: "serratus_posterior_inferior",
        ribs: &[9, 10, 11, 12],
        from_ribs: false,
        turned: (6.0, 25.0),
    },
    Slips {
        muscle: "serratus_anterior",
        ribs: &[1, 2, 3, 4, 5, 6, 7, 8, 9],
        from_ribs: true,
        turned: (15.0, 40.0),
    },
];

impl Slips {
    fn nets(&self) -> &'static [Net] {
        &CATALOG.shapes[self.muscle].nets
    }

    /// Rib, rings from the rib to the other end, surface.
    fn each(&self) -> impl Iterator<Item = (u8, Vec<Vec<Vec3>>, SurfaceMesh)> {
        self.ribs.iter().zip(self.nets()).map(|(rib, net)| {
            let mut rings = rings_of_net(net).unwrap();
            if !self.from_ribs {
                rings.reverse();
            }
            (*rib, rings, surface_of_sized_net(net).unwrap())
        })
    }

    /// A place as seen square onto the muscle: from behind, or around the trunk.
    fn flat(&self, p: Vec3) -> Vec2 {
        if !self.from_ribs {
            return Vec2::new(p.x, p.y);
        }
        let (x, z) = (p.x - AXIS_MM.0, p.z - AXIS_MM.1);
        // As wide as the trunk is half-way along the muscle.
        Vec2::new(x.atan2(-z) * 130.0, p.y)
    }
}

fn bone(id: &str) -> RayIndex {
    let side = |side| side != Side::Right;
    let found = SCENE.body.structures.iter();
    let mut found = found.filter(|s| s.id.base == id && side(s.id.side));
    RayIndex::build(&found.next().unwrap().mesh)
}

fn middle(ring: &[Vec3]) -> Vec3 {
    ring.iter().sum::<Vec3>() / ring.len() as f32
}

#[test]
fn each_serratus_has_its_slips() {
    for slips in &SERRATI {
        assert_eq!(slips.nets().len(), slips.ribs.len(), "{}", slips.muscle);
    }
}

#[test]
fn every_slip_ends_on_its_rib_and_on_the_spine_or_the_scapula() {
    let scapula = bone("scapula");
    let tips: Vec<Vec3> = ["C6", "C7", "T1", "T2", "T11", "T12", "L1", "L2"]
        .map(|level| {
            SCENE
                .landmarks
                .get(&format!("{level}.spinous_tip"))
                .unwrap()
        })
        .to_vec();
    let mut faults = Vec::new();
    for slips in &SERRATI {
        for (number, rings, _) in slips.each() {
            let rib = bone(&format!("rib.{number}"));
            let mut far = |what: &str, away_mm: f32, most_mm: f32| {
                if away_mm > most_mm {
                    let muscle = slips.muscle;
                    faults.push(format!(
                        "{muscle}, rib {number}: {away_mm:.1} mm off {what}"
                    ));
                }
            };
            let away = |bone: &RayIndex, p: Vec3| bone.nearest(p).unwrap().distance_mm;
            for &p in &rings[0] {
                far("its rib", away(&rib, p), ON_BONE_MM);
            }
            let other = &rings[rings.len() - 1];
            if slips.from_ribs {
                for &p in other {
                    far("the scapula", away(&scapula, p), ON_BONE_MM);
                }
                continue;
            }
            // On the line of the spinous processes, in the midline.
            for &p in other {
                far("the midline", p.x, 3.0);
                let nearest = tips.iter().map(|tip| tip.distance(p));
                far("the spine", nearest.fold(f32::INFINITY, f32::min), 25.0);
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_fibres_of_every_slip_run_from_its_origin_to_its_insertion() {
    let mut faults = Vec::new();
    for slips in &SERRATI {
        for (rib, rings, mesh) in slips.each() {
            let (from, to) = (middle(&rings[0]), middle(&rings[rings.len() - 1]));
            let along = (slips.flat(to) - slips.flat(from)).normalize();
            let along = if slips.from_ribs { along } else { -along };
            let mut turned: Vec<f32> = mesh
                .positions_mm
                .iter()
                .zip(&mesh.fibre_tangent)
                .map(|(&p, &tangent)| {
                    let way = slips.flat(p + tangent) - slips.flat(p);
                    way.angle_to(along).abs().to_degrees()
                })
                .collect();
            turned.sort_by(f32::total_cmp);
            let (half, most) = (turned[turned.len() / 2], turned[turned.len() * 19 / 20]);
            if half > slips.turned.0 || most > slips.turned.1 {
                faults.push(format!(
                    "{}, rib {rib}: turned by {half:.0} and {most:.0} degrees",
                    slips.muscle
                ));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
