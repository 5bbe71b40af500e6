//! Flat pictures of the whole skin from its four sides, with a pattern on them:
//! the thumbnails of a card, the inset that shows the other side, the figures of a handout.
//!
//! The skin is drawn once into a plate that remembers, for each pixel, where on the skin it
//! lies; a pattern is then only a look-up.

use super::{mesh::SurfaceMesh, pain_field::SkinPoint, scene::Pattern};
use glam::{Vec2, Vec3};
use std::collections::BTreeMap;

mod choice;

pub use choice::{Shot, shots_of};

/// Millimetres a pixel of the plate.
pub const MM_A_PIXEL: f32 = 1.25;
/// The part of the body frame on the plate: half width from the front and from a side, soles and vertex with a margin.
const HALF_WIDTH_MM: f32 = 430.0;
const HALF_WIDTH_FROM_SIDE_MM: f32 = 320.0;
const LOW_MM: f32 = -110.0;
const HIGH_MM: f32 = 1810.0;
/// Width over height of a crop.
pub const CROP_ASPECT: f32 = 0.70;
/// Radius of a dot on the plate: larger than on the body, to be seen at a thumbnail's size.
const DOT_MM: f32 = 4.6;
/// Every third dot of the body, by spacing.
const DOT_EVERY_MM: f32 = 15.0;
/// A place of the skin is the one seen at a pixel where it is no farther behind it than this, millimetres.
const SAME_PLACE_MM: f32 = 12.0;
/// Radius of the hole in a ring, in its own radius.
const RING_HOLE: f32 = 0.55;

/// From where a plate is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facing {
    /// From the front: the subject's left is on the right of the picture.
    Front,
    /// From behind: the subject's left is on the left of the picture.
    Back,
    /// From the subject's left: the front is on the left of the picture.
    Left,
    /// From the subject's right: the front is on the right of the picture.
    Right,
}

impl Facing {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Front, Self::Back, Self::Left, Self::Right];

    /// From the body towards the eye, of unit length, in the body frame.
    #[must_use]
    pub fn towards_eye(self) -> Vec3 {
        match self {
            Self::Front => Vec3::Z,
            Self::Back => Vec3::NEG_Z,
            Self::Left => Vec3::X,
            Self::Right => Vec3::NEG_X,
        }
    }

    /// What is to the right in the picture, of unit length, in the body frame.
    fn picture_right(self) -> Vec3 {
        Vec3::Y.cross(self.towards_eye())
    }

    fn half_width_mm(self) -> f32 {
        match self {
            Self::Front | Self::Back => HALF_WIDTH_MM,
            Self::Left | Self::Right => HALF_WIDTH_FROM_SIDE_MM,
        }
    }
}

/// Colours of a picture, sRGB bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlateColours {
    /// Skin in the light.
    pub skin: [u8; 3],
    /// Pain.
    pub pain: [u8; 3],
    /// Tingling or numbness.
    pub tingling: [u8; 3],
}

/// What of the skin is seen at a pixel. There are millions of them, so it is kept small.
#[derive(Clone, Copy)]
struct Spot {
    /// [`NOTHING`] beside the body.
    triangle: u32,
    /// Shares of the first two corners; the third has the rest.
    shares: [f32; 2],
    depth: f32,
    shade: f32,
}

/// The number of no triangle.
const NOTHING: u32 = u32::MAX;

impl Spot {
    const EMPTY: Self = Self {
        triangle: NOTHING,
        shares: [0.0; 2],
        depth: f32::NEG_INFINITY,
        shade: 0.0,
    };

    fn seen(&self) -> Option<&Self> {
        (self.triangle != NOTHING).then_some(self)
    }

    fn all_shares(&self) -> [f32; 3] {
        let [a, b] = self.shares;
        [a, b, 1.0 - a - b]
    }
}

/// A place of the skin seen on a plate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeenAt {
    /// Triangle of the skin.
    pub triangle: u32,
    /// Shares of its three corners.
    pub shares: [f32; 3],
    /// How light it lies, 0 to 1.
    pub shade: f32,
}

/// A drawn skin.
pub struct Plate {
    facing: Facing,
    width: usize,
    height: usize,
    spots: Vec<Spot>,
}

/// A part of a plate in millimetres of the body frame, seen as the plate is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crop {
    /// How far its middle lies to the right of the body frame's axis, in the picture.
    pub middle_across_mm: f32,
    /// Height of its middle.
    pub middle_y_mm: f32,
    /// Its height.
    pub height_mm: f32,
}

