//! `myomap show`: everything about one thing, as text or JSON.

use super::{CliError, check::json, language::LanguageArgs};
use crate::{
    app::document::{Builder, Subject},
    model::{
        catalog::Catalog,
        closest::{closest, quoted},
        ids::{Item, StructureId},
        link::ViewLink,
        side::Side,
    },
    output::{
        json::whole,
        terminal::{Paper, write_document},
    },
};
use std::{io::Write, process::ExitCode};

#[derive(clap::Args, Debug)]
pub struct ShowArgs {
    id: String,
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    language: LanguageArgs,
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
        kind => read(catalog, kind, |other| other.eq_ignore_ascii_case(id)),
    };
    let subject = found.ok_or_else(|| unknown(catalog, &base, &named))?;
    let words = args.language.words(catalog)?;
    let builder = Builder {
        catalog,
        words: &words,
        // The data is of the left; a paired thing named without a side is shown as the left one.
        side: match side {
            Side::Midline => Side::Left,
            side => side,
        },
    };
    if args.json {
        json(out, &[whole(&builder, subject)?])?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut paper = Paper::new(out);
    write_document(&mut paper, &builder.document(subject), &words)?;
    let others = namesakes(catalog, id);
    if kind.is_none() && !others.is_empty() {
        paper.heading(&words.say("card-same-id"))?;
        for other in others {
            paper.bullet(&other)?;
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
fn find<'a>(catalog: &'a Catalog, id: &str, side: Side) -> Option<Subject<'a>> {
    let is = |other: &str| other.eq_ignore_ascii_case(id);
    let no_side = side == Side::Midline;
    let fits = |midline: bool| no_side || !midline;
    None.or_else(|| {
        let (muscle, point) = catalog.points().find(|(_, x)| is(&x.id))?;
        Some(Subject::Point(muscle, point))
    })
    .or_else(|| {
        let all = &catalog.muscles;
        let muscle = all.iter().find(|x| is(&x.id) || is(&x.code))?;
        Some(Subject::Muscle(muscle))
    })
    .or_else(|| {
        let (muscle, part) = catalog.parts().find(|(_, x)| is(&x.id))?;
        Some(Subject::Part(muscle, part))
    })
    .or_else(|| {
        let all = &catalog.bones;
        all.iter()
            .find(|x| is(&x.id) && fits(!x.paired))
            .map(Subject::Bone)
    })
    .or_else(|| (is("skin") && no_side).then_some(Subject::Skin))
    .or_else(|| {
        let all = &catalog.regions;
        all.iter()
            .find(|x| is(&x.id) && fits(x.midline))
            .map(Subject::Region)
    })
    .or_else(|| without_side(catalog, is).filter(|_| no_side))
}

fn without_side(catalog: &Catalog, is: impl Fn(&str) -> bool) -> Option<Subject<'_>> {
    let is = &is;
    let stretch = catalog.stretches.iter().find(|x| is(&x.id));
    let method = catalog.methods.iter().find(|x| is(&x.id));
    let source = catalog.sources.iter().find(|x| is(&x.id));
    let landmark = catalog.landmarks.iter().find(|x| is(&x.id));
    stretch
        .map(Subject::Stretch)
        .or(method.map(Subject::Method))
        .or(source.map(Subject::Source))
        .or(landmark.map(Subject::Landmark))
        .or_else(|| read(catalog, None, is))
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
        .chain(catalog.chapters.iter().map(|x| x.id.as_str()))
        .chain(catalog.programmes.iter().map(|x| x.id.as_str()))
        .chain(catalog.plans.iter().map(|x| x.id.as_str()))
        .chain(catalog.assessment.iter().map(|x| x.id.as_str()))
        .chain(catalog.range_of_motion.iter().map(|x| x.id.as_str()))
        .chain(catalog.techniques.iter().map(|x| x.id.as_str()));
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

/// What is read by an id, letter case aside. An id may be that of a section and of a condition:
/// `kind` says which is meant, else the section is.
fn read<'a>(
    catalog: &'a Catalog,
    kind: Option<&str>,
    is: impl Fn(&str) -> bool,
) -> Option<Subject<'a>> {
    all(catalog, is)
        .into_iter()
        .find(|(name, _)| kind.is_none_or(|kind| kind == *name))
        .map(|(_, found)| found)
}

/// Everything that is read by an id, with the kinds' names.
fn all<'a>(catalog: &'a Catalog, is: impl Fn(&str) -> bool) -> Vec<(&'static str, Subject<'a>)> {
    let section = catalog.sections().find(|(_, x)| is(&x.id));
    let flag = catalog.red_flags().iter().find(|x| is(&x.id));
    let condition = catalog.contraindications.iter().find(|x| is(&x.id));
    let area = catalog.no_go_areas.iter().find(|x| is(&x.id));
    let chapter = catalog.chapters.iter().find(|x| is(&x.id));
    let programme = catalog.programmes.iter().find(|x| is(&x.id));
    let plan = catalog.plans.iter().find(|x| is(&x.id));
    let item = catalog.assessment.iter().find(|x| is(&x.id));
    let test = catalog.range_of_motion.iter().find(|x| is(&x.id));
    let technique = catalog.techniques.iter().find(|x| is(&x.id));
    [
        section.map(|(of, x)| ("section", Subject::Section(of, x))),
        flag.map(|x| ("red_flag", Subject::RedFlag(x))),
        condition.map(|x| ("contraindication", Subject::Contraindication(x))),
        area.map(|x| ("no_go_area", Subject::NoGoArea(x))),
        chapter.map(|x| ("chapter", Subject::Chapter(x))),
        programme.map(|x| ("programme", Subject::Programme(x))),
        plan.map(|x| ("plan", Subject::Plan(x))),
        item.map(|x| ("assessment", Subject::AssessmentItem(x))),
        test.map(|x| ("range_of_motion", Subject::RangeOfMotionTest(x))),
        technique.map(|x| ("technique", Subject::Technique(x))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What else has the id of what was found without its kind.
fn namesakes(catalog: &Catalog, id: &str) -> Vec<String> {
    let others = all(catalog, |other| other.eq_ignore_ascii_case(id));
    let others = others.iter().skip(1);
    others.map(|(kind, _)| format!("{kind}:{id}")).collect()
}
