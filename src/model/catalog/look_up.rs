//! Looking up what is in a catalogue: by id, and what belongs together.
//!
//! Not here: how a catalogue is made of files ([`super`]).

use super::Catalog;
use crate::model::{
    check::SKIN,
    facts,
    ids::{Item, StructureId},
    side::Side,
    texts::{self, Addressed},
};

impl Catalog {
    /// The muscle of an id, e.g. `trapezius`.
    pub fn muscle(&self, id: &str) -> Option<&facts::Muscle> {
        self.muscles.iter().find(|muscle| muscle.id == id)
    }

    /// The part of a structure id without its side, and its muscle.
    pub fn part(&self, base: &str) -> Option<(&facts::Muscle, &facts::Part)> {
        self.parts().find(|(_, part)| part.id == base)
    }

    /// The bodies that an id stands for: a muscle of several parts is its parts.
    pub fn bodies_of(&self, id: &StructureId) -> Vec<StructureId> {
        match self
            .muscle(&id.base)
            .filter(|_| self.part(&id.base).is_none())
        {
            Some(muscle) => (muscle.parts.iter())
                .map(|part| StructureId::new(&part.id, id.side))
                .collect(),
            None => vec![id.clone()],
        }
    }

    /// The trigger point of a code, e.g. `TRA-1`, and its muscle.
    pub fn point(&self, code: &str) -> Option<(&facts::Muscle, &facts::TriggerPoint)> {
        self.points().find(|(_, point)| point.id == code)
    }

    /// The bone of a structure id without its side.
    pub fn bone(&self, base: &str) -> Option<&facts::Bone> {
        self.bones.iter().find(|bone| bone.id == base)
    }

    /// The region of a code, e.g. `temple`.
    pub fn region(&self, code: &str) -> Option<&facts::Region> {
        self.regions.iter().find(|region| region.id == code)
    }

    /// The source of an id.
    pub fn source(&self, id: &str) -> Option<&facts::Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The self-treatment method of an id.
    pub fn method(&self, id: &str) -> Option<&facts::Method> {
        self.methods.iter().find(|method| method.id == id)
    }

    /// The stretch or exercise of an id.
    pub fn stretch(&self, id: &str) -> Option<&facts::Stretch> {
        self.stretches.iter().find(|stretch| stretch.id == id)
    }

    /// Every text of the data that can be translated, with its address, in the order of the files.
    #[must_use]
    pub fn all_texts(&self) -> Vec<Addressed> {
        let mut list = Vec::new();
        texts::add(&mut list, "safety/red_flags", &self.red_flags);
        texts::add(
            &mut list,
            "safety/emergency_numbers",
            &self.emergency_numbers,
        );
        texts::add(&mut list, "treatments/protocol", &self.protocol);
        texts::add(
            &mut list,
            "safety/contraindications",
            &self.contraindications,
        );
        texts::add(&mut list, "safety/no_go_areas", &self.no_go_areas);
        texts::add(&mut list, "treatments/methods", &self.methods);
        texts::add(&mut list, "treatments/stretches", &self.stretches);
        texts::add(&mut list, "treatments/techniques", &self.techniques);
        texts::add(&mut list, "self_care/programmes", &self.programmes);
        texts::add(&mut list, "self_care/plans", &self.plans);
        texts::add(&mut list, "self_care/assessment", &self.assessment);
        texts::add(
            &mut list,
            "self_care/range_of_motion",
            &self.range_of_motion,
        );
        texts::add(&mut list, "prevalence", &self.prevalence);
        texts::add(&mut list, "library", &self.chapters);
        texts::add(&mut list, "muscles", &self.muscles);
        texts::add(&mut list, "regions", &self.regions);
        texts::add(&mut list, "bones", &self.bones);
        list
    }

    /// The technique of an id, e.g. `swedish`.
    pub fn technique(&self, id: &str) -> Option<&facts::Technique> {
        self.techniques.iter().find(|technique| technique.id == id)
    }

    /// The programme of an id, e.g. `desk_break`.
    pub fn programme(&self, id: &str) -> Option<&facts::Programme> {
        self.programmes.iter().find(|programme| programme.id == id)
    }

    /// The plan of an id.
    pub fn plan(&self, id: &str) -> Option<&facts::Plan> {
        self.plans.iter().find(|plan| plan.id == id)
    }

    /// The item of the assessment of an id.
    pub fn assessment_item(&self, id: &str) -> Option<&facts::AssessmentItem> {
        self.assessment.iter().find(|item| item.id == id)
    }

    /// The test of range of motion of an id.
    pub fn range_of_motion_test(&self, id: &str) -> Option<&facts::RangeOfMotionTest> {
        self.range_of_motion.iter().find(|test| test.id == id)
    }

