//! What is more than a body can hold is refused where it stands.

use crate::common::{plant, sound};
use myomap::model::{
    catalog::load,
    limits::{
        DEEPEST_PLACE, LEAST_CORNERS_COUNTED, MOST_CORNERS, MOST_LINE_PLACES, MOST_NETS,
        MOST_REGIONS, MOST_RING_POINTS, MOST_RINGS,
    },
    report::Fault,
};
use std::collections::BTreeMap;

const RIB: &str = "shapes/rib.3.ron";

/// A net of so many rings of so many points, on the left.
fn net(rings: usize, points: usize) -> String {
    let ring = |y: usize| {
        let points: Vec<_> = (0..points)
            .map(|k| format!("({}, {}, {})", 80 + k % 7, 1000 + y, k % 11))
            .collect();
        format!("[{}]", points.join(", "))
    };
    let rings: Vec<_> = (0..rings).map(ring).collect();
    format!("Rings([{}])", rings.join(", "))
}

fn shape(id: &str, nets: &str) -> String {
    format!("(\n    structure: \"{id}\",\n    source: \"OWN\",\n    nets: [{nets}],\n)\n")
}

#[track_caller]
fn only_fault(files: &BTreeMap<String, String>) -> Fault {
    let (_, report) = load(files);
    let told: Vec<_> = report.faults.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1, "{told:#?}");
    report.faults[0].clone()
}

#[test]
fn a_net_within_the_limits_is_sound_and_one_beyond_them_is_told() {
    let of = |nets: &str| {
        let mut files = sound();
        files.insert(RIB.into(), shape("rib.3", nets));
        files
    };
    for (rings, points) in [(MOST_RINGS, 4), (2, MOST_RING_POINTS)] {
        let (catalog, report) = load(&of(&net(rings, points)));
        assert_eq!(report.faults, []);
        assert!(catalog.shapes.contains_key("rib.3"));
    }
    assert!(
        load(&of(&[net(2, 4).as_str(); MOST_NETS].join(", ")))
            .1
            .is_clean()
    );
    for (nets, says) in [
        (net(MOST_RINGS + 1, 4), "257 rings".to_owned()),
        (
            [net(2, 4).as_str(); MOST_NETS + 1].join(", "),
            "65 nets".to_owned(),
        ),
    ] {
        let files = of(&nets);
        let (catalog, report) = load(&files);
        assert!(!catalog.shapes.contains_key("rib.3"));
        let fault = report.faults.iter().find(|fault| fault.file == RIB);
        let fault = fault.map(ToString::to_string).unwrap_or_default();
        assert!(fault.contains(&says) && fault.contains(":4:"), "{fault}");
    }
}

#[test]
fn all_shapes_together_have_a_limit_and_the_small_ones_stay() {
    let mut files = sound();
    // Each net counts for more corners than it has, so that these are small files.
    let nets = [net(2, 3).as_str(); MOST_NETS].join(", ");
    let fitting = MOST_CORNERS / (MOST_NETS * LEAST_CORNERS_COUNTED);
    let mut bones = Vec::new();
    for number in 0..=fitting {
        let id = format!("many.{number}");
        bones.push(format!(
            "(id: \"{id}\", names: (english: \"M\", latin: \"M\"), paired: true)"
        ));
        files.insert(format!("shapes/{id}.ron"), shape(&id, &nets));
    }
    files.insert("bones/many.ron".into(), format!("[{}]", bones.join(", ")));
    let (catalog, report) = load(&files);
    let full: Vec<_> = report
        .faults
        .iter()
        .filter(|fault| fault.what.contains("no room"))
        .collect();
    assert!((1..=2).contains(&full.len()), "{:#?}", report.faults);
    assert!(
        full.iter()
            .all(|fault| fault.file.starts_with("shapes/many.") && fault.line == 4)
    );
    assert!(catalog.shapes.contains_key("rib.3") && catalog.shapes.contains_key("skin"));
    let kept = catalog
        .shapes
        .keys()
        .filter(|id| id.starts_with("many."))
        .count();
    assert_eq!(kept + full.len(), fitting + 1);
}

#[test]
fn places_and_regions_have_limits_that_building_holds_to() {
    let nested = |depth: usize| {
        format!(
            "place: {}At(\"C7.spinous_tip\"){},\n            snap: Nearest,\n            location: (text: \"On the ridge.\"",
            "Mirror(".repeat(depth),
            ")".repeat(depth)
        )
    };
    let old = "place: At(\"C7.spinous_tip\"),\n            snap: Nearest,\n            location: (text: \"On the ridge.\"";
    let mut files = sound();
    plant(
        &mut files,
        "muscles/trapezius.ron",
        old,
        &nested(DEEPEST_PLACE),
    );
    assert!(load(&files).1.is_clean());
    let mut files = sound();
    plant(
        &mut files,
        "muscles/trapezius.ron",
        old,
        &nested(DEEPEST_PLACE + 1),
    );
    assert!(only_fault(&files).what.contains("nested too deeply"));

    let line = |places: usize| {
        let places = ["At(\"C7.spinous_tip\")"].repeat(places).join(", ");
        format!("areas: [(line: [{places}], radius_mm: [30]")
    };
    let mut files = sound();
    plant(
        &mut files,
        "regions.ron",
        &line(1),
        &line(MOST_LINE_PLACES + 1),
    );
    assert!(only_fault(&files).what.contains("201 places"));

    let mut files = sound();
    let more: String = (0..MOST_REGIONS)
        .map(|n| {
            let area = "(line: [At(\"C7.spinous_tip\")], radius_mm: [20], facing: (0, 0, 1))";
            format!("(id: \"more_{n}\", name: \"M\", extent: \"E\", areas: [{area}]),\n")
        })
        .collect();
    plant(&mut files, "regions.ron", "[\n", &format!("[\n{more}"));
    assert!(only_fault(&files).what.contains("regions"));
}