/// What of a pattern is seen on a plate.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    /// From where.
    pub facing: Facing,
    /// Its left lower and right upper corner in the picture, across and up; none where nothing of it is seen.
    pub extent_mm: Option<(Vec2, Vec2)>,
    /// Pixels of the essential zone.
    pub essential_px: usize,
    /// Pixels of the spillover zone and of where tingling is felt.
    pub spillover_px: usize,
    /// Triangles of the skin that are seen in the pattern; true for those of the essential zone.
    pub triangles: BTreeMap<u32, bool>,
}

impl Survey {
    fn new(facing: Facing) -> Self {
        Self {
            facing,
            extent_mm: None,
            essential_px: 0,
            spillover_px: 0,
            triangles: BTreeMap::new(),
        }
    }

    /// How much of the pattern is seen, in pixels; the essential zone counts twice.
    #[must_use]
    pub fn amount(&self) -> usize {
        self.essential_px * 2 + self.spillover_px
    }
}

/// A picture: rows from the top, RGBA with straight alpha, sRGB.
pub struct Picture {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Four bytes a pixel.
    pub rgba: Vec<u8>,
}

impl Plate {
    /// Draws the skin.
    pub fn new(skin: &SurfaceMesh, facing: Facing) -> Self {
        let mut plate = Self::empty(facing);
        plate.draw_some(skin, 0, usize::MAX);
        plate
    }

    /// Nothing is drawn yet.
    pub fn empty(facing: Facing) -> Self {
        let width = (2.0 * facing.half_width_mm() / MM_A_PIXEL) as usize;
        let height = ((HIGH_MM - LOW_MM) / MM_A_PIXEL) as usize;
        Self {
            facing,
            width,
            height,
            spots: vec![Spot::EMPTY; width * height],
        }
    }

    /// Draws so many of the skin's triangles at most, from this one on; true when none is left.
    pub fn draw_some(&mut self, skin: &SurfaceMesh, from: usize, at_most: usize) -> bool {
        let some = skin.triangles.iter().enumerate().skip(from).take(at_most);
        for (index, corners) in some {
            let at = corners.map(|vertex| self.place(skin.positions_mm[vertex as usize]));
            let depth = corners.map(|vertex| self.nearness(skin.positions_mm[vertex as usize]));
            let shade = corners.map(|vertex| self.shade(skin.normals[vertex as usize]));
            self.draw(index as u32, at, depth, shade);
        }
        skin.triangles.len() <= from.saturating_add(at_most)
    }

    fn place(&self, at_mm: Vec3) -> Vec2 {
        let across = at_mm.dot(self.facing.picture_right());
        Vec2::new(
            (across + self.facing.half_width_mm()) / MM_A_PIXEL,
            (HIGH_MM - at_mm.y) / MM_A_PIXEL,
        )
    }

    fn nearness(&self, at_mm: Vec3) -> f32 {
        at_mm.dot(self.facing.towards_eye())
    }

    fn shade(&self, normal: Vec3) -> f32 {
        let towards = normal.dot(self.facing.towards_eye());
        (0.60 + 0.30 * towards.max(0.0).sqrt() + 0.10 * normal.y).clamp(0.0, 1.0)
    }

    fn draw(&mut self, triangle: u32, at: [Vec2; 3], depth: [f32; 3], shade: [f32; 3]) {
        let area = (at[1] - at[0]).perp_dot(at[2] - at[0]);
        if area.abs() < 1e-6 {
            return;
        }
        let low = at[0].min(at[1]).min(at[2]).floor().max(Vec2::ZERO);
        let high = at[0].max(at[1]).max(at[2]).ceil();
        let last = (self.width.saturating_sub(1), self.height.saturating_sub(1));
        for y in low.y as usize..=(high.y.max(0.0) as usize).min(last.1) {
            for x in low.x as usize..=(high.x.max(0.0) as usize).min(last.0) {
                let p = Vec2::new(x as f32 + 0.5, y as f32 + 0.5);
                let a = (at[1] - p).perp_dot(at[2] - p) / area;
                let b = (at[2] - p).perp_dot(at[0] - p) / area;
                let c = 1.0 - a - b;
                if a < -1e-4 || b < -1e-4 || c < -1e-4 {
                    continue;
                }
                let mix = |v: [f32; 3]| v[0] * a + v[1] * b + v[2] * c;
                let near = mix(depth);
                let spot = &mut self.spots[y * self.width + x];
                if near > spot.depth {
                    *spot = Spot {
                        triangle,
                        shares: [a, b],
                        depth: near,
                        shade: mix(shade),
                    };
                }
            }
        }
    }

