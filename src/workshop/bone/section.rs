//! Plane sections of a solid: the outline of the piece of bone about a point of the plane.

use std::collections::BTreeMap;

use glam::{Vec2, Vec3};

use super::solid::Solid;

/// A plane with its own axes; `u`, `v`, `normal` are right-handed.
#[derive(Clone, Copy, Debug)]
pub struct Plane {
    /// Origin of the plane's coordinates, millimetres.
    pub origin_mm: Vec3,
    /// First axis, unit.
    pub u: Vec3,
    /// Second axis, unit.
    pub v: Vec3,
    /// Unit normal.
    pub normal: Vec3,
}

impl Plane {
    /// The plane through a point with this normal; `zero` (made perpendicular) is its first axis.
    pub fn new(origin_mm: Vec3, normal: Vec3, zero: Vec3) -> Self {
        let normal = normal.normalize_or(Vec3::Y);
        let mut u = (zero - normal * zero.dot(normal)).normalize_or_zero();
        if u == Vec3::ZERO {
            u = normal.any_orthonormal_vector();
        }
        Self {
            origin_mm,
            u,
            v: normal.cross(u),
            normal,
        }
    }

    /// A point of the plane in the body frame.
    pub fn to_body(&self, p: Vec2) -> Vec3 {
        self.origin_mm + self.u * p.x + self.v * p.y
    }
}

/// The outline of one connected piece, anticlockwise about the plane's normal.
#[derive(Clone, Debug)]
pub struct Section {
    /// Closed outline (the last point joins the first), plane coordinates, millimetres.
    pub outline: Vec<Vec2>,
    /// Centre of area of the piece.
    pub centroid: Vec2,
    /// Area in square millimetres.
    pub area_mm2: f32,
}

/// Cuts the solid and returns the piece nearest to the plane's origin, cropped to `radius_mm` about
/// it and to the points that `keep` allows. Holes inside the piece are filled. `None` where nothing is left.
pub fn section(
    solid: &Solid,
    plane: &Plane,
    radius_mm: f32,
    keep: &dyn Fn(Vec3) -> bool,
) -> Option<Section> {
    let grid = Grid::new(radius_mm);
    let mut mask = grid.fill(solid, plane);
    grid.crop(&mut mask, plane, keep);
    let piece = grid.nearest_piece(&mask)?;
    let piece = grid.without_holes(&piece);
    let (mut count, mut sum) = (0_u32, Vec2::ZERO);
    for (k, inside) in piece.iter().enumerate() {
        if *inside {
            count += 1;
            sum += grid.centre(k % grid.width, k / grid.width);
        }
    }
    let outline = grid.outline(&piece)?;
    Some(Section {
        outline,
        centroid: sum / count.max(1) as f32,
        area_mm2: count as f32 * grid.cell_mm * grid.cell_mm,
    })
}

/// A square raster about the plane's origin; one cell of margin stays empty all round.
struct Grid {
    width: usize,
    cell_mm: f32,
    radius_mm: f32,
}

impl Grid {
    fn new(radius_mm: f32) -> Self {
        let cells = (2.0 * radius_mm / 0.4).clamp(32.0, 360.0) as usize;
        Self {
            width: cells + 4,
            cell_mm: 2.0 * radius_mm / cells as f32,
            radius_mm,
        }
    }

    fn coordinate(&self, i: usize) -> f32 {
        (i as f32 - 1.5) * self.cell_mm - self.radius_mm
    }

    fn centre(&self, i: usize, j: usize) -> Vec2 {
        Vec2::new(self.coordinate(i), self.coordinate(j))
    }

