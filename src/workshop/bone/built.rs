//! Bones without a reference: built plainly from their usual sizes and from what they are joined to.

use std::f32::consts::TAU;

use glam::Vec3;

use super::teeth;
use super::tube::written;
use super::vertebra::MIDLINE_MM;
use crate::model::facts::{Net, Shape};

/// A place of a rounded bar: centre (x, y, z), half its width, half its height.
type Station = (f32, f32, f32, f32, f32);

/// Ids of the bones that are built.
pub fn built_bones() -> Vec<String> {
    let mut ids: Vec<String> = ["hyoid", "teeth.upper", "teeth.lower"]
        .map(str::to_owned)
        .to_vec();
    ids.extend(
        CARTILAGES
            .iter()
            .map(|(n, _)| format!("costal_cartilage.{n}")),
    );
    ids.extend(TARSALS.iter().map(|(name, _)| format!("tarsal.{name}")));
    for ray in 0..RAYS.len() {
        ids.push(format!("metatarsal.{}", ray + 1));
        ids.extend(toe_bones(ray).map(|(name, _)| format!("phalanx.foot.{}.{name}", ray + 1)));
    }
    ids
}

/// The shape of a bone that is built; `None` for one that is measured or unknown.
pub fn built_shape(bone_id: &str) -> Option<Shape> {
    let nets = match bone_id {
        "hyoid" => vec![hyoid()],
        "teeth.upper" => teeth::row(true),
        "teeth.lower" => teeth::row(false),
        _ => vec![built_bar(bone_id)?],
    };
    Some(Shape {
        structure: bone_id.to_owned(),
        source: "TXT".to_owned(),
        measured_on: String::new(),
        nets,
        built: Vec::new(),
    })
}

fn built_bar(bone_id: &str) -> Option<Net> {
    if let Some(number) = bone_id.strip_prefix("costal_cartilage.") {
        let (_, stations) = CARTILAGES.iter().find(|(n, _)| *n == number)?;
        return Some(bar(stations, 10));
    }
    if let Some(name) = bone_id.strip_prefix("tarsal.") {
        let (_, stations) = TARSALS.iter().find(|(n, _)| *n == name)?;
        return Some(bar(stations, 12));
    }
    if let Some(number) = bone_id.strip_prefix("metatarsal.") {
        let ray = RAYS.get(number.parse::<usize>().ok()?.checked_sub(1)?)?;
        return Some(bar(&shaft(ray.base, ray.head, ray.thick, 0.62), 10));
    }
    let (number, name) = bone_id.strip_prefix("phalanx.foot.")?.split_once('.')?;
    let ray = number.parse::<usize>().ok()?.checked_sub(1)?;
    RAYS.get(ray)?;
    let found = toe_bones(ray).find(|(n, _)| *n == name);
    found.map(|(_, stations)| bar(&stations, 8))
}

/// Rounded rings square to the way through the stations, their width level, their height across it.
fn bar(stations: &[Station], points: usize) -> Net {
    let centre = |i: usize| Vec3::new(stations[i].0, stations[i].1, stations[i].2);
    let last = stations.len() - 1;
    let rings = (0..stations.len()).map(|i| {
        let along = (centre((i + 1).min(last)) - centre(i.saturating_sub(1))).normalize_or(Vec3::Z);
        let level = along.cross(Vec3::Y).normalize_or(Vec3::X);
        let over = level.cross(along);
        let (width, height) = (stations[i].3, stations[i].4);
        (0..points)
            .map(|k| {
                let angle = TAU * k as f32 / points as f32;
                written(centre(i) + level * (width * angle.cos()) + over * (height * angle.sin()))
            })
            .collect()
    });
    Net::Rings(rings.collect())
}

