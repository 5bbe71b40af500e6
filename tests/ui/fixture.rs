//! Facts made up for the panels' tests: small, and independent of what the data says.

use myomap::model::{
    catalog::Catalog,
    facts::{Bone, Method, Muscle, Protocol, Region, Source, Stretch},
    names::{LocalNames, NameKind},
};
use serde::de::DeserializeOwned;

fn read<T: DeserializeOwned>(text: &str) -> T {
    ron::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn says(text: &str) -> String {
    format!("(text: {text:?}, sources: [\"TS1\"], confidence: confirmed)")
}

fn point(id: &str, part: &str, name: &str, related: &str) -> String {
    let location = says("Half-way along the ridge of the shoulder.");
    let find = says("Pinch the ridge between thumb and fingers.");
    let how = says("Pinch the free edge and hold.");
    format!(
        r#"(id: "{id}", mark: "{mark}", alias: "TrP{mark}", name: "{name}", part: "{part}",
        place: At("C7"), snap: Nearest, location: {location}, find: {find},
        essential: (text: "Side of the neck up to the ear.", regions: ["neck_side"]),
        spillover: (text: "The temple.", regions: ["temple"]),
        pattern_confidence: confirmed, pattern_sources: ["TS1"], related: [{related}],
        treatment: [(method: "PG", how: {how})])"#,
        mark = &id[id.len() - 1..],
    )
}

fn part(id: &str, name: &str, depth: u8) -> String {
    format!(
        r#"(id: "{id}", names: (english: "{name}", latin: "Musculus"), depth: {depth},
        origin: (text: "Nuchal line", line: []), insertion: (text: "Clavicle", line: []),
        action: "Lifts the shoulder", nerve: "Accessory nerve", tendon: (origin: 0.1, insertion: 0.1))"#
    )
}

fn muscle(id: &str, code: &str, name: &str, rest: &str) -> Muscle {
    read(&format!(
        r#"(id: "{id}", code: "{code}", names: (english: "{name}", latin: "Musculus {id}"),
        anatomy_sources: ["TS1"], {rest})"#
    ))
}

/// A catalogue of two muscles with four points.
pub fn catalog() -> Catalog {
    let caution = says("Never press into the hollow above the collarbone.");
    let mild = says("Stop if it bruises.");
    let trapezius = muscle(
        "trapezius",
        "TRA",
        "Trapezius",
        &format!(
            r#"parts: [{}, {}], points: [{}, {}, {}],
            cautions: [(serious: true, says: {caution}), (serious: false, says: {mild})],
            feels_like: [{}], stretches: ["ST01"]"#,
            part("trapezius.descending", "Trapezius, descending part", 1),
            part("trapezius.ascending", "Trapezius, ascending part", 1),
            point(
                "TRA-1",
                "trapezius.descending",
                "Upper trapezius, front edge",
                "\"LEV-1\""
            ),
            point(
                "TRA-2",
                "trapezius.descending",
                "Upper trapezius, ridge",
                ""
            ),
            point(
                "TRA-3",
                "trapezius.ascending",
                "Lower trapezius, outer edge",
                ""
            ),
            says("Headache at the temple."),
        ),
    );
    let levator = muscle(
        "levator_scapulae",
        "LEV",
        "Levator scapulae",
        &format!(
            "parts: [{}], points: [{}]",
            part("levator_scapulae", "Levator scapulae", 3),
            point(
                "LEV-1",
                "levator_scapulae",
                "Levator scapulae, angle of the neck",
                ""
            ),
        ),
    );
    let stop = says("You feel numbness or tingling.");
    Catalog {
        muscles: vec![levator, trapezius],
        bones: read::<Vec<Bone>>(
            r#"[(id: "scapula", names: (english: "Shoulder blade", latin: "Scapula"), paired: true),
            (id: "rib.1", names: (english: "First rib", latin: "Costa I"), paired: true),
            (id: "rib.2", names: (english: "Second rib", latin: "Costa II"), paired: true),
            (id: "sacrum", names: (english: "Sacrum", latin: "Os sacrum"), paired: false)]"#,
        ),
        regions: read::<Vec<Region>>(
            r#"[(id: "temple", name: "Temple", synonyms: ["side of the head", "tension headache"],
            extent: "From the eye to the ear.", areas: []),
            (id: "neck_side", name: "Side of the neck", extent: "From the ear to the shoulder.", areas: [])]"#,
        ),
        methods: read::<Vec<Method>>(
            r#"[(id: "PG", name: "Pincer grip", tool: "Your hand", icon: pinch, kind: still, touches: pressure, width_mm: 25,
            position: "Sit with the arm supported.", steps: ["Take the muscle between thumb and fingers.", "Hold."],
            hold_seconds: (30, 60), repeats: (1, 3), per_day: (1, 2), max_discomfort: 5, limits: [],
            sources: ["TS1"], confidence: partly)]"#,
        ),
        stretches: read::<Vec<Stretch>>(
            r#"[(id: "ST01", name: "Upper trapezius stretch", kind: hold, sides: each, position: "Sit.", steps: ["Let the ear sink to the shoulder."],
            hold_seconds: (20, 30), repeats: (2, 3), per_day: (1, 2), sources: ["TS1"], confidence: partly)]"#,
        ),
        protocol: read::<Protocol>(&format!("(steps: [], stop_rules: [{stop}])")),
        sources: read::<Vec<Source>>(
            r#"[(id: "TS1", citation: "A manual, 1999.", kind: Manual, used: "From memory.")]"#,
        ),
        names: spanish(),
        ..Catalog::default()
    }
}

/// Spanish names of some of it; the others keep their English ones.
fn spanish() -> LocalNames {
    let mut names = LocalNames::default();
    let es = "es".parse().unwrap_or_default();
    names.add(
        es,
        NameKind::Muscle,
        read(
            r#"[(id: "trapezius", name: "Trapecio"),
            (id: "levator_scapulae", name: "Elevador de la escápula", synonyms: ["angular del omóplato"])]"#,
        ),
    );
    names.add(
        es,
        NameKind::Part,
        read(r#"[(id: "trapezius.ascending", name: "Trapecio, porción ascendente")]"#),
    );
    names.add(
        es,
        NameKind::Point,
        read(r#"[(id: "TRA-1", name: "Trapecio superior, borde anterior")]"#),
    );
    names.add(
        es,
        NameKind::Region,
        read(r#"[(id: "temple", name: "Sien")]"#),
    );
    names.add(
        es,
        NameKind::Bone,
        read(r#"[(id: "scapula", name: "Escápula")]"#),
    );
    names.add(
        es,
        NameKind::Method,
        read(r#"[(id: "PG", name: "Pinza con los dedos")]"#),
    );
    names.add(
        es,
        NameKind::Stretch,
        read(r#"[(id: "ST01", name: "Estiramiento del trapecio")]"#),
    );
    names
}
