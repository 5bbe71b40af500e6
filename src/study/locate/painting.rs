//! What the user has painted: one pain's strengths over the skin's samples, with undo and redo.
//!
//! Not here: which samples a brush covers (`anatomy::painting`), and what a painting means.

use crate::model::painted::{MOST_SAMPLES, STRONGEST};
use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
};

/// Strokes that can be taken back: more than anybody counts, few enough to be kept in memory.
pub const MOST_STROKES: usize = 200;

/// A stroke: for each sample it changed, the strength before and after.
type Stroke = BTreeMap<u32, (u8, u8)>;

/// Strengths over the samples of a skin, 0 (nothing) to [`STRONGEST`]. Strengths and strokes are shared between
/// copies, so that a copy costs little.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Painting {
    strengths: Arc<Vec<u8>>,
    done: VecDeque<Arc<Stroke>>,
    undone: Vec<Arc<Stroke>>,
    /// The stroke that has begun and not ended.
    open: Option<Stroke>,
}

impl Painting {
    /// A painting that begins with these strengths; they are no stroke and cannot be taken back.
    pub fn begun_with(strengths: Vec<u8>) -> Self {
        let known = strengths.into_iter().take(MOST_SAMPLES as usize);
        let known: Vec<u8> = known.map(|strength| strength.min(STRONGEST)).collect();
        Self {
            strengths: known.into(),
            ..Self::default()
        }
    }

    /// Strength of each sample; those after the last one painted may be missing, and are 0.
    pub fn strengths(&self) -> &[u8] {
        &self.strengths
    }

    /// The same, to be kept beside the painting without copying it.
    pub fn shared_strengths(&self) -> Arc<Vec<u8>> {
        self.strengths.clone()
    }

    /// True where nothing is painted.
    pub fn is_empty(&self) -> bool {
        self.strengths.iter().all(|&strength| strength == 0)
    }

    /// Begins a stroke: what is painted until [`Painting::end_stroke`] is taken back as one. A stroke
    /// that has not ended ends.
    pub fn start_stroke(&mut self) {
        self.end_stroke();
        self.open = Some(Stroke::new());
    }

    /// Gives samples a strength, 0 to erase; more than [`STRONGEST`] counts as that. Outside of a stroke
    /// it is a stroke of its own. False where all of them have it already.
    pub fn paint(&mut self, samples: &[u32], strength: u8) -> bool {
        let after = strength.min(STRONGEST);
        let differs = |sample: &&u32| match self.strengths.get(**sample as usize) {
            Some(before) => *before != after,
            None => after > 0 && **sample < MOST_SAMPLES,
        };
        let changing: Vec<u32> = samples.iter().filter(differs).copied().collect();
        let Some(last) = changing.iter().max() else {
            return false;
        };
        let alone = self.open.is_none();
        let stroke = self.open.get_or_insert_default();
        let strengths = Arc::make_mut(&mut self.strengths);
        if strengths.len() <= *last as usize {
            strengths.resize(*last as usize + 1, 0);
        }
        for sample in changing {
            let value = &mut strengths[sample as usize];
            stroke.entry(sample).or_insert((*value, after)).1 = after;
            *value = after;
        }
        if alone {
            self.end_stroke();
        }
        true
    }

    /// Takes everything away, as one stroke.
    pub fn clear(&mut self) {
        self.end_stroke();
        let all: Vec<u32> = (0..self.strengths.len() as u32).collect();
        self.paint(&all, 0);
    }

    /// Ends the stroke; one that changed nothing is no step to take back.
    pub fn end_stroke(&mut self) {
        let Some(mut stroke) = self.open.take() else {
            return;
        };
        stroke.retain(|_, (before, after)| before != after);
        if stroke.is_empty() {
            return;
        }
        self.undone.clear();
        self.done.push_back(Arc::new(stroke));
        if self.done.len() > MOST_STROKES {
            self.done.pop_front();
        }
    }

    /// Takes the last stroke back; false where there is none.
    pub fn undo(&mut self) -> bool {
        self.end_stroke();
        let Some(stroke) = self.done.pop_back() else {
            return false;
        };
        let strengths = Arc::make_mut(&mut self.strengths);
        for (&sample, &(before, _)) in stroke.iter() {
            strengths[sample as usize] = before;
        }
        self.undone.push(stroke);
        true
    }

    /// True where there is a stroke to take back.
    pub fn can_undo(&self) -> bool {
        self.open.is_some() || !self.done.is_empty()
    }

    /// True where there is a stroke to do again.
    pub fn can_redo(&self) -> bool {
        self.open.is_none() && !self.undone.is_empty()
    }

    /// Does a stroke again that was taken back; false where there is none.
    pub fn redo(&mut self) -> bool {
        self.end_stroke();
        let Some(stroke) = self.undone.pop() else {
            return false;
        };
        let strengths = Arc::make_mut(&mut self.strengths);
        for (&sample, &(_, after)) in stroke.iter() {
            strengths[sample as usize] = after;
        }
        self.done.push_back(stroke);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_stroke_is_taken_back_as_one() {
        let mut painting = Painting::default();
        painting.start_stroke();
        painting.paint(&[1, 2], 2);
        painting.paint(&[2, 3, u32::MAX], 9);
        assert!(painting.can_undo() && !painting.can_redo());
        painting.end_stroke();
        assert_eq!(painting.strengths(), [0, 2, 3, 3]);
        painting.paint(&[1], 2);
        assert!(painting.undo());
        assert!(painting.is_empty());
        assert!(!painting.undo());
        assert!(painting.redo());
        painting.clear();
        assert!(painting.is_empty());
        assert!(painting.undo());
        assert_eq!(painting.strengths()[2], 3);
    }

    #[test]
    fn a_new_stroke_forgets_what_was_taken_back() {
        let mut painting = Painting::default();
        painting.paint(&[0], 1);
        assert!(painting.undo());
        painting.paint(&[1], 1);
        assert!(!painting.redo());
    }

    proptest! {
        #[test]
        fn all_strokes_can_be_taken_back_and_done_again(
            strokes in prop::collection::vec((prop::collection::vec(0u32..40, 0..12), 0u8..5), 0..150),
        ) {
            let mut painting = Painting::default();
            for (samples, strength) in &strokes {
                painting.paint(samples, *strength);
            }
            let painted = painting.strengths().to_vec();
            while painting.undo() {}
            prop_assert!(painting.is_empty());
            while painting.redo() {}
            prop_assert_eq!(painting.strengths(), painted);
        }
    }
}
