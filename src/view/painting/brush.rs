//! The brush: a press on the skin and what the pointer passes until it is let go becomes a stroke, measured along
//! the skin, so that nothing is painted on a surface behind or on the next finger.

use crate::{
    anatomy::painting::Touch,
    app::{
        commands::AppCommand,
        modes::locate::located::Located,
        on_screen::{BrushOnScreen, Overlay, Viewport},
        session::{Anatomy, Command, Systems, Wake},
        stage::{BrushOnStage, Press, Stage},
        stroke::Stroke,
    },
    study::locate::dab::Dab,
    view::{
        camera::CameraState,
        lens::Lens,
        orbit::Orbit,
        pointer::{self, Pointer},
    },
};
use bevy::{
    input::{
        ButtonState,
        touch::{TouchPhase, Touches},
    },
    prelude::*,
    window::{PrimaryWindow, WindowEvent},
};

/// Corners of the brush's rim on the screen.
const RIM_CORNERS: u32 = 40;
/// A finger that has moved less than this, in logical pixels, when a second one comes, was no stroke.
const DAB_PX: f32 = 24.0;

/// Paints with mouse, pen and finger.
pub fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (
            paint
                .in_set(Systems::Input)
                .before(pointer::read_mouse)
                .run_if(resource_exists::<Anatomy>.and_then(resource_exists::<Located>)),
            show_brush
                .in_set(Systems::Present)
                .after(crate::view::markers::place_overlay)
                .run_if(resource_exists::<Anatomy>),
        ),
    );
}

/// A stroke under way.
#[derive(Default)]
struct Way {
    /// Where the brush touched the skin last; none while it is off it.
    last: Option<Touch>,
    /// Where the camera stood when it began.
    from: Option<Orbit>,
    /// The camera has moved since: nothing more is painted until the next press.
    over: bool,
}

fn paint(
    stage: Res<Stage>,
    scene: Res<Anatomy>,
    located: Res<Located>,
    camera: Res<CameraState>,
    viewport: Res<Viewport>,
    buttons: Res<ButtonInput<MouseButton>>,
    touches: Res<Touches>,
    windows: Query<&Window, With<PrimaryWindow>>,
    mut happened: MessageReader<WindowEvent>,
    mut pointer: ResMut<Pointer>,
    mut way: Local<Way>,
    mut send: MessageWriter<Command>,
) {
    let passed = passed(&mut happened);
    let fingers: Vec<_> = touches.iter().collect();
    let started = buttons.just_pressed(MouseButton::Left) || touches.any_just_pressed();
    // One finger paints; a second one turns the stroke into a pinch.
    let brush = brush_of(&stage)
        .filter(|_| fingers.len() < 2 && (pointer.brushing || started && !viewport.pointer_taken));
    let Some(brush) = brush else {
        if pointer.brushing {
            pointer.brushing = false;
            if !std::mem::take(&mut *way).over {
                send.write(step(Stroke::End));
            }
            // A second finger that comes at once means no stroke: the dab of the first goes away again.
            let turns =
                fingers.len() > 1 && fingers.iter().all(|one| one.distance().length() < DAB_PX);
            if let (true, Some(undo)) = (turns, stage.keys.undo.clone()) {
                send.write(Command(undo));
            }
        }
        return;
    };
    let lens = Lens::new(camera.now, &viewport);
    // What the brush covers on its way to a place of the window.
    let covered = |at: Vec2, last: Option<Touch>| {
        if !viewport.contains(at.to_array()) {
            return None;
        }
        let (origin_mm, direction) = lens.ray(at);
        let skin = &scene.body.skin;
        let hit = skin.index.first_hit(origin_mm, direction)?;
        let swept =
            located
                .engine
                .samples
                .sweep(skin, last, hit.triangle, hit.point_mm, brush.radius_mm);
        swept.map(|(touch, depths)| (touch, Dab::new(depths)))
    };
    let mut all: Vec<Dab> = Vec::new();
    if !pointer.brushing {
        // A finger may have come and gone within one slow frame.
        let mut down = touches.iter_just_pressed();
        let at = (down.next().map(|finger| finger.start_position()))
            .or_else(|| windows.single().ok().and_then(Window::cursor_position));
        let Some((touch, dab)) = at.and_then(|at| covered(at, None)) else {
            return;
        };
        pointer.brushing = true;
        *way = Way {
            last: Some(touch),
            from: Some(camera.now),
            over: false,
        };
        send.write(step(Stroke::Start));
        all.push(dab);
    }
    // What is under the pointer now is not what lay beside it: the press goes on, but paints no more.
    if !way.over && (camera.is_going() || way.from != Some(camera.now)) {
        way.over = true;
        send.write(step(Stroke::End));
    }
    if !way.over {
        // Everything on the way counts, however few frames are drawn meanwhile.
        for at in passed {
            match covered(at, way.last) {
                Some((touch, dab)) => {
                    way.last = Some(touch);
                    all.push(dab);
                }
                None => way.last = None,
            }
        }
        if !all.is_empty() {
            send.write(step(Stroke::Over(Dab::joined(&all))));
        }
    }
    if !buttons.pressed(MouseButton::Left) && fingers.is_empty() {
        pointer.brushing = false;
        if !std::mem::take(&mut *way).over {
            send.write(step(Stroke::End));
        }
    }
}

