//! What the plan of a muscle says of its slips: bundles from process to process, and slips that leave a belly.
//!
//! How they are built is not here: see `workshop::slips`.

use crate::model::facts::Place;
use serde::Deserialize;

/// Slips of one kind, which differ in their places only.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slips {
    /// Between what they run.
    pub ends: Ends,
    /// Which way their flat side looks, away from what they lie on, at the origin and at the insertion.
    pub faces: (Direction, Direction),
    /// Width in millimetres at fractions of the length.
    pub width_mm: Vec<(f32, f32)>,
    /// Thickness in millimetres at fractions of the length.
    pub thickness_mm: Vec<(f32, f32)>,
    /// Rings along.
    #[serde(default = "rings")]
    pub rings: usize,
    /// Points of a ring.
    #[serde(default = "points")]
    pub points: usize,
    /// How far along the muscle's fibres they begin and end.
    #[serde(default = "whole_way")]
    pub along: (f32, f32),
    /// What they lie on, and are pushed out of: structures, or `rib.*` for all whose ids begin so. An end on bone is laid
    /// on the face of these that is seen from the side that the slip faces.
    #[serde(default)]
    pub clear_of: Vec<String>,
    /// How far outside of it, millimetres.
    #[serde(default)]
    pub gap_mm: f32,
    /// How far the middle stands out beyond the shortest way, millimetres.
    #[serde(default)]
    pub bow_mm: f32,
}

/// x, y and z of the body frame.
pub type Direction = (f32, f32, f32);

/// The two ends of the slips, in the order of the fibres.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum Ends {
    /// From the first place of each pair to the second, both on bone.
    Pairs(Vec<(Place, Place)>),
    /// From a process of each vertebra to one of a vertebra higher up.
    Levels {
        /// Name of the landmark where they begin, without its vertebra, and how far beside it, millimetres.
        from: (String, Direction),
        /// The same of where they end.
        to: (String, Direction),
        /// The lowest and the highest vertebra where slips begin.
        vertebrae: (String, String),
        /// How many levels higher they end; one slip for each.
        up: Vec<usize>,
    },
    /// Out of the measured belly to places on bone.
    FromBelly(Belly, Vec<Place>),
    /// From places on bone into the measured belly.
    IntoBelly(Vec<Place>, Belly),
}

/// Where slips leave or join a measured belly.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Belly {
    /// Number of the belly's net in the shape.
    #[serde(default)]
    pub net: usize,
    /// How far from the place on bone, along the belly, millimetres.
    pub away_mm: f32,
    /// How far from the middle of the belly towards its edge on that side, as a share.
    pub beside: f32,
}

fn rings() -> usize {
    7
}

fn points() -> usize {
    8
}

fn whole_way() -> (f32, f32) {
    (0.0, 1.0)
}
