//! The session inside Bevy: the state, the facts and the body as resources, and the
//! one system that applies commands. No rendering, no panels.

use super::{
    apply::{Effect, apply},
    commands::AppCommand,
    input_clock, modes,
    stage::Stage,
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

/// The state of the application. Everybody reads it; commands change it.
#[derive(Resource, Default, Deref)]
pub struct Session(AppState);

impl Session {
    /// A session that begins in this state.
    #[must_use]
    pub fn new(state: AppState) -> Self {
        Self(state)
    }
}

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

/// Frames still to be drawn after something happened. The window draws only when asked, and a change is whole on
/// the screen only some frames later: the panels need two passes to lay themselves out, and new letters reach the
/// graphics card in the frame after that.
#[derive(Resource, Default)]
pub struct Wake(u8);

/// When the panels are to be drawn again though nothing happens, by the seconds of Bevy's real time.
#[derive(Resource, Default, Debug)]
pub struct NextWake(pub Option<f64>);

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
    app.add_plugins(input_clock::plugin)
        .init_resource::<Session>()
        .init_resource::<Stage>()
        .init_resource::<Wake>()
        .init_resource::<NextWake>()
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
        .add_systems(
            Update,
            (apply_commands, set_stage).chain().in_set(Systems::Apply),
        );
}

/// The only place that changes the state.
fn apply_commands(
    mut session: ResMut<Session>,
    facts: Option<Res<Facts>>,
    mut commands: MessageReader<Command>,
    mut effects: MessageWriter<EffectMessage>,
    mut wake: ResMut<Wake>,
) {
    let Some(facts) = facts else {
        return;
    };
    let mut changed = false;
    for Command(command) in commands.read() {
        // Only a real change wakes what watches the session.
        let state = &mut session.bypass_change_detection().0;
        let outcome = apply(state, command.clone(), &facts);
        changed |= outcome.changed;
        effects.write_batch(outcome.effects.into_iter().map(EffectMessage));
        wake.wake();
    }
    if changed {
        session.set_changed();
    }
}

/// Works out anew what is on show.
fn set_stage(session: Res<Session>, facts: Option<Res<Facts>>, mut stage: ResMut<Stage>) {
    if let Some(facts) = facts
        && (session.is_changed() || facts.is_added())
    {
        stage.set_if_neq(modes::stage(&session, &facts));
    }
}

#[cfg(test)]
mod tests;
