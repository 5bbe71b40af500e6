//! The camera follows effects on a bare `App`: no window, no renderer, and no body yet.

use super::*;
use crate::model::ids::{PointId, StructureId};

fn camera(reduced_motion: bool) -> App {
    let mut state = AppState::default();
    state.preferences.reduced_motion = reduced_motion;
    let mut app = App::new();
    app.add_message::<EffectMessage>()
        .add_message::<RequestRedraw>()
        .init_resource::<Time>()
        .init_resource::<CameraState>()
        .init_resource::<Spawned>()
        .init_resource::<CurrentPattern>()
        .init_resource::<Stage>()
        .insert_resource(Facts(Default::default()))
        .insert_resource(Session::new(state))
        .add_systems(Update, (follow_effects, move_camera).chain());
    app
}

/// Hands effects on and updates once; where the camera stands then.
fn after(app: &mut App, effects: impl IntoIterator<Item = Effect>) -> Orbit {
    for effect in effects {
        app.world_mut().write_message(EffectMessage(effect));
    }
    app.update();
    app.world().resource::<CameraState>().now
}

fn redraws(app: &mut App) -> usize {
    let mut asked = app.world_mut().resource_mut::<Messages<RequestRedraw>>();
    asked.drain().count()
}

#[test]
fn a_preset_is_eased_to_while_frames_are_asked_for() {
    let mut app = camera(false);
    let goal = Orbit::preset(ViewPreset::Front, 1.0);
    let first = after(&mut app, [Effect::LookPreset(ViewPreset::Front)]);
    assert_ne!(first, goal, "it is under way");
    let mut updates = 0;
    while app.world().resource::<CameraState>().is_going() {
        let asked = redraws(&mut app);
        assert!(asked > 0, "nothing else asks for the next frame");
        app.update();
        updates += 1;
        assert!(updates < 100, "it never arrives");
    }
    let there = app.world().resource::<CameraState>().now;
    let apart_mm = there.focus_mm.distance(goal.focus_mm);
    // A turn may have gone the short way, past a whole one.
    let turned = there.direction().distance(goal.direction());
    assert!(turned < 1e-3 && apart_mm < 0.1, "{there:?}");
    app.update();
    redraws(&mut app);
    app.update();
    assert_eq!(redraws(&mut app), 0, "it rests");
}

#[test]
fn without_motion_it_is_there_at_once_and_the_last_effect_wins() {
    let mut app = camera(true);
    let pose = CameraPose::new(170.0, 4.5, [12.0, 1400.0, 30.0], 620.5);
    let effects = [Effect::LookPreset(ViewPreset::Neck), Effect::LookFrom(pose)];
    assert_eq!(after(&mut app, effects), Orbit::posed(&pose, 1.0));
    let state = app.world().resource::<CameraState>();
    assert!(!state.is_going());
    let preset = Effect::LookPreset(ViewPreset::Neck);
    let neck = Orbit::preset(ViewPreset::Neck, 1.0);
    assert_eq!(after(&mut app, [preset]), neck);
}

#[test]
fn a_turn_waits_for_the_body_unless_something_else_is_looked_at() {
    let mut app = camera(true);
    let before = app.world().resource::<CameraState>().now;
    let point = Item::Point(PointId::new("TRA-1", Side::Left));
    assert_eq!(after(&mut app, [Effect::TurnTo(point)]), before);
    assert!(app.world().resource::<CameraState>().is_going());
    after(&mut app, [Effect::LookPreset(ViewPreset::Back)]);
    assert!(!app.world().resource::<CameraState>().is_going());
}

#[test]
fn the_whole_body_is_turned_to_and_the_state_is_told_where_that_is() {
    let mut app = camera(true);
    let before = app.world().resource::<CameraState>().now;
    assert_eq!(after(&mut app, [Effect::LookWhole]), before.whole(1.0));
    let state = app.world().resource::<CameraState>();
    assert!(!state.is_told(&AppState::default()), "no preset says so");
}

#[test]
fn nothing_takes_the_body_out_of_view() {
    let mut camera = CameraState {
        body_mm: vec![Vec3::new(0.0, 1_000.0, 0.0)],
        ..CameraState::default()
    };
    for _ in 0..8 {
        let away = camera.now.zoomed(0.6, Vec2::new(0.4, 0.0));
        camera.take(away.panned(Vec2::new(-1.0, 0.5)));
        let lies = camera.now.rotation().inverse() * (camera.body_mm[0] - camera.now.focus_mm);
        let half_mm = camera.now.height_mm() / 2.0;
        assert!(lies.truncate().length() < half_mm, "{lies} of {half_mm}");
    }
}

#[test]
fn other_effects_leave_it_alone() {
    let mut app = camera(true);
    let before = app.world().resource::<CameraState>().now;
    let others = [
        Effect::SavePreferences,
        Effect::FocusSearch,
        Effect::CopyText("#".into()),
    ];
    assert_eq!(after(&mut app, others), before);
}

#[test]
fn a_view_is_told_by_a_link_only_where_the_link_leads_back() {
    let muscle = Item::Structure(StructureId::new("trapezius", Side::Left));
    let mut state = AppState::default();
    let mut camera = CameraState::default();
    assert!(camera.is_told(&state), "it stands at a preset");
    camera.take(camera.now.turned(Vec2::new(0.1, 0.0)));
    assert!(!camera.is_told(&state), "it was moved by hand");
    state.view.camera = Some(camera.tell());
    assert!(camera.is_told(&state));
    state.view.camera = None;
    state.view.preset = None;
    state.selection = Some(muscle);
    assert!(!camera.is_told(&state), "to select a muscle turns nothing");
}
