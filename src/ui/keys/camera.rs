//! What the keys do with the camera: presets by digits, steps by arrows and by plus and minus.

use crate::{app::commands::AppCommand, model::link::ViewPreset};
use egui::{Key, Modifiers};

/// A press of an arrow turns the body by so much, in degrees.
const TURN_DEGREES: f32 = 15.0;
/// Or moves it by this share of the picture's height.
const PAN_SHARE: f32 = 0.08;
/// A press of plus makes it so much larger.
const ZOOM_FACTOR: f32 = 1.25;

/// What a key asks of the camera, if anything.
pub(super) fn command(key: Key, modifiers: Modifiers) -> Option<AppCommand> {
    if modifiers.alt || modifiers.command {
        return None;
    }
    Some(match key {
        Key::Plus | Key::Equals => AppCommand::Zoom(ZOOM_FACTOR),
        Key::Minus => AppCommand::Zoom(1.0 / ZOOM_FACTOR),
        _ => match (direction_of(key), preset_of(key)) {
            // As a drag: the body follows the arrow.
            (Some(by), _) if modifiers.shift => AppCommand::Pan(by.map(|step| step * PAN_SHARE)),
            (Some(by), _) => AppCommand::Turn(by.map(|step| step * TURN_DEGREES)),
            (None, Some(preset)) => AppCommand::Look(preset),
            (None, None) => return None,
        },
    })
}

/// Where an arrow points: to the right, and upwards.
fn direction_of(key: Key) -> Option<[f32; 2]> {
    Some(match key {
        Key::ArrowLeft => [-1.0, 0.0],
        Key::ArrowRight => [1.0, 0.0],
        Key::ArrowUp => [0.0, 1.0],
        Key::ArrowDown => [0.0, -1.0],
        _ => return None,
    })
}

/// The preset that a key turns to.
fn preset_of(key: Key) -> Option<ViewPreset> {
    Some(match key {
        Key::Num1 => ViewPreset::Back,
        Key::Num2 => ViewPreset::Front,
        Key::Num3 => ViewPreset::Left,
        Key::Num4 => ViewPreset::Right,
        Key::Num5 => ViewPreset::Neck,
        Key::Num6 => ViewPreset::ShoulderBlades,
        Key::Num7 => ViewPreset::LowBack,
        Key::Num8 => ViewPreset::Hips,
        _ => return None,
    })
}
