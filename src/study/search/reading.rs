//! What the library, the safety lists and the programmes add to the index.

use super::{
    builder::{Builder, Of},
    entry::Target,
    hit::{Group, Place, Why},
};
use crate::model::facts::Shown;

/// Adds sections under their names and synonyms; warning signs, conditions, no-go areas and what is shown with
/// them, which open the section that shows them; programmes, which have cards of their own. Each is found by its English words, and by those of the
/// language of the index.
pub(super) fn add(builder: &mut Builder<'_>) {
    let catalog = builder.catalog;
    for (chapter, section) in catalog.sections() {
        let of = Of {
            group: Group::Library,
            kind: "section",
            place: Place::Section(builder.said(&chapter.name).to_owned()),
        };
        let opens = Target::Section(section.id.clone());
        let at = entry(builder, opens, of, (&section.id, &section.name));
        builder.id(at, &section.id);
        builder.all(at, Why::OtherName, &section.synonyms);
        builder.both(at, Why::Belongs, &chapter.name);
        for says in &section.says {
            builder.both(at, Why::Text, &says.text);
        }
    }
    safety(builder);
    for (shown, kind, named) in [
        (
            Shown::Programmes,
            "programme",
            named(&catalog.programmes, |x| (&x.id, &x.name, &x.synonyms)),
        ),
        (
            Shown::Plans,
            "plan",
            named(&catalog.plans, |x| (&x.id, &x.name, &x.synonyms)),
        ),
        (
            Shown::Assessment,
            "assessment",
            named(&catalog.assessment, |x| (&x.id, &x.name, &x.synonyms)),
        ),
        (
            Shown::RangeOfMotion,
            "range_of_motion",
            named(&catalog.range_of_motion, |x| (&x.id, &x.name, &x.synonyms)),
        ),
        (
            Shown::Techniques,
            "technique",
            named(&catalog.techniques, |x| (&x.id, &x.name, &x.synonyms)),
        ),
    ] {
        let Some(section) = catalog.section_showing(shown) else {
            continue;
        };
        for (id, name, synonyms) in named {
            let of = Of {
                group: Group::Library,
                kind,
                place: Place::ShownIn(builder.said(&section.name).to_owned()),
            };
            let target = match shown {
                // These have cards of their own, and light their muscles.
                Shown::Programmes => Target::Programme(id.clone()),
                _ => Target::Section(section.id.clone()),
            };
            let at = entry(builder, target, of, (id, name));
            builder.all(at, Why::OtherName, synonyms);
        }
    }
}

/// Warning signs, with their questions and what may be ticked of them; conditions; no-go areas.
fn safety(builder: &mut Builder<'_>) {
    let catalog = builder.catalog;
    let of = |kind, place| Of {
        group: Group::Safety,
        kind,
        place,
    };
    let opens = |id: &str| Target::Section(id.to_owned());
    if let Some(section) = catalog.section_showing(Shown::RedFlags) {
        for flag in catalog.red_flags() {
            let of = of("red_flag", Place::RedFlag);
            let at = entry(builder, opens(&section.id), of, (&flag.id, &flag.name));
            builder.id(at, &flag.id);
            builder.all(at, Why::OtherName, &flag.synonyms);
            builder.both(at, Why::Text, &flag.suspected);
            builder.both(at, Why::Sign, &flag.question);
            for sign in &flag.signs {
                builder.both(at, Why::Sign, &sign.says);
            }
        }
    }
    if let Some(section) = catalog.section_showing(Shown::Contraindications) {
        for row in &catalog.contraindications {
            let of = of("contraindication", Place::Contraindication);
            let at = entry(builder, opens(&section.id), of, (&row.id, &row.name));
            builder.all(at, Why::OtherName, &row.synonyms);
        }
    }
    if let Some(section) = catalog.section_showing(Shown::NoGoAreas) {
        for area in &catalog.no_go_areas {
            let of = of("no_go_area", Place::NoGoArea);
            let at = entry(builder, opens(&section.id), of, (&area.id, &area.name));
            builder.all(at, Why::OtherName, &area.synonyms);
        }
    }
}

/// Ids, names and other names of entries.
type Named<'a> = Vec<(&'a String, &'a String, &'a Vec<String>)>;

fn named<'a, T>(
    all: &'a [T],
    names: impl Fn(&'a T) -> (&'a String, &'a String, &'a Vec<String>),
) -> Named<'a> {
    all.iter().map(names).collect()
}

/// An entry of an id and a name.
fn entry(builder: &mut Builder<'_>, target: Target, of: Of, (id, name): (&str, &str)) -> usize {
    let title = builder.said(name).to_owned();
    let at = builder.bare(target, of, id, &title);
    builder.add(at, Why::Name, &title);
    if title != name {
        builder.add(at, Why::OtherName, name);
    }
    at
}
