//! Rows of what is read rather than looked at: warning signs, contraindications, no-go areas,
//! and the chapters and sections of the library.

use super::{ListRow, More, each_once};
use crate::{
    app::document::{Builder, Subject, wording},
    model::{
        facts::{
            Chapter, Contraindication, Limit, NoGoArea, RedFlag, Section, Shown, Sign, Statement,
            Urgency,
        },
        ids::Item,
        side::Side,
    },
};
use serde::Serialize;

/// What a warning sign has besides id, name and link.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RedFlagRow {
    question: String,
    exit: Urgency,
    signs: Vec<Sign>,
    /// Region ids; none where it concerns pain anywhere.
    regions: Vec<String>,
    synonyms: Vec<String>,
    sources: Vec<String>,
}

/// What a condition has besides id, name and link.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContraindicationRow {
    pressure: Limit,
    massage: Limit,
    roller: Limit,
    heat: Limit,
    synonyms: Vec<String>,
    sources: Vec<String>,
}

/// What a no-go area has besides id, name and link.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NoGoAreaRow {
    midline: bool,
    methods: Vec<String>,
    synonyms: Vec<String>,
    sources: Vec<String>,
}

/// What a chapter has besides id, name and link.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChapterRow {
    order: u16,
    about: String,
    sections: Vec<String>,
}

/// What a section has besides id, name and link.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SectionRow {
    chapter: String,
    synonyms: Vec<String>,
    shows: Vec<Shown>,
    sources: Vec<String>,
}

impl Builder<'_> {
    /// The row of a subject, as it stands in its list; that of a structure on a side, where the
    /// subject is one.
    #[must_use]
    pub fn row(&self, subject: Subject<'_>) -> ListRow {
        match subject {
            Subject::Point(muscle, x) => self.list_point(muscle, x),
            Subject::Muscle(x) => {
                let left = Self {
                    side: Side::Left,
                    ..*self
                };
                left.list_muscle(x)
            }
            Subject::Part(muscle, x) => self.list_part(muscle, x),
            Subject::Bone(x) => self.list_bone_structure(x),
            Subject::Skin => self.list_skin(),
            Subject::Region(x) => self.list_region(x),
            Subject::Stretch(x) => self.list_stretch(x),
            Subject::Method(x) => self.list_method(x),
            Subject::Source(x) => self.list_source(x),
            Subject::Landmark(x) => self.list_landmark(x),
            Subject::Section(chapter, x) => self.list_section(chapter, x),
            Subject::RedFlag(x) => self.list_red_flag(x),
            Subject::Contraindication(x) => self.list_contraindication(x),
            Subject::NoGoArea(x) => self.list_no_go_area(x),
            Subject::Chapter(x) => self.list_chapter(x),
            Subject::Technique(x) => self.list_technique(x),
            Subject::Programme(x) => self.list_programme(x),
            Subject::Plan(x) => self.list_plan(x),
            Subject::AssessmentItem(x) => self.list_assessment_item(x),
            Subject::RangeOfMotionTest(x) => self.list_range_of_motion_test(x),
        }
    }

    /// Its link leads to the section that shows it, as those of conditions and areas do.
    pub(super) fn list_red_flag(&self, flag: &RedFlag) -> ListRow {
        let exit = self.catalog.urgency_words(flag.exit);
        let exit = exit.map_or("", |words| &words.name);
        ListRow {
            id: flag.id.clone(),
            name: self.said(&flag.name).text,
            link: self.link_to(Shown::RedFlags),
            about: self.said(exit),
            more: More::RedFlag(RedFlagRow {
                question: flag.question.clone(),
                exit: flag.exit,
                signs: flag.signs.clone(),
                regions: flag.regions.clone(),
                synonyms: flag.synonyms.clone(),
                sources: flag.advice.sources.clone(),
            }),
        }
    }

    pub(super) fn list_contraindication(&self, row: &Contraindication) -> ListRow {
        let pressing = wording::level(self.words, row.pressure.level);
        let pressing = format!("{}: {pressing}", self.words.say("limit-pressure"));
        ListRow {
            id: row.id.clone(),
            name: self.said(&row.name).text,
            link: self.link_to(Shown::Contraindications),
            about: self.text(pressing),
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

    pub(super) fn list_no_go_area(&self, area: &NoGoArea) -> ListRow {
        ListRow {
            id: area.id.clone(),
            name: self.said(&area.name).text,
            link: self.link_to(Shown::NoGoAreas),
            about: self.text(area.methods.join(" ")),
            more: More::NoGoArea(NoGoAreaRow {
                midline: area.midline,
                methods: area.methods.clone(),
                synonyms: area.synonyms.clone(),
                sources: sources(std::iter::once(&area.why).chain(&area.harm)),
            }),
        }
    }

    fn list_chapter(&self, chapter: &Chapter) -> ListRow {
        let ids = chapter.sections.iter().map(|section| section.id.clone());
        ListRow {
            id: chapter.id.clone(),
            name: self.said(&chapter.name).text,
            link: ids.clone().next().map(|id| Item::Section(id).link()),
            about: self.said(&chapter.about),
            more: More::Chapter(ChapterRow {
                order: chapter.order,
                about: chapter.about.clone(),
                sections: ids.collect(),
            }),
        }
    }

    fn list_section(&self, chapter: &Chapter, section: &Section) -> ListRow {
        ListRow {
            id: section.id.clone(),
            name: self.said(&section.name).text,
            link: Some(Item::Section(section.id.clone()).link()),
            about: self.said(&chapter.name),
            more: More::Section(SectionRow {
                chapter: chapter.id.clone(),
                synonyms: section.synonyms.clone(),
                shows: section.shows.clone(),
                sources: section.sources().into_iter().map(str::to_owned).collect(),
            }),
        }
    }

    /// Chapters, each with its sections after it.
    pub(super) fn list_library(&self) -> Vec<ListRow> {
        let mut all = Vec::new();
        for chapter in &self.catalog.chapters {
            all.push(self.list_chapter(chapter));
            let sections = chapter.sections.iter();
            all.extend(sections.map(|section| self.list_section(chapter, section)));
        }
        all
    }

    pub(super) fn link_to(&self, shown: Shown) -> Option<String> {
        let section = self.catalog.section_showing(shown)?;
        Some(Item::Section(section.id.clone()).link())
    }
}

fn sources<'a>(statements: impl IntoIterator<Item = &'a Statement>) -> Vec<String> {
    each_once(statements.into_iter().flat_map(|stated| &stated.sources))
}
