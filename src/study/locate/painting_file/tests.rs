//! Painting files: what is written, what is read, and what is refused.

use super::*;
use crate::{
    anatomy::{pain_field::SkinSurface, painting::SkinSamples, samples::sheet},
    model::side::Side,
};
use proptest::prelude::*;
use std::sync::LazyLock;

/// A sheet of 200 by 100 mm with a region on each side.
static SKIN: LazyLock<PaintSkin> = LazyLock::new(|| {
    let mesh = sheet(21, 11, 10.0);
    let samples = SkinSamples::new(&SkinSurface::new(mesh));
    let on = |side: f32| -> Vec<u32> {
        let numbered = (0u32..).zip(&samples.samples);
        let held = numbered.filter(|(_, x)| x.point_mm.x * side > 50.0);
        held.map(|(number, _)| number).collect()
    };
    let regions = vec![
        (RegionId::new("temple", Side::Left), on(1.0)),
        (RegionId::new("temple", Side::Right), on(-1.0)),
    ];
    PaintSkin::new(&samples, regions)
});

fn read_here(text: &str) -> Result<Vec<SavedPain>, PaintingFileError> {
    read(text, &SKIN)
}

#[test]
fn what_is_damaged_is_refused_with_its_line() {
    let head = "myomap painting 2\n";
    for (text, told) in [
        (String::new(), "no painting of myomap"),
        ("myomap painting x".to_owned(), "no painting of myomap"),
        ("myomap painting 3\n".to_owned(), "a newer one is needed"),
        ("myomap painting 0\n".to_owned(), "no painting of myomap"),
        (format!("{head}region temple.left 3\n"), "line 2"),
        (
            format!("{head}pain\n\nregion kidney.left 3\n"),
            "line 4: there is no region \"kidney.left\"",
        ),
        (
            format!("{head}pain\nregion temple 3\n"),
            "no region \"temple\"",
        ),
        (format!("{head}pain\nregion temple.left 9\n"), "no strength"),
        (
            format!("{head}pain\nregion temple.left\n"),
            "needs a strength",
        ),
        (format!("{head}pain\nat 2 NaN 0 0\n"), "no number"),
        (format!("{head}pain\nat 2 9999 0 0\n"), "off the skin"),
        (format!("{head}pain\nat 2 1\n"), "three numbers"),
        (format!("{head}pain\nat 4 0 0 0\n"), "no strength"),
        (format!("{head}pain\nregion temple.left 0\n"), "no strength"),
        (
            "myomap painting 1\npain\nat 0 0 0 0\n".to_owned(),
            "no strength",
        ),
        (
            format!("{head}pain\n{}\n", "x".repeat(10_000)),
            "not one of",
        ),
        (format!("{head}{}", "pain\n".repeat(13)), "more than 12"),
        ("x".repeat(LONGEST_FILE + 1), "larger than any painting"),
    ] {
        let said = read_here(&text).map_err(|error| error.to_string());
        assert!(
            said.as_ref()
                .is_err_and(|x| x.contains(told) && x.len() < 400),
            "{told}: {said:?}"
        );
    }
    assert_eq!(read_here(head), Ok(Vec::new()));
    let spoken = read_here(&format!("{head}# a remark\n\npain Neck \n"));
    assert_eq!(
        spoken.map(|pains| pains[0].name.clone()),
        Ok("Neck".to_owned())
    );
}

#[test]
fn regions_painted_whole_are_told_by_name() {
    let skin = &*SKIN;
    let mut strengths = vec![0; skin.len()];
    for &sample in skin.region(&RegionId::new("temple", Side::Left)) {
        strengths[sample as usize] = 3;
    }
    let pain = SavedPain {
        name: "Head\nache".to_owned(),
        strengths,
    };
    assert_eq!(
        write(skin, &[pain]),
        "myomap painting 2\npain Headache\nregion temple.left 3\n"
    );
}

#[test]
fn in_a_file_of_version_1_every_place_is_a_sample() {
    let middle = (0..SKIN.len()).filter(|number| SKIN.places_mm[*number].x.abs() < 40.0);
    let [first, second] = middle.step_by(9).take(2).collect::<Vec<_>>()[..] else {
        panic!("two samples between the regions");
    };
    let [a, b] = [first, second].map(|number| SKIN.places_mm[number].round());
    let text = format!(
        "\u{feff}myomap painting 1\r\npain Neck\r\nregion temple.left 1\r\nat 3 {} {} {}\r\nat 1 {} {} 2.5\r\n",
        a.x, a.y, a.z, b.x, b.y
    );
    let pains = read_here(&text).unwrap();
    let strengths = &pains[0].strengths;
    assert_eq!((strengths[first], strengths[second]), (3, 1));
    let temple = SKIN.region(&RegionId::new("temple", Side::Left));
    let besides = (0u32..).zip(strengths).filter(|(x, _)| !temple.contains(x));
    assert_eq!(besides.filter(|(_, strength)| **strength > 0).count(), 2);
}

#[test]
fn a_line_costs_the_same_on_a_skin_of_any_size() {
    // What is looked at for a place: not all samples, but those around it.
    let skin = |size: u32| {
        let at = |number: u32| Vec3::new((number % size) as f32, (number / size) as f32, 0.0) * 9.0;
        let places: Vec<Vec3> = (0..size * size).map(at).collect();
        let mirror = (0..size * size).collect();
        PaintSkin::of(1, places, mirror, Vec::new())
    };
    let most_looked_at = |skin: &PaintSkin| {
        let places = skin.places_mm.iter();
        places.map(|place| skin.grid.around(*place).count()).max()
    };
    let (small, large) = (skin(30), skin(120));
    assert_eq!(large.len(), 16 * small.len());
    assert_eq!(most_looked_at(&large), most_looked_at(&small));
    assert!(most_looked_at(&large) < Some(300));
}

proptest! {
    #[test]
    fn a_painting_reads_back_what_was_written(
        painted in prop::collection::vec((0usize..200, 0u8..4), 0..60),
        name in "[a-zA-Z ]{0,12}",
    ) {
        let skin = &*SKIN;
        let mut strengths = vec![0; skin.len()];
        for (sample, strength) in painted {
            if let Some(value) = strengths.get_mut(sample) {
                *value = strength;
            }
        }
        let pain = SavedPain { name: name.trim().to_owned(), strengths };
        let pains = vec![pain.clone(), SavedPain { name: String::new(), ..pain }];
        let text = write(skin, &pains);
        prop_assert_eq!(read(&text, skin), Ok(pains));
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,80}") {
        drop(read_here(&text));
        for version in 1..=2 {
            let head = format!("myomap painting {version}\npain\n");
            drop(read_here(&format!("{head}at {text}")));
            drop(read_here(&format!("{head}region {text}")));
        }
    }
}
