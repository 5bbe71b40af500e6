//! `myomap locate`: the trigger points that could send pain to some regions.

mod paint;
mod places;
mod signs;
mod wording;

use super::{CliError, check::json, language::LanguageArgs};
use crate::{
    app::{naming, search::search_index},
    locale::{Key, Message, Refused, Words},
    model::{catalog::Catalog, closest::quoted, ids::RegionId, side::Side},
    output::terminal::Paper,
    study::locate::regions::{RegionAnswer, RegionMatch, Whose, rank_by_regions},
};
use serde::Serialize;
use std::{io::Write, path::PathBuf, process::ExitCode};

/// Points shown to people who did not say how many; programs get all.
const SHOWN: usize = 10;

#[derive(clap::Args, Debug)]
pub struct LocateArgs {
    #[arg(value_name = "REGION", required_unless_present = "paint")]
    regions: Vec<String>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["regions", "side"])]
    paint: Option<PathBuf>,
    #[arg(long, value_enum)]
    side: Option<Hurting>,
    #[arg(long)]
    json: bool,
    #[arg(long, value_name = "N", value_parser = count)]
    top: Option<u32>,
    #[command(flatten)]
    language: LanguageArgs,
}

/// What programs get.
#[derive(Serialize)]
struct Found {
    /// The warning signs that concern where it hurts, and those that are always asked, the most urgent first.
    warning_signs: Vec<signs::SignRow>,
    /// The points, best first.
    points: Vec<Row>,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq)]
enum Hurting {
    Left,
    Right,
    Both,
}

/// A point as programs get it.
#[derive(Serialize)]
struct Row {
    /// The pain's name or number, where several are painted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pain: Option<String>,
    point: String,
    /// `left`, `right`, `both`, `either`; `same` or `opposite` where the side that hurts is not told.
    side: &'static str,
    name: String,
    muscle: String,
    /// 0 to 1, to sort by; no probability.
    score: f32,
    /// Ids of the regions that hurt in its essential zone, and in its spillover zone.
    essential: Vec<String>,
    spillover: Vec<String>,
    reason: String,
}

