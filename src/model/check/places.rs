//! Checks of places, areas and directions.

use super::{Checker, Spot};
use crate::model::{
    facts::{Area, Place, Snap},
    limits::{DEEPEST_PLACE, FURTHEST_MM, LARGEST_AREA_RADIUS_MM, MOST_LINE_PLACES},
};

/// Longest way from one place to another that a recipe needs.
const LONGEST_WAY_MM: f32 = 600.0;

impl Checker<'_> {
    pub(super) fn coordinate(&mut self, spot: &Spot<'_>, (x, y, z): (f32, f32, f32)) {
        for (i, number) in [x, y, z].into_iter().enumerate() {
            self.number(&spot.at(i), number, -FURTHEST_MM, FURTHEST_MM, " mm");
        }
    }

    /// A direction: finite and not zero.
    pub(super) fn direction(&mut self, spot: &Spot<'_>, (x, y, z): (f32, f32, f32)) {
        let length = x.hypot(y).hypot(z);
        if !(1e-3..=1e6).contains(&length) {
            self.fault(
                spot,
                format!("({x}, {y}, {z}) is not a direction"),
                "e.g. (0, 0, -1) is from behind",
            );
        }
    }

    pub(super) fn snap(&mut self, spot: &Spot<'_>, snap: Snap) {
        if let Snap::SeenFrom(direction) = snap {
            self.direction(&spot.at(0), direction);
        }
    }

    pub(super) fn line(&mut self, spot: &Spot<'_>, line: &[Place]) {
        self.line_within(spot, line, 0);
    }

    pub(super) fn place(&mut self, spot: &Spot<'_>, place: &Place) {
        self.place_within(spot, place, 0);
    }

    fn line_within(&mut self, spot: &Spot<'_>, line: &[Place], depth: usize) {
        if line.is_empty() {
            self.fault(spot, "the line has no place", "add at least one");
        } else if line.len() > MOST_LINE_PLACES {
            self.fault(
                spot,
                format!("{} places", line.len()),
                format!("at most {MOST_LINE_PLACES}"),
            );
        }
        for (i, place) in line.iter().enumerate() {
            self.place_within(&spot.at(i), place, depth);
        }
    }

    /// A place inside so many others.
    fn place_within(&mut self, spot: &Spot<'_>, place: &Place, depth: usize) {
        if depth > DEEPEST_PLACE {
            self.fault(
                spot,
                "nested too deeply",
                format!("a place is at most {DEEPEST_PLACE} deep"),
            );
            return;
        }
        let depth = depth + 1;
        match place {
            Place::At(id) => self.refers(&spot.at(0), "landmark", id),
            Place::Between(a, b, fraction) => {
                self.place_within(&spot.at(0), a, depth);
                self.place_within(&spot.at(1), b, depth);
                self.number(&spot.at(2), *fraction, -1.0, 2.0, " of the way");
            }
            Place::Offset(a, (x, y, z)) => {
                self.place_within(&spot.at(0), a, depth);
                for (i, number) in [*x, *y, *z].into_iter().enumerate() {
                    let spot = spot.at(1);
                    self.number(&spot.at(i), number, -LONGEST_WAY_MM, LONGEST_WAY_MM, " mm");
                }
            }
            Place::Toward(a, b, mm) => {
                self.place_within(&spot.at(0), a, depth);
                self.place_within(&spot.at(1), b, depth);
                self.number(&spot.at(2), *mm, -LONGEST_WAY_MM, LONGEST_WAY_MM, " mm");
            }
            Place::Mean(all) => self.line_within(&spot.at(0), all, depth),
            Place::Mirror(a) => self.place_within(&spot.at(0), a, depth),
            Place::Mix(a, b, _) => {
                self.place_within(&spot.at(0), a, depth);
                self.place_within(&spot.at(1), b, depth);
            }
        }
    }

    pub(super) fn areas(&mut self, spot: &Spot<'_>, areas: &[Area]) {
        for (i, area) in areas.iter().enumerate() {
            self.area(&spot.at(i), area);
        }
    }

    fn area(&mut self, spot: &Spot<'_>, area: &Area) {
        self.line(&spot.field("line"), &area.line);
        self.direction(&spot.field("facing"), area.facing);
        self.number(&spot.field("min_cosine"), area.min_cosine, -1.0, 1.0, "");
        self.radii(&spot.field("radius_mm"), &area.radius_mm, &area.line);
    }

    /// The radii along a line: one for all, or one for each place.
    pub(super) fn radii(&mut self, spot: &Spot<'_>, radii_mm: &[f32], line: &[Place]) {
        if radii_mm.len() != 1 && radii_mm.len() != line.len() {
            self.fault(
                spot,
                format!(
                    "there are {} radii for {} places",
                    radii_mm.len(),
                    line.len()
                ),
                "give one for all, or one for each place",
            );
        }
        for (i, radius) in radii_mm.iter().enumerate() {
            self.number(&spot.at(i), *radius, 1.0, LARGEST_AREA_RADIUS_MM, " mm");
        }
    }
}
