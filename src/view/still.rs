//! Draws a frame only where something on the screen has changed: a press, a pointer that moves over
//! nothing new or a key without a meaning then cost no drawing, and what follows them is seen at once.
//! On a software driver a frame takes longer than all else together, so this is what makes it quick to answer.
//!
//! A frame is left out only when everything it could show is known to be as before, and only when it is
//! known why the application was woken: by the pointer, a key or its own wish, or just after one of them,
//! as the window asks for more than one frame for each. A wake by the system itself (the window
//! uncovered, resized, moved to another screen) always draws.

use super::materials::{OutlineMaterial, PainMaterial, TissueMaterial};
use crate::app::session::Session;
use bevy::{
    ecs::system::SystemParam,
    input::{
        keyboard::KeyboardInput,
        mouse::{MouseButtonInput, MouseWheel},
    },
    prelude::*,
    window::{CursorEntered, CursorLeft, CursorMoved, RequestRedraw},
};

/// Frames drawn whatever happens after the start, until window and renderer have settled.
const FIRST_FRAMES: u32 = 12;

/// A wake without a message this soon after one that had one follows from it, in seconds.
const FOLLOWS_SECONDS: f64 = 0.25;

/// Whether this update's frame is to be drawn.
#[derive(Resource, Debug)]
pub struct Drawing {
    /// Something on the screen has changed; set by what knows, taken back once decided.
    pub changed: bool,
    /// The decision for the update under way.
    pub due: bool,
    updates: u32,
    /// When the last wake with a known reason was done with, in seconds since the start.
    known_until: Option<f64>,
}

impl Default for Drawing {
    fn default() -> Self {
        Self {
            changed: true,
            due: true,
            updates: 0,
            known_until: None,
        }
    }
}

/// Decides at the end of every update whether its frame is drawn.
pub fn plugin(app: &mut App) {
    app.init_resource::<Drawing>().add_systems(Last, decide);
}

/// What of an entity changes how it is drawn.
type Moved = Or<(
    Changed<GlobalTransform>,
    Changed<InheritedVisibility>,
    Changed<Mesh3d>,
    Changed<Camera>,
    Changed<Projection>,
)>;

/// What the picture is drawn from.
#[derive(SystemParam)]
pub struct Picture<'w, 's> {
    session: Res<'w, Session>,
    moved: Query<'w, 's, (), Moved>,
    removed: RemovedComponents<'w, 's, Mesh3d>,
    meshes: MessageReader<'w, 's, AssetEvent<Mesh>>,
    images: MessageReader<'w, 's, AssetEvent<Image>>,
    tissues: MessageReader<'w, 's, AssetEvent<TissueMaterial>>,
    pains: MessageReader<'w, 's, AssetEvent<PainMaterial>>,
    outlines: MessageReader<'w, 's, AssetEvent<OutlineMaterial>>,
}

impl Picture<'_, '_> {
    fn changed(&mut self) -> bool {
        // Every reader is read to its end, so that nothing counts twice: no short cut here.
        let counts = [
            self.removed.read().count(),
            self.meshes.read().count(),
            self.images.read().count(),
            self.tissues.read().count(),
            self.pains.read().count(),
            self.outlines.read().count(),
        ];
        self.session.is_changed() || !self.moved.is_empty() || counts.iter().any(|n| *n > 0)
    }
}

/// Why the application was woken, where that is known to be harmless.
#[derive(SystemParam)]
pub struct Known<'w, 's> {
    moved: MessageReader<'w, 's, CursorMoved>,
    entered: MessageReader<'w, 's, CursorEntered>,
    left: MessageReader<'w, 's, CursorLeft>,
    buttons: MessageReader<'w, 's, MouseButtonInput>,
    wheel: MessageReader<'w, 's, MouseWheel>,
    keys: MessageReader<'w, 's, KeyboardInput>,
    asked: MessageReader<'w, 's, RequestRedraw>,
}

impl Known<'_, '_> {
    fn woke(&mut self) -> bool {
        let counts = [
            self.moved.read().count(),
            self.entered.read().count(),
            self.left.read().count(),
            self.buttons.read().count(),
            self.wheel.read().count(),
            self.keys.read().count(),
            self.asked.read().count(),
        ];
        counts.iter().any(|n| *n > 0)
    }
}

/// Decides whether this update's frame is drawn; the last thing an update does.
pub fn decide(
    mut drawing: ResMut<Drawing>,
    mut picture: Picture,
    mut known: Known,
    time: Res<Time<Real>>,
) {
    drawing.updates = drawing.updates.saturating_add(1);
    let changed = picture.changed() | drawing.changed;
    let now = time.elapsed_secs_f64();
    let known = known.woke()
        || drawing
            .known_until
            .is_some_and(|until| now - until < FOLLOWS_SECONDS);
    if changed || known {
        drawing.known_until = Some(now);
    }
    drawing.changed = false;
    drawing.due = changed || !known || drawing.updates <= FIRST_FRAMES;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    /// An application that decides, past its first frames, with nothing going on.
    fn settled() -> (App, Instant) {
        let mut app = App::new();
        app.insert_resource(Session::default())
            .init_resource::<Time<Real>>()
            .add_message::<AssetEvent<Mesh>>()
            .add_message::<AssetEvent<Image>>()
            .add_message::<AssetEvent<TissueMaterial>>()
            .add_message::<AssetEvent<PainMaterial>>()
            .add_message::<AssetEvent<OutlineMaterial>>()
            .add_message::<CursorMoved>()
            .add_message::<CursorEntered>()
            .add_message::<CursorLeft>()
            .add_message::<MouseButtonInput>()
            .add_message::<MouseWheel>()
            .add_message::<KeyboardInput>()
            .add_message::<RequestRedraw>()
            .add_plugins(plugin);
        let start = Instant::now();
        // The clock's first reading is its zero.
        app.world_mut()
            .resource_mut::<Time<Real>>()
            .update_with_instant(start);
        for _ in 0..FIRST_FRAMES {
            app.update();
        }
        (app, start)
    }

    fn update_at(app: &mut App, at: Instant) -> bool {
        app.world_mut()
            .resource_mut::<Time<Real>>()
            .update_with_instant(at);
        app.update();
        app.world().resource::<Drawing>().due
    }

    #[test]
    fn a_wish_that_changes_nothing_draws_nothing_and_a_change_does() {
        let (mut app, start) = settled();
        app.world_mut().write_message(RequestRedraw);
        assert!(!update_at(&mut app, start + Duration::from_secs(10)));
        app.world_mut().resource_mut::<Session>().set_changed();
        assert!(update_at(&mut app, start + Duration::from_secs(11)));
        app.world_mut().write_message(RequestRedraw);
        assert!(!update_at(&mut app, start + Duration::from_secs(12)));
        app.world_mut().spawn(GlobalTransform::default());
        app.world_mut().write_message(RequestRedraw);
        assert!(update_at(&mut app, start + Duration::from_secs(13)));
    }

    #[test]
    fn a_wake_by_the_system_draws_unless_it_follows_from_one_of_ours() {
        let (mut app, start) = settled();
        assert!(update_at(&mut app, start + Duration::from_secs(10)));
        app.world_mut().write_message(RequestRedraw);
        let asked = start + Duration::from_secs(20);
        assert!(!update_at(&mut app, asked));
        assert!(!update_at(&mut app, asked + Duration::from_millis(5)));
        assert!(update_at(&mut app, asked + Duration::from_secs(10)));
    }
}
