//! "Did you mean …?": the known word nearest to an unknown one.

/// Longest text compared, on either side; a longer one is not a misspelt id.
const LONGEST: usize = 120;

/// The nearest of the known words, if it is near enough to be meant: at most a third of
/// the letters differ, letter case aside. The first of equally near ones.
pub fn closest<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if text.len() > LONGEST {
        return None;
    }
    let text = text.to_lowercase();
    let allowed = (text.chars().count() / 3).max(1);
    known
        .into_iter()
        .filter(|word| word.len() <= LONGEST)
        .map(|word| {
            let distance = strsim::damerau_levenshtein(&text, &word.to_lowercase());
            (distance, word)
        })
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// A text from outside as it may be repeated in a message: quoted, on one line, not too long.
pub fn quoted(text: &str) -> String {
    const SHOWN: usize = 60;
    let mut shown: String = text
        .chars()
        .take(SHOWN)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    format!("\"{shown}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_offered_and_a_far_one_is_not() {
        let known = ["temple", "vertex", "TRA-1", "TRA-2"];
        assert_eq!(closest("templ", known), Some("temple"));
        assert_eq!(closest("tra-1", known), Some("TRA-1"));
        assert_eq!(closest("TRA-9", known), Some("TRA-1"));
        assert_eq!(closest("kidney", known), None);
        let endless = "x".repeat(1_000_000);
        assert_eq!(closest(&endless, known), None);
        assert_eq!(closest("xxx", [endless.as_str(), "xxy"]), Some("xxy"));
    }

    #[test]
    fn a_hostile_text_is_shown_shortly() {
        assert_eq!(quoted("a\u{1b}[31m\n"), "\"a [31m \"");
        assert!(quoted(&"é".repeat(10_000)).chars().count() < 70);
    }
}
