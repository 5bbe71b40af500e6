//! The warning signs: which are asked, in which groups, and what answering them does.
//!
//! One group is on show at a time. Nothing is ranked before all of them are answered; an answer that stops ends it
//! with its group.

use super::state::{LocateState, LocateStep};
use crate::model::{
    catalog::Catalog,
    facts::{RedFlag, SignGroup, Urgency},
};
use std::collections::{BTreeMap, BTreeSet};

/// The warning signs of a group that are asked.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedGroup<'a> {
    /// The group.
    pub group: SignGroup,
    /// Its warning signs, the most urgent first; at least one.
    pub flags: Vec<&'a RedFlag>,
}

impl LocateState {
    /// The most urgent of the answers.
    #[must_use]
    pub fn urgency(&self) -> Option<Urgency> {
        self.answers.values().min().copied()
    }

    /// True where something of a warning sign is ticked.
    #[must_use]
    pub fn has_ticked(&self, flag: &RedFlag) -> bool {
        flag.answers()
            .any(|(id, ..)| self.answers.contains_key(&id))
    }

    /// The warning signs that concern what is painted, the most urgent first; while nothing is, those that were
    /// asked already or are always asked. What is ticked is always among them, so that it can be taken back.
    #[must_use]
    pub fn questions<'a>(&self, catalog: &'a Catalog) -> Vec<&'a RedFlag> {
        let regions: Vec<&str> = self.painted_regions().into_iter().collect();
        let painted = !regions.is_empty() || self.is_painted();
        let mut flags: Vec<&RedFlag> = match painted {
            true => catalog.red_flags_for(&regions),
            false => (catalog.red_flags().iter())
                .filter(|flag| flag.regions.is_empty() || self.asked.contains(&flag.id))
                .collect(),
        };
        let there: BTreeSet<&str> = flags.iter().map(|flag| flag.id.as_str()).collect();
        let ticked = catalog.red_flags().iter();
        flags.extend(
            ticked.filter(|flag| !there.contains(flag.id.as_str()) && self.has_ticked(flag)),
        );
        flags.sort_by_key(|flag| flag.exit);
        flags
    }

    /// The same by group, in the order in which they are asked.
    #[must_use]
    pub fn groups<'a>(&self, catalog: &'a Catalog) -> Vec<AskedGroup<'a>> {
        let mut groups: BTreeMap<SignGroup, Vec<&RedFlag>> = BTreeMap::new();
        for flag in self.questions(catalog) {
            groups.entry(flag.group).or_default().push(flag);
        }
        let group = |(group, flags)| AskedGroup { group, flags };
        groups.into_iter().map(group).collect()
    }

    /// Which of the groups is on show: an index into them.
    #[must_use]
    pub fn group_on_show(&self, groups: &[AskedGroup<'_>]) -> usize {
        let shown = groups
            .iter()
            .position(|asked| Some(asked.group) == self.group);
        shown.unwrap_or(0)
    }

    /// The warning signs that have still to be asked before anything is ranked.
    #[must_use]
    pub fn due<'a>(&self, catalog: &'a Catalog) -> Vec<&'a RedFlag> {
        if !self.is_painted() {
            return Vec::new();
        }
        let mut flags = self.questions(catalog);
        flags.retain(|flag| !self.asked.contains(&flag.id));
        flags
    }

    /// Asks all questions from their beginning.
    pub fn ask_anew(&mut self) {
        self.step = LocateStep::Questions;
        self.group = None;
        self.gone_through.clear();
        self.round += 1;
    }

    /// To the questions, from their beginning; where one of them has stopped it, to that group again.
    pub(super) fn review(&mut self) {
        match self.step == LocateStep::Stopped && self.group.is_some() {
            true => self.step = LocateStep::Questions,
            false => self.ask_anew(),
        }
    }

    /// The group on show is answered: on to the next one, or to the painting and its list, or to the advice.
    pub(super) fn finish_group(&mut self, catalog: &Catalog) {
        let groups = self.groups(catalog);
        let at = self.group_on_show(&groups);
        if let Some(answered) = groups.get(at) {
            let ids = answered.flags.iter().map(|flag| flag.id.clone());
            self.gone_through.extend(ids);
        }
        if self.urgency().is_some_and(Urgency::stops) {
            // Only these are answered now, and dated so: earlier ones for other places are asked again there.
            self.asked = self.gone_through.clone();
            self.step = LocateStep::Stopped;
            return;
        }
        let is_open = |asked: &AskedGroup| {
            let mut flags = asked.flags.iter();
            flags.any(|flag| !self.gone_through.contains(&flag.id))
        };
        let after = at + 1;
        let next = match after < groups.len() {
            true => Some(after),
            false => groups.iter().position(is_open),
        };
        if let Some(next) = next {
            self.group = Some(groups[next].group);
            self.step = LocateStep::Questions;
            return;
        }
        self.asked = std::mem::take(&mut self.gone_through);
        self.group = None;
        self.step = LocateStep::Painting;
    }

    /// Back to the group before; from the first one to the painting, with the questions left as they are.
    pub(super) fn back_a_group(&mut self, catalog: &Catalog) {
        let groups = self.groups(catalog);
        let at = self.group_on_show(&groups);
        if let Some(before) = at.checked_sub(1) {
            self.group = Some(groups[before].group);
            return;
        }
        self.group = None;
        self.gone_through.clear();
        self.step = self.step_of_answers();
    }

    /// Where the answers lead.
    pub(super) fn step_of_answers(&self) -> LocateStep {
        match self.urgency().is_some_and(Urgency::stops) {
            true => LocateStep::Stopped,
            false => LocateStep::Painting,
        }
    }
}
