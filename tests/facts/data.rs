//! The shipped data is sound and complete.

use myomap::{
    model::{
        catalog::{Catalog, load},
        facts::{BodyPart, Section},
        review::unnamed,
    },
    store::built_in_files,
};

fn shipped() -> Catalog {
    let (catalog, report) = load(&built_in_files());
    let told: Vec<_> = report.faults.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    catalog
}

#[test]
fn every_shipped_file_loads_without_faults() {
    shipped();
}

#[test]
fn every_region_belongs_to_a_part_of_the_body() {
    for region in shipped().regions {
        assert_ne!(region.part, BodyPart::Other, "{}", region.id);
    }
}

#[test]
fn every_bone_and_muscle_part_has_numbers_of_its_own_on_both_sides() {
    let catalog = shipped();
    let bones = catalog.bones.iter().map(|bone| (&bone.id, &bone.ids));
    let parts = catalog.parts().map(|(_, part)| (&part.id, &part.ids));
    let mut owners = std::collections::BTreeMap::new();
    let mut sided = 0;
    for (id, ids) in bones.chain(parts) {
        assert_eq!(
            ids.fma_left.is_some(),
            ids.fma_right.is_some(),
            "{id} has a number for one side only"
        );
        sided += usize::from(ids.fma_left.is_some());
        for number in [ids.fma, ids.fma_left, ids.fma_right].into_iter().flatten() {
            let other = owners.insert(number, id);
            assert_eq!(other, None, "FMA {number} is {id} too");
        }
    }
    assert!(sided > 80, "{sided}");
}

#[test]
fn the_shipped_data_has_what_it_should() {
    let catalog = shipped();
    // Context muscles have no trigger points; a group of the fact base may be several muscles.
    let with_points = catalog
        .muscles
        .iter()
        .filter(|x| !x.points.is_empty())
        .count();
    let unsourced = catalog
        .points()
        .filter(|(_, x)| x.pattern_sources.is_empty())
        .count();
    insta::assert_snapshot!(format!(
        "muscles: {} ({with_points} with points), parts: {}\n\
         points: {} ({unsourced} without a source)\n\
         regions: {}, landmarks: {}, sources: {}\n\
         methods: {}, stretches: {}, protocol steps: {}, stop rules: {}\n\
         bones: {}, shapes: {}",
        catalog.muscles.len(),
        catalog.parts().count(),
        catalog.points().count(),
        catalog.regions.len(),
        catalog.landmarks.len(),
        catalog.sources.len(),
        catalog.methods.len(),
        catalog.stretches.len(),
        catalog.protocol.steps.len(),
        catalog.protocol.stop_rules.len(),
        catalog.bones.len(),
        catalog.shapes.len(),
    ));
}

#[test]
fn everything_has_a_spanish_name() {
    let catalog = shipped();
    let languages: Vec<_> = catalog.names.languages().collect();
    assert!(languages.contains(&"es".parse().unwrap()));
    assert_eq!(unnamed(&catalog), Vec::new());

    let mut without = built_in_files();
    let text = without.get_mut("locale/es/muscles.ron").unwrap();
    *text = text.replace(
        "(id: \"teres_minor\", name: \"Redondo menor\", synonyms: [\"manguito rotador\"]),",
        "",
    );
    let (catalog, _) = load(&without);
    let lacking = unnamed(&catalog);
    assert_eq!(lacking.len(), 1);
    assert_eq!(lacking[0].file, "locale/es/muscles.ron");
    assert_eq!(lacking[0].entries, [("teres_minor", "Teres minor")]);
}

#[test]
fn every_point_of_the_fact_base_is_there() {
    let catalog = shipped();
    let ids: Vec<_> = catalog
        .points()
        .map(|(_, point)| point.id.as_str())
        .collect();
    let expected = "TRA-1 TRA-2 TRA-3 TRA-4 TRA-5 TRA-6 TRA-7 LEV-1 LEV-2 RHO-1 RHO-2 RHO-3 SPS-1 \
        SPI-1 ILC-T6 ILC-T11 ILC-L1 LON-T10 LON-L1 SPN-1 MUL-T MUL-L2 MUL-S1 MUC-1 SSP-1 SSP-2 \
        SPL-1 SPL-2 SPL-3 SOC-1 LAT-1 LAT-2 INF-1 INF-2 INF-3 INF-4 SUP-1 SUP-2 SUP-3 TMA-1 TMA-2 \
        TMA-3 TMI-1 SBS-1 SBS-2 SBS-3 DLP-1 SEA-1 QLU-1 QLU-2 QLU-3 QLU-4 GMX-1 GMX-2 GMX-3 GMD-1 \
        GMD-2 GMD-3 GMN-A GMN-P PIR-1 PIR-2 SCA-A SCA-M SCA-P SCM-S SCM-C PMJ-1 PMJ-2 PMJ-3 PMN-1 \
        PMN-2 RAB-U RAB-L ILP-1 ILP-2 ILP-3";
    let missing: Vec<_> = expected
        .split_whitespace()
        .filter(|id| !ids.contains(id))
        .collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
    assert_eq!(ids.len(), 77);
}

