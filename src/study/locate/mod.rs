//! Locating: from where it hurts to the trigger points that could send pain there.

pub mod compare;
pub mod contour;
pub mod dab;
pub mod engine;
pub mod engine_steps;
pub mod explain;
pub mod findings;
pub mod flat_map;
pub mod painted_places;
pub mod painting;
pub mod painting_file;
pub mod patterns;
pub mod prior;
pub mod reason;
pub mod regions;
pub mod score;
pub mod share;
pub mod skin;
