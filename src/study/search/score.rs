//! How well an entry fits a query.

use super::{
    ask::Asked,
    entry::{Entry, Field},
    hit::{Group, Why},
    vocabulary::Vocabulary,
};

/// What a word that says little counts when one asks how much of a name was typed.
const WEAK_IN_A_NAME: f32 = 0.3;
/// A name of which no more than this is missing is the very name.
const NEARLY_ALL: f32 = 0.94;
/// The lift of an entry that was called by its very name.
const CALLED: f32 = 0.3;
/// The lift of a warning sign that was called so, and of one all of whose words are those of warning signs only:
/// that comes before anything else.
const WARNS: f32 = 0.5;

/// What a warning sign counts that shares only what pain anywhere shares with it: a place, an ache.
const PLAIN_SIGN: f32 = 0.7;

/// An entry's fit.
pub(super) struct Fit<'a> {
    pub(super) score: f32,
    /// How much of the query stands anywhere in the entry, 0 to 1.
    pub(super) share: f32,
    /// The text that says most of why it was found.
    pub(super) by: Option<&'a Field>,
}

/// Fits an entry; none where no word of the query stands in it. `warning`: for each stem, whether warning signs alone
/// have it.
pub(super) fn fit<'a>(
    entry: &'a Entry,
    asked: &[Asked],
    vocabulary: &Vocabulary,
    warning: &[bool],
) -> Option<Fit<'a>> {
    let total: f32 = asked.iter().map(|asked| asked.weight).sum();
    let (mut score, mut share, mut warns) = (0.0, 0.0, 0.0);
    for asked in asked {
        let (mut best, mut fits, mut stem) = (0.0_f32, 0.0_f32, None);
        for field in &entry.fields {
            for &word in &field.words {
                let strength = asked.strengths[word];
                best = best.max(strength * field.why.weight());
                if strength > fits {
                    (fits, stem) = (strength, Some(vocabulary.stem(word)));
                }
            }
        }
        score += asked.weight * best / total;
        share += asked.weight * fits / total;
        if stem.is_some_and(|stem| warning[stem]) {
            warns += asked.weight * fits / total;
        }
    }
    if share <= 0.0 {
        return None;
    }
    let mut lift = 0.0;
    let mut by: Option<&Field> = None;
    for field in &entry.fields {
        let this = lift_by(field, asked, total, vocabulary, entry.kind == "red_flag");
        if this > lift + 1e-4 {
            (lift, by) = (this, Some(field));
        }
    }
    score += lift;
    if entry.group == Group::Safety {
        score += WARNS * warns;
    }
    let called = by.is_some_and(|by| by.why.names()) && lift >= 1.0;
    let plain = entry.kind == "red_flag" && warns <= 0.0 && !called;
    let importance = match plain {
        true => PLAIN_SIGN,
        false => entry.group.importance(),
    };
    Some(Fit {
        score: score * importance,
        share,
        by,
    })
}

/// What a field adds when much of the query stands in it, or all of it was typed.
fn lift_by(
    field: &Field,
    asked: &[Asked],
    total: f32,
    vocabulary: &Vocabulary,
    is_sign: bool,
) -> f32 {
    let mut answered = 0.0;
    let mut words = 0;
    for asked in asked {
        let best = field.words.iter().map(|&word| asked.strengths[word]);
        let best = best.fold(0.0, f32::max);
        answered += asked.weight * best / total;
        words += usize::from(best > 0.0);
    }
    if answered <= 0.0 {
        return 0.0;
    }
    if field.why.is_read() {
        // A word alone stands in many sentences.
        if words < 2 && field.why == Why::Text {
            return 0.0;
        }
        return 1.2 * field.why.weight() * answered * answered;
    }
    let (mut covered, mut whole) = (0.0, 0.0);
    for &word in &field.words {
        let counts = match vocabulary.is_weak(vocabulary.stem(word)) {
            true => WEAK_IN_A_NAME,
            false => 1.0,
        };
        let best = asked.iter().map(|asked| asked.strengths[word]);
        covered += counts * best.fold(0.0, f32::max);
        whole += counts;
    }
    let covered = covered / whole;
    let called = field.why.names() && covered >= NEARLY_ALL && answered >= NEARLY_ALL;
    let called = match (called, is_sign) {
        (true, true) => CALLED + WARNS,
        (true, false) => CALLED,
        (false, _) => 0.0,
    };
    field.why.weight() * covered * answered + called
}