    /// From where it is seen.
    pub fn facing(&self) -> Facing {
        self.facing
    }

    /// Pixels across and down.
    pub fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    /// The skin seen at a pixel, from the left upper corner; none beside the body.
    pub fn seen_at(&self, x: usize, y: usize) -> Option<SeenAt> {
        if x >= self.width {
            return None;
        }
        let spot = self.spots.get(y * self.width + x)?.seen()?;
        Some(SeenAt {
            triangle: spot.triangle,
            shares: spot.all_shares(),
            shade: spot.shade,
        })
    }

    /// What of a pattern is seen on this plate.
    pub fn survey(&self, skin: &SurfaceMesh, pattern: &Pattern) -> Survey {
        let mut survey = Survey::new(self.facing);
        let tingles = |spot: &Spot| {
            !pattern.tingling_mm.is_empty() && value(skin, spot, &pattern.tingling_mm) > 0.0
        };
        for (row, spots) in self.spots.chunks(self.width).enumerate() {
            for (column, spot) in spots.iter().enumerate() {
                let Some(spot) = spot.seen() else {
                    continue;
                };
                let essential = value(skin, spot, &pattern.essential_mm) > 0.0;
                if essential {
                    survey.essential_px += 1;
                } else if value(skin, spot, &pattern.spillover_mm) > 0.0 || tingles(spot) {
                    survey.spillover_px += 1;
                } else {
                    continue;
                }
                *survey.triangles.entry(spot.triangle).or_default() |= essential;
                let at_mm = Vec2::new(
                    (column as f32 + 0.5) * MM_A_PIXEL - self.facing.half_width_mm(),
                    HIGH_MM - (row as f32 + 0.5) * MM_A_PIXEL,
                );
                let extent = survey.extent_mm.unwrap_or((at_mm, at_mm));
                survey.extent_mm = Some((extent.0.min(at_mm), extent.1.max(at_mm)));
            }
        }
        survey
    }

    /// Whether a place of the skin is what a crop of the plate shows there.
    #[must_use]
    pub fn shows(&self, at_mm: Vec3, crop: &Crop) -> bool {
        let place = self.place(at_mm);
        let across_mm = at_mm.dot(self.facing.picture_right());
        let half = Vec2::new(crop.height_mm * CROP_ASPECT, crop.height_mm) / 2.0;
        let beside = Vec2::new(
            across_mm - crop.middle_across_mm,
            at_mm.y - crop.middle_y_mm,
        );
        let inside = beside.abs().cmple(half).all() && place.min_element() >= 0.0;
        let slot = place.y as usize * self.width + place.x as usize;
        inside
            && (place.x as usize) < self.width
            && (self.spots.get(slot).and_then(Spot::seen))
                .is_some_and(|spot| (spot.depth - self.nearness(at_mm)).abs() < SAME_PLACE_MM)
    }

