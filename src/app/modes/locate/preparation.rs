//! Prepares the body for Locate beside the running window, the first time it is wanted, and keeps what the
//! painting leads to in step with the session.

use super::{command::LocateCommand, located::Located};
use crate::{
    anatomy::place::PlaceError,
    app::{
        background_task::{BackgroundTask, Outcome, Piece},
        commands::AppCommand,
        load::FrameBudget,
        session::{Anatomy, Command, Facts, Session, Systems, Wake},
    },
    locale::{Key, Message as Says},
    model::link::Mode,
    study::locate::{engine::Engine, engine_steps::EngineSteps},
};
use bevy::{prelude::*, window::RequestRedraw};
use std::sync::Arc;

/// The prepared body on its way; an error where an area of the data is at fault.
#[derive(Resource)]
struct Preparing(BackgroundTask<Result<Engine, PlaceError>>);

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
    mut turn: ResMut<FrameBudget>,
) {
    let Some(scene) =
        scene.filter(|_| session.mode == Mode::Locate && session.locate.failure.is_none())
    else {
        return;
    };
    let (facts, scene) = (facts.0.clone(), scene.0.clone());
    let (whole_facts, whole_scene) = (facts.clone(), scene.clone());
    let mut steps = EngineSteps::default();
    let piece = move || match steps.step(&facts, &scene) {
        Ok(None) => Piece::More(None),
        Ok(Some(engine)) => Piece::Last(Ok(engine)),
        Err(error) => Piece::Last(Err(error)),
    };
    let work = BackgroundTask::new(move || Engine::new(&whole_facts, &whole_scene), piece);
    commands.insert_resource(Preparing(work));
    // This update shows Locate for the first time, which is work enough.
    turn.take();
}

fn take_over(
    mut commands: Commands,
    mut preparing: ResMut<Preparing>,
    mut turn: ResMut<FrameBudget>,
    mut send: MessageWriter<Command>,
    mut redraw: MessageWriter<RequestRedraw>,
    mut wake: ResMut<Wake>,
) {
    if !turn.take() {
        redraw.write(RequestRedraw);
        return;
    }
    match preparing.0.go_on() {
        Outcome::Working(_) => {
            // Keep asking until it is there.
            redraw.write(RequestRedraw);
            return;
        }
        Outcome::Done(Ok(engine)) => {
            let skin = engine.skin.clone();
            commands.insert_resource(Located::new(Arc::new(engine)));
            send.write(told(LocateCommand::SkinReady(skin)));
        }
        Outcome::Done(Err(error)) => {
            warn!("locate: {error}");
            let why = Says::new(Key("locate-failed-data")).with("what", error.to_string());
            send.write(told(LocateCommand::SkinFailed(why)));
        }
        Outcome::Failed => {
            let why = Says::from(Key("locate-failed-memory"));
            send.write(told(LocateCommand::SkinFailed(why)));
        }
    }
    commands.remove_resource::<Preparing>();
    wake.wake();
}

fn told(command: LocateCommand) -> Command {
    Command(AppCommand::Locate(command))
}

fn follow(
    session: Res<Session>,
    facts: Res<Facts>,
    mut located: ResMut<Located>,
    mut wake: ResMut<Wake>,
) {
    if !session.is_changed() && !located.is_added() {
        return;
    }
    // Only a real change wakes what watches it.
    if located
        .bypass_change_detection()
        .follow(&session.locate, &facts.0)
    {
        located.set_changed();
        wake.wake();
    }
}
