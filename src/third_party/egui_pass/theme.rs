//! Colours and sizes, kept in step with the theme and the text size on show.

use crate::{
    app::{session::Session, state::PainPalette},
    model::link::Theme,
    ui::tokens::Tokens,
};
use bevy::prelude::*;

/// What the panels are drawn with; none before the first pass.
#[derive(Resource, Default)]
pub struct PanelTokens(Option<Made>);

struct Made {
    from: MadeFrom,
    tokens: Tokens,
}

#[derive(PartialEq)]
struct MadeFrom {
    theme: Theme,
    text_scale: f32,
    palette: PainPalette,
    reduced_motion: bool,
}

impl PanelTokens {
    /// The tokens, once they are there.
    pub fn get(&self) -> Option<&Tokens> {
        self.0.as_ref().map(|made| &made.tokens)
    }
}

/// Makes them anew where the user has chosen otherwise.
pub fn sync_tokens(session: Res<Session>, mut tokens: ResMut<PanelTokens>) -> Result {
    let preferences = &session.preferences;
    let from = MadeFrom {
        theme: session.theme(),
        text_scale: preferences.text_scale,
        palette: preferences.pain_palette,
        reduced_motion: preferences.reduced_motion,
    };
    if tokens.0.as_ref().is_none_or(|made| made.from != from) {
        let made = Tokens::built_in(from.theme, from.text_scale, from.palette)?
            .with_reduced_motion(from.reduced_motion);
        tokens.0 = Some(Made { from, tokens: made });
    }
    Ok(())
}
