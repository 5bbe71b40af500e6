//! A small sound data set, and a way to plant faults in it.

use std::collections::BTreeMap;

/// A sound data set with one of everything.
pub fn sound() -> BTreeMap<String, String> {
    [
        ("landmarks.ron", LANDMARKS),
        ("regions.ron", REGIONS),
        ("sources.ron", SOURCES),
        ("bones/trunk.ron", BONES),
        ("muscles/levator_scapulae.ron", LEVATOR),
        ("muscles/trapezius.ron", TRAPEZIUS),
        (
            "shapes/levator_scapulae.ron",
            &shape("levator_scapulae", 40),
        ),
        (
            "shapes/trapezius.descending.ron",
            &shape_from("trapezius.descending", 80, 1390),
        ),
        (
            "shapes/trapezius.ascending.ron",
            &shape("trapezius.ascending", 60),
        ),
        ("shapes/sacrum.ron", &shape("sacrum", 0)),
        ("shapes/rib.3.ron", &shape("rib.3", 80)),
        ("shapes/skin.ron", SKIN),
        ("treatments/methods.ron", METHODS),
        ("treatments/stretches.ron", STRETCHES),
        ("treatments/protocol.ron", PROTOCOL),
        ("safety/red_flags.ron", RED_FLAGS),
        ("safety/contraindications.ron", CONTRAINDICATIONS),
        ("locale/es/muscles.ron", SPANISH_MUSCLES),
        ("locale/es/parts.ron", SPANISH_PARTS),
        ("self_care/programmes.ron", PROGRAMMES),
        ("self_care/plans.ron", PLANS),
        ("self_care/assessment.ron", ASSESSMENT),
        ("self_care/range_of_motion.ron", RANGE_OF_MOTION),
        ("treatments/techniques.ron", TECHNIQUES),
        ("prevalence.ron", PREVALENCE),
        ("safety/emergency_numbers.ron", EMERGENCY_NUMBERS),
        ("safety/no_go_areas.ron", NO_GO_AREAS),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .into()
}

fn shape(id: &str, x: i32) -> String {
    shape_from(id, x, 1300)
}

/// A prism from a height upwards.
fn shape_from(id: &str, x: i32, from_y: i32) -> String {
    let ring = |y: i32| format!("[({}, {y}, 0), ({x}, {y}, 9), ({}, {y}, 0)]", x + 9, x - 9);
    let net = format!("Rings([{}, {}])", ring(from_y), ring(from_y + 100));
    format!("(\n    structure: \"{id}\",\n    source: \"OWN\",\n    nets: [{net}],\n)\n")
}

const SKIN: &str = r#"(
    structure: "skin",
    source: "OWN",
    nets: [Polar(
        axis: [(0, 1250, 0), (0, 1380, 0), (0, 1500, 0)],
        zero: (1, 0, 0),
        radii_mm: [[60, 60, 60, 60, 60, 60], [120, 120, 120, 120, 120, 120], [60, 60, 60, 60, 60, 60]],
    )],
)
"#;

const SPANISH_MUSCLES: &str = r#"[
    (id: "trapezius", name: "Trapecio", synonyms: ["hombros"]),
    (id: "levator_scapulae", name: "Elevador de la escápula"),
]
"#;

const SPANISH_PARTS: &str = r#"[
    (id: "trapezius.descending", name: "Trapecio, porción descendente"),
]
"#;

const LANDMARKS: &str = r#"[
    (id: "C7.spinous_tip", at_mm: (-4.1, 1481.6, 26.3), is: "most posterior point"),
    (id: "scapula.acromial_angle", at_mm: (170, 1430, 20), is: "corner of the acromion"),
]
"#;

