//! Cards of what is on the body: points, muscles, parts, bones, regions; and of sources.

use super::{Sheet, in_words, library, treatment};
use crate::model::{
    catalog::Catalog,
    facts::{
        Bone, Caution, Confidence, EvidenceGrade, Ids, Landmark, Muscle, Names, Part, PointKind,
        Region, Source, Statement, TriggerPoint, Zone,
    },
    ids::{Item, PointId, RegionId, StructureId},
    side::Side,
};
use std::{collections::BTreeSet, io};

/// The card of a trigger point.
pub fn point(
    paper: &mut dyn Sheet,
    catalog: &Catalog,
    muscle: &Muscle,
    point: &TriggerPoint,
) -> io::Result<()> {
    paper.title(&format!("{} · {}", point.id, point.name))?;
    let part = catalog.part(&point.part).map(|(_, part)| part);
    paper.field("Muscle", &muscle.names.english)?;
    paper.field("On", part.map_or("", |part| &part.names.english))?;
    paper.field("In the manuals", &point.alias)?;
    if point.kind == PointKind::Area {
        paper.text("An area without an exact place.")?;
    }
    paper.heading("Where it is")?;
    paper.text(&said(&point.location))?;
    paper.heading("How to find it")?;
    paper.text(&said(&point.find))?;
    paper.heading("Where it sends pain")?;
    paper.field("Felt by most", &zone(catalog, &point.essential))?;
    paper.field("Felt by some", &zone(catalog, &point.spillover))?;
    paper.field(
        "Basis",
        &sourced(&point.pattern_sources, point.pattern_confidence),
    )?;
    statements(paper, "What it feels like", &muscle.feels_like)?;
    statements(paper, "What starts it and keeps it going", &muscle.causes)?;
    related(paper, catalog, muscle, &point.related)?;
    cautions(paper, &muscle.cautions)?;
    treatment::applications(paper, catalog, &point.treatment)?;
    treatment::stretches_after(paper, catalog, &muscle.stretches)?;
    statements(paper, "When to stop", &catalog.protocol.stop_rules)?;
    statements(paper, "What else it can be", &muscle.look_alikes)?;
    evidence(paper, muscle)?;
    let item = Item::Point(PointId::new(&point.id, Side::Left));
    library::naming(paper, catalog, &item)?;
    let mut ids: BTreeSet<&str> = ids_of(&point.pattern_sources).collect();
    ids.extend(ids_of(&point.location.sources));
    ids.extend(ids_of(&point.find.sources));
    ids.extend(point.treatment.iter().flat_map(|x| ids_of(&x.how.sources)));
    ids.extend(muscle_sources(muscle));
    sources(paper, catalog, &ids)
}

/// The card of a muscle.
pub fn muscle(paper: &mut dyn Sheet, catalog: &Catalog, muscle: &Muscle) -> io::Result<()> {
    paper.title(&format!("{} ({})", muscle.names.english, muscle.code))?;
    names(paper, &muscle.names)?;
    ids(paper, &muscle.ids)?;
    paper.field("On layers", &muscle.layer_note)?;
    for part in &muscle.parts {
        if muscle.parts.len() > 1 {
            paper.heading(&format!("{} ({})", part.names.english, part.id))?;
        } else {
            paper.heading("Anatomy")?;
        }
        anatomy(paper, part)?;
    }
    if !muscle.points.is_empty() {
        paper.heading("Trigger points")?;
        for point in &muscle.points {
            paper.bullet(&format!(
                "{} {}: {}",
                point.id, point.name, point.essential.text
            ))?;
        }
    }
    statements(paper, "What it feels like", &muscle.feels_like)?;
    statements(paper, "What starts it and keeps it going", &muscle.causes)?;
    related(paper, catalog, muscle, &[])?;
    cautions(paper, &muscle.cautions)?;
    treatment::stretches_after(paper, catalog, &muscle.stretches)?;
    statements(paper, "What else it can be", &muscle.look_alikes)?;
    evidence(paper, muscle)?;
    let item = Item::Structure(StructureId::new(&muscle.id, Side::Left));
    library::naming(paper, catalog, &item)?;
    let mut ids: BTreeSet<&str> = ids_of(&muscle.anatomy_sources).collect();
    ids.extend(muscle_sources(muscle));
    sources(paper, catalog, &ids)
}

