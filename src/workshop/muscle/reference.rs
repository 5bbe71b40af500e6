//! A reference mesh as it comes from a file: read, welded, its crumbs left out.

use super::error::FitError;
use crate::anatomy::mesh::SurfaceMesh;
use glam::Vec3;
use std::collections::BTreeMap;

/// Vertices closer than this are one, millimetres.
const WELD_MM: f32 = 0.02;
/// Components with less than this share of the largest one's area are crumbs.
const LEAST_SHARE: f32 = 0.01;

/// A welded triangle mesh, millimetres, in the reference's own frame until [`Reference::to_midline`] has moved it into
/// the body frame. It may have gaps and odd edges.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    /// Vertices.
    pub positions_mm: Vec<Vec3>,
    /// Vertex indices of each triangle.
    pub triangles: Vec<[u32; 3]>,
}

impl Reference {
    /// Reads an OBJ text (vertices and faces; everything else is skipped), welds it and leaves crumbs out.
    ///
    /// # Errors
    /// A line that is not understood, or no triangles at all.
    pub fn from_obj(text: &str) -> Result<Self, FitError> {
        let mesh = Self::as_written(text)?.welded().without_crumbs();
        if mesh.triangles.is_empty() {
            Err(FitError::Empty)
        } else {
            Ok(mesh)
        }
    }

    /// Reads an OBJ text as it is: bones consist of pieces, the least of which may count.
    ///
    /// # Errors
    /// As [`Reference::from_obj`].
    pub fn as_written(text: &str) -> Result<Self, FitError> {
        let mut positions = Vec::new();
        let mut triangles = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let fault = |what| FitError::Obj { line: number, what };
            let mut words = line.split_ascii_whitespace();
            match words.next() {
                Some("v") => {
                    let mut next = || {
                        words
                            .next()
                            .and_then(|w| w.parse::<f32>().ok())
                            .filter(|v| v.is_finite())
                    };
                    match (next(), next(), next()) {
                        (Some(x), Some(y), Some(z)) => positions.push(Vec3::new(x, y, z)),
                        _ => return Err(fault("a vertex needs three numbers")),
                    }
                }
                Some("f") => {
                    let face: Option<Vec<u32>> =
                        words.map(|w| corner(w, positions.len())).collect();
                    let face =
                        face.ok_or_else(|| fault("a face names a vertex that does not exist"))?;
                    triangles.extend((2..face.len()).map(|i| [face[0], face[i - 1], face[i]]));
                }
                _ => {}
            }
        }
        if positions.is_empty() {
            return Err(FitError::NoObj);
        }
        if triangles.is_empty() {
            return Err(FitError::Empty);
        }
        Ok(Self {
            positions_mm: positions,
            triangles,
        })
    }

    /// The triangles on the left of the midline, where the mesh holds both sides of a paired structure;
    /// all of them where it does not.
    pub fn left_half(&self) -> Self {
        let centre_x = |t: &[u32; 3]| {
            t.iter()
                .map(|&i| self.positions_mm[i as usize].x)
                .sum::<f32>()
                / 3.0
        };
        let left: Vec<[u32; 3]> = self
            .triangles
            .iter()
            .copied()
            .filter(|t| centre_x(t) >= 0.0)
            .collect();
        // Less than a third on the other side is a left structure that reaches over the midline.
        if left.len() * 3 > self.triangles.len() * 2 {
            return self.clone();
        }
        Self {
            positions_mm: self.positions_mm.clone(),
            triangles: left,
        }
    }

    /// Moved so that its plane of symmetry, at this x of its own frame, lies in the midline of our body.
    #[must_use]
    pub fn to_midline(mut self, plane_x_mm: f32) -> Self {
        self.positions_mm.iter_mut().for_each(|p| p.x -= plane_x_mm);
        self
    }

    /// As a mesh for sampling and nearest points.
    pub fn to_surface(&self) -> SurfaceMesh {
        SurfaceMesh::from_triangles(self.positions_mm.clone(), self.triangles.clone())
    }

    /// Adds another mesh, not welded to this one.
    pub fn append(&mut self, other: &Self) {
        let base = self.positions_mm.len() as u32;
        self.positions_mm.extend_from_slice(&other.positions_mm);
        self.triangles
            .extend(other.triangles.iter().map(|t| t.map(|i| i + base)));
    }

    /// With vertices that lie in the same place made one.
    #[must_use]
    pub fn welded(self) -> Self {
        let mut seen: BTreeMap<[i32; 3], u32> = BTreeMap::new();
        let mut positions = Vec::new();
        let names: Vec<u32> = self
            .positions_mm
            .iter()
            .map(|&p| {
                let key = (p / WELD_MM).round().to_array().map(|v| v as i32);
                *seen.entry(key).or_insert_with(|| {
                    positions.push(p);
                    (positions.len() - 1) as u32
                })
            })
            .collect();
        let triangles = self
            .triangles
            .iter()
            .map(|t| t.map(|i| names[i as usize]))
            .filter(|&[a, b, c]| a != b && b != c && c != a)
            .collect();
        Self {
            positions_mm: positions,
            triangles,
        }
    }

    fn without_crumbs(self) -> Self {
        let mut sets = Sets::new(self.positions_mm.len());
        for &[a, b, c] in &self.triangles {
            sets.join(a as usize, b as usize);
            sets.join(b as usize, c as usize);
        }
        let mut areas: BTreeMap<usize, f32> = BTreeMap::new();
        for &[a, b, c] in &self.triangles {
            let at = |i: u32| self.positions_mm[i as usize];
            *areas.entry(sets.root(a as usize)).or_default() +=
                (at(b) - at(a)).cross(at(c) - at(a)).length();
        }
        let largest = areas.values().copied().fold(0.0, f32::max);
        let triangles = self
            .triangles
            .iter()
            .copied()
            .filter(|t| {
                areas
                    .get(&sets.root(t[0] as usize))
                    .is_some_and(|&a| a >= largest * LEAST_SHARE)
            })
            .collect();
        Self {
            positions_mm: self.positions_mm,
            triangles,
        }
    }
}

