//! A painting as places in the body frame, and places as a painting on this or another skin.
//!
//! On the skin of one version of the body the samples lie elsewhere than on the next, so strengths are kept as
//! places with a rule: **each spot of the skin is painted as the place in its cell is, else as the nearest place, if
//! one lies within [`PAINTED_WITHIN_MM`].** Kept are the samples at the edges of the paint, those inside (with their
//! strength) and those just outside (with 0), and within large areas as many as the rule needs. On the same skin that
//! gives back exactly what was painted, which is made sure of when it is kept; on a skin that has changed a little,
//! nearly the same area.
//!
//! Regions that are painted whole are kept by name and follow the region to wherever it lies.

use super::skin::{PaintSkin, REACH_MM};
use crate::{
    anatomy::point_grid::PointGrid,
    model::{
        ids::RegionId,
        painted::{PaintedPain, PaintedPlaces, PlaceCell},
    },
};
use glam::Vec3;
use std::collections::BTreeMap;

/// Farther than this from every place nothing is painted, millimetres. By a cell's size less than [`REACH_MM`], so that
/// whoever keeps paint finds every sample that a place may reach: the middle of a cell may be nearer to it than the
/// painted sample is.
pub const PAINTED_WITHIN_MM: f32 = REACH_MM - 4.0;
/// Within painted areas a place is kept at least this often, millimetres: so much less than the reach that a skin
/// that has moved by the difference has no holes.
const INSIDE_MM: f32 = 25.0;
/// Samples that are nearer to each other than this are neighbours, millimetres: one and a half spacings.
const EDGE_MM: f32 = 13.5;

/// Keeps strengths over the samples of a skin.
#[must_use]
pub fn keep(skin: &PaintSkin, name: String, strengths: &[u8]) -> PaintedPain {
    let regions: Vec<(RegionId, u8)> = skin
        .whole_regions(strengths)
        .map(|(id, strength)| (id.clone(), strength))
        .collect();
    let mut paint = Paint::new(skin, strengths);
    for (id, _) in &regions {
        for &sample in skin.region(id) {
            paint.leave_out(sample);
        }
    }
    PaintedPain {
        name,
        regions,
        places: paint.places(),
    }
}

/// What is kept, on a skin: the strength of each sample, and the first region that this body does not have.
#[must_use]
pub fn restore<'a>(skin: &PaintSkin, pain: &'a PaintedPain) -> (Vec<u8>, Option<&'a RegionId>) {
    let kept = Kept::of(&pain.places);
    let mut strengths: Vec<u8> = match pain.places.is_empty() {
        true => vec![0; skin.len()],
        false => skin
            .places_mm
            .iter()
            .map(|place| kept.strength(*place))
            .collect(),
    };
    // A skin that says nothing of its samples' places has still its regions.
    strengths.resize(skin.len(), 0);
    let mut unknown = None;
    for (id, strength) in &pain.regions {
        let held = skin.region(id);
        if held.is_empty() {
            unknown.get_or_insert(id);
        }
        for &sample in held {
            if let Some(value) = strengths.get_mut(sample as usize) {
                *value = *strength;
            }
        }
    }
    (strengths, unknown)
}

/// Places by where they are, with their strengths.
struct Kept {
    grid: PointGrid,
    /// By the numbers of the grid's points.
    places: Vec<(PlaceCell, u8)>,
    /// The numbers by the cells.
    in_cell: BTreeMap<PlaceCell, u32>,
}

impl Kept {
    fn of(places: &PaintedPlaces) -> Self {
        let mut kept = Self {
            grid: PointGrid::new(PAINTED_WITHIN_MM),
            places: Vec::new(),
            in_cell: BTreeMap::new(),
        };
        for (cell, strength) in places.iter() {
            kept.add(cell, strength);
        }
        kept
    }

    fn add(&mut self, cell: PlaceCell, strength: u8) {
        let number = self.places.len() as u32;
        self.grid.add(number, Vec3::from(cell.middle_mm()));
        self.places.push((cell, strength));
        self.in_cell.insert(cell, number);
    }

