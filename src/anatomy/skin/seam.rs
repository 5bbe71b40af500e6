//! Keeps the vertices beside the midline in a straight row.
//!
//! A surface net puts them anywhere between the midline and the next row. In a furrow along the midline, whose sides
//! rise away from it, each of them would then lie at another depth, and light would show the bottom as a row of
//! scallops. They are put at a third of the way to the next row, which is the even spacing across the midline, and
//! stay there when the net is laid on the surface.

use glam::Vec3;

use crate::anatomy::surface_nets::{Corner, HalfSurface};

/// Rounds of evening along the row.
const EVENING: usize = 4;

/// Which vertices are joined to their own mirror image or that of a neighbour, and what each is joined to.
pub struct Seam {
    /// Whether a vertex lies in it.
    in_seam: Vec<bool>,
    /// Vertices of the seam, each with its neighbours in it and its neighbours beside it.
    rows: Vec<(u32, Vec<u32>, Vec<u32>)>,
}

impl Seam {
    /// Reads it off the quads.
    pub fn of(half: &HalfSurface) -> Self {
        let mut in_seam = vec![false; half.positions_mm.len()];
        let across = |quad: &[_; 4]| {
            let mirrored = quad.map(|corner: Corner| corner.mirrored);
            mirrored.contains(&true) && mirrored.contains(&false)
        };
        for corner in half.quads.iter().filter(|quad| across(quad)).flatten() {
            in_seam[corner.vertex as usize] = true;
        }
        let mut rows: Vec<_> = (0..in_seam.len() as u32)
            .filter(|vertex| in_seam[*vertex as usize])
            .map(|vertex| (vertex, Vec::new(), Vec::new()))
            .collect();
        for quad in &half.quads {
            for n in 0..4 {
                let corner = quad[n];
                let Ok(row) = rows.binary_search_by_key(&corner.vertex, |row| row.0) else {
                    continue;
                };
                for other in [quad[(n + 1) % 4], quad[(n + 3) % 4]] {
                    if other.mirrored != corner.mirrored {
                        continue;
                    }
                    if in_seam[other.vertex as usize] {
                        rows[row].1.push(other.vertex);
                    } else {
                        rows[row].2.push(other.vertex);
                    }
                }
            }
        }
        Self { in_seam, rows }
    }

    /// Whether a vertex lies in it.
    pub fn holds(&self, vertex: usize) -> bool {
        self.in_seam[vertex]
    }

    /// Puts its vertices in a straight row.
    pub fn straighten(&self, positions_mm: &mut [Vec3]) {
        for (vertex, _, beside) in &self.rows {
            if !beside.is_empty() {
                let sum: f32 = beside.iter().map(|v| positions_mm[*v as usize].x).sum();
                positions_mm[*vertex as usize].x = sum / beside.len() as f32 / 3.0;
            }
        }
        for _ in 0..EVENING {
            let evened: Vec<f32> = self
                .rows
                .iter()
                .map(|(vertex, along, _)| {
                    let own = positions_mm[*vertex as usize].x;
                    let sum: f32 = along.iter().map(|v| positions_mm[*v as usize].x).sum();
                    (own + sum) / (1 + along.len()) as f32
                })
                .collect();
            for ((vertex, ..), x) in self.rows.iter().zip(evened) {
                positions_mm[*vertex as usize].x = x;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::samples::half_sheet;

    #[test]
    fn a_jagged_row_beside_the_midline_becomes_straight() {
        const SIDE: usize = 12;
        // Rows at 4, 8, 12 mm; the first jagged and joined to its mirror image.
        let mut half = half_sheet(SIDE, |i, j| {
            let jag = if i == 0 {
                (j % 3) as f32 * 1.3 - 3.4
            } else {
                0.0
            };
            Vec3::new(4.0 + 4.0 * i as f32 + jag, 8.0 * j as f32, 0.0)
        });
        let corner = |vertex: usize, mirrored| Corner {
            vertex: vertex as u32,
            mirrored,
        };
        half.quads.extend((1..SIDE).map(|j| {
            [
                corner(j - 1, true),
                corner(j - 1, false),
                corner(j, false),
                corner(j, true),
            ]
        }));
        let seam = Seam::of(&half);
        seam.straighten(&mut half.positions_mm);
        for (n, place) in half.positions_mm.iter().enumerate() {
            assert_eq!(seam.holds(n), n < SIDE);
            if n < SIDE {
                assert!((place.x - 8.0 / 3.0).abs() < 1e-4, "{place}");
            }
        }
    }
}
