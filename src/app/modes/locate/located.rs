//! What the painting leads to, kept in step with it: worked out anew where the painting changed, and only then.

use super::state::{LocateState, LocateStep};
use crate::{
    model::{catalog::Catalog, ids::PointId},
    study::locate::{
        compare::{Compared, compare},
        engine::Engine,
        explain::Explanation,
        findings::{Findings, explained, findings},
    },
};
use std::{collections::BTreeSet, sync::Arc};

/// The points that explain several pains.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Together {
    /// In the order in which they were taken.
    pub points: Vec<PointId>,
    /// What they explain; one share for each pain of the state, in its order.
    pub explanation: Explanation,
}

/// The prepared body, and what the state's painting leads to on it.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "window", derive(bevy::prelude::Resource))]
pub struct Located {
    /// The body.
    pub engine: Arc<Engine>,
    /// For the pain that is painted.
    pub findings: Findings,
    /// For all pains, where that was asked for.
    pub together: Option<Together>,
    /// Ids of the warning signs that are to be asked before anything is ranked, the most urgent first.
    pub due: Vec<String>,
    /// What `due` was worked out from: all paint, and what was asked.
    due_for: (Vec<Vec<u8>>, BTreeSet<String>),
    /// What `findings` were worked out from.
    strengths: Vec<u8>,
    /// What `together` was worked out from.
    all: Vec<Vec<u8>>,
}

impl Located {
    /// Nothing painted yet on a body.
    #[must_use]
    pub fn new(engine: Arc<Engine>) -> Self {
        Self {
            engine,
            findings: Findings::Nothing,
            together: None,
            due: Vec::new(),
            due_for: (Vec::new(), BTreeSet::new()),
            strengths: Vec::new(),
            all: Vec::new(),
        }
    }

    /// Brings everything in step with the state; true where anything changed. Nothing is ranked before the warning
    /// signs that concern what is painted are answered, nor while one of them stops.
    pub fn follow(&mut self, state: &LocateState, catalog: &Catalog) -> bool {
        let mut changed = self.follow_questions(state, catalog);
        let asked = state.step == LocateStep::Painting && self.due.is_empty();
        let strengths: &[u8] = if asked { state.strengths() } else { &[] };
        if self.strengths != strengths {
            self.strengths = strengths.to_vec();
            self.findings = findings(&self.engine, strengths);
            changed = true;
        }
        if !(asked && state.explain_all) {
            changed |= self.together.take().is_some();
            return changed;
        }
        let all: Vec<&[u8]> = (state.pains.iter())
            .map(|pain| pain.painting.strengths())
            .collect();
        if self.together.is_none() || self.all != all {
            let (points, explanation) = explained(&self.engine, &all);
            self.all = all.into_iter().map(<[u8]>::to_vec).collect();
            self.together = Some(Together {
                points,
                explanation,
            });
            changed = true;
        }
        changed
    }

    fn follow_questions(&mut self, state: &LocateState, catalog: &Catalog) -> bool {
        let painted = state.pains.iter().map(|pain| pain.painting.strengths());
        let (before, asked) = &self.due_for;
        if before.iter().map(Vec::as_slice).eq(painted.clone()) && *asked == state.asked {
            return false;
        }
        self.due_for = (painted.map(<[u8]>::to_vec).collect(), state.asked.clone());
        let due = state
            .due(catalog)
            .into_iter()
            .map(|flag| flag.id.clone())
            .collect();
        let changed = self.due != due;
        self.due = due;
        changed
    }

    /// A painting beside the pattern of a point: one value for each sample of the skin. None where the point has
    /// no pattern.
    #[must_use]
    pub fn compared(&self, point: &PointId, strengths: &[u8]) -> Option<Vec<Compared>> {
        let patterns = &self.engine.patterns;
        let number = (patterns.all.iter()).position(|x| x.zones.point == *point)?;
        Some(compare(patterns, strengths, number))
    }
}
