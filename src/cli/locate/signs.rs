//! The warning signs to think of before any point, for where it hurts.

use crate::{
    app::naming::said,
    cli::CliError,
    locale::Words,
    model::{
        catalog::Catalog,
        facts::{RedFlag, Urgency},
    },
    output::terminal::Paper,
};
use serde::Serialize;

/// A warning sign as programs get it.
#[derive(Serialize)]
pub struct SignRow {
    id: String,
    name: String,
    exit: Urgency,
    question: String,
    /// What may be ticked: the answer's id, what it says, how soon to be seen.
    answers: Vec<AnswerRow>,
}

#[derive(Serialize)]
struct AnswerRow {
    id: String,
    says: String,
    exit: Urgency,
}

/// The signs of some regions, the most urgent first.
pub fn rows(catalog: &Catalog, words: &Words, regions: &[&str]) -> Vec<SignRow> {
    let row = |flag: &RedFlag| SignRow {
        id: flag.id.clone(),
        name: said(&flag.name, catalog, words).to_owned(),
        exit: flag.exit,
        question: said(&flag.question, catalog, words).to_owned(),
        answers: (flag.answers())
            .map(|(id, says, exit)| AnswerRow {
                id,
                says: said(says, catalog, words).to_owned(),
                exit,
            })
            .collect(),
    };
    of(catalog, regions).into_iter().map(row).collect()
}

/// Names the signs of some regions under what they call for.
pub fn print(
    paper: &mut Paper<'_>,
    catalog: &Catalog,
    words: &Words,
    regions: &[&str],
) -> Result<(), CliError> {
    let flags = of(catalog, regions);
    if flags.is_empty() {
        return Ok(());
    }
    paper.heading(&words.say("locate-signs-first"))?;
    for urgency in Urgency::ALL {
        let names: Vec<String> = (flags.iter())
            .filter(|flag| flag.exit == urgency)
            .map(|flag| format!("{} ({})", said(&flag.name, catalog, words), flag.id))
            .collect();
        if let Some(exit) = catalog.urgency_words(urgency).filter(|_| !names.is_empty()) {
            paper.bullet(&format!(
                "{}: {}",
                said(&exit.name, catalog, words),
                names.join("; ")
            ))?;
        }
    }
    paper.text(&words.say("locate-signs-in-full"))?;
    paper.heading(&words.say("locate-results"))?;
    Ok(())
}

fn of<'a>(catalog: &'a Catalog, regions: &[&str]) -> Vec<&'a RedFlag> {
    let mut flags = catalog.red_flags_for(regions);
    flags.sort_by_key(|flag| flag.exit);
    flags
}
