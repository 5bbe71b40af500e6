//! Between the body and the screen: projection and rays of the orbiting camera, without Bevy's camera,
//! so that markers, picking and tests agree to the pixel.

use super::orbit::{FIELD_OF_VIEW, Orbit};
use crate::app::on_screen::Viewport;
use bevy::math::{Vec2, Vec3};

/// A camera and the part of the window it fills.
#[derive(Clone, Copy, Debug)]
pub struct Lens {
    /// Where the camera is.
    pub orbit: Orbit,
    /// Left upper corner and size in logical pixels.
    min: Vec2,
    size: Vec2,
}

impl Lens {
    /// The lens of an orbit in a viewport.
    pub fn new(orbit: Orbit, viewport: &Viewport) -> Self {
        Self {
            orbit,
            min: Vec2::from_array(viewport.min),
            size: Vec2::from_array(viewport.size()),
        }
    }

    /// Where a place in the body lies in the window, in logical pixels; none behind the eye.
    pub fn on_screen(&self, at_mm: Vec3) -> Option<Vec2> {
        let seen = self.orbit.rotation().inverse() * (at_mm - self.orbit.eye_mm());
        let ahead = -seen.z;
        if ahead < 1.0 {
            return None;
        }
        let half_height = ahead * (FIELD_OF_VIEW / 2.0).tan();
        let pixels = self.size.y / 2.0 / half_height;
        Some(self.min + self.size / 2.0 + Vec2::new(seen.x, -seen.y) * pixels)
    }

    /// Logical pixels a millimetre at a place.
    pub fn pixels_per_mm(&self, at_mm: Vec3) -> f32 {
        let ahead = (self.orbit.eye_mm() - at_mm)
            .dot(self.orbit.direction())
            .max(1.0);
        self.size.y / 2.0 / (ahead * (FIELD_OF_VIEW / 2.0).tan())
    }

    /// The ray from the eye through a place in the window: origin in mm and unit direction.
    pub fn ray(&self, at: Vec2) -> (Vec3, Vec3) {
        let from_middle = (at - self.min - self.size / 2.0) / (self.size.y / 2.0);
        let reach = (FIELD_OF_VIEW / 2.0).tan();
        let direction = Vec3::new(from_middle.x * reach, -from_middle.y * reach, -1.0);
        (
            self.orbit.eye_mm(),
            (self.orbit.rotation() * direction).normalize(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::link::ViewPreset;

    #[test]
    fn a_ray_through_a_projected_place_meets_it() {
        let viewport = Viewport {
            min: [280.0, 44.0],
            max: [920.0, 720.0],
            ..Viewport::default()
        };
        for preset in [ViewPreset::Back, ViewPreset::Neck, ViewPreset::Left] {
            let lens = Lens::new(Orbit::preset(preset, 640.0 / 676.0), &viewport);
            let at_mm = Vec3::new(63.0, 1493.0, -41.0);
            let on_screen = lens.on_screen(at_mm).map(|at| lens.ray(at));
            let Some((origin, direction)) = on_screen else {
                panic!("the place is in front of the camera");
            };
            let along = (at_mm - origin).dot(direction);
            assert!((origin + direction * along).distance(at_mm) < 0.2);
        }
    }

    #[test]
    fn the_focus_is_in_the_middle() {
        let viewport = Viewport {
            min: [0.0, 0.0],
            max: [800.0, 600.0],
            ..Viewport::default()
        };
        let orbit = Orbit::preset(ViewPreset::Back, 800.0 / 600.0);
        let at = Lens::new(orbit, &viewport).on_screen(orbit.focus_mm);
        assert!(at.is_some_and(|at| at.distance(Vec2::new(400.0, 300.0)) < 0.01));
    }
}
