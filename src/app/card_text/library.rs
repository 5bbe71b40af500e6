//! What is read rather than looked at: warning signs, contraindications, no-go areas, chapters
//! and sections of the library.

use super::{
    Sheet,
    anatomy::{ids_of, said, sourced, sources, statements},
    treatment,
};
use crate::model::{
    catalog::Catalog,
    facts::{
        Certainty, Chapter, Contraindication, Finding, Level, Limit, Links, NoGoArea, RedFlag,
        Section, Shown, Statement, Table, Urgency,
    },
    ids::Item,
};
use std::{collections::BTreeSet, io};

/// How soon to be seen, in a word.
#[must_use]
pub fn urgency_in_words(exit: Urgency) -> &'static str {
    match exit {
        Urgency::Emergency => "emergency",
        Urgency::Today => "today",
        Urgency::Soon => "within days",
    }
}

/// How far a condition limits a treatment, in words.
#[must_use]
pub fn limit_in_words(limit: &Limit) -> String {
    let level = match limit.level {
        Level::DoNot => "do not",
        Level::OnlyWithAdvice => "only with advice",
        Level::Modify => "changed",
        Level::NoneNamed => "no limit named",
    };
    if limit.how.is_empty() {
        level.to_owned()
    } else {
        format!("{level}: {}", limit.how)
    }
}

/// The card of a warning sign.
pub fn red_flag(paper: &mut dyn Sheet, catalog: &Catalog, flag: &RedFlag) -> io::Result<()> {
    paper.title(&format!("{} ({})", flag.name, flag.id))?;
    flag_lines(paper, catalog, flag)?;
    let regions = flag.regions.iter().filter_map(|id| catalog.region(id));
    let regions: Vec<_> = regions.map(|region| region.name.as_str()).collect();
    paper.field("Asked with pain in", &regions.join(", "))?;
    paper.field("Also called", &flag.synonyms.join(", "))?;
    let mut ids: BTreeSet<&str> = ids_of(&flag.advice.sources).collect();
    if let Some(exit) = catalog.urgency_words(flag.exit) {
        paper.heading(&exit.name)?;
        paper.text(&said(&exit.says))?;
        ids.extend(ids_of(&exit.says.sources));
    }
    sources(paper, catalog, &ids)
}

fn flag_lines(paper: &mut dyn Sheet, catalog: &Catalog, flag: &RedFlag) -> io::Result<()> {
    paper.text(&flag.question)?;
    let name = |exit| catalog.urgency_words(exit).map_or("", |words| &words.name);
    paper.field("If yes", name(flag.exit))?;
    if let Some(sooner) = &flag.sooner {
        let sooner = format!("{}: {}", sooner.when, name(sooner.exit));
        paper.field("Sooner", &sooner)?;
    }
    paper.field("Possible sign of", &flag.suspected)?;
    paper.field("What to do", &said(&flag.advice))
}

/// The card of a condition.
pub fn contraindication(
    paper: &mut dyn Sheet,
    catalog: &Catalog,
    row: &Contraindication,
) -> io::Result<()> {
    paper.title(&format!("{} ({})", row.name, row.id))?;
    limits(paper, row)?;
    paper.field("Also called", &row.synonyms.join(", "))?;
    let ids = row.notes.iter().flat_map(|x| ids_of(&x.sources)).collect();
    sources(paper, catalog, &ids)
}

fn limits(paper: &mut dyn Sheet, row: &Contraindication) -> io::Result<()> {
    for (what, limit) in [
        ("Pressing", &row.pressure),
        ("Massage", &row.massage),
        ("Foam roller", &row.roller),
        ("Heat", &row.heat),
    ] {
        paper.field(what, &limit_in_words(limit))?;
    }
    row.notes.iter().try_for_each(|x| paper.bullet(&said(x)))
}

