//! What a brush leaves at a sample beside its rim, and how the rim is drawn again from that.
//!
//! Each sample near a rim knows how deep it lies inside, and the place of the brush's way that is next to it. A circle
//! about that place is the rim as that sample saw it; between two such places of one stroke that are close to each other
//! the brush has gone straight. So a rim is as round, and a stroke as even, as the brush, however few samples lie under it.
//! Not here: which samples are in and which are out (`study::locate::painting`), nor an edge without a brush (`edge`).

use super::{SPACING_MM, fit::Sloped};
use glam::Vec3;

/// Two places of one stroke closer to each other than this are on one piece of its way, millimetres: the places next to
/// two samples beside each other are.
const JOINED_MM: f32 = 2.0 * SPACING_MM;

/// What the brush that came next to a sample has left there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rim {
    /// How deep the sample lies inside of what is painted, negative outside, millimetres.
    pub depth_mm: f32,
    /// The place of the brush's way that is next to the sample, body frame, millimetres.
    pub from_mm: Vec3,
    /// The brush took paint away: inside is beyond its rim.
    pub erases: bool,
    /// The stroke: a later one goes over what an earlier one left.
    pub stroke: u32,
}

/// A place of the brush's way, and how far its rim is from there.
#[derive(Clone, Copy)]
struct Stand {
    at_mm: Vec3,
    radius_mm: f32,
    erases: bool,
    stroke: u32,
}

impl Stand {
    /// As the sample at `sample_mm` saw it.
    fn of(sample_mm: Vec3, rim: &Rim) -> Self {
        let inside_mm = if rim.erases {
            -rim.depth_mm
        } else {
            rim.depth_mm
        };
        Self {
            at_mm: rim.from_mm,
            radius_mm: inside_mm + sample_mm.distance(rim.from_mm),
            erases: rim.erases,
            stroke: rim.stroke,
        }
    }

    /// How deep a place lies inside the brush's rim, with the slope of that.
    fn depth(&self, place_mm: Vec3) -> Sloped {
        let away = place_mm - self.at_mm;
        Sloped {
            value: self.radius_mm - away.length(),
            slope: -away.normalize_or_zero(),
        }
    }

    /// Where on the straight way to another place of the stroke the brush came next to a place of the skin.
    fn towards(&self, other: &Self, place_mm: Vec3) -> Self {
        let way = other.at_mm - self.at_mm;
        let share = (place_mm - self.at_mm).dot(way) / way.length_squared().max(1e-6);
        let share = share.clamp(0.0, 1.0);
        Self {
            at_mm: self.at_mm + way * share,
            radius_mm: self.radius_mm + (other.radius_mm - self.radius_mm) * share,
            ..*self
        }
    }
}

/// How deep a place lies inside of what brushes did one after the other, by the rims at the samples around, each with
/// where its sample lies. None without a rim.
pub(super) fn read(around: &[(Vec3, Rim)], place_mm: Vec3) -> Option<Sloped> {
    let mut stands: Vec<Stand> = (around.iter())
        .map(|(sample_mm, rim)| Stand::of(*sample_mm, rim))
        .collect();
    stands.sort_unstable_by_key(|stand| (stand.stroke, stand.erases));
    let strokes = stands.chunk_by(|a, b| (a.stroke, a.erases) == (b.stroke, b.erases));
    strokes.fold(None, |before: Option<Sloped>, stroke| {
        let own = deepest(stroke, place_mm)?;
        let erases = stroke.first()?.erases;
        let own = match erases {
            false => own,
            true => Sloped {
                value: -own.value,
                slope: -own.slope,
            },
        };
        let goes_over = before.is_none_or(|before| match erases {
            false => own.value > before.value,
            true => own.value < before.value,
        });
        if goes_over { Some(own) } else { before }
    })
}

/// How deep a place lies under the brush of one stroke.
fn deepest(stroke: &[Stand], place_mm: Vec3) -> Option<Sloped> {
    let alone = stroke.iter().map(|stand| stand.depth(place_mm));
    let joined = stroke.iter().enumerate().flat_map(|(at, one)| {
        let near = stroke[at + 1..].iter().filter(|other| {
            let far_mm = one.at_mm.distance_squared(other.at_mm);
            far_mm > 0.01 && far_mm < JOINED_MM * JOINED_MM
        });
        near.map(|other| one.towards(other, place_mm).depth(place_mm))
    });
    alone
        .chain(joined)
        .max_by(|a, b| a.value.total_cmp(&b.value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use glam::Quat;

    fn painted(depth_mm: f32, from_mm: Vec3, stroke: u32) -> Rim {
        Rim {
            depth_mm,
            from_mm,
            erases: false,
            stroke,
        }
    }

    #[test]
    fn one_sample_knows_all_of_a_dab() {
        let middle = Vec3::new(3.0, 4.0, 0.0);
        let rims = [(Vec3::ZERO, painted(2.0, middle, 0))];
        for turn in 0..12 {
            let out = Quat::from_rotation_z(turn as f32) * Vec3::X;
            let read = read(&rims, middle + out * 7.0).unwrap();
            assert!(read.value.abs() < 1e-4, "{read:?}");
            assert!((read.slope + out).length() < 1e-3, "{read:?}");
        }
        assert_eq!(read(&[], middle), None);
    }

    #[test]
    fn between_two_places_of_a_stroke_its_rim_is_straight() {
        let ends = [Vec3::ZERO, Vec3::X * 10.0];
        let depth = |strokes: [u32; 2], place: Vec3| {
            let rims = [0, 1].map(|at| (ends[at], painted(8.0, ends[at], strokes[at])));
            read(&rims, place).unwrap().value
        };
        let beside = Vec3::new(5.0, 8.0, 0.0);
        assert!(depth([1, 1], beside).abs() < 1e-4);
        assert!(depth([1, 2], beside) < -1.0, "two dabs have a waist");
    }

    #[test]
    fn what_comes_later_goes_over_what_was_there() {
        let disc = (Vec3::ZERO, painted(10.0, Vec3::ZERO, 1));
        let hole = Rim {
            depth_mm: -4.0,
            from_mm: Vec3::ZERO,
            erases: true,
            stroke: 2,
        };
        let again = (Vec3::X, painted(1.0, Vec3::X, 3));
        let depth = |rims: &[(Vec3, Rim)], x: f32| read(rims, Vec3::X * x).unwrap().value;
        // A ring from 4 to 10, and a dab from 0 to 2 in it.
        let ring = [(Vec3::ZERO, hole), disc];
        assert_eq!([1.0, 5.0, 11.0].map(|x| depth(&ring, x)), [-3.0, 1.0, -1.0]);
        let all = [again, (Vec3::ZERO, hole), disc];
        assert_eq!([1.0, 3.0, 9.0].map(|x| depth(&all, x)), [1.0, -1.0, 1.0]);
    }
}
