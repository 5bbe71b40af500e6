//! What the recipe of the skin says: `recipes/skin.ron`.
//!
//! All numbers are millimetres in the body frame, on the left, unless a name says otherwise. How it is carried out is
//! not here: see `workshop::skin`.

use super::bone::Triple;
use glam::Vec3;
use serde::Deserialize;

/// From where the skin is measured.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SkinRecipe {
    /// Source id written into the shape.
    pub source: String,
    /// FMA number of the reference's skin.
    pub mesh: u32,
    /// The groove between trunk and arm.
    pub groove: Groove,
    /// Every net that is measured.
    pub nets: Vec<NetRecipe>,
}

/// The groove between trunk and arm: above the armpit neither reaches beyond it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Groove {
    /// Below this height the arm hangs free of the trunk.
    pub armpit_y_mm: f32,
    /// Height, and how far left and forward (x, z) the groove's bottom lies in front and behind; upwards.
    pub bottom_mm: Vec<GroovePlace>,
    /// From this height on trunk and arm both reach beyond the groove.
    pub shared_from_y_mm: f32,
    /// Over this height the reach grows to the whole.
    pub shared_over_mm: f32,
    /// How far both reach beyond it at most: at the shoulder the skin runs on without a groove.
    pub shared_mm: f32,
}

/// Where the groove's bottom lies at one height.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroovePlace {
    /// Height.
    pub y: f32,
    /// In front: x and z.
    pub front: (f32, f32),
    /// Behind: x and z.
    pub back: (f32, f32),
}

/// How one net is measured.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NetRecipe {
    /// What it is, for messages.
    pub name: String,
    /// Where the rings' centres lie.
    pub path: Vec<Triple>,
    /// Direction of the first ray.
    #[serde(default = "forwards")]
    pub zero: Triple,
    /// Rays a ring.
    pub angles: usize,
    /// Spacing of the rings: (up to this distance along, spacing).
    pub spacing_mm: Vec<(f32, f32)>,
    /// How it begins and ends.
    #[serde(default)]
    pub caps: Caps,
    /// A capped end is rounded like an ellipsoid about the middle of its sections, not measured: sections across a bent
    /// fingertip cut it obliquely.
    #[serde(default)]
    pub round: bool,
    /// Share of the radius kept at the start, and over which length it grows to the whole: an end inside another part
    /// dives below its surface, slowly at first so that no ridge shows.
    #[serde(default = "whole")]
    pub taper_start: (f32, f32),
    /// As `taper_start`, at the other end.
    #[serde(default = "whole")]
    pub taper_end: (f32, f32),
    /// What is farther away belongs to another part.
    pub reach_mm: f32,
    /// Where the part of the body ends. What lies beyond is filled in from around, so that the part closes smoothly
    /// inside its neighbour.
    #[serde(default)]
    pub fence: Fence,
    /// Moves the centres to the middle of the rings.
    #[serde(default)]
    pub recentre: bool,
    /// A midline net: made symmetric.
    #[serde(default)]
    pub midline: bool,
    /// What of the reference is not measured but filled in from around.
    #[serde(default)]
    pub ignore: Ignored,
}

fn forwards() -> Triple {
    (0.0, 0.0, 1.0)
}

fn whole() -> (f32, f32) {
    (1.0, 0.0)
}

/// Which ends close on the skin straight ahead; the others end inside a neighbouring part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Caps {
    /// Neither.
    #[default]
    Open,
    /// The first ring's.
    Start,
    /// The last ring's.
    End,
    /// Both.
    Both,
}

/// Where a part of the body ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
pub enum Fence {
    /// Only where its reach ends.
    #[default]
    Open,
    /// Up to the groove between trunk and arm, from the trunk.
    TrunkSide,
    /// Up to the groove between trunk and arm, from the arm.
    ArmSide {
        /// The arm lies farther left than this x.
        beyond_x: f32,
    },
    /// One leg. On the outside it ends nowhere; on the inside of the thigh it ends at a distance from an upright axis,
    /// so that the other thigh stays out; below it ends at a plane that rises forwards, so that the foot stays out.
    Leg {
        /// The leg lies farther left than this x.
        beyond_x: f32,
        /// Left of this x the distance from the axis does not matter.
        thigh_x: f32,
        /// x and z of the upright axis.
        axis: (f32, f32),
        /// Greatest distance from the axis.
        radius: f32,
        /// Above this y the greatest distance grows.
        wider_above_y: f32,
        /// Growth of the greatest distance for each millimetre upwards.
        wider_by: f32,
        /// Least y at the depth `at_z`.
        above_y: f32,
        /// The depth z where `above_y` holds.
        at_z: f32,
        /// Rise of the least y for each millimetre forwards.
        rising: f32,
    },
    /// The palm without the thumb's ball: it ends at a plane that leads farther left downwards.
    Palm {
        /// Greatest x at the height `at_y`.
        x: f32,
        /// The height y where `x` holds.
        at_y: f32,
        /// Growth of the greatest x for each millimetre downwards.
        per_mm: f32,
    },
    /// The foot: below the ankle, higher up towards the instep.
    Foot {
        /// Greatest y at the depth `from_z` and behind it.
        y: f32,
        /// The depth z from which on the greatest y rises.
        from_z: f32,
        /// Rise of the greatest y for each millimetre forwards.
        rising: f32,
        /// Most that it rises.
        most: f32,
    },
}