/// Where the press went since the last update, in logical pixels, from where it began to where it was let go.
fn passed(happened: &mut MessageReader<WindowEvent>) -> Vec<Vec2> {
    let mut passed = Vec::new();
    let mut let_go = false;
    for event in happened.read() {
        match event {
            WindowEvent::MouseButtonInput(input) if input.button == MouseButton::Left => {
                let_go = input.state == ButtonState::Released;
                if !let_go {
                    passed.clear();
                }
            }
            WindowEvent::CursorMoved(moved) if !let_go => passed.push(moved.position),
            WindowEvent::TouchInput(touch) if !let_go => match touch.phase {
                TouchPhase::Started => passed.clear(),
                TouchPhase::Moved => passed.push(touch.position),
                TouchPhase::Ended => {
                    passed.push(touch.position);
                    let_go = true;
                }
                TouchPhase::Canceled => let_go = true,
            },
            _ => {}
        }
    }
    passed
}

fn step(step: Stroke) -> Command {
    Command(AppCommand::Stroke(step))
}

/// The brush in hand, where a press paints.
fn brush_of(stage: &Stage) -> Option<BrushOnStage> {
    match stage.pointer.press {
        Press::Paints(brush) => Some(brush),
        Press::Selects | Press::Nothing => None,
    }
}

/// Shows the brush's rim on the skin under the pointer.
fn show_brush(
    stage: Res<Stage>,
    scene: Res<Anatomy>,
    camera: Res<CameraState>,
    viewport: Res<Viewport>,
    pointer: Res<Pointer>,
    mut overlay: ResMut<Overlay>,
    mut wake: ResMut<Wake>,
) {
    let brush = pointer
        .at
        .filter(|at| !viewport.pointer_taken && viewport.contains(at.to_array()))
        .zip(brush_of(&stage))
        .and_then(|(at, brush)| {
            let lens = Lens::new(camera.now, &viewport);
            let (origin_mm, direction) = lens.ray(at);
            let hit = scene.body.skin.index.first_hit(origin_mm, direction)?;
            let (a, b) = hit.normal.any_orthonormal_pair();
            let rim: Option<Vec<[f32; 2]>> = (0..RIM_CORNERS)
                .map(|corner| {
                    let turn = std::f32::consts::TAU * corner as f32 / RIM_CORNERS as f32;
                    let out = (a * turn.cos() + b * turn.sin()) * brush.radius_mm;
                    lens.on_screen(hit.point_mm + out).map(|at| at.to_array())
                })
                .collect();
            Some(BrushOnScreen {
                rim: rim?,
                erases: brush.erases,
            })
        });
    if overlay.brush != brush {
        overlay.brush = brush;
        wake.wake();
    }
}