/// The card of a no-go area.
pub fn no_go_area(paper: &mut dyn Sheet, catalog: &Catalog, area: &NoGoArea) -> io::Result<()> {
    paper.title(&format!("{} ({})", area.name, area.id))?;
    area_lines(paper, catalog, area)?;
    paper.field("Also called", &area.synonyms.join(", "))?;
    let harm = area.harm.iter().flat_map(|x| ids_of(&x.sources));
    sources(
        paper,
        catalog,
        &ids_of(&area.why.sources).chain(harm).collect(),
    )
}

fn area_lines(paper: &mut dyn Sheet, catalog: &Catalog, area: &NoGoArea) -> io::Result<()> {
    paper.text(&said(&area.why))?;
    area.harm
        .iter()
        .try_for_each(|x| paper.field("Reported", &said(x)))?;
    let methods = area.methods.iter().filter_map(|id| catalog.method(id));
    let methods: Vec<_> = methods.map(|method| method.name.as_str()).collect();
    paper.field("Never here with", &methods.join(", "))
}

/// The contents of a chapter.
pub fn chapter(paper: &mut dyn Sheet, chapter: &Chapter) -> io::Result<()> {
    paper.title(&format!("{}. {}", chapter.order, chapter.name))?;
    paper.text(&chapter.about)?;
    paper.heading("Sections")?;
    chapter
        .sections
        .iter()
        .try_for_each(|x| paper.bullet(&format!("{} ({})", x.name, x.id)))
}

/// The sections that name an item; nothing where none does.
///
/// # Errors
/// See [`Sheet::title`].
pub fn naming(paper: &mut dyn Sheet, catalog: &Catalog, item: &Item) -> io::Result<()> {
    let sections = catalog.sections_naming(item);
    if sections.is_empty() {
        return Ok(());
    }
    paper.heading("In the library")?;
    sections
        .iter()
        .try_for_each(|x| paper.bullet(&format!("{} ({})", x.name, x.id)))
}

/// Where a method must not be used; nothing where that is not said.
///
/// # Errors
/// See [`Sheet::title`].
pub fn never_here(paper: &mut dyn Sheet, catalog: &Catalog, method: &str) -> io::Result<()> {
    let areas = catalog.no_go_areas_of(method);
    let names: Vec<&str> = areas.map(|area| area.name.as_str()).collect();
    if names.is_empty() {
        return Ok(());
    }
    paper.heading("Never press here")?;
    paper.text(&format!("{}.", names.join(", ")))
}

/// A section in full.
pub fn section(
    paper: &mut dyn Sheet,
    catalog: &Catalog,
    chapter: &Chapter,
    section: &Section,
) -> io::Result<()> {
    paper.title(&format!("{} ({})", section.name, section.id))?;
    paper.field("Chapter", &format!("{}. {}", chapter.order, chapter.name))?;
    paper.field("Also called", &section.synonyms.join(", "))?;
    statements(paper, "In short", &section.says)?;
    if let Some(table) = &section.table {
        rows(paper, table)?;
    }
    if !section.steps.is_empty() {
        paper.heading("Steps")?;
        (1..)
            .zip(&section.steps)
            .try_for_each(|(number, x)| paper.step(number, &said(x)))?;
    }
    statements(paper, "What counts", &section.list)?;
    findings(paper, &section.findings)?;
    if !section.claims.is_empty() {
        paper.heading("Claims put right")?;
    }
    for claim in &section.claims {
        paper.bullet(&format!("Often said: {}", claim.claim))?;
        paper.field("True is", &said(&claim.truth))?;
    }
    let mut ids = section.sources();
    for part in &section.shows {
        shown(paper, catalog, *part, &mut ids)?;
    }
    links(paper, catalog, &section.links)?;
    sources(paper, catalog, &ids)
}

/// A table, row by row: it may be wider than any terminal.
fn rows(paper: &mut dyn Sheet, table: &Table) -> io::Result<()> {
    paper.heading(&table.columns.join(" · "))?;
    for row in &table.rows {
        let basis = sourced(&row.sources, row.confidence);
        let mut cells = table.columns.iter().zip(&row.cells);
        if let Some((_, first)) = cells.next() {
            paper.bullet(&format!("{first} [{basis}]"))?;
        }
        cells.try_for_each(|(column, cell)| paper.field(&format!("  {column}"), cell))?;
    }
    Ok(())
}

