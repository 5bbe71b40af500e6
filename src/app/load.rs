//! Compiles the body beside the running window, so that the first picture does not wait for it:
//! on a thread of its own, or in the browser, which has one thread, a piece of it every frame.

use super::{
    on_screen::Overlay,
    session::{Anatomy, Facts, Systems, Wake},
};
use crate::{anatomy::scene::Scene, locale::Key};
use bevy::{prelude::*, window::RequestRedraw};
use std::sync::Arc;

/// Whose turn it is to do a heavy piece of work in this update, and whether it shows how far the work is. The
/// page has one thread for everything: there one such piece an update is done, so that it answers in between,
/// and not every update draws. Elsewhere everybody has a turn in every update.
#[derive(Resource, Default)]
pub struct Turn {
    taken: bool,
    updates: u32,
}

/// One in so many updates is drawn on the page while the body is on its way: drawing takes longer than a piece
/// of the work where no graphics card draws, and what it shows is the same but for a hair of progress.
const DRAWN_EVERY: u32 = 4;
/// Updates on the page before the work begins: the first picture is drawn in them.
const FIRST_UPDATES: u32 = 6;

impl Turn {
    /// Takes the turn of this update, unless somebody has; who is refused asks again in the next one and
    /// sees to it that there is one.
    pub fn take(&mut self) -> bool {
        !cfg!(target_arch = "wasm32") || !std::mem::replace(&mut self.taken, true)
    }

    /// The work may begin: there is a picture to wait with.
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
struct Compiling(work::Work);

/// Compiles the scene at start.
pub fn plugin(app: &mut App) {
    app.init_resource::<Turn>()
        .add_systems(First, |mut turn: ResMut<Turn>| turn.next())
        .add_systems(Startup, start_compiling)
        .add_systems(Update, take_over_scene.in_set(Systems::Load));
}

fn start_compiling(mut commands: Commands, facts: Res<Facts>, mut overlay: ResMut<Overlay>) {
    overlay.loading = Some(Key("loading-body"));
    commands.insert_resource(Compiling(work::Work::new(facts.0.clone())));
}

/// What has come of the work so far.
enum Outcome {
    /// It goes on; how much of it is done, 0 to 1, where that is known.
    Working(Option<f32>),
    /// It is done.
    Done(Box<Scene>),
    /// It has ended without a scene.
    Failed,
}

fn take_over_scene(
    mut commands: Commands,
    compiling: Option<ResMut<Compiling>>,
    mut overlay: ResMut<Overlay>,
    mut redraw: MessageWriter<RequestRedraw>,
    mut wake: ResMut<Wake>,
    mut turn: ResMut<Turn>,
) {
    let Some(mut compiling) = compiling else {
        return;
    };
    if !turn.has_begun() {
        redraw.write(RequestRedraw);
        return;
    }
    // Nobody has had it yet: this is the first of an update's systems.
    turn.take();
    match compiling.0.go_on() {
        Outcome::Done(scene) => {
            for problem in &scene.problems {
                warn!("{problem}");
            }
            commands.insert_resource(Anatomy(Arc::new(*scene)));
            commands.remove_resource::<Compiling>();
            // The picture takes the message away once the body is in it.
            overlay.loaded = None;
            wake.stir();
        }
        Outcome::Working(share) if turn.shows() => overlay.loaded = share,
        Outcome::Working(_) => {}
        Outcome::Failed => {
            overlay.loading = Some(Key("loading-body-failed"));
            overlay.loaded = None;
            commands.remove_resource::<Compiling>();
        }
    }
    // Keep asking until it is there; afterwards one more frame shows it.
    redraw.write(RequestRedraw);
}

#[cfg(not(target_arch = "wasm32"))]
mod work {
    use super::Outcome;
    use crate::{anatomy::scene::Scene, model::catalog::Catalog};
    use std::sync::{
        Arc, Mutex,
        mpsc::{Receiver, TryRecvError, channel},
    };

    /// The work, on a thread of its own.
    pub(super) struct Work(Mutex<Receiver<Scene>>);

    impl Work {
        pub(super) fn new(catalog: Arc<Catalog>) -> Self {
            let (send, receive) = channel();
            std::thread::spawn(move || {
                // The window may be gone before the work is done: then nobody waits for it.
                let _ = send.send(Scene::compile(&catalog));
            });
            Self(Mutex::new(receive))
        }

        pub(super) fn go_on(&mut self) -> Outcome {
            let received = self
                .0
                .get_mut()
                .map_or(Err(TryRecvError::Disconnected), |receiver| {
                    receiver.try_recv()
                });
            match received {
                Ok(scene) => Outcome::Done(Box::new(scene)),
                Err(TryRecvError::Empty) => Outcome::Working(None),
                Err(TryRecvError::Disconnected) => Outcome::Failed,
            }
        }
    }
}

#[cfg(target_arch = "wasm32")]
mod work {
    use super::Outcome;
    use crate::{anatomy::steps::SceneSteps, model::catalog::Catalog};
    use bevy::platform::time::Instant;
    use std::{sync::Arc, time::Duration};

    /// Work for so long in an update: the page still answers, and little is lost to drawing.
    const AT_ONCE: Duration = Duration::from_millis(50);

    /// The work, done in between the frames.
    pub(super) struct Work {
        catalog: Arc<Catalog>,
        steps: Option<SceneSteps>,
    }

    impl Work {
        pub(super) fn new(catalog: Arc<Catalog>) -> Self {
            Self {
                steps: Some(SceneSteps::new(&catalog)),
                catalog,
            }
        }

        pub(super) fn go_on(&mut self) -> Outcome {
            let Some(mut steps) = self.steps.take() else {
                return Outcome::Failed;
            };
            let begun = Instant::now();
            while begun.elapsed() < AT_ONCE {
                if steps.step(&self.catalog) {
                    return Outcome::Done(Box::new(steps.finish()));
                }
            }
            let share = steps.share();
            self.steps = Some(steps);
            Outcome::Working(Some(share))
        }
    }
}
