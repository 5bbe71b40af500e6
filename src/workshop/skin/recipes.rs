//! From where the skin is measured: axes, spacings and fences of every net.
//!
//! The axes are coarse figures read off the bones and the skin of the reference (BodyParts3D,
//! see `data/CREDITS.md`). Fences keep a net to its own part of the body.

use glam::Vec3;

/// How one net is measured. Body frame, millimetres, left side.
pub struct Recipe {
    /// What it is, for messages.
    pub name: &'static str,
    /// Where the rings' centres lie.
    pub path: &'static [(f32, f32, f32)],
    /// Direction of the first ray.
    pub zero: (f32, f32, f32),
    /// Rays a ring.
    pub angles: usize,
    /// Spacing of the rings: (up to this distance along, spacing).
    pub spacing_mm: &'static [(f32, f32)],
    /// The end closes on the skin straight ahead.
    pub cap_start: bool,
    /// As `cap_start`, at the other end.
    pub cap_end: bool,
    /// A capped end is rounded like an ellipsoid about the middle of its sections, not measured:
    /// sections across a bent fingertip cut it obliquely.
    pub round: bool,
    /// Share of the radius kept at the start, and over which length it grows to the whole: an end
    /// inside another part dives below its surface, slowly at first so that no ridge shows.
    pub taper_start: (f32, f32),
    /// As `taper_start`, at the other end.
    pub taper_end: (f32, f32),
    /// What is farther away belongs to another part.
    pub reach_mm: f32,
    /// False where the part of the body ends. What lies beyond is filled in from around, so that the
    /// part closes smoothly inside its neighbour.
    pub fence: fn(Vec3) -> bool,
    /// Moves the centres to the middle of the rings.
    pub recentre: bool,
    /// A midline net: made symmetric.
    pub midline: bool,
    /// What of the reference is not measured but filled in from around.
    pub ignore: fn(Vec3) -> bool,
}

impl Recipe {
    /// Spacing of the rings at a distance along.
    pub fn spacing_at(&self, along: f32) -> f32 {
        let run = self.spacing_mm.iter().find(|run| along < run.0);
        run.or(self.spacing_mm.last()).map_or(10.0, |run| run.1)
    }

    /// Share of the measured radius that is kept at a distance along.
    pub fn taper_at(&self, along: f32, length: f32) -> f32 {
        let ease = |(share, over): (f32, f32), distance: f32| {
            if over <= 0.0 || distance >= over {
                1.0
            } else {
                1.0 - (1.0 - share) * (1.0 - distance / over).powi(2)
            }
        };
        ease(self.taper_start, along).min(ease(self.taper_end, length - along))
    }
}

/// The genitals are not drawn: abdomen and thighs are joined plainly over them.
fn genitals(p: Vec3) -> bool {
    p.y < 858.0 && p.x.abs() < 38.0 && p.z > 118.0
}

/// The groove between trunk and arm, read off sections of the reference: height, and how far left and
/// forward its bottom lies in front and behind. Lower down the arm hangs free.
const GROOVE: [(f32, [f32; 4]); 6] = [
    (1220.0, [168.5, 82.0, 161.7, 58.1]),
    (1240.0, [174.5, 98.8, 159.1, 38.5]),
    (1270.0, [177.8, 109.6, 162.8, 23.5]),
    (1300.0, [180.5, 118.5, 171.9, 16.7]),
    (1330.0, [181.1, 129.6, 180.8, 4.5]),
    (1350.0, [185.1, 141.9, 182.5, -9.0]),
];

/// How far left the groove between trunk and arm lies at a height and depth; between its front and back
/// the plane through both.
fn groove_x(p: Vec3) -> f32 {
    let after = GROOVE
        .partition_point(|row| row.0 <= p.y)
        .clamp(1, GROOVE.len() - 1);
    let (low, high) = (&GROOVE[after - 1], &GROOVE[after]);
    let share = ((p.y - low.0) / (high.0 - low.0)).clamp(0.0, 1.0);
    let [front_x, front_z, back_x, back_z] =
        std::array::from_fn(|i| low.1[i] + (high.1[i] - low.1[i]) * share);
    let forward = ((p.z - back_z) / (front_z - back_z)).clamp(0.0, 1.0);
    back_x + (front_x - back_x) * forward
}

