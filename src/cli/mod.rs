//! The command line: one file per subcommand.
//!
//! Everything here reads text and writes text; opening the window is left to `main`.
//! Exit codes: 0 done, 1 the data or the request is at fault, 2 wrong usage.
//!
//! Help and what goes wrong are told in the language of `--lang` where it is given, else in the system's; what was
//! asked for is in that of `--lang`, else in English (`language.rs`). How a new command gets its words: `help`; what is
//! said of failures: `error`.

mod check;
mod data_files;
mod error;
mod export;
mod help;
mod language;
mod list;
mod locate;
mod records;
mod render;
mod search;
mod show;
#[cfg(test)]
mod tests;
mod usage;

#[cfg(feature = "workshop")]
use crate::workshop::command::{self, FitArgs};
use crate::{
    anatomy::build_problem::BuildProblem,
    locale::{Key, Message, Refused, Words},
    model::{catalog::Catalog, closest::closest, language::Language, report::Report},
    store::StoreError,
};
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use data_files::DataFiles;
use error::CliError;
pub use language::system_language;
use std::{collections::BTreeSet, ffi::OsString, io, io::Write, path::PathBuf, process::ExitCode};

#[derive(Parser, Debug)]
#[command(name = "myomap", version, max_term_width = 100)]
struct Cli {
    #[arg(value_parser = link_text)]
    link: Option<String>,
    #[arg(long, value_name = "DIR", global = true)]
    data: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand, Debug)]
enum Command {
    Check(check::CheckArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    Search(search::SearchArgs),
    Locate(locate::LocateArgs),
    Render(render::RenderArgs),
    Export(export::ExportArgs),
    Records(records::RecordsArgs),
    #[cfg(feature = "workshop")]
    Fit(FitArgs),
}

/// What is left to do.
pub enum Outcome {
    /// Nothing; the program ends with this code.
    Exit(ExitCode),
    /// Open the window.
    Window(Box<WindowRequest>),
}

/// A window to be opened.
pub struct WindowRequest {
    /// The link to open, as it was given.
    pub link: Option<String>,
    /// The facts to show.
    pub catalog: Catalog,
    /// What was wrong with the data.
    pub report: Report,
}

/// Why there is no window, in the system's language.
#[cfg(feature = "window")]
#[must_use]
pub fn no_window(error: &crate::shell::ShellError) -> String {
    error::window(error, &Words::of(system_language()))
}

/// That a build has no window, in the system's language.
#[cfg(not(feature = "window"))]
#[must_use]
pub fn no_window() -> String {
    let words = Words::of(system_language());
    words.say("command-build-without-window").into_owned()
}

/// Runs a command line on a system of some language. What was asked for goes to `out`, everything else to `err`.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    system_language: Language,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Outcome {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let words = Words::of(language::asked_for(&arguments).unwrap_or(system_language));
    let mut command = help::in_words(Cli::command(), &words);
    let parsed = command.try_get_matches_from_mut(arguments);
    let cli = match parsed.and_then(|found| Cli::from_arg_matches(&found)) {
        Ok(cli) => cli,
        Err(error) => return Outcome::Exit(unparsed(&error, &command, &words, out, err)),
    };
    if cli.link.is_some() && cli.command.is_some() {
        // Nothing is left to be said to somebody who does not read this either.
        write!(err, "{}", usage::link_and_command(&command, &words)).ok();
        return Outcome::Exit(ExitCode::from(2));
    }
    let result = match cli.command {
        None => window(cli.link, cli.data, &words, err),
        Some(command) => command.run(cli.data, &words, out, err).map(Outcome::Exit),
    };
    let flushed = out.flush().map_err(CliError::from);
    match result.and_then(|outcome| flushed.map(|()| outcome)) {
        Ok(outcome) => outcome,
        Err(error) if error.is_closed_pipe() => Outcome::Exit(ExitCode::SUCCESS),
        Err(error) => {
            // Nothing is left to be said to somebody who does not read this either.
            writeln!(err, "myomap: {}", error.told(&words)).ok();
            Outcome::Exit(ExitCode::from(1))
        }
    }
}

