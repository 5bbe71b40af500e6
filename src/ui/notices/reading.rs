//! How long a notice stays: as long as it takes to read it, by the number of its words.
//!
//! The time is egui's, which is that of the input: none of a clock of its own.

use crate::app::state::{Notice, NoticeKind};
use egui::{Id, Ui};

/// Time to notice that there is something to read, seconds.
const TO_NOTICE_S: f64 = 3.0;
/// A slow reader's time for a word, seconds.
const A_WORD_S: f64 = 0.4;
/// What is written without spaces counts as a word for so many letters.
const LETTERS_A_WORD: usize = 8;
/// A warning asks for something to be thought over: it stays for so many times the time.
const WARNING: f64 = 2.0;
/// Shortest and longest, seconds.
const STAYS_S: (f64, f64) = (5.0, 90.0);
/// Left alone again, it stays for so long at least, seconds.
const AFTER_HELD_S: f64 = 2.0;

/// How far a notice is.
#[derive(Clone, Copy, Default)]
struct Reading {
    left_s: f64,
    seen_at_s: f64,
}

/// How many seconds a notice stays; none where it stays until it is dismissed.
fn stays_s(kind: NoticeKind, says: &str) -> Option<f64> {
    let letters = says.chars().count();
    let words = says
        .split_whitespace()
        .count()
        .max(letters / LETTERS_A_WORD);
    let to_read_s = TO_NOTICE_S + A_WORD_S * words as f64;
    let stays_s = match kind {
        NoticeKind::Info => to_read_s,
        NoticeKind::Warning => WARNING * to_read_s,
        NoticeKind::Error => return None,
    };
    Some(stays_s.clamp(STAYS_S.0, STAYS_S.1))
}

/// How many seconds are left for a notice on show, which is being read for as long as it is `held`; none where it
/// stays until it is dismissed.
pub(super) fn left_s(ui: &Ui, notice: &Notice, says: &str, held: bool) -> Option<f64> {
    let stays_s = stays_s(notice.kind, says)?;
    let now_s = ui.input(|input| input.time);
    let id = id(notice);
    let before = ui
        .data(|data| data.get_temp::<Reading>(id))
        .unwrap_or(Reading {
            left_s: stays_s,
            seen_at_s: now_s,
        });
    let left_s = match held {
        true => before.left_s.max(AFTER_HELD_S),
        false => before.left_s - (now_s - before.seen_at_s),
    };
    let reading = Reading {
        left_s,
        seen_at_s: now_s,
    };
    ui.data_mut(|data| data.insert_temp(id, reading));
    Some(left_s)
}

/// It is gone.
pub(super) fn forget(ui: &Ui, notice: &Notice) {
    ui.data_mut(|data| data.remove_temp::<Reading>(id(notice)));
}

fn id(notice: &Notice) -> Id {
    Id::new(("notice read", notice.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_words_and_warnings_stay_longer_and_errors_for_ever() {
        let short = stays_s(NoticeKind::Info, "Copied.").unwrap();
        let long = stays_s(NoticeKind::Info, &"word ".repeat(40)).unwrap();
        assert_eq!((short, long), (5.0, 19.0));
        assert_eq!(
            stays_s(NoticeKind::Warning, &"word ".repeat(40)),
            Some(38.0)
        );
        assert_eq!(stays_s(NoticeKind::Info, &"x".repeat(320)), Some(19.0));
        assert_eq!(
            stays_s(NoticeKind::Info, &"word ".repeat(9_999)),
            Some(90.0)
        );
        assert_eq!(stays_s(NoticeKind::Error, "Lost."), None);
    }
}
