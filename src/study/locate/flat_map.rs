//! The skin laid flat, from the front and from behind, with its regions: for choosing them by keyboard and
//! screen reader as well as by pointer.

use super::{
    contour::{Outline, spread},
    skin::PaintSkin,
};
use crate::{
    anatomy::{
        painting::{DEEPEST_MM, PaintEdge, SkinSamples, Touch},
        plate::{Facing, MM_A_PIXEL, Plate},
        scene::Scene,
    },
    model::ids::RegionId,
};
use glam::Vec3;

/// Pixels of a plate that make a cell of the map, across and down.
const PIXELS_A_CELL: usize = 3;
/// Size of a cell on the body, millimetres.
pub const MM_A_CELL: f32 = PIXELS_A_CELL as f32 * MM_A_PIXEL;
/// Places of neighbouring cells farther apart than this are on different parts of the body, millimetres.
const APART_MM: f32 = 20.0;
/// What is beside the body takes its depth from the body this many cells away at most, so that paint ends at the
/// body's own outline.
const BESIDE_CELLS: usize = 2;
/// A region of which fewer cells are seen has no place of its own on that side.
const FEWEST_CELLS: usize = 10;

/// A place on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FlatCell {
    /// The nearest sample of the skin.
    pub sample: u32,
    /// Where it is, body frame, millimetres.
    pub at_mm: Vec3,
    /// The region, as an index into [`PaintSkin::regions`]; none where no region lies.
    pub region: Option<u16>,
    /// How light it lies, 0 to 1.
    pub shade: f32,
}

/// Where a region can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RegionPlace {
    /// Index into [`PaintSkin::regions`].
    pub region: u16,
    /// The cell deepest inside it.
    pub column: usize,
    /// See `column`.
    pub row: usize,
    /// Cells from there to its edge.
    pub depth: usize,
}

/// One side of the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlatView {
    /// Rows from the top; none beside the body.
    pub cells: Vec<Option<FlatCell>>,
    /// The regions that are seen, from the top down.
    pub places: Vec<RegionPlace>,
    /// For each cell how far inside the body's outline it is, in cells.
    inside: Vec<f32>,
    /// The body.
    pub body: Outline,
    /// The regions, as indices into [`PaintSkin::regions`].
    pub regions: Vec<(u16, Outline)>,
}

impl FlatView {
    /// A side of a map of a width with the places of its regions. `covered` is the share of each cell that the body
    /// covers.
    pub fn new(
        width: usize,
        cells: Vec<Option<FlatCell>>,
        places: Vec<RegionPlace>,
        covered: &[f32],
    ) -> Self {
        let inside: Vec<f32> = (spread(covered, width).iter())
            .map(|share| share - 0.5)
            .collect();
        let body = Outline::of(&inside, width);
        let share_of = |wanted: &dyn Fn(&Option<FlatCell>) -> bool| -> Vec<f32> {
            let shares = cells.iter().map(|cell| f32::from(u8::from(wanted(cell))));
            spread(&shares.collect::<Vec<f32>>(), width)
        };
        let on_body = share_of(&Option::is_some);
        let mut numbers: Vec<u16> = cells
            .iter()
            .flatten()
            .filter_map(|cell| cell.region)
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        let regions = numbers.into_iter().map(|region| {
            let own = share_of(&|cell| cell.is_some_and(|cell| cell.region == Some(region)));
            let depths = own.iter().zip(&on_body).zip(&inside);
            let depths = depths.map(|((own, all), inside)| (own - all * 0.5).min(*inside));
            (region, Outline::of(&depths.collect::<Vec<f32>>(), width))
        });
        Self {
            regions: regions.collect(),
            body,
            inside,
            cells,
            places,
        }
    }
}

/// The map: both sides have the same size.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlatMap {
    /// Cells across.
    pub width: usize,
    /// Cells down.
    pub height: usize,
    /// From the front: the subject's left is at the right.
    pub front: FlatView,
    /// From behind: the subject's left is at the left.
    pub back: FlatView,
}

impl FlatMap {
    /// The map of a body, trimmed to it.
    pub fn new(scene: &Scene, samples: &SkinSamples, skin: &PaintSkin) -> Self {
        let (front, back) = rayon::join(
            || drawn(scene, samples, skin, Facing::Front),
            || drawn(scene, samples, skin, Facing::Back),
        );
        Self::of_sides([front, back])
    }

    /// The map of its front and its back.
    pub(super) fn of_sides(mut grids: [Grid; 2]) -> Self {
        trim(&mut grids);
        let [front, back] = grids;
        Self {
            width: front.width,
            height: front.cells.len().checked_div(front.width).unwrap_or(0),
            front: front.view(),
            back: back.view(),
        }
    }

