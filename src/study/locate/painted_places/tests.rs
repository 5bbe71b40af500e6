//! Paintings kept as places, on the same skin and on one that has changed.

use super::*;
use crate::{
    anatomy::{pain_field::SkinSurface, painting::SkinSamples, samples},
    model::side::Side,
};
use proptest::prelude::*;
use std::sync::LazyLock;

/// A sheet of 400 by 300 mm, bent by what `bend` says of each place, with a region at its left end.
fn sheet(bend: impl Fn(f32, f32) -> Vec3) -> PaintSkin {
    let mut mesh = samples::sheet(41, 31, 10.0);
    for p in &mut mesh.positions_mm {
        *p += bend(p.x, p.y);
    }
    mesh.recompute_normals();
    let samples = SkinSamples::new(&SkinSurface::new(mesh));
    let numbered = (0u32..).zip(&samples.samples);
    let held = numbered.filter(|(_, sample)| sample.point_mm.x > 150.0);
    let held = held.map(|(number, _)| number).collect();
    PaintSkin::new(&samples, vec![(temple(), held)])
}

fn temple() -> RegionId {
    RegionId::new("temple", Side::Left)
}

static FLAT: LazyLock<PaintSkin> = LazyLock::new(|| sheet(|_, _| Vec3::ZERO));
/// As another version of the body may be: some millimetres fuller, its mesh a little wider.
static FULLER: LazyLock<PaintSkin> = LazyLock::new(|| {
    sheet(|x, y| {
        let fuller = 6.0 + 3.0 * (x / 40.0).sin() * (y / 50.0).cos();
        Vec3::new(x * 0.01, y * 0.005, fuller)
    })
});

/// Strength 2 within a distance of a place.
fn disc(skin: &PaintSkin, middle: Vec3, radius_mm: f32) -> Vec<u8> {
    let inside = |place: &Vec3| place.truncate().distance(middle.truncate()) <= radius_mm;
    skin.places_mm
        .iter()
        .map(|place| 2 * u8::from(inside(place)))
        .collect()
}

fn brought_over(from: &PaintSkin, to: &PaintSkin, strengths: &[u8]) -> Vec<u8> {
    restore(to, &keep(from, String::new(), strengths)).0
}

#[test]
fn a_region_painted_whole_is_kept_by_name_and_needs_no_places() {
    let mut strengths = vec![0; FLAT.len()];
    for &sample in FLAT.region(&temple()) {
        strengths[sample as usize] = 3;
    }
    let kept = keep(&FLAT, "Head".to_owned(), &strengths);
    assert_eq!(
        (kept.name.as_str(), kept.regions.as_slice()),
        ("Head", &[(temple(), 3)][..])
    );
    assert!(kept.places.is_empty());
    assert_eq!(restore(&FLAT, &kept), (strengths, None));
    // On another skin it is the whole region there.
    let (there, unknown) = restore(&FULLER, &kept);
    let painted = there.iter().filter(|strength| **strength == 3).count();
    assert_eq!((painted, unknown), (FULLER.region(&temple()).len(), None));
    let kidney = RegionId::new("kidney", Side::Left);
    let kept = PaintedPain {
        regions: vec![(kidney.clone(), 1)],
        ..PaintedPain::default()
    };
    assert_eq!(restore(&FLAT, &kept), (vec![0; FLAT.len()], Some(&kidney)));
}

#[test]
fn a_large_area_needs_few_places() {
    let strengths = disc(&FLAT, Vec3::new(-20.0, 150.0, 0.0), 140.0);
    let painted = strengths.iter().filter(|strength| **strength > 0).count();
    let places = keep(&FLAT, String::new(), &strengths).places;
    assert!(
        places.len() * 2 < painted && places.to_string().len() < painted * 2,
        "{} places in {} characters for {painted} samples",
        places.len(),
        places.to_string().len(),
    );
}

