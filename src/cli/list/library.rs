//! Rows of what is read rather than looked at: warning signs, contraindications, no-go areas,
//! and the chapters and sections of the library.

use super::{More, Row};
use crate::{
    app::card_text::library::{limit_in_words, urgency_in_words},
    model::{
        catalog::Catalog,
        facts::{
            Chapter, Contraindication, Limit, NoGoArea, RedFlag, Section, Shown, Sooner, Statement,
            Urgency,
        },
        ids::Item,
    },
};
use serde::Serialize;

/// What a warning sign has besides id, name and link.
#[derive(Serialize, Debug, Clone)]
pub struct RedFlagRow {
    question: String,
    exit: Urgency,
    sooner: Option<Sooner>,
    /// Region ids; none where it concerns pain anywhere.
    regions: Vec<String>,
    synonyms: Vec<String>,
    sources: Vec<String>,
}

/// What a condition has besides id, name and link.
#[derive(Serialize, Debug, Clone)]
pub struct ContraindicationRow {
    pressure: Limit,
    massage: Limit,
    roller: Limit,
    heat: Limit,
    synonyms: Vec<String>,
    sources: Vec<String>,
}

/// What a no-go area has besides id, name and link.
#[derive(Serialize, Debug, Clone)]
pub struct NoGoAreaRow {
    midline: bool,
    methods: Vec<String>,
    synonyms: Vec<String>,
    sources: Vec<String>,
}

/// What a chapter has besides id, name and link.
#[derive(Serialize, Debug, Clone)]
pub struct ChapterRow {
    order: u16,
    about: String,
    sections: Vec<String>,
}

/// What a section has besides id, name and link.
#[derive(Serialize, Debug, Clone)]
pub struct SectionRow {
    chapter: String,
    synonyms: Vec<String>,
    shows: Vec<Shown>,
    sources: Vec<String>,
}

/// The row of a warning sign; its link leads to the section that shows it.
pub fn red_flag(catalog: &Catalog, flag: &RedFlag) -> Row {
    Row {
        id: flag.id.clone(),
        name: flag.name.clone(),
        link: link_to(catalog, Shown::RedFlags),
        more: More::RedFlag(RedFlagRow {
            question: flag.question.clone(),
            exit: flag.exit,
            sooner: flag.sooner.clone(),
            regions: flag.regions.clone(),
            synonyms: flag.synonyms.clone(),
            sources: flag.advice.sources.clone(),
        }),
    }
}

/// The row of a condition; its link leads to the section that shows it.
pub fn contraindication(catalog: &Catalog, row: &Contraindication) -> Row {
    Row {
        id: row.id.clone(),
        name: row.name.clone(),
        link: link_to(catalog, Shown::Contraindications),
        more: More::Contraindication(ContraindicationRow {
            pressure: row.pressure.clone(),
            massage: row.massage.clone(),
            roller: row.roller.clone(),
            heat: row.heat.clone(),
            synonyms: row.synonyms.clone(),
            sources: sources(&row.notes),
        }),
    }
}

/// The row of a no-go area; its link leads to the section that shows it.
pub fn no_go_area(catalog: &Catalog, area: &NoGoArea) -> Row {
    Row {
        id: area.id.clone(),
        name: area.name.clone(),
        link: link_to(catalog, Shown::NoGoAreas),
        more: More::NoGoArea(NoGoAreaRow {
            midline: area.midline,
            methods: area.methods.clone(),
            synonyms: area.synonyms.clone(),
            sources: sources(std::iter::once(&area.why).chain(&area.harm)),
        }),
    }
}

/// The row of a chapter; its link leads to its first section.
pub fn chapter(chapter: &Chapter) -> Row {
    let ids = chapter.sections.iter().map(|section| section.id.clone());
    Row {
        id: chapter.id.clone(),
        name: chapter.name.clone(),
        link: ids.clone().next().map(|id| Item::Section(id).link()),
        more: More::Chapter(ChapterRow {
            order: chapter.order,
            about: chapter.about.clone(),
            sections: ids.collect(),
        }),
    }
}

/// The row of a section.
pub fn section(chapter: &Chapter, section: &Section) -> Row {
    Row {
        id: section.id.clone(),
        name: section.name.clone(),
        link: Some(Item::Section(section.id.clone()).link()),
        more: More::Section(SectionRow {
            chapter: chapter.id.clone(),
            synonyms: section.synonyms.clone(),
            shows: section.shows.clone(),
            sources: section.sources().into_iter().map(str::to_owned).collect(),
        }),
    }
}

/// Chapters, each with its sections after it.
pub fn all(catalog: &Catalog) -> Vec<Row> {
    let of = |x: &Chapter| {
        let sections = x.sections.iter().map(|of| section(x, of));
        std::iter::once(chapter(x))
            .chain(sections)
            .collect::<Vec<_>>()
    };
    catalog.chapters.iter().flat_map(of).collect()
}

/// The third column of a table.
pub fn third_cell(more: &More, catalog: &Catalog) -> String {
    match more {
        More::RedFlag(row) => urgency_in_words(row.exit).to_owned(),
        More::Contraindication(row) => format!("pressing: {}", limit_in_words(&row.pressure)),
        More::NoGoArea(row) => row.methods.join(" "),
        More::Chapter(row) => row.about.clone(),
        More::Section(row) => catalog
            .chapter(&row.chapter)
            .map_or_else(String::new, |chapter| chapter.name.clone()),
        _ => String::new(),
    }
}

fn link_to(catalog: &Catalog, shown: Shown) -> Option<String> {
    let section = catalog.section_showing(shown)?;
    Some(Item::Section(section.id.clone()).link())
}

/// The sources of statements, each once, in the order in which they are named.
fn sources<'a>(statements: impl IntoIterator<Item = &'a Statement>) -> Vec<String> {
    let mut all = Vec::new();
    for id in statements.into_iter().flat_map(|says| &says.sources) {
        if !all.contains(id) {
            all.push(id.clone());
        }
    }
    all
}
