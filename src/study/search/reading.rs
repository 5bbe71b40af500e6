//! What the library and the safety lists add to the index.

use super::{Builder, Entry, Group, Place, Target, weight};
use crate::model::{
    catalog::Catalog,
    facts::{Shown, Statement},
};

/// Adds sections under their names and synonyms, and warning signs, conditions and no-go areas,
/// which open the section that shows them.
pub(super) fn add(builder: &mut Builder<'_>, catalog: &Catalog) {
    for (chapter, section) in catalog.sections() {
        let place = Place::Section(chapter.name.clone());
        let at = entry(builder, &section.id, Group::Library, &section.name, place);
        builder.id(at, &section.id);
        synonyms(builder, at, &section.synonyms);
        builder.add(at, weight::BELONGS, &chapter.name);
        texts(builder, at, &section.says);
    }
    if let Some(section) = catalog.section_showing(Shown::RedFlags) {
        for flag in catalog.red_flags() {
            let place = Place::RedFlag;
            let at = entry(builder, &section.id, Group::Safety, &flag.name, place);
            builder.id(at, &flag.id);
            synonyms(builder, at, &flag.synonyms);
            builder.add(at, weight::TEXT, &flag.suspected);
        }
    }
    if let Some(section) = catalog.section_showing(Shown::Contraindications) {
        for row in &catalog.contraindications {
            let place = Place::Contraindication;
            let at = entry(builder, &section.id, Group::Safety, &row.name, place);
            synonyms(builder, at, &row.synonyms);
        }
    }
    if let Some(section) = catalog.section_showing(Shown::NoGoAreas) {
        for area in &catalog.no_go_areas {
            let place = Place::NoGoArea;
            let at = entry(builder, &section.id, Group::Safety, &area.name, place);
            synonyms(builder, at, &area.synonyms);
        }
    }
}

/// An entry that opens a section.
fn entry(
    builder: &mut Builder<'_>,
    section: &str,
    group: Group,
    title: &str,
    place: Place,
) -> usize {
    builder.entries.push(Entry {
        target: Target::Section(section.to_owned()),
        group,
        title: title.to_owned(),
        place,
        fields: Vec::new(),
    });
    let at = builder.entries.len() - 1;
    builder.add(at, weight::NAME, title);
    at
}

fn synonyms(builder: &mut Builder<'_>, at: usize, synonyms: &[String]) {
    for synonym in synonyms {
        builder.add(at, weight::SYNONYM, synonym);
    }
}

fn texts(builder: &mut Builder<'_>, at: usize, says: &[Statement]) {
    for says in says {
        builder.add(at, weight::TEXT, &says.text);
    }
}
