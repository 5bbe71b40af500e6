//! What pointer, wheel and keyboard do, handed to the panels in the order in which it happened.
//!
//! bevy_egui reads each kind of message by itself, with the modifiers and the pointer as they are after all of the
//! frame's messages. Where a frame takes longer than a chord, Ctrl+A types an "a"; and a press lands where the pointer
//! has gone since. Here one reader goes through all of them, and each gets the modifiers and the place of its moment.
//! Not here: fingers, pinches and files, which bevy_egui goes on reading, and what a key means (`ui::keys`).

use crate::app::input_clock::InputClock;
use bevy::{
    input::{
        keyboard::{Key, KeyCode, KeyboardInput},
        mouse::{MouseButton, MouseScrollUnit},
    },
    prelude::*,
    window::{Ime, PrimaryWindow, WindowEvent},
};
use bevy_egui::{
    EguiContext, EguiGlobalSettings, EguiInput, EguiInputSet, EguiZoomFactor, PrimaryEguiContext,
    egui,
    helpers::{bevy_to_egui_key, bevy_to_egui_physical_key},
    input::{EguiContextPointerPosition, EguiInputEvent, ModifierKeysState},
};

/// Takes the reading over from bevy_egui.
pub(super) fn plugin(app: &mut App) {
    let mut settings = app.world_mut().resource_mut::<EguiGlobalSettings>();
    let reads = &mut settings.input_system_settings;
    reads.run_write_window_pointer_moved_messages_system = false;
    reads.run_write_pointer_button_messages_system = false;
    reads.run_write_mouse_wheel_messages_system = false;
    reads.run_write_keyboard_input_messages_system = false;
    reads.run_write_ime_messages_system = false;
    app.add_systems(PreUpdate, hand_on.in_set(EguiInputSet::ReadBevyMessages));
}

/// The context, how large its points are, and where the pointer stands in it.
type Pointed = (
    Entity,
    &'static EguiZoomFactor,
    &'static mut EguiContextPointerPosition,
);

/// Hands the events of the window to its context.
fn hand_on(
    mut happened: MessageReader<WindowEvent>,
    window: Query<Entity, With<PrimaryWindow>>,
    mut context: Query<Pointed, (With<EguiContext>, With<PrimaryEguiContext>)>,
    mut reader: Local<Reader>,
    #[cfg(not(target_arch = "wasm32"))] mut clipboard: ResMut<bevy_egui::EguiClipboard>,
    mut out: MessageWriter<EguiInputEvent>,
) {
    let (Ok(window), Ok((context, zoom, mut position))) = (window.single(), context.single_mut())
    else {
        return;
    };
    // In the browser the page itself tells of copying and pasting.
    let mut paste = || -> Option<String> {
        #[cfg(not(target_arch = "wasm32"))]
        return clipboard.get_text();
        #[cfg(target_arch = "wasm32")]
        None
    };
    // Fingers move it as well.
    reader.at = position.position;
    let mut events = Vec::new();
    for event in happened.read() {
        reader.read(event, window, zoom.zoom_factor, &mut paste, &mut events);
    }
    if position.position != reader.at {
        position.position = reader.at;
    }
    out.write_batch(
        events
            .into_iter()
            .map(|event| EguiInputEvent { context, event }),
    );
}

/// Tells the panels when it was: two clicks are a double click by when they were made, however long a frame takes.
pub(super) fn tell_time(clock: Res<InputClock>, mut inputs: Query<&mut EguiInput>) {
    for mut input in &mut inputs {
        input.time = Some(clock.seconds());
    }
}

/// What is held down, and where the pointer is, as of the event read last.
#[derive(Default)]
pub(super) struct Reader {
    held: ModifierKeysState,
    /// AltGr is down: it makes characters, and what it is made of (Ctrl and Alt on Windows) counts for nothing.
    alt_graph: bool,
    at: egui::Pos2,
}

