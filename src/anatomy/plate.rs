//! Flat pictures of the whole skin from the front and from behind, with a pattern on them:
//! the thumbnails of a card, the inset that shows the other side, the figures of a handout.
//!
//! The skin is drawn once into a plate that remembers, for each pixel, where on the skin it
//! lies; a pattern is then only a look-up.

use super::{mesh::SurfaceMesh, pain_field::SkinPoint, scene::Pattern};
use glam::{Vec2, Vec3};

/// Millimetres a pixel of the plate.
pub const MM_A_PIXEL: f32 = 1.25;
/// The part of the body frame on the plate: half width, soles and vertex with a margin.
const HALF_WIDTH_MM: f32 = 430.0;
const LOW_MM: f32 = -110.0;
const HIGH_MM: f32 = 1810.0;
/// Width over height of a crop.
pub const CROP_ASPECT: f32 = 0.70;
/// Lowest height of a crop: the pattern must be seen on a body, not on a patch.
const LEAST_CROP_MM: f32 = 560.0;
/// Room beside a pattern, millimetres.
const MARGIN_MM: f32 = 15.0;
/// Radius of a dot on the plate: larger than on the body, to be seen at a thumbnail's size.
const DOT_MM: f32 = 4.6;
/// Every third dot of the body, by spacing.
const DOT_EVERY_MM: f32 = 15.0;
/// Radius of the hole in a ring, in its own radius.
const RING_HOLE: f32 = 0.55;

/// From where a plate is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facing {
    /// From the front: the subject's left is on the right of the picture.
    Front,
    /// From behind: the subject's left is on the left of the picture.
    Back,
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

#[derive(Clone, Copy)]
struct Spot {
    triangle: u32,
    shares: [f32; 3],
    depth: f32,
    shade: f32,
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
    spots: Vec<Option<Spot>>,
}

/// A part of a plate in millimetres of the body frame, seen as the plate is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crop {
    /// Height of its middle.
    pub middle_y_mm: f32,
    /// Its height.
    pub height_mm: f32,
}

/// What of a pattern is seen on a plate.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Survey {
    /// From its lowest to its highest row; none where nothing of it is seen.
    pub extent_mm: Option<(f32, f32)>,
    /// How far it reaches from the midline to either side.
    pub reach_mm: f32,
    /// Pixels of the essential zone.
    pub essential_px: usize,
    /// Pixels of the spillover zone.
    pub spillover_px: usize,
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
        let width = (2.0 * HALF_WIDTH_MM / MM_A_PIXEL) as usize;
        let height = ((HIGH_MM - LOW_MM) / MM_A_PIXEL) as usize;
        Self {
            facing,
            width,
            height,
            spots: vec![None; width * height],
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
        let across = match self.facing {
            Facing::Front => at_mm.x,
            Facing::Back => -at_mm.x,
        };
        Vec2::new(
            (across + HALF_WIDTH_MM) / MM_A_PIXEL,
            (HIGH_MM - at_mm.y) / MM_A_PIXEL,
        )
    }

    fn nearness(&self, at_mm: Vec3) -> f32 {
        match self.facing {
            Facing::Front => at_mm.z,
            Facing::Back => -at_mm.z,
        }
    }

    fn shade(&self, normal: Vec3) -> f32 {
        let towards = match self.facing {
            Facing::Front => normal.z,
            Facing::Back => -normal.z,
        };
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
                if spot.is_none_or(|old| near > old.depth) {
                    *spot = Some(Spot {
                        triangle,
                        shares: [a, b, c],
                        depth: near,
                        shade: mix(shade),
                    });
                }
            }
        }
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
        let spot = (*self.spots.get(y * self.width + x)?)?;
        Some(SeenAt {
            triangle: spot.triangle,
            shares: spot.shares,
            shade: spot.shade,
        })
    }

    /// What of a pattern is seen on this plate.
    pub fn survey(&self, skin: &SurfaceMesh, pattern: &Pattern) -> Survey {
        let mut survey = Survey::default();
        let mut rows: Option<(usize, usize)> = None;
        let tingles = |spot: &Spot| {
            !pattern.tingling_mm.is_empty() && value(skin, spot, &pattern.tingling_mm) > 0.0
        };
        for (row, spots) in self.spots.chunks(self.width).enumerate() {
            for (column, spot) in spots.iter().enumerate() {
                let Some(spot) = spot else {
                    continue;
                };
                if value(skin, spot, &pattern.essential_mm) > 0.0 {
                    survey.essential_px += 1;
                } else if value(skin, spot, &pattern.spillover_mm) > 0.0 {
                    survey.spillover_px += 1;
                } else if !tingles(spot) {
                    continue;
                }
                rows = Some(rows.map_or((row, row), |(top, _)| (top, row)));
                let across_mm = (column as f32 + 0.5) * MM_A_PIXEL - HALF_WIDTH_MM;
                survey.reach_mm = survey.reach_mm.max(across_mm.abs());
            }
        }
        let height = |row: usize| HIGH_MM - row as f32 * MM_A_PIXEL;
        survey.extent_mm = rows.map(|(top, bottom)| (height(bottom), height(top)));
        survey
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
        let left = HALF_WIDTH_MM / MM_A_PIXEL - step * width as f32 / 2.0;
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
                    let Some(Some(spot)) = self.spots.get(slot) else {
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
                shares: dot.barycentric,
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
                    let shown = self.spots[slot]
                        .is_some_and(|s| (s.depth - self.nearness(dot.point_mm)).abs() < 12.0);
                    if near && shown {
                        dots[slot] = true;
                    }
                }
            }
        }
        dots
    }
}

