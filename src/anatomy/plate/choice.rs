//! Which pictures tell most of a pattern, and how much of the body each frames.

use super::{CROP_ASPECT, Crop, Facing, HIGH_MM, LOW_MM, Survey};
use glam::Vec2;

/// Lowest height of a crop: the pattern must be seen on a body, not on a patch.
const LEAST_CROP_MM: f32 = 560.0;
/// Room beside a pattern, millimetres.
const MARGIN_MM: f32 = 20.0;
/// A view from a side is less familiar: it is taken where it shows so many times as much.
const FAMILIAR: f32 = 1.2;
/// A second picture adds at least this share of what the first shows.
const WORTH_A_PICTURE: f32 = 0.06;

/// A picture to take: from where, and how much of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shot {
    /// From where.
    pub facing: Facing,
    /// What it frames.
    pub crop: Crop,
}

/// The pictures that show most of a pattern, by what is seen of it on each plate: one, or two where a second adds
/// something; none where nothing is seen. From the front comes first, then from behind. All are of one scale.
#[must_use]
pub fn shots_of(surveys: &[Survey]) -> Vec<Shot> {
    let worth = |facing: Facing, amount: f32| match facing {
        Facing::Front | Facing::Back => amount * FAMILIAR,
        Facing::Left | Facing::Right => amount,
    };
    let most = |amounts: Vec<(f32, usize)>| {
        let better = |a: (f32, usize), b: (f32, usize)| if b.0 > a.0 { b } else { a };
        amounts.into_iter().reduce(better)
    };
    let alone = surveys.iter().map(|survey| {
        let amount = survey.amount() as f32;
        worth(survey.facing, amount)
    });
    let Some((amount, first)) = most(alone.zip(0..).collect()) else {
        return Vec::new();
    };
    if amount <= 0.0 {
        return Vec::new();
    }
    let mut chosen = vec![first];
    let seen = weight(&surveys[first], |_| false);
    let added = |survey: &Survey| {
        weight(survey, |triangle| {
            surveys[first].triangles.contains_key(&triangle)
        })
    };
    let besides = surveys
        .iter()
        .map(|survey| (worth(survey.facing, added(survey)), added(survey)))
        .zip(0..)
        .filter(|((_, added), at)| *at != first && *added > WORTH_A_PICTURE * seen)
        .map(|((worth, _), at)| (worth, at));
    chosen.extend(most(besides.collect()).map(|(_, at)| at));
    chosen.sort_unstable();
    framed(chosen.into_iter().filter_map(|at| {
        let survey = &surveys[at];
        Some((survey.facing, survey.extent_mm?))
    }))
}

/// How many of the triangles seen are not left out; those of the essential zone count twice.
fn weight(survey: &Survey, left_out: impl Fn(u32) -> bool) -> f32 {
    let seen = survey.triangles.iter();
    seen.filter(|(triangle, _)| !left_out(**triangle))
        .map(|(_, essential)| if *essential { 2.0 } else { 1.0 })
        .sum()
}

/// Each extent with the body around it, at the scale that the largest needs.
fn framed(extents: impl Iterator<Item = (Facing, (Vec2, Vec2))>) -> Vec<Shot> {
    let extents: Vec<_> = extents.collect();
    let height_mm = extents
        .iter()
        .map(|(_, (low, high))| {
            let size = *high - *low;
            ((size.x + 2.0 * MARGIN_MM) / CROP_ASPECT).max(size.y * 1.25)
        })
        .fold(LEAST_CROP_MM, f32::max)
        .min(HIGH_MM - LOW_MM);
    extents
        .into_iter()
        .map(|(facing, (low, high))| Shot {
            facing,
            crop: around(low, high, height_mm),
        })
        .collect()
}

fn around(low: Vec2, high: Vec2, height_mm: f32) -> Crop {
    let half = Vec2::new(height_mm * CROP_ASPECT, height_mm) / 2.0;
    // The midline stays in the middle unless something would be cut off: then only as far as that needs.
    let (from, to) = (high.x + MARGIN_MM - half.x, low.x - MARGIN_MM + half.x);
    let middle_across_mm = if from > to {
        (low.x + high.x) / 2.0
    } else {
        0.0_f32.clamp(from, to)
    };
    Crop {
        middle_across_mm,
        middle_y_mm: ((low.y + high.y) / 2.0).clamp(LOW_MM + half.y, HIGH_MM - half.y),
        height_mm,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is seen from somewhere: so many triangles of the essential zone from a number on, in an extent.
    fn survey(facing: Facing, triangles: std::ops::Range<u32>, extent: [f32; 4]) -> Survey {
        let [left, low, right, high] = extent;
        Survey {
            extent_mm: (!triangles.is_empty())
                .then_some((Vec2::new(left, low), Vec2::new(right, high))),
            essential_px: triangles.len() * 10,
            triangles: triangles.map(|triangle| (triangle, true)).collect(),
            ..Survey::new(facing)
        }
    }

    const ARM: [f32; 4] = [250.0, 1_050.0, 330.0, 1_400.0];

    #[test]
    fn a_pattern_on_the_outer_side_of_an_arm_is_seen_from_that_side() {
        let shots = shots_of(&[
            survey(Facing::Front, 0..3, ARM),
            survey(Facing::Back, 90..94, ARM),
            survey(Facing::Left, 0..100, [-40.0, 1_050.0, 40.0, 1_400.0]),
            survey(Facing::Right, 0..0, ARM),
        ]);
        let facings: Vec<_> = shots.iter().map(|shot| shot.facing).collect();
        assert_eq!(facings, [Facing::Left], "nobody else adds anything");
    }

    #[test]
    fn no_picture_is_empty_and_what_is_on_the_back_alone_has_one() {
        let none = shots_of(&Facing::ALL.map(|facing| survey(facing, 0..0, ARM)));
        assert_eq!(none, []);
        let back = shots_of(&[
            survey(Facing::Front, 0..0, ARM),
            survey(Facing::Back, 0..50, ARM),
        ]);
        assert_eq!(back.len(), 1);
        let both = shots_of(&[
            survey(Facing::Front, 40..60, ARM),
            survey(Facing::Back, 0..50, ARM),
        ]);
        assert_eq!(both.len(), 2);
        assert_eq!(both[0].crop.height_mm, both[1].crop.height_mm);
    }

    #[test]
    fn a_crop_holds_a_pattern_on_an_arm_and_keeps_the_midline_where_it_can() {
        let [arm] = shots_of(&[survey(Facing::Front, 0..9, ARM)])[..] else {
            panic!("one picture");
        };
        let half_mm = arm.crop.height_mm * CROP_ASPECT / 2.0;
        assert_eq!(arm.crop.height_mm, LEAST_CROP_MM);
        assert!(arm.crop.middle_across_mm + half_mm >= 330.0, "{arm:?}");
        let neck = [-60.0, 1_450.0, 60.0, 1_600.0];
        let [neck] = shots_of(&[survey(Facing::Back, 0..9, neck)])[..] else {
            panic!("one picture");
        };
        assert_eq!(neck.crop.middle_across_mm, 0.0);
    }
}