impl Reader {
    /// Turns an event of this window into what the panels are told, with the modifiers and the pointer of its moment.
    pub(super) fn read(
        &mut self,
        event: &WindowEvent,
        window: Entity,
        zoom: f32,
        paste: &mut impl FnMut() -> Option<String>,
        out: &mut Vec<egui::Event>,
    ) {
        match event {
            WindowEvent::CursorMoved(moved) if moved.window == window => {
                let at = moved.position / zoom;
                self.at = egui::pos2(at.x, at.y);
                out.push(egui::Event::PointerMoved(self.at));
            }
            // What it was over is not pointed at any longer, and its tooltip goes.
            WindowEvent::CursorLeft(left) if left.window == window => {
                out.push(egui::Event::PointerGone);
            }
            WindowEvent::MouseButtonInput(input) if input.window == window => {
                if let Some(button) = button_of(input.button) {
                    out.push(egui::Event::PointerButton {
                        pos: self.at,
                        button,
                        pressed: input.state.is_pressed(),
                        modifiers: self.modifiers(),
                    });
                }
            }
            WindowEvent::MouseWheel(wheel) if wheel.window == window => {
                out.push(egui::Event::MouseWheel {
                    unit: match wheel.unit {
                        MouseScrollUnit::Line => egui::MouseWheelUnit::Line,
                        MouseScrollUnit::Pixel => egui::MouseWheelUnit::Point,
                    },
                    delta: egui::vec2(wheel.x, wheel.y),
                    modifiers: self.modifiers(),
                    phase: egui::TouchPhase::Move,
                });
            }
            WindowEvent::KeyboardFocusLost(_) => {
                self.held = ModifierKeysState::default();
                self.alt_graph = false;
            }
            WindowEvent::KeyboardInput(input) if input.window == window => {
                self.key(input, paste, out);
            }
            WindowEvent::Ime(Ime::Preedit {
                window: of,
                value,
                cursor,
            }) if *of == window => out.push(egui::Event::Ime(egui::ImeEvent::Preedit {
                text: value.clone(),
                active_range_chars: cursor.map(|(start, end)| start..end),
            })),
            WindowEvent::Ime(Ime::Commit { window: of, value }) if *of == window => {
                out.push(egui::Event::Ime(egui::ImeEvent::Commit(value.clone())));
            }
            _ => {}
        }
    }

    fn modifiers(&self) -> egui::Modifiers {
        let held = self.held.to_egui_modifiers();
        match self.alt_graph {
            true => egui::Modifiers {
                shift: held.shift,
                ..egui::Modifiers::NONE
            },
            false => held,
        }
    }

    fn types(&self) -> bool {
        self.alt_graph || self.held.text_input_is_allowed()
    }

    fn key(
        &mut self,
        input: &KeyboardInput,
        paste: &mut impl FnMut() -> Option<String>,
        out: &mut Vec<egui::Event>,
    ) {
        let pressed = input.state.is_pressed();
        self.hold(input, pressed);
        let modifiers = self.modifiers();
        if pressed && self.types() {
            out.extend(text_of(input).map(egui::Event::Text));
        }
        let physical_key = bevy_to_egui_physical_key(&input.key_code);
        // A keyboard without Latin letters is read by where the keys are.
        let Some(key) = bevy_to_egui_key(&input.logical_key).or(physical_key) else {
            return;
        };
        out.push(egui::Event::Key {
            key,
            physical_key,
            pressed,
            // egui finds it out by itself.
            repeat: false,
            modifiers,
        });
        if cfg!(not(target_arch = "wasm32")) && pressed && modifiers.command {
            match key {
                egui::Key::C => out.push(egui::Event::Copy),
                egui::Key::X => out.push(egui::Event::Cut),
                egui::Key::V => out.extend(paste().map(egui::Event::Text)),
                _ => {}
            }
        }
    }

    /// Keeps what is held down.
    fn hold(&mut self, input: &KeyboardInput, pressed: bool) {
        match &input.logical_key {
            Key::Shift => self.held.shift = pressed,
            Key::Control => self.held.ctrl = pressed,
            Key::Alt => self.held.alt = pressed,
            Key::Super | Key::Meta => self.held.win = pressed,
            Key::AltGraph => self.alt_graph = pressed,
            _ => {}
        }
        // Windows tells of AltGr as the right Alt with a Ctrl that nobody has pressed.
        if cfg!(target_os = "windows") && input.key_code == KeyCode::AltRight {
            self.alt_graph = pressed && self.held.ctrl;
        }
    }
}

fn button_of(button: MouseButton) -> Option<egui::PointerButton> {
    Some(match button {
        MouseButton::Left => egui::PointerButton::Primary,
        MouseButton::Right => egui::PointerButton::Secondary,
        MouseButton::Middle => egui::PointerButton::Middle,
        MouseButton::Back => egui::PointerButton::Extra1,
        MouseButton::Forward => egui::PointerButton::Extra2,
        MouseButton::Other(_) => return None,
    })
}

/// What a press types. The text knows of accents that were pressed before.
fn text_of(input: &KeyboardInput) -> Option<String> {
    let printable = |text: &str| !text.is_empty() && !text.contains(char::is_control);
    match (&input.text, &input.logical_key) {
        (Some(text), _) if printable(text) => Some(text.to_string()),
        (_, Key::Character(text)) if printable(text) => Some(text.to_string()),
        (_, Key::Space) => Some(" ".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
