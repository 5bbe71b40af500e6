//! An index in the making: in one go, or a piece at a time where a program of one thread has to draw in
//! between. Both do the same work in the same order.

use super::RayIndex;
use crate::anatomy::mesh::SurfaceMesh;
use glam::{Vec3, Vec3A};
use obvhs::{
    BvhBuildParams,
    bvh2::{Bvh2, leaf_collapser::collapse, reinsertion::ReinsertionOptimizer},
    ploc::PlocBuilder,
    triangle::Triangle,
};

/// Rounds of improving a hierarchy; each moves a smaller share of the nodes, as `obvhs` proposes it.
const ROUNDS: u16 = 16;

/// What is done next.
enum Stage {
    /// Group the triangles.
    Group,
    /// Improve the hierarchy, from a round on.
    Improve(Bvh2, u16),
    /// Join small leaves.
    Collapse(Bvh2),
    /// Improve it once more, from a round on.
    ImproveAgain(Bvh2, u16),
    /// Put all into the order of its leaves.
    Order(Bvh2),
    /// Nothing: all is there, or there was nothing to index.
    Done(Option<Bvh2>),
}

/// An index in the making. The hierarchy is built as `obvhs` itself builds it for parameters without
/// splitting; its own function looks at the clock, which the browser's build does not have.
pub struct IndexSteps {
    params: BvhBuildParams,
    triangles: Vec<Triangle>,
    numbers: Vec<u32>,
    normals: Vec<[Vec3; 3]>,
    stage: Stage,
}

impl IndexSteps {
    /// All that is needed without a hierarchy: it is done.
    pub(super) fn unordered(mesh: &SurfaceMesh) -> Self {
        let mut steps = Self::new(mesh);
        steps.normals = normals_of(mesh, &steps.numbers);
        steps.stage = Stage::Done(None);
        steps
    }

    /// Begins: as [`RayIndex::build`].
    #[must_use]
    pub fn new(mesh: &SurfaceMesh) -> Self {
        let (triangles, numbers): (Vec<Triangle>, Vec<u32>) = (0u32..)
            .zip(&mesh.triangles)
            .filter_map(|(number, &t)| {
                let [v0, v1, v2] = mesh.corners_mm(t).map(Vec3A::from);
                let finite = v0.is_finite() && v1.is_finite() && v2.is_finite();
                finite.then_some((Triangle { v0, v1, v2 }, number))
            })
            .unzip();
        let stage = if triangles.is_empty() {
            Stage::Done(None)
        } else {
            Stage::Group
        };
        Self {
            params: BvhBuildParams::fast_build(),
            triangles,
            numbers,
            normals: Vec::new(),
            stage,
        }
    }

    /// Does a piece of the work; true when all is done. Every step must be given the same mesh.
    pub fn step(&mut self, mesh: &SurfaceMesh) -> bool {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done(None)) {
            Stage::Group => Stage::Improve(self.group(), 0),
            Stage::Improve(bvh, ROUNDS) => Stage::Collapse(bvh),
            Stage::Improve(mut bvh, round) => {
                improve(&mut bvh, self.params.reinsertion_batch_ratio, round);
                Stage::Improve(bvh, round + 1)
            }
            Stage::Collapse(mut bvh) => {
                collapse(
                    &mut bvh,
                    self.params.max_prims_per_leaf.clamp(1, 255),
                    self.params.collapse_traversal_cost,
                );
                Stage::ImproveAgain(bvh, 0)
            }
            Stage::ImproveAgain(bvh, ROUNDS) => Stage::Order(bvh),
            Stage::ImproveAgain(mut bvh, round) => {
                let again = self.params.post_collapse_reinsertion_batch_ratio_multiplier;
                improve(&mut bvh, self.params.reinsertion_batch_ratio * again, round);
                Stage::ImproveAgain(bvh, round + 1)
            }
            Stage::Order(bvh) => {
                self.order(mesh, &bvh);
                Stage::Done(Some(bvh))
            }
            done => done,
        };
        matches!(self.stage, Stage::Done(_))
    }

    fn group(&self) -> Bvh2 {
        PlocBuilder::with_capacity(self.triangles.len()).build(
            self.params.ploc_search_distance,
            &self.triangles,
            (0..self.triangles.len() as u32).collect(),
            self.params.sort_precision,
            self.params.search_depth_threshold,
        )
    }

    fn order(&mut self, mesh: &SurfaceMesh, bvh: &Bvh2) {
        let order = bvh.primitive_indices.iter().map(|&i| i as usize);
        self.numbers = order.clone().map(|i| self.numbers[i]).collect();
        self.triangles = order.map(|i| self.triangles[i]).collect();
        self.normals = normals_of(mesh, &self.numbers);
    }

    /// The index, once all is done; before, one that finds nothing.
    #[must_use]
    pub fn finish(self) -> RayIndex {
        let bvh = match self.stage {
            Stage::Done(bvh) => bvh,
            _ => None,
        };
        RayIndex {
            bvh,
            triangles: self.triangles,
            numbers: self.numbers,
            normals: self.normals,
        }
    }
}

/// Normals at the corners of triangles, by their numbers.
fn normals_of(mesh: &SurfaceMesh, numbers: &[u32]) -> Vec<[Vec3; 3]> {
    let normal_of = |i: u32| mesh.normals.get(i as usize).copied().unwrap_or(Vec3::ZERO);
    let corners = numbers.iter().map(|&n| mesh.triangles[n as usize]);
    corners.map(|corners| corners.map(normal_of)).collect()
}

/// One round of moving nodes to where they fit better.
fn improve(bvh: &mut Bvh2, batch_ratio: f32, round: u16) {
    let share = 1.0 / (2.0 * f32::from(round) + 1.0);
    ReinsertionOptimizer::default().run(bvh, batch_ratio, Some(vec![share]));
}
