//! Locating: from where it hurts to the trigger points that could send pain there.

pub mod explain;
pub mod painting;
pub mod patterns;
pub mod prior;
pub mod reason;
pub mod regions;
pub mod score;