const REGIONS: &str = r#"[
    (
        id: "temple", name: "Temple", synonyms: ["side of head"], extent: "Temporal fossa.",
        areas: [(line: [At("C7.spinous_tip")], radius_mm: [30], facing: (1, 0, 0))],
    ),
    (
        id: "sternum", name: "Sternum", extent: "Midline breastbone.", midline: true,
        areas: [(line: [At("C7.spinous_tip")], radius_mm: [20], facing: (0, 0, 1), min_cosine: 0.2)],
    ),
]
"#;

const SOURCES: &str = r#"[
    (id: "TS1", citation: "A manual, 1999", kind: Manual, used: "cited from memory"),
    (id: "BAR13", citation: "A study, 2013", doi: "10.1186/1743", url: "https://example.org", kind: Study, used: "abstract"),
    (id: "OWN", citation: "Ours", kind: Own, used: "measured"),
]
"#;

const BONES: &str = r#"[
    (id: "sacrum", names: (english: "Sacrum", latin: "os sacrum"), ids: (fma: Some(16202)), paired: false),
    (id: "rib.3", names: (english: "Third rib", latin: "costa tertia"), ids: (fma_left: Some(7909), fma_right: Some(7882)), paired: true),
]
"#;

const METHODS: &str = r#"[
    (
        id: "FI", name: "Fingertips", tool: "your hand", icon: fingers,
        kind: still, touches: pressure, width_mm: 20, rules: ["pressure"], position: "Sit.",
        steps: ["Press.", "Let go."], hold_seconds: (30, 60), repeats: (1, 3), per_day: (1, 2),
        max_discomfort: 5,
        limits: [(text: "Not on broken skin.", sources: ["TS1"], confidence: confirmed)],
        sources: ["TS1"], confidence: convention,
    ),
]
"#;

const STRETCHES: &str = r#"[
    (
        id: "ST01", name: "Side bend", kind: hold, sides: each, position: "Sit.", steps: ["Bend.", "Come back."],
        hold_seconds: (20, 30), repeats: (2, 3), per_day: (1, 2),
        sources: ["TS1"], confidence: recalled,
    ),
]
"#;

const PROTOCOL: &str = r#"(
    rules: [(
        id: "pressure", name: "How hard", max_discomfort: Some(5), forbids: [],
        says: (text: "At 7, stop.", sources: ["TS1"], confidence: convention),
    )],
    steps: [(name: "Press", says: (text: "Slowly.", sources: ["TS1"], confidence: convention))],
    stop_rules: [(text: "Stop when it tingles.", sources: ["TS1"], confidence: convention)],
)
"#;

const RED_FLAGS: &str = r#"(
    exits: [
        (exit: emergency, name: "Now", says: (text: "Call.", sources: ["TS1"], confidence: convention)),
        (exit: today, name: "Today", says: (text: "Go.", sources: ["TS1"], confidence: convention)),
        (exit: soon, name: "Soon", says: (text: "Book.", sources: ["TS1"], confidence: convention)),
    ],
    notes: [], repeat_after_days: 14, repeat: [],
    flags: [
        (
            id: "RF01", name: "Headache", question: "Is it sudden?", regions: ["temple"],
            exit: today,
            signs: [(id: "worst", says: "It is the worst.", exit: emergency), (id: "new", says: "It is new.")],
            suspected: "A bleed.",
            advice: (text: "Be seen.", sources: ["TS1"], confidence: recalled),
        ),
        (
            id: "RF02", name: "Any", question: "Does it worry you?", exit: soon,
            suspected: "Nothing.", advice: (text: "Ask.", sources: ["TS1"], confidence: recalled),
        ),
    ],
)
"#;

const PROGRAMMES: &str = r#"[
    (
        id: "break", name: "Desk break", minutes: (3, 5),
        about: (text: "For a break.", sources: ["TS1"], confidence: convention),
        items: [(
            does: Stretch("ST01"), side: each, alternatives: [Method("FI")],
            how: (text: "Gently.", sources: ["TS1"], confidence: convention),
        )],
        sources: ["TS1"], confidence: convention,
    ),
]
"#;