    /// A cell of one side.
    pub fn at(&self, view: &FlatView, column: usize, row: usize) -> Option<FlatCell> {
        if column >= self.width {
            return None;
        }
        *view.cells.get(row * self.width + column)?
    }
}

impl FlatMap {
    /// How deep each cell of a side lies inside a painted area, in cells, negative outside, never beyond the body's
    /// outline: what [`Outline::of`] makes the area of.
    pub fn depths(&self, view: &FlatView, samples: &SkinSamples, edge: &PaintEdge) -> Vec<f32> {
        let own = |cell: &Option<FlatCell>| {
            cell.map(|cell| samples.depth_at_mm(edge, cell.sample, cell.at_mm) / MM_A_CELL)
        };
        let mut depths: Vec<Option<f32>> = view.cells.iter().map(own).collect();
        for _ in 0..BESIDE_CELLS {
            let known = depths.clone();
            for (at, depth) in depths
                .iter_mut()
                .enumerate()
                .filter(|(_, depth)| depth.is_none())
            {
                let around = self.around(at).filter_map(|beside| known[beside]);
                let (sum, count) = around.fold((0.0, 0.0), |(sum, n), one| (sum + one, n + 1.0));
                *depth = (count > 0.0).then_some(sum / count);
            }
        }
        let ended = depths.into_iter().zip(&view.inside);
        let ended = ended.map(|(depth, inside)| depth.unwrap_or(-DEEPEST_MM).min(*inside));
        ended.collect()
    }

    /// The cells around one, by number.
    pub fn around(&self, at: usize) -> impl Iterator<Item = usize> + use<> {
        let (width, height) = (self.width, self.height);
        let (x, y) = (at % width.max(1), at / width.max(1));
        let columns = x.saturating_sub(1)..=(x + 1).min(width.saturating_sub(1));
        columns.flat_map(move |column| {
            let rows = y.saturating_sub(1)..=(y + 1).min(height.saturating_sub(1));
            rows.map(move |row| row * width + column)
        })
    }

    /// Where a place of one side, in cells, touches the skin; none beside the body.
    pub fn touch(&self, view: &FlatView, x: f32, y: f32) -> Option<Touch> {
        if !(x >= 0.0 && y >= 0.0) {
            return None;
        }
        let own = self.at(view, x as usize, y as usize)?;
        // Between the middles of the four cells around, as far as they are one piece of skin.
        let (left, top) = ((x - 0.5).max(0.0).floor(), (y - 0.5).max(0.0).floor());
        let (mut sum, mut total) = (Vec3::ZERO, 0.0);
        for (column, row) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)] {
            let (column, row) = (left + column, top + row);
            let Some(cell) = self.at(view, column as usize, row as usize) else {
                continue;
            };
            if cell.at_mm.distance(own.at_mm) > APART_MM {
                continue;
            }
            let share =
                (1.0 - (x - 0.5 - column).abs()).max(0.0) * (1.0 - (y - 0.5 - row).abs()).max(0.0);
            sum += cell.at_mm * share;
            total += share;
        }
        let at_mm = if total > 0.0 { sum / total } else { own.at_mm };
        Some(Touch {
            sample: own.sample,
            point_mm: at_mm,
        })
    }
}

/// One side in the making.
pub(super) struct Grid {
    width: usize,
    /// The share of each cell that the body covers.
    covered: Vec<f32>,
    cells: Vec<Option<FlatCell>>,
}

/// One side, drawn and looked at.
fn drawn(scene: &Scene, samples: &SkinSamples, skin: &PaintSkin, facing: Facing) -> Grid {
    let plate = Plate::new(&scene.body.skin.mesh, facing);
    seen(scene, samples, skin, &plate)
}

