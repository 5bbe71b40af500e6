//! Paintings kept as places on the body that ships: exactly the same on it, nearly the same area on a body whose skin
//! lies a little otherwise, and short enough for a link.

use crate::{ENGINE, SCENE};
use glam::Vec3;
use myomap::{
    anatomy::{
        mesh::SurfaceMesh,
        pain_field::SkinSurface,
        painting::{SPACING_MM, SkinSamples},
    },
    model::{
        ids::RegionId,
        link::{LONGEST_LINK, Mode, ViewLink},
        painted::{MOST_PAINS, PlaceCell},
        side::Side,
    },
    study::locate::{
        painted_places::{keep, restore},
        skin::PaintSkin,
    },
};
use std::{collections::BTreeSet, sync::LazyLock};

/// The same body as another version may have it: its skin up to 5 mm fuller or thinner and shifted a little.
static CHANGED: LazyLock<(SkinSurface, SkinSamples, PaintSkin)> = LazyLock::new(|| {
    let mesh = &SCENE.body.skin.mesh;
    let moved = |number: usize| {
        let (place, normal) = (mesh.positions_mm[number], mesh.normals[number]);
        // Alike on both sides, as bodies are.
        let fuller = 2.0 + 3.0 * (place.y / 70.0).sin() * (place.x.abs() / 45.0).cos();
        place + normal * fuller + Vec3::Y * 1.5
    };
    let positions = (0..mesh.positions_mm.len()).map(moved).collect();
    let skin = SkinSurface::new(SurfaceMesh::from_triangles(
        positions,
        mesh.triangles.clone(),
    ));
    let samples = SkinSamples::new(&skin);
    let paint = PaintSkin::new(&samples, Vec::new());
    (skin, samples, paint)
});

/// Samples under a brush at the skin nearest to a place.
fn brushed(skin: &SkinSurface, samples: &SkinSamples, at: Vec3, radius_mm: f32) -> Vec<u8> {
    let hit = skin.index.nearest(at).unwrap();
    let mut strengths = vec![0; samples.len()];
    let (_, swept) = samples
        .sweep(skin, None, hit.triangle, hit.point_mm, radius_mm)
        .unwrap();
    for under in swept.into_iter().filter(|swept| swept.depth_mm > 0.0) {
        strengths[under.sample as usize] = 2;
    }
    strengths
}

/// Skin painted in both over skin painted in either, 0 to 1.
fn jaccard(samples: &SkinSamples, a: &[u8], b: &[u8]) -> f32 {
    let area = |held: fn(bool, bool) -> bool| -> f32 {
        let pairs = a.iter().zip(b).zip(&samples.samples);
        pairs
            .filter(|((a, b), _)| held(**a > 0, **b > 0))
            .map(|(_, sample)| sample.area_mm2)
            .sum()
    };
    area(|a, b| a && b) / area(|a, b| a || b)
}

#[test]
fn no_two_samples_share_a_cell() {
    let cells: BTreeSet<PlaceCell> = (ENGINE.samples.samples.iter())
        .map(|sample| PlaceCell::at(sample.point_mm.to_array()).unwrap())
        .collect();
    assert_eq!(cells.len(), ENGINE.samples.len());
}

#[test]
fn every_region_and_every_essential_zone_comes_back_exactly() {
    let skin = &*ENGINE.skin;
    for pattern in &ENGINE.patterns.all {
        let mut strengths = vec![0; skin.len()];
        for (held, strength) in [(&pattern.zones.spillover, 1), (&pattern.zones.essential, 3)] {
            for &sample in held {
                strengths[sample as usize] = strength;
            }
        }
        let kept = keep(skin, String::new(), &strengths);
        let (again, unknown) = restore(skin, &kept);
        assert!(
            again == strengths && unknown.is_none(),
            "{}",
            pattern.zones.point
        );
    }
    for (id, held) in &skin.regions {
        let mut strengths = vec![0; skin.len()];
        for &sample in held {
            strengths[sample as usize] = 1;
        }
        let kept = keep(skin, String::new(), &strengths);
        assert!(kept.regions.contains(&(id.clone(), 1)), "{id}");
        assert!(restore(skin, &kept).0 == strengths, "{id}");
    }
}

