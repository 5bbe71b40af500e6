//! What Locate shows: the skin to paint on, or its questions and its flat map in place of the body.

use super::{
    command::LocateCommand,
    state::{LocateState, LocateStep, Pain},
};
use crate::{
    app::{
        commands::AppCommand,
        stage::{
            BodyOnStage, BrushOnStage, Comparison, Drag, Idle, Keymap, LeftPanel, PaintingOnStage,
            Panels, PointerUse, Preparation, Press, Stage, StatusLine, Surface, WayBack,
        },
        state::AppState,
    },
    locale::Key,
    model::link::Mode,
};

/// What is on show.
pub fn stage(state: &AppState) -> Stage {
    let locate = &state.locate;
    let paints = locate.step == LocateStep::Painting;
    let on_body = paints && !locate.flat_map;
    Stage {
        body: body(locate, !on_body),
        pointer: PointerUse {
            press: match on_body {
                true => Press::Paints(BrushOnStage {
                    radius_mm: locate.brush.radius_mm,
                    erases: locate.brush.erases,
                }),
                false => Press::Nothing,
            },
            // Where the left button paints, the right one turns.
            secondary_drag: match on_body {
                true => Drag::Turns,
                false => Drag::Pans,
            },
            opens_menu: false,
        },
        panels: Panels {
            depth_bar: false,
            // Both sides are painted, and each region says its own.
            sides: false,
            coach_marks: false,
            left: LeftPanel::Painting,
            ..Panels::default()
        },
        status: status(paints, locate.flat_map),
        keys: Keymap {
            presets: on_body,
            structures: false,
            undo: paints.then_some(AppCommand::Locate(LocateCommand::Undo)),
            redo: paints.then_some(AppCommand::Locate(LocateCommand::Redo)),
            ..Keymap::default()
        },
        way_back: None,
    }
}

/// The way back to the painting and its list, where one waits.
pub fn way_back(locate: &LocateState) -> Option<WayBack> {
    locate.is_painted().then_some(WayBack {
        says: Key("locate-way-back"),
        command: AppCommand::BackTo(Mode::Locate),
    })
}

/// The skin and the paintings. What is selected waits until the painting is done.
fn body(locate: &LocateState, covered: bool) -> BodyOnStage {
    let comparison = locate.hovered.clone().zip(locate.pain());
    let compares = comparison.is_some();
    let shown = |(index, _): &(usize, &Pain)| !(compares && *index == locate.current);
    let paintings = (locate.pains.iter().enumerate())
        .filter(|(_, pain)| !pain.painting.is_empty())
        .filter(shown)
        .map(|(index, pain)| PaintingOnStage {
            id: pain.id,
            colour: pain.colour,
            current: index == locate.current,
            paint: pain.painting.paint_now().clone(),
        });
    BodyOnStage {
        covered,
        surface: Surface::Skin,
        paintings: paintings.collect(),
        comparison: comparison.map(|(point, pain)| Comparison {
            point,
            colour: pain.colour,
            paint: pain.painting.paint_now().clone(),
        }),
        preparation: match (&locate.skin, &locate.failure) {
            (Some(_), _) => Preparation::Ready,
            (None, Some(_)) => Preparation::Failed,
            (None, None) => Preparation::Underway,
        },
        ..BodyOnStage::default()
    }
}

fn status(paints: bool, flat_map: bool) -> StatusLine {
    if !paints {
        return StatusLine {
            idle: Idle::Nothing,
            ..StatusLine::default()
        };
    }
    if flat_map {
        return StatusLine {
            idle: Idle::Says(Key("status-paint-where-it-hurts")),
            by_mouse: vec![
                Key("keys-choose-region"),
                Key("keys-paint-map"),
                Key("keys-zoom"),
                Key("keys-move-right"),
                Key("keys-whole"),
            ],
            by_fingers: vec![
                Key("keys-choose-region-finger"),
                Key("keys-paint-map"),
                Key("keys-two-fingers"),
            ],
        };
    }
    StatusLine {
        idle: Idle::Says(Key("status-paint-where-it-hurts")),
        by_mouse: vec![
            Key("keys-paint"),
            Key("keys-turn-right"),
            Key("keys-zoom"),
            Key("keys-views"),
        ],
        by_fingers: vec![Key("keys-one-finger-paints"), Key("keys-two-fingers-turn")],
    }
}
