//! The edge that is drawn round what is painted, on the body that ships: it never says otherwise than the samples,
//! whatever was done to the painting.

use crate::{ENGINE, SCENE};
use glam::Vec3;
use myomap::{
    anatomy::painting::{PaintEdge, Touch},
    model::{ids::RegionId, side::Side},
    study::locate::{
        dab::Dab,
        painted_places::{keep, restore},
        painting::Painting,
    },
};

/// A stroke of the brush over the skin nearest to some places.
fn stroke(painting: &mut Painting, places: &[Vec3], radius_mm: f32, strength: u8, mirrors: bool) {
    let skin = &SCENE.body.skin;
    let mut before: Option<Touch> = None;
    painting.start_stroke();
    for place in places {
        let hit = skin.index.nearest(*place).unwrap();
        let (touch, depths) = (ENGINE.samples)
            .sweep(skin, before, hit.triangle, hit.point_mm, radius_mm)
            .unwrap();
        before = Some(touch);
        let dab = Dab::new(depths);
        let dab = if mirrors {
            dab.with_mirrored(&ENGINE.skin.mirror)
        } else {
            dab
        };
        painting.paint(dab, strength);
    }
    painting.end_stroke();
}

fn assert_agrees(painting: &Painting, what: &str) {
    let samples = &ENGINE.samples;
    for level in 1..=3 {
        let edge: PaintEdge = painting.paint_now().edge(samples, level);
        let wrong = (0u32..).zip(&samples.samples).filter(|(number, sample)| {
            let own = painting
                .strengths()
                .get(*number as usize)
                .copied()
                .unwrap_or(0);
            (samples.depth_at_mm(&edge, *number, sample.point_mm) > 0.0) != (own >= level)
        });
        let wrong: Vec<Vec3> = wrong.map(|(_, sample)| sample.point_mm).collect();
        assert!(wrong.is_empty(), "{what}, strength {level}: at {wrong:?}");
    }
}

#[test]
fn the_edge_agrees_with_the_samples_whatever_was_done() {
    let mut painting = Painting::default();
    let back = [
        Vec3::new(60.0, 1420.0, -120.0),
        Vec3::new(110.0, 1330.0, -120.0),
    ];
    stroke(&mut painting, &back, 20.0, 2, false);
    assert_agrees(&painting, "a stroke over the back");
    let across = [
        Vec3::new(150.0, 1380.0, -120.0),
        Vec3::new(-90.0, 1370.0, -120.0),
    ];
    stroke(&mut painting, &across, 8.0, 0, false);
    assert_agrees(&painting, "erased across it");
    let face = [Vec3::new(40.0, 1640.0, 90.0), Vec3::new(70.0, 1600.0, 40.0)];
    stroke(&mut painting, &face, 12.0, 3, true);
    assert_agrees(&painting, "mirrored over the face");
    stroke(&mut painting, &back[1..], 45.0, 1, false);
    assert_agrees(&painting, "fainter over it");
    assert!(painting.undo() && painting.undo());
    assert_agrees(&painting, "taken back");
    assert!(painting.redo());
    let region = ENGINE.region(&RegionId::new("temple", Side::Left));
    assert!(!region.is_empty());
    painting.paint(region.to_vec(), 2);
    assert_agrees(&painting, "a region with it");
    let kept = keep(&ENGINE.skin, String::new(), painting.strengths());
    let (strengths, _) = restore(&ENGINE.skin, &kept);
    assert_agrees(&Painting::begun_with(strengths), "from a file");
    painting.clear();
    assert_agrees(&painting, "cleared");
}
