//! Prepares the body for Locate beside the running window, the first time it is wanted, and keeps what the
//! painting leads to in step with the session.

use super::{
    commands::AppCommand,
    locate::LocateCommand,
    located::Located,
    session::{Anatomy, Command, Facts, Session, Systems, Wake},
    state::Mode,
};
use crate::study::locate::engine::Engine;
use bevy::{prelude::*, window::RequestRedraw};
use std::sync::{
    Arc, Mutex,
    mpsc::{Receiver, TryRecvError, channel},
};

/// The prepared body on its way; none in it where an area of the data is at fault.
#[derive(Resource)]
struct Preparing(Mutex<Receiver<Option<Engine>>>);

/// Prepares the body when Locate is opened, and ranks.
pub fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (
            start.run_if(
                not(resource_exists::<Preparing>).and_then(not(resource_exists::<Located>)),
            ),
            take_over.run_if(resource_exists::<Preparing>),
        )
            .chain()
            .in_set(Systems::Load),
    )
    .add_systems(
        Update,
        follow
            .run_if(resource_exists::<Located>)
            .in_set(Systems::Sync),
    );
}

fn start(
    mut commands: Commands,
    session: Res<Session>,
    facts: Res<Facts>,
    scene: Option<Res<Anatomy>>,
) {
    let Some(scene) = scene.filter(|_| session.mode == Mode::Locate) else {
        return;
    };
    let (send, receive) = channel();
    let (facts, scene) = (facts.0.clone(), scene.0.clone());
    let work = move || {
        let engine = Engine::new(&facts, &scene);
        if let Err(error) = &engine {
            warn!("locate: {error}");
        }
        // The window may be gone before the work is done: then nobody waits for it.
        let _ = send.send(engine.ok());
    };
    #[cfg(not(target_arch = "wasm32"))]
    std::thread::spawn(work);
    #[cfg(target_arch = "wasm32")]
    work();
    commands.insert_resource(Preparing(Mutex::new(receive)));
}

fn take_over(
    mut commands: Commands,
    preparing: Res<Preparing>,
    mut send: MessageWriter<Command>,
    mut redraw: MessageWriter<RequestRedraw>,
    mut wake: ResMut<Wake>,
    mut failed: Local<bool>,
) {
    if *failed {
        return;
    }
    let received = (preparing.0.lock()).map_or(Err(TryRecvError::Disconnected), |receiver| {
        receiver.try_recv()
    });
    match received {
        Ok(Some(engine)) => {
            let skin = engine.skin.clone();
            commands.insert_resource(Located::new(Arc::new(engine)));
            commands.remove_resource::<Preparing>();
            send.write(Command(AppCommand::Locate(LocateCommand::SkinReady(skin))));
            wake.stir();
        }
        Err(TryRecvError::Empty) => {
            // Keep asking until it is there.
            redraw.write(RequestRedraw);
        }
        Ok(None) | Err(TryRecvError::Disconnected) => *failed = true,
    }
}

fn follow(session: Res<Session>, mut located: ResMut<Located>, mut wake: ResMut<Wake>) {
    if !session.is_changed() && !located.is_added() {
        return;
    }
    // Only a real change wakes what watches it.
    if located.bypass_change_detection().follow(&session.locate) {
        located.set_changed();
        wake.stir();
    }
}