    /// The rule of the protocol of an id, e.g. `neck`.
    pub fn rule(&self, id: &str) -> Option<&facts::Rule> {
        self.protocol.rules.iter().find(|rule| rule.id == id)
    }

    /// The highest discomfort of 10 for a treatment of a point: the lowest that the method, the treatment itself, the
    /// cautions about the point and the rules of its muscle allow.
    pub fn max_discomfort(
        &self,
        muscle: &facts::Muscle,
        point: &facts::TriggerPoint,
        application: &facts::Application,
        method: &facts::Method,
    ) -> u8 {
        let cautions = muscle
            .cautions
            .iter()
            .filter(|caution| caution.is_about(point));
        let cautions = cautions.filter_map(|caution| caution.max_discomfort);
        let rules = self
            .rules(&muscle.rules)
            .filter_map(|rule| rule.max_discomfort);
        let limits = cautions.chain(rules).chain(application.max_discomfort);
        limits.fold(method.max_discomfort, u8::min)
    }

    /// The rules of some ids, in their order.
    pub fn rules<'a>(&'a self, ids: &'a [String]) -> impl Iterator<Item = &'a facts::Rule> {
        ids.iter().filter_map(|id| self.rule(id))
    }

    /// The warning signs to ask of a person with pain in some regions, in the order of the data: those that concern
    /// one of the regions, and those that are always asked.
    pub fn red_flags_for<'a>(&'a self, regions: &[&str]) -> Vec<&'a facts::RedFlag> {
        let flags = self.red_flags().iter();
        flags
            .filter(|flag| flag.is_asked_for(regions.iter().copied()))
            .collect()
    }

    /// The warning signs in the order in which to ask, each with its exit.
    pub fn red_flags(&self) -> &[facts::RedFlag] {
        &self.red_flags.flags
    }

    /// The warning sign of an id, e.g. `RF04`.
    pub fn red_flag(&self, id: &str) -> Option<&facts::RedFlag> {
        self.red_flags().iter().find(|flag| flag.id == id)
    }

    /// What an exit is called and tells to do; nothing where the data lacks it.
    pub fn urgency_words(&self, exit: facts::Urgency) -> Option<&facts::UrgencyWords> {
        self.red_flags.exits.iter().find(|words| words.exit == exit)
    }

    /// The condition of an id, e.g. `blood_thinners`.
    pub fn contraindication(&self, id: &str) -> Option<&facts::Contraindication> {
        self.contraindications.iter().find(|row| row.id == id)
    }

    /// The no-go area of an id, e.g. `collarbone_hollow`.
    pub fn no_go_area(&self, id: &str) -> Option<&facts::NoGoArea> {
        self.no_go_areas.iter().find(|area| area.id == id)
    }

    /// The no-go areas of a method, in the order of the data.
    pub fn no_go_areas_of(&self, method: &str) -> impl Iterator<Item = &facts::NoGoArea> {
        self.no_go_areas
            .iter()
            .filter(move |area| area.methods.iter().any(|id| id == method))
    }

    /// The landmark of an id.
    pub fn landmark(&self, id: &str) -> Option<&facts::Landmark> {
        self.landmarks.iter().find(|landmark| landmark.id == id)
    }

    /// Every part with its muscle, by muscle id.
    pub fn parts(&self) -> impl Iterator<Item = (&facts::Muscle, &facts::Part)> {
        self.muscles
            .iter()
            .flat_map(|muscle| muscle.parts.iter().map(move |part| (muscle, part)))
    }

    /// Every trigger point with its muscle, by muscle id.
    pub fn points(&self) -> impl Iterator<Item = (&facts::Muscle, &facts::TriggerPoint)> {
        self.muscles
            .iter()
            .flat_map(|muscle| muscle.points.iter().map(move |point| (muscle, point)))
    }

    /// True for a structure without a left and a right: midline bones and the skin.
    /// Nothing for a base id that is not known.
    pub fn is_midline(&self, base: &str) -> Option<bool> {
        if base == SKIN {
            return Some(true);
        }
        if self.part(base).is_some() || self.muscle(base).is_some() {
            return Some(false);
        }
        self.bone(base).map(|bone| !bone.paired)
    }

    /// True for an item that is there, on a side that it has.
    pub fn has(&self, item: &Item) -> bool {
        match item {
            Item::Structure(id) => self
                .is_midline(&id.base)
                .is_some_and(|midline| midline == (id.side == Side::Midline)),
            Item::Point(id) => self.point(&id.code).is_some() && id.side != Side::Midline,
            Item::Region(id) => self
                .region(&id.code)
                .is_some_and(|region| region.midline == (id.side == Side::Midline)),
            Item::Stretch(id) => self.stretch(id).is_some(),
            Item::Method(id) => self.method(id).is_some(),
            Item::Programme(id) => self.programme(id).is_some(),
            Item::Section(id) => self.section(id).is_some(),
        }
    }
}
