//! `myomap show`: everything about one thing, as text or JSON.

use super::{CliError, check::json, language::LanguageArgs};
use crate::{
    app::{
        document::{Builder, Subject},
        search::search_index,
    },
    locale::Words,
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
    study::search::{SearchIndex, Why},
};
use std::{io::Write, process::ExitCode};

/// Most hints that are given.
const MOST_HINTS: usize = 3;

#[derive(clap::Args, Debug)]
pub struct ShowArgs {
    id: String,
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    language: LanguageArgs,
}

pub fn run(args: &ShowArgs, catalog: &Catalog, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let words = args.language.words(catalog)?;
    let named = named_by(&args.id)?;
    let (kind, id) = match named.split_once(':') {
        Some((kind, id)) => (Some(kind), id),
        None => (None, named.as_str()),
    };
    let by_id = by_id(catalog, kind, id);
    let (subject, side) = match by_id {
        Some(found) => found,
        None => by_name(catalog, &words, &named)?,
    };
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
        Some(Item::Programme(id)) => Ok(format!("programme:{id}")),
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

/// Finds by id, with its side.
fn by_id<'a>(catalog: &'a Catalog, kind: Option<&str>, id: &str) -> Option<(Subject<'a>, Side)> {
    let StructureId { base, side } = id.parse().ok()?;
    let found = match kind {
        None => find(catalog, &base, side),
        kind => read(catalog, kind, |other| other.eq_ignore_ascii_case(id)),
    };
    found.map(|subject| (subject, side))
}

/// Finds what a text is the name of. What is the name of several is told, and what else may be meant.
fn by_name<'a>(
    catalog: &'a Catalog,
    words: &Words,
    text: &str,
) -> Result<(Subject<'a>, Side), CliError> {
    let index = search_index(words, catalog);
    // What has a dot is meant as an id: another side or part is no other name.
    let named = match text.contains('.') {
        true => Vec::new(),
        false => index.named(text),
    };
    if let [one] = named.as_slice() {
        let kind = (read_by_kind(one.kind)).then_some(one.kind);
        if let Some(found) = by_id(catalog, kind, &one.id) {
            return Ok(found);
        }
    }
    let says = if named.is_empty() {
        let near = near(catalog, &index, text);
        let (id, near) = (quoted(text), near.join(", "));
        let args = [("id", id.as_str().into()), ("meant", near.as_str().into())];
        match near.is_empty() {
            true => words.say_with("show-nothing-called", &args[..1]),
            false => words.say_with("show-did-you-mean", &args),
        }
        .into_owned()
    } else {
        let meant = named.iter().map(|x| format!("{} ({})", x.id, x.title));
        let meant = meant.collect::<Vec<_>>().join(", ");
        let args = [("id", quoted(text).into()), ("meant", meant.into())];
        words.say_with("show-name-of-several", &args).into_owned()
    };
    Err(CliError::Unknown(says))
}

/// What may be meant by what is no id and no name: the id with nearly the same letters, else what the search finds.
fn near(catalog: &Catalog, index: &SearchIndex, text: &str) -> Vec<String> {
    let read_elsewhere = (catalog.sources.iter().map(|x| x.id.as_str()))
        .chain(catalog.landmarks.iter().map(|x| x.id.as_str()))
        .chain(catalog.chapters.iter().map(|x| x.id.as_str()));
    let base = text
        .parse()
        .map_or(text.to_owned(), |id: StructureId| id.base);
    match closest(&base, index.ids().chain(read_elsewhere)) {
        Some(meant) => vec![quoted(meant)],
        None => {
            // What has some of the words in a text is hardly meant.
            let hits = index.search(text, Side::Left).into_iter();
            let called = hits.filter(|hit| matches!(hit.why, Why::Name | Why::Id | Why::OtherName));
            called.take(MOST_HINTS).map(|hit| quoted(&hit.id)).collect()
        }
    }
}

/// True for a kind that is read before an id.
fn read_by_kind(kind: &str) -> bool {
    !matches!(
        kind,
        "muscle" | "part" | "point" | "region" | "bone" | "stretch" | "method"
    )
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
