//! `myomap check`: every fault of a data folder.

use super::{CliError, data_files::DataFiles};
use crate::{
    anatomy::faults::geometry_faults,
    app::document::wording,
    locale::Words,
    model::{
        catalog::Catalog,
        facts::Confidence,
        review::{by_kind, review, unnamed},
    },
    output::terminal::Paper,
};
use std::{collections::BTreeSet, io::Write, path::PathBuf, process::ExitCode};

#[derive(clap::Args, Debug)]
pub struct CheckArgs {
    /// A data folder. One with landmarks, regions and sources is checked by itself, another
    /// as an addition to the built-in data; without a folder the built-in data is checked
    dir: Option<PathBuf>,
    /// List the statements that an expert should look at, and the names that a language lacks
    #[arg(long)]
    review: bool,
    /// Print the faults, or the statements to review, as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(
    args: &CheckArgs,
    mut files: DataFiles,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<ExitCode, CliError> {
    if let Some(dir) = &args.dir {
        files = files.with_checked(dir)?;
    }
    let (catalog, mut report) = files.load();
    if !args.review {
        report = report.with(geometry_faults(&files.texts(), &catalog));
    }
    // A fault is told under the path by which the file can be opened.
    let shown = |file: &str| match &args.dir {
        Some(dir) if files.is_in_pack(file) => dir.join(file).display().to_string(),
        _ => format!("data/{file}"),
    };
    if args.review {
        print_review(args, &catalog, out)?;
    } else if args.json {
        let faults: Vec<_> = report
            .faults
            .iter()
            .map(|fault| {
                serde_json::json!({
                    "file": shown(&fault.file),
                    "line": fault.line,
                    "column": fault.column,
                    "what": fault.what,
                    "hint": fault.hint,
                })
            })
            .collect();
        json(out, &faults)?;
    } else {
        for fault in &report.faults {
            let mut fault = fault.clone();
            fault.file = shown(&fault.file);
            writeln!(out, "{fault}")?;
        }
        if report.is_clean() {
            writeln!(out, "No faults: {}.", summary(&catalog))?;
            for language in catalog.texts.languages() {
                let missing = catalog.texts.missing(catalog.all_texts(), language).len();
                let stale = catalog.texts.stale(language).len();
                if missing + stale > 0 {
                    writeln!(
                        out,
                        "Language {language}: {} to translate, {stale} made from another English text; see --review.",
                        count(missing, "text")
                    )?;
                }
            }
        }
    }
    if report.is_clean() {
        return Ok(ExitCode::SUCCESS);
    }
    let faulty: BTreeSet<_> = report.faults.iter().map(|fault| &fault.file).collect();
    let faults = count(report.faults.len() + report.more, "fault");
    writeln!(err, "myomap: {faults} in {}", count(faulty.len(), "file"))?;
    Ok(ExitCode::from(1))
}

/// What a catalogue holds, in numbers.
fn summary(catalog: &Catalog) -> String {
    [
        count(catalog.muscles.len(), "muscle"),
        count(catalog.points().count(), "point"),
        count(catalog.regions.len(), "region"),
        count(catalog.bones.len(), "bone"),
        count(catalog.shapes.len(), "shape"),
        count(catalog.methods.len(), "method"),
        count(catalog.stretches.len(), "stretch"),
        count(catalog.red_flags().len(), "warning sign"),
        count(catalog.contraindications.len(), "contraindication"),
        count(catalog.no_go_areas.len(), "no-go area"),
        count(catalog.sections().count(), "section"),
        count(catalog.programmes.len(), "programme"),
        count(catalog.plans.len(), "plan"),
        count(catalog.assessment.len(), "assessment item"),
        format!(
            "{} of range of motion",
            count(catalog.range_of_motion.len(), "test")
        ),
        count(catalog.techniques.len(), "technique"),
        count(catalog.sources.len(), "source"),
        count(catalog.landmarks.len(), "landmark"),
    ]
    .join(", ")
}

/// `1 fault`, `2 faults`.
pub fn count(number: usize, of: &str) -> String {
    match number {
        1 => format!("1 {of}"),
        _ if of.ends_with("ch") => format!("{number} {of}es"),
        _ => format!("{number} {of}s"),
    }
}

/// JSON and nothing else.
pub fn json(out: &mut dyn Write, value: &impl serde::Serialize) -> Result<(), CliError> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)?;
    Ok(())
}

