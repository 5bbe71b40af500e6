//! Pointer, touch and wheel over the body: a drag turns it, a right drag or two fingers move it (or turn it, where one
//! paints), wheel or pinch zooms about the pointer. What else a press means the stage says: a click selects, a double
//! click frames, or beside the body brings all of it back; a right
//! click or a long press opens the menu; or it paints, which is `painting`'s work.
//!
//! What lies under the pointer is found in `under`.

mod under;

use self::under::{Met, Under};
use super::camera::CameraState;
use crate::{
    app::{
        commands::AppCommand,
        input_clock::InputClock,
        on_screen::Viewport,
        session::{Anatomy, Command, Systems},
        stage::{Drag, Press as PressUse},
        state::BodyMenu,
    },
    model::ids::Item,
};
use bevy::{
    input::{
        ButtonState,
        gestures::PinchGesture,
        mouse::{AccumulatedMouseScroll, MouseButtonInput, MouseScrollUnit},
        touch::Touches,
    },
    prelude::*,
    window::{PrimaryWindow, RequestRedraw},
};

/// A press that moved less than this many logical pixels is a click.
const CLICK_PX: f32 = 4.0;
/// Two clicks within this time are a double click.
const DOUBLE_SECONDS: f64 = 0.40;
/// … and this near to each other, logical pixels.
const DOUBLE_PX: f32 = 16.0;
/// A finger that has lain still for so long opens the menu.
const LONG_PRESS_SECONDS: f32 = 0.5;
/// So much of the time between two updates counts towards it. Where a frame takes longer, a finger that has been
/// lifted meanwhile is not heard of in time: a tap must not become a long press.
const LONG_PRESS_STEP_SECONDS: f32 = 0.1;
/// A notch of the wheel zooms by this factor.
const NOTCH: f32 = 0.88;
/// Pixels of smooth scrolling that make a notch.
const PIXELS_A_NOTCH: f32 = 60.0;

/// Where the pointer is, and what a press is doing.
#[derive(Resource, Default)]
pub struct Pointer {
    /// Logical pixels in the window; none outside it.
    pub at: Option<Vec2>,
    /// A stroke of the brush is under way: the press is the brush's.
    pub brushing: bool,
    /// The press under way over the body.
    press: Option<Press>,
    /// The last click.
    last_click: Option<Click>,
    /// When and where a panel or a floating thing was last pressed.
    panel_pressed: Option<(f64, Vec2)>,
    /// Fingers' middle and spread, while two are down.
    fingers: Option<(Vec2, f32)>,
    /// For how many seconds one finger has lain still.
    still_for: Option<f32>,
    /// A long press has opened the menu, or a press beside it closes it: the fingers mean nothing else until they
    /// are gone.
    fingers_spent: bool,
}

struct Click {
    at_s: f64,
    at: Vec2,
    met: Met,
}

#[derive(Clone, Copy)]
struct Press {
    from: Vec2,
    last: Vec2,
    dragging: bool,
    pans: bool,
    /// Let go where it began, it opens the menu.
    opens_menu: bool,
    /// How often the left button has been let go: more than once where a double click came within a slow frame.
    released: usize,
}

/// Reads the pointer.
pub fn plugin(app: &mut App) {
    app.init_resource::<Pointer>().add_systems(
        Update,
        (read_mouse, read_touch, hover)
            .chain()
            .in_set(Systems::Input)
            .run_if(resource_exists::<Anatomy>),
    );
}