/// What is seen on a plate.
pub(super) fn seen(scene: &Scene, samples: &SkinSamples, skin: &PaintSkin, plate: &Plate) -> Grid {
    let mesh = &scene.body.skin.mesh;
    let (width, height) = plate.size();
    let (width, height) = (width / PIXELS_A_CELL, height / PIXELS_A_CELL);
    // Both lists are in the catalogue's order, but one must not rely on it.
    let number_of = |id: &RegionId| {
        let at = skin.regions.iter().position(|(other, _)| other == id)?;
        u16::try_from(at).ok()
    };
    let numbers: Vec<Option<u16>> = scene.regions.iter().map(number_of).collect();
    let mut cells = Vec::with_capacity(width * height);
    let mut covered = Vec::with_capacity(width * height);
    for row in 0..height {
        for column in 0..width {
            let pixels = (0..PIXELS_A_CELL * PIXELS_A_CELL).filter(|pixel| {
                let (x, y) = (pixel % PIXELS_A_CELL, pixel / PIXELS_A_CELL);
                plate
                    .seen_at(column * PIXELS_A_CELL + x, row * PIXELS_A_CELL + y)
                    .is_some()
            });
            covered.push(pixels.count() as f32 / (PIXELS_A_CELL * PIXELS_A_CELL) as f32);
            let middle = |at: usize| at * PIXELS_A_CELL + PIXELS_A_CELL / 2;
            cells.push(plate.seen_at(middle(column), middle(row)).and_then(|seen| {
                let corners = *mesh.triangles.get(seen.triangle as usize)?;
                let places = mesh.corners_mm(corners);
                let at: Vec3 = (0..3).map(|i| places[i] * seen.shares[i]).sum();
                let nearest = (0..3).max_by(|a, b| seen.shares[*a].total_cmp(&seen.shares[*b]))?;
                let region = *scene.region_of_vertex.get(corners[nearest] as usize)?;
                Some(FlatCell {
                    sample: samples.at(mesh, seen.triangle, at)?,
                    at_mm: at,
                    region: region.and_then(|region| *numbers.get(usize::from(region))?),
                    shade: seen.shade,
                })
            }));
        }
    }
    Grid {
        width,
        covered,
        cells,
    }
}

/// Cuts away what is beside the body on both sides of the map, the same on each.
fn trim(grids: &mut [Grid; 2]) {
    let width = grids[0].width.max(1);
    let mut kept: Option<[usize; 4]> = None;
    for grid in grids.iter() {
        for (at, _) in (grid.cells.iter().enumerate()).filter(|(_, cell)| cell.is_some()) {
            let (x, y) = (at % width, at / width);
            kept = Some(kept.map_or([x, x, y, y], |[left, right, top, bottom]| {
                [left.min(x), right.max(x), top.min(y), bottom.max(y)]
            }));
        }
    }
    let Some([left, right, top, bottom]) = kept else {
        *grids = [0, 1].map(|_| Grid {
            width: 0,
            covered: Vec::new(),
            cells: Vec::new(),
        });
        return;
    };
    // The middle of the body stays in the middle.
    let beside = left.min(width - 1 - right);
    for grid in grids {
        fn cut<T: Copy>(all: &[T], width: usize, rows: (usize, usize), beside: usize) -> Vec<T> {
            let rows = all.chunks(width).take(rows.1 + 1).skip(rows.0);
            rows.flat_map(|row| row[beside..width - beside].iter().copied())
                .collect()
        }
        grid.cells = cut(&grid.cells, width, (top, bottom), beside);
        grid.covered = cut(&grid.covered, width, (top, bottom), beside);
        grid.width = width - 2 * beside;
    }
}

impl Grid {
    fn view(self) -> FlatView {
        let places = self.places();
        FlatView::new(self.width, self.cells, places, &self.covered)
    }

    fn region(&self, column: usize, row: usize) -> Option<u16> {
        self.cells[row * self.width + column].and_then(|cell| cell.region)
    }

    /// For every region the cell farthest from its edge.
    fn places(&self) -> Vec<RegionPlace> {
        let width = self.width;
        let height = self.cells.len().checked_div(width).unwrap_or(0);
        let mut depth = vec![0usize; self.cells.len()];
        let near = |depth: &[usize], x: usize, y: usize, dx: isize, dy: isize| -> usize {
            let at = (x.checked_add_signed(dx)).zip(y.checked_add_signed(dy));
            match at.filter(|(x, y)| *x < width && *y < height) {
                Some((a, b)) if self.region(a, b) == self.region(x, y) => depth[b * width + a],
                _ => 0,
            }
        };
        for y in 0..height {
            for x in 0..width {
                if self.region(x, y).is_some() {
                    let least = near(&depth, x, y, -1, 0).min(near(&depth, x, y, 0, -1));
                    depth[y * width + x] = least + 1;
                }
            }
        }
        let mut best: Vec<(u16, RegionPlace, usize)> = Vec::new();
        for y in (0..height).rev() {
            for x in (0..width).rev() {
                let Some(region) = self.region(x, y) else {
                    continue;
                };
                let least = near(&depth, x, y, 1, 0).min(near(&depth, x, y, 0, 1));
                let own = depth[y * width + x].min(least + 1);
                depth[y * width + x] = own;
                let place = RegionPlace {
                    region,
                    column: x,
                    row: y,
                    depth: own,
                };
                match best.iter_mut().find(|(other, _, _)| *other == region) {
                    Some((_, old, count)) => {
                        *count += 1;
                        if own > old.depth {
                            *old = place;
                        }
                    }
                    None => best.push((region, place, 1)),
                }
            }
        }
        best.retain(|(_, _, count)| *count >= FEWEST_CELLS);
        best.sort_by_key(|(region, place, _)| (place.row, place.column, *region));
        best.into_iter().map(|(_, place, _)| place).collect()
    }
}
