//! Cards of methods and stretches, and how they stand on the card of a point.

use super::{
    Sheet,
    anatomy::{ids_of, said, sourced, sources, statements},
    library,
};
use crate::model::{
    catalog::Catalog,
    facts::{Application, Method, Stretch},
    ids::Item,
};
use std::{fmt::Display, io};

/// The treatments of a point, in the order to try them, each with all its steps.
pub fn applications(
    paper: &mut dyn Sheet,
    catalog: &Catalog,
    all: &[Application],
) -> io::Result<()> {
    paper.heading("Treat it yourself")?;
    for application in all {
        let Some(method) = catalog.method(&application.method) else {
            continue;
        };
        paper.bullet(&format!("{}: {}", method.name, said(&application.how)))?;
        tool(paper, method)?;
        steps(paper, &method.position, &method.steps)?;
        let hold = application.hold_seconds.unwrap_or(method.hold_seconds);
        let most = application.max_discomfort.unwrap_or(method.max_discomfort);
        paper.field("Dose", &dose(method, hold, most))?;
        for limit in &method.limits {
            paper.field("Not for everyone", &said(limit))?;
        }
    }
    Ok(())
}

/// The stretches of a muscle with their steps.
pub fn stretches_after(paper: &mut dyn Sheet, catalog: &Catalog, ids: &[String]) -> io::Result<()> {
    let all: Vec<_> = ids.iter().filter_map(|id| catalog.stretch(id)).collect();
    if all.is_empty() {
        return Ok(());
    }
    paper.heading("Stretch afterwards")?;
    for stretch in all {
        let basis = sourced(&stretch.sources, stretch.confidence);
        paper.bullet(&format!("{} ({}) [{basis}]", stretch.name, stretch.id))?;
        steps(paper, &stretch.position, &stretch.steps)?;
        paper.field("Dose", &stretch_dose(stretch))?;
        for caution in &stretch.cautions {
            paper.field("Take care", &said(caution))?;
        }
    }
    Ok(())
}

/// The card of a method.
pub fn method(paper: &mut dyn Sheet, catalog: &Catalog, method: &Method) -> io::Result<()> {
    paper.title(&format!("{} ({})", method.name, method.id))?;
    tool(paper, method)?;
    paper.heading("Steps")?;
    steps(paper, &method.position, &method.steps)?;
    let dose = dose(method, method.hold_seconds, method.max_discomfort);
    let basis = sourced(&method.sources, method.confidence);
    paper.field("Dose", &format!("{dose} [{basis}]"))?;
    statements(paper, "Not for everyone", &method.limits)?;
    library::never_here(paper, catalog, &method.id)?;
    statements(paper, "When to stop", &catalog.protocol.stop_rules)?;
    library::naming(paper, catalog, &Item::Method(method.id.clone()))?;
    let limits = method.limits.iter().flat_map(|x| ids_of(&x.sources));
    sources(
        paper,
        catalog,
        &ids_of(&method.sources).chain(limits).collect(),
    )
}

/// The card of a stretch or exercise.
pub fn stretch(paper: &mut dyn Sheet, catalog: &Catalog, stretch: &Stretch) -> io::Result<()> {
    paper.title(&format!("{} ({})", stretch.name, stretch.id))?;
    paper.field("Also called", &stretch.synonyms.join(", "))?;
    paper.heading("Steps")?;
    steps(paper, &stretch.position, &stretch.steps)?;
    let basis = sourced(&stretch.sources, stretch.confidence);
    paper.field("Dose", &format!("{} [{basis}]", stretch_dose(stretch)))?;
    statements(paper, "Take care", &stretch.cautions)?;
    let muscles: Vec<_> = catalog
        .muscles
        .iter()
        .filter(|muscle| muscle.stretches.contains(&stretch.id))
        .map(|muscle| muscle.names.english.as_str())
        .collect();
    paper.heading("For")?;
    paper.text(&muscles.join(", "))?;
    library::naming(paper, catalog, &Item::Stretch(stretch.id.clone()))?;
    let cautions = stretch.cautions.iter().flat_map(|x| ids_of(&x.sources));
    sources(
        paper,
        catalog,
        &ids_of(&stretch.sources).chain(cautions).collect(),
    )
}

fn tool(paper: &mut dyn Sheet, method: &Method) -> io::Result<()> {
    paper.field("Tool", &method.tool)?;
    paper.field("Without it", &method.without)
}

fn steps(paper: &mut dyn Sheet, position: &str, steps: &[String]) -> io::Result<()> {
    paper.field("Position", position)?;
    (1..)
        .zip(steps)
        .try_for_each(|(number, step)| paper.step(number, step))
}

fn dose(method: &Method, hold_seconds: (u16, u16), most: u8) -> String {
    let mut dose = vec![];
    dose.extend(hold(hold_seconds));
    dose.push(times(method.repeats));
    dose.push(format!("{} a day", times(method.per_day)));
    dose.push(match most {
        0 => "without any discomfort".to_owned(),
        most => format!("discomfort never above {most} of 10"),
    });
    dose.join(", ")
}

/// How long and how often a stretch is done.
pub fn stretch_dose(stretch: &Stretch) -> String {
    let mut dose = vec![];
    dose.extend(hold(stretch.hold_seconds));
    dose.push(times(stretch.repeats));
    dose.push(format!("{} a day", times(stretch.per_day)));
    dose.join(", ")
}

/// How long to hold; nothing for a movement.
fn hold((from, to): (u16, u16)) -> Option<String> {
    if to == 0 {
        return None;
    }
    let minutes = to > 60 && from.is_multiple_of(60) && to.is_multiple_of(60);
    Some(match (from / 60, to / 60) {
        both if minutes => format!("hold {} minutes", range(both)),
        _ => format!("hold {} seconds", range((from, to))),
    })
}

fn times((from, to): (u8, u8)) -> String {
    match (from, to) {
        (1, 1) => "once".to_owned(),
        _ => format!("{} times", range((from, to))),
    }
}

fn range<T: Display + PartialEq>((from, to): (T, T)) -> String {
    if from == to {
        from.to_string()
    } else {
        format!("{from} to {to}")
    }
}
