//! Explore: the body with its muscles, points and patterns, peeled layer by layer.
//!
//! It has no state of its own: what it shows is the view and the selection that all modes share.

pub mod stage;
