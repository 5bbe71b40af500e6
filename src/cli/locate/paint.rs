//! `myomap locate --paint FILE`: the points for what is painted.

use super::{Found, LocateArgs, Row, SHOWN, name_of, signs, wording};
use crate::{
    anatomy::scene::Scene,
    cli::{CliError, check::json, error, tell_unbuilt},
    locale::Words,
    model::{catalog::Catalog, facts::Zone, ids::RegionId, side::Side},
    output::terminal::Paper,
    store::{TextFileError, read_text},
    study::locate::{
        engine::Engine,
        painting_file::{LONGEST_FILE, PaintingFileError, SavedPain, check_head, read},
        patterns::PointPattern,
        prior::{is_of_low_back, is_often},
        reason::Painted,
        score::{Answer, Match, rank},
    },
};
use std::{collections::BTreeSet, io::Write, path::Path, process::ExitCode};

/// A region with at least this share of its samples painted counts as painted.
const PAINTED: f32 = 0.2;
/// A region of which at least this share is painted is asked about: a brush strays over edges.
const TOUCHED: f32 = 0.05;

pub fn run(
    file: &Path,
    args: &LocateArgs,
    catalog: &Catalog,
    told: &Words,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<ExitCode, CliError> {
    let fault = |why: String| {
        let args = [
            ("file", file.display().to_string().into()),
            ("why", why.into()),
        ];
        CliError::Unknown(told.say_with("command-unreadable", &args).into_owned())
    };
    let no_painting = |why: &PaintingFileError| fault(error::painting(why, told));
    let text = read_text(file, LONGEST_FILE as u64).map_err(|why| match why {
        // As one that is larger by little is told.
        TextFileError::TooLarge(_) => no_painting(&PaintingFileError::TooLong),
        why => fault(error::text_file(&why, told)),
    })?;
    check_head(&text).map_err(|why| no_painting(&why))?;
    let scene = Scene::compile(catalog);
    tell_unbuilt(&scene.problems, err)?;
    let engine = Engine::new(catalog, &scene).map_err(|error| fault(error.to_string()))?;
    let pains = read(&text, &engine.skin).map_err(|why| no_painting(&why))?;
    let several = pains.len() > 1;
    let words = args.language.words(catalog)?;
    // The signs of every place that is painted, of all pains.
    let mut places = BTreeSet::new();
    for pain in &pains {
        let regions = engine.skin.painted_regions(&pain.strengths).into_iter();
        places.extend(
            regions
                .filter(|(_, share)| *share >= TOUCHED)
                .map(|(id, _)| id.code.as_str()),
        );
    }
    let places: Vec<&str> = places.into_iter().collect();
    let mut rows = Vec::new();
    let mut paper = Vec::new();
    let mut plain = Vec::new();
    for (number, pain) in pains.iter().enumerate() {
        let name = match pain.name.as_str() {
            "" => {
                let number = [("number", (number + 1).into())];
                words.say_with("locate-pain-number", &number).into_owned()
            }
            name => name.to_owned(),
        };
        let found = match rank(&engine.patterns, &pain.strengths) {
            Answer::Ranked(found) if !found.is_empty() => found,
            other => {
                let told = match other {
                    Answer::Nothing => words.say("locate-nothing-painted"),
                    Answer::Everywhere => words.say("locate-painted-everywhere"),
                    Answer::Ranked(_) => words.say("locate-no-point-there"),
                };
                plain.push(format!("{name}: {told}"));
                continue;
            }
        };
        let own = listed(catalog, &words, &engine, pain, &found);
        let top = args.top.map(|top| top as usize);
        paper.push((name.clone(), own.len(), top.unwrap_or(SHOWN).min(own.len())));
        let kept = if args.json { top } else { top.or(Some(SHOWN)) };
        for mut row in own.into_iter().take(kept.unwrap_or(usize::MAX)) {
            row.pain = several.then(|| name.clone());
            rows.push(row);
        }
    }
    if pains.is_empty() {
        plain.push(words.say("locate-nothing-painted").into_owned());
    }
    if args.json {
        let found = Found {
            warning_signs: signs::rows(catalog, &words, &places),
            points: rows,
        };
        json(out, &found)?;
        for line in plain {
            writeln!(err, "myomap: {line}")?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let mut page = Paper::new(out);
    signs::print(&mut page, catalog, &words, &places)?;
    let mut rows = rows.iter();
    for (name, all, shown) in paper {
        if several {
            page.heading(&name)?;
        }
        for row in rows.by_ref().take(shown) {
            let line = wording::Line {
                point: &row.point,
                name: row.name.clone(),
                side: row.side,
                score: row.score,
                reason: row.reason.clone(),
            };
            page.bullet(&line.in_words(&words))?;
        }
        if shown < all {
            page.heading(&wording::more(&words, all - shown))?;
        }
    }
    let any = plain.len() < pains.len();
    for line in plain {
        page.text(&line)?;
    }
    if any {
        page.heading(&words.say("locate-fit-of-painted"))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn listed(
    catalog: &Catalog,
    words: &Words,
    engine: &Engine,
    pain: &SavedPain,
    found: &[Match],
) -> Vec<Row> {
    let painted = Painted::new(&engine.patterns, &engine.samples, &pain.strengths);
    let regions: Vec<&RegionId> = (engine.skin.painted_regions(&pain.strengths).into_iter())
        .filter(|(_, share)| *share >= PAINTED)
        .map(|(id, _)| id)
        .collect();
    let of_low_back = is_of_low_back(regions.iter().map(|id| id.code.as_str()));
    found
        .iter()
        .map(|one| {
            let pattern: &PointPattern = &engine.patterns.all[one.pattern];
            let zones = &pattern.zones;
            let point = catalog.point(&zones.point.code).map(|(_, point)| point);
            let within = |zone: Option<&Zone>| -> Vec<String> {
                let holds = |id: &&&RegionId| {
                    zone.is_some_and(|zone| {
                        let same = id.side == zones.point.side || id.side == Side::Midline;
                        (same && zone.regions.contains(&id.code))
                            || (id.side != zones.point.side && zone.opposite.contains(&id.code))
                    })
                };
                let held = regions.iter().filter(holds);
                held.map(ToString::to_string).collect()
            };
            let essential = within(point.map(|point| &point.essential));
            let mut spillover = within(point.map(|point| &point.spillover));
            spillover.retain(|id| !essential.contains(id));
            Row {
                pain: None,
                point: zones.point.code.clone(),
                side: zones.point.side.as_str(),
                name: name_of(catalog, words, &zones.point.code),
                muscle: zones.muscle.clone(),
                score: one.score,
                essential,
                spillover,
                reason: {
                    let often = zones.reported_percent.is_some_and(is_often) && of_low_back;
                    wording::by_painting(catalog, words, &painted.reason(one), often)
                },
            }
        })
        .collect()
}
