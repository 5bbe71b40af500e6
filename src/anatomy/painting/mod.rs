//! The skin as a surface to paint on: samples spread evenly over it, and how far it is from one to
//! another along the skin.
//!
//! Everything that is painted, and every pattern that is compared with it, is a value per sample. A
//! sample knows its neighbours along the connected skin, so that nothing spreads through the body or
//! over to the next finger, and its mirror image. Not here: what a painting means (`study::locate`),
//! and how it is drawn.

mod blur;
mod brush;
mod cells;
mod edge;
mod fit;
mod rim;
#[cfg(test)]
mod tests;

pub use blur::{BlurSteps, SurfaceBlur};
pub use brush::{BRUSH_MM, RIM_MM, Spread, Swept, Touch};
pub use edge::{DEEPEST_MM, PaintEdge, SlopedField};
pub use fit::Sloped;
pub use rim::Rim;

use self::cells::{Cells, Edges};
use super::{
    mesh::SurfaceMesh,
    pain_field::{DotSteps, SkinPoint, SkinSurface},
    plate::Facing,
};
use crate::model::side::Side;
use glam::Vec3;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Spacing of the samples in millimetres: two across the narrowest finger, and few enough that a
/// painting of half the back is ranked within a frame.
pub const SPACING_MM: f32 = 9.0;
/// Samples this near to the midline belong to neither side and are their own mirror images.
const MIDLINE_MM: f32 = SPACING_MM / 2.0;
/// A mirror image farther than this from the skin of the other side has no partner: the drawn body
/// is symmetric, and what is not must not be painted by mistake.
const FARTHEST_MIRROR_MM: f32 = 6.0;
/// Samples are linked directly up to this distance, in spacings: with two rings of neighbours the
/// ways along the links are at most a twentieth longer than those along the skin.
const LINK_SPACINGS: f32 = 2.3;
/// A way over the neighbouring cells may be this much longer than the straight line and still count
/// as straight; round a finger it is half as long again.
const STRAIGHT: f32 = 1.35;

/// Dots tried in a step of [`SampleSteps`]: some hundredths of a second's work.
const STEP_DOTS: usize = 40_000;

/// A place of the skin that can be painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SkinSample {
    /// Where, body frame, millimetres.
    pub point_mm: Vec3,
    /// Unit normal of the skin there.
    pub normal: Vec3,
    /// Skin that is nearer to this sample than to any other, square millimetres.
    pub area_mm2: f32,
    /// Side of the body; `Midline` close to it.
    pub side: Side,
    /// Seen from the front or from behind.
    pub facing: Facing,
    /// The sample at the mirror image of this place; itself in the midline.
    pub mirror: u32,
}

/// A way from a sample to one near it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The other sample.
    pub to: u32,
    /// Distance, millimetres.
    pub length_mm: f32,
}

/// Samples over a skin with the ways between them.
#[derive(Clone, Debug, Default)]
pub struct SkinSamples {
    /// The samples, in an order that depends on the skin alone.
    pub samples: Vec<SkinSample>,
    /// Where each sample's links begin in `links`; one more than there are samples.
    first: Vec<u32>,
    links: Vec<Link>,
    /// Per skin vertex: the sample it belongs to, or `u32::MAX` on a piece of skin without one.
    cell_of_vertex: Vec<u32>,
}

impl SkinSamples {
    /// Spreads samples over a skin. None for a skin without triangles.
    pub fn new(skin: &SkinSurface) -> Self {
        let mut steps = SampleSteps::default();
        loop {
            if let Some(samples) = steps.step(skin) {
                return samples;
            }
        }
    }

    /// How many samples there are.
    pub fn len(&self) -> usize {
        self.samples.len()
    }

    /// True without a skin.
    pub fn is_empty(&self) -> bool {
        self.samples.is_empty()
    }

    /// The ways from a sample to those near it, by their numbers; none for a number that is not there.
    pub fn links_of(&self, sample: u32) -> &[Link] {
        let at = sample as usize;
        match (self.first.get(at), self.first.get(at + 1)) {
            (Some(&from), Some(&to)) => &self.links[from as usize..to as usize],
            _ => &[],
        }
    }

    /// The skin's whole area, square millimetres.
    pub fn area_mm2(&self) -> f32 {
        self.samples.iter().map(|sample| sample.area_mm2).sum()
    }

    /// The sample of the skin at a place on one of its triangles.
    pub fn at(&self, skin: &SurfaceMesh, triangle: u32, point_mm: Vec3) -> Option<u32> {
        let corners = skin.triangles.get(triangle as usize)?;
        corners
            .iter()
            .filter_map(|&corner| self.cell_of_vertex.get(corner as usize).copied())
            .filter(|&sample| sample != u32::MAX)
            .min_by(|&a, &b| {
                let far = |sample: u32| {
                    self.samples[sample as usize]
                        .point_mm
                        .distance_squared(point_mm)
                };
                far(a).total_cmp(&far(b)).then(a.cmp(&b))
            })
    }

    /// A field over the skin's vertices at the samples, by the vertex nearest to each within its cell.
    pub fn of_vertices(&self, skin: &SurfaceMesh, field: &[f32]) -> Vec<f32> {
        let mut nearest = vec![(f32::INFINITY, f32::NEG_INFINITY); self.samples.len()];
        for (vertex, &cell) in self.cell_of_vertex.iter().enumerate() {
            let Some(sample) = self.samples.get(cell as usize) else {
                continue;
            };
            let far = skin.positions_mm[vertex].distance_squared(sample.point_mm);
            let best = &mut nearest[cell as usize];
            if far < best.0
                && let Some(&value) = field.get(vertex)
            {
                *best = (far, value);
            }
        }
        nearest.into_iter().map(|(_, value)| value).collect()
    }
}