/// The card of a part of a muscle.
pub fn part(
    paper: &mut dyn Sheet,
    catalog: &Catalog,
    muscle: &Muscle,
    part: &Part,
) -> io::Result<()> {
    paper.title(&format!("{} ({})", part.names.english, part.id))?;
    paper.field("Muscle", &muscle.names.english)?;
    names(paper, &part.names)?;
    ids(paper, &part.ids)?;
    paper.heading("Anatomy")?;
    anatomy(paper, part)?;
    let points: Vec<_> = muscle.points.iter().filter(|x| x.part == part.id).collect();
    if !points.is_empty() {
        paper.heading("Trigger points")?;
        for point in points {
            paper.bullet(&format!("{} {}", point.id, point.name))?;
        }
    }
    sources(paper, catalog, &ids_of(&muscle.anatomy_sources).collect())
}

/// The card of a bone.
pub fn bone(paper: &mut dyn Sheet, bone: &Bone) -> io::Result<()> {
    paper.title(&format!("{} ({})", bone.names.english, bone.id))?;
    names(paper, &bone.names)?;
    ids(paper, &bone.ids)?;
    let place = if bone.paired {
        "left and right"
    } else {
        "midline"
    };
    paper.field("Side", place)
}

/// The card of a region: what sends pain there.
pub fn region(paper: &mut dyn Sheet, catalog: &Catalog, region: &Region) -> io::Result<()> {
    paper.title(&format!("{} ({})", region.name, region.id))?;
    paper.field("Also called", &region.synonyms.join(", "))?;
    paper.field("Extent", &region.extent)?;
    let essential = |point: &TriggerPoint| within(&point.essential, &region.id);
    let spillover = |point: &TriggerPoint| within(&point.spillover, &region.id);
    pointing(paper, catalog, "Felt here by most, from", essential)?;
    pointing(paper, catalog, "Felt here by some, from", spillover)?;
    let item = Item::Region(RegionId::new(&region.id, Side::Left));
    library::naming(paper, catalog, &item)
}

/// The card of a source.
pub fn source(paper: &mut dyn Sheet, source: &Source) -> io::Result<()> {
    paper.title(&source.id)?;
    paper.text(&source.citation)?;
    paper.field("DOI", &source.doi)?;
    paper.field("Page", &source.url)?;
    paper.field("Used", &source.used)
}

/// The card of a landmark.
pub fn landmark(paper: &mut dyn Sheet, landmark: &Landmark) -> io::Result<()> {
    let (x, y, z) = landmark.at_mm;
    paper.title(&landmark.id)?;
    paper.text(&landmark.is)?;
    paper.field("At", &format!("{x} {y} {z} mm (left, up, forward)"))
}

/// A statement with where it comes from and how sure it is.
pub fn said(statement: &Statement) -> String {
    let basis = sourced(&statement.sources, statement.confidence);
    format!("{} [{basis}]", statement.text)
}

/// Sources and confidence.
pub fn sourced(sources: &[String], confidence: Confidence) -> String {
    format!("{}; {}", sources.join(", "), in_words(confidence))
}

/// A section of statements; nothing where there are none.
pub fn statements(paper: &mut dyn Sheet, heading: &str, all: &[Statement]) -> io::Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    paper.heading(heading)?;
    all.iter().try_for_each(|x| paper.bullet(&said(x)))
}

/// The sources named above, in full.
pub fn sources(paper: &mut dyn Sheet, catalog: &Catalog, ids: &BTreeSet<&str>) -> io::Result<()> {
    paper.heading("Sources")?;
    ids.iter()
        .filter_map(|id| catalog.source(id))
        .try_for_each(|x| paper.bullet(&format!("{}: {} ({})", x.id, x.citation, x.used)))
}

/// Ids as plain text.
pub fn ids_of(sources: &[String]) -> impl Iterator<Item = &str> {
    sources.iter().map(String::as_str)
}

fn muscle_sources(muscle: &Muscle) -> impl Iterator<Item = &str> {
    let lists = [
        &muscle.feels_like,
        &muscle.causes,
        &muscle.related_notes,
        &muscle.look_alikes,
    ];
    let cautions = muscle.cautions.iter().map(|caution| &caution.says);
    let evidence = muscle.evidence.iter().map(|evidence| &evidence.says);
    lists
        .into_iter()
        .flatten()
        .chain(cautions)
        .chain(evidence)
        .flat_map(|x| ids_of(&x.sources))
}

