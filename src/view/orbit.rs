//! Where the camera stands: an orbit about a focus, as plain numbers with its own tests.
//! Angles in radians, lengths in millimetres of the body frame.

use crate::model::{link::ViewPreset, pose::CameraPose};
use bevy::math::{Quat, Vec2, Vec3};
use std::f32::consts::{FRAC_PI_2, PI};

/// Vertical angle of view: a long lens, as plates are drawn nearly without perspective.
pub const FIELD_OF_VIEW: f32 = 0.32;
/// Never closer to the focus than this, so that the camera stays outside the body.
const NEAREST_MM: f32 = 420.0;
/// Never farther.
const FARTHEST_MM: f32 = 9_000.0;
/// Steepest look from above or below.
const STEEPEST: f32 = FRAC_PI_2 - 0.06;
/// The focus stays in the body: half extents about its middle.
const FOCUS_REACH_MM: Vec3 = Vec3::new(450.0, 950.0, 250.0);
/// Middle of the body.
const BODY_MIDDLE_MM: Vec3 = Vec3::new(0.0, 850.0, 30.0);

/// An orbit: what is looked at, from which direction and how far away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Orbit {
    /// What is looked at.
    pub focus_mm: Vec3,
    /// Turn about the vertical: 0 from the front, a quarter turn from the subject's left.
    pub yaw: f32,
    /// Lift above the horizon.
    pub pitch: f32,
    /// From the focus to the eye.
    pub distance_mm: f32,
}

impl Orbit {
    /// An orbit that shows `height_mm` and `width_mm` about a focus in a viewport of this aspect (width by height).
    pub fn showing(
        focus_mm: Vec3,
        yaw: f32,
        pitch: f32,
        height_mm: f32,
        width_mm: f32,
        aspect: f32,
    ) -> Self {
        let height_mm = height_mm.max(width_mm / aspect.max(0.2));
        Self {
            focus_mm,
            yaw,
            pitch,
            distance_mm: height_mm / (2.0 * (FIELD_OF_VIEW / 2.0).tan()),
        }
        .bounded()
    }

    /// The orbit of a preset in a viewport of this aspect. Heights and centres are those of the
    /// reference's views, so that pictures can be laid side by side.
    pub fn preset(preset: ViewPreset, aspect: f32) -> Self {
        let (y, z, yaw, height, width) = match preset {
            ViewPreset::Back => (1250.0, 40.0, PI, 1010.0, 760.0),
            ViewPreset::Front => (1250.0, 40.0, 0.0, 1010.0, 760.0),
            ViewPreset::Left => (1250.0, 60.0, FRAC_PI_2, 1010.0, 420.0),
            ViewPreset::Right => (1250.0, 60.0, -FRAC_PI_2, 1010.0, 420.0),
            ViewPreset::Neck => (1540.0, 40.0, PI, 390.0, 380.0),
            ViewPreset::ShoulderBlades => (1380.0, 20.0, PI, 440.0, 470.0),
            ViewPreset::LowBack => (1080.0, 40.0, PI, 420.0, 380.0),
            ViewPreset::Hips => (930.0, 40.0, PI, 470.0, 430.0),
        };
        Self::showing(Vec3::new(0.0, y, z), yaw, 0.0, height, width, aspect)
    }

    /// The orbit of a link's pose in a viewport of this aspect.
    pub fn posed(pose: &CameraPose, aspect: f32) -> Self {
        let across = pose.across_mm;
        let focus_mm = Vec3::from_array(pose.focus_mm);
        let (yaw, pitch) = (pose.yaw_deg.to_radians(), pose.pitch_deg.to_radians());
        Self::showing(focus_mm, yaw, pitch, across, across, aspect)
    }

    /// The pose that a link tells of this orbit in a viewport of this aspect.
    pub fn pose(&self, aspect: f32) -> CameraPose {
        CameraPose::new(
            self.yaw.to_degrees(),
            self.pitch.to_degrees(),
            self.focus_mm.to_array(),
            self.height_mm() * aspect.clamp(0.2, 1.0),
        )
    }

    /// From the focus towards the eye, of unit length.
    pub fn direction(&self) -> Vec3 {
        Vec3::new(
            self.yaw.sin() * self.pitch.cos(),
            self.pitch.sin(),
            self.yaw.cos() * self.pitch.cos(),
        )
    }

    /// The eye.
    pub fn eye_mm(&self) -> Vec3 {
        self.focus_mm + self.direction() * self.distance_mm
    }

    /// How the camera is turned; it looks along its own -z.
    pub fn rotation(&self) -> Quat {
        Quat::from_rotation_y(self.yaw) * Quat::from_rotation_x(-self.pitch)
    }

    /// Height of what is seen at the focus.
    pub fn height_mm(&self) -> f32 {
        2.0 * self.distance_mm * (FIELD_OF_VIEW / 2.0).tan()
    }

    /// Turned by a drag of the pointer, given as shares of the viewport's height.
    pub fn turned(mut self, drag: Vec2) -> Self {
        self.yaw -= drag.x * PI;
        self.pitch += drag.y * PI;
        self.bounded()
    }

    /// Moved sideways with the pointer, given as shares of the viewport's height (y down).
    pub fn panned(mut self, drag: Vec2) -> Self {
        let rotation = self.rotation();
        let step = self.height_mm();
        self.focus_mm += rotation * Vec3::new(-drag.x * step, drag.y * step, 0.0);
        self.bounded()
    }

