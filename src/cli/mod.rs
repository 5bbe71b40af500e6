//! The command line: one file per subcommand.
//!
//! Everything here reads text and writes text; opening the window is left to `main`.
//! Exit codes: 0 done, 1 the data or the request is at fault, 2 wrong usage.

mod check;
mod data_files;
pub mod export;
mod language;
mod list;
mod locate;
mod records;
pub mod render;
mod show;

#[cfg(feature = "workshop")]
use crate::workshop::command::{self, FitArgs, FitCommandError};
use crate::{
    anatomy::build_problem::BuildProblem,
    model::{
        catalog::Catalog,
        closest::{closest, quoted},
        report::Report,
    },
    store::StoreError,
};
use clap::{CommandFactory, Parser, Subcommand, error::ErrorKind};
use data_files::DataFiles;
use std::{collections::BTreeSet, ffi::OsString, io, io::Write, path::PathBuf, process::ExitCode};

/// An interactive, open body map of muscles, trigger points and the pain they refer.
#[derive(Parser, Debug)]
#[command(name = "myomap", version, max_term_width = 100)]
struct Cli {
    /// A link to open, e.g. '#point=TRA-1.left'
    #[arg(value_parser = link_text)]
    link: Option<String>,
    /// Lay the data files of a folder over the built-in data
    #[arg(long, value_name = "DIR", global = true)]
    data: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Check data files: every fault with its place and what to do
    Check(check::CheckArgs),
    /// List what there is
    List(list::ListArgs),
    /// Show everything about one thing as text
    Show(show::ShowArgs),
    /// Rank the trigger points that could send pain to some regions
    Locate(locate::LocateArgs),
    /// Draw a view into a picture, without a window
    Render(render::RenderArgs),
    /// Write the body's surfaces for other programs: OBJ or glTF
    Export(export::ExportArgs),
    /// Keep what you have recorded safe: where it lies, a backup, taking one over
    Records(records::RecordsArgs),
    /// Measure ring nets on a reference mesh, or check shapes against one
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

/// Why a command failed. Its message is the one line that the user gets.
#[derive(Debug, thiserror::Error)]
enum CliError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Export(#[from] export::ExportError),
    #[cfg(feature = "workshop")]
    #[error(transparent)]
    Fit(#[from] FitCommandError),
    #[error(transparent)]
    Records(#[from] records::RecordsError),
    #[error(transparent)]
    Render(#[from] render::RenderError),
    #[error("{0}")]
    Unknown(String),
    #[error("cannot write: {0}")]
    Out(#[from] io::Error),
    #[error("cannot write JSON: {0}")]
    Json(#[from] serde_json::Error),
}

impl CliError {
    /// Whoever read the output has stopped reading, as `head` does: no fault.
    fn is_closed_pipe(&self) -> bool {
        match self {
            Self::Out(error)
            | Self::Export(export::ExportError::Out(error))
            | Self::Render(render::RenderError::Out(error)) => {
                error.kind() == io::ErrorKind::BrokenPipe
            }
            Self::Json(error) => error.io_error_kind() == Some(io::ErrorKind::BrokenPipe),
            _ => false,
        }
    }
}

/// Runs a command line. What was asked for goes to `out`, everything else to `err`.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Outcome {
    let cli = match Cli::try_parse_from(arguments).and_then(only_one_request) {
        Ok(cli) => cli,
        Err(error) => return Outcome::Exit(usage(&error, out, err)),
    };
    let result = match cli.command {
        None => window(cli.link, cli.data, err),
        Some(command) => command.run(cli.data, out, err).map(Outcome::Exit),
    };
    let flushed = out.flush().map_err(CliError::from);
    match result.and_then(|outcome| flushed.map(|()| outcome)) {
        Ok(outcome) => outcome,
        Err(error) if error.is_closed_pipe() => Outcome::Exit(ExitCode::SUCCESS),
        Err(error) => {
            // Nothing is left to be said to somebody who does not read this either.
            writeln!(err, "myomap: {error}").ok();
            Outcome::Exit(ExitCode::from(1))
        }
    }
}

fn only_one_request(cli: Cli) -> Result<Cli, clap::Error> {
    if cli.link.is_some() && cli.command.is_some() {
        return Err(Cli::command().error(
            ErrorKind::ArgumentConflict,
            "a link opens the window; a subcommand does not take one in front of it",
        ));
    }
    Ok(cli)
}

/// Prints help, version or a usage error where it belongs.
fn usage(error: &clap::Error, out: &mut dyn Write, err: &mut dyn Write) -> ExitCode {
    let text = error.render();
    // A terminal that cannot be written to cannot be told so.
    if error.use_stderr() {
        write!(err, "{text}").ok();
        ExitCode::from(2)
    } else {
        write!(out, "{text}").and_then(|()| out.flush()).ok();
        ExitCode::SUCCESS
    }
}

/// A word that has nothing of a link is more likely a mistyped subcommand.
fn link_text(text: &str) -> Result<String, String> {
    if text.contains(['#', '=']) {
        return Ok(text.to_owned());
    }
    let command = Cli::command();
    let names: Vec<&str> = command.get_subcommands().map(|c| c.get_name()).collect();
    Err(match closest(text, names.iter().copied()) {
        Some(meant) => format!("did you mean the subcommand {}?", quoted(meant)),
        None => format!(
            "a link looks like '#point=TRA-1.left'; the subcommands are {}",
            names.join(", ")
        ),
    })
}

/// The window opens in spite of a pack that is unfit: the built-in data is always there.
fn window(
    link: Option<String>,
    data: Option<PathBuf>,
    err: &mut dyn Write,
) -> Result<Outcome, CliError> {
    let mut files = DataFiles::built_in();
    if let Some(dir) = data {
        match files.lay_over(&dir) {
            Err(error @ StoreError::NoFolder(_)) => return Err(error.into()),
            Err(error) => writeln!(err, "myomap: {error}; the built-in data is shown")?,
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
        out: &mut dyn Write,
        err: &mut dyn Write,
    ) -> Result<ExitCode, CliError> {
        let mut files = DataFiles::built_in();
        if let Some(dir) = data {
            files.lay_over(&dir)?;
        }
        match self {
            Self::Check(args) => check::run(&args, files, out, err),
            Self::List(args) => list::run(&args, &facts(&files, err)?, out),
            Self::Show(args) => show::run(&args, &facts(&files, err)?, out),
            Self::Locate(args) => locate::run(&args, &facts(&files, err)?, out, err),
            Self::Render(args) => {
                let catalog = facts(&files, err)?;
                Ok(render::run(&args, catalog, err).map(|()| ExitCode::SUCCESS)?)
            }
            Self::Export(args) => Ok(export::run(&args, &facts(&files, err)?, out, err)?),
            Self::Records(args) => records::run(args, out, err),
            #[cfg(feature = "workshop")]
            Self::Fit(args) => Ok(command::run(&args, &files.texts(), out)?),
        }
    }
}

/// The facts in some files; faults are told shortly and do not stop what was asked for.
fn facts(files: &DataFiles, err: &mut dyn Write) -> Result<Catalog, CliError> {
    let (catalog, report) = files.load();
    if !report.is_clean() {
        writeln!(
            err,
            "myomap: the data has {} and is used without what they spoil; `myomap check` tells them",
            check::count(report.faults.len() + report.more, "fault")
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
