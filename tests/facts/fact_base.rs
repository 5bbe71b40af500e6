//! Compares what ships in `data/` with the project's clinical fact base.
//!
//! The tables below were written by hand from the fact base and its clinical review,
//! not generated from the data: for each of the 77 points its region tags (essential
//! and spillover), how well its pattern is confirmed and where its location comes from,
//! and for each muscle group its stretches. A difference is a mistake in the data or a
//! change of mind that belongs in both places.

use std::collections::{BTreeMap, BTreeSet};

use myomap::model::catalog::{self, Catalog};
use myomap::model::facts::{Confidence, PointKind, TriggerPoint};
use myomap::store;

/// Pattern status in the fact base, after its review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pattern {
    /// Confirmed by a text that was read.
    V,
    /// Partly confirmed.
    P,
    /// Recalled from the manuals only.
    R,
}

/// Where the wording of the location comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Location {
    /// A text that was read puts it in similar words.
    Seen,
    /// A text that was read gives a part of it: the area or the row, but not the exact spot.
    Partly,
    /// From memory of the manuals.
    Recalled,
}

use Location::{Partly, Recalled, Seen};
use Pattern::{P, R, V};

/// Id, essential tags, spillover tags, pattern status, location wording.
type Row = (&'static str, &'static str, &'static str, Pattern, Location);

/// A muscle group of the fact base: its stretches and exercises, and its points.
struct Group {
    stretches: &'static str,
    points: &'static [Row],
}

/// The whole expectation. Kept as a table, one row a point, so that it can be read against the
/// fact base.
#[rustfmt::skip]
const GROUPS: &[Group] = &[
    // Trapezius
    Group { stretches: "ST01 ST05 ST06 ST07", points: &[
        ("TRA-1", "neck_side ear", "temple eye face occiput", V, Partly),
        ("TRA-2", "neck_side ear", "occiput", V, Seen),
        ("TRA-3", "neck_back ear shoulder_top", "suprascapular", V, Partly),
        ("TRA-4", "scap_medial", "", V, Partly),
        ("TRA-5", "interscapular", "", V, Partly),
        ("TRA-6", "shoulder_top", "", V, Partly),
        ("TRA-7", "", "", R, Recalled),
    ] },
    // Levator scapulae
    Group { stretches: "ST02", points: &[
        ("LEV-1", "neck_angle scap_medial", "scap_inferior shoulder_back", V, Seen),
        ("LEV-2", "neck_angle scap_medial", "scap_inferior shoulder_back", V, Seen),
    ] },
    // Rhomboids
    Group { stretches: "ST05 ST03", points: &[
        ("RHO-1", "scap_medial interscapular", "suprascapular", V, Partly),
        ("RHO-2", "scap_medial interscapular", "suprascapular", V, Partly),
        ("RHO-3", "scap_medial interscapular", "suprascapular", V, Partly),
    ] },
    // Serratus posterior superior
    Group { stretches: "ST05", points: &[
        ("SPS-1", "scapula shoulder_back arm_back elbow_tip", "chest forearm_uln hand_uln", V, Partly),
    ] },
    // Serratus posterior inferior
    Group { stretches: "ST12 ST11", points: &[
        ("SPI-1", "low_thoracic", "rib_side", P, Recalled),
    ] },
    // Iliocostalis
    Group { stretches: "ST10 ST11", points: &[
        ("ILC-T6", "scap_medial", "shoulder_back chest", V, Partly),
        ("ILC-T11", "scap_inferior low_thoracic lumbar", "abdomen", V, Partly),
        ("ILC-L1", "buttock", "lumbar hip_side", V, Seen),
    ] },
    // Longissimus thoracis
    Group { stretches: "ST10", points: &[
        ("LON-T10", "buttock_low", "lumbar sij coccyx", V, Seen),
        ("LON-L1", "lumbar iliac_crest", "buttock sij", V, Seen),
    ] },
    // Spinalis thoracis
    Group { stretches: "ST09 ST10", points: &[
        ("SPN-1", "interscapular", "", R, Recalled),
    ] },
    // Multifidus and rotatores
    Group { stretches: "ST09 ST10", points: &[
        ("MUL-T", "interscapular mid_thoracic", "scap_medial", V, Recalled),
        ("MUL-L2", "lumbar", "abdomen", V, Partly),
        ("MUL-S1", "coccyx sacrum", "sij buttock_low", P, Partly),
    ] },
    // Cervical multifidus
    Group { stretches: "ST04", points: &[
        ("MUC-1", "neck_back suboccipital", "scap_medial", V, Recalled),
    ] },
    // Semispinalis
    Group { stretches: "ST04", points: &[
        ("SSP-1", "occiput", "vertex neck_back", V, Partly),
        ("SSP-2", "temple forehead", "occiput eye", V, Partly),
    ] },
    // Splenius
    Group { stretches: "ST04", points: &[
        ("SPL-1", "vertex", "", V, Partly),
        ("SPL-2", "eye", "occiput temple", V, Seen),
        ("SPL-3", "neck_angle neck_back", "suboccipital", V, Seen),
    ] },
    // Suboccipitals
    Group { stretches: "ST04", points: &[
        ("SOC-1", "occiput temple eye", "forehead suboccipital", V, Recalled),
    ] },
    // Latissimus dorsi
    Group { stretches: "ST12 ST08", points: &[
        ("LAT-1", "scap_inferior mid_thoracic", "shoulder_back arm_inner arm_back forearm_uln hand_uln", V, Partly),
        ("LAT-2", "shoulder_front", "rib_side iliac_crest shoulder_side", P, Partly),
    ] },
    // Infraspinatus
    Group { stretches: "ST08 ST15", points: &[
        ("INF-1", "shoulder_front", "arm_front arm_side forearm_rad hand_rad neck_back", V, Seen),
        ("INF-2", "shoulder_front", "arm_front arm_side forearm_rad hand_rad neck_back", V, Seen),
        ("INF-3", "shoulder_front", "arm_side", P, Partly),
        ("INF-4", "scap_medial", "", V, Seen),
    ] },
    // Supraspinatus
    Group { stretches: "ST08", points: &[
        ("SUP-1", "shoulder_side", "arm_side elbow_lat forearm_rad suprascapular shoulder_back", V, Partly),
        ("SUP-2", "shoulder_side", "elbow_lat", V, Partly),
        ("SUP-3", "shoulder_side", "", P, Partly),
    ] },
    // Teres major
    Group { stretches: "ST12 ST16", points: &[
        ("TMA-1", "shoulder_back arm_back", "forearm_dors", V, Seen),
        ("TMA-2", "shoulder_back arm_back", "forearm_dors", V, Seen),
        ("TMA-3", "shoulder_back", "", R, Recalled),
    ] },
    // Teres minor
    Group { stretches: "ST08", points: &[
        ("TMI-1", "shoulder_back", "arm_back", V, Seen),
    ] },
    // Subscapularis
    Group { stretches: "ST03", points: &[
        ("SBS-1", "shoulder_back", "scapula arm_back wrist", V, Recalled),
        ("SBS-2", "shoulder_back", "scapula arm_back wrist", V, Recalled),
        ("SBS-3", "shoulder_back scapula", "wrist", R, Recalled),
    ] },
    // Posterior deltoid
    Group { stretches: "ST08", points: &[
        ("DLP-1", "shoulder_back", "arm_back shoulder_side", V, Recalled),
    ] },
    // Serratus anterior
    Group { stretches: "ST12 EX07", points: &[
        ("SEA-1", "rib_side scap_inferior", "arm_inner hand_uln breast", V, Recalled),
    ] },
    // Quadratus lumborum
    Group { stretches: "ST12 ST13", points: &[
        ("QLU-1", "iliac_crest", "abdomen groin", V, Seen),
        ("QLU-2", "hip_side", "thigh_side", V, Seen),
        ("QLU-3", "sij", "sacrum lumbar", V, Seen),
        ("QLU-4", "buttock_low", "", V, Seen),
    ] },
    // Gluteus maximus
    Group { stretches: "ST14", points: &[
        ("GMX-1", "sij sacrum", "buttock_low", V, Seen),
        ("GMX-2", "buttock buttock_low sacrum", "iliac_crest", V, Seen),
        ("GMX-3", "coccyx", "", V, Seen),
    ] },
    // Gluteus medius
    Group { stretches: "ST14 ST13", points: &[
        ("GMD-1", "iliac_crest sij sacrum", "buttock lumbar", V, Seen),
        ("GMD-2", "buttock hip_side", "thigh_side thigh_back", P, Seen),
        ("GMD-3", "iliac_crest lumbar sacrum sij", "", P, Partly),
    ] },
    // Gluteus minimus
    Group { stretches: "ST14", points: &[
        ("GMN-A", "buttock_low hip_side thigh_side leg", "", V, Partly),
        ("GMN-P", "buttock_low thigh_back leg", "", V, Partly),
    ] },
    // Piriformis
    Group { stretches: "ST14", points: &[
        ("PIR-1", "sij buttock hip_side", "thigh_back", V, Seen),
        ("PIR-2", "sij buttock", "thigh_back", V, Seen),
    ] },
    // Scalenes
    Group { stretches: "ST02b", points: &[
        ("SCA-A", "chest arm_front arm_back forearm_rad hand_rad scap_medial", "shoulder_front", V, Recalled),
        ("SCA-M", "chest arm_front arm_back forearm_rad hand_rad scap_medial", "shoulder_front", V, Recalled),
        ("SCA-P", "chest arm_front arm_back forearm_rad hand_rad scap_medial", "shoulder_front", V, Recalled),
    ] },
    // Sternocleidomastoid
    Group { stretches: "ST02c", points: &[
        ("SCM-S", "vertex occiput face eye", "forehead neck_front sternum temple", V, Seen),
        ("SCM-C", "forehead ear", "face occiput", V, Seen),
    ] },
    // Pectoralis major
    Group { stretches: "ST03", points: &[
        ("PMJ-1", "shoulder_front chest", "", V, Recalled),
        ("PMJ-2", "chest", "arm_inner elbow_med hand_uln", V, Recalled),
        ("PMJ-3", "breast", "", V, Recalled),
    ] },
    // Pectoralis minor
    Group { stretches: "ST03", points: &[
        ("PMN-1", "shoulder_front", "chest arm_inner elbow_med hand_uln forearm_uln", V, Recalled),
        ("PMN-2", "shoulder_front chest", "arm_inner hand_uln forearm_uln", V, Recalled),
    ] },
    // Rectus abdominis
    Group { stretches: "ST17", points: &[
        ("RAB-U", "mid_thoracic low_thoracic", "abdomen sternum", V, Partly),
        ("RAB-L", "sij lumbar", "abdomen sacrum", V, Partly),
    ] },
    // Iliopsoas
    Group { stretches: "ST18", points: &[
        ("ILP-1", "lumbar sij", "buttock", V, Partly),
        ("ILP-2", "lumbar thigh_front", "groin", P, Partly),
        ("ILP-3", "thigh_front", "groin lumbar", P, Partly),
    ] },
];

/// Points whose text lets the pattern cross the midline, with the tags of the opposite side: essential
/// and spillover. No other may name that side.
const OPPOSITE: &[(&str, &str, &str)] = &[
    ("SCM-C", "", "forehead"),
    ("RAB-U", "mid_thoracic low_thoracic", ""),
    ("RAB-L", "sij lumbar", ""),
    ("GMD-3", "sij", ""),
];

/// Points whose text names tingling or numbness, which is not pain, with its tags.
const TINGLING: &[(&str, &str)] = &[("TMI-1", "hand_uln")];

/// Points without an exact place, shown as areas.
const AREAS: &[&str] = &["TRA-7", "SPN-1", "TMA-3"];

/// The catalogue as it ships, and what it found wrong on the way.
fn shipped() -> (Catalog, Vec<String>) {
    let (catalog, report) = catalog::load(&store::built_in_files());
    let faults = report
        .faults
        .iter()
        .map(|f| format!("{}:{}:{}: {}", f.file, f.line, f.column, f.what))
        .collect();
    (catalog, faults)
}

/// The words of a table cell or of a list in the data, as a set.
fn words(text: &str) -> BTreeSet<&str> {
    text.split_whitespace().collect()
}

/// The ids of a list in the data, as a set.
fn listed(ids: &[String]) -> BTreeSet<&str> {
    ids.iter().map(String::as_str).collect()
}

/// Adds a line to `differences` when the two sets are not the same.
fn compare(
    differences: &mut Vec<String>,
    about: &str,
    expected: &BTreeSet<&str>,
    found: &BTreeSet<&str>,
) {
    let missing: Vec<_> = expected.difference(found).copied().collect();
    let surplus: Vec<_> = found.difference(expected).copied().collect();
    if !missing.is_empty() {
        differences.push(format!("{about}: the data lacks {}", missing.join(", ")));
    }
    if !surplus.is_empty() {
        differences.push(format!(
            "{about}: the data has {} too many",
            surplus.join(", ")
        ));
    }
}

/// Fails with every difference on a line of its own.
fn report(what: &str, differences: &[String]) {
    assert!(
        differences.is_empty(),
        "{what}: {} difference(s) from the fact base\n  {}",
        differences.len(),
        differences.join("\n  ")
    );
}

/// Every row of the expectation, by id.
fn rows() -> BTreeMap<&'static str, Row> {
    GROUPS
        .iter()
        .flat_map(|g| g.points)
        .map(|row| (row.0, *row))
        .collect()
}