    /// The place in the same cell, else the nearest one: its strength and how far it is. Of two equally near ones it
    /// is the one with the lower cell, in whatever order they came.
    fn nearest(&self, place_mm: Vec3) -> Option<(u8, f32)> {
        let held = |number: u32| self.places[number as usize];
        let cell = PlaceCell::at(place_mm.to_array())?;
        if let Some(number) = self.in_cell.get(&cell) {
            return Some((held(*number).1, 0.0));
        }
        let (number, far) = self
            .grid
            .within(place_mm, PAINTED_WITHIN_MM)
            .min_by(|a, b| {
                let cells = held(a.0).0.cmp(&held(b.0).0);
                a.1.total_cmp(&b.1).then(cells)
            })?;
        Some((held(number).1, far))
    }

    fn strength(&self, place_mm: Vec3) -> u8 {
        self.nearest(place_mm).map_or(0, |(strength, _)| strength)
    }
}

/// Paint that is being kept.
struct Paint<'a> {
    skin: &'a PaintSkin,
    /// Strength of each sample.
    strengths: Vec<u8>,
    /// Samples that are kept otherwise, and about which the places may say anything.
    free: Vec<bool>,
    /// The places kept so far, and for which samples there is one.
    kept: Kept,
    is_kept: Vec<bool>,
}

impl<'a> Paint<'a> {
    fn new(skin: &'a PaintSkin, strengths: &[u8]) -> Self {
        let count = skin.places_mm.len();
        let mut strengths = strengths.to_vec();
        strengths.resize(count, 0);
        Self {
            skin,
            strengths,
            free: vec![false; count],
            kept: Kept::of(&PaintedPlaces::default()),
            is_kept: vec![false; count],
        }
    }

    fn leave_out(&mut self, sample: u32) {
        if let Some(free) = self.free.get_mut(sample as usize) {
            *free = true;
            self.strengths[sample as usize] = 0;
        }
    }

    fn places(mut self) -> PaintedPlaces {
        let painted: Vec<u32> = (0u32..)
            .zip(&self.strengths)
            .filter_map(|(sample, strength)| (*strength > 0).then_some(sample))
            .collect();
        if painted.is_empty() {
            return PaintedPlaces::default();
        }
        for &sample in &painted {
            self.keep_edge(sample);
        }
        let near = self.near(&painted);
        // What is kept later may be nearer to a sample that was found right before: it is looked at again.
        while near.iter().filter(|sample| self.mend(**sample)).count() > 0 {}
        self.kept.places.into_iter().collect()
    }

    /// Keeps a painted sample and its neighbours where they differ.
    fn keep_edge(&mut self, sample: u32) {
        let strength = self.strengths[sample as usize];
        let skin = self.skin;
        let around = skin.grid.within(skin.places_mm[sample as usize], EDGE_MM);
        let mut at_edge = false;
        for (other, _) in around {
            if self.strengths[other as usize] != strength && !self.free[other as usize] {
                at_edge = true;
                self.keep(other);
            }
        }
        if at_edge {
            self.keep(sample);
        }
    }

    fn keep(&mut self, sample: u32) {
        let at = sample as usize;
        if self.is_kept[at] {
            return;
        }
        self.is_kept[at] = true;
        if let Some(cell) = PlaceCell::at(self.skin.places_mm[at].to_array()) {
            self.kept.add(cell, self.strengths[at]);
        }
    }

    /// The painted samples and all within reach of them, but those that are left out.
    fn near(&self, painted: &[u32]) -> Vec<u32> {
        let mut is_near = vec![false; self.strengths.len()];
        for &sample in painted {
            let place = self.skin.places_mm[sample as usize];
            for (other, _) in self.skin.grid.within(place, REACH_MM) {
                is_near[other as usize] = !self.free[other as usize];
            }
        }
        let numbered = (0u32..).zip(is_near);
        numbered
            .filter_map(|(sample, near)| near.then_some(sample))
            .collect()
    }

    /// Keeps a sample that the places kept so far would not paint as it is; true where that was so.
    fn mend(&mut self, sample: u32) -> bool {
        let at = sample as usize;
        if self.is_kept[at] {
            return false;
        }
        let strength = self.strengths[at];
        let nearest = self.kept.nearest(self.skin.places_mm[at]);
        let right = match strength {
            0 => nearest.is_none_or(|(kept, _)| kept == 0),
            _ => nearest.is_some_and(|(kept, far)| kept == strength && far <= INSIDE_MM),
        };
        if !right {
            self.keep(sample);
        }
        !right
    }
}

#[cfg(test)]
mod tests;
