//! The body as geometry: nets to meshes, rays, places, fitting. Pure: no window, no files.

pub mod aponeurosis;
pub mod body;
pub mod fit;
pub mod fit_bone;
pub mod fit_skin;
pub mod mesh;
pub mod occlusion;
pub mod pain_field;
pub mod painting;
pub mod place;
pub mod plate;
pub mod ray_index;
pub mod ring_net;
pub mod scene;
pub mod seat;
pub mod shape_text;
pub mod sheet;
pub mod skin;
pub mod steps;
pub mod surface_nets;