/// A small long bone between two joints: thick ends, thin middle.
fn shaft(from: Vec3, to: Vec3, thick: f32, waist: f32) -> Vec<Station> {
    // A bone hardly longer than thick has room for fewer rings.
    let profile: &[(f32, f32, f32)] = if from.distance(to) > 4.0 * thick {
        &[
            (0.0, 0.72, 0.8),
            (0.07, 1.0, 1.1),
            (0.3, waist, waist),
            (0.62, waist, waist),
            (0.9, 0.9, 0.95),
            (1.0, 0.6, 0.65),
        ]
    } else {
        &[
            (0.0, 0.8, 0.8),
            (0.22, 1.0, 1.0),
            (0.55, waist + 0.12, waist + 0.12),
            (0.82, 0.92, 0.9),
            (1.0, 0.7, 0.65),
        ]
    };
    profile
        .iter()
        .map(|(share, width, height)| {
            let p = from.lerp(to, *share);
            (p.x, p.y, p.z, thick * width, thick * height)
        })
        .collect()
}

/// The cartilages of the eighth to tenth ribs, each from its rib to the cartilage above.
const CARTILAGES: &[(&str, &[Station])] = &[
    (
        "8",
        &[
            (123.0, 1167.0, 172.0, 4.5, 7.5),
            (117.5, 1162.0, 181.0, 4.5, 7.5),
            (106.5, 1166.0, 195.5, 4.5, 7.0),
            (91.0, 1182.0, 207.5, 4.0, 6.0),
            (76.0, 1201.0, 218.0, 3.0, 4.0),
        ],
    ),
    (
        "9",
        &[
            (129.0, 1140.0, 143.0, 4.0, 6.5),
            (126.0, 1134.0, 155.0, 4.0, 6.5),
            (118.5, 1138.0, 172.5, 4.0, 6.0),
            (110.0, 1150.0, 186.0, 3.7, 5.5),
            (102.0, 1165.0, 202.0, 2.5, 3.5),
        ],
    ),
    (
        "10",
        &[
            (122.0, 1110.0, 123.0, 3.5, 5.5),
            (125.0, 1107.0, 137.0, 4.0, 5.5),
            (124.0, 1114.0, 154.0, 4.0, 5.0),
            (121.0, 1130.0, 170.0, 2.5, 3.5),
        ],
    ),
];

/// The tarsal bones; the talus stands under the reference's tibia, the heel in the reference's skin.
const TARSALS: &[(&str, &[Station])] = &[
    (
        "calcaneus",
        &[
            (66.0, -58.0, 15.0, 8.0, 10.0),
            (67.0, -57.0, 20.0, 13.0, 17.0),
            (71.0, -54.0, 36.0, 14.0, 18.0),
            (78.0, -47.0, 54.0, 16.0, 17.0),
            (82.0, -45.0, 68.0, 18.0, 15.0),
            (89.0, -49.5, 82.0, 14.0, 13.0),
            (91.5, -51.5, 88.0, 10.0, 9.5),
        ],
    ),
    (
        "talus",
        &[
            (74.0, -27.0, 55.0, 8.0, 6.0),
            (75.0, -19.0, 64.0, 14.0, 14.0),
            (76.0, -13.5, 76.0, 16.0, 17.0),
            (75.0, -17.5, 88.0, 14.5, 14.0),
            (73.0, -28.0, 98.0, 11.5, 10.0),
            (72.0, -32.0, 108.0, 12.5, 12.0),
            (72.0, -34.0, 115.0, 8.5, 8.5),
        ],
    ),
    (
        "navicular",
        &[
            (71.5, -35.0, 113.0, 12.0, 11.0),
            (72.0, -36.0, 118.0, 16.0, 13.5),
            (74.0, -37.0, 125.0, 15.5, 12.5),
            (75.0, -38.0, 129.0, 12.0, 9.5),
        ],
    ),
    (
        "cuboid",
        &[
            (92.0, -52.0, 88.0, 11.5, 10.0),
            (94.0, -53.0, 94.0, 15.5, 13.0),
            (100.0, -54.5, 106.0, 15.5, 13.0),
            (106.0, -55.5, 118.0, 14.0, 11.0),
            (108.5, -56.0, 123.0, 10.5, 8.0),
        ],
    ),
    (
        "cuneiform_medial",
        &[
            (65.0, -42.0, 128.0, 6.0, 10.0),
            (66.0, -43.0, 132.0, 8.5, 13.5),
            (70.0, -46.0, 144.0, 8.5, 14.5),
            (73.0, -48.0, 155.0, 7.5, 13.0),
        ],
    ),
    (
        "cuneiform_intermediate",
        &[
            (78.0, -35.0, 128.0, 5.5, 7.0),
            (80.0, -36.0, 132.0, 7.5, 9.5),
            (84.0, -39.0, 143.0, 7.0, 9.5),
            (86.0, -40.0, 148.0, 5.5, 7.5),
        ],
    ),
    (
        "cuneiform_lateral",
        &[
            (89.0, -40.0, 122.0, 5.5, 7.0),
            (92.0, -42.0, 127.0, 8.5, 11.5),
            (97.0, -45.0, 139.0, 8.0, 11.0),
            (100.0, -46.0, 146.0, 5.5, 7.5),
        ],
    ),
];