/// Turns, moves, zooms and selects with mouse or pen.
pub fn read_mouse(
    windows: Query<&Window, With<PrimaryWindow>>,
    buttons: Res<ButtonInput<MouseButton>>,
    keys: Res<ButtonInput<KeyCode>>,
    scroll: Res<AccumulatedMouseScroll>,
    mut pinch: MessageReader<PinchGesture>,
    mut pressed: MessageReader<MouseButtonInput>,
    clock: Res<InputClock>,
    under: Under,
    mut pointer: ResMut<Pointer>,
    mut camera: ResMut<CameraState>,
    mut send: MessageWriter<Command>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let left_released = pressed
        .read()
        .filter(|input| input.button == MouseButton::Left && input.state == ButtonState::Released);
    let released = left_released.count();
    let Ok(window) = windows.single() else {
        return;
    };
    pointer.at = window.cursor_position();
    let Some(at) = pointer.at else {
        return;
    };
    let [_, height] = under.viewport.size();
    // Beside an open menu a press only closes it.
    let free = under.viewport.contains(at.to_array())
        && !under.viewport.pointer_taken
        && under.session.menu.is_none();

    let zooming = scroll.delta.y
        / if scroll.unit == MouseScrollUnit::Line {
            1.0
        } else {
            PIXELS_A_NOTCH
        };
    let pinching: f32 = pinch.read().map(|gesture| gesture.0).sum();
    if free && (zooming != 0.0 || pinching != 0.0) {
        let factor = NOTCH.powf(zooming) * (1.0 - pinching).clamp(0.2, 5.0);
        let new = camera.now.zoomed(factor, from_middle(at, &under.viewport));
        camera.take(new);
        redraw.write(RequestRedraw);
    }

    let shift = keys.any_pressed([KeyCode::ShiftLeft, KeyCode::ShiftRight]);
    let started =
        buttons.any_just_pressed([MouseButton::Left, MouseButton::Right, MouseButton::Middle]);
    let now = clock.seconds();
    if started && !free {
        pointer.panel_pressed = Some((now, at));
    }
    // The second half of a double click on what has gone with its first half.
    let follows_panel = (pointer.panel_pressed)
        .is_some_and(|(when, place)| now - when < DOUBLE_SECONDS && place.distance(at) < DOUBLE_PX);
    if free && started && !follows_panel && pointer.press.is_none() && !pointer.brushing {
        let turns = buttons.just_pressed(MouseButton::Left)
            || (under.stage.pointer.secondary_drag == Drag::Turns
                && buttons.just_pressed(MouseButton::Right));
        let pans = shift || !turns;
        pointer.press = Some(Press {
            from: at,
            last: at,
            dragging: false,
            pans,
            opens_menu: buttons.just_pressed(MouseButton::Right),
            released: 0,
        });
    }
    let Some(mut press) = pointer.press else {
        return;
    };
    press.released += released;
    if buttons.any_pressed([MouseButton::Left, MouseButton::Right, MouseButton::Middle]) {
        press.dragging |= at.distance(press.from) > CLICK_PX;
        if press.dragging && at != press.last {
            let drag = (at - press.last) / height;
            let new = if press.pans {
                camera.now.panned(drag)
            } else {
                camera.now.turned(drag)
            };
            camera.take(new);
            press.last = at;
            redraw.write(RequestRedraw);
        }
        pointer.press = Some(press);
        return;
    }
    pointer.press = None;
    if press.dragging {
        return;
    }
    if press.opens_menu {
        if under.stage.pointer.opens_menu {
            open_menu(under.met(at, &camera).item(), at, &mut send);
        }
        return;
    }
    if press.pans || under.stage.pointer.press != PressUse::Selects {
        return;
    }
    let met = under.met(at, &camera);
    for _ in 0..press.released.clamp(1, 2) {
        let click = Click {
            at_s: now,
            at,
            met: met.clone(),
        };
        clicked(click, &mut pointer, &mut send);
    }
}

/// A click selects; a second one on the same thing frames it. One on nothing clears the selection, and a second one
/// there brings the whole body back. Skin without a region is nothing to select, and says so.
fn clicked(click: Click, pointer: &mut Pointer, send: &mut MessageWriter<Command>) {
    let again = pointer.last_click.as_ref().is_some_and(|last| {
        click.at_s - last.at_s < DOUBLE_SECONDS
            && last.at.distance(click.at) < DOUBLE_PX
            && last.met == click.met
    });
    let command = match (click.met.clone().item(), again) {
        (Some(item), true) => AppCommand::Frame(item),
        (None, true) => AppCommand::LookWhole,
        (item, false) => AppCommand::Pick(item),
    };
    send.write(Command(command));
    if click.met == Met::SkinWithoutRegion && !again {
        send.write(Command(AppCommand::TellUnreached));
    }
    pointer.last_click = (!again).then_some(click);
}

/// The menu of a thing; nothing has none.
fn open_menu(item: Option<Item>, at: Vec2, send: &mut MessageWriter<Command>) {
    if let Some(item) = item {
        let at = at.to_array();
        send.write(Command(AppCommand::OpenMenu(BodyMenu { item, at })));
    }
}

