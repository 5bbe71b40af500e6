//! A message on its way to the user, before it is put into words.

use super::{Key, Value};
use fluent_bundle::FluentArgs;

/// A variable of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A text, shown as it is.
    Text(String),
    /// A number, which may choose the form of a word.
    Number(f64),
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

/// A message as its key and its variables: [`super::Words::put`] puts it into words.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// The message.
    pub key: Key,
    args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// A message, by its key.
    #[must_use]
    pub fn new(key: Key) -> Self {
        Self {
            key,
            args: Vec::new(),
        }
    }

    /// With a variable.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    pub(super) fn args(&self) -> FluentArgs<'_> {
        let value = |arg: &'_ Arg| match arg {
            Arg::Text(text) => Value::from(text.clone()),
            Arg::Number(number) => Value::from(*number),
        };
        self.args
            .iter()
            .map(|(name, arg)| (*name, value(arg)))
            .collect()
    }
}

impl From<Key> for Message {
    fn from(key: Key) -> Self {
        Self::new(key)
    }
}
