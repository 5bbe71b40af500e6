//! Where the camera stands: an orbit about a focus, as plain numbers with its own tests.
//! Angles in radians, lengths in millimetres of the body frame.

use crate::{
    app::camera_step::CameraStep,
    model::{link::ViewPreset, pose::CameraPose},
};
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
/// So much of the height of what is seen may lie between the middle of the picture and the nearest of the body:
/// a picture half as wide as high still shows it.
const FARTHEST_BESIDE: f32 = 0.18;
/// Height and width that the whole body takes, soles to crown and hand to hand with ground around it, and its middle.
const WHOLE_MM: (f32, f32) = (1_960.0, 900.0);
const WHOLE_MIDDLE_MM: Vec3 = Vec3::new(0.0, 870.0, 30.0);
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

    /// The orbit of a preset in a viewport of this aspect: the four sides from the hips to the whole of the head.
    pub fn preset(preset: ViewPreset, aspect: f32) -> Self {
        let (y, z, yaw, height, width) = match preset {
            ViewPreset::Back => (1275.0, 40.0, PI, 1090.0, 760.0),
            ViewPreset::Front => (1275.0, 40.0, 0.0, 1090.0, 760.0),
            ViewPreset::Left => (1275.0, 60.0, FRAC_PI_2, 1090.0, 420.0),
            ViewPreset::Right => (1275.0, 60.0, -FRAC_PI_2, 1090.0, 420.0),
            ViewPreset::Neck => (1540.0, 40.0, PI, 390.0, 380.0),
            ViewPreset::ShoulderBlades => (1380.0, 20.0, PI, 440.0, 470.0),
            ViewPreset::LowBack => (1080.0, 40.0, PI, 420.0, 380.0),
            ViewPreset::Hips => (930.0, 40.0, PI, 470.0, 430.0),
        };
        Self::showing(Vec3::new(0.0, y, z), yaw, 0.0, height, width, aspect)
    }

    /// The orbit that shows the whole body from the straight side nearest to this one.
    pub fn whole(&self, aspect: f32) -> Self {
        let yaw = (self.yaw / FRAC_PI_2).round() * FRAC_PI_2;
        let (height_mm, width_mm) = WHOLE_MM;
        Self::showing(WHOLE_MIDDLE_MM, yaw, 0.0, height_mm, width_mm, aspect)
    }

    /// The same moved across the picture as little as leaves some of the body in view; `body_mm` are places all over
    /// it.
    pub fn with_in_view(mut self, body_mm: &[Vec3]) -> Self {
        let (rotation, eye_mm) = (self.rotation(), self.eye_mm());
        // Across the picture and away from the eye.
        let seen = body_mm.iter().filter_map(|at_mm| {
            let lies_mm = rotation.inverse() * (*at_mm - eye_mm);
            (lies_mm.z < -1.0).then_some((lies_mm.truncate(), -lies_mm.z))
        });
        let nearest = seen.min_by(|a, b| {
            let beside = |(across_mm, ahead_mm): &(Vec2, f32)| across_mm.length() / ahead_mm;
            beside(a).total_cmp(&beside(b))
        });
        if let Some((across_mm, ahead_mm)) = nearest {
            let height_mm = 2.0 * ahead_mm * (FIELD_OF_VIEW / 2.0).tan();
            let allowed_mm = FARTHEST_BESIDE * height_mm;
            if across_mm.length() > allowed_mm {
                let too_far_mm = across_mm - across_mm.normalize_or_zero() * allowed_mm;
                self.focus_mm += rotation * too_far_mm.extend(0.0);
            }
        }
        self
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

    /// A step away, as a drag or the wheel would go.
    pub fn stepped(self, step: &CameraStep) -> Self {
        match *step {
            CameraStep::Turn([right, up]) => self.turned(Vec2::new(right, -up) / 180.0),
            CameraStep::Pan([right, up]) => self.panned(Vec2::new(right, -up)),
            CameraStep::Zoom(factor) => self.zoomed(1.0 / factor, Vec2::ZERO),
        }
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

    /// Above the highest landmark, `skull.vertex`, by the thickness of the scalp.
    const CROWN_MM: Vec3 = Vec3::new(1.2, 1_785.0, 84.3);

    #[test]
    fn the_sides_show_the_whole_head_in_every_window() {
        for preset in [
            ViewPreset::Back,
            ViewPreset::Front,
            ViewPreset::Left,
            ViewPreset::Right,
        ] {
            for aspect in [0.5, 0.6, 0.9, 1.1, 1.6, 2.2] {
                let orbit = Orbit::preset(preset, aspect);
                let at = orbit.rotation().inverse() * (CROWN_MM - orbit.eye_mm());
                let half_height = -at.z * (FIELD_OF_VIEW / 2.0).tan();
                // With a finger's breadth of ground over it.
                assert!(at.y < half_height * 0.98, "{preset:?} at {aspect}: {at}");
            }
        }
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
    fn whatever_is_done_some_of_the_body_stays_in_view() {
        // A stick figure: trunk, arms and legs.
        let trunk = (0..=8).map(|step| Vec3::new(0.0, 900.0 + 100.0 * step as f32, 0.0));
        let limbs = (0..=8).flat_map(|step| {
            let y = 100.0 * step as f32;
            [
                Vec3::new(90.0, y, 0.0),
                Vec3::new(-90.0, y, 0.0),
                Vec3::new(300.0, 700.0 + y, 0.0),
                Vec3::new(-300.0, 700.0 + y, 0.0),
            ]
        });
        let body: Vec<Vec3> = trunk.chain(limbs).collect();
        let mut orbit = Orbit::preset(ViewPreset::Back, 1.0);
        for step in 0..600 {
            let turn = step as f32 * 0.7;
            orbit = match step % 3 {
                0 => orbit.panned(Vec2::new(turn.sin() * 2.0, turn.cos() * 2.0)),
                1 => orbit.zoomed(
                    if step % 2 == 0 { 0.6 } else { 1.3 },
                    Vec2::new(turn.cos() * 0.5, turn.sin() * 0.5),
                ),
                _ => orbit.turned(Vec2::new(turn.sin() * 0.3, turn.cos() * 0.2)),
            };
            orbit = orbit.with_in_view(&body);
            let seen = body.iter().any(|at_mm| {
                let at = orbit.rotation().inverse() * (*at_mm - orbit.eye_mm());
                let half_height = -at.z * (FIELD_OF_VIEW / 2.0).tan();
                // In a picture half as wide as high.
                at.z < 0.0 && at.y.abs() < half_height && at.x.abs() < half_height * 0.5
            });
            assert!(seen, "step {step}: {orbit:?}");
        }
        let at_rest = Orbit::preset(ViewPreset::Back, 1.0);
        assert_eq!(at_rest.with_in_view(&body), at_rest);
        assert_eq!(at_rest.with_in_view(&[]), at_rest);
    }

    #[test]
    fn the_whole_body_is_seen_from_the_nearest_straight_side() {
        let askew = Orbit::preset(ViewPreset::Left, 1.0).turned(Vec2::new(0.2, 0.3));
        for aspect in [0.45, 1.0, 1.7] {
            let whole = askew.whole(aspect);
            assert_eq!(whole.pitch, 0.0);
            assert!((whole.yaw - FRAC_PI_2).abs() < 1e-4, "{}", whole.yaw);
            for y in [-20.0, CROWN_MM.y] {
                let at = whole.rotation().inverse() * (Vec3::new(0.0, y, 120.0) - whole.eye_mm());
                let half_height = -at.z * (FIELD_OF_VIEW / 2.0).tan();
                assert!(at.y.abs() < half_height, "{y} at {aspect}");
            }
        }
    }

    #[test]
    fn a_step_turns_moves_and_grows_the_body_as_its_arrow_says() {
        let start = Orbit::preset(ViewPreset::Front, 1.0);
        let nose = Vec3::new(0.0, 1250.0, 140.0);
        let x = |orbit: &Orbit| on_screen_x(orbit, nose);
        let right = start.stepped(&CameraStep::Turn([15.0, 0.0]));
        assert!(x(&right) > x(&start));
        assert!((right.yaw - start.yaw).abs().to_degrees() - 15.0 < 0.01);
        let up = start.stepped(&CameraStep::Turn([0.0, 15.0]));
        assert!(up.pitch < start.pitch, "it is looked at from below");
        let moved = start.stepped(&CameraStep::Pan([0.1, 0.2]));
        let left = start.height_mm() * 0.1;
        assert!((x(&moved) - x(&start) - left).abs() < 0.5);
        assert!(moved.focus_mm.y < start.focus_mm.y);
        let near = start.stepped(&CameraStep::Zoom(1.25));
        assert!((start.height_mm() / near.height_mm() - 1.25).abs() < 1e-3);
        assert_eq!(near.focus_mm, start.focus_mm);
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
