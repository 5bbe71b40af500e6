//! Finding what is read by its id: sections and chapters of the library, warning signs,
//! contraindications and no-go areas.

use super::Found;
use crate::{cli::paper::Paper, model::catalog::Catalog};
use std::io;

/// What is read by an id, letter case aside. An id may be that of a section and of a condition:
/// `kind` says which is meant, else the section is.
pub fn find<'a>(
    catalog: &'a Catalog,
    kind: Option<&str>,
    is: impl Fn(&str) -> bool,
) -> Option<Found<'a>> {
    all(catalog, is)
        .into_iter()
        .find(|(name, _)| kind.is_none_or(|kind| kind == *name))
        .map(|(_, found)| found)
}

/// Everything that is read by an id, with the kinds' names.
fn all<'a>(catalog: &'a Catalog, is: impl Fn(&str) -> bool) -> Vec<(&'static str, Found<'a>)> {
    let section = catalog.sections().find(|(_, x)| is(&x.id));
    let flag = catalog.red_flags().iter().find(|x| is(&x.id));
    let condition = catalog.contraindications.iter().find(|x| is(&x.id));
    let area = catalog.no_go_areas.iter().find(|x| is(&x.id));
    let chapter = catalog.chapters.iter().find(|x| is(&x.id));
    [
        section.map(|(of, x)| ("section", Found::Section(of, x))),
        flag.map(|x| ("red_flag", Found::RedFlag(x))),
        condition.map(|x| ("contraindication", Found::Contraindication(x))),
        area.map(|x| ("no_go_area", Found::NoGoArea(x))),
        chapter.map(|x| ("chapter", Found::Chapter(x))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Message what else has the id of what was found without its kind.
pub fn namesakes(paper: &mut Paper<'_>, catalog: &Catalog, id: &str) -> io::Result<()> {
    let others = all(catalog, |other| other.eq_ignore_ascii_case(id));
    let others: Vec<_> = (others.iter().skip(1))
        .map(|(kind, _)| format!("{kind}:{id}"))
        .collect();
    if others.is_empty() {
        return Ok(());
    }
    paper.heading("Of the same name")?;
    others.iter().try_for_each(|other| paper.bullet(other))
}
