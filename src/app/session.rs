//! The session inside Bevy: the state, the facts and the body as resources, and the
//! one system that applies commands. No rendering, no panels.

use super::{
    apply::{Effect, apply},
    commands::AppCommand,
    state::AppState,
};
use crate::{anatomy::scene::Scene, model::catalog::Catalog};
use bevy::{
    prelude::*,
    window::{RequestRedraw, WindowResized, WindowScaleFactorChanged},
};
use std::sync::Arc;

/// The order of the application's work in a frame.
#[derive(SystemSet, Debug, Clone, PartialEq, Eq, Hash)]
pub enum Systems {
    /// Take over what a background thread has finished.
    Load,
    /// Turn keys, pointer and links into commands.
    Input,
    /// Apply the commands to the state.
    Apply,
    /// Bring the picture in step with the state.
    Sync,
    /// Move what is moving, and place markers on the screen.
    Present,
}

/// The state of the application.
#[derive(Resource, Default, Deref, DerefMut)]
pub struct Session(pub AppState);

/// The facts.
#[derive(Resource, Clone, Deref)]
pub struct Facts(pub Arc<Catalog>);

/// The compiled body; absent until it is loaded.
#[derive(Resource, Clone, Deref)]
pub struct Anatomy(pub Arc<Scene>);

/// A request, on its way to [`apply`].
#[derive(Message, Clone, Debug)]
pub struct Command(pub AppCommand);

/// Something that `apply` wants done outside the state.
#[derive(Message, Clone, Debug)]
pub struct EffectMessage(pub Effect);

/// Frames still to be drawn after something happened. The window draws only when asked, and what
/// happened in one frame is whole on the screen only some frames later: panels lay themselves out
/// in two, and their letters reach the graphics card one after that.
#[derive(Resource, Default)]
pub struct Wake(u8);

/// See [`Wake`].
const FRAMES_TO_SETTLE: u8 = 4;

impl Wake {
    /// Something happened.
    pub fn wake(&mut self) {
        self.0 = FRAMES_TO_SETTLE;
    }
}

fn keep_awake(mut wake: ResMut<Wake>, mut redraw: MessageWriter<RequestRedraw>) {
    if wake.0 > 0 {
        wake.0 -= 1;
        redraw.write(RequestRedraw);
    }
}

/// Another size reaches the panels one frame after the window, and the picture one after them.
fn wake_on_resize(
    mut resized: MessageReader<WindowResized>,
    mut rescaled: MessageReader<WindowScaleFactorChanged>,
    mut wake: ResMut<Wake>,
) {
    // Both are read to their end, so that nothing counts twice.
    if resized.read().count() + rescaled.read().count() > 0 {
        wake.wake();
    }
}

/// Sets up the session and the order of the systems.
pub fn plugin(app: &mut App) {
    app.init_resource::<Session>()
        .init_resource::<Wake>()
        .add_systems(Last, (wake_on_resize, keep_awake).chain())
        .add_message::<Command>()
        .add_message::<EffectMessage>()
        .configure_sets(
            Update,
            (
                Systems::Load,
                Systems::Input,
                Systems::Apply,
                Systems::Sync,
                Systems::Present,
            )
                .chain(),
        )
        .add_systems(Update, apply_commands.in_set(Systems::Apply));
}

/// The only place that changes the state.
fn apply_commands(
    mut session: ResMut<Session>,
    facts: Option<Res<Facts>>,
    mut commands: MessageReader<Command>,
    mut happened: MessageWriter<EffectMessage>,
    mut wake: ResMut<Wake>,
) {
    let Some(facts) = facts else {
        return;
    };
    if commands.is_empty() {
        return;
    }
    let mut state = session.0.clone();
    for Command(command) in commands.read() {
        for effect in apply(&mut state, command.clone(), &facts) {
            happened.write(EffectMessage(effect));
        }
    }
    // Only a real change wakes what watches the session.
    if state != session.0 {
        session.0 = state;
    }
    wake.wake();
}