#[test]
fn on_a_skin_that_has_changed_it_is_nearly_the_same_area() {
    // The mean over several places, in samples of the new skin; of a dab of two fingers' breadth the edge is nearly
    // all, and the samples themselves are 9 mm apart.
    for (radius_mm, least) in [(15.0, 0.6), (30.0, 0.75), (60.0, 0.85), (110.0, 0.92)] {
        let middles = [
            (-60.0, 150.0),
            (-40.0, 130.0),
            (-20.0, 160.0),
            (0.0, 145.0),
            (20.0, 150.0),
        ];
        let jaccard = middles.map(|(x, y)| {
            let middle = Vec3::new(x, y, 0.0);
            let there = brought_over(&FLAT, &FULLER, &disc(&FLAT, middle, radius_mm));
            jaccard(&there, &disc(&FULLER, middle, radius_mm))
        });
        let mean = jaccard.iter().sum::<f32>() / jaccard.len() as f32;
        assert!(mean >= least, "radius {radius_mm}: {mean}");
    }
}

/// How alike two paintings of one skin are: painted in both over painted in either, 0 to 1.
fn jaccard(a: &[u8], b: &[u8]) -> f32 {
    let count = |held: fn(bool, bool) -> bool| {
        let pairs = a.iter().zip(b);
        pairs.filter(|(a, b)| held(**a > 0, **b > 0)).count() as f32
    };
    count(|a, b| a && b) / count(|a, b| a || b)
}

#[test]
fn a_skin_that_has_moved_far_has_no_holes_and_one_that_is_elsewhere_no_paint() {
    let moved = |by: f32| sheet(move |_, _| Vec3::Z * by);
    let strengths = disc(&FLAT, Vec3::new(-40.0, 150.0, 0.0), 100.0);
    let there = brought_over(&FLAT, &moved(20.0), &strengths);
    let middle = Vec3::new(-40.0, 150.0, 0.0);
    let skin = moved(20.0);
    let holes = skin
        .places_mm
        .iter()
        .zip(&there)
        .filter(|(place, strength)| {
            place.truncate().distance(middle.truncate()) < 80.0 && **strength == 0
        });
    assert_eq!(holes.count(), 0);
    let there = brought_over(&FLAT, &moved(90.0), &strengths);
    assert!(there.iter().all(|strength| *strength == 0));
}

#[test]
fn nothing_painted_is_nothing_kept_and_too_many_strengths_are_passed_over() {
    assert_eq!(keep(&FLAT, String::new(), &[]), PaintedPain::default());
    let nothing = PaintSkin::default();
    let kept = keep(&nothing, String::new(), &[1, 2, 3]);
    assert!(kept.places.is_empty());
    assert_eq!(restore(&nothing, &kept), (Vec::new(), None));
    let long = vec![2; FLAT.len() + 50];
    let kept = keep(&FLAT, String::new(), &long);
    assert_eq!(restore(&FLAT, &kept).0, vec![2; FLAT.len()]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn on_the_same_skin_it_is_exactly_what_was_painted(
        dabs in prop::collection::vec(
            ((-190.0f32..190.0, 0.0f32..300.0), 0.0f32..80.0, 0u8..4), 0..6,
        ),
        specks in prop::collection::vec((0usize..1200, 0u8..4), 0..40),
    ) {
        let mut strengths = vec![0u8; FLAT.len()];
        for ((x, y), radius_mm, strength) in dabs {
            for (at, held) in disc(&FLAT, Vec3::new(x, y, 0.0), radius_mm).iter().enumerate() {
                if *held > 0 {
                    strengths[at] = strength;
                }
            }
        }
        for (at, strength) in specks {
            if let Some(held) = strengths.get_mut(at) {
                *held = strength;
            }
        }
        let kept = keep(&FLAT, "name".to_owned(), &strengths);
        let (again, unknown) = restore(&FLAT, &kept);
        prop_assert_eq!(&again, &strengths);
        prop_assert_eq!(unknown, None);
        // Kept once more it is the same text, as an address that is compared with the view needs it.
        prop_assert_eq!(keep(&FLAT, "name".to_owned(), &again), kept);
    }
}
