//! The part of the skin that lies inside a field, cut exactly at its edge.

use glam::Vec3;
use std::collections::HashMap;

use crate::anatomy::mesh::SurfaceMesh;

/// A part of the skin with an exact edge. All per-vertex lists have one length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClippedPatch {
    /// Positions, body frame, millimetres, lifted off the skin.
    pub positions_mm: Vec<Vec3>,
    /// Unit normals of the skin.
    pub normals: Vec<Vec3>,
    /// Triangles, counter-clockwise seen from outside.
    pub triangles: Vec<[u32; 3]>,
    /// Distance to the edge of the patch, millimetres; 0 on the edge.
    pub edge_distance_mm: Vec<f32>,
}

/// Below this a field value counts as this: values of minus infinity would spoil the cut.
const LOWEST_MM: f32 = -50.0;

/// The part of the skin with a field of at least 0, its vertices lifted by `lift_mm` along their normals.
/// `field_mm` has a value for every vertex; missing ones count as outside.
pub fn clip_to_field(skin: &SurfaceMesh, field_mm: &[f32], lift_mm: f32) -> ClippedPatch {
    let mut cutter = Cutter {
        skin,
        lift_mm,
        patch: ClippedPatch::default(),
        kept: HashMap::new(),
        cuts: HashMap::new(),
    };
    let value = |vertex: u32| {
        field_mm.get(vertex as usize).map_or(LOWEST_MM, |v| {
            if v.is_nan() {
                LOWEST_MM
            } else {
                v.max(LOWEST_MM)
            }
        })
    };
    for &triangle in &skin.triangles {
        let values = triangle.map(value);
        let inside = values.map(|v| v >= 0.0);
        if inside == [false; 3] {
            continue;
        }
        // The polygon that is left of the triangle: up to four corners.
        let mut polygon = [0u32; 4];
        let mut corners = 0;
        for n in 0..3 {
            let m = (n + 1) % 3;
            if inside[n] {
                polygon[corners] = cutter.keep(triangle[n], values[n]);
                corners += 1;
            }
            if inside[n] != inside[m] {
                polygon[corners] = cutter.cut((triangle[n], values[n]), (triangle[m], values[m]));
                corners += 1;
            }
        }
        for n in 2..corners {
            cutter
                .patch
                .triangles
                .push([polygon[0], polygon[n - 1], polygon[n]]);
        }
    }
    cutter.patch
}

/// Collects the vertices of a patch, each once. The maps are only looked up, never walked.
struct Cutter<'a> {
    skin: &'a SurfaceMesh,
    lift_mm: f32,
    patch: ClippedPatch,
    kept: HashMap<u32, u32>,
    cuts: HashMap<(u32, u32), u32>,
}

impl Cutter<'_> {
    fn keep(&mut self, vertex: u32, depth_mm: f32) -> u32 {
        if let Some(&known) = self.kept.get(&vertex) {
            return known;
        }
        let position = self.skin.positions_mm[vertex as usize];
        let number = self.add(position, self.skin.normals[vertex as usize], depth_mm);
        self.kept.insert(vertex, number);
        number
    }

    fn cut(&mut self, one: (u32, f32), other: (u32, f32)) -> u32 {
        // The same way round from both triangles of the edge, so that the cut is the very same point.
        let (one, other) = if one.0 < other.0 {
            (one, other)
        } else {
            (other, one)
        };
        if let Some(&known) = self.cuts.get(&(one.0, other.0)) {
            return known;
        }
        let share = one.1 / (one.1 - other.1);
        let mix = |of: &[Vec3]| of[one.0 as usize].lerp(of[other.0 as usize], share);
        let normal = mix(&self.skin.normals).normalize_or(Vec3::Z);
        let number = self.add(mix(&self.skin.positions_mm), normal, 0.0);
        self.cuts.insert((one.0, other.0), number);
        number
    }

    fn add(&mut self, position_mm: Vec3, normal: Vec3, depth_mm: f32) -> u32 {
        self.patch
            .positions_mm
            .push(position_mm + normal * self.lift_mm);
        self.patch.normals.push(normal);
        self.patch.edge_distance_mm.push(depth_mm);
        self.patch.positions_mm.len() as u32 - 1
    }
}
