//! What a command of Locate does.

use super::{
    BRUSH_MM, Brush, LocateCommand, LocateState, LocateStep, PAIN_COLOURS, Pain, link::restore,
};
use crate::{
    app::{apply::Effect, state::AppState},
    model::{
        catalog::Catalog,
        facts::{RedFlag, Urgency},
        ids::RegionId,
        painted::{MOST_PAINS, STRONGEST, kept_name},
    },
    study::locate::painting::Painting,
};

/// Changes the state of Locate as the command asks. A command that names what is not there changes nothing.
pub fn apply(state: &mut AppState, command: LocateCommand, catalog: &Catalog) -> Vec<Effect> {
    let locate = &mut state.locate;
    match command {
        LocateCommand::Answer { flag, exit } => answer(locate, &flag, exit, catalog),
        LocateCommand::FinishQuestions => {
            let stops = locate.urgency().is_some_and(Urgency::stops);
            locate.step = if stops {
                LocateStep::Stopped
            } else {
                LocateStep::Painting
            };
        }
        LocateCommand::ReviewQuestions => locate.step = LocateStep::Questions,
        LocateCommand::StartAgain => {
            let skin = locate.skin.take();
            *locate = LocateState {
                skin,
                ..LocateState::default()
            };
        }
        LocateCommand::AddPain => add_pain(locate),
        LocateCommand::RemovePain(id) => remove_pain(locate, id),
        LocateCommand::ChoosePain(id) => {
            if let Some(index) = locate.pains.iter().position(|pain| pain.id == id) {
                end_stroke(locate);
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
        LocateCommand::StartStroke => on_painting(locate, Painting::start_stroke),
        LocateCommand::Paint(samples) => paint(locate, &samples),
        LocateCommand::EndStroke => end_stroke(locate),
        LocateCommand::ToggleRegion(id) => toggle_region(locate, &id),
        LocateCommand::Undo => on_painting(locate, |painting| {
            painting.undo();
        }),
        LocateCommand::Redo => on_painting(locate, |painting| {
            painting.redo();
        }),
        LocateCommand::Clear => on_painting(locate, Painting::clear),
        LocateCommand::ShowFlatMap(shown) => locate.flat_map = shown,
        LocateCommand::Hover(point) => locate.hovered = point,
        LocateCommand::ExplainAll(shown) => locate.explain_all = shown,
        LocateCommand::SkinReady(skin) => {
            locate.skin = Some(skin);
            let waiting = std::mem::take(&mut locate.waiting);
            if !waiting.is_empty() {
                restore(state, waiting);
            }
        }
        LocateCommand::CopyPainting(text) => return vec![Effect::CopyText(text)],
    }
    Vec::new()
}

fn answer(locate: &mut LocateState, flag: &str, exit: Option<Urgency>, catalog: &Catalog) {
    let Some(known) = catalog.red_flag(flag) else {
        return;
    };
    match exit {
        Some(exit) if leads_to(known, exit) => {
            locate.answers.insert(flag.to_owned(), exit);
        }
        Some(_) => {}
        None => {
            locate.answers.remove(flag);
        }
    }
    // What is answered afterwards counts at once: nobody stays past a stop.
    if locate.step == LocateStep::Painting && locate.urgency().is_some_and(Urgency::stops) {
        locate.step = LocateStep::Stopped;
    }
}

/// True for an exit that a warning sign has.
fn leads_to(flag: &RedFlag, exit: Urgency) -> bool {
    flag.exit == exit || flag.sooner.as_ref().is_some_and(|x| x.exit == exit)
}

pub(super) fn add_pain(locate: &mut LocateState) {
    if locate.pains.len() >= MOST_PAINS {
        return;
    }
    end_stroke(locate);
    // The first colour that no other pain has, as long as there is one.
    let used = |colour: &u8| locate.pains.iter().any(|pain| pain.colour == *colour);
    let free = (0..PAIN_COLOURS).find(|colour| !used(colour));
    let colour = free.unwrap_or((locate.pains.len() % usize::from(PAIN_COLOURS)) as u8);
    locate.pains.push(Pain {
        id: locate.next_id,
        colour,
        ..Pain::default()
    });
    locate.next_id += 1;
    locate.current = locate.pains.len() - 1;
    locate.hovered = None;
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
        add_pain(locate);
    }
}

fn pain(locate: &mut LocateState, id: u32) -> Option<&mut Pain> {
    locate.pains.iter_mut().find(|pain| pain.id == id)
}

/// Nothing is painted before the questions are answered, nor after a stop.
fn on_painting(locate: &mut LocateState, work: impl FnOnce(&mut Painting)) {
    if locate.step != LocateStep::Painting {
        return;
    }
    if let Some(pain) = locate.pains.get_mut(locate.current) {
        work(&mut pain.painting);
    }
}

fn end_stroke(locate: &mut LocateState) {
    on_painting(locate, Painting::end_stroke);
}

fn paint(locate: &mut LocateState, samples: &[u32]) {
    let Some(skin) = locate.skin.clone() else {
        return;
    };
    let brush = locate.brush;
    let strength = if brush.erases { 0 } else { brush.strength };
    let there = |sample: &u32| (*sample as usize) < skin.len();
    let held: Vec<u32> = match brush.mirrors {
        true => skin.with_mirrored(samples),
        false => samples.iter().copied().filter(there).collect(),
    };
    on_painting(locate, |painting| painting.paint(&held, strength));
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
    on_painting(locate, |painting| {
        painting.start_stroke();
        painting.paint(&held, strength);
        painting.end_stroke();
    });
}
