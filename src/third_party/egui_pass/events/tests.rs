//! What falls into one frame, in order: chords, clicks and the wheel.

use super::*;
use bevy::{
    input::{
        ButtonState,
        mouse::{MouseButtonInput, MouseWheel},
        touch::TouchPhase,
    },
    window::{CursorLeft, CursorMoved},
};
use egui::{Event, Modifiers};

const WINDOW: Entity = Entity::PLACEHOLDER;

fn key(logical_key: Key, key_code: KeyCode, pressed: bool) -> WindowEvent {
    let text = match &logical_key {
        Key::Character(text) if pressed => Some(text.clone()),
        _ => None,
    };
    WindowEvent::KeyboardInput(KeyboardInput {
        key_code,
        logical_key,
        state: match pressed {
            true => ButtonState::Pressed,
            false => ButtonState::Released,
        },
        text,
        repeat: false,
        window: WINDOW,
    })
}

fn control(pressed: bool) -> WindowEvent {
    key(Key::Control, KeyCode::ControlLeft, pressed)
}

fn letter(letter: &str, key_code: KeyCode, pressed: bool) -> WindowEvent {
    key(Key::Character(letter.into()), key_code, pressed)
}

fn moved(x: f32, y: f32) -> WindowEvent {
    WindowEvent::CursorMoved(CursorMoved {
        window: WINDOW,
        position: Vec2::new(x, y),
        delta: None,
    })
}

fn button(state: ButtonState) -> WindowEvent {
    WindowEvent::MouseButtonInput(MouseButtonInput {
        button: MouseButton::Left,
        state,
        window: WINDOW,
    })
}

/// What the panels are told of events that fall into one frame.
fn told(events: &[WindowEvent]) -> Vec<Event> {
    let mut reader = Reader::default();
    let mut out = Vec::new();
    for event in events {
        reader.read(event, WINDOW, 1.0, &mut || None, &mut out);
    }
    out
}

fn typed(events: &[Event]) -> String {
    let text = events.iter().filter_map(|event| match event {
        Event::Text(text) => Some(text.as_str()),
        _ => None,
    });
    text.collect()
}

fn modifiers_of(events: &[Event], wanted: egui::Key) -> Option<Modifiers> {
    events.iter().find_map(|event| match event {
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } if *key == wanted => Some(*modifiers),
        _ => None,
    })
}

#[test]
fn a_chord_within_one_frame_keeps_its_modifier_and_types_nothing() {
    let events = told(&[
        control(true),
        letter("a", KeyCode::KeyA, true),
        letter("a", KeyCode::KeyA, false),
        control(false),
        letter("b", KeyCode::KeyB, true),
    ]);
    assert_eq!(typed(&events), "b");
    assert!(modifiers_of(&events, egui::Key::A).unwrap().command);
    assert_eq!(modifiers_of(&events, egui::Key::B), Some(Modifiers::NONE));
}

#[test]
fn a_modifier_pressed_after_a_key_is_none_of_its_own() {
    let alt = |pressed| key(Key::Alt, KeyCode::AltLeft, pressed);
    let events = told(&[
        letter("h", KeyCode::KeyH, true),
        letter("h", KeyCode::KeyH, false),
        alt(true),
        letter("i", KeyCode::KeyI, true),
    ]);
    assert!(!modifiers_of(&events, egui::Key::H).unwrap().alt);
    assert!(modifiers_of(&events, egui::Key::I).unwrap().alt);
}

#[test]
fn a_click_is_where_the_pointer_was_and_not_where_it_has_gone_since() {
    let events = told(&[
        moved(100.0, 20.0),
        button(ButtonState::Pressed),
        button(ButtonState::Released),
        moved(300.0, 400.0),
    ]);
    let presses: Vec<_> = events
        .iter()
        .filter_map(|event| match event {
            Event::PointerButton { pos, pressed, .. } => Some((*pos, *pressed)),
            _ => None,
        })
        .collect();
    let at = egui::pos2(100.0, 20.0);
    assert_eq!(presses, [(at, true), (at, false)]);
    assert_eq!(
        events.last(),
        Some(&Event::PointerMoved(egui::pos2(300.0, 400.0)))
    );
}

#[test]
fn a_wheel_turned_with_a_key_held_says_so_and_one_turned_after_it_does_not() {
    let notch = || {
        WindowEvent::MouseWheel(MouseWheel {
            unit: MouseScrollUnit::Line,
            x: 0.0,
            y: 1.0,
            window: WINDOW,
            phase: TouchPhase::Moved,
        })
    };
    let events = told(&[control(true), notch(), control(false), notch()]);
    let with_control: Vec<_> = events
        .iter()
        .filter_map(|event| match event {
            Event::MouseWheel { modifiers, .. } => Some(modifiers.ctrl),
            _ => None,
        })
        .collect();
    assert_eq!(with_control, [true, false]);
}

#[test]
fn the_pointer_leaves_with_the_window_s() {
    let left = WindowEvent::CursorLeft(CursorLeft { window: WINDOW });
    assert_eq!(
        told(&[moved(5.0, 5.0), left]).last(),
        Some(&Event::PointerGone)
    );
}

#[test]
fn alt_gr_types_and_commands_nothing() {
    // As Windows tells it: with a Ctrl and an Alt that nobody has pressed.
    let events = told(&[
        control(true),
        key(Key::AltGraph, KeyCode::AltRight, true),
        letter("]", KeyCode::Digit9, true),
    ]);
    assert_eq!(typed(&events), "]");
    let modifiers = modifiers_of(&events, egui::Key::CloseBracket);
    assert_eq!(modifiers, Some(Modifiers::NONE));
}

#[test]
fn keys_without_latin_letters_are_read_by_their_place() {
    let events = told(&[control(true), letter("л", KeyCode::KeyK, true)]);
    assert!(modifiers_of(&events, egui::Key::K).unwrap().command);
}

#[test]
fn nothing_stays_held_when_the_keyboard_goes_elsewhere() {
    use bevy::input::keyboard::KeyboardFocusLost;
    let events = told(&[
        control(true),
        WindowEvent::KeyboardFocusLost(KeyboardFocusLost),
        letter("a", KeyCode::KeyA, true),
    ]);
    assert_eq!(typed(&events), "a");
}

#[test]
fn an_accent_pressed_before_is_in_the_text() {
    let WindowEvent::KeyboardInput(mut input) = letter("e", KeyCode::KeyE, true) else {
        unreachable!("a key was made");
    };
    input.text = Some("é".into());
    assert_eq!(typed(&told(&[WindowEvent::KeyboardInput(input)])), "é");
}
