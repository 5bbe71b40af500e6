//! `myomap check`: every fault of a data folder.

use super::{CliError, data_files::DataFiles};
use crate::{
    anatomy::faults::geometry_faults,
    app::document::wording,
    locale::{Key, Words},
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
    dir: Option<PathBuf>,
    #[arg(long)]
    review: bool,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(
    args: &CheckArgs,
    mut files: DataFiles,
    words: &Words,
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
        print_review(args, &catalog, words, out)?;
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
            let counts = [("counts", summary(&catalog, words).into())];
            writeln!(out, "{}", words.say_with("command-no-faults", &counts))?;
            for language in catalog.texts.languages() {
                let missing = catalog.texts.missing(catalog.all_texts(), language).len();
                let stale = catalog.texts.stale(language).len();
                if missing + stale > 0 {
                    let said = [
                        ("language", language.to_string().into()),
                        ("missing", missing.into()),
                        ("stale", stale.into()),
                    ];
                    writeln!(out, "{}", words.say_with("command-untranslated", &said))?;
                }
            }
        }
    }
    if report.is_clean() {
        return Ok(ExitCode::SUCCESS);
    }
    let faulty: BTreeSet<_> = report.faults.iter().map(|fault| &fault.file).collect();
    let said = [
        ("faults", (report.faults.len() + report.more).into()),
        ("files", faulty.len().into()),
    ];
    let said = words.say_with("command-faults-in-files", &said);
    writeln!(err, "myomap: {said}")?;
    Ok(ExitCode::from(1))
}

/// What a catalogue holds, in numbers.
fn summary(catalog: &Catalog, words: &Words) -> String {
    let fasciae = catalog.bones.iter().filter(|bone| bone.tissue.is_fibrous());
    let fasciae = fasciae.count();
    let counts = [
        (catalog.muscles.len(), Key("command-count-muscles")),
        (catalog.points().count(), Key("command-count-points")),
        (catalog.regions.len(), Key("command-count-regions")),
        (catalog.bones.len() - fasciae, Key("command-count-bones")),
        (fasciae, Key("command-count-fasciae")),
        (catalog.shapes.len(), Key("command-count-shapes")),
        (catalog.methods.len(), Key("command-count-methods")),
        (catalog.stretches.len(), Key("command-count-stretches")),
        (catalog.red_flags().len(), Key("command-count-red-flags")),
        (
            catalog.contraindications.len(),
            Key("command-count-contraindications"),
        ),
        (catalog.no_go_areas.len(), Key("command-count-no-go-areas")),
        (catalog.sections().count(), Key("command-count-sections")),
        (catalog.programmes.len(), Key("command-count-programmes")),
        (catalog.plans.len(), Key("command-count-plans")),
        (catalog.assessment.len(), Key("command-count-assessment")),
        (
            catalog.range_of_motion.len(),
            Key("command-count-range-of-motion"),
        ),
        (catalog.techniques.len(), Key("command-count-techniques")),
        (catalog.sources.len(), Key("command-count-sources")),
        (catalog.landmarks.len(), Key("command-count-landmarks")),
    ];
    let told =
        counts.map(|(count, key)| words.key_with(key, &[("count", count.into())]).into_owned());
    told.join(", ")
}

/// JSON and nothing else.
pub fn json(out: &mut dyn Write, value: &impl serde::Serialize) -> Result<(), CliError> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)?;
    Ok(())
}

fn print_review(
    args: &CheckArgs,
    catalog: &Catalog,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), CliError> {
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
            wording::within(&wording::confidence(words, item.confidence).0)
        ))?;
    }
    for lacking in unnamed(catalog) {
        let number = lacking.entries.len();
        let said = [
            ("file", lacking.file.clone().into()),
            ("count", number.into()),
        ];
        paper.heading(&words.say_with("command-names-to-add", &said))?;
        for (id, english) in lacking.entries {
            paper.bullet(&format!("{id}: {english}"))?;
        }
    }
    for language in catalog.texts.languages() {
        let missing = catalog.texts.missing(catalog.all_texts(), language);
        if !missing.is_empty() {
            let said = [
                ("language", language.to_string().into()),
                ("count", missing.len().into()),
            ];
            paper.heading(&words.say_with("command-texts-to-translate", &said))?;
            for text in missing {
                paper.bullet(&format!("{}: {}", text.at, text.english))?;
            }
        }
        let stale = catalog.texts.stale(language);
        if !stale.is_empty() {
            let said = [
                ("language", language.to_string().into()),
                ("count", stale.len().into()),
            ];
            paper.heading(&words.say_with("command-texts-stale", &said))?;
            for at in stale {
                paper.bullet(at)?;
            }
        }
    }
    paper.heading(&words.say("command-by-kind"))?;
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
    let said = [
        ("count", items.len().into()),
        ("recalled", recalled.into()),
        ("partly", (items.len() - recalled).into()),
    ];
    paper.heading(&words.say_with("command-to-review", &said))?;
    Ok(())
}
