//! `myomap records`: where records lie, a backup of them, taking one over, and whether they are sound.

use super::{CliError, check::json};
use crate::{
    locale::Words,
    records::{Clock, line::LineFault},
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
    #[arg(long, value_name = "DIR", global = true)]
    records: Option<PathBuf>,
    #[command(subcommand)]
    command: RecordsCommand,
}

#[derive(clap::Subcommand, Debug)]
enum RecordsCommand {
    Path,
    Export {
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    Import {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long)]
        json: bool,
    },
    Check {
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
    words: &Words,
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
        RecordsCommand::Export { file } => export(&mut folder, file.as_deref(), words, out, err),
        RecordsCommand::Import { file, json } => import(&mut folder, &file, json, words, out, err),
        RecordsCommand::Check { json } => check(&mut folder, json, words, out, err),
    }
}

fn export(
    folder: &mut RecordFolder,
    file: Option<&Path>,
    words: &Words,
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
    let said = [
        ("count", records.into()),
        ("file", file.display().to_string().into()),
    ];
    let said = words.say_with("command-backed-up", &said);
    writeln!(err, "myomap: {said}")?;
    Ok(ExitCode::SUCCESS)
}

fn import(
    folder: &mut RecordFolder,
    file: &Path,
    as_json: bool,
    words: &Words,
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
        let said = [
            ("new", done.new.into()),
            ("updated", done.updated.into()),
            ("there", done.already_there.into()),
        ];
        writeln!(out, "{}", words.say_with("command-taken-over", &said))?;
    }
    if !merge.is_incomplete() {
        return Ok(ExitCode::SUCCESS);
    }
    let mut lacks = Vec::new();
    if done.damaged > 0 {
        let count = [("count", done.damaged.into())];
        lacks.push(words.say_with("command-backup-damaged", &count));
    }
    if done.newer > 0 {
        let count = [("count", done.newer.into())];
        lacks.push(words.say_with("command-backup-newer", &count));
    }
    if done.missing > 0 {
        let count = [("count", done.missing.into())];
        lacks.push(words.say_with("command-backup-missing", &count));
    }
    let said = [
        ("file", file.display().to_string().into()),
        ("lacks", lacks.join(", ").into()),
    ];
    let said = words.say_with("command-backup-not-whole", &said);
    writeln!(err, "myomap: {said}")?;
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
    words: &Words,
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
            let what = line_fault(&fault.fault, words);
            writeln!(out, "{}:{}: {what}", fault.place, fault.line)?;
        }
        if faults.is_empty() {
            let said = [
                ("count", records.into()),
                ("place", folder.path().display().to_string().into()),
            ];
            writeln!(out, "{}", words.say_with("command-records-sound", &said))?;
        }
    }
    if faults.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    let said = [("lines", faults.len().into()), ("records", records.into())];
    let said = words.say_with("command-records-damaged", &said);
    writeln!(err, "myomap: {said}")?;
    Ok(ExitCode::from(1))
}

/// A line of a journal that cannot be read.
fn line_fault(fault: &LineFault, w: &Words) -> String {
    let (why, detail) = match fault {
        LineFault::NoLine => ("no-line", String::new()),
        LineFault::Checksum => ("checksum", String::new()),
        LineFault::Torn => ("torn", String::new()),
        LineFault::TooLong => ("too-long", String::new()),
        LineFault::Content(what) => ("content", what.clone()),
        LineFault::Newer(newer) => ("newer", newer.to_string()),
    };
    let args = [("why", why.into()), ("detail", detail.into())];
    w.say_with("command-line-fault", &args).into_owned()
}
