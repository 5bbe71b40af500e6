//! `myomap show`: everything about one thing, as text or JSON.

mod reading;

use super::{CliError, check::json, list, list::Row, paper::Paper};
use crate::{
    app::card_text::{anatomy, library, treatment},
    model::{
        catalog::Catalog,
        closest::{closest, quoted},
        facts,
        ids::{Item, StructureId},
        link::ViewLink,
        side::Side,
    },
};
use serde::Serialize;
use std::{io::Write, process::ExitCode};

#[derive(clap::Args, Debug)]
pub struct ShowArgs {
    /// Id of a point, muscle, part, bone, region, stretch, method, source or landmark, with or
    /// without its side; a muscle's code; id of a section or chapter of the library, a warning
    /// sign, a contraindication or a no-go area, also with its kind, as in
    /// contraindication:pregnancy; or a link
    id: String,
    /// Print an array of one object as JSON
    #[arg(long)]
    json: bool,
}

/// What an id names.
enum Found<'a> {
    Point(&'a facts::Muscle, &'a facts::TriggerPoint),
    Muscle(&'a facts::Muscle),
    Part(&'a facts::Muscle, &'a facts::Part),
    Bone(&'a facts::Bone),
    Skin,
    Region(&'a facts::Region),
    Stretch(&'a facts::Stretch),
    Method(&'a facts::Method),
    Source(&'a facts::Source),
    Landmark(&'a facts::Landmark),
    Section(&'a facts::Chapter, &'a facts::Section),
    RedFlag(&'a facts::RedFlag),
    Contraindication(&'a facts::Contraindication),
    NoGoArea(&'a facts::NoGoArea),
    Chapter(&'a facts::Chapter),
}

/// A row and everything that the data file says.
#[derive(Serialize)]
struct Whole<'a, T> {
    #[serde(flatten)]
    row: Row,
    card: &'a T,
}

pub fn run(args: &ShowArgs, catalog: &Catalog, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let named = named_by(&args.id)?;
    let (kind, id) = match named.split_once(':') {
        Some((kind, id)) => (Some(kind), id),
        None => (None, named.as_str()),
    };
    let (base, side) = match id.parse::<StructureId>() {
        Ok(StructureId { base, side }) => (base, side),
        Err(error) => return Err(CliError::Unknown(error.to_string())),
    };
    let found = match kind {
        None => find(catalog, &base, side),
        kind => reading::find(catalog, kind, |other| other.eq_ignore_ascii_case(id)),
    };
    let found = found.ok_or_else(|| unknown(catalog, &base, &named))?;
    // The data is of the left; a paired thing named without a side is shown as the left one.
    let one = if side == Side::Midline {
        Side::Left
    } else {
        side
    };
    if args.json {
        print_json(catalog, &found, one, out)?;
    } else {
        let mut paper = Paper::new(out);
        match found {
            Found::Point(muscle, point) => anatomy::point(&mut paper, catalog, muscle, point)?,
            Found::Muscle(muscle) => anatomy::muscle(&mut paper, catalog, muscle)?,
            Found::Part(muscle, part) => anatomy::part(&mut paper, catalog, muscle, part)?,
            Found::Bone(bone) => anatomy::bone(&mut paper, bone)?,
            Found::Skin => paper.title("Skin")?,
            Found::Region(region) => anatomy::region(&mut paper, catalog, region)?,
            Found::Stretch(stretch) => treatment::stretch(&mut paper, catalog, stretch)?,
            Found::Method(method) => treatment::method(&mut paper, catalog, method)?,
            Found::Source(source) => anatomy::source(&mut paper, source)?,
            Found::Landmark(landmark) => anatomy::landmark(&mut paper, landmark)?,
            Found::Section(chapter, section) => {
                library::section(&mut paper, catalog, chapter, section)?;
            }
            Found::RedFlag(flag) => library::red_flag(&mut paper, catalog, flag)?,
            Found::Contraindication(x) => library::contraindication(&mut paper, catalog, x)?,
            Found::NoGoArea(area) => library::no_go_area(&mut paper, catalog, area)?,
            Found::Chapter(chapter) => library::chapter(&mut paper, chapter)?,
        }
        if kind.is_none() {
            reading::namesakes(&mut paper, catalog, id)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The id itself, or what a link selects.
fn named_by(text: &str) -> Result<String, CliError> {
    if !text.contains(['#', '=']) {
        return Ok(text.to_owned());
    }
    let link: ViewLink = text
        .parse()
        .map_err(|error: crate::model::link::LinkError| CliError::Unknown(error.to_string()))?;
    match link.select {
        Some(Item::Structure(id)) => Ok(id.to_string()),
        Some(Item::Point(id)) => Ok(id.to_string()),
        Some(Item::Region(id)) => Ok(id.to_string()),
        Some(Item::Stretch(id) | Item::Method(id)) => Ok(id),
        Some(Item::Section(id)) => Ok(format!("section:{id}")),
        None => Err(CliError::Unknown("the link selects nothing".to_owned())),
    }
}

/// Finds by id, letter case aside, the likeliest kind first.
fn find<'a>(catalog: &'a Catalog, id: &str, side: Side) -> Option<Found<'a>> {
    let is = |other: &str| other.eq_ignore_ascii_case(id);
    let no_side = side == Side::Midline;
    let fits = |midline: bool| no_side || !midline;
    None.or_else(|| {
        let (muscle, point) = catalog.points().find(|(_, x)| is(&x.id))?;
        Some(Found::Point(muscle, point))
    })
    .or_else(|| {
        let all = &catalog.muscles;
        let muscle = all.iter().find(|x| is(&x.id) || is(&x.code))?;
        Some(Found::Muscle(muscle))
    })
    .or_else(|| {
        let (muscle, part) = catalog.parts().find(|(_, x)| is(&x.id))?;
        Some(Found::Part(muscle, part))
    })
    .or_else(|| {
        let all = &catalog.bones;
        all.iter()
            .find(|x| is(&x.id) && fits(!x.paired))
            .map(Found::Bone)
    })
    .or_else(|| (is("skin") && no_side).then_some(Found::Skin))
    .or_else(|| {
        let all = &catalog.regions;
        all.iter()
            .find(|x| is(&x.id) && fits(x.midline))
            .map(Found::Region)
    })
    .or_else(|| without_side(catalog, is).filter(|_| no_side))
}

fn without_side(catalog: &Catalog, is: impl Fn(&str) -> bool) -> Option<Found<'_>> {
    let is = &is;
    let stretch = catalog.stretches.iter().find(|x| is(&x.id));
    let method = catalog.methods.iter().find(|x| is(&x.id));
    let source = catalog.sources.iter().find(|x| is(&x.id));
    let landmark = catalog.landmarks.iter().find(|x| is(&x.id));
    stretch
        .map(Found::Stretch)
        .or(method.map(Found::Method))
        .or(source.map(Found::Source))
        .or(landmark.map(Found::Landmark))
        .or_else(|| reading::find(catalog, None, is))
}

fn unknown(catalog: &Catalog, base: &str, id: &str) -> CliError {
    let ids = (catalog.points().map(|(_, x)| x.id.as_str()))
        .chain(catalog.muscles.iter().map(|x| x.id.as_str()))
        .chain(catalog.parts().map(|(_, x)| x.id.as_str()))
        .chain(catalog.bones.iter().map(|x| x.id.as_str()))
        .chain(catalog.regions.iter().map(|x| x.id.as_str()))
        .chain(catalog.stretches.iter().map(|x| x.id.as_str()))
        .chain(catalog.methods.iter().map(|x| x.id.as_str()))
        .chain(catalog.sources.iter().map(|x| x.id.as_str()))
        .chain(catalog.landmarks.iter().map(|x| x.id.as_str()))
        .chain(catalog.sections().map(|(_, x)| x.id.as_str()))
        .chain(catalog.red_flags().iter().map(|x| x.id.as_str()))
        .chain(catalog.contraindications.iter().map(|x| x.id.as_str()))
        .chain(catalog.no_go_areas.iter().map(|x| x.id.as_str()))
        .chain(catalog.chapters.iter().map(|x| x.id.as_str()));
    // Somebody may have typed a name, or the beginning of one; it leads to the id.
    let spoken = base.replace(['_', '-'], " ").to_lowercase();
    let named = (catalog.muscles.iter().map(|x| (&x.names.english, &x.id)))
        .chain(catalog.regions.iter().map(|x| (&x.name, &x.id)))
        .chain(catalog.bones.iter().map(|x| (&x.names.english, &x.id)))
        .chain(catalog.sections().map(|(_, x)| (&x.name, &x.id)))
        .find(|(name, _)| name.to_lowercase().starts_with(&spoken))
        .map(|(_, id)| id.as_str());
    let hint = match closest(base, ids).or(named) {
        Some(meant) => format!("did you mean {}?", quoted(meant)),
        None => "`myomap list points` and the other lists tell the ids".to_owned(),
    };
    CliError::Unknown(format!("there is nothing called {}; {hint}", quoted(id)))
}

fn print_json(
    catalog: &Catalog,
    found: &Found<'_>,
    side: Side,
    out: &mut dyn Write,
) -> Result<(), CliError> {
    fn print<T: Serialize>(out: &mut dyn Write, row: Row, card: &T) -> Result<(), CliError> {
        json(out, &[Whole { row, card }])
    }
    match *found {
        Found::Point(muscle, x) => print(out, list::point(muscle, x, side), x),
        Found::Muscle(x) => print(out, list::muscle(x), x),
        Found::Part(muscle, x) => print(out, list::part(muscle, x, side), x),
        Found::Bone(x) => {
            let side = if x.paired { side } else { Side::Midline };
            print(out, list::bone_structure(x, side), x)
        }
        Found::Skin => json(out, &[list::skin()]),
        Found::Region(x) => print(out, list::region(x), x),
        Found::Stretch(x) => print(out, list::stretch(x), x),
        Found::Method(x) => print(out, list::method(x), x),
        Found::Source(x) => print(out, list::source(x), x),
        Found::Landmark(x) => print(out, list::landmark(x), x),
        Found::Section(chapter, x) => print(out, list::library::section(chapter, x), x),
        Found::RedFlag(x) => print(out, list::library::red_flag(catalog, x), x),
        Found::Contraindication(x) => print(out, list::library::contraindication(catalog, x), x),
        Found::NoGoArea(x) => print(out, list::library::no_go_area(catalog, x), x),
        Found::Chapter(x) => print(out, list::library::chapter(x), x),
    }
}
