//! Facts: what is known about muscles, trigger points and pain, and how it is checked.

pub mod ids;
pub mod link;
pub mod raw;
pub mod side;
