//! What `myomap fit` writes: shapes.

use super::{args::FitArgs, error::FitCommandError};
use std::{fs, io};

/// Writes a shape's text to the file that was asked for, or to the output.
pub(super) fn write_shape(
    args: &FitArgs,
    text: &str,
    out: &mut dyn io::Write,
) -> Result<(), FitCommandError> {
    match &args.out {
        Some(path) => fs::write(path, text).map_err(|why| FitCommandError::File {
            path: path.clone(),
            why,
        })?,
        None => out.write_all(text.as_bytes())?,
    }
    Ok(())
}