/// Every point of the catalogue, by id.
fn points(catalog: &Catalog) -> BTreeMap<&str, &TriggerPoint> {
    catalog
        .muscles
        .iter()
        .flat_map(|m| &m.points)
        .map(|p| (p.id.as_str(), p))
        .collect()
}

#[test]
fn the_expectation_itself_is_complete() {
    assert_eq!(GROUPS.len(), 32, "muscle groups in the expectation");
    let written: usize = GROUPS.iter().map(|g| g.points.len()).sum();
    assert_eq!(written, 77, "points in the expectation");
    assert_eq!(
        rows().len(),
        77,
        "an id is written twice in the expectation"
    );
    let of = |location: Location| rows().values().filter(|row| row.4 == location).count();
    assert_eq!(of(Seen), 27, "points whose location was seen in a text");
    assert_eq!(of(Partly), 30, "points whose location was seen in part");
}

#[test]
fn the_data_has_exactly_the_points_of_the_fact_base() {
    let (catalog, faults) = shipped();
    let expected: BTreeSet<_> = rows().into_keys().collect();
    let found: BTreeSet<_> = points(&catalog).into_keys().collect();
    let mut differences = Vec::new();
    compare(&mut differences, "points", &expected, &found);
    let written: usize = catalog.muscles.iter().map(|m| m.points.len()).sum();
    if written != found.len() {
        differences.push(format!(
            "{} points are written, but only {} ids",
            written,
            found.len()
        ));
    }
    if !differences.is_empty() {
        // A file that did not parse takes its points with it: say so beside the missing ids.
        differences.extend(faults.into_iter().take(10).map(|f| format!("fault: {f}")));
    }
    report("points", &differences);
}

