//! Narrow windows: list and card together would leave nothing for the body, so the list folds
//! away when the window becomes narrow and when a card opens in a narrow one. Who opens it again keeps it. When there is
//! room again it unfolds, unless the user has folded it.

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
    /// It was folded here, and nobody has opened it since.
    folded: bool,
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
    // Open again, it is in the user's hands.
    before.folded &= !session.left_panel_open;
    if (became_narrow || card_opened) && session.left_panel_open {
        send.write(Command(AppCommand::OpenLeftPanel(false)));
        before.folded = true;
    } else if !narrow && std::mem::take(&mut before.folded) {
        send.write(Command(AppCommand::OpenLeftPanel(true)));
    }
    before.narrow = narrow;
    if before.selected != session.selection {
        before.selected.clone_from(&session.selection);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::state::AppState;

    struct Folding {
        app: App,
        window: Entity,
    }

    impl Folding {
        fn new() -> Self {
            let mut app = App::new();
            let state = AppState {
                left_panel_open: true,
                ..AppState::default()
            };
            app.add_message::<Command>()
                .add_message::<WindowResized>()
                .insert_resource(Session::new(state))
                .add_plugins(plugin);
            let window = app
                .world_mut()
                .spawn((Window::default(), PrimaryWindow))
                .id();
            Self { app, window }
        }

        fn open(&mut self, open: bool) {
            let state = AppState {
                left_panel_open: open,
                ..AppState::default()
            };
            self.app.insert_resource(Session::new(state));
        }

        /// What is asked for in a window of this width; it is done.
        fn at(&mut self, width: f32) -> Option<bool> {
            let window = self.window;
            let mut entity = self.app.world_mut().entity_mut(window);
            let mut resized = entity.get_mut::<Window>().unwrap();
            resized.resolution.set(width, 700.0);
            self.app.world_mut().write_message(WindowResized {
                window,
                width,
                height: 700.0,
            });
            self.app.update();
            let mut sent = self.app.world_mut().resource_mut::<Messages<Command>>();
            let asked = sent.drain().find_map(|Command(command)| match command {
                AppCommand::OpenLeftPanel(open) => Some(open),
                _ => None,
            });
            if let Some(open) = asked {
                self.open(open);
            }
            asked
        }
    }

    #[test]
    fn the_list_unfolds_when_there_is_room_again_unless_the_user_has_folded_it() {
        let mut window = Folding::new();
        assert_eq!(window.at(1_280.0), None);
        assert_eq!(window.at(800.0), Some(false));
        assert_eq!(window.at(700.0), None, "it is folded already");
        assert_eq!(window.at(1_280.0), Some(true));
        assert_eq!(window.at(1_290.0), None);
        // Opened and folded by hand in the narrow window, it is left as it is.
        assert_eq!(window.at(800.0), Some(false));
        window.open(true);
        assert_eq!(window.at(790.0), None);
        window.open(false);
        assert_eq!(window.at(1_280.0), None);
    }
}
