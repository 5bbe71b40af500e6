//! Compiles the body beside the running window, so that the first picture does not wait for it.

use super::{
    background_task::{BackgroundTask, Outcome, Piece},
    commands::AppCommand,
    on_screen::Overlay,
    session::{Anatomy, Command, Facts, Systems, Wake},
    state::NoticeKind,
};
use crate::{
    anatomy::build_problem::BuildProblem,
    anatomy::{scene::Scene, steps::SceneSteps},
    locale::{Key, Message},
};
use bevy::{prelude::*, window::RequestRedraw};
use std::{collections::BTreeSet, sync::Arc};

/// Leave to do heavy work in an update. The page has one thread for everything: there one heavy piece is done an
/// update, so that the page answers in between, and only some updates draw how far the work is. Elsewhere leave
/// is always given.
#[derive(Resource, Default)]
pub struct FrameBudget {
    taken: bool,
    updates: u32,
}

/// One in so many updates is drawn on the page while the body is on its way: drawing takes longer than a piece
/// of the work where no graphics card draws, and what it shows is the same but for a hair of progress.
const DRAWN_EVERY: u32 = 4;
/// Updates on the page before the work begins: the first picture is drawn in them, and whoever draws it has the
/// time to. A shader compiled before that would wait for it, and hold the page up.
const FIRST_UPDATES: u32 = 12;

impl FrameBudget {
    /// Takes the leave of this update; false where another system has taken it. Whoever is refused asks again in the
    /// next update, and requests a redraw so that there is one.
    pub fn take(&mut self) -> bool {
        !cfg!(target_arch = "wasm32") || !std::mem::replace(&mut self.taken, true)
    }

    /// The work may begin: the window has drawn its first picture.
    pub fn has_begun(&self) -> bool {
        !cfg!(target_arch = "wasm32") || self.updates > FIRST_UPDATES
    }

    /// This update is one of those that show how far the work is.
    pub fn shows(&self) -> bool {
        !cfg!(target_arch = "wasm32")
            || self.has_begun() && self.updates.is_multiple_of(DRAWN_EVERY)
    }

    fn next(&mut self) {
        self.taken = false;
        self.updates = self.updates.saturating_add(1);
    }
}

/// The scene on its way.
#[derive(Resource)]
struct Compiling(BackgroundTask<Box<Scene>>);

/// The body could not be built at all: nothing will ever be drawn of it.
#[derive(Resource)]
pub struct BodyFailed;

/// Compiles the scene at start.
pub fn plugin(app: &mut App) {
    app.init_resource::<FrameBudget>()
        .add_systems(First, |mut turn: ResMut<FrameBudget>| turn.next())
        .add_systems(Startup, start_compiling)
        .add_systems(Update, take_over_scene.in_set(Systems::Load));
}

fn start_compiling(mut commands: Commands, facts: Res<Facts>, mut overlay: ResMut<Overlay>) {
    overlay.loading = Some(Key("loading-body"));
    let (whole, pieces) = (facts.0.clone(), facts.0.clone());
    let mut steps = None;
    let piece = move || {
        let mut going = steps.take().unwrap_or_else(|| SceneSteps::new(&pieces));
        if going.step(&pieces) {
            return Piece::Last(Box::new(going.finish()));
        }
        let share = going.share();
        steps = Some(going);
        Piece::More(Some(share))
    };
    let work = BackgroundTask::new(move || Box::new(Scene::compile(&whole)), piece);
    commands.insert_resource(Compiling(work));
}

/// What to tell the user about what could not be built; nothing where there is nothing that the faults of the data
/// do not tell already.
fn unbuilt(problems: &[BuildProblem]) -> Option<Message> {
    let told: BTreeSet<&str> = problems
        .iter()
        .filter(|problem| !problem.follows)
        .map(|problem| problem.what.as_str())
        .collect();
    let first = told.first()?;
    Some(
        Message::new(Key("notice-unbuilt"))
            .with("count", told.len())
            .with("what", *first),
    )
}

fn take_over_scene(
    mut commands: Commands,
    compiling: Option<ResMut<Compiling>>,
    mut overlay: ResMut<Overlay>,
    mut redraw: MessageWriter<RequestRedraw>,
    mut wake: ResMut<Wake>,
    mut turn: ResMut<FrameBudget>,
    mut send: MessageWriter<Command>,
) {
    let Some(mut compiling) = compiling else {
        return;
    };
    if !turn.has_begun() {
        redraw.write(RequestRedraw);
        return;
    }
    // It is free: no system of an update runs before this one.
    turn.take();
    match compiling.0.go_on() {
        Outcome::Done(scene) => {
            if let Some(says) = unbuilt(&scene.problems) {
                send.write(Command(AppCommand::Notify(NoticeKind::Warning, says)));
            }
            commands.insert_resource(Anatomy(Arc::new(*scene)));
            commands.remove_resource::<Compiling>();
            // The picture takes the message away once the body is in it.
            overlay.loaded = None;
            wake.wake();
        }
        Outcome::Working(share) if turn.shows() => overlay.loaded = share,
        Outcome::Working(_) => {}
        Outcome::Failed => {
            overlay.loading = Some(Key("loading-body-failed"));
            overlay.loaded = None;
            commands.insert_resource(BodyFailed);
            commands.remove_resource::<Compiling>();
        }
    }
    // Keep asking until it is there; afterwards one more frame shows it.
    redraw.write(RequestRedraw);
}
