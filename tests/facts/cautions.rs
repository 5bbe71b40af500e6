//! A caution that names a place is shown on the cards of that place and on no others: who reads red words about
//! another place learns to pass them over.

use myomap::{model::catalog::load, store::built_in_files};
use std::collections::BTreeSet;

/// What a caution names, and the points where it belongs on the card: written by hand from where the points lie.
const PLACES: &[(&str, &str)] = &[
    ("collarbone", "LEV-2 PMJ-1 SUP-1 SUP-2 TRA-1 TRA-2"),
    (
        "armpit",
        "LAT-1 PMJ-2 PMJ-3 PMN-1 PMN-2 SBS-1 SBS-2 SBS-3 TMA-2",
    ),
    ("side of the neck", "TRA-1"),
    // What sends pain to the head, and what is pressed beside it.
    (
        "headache",
        "LEV-1 LEV-2 SOC-1 SSP-1 SSP-2 TRA-1 TRA-2 TRA-3",
    ),
    ("vision", "SPL-1 SPL-2 SSP-1 SSP-2"),
    ("red eye", "SPL-1 SPL-2"),
    (
        "kidney",
        "ILC-L1 ILC-T11 ILP-1 ILP-2 ILP-3 LAT-1 LAT-2 QLU-1 QLU-2 QLU-3 QLU-4 SPI-1",
    ),
    ("rib 12", "QLU-1 QLU-2 QLU-3 QLU-4"),
    ("tailbone", "GMX-3 MUC-1 MUL-L2 MUL-S1 MUL-T"),
    ("sitting bone", "GMX-2 PIR-1 PIR-2"),
    ("coracoid", "PMN-1 PMN-2"),
    ("groin", "GMD-3 ILP-1 ILP-2 ILP-3"),
    ("carotid", "SCA-A SCA-M SCA-P SCM-C SCM-S"),
    ("calf", "GMN-A GMN-P"),
    ("breast", "PMJ-1 PMJ-2 PMJ-3 PMN-1 PMN-2"),
];

#[test]
fn a_caution_that_names_a_place_is_shown_only_there() {
    let (catalog, _) = load(&built_in_files());
    assert_eq!(catalog.points().count(), 77);
    for (place, there) in PLACES {
        let there: BTreeSet<&str> = there.split(' ').collect();
        let names = |text: &str| {
            let text = text.to_lowercase();
            text.match_indices(place)
                .any(|(at, _)| !text[..at].ends_with(char::is_alphabetic))
        };
        let shown: BTreeSet<&str> = catalog
            .points()
            .filter(|(muscle, point)| {
                let mut cautions = muscle.cautions.iter();
                cautions.any(|x| x.is_about(point) && names(&x.says.text))
            })
            .map(|(_, point)| point.id.as_str())
            .collect();
        assert_eq!(shown, there, "cautions that name the {place}");
    }
}

#[test]
fn the_card_of_a_lower_point_does_not_open_with_the_collarbone() {
    let (catalog, _) = load(&built_in_files());
    let (muscle, point) = catalog.point("TRA-3").unwrap();
    let shown: Vec<&str> = (muscle.cautions.iter())
        .filter(|caution| caution.is_about(point))
        .map(|caution| caution.says.text.as_str())
        .collect();
    assert!(!shown.is_empty());
    assert!(shown.iter().all(|says| !says.contains("collarbone")));
}
