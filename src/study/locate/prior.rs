//! How common active points are in a muscle, as far as it has been counted: a nudge among points that
//! fit about equally, never more.
//!
//! Only figures that the fact base gives are used. All of them are shares of people with low back pain
//! in whom an active point was found by touch, which is not very reliable (RAT17); so they move a score by
//! [`MOST`] at most, less than one person's repainting does.

/// The farthest a figure moves a score, up or down.
pub const MOST: f32 = 0.04;
/// What a point without a figure counts as: it is then neither moved up nor down.
const UNKNOWN_PERCENT: f32 = 25.0;

/// A share of people with an active point, as a review reports it.
struct Counted {
    /// Id of the muscle.
    muscle: &'static str,
    /// The one point it is about, or all of the muscle.
    point: Option<&'static str>,
    /// Lowest and highest share reported, per cent.
    percent: (f32, f32),
}

/// Shares among people with low back pain, by touch (MON25).
const COUNTED: [Counted; 5] = [
    Counted {
        muscle: "quadratus_lumborum",
        point: None,
        percent: (30.0, 55.0),
    },
    Counted {
        muscle: "gluteus_medius",
        point: None,
        percent: (34.0, 45.0),
    },
    Counted {
        muscle: "piriformis",
        point: None,
        percent: (42.0, 42.0),
    },
    // The figure is of the lumbar part.
    Counted {
        muscle: "iliocostalis",
        point: Some("ILC-L1"),
        percent: (33.0, 38.0),
    },
    Counted {
        muscle: "iliopsoas",
        point: None,
        percent: (5.0, 10.0),
    },
];

/// The lowest and highest share reported for a point, in per cent of people with low back pain (MON25).
pub fn reported_percent(muscle: &str, point: &str) -> Option<(f32, f32)> {
    COUNTED
        .iter()
        .find(|counted| counted.muscle == muscle && counted.point.is_none_or(|only| only == point))
        .map(|counted| counted.percent)
}

/// What a point's fit is multiplied with: 1 − [`MOST`] to 1 + [`MOST`], 1 without a figure.
pub fn prior(muscle: &str, point: &str) -> f32 {
    let percent =
        reported_percent(muscle, point).map_or(UNKNOWN_PERCENT, |(low, high)| (low + high) / 2.0);
    1.0 + MOST * ((percent - UNKNOWN_PERCENT) / UNKNOWN_PERCENT).clamp(-1.0, 1.0)
}
