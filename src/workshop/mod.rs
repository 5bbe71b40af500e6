//! The workshop: how the body's shapes are made from a reference, and how far they lie from it.
//!
//! For whoever makes or mends a body; behind the cargo feature `workshop`, which nothing at run time needs and no
//! other room but the command line imports. It stands above `anatomy` and uses its nets, rays and places.
//!
//! - `recipe`: from where and how each shape is made, read from the files of `recipes/`
//! - `muscle`: nets across the fibres, measured between a muscle's attachments
//! - `bone`: nets along the axes of a bone's parts, measured or built from usual sizes
//! - `skin`: radii about the axes of the body's parts
//! - `sheet`: flat muscles by a plan: without a reference, or as plainer slips than can be cut
//! - `slips`: bundles from process to process, and slips that leave a belly
//! - `intercostal`: the muscles between the ribs, made by rule
//! - `seat`: moves what stands through the skin or into bones
//! - `shape_text`: the text of a shape's file
//! - `whereabouts`: whether a mesh lies where its structure does
//! - `command`: `myomap fit`, which reads and writes the files
//!
//! Not here: from a net to a surface (`anatomy::ring_net`, `anatomy::skin`), which the program does each time it
//! starts.

pub mod bone;
pub mod command;
pub mod intercostal;
mod moved_points;
pub mod muscle;
pub mod recipe;
mod rounding;
pub mod seat;
pub mod shape_text;
pub mod sheet;
pub mod skin;
pub mod slips;
pub mod untangle;
pub mod whereabouts;