fn zone(catalog: &Catalog, zone: &Zone) -> String {
    let name = |id: &String| {
        catalog
            .region(id)
            .map_or(id.as_str(), |x| &x.name)
            .to_owned()
    };
    let own = zone.regions.iter().map(name);
    let opposite = zone
        .opposite
        .iter()
        .map(|id| format!("{} (other side)", name(id)));
    let regions: Vec<_> = own.chain(opposite).collect();
    match (zone.text.is_empty(), regions.is_empty()) {
        (true, true) => "nothing described".to_owned(),
        (_, true) => zone.text.clone(),
        _ => format!("{} [{}]", zone.text, regions.join(", ")),
    }
}

fn within(zone: &Zone, id: &str) -> bool {
    zone.regions.iter().chain(&zone.opposite).any(|x| x == id)
}

fn pointing(
    paper: &mut dyn Sheet,
    catalog: &Catalog,
    heading: &str,
    does: impl Fn(&TriggerPoint) -> bool,
) -> io::Result<()> {
    let points: Vec<_> = catalog.points().filter(|(_, x)| does(x)).collect();
    if points.is_empty() {
        return Ok(());
    }
    paper.heading(heading)?;
    points.iter().try_for_each(|(muscle, x)| {
        paper.bullet(&format!("{} {} ({})", x.id, x.name, muscle.names.english))
    })
}

fn related(
    paper: &mut dyn Sheet,
    catalog: &Catalog,
    muscle: &Muscle,
    points: &[String],
) -> io::Result<()> {
    if points.is_empty() && muscle.related_muscles.is_empty() && muscle.related_notes.is_empty() {
        return Ok(());
    }
    paper.heading("Often involved together")?;
    for (_, point) in points.iter().filter_map(|id| catalog.point(id)) {
        paper.bullet(&format!("{} {}", point.id, point.name))?;
    }
    for other in muscle
        .related_muscles
        .iter()
        .filter_map(|id| catalog.muscle(id))
    {
        paper.bullet(&other.names.english)?;
    }
    muscle
        .related_notes
        .iter()
        .try_for_each(|x| paper.bullet(&said(x)))
}

fn cautions(paper: &mut dyn Sheet, all: &[Caution]) -> io::Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    paper.heading("Take care")?;
    let serious = all.iter().filter(|x| x.serious).map(|x| ("Important. ", x));
    let others = all.iter().filter(|x| !x.serious).map(|x| ("", x));
    for (mark, caution) in serious.chain(others) {
        paper.bullet(&format!("{mark}{}", said(&caution.says)))?;
    }
    Ok(())
}

fn evidence(paper: &mut dyn Sheet, muscle: &Muscle) -> io::Result<()> {
    let Some(evidence) = &muscle.evidence else {
        return Ok(());
    };
    let grade = match evidence.grade {
        EvidenceGrade::E0 => "E0, manuals and case experience only",
        EvidenceGrade::E1 => "E1, also studies that counted points",
        EvidenceGrade::E2 => "E2, also an experiment bearing on the pattern",
    };
    paper.heading("Evidence")?;
    paper.text(&format!("{grade}. {}", said(&evidence.says)))
}

fn names(paper: &mut dyn Sheet, names: &Names) -> io::Result<()> {
    paper.field("Latin", &names.latin)?;
    paper.field("Also called", &names.synonyms.join(", "))
}

fn ids(paper: &mut dyn Sheet, ids: &Ids) -> io::Result<()> {
    let number = |name: &str, id: Option<u32>| id.map(|id| format!("{name}{id}"));
    let all: Vec<_> = [
        number("TA2 ", ids.ta2),
        number("FMA", ids.fma),
        number("left FMA", ids.fma_left),
        number("right FMA", ids.fma_right),
    ]
    .into_iter()
    .flatten()
    .collect();
    let doubt = if ids.unverified && !all.is_empty() {
        " (some seen only in a cross-reference)"
    } else {
        ""
    };
    paper.field("Ids", &format!("{}{doubt}", all.join(", ")))
}

fn anatomy(paper: &mut dyn Sheet, part: &Part) -> io::Result<()> {
    paper.field("Layer", &part.depth.to_string())?;
    paper.field("Origin", &part.origin.text)?;
    paper.field("Insertion", &part.insertion.text)?;
    paper.field("Action", &part.action)?;
    paper.field("Nerve", &part.nerve)
}
