//! What is kept between sessions.

use crate::{
    app::{
        commands::AppCommand,
        effects::{Effect, Outcome},
        notices::notify,
        state::{AppState, NoticeKind, TEXT_SCALES},
    },
    locale::{self, Key, Message},
    model::catalog::Catalog,
};

/// The last coach mark.
const LAST_COACH_MARK: u8 = 2;

/// Does what the command asks of the preferences; other commands do nothing.
pub fn prefer(state: &mut AppState, command: &AppCommand, catalog: &Catalog) -> Outcome {
    let before = state.preferences.clone();
    match *command {
        AppCommand::SetTheme(theme) => {
            state.preferences.theme = theme;
            state.shown_theme = None;
        }
        AppCommand::SetTextScale(scale) if !scale.is_nan() => {
            state.preferences.text_scale = scale.clamp(TEXT_SCALES.0, TEXT_SCALES.1);
        }
        AppCommand::SetReducedMotion(reduced) => state.preferences.reduced_motion = reduced,
        AppCommand::SetPainPalette(palette) => state.preferences.pain_palette = palette,
        AppCommand::SetLanguage(language) if locale::speaks_with(language, catalog) => {
            state.preferences.language = Some(language);
        }
        AppCommand::SetLanguage(language) => {
            let says = Message::new(Key("notice-no-language")).with("tag", language.as_str());
            notify(state, NoticeKind::Warning, says);
        }
        AppCommand::NextCoachMark => {
            // Asked for when there is none, they begin again.
            state.coach_mark = match state.coach_mark {
                None => Some(0),
                Some(mark) if mark < LAST_COACH_MARK => Some(mark + 1),
                Some(_) => None,
            };
            state.preferences.coach_marks_seen |= state.coach_mark.is_none();
        }
        AppCommand::SkipCoachMarks => {
            state.coach_mark = None;
            state.preferences.coach_marks_seen = true;
        }
        _ => {}
    }
    // Nothing is written to the disk for a slider that stays where it is.
    if state.preferences == before {
        return Outcome::changed();
    }
    Outcome::changed().and(Effect::SavePreferences)
}