/// Prints help, version or a usage error where it belongs.
fn unparsed(
    error: &clap::Error,
    command: &clap::Command,
    words: &Words,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> ExitCode {
    use clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    // A terminal that cannot be written to cannot be told so.
    if !error.use_stderr() {
        write!(out, "{}", error.render())
            .and_then(|()| out.flush())
            .ok();
        return ExitCode::SUCCESS;
    }
    let text = match error.kind() {
        DisplayHelpOnMissingArgumentOrSubcommand => error.render().to_string(),
        _ => usage::told(error, command, words),
    };
    write!(err, "{text}").ok();
    ExitCode::from(2)
}

/// A word that has nothing of a link is more likely a mistyped command.
fn link_text(text: &str) -> Result<String, Refused> {
    if text.contains(['#', '=']) {
        return Ok(text.to_owned());
    }
    let command = Cli::command();
    let names: Vec<&str> = command.get_subcommands().map(|c| c.get_name()).collect();
    Err(Refused(match closest(text, names.iter().copied()) {
        Some(meant) => usage::similar_command(meant),
        None => Message::new(Key("usage-no-link")).with("commands", names.join(", ")),
    }))
}

/// The window opens in spite of a pack that is unfit: the built-in data is always there.
fn window(
    link: Option<String>,
    data: Option<PathBuf>,
    words: &Words,
    err: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let mut files = DataFiles::built_in();
    if let Some(dir) = data {
        match files.lay_over(&dir) {
            Err(error @ StoreError::NoFolder(_)) => return Err(error.into()),
            Err(error) => {
                let why = [("why", error::folder(&error, words).into())];
                writeln!(
                    err,
                    "myomap: {}",
                    words.say_with("command-built-in-shown", &why)
                )?;
            }
            Ok(()) => {}
        }
    }
    let (catalog, report) = files.load();
    Ok(Outcome::Window(Box::new(WindowRequest {
        link,
        catalog,
        report,
    })))
}

impl Command {
    fn run(
        self,
        data: Option<PathBuf>,
        words: &Words,
        out: &mut dyn Write,
        err: &mut dyn Write,
    ) -> Result<ExitCode, CliError> {
        let mut files = DataFiles::built_in();
        if let Some(dir) = data {
            files.lay_over(&dir)?;
        }
        match self {
            Self::Check(args) => check::run(&args, files, words, out, err),
            Self::List(args) => list::run(&args, &facts(&files, words, err)?, out),
            Self::Show(args) => show::run(&args, &facts(&files, words, err)?, out),
            Self::Search(args) => search::run(&args, &facts(&files, words, err)?, out),
            Self::Locate(args) => locate::run(&args, &facts(&files, words, err)?, words, out, err),
            Self::Render(args) => {
                let catalog = facts(&files, words, err)?;
                Ok(render::run(&args, catalog, err).map(|()| ExitCode::SUCCESS)?)
            }
            Self::Export(args) => Ok(export::run(
                &args,
                &facts(&files, words, err)?,
                words,
                out,
                err,
            )?),
            Self::Records(args) => records::run(args, words, out, err),
            #[cfg(feature = "workshop")]
            Self::Fit(args) => Ok(command::run(&args, &files.texts(), out)?),
        }
    }
}

/// The facts in some files; faults are told shortly and do not stop what was asked for.
fn facts(files: &DataFiles, words: &Words, err: &mut dyn Write) -> Result<Catalog, CliError> {
    let (catalog, report) = files.load();
    if !report.is_clean() {
        let count = [("count", (report.faults.len() + report.more).into())];
        writeln!(
            err,
            "myomap: {}",
            words.say_with("command-data-has-faults", &count)
        )?;
    }
    Ok(catalog)
}

/// One line for each thing of the body that could not be built and of which nothing is told elsewhere.
fn tell_unbuilt(problems: &[BuildProblem], err: &mut dyn Write) -> io::Result<()> {
    let mut told = BTreeSet::new();
    for problem in problems.iter().filter(|problem| !problem.follows) {
        // Left and right have the same to say.
        if told.insert(&problem.what) {
            writeln!(err, "myomap: {problem}")?;
        }
    }
    Ok(())
}
