//! `myomap list`: what there is, as a table or as JSON.

use super::{CliError, check::json, language::LanguageArgs};
use crate::{
    app::document::{Builder, list::ListKind},
    model::{catalog::Catalog, side::Side},
    output::terminal::write_list,
};
use std::{io::Write, process::ExitCode};

#[derive(clap::Args, Debug)]
pub struct ListArgs {
    kind: Kind,
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    language: LanguageArgs,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum Kind {
    Muscles,
    Points,
    Regions,
    Bones,
    Stretches,
    Methods,
    Sources,
    Landmarks,
    Structures,
    #[value(name = "red_flags")]
    RedFlags,
    Contraindications,
    #[value(name = "no_go_areas")]
    NoGoAreas,
    #[value(name = "emergency_numbers")]
    EmergencyNumbers,
    Rules,
    Programmes,
    Plans,
    Assessment,
    #[value(name = "range_of_motion")]
    RangeOfMotion,
    Techniques,
    Library,
    Texts,
}

impl From<Kind> for ListKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Muscles => Self::Muscles,
            Kind::Points => Self::Points,
            Kind::Regions => Self::Regions,
            Kind::Bones => Self::Bones,
            Kind::Stretches => Self::Stretches,
            Kind::Methods => Self::Methods,
            Kind::Sources => Self::Sources,
            Kind::Landmarks => Self::Landmarks,
            Kind::Structures => Self::Structures,
            Kind::RedFlags => Self::RedFlags,
            Kind::Contraindications => Self::Contraindications,
            Kind::NoGoAreas => Self::NoGoAreas,
            Kind::EmergencyNumbers => Self::EmergencyNumbers,
            Kind::Rules => Self::Rules,
            Kind::Programmes => Self::Programmes,
            Kind::Plans => Self::Plans,
            Kind::Assessment => Self::Assessment,
            Kind::RangeOfMotion => Self::RangeOfMotion,
            Kind::Techniques => Self::Techniques,
            Kind::Library => Self::Library,
            Kind::Texts => Self::Texts,
        }
    }
}

pub fn run(args: &ListArgs, catalog: &Catalog, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let builder = Builder {
        catalog,
        words: &args.language.words(catalog)?,
        side: Side::Left,
    };
    let rows = builder.list(args.kind.into());
    if args.json {
        json(out, &rows)?;
    } else {
        write_list(out, &rows)?;
    }
    Ok(ExitCode::SUCCESS)
}
