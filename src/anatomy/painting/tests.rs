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

/// Samples under the brush.
fn under(swept: Option<(Touch, Vec<Swept>)>) -> Vec<u32> {
    let deep = |swept: Swept| (swept.depth_mm > 0.0).then_some(swept.sample);
    swept.map_or(Vec::new(), |(_, all)| {
        all.into_iter().filter_map(deep).collect()
    })
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
    let under = under(samples.sweep(&skin, None, hit.triangle, hit.point_mm, 60.0));
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
    let sweep = |before, y: f32| {
        let hit = hit_at(y);
        samples.sweep(&skin, before, hit.triangle, hit.point_mm, 8.0)
    };
    let begun = sweep(None, 5.0);
    let first = begun.as_ref().unwrap().0;
    let passed = sweep(Some(first), 75.0);
    let last = passed.as_ref().unwrap().0;
    assert_eq!(
        (first.sample, last.sample),
        (sample_at(5.0), sample_at(75.0))
    );
    let all = &passed.as_ref().unwrap().1;
    assert!(all.iter().map(|swept| swept.sample).is_sorted());
    assert!(all.iter().any(|swept| swept.depth_mm < 0.0));
    let (begun, passed) = (under(begun), under(passed));
    assert!(begun.contains(&first.sample));
    let ring = |y: f32| Vec3::new(100.0, y, 9.0);
    for number in 0..samples.len() as u32 {
        let at = samples.samples[number as usize].point_mm;
        let beside = (0..=70).map(|step| at.distance(ring(5.0 + step as f32)));
        if beside.fold(f32::INFINITY, f32::min) < 7.0 {
            assert!(passed.contains(&number), "{at} is left out");
        }
    }
    let hit = hit_at(40.0);
    let sweep = |triangle, place, radius| samples.sweep(&skin, None, triangle, place, radius);
    assert!(!under(sweep(hit.triangle, hit.point_mm, 0.0)).is_empty());
    for wrong in [f32::NAN, f32::INFINITY] {
        assert!(sweep(hit.triangle, Vec3::new(wrong, 0.0, 0.0), 20.0).is_none());
    }
    assert!(sweep(u32::MAX, hit.point_mm, 20.0).is_none());
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

/// A plane of skin with its samples, and a depth at each sample.
fn plane() -> (SkinSurface, SkinSamples) {
    let skin = SkinSurface::new(crate::anatomy::samples::sheet(81, 81, 5.0));
    let samples = SkinSamples::new(&skin);
    (skin, samples)
}

/// How far from a middle the drawn edge of an area is, in up to 72 directions around it.
fn radii(skin: &SkinSurface, field: &SlopedField, middle: Vec3) -> Vec<f32> {
    let patch = crate::anatomy::pain_field::fine_patch(&skin.mesh, [field], 0.0);
    let mut radii = vec![Vec::new(); 72];
    for triangle in &patch.triangles {
        for (one, other) in [(0, 1), (1, 2), (2, 0)] {
            let end = |at: usize| {
                let vertex = triangle[at] as usize;
                (patch.positions_mm[vertex], patch.depths_mm[vertex][0])
            };
            let ((a, depth_a), (b, depth_b)) = (end(one), end(other));
            if (depth_a > 0.0) != (depth_b > 0.0) {
                let away = a.lerp(b, depth_a / (depth_a - depth_b)) - middle;
                let turn = away.y.atan2(away.x).rem_euclid(std::f32::consts::TAU);
                radii[(turn / std::f32::consts::TAU * 72.0) as usize % 72].push(away.length());
            }
        }
    }
    let mean = |all: &Vec<f32>| all.iter().sum::<f32>() / all.len() as f32;
    let crossed = radii.iter().filter(|all| !all.is_empty());
    crossed.map(mean).collect()
}

fn is_under(swept: &[Swept], sample: u32) -> bool {
    let mut swept = swept.iter();
    swept.any(|one| one.sample == sample && one.depth_mm > 0.0)
}

/// What one brush that paints has left at a sample.
fn rim_of(swept: &[Swept], sample: u32) -> Option<Rim> {
    let one = swept.iter().find(|one| one.sample == sample)?;
    Some(Rim {
        depth_mm: one.depth_mm,
        from_mm: one.from_mm,
        erases: false,
        stroke: 1,
    })
}

/// How far the edge of what was swept is drawn from a middle, in all directions.
fn drawn_radii(
    (skin, samples): &(SkinSurface, SkinSamples),
    swept: &[Swept],
    middle: Vec3,
) -> Vec<f32> {
    let edge = samples.edge(|x| is_under(swept, x), |x| rim_of(swept, x));
    let field = samples.depth_over_vertices(&skin.mesh, &edge);
    radii(skin, &field, middle)
}

#[test]
fn a_small_dab_is_round_wherever_it_lies_between_the_samples() {
    let plane = plane();
    let (skin, samples) = &plane;
    for radius_mm in [5.0, 8.0, 10.0] {
        for (x, y) in [
            (2.7, 203.1),
            (0.0, 200.0),
            (-41.3, 176.9),
            (55.2, 231.4),
            (13.0, 148.5),
        ] {
            let middle = Vec3::new(x, y, 0.0);
            let hit = skin.index.nearest(middle).unwrap();
            let swept = samples.sweep(skin, None, hit.triangle, hit.point_mm, radius_mm);
            let swept = swept.unwrap().1;
            // Where it covers no sample, it is wider, so that it covers the one that it stands on.
            let own = samples.at(&skin.mesh, hit.triangle, hit.point_mm).unwrap();
            let least_mm = samples.samples[own as usize].point_mm.distance(middle) + 1.0;
            let covers =
                (samples.samples.iter()).any(|sample| sample.point_mm.distance(middle) < radius_mm);
            let wanted_mm = if covers { radius_mm } else { least_mm };
            let drawn = drawn_radii(&plane, &swept, middle);
            assert!(drawn.len() > 30, "{} at {middle}", drawn.len());
            for radius in &drawn {
                let fits = (radius - wanted_mm).abs() < 0.5;
                assert!(fits, "{radius} for {wanted_mm} at {middle}: {drawn:?}");
            }
        }
    }
}

#[test]
fn a_small_stroke_is_as_wide_as_its_brush_from_end_to_end() {
    let plane = plane();
    let (skin, samples) = &plane;
    let (from, to) = (Vec3::new(-52.4, 171.3, 0.0), Vec3::new(61.8, 214.6, 0.0));
    let touch = |place: Vec3| {
        let hit = skin.index.nearest(place).unwrap();
        (hit.triangle, hit.point_mm)
    };
    let sweep = |before, place: Vec3| {
        let (triangle, point_mm) = touch(place);
        samples
            .sweep(skin, before, triangle, point_mm, 8.0)
            .unwrap()
    };
    let (begun, _) = sweep(None, from);
    let (_, swept) = sweep(Some(begun), to);
    let edge = samples.edge(|x| is_under(&swept, x), |x| rim_of(&swept, x));
    let along = (to - from).normalize();
    let across = Vec3::new(-along.y, along.x, 0.0);
    let depth = |place: Vec3| {
        let (triangle, place) = touch(place);
        let own = samples.at(&skin.mesh, triangle, place).unwrap();
        samples.depth_at_mm(&edge, own, place)
    };
    for step in 0..=110 {
        let middle = from + along * step as f32;
        for side in [-8.0, 8.0] {
            let place = middle + across * side;
            let off = depth(place);
            assert!(off.abs() < 0.5, "{off} at {step}");
        }
    }
}

#[test]
fn a_dab_beside_what_nobody_knows_the_rim_of_leaves_its_edge_calm() {
    let (skin, samples) = plane();
    let (region, dab) = (Vec3::new(-60.0, 200.0, 0.0), Vec3::new(12.0, 203.0, 0.0));
    let hit = skin.index.nearest(dab).unwrap();
    // 17 mm lie between them.
    let swept = samples.sweep(&skin, None, hit.triangle, hit.point_mm, 15.0);
    let swept = swept.unwrap().1;
    let in_region = |sample: u32| samples.samples[sample as usize].point_mm.distance(region) < 40.0;
    let rim = |sample: u32| rim_of(&swept, sample).filter(|_| !in_region(sample));
    let alone = samples.edge(in_region, |_| None);
    let both = samples.edge(|x| in_region(x) || is_under(&swept, x), rim);
    let depth = |edge: &PaintEdge, place: Vec3| {
        let hit = skin.index.nearest(place).unwrap();
        let own = samples.at(&skin.mesh, hit.triangle, hit.point_mm).unwrap();
        samples.depth_at_mm(edge, own, hit.point_mm)
    };
    // Where its edge lies on each ray from its middle.
    let ends = |edge: &PaintEdge| -> Vec<f32> {
        let rays = (-40..=40).map(|degrees: i32| {
            let out = glam::Quat::from_rotation_z((degrees as f32).to_radians()) * Vec3::X;
            let steps = (120..220).map(|step| step as f32 / 4.0);
            let mut outside = steps.filter(|far| depth(edge, region + out * *far) <= 0.0);
            outside.next().unwrap()
        });
        rays.collect()
    };
    let (before, after) = (ends(&alone), ends(&both));
    for (at, (before, after)) in before.iter().zip(&after).enumerate() {
        assert!((before - after).abs() < 6.0, "{before} {after} on ray {at}");
    }
    for pair in after.windows(2) {
        assert!((pair[0] - pair[1]).abs() < 1.3, "torn: {after:?}");
    }
    // And the dab is round.
    for degrees in -180..180 {
        let out = glam::Quat::from_rotation_z((degrees as f32).to_radians()) * Vec3::X;
        let off = depth(&both, dab + out * 15.0);
        assert!(off.abs() < 0.5, "{off} at {degrees}");
    }
}

#[test]
fn a_dab_of_the_brush_is_drawn_as_the_disc_that_it_is() {
    let (skin, samples) = plane();
    let middle = Vec3::new(2.7, 203.1, 0.0);
    let hit = skin.index.nearest(middle).unwrap();
    for radius_mm in [15.0, 20.0, 25.0, 40.0, 45.0] {
        let (_, swept) = samples
            .sweep(&skin, None, hit.triangle, hit.point_mm, radius_mm)
            .unwrap();
        let inside = |sample: u32| is_under(&swept, sample);
        // The rim is known as it is, whichever samples have links.
        for one in &swept {
            let far_mm = samples.samples[one.sample as usize]
                .point_mm
                .distance(middle);
            assert!((radius_mm - far_mm - one.depth_mm).abs() < 0.01);
        }
        let edge = samples.edge(inside, |sample| rim_of(&swept, sample));
        let field = samples.depth_over_vertices(&skin.mesh, &edge);
        let drawn = radii(&skin, &field, middle);
        assert!(drawn.len() > 60, "{}", drawn.len());
        for radius in &drawn {
            let fits = (radius - radius_mm).abs() < 0.3;
            assert!(fits, "{radius} for {radius_mm}: {drawn:?}");
        }
        // Where nobody knows how the brush went, the edge is calm nevertheless.
        let edge = samples.edge(inside, |_| None);
        let field = samples.depth_over_vertices(&skin.mesh, &edge);
        let drawn = radii(&skin, &field, middle);
        for at in 0..drawn.len() {
            let next = drawn[(at + 1) % drawn.len()];
            assert!(
                (drawn[at] - next).abs() < 0.15 * radius_mm.max(12.0),
                "{drawn:?}"
            );
        }
    }
}

#[test]
fn the_drawn_edge_never_says_otherwise_than_the_samples() {
    let (skin, samples) = plane();
    // Speckled, striped, one alone, all but one, and a half.
    let areas: [fn(u32, &SkinSample) -> bool; 5] = [
        |number, _| number.is_multiple_of(3),
        |_, sample| (sample.point_mm.x / 15.0).floor().rem_euclid(2.0) < 1.0,
        |number, _| number == 700,
        |number, _| number != 700,
        |_, sample| sample.point_mm.x + 0.3 * sample.point_mm.y > 40.0,
    ];
    for (which, area) in areas.iter().enumerate() {
        let inside = |number: u32| area(number, &samples.samples[number as usize]);
        let edge = samples.edge(inside, |_| None);
        let wrong = (0..samples.len() as u32).filter(|x| {
            (samples.depth_at_mm(&edge, *x, samples.samples[*x as usize].point_mm) > 0.0)
                != inside(*x)
        });
        assert_eq!(wrong.count(), 0, "area {which}");
        // And so it stands on the skin itself.
        let field = samples.depth_over_vertices(&skin.mesh, &edge);
        let depths: Vec<f32> = field.0.iter().map(|one| one.value).collect();
        let at_samples = samples.of_vertices(&skin.mesh, &depths);
        let wrong = (0u32..)
            .zip(&at_samples)
            .filter(|(number, depth)| (**depth > 0.0) != inside(*number));
        let share = wrong.count() as f32 / samples.len() as f32;
        let most = if which < 2 { 0.15 } else { 0.02 };
        assert!(share < most, "area {which}: {share}");
    }
}
