//! The reference as bones are measured on it and compared with it.

use super::solid::Solid;

/// What a bone is compared with: the reference has the skull's paired bones on the left only, so the mirror image is
/// added there.
pub fn whole_of(bone: &str, mut solid: Solid) -> Solid {
    if bone == "skull" {
        let mirrored = solid.mirrored();
        solid.append(&mirrored);
    }
    solid
}