/// One finger orbits, two pan and pinch, a tap selects, a long press opens the menu.
fn read_touch(
    touches: Res<Touches>,
    under: Under,
    time: Res<Time<Real>>,
    clock: Res<InputClock>,
    mut pointer: ResMut<Pointer>,
    mut camera: ResMut<CameraState>,
    mut send: MessageWriter<Command>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let [_, height] = under.viewport.size();
    let mut down: Vec<_> = touches.iter().collect();
    down.sort_by_key(|touch| touch.id());
    if pointer.fingers_spent || under.session.menu.is_some() {
        pointer.still_for = None;
        pointer.fingers_spent = !down.is_empty();
        return;
    }
    let still = match down.as_slice() {
        [one] => {
            under.stage.pointer.opens_menu
                && pointer.fingers.is_none()
                && one.distance().length() <= CLICK_PX * 2.0
                && !under.viewport.pointer_taken
                && under.viewport.contains(one.start_position().to_array())
        }
        _ => false,
    };
    let step = time.delta_secs().min(LONG_PRESS_STEP_SECONDS);
    pointer.still_for = still.then(|| pointer.still_for.map_or(0.0, |before| before + step));
    if let (Some(still_for), [one]) = (pointer.still_for, down.as_slice()) {
        if still_for >= LONG_PRESS_SECONDS {
            pointer.still_for = None;
            pointer.fingers_spent = true;
            let item = under.met(one.position(), &camera).item();
            open_menu(item, one.position(), &mut send);
            return;
        }
        // Nothing else tells that time goes by.
        redraw.write(RequestRedraw);
    }
    match down.as_slice() {
        [_] if pointer.brushing => {}
        [one]
            if !under.viewport.pointer_taken
                && under.viewport.contains(one.start_position().to_array()) =>
        {
            pointer.fingers = None;
            if one.delta() != Vec2::ZERO && one.distance().length() > CLICK_PX {
                let new = camera.now.turned(one.delta() / height);
                camera.take(new);
                redraw.write(RequestRedraw);
            }
        }
        [one, two] if !under.viewport.pointer_taken => {
            let middle = (one.position() + two.position()) / 2.0;
            let spread = one.position().distance(two.position()).max(1.0);
            if let Some((old_middle, old_spread)) = pointer.fingers {
                let pinched = camera
                    .now
                    .zoomed(old_spread / spread, from_middle(middle, &under.viewport));
                let drag = (middle - old_middle) / height;
                // Two fingers are the second button: where one paints, they turn.
                camera.take(match under.stage.pointer.secondary_drag {
                    Drag::Pans => pinched.panned(drag),
                    Drag::Turns => pinched.turned(drag),
                });
                redraw.write(RequestRedraw);
            }
            pointer.fingers = Some((middle, spread));
        }
        _ => {}
    }
    let tap = touches
        .iter_just_released()
        .find(|touch| touch.distance().length() <= CLICK_PX * 2.0);
    if let Some(tap) = tap
        && pointer.fingers.is_none()
        && under.viewport.contains(tap.position().to_array())
        && !under.viewport.pointer_taken
        && under.stage.pointer.press == PressUse::Selects
    {
        let click = Click {
            at_s: clock.seconds(),
            at: tap.position(),
            met: under.met(tap.position(), &camera),
        };
        clicked(click, &mut pointer, &mut send);
    }
    if down.is_empty() {
        pointer.fingers = None;
    }
}

/// Names what the pointer is over, as soon as it, a panel below it or the picture has moved.
fn hover(
    under: Under,
    pointer: Res<Pointer>,
    camera: Res<CameraState>,
    mut last: Local<(Option<Vec2>, bool)>,
    mut named: Local<Option<Item>>,
    mut send: MessageWriter<Command>,
) {
    let taken = under.viewport.pointer_taken;
    let here = (pointer.at, taken);
    if here == *last && !under.looks.is_changed() && !under.overlay.is_changed() {
        return;
    }
    *last = here;
    let dragging = pointer.press.is_some_and(|press| press.dragging);
    let item = match pointer.at {
        Some(at) if !taken && !dragging => under.met(at, &camera).item(),
        _ => None,
    };
    let before = std::mem::replace(&mut *named, item.clone());
    // Over the panels it is theirs to say what is pointed at: only what was named here is taken back.
    let ours = !taken || before == under.session.hover;
    if ours && item != under.session.hover {
        send.write(Command(AppCommand::Hover(item)));
    }
}

/// From the viewport's middle, in shares of its height, y down.
fn from_middle(at: Vec2, viewport: &Viewport) -> Vec2 {
    let middle = (Vec2::from_array(viewport.min) + Vec2::from_array(viewport.max)) / 2.0;
    (at - middle) / viewport.size()[1]
}

#[cfg(test)]
mod tests;
