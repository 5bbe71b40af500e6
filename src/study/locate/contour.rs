//! Areas on a grid of values as smooth outlines, to be drawn at any size: marching squares.

/// Where values on a grid are over 0. Places are in cells: the middle of the first cell is at (0.5, 0.5).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Corners of the triangles; those of the outline among them.
    pub points: Vec<[f32; 2]>,
    /// The area in triangles, by the numbers of their corners.
    pub triangles: Vec<[u32; 3]>,
    /// The outline in closed lines, by the numbers of their points.
    pub loops: Vec<Vec<u32>>,
}

/// How often an outline is made even, so that the grid does not show in it.
const EVENINGS: usize = 3;
/// What lies around the grid.
const BESIDE: f32 = -1.0;

impl Outline {
    /// Of values in rows of a width.
    #[must_use]
    pub fn of(values: &[f32], width: usize) -> Self {
        let height = values.len().checked_div(width).unwrap_or(0);
        let mut maker = Maker {
            values,
            width,
            height,
            outline: Self::default(),
            corners: vec![u32::MAX; (width + 2) * (height + 2)],
            cuts: [0, 1].map(|_| vec![u32::MAX; (width + 2) * (height + 2)]),
            next: Vec::new(),
        };
        // One square more on each side, so that every line closes.
        for y in 0..height + 1 {
            let mut full_from = None;
            for x in 0..width + 1 {
                let full = maker.is_full(x, y);
                if full {
                    full_from.get_or_insert(x);
                }
                if let Some(from) = full_from.filter(|_| !full) {
                    maker.rectangle(from, x, y);
                    full_from = None;
                }
                if !full {
                    maker.square(x, y);
                }
            }
        }
        maker.finish()
    }

    /// True where nothing is over 0.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.triangles.is_empty()
    }
}

struct Maker<'a> {
    values: &'a [f32],
    width: usize,
    height: usize,
    outline: Outline,
    /// Numbers of points at the middles of cells; and between a cell and the next one in its row and in its column.
    corners: Vec<u32>,
    cuts: [Vec<u32>; 2],
    /// For each point of the outline the next one.
    next: Vec<u32>,
}

impl Maker<'_> {
    /// The value at a node: node (1, 1) is the first cell's middle.
    fn value(&self, x: usize, y: usize) -> f32 {
        if (1..=self.width).contains(&x) && (1..=self.height).contains(&y) {
            let value = self.values[(y - 1) * self.width + x - 1];
            // Exactly on the edge a point would be there twice.
            if value == 0.0 { -f32::EPSILON } else { value }
        } else {
            BESIDE
        }
    }

    fn is_full(&self, x: usize, y: usize) -> bool {
        [(x, y), (x + 1, y), (x, y + 1), (x + 1, y + 1)]
            .into_iter()
            .all(|(x, y)| self.value(x, y) > 0.0)
    }

    fn add(&mut self, at: [f32; 2]) -> u32 {
        self.outline.points.push([at[0] - 0.5, at[1] - 0.5]);
        self.outline.points.len() as u32 - 1
    }

    fn corner(&mut self, x: usize, y: usize) -> u32 {
        let at = y * (self.width + 2) + x;
        if self.corners[at] == u32::MAX {
            self.corners[at] = self.add([x as f32, y as f32]);
        }
        self.corners[at]
    }

    /// The point on the way from a node to one beside or below it.
    fn cut(&mut self, one: (usize, usize), other: (usize, usize)) -> u32 {
        let (one, other) = if one < other {
            (one, other)
        } else {
            (other, one)
        };
        let down = usize::from(one.0 == other.0);
        let at = one.1 * (self.width + 2) + one.0;
        if self.cuts[down][at] == u32::MAX {
            let (a, b) = (self.value(one.0, one.1), self.value(other.0, other.1));
            let share = a / (a - b);
            let mix = |from: usize, to: usize| from as f32 + (to as f32 - from as f32) * share;
            self.cuts[down][at] = self.add([mix(one.0, other.0), mix(one.1, other.1)]);
        }
        self.cuts[down][at]
    }

    fn rectangle(&mut self, from: usize, to: usize, y: usize) {
        let [a, b] = [self.corner(from, y), self.corner(to, y)];
        let [d, c] = [self.corner(from, y + 1), self.corner(to, y + 1)];
        self.outline.triangles.extend([[a, b, c], [a, c, d]]);
    }

    fn square(&mut self, x: usize, y: usize) {
        let nodes = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)];
        let inside = nodes.map(|(x, y)| self.value(x, y) > 0.0);
        if inside == [false; 4] {
            return;
        }
        let mut polygon: Vec<u32> = Vec::with_capacity(6);
        let mut left = None;
        let mut first_entry = None;
        for n in 0..4 {
            let m = (n + 1) % 4;
            if inside[n] {
                let corner = self.corner(nodes[n].0, nodes[n].1);
                polygon.push(corner);
            }
            if inside[n] == inside[m] {
                continue;
            }
            let cut = self.cut(nodes[n], nodes[m]);
            polygon.push(cut);
            match (inside[n], left.take()) {
                (true, _) => left = Some(cut),
                (false, Some(from)) => self.join(from, cut),
                (false, None) => first_entry = Some(cut),
            }
        }
        if let (Some(from), Some(to)) = (left, first_entry) {
            self.join(from, to);
        }
        for n in 2..polygon.len() {
            (self.outline.triangles).push([polygon[0], polygon[n - 1], polygon[n]]);
        }
    }

    fn join(&mut self, from: u32, to: u32) {
        if self.next.len() <= from as usize {
            self.next.resize(from as usize + 1, u32::MAX);
        }
        self.next[from as usize] = to;
    }

    /// Moves each point of a line half the way to the middle between those beside it.
    fn even(&mut self, line: &[u32]) {
        let places: Vec<[f32; 2]> = (line.iter())
            .map(|at| self.outline.points[*at as usize])
            .collect();
        for (own, at) in line.iter().enumerate() {
            let before = places[(own + places.len() - 1) % places.len()];
            let after = places[(own + 1) % places.len()];
            let even = |axis: usize| places[own][axis] / 2.0 + (before[axis] + after[axis]) / 4.0;
            self.outline.points[*at as usize] = [even(0), even(1)];
        }
    }

    fn finish(mut self) -> Outline {
        for start in 0..self.next.len() {
            let mut line = Vec::new();
            let mut at = start;
            while let Some(next) = self.next.get_mut(at).filter(|next| **next != u32::MAX) {
                line.push(at as u32);
                at = std::mem::replace(next, u32::MAX) as usize;
            }
            if line.len() > 2 {
                for _ in 0..EVENINGS {
                    self.even(&line);
                }
                self.outline.loops.push(line);
            }
        }
        self.outline
    }
}

