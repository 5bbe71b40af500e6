//! What `myomap fit` writes: shapes.

use super::{args::FitArgs, error::FitCommandError};
use crate::store;
use std::io;

/// Writes a shape's text to the file that was asked for, or to the output.
pub(super) fn write_shape(
    args: &FitArgs,
    text: &str,
    out: &mut dyn io::Write,
) -> Result<(), FitCommandError> {
    match &args.out {
        Some(path) => store::write_output(path, text.as_bytes())?,
        None => out.write_all(text.as_bytes())?,
    }
    Ok(())
}
