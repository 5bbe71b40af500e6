//! The body as geometry at run time: nets to meshes, rays, places. Pure: no window, no files.
//!
//! How the nets themselves were made from a reference is not here but in `workshop`.

pub mod aponeurosis;
pub mod body;
pub mod bone_surface;
pub mod build_problem;
pub mod crossing;
pub mod faults;
pub mod fibres;
pub mod mesh;
mod near_landmarks;
pub mod occlusion;
pub mod pain_field;
pub mod painting;
pub mod place;
pub mod plate;
pub mod point_grid;
pub mod ray_index;
pub mod ring_net;
#[cfg(test)]
pub(crate) mod samples;
pub mod scene;
pub mod skin;
pub mod steps;
pub mod surface_nets;
