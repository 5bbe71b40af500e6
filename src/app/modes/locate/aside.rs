//! What is put aside when something takes its place: a link, or a new beginning. Undo comes back to it.

use super::state::{Answers, LocateState, Paintings};

/// Paintings that undo can bring back after something took their place; the oldest goes first.
const MOST_REPLACED: usize = 8;

impl LocateState {
    /// Puts other pains in the place of these and gives these; the answers as well, where they belong to them.
    pub(super) fn exchange(&mut self, other: Paintings) -> Paintings {
        self.hovered = None;
        Paintings {
            pains: std::mem::replace(&mut self.pains, other.pains),
            current: std::mem::replace(&mut self.current, other.current),
            answers: other.answers.map(|answers| self.exchange_answers(answers)),
        }
    }

    fn exchange_answers(&mut self, other: Answers) -> Answers {
        let before = Answers {
            ticked: std::mem::replace(&mut self.answers, other.ticked),
            asked: std::mem::replace(&mut self.asked, other.asked),
            answered_at: std::mem::replace(&mut self.answered_at, other.answered_at),
        };
        self.step = self.step_of_answers();
        before
    }

    /// Begins anew: nothing answered, nothing painted. What there was is put aside, and undo brings it back.
    pub(super) fn start_again(&mut self) {
        self.end_stroke();
        let is_worth_keeping =
            self.is_painted() || !self.answers.is_empty() || !self.asked.is_empty();
        let before = Paintings {
            pains: std::mem::take(&mut self.pains),
            current: self.current,
            answers: Some(Answers {
                ticked: std::mem::take(&mut self.answers),
                asked: std::mem::take(&mut self.asked),
                answered_at: self.answered_at.take(),
            }),
        };
        if is_worth_keeping {
            self.put_aside(before);
        }
        *self = Self {
            skin: self.skin.take(),
            failure: self.failure.take(),
            replaced: std::mem::take(&mut self.replaced),
            round: self.round + 1,
            ..Self::default()
        };
    }

    /// Keeps what was painted before something else takes its place.
    pub(super) fn put_aside(&mut self, before: Paintings) {
        self.replaced.push(before);
        self.replacing.clear();
        if self.replaced.len() > MOST_REPLACED {
            self.replaced.remove(0);
        }
    }
}