/// What of the reference is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
pub enum Ignored {
    /// Nothing.
    #[default]
    Nothing,
    /// A block about the midline, open downwards and forwards.
    Corner {
        /// It lies below this y.
        below_y: f32,
        /// It reaches so far left and right of the midline.
        within_x: f32,
        /// It lies in front of this z.
        before_z: f32,
    },
    /// Two ellipses seen from the front, one on each side.
    Ellipses {
        /// They lie in front of this z.
        before_z: f32,
        /// x and y of the middle of the left one.
        middle: (f32, f32),
        /// Half width and half height.
        half: (f32, f32),
    },
}

impl Caps {
    /// Whether the first ring's end closes.
    pub fn at_start(self) -> bool {
        matches!(self, Self::Start | Self::Both)
    }

    /// Whether the last ring's end closes.
    pub fn at_end(self) -> bool {
        matches!(self, Self::End | Self::Both)
    }
}

impl NetRecipe {
    /// Spacing of the rings at a distance along, millimetres.
    pub fn spacing_at(&self, along: f32) -> f32 {
        let run = self.spacing_mm.iter().find(|run| along < run.0);
        run.or(self.spacing_mm.last()).map_or(10.0, |run| run.1)
    }

    /// Share of the measured radius that is kept at a distance along, millimetres.
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

impl Groove {
    /// How far left the groove lies at a height and depth; between its front and back the plane through both.
    fn x_at(&self, p: Vec3) -> f32 {
        let rows = &self.bottom_mm;
        let after = rows
            .partition_point(|row| row.y <= p.y)
            .clamp(1, rows.len() - 1);
        let (low, high) = (&rows[after - 1], &rows[after]);
        let share = ((p.y - low.y) / (high.y - low.y)).clamp(0.0, 1.0);
        let between = |low: f32, high: f32| low + (high - low) * share;
        let (front_x, front_z) = (
            between(low.front.0, high.front.0),
            between(low.front.1, high.front.1),
        );
        let (back_x, back_z) = (
            between(low.back.0, high.back.0),
            between(low.back.1, high.back.1),
        );
        let forward = ((p.z - back_z) / (front_z - back_z)).clamp(0.0, 1.0);
        back_x + (front_x - back_x) * forward
    }

    /// How far trunk and arm both reach beyond the groove: not at all where it is sharp.
    fn shared_at(&self, p: Vec3) -> f32 {
        let up = ((p.y - self.shared_from_y_mm) / self.shared_over_mm).clamp(0.0, 1.0);
        self.shared_mm * up * up * (3.0 - 2.0 * up)
    }
}

impl Fence {
    /// True on the part's own side.
    pub fn holds(&self, groove: &Groove, p: Vec3) -> bool {
        match *self {
            Self::Open => true,
            Self::TrunkSide => {
                p.y < groove.armpit_y_mm || p.x < groove.x_at(p) + groove.shared_at(p)
            }
            Self::ArmSide { beyond_x } => {
                p.x > beyond_x
                    && (p.y < groove.armpit_y_mm || p.x > groove.x_at(p) - groove.shared_at(p))
            }
            Self::Leg {
                beyond_x,
                thigh_x,
                axis,
                radius,
                wider_above_y,
                wider_by,
                above_y,
                at_z,
                rising,
            } => {
                let reach = radius + (p.y - wider_above_y).max(0.0) * wider_by;
                let thigh = p.x > thigh_x || (p.x - axis.0).hypot(p.z - axis.1) < reach;
                p.x > beyond_x && thigh && p.y > above_y + (p.z - at_z) * rising
            }
            Self::Palm { x, at_y, per_mm } => p.x < x + (at_y - p.y) * per_mm,
            Self::Foot {
                y,
                from_z,
                rising,
                most,
            } => p.y < y + ((p.z - from_z) * rising).clamp(0.0, most),
        }
    }
}

impl Ignored {
    /// True where the reference does not count.
    pub fn holds(&self, p: Vec3) -> bool {
        match *self {
            Self::Nothing => false,
            Self::Corner {
                below_y,
                within_x,
                before_z,
            } => p.y < below_y && p.x.abs() < within_x && p.z > before_z,
            Self::Ellipses {
                before_z,
                middle,
                half,
            } => {
                p.z > before_z
                    && ((p.x.abs() - middle.0) / half.0).powi(2)
                        + ((p.y - middle.1) / half.1).powi(2)
                        < 1.0
            }
        }
    }
}
