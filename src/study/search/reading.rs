//! What the library, the safety lists and the programmes add to the index.

use super::{Builder, Entry, Group, Place, Target, weight};
use crate::model::{
    catalog::Catalog,
    facts::{Shown, Statement},
};

/// Adds sections under their names and synonyms; warning signs, conditions, no-go areas, programmes and what is shown
/// with them, which open the section that shows them. Each is found by its English words, and by those of the
/// language of the index.
pub(super) fn add(builder: &mut Builder<'_>, catalog: &Catalog) {
    for (chapter, section) in catalog.sections() {
        let place = Place::Section(builder.said(&chapter.name).to_owned());
        let at = entry(builder, &section.id, Group::Library, &section.name, place);
        builder.id(at, &section.id);
        synonyms(builder, at, &section.synonyms);
        both(builder, at, weight::BELONGS, &chapter.name);
        texts(builder, at, &section.says);
    }
    if let Some(section) = catalog.section_showing(Shown::RedFlags) {
        for flag in catalog.red_flags() {
            let place = Place::RedFlag;
            let at = entry(builder, &section.id, Group::Safety, &flag.name, place);
            builder.id(at, &flag.id);
            synonyms(builder, at, &flag.synonyms);
            both(builder, at, weight::TEXT, &flag.suspected);
            both(builder, at, weight::TEXT, &flag.question);
            for sign in &flag.signs {
                both(builder, at, weight::TEXT, &sign.says);
            }
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
    for (shown, named) in [
        (
            Shown::Programmes,
            named(&catalog.programmes, |x| (&x.name, &x.synonyms)),
        ),
        (
            Shown::Plans,
            named(&catalog.plans, |x| (&x.name, &x.synonyms)),
        ),
        (
            Shown::Assessment,
            named(&catalog.assessment, |x| (&x.name, &x.synonyms)),
        ),
        (
            Shown::RangeOfMotion,
            named(&catalog.range_of_motion, |x| (&x.name, &x.synonyms)),
        ),
        (
            Shown::Techniques,
            named(&catalog.techniques, |x| (&x.name, &x.synonyms)),
        ),
    ] {
        let Some(section) = catalog.section_showing(shown) else {
            continue;
        };
        for (name, others) in named {
            let place = Place::Section(builder.said(&section.name).to_owned());
            let at = entry(builder, &section.id, Group::Library, name, place);
            synonyms(builder, at, others);
        }
    }
}

/// Names and other names of entries.
type Named<'a> = Vec<(&'a String, &'a Vec<String>)>;

fn named<'a, T>(all: &'a [T], names: impl Fn(&'a T) -> (&'a String, &'a Vec<String>)) -> Named<'a> {
    all.iter().map(names).collect()
}

/// An entry that opens a section.
fn entry(
    builder: &mut Builder<'_>,
    section: &str,
    group: Group,
    name: &str,
    place: Place,
) -> usize {
    let title = builder.said(name).to_owned();
    builder.entries.push(Entry {
        target: Target::Section(section.to_owned()),
        group,
        title,
        place,
        fields: Vec::new(),
    });
    let at = builder.entries.len() - 1;
    both(builder, at, weight::NAME, name);
    at
}

/// Adds a text in the language of the index, and in English.
fn both(builder: &mut Builder<'_>, at: usize, weight: f32, english: &str) {
    let said = builder.said(english).to_owned();
    builder.add(at, weight, &said);
    if said != english {
        builder.add(at, weight, english);
    }
}

fn synonyms(builder: &mut Builder<'_>, at: usize, synonyms: &[String]) {
    for synonym in synonyms {
        both(builder, at, weight::SYNONYM, synonym);
    }
}

fn texts(builder: &mut Builder<'_>, at: usize, says: &[Statement]) {
    for says in says {
        both(builder, at, weight::TEXT, &says.text);
    }
}