    /// Marks the cells whose centre the solid winds around.
    fn fill(&self, solid: &Solid, plane: &Plane) -> Vec<bool> {
        let mut crossings: Vec<Vec<(f32, i32)>> = vec![Vec::new(); self.width];
        for triangle in &solid.triangles {
            let corner = triangle.map(|i| solid.positions_mm[i as usize] - plane.origin_mm);
            // A hair off the plane, so that a corner never lies exactly in it.
            let height = corner.map(|p| p.dot(plane.normal) + 1.3e-5);
            let Some((from, to)) = cut(corner, height, plane) else {
                continue;
            };
            let (low, high) = (from.y.min(to.y), from.y.max(to.y));
            let first = ((low + self.radius_mm) / self.cell_mm + 1.5)
                .ceil()
                .max(0.0) as usize;
            for (j, row) in crossings.iter_mut().enumerate().skip(first) {
                let y = self.coordinate(j);
                if y >= high {
                    break;
                }
                if y < low {
                    continue;
                }
                let x = from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y);
                row.push((x, if to.y > from.y { 1 } else { -1 }));
            }
        }
        let mut mask = vec![false; self.width * self.width];
        for (j, row) in crossings.iter_mut().enumerate() {
            row.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut winding = 0;
            let mut next = 0;
            for i in 0..self.width {
                while next < row.len() && row[next].0 <= self.coordinate(i) {
                    winding += row[next].1;
                    next += 1;
                }
                mask[j * self.width + i] = winding != 0;
            }
        }
        mask
    }

    fn crop(&self, mask: &mut [bool], plane: &Plane, keep: &dyn Fn(Vec3) -> bool) {
        for (k, inside) in mask.iter_mut().enumerate() {
            if *inside {
                let (i, j) = (k % self.width, k / self.width);
                let p = self.centre(i, j);
                let margin = i < 2 || j < 2 || i + 2 >= self.width || j + 2 >= self.width;
                *inside = !margin && p.length() <= self.radius_mm && keep(plane.to_body(p));
            }
        }
    }

    fn spread(&self, start: Vec<usize>, open: impl Fn(usize) -> bool) -> Vec<bool> {
        let mut seen = vec![false; self.width * self.width];
        let mut stack = start;
        for &k in &stack {
            seen[k] = true;
        }
        while let Some(k) = stack.pop() {
            let (i, j) = (k % self.width, k / self.width);
            let mut visit = |n: usize| {
                if !seen[n] && open(n) {
                    seen[n] = true;
                    stack.push(n);
                }
            };
            if i > 0 {
                visit(k - 1);
            }
            if i + 1 < self.width {
                visit(k + 1);
            }
            if j > 0 {
                visit(k - self.width);
            }
            if j + 1 < self.width {
                visit(k + self.width);
            }
        }
        seen
    }

    /// The connected piece nearest to the origin; specks of a few cells do not count.
    fn nearest_piece(&self, mask: &[bool]) -> Option<Vec<bool>> {
        let mut order: Vec<usize> = (0..mask.len()).filter(|&k| mask[k]).collect();
        let distance = |k: usize| self.centre(k % self.width, k / self.width).length_squared();
        order.sort_by(|a, b| distance(*a).total_cmp(&distance(*b)));
        let mut tried = vec![false; mask.len()];
        for k in order {
            if tried[k] {
                continue;
            }
            let piece = self.spread(vec![k], |n| mask[n]);
            if piece.iter().filter(|inside| **inside).count() >= 8 {
                return Some(piece);
            }
            for (t, p) in tried.iter_mut().zip(&piece) {
                *t |= *p;
            }
        }
        None
    }

    fn without_holes(&self, piece: &[bool]) -> Vec<bool> {
        let outside = self.spread(vec![0], |n| !piece[n]);
        outside.iter().map(|o| !o).collect()
    }

    /// The longest outline of the piece, by marching squares over the slightly blurred mask.
    fn outline(&self, piece: &[bool]) -> Option<Vec<Vec2>> {
        let w = self.width;
        let value = |i: usize, j: usize| {
            let mut sum = 0.0;
            let mut weight = 0.0;
            for (dj, wj) in [(0_usize, 1.0_f32), (1, 2.0), (2, 1.0)] {
                for (di, wi) in [(0_usize, 1.0_f32), (1, 2.0), (2, 1.0)] {
                    let (x, y) = (i + di, j + dj);
                    weight += wi * wj;
                    if x >= 1 && y >= 1 && x <= w && y <= w && piece[(y - 1) * w + x - 1] {
                        sum += wi * wj;
                    }
                }
            }
            sum / weight - 0.5
        };
        let field: Vec<f32> = (0..w * w).map(|k| value(k % w, k / w)).collect();
        // From the grid edge where a stretch of outline enters to the one where it leaves, inside on its left.
        let mut next: BTreeMap<usize, usize> = BTreeMap::new();
        for j in 0..w - 1 {
            for i in 0..w - 1 {
                let k = j * w + i;
                let corner = [
                    field[k] > 0.0,
                    field[k + 1] > 0.0,
                    field[k + w + 1] > 0.0,
                    field[k + w] > 0.0,
                ];
                let edge = [2 * k, 2 * (k + 1) + 1, 2 * (k + w), 2 * k + 1];
                for side in 0..4 {
                    // The outline leaves the cell where its border, walked anticlockwise, goes from inside to
                    // outside; it came in at the last change before that.
                    if corner[side] && !corner[(side + 1) % 4] {
                        let entered = (1..4)
                            .map(|b| (side + 4 - b) % 4)
                            .find(|&s| !corner[s] && corner[(s + 1) % 4]);
                        if let Some(s) = entered {
                            next.insert(edge[side], edge[s]);
                        }
                    }
                }
            }
        }
        let mut best: Option<(f32, Vec<Vec2>)> = None;
        while let Some((&start, _)) = next.first_key_value() {
            let mut ring = Vec::new();
            let mut at = start;
            while let Some(to) = next.remove(&at) {
                ring.push(self.crossing(&field, at));
                at = to;
            }
            let area = signed_area(&ring);
            if best.as_ref().is_none_or(|(a, _)| area.abs() > *a) {
                best = Some((
                    area.abs(),
                    if area < 0.0 {
                        ring.into_iter().rev().collect()
                    } else {
                        ring
                    },
                ));
            }
        }
        best.map(|(_, ring)| ring)
    }

    fn crossing(&self, field: &[f32], edge: usize) -> Vec2 {
        let k = edge / 2;
        let other = if edge.is_multiple_of(2) {
            k + 1
        } else {
            k + self.width
        };
        let (a, b) = (field[k], field[other]);
        let t = if (a - b).abs() > 1e-6 {
            a / (a - b)
        } else {
            0.5
        };
        self.centre(k % self.width, k / self.width)
            .lerp(self.centre(other % self.width, other / self.width), t)
    }
}

