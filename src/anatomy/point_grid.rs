//! Points in space, found by place: which lie within a reach, and which is the nearest.
//!
//! For sets of points that grow and are asked often; surfaces have [`super::ray_index`].

use glam::Vec3;
use std::collections::HashMap;

/// Points sorted into cubes as wide as the reach, so that whoever asks looks into 27 of them only.
#[derive(Clone, Debug, Default)]
pub struct PointGrid {
    reach_mm: f32,
    cubes: HashMap<[i32; 3], Vec<(u32, Vec3)>>,
}

impl PointGrid {
    /// An empty grid for questions within a reach in millimetres.
    #[must_use]
    pub fn new(reach_mm: f32) -> Self {
        Self {
            reach_mm: reach_mm.max(1.0),
            cubes: HashMap::new(),
        }
    }

    /// A grid of points by their numbers.
    #[must_use]
    pub fn of(points_mm: impl IntoIterator<Item = Vec3>, reach_mm: f32) -> Self {
        let mut grid = Self::new(reach_mm);
        for (number, point_mm) in (0u32..).zip(points_mm) {
            grid.add(number, point_mm);
        }
        grid
    }

    /// Adds a point with a number of the caller's. One that is not finite is nowhere and never found.
    pub fn add(&mut self, number: u32, point_mm: Vec3) {
        if point_mm.is_finite() {
            let cube = self.cube(point_mm);
            self.cubes.entry(cube).or_default().push((number, point_mm));
        }
    }

    fn cube(&self, point_mm: Vec3) -> [i32; 3] {
        // What is too far away for an i32 gets its largest value: still found only from there.
        (point_mm / self.reach_mm)
            .floor()
            .to_array()
            .map(|x| x as i32)
    }

    /// All points that may lie within the reach of a place, and some that do not.
    pub fn around(&self, place_mm: Vec3) -> impl Iterator<Item = (u32, Vec3)> + '_ {
        let [x, y, z] = self.cube(place_mm);
        let near = |middle: i32| middle.saturating_sub(1)..=middle.saturating_add(1);
        let cubes =
            near(x).flat_map(move |x| near(y).flat_map(move |y| near(z).map(move |z| [x, y, z])));
        cubes
            .filter_map(|cube| self.cubes.get(&cube))
            .flatten()
            .copied()
    }

    /// The points within a distance of a place, each with its distance in millimetres. Farther than the grid's
    /// reach nothing is found.
    pub fn within(
        &self,
        place_mm: Vec3,
        distance_mm: f32,
    ) -> impl Iterator<Item = (u32, f32)> + '_ {
        let most_mm = distance_mm.min(self.reach_mm);
        self.around(place_mm)
            .map(move |(number, point_mm)| (number, point_mm.distance(place_mm)))
            .filter(move |(_, far)| *far <= most_mm)
    }

    /// The point nearest to a place within the grid's reach, with its distance in millimetres; of two that are
    /// equally near the one with the lower number.
    #[must_use]
    pub fn nearest(&self, place_mm: Vec3) -> Option<(u32, f32)> {
        self.within(place_mm, self.reach_mm)
            .min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_it_finds_is_what_looking_through_all_finds(
            points in prop::collection::vec(prop::array::uniform3(-100.0f32..100.0), 0..80),
            place in prop::array::uniform3(-120.0f32..120.0),
            reach in 2.0f32..60.0,
        ) {
            let place = Vec3::from(place);
            let points: Vec<Vec3> = points.into_iter().map(Vec3::from).collect();
            let grid = PointGrid::of(points.iter().copied(), reach);
            let all = || (0u32..).zip(points.iter().map(|point| point.distance(place)));
            let mut within: Vec<_> = grid.within(place, reach / 2.0).collect();
            within.sort_by_key(|(number, _)| *number);
            let wanted: Vec<_> = all().filter(|(_, far)| *far <= reach / 2.0).collect();
            prop_assert_eq!(within, wanted);
            let nearest = all()
                .filter(|(_, far)| *far <= reach)
                .min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
            prop_assert_eq!(grid.nearest(place), nearest);
        }
    }

    #[test]
    fn what_is_no_place_is_not_found_and_finds_nothing() {
        let mut grid = PointGrid::of([Vec3::ZERO, Vec3::NAN], 10.0);
        grid.add(7, Vec3::splat(f32::INFINITY));
        assert_eq!(grid.nearest(Vec3::ONE).map(|found| found.0), Some(0));
        assert_eq!(grid.nearest(Vec3::NAN), None);
        assert_eq!(grid.nearest(Vec3::splat(f32::INFINITY)), None);
        assert_eq!(grid.nearest(Vec3::splat(1e30)), None);
    }
}
