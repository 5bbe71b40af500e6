//! What a command of Locate does.

use super::{
    command::LocateCommand,
    link::restore,
    state::{BRUSH_MM, Brush, LocateState, LocateStep, PAIN_COLOURS, Pain},
};
use crate::{
    app::{
        effects::{Effect, Outcome, set},
        notices::notify,
        state::{AppState, NoticeKind},
        stroke::Stroke,
    },
    locale::Key,
    model::{
        catalog::Catalog,
        facts::Urgency,
        ids::RegionId,
        painted::{STRONGEST, kept_name},
    },
    study::locate::{dab::Dab, painting::Painting},
};

/// Changes the state of Locate as the command asks. A command that names what is not there changes nothing.
pub fn apply(state: &mut AppState, command: LocateCommand, catalog: &Catalog) -> Outcome {
    let locate = &mut state.locate;
    match command {
        LocateCommand::Answer { answer, ticked } => tick(locate, answer, ticked, catalog),
        LocateCommand::FinishQuestions => locate.finish_group(catalog),
        LocateCommand::BackAGroup => locate.back_a_group(catalog),
        LocateCommand::ReviewQuestions => locate.review(),
        LocateCommand::StartAgain => locate.start_again(),
        LocateCommand::AddPain => locate.add_pain(),
        LocateCommand::RemovePain(id) => remove_pain(locate, id),
        LocateCommand::ChoosePain(id) => {
            if let Some(index) = locate.pains.iter().position(|pain| pain.id == id) {
                locate.end_stroke();
                locate.current = index;
                locate.hovered = None;
            }
        }
        LocateCommand::NamePain(id, name) => {
            if let Some(pain) = pain(locate, id) {
                pain.name = kept_name(&name);
            }
        }
        LocateCommand::ColourPain(id, colour) => {
            if let Some(pain) = pain(locate, id) {
                pain.colour = colour.min(PAIN_COLOURS - 1);
            }
        }
        LocateCommand::SetBrush(brush) => {
            if !brush.radius_mm.is_nan() {
                locate.brush = Brush {
                    radius_mm: brush.radius_mm.clamp(BRUSH_MM.0, BRUSH_MM.1),
                    strength: brush.strength.clamp(1, STRONGEST),
                    ..brush
                };
            }
        }
        LocateCommand::Stroke(step) => return stroke(locate, &step).into(),
        LocateCommand::ToggleRegion(id) => toggle_region(locate, &id),
        LocateCommand::Undo => undo(locate),
        LocateCommand::Redo => redo(locate),
        LocateCommand::Clear => locate.on_painting(Painting::clear),
        LocateCommand::ShowFlatMap(shown) => return set(&mut locate.flat_map, shown).into(),
        LocateCommand::Hover(point) => return set(&mut locate.hovered, point).into(),
        LocateCommand::ExplainAll(shown) => return set(&mut locate.explain_all, shown).into(),
        LocateCommand::SkinReady(skin) => {
            locate.skin = Some(skin);
            locate.failure = None;
            let waiting = std::mem::take(&mut locate.waiting);
            if !waiting.is_empty() {
                restore(state, waiting);
            }
        }
        LocateCommand::SkinFailed(why) => return set(&mut locate.failure, Some(why)).into(),
        LocateCommand::PrepareAgain => return set(&mut locate.failure, None).into(),
        LocateCommand::CopyPainting(text) => {
            notify(
                state,
                NoticeKind::Info,
                Key("notice-painting-copied").into(),
            );
            return Outcome::changed().and(Effect::CopyText(text));
        }
    }
    Outcome::changed()
}

/// A step of a stroke over the skin, with the brush in hand: it paints or erases, and the other side as well where
/// it mirrors. True where the state may be another one.
pub fn stroke(locate: &mut LocateState, stroke: &Stroke) -> bool {
    if locate.step != LocateStep::Painting {
        return false;
    }
    match stroke {
        Stroke::Start => locate.on_painting(Painting::start_stroke),
        Stroke::Over(dab) => return paint(locate, dab),
        Stroke::End => locate.end_stroke(),
    }
    true
}

/// Locate is being left.
pub fn leave(locate: &mut LocateState) {
    locate.end_stroke();
    locate.hovered = None;
}

fn undo(locate: &mut LocateState) {
    let mut undone = false;
    locate.on_painting(|painting| undone = painting.undo());
    if undone || locate.step != LocateStep::Painting {
        return;
    }
    if let Some(before) = locate.replaced.pop() {
        let now = locate.exchange(before);
        locate.replacing.push(now);
    }
}

fn redo(locate: &mut LocateState) {
    let mut redone = false;
    locate.on_painting(|painting| redone = painting.redo());
    if redone || locate.step != LocateStep::Painting {
        return;
    }
    if let Some(after) = locate.replacing.pop() {
        let now = locate.exchange(after);
        locate.replaced.push(now);
    }
}

fn tick(locate: &mut LocateState, answer: String, ticked: bool, catalog: &Catalog) {
    let flag = answer.split('/').next().unwrap_or_default();
    let Some(exit) = catalog
        .red_flag(flag)
        .and_then(|flag| flag.exit_of(&answer))
    else {
        return;
    };
    if ticked {
        locate.answers.insert(answer, exit);
    } else {
        locate.answers.remove(&answer);
    }
    // What is answered afterwards counts at once: nobody stays past a stop.
    if locate.step == LocateStep::Painting && locate.urgency().is_some_and(Urgency::stops) {
        locate.step = LocateStep::Stopped;
    }
}

fn remove_pain(locate: &mut LocateState, id: u32) {
    let Some(index) = locate.pains.iter().position(|pain| pain.id == id) else {
        return;
    };
    locate.pains.remove(index);
    if locate.current >= index {
        locate.current = locate.current.saturating_sub(1);
    }
    locate.hovered = None;
    if locate.pains.is_empty() {
        locate.add_pain();
    }
}

fn pain(locate: &mut LocateState, id: u32) -> Option<&mut Pain> {
    locate.pains.iter_mut().find(|pain| pain.id == id)
}

fn paint(locate: &mut LocateState, dab: &Dab) -> bool {
    let Some(skin) = locate.skin.clone() else {
        return false;
    };
    let brush = locate.brush;
    let strength = if brush.erases { 0 } else { brush.strength };
    let dab = match brush.mirrors {
        true => dab.with_mirrored(&skin.mirror),
        false => dab.within(skin.len()),
    };
    let mut painted = false;
    locate.on_painting(|painting| painted = painting.paint(dab, strength));
    if painted {
        // What undo had gone back from has another past now.
        locate.replacing.clear();
    }
    painted
}

fn toggle_region(locate: &mut LocateState, id: &RegionId) {
    let Some(skin) = locate.skin.clone() else {
        return;
    };
    let strength = match locate.brush.erases || locate.has_chosen(id) {
        true => 0,
        false => locate.brush.strength,
    };
    let held = skin.region(id);
    let held = match locate.brush.mirrors {
        true => skin.with_mirrored(held),
        false => held.to_vec(),
    };
    locate.on_painting(|painting| {
        painting.start_stroke();
        painting.paint(held, strength);
        painting.end_stroke();
    });
}