    /// Paints a crop with a pattern on it, `height_px` pixels high.
    pub fn picture(
        &self,
        skin: &SurfaceMesh,
        stipple: &[SkinPoint],
        pattern: Option<&Pattern>,
        colours: PlateColours,
        crop: Crop,
        height_px: usize,
    ) -> Picture {
        let height = height_px.max(1);
        let width = ((height as f32) * CROP_ASPECT).round().max(1.0) as usize;
        let step = crop.height_mm / height as f32 / MM_A_PIXEL;
        let top = (HIGH_MM - crop.middle_y_mm - crop.height_mm / 2.0) / MM_A_PIXEL;
        let middle = (self.facing.half_width_mm() + crop.middle_across_mm) / MM_A_PIXEL;
        let left = middle - step * width as f32 / 2.0;
        let dotted = pattern.map(|pattern| self.dotted(skin, stipple, pattern));
        let ringed = pattern.map(|pattern| self.ringed(skin, stipple, pattern));
        let mut rgba = Vec::with_capacity(width * height * 4);
        for y in 0..height {
            for x in 0..width {
                // Four samples a pixel keep the outline smooth.
                let mut sum = [0.0_f32; 4];
                for (dx, dy) in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] {
                    let px = left + (x as f32 + dx) * step;
                    let py = top + (y as f32 + dy) * step;
                    let inside = px >= 0.0
                        && py >= 0.0
                        && (px as usize) < self.width
                        && (py as usize) < self.height;
                    let slot = if inside {
                        py as usize * self.width + px as usize
                    } else {
                        usize::MAX
                    };
                    let Some(spot) = self.spots.get(slot).and_then(Spot::seen) else {
                        continue;
                    };
                    let mut rgb = colours.skin.map(|byte| f32::from(byte) * spot.shade);
                    if let Some(pattern) = pattern {
                        let pain = if value(skin, spot, &pattern.essential_mm) > 0.0 {
                            0.86
                        } else if dotted.as_ref().is_some_and(|dots| dots[slot]) {
                            0.95
                        } else {
                            0.0
                        };
                        let rings = pain == 0.0 && ringed.as_ref().is_some_and(|rings| rings[slot]);
                        let (colour, share) = match rings {
                            true => (colours.tingling, 0.95),
                            false => (colours.pain, pain),
                        };
                        for (channel, byte) in rgb.iter_mut().zip(colour) {
                            *channel +=
                                (f32::from(byte) * (0.55 + 0.45 * spot.shade) - *channel) * share;
                        }
                    }
                    for (total, channel) in sum.iter_mut().zip(rgb) {
                        *total += channel;
                    }
                    sum[3] += 1.0;
                }
                let n = sum[3].max(1.0);
                rgba.extend(
                    [sum[0] / n, sum[1] / n, sum[2] / n, sum[3] * 255.0 / 4.0]
                        .map(|v| v.round() as u8),
                );
            }
        }
        Picture {
            width,
            height,
            rgba,
        }
    }

    /// Which pixels are dots of the spillover zone.
    fn dotted(&self, skin: &SurfaceMesh, stipple: &[SkinPoint], pattern: &Pattern) -> Vec<bool> {
        let wanted = |spot: &Spot| {
            value(skin, spot, &pattern.spillover_mm) > 0.0
                && value(skin, spot, &pattern.essential_mm) < 0.0
        };
        self.marked(stipple, wanted, 0.0)
    }

    /// Which pixels are rings where tingling is felt.
    fn ringed(&self, skin: &SurfaceMesh, stipple: &[SkinPoint], pattern: &Pattern) -> Vec<bool> {
        if pattern.tingling_mm.is_empty() {
            return vec![false; self.spots.len()];
        }
        let wanted = |spot: &Spot| {
            value(skin, spot, &pattern.tingling_mm) > 0.0
                && value(skin, spot, &pattern.spillover_mm) < 0.0
        };
        self.marked(stipple, wanted, RING_HOLE)
    }

    /// Which pixels are marks on the skin where it is wanted, each with a hole of a share of its radius.
    fn marked(
        &self,
        stipple: &[SkinPoint],
        wanted: impl Fn(&Spot) -> bool,
        hole: f32,
    ) -> Vec<bool> {
        let mut dots = vec![false; self.spots.len()];
        let mut taken: Vec<Vec3> = Vec::new();
        for dot in stipple {
            let spot = Spot {
                triangle: dot.triangle,
                shares: [dot.barycentric[0], dot.barycentric[1]],
                depth: 0.0,
                shade: 0.0,
            };
            if !wanted(&spot)
                || taken
                    .iter()
                    .any(|other| other.distance(dot.point_mm) < DOT_EVERY_MM)
            {
                continue;
            }
            taken.push(dot.point_mm);
            let centre = self.place(dot.point_mm);
            let reach = DOT_MM / MM_A_PIXEL;
            let (low, high) = (centre - reach, centre + reach);
            for y in low.y.max(0.0) as usize..=(high.y.max(0.0) as usize).min(self.height - 1) {
                for x in low.x.max(0.0) as usize..=(high.x.max(0.0) as usize).min(self.width - 1) {
                    let slot = y * self.width + x;
                    let out = Vec2::new(x as f32 + 0.5, y as f32 + 0.5).distance(centre);
                    let near = out <= reach && out >= hole * reach;
                    // Only where this very spot of the skin is what the plate shows.
                    let off = self.spots[slot].depth - self.nearness(dot.point_mm);
                    let shown = off.abs() < SAME_PLACE_MM;
                    if near && shown {
                        dots[slot] = true;
                    }
                }
            }
        }
        dots
    }
}

fn value(skin: &SurfaceMesh, spot: &Spot, field_mm: &[f32]) -> f32 {
    let corners = skin.triangles[spot.triangle as usize];
    let mut sum = 0.0;
    for (vertex, share) in corners.iter().zip(spot.all_shares()) {
        sum += field_mm
            .get(*vertex as usize)
            .map_or(-50.0, |mm| mm.max(-50.0))
            * share;
    }
    sum
}
