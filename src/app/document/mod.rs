//! What is said about a thing, once, for every renderer.
//!
//! A [`Document`] is a card, a page of the library or a guide as plain data: titles, statements
//! with their sources and confidence, cautions, doses, links. It is decided here what is said
//! and in which order, in the language of the interface wherever the data has it.
//! [`crate::output`] makes text, HTML and JSON of it, `ui::document` draws it.
//! Not here: how anything looks, and the state of the window.

pub mod block;
mod bone;
mod guide;
mod library;
pub mod list;
mod muscle;
mod point;
mod region;
mod safety;
mod self_care;
mod source;
mod sources;
mod subject;
mod text;
mod treatment;
mod walk;
pub mod wording;

pub use block::Block;
pub use sources::SourceEntry;
pub use subject::Subject;
pub use text::{Text, line};

use crate::{
    app::state::AppState,
    locale::Words,
    model::{
        catalog::Catalog,
        facts,
        ids::{Item, StructureId},
        language::Language,
        link::SideFilter,
        names::Named,
        side::Side,
    },
};
use block::{Fact, Fold, Label, Link, Links, List, Section, Statement};
use serde::Serialize;

/// What is said about one thing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Document {
    /// Id of the thing, without a side; empty where it has none.
    pub id: String,
    /// The language of the interface; what of the data is not translated is in English all the same.
    #[serde(rename = "lang")]
    pub language: Language,
    /// The link that selects it on the body, where it lies on one.
    pub link: Option<String>,
    /// What it is on the body, where it lies on one.
    #[serde(skip)]
    pub on_body: Option<Item>,
    /// What stands over the title, e.g. the chapter of a section.
    pub above: Vec<Text>,
    /// What the thing is called.
    pub title: Text,
    /// Lines under the title, each of texts with dots between.
    pub lines: Vec<Vec<Text>>,
    /// Short labels: confidence, evidence, numbers.
    pub labels: Vec<Label>,
    /// The side of a paired thing.
    pub side: Option<Side>,
    /// What is said about it.
    pub blocks: Vec<Block>,
    /// Every source that is named, in the order in which they are first named: their numbers
    /// count from 1.
    pub sources: Vec<SourceEntry>,
}

impl Document {
    /// Every block, those within others too, in the order of reading.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Block)) {
        walk::blocks(&self.blocks, visit);
    }

    /// Every statement with its sources and confidence, in the order of reading.
    #[must_use]
    pub fn statements(&self) -> Vec<walk::Sourced<'_>> {
        walk::statements(&self.blocks)
    }
}

/// Makes documents of the facts.
#[derive(Clone, Copy)]
pub struct Builder<'a> {
    /// The facts.
    pub catalog: &'a Catalog,
    /// The words of the interface, and with them the language.
    pub words: &'a Words,
    /// The side meant where nothing says which: left or right.
    pub side: Side,
}

impl<'a> Builder<'a> {
    /// For what is on show: the side meant is that of the selection, else the one shown.
    #[must_use]
    pub fn of_state(state: &AppState, catalog: &'a Catalog, words: &'a Words) -> Self {
        let selected = state.selection.as_ref().map(Item::side);
        let side = match (state.view.side, selected) {
            (SideFilter::Right, _) | (SideFilter::Both, Some(Side::Right)) => Side::Right,
            _ => Side::Left,
        };
        Self {
            catalog,
            words,
            side,
        }
    }
}

