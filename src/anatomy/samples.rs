//! Simple surfaces for tests: sheets, tubes and balls. No part of the program.

use super::{
    mesh::SurfaceMesh,
    surface_nets::{Corner, HalfSurface},
};
use glam::Vec3;
use std::f32::consts::{PI, TAU};

/// An upright sheet in the plane z = 0, seen from the front: squares of an edge, its middle at x = 0 and its foot at
/// y = 0. `columns` and `rows` count the vertices.
pub fn sheet(columns: u32, rows: u32, edge_mm: f32) -> SurfaceMesh {
    let half_mm = (columns - 1) as f32 * edge_mm * 0.5;
    let mut positions = Vec::new();
    let mut triangles = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let x = column as f32 * edge_mm - half_mm;
            positions.push(Vec3::new(x, row as f32 * edge_mm, 0.0));
            if row + 1 < rows && column + 1 < columns {
                let a = row * columns + column;
                triangles.push([a, a + 1, a + columns + 1]);
                triangles.push([a, a + columns + 1, a + columns]);
            }
        }
    }
    SurfaceMesh::from_triangles(positions, triangles)
}

/// The left half of a surface that is a sheet of `side` by `side` vertices, each at its place by column and row;
/// vertex `column * side + row`.
pub fn half_sheet(side: usize, place_mm: impl Fn(usize, usize) -> Vec3) -> HalfSurface {
    let corner = |i: usize, j: usize| Corner {
        vertex: (i * side + j) as u32,
        mirrored: false,
    };
    let inner = |n: usize| (n / (side - 1), n % (side - 1));
    HalfSurface {
        positions_mm: (0..side * side)
            .map(|n| place_mm(n / side, n % side))
            .collect(),
        quads: (0..(side - 1) * (side - 1))
            .map(inner)
            .map(|(i, j)| {
                [
                    corner(i, j),
                    corner(i + 1, j),
                    corner(i + 1, j + 1),
                    corner(i, j + 1),
                ]
            })
            .collect(),
    }
}

/// A fine ball about the origin. Its first vertex is the lowest, its last the highest.
pub fn ball(radius_mm: f32) -> SurfaceMesh {
    const ROWS: usize = 60;
    let latitudes = (1..ROWS).map(|row| PI * row as f32 / ROWS as f32);
    let rows: Vec<Vec<Vec3>> = latitudes
        .map(|latitude| {
            let (out, down) = (radius_mm * latitude.sin(), radius_mm * latitude.cos());
            turns(120).map(|turn| around(turn, out, -down)).collect()
        })
        .collect();
    closed(&rows, [Vec3::NEG_Y * radius_mm, Vec3::Y * radius_mm])
}

/// A closed tube along y, 80 mm long, its middle at x.
pub fn finger(x: f32, radius_mm: f32) -> SurfaceMesh {
    let at = Vec3::X * x;
    let rows: Vec<Vec<Vec3>> = (0..41)
        .map(|row| {
            let y = row as f32 * 2.0;
            turns(24)
                .map(|turn| at + around(turn, radius_mm, y))
                .collect()
        })
        .collect();
    closed(&rows, [at, at + Vec3::Y * 80.0])
}

/// The rings of an elliptic tube along y, 20 mm from each other, wide in x and thick in z.
pub fn tube(rings: usize, points: usize, (wide_mm, thick_mm): (f32, f32)) -> Vec<Vec<Vec3>> {
    let ring = |i: usize| {
        let place = |angle: f32| {
            Vec3::new(
                wide_mm * angle.cos(),
                i as f32 * 20.0,
                thick_mm * angle.sin(),
            )
        };
        turns(points).map(place).collect()
    };
    (0..rings).map(ring).collect()
}

fn turns(count: usize) -> impl Iterator<Item = f32> {
    (0..count).map(move |k| TAU * k as f32 / count as f32)
}

fn around(turn: f32, out_mm: f32, y: f32) -> Vec3 {
    Vec3::new(out_mm * turn.sin(), y, out_mm * turn.cos())
}

/// Rows of as many places each, upwards, closed by a pole below and one above.
fn closed(rows: &[Vec<Vec3>], [below, above]: [Vec3; 2]) -> SurfaceMesh {
    let columns = rows[0].len() as u32;
    let count = rows.len() as u32;
    let mut positions = vec![below];
    positions.extend(rows.iter().flatten());
    positions.push(above);
    let last = positions.len() as u32 - 1;
    let at = |row: u32, column: u32| 1 + row * columns + column % columns;
    let mut triangles = Vec::new();
    for column in 0..columns {
        triangles.push([0, at(0, column + 1), at(0, column)]);
        triangles.push([last, at(count - 1, column), at(count - 1, column + 1)]);
        for row in 0..count - 1 {
            let (a, b) = (at(row, column), at(row, column + 1));
            let (c, d) = (at(row + 1, column), at(row + 1, column + 1));
            triangles.push([a, b, d]);
            triangles.push([a, d, c]);
        }
    }
    SurfaceMesh::from_triangles(positions, triangles)
}
