//! Finding one's way in the library: sections by id, in reading order, and by what they name.

use super::{
    catalog::Catalog,
    facts::{Chapter, Section, Shown},
    ids::Item,
};
use std::collections::BTreeSet;

impl Catalog {
    /// Every section with its chapter, in reading order.
    pub fn sections(&self) -> impl DoubleEndedIterator<Item = (&Chapter, &Section)> {
        self.chapters.iter().flat_map(|chapter| {
            chapter
                .sections
                .iter()
                .map(move |section| (chapter, section))
        })
    }

    /// The chapter of an id, e.g. `evidence`.
    pub fn chapter(&self, id: &str) -> Option<&Chapter> {
        self.chapters.iter().find(|chapter| chapter.id == id)
    }

    /// The section of an id, e.g. `heat_and_cold`, and its chapter.
    pub fn section(&self, id: &str) -> Option<(&Chapter, &Section)> {
        self.sections().find(|(_, section)| section.id == id)
    }

    /// The sections before and after one, in reading order; none at either end of the library.
    pub fn neighbours_of(&self, id: &str) -> (Option<&Section>, Option<&Section>) {
        let before = self
            .sections()
            .take_while(|(_, section)| section.id != id)
            .last();
        let after = self.sections().skip_while(|(_, section)| section.id != id);
        (
            before.map(|(_, section)| section),
            after.map(|(_, section)| section).nth(1),
        )
    }

    /// The section that shows a part of the data in full.
    pub fn section_showing(&self, shown: Shown) -> Option<&Section> {
        self.sections()
            .map(|(_, section)| section)
            .find(|section| section.shows.contains(&shown))
    }

    /// The sections that name an item, in reading order: a muscle also by one of its parts or
    /// points, a point also by its muscle.
    pub fn sections_naming(&self, item: &Item) -> Vec<&Section> {
        self.sections()
            .map(|(_, section)| section)
            .filter(|section| self.names_item(section, item))
            .collect()
    }

    fn names_item(&self, section: &Section, item: &Item) -> bool {
        let links = &section.links;
        let has = |ids: &[String], id: &str| ids.iter().any(|other| other == id);
        match item {
            Item::Structure(id) => {
                let muscle = match self.part(&id.base) {
                    Some((muscle, _)) => Some(muscle),
                    None => self.muscle(&id.base),
                };
                muscle.is_some_and(|muscle| {
                    let mut points = muscle.points.iter();
                    has(&links.muscles, &muscle.id)
                        || points.any(|point| has(&links.points, &point.id))
                })
            }
            Item::Point(id) => {
                let muscle = self.point(&id.code).map(|(muscle, _)| muscle);
                has(&links.points, &id.code)
                    || muscle.is_some_and(|muscle| has(&links.muscles, &muscle.id))
            }
            Item::Region(id) => has(&links.regions, &id.code),
            Item::Stretch(id) => has(&links.stretches, id),
            Item::Method(id) => has(&links.methods, id),
            // What leads to a programme is the section that shows all of them.
            Item::Programme(_) => false,
            Item::Section(id) => has(&links.sections, id),
        }
    }
}

impl Section {
    /// The ids of every source that the section itself names, not those of what it shows.
    #[must_use]
    pub fn sources(&self) -> BTreeSet<&str> {
        let statements = (self.says.iter())
            .chain(&self.steps)
            .chain(&self.list)
            .chain(self.findings.iter().map(|finding| &finding.found))
            .chain(self.claims.iter().map(|claim| &claim.truth))
            .map(|says| &says.sources);
        let rows = self.table.iter().flat_map(|table| &table.rows);
        statements
            .chain(rows.map(|row| &row.sources))
            .flatten()
            .map(String::as_str)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        facts::Links,
        ids::{PointId, StructureId},
        side::Side,
    };

    fn section(id: &str, links: Links) -> Section {
        Section {
            id: id.to_owned(),
            links,
            ..Section::default()
        }
    }

    fn library() -> Catalog {
        let point = "(id: \"PIR-1\", mark: \"1\", alias: \"\", name: \"x\", part: \"piriformis\", \
            place: At(\"C7\"), snap: Nearest, location: (text: \"x\", sources: [], confidence: recalled), \
            find: (text: \"x\", sources: [], confidence: recalled), essential: (text: \"x\", regions: []), \
            spillover: (text: \"x\", regions: []), pattern_confidence: recalled, pattern_sources: [], treatment: [])";
        let muscle = format!(
            "(id: \"piriformis\", code: \"PIR\", names: (english: \"Piriformis\", latin: \"\"), \
            anatomy_sources: [], parts: [], points: [{point}])"
        );
        let by_point = Links {
            points: vec!["PIR-1".into()],
            ..Links::default()
        };
        let by_muscle = Links {
            muscles: vec!["piriformis".into()],
            ..Links::default()
        };
        let chapter = |id: &str, sections| Chapter {
            id: id.into(),
            order: 1,
            name: String::new(),
            about: String::new(),
            sections,
        };
        Catalog {
            muscles: ron::from_str(&muscle).into_iter().collect(),
            chapters: vec![
                chapter(
                    "one",
                    vec![section("a", by_point), section("b", Links::default())],
                ),
                chapter("two", vec![section("c", by_muscle)]),
            ],
            ..Catalog::default()
        }
    }

    fn naming(item: Item) -> Vec<String> {
        let library = library();
        assert_eq!(library.muscles.len(), 1);
        let named = library.sections_naming(&item);
        named.iter().map(|section| section.id.clone()).collect()
    }

    #[test]
    fn sections_are_read_across_chapters() {
        let library = library();
        let id = |section: Option<&Section>| section.map(|section| section.id.clone());
        let (before, after) = library.neighbours_of("b");
        assert_eq!(
            (id(before), id(after)),
            (Some("a".into()), Some("c".into()))
        );
        let (before, after) = library.neighbours_of("a");
        assert_eq!((id(before), id(after)), (None, Some("b".into())));
        assert_eq!(id(library.neighbours_of("c").1), None);
    }

    #[test]
    fn a_point_is_named_with_its_muscle_and_a_muscle_with_its_points() {
        let point = Item::Point(PointId::new("PIR-1", Side::Right));
        assert_eq!(naming(point), ["a", "c"]);
        let muscle = Item::Structure(StructureId::new("piriformis", Side::Left));
        assert_eq!(naming(muscle), ["a", "c"]);
        assert!(naming(Item::Method("BW".into())).is_empty());
    }
}
