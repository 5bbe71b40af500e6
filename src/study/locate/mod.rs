//! Locating: from where it hurts to the trigger points that could send pain there.

pub mod painting;
pub mod regions;
