//! Press, drag, long press, two fingers and hover, through the systems on a bare `App`: no window, no renderer. The
//! body is empty; what can be pointed at is a marker in the middle of the picture.

use super::*;
use crate::{
    anatomy::scene::Scene,
    app::{
        input_clock::InputClock,
        on_screen::{MarkerLook, MarkerOnScreen, Overlay},
        session::Session,
        stage::{PointerUse, Stage},
        state::{AppState, ViewSettings},
    },
    model::{catalog::Catalog, ids::PointId, side::Side},
    view::body::Appearances,
};
use bevy::input::{
    ButtonState, InputPlugin,
    mouse::{MouseButtonInput, MouseScrollUnit, MouseWheel},
    touch::{TouchInput, TouchPhase},
};
use std::{
    collections::BTreeMap,
    sync::Arc,
    time::{Duration, Instant},
};

const MIDDLE: Vec2 = Vec2::new(200.0, 200.0);
const BESIDE: Vec2 = Vec2::new(40.0, 40.0);

fn point() -> Item {
    Item::Point(PointId::new("TRA-1", Side::Left))
}

struct Pointed {
    app: App,
    window: Entity,
    now: Instant,
}

impl Pointed {
    fn new(pointer: PointerUse) -> Self {
        Self::over(pointer, &Catalog::default())
    }

    /// With a body before the camera.
    fn over(pointer: PointerUse, catalog: &Catalog) -> Self {
        let mut app = App::new();
        let marker = MarkerOnScreen {
            item: point(),
            mark: "1".into(),
            spot: MIDDLE.to_array(),
            centre: MIDDLE.to_array(),
            rim: Vec::new(),
            radius: 12.0,
            area: Vec::new(),
            deep: false,
            look: MarkerLook::Plain,
        };
        app.add_plugins(InputPlugin)
            .add_message::<Command>()
            .add_message::<RequestRedraw>()
            .init_resource::<Time<Real>>()
            .init_resource::<InputClock>()
            .init_resource::<CameraState>()
            .init_resource::<Appearances>()
            .insert_resource(Session::new(AppState::default()))
            .insert_resource(Stage {
                pointer,
                ..Stage::default()
            })
            .insert_resource(Viewport {
                max: [400.0, 400.0],
                ..Viewport::default()
            })
            .insert_resource(Overlay {
                markers: vec![marker],
                ..Overlay::default()
            })
            .insert_resource(Anatomy(Arc::new(Scene::compile(catalog))))
            .add_plugins(plugin);
        let window = app
            .world_mut()
            .spawn((Window::default(), PrimaryWindow))
            .id();
        let now = Instant::now();
        let mut window = Self { app, window, now };
        window.after(0);
        window
    }

    /// What is sent in an update so many milliseconds later, but for what the pointer is over.
    fn after(&mut self, milliseconds: u64) -> Vec<AppCommand> {
        let mut sent = self.all_after(milliseconds);
        sent.retain(|command| !matches!(command, AppCommand::Hover(_)));
        sent
    }

    fn all_after(&mut self, milliseconds: u64) -> Vec<AppCommand> {
        self.now += Duration::from_millis(milliseconds);
        self.update(0)
    }

    /// What is sent in an update that begins now and takes so long.
    fn update(&mut self, milliseconds: u64) -> Vec<AppCommand> {
        let now = self.now;
        let mut time = self.app.world_mut().resource_mut::<Time<Real>>();
        time.update_with_instant(now);
        self.app.world_mut().resource_mut::<InputClock>().begin(now);
        self.app.update();
        self.now += Duration::from_millis(milliseconds);
        let ended = self.now;
        self.app.world_mut().resource_mut::<InputClock>().end(ended);
        let mut sent = self.app.world_mut().resource_mut::<Messages<Command>>();
        sent.drain().map(|Command(command)| command).collect()
    }

    fn point_at(&mut self, at: Vec2) {
        let mut window = self.app.world_mut().entity_mut(self.window);
        let mut window = window.get_mut::<Window>().unwrap();
        window.set_cursor_position(Some(at));
    }

    fn button(&mut self, button: MouseButton, state: ButtonState) {
        let window = self.window;
        self.app.world_mut().write_message(MouseButtonInput {
            button,
            state,
            window,
        });
    }

