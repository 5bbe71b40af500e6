//! What is read and worked out from the facts alone, without the body.

#[path = "../common/mod.rs"]
mod common;

mod catalog_faults;
mod data;
mod fact_base;
mod limits;
mod packs;
mod search;
mod self_care;
mod stories;