fn print_review(args: &CheckArgs, catalog: &Catalog, out: &mut dyn Write) -> Result<(), CliError> {
    let items = review(catalog);
    if args.json {
        let items: Vec<_> = items
            .iter()
            .map(|item| {
                serde_json::json!({
                    "file": item.file,
                    "about": item.about,
                    "text": item.text,
                    "sources": item.sources,
                    "confidence": item.confidence,
                    "kind": item.kind,
                })
            })
            .chain(unnamed(catalog).into_iter().flat_map(|lacking| {
                let file = lacking.file;
                lacking.entries.into_iter().map(move |(id, english)| {
                    serde_json::json!({
                        "file": file,
                        "about": format!("{id} has no name"),
                        "text": english,
                        "sources": [],
                        "confidence": null,
                        "kind": "name",
                    })
                })
            }))
            .chain(catalog.texts.languages().flat_map(|language| {
                let missing = catalog
                    .texts
                    .missing(catalog.all_texts(), language)
                    .into_iter();
                missing.map(move |text| {
                    serde_json::json!({
                        "file": format!("locale/{language}/texts"),
                        "about": format!("{} is not translated", text.at),
                        "text": text.english,
                        "sources": [],
                        "confidence": null,
                        "kind": "translation",
                    })
                })
            }))
            .collect();
        return json(out, &items);
    }
    let words = Words::default();
    let mut paper = Paper::new(out);
    let mut file = "";
    for item in &items {
        if item.file != file {
            file = &item.file;
            let number = items.iter().filter(|other| other.file == file).count();
            paper.heading(&format!("{file} ({number})"))?;
        }
        paper.bullet(&format!(
            "{}: {} [{}; {}]",
            item.about,
            item.text,
            item.sources.join(", "),
            wording::within(&wording::confidence(&words, item.confidence).0)
        ))?;
    }
    for lacking in unnamed(catalog) {
        let number = lacking.entries.len();
        paper.heading(&format!(
            "{}: {} to add",
            lacking.file,
            count(number, "name")
        ))?;
        for (id, english) in lacking.entries {
            paper.bullet(&format!("{id}: {english}"))?;
        }
    }
    for language in catalog.texts.languages() {
        let missing = catalog.texts.missing(catalog.all_texts(), language);
        if !missing.is_empty() {
            paper.heading(&format!(
                "locale/{language}/texts: {} to translate",
                count(missing.len(), "text")
            ))?;
            for text in missing {
                paper.bullet(&format!("{}: {}", text.at, text.english))?;
            }
        }
        let stale = catalog.texts.stale(language);
        if !stale.is_empty() {
            paper.heading(&format!(
                "locale/{language}/texts: {} made from another English text, and not used",
                count(stale.len(), "translation")
            ))?;
            for at in stale {
                paper.bullet(at)?;
            }
        }
    }
    paper.heading("By kind: from memory of the manuals, confirmed in part")?;
    for kind in by_kind(&items) {
        paper.bullet(&format!(
            "{}: {}, {}",
            kind.kind, kind.recalled, kind.partly
        ))?;
    }
    let recalled = items
        .iter()
        .filter(|item| item.confidence == Confidence::Recalled)
        .count();
    paper.heading(&format!(
        "{} to review: {recalled} recalled, {} partly confirmed.",
        count(items.len(), "statement"),
        items.len() - recalled
    ))?;
    Ok(())
}
