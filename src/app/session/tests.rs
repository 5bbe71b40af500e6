//! The session's systems on a bare `App`: no window, no renderer.

use super::*;
use crate::model::{facts::Region, ids::Item};
use crate::model::{
    ids::{PointId, RegionId},
    link::ViewPreset,
    side::Side,
};

fn session() -> App {
    let mut app = App::new();
    app.add_message::<RequestRedraw>()
        .add_message::<WindowResized>()
        .add_message::<WindowScaleFactorChanged>()
        .init_resource::<Session>()
        .add_plugins(plugin)
        .init_resource::<Changes>()
        .add_systems(Update, note_changes.after(Systems::Apply));
    let region: Region =
        ron::from_str(r#"(id: "temple", name: "Temple", extent: "e", areas: [])"#).unwrap();
    let catalog = Catalog {
        regions: vec![region],
        ..Catalog::default()
    };
    app.insert_resource(Facts(Arc::new(catalog)));
    app.update();
    app.update();
    app.world_mut().resource_mut::<Changes>().clear();
    app
}

/// In which updates the session and the stage have changed.
#[derive(Resource, Default, Deref, DerefMut)]
struct Changes(Vec<(bool, bool)>);

fn note_changes(session: Res<Session>, stage: Res<Stage>, mut changes: ResMut<Changes>) {
    changes.push((session.is_changed(), stage.is_changed()));
}

/// Sends commands and updates once; whether session and stage have changed by it.
fn after(app: &mut App, commands: impl IntoIterator<Item = AppCommand>) -> (bool, bool) {
    for command in commands {
        app.world_mut().write_message(Command(command));
    }
    app.update();
    app.world_mut().resource_mut::<Changes>().pop().unwrap()
}

fn temple() -> Item {
    Item::Region(RegionId::new("temple", Side::Left))
}

#[test]
fn commands_change_the_session_and_the_stage_and_nothing_else_does() {
    let mut app = session();
    assert_eq!(after(&mut app, []), (false, false));
    let select = AppCommand::Select(Some(temple()));
    assert_eq!(after(&mut app, [select]), (true, true));
    let stage = app.world().resource::<Stage>();
    assert_eq!(stage.body.pattern, Some(temple()));
    assert_eq!(after(&mut app, []), (false, false));
}

#[test]
fn what_is_as_it_was_wakes_nobody() {
    let mut app = session();
    let hover = || AppCommand::Hover(Some(Item::Point(PointId::new("TRA-1", Side::Left))));
    assert_eq!(after(&mut app, [hover()]), (true, false));
    assert_eq!(after(&mut app, [hover()]), (false, false));
    assert_eq!(after(&mut app, [AppCommand::SetDepth(1.0)]), (false, false));
}

#[test]
fn effects_are_handed_on_in_their_order() {
    let mut app = session();
    after(
        &mut app,
        [
            AppCommand::Look(ViewPreset::Neck),
            AppCommand::Select(Some(temple())),
            AppCommand::SetTextScale(1.5),
        ],
    );
    let mut effects = app.world_mut().resource_mut::<Messages<EffectMessage>>();
    let effects: Vec<Effect> = effects
        .drain()
        .map(|EffectMessage(effect)| effect)
        .collect();
    let wanted = [
        Effect::LookPreset(ViewPreset::Neck),
        Effect::TurnTo(temple()),
        Effect::SavePreferences,
    ];
    assert_eq!(effects, wanted);
}

#[test]
fn a_command_keeps_the_window_awake_until_it_is_whole_on_the_screen() {
    let mut app = session();
    let frames = |app: &mut App| {
        let mut frames = 0;
        loop {
            app.update();
            let mut asked = app.world_mut().resource_mut::<Messages<RequestRedraw>>();
            if asked.drain().count() == 0 {
                return frames;
            }
            frames += 1;
        }
    };
    frames(&mut app);
    app.world_mut()
        .write_message(Command(AppCommand::SetDepth(2.0)));
    assert_eq!(frames(&mut app), u32::from(FRAMES_TO_SETTLE));
}
