//! A value that somebody wrote and that is refused.

use super::{Message, Words};
use std::{error::Error, fmt};

/// Why a value is refused: an error that is put into words where it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused(pub Message);

impl fmt::Display for Refused {
    /// In English; whoever knows the language puts the message into words.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Words::default().put(&self.0))
    }
}

impl Error for Refused {}
