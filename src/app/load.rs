//! Compiles the body beside the running window, so that the first picture does not wait for it.

use super::{
    on_screen::Overlay,
    session::{Anatomy, Facts, Systems, Wake},
};
use crate::{anatomy::scene::Scene, locale::Key, model::catalog::Catalog};
use bevy::{prelude::*, window::RequestRedraw};
use std::sync::{
    Arc, Mutex,
    mpsc::{Receiver, TryRecvError, channel},
};

/// The scene on its way.
#[derive(Resource)]
struct Compiling(Mutex<Receiver<Scene>>);

/// Compiles the scene at start.
pub fn plugin(app: &mut App) {
    app.add_systems(Startup, start_compiling)
        .add_systems(Update, take_over_scene.in_set(Systems::Load));
}

fn start_compiling(mut commands: Commands, facts: Res<Facts>, mut overlay: ResMut<Overlay>) {
    let (send, receive) = channel();
    let catalog: Arc<Catalog> = facts.0.clone();
    overlay.loading = Some(Key("loading-body"));
    let work = move || {
        // The window may be gone before the work is done: then nobody waits for it.
        let _ = send.send(Scene::compile(&catalog));
    };
    #[cfg(not(target_arch = "wasm32"))]
    std::thread::spawn(work);
    #[cfg(target_arch = "wasm32")]
    work();
    commands.insert_resource(Compiling(Mutex::new(receive)));
}

fn take_over_scene(
    mut commands: Commands,
    compiling: Option<Res<Compiling>>,
    mut overlay: ResMut<Overlay>,
    mut redraw: MessageWriter<RequestRedraw>,
    mut wake: ResMut<Wake>,
) {
    let Some(compiling) = compiling else {
        return;
    };
    let received = compiling
        .0
        .lock()
        .map_or(Err(TryRecvError::Disconnected), |receiver| {
            receiver.try_recv()
        });
    match received {
        Ok(scene) => {
            for problem in &scene.problems {
                warn!("{problem}");
            }
            commands.insert_resource(Anatomy(Arc::new(scene)));
            commands.remove_resource::<Compiling>();
            overlay.loading = None;
            wake.stir();
        }
        Err(TryRecvError::Empty) => {}
        Err(TryRecvError::Disconnected) => {
            overlay.loading = Some(Key("loading-body-failed"));
            commands.remove_resource::<Compiling>();
        }
    }
    // Keep asking until it is there; afterwards one more frame shows it.
    redraw.write(RequestRedraw);
}
