//! Tells the state where the camera has come to rest, so that a link leads back there.

use super::camera::{CameraState, move_camera};
use super::orbit::Orbit;
use crate::app::{
    commands::AppCommand,
    session::{Command, Session, Systems},
};
use bevy::{prelude::*, window::RequestRedraw};

/// A camera that has stood still for so long has come to rest.
const REST_SECONDS: f32 = 0.15;

/// Watches the camera.
pub fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        tell_rest.in_set(Systems::Present).after(move_camera),
    );
}

fn tell_rest(
    time: Res<Time<Real>>,
    session: Res<Session>,
    mut camera: ResMut<CameraState>,
    mut still: Local<Option<(Orbit, f32)>>,
    mut send: MessageWriter<Command>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    if camera.is_told(&session) || camera.is_going() {
        *still = None;
        return;
    }
    // Nothing else tells that time goes by.
    redraw.write(RequestRedraw);
    let now = time.elapsed_secs();
    match *still {
        Some((orbit, since)) if orbit == camera.now => {
            if now - since >= REST_SECONDS {
                send.write(Command(AppCommand::RestCamera(camera.tell())));
            }
        }
        _ => *still = Some((camera.now, now)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::state::AppState,
        model::{
            ids::{Item, StructureId},
            link::ViewPreset,
            side::Side,
        },
    };
    use bevy::math::Vec2;
    use std::time::{Duration, Instant};

    struct Watched {
        app: App,
        now: Instant,
    }

    impl Watched {
        fn new() -> Self {
            let mut app = App::new();
            app.insert_resource(Session::default())
                .init_resource::<CameraState>()
                .init_resource::<Time<Real>>()
                .add_message::<Command>()
                .add_message::<RequestRedraw>()
                .add_systems(Update, tell_rest);
            let now = Instant::now();
            // The clock's first reading is its zero.
            app.world_mut()
                .resource_mut::<Time<Real>>()
                .update_with_instant(now);
            Self { app, now }
        }

        /// What is told in an update so many milliseconds later.
        fn after(&mut self, milliseconds: u64) -> Vec<AppCommand> {
            self.now += Duration::from_millis(milliseconds);
            let world = self.app.world_mut();
            world
                .resource_mut::<Time<Real>>()
                .update_with_instant(self.now);
            self.app.update();
            let mut told = self.app.world_mut().resource_mut::<Messages<Command>>();
            told.drain().map(|Command(command)| command).collect()
        }

        fn turn(&mut self, drag: f32) -> Orbit {
            let mut camera = self.app.world_mut().resource_mut::<CameraState>();
            let turned = camera.now.turned(Vec2::new(drag, 0.0));
            camera.take(turned);
            turned
        }
    }

    #[test]
    fn a_camera_moved_by_hand_is_told_once_it_rests() {
        let mut watched = Watched::new();
        assert_eq!(watched.after(1_000), [], "a preset is told already");
        for _ in 0..10 {
            watched.turn(0.02);
            assert_eq!(watched.after(100), [], "it still moves");
        }
        let orbit = watched.turn(0.02);
        assert_eq!(watched.after(100), []);
        let told = watched.after(200);
        assert_eq!(told, [AppCommand::RestCamera(orbit.pose(1.0))]);
        // Until the next command is applied the state still holds the preset: it is not told again.
        assert_eq!(watched.after(200), []);
    }

    #[test]
    fn a_selection_that_moves_nothing_leaves_the_camera_to_be_told() {
        let mut watched = Watched::new();
        let mut state = AppState::default();
        // As after a point was looked at, and a muscle clicked.
        state.view.preset = None;
        let muscle = StructureId::new("trapezius", Side::Left);
        state.selection = Some(Item::Structure(muscle));
        watched.app.insert_resource(Session::new(state));
        watched.after(10);
        let pose = Orbit::preset(ViewPreset::Back, 1.0).pose(1.0);
        assert_eq!(watched.after(300), [AppCommand::RestCamera(pose)]);
    }
}