fn findings(paper: &mut dyn Sheet, all: &[Finding]) -> io::Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    paper.heading("What studies found")?;
    for finding in all {
        paper.bullet(&format!("{}: {}", finding.topic, said(&finding.found)))?;
        paper.field("  Certainty", certainty_in_words(finding.certainty))?;
        paper.field("  Limits", &finding.limits)?;
    }
    Ok(())
}

fn certainty_in_words(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Moderate => "moderate",
        Certainty::Low => "low",
        Certainty::LowToVeryLow => "low to very low",
        Certainty::VeryLow => "very low",
        Certainty::OneTrial => "one trial only",
        Certainty::NotRated => "not rated, or the studies disagree",
        Certainty::Unknown => "no estimate",
    }
}

/// A part of the data in full, and its sources.
fn shown<'a>(
    paper: &mut dyn Sheet,
    catalog: &'a Catalog,
    part: Shown,
    ids: &mut BTreeSet<&'a str>,
) -> io::Result<()> {
    let mut from = |statements: &'a [Statement]| {
        ids.extend(statements.iter().flat_map(|x| ids_of(&x.sources)));
    };
    match part {
        Shown::RedFlags => {
            let all = &catalog.red_flags;
            statements(paper, "Warning signs", &all.notes)?;
            from(&all.notes);
            for flag in &all.flags {
                let exit = urgency_in_words(flag.exit);
                paper.heading(&format!("{} {} ({exit})", flag.id, flag.name))?;
                flag_lines(paper, catalog, flag)?;
                from(std::slice::from_ref(&flag.advice));
            }
            statements(paper, "Ask again", &all.repeat)?;
            from(&all.repeat);
        }
        Shown::Contraindications => {
            for row in &catalog.contraindications {
                paper.heading(&row.name)?;
                limits(paper, row)?;
                from(&row.notes);
            }
        }
        Shown::NoGoAreas => {
            for area in &catalog.no_go_areas {
                paper.heading(&area.name)?;
                area_lines(paper, catalog, area)?;
                from(std::slice::from_ref(&area.why));
                from(&area.harm);
            }
        }
        Shown::Protocol => {
            paper.heading("The general protocol")?;
            for (number, step) in (1..).zip(&catalog.protocol.steps) {
                paper.step(number, &format!("{}: {}", step.name, said(&step.says)))?;
                from(std::slice::from_ref(&step.says));
            }
            statements(paper, "When to stop", &catalog.protocol.stop_rules)?;
            from(&catalog.protocol.stop_rules);
        }
        Shown::Methods => {
            paper.heading("Methods")?;
            for x in &catalog.methods {
                paper.bullet(&format!("{} {}: {}", x.id, x.name, x.tool))?;
            }
        }
        Shown::Stretches => {
            paper.heading("Stretches and exercises")?;
            for x in &catalog.stretches {
                let dose = treatment::stretch_dose(x);
                paper.bullet(&format!("{} {}: {dose}", x.id, x.name))?;
            }
        }
    }
    Ok(())
}

fn links(paper: &mut dyn Sheet, catalog: &Catalog, links: &Links) -> io::Result<()> {
    if *links == Links::default() {
        return Ok(());
    }
    paper.heading("Go on to")?;
    for (what, ids) in [
        ("Points", &links.points),
        ("Muscles", &links.muscles),
        ("Regions", &links.regions),
        ("Methods", &links.methods),
        ("Stretches", &links.stretches),
    ] {
        paper.field(what, &ids.join(", "))?;
    }
    let sections = links.sections.iter().filter_map(|id| catalog.section(id));
    for (_, section) in sections {
        paper.bullet(&format!("{} ({})", section.name, section.id))?;
    }
    Ok(())
}
