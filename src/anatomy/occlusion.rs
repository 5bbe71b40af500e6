//! Ambient occlusion per vertex: how much of the open space before a surface is free of tissue.
//!
//! The body is entered into a coarse grid of voxels layer by layer, from the skeleton outwards,
//! and each layer is shaded by what is as deep or deeper: a muscle laid bare by peeling must not
//! keep the shadow of what was peeled off. A screen-space effect would need what WebGL2 lacks.

use super::mesh::SurfaceMesh;
use glam::{IVec3, Vec3};
use rayon::prelude::*;

/// Edge of a voxel in millimetres: fine enough for the gap between two ribs.
const VOXEL_MM: f32 = 5.0;
/// Most voxels, one byte each: five times those of a body with its arms spread.
const MOST_VOXELS: f32 = 64e6;
/// No grid is larger along an axis, millimetres; nothing that is built is.
const LARGEST_MM: f32 = 10_000.0;
/// Distances from the surface at which space is probed, in millimetres, and their weights.
const PROBES: [(f32, f32); 4] = [(7.0, 0.34), (13.0, 0.28), (22.0, 0.22), (36.0, 0.16)];
/// How far the probing directions lean from the normal: tangent of 50 degrees.
const LEAN: f32 = 1.19;

/// How widely openness is evened out on fine meshes, as a share of a voxel's edge (its standard deviation).
const EVENED: f32 = 0.8;
/// No mesh is evened out more often.
const MOST_PASSES: usize = 16;

/// Which voxels hold tissue.
struct Grid {
    low_mm: Vec3,
    /// Edge of a voxel; [`VOXEL_MM`] but for what is far larger than a body.
    voxel_mm: f32,
    size: IVec3,
    filled: Vec<u8>,
}

impl Grid {
    fn over(low_mm: Vec3, high_mm: Vec3) -> Self {
        let margin = Vec3::splat(45.0);
        let low_mm = low_mm - margin;
        // Three counts of voxels multiply quickly: no more of them than there is room for.
        let extent_mm = (high_mm + margin - low_mm).clamp(Vec3::ZERO, Vec3::splat(LARGEST_MM));
        let fewest_mm = (extent_mm.element_product() / MOST_VOXELS).cbrt();
        let voxel_mm = VOXEL_MM.max(fewest_mm);
        let size = (extent_mm / voxel_mm).ceil().as_ivec3() + IVec3::ONE;
        let count: usize = size
            .to_array()
            .map(|side| side.max(0) as usize)
            .iter()
            .product();
        Self {
            low_mm,
            voxel_mm,
            size,
            filled: vec![0; count],
        }
    }

    fn slot(&self, cell: IVec3) -> Option<usize> {
        let inside = cell.cmpge(IVec3::ZERO).all() && cell.cmplt(self.size).all();
        inside.then(|| {
            let [x, y, z] = cell.to_array().map(|at| at as usize);
            let [across, up, _] = self.size.to_array().map(|side| side as usize);
            (z * up + y) * across + x
        })
    }

    /// Enters a surface by its vertices and the middles of its triangles, which lie closer than a voxel.
    fn enter(&mut self, mesh: &SurfaceMesh) {
        let at = |index: u32| {
            mesh.positions_mm
                .get(index as usize)
                .copied()
                .unwrap_or_default()
        };
        let middles = mesh
            .triangles
            .iter()
            .map(|&[a, b, c]| (at(a) + at(b) + at(c)) / 3.0);
        for point_mm in mesh.positions_mm.iter().copied().chain(middles) {
            let cell = ((point_mm - self.low_mm) / self.voxel_mm)
                .floor()
                .as_ivec3();
            if let Some(slot) = self.slot(cell) {
                self.filled[slot] = 1;
            }
        }
    }

    /// Share of tissue about a point, 0..1, smooth over the eight voxels around it.
    fn density(&self, point_mm: Vec3) -> f32 {
        let place = (point_mm - self.low_mm) / self.voxel_mm - 0.5;
        let cell = place.floor();
        let t = place - cell;
        let cell = cell.as_ivec3();
        let mut sum = 0.0;
        for corner in 0..8 {
            let step = IVec3::new(corner & 1, (corner >> 1) & 1, (corner >> 2) & 1);
            if let Some(slot) = self.slot(cell + step) {
                let w = Vec3::select(step.cmpeq(IVec3::ONE), t, 1.0 - t);
                sum += f32::from(self.filled[slot]) * w.x * w.y * w.z;
            }
        }
        sum
    }

    fn ambient_occlusion(&self, at_mm: Vec3, normal: Vec3) -> f32 {
        let (a, b) = normal.any_orthonormal_pair();
        let directions = [
            normal,
            (normal + a * LEAN).normalize(),
            (normal - a * LEAN).normalize(),
            (normal + b * LEAN).normalize(),
            (normal - b * LEAN).normalize(),
        ];
        let mut closed = 0.0;
        for direction in directions {
            // Once a probe has met tissue, what lies behind it does not darken more.
            let mut free = 1.0_f32;
            for (distance_mm, weight) in PROBES {
                let met = self.density(at_mm + direction * distance_mm).min(1.0);
                closed += weight * (1.0 - free * (1.0 - met));
                free *= 1.0 - met;
            }
        }
        (1.0 - closed / directions.len() as f32).clamp(0.0, 1.0)
    }
}