    /// Nearer by a factor below 1, farther above 1, so that what lies under the pointer stays there.
    /// `pointer` is from the middle of the viewport, in shares of its height, y down.
    pub fn zoomed(self, factor: f32, pointer: Vec2) -> Self {
        let mut new = self;
        new.distance_mm = (self.distance_mm * factor).clamp(NEAREST_MM, FARTHEST_MM);
        let real = new.distance_mm / self.distance_mm;
        let under = self.focus_mm
            + self.rotation() * (Vec3::new(pointer.x, -pointer.y, 0.0) * self.height_mm());
        new.focus_mm = under + (self.focus_mm - under) * real;
        new.bounded()
    }

    /// Between two orbits, the shorter way round.
    pub fn towards(&self, goal: &Self, share: f32) -> Self {
        let turn = (goal.yaw - self.yaw + PI).rem_euclid(2.0 * PI) - PI;
        Self {
            focus_mm: self.focus_mm.lerp(goal.focus_mm, share),
            yaw: self.yaw + turn * share,
            pitch: self.pitch + (goal.pitch - self.pitch) * share,
            // Even steps of zoom, not of distance, look even.
            distance_mm: self.distance_mm * (goal.distance_mm / self.distance_mm).powf(share),
        }
    }

    /// Kept where the body is in view and the eye outside it.
    fn bounded(mut self) -> Self {
        self.pitch = self.pitch.clamp(-STEEPEST, STEEPEST);
        self.yaw = (self.yaw + PI).rem_euclid(2.0 * PI) - PI;
        self.distance_mm = self.distance_mm.clamp(NEAREST_MM, FARTHEST_MM);
        let away = (self.focus_mm - BODY_MIDDLE_MM).clamp(-FOCUS_REACH_MM, FOCUS_REACH_MM);
        self.focus_mm = BODY_MIDDLE_MM + away;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on_screen_x(orbit: &Orbit, at_mm: Vec3) -> f32 {
        (orbit.rotation().inverse() * (at_mm - orbit.eye_mm())).x
    }

    #[test]
    fn left_is_left_from_behind_and_right_from_the_front() {
        let left_shoulder = Vec3::new(180.0, 1450.0, 20.0);
        assert!(on_screen_x(&Orbit::preset(ViewPreset::Back, 1.0), left_shoulder) < 0.0);
        assert!(on_screen_x(&Orbit::preset(ViewPreset::Front, 1.0), left_shoulder) > 0.0);
    }

    #[test]
    fn the_left_preset_stands_on_the_left() {
        assert!(Orbit::preset(ViewPreset::Left, 1.0).eye_mm().x > 1_000.0);
        assert!(Orbit::preset(ViewPreset::Right, 1.0).eye_mm().x < -1_000.0);
        assert!(Orbit::preset(ViewPreset::Back, 1.0).eye_mm().z < -1_000.0);
    }

    #[test]
    fn what_lies_under_the_pointer_stays_under_it() {
        let before = Orbit::preset(ViewPreset::Back, 1.0);
        let pointer = Vec2::new(0.2, -0.15);
        let after = before.zoomed(0.6, pointer);
        let place = |orbit: &Orbit| {
            orbit.focus_mm
                + orbit.rotation() * (Vec3::new(pointer.x, -pointer.y, 0.0) * orbit.height_mm())
        };
        assert!(place(&before).distance(place(&after)) < 0.5);
        assert!(after.distance_mm < before.distance_mm);
    }

    #[test]
    fn no_input_takes_the_camera_inside_or_away() {
        let mut orbit = Orbit::preset(ViewPreset::Back, 1.0);
        for _ in 0..200 {
            orbit = orbit
                .zoomed(0.5, Vec2::new(0.5, 0.5))
                .turned(Vec2::new(0.3, 0.7))
                .panned(Vec2::new(3.0, -2.0));
        }
        assert!(orbit.distance_mm >= NEAREST_MM);
        assert!(
            (orbit.focus_mm - BODY_MIDDLE_MM)
                .abs()
                .cmple(FOCUS_REACH_MM + 1.0)
                .all()
        );
        assert!(orbit.pitch.abs() <= STEEPEST);
    }

    #[test]
    fn a_pose_shows_the_same_again_and_its_middle_on_another_screen() {
        let hand = Orbit::preset(ViewPreset::Neck, 1.6)
            .turned(Vec2::new(0.31, 0.07))
            .panned(Vec2::new(0.05, -0.12))
            .zoomed(0.8, Vec2::new(0.1, 0.2));
        for aspect in [0.5, 1.0, 1.6] {
            let again = Orbit::posed(&hand.pose(aspect), aspect);
            assert!(again.eye_mm().distance(hand.eye_mm()) < 6.0, "{again:?}");
            assert!(again.focus_mm.distance(hand.focus_mm) < 0.2);
            assert!((again.height_mm() / hand.height_mm() - 1.0).abs() < 1e-3);
        }
        // Across the width of a tablet held upright is what was seen across the height of a wide screen.
        let upright = Orbit::posed(&hand.pose(1.6), 0.75);
        assert!((upright.height_mm() * 0.75 / hand.height_mm() - 1.0).abs() < 1e-3);
    }

    #[test]
    fn easing_takes_the_short_way_round() {
        let a = Orbit {
            yaw: 3.0,
            ..Orbit::preset(ViewPreset::Back, 1.0)
        };
        let b = Orbit { yaw: -3.0, ..a };
        let half = a.towards(&b, 0.5).yaw;
        assert!((half.abs() - PI).abs() < 0.01, "went through {half}");
    }
}
