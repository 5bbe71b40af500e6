//! How far two surfaces lie apart.

use crate::anatomy::{mesh::SurfaceMesh, ray_index::RayIndex};
use glam::Vec3;

/// Samples taken on each surface.
const SAMPLES: usize = 4000;

/// Symmetric distance between two surfaces, millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Apart {
    /// Mean over the samples of both surfaces.
    pub mean_mm: f32,
    /// 95 of 100 samples lie no farther.
    pub p95_mm: f32,
    /// The farthest sample.
    pub most_mm: f32,
}

/// Compares our bodies of one structure with a reference. What of ours lies inside another of our
/// own bodies is no surface to be seen and is not counted. `None` where either is empty.
pub fn apart(ours: &[SurfaceMesh], reference: &SurfaceMesh) -> Option<Apart> {
    let indices: Vec<RayIndex> = ours.iter().map(RayIndex::build).collect();
    let area: f32 = ours.iter().map(area_mm2).sum();
    let mut visible = Vec::new();
    for (number, mesh) in ours.iter().enumerate() {
        let count = (SAMPLES as f32 * area_mm2(mesh) / area.max(1e-6)).ceil() as usize;
        visible.extend(even_samples(mesh, count).into_iter().filter(|&p| {
            !indices
                .iter()
                .enumerate()
                .any(|(other, index)| other != number && index.contains(p))
        }));
    }
    let reference_index = RayIndex::build(reference);
    let mut distances: Vec<f32> = visible
        .iter()
        .filter_map(|&p| reference_index.nearest(p).map(|s| s.distance_mm))
        .collect();
    let back: Vec<f32> = even_samples(reference, SAMPLES)
        .into_iter()
        .filter_map(|p| {
            indices
                .iter()
                .filter_map(|i| i.nearest(p))
                .map(|s| s.distance_mm)
                .reduce(f32::min)
        })
        .collect();
    if distances.is_empty() || back.is_empty() {
        return None;
    }
    distances.extend(back);
    Apart::of(distances)
}

impl Apart {
    /// Of the distances of all samples, millimetres; `None` for none.
    pub fn of(mut distances_mm: Vec<f32>) -> Option<Self> {
        let last = distances_mm.len().checked_sub(1)?;
        distances_mm.sort_by(f32::total_cmp);
        let sum: f64 = distances_mm.iter().copied().map(f64::from).sum();
        Some(Self {
            mean_mm: (sum / (last + 1) as f64) as f32,
            p95_mm: distances_mm[last * 95 / 100],
            most_mm: distances_mm[last],
        })
    }
}

/// Area of a mesh, square millimetres.
pub fn area_mm2(mesh: &SurfaceMesh) -> f32 {
    mesh.triangles
        .iter()
        .map(|&t| triangle_area(mesh.corners_mm(t)))
        .sum()
}

fn triangle_area([a, b, c]: [Vec3; 3]) -> f32 {
    (b - a).cross(c - a).length() * 0.5
}

/// About `count` points spread over a mesh by area, the same ones every time.
pub fn even_samples(mesh: &SurfaceMesh, count: usize) -> Vec<Vec3> {
    let step = area_mm2(mesh) / count.max(1) as f32;
    if step <= 0.0 {
        return Vec::new();
    }
    let mut samples = Vec::with_capacity(count + 1);
    // Walking along the summed area with a fixed step gives each triangle its share.
    let mut due = step * 0.5;
    for &triangle in &mesh.triangles {
        let corners = mesh.corners_mm(triangle);
        let area = triangle_area(corners);
        while due < area {
            // The additive recurrence of the plastic number fills the unit square evenly.
            let n = samples.len() as f32;
            let (u, v) = ((0.754_877_7 * n).fract(), (0.569_840_3 * n).fract());
            let (u, v) = if u + v > 1.0 {
                (1.0 - u, 1.0 - v)
            } else {
                (u, v)
            };
            samples
                .push(corners[0] + (corners[1] - corners[0]) * u + (corners[2] - corners[0]) * v);
            due += step;
        }
        due -= area;
    }
    samples
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::{
        ring_net::{Fineness, surface_of_rings},
        samples,
    };

    fn tube(radius: f32, from: f32) -> SurfaceMesh {
        let mut rings = samples::tube(6, 24, (radius, radius));
        rings.iter_mut().flatten().for_each(|p| p.y += from);
        surface_of_rings(
            &rings,
            Fineness {
                along: 30,
                around: 2,
            },
        )
        .unwrap()
    }

    #[test]
    fn a_tube_two_millimetres_thicker_lies_about_two_millimetres_off() {
        let found = apart(&[tube(20.0, 0.0)], &tube(22.0, 0.0)).unwrap();
        assert!((found.mean_mm - 1.9).abs() < 0.3, "{found:?}");
        let same = apart(&[tube(20.0, 0.0)], &tube(20.0, 0.0)).unwrap();
        assert!(same.most_mm < 1e-3);
        assert_eq!(apart(&[], &tube(1.0, 0.0)), None);
    }

    #[test]
    fn what_lies_inside_another_body_is_not_counted() {
        let whole = tube(20.0, 0.0);
        let found = apart(&[tube(20.0, 0.0), tube(10.0, 5.0)], &whole).unwrap();
        assert!(found.p95_mm < 0.5, "{found:?}");
    }
}
