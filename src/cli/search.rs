//! `myomap search`: what the search of the window finds, in the order in which it shows it.

use super::{CliError, check::json, language::LanguageArgs};
use crate::{
    app::search,
    locale::Words,
    model::{catalog::Catalog, side::Side},
    output::terminal::Paper,
    study::search::{Arranged, Hit},
};
use serde::Serialize;
use std::{io::Write, process::ExitCode};

#[derive(clap::Args, Debug)]
pub struct SearchArgs {
    #[arg(required = true)]
    words: Vec<String>,
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    language: LanguageArgs,
}

/// Something found, as programs get it.
#[derive(Serialize)]
struct Row {
    /// As `myomap show` reads it, e.g. `muscle`, `red_flag`; `view` for a link.
    kind: &'static str,
    /// Its own id, without a side.
    id: String,
    name: String,
    /// The link that opens it.
    link: String,
    /// By what it was found, e.g. `name`, `other_name`, `nerve`, `sign`.
    why: &'static str,
    /// The text by which it was found, where that is not its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<String>,
    /// How well it fits, to sort by.
    score: f32,
}

impl Row {
    fn of(hit: &Hit) -> Self {
        Self {
            kind: hit.kind,
            id: hit.id.clone(),
            name: hit.title.clone(),
            link: hit.item.link(),
            why: hit.why.as_str(),
            words: hit.because.clone(),
            score: hit.score,
        }
    }

    /// For a link, which opens by itself.
    fn view(link: &str, words: &Words) -> Self {
        Self {
            kind: "view",
            id: String::new(),
            name: words.say("search-open-link").into_owned(),
            link: link.to_owned(),
            why: "link",
            words: None,
            score: 1.0,
        }
    }
}

pub fn run(
    args: &SearchArgs,
    catalog: &Catalog,
    out: &mut dyn Write,
) -> Result<ExitCode, CliError> {
    let words = args.language.words(catalog)?;
    let query = args.words.join(" ");
    if let Some(link) = search::link_in(&query) {
        let row = Row::view(link, &words);
        if args.json {
            json(out, &[row])?;
        } else {
            writeln!(out, "{}  {}", row.name, row.link)?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let hits = search::search_index(&words, catalog).search(&query, Side::Left);
    if args.json {
        let rows: Vec<Row> = hits.iter().map(Row::of).collect();
        json(out, &rows)?;
        return Ok(ExitCode::SUCCESS);
    }
    let found = Arranged::of(hits);
    let mut paper = Paper::new(out);
    if found.best.is_empty() {
        paper.heading(&words.say("search-nothing"))?;
        return Ok(ExitCode::SUCCESS);
    }
    rows(&mut paper, &words.say("search-best"), &found.best, &words)?;
    for (group, hits) in &found.groups {
        rows(&mut paper, &search::heading(*group, &words), hits, &words)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A heading with what stands under it.
fn rows(paper: &mut Paper<'_>, heading: &str, hits: &[Hit], words: &Words) -> Result<(), CliError> {
    paper.heading(heading)?;
    let cells = |hit: &Hit| {
        vec![
            format!("  {}", hit.id),
            hit.title.clone(),
            hit.item.link(),
            search::place(hit, words),
        ]
    };
    let cells: Vec<Vec<String>> = hits.iter().map(cells).collect();
    Ok(paper.table(&cells)?)
}