/// Below this the arm hangs free of the trunk.
const ARMPIT_Y: f32 = 1218.0;

/// How far trunk and arm both reach beyond the groove between them: not at all where it is sharp,
/// far at the shoulder, where the skin runs on without a groove.
fn shared_mm(p: Vec3) -> f32 {
    let up = ((p.y - 1330.0) / 60.0).clamp(0.0, 1.0);
    35.0 * up * up * (3.0 - 2.0 * up)
}

fn trunk(p: Vec3) -> bool {
    p.y < ARMPIT_Y || p.x < groove_x(p) + shared_mm(p)
}

fn arm(p: Vec3) -> bool {
    p.x > 138.0 && (p.y < ARMPIT_Y || p.x > groove_x(p) - shared_mm(p))
}

fn anywhere(_: Vec3) -> bool {
    true
}

fn nothing(_: Vec3) -> bool {
    false
}

/// The reference has open eyes without eyeballs; the lids are closed from around.
fn eyes(p: Vec3) -> bool {
    p.z > 150.0 && ((p.x.abs() - 34.0) / 21.0).powi(2) + ((p.y - 1646.0) / 10.5).powi(2) < 1.0
}

fn leg(p: Vec3) -> bool {
    let reach = 92.0 + (p.y - 800.0).max(0.0) * 0.5;
    let thigh = p.x > 45.0 || (p.x - 95.0).hypot(p.z - 90.0) < reach;
    p.x > 3.0 && thigh && p.y > -25.0 + (p.z - 60.0) * 0.65
}

fn palm(p: Vec3) -> bool {
    // Short of the thumb's ball.
    p.x < 306.0 + (880.0 - p.y) * 0.33
}

fn foot(p: Vec3) -> bool {
    p.y < -8.0 + ((p.z - 55.0) * 0.9).clamp(0.0, 55.0)
}

const LIMB: Recipe = Recipe {
    name: "",
    path: &[],
    zero: (0.0, 0.0, 1.0),
    angles: 28,
    spacing_mm: &[(20.0, 9.0), (280.0, 10.0), (1000.0, 15.0)],
    cap_start: false,
    cap_end: false,
    round: false,
    taper_start: (1.0, 0.0),
    taper_end: (1.0, 0.0),
    reach_mm: 70.0,
    fence: anywhere,
    recentre: true,
    midline: false,
    ignore: nothing,
};

const FINGER: Recipe = Recipe {
    angles: 16,
    spacing_mm: &[(200.0, 5.5)],
    cap_end: true,
    round: true,
    taper_start: (0.6, 14.0),
    reach_mm: 20.0,
    ..LIMB
};