/// Where a triangle meets the plane, in plane coordinates, with the solid on the left.
fn cut(corner: [Vec3; 3], height: [f32; 3], plane: &Plane) -> Option<(Vec2, Vec2)> {
    let up = height.map(|h| h > 0.0);
    if up[0] == up[1] && up[1] == up[2] {
        return None;
    }
    let mut ends = [Vec2::ZERO; 2];
    for side in 0..3 {
        let other = (side + 1) % 3;
        if up[side] != up[other] {
            let t = height[side] / (height[side] - height[other]);
            let p = corner[side].lerp(corner[other], t);
            ends[usize::from(up[side])] = Vec2::new(p.dot(plane.u), p.dot(plane.v));
        }
    }
    Some((ends[1], ends[0]))
}

/// Area of a closed outline; positive where it runs anticlockwise.
pub fn signed_area(ring: &[Vec2]) -> f32 {
    let n = ring.len();
    (0..n)
        .map(|i| ring[i].perp_dot(ring[(i + 1) % n]))
        .sum::<f32>()
        * 0.5
}

impl Section {
    /// `count` points at equal distances along the outline, the first at its far end along the plane's first axis.
    pub fn resampled(&self, count: usize) -> Vec<Vec2> {
        let n = self.outline.len();
        let start = (0..n)
            .max_by(|a, b| self.outline[*a].x.total_cmp(&self.outline[*b].x))
            .unwrap_or(0);
        let mut line: Vec<Vec2> = (0..n).map(|k| self.outline[(start + k) % n]).collect();
        line.push(line[0]);
        let length: f32 = line.windows(2).map(|w| w[0].distance(w[1])).sum();
        let mut out = Vec::with_capacity(count);
        let (mut i, mut passed) = (0, 0.0);
        for k in 0..count {
            let target = length * k as f32 / count as f32;
            while i + 2 < line.len() && passed + line[i].distance(line[i + 1]) < target {
                passed += line[i].distance(line[i + 1]);
                i += 1;
            }
            let step = line[i].distance(line[i + 1]).max(1e-6);
            out.push(line[i].lerp(line[i + 1], ((target - passed) / step).clamp(0.0, 1.0)));
        }
        out
    }

    /// Whether the piece lies well around the plane's origin, so that radii describe it.
    pub fn surrounds_origin(&self) -> bool {
        let radii = self.radii(16);
        let least = radii.iter().copied().fold(f32::MAX, f32::min);
        least > 0.3 * radii.iter().copied().fold(0.0, f32::max)
    }

    /// Distance from the plane's origin to the outermost crossing of the outline, per angle.
    pub fn radii(&self, count: usize) -> Vec<f32> {
        let n = self.outline.len();
        (0..count)
            .map(|k| {
                let direction = Vec2::from_angle(std::f32::consts::TAU * k as f32 / count as f32);
                let mut far = 0.0_f32;
                for i in 0..n {
                    let (a, b) = (self.outline[i], self.outline[(i + 1) % n]);
                    let (sa, sb) = (direction.perp_dot(a), direction.perp_dot(b));
                    if (sa <= 0.0) != (sb <= 0.0) {
                        far = far.max(a.lerp(b, sa / (sa - sb)).dot(direction));
                    }
                }
                far
            })
            .collect()
    }
}
