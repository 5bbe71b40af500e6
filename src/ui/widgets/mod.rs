//! The parts panels are made of. Each takes the tokens it is drawn with and paints itself.

pub mod button;
pub mod chip;
pub mod fold;
pub mod mark;
pub mod menu;
pub mod row;
pub mod statement;
pub mod switch;
pub mod text;
pub mod tip;