/// A toe with its metatarsal: the metatarsal's base and head, the tip of the toe, half thicknesses.
struct Ray {
    base: Vec3,
    head: Vec3,
    tip: Vec3,
    thick: f32,
    toe: f32,
}

const RAYS: [Ray; 5] = [
    Ray {
        base: Vec3::new(75.0, -50.0, 157.0),
        head: Vec3::new(97.0, -69.0, 203.0),
        tip: Vec3::new(124.0, -74.0, 261.0),
        thick: 10.5,
        toe: 9.0,
    },
    Ray {
        base: Vec3::new(87.0, -41.0, 150.0),
        head: Vec3::new(119.0, -68.0, 207.0),
        tip: Vec3::new(144.0, -75.0, 254.0),
        thick: 7.0,
        toe: 6.0,
    },
    Ray {
        base: Vec3::new(101.0, -47.0, 147.0),
        head: Vec3::new(136.0, -68.0, 199.0),
        tip: Vec3::new(157.0, -75.0, 243.0),
        thick: 6.8,
        toe: 5.8,
    },
    Ray {
        base: Vec3::new(106.0, -53.0, 126.0),
        head: Vec3::new(152.0, -69.0, 188.0),
        tip: Vec3::new(169.0, -75.0, 230.0),
        thick: 6.8,
        toe: 5.6,
    },
    Ray {
        base: Vec3::new(114.0, -59.0, 119.0),
        head: Vec3::new(167.0, -70.0, 174.0),
        tip: Vec3::new(179.0, -76.0, 211.0),
        thick: 7.0,
        toe: 5.6,
    },
];

/// The bones of one toe, each from a joint to the next.
fn toe_bones(ray: usize) -> impl Iterator<Item = (&'static str, Vec<Station>)> {
    let shares: &[(&str, f32, f32)] = if ray == 0 {
        &[("proximal", 0.03, 0.54), ("distal", 0.57, 1.0)]
    } else {
        &[
            ("proximal", 0.03, 0.50),
            ("middle", 0.53, 0.74),
            ("distal", 0.77, 1.0),
        ]
    };
    let Ray { head, tip, toe, .. } = &RAYS[ray];
    // Room for the head's own roundness.
    let start = *head + (*tip - *head).normalize_or_zero() * 3.0;
    shares
        .iter()
        .map(move |(name, from, to)| {
            let thin = if *name == "proximal" { 1.0 } else { 0.86 };
            (
                *name,
                shaft(
                    start.lerp(*tip, *from),
                    start.lerp(*tip, *to),
                    toe * thin,
                    0.66,
                ),
            )
        })
        .collect::<Vec<_>>()
        .into_iter()
}

/// The hyoid: a bow open to the back, under the jaw at the level of the third and fourth cervical vertebrae.
fn hyoid() -> Net {
    let half: [Station; 5] = [
        (22.0, 1541.0, 116.0, 2.0, 2.0),
        (21.0, 1538.0, 128.0, 1.9, 2.6),
        (17.5, 1535.0, 141.0, 2.4, 4.0),
        (9.5, 1533.5, 148.5, 3.0, 5.2),
        (0.0, 1533.5, 150.5, 3.2, 5.6),
    ];
    let right = half
        .iter()
        .rev()
        .skip(1)
        .map(|(x, y, z, w, h)| (-x, *y, *z, *w, *h));
    let whole: Vec<Station> = half
        .iter()
        .copied()
        .chain(right)
        .map(|(x, y, z, w, h)| (x + MIDLINE_MM, y, z, w, h))
        .collect();
    bar(&whole, 8)
}