/// The layers of a body from the skeleton outwards, and what has been entered of them.
pub(super) struct Shading {
    grid: Option<Grid>,
    /// The layers that are there, the deepest first.
    pub(super) layers: Vec<u8>,
}

impl Shading {
    /// Nothing is entered yet. Meshes and depths are of one length.
    pub(super) fn over(meshes: &[&SurfaceMesh], depths: &[u8]) -> Self {
        let bounds = meshes
            .iter()
            .filter_map(|mesh| mesh.bounds_mm())
            .reduce(|(low, high), (l, h)| (low.min(l), high.max(h)));
        let mut layers: Vec<u8> = depths.to_vec();
        layers.sort_unstable_by(|a, b| b.cmp(a));
        layers.dedup();
        Self {
            grid: bounds.map(|(low_mm, high_mm)| Grid::over(low_mm, high_mm)),
            layers,
        }
    }

    /// Enters a surface: what is shaded from now on sees it.
    pub(super) fn enter(&mut self, mesh: &SurfaceMesh) {
        if let Some(grid) = &mut self.grid {
            grid.enter(mesh);
        }
    }

    /// Openness of every vertex of a surface among what has been entered, 0 closed … 1 open.
    pub(super) fn ambient_occlusion(&self, mesh: &SurfaceMesh) -> Vec<f32> {
        let Some(grid) = &self.grid else {
            return vec![1.0; mesh.positions_mm.len()];
        };
        let mut openness: Vec<f32> = mesh
            .positions_mm
            .iter()
            .zip(&mesh.normals)
            .map(|(at_mm, normal)| grid.ambient_occlusion(*at_mm, *normal))
            .collect();
        even_out(mesh, &mut openness, grid.voxel_mm);
        openness
    }
}

/// A mesh finer than the voxels would show them as ripples: its vertices are given the mean of their neighbours until
/// nothing finer than a voxel is left.
fn even_out(mesh: &SurfaceMesh, openness: &mut [f32], voxel_mm: f32) {
    let edges = mesh.triangles.len().max(1) as f32 * 3.0;
    let squares: f32 = mesh
        .triangles
        .iter()
        .map(|&t| {
            let [a, b, c] = mesh.corners_mm(t);
            a.distance_squared(b) + b.distance_squared(c) + c.distance_squared(a)
        })
        .sum();
    // A pass spreads by the mean square of an edge, half of it in each of the two directions of the surface.
    let wanted = (EVENED * voxel_mm).powi(2);
    let passes = (wanted / (0.5 * squares / edges).max(1e-3)).round();
    if passes < 1.0 {
        return;
    }
    for _ in 0..(passes as usize).min(MOST_PASSES) {
        let mut sums: Vec<(f32, f32)> = openness.iter().map(|&own| (own, 1.0)).collect();
        for &[a, b, c] in &mesh.triangles {
            for (of, other) in [(a, b), (b, c), (c, a)] {
                let sum = &mut sums[of as usize];
                sum.0 += openness[other as usize];
                sum.1 += 1.0;
            }
        }
        for (openness, (sum, n)) in openness.iter_mut().zip(sums) {
            *openness = sum / n;
        }
    }
}

/// Openness of every vertex of every mesh, 0 closed … 1 open. `depths` holds the layer of each mesh,
/// 6 for the skeleton; meshes and depths are of one length, and so is the result.
pub fn ambient_occlusion_by_layer(meshes: &[&SurfaceMesh], depths: &[u8]) -> Vec<Vec<f32>> {
    let mut shading = Shading::over(meshes, depths);
    let mut result = vec![Vec::new(); meshes.len()];
    for layer in shading.layers.clone() {
        let of_layer = |(_, depth): &(&&SurfaceMesh, &u8)| **depth == layer;
        for (mesh, _) in meshes.iter().zip(depths).filter(of_layer) {
            shading.enter(mesh);
        }
        let shading = &shading;
        result
            .par_iter_mut()
            .zip(meshes.par_iter().zip(depths.par_iter()))
            .filter(|(_, of)| of_layer(of))
            .for_each(|(ambient_occlusion, (mesh, _))| {
                *ambient_occlusion = shading.ambient_occlusion(mesh)
            });
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grid_has_room_for_whatever_is_built_and_finds_it_again() {
        for far_mm in [0.0, 900.0, 3_500.0, 4_900.0, 1e9, f32::MAX] {
            let grid = Grid::over(Vec3::splat(-far_mm), Vec3::splat(far_mm));
            assert!(
                grid.filled.len() as f32 <= 1.02 * MOST_VOXELS + 1e5,
                "{far_mm}"
            );
            let last = grid.size - IVec3::ONE;
            assert_eq!(grid.slot(last), Some(grid.filled.len() - 1), "{far_mm}");
            assert_eq!(grid.slot(grid.size), None);
        }
        let body = Grid::over(
            Vec3::new(-450.0, 0.0, -200.0),
            Vec3::new(450.0, 1860.0, 200.0),
        );
        assert!((body.voxel_mm - VOXEL_MM).abs() < 1e-6);
    }
}