/// The crop that holds what is seen of a pattern on both plates, with the body around it.
pub fn crop_of(surveys: [Survey; 2]) -> Crop {
    let extent = surveys
        .iter()
        .filter_map(|survey| survey.extent_mm)
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let (low, high) = extent.unwrap_or((LOW_MM, HIGH_MM));
    let reach_mm = surveys
        .iter()
        .map(|survey| survey.reach_mm)
        .fold(0.0, f32::max);
    // The middle of a picture is the midline: an arm at the side needs the width.
    let for_width_mm = 2.0 * (reach_mm + MARGIN_MM) / CROP_ASPECT;
    let height_mm = ((high - low) * 1.25)
        .max(for_width_mm)
        .clamp(LEAST_CROP_MM, HIGH_MM - LOW_MM);
    let half = height_mm / 2.0;
    let middle_y_mm = ((low + high) / 2.0).clamp(LOW_MM + half, HIGH_MM - half);
    Crop {
        middle_y_mm,
        height_mm,
    }
}

fn value(skin: &SurfaceMesh, spot: &Spot, field_mm: &[f32]) -> f32 {
    let corners = skin.triangles[spot.triangle as usize];
    let mut sum = 0.0;
    for (vertex, share) in corners.iter().zip(spot.shares) {
        sum += field_mm
            .get(*vertex as usize)
            .map_or(-50.0, |mm| mm.max(-50.0))
            * share;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crop_holds_a_pattern_on_an_arm() {
        let survey = |extent_mm, reach_mm| Survey {
            extent_mm: Some(extent_mm),
            reach_mm,
            ..Survey::default()
        };
        let arm = survey((1_050.0, 1_400.0), 330.0);
        let crop = crop_of([Survey::default(), arm]);
        assert!(
            crop.height_mm * CROP_ASPECT / 2.0 >= 330.0,
            "{}",
            crop.height_mm
        );
        // What lies near the midline needs no more than before.
        let neck = survey((1_450.0, 1_600.0), 60.0);
        assert_eq!(crop_of([neck, Survey::default()]).height_mm, LEAST_CROP_MM);
    }
}
