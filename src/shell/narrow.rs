//! Narrow windows: list and card together would leave nothing for the body, so the list folds
//! away when the window becomes narrow and when a card opens in a narrow one. Who opens it again keeps it.

use crate::{
    app::{
        commands::AppCommand,
        session::{Command, Session, Systems},
    },
    model::ids::Item,
};
use bevy::{
    prelude::*,
    window::{PrimaryWindow, WindowResized},
};

/// Windows narrower than this, in logical pixels, have room for the list or the card beside the body.
pub(super) const NARROW_PX: f32 = 900.0;

/// How the window was in the update before.
#[derive(Default)]
struct Before {
    narrow: bool,
    selected: Option<Item>,
}

/// Folds the list in narrow windows.
pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, fold_list.in_set(Systems::Input));
}

fn fold_list(
    windows: Query<&Window, With<PrimaryWindow>>,
    mut resized: MessageReader<WindowResized>,
    session: Res<Session>,
    mut before: Local<Before>,
    mut send: MessageWriter<Command>,
) {
    let sized = resized.read().last().is_some();
    if !(sized || session.is_changed()) {
        return;
    }
    let Ok(window) = windows.single() else {
        return;
    };
    let narrow = window.width() < NARROW_PX;
    let became_narrow = narrow && !before.narrow;
    let card_opened = narrow && session.selection.is_some() && session.selection != before.selected;
    if (became_narrow || card_opened) && session.left_panel_open {
        send.write(Command(AppCommand::OpenLeftPanel(false)));
    }
    before.narrow = narrow;
    if before.selected != session.selection {
        before.selected.clone_from(&session.selection);
    }
}