#[test]
fn zones_name_the_regions_of_the_fact_base() {
    let (catalog, _) = shipped();
    let points = points(&catalog);
    let mut differences = Vec::new();
    for (id, (_, essential, spillover, _, _)) in rows() {
        let Some(point) = points.get(id) else {
            continue;
        };
        compare(
            &mut differences,
            &format!("{id} essential"),
            &words(essential),
            &listed(&point.essential.regions),
        );
        compare(
            &mut differences,
            &format!("{id} spillover"),
            &words(spillover),
            &listed(&point.spillover.regions),
        );
        let opposite = OPPOSITE.iter().find(|row| row.0 == id);
        let (_, essential, spillover) = opposite.copied().unwrap_or_default();
        compare(
            &mut differences,
            &format!("{id} essential, opposite side"),
            &words(essential),
            &listed(&point.essential.opposite),
        );
        compare(
            &mut differences,
            &format!("{id} spillover, opposite side"),
            &words(spillover),
            &listed(&point.spillover.opposite),
        );
        let tingling = TINGLING.iter().find(|row| row.0 == id);
        let (_, tingling) = tingling.copied().unwrap_or_default();
        compare(
            &mut differences,
            &format!("{id} tingling"),
            &words(tingling),
            &listed(&point.tingling.regions),
        );
        if !point.tingling.opposite.is_empty() {
            differences.push(format!("{id}: tingling on the opposite side"));
        }
    }
    report("zones", &differences);
}

