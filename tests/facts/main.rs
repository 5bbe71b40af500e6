//! What is read and worked out from the facts alone, without the body.

// Clippy knows test functions, not their helpers.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

#[path = "../common/mod.rs"]
mod common;

mod catalog_faults;
mod cautions;
mod data;
mod fact_base;
mod limits;
mod packs;
mod self_care;
mod stories;
