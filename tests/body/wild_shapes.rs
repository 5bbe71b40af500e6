//! A shape that reads well and is no surface of a body: it alone is missing, and it is told with its place.

use myomap::{
    anatomy::{body::compile, build_problem::Blamed, faults::geometry_faults, scene::Scene},
    model::catalog::{Catalog, load_pack},
    store::built_in_files,
};
use std::collections::BTreeMap;

const SHAPE: &str = "shapes/deltoid.clavicular.ron";

/// The built-in data with another net for one part of a muscle.
fn with_net(net: &str) -> (BTreeMap<String, String>, Catalog) {
    let text = format!(
        "(\n    structure: \"deltoid.clavicular\",\n    source: \"OWN\",\n    nets: [\n{net}],\n)\n"
    );
    let pack = BTreeMap::from([(SHAPE.to_owned(), text)]);
    let mut files = built_in_files();
    let (catalog, report) = load_pack(&files, &pack);
    assert!(report.is_clean(), "{report:#?}");
    files.extend(pack);
    (files, catalog)
}

/// Rings that jump by the size of a house every two points: a smooth surface swings beyond them.
fn wild() -> String {
    let far = |high: bool| if high { 2400 } else { -2400 };
    let ring = |ring: i32| {
        let points: Vec<_> = (0..30)
            .map(|k| {
                let x = if k / 2 % 2 == 0 { 2490 } else { -2000 };
                let (y, z) = (
                    far((k / 2 + ring) % 2 == 0),
                    far((k + 1) / 2 % 2 == ring / 2 % 2),
                );
                format!("({x}, {y}, {z})")
            })
            .collect();
        format!("[{}]", points.join(", "))
    };
    let rings: Vec<_> = (0..10).map(ring).collect();
    format!("Rings([{}])", rings.join(", "))
}

/// Ten equal rings: nothing is enclosed.
fn flat() -> String {
    let ring = "[(90, 1400, 0), (95, 1400, 0), (92, 1404, 0)]";
    format!("Rings([{}])", [ring; 10].join(", "))
}

#[test]
fn it_alone_is_missing_and_told_where_it_stands() {
    let whole = &crate::SCENE.body.structures;
    for (net, says) in [(wild(), "reaches further"), (flat(), "encloses no volume")] {
        let (files, catalog) = with_net(&net);
        let (body, problems) = compile(&catalog);
        let own: Vec<_> = problems.iter().filter(|problem| !problem.follows).collect();
        assert_eq!(own.len(), 1, "{problems:#?}");
        assert_eq!(own[0].about, Blamed::Shape("deltoid.clavicular".into()));
        assert_eq!(body.structures.len(), whole.len() - 2);
        let faults = geometry_faults(&files, &catalog);
        assert_eq!(faults.len(), 1, "{faults:#?}");
        let fault = &faults[0];
        assert_eq!((fault.file.as_str(), fault.line), (SHAPE, 5), "{fault}");
        assert!(
            fault.what.contains(says) && !fault.hint.is_empty(),
            "{fault}"
        );
    }
}

#[test]
fn the_rest_is_shaded_and_drawn() {
    let (_, catalog) = with_net(&wild());
    let scene = Scene::compile(&catalog);
    assert_eq!(scene.body.structures.len(), scene.ambient_occlusion.len());
    assert_eq!(
        scene.body.skin.mesh.positions_mm.len(),
        crate::SCENE.body.skin.mesh.positions_mm.len()
    );
}

#[test]
fn the_built_in_data_has_no_fault_that_only_building_finds() {
    assert_eq!(geometry_faults(&built_in_files(), &crate::CATALOG), []);
}
