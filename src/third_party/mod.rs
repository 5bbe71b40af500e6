//! One file for each foreign plugin: the seam at which the next upgrade is made.

pub mod egui_pass;
