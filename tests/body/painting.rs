//! Painting on the body with a finger, through the same systems as in the window.

use bevy::{
    input::touch::{TouchInput, TouchPhase},
    prelude::*,
    window::WindowEvent,
};
use myomap::{
    app::{
        commands::AppCommand,
        modes::locate::{LocateCommand, Located},
        session::{Command, Session},
    },
    model::{
        catalog,
        link::{Mode, ViewPreset},
    },
    shell, store,
};

/// Updates that the body may take to be prepared.
const PATIENCE: u32 = 20_000;

fn ask(app: &mut App, command: AppCommand) {
    app.world_mut().write_message(Command(command));
    app.update();
}

/// As a window tells it: by itself, and among all that happens in it, in order.
fn told(app: &mut App, id: u64, phase: TouchPhase, position: Vec2) {
    let touch = TouchInput {
        phase,
        position,
        window: Entity::PLACEHOLDER,
        force: None,
        id,
    };
    app.world_mut().write_message(touch);
    app.world_mut()
        .write_message(WindowEvent::TouchInput(touch));
}

fn touch(app: &mut App, id: u64, phase: TouchPhase, position: Vec2) {
    told(app, id, phase, position);
    app.update();
}

fn painted(app: &App) -> usize {
    let strengths = app.world().resource::<Session>().locate.strengths();
    strengths.iter().filter(|strength| **strength > 0).count()
}

#[test]
fn a_finger_paints_one_step_and_two_fingers_none() {
    let (catalog, _) = catalog::load(&store::built_in_files());
    let mut app = shell::headless(
        Some("#depth=0&view=shoulder_blades".into()),
        catalog,
        (800, 600),
        false,
    );
    shell::make_ready(&mut app);
    ask(&mut app, AppCommand::SetMode(Mode::Locate));
    let mut updates = 0;
    while app.world().get_resource::<Located>().is_none()
        || app.world().resource::<Session>().locate.skin.is_none()
    {
        app.update();
        updates += 1;
        assert!(updates < PATIENCE, "the body is never prepared");
    }
    let middle = Vec2::new(400.0, 300.0);

    touch(&mut app, 1, TouchPhase::Started, middle);
    let spot = painted(&app);
    assert!(spot > 0, "a touch paints what is under the finger");
    for step in 1..=4 {
        let at = middle + Vec2::new(0.0, 12.0 * step as f32);
        touch(&mut app, 1, TouchPhase::Moved, at);
    }
    let stroke = painted(&app);
    assert!(stroke > spot, "the stroke goes on with the finger");
    touch(&mut app, 1, TouchPhase::Ended, middle);
    app.update();
    assert!(
        app.world().resource::<Session>().selection.is_none(),
        "painting selects nothing"
    );

    ask(&mut app, AppCommand::Locate(LocateCommand::Undo));
    assert_eq!(painted(&app), 0, "a stroke is one step");

    // However few frames are drawn meanwhile: a stroke that begins and ends between two of them is whole.
    told(&mut app, 7, TouchPhase::Started, middle);
    for step in 1..=4 {
        let at = middle + Vec2::new(0.0, 12.0 * step as f32);
        told(&mut app, 7, TouchPhase::Moved, at);
    }
    touch(&mut app, 7, TouchPhase::Ended, middle);
    app.update();
    assert_eq!(painted(&app), stroke);
    ask(&mut app, AppCommand::Locate(LocateCommand::Undo));
    assert_eq!(painted(&app), 0);
    ask(&mut app, AppCommand::Locate(LocateCommand::Redo));
    assert_eq!(painted(&app), stroke);

    // A preset in the middle of a stroke ends it: the finger paints nothing on what has come under it.
    let aside = middle + Vec2::new(-40.0, 20.0);
    touch(&mut app, 5, TouchPhase::Started, aside);
    ask(&mut app, AppCommand::Look(ViewPreset::Front));
    app.update();
    let turned = painted(&app);
    assert!(turned > stroke);
    for step in 1..=4 {
        let at = aside + Vec2::new(12.0 * step as f32, 0.0);
        touch(&mut app, 5, TouchPhase::Moved, at);
    }
    assert_eq!(painted(&app), turned, "painted after the camera has moved");
    touch(&mut app, 5, TouchPhase::Ended, aside);
    app.update();
    touch(&mut app, 6, TouchPhase::Started, middle);
    assert!(painted(&app) > turned, "the next press paints again");
    touch(&mut app, 6, TouchPhase::Ended, middle);
    app.update();
    for _ in 0..2 {
        ask(&mut app, AppCommand::Locate(LocateCommand::Undo));
    }
    assert_eq!(painted(&app), stroke);
    ask(&mut app, AppCommand::Look(ViewPreset::ShoulderBlades));

    // A corner of the picture is ground: nothing is painted there.
    let corner = Vec2::splat(3.0);
    touch(&mut app, 2, TouchPhase::Started, corner);
    touch(&mut app, 2, TouchPhase::Ended, corner);
    app.update();
    assert_eq!(painted(&app), stroke);

    // Two fingers that come down together turn the body into view; they do not paint.
    let left = middle + Vec2::new(-60.0, -60.0);
    told(&mut app, 3, TouchPhase::Started, left);
    touch(
        &mut app,
        4,
        TouchPhase::Started,
        middle + Vec2::new(60.0, 60.0),
    );
    touch(
        &mut app,
        3,
        TouchPhase::Moved,
        middle + Vec2::new(-80.0, -80.0),
    );
    assert_eq!(painted(&app), stroke);
}
