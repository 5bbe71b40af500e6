//! The reference as bones are measured on it and compared with it.

use super::solid::Solid;

/// x of the middle of the reference's trunk, millimetres: the body that was scanned is not even.
pub const MIDLINE_MM: f32 = -1.5;

/// What a bone is compared with: the reference has the skull's paired bones on the left only, so the mirror image is
/// added there.
pub fn whole_of(bone: &str, mut solid: Solid) -> Solid {
    if bone == "skull" {
        let mirrored = solid.mirrored_about(MIDLINE_MM);
        solid.append(&mirrored);
    }
    solid
}