#[test]
fn landmarks_are_those_that_were_measured() {
    let catalog = shipped();
    assert_eq!(catalog.landmarks.len(), 164);
    let c7 = catalog
        .landmark("C7.spinous_tip")
        .map(|landmark| landmark.at_mm);
    // In the midline, as all that is not paired.
    assert_eq!(c7, Some((0.0, 1481.6, 26.3)));
}

/// What the library says as true, claims left out: they are shown only with their correction.
fn plain_statements(section: &Section) -> Vec<&str> {
    let mut said: Vec<&str> = section.says.iter().map(|x| x.text.as_str()).collect();
    said.extend(section.steps.iter().map(|x| x.text.as_str()));
    said.extend(section.list.iter().map(|x| x.text.as_str()));
    for finding in &section.findings {
        said.extend([finding.found.text.as_str(), finding.limits.as_str()]);
    }
    for row in section.table.iter().flat_map(|table| &table.rows) {
        said.extend(row.cells.iter().map(String::as_str));
    }
    said
}

#[test]
fn the_library_has_the_sections_asked_for() {
    let catalog = shipped();
    let chapters: Vec<_> = catalog.chapters.iter().map(|x| x.id.as_str()).collect();
    assert_eq!(
        chapters.join(" "),
        "safety understanding self_massage movement planning therapist daily_life evidence claims"
    );
    let orders: Vec<_> = catalog.chapters.iter().map(|x| x.order).collect();
    assert_eq!(orders, (1..=9).collect::<Vec<u16>>());
    let sections: Vec<_> = (catalog.chapters.iter())
        .flat_map(|chapter| &chapter.sections)
        .map(|section| section.id.as_str())
        .collect();
    let missing: Vec<_> = "see_a_doctor who_should_not pregnancy blood_thinners reported_harms \
        causes tools self_protocols heat_and_cold after_a_session stretching strengthening \
        order_of_session assessment schedules maintenance techniques choose_therapist \
        prepare_visit pressure_dialogue workplace sleep verdict evidence_pressing \
        evidence_massage evidence_movement guidelines claims_numbers claims_body claims_technique"
        .split_whitespace()
        .filter(|id| !sections.contains(id))
        .collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
    // Every safety list and every treatment is shown in full somewhere.
    let shown: std::collections::BTreeSet<_> = (catalog.chapters.iter())
        .flat_map(|chapter| &chapter.sections)
        .flat_map(|section| section.shows.iter().copied())
        .collect();
    assert_eq!(shown.len(), 12);
}

#[test]
fn unsupported_claims_stand_only_with_their_correction() {
    let catalog = shipped();
    // Figures and phrases of the fact base's list of what is not to be repeated.
    let unsupported = [
        "19 % of",
        "8 in 10",
        "20 to 40 %",
        "25 to 35 %",
        "30 %",
        "36 %",
        "52 %",
        "53 %",
        "68 %",
        "78 %",
        "80 % better",
        "90 %",
        "54 °C",
        "130 °F",
        "NeuroReport",
        "Duke",
        "serotonin",
        "endorphin",
        "scar tissue",
        "adhesion",
        "root cause",
        "instant",
        "magic",
        "5 to 6 times",
    ];
    let mut claimed = String::new();
    for section in catalog.chapters.iter().flat_map(|x| &x.sections) {
        for said in plain_statements(section) {
            for claim in unsupported {
                // Not as the tail of a longer number.
                let told = said.match_indices(claim).any(|(at, _)| {
                    !said[..at].ends_with(|before: char| before.is_ascii_digit() || before == '.')
                });
                assert!(!told, "{}: {said}", section.id);
            }
        }
        for claim in &section.claims {
            claimed.push_str(&claim.claim);
            assert_ne!(claim.claim, claim.truth.text);
        }
    }
    // The same figures are put right: a list that finds nothing anywhere would prove nothing.
    for figure in [
        "19 %", "36 %", "52 %", "53 %", "68 %", "78 %", "90 %", "54 °C",
    ] {
        assert!(claimed.contains(figure), "{figure} is not put right");
    }
}