#[test]
fn stretches_are_those_of_the_fact_base() {
    let (catalog, _) = shipped();
    let of_point: BTreeMap<_, _> = GROUPS
        .iter()
        .flat_map(|g| g.points.iter().map(|row| (row.0, g.stretches)))
        .collect();
    let mut differences = Vec::new();
    for muscle in &catalog.muscles {
        // A muscle file may hold the points of two groups (the whole multifidus): it then
        // offers the stretches of both.
        let expected: BTreeSet<_> = muscle
            .points
            .iter()
            .filter_map(|p| of_point.get(p.id.as_str()))
            .flat_map(|stretches| stretches.split_whitespace())
            .collect();
        compare(
            &mut differences,
            &format!("{} stretches", muscle.id),
            &expected,
            &listed(&muscle.stretches),
        );
    }
    report("stretches", &differences);
}

#[test]
fn confidence_is_no_better_and_no_worse_than_in_the_fact_base() {
    let (catalog, _) = shipped();
    let points = points(&catalog);
    let mut differences = Vec::new();
    for (id, (_, _, _, pattern, location)) in rows() {
        let Some(point) = points.get(id) else {
            continue;
        };
        let wanted = match pattern {
            V => Confidence::Confirmed,
            P => Confidence::Partly,
            R => Confidence::Recalled,
        };
        if point.pattern_confidence != wanted {
            differences.push(format!(
                "{id} pattern: the fact base says {pattern:?}, the data {:?}",
                point.pattern_confidence
            ));
        }
        let wanted = match location {
            Seen => Confidence::Confirmed,
            Partly => Confidence::Partly,
            Recalled => Confidence::Recalled,
        };
        if point.location.confidence != wanted {
            differences.push(format!(
                "{id} location: the fact base says {location:?}, the data {:?}",
                point.location.confidence
            ));
        }
        if (point.kind == PointKind::Area) != AREAS.contains(&id) {
            differences.push(format!("{id}: drawn as {:?}", point.kind));
        }
    }
    report("confidence", &differences);
}