pub fn run(
    args: &LocateArgs,
    catalog: &Catalog,
    told: &Words,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<ExitCode, CliError> {
    if let Some(file) = &args.paint {
        return paint::run(file, args, catalog, told, out, err);
    }
    let words = args.language.words(catalog)?;
    let (hurting, told) = hurting(args, catalog, &words, err)?;
    let codes: Vec<&str> = hurting.iter().map(|id| id.code.as_str()).collect();
    let plain = match rank_by_regions(catalog, &hurting) {
        RegionAnswer::Ranked(found) if !found.is_empty() => {
            print(args, catalog, &words, &found, &hurting, told, out)?;
            return Ok(ExitCode::SUCCESS);
        }
        RegionAnswer::Ranked(_) | RegionAnswer::Nothing => words.say("locate-no-point-there"),
        RegionAnswer::Everywhere => words.say("locate-too-many-regions"),
    };
    if args.json {
        let found = Found {
            warning_signs: signs::rows(catalog, &words, &codes),
            points: Vec::new(),
        };
        json(out, &found)?;
        writeln!(err, "myomap: {plain}")?;
    } else {
        signs::print(&mut Paper::new(out), catalog, &words, &codes)?;
        writeln!(out, "{plain}")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The regions that were named, on the sides that were told, and whether a side was told at all. What was not named by
/// its own name is said on `err`: a part of the body, a misspelling.
fn hurting(
    args: &LocateArgs,
    catalog: &Catalog,
    words: &Words,
    err: &mut dyn Write,
) -> Result<(Vec<RegionId>, bool), CliError> {
    let index = search_index(words, catalog);
    let mut all: Vec<RegionId> = Vec::new();
    let mut told = args.side.is_some();
    for text in &args.regions {
        let (name, own) = match text.rsplit_once('.') {
            Some((name, "left")) => (name, Some(Hurting::Left)),
            Some((name, "right")) => (name, Some(Hurting::Right)),
            _ => (text.as_str(), None),
        };
        let place = places::named(&index, name, catalog, words)?;
        let own = own.or(match place.side {
            Some(Side::Left) => Some(Hurting::Left),
            Some(Side::Right) => Some(Hurting::Right),
            Some(Side::Midline) | None => None,
        });
        if place.guessed {
            writeln!(
                err,
                "myomap: {}",
                places::taken_as(name, &place, catalog, words)
            )?;
        }
        for id in &place.regions {
            let Some(region) = catalog.region(id) else {
                continue;
            };
            // Of a whole part, what lies in the midline has no side of its own.
            if region.midline && own.is_some() && place.regions.len() == 1 {
                return Err(CliError::Unknown(format!(
                    "{} is in the midline: name it without a side",
                    quoted(&region.id)
                )));
            }
            told |= own.is_some();
            // Without a side it is worked out as the left, and told as the side that hurts.
            let sides: &[Side] = match own.or(args.side) {
                _ if region.midline => &[Side::Midline],
                None | Some(Hurting::Left) => &[Side::Left],
                Some(Hurting::Right) => &[Side::Right],
                Some(Hurting::Both) => &[Side::Left, Side::Right],
            };
            for &side in sides {
                let id = RegionId::new(&region.id, side);
                if !all.contains(&id) {
                    all.push(id);
                }
            }
        }
    }
    Ok((all, told))
}

fn print(
    args: &LocateArgs,
    catalog: &Catalog,
    words: &Words,
    found: &[RegionMatch],
    hurting: &[RegionId],
    told: bool,
    out: &mut dyn Write,
) -> Result<(), CliError> {
    let top = args.top.map(|top| top as usize);
    let codes: Vec<&str> = hurting.iter().map(|id| id.code.as_str()).collect();
    let ids = |regions: &[RegionId]| -> Vec<String> {
        let text = |id: &RegionId| {
            if told {
                id.to_string()
            } else {
                id.code.clone()
            }
        };
        regions.iter().map(text).collect()
    };
    if args.json {
        let rows = found
            .iter()
            .take(top.unwrap_or(usize::MAX))
            .map(|one| Row {
                pain: None,
                point: one.point.clone(),
                side: side_word(one.whose, told),
                name: name_of(catalog, words, &one.point),
                muscle: one.muscle.clone(),
                score: one.score,
                essential: ids(&one.essential),
                spillover: ids(&one.spillover),
                reason: wording::by_regions(catalog, words, one, hurting),
            })
            .collect();
        let found = Found {
            warning_signs: signs::rows(catalog, words, &codes),
            points: rows,
        };
        return json(out, &found);
    }
    let shown = top.unwrap_or(SHOWN).min(found.len());
    let mut paper = Paper::new(out);
    signs::print(&mut paper, catalog, words, &codes)?;
    for one in &found[..shown] {
        let line = wording::Line {
            point: &one.point,
            name: name_of(catalog, words, &one.point),
            side: side_word(one.whose, told),
            score: one.score,
            reason: wording::by_regions(catalog, words, one, hurting),
        };
        paper.bullet(&line.in_words(words))?;
    }
    if shown < found.len() {
        paper.heading(&wording::more(words, found.len() - shown))?;
    }
    paper.heading(&words.say("locate-fit-of-named"))?;
    Ok(())
}

/// How many, one at least.
fn count(text: &str) -> Result<u32, Refused> {
    let number: Option<u32> = text.parse().ok();
    number
        .filter(|number| *number > 0)
        .ok_or_else(|| Refused(Message::new(Key("usage-number-from")).with("least", 1)))
}

fn name_of(catalog: &Catalog, words: &Words, point: &str) -> String {
    let point = catalog.point(point);
    point.map_or_else(String::new, |(_, point)| {
        naming::name(point, catalog, words).to_owned()
    })
}

fn side_word(whose: Whose, told: bool) -> &'static str {
    match whose {
        Whose::One(Side::Left) if !told => "same",
        Whose::One(Side::Right) if !told => "opposite",
        Whose::One(side) => side.as_str(),
        Whose::Both => "both",
        Whose::Either => "either",
    }
}
