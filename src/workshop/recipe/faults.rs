//! Where in a recipe's text something is wrong.

use crate::model::{
    check::{
        outline::{Node, Step, outline},
        syntax,
    },
    report::Fault,
};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

/// A file of recipes.
pub(super) struct File<'a> {
    path: &'a str,
    text: &'a str,
    outline: Option<Node>,
}

impl<'a> File<'a> {
    pub(super) fn new(path: &'a str, text: &'a str) -> Self {
        Self {
            path,
            text,
            outline: outline(text),
        }
    }

    /// A fault of the value at a path.
    pub(super) fn fault(&self, at: &Spot, what: impl Into<String>, hint: &str) -> Fault {
        let found = self
            .outline
            .as_ref()
            .map(|node| node.find(self.text, &at.0));
        let byte = found.map_or(0, |node| node.span.start);
        let before = self.text.get(..byte).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let in_line = before.get(line_start..).unwrap_or_default();
        Fault {
            file: self.path.to_owned(),
            line: before.matches('\n').count() + 1,
            column: in_line.chars().count() + 1,
            what: what.into(),
            hint: hint.to_owned(),
        }
    }
}

/// The path to a value of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Spot(Vec<Step>);

impl Spot {
    pub(super) fn field(&self, name: &'static str) -> Self {
        self.then(Step::Field(name))
    }

    pub(super) fn at(&self, number: usize) -> Self {
        self.then(Step::Index(number))
    }

    fn then(&self, step: Step) -> Self {
        let mut path = self.0.clone();
        path.push(step);
        Self(path)
    }
}

/// Reads a file's value.
///
/// # Errors
/// The first fault of form.
pub(super) fn read_ron<T: DeserializeOwned>(file: &File<'_>) -> Result<T, Fault> {
    // `shaft: (…)` for `shaft: Some((…))` and `Disc(…)` for `Disc((…))`: kind to people who write recipes.
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
        .with_recursion_limit(100)
        .from_str(file.text)
        .map_err(|error| {
            let (what, hint) = syntax::in_words(&error.code);
            Fault {
                file: file.path.to_owned(),
                line: error.span.start.line,
                column: error.span.start.col,
                what,
                hint,
            }
        })
}
