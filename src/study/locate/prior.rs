//! How common active points are in a muscle, as far as it has been counted: a nudge among points that
//! fit about equally, never more.
//!
//! Only figures that `data/prevalence.ron` gives are used. They are shares of people in whom an active point was found
//! by touch, which is not very reliable (RAT17); so they move a score by [`MOST`] at most, less than one person's
//! repainting does.

use crate::model::catalog::Catalog;

/// Regions of low back pain: the pain of the people in whom it was counted.
const LOW_BACK: [&str; 3] = ["lumbar", "sij", "sacrum"];

/// The farthest a figure moves a score, up or down.
pub const MOST: f32 = 0.04;
/// What a point without a figure counts as: it is then neither moved up nor down.
const UNKNOWN_PERCENT: f32 = 25.0;

/// The lowest and highest share reported for a point, in per cent; none where nobody counted.
pub fn reported_percent(catalog: &Catalog, muscle: &str, point: &str) -> Option<(f32, f32)> {
    let all = catalog.prevalence.iter();
    let mut of = all.filter(|counted| counted.muscle == muscle);
    of.find(|counted| counted.point.as_deref().is_none_or(|only| only == point))
        .map(|counted| counted.percent)
}

/// True for a figure that is no less than what is not known counts as: only then it may be said that points are often
/// found there.
pub fn is_often((low, high): (f32, f32)) -> bool {
    (low + high) / 2.0 >= UNKNOWN_PERCENT
}

/// True where one of these regions is of the pain for which it was counted how often points are found.
pub fn is_of_low_back<'a>(regions: impl IntoIterator<Item = &'a str>) -> bool {
    regions.into_iter().any(|region| LOW_BACK.contains(&region))
}

/// What a point's fit is multiplied with: 1 − [`MOST`] to 1 + [`MOST`], 1 without a figure.
pub fn prior(reported_percent: Option<(f32, f32)>) -> f32 {
    let percent = reported_percent.map_or(UNKNOWN_PERCENT, |(low, high)| (low + high) / 2.0);
    1.0 + MOST * ((percent - UNKNOWN_PERCENT) / UNKNOWN_PERCENT).clamp(-1.0, 1.0)
}
