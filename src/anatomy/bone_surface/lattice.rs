//! The lattice around a bone: even, and the same on both sides of the midline.

use glam::{IVec3, Vec3};

/// Where nodes stand in y and z, as a share of the spacing: anything but a round number, so that hardly any node
/// lies on a surface.
const OFFSET: f32 = 0.377;
/// Nodes to the right of the midline of a lattice about a left half.
pub(super) const RIGHT_OF_MIDLINE: i32 = 2;

/// Nodes at even distances.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lattice {
    /// The first node, body frame, millimetres.
    pub low_mm: Vec3,
    /// From node to node.
    pub spacing_mm: f32,
    /// Nodes along x, y and z.
    pub size: IVec3,
}

impl Lattice {
    /// Around a box, with a margin.
    pub fn around(low_mm: Vec3, high_mm: Vec3, spacing_mm: f32, margin_mm: f32) -> Self {
        // Nodes in the midline: what is the same on both sides is meshed so.
        Self::from_offset(0.0, [low_mm, high_mm], spacing_mm, margin_mm)
    }

    /// Around the left half of a box, with a margin, which is two nodes on the right: cells in the midline have their
    /// middle in it.
    pub fn around_left_half(low_mm: Vec3, high_mm: Vec3, spacing_mm: f32, margin_mm: f32) -> Self {
        let low_mm = low_mm.with_x(margin_mm - spacing_mm * (RIGHT_OF_MIDLINE as f32 - 0.6));
        Self::from_offset(0.5, [low_mm, high_mm], spacing_mm, margin_mm)
    }

    fn from_offset(x: f32, [low_mm, high_mm]: [Vec3; 2], spacing_mm: f32, margin_mm: f32) -> Self {
        let offset = Vec3::new(x, OFFSET, OFFSET) * spacing_mm;
        let first = ((low_mm - margin_mm - offset) / spacing_mm).floor();
        let last = ((high_mm + margin_mm - offset) / spacing_mm).ceil();
        Self {
            low_mm: first * spacing_mm + offset,
            spacing_mm,
            size: (last - first).as_ivec3() + IVec3::ONE,
        }
    }

    /// The part of this lattice that holds a box and a margin: its first node's place in this one, and it.
    pub fn window(&self, low_mm: Vec3, high_mm: Vec3, margin_mm: f32) -> (IVec3, Self) {
        let last = self.size - IVec3::ONE;
        let first = self.below(low_mm - margin_mm).clamp(IVec3::ZERO, last);
        let end = (self.below(high_mm + margin_mm) + IVec3::ONE).clamp(first, last);
        let window = Self {
            low_mm: self.low_mm + first.as_vec3() * self.spacing_mm,
            spacing_mm: self.spacing_mm,
            size: end - first + IVec3::ONE,
        };
        (first, window)
    }

    /// The last node at or before a place along each axis; it may lie outside.
    pub fn below(&self, place_mm: Vec3) -> IVec3 {
        ((place_mm - self.low_mm) / self.spacing_mm)
            .floor()
            .as_ivec3()
    }

    /// The block of so many cells a side that a place lies in; no block reaches across the midline.
    pub fn block(&self, place_mm: Vec3, cells: i32) -> IVec3 {
        (place_mm / (self.spacing_mm * cells as f32))
            .floor()
            .as_ivec3()
    }

    /// Where the rows along x of a window begin, in the window and in this lattice; `first` as from [`Self::window`].
    pub fn rows_of(
        &self,
        window: &Self,
        first: IVec3,
    ) -> impl Iterator<Item = (usize, usize)> + use<> {
        let (whole, window) = (*self, *window);
        (0..window.size.z).flat_map(move |z| {
            (0..window.size.y).map(move |y| {
                let [x0, y0, z0] = (first + IVec3::new(0, y, z)).to_array();
                (window.index(0, y, z), whole.index(x0, y0, z0))
            })
        })
    }

    /// Number of nodes.
    pub fn nodes(&self) -> usize {
        self.size
            .as_uvec3()
            .to_array()
            .iter()
            .map(|&n| n as usize)
            .product()
    }

    /// Index of a node; x runs fastest.
    pub fn index(&self, x: i32, y: i32, z: i32) -> usize {
        ((z * self.size.y + y) * self.size.x + x) as usize
    }

    /// Place of a node, body frame, millimetres.
    pub fn place_mm(&self, x: i32, y: i32, z: i32) -> Vec3 {
        self.low_mm + IVec3::new(x, y, z).as_vec3() * self.spacing_mm
    }
}