const PLANS: &str = r#"[
    (
        id: "year", name: "A year",
        about: (text: "By months.", sources: ["TS1"], confidence: convention),
        phases: [
            (
                id: "first", name: "First", from: "the start", to: "week 12", from_weeks: 0, to_weeks: 12,
                sessions: Some((times: (1, 2), per_weeks: 1)), minutes: Some((30, 60)),
                says: (text: "Gently.", sources: ["TS1"], confidence: convention),
                self_care: (text: "Daily.", sources: ["TS1"], confidence: convention),
            ),
            (
                id: "after", name: "After", from: "week 12", to: "as long as it helps", from_weeks: 12,
                says: (text: "Less.", sources: ["TS1"], confidence: convention),
                self_care: (text: "Often.", sources: ["TS1"], confidence: convention),
            ),
        ],
        flare: (text: "Back to the first.", sources: ["TS1"], confidence: convention),
        sources: ["TS1"], confidence: convention,
    ),
]
"#;

const ASSESSMENT: &str = r#"[
    (
        id: "strength", name: "How strong", part: pain, asks: "How strong is it?",
        scale: Some((lowest: 0, highest: 10, lowest_means: "none", highest_means: "the worst")),
        sources: ["TS1"], confidence: convention,
    ),
]
"#;

const RANGE_OF_MOTION: &str = r#"[
    (
        id: "turn", name: "Turn the head", region: "temple", movement: "rotation", position: "Sit.",
        steps: ["Turn."], degrees: Some((0, 80)), measure: "With a phone.", sides: each,
        sources: ["TS1"], confidence: convention,
    ),
]
"#;

const TECHNIQUES: &str = r#"[
    (
        id: "swedish", name: "Swedish", strokes: "Long.", pressure: "Light.", purpose: "Rest.", for_whom: "Anybody.",
        pain: "None.", not_for: "Fever.",
        evidence: (text: "Some.", sources: ["TS1"], confidence: partly), sources: ["TS1"], confidence: partly,
    ),
]
"#;

const PREVALENCE: &str = r#"[
    (
        muscle: "trapezius", percent: (20, 30), among: "people with pain", found_by: "touch",
        sources: ["TS1"], confidence: partly,
    ),
]
"#;

const EMERGENCY_NUMBERS: &str = r#"[
    (country: "ES", name: "Spain", numbers: ["112"], sources: ["TS1"], confidence: partly),
]
"#;

const NO_GO_AREAS: &str = r#"[
    (
        id: "temple_artery", name: "Artery of the temple",
        why: (text: "An artery runs here.", sources: ["TS1"], confidence: textbook), methods: ["FI"],
        areas: [(line: [At("C7.spinous_tip")], radius_mm: [10], facing: (1, 0, 0))],
    ),
]
"#;

const CONTRAINDICATIONS: &str = r#"[
    (
        id: "veins", name: "Varicose veins",
        pressure: (level: modify, how: "lightly"), massage: (level: only_with_advice),
        roller: (level: do_not), heat: (level: none_named),
        notes: [(text: "They tear.", sources: ["TS1"], confidence: recalled)],
    ),
]
"#;

const LEVATOR: &str = r#"(
    id: "levator_scapulae",
    code: "LEV",
    names: (english: "Levator scapulae", latin: "musculus levator scapulae"),
    anatomy_sources: ["OWN"],
    parts: [(
        id: "levator_scapulae",
        names: (english: "Levator scapulae", latin: "musculus levator scapulae"),
        depth: 3,
        origin: (text: "Neck.", line: [At("C7.spinous_tip")]),
        insertion: (text: "Scapula.", line: [At("scapula.acromial_angle")]),
        action: "Lifts.",
        nerve: "Dorsal scapular.",
        tendon: (origin: 0.1, insertion: 0.1),
    )],
)
"#;