/// Values on a grid, each spread over those about one and a half cells around: so that an outline of them does not
/// show the cells.
#[must_use]
pub fn spread(values: &[f32], width: usize) -> Vec<f32> {
    const WEIGHTS: [f32; 5] = [1.0, 4.0, 6.0, 4.0, 1.0];
    let height = values.len().checked_div(width).unwrap_or(0);
    let pass = |values: &[f32], step: (usize, usize)| -> Vec<f32> {
        let at = |x: usize, y: usize, by: usize| {
            let (x, y) = (x + by * step.0, y + by * step.1);
            // Two back, so that no number is under 0.
            let x = x.checked_sub(2 * step.0).filter(|x| *x < width);
            let y = y.checked_sub(2 * step.1).filter(|y| *y < height);
            x.zip(y).map_or(0.0, |(x, y)| values[y * width + x])
        };
        let mut spread = Vec::with_capacity(values.len());
        for y in 0..height {
            for x in 0..width {
                let sum: f32 = (0..5).map(|by| at(x, y, by) * WEIGHTS[by]).sum();
                spread.push(sum / 16.0);
            }
        }
        spread
    };
    pass(&pass(values, (1, 0)), (0, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(outline: &Outline) -> f32 {
        let triangles = outline.triangles.iter();
        triangles
            .map(|triangle| {
                let [a, b, c] = triangle.map(|at| outline.points[at as usize]);
                ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / 2.0
            })
            .sum()
    }

    #[test]
    fn a_disc_has_one_round_outline_and_its_area() {
        let (width, height) = (40, 30);
        let value = |x: f32, y: f32| 9.3 - (x - 20.2).hypot(y - 14.7);
        let values: Vec<f32> = (0..width * height)
            .map(|at| value((at % width) as f32 + 0.5, (at / width) as f32 + 0.5))
            .collect();
        let outline = Outline::of(&values, width);
        assert_eq!(outline.loops.len(), 1);
        for at in &outline.loops[0] {
            let [x, y] = outline.points[*at as usize];
            assert!(value(x, y).abs() < 0.12, "{}", value(x, y));
        }
        let wanted = std::f32::consts::PI * 9.3 * 9.3;
        assert!((area(&outline) / wanted - 1.0).abs() < 0.02);
    }

    #[test]
    fn holes_edges_of_the_grid_and_corners_that_touch_close() {
        // A ring that reaches the edge of the grid, and two cells that touch at a corner.
        let rows = ["####", "#..#", "####", "....", "#...", ".#.."];
        let values: Vec<f32> = (rows.iter().flat_map(|row| row.chars()))
            .map(|cell| if cell == '#' { 1.0 } else { -1.0 })
            .collect();
        let outline = Outline::of(&values, 4);
        assert_eq!(outline.loops.len(), 3);
        let joined: usize = outline.loops.iter().map(Vec::len).sum();
        let mut all: Vec<u32> = outline.loops.concat();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), joined, "a point is in two lines");
        assert!(Outline::of(&[], 0).is_empty() && Outline::of(&[-1.0; 6], 3).is_empty());
    }

    #[test]
    fn what_is_spread_is_as_much_as_before() {
        let mut values = vec![0.0; 81];
        values[40] = 1.0;
        let spread = spread(&values, 9);
        assert!((spread.iter().sum::<f32>() - 1.0).abs() < 1e-5);
        assert!(spread[40] < 0.2 && spread[41] > spread[42] && spread[0] == 0.0);
    }
}