    fn press(&mut self, button: MouseButton) -> Vec<AppCommand> {
        self.button(button, ButtonState::Pressed);
        self.after(10)
    }

    fn release(&mut self, button: MouseButton) -> Vec<AppCommand> {
        self.button(button, ButtonState::Released);
        self.after(10)
    }

    fn click(&mut self, button: MouseButton) -> Vec<AppCommand> {
        let mut sent = self.press(button);
        sent.extend(self.release(button));
        sent
    }

    fn touch(&mut self, id: u64, phase: TouchPhase, position: Vec2) {
        let window = self.window;
        self.app.world_mut().write_message(TouchInput {
            phase,
            position,
            window,
            force: None,
            id,
        });
    }

    fn camera(&self) -> super::super::orbit::Orbit {
        self.app.world().resource::<CameraState>().now
    }

    /// Drags from the middle; true where the camera turned, and true where it moved across.
    fn drag(&mut self, button: MouseButton) -> (bool, bool) {
        let before = self.camera();
        self.point_at(MIDDLE);
        self.press(button);
        self.point_at(MIDDLE + Vec2::new(60.0, 0.0));
        self.after(10);
        let sent = self.release(button);
        assert_eq!(sent, [], "a drag is no click");
        let after = self.camera();
        (before.yaw != after.yaw, before.focus_mm != after.focus_mm)
    }
}

fn explores() -> PointerUse {
    PointerUse {
        opens_menu: true,
        ..PointerUse::default()
    }
}

fn paints() -> PointerUse {
    PointerUse {
        press: PressUse::Paints(crate::app::stage::BrushOnStage {
            radius_mm: 10.0,
            erases: false,
        }),
        secondary_drag: Drag::Turns,
        opens_menu: false,
    }
}

#[test]
fn a_click_selects_a_second_one_frames_and_one_beside_clears() {
    let mut window = Pointed::new(explores());
    window.point_at(MIDDLE);
    let select = AppCommand::Pick(Some(point()));
    assert_eq!(
        window.click(MouseButton::Left),
        std::slice::from_ref(&select)
    );
    assert_eq!(
        window.click(MouseButton::Left),
        [AppCommand::Frame(point())]
    );
    window.after(1_000);
    assert_eq!(
        window.click(MouseButton::Left),
        std::slice::from_ref(&select)
    );
    window.after(1_000);
    assert_eq!(
        window.click(MouseButton::Left),
        [select],
        "too late to be double"
    );
    window.point_at(BESIDE);
    assert_eq!(window.click(MouseButton::Left), [AppCommand::Pick(None)]);
    window.point_at(BESIDE + Vec2::new(120.0, 0.0));
    assert_eq!(
        window.click(MouseButton::Left),
        [AppCommand::Pick(None)],
        "elsewhere it is no double click"
    );
    assert_eq!(window.click(MouseButton::Left), [AppCommand::LookWhole]);
}

#[test]
fn two_clicks_are_a_double_click_by_when_they_were_made_however_long_a_frame_takes() {
    let pick = AppCommand::Pick(Some(point()));
    let twice = [pick.clone(), AppCommand::Frame(point())];
    let both = |window: &mut Pointed| {
        window.button(MouseButton::Left, ButtonState::Pressed);
        window.button(MouseButton::Left, ButtonState::Released);
    };
    let clicks = |sent: Vec<AppCommand>| -> Vec<AppCommand> {
        let hovers = |command: &AppCommand| matches!(command, AppCommand::Hover(_));
        sent.into_iter()
            .filter(|command| !hovers(command))
            .collect()
    };
    // The first wakes the window; the second is made while its frame is drawn, and heard after it.
    let mut window = Pointed::new(explores());
    window.point_at(MIDDLE);
    window.after(1_000);
    both(&mut window);
    window.now += Duration::from_millis(1_000);
    let mut sent = clicks(window.update(700));
    both(&mut window);
    sent.extend(clicks(window.update(700)));
    assert_eq!(sent, twice);
    // A whole frame lies between these.
    let mut window = Pointed::new(explores());
    window.point_at(MIDDLE);
    window.now += Duration::from_millis(1_000);
    both(&mut window);
    let mut sent = clicks(window.update(700));
    sent.extend(clicks(window.update(700)));
    both(&mut window);
    sent.extend(clicks(window.update(0)));
    assert_eq!(sent, [pick.clone(), pick]);
    // Both come within one frame, or all but the last letting go.
    let mut window = Pointed::new(explores());
    window.point_at(MIDDLE);
    both(&mut window);
    both(&mut window);
    assert_eq!(window.after(1_000), twice);
    let mut window = Pointed::new(explores());
    window.point_at(MIDDLE);
    both(&mut window);
    window.button(MouseButton::Left, ButtonState::Pressed);
    assert_eq!(window.after(1_000), []);
    window.button(MouseButton::Left, ButtonState::Released);
    assert_eq!(window.after(700), twice);
}