const TRAPEZIUS: &str = r#"(
    id: "trapezius",
    code: "TRA",
    names: (english: "Trapezius", latin: "musculus trapezius", synonyms: ["traps"]),
    ids: (ta2: 2226, fma: Some(9626)),
    anatomy_sources: ["OWN", "TS1"],
    parts: [
        (
            id: "trapezius.descending",
            names: (english: "Descending part", latin: "pars descendens"),
            depth: 1,
            origin: (text: "Skull.", line: [At("C7.spinous_tip")]),
            insertion: (text: "Clavicle.", line: [At("scapula.acromial_angle")]),
            action: "Lifts.",
            nerve: "Accessory.",
            tendon: (origin: 0.05, insertion: 0.05),
        ),
        (
            id: "trapezius.ascending",
            names: (english: "Ascending part", latin: "pars ascendens"),
            depth: 1,
            origin: (text: "Spine.", line: [At("C7.spinous_tip")]),
            insertion: (text: "Scapula.", line: [At("scapula.acromial_angle")]),
            action: "Pulls down.",
            nerve: "Accessory.",
            tendon: (origin: 0.1, insertion: 0.1),
            aponeuroses: [(line: [At("scapula.acromial_angle"), At("C7.spinous_tip")], radius_mm: [12, 4])],
        ),
    ],
    points: [
        (
            id: "TRA-1", mark: "1", alias: "TrP1", name: "Upper, front edge",
            part: "trapezius.descending",
            place: Between(At("C7.spinous_tip"), Offset(At("scapula.acromial_angle"), (0, 5, 0)), 0.48),
            snap: SeenFrom((0, 0, -1)),
            location: (text: "On the front edge.", sources: ["TS1", "BAR13"], confidence: recalled),
            find: (text: "Pinch it.", sources: ["TS1"], confidence: recalled),
            essential: (text: "Up the neck.", regions: ["temple"], areas: [
                (line: [At("C7.spinous_tip"), Mirror(At("C7.spinous_tip"))], radius_mm: [9, 12], facing: (0, 0, -1)),
            ]),
            spillover: (text: "none described"),
            pattern_confidence: confirmed,
            pattern_sources: ["TS1"],
            related: ["TRA-2"],
            treatment: [(
                method: "FI",
                how: (text: "Pinch the edge.", sources: ["TS1"], confidence: convention),
                hold_seconds: Some((20, 40)),
                max_discomfort: Some(4),
            )],
        ),
        (
            id: "TRA-2", mark: "2", name: "Upper, ridge",
            part: "trapezius.descending",
            place: At("C7.spinous_tip"),
            snap: Nearest,
            location: (text: "On the ridge.", sources: ["BAR13"], confidence: confirmed),
            find: (text: "Press it.", sources: ["TS1"], confidence: recalled),
            essential: (text: "Breastbone.", regions: ["sternum"], opposite: ["temple"]),
            spillover: (text: ""),
            pattern_confidence: partly,
            pattern_sources: ["TS1"],
            treatment: [(method: "FI", how: (text: "Press.", sources: ["TS1"], confidence: convention))],
        ),
    ],
    feels_like: [(text: "A tension ache.", sources: ["TS1"], confidence: recalled)],
    related_muscles: ["levator_scapulae"],
    cautions: [(serious: true, says: (text: "Keep off the hollow.", sources: ["TS1"], confidence: confirmed))],
    stretches: ["ST01"],
    evidence: Some((grade: E2, says: (text: "One experiment.", sources: ["BAR13"], confidence: confirmed))),
)
"#;

/// Replaces the only place of `old` in a file; gives the line and column of the change.
pub fn plant(
    files: &mut BTreeMap<String, String>,
    file: &str,
    old: &str,
    new: &str,
) -> (usize, usize) {
    let text = &files[file];
    assert_eq!(text.matches(old).count(), 1, "{old:?} in {file}");
    let byte = text.find(old).unwrap_or_default();
    let before = &text[..byte];
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    let text = text.replacen(old, new, 1);
    files.insert(file.to_owned(), text);
    (line, column)
}
