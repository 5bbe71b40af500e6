//! The skin made a piece at a time, for programs of one thread that have to draw in between.

use super::{
    LEAST_X_MM,
    calm::{Neighbours, PASSES, keep_left, pass},
    formed,
    groove::round_grooves,
    land,
    lattice::Lattice,
    relax,
    seam::Seam,
    seeds,
    union::Union,
    union_of_shape,
};
use crate::{
    anatomy::{
        mesh::SurfaceMesh,
        ring_net::NetError,
        surface_nets::{Following, HalfSurface},
    },
    model::facts,
};

/// Cells of the lattice looked at in a step: some thousandths of a second's work.
const STEP_CELLS: usize = 1500;
/// Vertices laid on the surface in a step, likewise.
const STEP_VERTICES: usize = 1500;
/// Shares of the whole work, roughly: following the surface, and landing on it.
const SHARES: [f32; 2] = [0.4, 0.5];
/// Cells that the surface passes through and their neighbours, roughly: for the progress that is shown.
const CELLS: f32 = 45_000.0;

/// What is done next.
enum Stage {
    /// Follow the surface through the lattice.
    Follow(Following, usize),
    /// Lay the net about it.
    Net(Following),
    /// Lay the net on the surface, from a vertex on.
    Land(HalfSurface, Neighbours, Seam, usize),
    /// Take the ripples out, from a pass on; then mirror it.
    Calm(HalfSurface, Neighbours, Seam, usize),
    /// Nothing: the skin was given away.
    Done,
}

/// A skin in the making. What comes of it is what [`super::skin_of_shape`] makes.
pub struct SkinSteps {
    lattice: Lattice,
    union: Union,
    /// What is formed last, without its nets.
    form: facts::Shape,
    stage: Stage,
}

impl SkinSteps {
    /// Begins.
    ///
    /// # Errors
    /// As [`super::skin_of_shape`].
    pub fn new(shape: &facts::Shape) -> Result<Self, NetError> {
        let lattice = Lattice::of_body();
        let union = union_of_shape(shape)?;
        let stage = Stage::Follow(Following::new(&lattice, &seeds(&union)), 0);
        Ok(Self {
            lattice,
            union,
            form: facts::Shape {
                creases: shape.creases.clone(),
                softened: shape.softened.clone(),
                ..facts::Shape::default()
            },
            stage,
        })
    }

    /// Does a piece of the work; the skin, once that was the last.
    pub fn step(&mut self) -> Option<SurfaceMesh> {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Follow(mut following, steps) => {
                let distance = |at| self.union.sample(at).distance_mm;
                match following.step(&self.lattice, STEP_CELLS, &distance) {
                    true => Stage::Net(following),
                    false => Stage::Follow(following, steps + 1),
                }
            }
            Stage::Net(following) => {
                let mut half = following.net(&self.lattice);
                let (neighbours, seam) = relax(&mut half);
                Stage::Land(half, neighbours, seam, 0)
            }
            Stage::Land(mut half, neighbours, seam, landed) => {
                let count = half.positions_mm.len();
                let end = (landed + STEP_VERTICES).min(count);
                for vertex in landed..end {
                    let position = &mut half.positions_mm[vertex];
                    *position = land(&self.union, *position, seam.holds(vertex));
                }
                if end < count {
                    Stage::Land(half, neighbours, seam, end)
                } else {
                    round_grooves(&neighbours, &mut half);
                    Stage::Calm(half, neighbours, seam, 0)
                }
            }
            Stage::Calm(mut half, neighbours, seam, passes) if passes < PASSES => {
                pass(&neighbours, &mut half.positions_mm);
                Stage::Calm(half, neighbours, seam, passes + 1)
            }
            Stage::Calm(mut half, neighbours, seam, _) => {
                keep_left(&mut half.positions_mm, LEAST_X_MM);
                return Some(formed(&self.form, half, &neighbours, &seam));
            }
            Stage::Done => Stage::Done,
        };
        None
    }

    /// How much is done, 0 to 1.
    #[must_use]
    pub fn share(&self) -> f32 {
        let [follow, land] = SHARES;
        match &self.stage {
            Stage::Follow(_, steps) => follow * ((steps * STEP_CELLS) as f32 / CELLS).min(1.0),
            Stage::Net(_) => follow,
            Stage::Land(half, _, _, landed) => {
                follow + land * *landed as f32 / half.positions_mm.len().max(1) as f32
            }
            Stage::Calm(..) => follow + land,
            Stage::Done => 1.0,
        }
    }
}
