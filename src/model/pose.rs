//! Where the camera stands, as a link tells it: plain numbers that read back as they were written.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Farthest that what is looked at may lie from the body's origin along an axis, millimetres.
const FARTHEST_MM: f32 = 5_000.0;
/// Most of the body's frame that is seen across the shorter side of the picture, millimetres.
const WIDEST_MM: f32 = 20_000.0;

/// A place of the camera that belongs to no preset.
///
/// It tells how much is seen across the shorter side of the picture, not how far away the eye is: on a
/// picture of another shape what was in its middle is then still whole.
///
/// Written `YAW,PITCH,X,Y,Z,ACROSS`, to a tenth of a degree or of a millimetre.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
pub struct CameraPose {
    /// Turn about the vertical in degrees: 0 from the front, 90 from the subject's left.
    pub yaw_deg: f32,
    /// Lift above the horizon in degrees.
    pub pitch_deg: f32,
    /// What is looked at, in the body frame.
    pub focus_mm: [f32; 3],
    /// What is seen across the shorter side of the picture.
    pub across_mm: f32,
}

impl CameraPose {
    /// A pose to a tenth, as it is written.
    #[must_use]
    pub fn new(yaw_deg: f32, pitch_deg: f32, focus_mm: [f32; 3], across_mm: f32) -> Self {
        // Adding zero makes the negative one positive: it would be written otherwise.
        let tenth = |value: f32| (value * 10.0).round() / 10.0 + 0.0;
        Self {
            yaw_deg: tenth(yaw_deg),
            pitch_deg: tenth(pitch_deg),
            focus_mm: focus_mm.map(tenth),
            across_mm: tenth(across_mm),
        }
    }
}

impl fmt::Display for CameraPose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [x, y, z] = self.focus_mm;
        let (yaw, pitch, across) = (self.yaw_deg, self.pitch_deg, self.across_mm);
        write!(f, "{yaw},{pitch},{x},{y},{z},{across}")
    }
}

/// Why a text is no place of the camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PoseError {
    /// Not six numbers.
    #[error(
        "it is six numbers, turn,lift,x,y,z,across, e.g. {}",
        PoseError::EXAMPLE
    )]
    Numbers,
    /// Turned or lifted too far.
    #[error("the turn is from -360 to 360 degrees and the lift from -90 to 90")]
    Angles,
    /// Too far away, or too much or nothing seen.
    #[error(
        "the place is within {FARTHEST_MM} mm and what is seen across from 1 to {WIDEST_MM} mm"
    )]
    Place,
}

impl PoseError {
    /// A text that is a place.
    pub const EXAMPLE: &str = "180,0,0,1250,40,1010";
}

impl FromStr for CameraPose {
    type Err = PoseError;

    fn from_str(text: &str) -> Result<Self, PoseError> {
        let numbers: Option<Vec<f32>> = text.split(',').map(|part| part.parse().ok()).collect();
        let Some([yaw, pitch, x, y, z, across]) =
            numbers.and_then(|numbers| <[f32; 6]>::try_from(numbers).ok())
        else {
            return Err(PoseError::Numbers);
        };
        let reachable = |value: f32| value.abs() <= FARTHEST_MM;
        if !(-360.0..=360.0).contains(&yaw) || !(-90.0..=90.0).contains(&pitch) {
            return Err(PoseError::Angles);
        }
        if ![x, y, z].into_iter().all(reachable) || !(1.0..=WIDEST_MM).contains(&across) {
            return Err(PoseError::Place);
        }
        Ok(Self::new(yaw, pitch, [x, y, z], across))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_pose_is_refused_with_a_reason() {
        for text in [
            "",
            "1",
            "1,2,3,4,5",
            "1,2,3,4,5,6,7",
            "NaN,0,0,0,0,100",
            "inf,0,0,0,0,100",
            "0,91,0,0,0,100",
            "0,0,1e9,0,0,100",
            "0,0,0,NaN,0,100",
            "0,0,0,0,0,0",
            "0,0,0,0,0,-5",
            "a,b,c,d,e,f",
        ] {
            let said = text.parse::<CameraPose>();
            assert!(
                said.as_ref().is_err_and(|why| why.to_string().len() > 20),
                "{text}: {said:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_pose_reads_back_as_it_was_written(
            yaw in -180.0_f32..=180.0,
            pitch in -90.0_f32..=90.0,
            focus in prop::array::uniform3(-2_000.0_f32..2_000.0),
            across in 1.0_f32..9_000.0,
        ) {
            let pose = CameraPose::new(yaw, pitch, focus, across);
            prop_assert_eq!(pose.to_string().parse(), Ok(pose));
            prop_assert!((pose.across_mm - across).abs() < 0.06);
        }
    }
}
