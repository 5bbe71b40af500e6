//! What was selected before, to go back to.

use super::state::AppState;

/// Selections that can be gone back to.
const LONGEST_HISTORY: usize = 100;

/// Takes the selection away and puts it among what was selected before.
pub fn remember(state: &mut AppState) {
    if let Some(before) = state.selection.take() {
        state.back.push(before);
        state.forward.clear();
        if state.back.len() > LONGEST_HISTORY {
            state.back.remove(0);
        }
    }
}
