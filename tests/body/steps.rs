//! What is compiled a piece at a time, as the page in the browser does, is what is compiled at once.

use crate::{CATALOG, ENGINE, SCENE};
use myomap::{
    anatomy::{scene::Scene, steps::SceneSteps},
    study::locate::{engine::Engine, engine_steps::EngineSteps, findings::findings},
};

#[test]
fn piece_by_piece_the_scene_is_the_same() {
    let mut steps = SceneSteps::new(&CATALOG);
    let mut share = 0.0;
    while !steps.step(&CATALOG) {
        assert!((share..=1.0).contains(&steps.share()));
        share = steps.share();
    }
    assert!(share > 0.9);
    let (pieces, whole) = (steps.finish(), &*SCENE);
    assert_eq!(pieces.body.skin.mesh, whole.body.skin.mesh);
    assert!(!whole.body.structures.is_empty());
    assert_eq!(pieces.body.structures.len(), whole.body.structures.len());
    for (a, b) in pieces.body.structures.iter().zip(&whole.body.structures) {
        assert_eq!((&a.id, &a.mesh), (&b.id, &b.mesh));
    }
    let places = |scene: &Scene| -> Vec<_> {
        let points = scene.body.points.iter();
        points.map(|p| (p.id.clone(), p.point_mm)).collect()
    };
    assert_eq!(places(&pieces), places(whole));
    assert_eq!(pieces.ambient_occlusion, whole.ambient_occlusion);
    assert_eq!(pieces.aponeurosis, whole.aponeurosis);
    assert_eq!(pieces.bounds_mm, whole.bounds_mm);
    assert_eq!(pieces.indices.len(), whole.indices.len());
    assert_eq!(pieces.stipple, whole.stipple);
    assert_eq!(pieces.region_of_vertex, whole.region_of_vertex);
    assert_eq!(pieces.regions, whole.regions);
    assert_eq!(pieces.problems, whole.problems);
}

#[test]
fn piece_by_piece_the_body_prepared_for_locating_is_the_same() {
    let whole = &*ENGINE;
    let mut steps = EngineSteps::default();
    let pieces = loop {
        if let Some(engine) = steps.step(&CATALOG, &SCENE).unwrap() {
            break engine;
        }
    };
    assert!(whole.samples.len() > 1_000 && !whole.skin.regions.is_empty());
    assert_eq!(pieces.samples.samples, whole.samples.samples);
    assert_eq!(pieces.skin, whole.skin);
    assert_eq!(pieces.map, whole.map);
    let names = |engine: &Engine| -> Vec<_> {
        let all = engine.patterns.all.iter();
        all.map(|p| (p.zones.point.clone(), p.zones.essential.clone(), p.same_as))
            .collect()
    };
    assert_eq!(names(&pieces), names(whole));
    let mut painted = vec![0; whole.samples.len()];
    for (_, samples) in whole.skin.regions.iter().step_by(5) {
        for &sample in samples {
            painted[sample as usize] = 2;
        }
    }
    assert_eq!(findings(&pieces, &painted), findings(whole, &painted));
}
