//! `myomap locate --paint FILE`: the points for what is painted.

use super::{LocateArgs, Row, SHOWN, name_of};
use crate::{
    anatomy::scene::Scene,
    cli::{
        CliError,
        check::{count, json},
        tell_unbuilt,
    },
    model::{catalog::Catalog, facts::Zone, ids::RegionId, side::Side},
    output::terminal::Paper,
    study::locate::{
        engine::Engine,
        painting_file::{LONGEST_FILE, SavedPain, check_head, read},
        patterns::PointPattern,
        reason::Painted,
        score::{Answer, Match, rank},
    },
};
use std::{
    fs::File,
    io::{Read, Write},
    path::Path,
    process::ExitCode,
};

/// A region with at least this share of its samples painted counts as painted.
const PAINTED: f32 = 0.2;

pub fn run(
    file: &Path,
    args: &LocateArgs,
    catalog: &Catalog,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<ExitCode, CliError> {
    let fault = |why: String| CliError::Unknown(format!("cannot read {}: {why}", file.display()));
    let text = text_of(file).map_err(fault)?;
    check_head(&text).map_err(|error| fault(error.to_string()))?;
    let scene = Scene::compile(catalog);
    tell_unbuilt(&scene.problems, err)?;
    let engine = Engine::new(catalog, &scene).map_err(|error| fault(error.to_string()))?;
    let pains = read(&text, &engine.skin).map_err(|error| fault(error.to_string()))?;
    let several = pains.len() > 1;
    let mut rows = Vec::new();
    let mut paper = Vec::new();
    let mut plain = Vec::new();
    for (number, pain) in pains.iter().enumerate() {
        let name = match pain.name.as_str() {
            "" => format!("pain {}", number + 1),
            name => name.to_owned(),
        };
        let found = match rank(&engine.patterns, &pain.strengths) {
            Answer::Ranked(found) if !found.is_empty() => found,
            other => {
                let told = match other {
                    Answer::Nothing => "nothing is painted.",
                    Answer::Everywhere => {
                        "so much of the body is painted that no point stands out, and a list would say \
                         nothing. Paint where it hurts most, or one pain at a time."
                    }
                    Answer::Ranked(_) => "no point that is listed here sends pain there.",
                };
                plain.push(format!("{name}: {told}"));
                continue;
            }
        };
        let own = listed(catalog, &engine, pain, &found);
        let top = args.top.map(|top| top as usize);
        paper.push((name.clone(), own.len(), top.unwrap_or(SHOWN).min(own.len())));
        let kept = if args.json { top } else { top.or(Some(SHOWN)) };
        for mut row in own.into_iter().take(kept.unwrap_or(usize::MAX)) {
            row.pain = several.then(|| name.clone());
            rows.push(row);
        }
    }
    if pains.is_empty() {
        plain.push("nothing is painted.".to_owned());
    }
    if args.json {
        json(out, &rows)?;
        for line in plain {
            writeln!(err, "myomap: {line}")?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let mut page = Paper::new(out);
    let mut rows = rows.iter();
    for (name, all, shown) in paper {
        if several {
            page.heading(&name)?;
        }
        for row in rows.by_ref().take(shown) {
            page.bullet(&format!(
                "{} {} ({}), {:.0} of 100: {}",
                row.point,
                row.name,
                row.side,
                row.score * 100.0,
                row.reason
            ))?;
        }
        if shown < all {
            page.heading(&format!("{}: see --top.", count(all - shown, "more point")))?;
        }
    }
    let any = plain.len() < pains.len();
    for line in plain {
        page.text(&line)?;
    }
    if any {
        page.heading("How well a pattern fits what was painted; no diagnosis and no probability.")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The text of a file that is not too large to be a painting.
fn text_of(file: &Path) -> Result<String, String> {
    let opened = File::open(file).map_err(|error| error.to_string())?;
    let mut bytes = Vec::new();
    // One more than is allowed tells that there is more.
    (opened.take(LONGEST_FILE as u64 + 1))
        .read_to_end(&mut bytes)
        .map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|_| "it is no text".to_owned())
}

fn listed(catalog: &Catalog, engine: &Engine, pain: &SavedPain, found: &[Match]) -> Vec<Row> {
    let painted = Painted::new(&engine.patterns, &engine.samples, &pain.strengths);
    let regions: Vec<&RegionId> = (engine.skin.painted_regions(&pain.strengths).into_iter())
        .filter(|(_, share)| *share >= PAINTED)
        .map(|(id, _)| id)
        .collect();
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
                name: name_of(catalog, &zones.point.code),
                muscle: zones.muscle.clone(),
                score: one.score,
                essential,
                spillover,
                reason: painted.reason(one).in_words(catalog),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_no_text_or_not_there_is_told() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("painting");
        assert!(text_of(&file).is_err());
        std::fs::write(&file, [0xFF, 0xFE]).unwrap();
        assert_eq!(text_of(&file), Err("it is no text".to_owned()));
    }
}
