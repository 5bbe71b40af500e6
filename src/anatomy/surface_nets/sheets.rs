//! How a surface passes through a cell of a lattice: the tables that every surface net is laid by.

/// Corners of a cell's twelve edges; corner bits: 1 is +x, 2 is +y, 4 is +z.
pub(in crate::anatomy) const EDGES: [(usize, usize); 12] = [
    (0, 1),
    (2, 3),
    (4, 5),
    (6, 7),
    (0, 2),
    (1, 3),
    (4, 6),
    (5, 7),
    (0, 4),
    (1, 5),
    (2, 6),
    (3, 7),
];

/// Corners of a cell's six faces in turn, -x +x -y +y -z +z.
pub(super) const FACES: [[usize; 4]; 6] = [
    [0, 2, 6, 4],
    [1, 3, 7, 5],
    [0, 1, 5, 4],
    [2, 3, 7, 6],
    [0, 1, 3, 2],
    [4, 5, 7, 6],
];

/// The four cells around the edge that leaves a node along x, y or z, in counter-clockwise order
/// seen from its far end: offset of the cell, and the edge's number in it.
pub(in crate::anatomy) const AROUND: [[([usize; 3], usize); 4]; 3] = [
    [
        ([0, 0, 0], 0),
        ([0, 1, 0], 1),
        ([0, 1, 1], 3),
        ([0, 0, 1], 2),
    ],
    [
        ([0, 0, 0], 4),
        ([0, 0, 1], 6),
        ([1, 0, 1], 7),
        ([1, 0, 0], 5),
    ],
    [
        ([0, 0, 0], 8),
        ([1, 0, 0], 9),
        ([1, 1, 0], 11),
        ([0, 1, 0], 10),
    ],
];

/// Which sheet each crossed edge of a cell belongs to, for each of the 256 patterns of signs.
pub(in crate::anatomy) struct Sheets {
    /// The number of the sheet, by pattern and edge; 0 where the edge is not crossed.
    pub(in crate::anatomy) of_edge: Vec<[u8; 12]>,
    /// How many sheets there are, by pattern.
    pub(in crate::anatomy) count: Vec<u8>,
}

impl Sheets {
    /// The tables.
    pub(in crate::anatomy) fn new() -> Self {
        let (mut of_edge, mut count) = (Vec::with_capacity(256), Vec::with_capacity(256));
        for signs in 0..256usize {
            let inside = |corner: usize| signs >> corner & 1 == 1;
            let crossed: Vec<bool> = EDGES.iter().map(|&(a, b)| inside(a) != inside(b)).collect();
            let mut group: Vec<usize> = (0..12).collect();
            let mut merge = |a: usize, b: usize| {
                let (from, to) = (group[a], group[b]);
                for g in &mut group {
                    if *g == from {
                        *g = to;
                    }
                }
            };
            let edge = |a: usize, b: usize| {
                EDGES
                    .iter()
                    .position(|&(p, q)| (p, q) == (a.min(b), a.max(b)))
                    .unwrap_or(0)
            };
            for face in FACES {
                let sides: Vec<usize> = (0..4)
                    .map(|n| edge(face[n], face[(n + 1) % 4]))
                    .filter(|&e| crossed[e])
                    .collect();
                if sides.len() == 2 {
                    merge(sides[0], sides[1]);
                } else if sides.len() == 4 {
                    // Two inside corners face each other: they are kept apart.
                    for n in (0..4).filter(|&n| inside(face[n])) {
                        merge(
                            edge(face[n], face[(n + 1) % 4]),
                            edge(face[n], face[(n + 3) % 4]),
                        );
                    }
                }
            }
            let mut names: Vec<usize> = (0..12).filter(|&e| crossed[e]).map(|e| group[e]).collect();
            names.sort_unstable();
            names.dedup();
            let mut sheets = [0u8; 12];
            for e in (0..12).filter(|&e| crossed[e]) {
                sheets[e] = names.iter().position(|&n| n == group[e]).unwrap_or(0) as u8;
            }
            of_edge.push(sheets);
            count.push(names.len() as u8);
        }
        Self { of_edge, count }
    }
}
