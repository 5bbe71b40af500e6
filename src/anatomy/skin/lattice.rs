//! The lattice over the left half of the body: fine at head, hands and feet, coarse elsewhere.
//!
//! Layers of nodes are stacked along y; within a layer the nodes form a rectangular
//! lattice whose spacing in x and z changes from layer to layer, so that the fine
//! spacing of the hands costs nothing at the trunk. The first plane of nodes is the midline, beside which the
//! trunk is meshed twice as finely as elsewhere: the furrow of the back and the cleft below it run there.

use glam::Vec3;

/// Nodes across (x), and front to back (z), in every layer.
pub const ACROSS: usize = 67;
/// See [`ACROSS`].
pub const DEEP: usize = 71;

/// Spacing of the layers, millimetres, at heights; linear between.
const LAYER_SPACING: [(f32, f32); 14] = [
    (-100.0, 4.2),
    (-20.0, 4.2),
    (40.0, 8.0),
    (690.0, 8.0),
    (705.0, 4.0),
    (875.0, 4.0),
    (920.0, 8.0),
    (1450.0, 8.0),
    (1530.0, 3.8),
    (1590.0, 3.8),
    (1605.0, 2.5),
    (1670.0, 2.5),
    (1680.0, 3.8),
    (1800.0, 3.8),
];

/// A layer's spacing: (cells, millimetres) in x from the midline, the lowest z, and in z.
struct Plan {
    y: f32,
    x: [(usize, f32); 3],
    z_low: f32,
    z: [(usize, f32); 3],
}

/// Spacing of whole layers at heights; linear between.
const PLANS: [Plan; 9] = [
    Plan {
        y: -20.0,
        x: [(44, 4.4), (22, 8.0), (0, 0.0)],
        z_low: -12.0,
        z: [(70, 4.1), (0, 0.0), (0, 0.0)],
    },
    Plan {
        y: 150.0,
        x: [(66, 8.0), (0, 0.0), (0, 0.0)],
        z_low: -177.0,
        z: [(70, 8.0), (0, 0.0), (0, 0.0)],
    },
    Plan {
        y: 600.0,
        x: [(66, 8.0), (0, 0.0), (0, 0.0)],
        z_low: -177.0,
        z: [(70, 8.0), (0, 0.0), (0, 0.0)],
    },
    Plan {
        y: 700.0,
        x: [(8, 4.0), (22, 8.4), (36, 4.0)],
        z_low: -177.0,
        z: [(34, 8.0), (36, 4.0), (0, 0.0)],
    },
    Plan {
        y: 875.0,
        x: [(8, 4.0), (22, 8.4), (36, 4.0)],
        z_low: -177.0,
        z: [(34, 8.0), (36, 4.0), (0, 0.0)],
    },
    Plan {
        y: 1010.0,
        x: [(8, 4.0), (58, 8.0), (0, 0.0)],
        z_low: -177.0,
        z: [(70, 8.0), (0, 0.0), (0, 0.0)],
    },
    Plan {
        y: 1430.0,
        x: [(8, 4.0), (58, 8.0), (0, 0.0)],
        z_low: -177.0,
        z: [(70, 8.0), (0, 0.0), (0, 0.0)],
    },
    Plan {
        y: 1500.0,
        x: [(20, 4.6), (46, 7.2), (0, 0.0)],
        z_low: -95.0,
        z: [(70, 5.4), (0, 0.0), (0, 0.0)],
    },
    Plan {
        y: 1545.0,
        x: [(21, 3.1), (16, 2.2), (29, 8.0)],
        z_low: -38.0,
        z: [(16, 5.5), (24, 2.5), (30, 4.1)],
    },
];

/// Places of all nodes.
pub struct Lattice {
    y: Vec<f32>,
    x: Vec<f32>,
    z: Vec<f32>,
}

impl Lattice {
    /// The lattice for a body of this frame.
    pub fn of_body() -> Self {
        let (lowest, highest) = (LAYER_SPACING[0].0, LAYER_SPACING[LAYER_SPACING.len() - 1].0);
        let mut y = vec![lowest];
        let mut top = lowest;
        while top < highest {
            top += between(&LAYER_SPACING, top);
            y.push(top);
        }
        let (mut x, mut z) = (Vec::new(), Vec::new());
        for &height in &y {
            let after = PLANS.partition_point(|plan| plan.y <= height);
            let (low, high) = (after.saturating_sub(1), after.min(PLANS.len() - 1));
            let (low, high) = (&PLANS[low], &PLANS[high]);
            let share = if high.y > low.y {
                ((height - low.y) / (high.y - low.y)).clamp(0.0, 1.0)
            } else {
                0.0
            };
            // Eased, so that layers do not kink where a plan begins.
            let share = share * share * (3.0 - 2.0 * share);
            let mix = |a: f32, b: f32| a + (b - a) * share;
            x.extend((0..ACROSS).map(|i| mix(walk(&low.x, i), walk(&high.x, i))));
            z.extend(
                (0..DEEP).map(|k| mix(low.z_low + walk(&low.z, k), high.z_low + walk(&high.z, k))),
            );
        }
        Self { y, x, z }
    }

    /// Number of layers.
    pub fn layers(&self) -> usize {
        self.y.len()
    }

    /// Number of a node.
    pub fn node(&self, i: usize, j: usize, k: usize) -> usize {
        (j * ACROSS + i) * DEEP + k
    }

    /// Number of nodes.
    pub fn nodes(&self) -> usize {
        self.layers() * ACROSS * DEEP
    }

    /// Place of a node, body frame, millimetres.
    pub fn place_mm(&self, node: usize) -> Vec3 {
        let (k, column) = (node % DEEP, node / DEEP);
        let (i, j) = (column % ACROSS, column / ACROSS);
        Vec3::new(self.x[j * ACROSS + i], self.y[j], self.z[j * DEEP + k])
    }

    /// The cell (by its least node) that holds a point, if any.
    pub fn cell_at(&self, point_mm: Vec3) -> Option<(usize, usize, usize)> {
        let cell_of = |values: &[f32], at: f32| -> Option<usize> {
            let after = values.partition_point(|&v| v <= at);
            (after > 0 && after < values.len()).then(|| after - 1)
        };
        let j = cell_of(&self.y, point_mm.y)?;
        let i = cell_of(&self.x[j * ACROSS..(j + 1) * ACROSS], point_mm.x)?;
        let k = cell_of(&self.z[j * DEEP..(j + 1) * DEEP], point_mm.z)?;
        Some((i, j, k))
    }
}

/// Distance walked in `steps` cells through runs of (cells, spacing).
fn walk(runs: &[(usize, f32); 3], steps: usize) -> f32 {
    let mut left = steps;
    let mut way = 0.0;
    for &(cells, spacing) in runs {
        let cells = cells.min(left);
        way += cells as f32 * spacing;
        left -= cells;
    }
    way
}

/// Linear interpolation in a table sorted by its first column.
fn between(table: &[(f32, f32)], at: f32) -> f32 {
    let after = table
        .partition_point(|row| row.0 <= at)
        .clamp(1, table.len() - 1);
    let (low, high) = (table[after - 1], table[after]);
    let share = ((at - low.0) / (high.0 - low.0)).clamp(0.0, 1.0);
    low.1 + (high.1 - low.1) * share
}
