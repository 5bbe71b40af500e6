//! The arguments of `myomap fit`. Their words are with those of the command line (`help.ftl`).

use crate::{
    locale::{Key, Message, Refused},
    workshop::muscle::Coordinate,
};
use std::path::PathBuf;

// Not public and without comments of documentation, which clap would print.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct FitArgs {
    pub(super) mesh: PathBuf,
    #[arg(required_unless_present_any = ["check_all", "build", "seat"])]
    pub(super) structure: Option<String>,
    #[arg(long, value_name = "PLACES", allow_hyphen_values = true)]
    pub(super) from: Option<String>,
    #[arg(long, value_name = "PLACES", allow_hyphen_values = true)]
    pub(super) to: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 16, value_parser = |text: &str| whole_number(text, 3, 64))]
    pub(super) rings: u16,
    #[arg(long, value_name = "N", default_value_t = 32, value_parser = |text: &str| whole_number(text, 8, 128))]
    pub(super) around: u16,
    #[arg(long)]
    pub(super) single: bool,
    #[arg(long, value_enum, value_name = "WAY")]
    pub(super) coordinate: Option<Coordinate>,
    #[arg(long, value_name = "MM", default_value_t = 12.0, value_parser = not_negative)]
    pub(super) least_branch: f32,
    #[arg(long, value_name = "ID")]
    pub(super) source: Option<String>,
    #[arg(long, value_name = "DIR")]
    pub(super) recipes: Option<PathBuf>,
    #[arg(short, long, value_name = "FILE.ron")]
    pub(super) out: Option<PathBuf>,
    #[arg(long)]
    pub(super) build: bool,
    #[arg(long)]
    pub(super) seat: bool,
    #[arg(long, requires = "seat", value_name = "SHARE", default_value_t = 0.2, value_parser = not_negative)]
    pub(super) ends: f32,
    #[arg(long)]
    pub(super) check: bool,
    #[arg(long)]
    pub(super) check_all: bool,
    #[arg(long, requires = "check_all")]
    pub(super) markdown: bool,
}

fn whole_number(text: &str, least: u16, most: u16) -> Result<u16, Refused> {
    let number: Option<u16> = text.parse().ok();
    number
        .filter(|number| (least..=most).contains(number))
        .ok_or_else(|| {
            let why = Message::new(Key("usage-number-from-to"));
            Refused(
                why.with("least", least.to_string())
                    .with("most", most.to_string()),
            )
        })
}

fn not_negative(text: &str) -> Result<f32, Refused> {
    let number: Option<f32> = text.parse().ok();
    number
        .filter(|number| number.is_finite() && *number >= 0.0)
        .ok_or_else(|| Refused(Key("usage-not-negative").into()))
}
