//! Every id that a data set defines, by kind.

use super::{
    kind::Kind,
    parse::{Content, DataFile},
};
use crate::model::facts::{Method, Region, SourceKind, Tissue};
use std::collections::{BTreeMap, BTreeSet};

/// Id of the structure that needs no entry of its own.
pub const SKIN: &str = "skin";

/// What muscles and their parts are called together in messages.
pub const MUSCLE_OR_PART: &str = "muscle or part";
/// The kind of ids of bones and cartilages: holes are taken out of them alone.
pub const WITH_HOLES: &str = "bone or cartilage";

/// What is there to refer to.
#[derive(Default)]
pub struct Known<'a> {
    ids: BTreeMap<&'static str, BTreeSet<&'a str>>,
    /// Regions by id.
    pub regions: BTreeMap<&'a str, &'a Region>,
    /// Methods by id.
    pub methods: BTreeMap<&'a str, &'a Method>,
    /// Kinds of the sources by their ids.
    pub source_kinds: BTreeMap<&'a str, SourceKind>,
    /// Kinds whose file is missing or unreadable, which is told once and not for every mention.
    pub unread: BTreeSet<&'static str>,
    /// Structures: true where there is a left and a right one.
    pub paired: BTreeMap<&'a str, bool>,
}

impl<'a> Known<'a> {
    /// Gathers the ids of all files.
    pub fn of(files: &'a [DataFile<'_>]) -> Self {
        let mut known = Self::default();
        known.structure(SKIN, false);
        known.unread = [
            ("landmark", Kind::Landmarks),
            ("region", Kind::Regions),
            ("source", Kind::Sources),
            ("method", Kind::Methods),
            ("stretch", Kind::Stretches),
            ("rule", Kind::Protocol),
        ]
        .into_iter()
        .filter(|(_, kind)| files.iter().all(|file| file.kind != *kind))
        .map(|(name, _)| name)
        .collect();
        for file in files {
            known.add(&file.content);
        }
        known
    }

    /// The ids of a kind, named as in messages: `region`, `source` …
    pub fn ids(&self, kind: &str) -> &BTreeSet<&'a str> {
        static NONE: BTreeSet<&str> = BTreeSet::new();
        self.ids.get(kind).unwrap_or(&NONE)
    }

    fn add(&mut self, content: &'a Content) {
        match content {
            Content::Landmarks(all) => all.iter().for_each(|x| self.id("landmark", &x.id)),
            Content::Sources(all) => {
                for source in all {
                    self.id("source", &source.id);
                    self.source_kinds.insert(&source.id, source.kind);
                }
            }
            Content::Stretches(all) => all.iter().for_each(|x| self.id("stretch", &x.id)),
            Content::Bones(all) => {
                for bone in all {
                    self.id("bone", &bone.id);
                    self.structure(&bone.id, bone.paired);
                    if matches!(bone.tissue, Tissue::Bone | Tissue::Cartilage) {
                        self.id(WITH_HOLES, &bone.id);
                    }
                }
            }
            Content::Shape(shape) => self.id("shape", &shape.structure),
            Content::RedFlags(red_flags) => {
                let flags = red_flags.flags.iter();
                flags.for_each(|x| self.id("red flag", &x.id));
            }
            Content::Contraindications(all) => {
                all.iter().for_each(|x| self.id("contraindication", &x.id));
            }
            Content::NoGoAreas(all) => all.iter().for_each(|x| self.id("no-go area", &x.id)),
            Content::Chapter(chapter) => {
                let sections = chapter.sections.iter();
                sections.for_each(|x| self.id("section", &x.id));
            }
            Content::Protocol(protocol) => {
                protocol.rules.iter().for_each(|x| self.id("rule", &x.id))
            }
            Content::Techniques(all) => all.iter().for_each(|x| self.id("technique", &x.id)),
            Content::Programmes(all) => all.iter().for_each(|x| self.id("programme", &x.id)),
            Content::Plans(all) => all.iter().for_each(|x| self.id("plan", &x.id)),
            Content::Assessment(all) => all.iter().for_each(|x| self.id("assessment item", &x.id)),
            Content::RangeOfMotion(all) => {
                all.iter()
                    .for_each(|x| self.id("range of motion test", &x.id));
            }
            Content::Prevalence(_)
            | Content::EmergencyNumbers(_)
            | Content::Names(..)
            | Content::Texts(..)
            | Content::Interface(..) => {}
            Content::Regions(all) => {
                for region in all {
                    self.id("region", &region.id);
                    self.regions.insert(&region.id, region);
                }
            }
            Content::Methods(all) => {
                for method in all {
                    self.id("method", &method.id);
                    self.methods.insert(&method.id, method);
                }
            }
            Content::Muscle(muscle) => {
                self.id("muscle", &muscle.id);
                self.id(MUSCLE_OR_PART, &muscle.id);
                for part in &muscle.parts {
                    self.id("part", &part.id);
                    self.id(MUSCLE_OR_PART, &part.id);
                    self.structure(&part.id, true);
                }
                muscle.points.iter().for_each(|x| self.id("point", &x.id));
            }
        }
    }

    fn structure(&mut self, id: &'a str, paired: bool) {
        self.id("structure", id);
        self.paired.insert(id, paired);
    }

    fn id(&mut self, kind: &'static str, id: &'a str) {
        self.ids.entry(kind).or_default().insert(id);
    }
}
