//! The small pictures of a pattern: taken from where it is seen, framed by it, and never empty.

use crate::{CATALOG, SCENE};
use myomap::anatomy::{
    mesh::SurfaceMesh,
    plate::{Facing, Plate, PlateColours, Shot, Survey, shots_of},
    scene::Pattern,
};
use rayon::prelude::*;

/// Least share of an essential zone that the pictures of a point show, percent. What is missing lies in folds (the
/// armpit, under the chin) or on the side that neither of two pictures faces.
const LEAST_SEEN: f32 = 50.0;
/// Least pixels of pain in a picture as high as a card shows it: some dots of a spillover zone, at the wrist.
const LEAST_PAIN_PX: usize = 10;
/// Height of a picture on a card, pixels.
const HEIGHT_PX: usize = 240;

const COLOURS: PlateColours = PlateColours {
    skin: [200, 200, 200],
    pain: [200, 0, 0],
    tingling: [200, 0, 0],
};

/// Share of the essential zone's skin that is seen in one of the pictures, percent.
fn seen(skin: &SurfaceMesh, plates: &[Plate], shots: &[Shot], pattern: &Pattern) -> f32 {
    let (mut seen, mut all) = (0.0, 0.0);
    for corners in &skin.triangles {
        if corners
            .iter()
            .any(|corner| pattern.essential_mm[*corner as usize] <= 0.0)
        {
            continue;
        }
        let [a, b, c] = skin.corners_mm(*corners);
        let area = (b - a).cross(c - a).length();
        let middle = (a + b + c) / 3.0;
        all += area;
        let shown = shots.iter().any(|shot| {
            let plate = plates.iter().find(|plate| plate.facing() == shot.facing);
            plate.is_some_and(|plate| plate.shows(middle, &shot.crop))
        });
        if shown {
            seen += area;
        }
    }
    100.0 * seen / f32::max(all, 1e-6)
}

#[test]
fn the_small_pictures_show_the_essential_zone_of_every_point_and_none_is_empty() {
    let skin = &SCENE.body.skin.mesh;
    let plates: Vec<Plate> = (Facing::ALL.into_par_iter())
        .map(|facing| Plate::new(skin, facing))
        .collect();
    let wrong: Vec<String> = (SCENE.body.points.par_iter())
        .filter_map(|placed| {
            let pattern = SCENE.pattern(&CATALOG, &placed.id).unwrap().unwrap();
            let surveys: Vec<Survey> = (plates.iter())
                .map(|plate| plate.survey(skin, &pattern))
                .collect();
            let shots = shots_of(&surveys);
            let is_drawn = |zone: &[f32]| zone.iter().any(|mm| *mm > 0.0);
            let zones = [
                &pattern.essential_mm,
                &pattern.spillover_mm,
                &pattern.tingling_mm,
            ];
            if !zones.into_iter().any(|zone| is_drawn(zone)) {
                // One point has no pattern: then there is no picture.
                return (!shots.is_empty()).then(|| format!("{}: pictures of nothing", placed.id));
            }
            let share = seen(skin, &plates, &shots, &pattern);
            let pain: Vec<(Facing, usize)> = shots
                .iter()
                .filter_map(|shot| {
                    let plate = plates.iter().find(|plate| plate.facing() == shot.facing)?;
                    let dots = &SCENE.stipple;
                    let picture =
                        plate.picture(skin, dots, Some(&pattern), COLOURS, shot.crop, HEIGHT_PX);
                    let pixels = picture.rgba.chunks(4);
                    let red = pixels.filter(|rgba| rgba[3] > 0 && rgba[0] / 2 > rgba[1].max(20));
                    Some((shot.facing, red.count()))
                })
                .collect();
            let fine = (1..=2).contains(&shots.len())
                && share >= LEAST_SEEN
                && pain.iter().all(|(_, px)| *px >= LEAST_PAIN_PX);
            (!fine).then(|| format!("{}: {share:.0} % seen, pixels {pain:?}", placed.id))
        })
        .collect();
    assert!(
        SCENE.body.points.len() > CATALOG.points().count(),
        "both sides"
    );
    assert_eq!(wrong, Vec::<String>::new());
}