#[test]
fn the_second_click_on_what_went_with_the_first_is_none_on_the_body() {
    let mut window = Pointed::new(explores());
    window.point_at(MIDDLE);
    let taken = |window: &mut Pointed, taken| {
        let mut viewport = window.app.world_mut().resource_mut::<Viewport>();
        viewport.pointer_taken = taken;
    };
    taken(&mut window, true);
    assert_eq!(window.click(MouseButton::Left), []);
    taken(&mut window, false);
    assert_eq!(window.click(MouseButton::Left), []);
    window.after(1_000);
    let pick = AppCommand::Pick(Some(point()));
    assert_eq!(window.click(MouseButton::Left), [pick]);
}

#[test]
fn drags_turn_and_move_the_body_as_the_stage_says() {
    let mut window = Pointed::new(explores());
    assert_eq!(window.drag(MouseButton::Left), (true, false));
    assert_eq!(window.drag(MouseButton::Right), (false, true));
    let mut window = Pointed::new(paints());
    assert_eq!(window.drag(MouseButton::Right), (true, false));
}

#[test]
fn a_right_click_opens_the_menu_where_there_is_one() {
    let menu = AppCommand::OpenMenu(BodyMenu {
        item: point(),
        at: MIDDLE.to_array(),
    });
    let mut window = Pointed::new(explores());
    window.point_at(MIDDLE);
    assert_eq!(window.click(MouseButton::Right), [menu]);
    window.point_at(BESIDE);
    assert_eq!(window.click(MouseButton::Right), []);
    for without in [
        paints(),
        PointerUse {
            press: PressUse::Nothing,
            ..PointerUse::default()
        },
    ] {
        let mut window = Pointed::new(without);
        window.point_at(MIDDLE);
        assert_eq!(window.click(MouseButton::Right), []);
        assert_eq!(
            window.click(MouseButton::Left),
            [],
            "nor does a click select"
        );
    }
}

#[test]
fn a_press_is_the_brush_s_while_it_paints() {
    let mut window = Pointed::new(paints());
    window.app.world_mut().resource_mut::<Pointer>().brushing = true;
    assert_eq!(window.drag(MouseButton::Left), (false, false));
    window.app.world_mut().resource_mut::<Pointer>().brushing = false;
    assert_eq!(
        window.drag(MouseButton::Left),
        (true, false),
        "beside the skin it turns"
    );
}

#[test]
fn the_wheel_zooms_unless_a_panel_has_the_pointer() {
    let mut window = Pointed::new(explores());
    window.point_at(MIDDLE);
    let roll = |window: &mut Pointed| {
        let before = window.camera().distance_mm;
        let entity = window.window;
        window.app.world_mut().write_message(MouseWheel {
            unit: MouseScrollUnit::Line,
            x: 0.0,
            y: 1.0,
            window: entity,
            phase: bevy::input::touch::TouchPhase::Moved,
        });
        window.after(10);
        window.camera().distance_mm / before
    };
    assert!(roll(&mut window) < 0.95);
    window
        .app
        .world_mut()
        .resource_mut::<Viewport>()
        .pointer_taken = true;
    assert_eq!(roll(&mut window), 1.0);
}

#[test]
fn a_tap_selects_and_a_long_press_opens_the_menu_once() {
    let mut window = Pointed::new(explores());
    window.touch(1, TouchPhase::Started, MIDDLE);
    assert_eq!(window.after(10), []);
    window.touch(1, TouchPhase::Ended, MIDDLE);
    assert_eq!(window.after(10), [AppCommand::Pick(Some(point()))]);

    window.touch(2, TouchPhase::Started, MIDDLE);
    let mut sent = Vec::new();
    for _ in 0..12 {
        sent.extend(window.after(80));
    }
    window.touch(2, TouchPhase::Ended, MIDDLE);
    sent.extend(window.after(10));
    let menu = BodyMenu {
        item: point(),
        at: MIDDLE.to_array(),
    };
    assert_eq!(sent, [AppCommand::OpenMenu(menu)]);
}