/// The vertex of a face's corner, `7`, `7/1/2` or counted from the end, `-1`.
fn corner(word: &str, count: usize) -> Option<u32> {
    let number: i64 = word.split('/').next()?.parse().ok()?;
    let index = if number < 0 {
        count as i64 + number
    } else {
        number - 1
    };
    (0..count as i64).contains(&index).then_some(index as u32)
}

/// Disjoint sets, joined step by step.
pub struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    /// `count` sets of one.
    pub fn new(count: usize) -> Self {
        Self {
            parent: (0..count).collect(),
        }
    }

    /// The set an element belongs to, named by one of its elements.
    pub fn root(&mut self, mut i: usize) -> usize {
        while self.parent[i] != i {
            self.parent[i] = self.parent[self.parent[i]];
            i = self.parent[i];
        }
        i
    }

    /// Makes two elements' sets one.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_obj_is_welded_and_its_crumbs_left_out() {
        let text = "# two triangles, one welded, and a crumb\n\
            v 0 0 0\nv 100 0 0\nv 0 100 0\nv 100.001 0 0\nv 0 100 0\nv 100 100 0\nv 500 0 0\nv 500 1 0\nv 501 0 0\n\
            f 1 2 3\nf 4//1 6//1 5//1\nf -3 -2 -1\n";
        let mesh = Reference::from_obj(text).unwrap();
        assert_eq!(mesh.triangles, vec![[0, 1, 2], [1, 3, 2]]);
    }

    #[test]
    fn a_bad_line_is_named() {
        assert_eq!(
            Reference::from_obj("v 0 0\n").unwrap_err(),
            FitError::Obj {
                line: 1,
                what: "a vertex needs three numbers"
            }
        );
        assert!(matches!(
            Reference::from_obj("v 0 0 0\nf 1 2 3\n"),
            Err(FitError::Obj { line: 2, .. })
        ));
        assert_eq!(Reference::from_obj("").unwrap_err(), FitError::NoObj);
        assert_eq!(
            Reference::from_obj("v 0 0 0\n").unwrap_err(),
            FitError::Empty
        );
    }
}
