//! Samples, brush and blur on a ball and on two fingers side by side.

use super::*;
use crate::anatomy::samples::finger;

/// Two pairs of fingers, mirror images, of which two neighbours nearly touch.
fn fingers() -> (SkinSurface, SkinSamples) {
    let mut mesh = finger(100.0, 9.0);
    mesh.append(&finger(119.0, 9.0));
    let mirrored = mesh.mirrored();
    mesh.append(&mirrored);
    let skin = SkinSurface::new(mesh);
    let samples = SkinSamples::new(&skin);
    (skin, samples)
}

#[test]
fn samples_share_out_the_skin_and_have_mirror_images() {
    let (skin, samples) = fingers();
    assert!(samples.len() > 100, "{} samples", samples.len());
    let whole: f32 = skin
        .mesh
        .triangles
        .iter()
        .map(|&t| {
            let [a, b, c] = skin.mesh.corners_mm(t);
            (b - a).cross(c - a).length() / 2.0
        })
        .sum();
    assert!((samples.area_mm2() / whole - 1.0).abs() < 0.01);
    for (number, sample) in samples.samples.iter().enumerate() {
        let mirror = samples.samples[sample.mirror as usize];
        assert_eq!(mirror.mirror as usize, number);
        assert_eq!(mirror.side, sample.side.opposite());
        let across = mirror.point_mm * Vec3::new(-1.0, 1.0, 1.0);
        assert!(across.distance(sample.point_mm) < 0.1);
        let both: Vec<u32> = samples
            .links_of(sample.mirror)
            .iter()
            .map(|link| samples.samples[link.to as usize].mirror)
            .collect();
        assert!(!both.is_empty());
        for link in samples.links_of(number as u32) {
            assert!(both.contains(&link.to), "a link without its mirror image");
        }
    }
}

#[test]
fn nothing_spreads_to_the_next_finger() {
    let (skin, samples) = fingers();
    // On the flank that faces the neighbour, 1 mm away from it.
    let at = Vec3::new(109.0, 40.0, 0.0);
    let hit = skin.index.nearest(at).unwrap();
    let under = samples.under_brush(&skin.mesh, hit.triangle, hit.point_mm, 60.0);
    assert!(under.len() > 20, "{} samples", under.len());
    for sample in under {
        let x = samples.samples[sample as usize].point_mm.x;
        assert!((90.0..110.0).contains(&x), "painted at x = {x}");
    }
    let own = samples.at(&skin.mesh, hit.triangle, hit.point_mm).unwrap();
    let other = skin.index.nearest(Vec3::new(129.0, 40.0, 0.0)).unwrap();
    let beyond = samples
        .at(&skin.mesh, other.triangle, other.point_mm)
        .unwrap();
    assert_eq!(samples.way(own, beyond), [beyond]);
}

#[test]
fn a_stroke_follows_the_skin_and_a_small_brush_paints_something() {
    let (skin, samples) = fingers();
    let sample_at = |y: f32| {
        let hit = skin.index.nearest(Vec3::new(100.0, y, 20.0)).unwrap();
        samples.at(&skin.mesh, hit.triangle, hit.point_mm).unwrap()
    };
    let way = samples.way(sample_at(5.0), sample_at(75.0));
    assert_eq!(
        (way.first(), way.last()),
        (Some(&sample_at(5.0)), Some(&sample_at(75.0)))
    );
    for pair in way.windows(2) {
        assert!(
            samples
                .links_of(pair[0])
                .iter()
                .any(|link| link.to == pair[1])
        );
    }
    let hit_at = |y: f32| skin.index.nearest(Vec3::new(100.0, y, 20.0)).unwrap();
    let stroke = |before, y: f32| {
        let hit = hit_at(y);
        samples
            .stroke(&skin.mesh, before, hit.triangle, hit.point_mm, 8.0)
            .unwrap()
    };
    let (first, begun) = stroke(None, 5.0);
    let (last, passed) = stroke(Some(first), 75.0);
    assert_eq!((first, last), (sample_at(5.0), sample_at(75.0)));
    assert!(begun.contains(&first) && passed.is_sorted());
    assert!(way.iter().all(|sample| passed.contains(sample)));
    let hit = hit_at(40.0);
    let least = samples.under_brush(&skin.mesh, hit.triangle, hit.point_mm, 0.0);
    assert!(!least.is_empty());
    for wrong in [f32::NAN, f32::INFINITY] {
        let place = Vec3::new(wrong, 0.0, 0.0);
        assert!(
            samples
                .under_brush(&skin.mesh, hit.triangle, place, 20.0)
                .is_empty()
        );
    }
    assert!(
        samples
            .under_brush(&skin.mesh, u32::MAX, hit.point_mm, 20.0)
            .is_empty()
    );
}

#[test]
fn blurring_keeps_whole_what_is_whole_and_stays_on_its_finger() {
    let (_, samples) = fingers();
    let blur = SurfaceBlur::new(&samples, 12.0);
    for value in blur.apply(&vec![1.0; samples.len()]) {
        assert!((value - 1.0).abs() < 1e-3);
    }
    let one: Vec<f32> = samples
        .samples
        .iter()
        .map(|s| f32::from(u8::from((90.0..110.0).contains(&s.point_mm.x))))
        .collect();
    for (value, whole) in blur.apply(&one).iter().zip(&one) {
        assert!((value - whole).abs() < 1e-3);
    }
    assert!(blur.apply(&[]).iter().all(|&value| value == 0.0));
}

#[test]
fn no_skin_has_no_samples() {
    let samples = SkinSamples::new(&SkinSurface::new(SurfaceMesh::default()));
    assert!(samples.is_empty());
    assert!(samples.links_of(0).is_empty());
    assert!(samples.way(0, 1).is_empty());
}