#[test]
fn one_slow_frame_makes_no_long_press() {
    let mut window = Pointed::new(explores());
    window.touch(1, TouchPhase::Started, MIDDLE);
    assert_eq!(window.after(10), []);
    assert_eq!(window.after(3_000), []);
    window.touch(1, TouchPhase::Ended, MIDDLE);
    assert_eq!(window.after(10), [AppCommand::Pick(Some(point()))]);
}

#[test]
fn where_a_press_paints_fingers_neither_select_nor_open_the_menu() {
    let mut window = Pointed::new(paints());
    window.touch(1, TouchPhase::Started, MIDDLE);
    for _ in 0..12 {
        assert_eq!(window.after(80), []);
    }
    window.touch(1, TouchPhase::Ended, MIDDLE);
    assert_eq!(window.after(10), []);
}

#[test]
fn two_fingers_zoom_and_move_and_are_no_tap() {
    let mut window = Pointed::new(explores());
    let before = window.camera();
    let [left, right] = [Vec2::new(-50.0, 0.0), Vec2::new(50.0, 0.0)];
    window.touch(1, TouchPhase::Started, MIDDLE + left);
    window.touch(2, TouchPhase::Started, MIDDLE + right);
    window.after(10);
    window.touch(1, TouchPhase::Moved, MIDDLE + left * 2.0);
    window.touch(2, TouchPhase::Moved, MIDDLE + right * 2.0);
    window.after(10);
    let after = window.camera();
    assert!(after.distance_mm < before.distance_mm * 0.6, "{after:?}");
    assert_eq!(after.yaw, before.yaw, "two fingers turn nothing");
    window.touch(1, TouchPhase::Ended, MIDDLE + left * 2.0);
    window.touch(2, TouchPhase::Ended, MIDDLE + right * 2.0);
    assert_eq!(window.after(10), []);
}

#[test]
fn what_the_pointer_is_over_is_told_once_and_taken_back() {
    let mut window = Pointed::new(explores());
    window.point_at(MIDDLE);
    let over = AppCommand::Hover(Some(point()));
    assert_eq!(window.all_after(10), [over]);
    let hovering = AppState {
        hover: Some(point()),
        ..AppState::default()
    };
    window.app.insert_resource(Session::new(hovering));
    assert_eq!(window.all_after(10), [], "nothing has moved");
    window.point_at(BESIDE);
    assert_eq!(window.all_after(10), [AppCommand::Hover(None)]);
}

#[test]
fn a_press_beside_an_open_menu_does_nothing_to_the_body() {
    let mut window = Pointed::new(explores());
    let open = AppState {
        menu: Some(BodyMenu {
            item: point(),
            at: [0.0, 0.0],
        }),
        ..AppState::default()
    };
    window.app.insert_resource(Session::new(open));
    window.point_at(MIDDLE);
    assert_eq!(window.click(MouseButton::Left), []);
}

#[test]
fn a_click_on_skin_without_a_region_says_that_no_point_reaches_it() {
    // Skin and nothing else: none of it has a region.
    let shape = ron::from_str(include_str!("../../../data/shapes/skin.ron")).unwrap();
    let skin = Catalog {
        shapes: BTreeMap::from([("skin".to_owned(), shape)]),
        ..Catalog::default()
    };
    let mut window = Pointed::over(explores(), &skin);
    let view = ViewSettings {
        depth: 0.0,
        ..ViewSettings::default()
    };
    let state = AppState {
        view,
        ..AppState::default()
    };
    window.app.insert_resource(Session::new(state));
    window.point_at(MIDDLE - Vec2::new(0.0, 60.0));
    assert_eq!(
        window.click(MouseButton::Left),
        [AppCommand::Pick(None), AppCommand::TellUnreached]
    );
    // Twice, it brings the whole body back, and needs no words.
    assert_eq!(window.click(MouseButton::Left), [AppCommand::LookWhole]);
    // Beside the body there is nothing to say.
    window.point_at(Vec2::new(3.0, 397.0));
    assert_eq!(window.click(MouseButton::Left), [AppCommand::Pick(None)]);
}
