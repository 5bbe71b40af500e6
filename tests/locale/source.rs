//! What a source file says: the keys in it, and the texts it has of its own.

use std::collections::BTreeSet;

/// A key that is said.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    /// The key.
    pub key: String,
    /// The variables given with it, where they are written out in the call.
    pub given: Option<BTreeSet<String>>,
}

/// How keys are named.
const CALLS: [&str; 3] = [".say(", ".say_with(", "Key("];

/// Every key in a source; a fault where a call does not write its key out.
pub fn said(source: &str) -> Result<Vec<Said>, String> {
    let source = without_comments(source);
    let mut all = Vec::new();
    for call in CALLS {
        for (at, _) in source.match_indices(call) {
            // Another name that ends so, and the definition itself.
            let before = &source[..at];
            if call == "Key(" && before.ends_with(|c: char| c.is_alphanumeric())
                || before.ends_with("struct ")
            {
                continue;
            }
            let rest = source[at + call.len()..].trim_start();
            let Some(key) = rest
                .strip_prefix('"')
                .and_then(|rest| rest.split('"').next())
            else {
                let line = source[..at].matches('\n').count() + 1;
                return Err(format!(
                    "line {line}: {call}…) must have its key written out"
                ));
            };
            all.push(Said {
                key: key.to_owned(),
                given: match call {
                    ".say(" => Some(BTreeSet::new()),
                    ".say_with(" => given(rest),
                    _ => None,
                },
            });
        }
    }
    Ok(all)
}

/// The names in `"key", &[("name", …), …])`; nothing where the list stands elsewhere.
fn given(call: &str) -> Option<BTreeSet<String>> {
    let end = end_of_arguments(call);
    let list = call[..end].split_once("&[")?.1.trim_start();
    let list = list.strip_prefix('(')?;
    Some(
        std::iter::once(0)
            .chain(list.match_indices('(').map(|(at, _)| at + 1))
            .filter_map(|at| {
                let (name, rest) = list[at..].trim_start().strip_prefix('"')?.split_once('"')?;
                rest.starts_with(',').then(|| name.to_owned())
            })
            .collect(),
    )
}

/// Where the bracket closes that was open before `call`.
fn end_of_arguments(call: &str) -> usize {
    let mut depth = 1;
    for (at, c) in call.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    call.len()
}

/// Texts in a source that look like something said to the user: they begin with a capital
/// letter and have a second word, or are one capitalised word of five letters or more.
pub fn own_words(source: &str) -> Vec<String> {
    // Texts in tests are theirs.
    let source = source.split("#[cfg(test)]").next().unwrap();
    without_comments(source)
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|text| {
            let mut letters = text.chars();
            let capital = letters.next().is_some_and(char::is_uppercase);
            let word = letters.clone().take_while(|c| c.is_lowercase()).count();
            let alone = text.chars().all(char::is_alphabetic);
            capital && ((word >= 1 && text.contains(' ')) || (word >= 4 && alone))
        })
        .filter(|text| *text != "Ctrl K")
        .map(str::to_owned)
        .collect()
}

/// The source without its comments, line for line.
fn without_comments(source: &str) -> String {
    source
        .lines()
        .map(|line| {
            // A text may have two slashes; one with an odd number of quotes before them is in it.
            let comment = line
                .match_indices("//")
                .map(|(at, _)| at)
                .find(|at| line[..*at].matches('"').count() % 2 == 0);
            &line[..comment.unwrap_or(line.len())]
        })
        .collect::<Vec<_>>()
        .join("\n")
}