impl Builder<'_> {
    /// The document of a subject.
    #[must_use]
    pub fn document(&self, subject: Subject<'_>) -> Document {
        match subject {
            Subject::Point(muscle, point) => self.point(muscle, point),
            Subject::Muscle(muscle) => self.muscle(muscle, None),
            Subject::Part(muscle, part) => self.muscle(muscle, Some(part)),
            Subject::Bone(bone) => self.bone(bone),
            Subject::Skin => self.skin(),
            Subject::Region(region) => self.region(region),
            Subject::Stretch(stretch) => self.stretch(stretch),
            Subject::Method(method) => self.method(method),
            Subject::Source(source) => self.source(source),
            Subject::Landmark(landmark) => self.landmark(landmark),
            Subject::Section(chapter, section) => self.section(chapter, section),
            Subject::Chapter(chapter) => self.chapter(chapter),
            Subject::RedFlag(flag) => self.red_flag(flag),
            Subject::Contraindication(row) => self.contraindication(row),
            Subject::NoGoArea(area) => self.no_go_area(area),
            Subject::Technique(technique) => self.technique(technique),
            Subject::Programme(programme) => self.programme(programme),
            Subject::Plan(plan) => self.plan(plan),
            Subject::AssessmentItem(item) => self.assessment_item(item),
            Subject::RangeOfMotionTest(test) => self.range_of_motion_test(test),
        }
    }

    /// The document of an item; none where the catalogue does not know it.
    #[must_use]
    pub fn item(&self, item: &Item) -> Option<Document> {
        let side = match item.side() {
            Side::Midline => self.side,
            side => side,
        };
        let builder = Self { side, ..*self };
        Subject::of_item(self.catalog, item).map(|subject| builder.document(subject))
    }

    /// What is said about an item that the catalogue does not know.
    #[must_use]
    pub fn unknown(&self, item: &Item) -> Document {
        let id = item.id();
        let mut document = self.titled(id, self.text(id));
        document.blocks.push(Block::Note {
            text: self.text(self.words.say("card-unknown")),
        });
        document
    }

    /// A document with its title and nothing else.
    fn titled(&self, id: &str, title: Text) -> Document {
        Document {
            id: id.to_owned(),
            language: self.words.language(),
            link: None,
            on_body: None,
            above: Vec::new(),
            title,
            lines: Vec::new(),
            labels: Vec::new(),
            side: None,
            blocks: Vec::new(),
            sources: Vec::new(),
        }
    }

    /// The same with its place on the body.
    fn titled_on_body(&self, id: &str, title: Text, item: Item) -> Document {
        let side = Some(item.side()).filter(|side| *side != Side::Midline);
        Document {
            link: Some(item.link()),
            on_body: Some(item),
            side,
            ..self.titled(id, title)
        }
    }

    /// Words of the interface.
    fn text(&self, words: impl Into<String>) -> Text {
        Text::new(words, self.words.language())
    }

    /// What an entry of the data is called, in the language of the interface where it has a
    /// name there.
    fn name<T: Named>(&self, thing: &T) -> Text {
        let language = self.words.language();
        match self.catalog.names.entry(language, thing) {
            Some(name) => Text::new(&name.name, language),
            None => Text::english(thing.english()),
        }
    }

    /// A text of the data, in the language of the interface where it is translated.
    fn said(&self, english: &str) -> Text {
        let language = self.words.language();
        match self.catalog.texts.get(language, english) {
            Some(translated) => Text::new(translated, language),
            None => Text::english(english),
        }
    }

    /// Words of the interface around texts of the data: English where one of them is.
    fn around(&self, words: impl Into<String>, texts: &[&Text]) -> Text {
        let english = texts.iter().find(|text| text.language == Language::ENGLISH);
        Text::new(
            words,
            english.map_or(self.words.language(), |text| text.language),
        )
    }

    /// A statement of the data.
    fn statement(&self, of: &facts::Statement) -> Statement {
        Statement {
            text: self.said(&of.text),
            sources: of.sources.clone(),
            confidence: Some(of.confidence),
        }
    }

    /// Statements of the data as a list; nothing where there are none.
    fn statement_list<'s>(
        &self,
        ordered: bool,
        all: impl IntoIterator<Item = &'s facts::Statement>,
    ) -> Option<Block> {
        let items: Vec<Statement> = all.into_iter().map(|x| self.statement(x)).collect();
        (!items.is_empty()).then_some(Block::List(List { ordered, items }))
    }

    /// A link to a section of the library.
    fn section_link(&self, section: &facts::Section) -> Link {
        Link {
            item: Item::Section(section.id.clone()),
            text: self.said(&section.name),
            title: None,
        }
    }

    /// Texts of the data one after the other, with commas between.
    fn said_in_a_row(&self, all: &[String]) -> Text {
        let texts: Vec<Text> = all.iter().map(|x| self.said(x)).collect();
        let words: Vec<&str> = texts.iter().map(|x| x.text.as_str()).collect();
        self.around(words.join(", "), &texts.iter().collect::<Vec<_>>())
    }

    /// A Latin name.
    fn latin(&self, name: &str) -> Text {
        let language = "la".parse().unwrap_or(self.words.language());
        Text::new(name, language)
    }

    fn label(&self, (text, why): (impl Into<String>, impl Into<String>)) -> Label {
        Label {
            text: self.text(text),
            why: vec![self.text(why)],
        }
    }

    /// A label and a value; nothing for an empty one.
    fn fact(&self, label: impl Into<String>, value: Text) -> Option<Fact> {
        (!value.is_empty()).then(|| Fact {
            label: self.text(label),
            value,
        })
    }

    /// Other names, as a fact: those that there are in the language, since what is called so in English is not called
    /// so elsewhere.
    fn also_called(&self, synonyms: &[String]) -> Option<Block> {
        let language = self.words.language();
        let mut names: Vec<Text> = synonyms.iter().map(|x| self.said(x)).collect();
        names.retain(|name| name.language == language);
        self.names_also(&names)
    }

    /// The same for what has names of its own in each language.
    fn also_called_of<T: Named>(&self, thing: &T, synonyms: &[String]) -> Option<Block> {
        let language = self.words.language();
        match self.catalog.names.entry(language, thing) {
            Some(local) => {
                let names = local.synonyms.iter().map(|x| Text::new(x, language));
                self.names_also(&names.collect::<Vec<_>>())
            }
            None => self.also_called(synonyms),
        }
    }

    fn names_also(&self, names: &[Text]) -> Option<Block> {
        let words: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
        let names = Text::new(words.join(", "), self.words.language());
        self.fact(self.words.say("names-also"), names)
            .map(Block::Fact)
    }

    /// A section that stays open; none where it would hold nothing.
    fn section_of(
        &self,
        id: &'static str,
        title: impl Into<String>,
        blocks: Vec<Block>,
    ) -> Option<Block> {
        self.fold(id, title, None, Fold::Never, blocks)
    }

    /// A section that can be closed; none where it would hold nothing.
    fn fold(
        &self,
        id: &'static str,
        title: impl Into<String>,
        note: Option<Text>,
        fold: Fold,
        blocks: Vec<Block>,
    ) -> Option<Block> {
        (!blocks.is_empty()).then(|| {
            Block::Section(Section {
                id,
                title: self.text(title),
                note,
                fold,
                blocks,
            })
        })
    }

    /// The sections of the library that name an item.
    fn in_the_library(&self, item: &Item) -> Option<Block> {
        let links = self.catalog.sections_naming(item);
        let links = links.into_iter().map(|x| self.section_link(x)).collect();
        let title = self.words.say("card-in-the-library");
        self.fold("library", title, None, Fold::Open, unlabelled(links))
    }

    /// Where a muscle begins to be looked at: its first part.
    fn muscle_link(&self, muscle: &facts::Muscle) -> Option<Link> {
        let part = muscle.parts.first()?;
        Some(Link {
            item: Item::Structure(StructureId::new(&part.id, self.side)),
            text: self.name(muscle),
            title: None,
        })
    }
}

/// Links without a label of their own; nothing where there are none.
fn unlabelled(links: Vec<Link>) -> Vec<Block> {
    if links.is_empty() {
        return Vec::new();
    }
    vec![Block::Links(Links { label: None, links })]
}
