//! Compiles the body beside the running window, so that the first picture does not wait for it:
//! on a thread of its own, or in the browser, which has one thread, a piece of it every frame.

use super::{
    on_screen::Overlay,
    session::{Anatomy, Facts, Systems, Wake},
};
use crate::{anatomy::scene::Scene, locale::Key};
use bevy::{prelude::*, window::RequestRedraw};
use std::sync::Arc;

/// The scene on its way.
#[derive(Resource)]
struct Compiling(work::Work);

/// Compiles the scene at start.
pub fn plugin(app: &mut App) {
    app.add_systems(Startup, start_compiling)
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
) {
    let Some(mut compiling) = compiling else {
        return;
    };
    match compiling.0.go_on() {
        Outcome::Done(scene) => {
            for problem in &scene.problems {
                warn!("{problem}");
            }
            commands.insert_resource(Anatomy(Arc::new(*scene)));
            commands.remove_resource::<Compiling>();
            (overlay.loading, overlay.loaded) = (None, None);
            wake.stir();
        }
        Outcome::Working(share) => overlay.loaded = share,
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

    /// Work for so long in a frame: the page still answers, and little is lost to drawing.
    const AT_ONCE: Duration = Duration::from_millis(50);
    /// Frames drawn before the work begins, so that there is a picture to wait with.
    const FRAMES_BEFORE: u8 = 3;

    /// The work, done in between the frames.
    pub(super) struct Work {
        catalog: Arc<Catalog>,
        steps: Option<SceneSteps>,
        frames: u8,
    }

    impl Work {
        pub(super) fn new(catalog: Arc<Catalog>) -> Self {
            Self {
                steps: Some(SceneSteps::new(&catalog)),
                catalog,
                frames: 0,
            }
        }

        pub(super) fn go_on(&mut self) -> Outcome {
            if self.frames < FRAMES_BEFORE {
                self.frames += 1;
                return Outcome::Working(Some(0.0));
            }
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
