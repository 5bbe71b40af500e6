//! Dots spread evenly over the skin, for stippled zones.
//!
//! Computed once: a zone shows those of the dots that lie inside it, so dots never swim or crowd at edges.

use glam::Vec3;

use crate::anatomy::mesh::SurfaceMesh;

/// A point of the skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SkinPoint {
    /// Where, body frame, millimetres.
    pub point_mm: Vec3,
    /// Unit normal there.
    pub normal: Vec3,
    /// The triangle it lies on.
    pub triangle: u32,
    /// Weights of the triangle's corners.
    pub barycentric: [f32; 3],
}

/// Tries for every dot that would fit: more make the spread tighter and take longer.
const TRIES: f32 = 6.0;
/// Most cells of the search grid.
const MOST_CELLS: f32 = 4e6;
/// No dot yet.
const NONE: u32 = u32::MAX;

/// A deterministic stream of numbers (splitmix64): the dots must lie in the same places in every picture.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Evenly from 0 to below 1.
    fn share(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1u64 << 24) as f32
    }
}

/// Dots over the skin of which no two are closer than `spacing_mm` (a Poisson disk sample); the same ones
/// for the same skin. Empty for a spacing that is no length.
pub fn even_points(skin: &SurfaceMesh, spacing_mm: f32) -> Vec<SkinPoint> {
    let mut steps = DotSteps::new(skin, spacing_mm);
    while !steps.step(skin, usize::MAX) {}
    steps.dots
}

/// Dots in the making, for programs of one thread that have to draw in between.
pub struct DotSteps {
    /// The triangles to try a dot on, in turn, the next one last.
    tries: Vec<u32>,
    numbers: Numbers,
    grid: Option<Grid>,
    dots: Vec<SkinPoint>,
}

impl DotSteps {
    /// Begins: as [`even_points`].
    #[must_use]
    pub fn new(skin: &SurfaceMesh, spacing_mm: f32) -> Self {
        let mut numbers = Numbers(7);
        let bounds = skin
            .bounds_mm()
            .filter(|_| spacing_mm > 0.1 && spacing_mm.is_finite());
        let Some((low, high)) = bounds else {
            return Self {
                tries: Vec::new(),
                numbers,
                grid: None,
                dots: Vec::new(),
            };
        };
        let area_mm2 = |t: [u32; 3]| {
            let [a, b, c] = skin.corners_mm(t);
            (b - a).cross(c - a).length() * 0.5
        };
        // About 0.7 dots fit on a square of the spacing.
        let density = TRIES * 0.7 / (spacing_mm * spacing_mm);
        let mut tries: Vec<u32> = Vec::new();
        let mut owed = 0.0f32;
        for (number, &triangle) in (0u32..).zip(&skin.triangles) {
            owed += area_mm2(triangle) * density;
            while owed >= 1.0 {
                tries.push(number);
                owed -= 1.0;
            }
        }
        for i in (1..tries.len()).rev() {
            let j = (numbers.next() % (i as u64 + 1)) as usize;
            tries.swap(i, j);
        }
        tries.reverse();
        Self {
            tries,
            numbers,
            grid: Some(Grid::new(low, high, spacing_mm)),
            dots: Vec::new(),
        }
    }

    /// Tries so many dots at most; true when none is left to try. Every step must be given the same skin.
    pub fn step(&mut self, skin: &SurfaceMesh, at_most: usize) -> bool {
        let Some(grid) = &mut self.grid else {
            return true;
        };
        for _ in 0..at_most.min(self.tries.len()) {
            let Some(triangle) = self.tries.pop() else {
                break;
            };
            let corners = skin.triangles[triangle as usize];
            let (u, v) = (self.numbers.share().sqrt(), self.numbers.share());
            let barycentric = [1.0 - u, u * (1.0 - v), u * v];
            let mix = |of: &[Vec3]| -> Vec3 {
                (0..3)
                    .map(|n| of[corners[n] as usize] * barycentric[n])
                    .sum()
            };
            let point_mm = mix(&skin.positions_mm);
            if grid.is_free(point_mm, &self.dots) {
                grid.add(point_mm, self.dots.len() as u32);
                self.dots.push(SkinPoint {
                    point_mm,
                    normal: mix(&skin.normals).normalize_or(Vec3::Z),
                    triangle,
                    barycentric,
                });
            }
        }
        self.tries.is_empty()
    }

    /// The dots found so far.
    #[must_use]
    pub fn finish(self) -> Vec<SkinPoint> {
        self.dots
    }
}

/// Cells as wide as the spacing; each knows its latest dot, each dot the one before it in its cell.
struct Grid {
    low: Vec3,
    cell_mm: f32,
    spacing_mm: f32,
    size: [usize; 3],
    latest: Vec<u32>,
    before: Vec<u32>,
}

impl Grid {
    fn new(low: Vec3, high: Vec3, spacing_mm: f32) -> Self {
        let extent = high - low + spacing_mm;
        let fewest = (extent.x * extent.y * extent.z / MOST_CELLS).cbrt();
        let cell_mm = spacing_mm.max(fewest);
        let size = extent
            .to_array()
            .map(|side| (side / cell_mm).ceil() as usize + 1);
        Self {
            low,
            cell_mm,
            spacing_mm,
            latest: vec![NONE; size[0] * size[1] * size[2]],
            size,
            before: Vec::new(),
        }
    }

    fn cell(&self, point_mm: Vec3) -> [usize; 3] {
        let at = (point_mm - self.low) / self.cell_mm;
        [at.x as usize, at.y as usize, at.z as usize]
    }

    fn slot(&self, cell: [usize; 3]) -> usize {
        (cell[0] * self.size[1] + cell[1]) * self.size[2] + cell[2]
    }

    fn is_free(&self, point_mm: Vec3, dots: &[SkinPoint]) -> bool {
        let cell = self.cell(point_mm);
        let span =
            |axis: usize| cell[axis].saturating_sub(1)..=(cell[axis] + 1).min(self.size[axis] - 1);
        let nearest = self.spacing_mm * self.spacing_mm;
        for x in span(0) {
            for y in span(1) {
                for z in span(2) {
                    let mut dot = self.latest[self.slot([x, y, z])];
                    while dot != NONE {
                        if dots[dot as usize].point_mm.distance_squared(point_mm) < nearest {
                            return false;
                        }
                        dot = self.before[dot as usize];
                    }
                }
            }
        }
        true
    }

    fn add(&mut self, point_mm: Vec3, dot: u32) {
        let slot = self.slot(self.cell(point_mm));
        self.before.push(self.latest[slot]);
        self.latest[slot] = dot;
    }
}
