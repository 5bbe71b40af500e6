//! Facts: what is known about muscles, trigger points and pain, and how it is checked.

pub mod catalog;
pub(crate) mod check;
pub mod closest;
pub mod facts;
pub mod ids;
pub mod language;
pub mod library;
pub mod limits;
pub mod link;
pub mod names;
pub mod pain_link;
pub mod painted;
pub mod pose;
pub mod report;
pub mod review;
pub mod side;
pub mod texts;