/// Every net that is measured.
pub const RECIPES: &[Recipe] = &[
    Recipe {
        name: "trunk and neck",
        path: &[
            (0.0, 797.0, 86.0),
            (0.0, 850.0, 80.0),
            (0.0, 950.0, 85.0),
            (0.0, 1000.0, 105.0),
            (0.0, 1250.0, 105.0),
            (0.0, 1400.0, 85.0),
            (0.0, 1480.0, 68.0),
            (0.0, 1542.0, 80.0),
        ],
        angles: 128,
        spacing_mm: &[(600.0, 11.0), (660.0, 9.0), (2000.0, 6.5)],
        taper_start: (0.72, 40.0),
        taper_end: (0.84, 20.0),
        reach_mm: 260.0,
        fence: trunk,
        recentre: false,
        midline: true,
        ignore: genitals,
        ..LIMB
    },
    Recipe {
        name: "head",
        path: &[
            (0.0, 1498.0, 74.0),
            (0.0, 1530.0, 95.0),
            (0.0, 1550.0, 122.0),
            (0.0, 1600.0, 132.0),
            (0.0, 1670.0, 122.0),
            (0.0, 1740.0, 95.0),
            (0.0, 1765.0, 86.0),
        ],
        angles: 112,
        spacing_mm: &[(32.0, 4.5), (54.0, 2.8), (170.0, 3.4), (300.0, 6.0)],
        cap_end: true,
        taper_start: (0.84, 20.0),
        reach_mm: 160.0,
        recentre: false,
        midline: true,
        ignore: eyes,
        ..LIMB
    },
    Recipe {
        name: "arm",
        path: &[
            (180.0, 1448.0, 68.0),
            (205.0, 1300.0, 50.0),
            (226.0, 1140.0, 62.0),
            (258.0, 980.0, 95.0),
            (277.0, 866.0, 130.0),
        ],
        angles: 64,
        spacing_mm: &[(280.0, 8.0), (1000.0, 14.0)],
        cap_start: true,
        taper_end: (0.85, 13.0),
        reach_mm: 110.0,
        fence: arm,
        ..LIMB
    },
    Recipe {
        name: "palm",
        path: &[
            (277.0, 888.0, 126.0),
            (282.0, 830.0, 143.0),
            (284.0, 776.0, 159.0),
        ],
        angles: 48,
        spacing_mm: &[(200.0, 6.0)],
        taper_start: (0.85, 13.0),
        taper_end: (0.6, 10.0),
        reach_mm: 52.0,
        fence: palm,
        ..LIMB
    },
    Recipe {
        name: "thumb",
        path: &[
            (301.0, 868.0, 140.0),
            (326.0, 826.0, 160.0),
            (350.0, 782.0, 187.0),
        ],
        reach_mm: 30.0,
        angles: 24,
        round: false,
        taper_start: (0.7, 14.0),
        ..FINGER
    },
    Recipe {
        name: "index finger",
        path: &[
            (310.5, 806.0, 147.0),
            (319.0, 764.0, 162.0),
            (333.0, 720.0, 199.0),
        ],
        ..FINGER
    },
    Recipe {
        name: "middle finger",
        path: &[
            (287.0, 806.0, 147.0),
            (292.0, 764.0, 166.0),
            (299.5, 711.0, 209.0),
        ],
        ..FINGER
    },
    Recipe {
        name: "ring finger",
        path: &[
            (266.0, 808.0, 147.0),
            (268.5, 768.0, 166.0),
            (270.5, 722.0, 208.0),
        ],
        ..FINGER
    },
    Recipe {
        name: "little finger",
        path: &[
            (250.0, 812.0, 149.0),
            (247.0, 778.0, 165.0),
            (240.0, 737.0, 196.0),
        ],
        reach_mm: 16.0,
        ..FINGER
    },
    Recipe {
        name: "leg",
        path: &[
            (92.0, 910.0, 70.0),
            (92.0, 700.0, 90.0),
            (82.0, 450.0, 90.0),
            (84.0, 250.0, 60.0),
            (80.0, 20.0, 66.0),
            (78.0, -40.0, 58.0),
        ],
        angles: 40,
        spacing_mm: &[(60.0, 10.0), (800.0, 18.0), (2000.0, 9.0)],
        taper_start: (0.72, 30.0),
        taper_end: (0.7, 26.0),
        reach_mm: 112.0,
        fence: leg,
        ignore: genitals,
        ..LIMB
    },
    Recipe {
        name: "foot",
        path: &[
            (70.0, -50.0, 28.0),
            (95.0, -52.0, 110.0),
            (140.0, -68.0, 245.0),
        ],
        zero: (0.0, -1.0, 0.0),
        angles: 48,
        spacing_mm: &[(170.0, 9.0), (400.0, 6.0)],
        cap_start: true,
        cap_end: true,
        reach_mm: 80.0,
        fence: foot,
        ..LIMB
    },
];
