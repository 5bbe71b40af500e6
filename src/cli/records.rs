//! `myomap records`: where records lie, a backup of them, taking one over, and whether they are sound.

use super::{
    CliError,
    check::{count, json},
};
use crate::{
    records::Clock,
    store::records::{
        Checked, RecordFolder, RecordStoreError, SystemClock, TakenOver, backup_file,
    },
};
use std::{
    fs::File,
    io,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

#[derive(clap::Args, Debug)]
pub struct RecordsArgs {
    /// The folder with the records, in place of the usual one
    #[arg(long, value_name = "DIR", global = true)]
    records: Option<PathBuf>,
    #[command(subcommand)]
    command: RecordsCommand,
}

#[derive(clap::Subcommand, Debug)]
enum RecordsCommand {
    /// Print the folder with the records
    Path,
    /// Write a backup of all records
    Export {
        /// The file to write; without it, the backup is printed
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Take a backup over: what is not there is added, and nothing is lost
    Import {
        /// The backup; - for the standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Print what was done as JSON
        #[arg(long)]
        json: bool,
    },
    /// Look for damaged lines
    Check {
        /// Print what was found as JSON
        #[arg(long)]
        json: bool,
    },
}

/// Why a command of records failed.
#[derive(Debug, thiserror::Error)]
pub enum RecordsError {
    /// The store said no.
    #[error(transparent)]
    Store(#[from] RecordStoreError),
    /// The store said no to a file that was to be taken over.
    #[error("{file}: {why}; nothing was changed")]
    NotTakenOver {
        /// The file.
        file: PathBuf,
        /// Why.
        why: RecordStoreError,
    },
    /// The backup cannot be read.
    #[error("{file}: cannot be read ({why})")]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system said.
        why: io::Error,
    },
    /// The backup cannot be written.
    #[error("{file}: the backup cannot be written ({why})")]
    Unwritable {
        /// The file.
        file: PathBuf,
        /// What the system said.
        why: io::Error,
    },
}

pub fn run(
    args: RecordsArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<ExitCode, CliError> {
    let mut folder = match args.records {
        Some(dir) => RecordFolder::at(dir),
        None => RecordFolder::usual().map_err(RecordsError::from)?,
    };
    match args.command {
        RecordsCommand::Path => {
            writeln!(out, "{}", folder.path().display())?;
            Ok(ExitCode::SUCCESS)
        }
        RecordsCommand::Export { file } => export(&mut folder, file.as_deref(), out, err),
        RecordsCommand::Import { file, json } => import(&mut folder, &file, json, out, err),
        RecordsCommand::Check { json } => check(&mut folder, json, out, err),
    }
}

fn export(
    folder: &mut RecordFolder,
    file: Option<&Path>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<ExitCode, CliError> {
    let (bytes, records) = folder
        .back_up(&SystemClock.now())
        .map_err(RecordsError::from)?;
    let Some(file) = file else {
        out.write_all(&bytes)?;
        return Ok(ExitCode::SUCCESS);
    };
    backup_file::write(file, &bytes).map_err(|why| RecordsError::Unwritable {
        file: file.to_owned(),
        why,
    })?;
    let said = count(records, "record");
    writeln!(err, "myomap: {said} written to {}", file.display())?;
    Ok(ExitCode::SUCCESS)
}

fn import(
    folder: &mut RecordFolder,
    file: &Path,
    as_json: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<ExitCode, CliError> {
    let bytes = read_whole(file).map_err(|why| RecordsError::Unreadable {
        file: file.to_owned(),
        why,
    })?;
    let merge = folder.take_over(&bytes).map_err(|why| match why {
        RecordStoreError::Backup(_) => RecordsError::NotTakenOver {
            file: file.to_owned(),
            why,
        },
        other => RecordsError::Store(other),
    })?;
    let done = TakenOver::from(&merge);
    if as_json {
        json(
            out,
            &serde_json::json!({
                "new": done.new,
                "updated": done.updated,
                "already_there": done.already_there,
                "damaged": done.damaged,
                "newer": done.newer,
                "missing": done.missing,
            }),
        )?;
    } else {
        writeln!(
            out,
            "{} new, {} in a later version, {} already there.",
            done.new, done.updated, done.already_there
        )?;
    }
    if !merge.is_incomplete() {
        return Ok(ExitCode::SUCCESS);
    }
    let mut lacks = Vec::new();
    if done.damaged > 0 {
        lacks.push(format!("{} damaged", count(done.damaged, "line")));
    }
    if done.newer > 0 {
        lacks.push(format!(
            "{} of a newer myomap, which is needed for them",
            count(done.newer, "line")
        ));
    }
    if done.missing > 0 {
        lacks.push(format!("{} missing", count(done.missing, "record")));
    }
    writeln!(
        err,
        "myomap: {}: the backup is not whole: {}; what is whole was taken over",
        file.display(),
        lacks.join(", ")
    )?;
    Ok(ExitCode::from(1))
}

fn read_whole(file: &Path) -> io::Result<Vec<u8>> {
    if file == Path::new("-") {
        return backup_file::read_from(io::stdin().lock());
    }
    backup_file::read_from(File::open(file)?)
}

fn check(
    folder: &mut RecordFolder,
    as_json: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<ExitCode, CliError> {
    let all: Vec<Checked> = folder.check().map_err(RecordsError::from)?;
    let faults: Vec<_> = all.iter().flat_map(|checked| &checked.faults).collect();
    let records: usize = all.iter().map(|checked| checked.records).sum();
    if as_json {
        let faults: Vec<_> = faults
            .iter()
            .map(|fault| {
                serde_json::json!({
                    "file": fault.place,
                    "line": fault.line,
                    "what": fault.fault.to_string(),
                    "newer": fault.is_newer(),
                })
            })
            .collect();
        json(
            out,
            &serde_json::json!({ "records": records, "faults": faults }),
        )?;
    } else {
        for fault in &faults {
            writeln!(out, "{}:{}: {}", fault.place, fault.line, fault.fault)?;
        }
        if faults.is_empty() {
            let said = count(records, "record");
            writeln!(out, "No faults: {said} in {}.", folder.path().display())?;
        }
    }
    if faults.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(
        err,
        "myomap: {} cannot be read and stay where they are; {} can",
        count(faults.len(), "line"),
        count(records, "record")
    )?;
    Ok(ExitCode::from(1))
}