/// Samples in the making, for programs of one thread that have to draw in between.
#[derive(Default)]
pub struct SampleSteps(SampleStage);

/// What is done next.
#[derive(Default)]
enum SampleStage {
    /// Begin.
    #[default]
    Begin,
    /// Spread dots.
    Dots(DotSteps),
    /// Make of them points that lie alike on both sides.
    Points(Vec<SkinPoint>),
    /// Find the skin's edges; the second says which point mirrors which.
    Edges(Vec<SkinPoint>, Vec<u32>),
    /// Part the skin among the points.
    Cells(Vec<SkinPoint>, Vec<u32>, Edges),
    /// Link them.
    Links(Vec<SkinSample>, Cells),
}

impl SampleSteps {
    /// Does a piece of the work; the samples when all is done. Every step must be given the same skin.
    pub fn step(&mut self, skin: &SkinSurface) -> Option<SkinSamples> {
        match std::mem::take(&mut self.0) {
            SampleStage::Begin => {
                self.0 = SampleStage::Dots(DotSteps::new(&skin.mesh, SPACING_MM));
            }
            SampleStage::Dots(mut dots) => {
                self.0 = match dots.step(&skin.mesh, STEP_DOTS) {
                    false => SampleStage::Dots(dots),
                    true => SampleStage::Points(dots.finish()),
                };
            }
            SampleStage::Points(even) => {
                let (points, mirror) = symmetric_points(skin, &even);
                self.0 = SampleStage::Edges(points, mirror);
            }
            SampleStage::Edges(points, mirror) => {
                let edges = Edges::of(&skin.mesh);
                self.0 = SampleStage::Cells(points, mirror, edges);
            }
            SampleStage::Cells(points, mirror, edges) => {
                let cells = Cells::of(&skin.mesh, &edges, &points);
                let areas = cells.areas_mm2(&skin.mesh, points.len());
                let sample =
                    |((point, &mirror), &area_mm2): ((&SkinPoint, &u32), &f32)| SkinSample {
                        point_mm: point.point_mm,
                        normal: point.normal,
                        area_mm2: (area_mm2 + areas[mirror as usize]) / 2.0,
                        side: side_at(point.point_mm),
                        facing: if point.normal.z >= 0.0 {
                            Facing::Front
                        } else {
                            Facing::Back
                        },
                        mirror,
                    };
                let samples = points.iter().zip(&mirror).zip(&areas).map(sample).collect();
                self.0 = SampleStage::Links(samples, cells);
            }
            SampleStage::Links(samples, cells) => {
                let (first, links) = links(&samples, &cells);
                return Some(SkinSamples {
                    samples,
                    first,
                    links,
                    cell_of_vertex: cells.of_vertex,
                });
            }
        }
        None
    }
}

fn side_at(point_mm: Vec3) -> Side {
    if point_mm.x.abs() < MIDLINE_MM {
        Side::Midline
    } else if point_mm.x > 0.0 {
        Side::Left
    } else {
        Side::Right
    }
}

/// Those of even points that are on the left and in the midline, the left ones also mirrored, and for each point the
/// number of its mirror image.
fn symmetric_points(skin: &SkinSurface, even: &[SkinPoint]) -> (Vec<SkinPoint>, Vec<u32>) {
    let (mut points, mut mirror) = (Vec::new(), Vec::new());
    for point in even.iter().filter(|p| side_at(p.point_mm) == Side::Left) {
        let across = point.point_mm * Vec3::new(-1.0, 1.0, 1.0);
        let Some(there) = skin.index.nearest(across) else {
            continue;
        };
        if there.distance_mm > FARTHEST_MIRROR_MM {
            continue;
        }
        let number = points.len() as u32;
        points.push(*point);
        points.push(SkinPoint {
            point_mm: there.point_mm,
            normal: there.normal,
            triangle: there.triangle,
            barycentric: point.barycentric,
        });
        mirror.extend([number + 1, number]);
    }
    // Those of the midline fill what the pairs leave free.
    let free = SPACING_MM * 0.8;
    let pairs = points.len();
    for point in even.iter().filter(|p| side_at(p.point_mm) == Side::Midline) {
        let crowded = points[..pairs]
            .iter()
            .any(|other| other.point_mm.distance(point.point_mm) < free);
        if !crowded {
            mirror.push(points.len() as u32);
            points.push(*point);
        }
    }
    (points, mirror)
}

/// The links of every sample, by number, the same on both sides.
fn links(samples: &[SkinSample], cells: &Cells) -> (Vec<u32>, Vec<Link>) {
    let reach_mm = LINK_SPACINGS * SPACING_MM;
    let found: Vec<Vec<u32>> = (0..samples.len() as u32)
        .into_par_iter()
        .map(|from| cells.straight_ways(samples, from, reach_mm, STRAIGHT))
        .collect();
    let mut all: Vec<BTreeMap<u32, f32>> = vec![BTreeMap::new(); samples.len()];
    for (from, ways) in found.into_iter().enumerate() {
        for to in ways {
            let (a, b) = (from as u32, to);
            let (c, d) = (samples[from].mirror, samples[to as usize].mirror);
            // Both ways, and the same on the other side.
            for (one, other) in [(a, b), (b, a), (c, d), (d, c)] {
                if one != other {
                    let length_mm = samples[one as usize]
                        .point_mm
                        .distance(samples[other as usize].point_mm);
                    all[one as usize].insert(other, length_mm);
                }
            }
        }
    }
    let mut first = vec![0];
    let mut links = Vec::new();
    for ways in all {
        links.extend(
            ways.into_iter()
                .map(|(to, length_mm)| Link { to, length_mm }),
        );
        first.push(links.len() as u32);
    }
    (first, links)
}