#[test]
fn on_a_changed_body_it_is_nearly_the_same_area() {
    let (surface, samples, skin) = &*CHANGED;
    let own = &ENGINE.samples;
    let all = [
        (SPACING_MM * 2.0, 0.6),
        (30.0, 0.7),
        (50.0, 0.8),
        (80.0, 0.85),
    ];
    for (radius_mm, least) in all {
        // A spread of places from head to foot.
        let places = own
            .samples
            .iter()
            .step_by(331)
            .map(|sample| sample.point_mm);
        let found: Vec<f32> = places
            .map(|at| {
                let strengths = brushed(&SCENE.body.skin, own, at, radius_mm);
                let there = restore(skin, &keep(&ENGINE.skin, String::new(), &strengths)).0;
                let wanted = brushed(surface, samples, at + Vec3::Y * 1.5, radius_mm);
                jaccard(samples, &there, &wanted)
            })
            .collect();
        let mean = found.iter().sum::<f32>() / found.len() as f32;
        let lowest = found.iter().copied().fold(1.0, f32::min);
        println!(
            "brush of {radius_mm} mm: mean {mean:.3}, lowest {lowest:.3} of {}",
            found.len()
        );
        assert!(mean >= least, "brush of {radius_mm} mm: {mean}");
    }
}

/// The link of pains, each painted with the brush at some places.
fn link_of(pains: &[(&[Vec3], f32)]) -> ViewLink {
    let pains = pains.iter().map(|(places, radius_mm)| {
        let mut strengths = vec![0; ENGINE.skin.len()];
        for place in *places {
            let dab = brushed(&SCENE.body.skin, &ENGINE.samples, *place, *radius_mm);
            for (held, strength) in strengths.iter_mut().zip(dab) {
                *held = strength.max(*held);
            }
        }
        keep(&ENGINE.skin, "A pain with a name".to_owned(), &strengths).into()
    });
    ViewLink {
        mode: Some(Mode::Locate),
        pains: pains.collect(),
        ..ViewLink::default()
    }
}

#[test]
fn what_people_paint_is_well_within_a_link() {
    let temple = RegionId::new("temple", Side::Left);
    let on_temple = ENGINE.skin.region(&temple)[0];
    let dab = [ENGINE.samples.samples[on_temple as usize].point_mm];
    let everywhere: Vec<Vec3> = (ENGINE.samples.samples.iter())
        .step_by(90)
        .map(|sample| sample.point_mm)
        .collect();
    let third = everywhere.len() / 3;
    let parts: Vec<(&[Vec3], f32)> = everywhere.chunks(third).map(|part| (part, 30.0)).collect();
    let dabs: Vec<(&[Vec3], f32)> = vec![(&dab, 20.0); MOST_PAINS];
    for (name, link, most) in [
        ("a dab", link_of(&[(&dab, 20.0)]), 300),
        ("twelve dabs", link_of(&dabs), 3_000),
        (
            "three times sixty dabs all over",
            link_of(&parts[..3]),
            LONGEST_LINK,
        ),
    ] {
        let text = link.to_text().unwrap();
        let painted: usize = (link.pains.iter())
            .map(|link| {
                restore(&ENGINE.skin, &link.pain)
                    .0
                    .iter()
                    .filter(|x| **x > 0)
                    .count()
            })
            .sum();
        println!("{name}: {} characters for {painted} samples", text.len());
        assert!(text.len() <= most, "{name}: {} characters", text.len());
        assert_eq!(text.parse::<ViewLink>().as_ref(), Ok(&link), "{name}");
    }
}
