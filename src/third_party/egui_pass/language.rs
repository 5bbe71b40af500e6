//! The words of the interface and the search in them, kept in step with the language.

use crate::{
    app::session::{Facts, Session},
    model::language::Language,
    ui::Localisation,
};
use bevy::prelude::*;

/// What depends on the language, and the language it was made for.
#[derive(Resource)]
pub struct LanguageResources {
    made_for: Language,
    /// The words, and the search in them.
    pub localisation: Localisation,
}

/// Makes them for the language of the start.
pub fn make_localisation(mut commands: Commands, facts: Res<Facts>, session: Res<Session>) {
    let made_for = session.language();
    commands.insert_resource(LanguageResources {
        made_for,
        localisation: Localisation::of(made_for, &facts),
    });
}

/// Makes them anew where another language was chosen.
pub fn sync_localisation(
    mut language: ResMut<LanguageResources>,
    facts: Res<Facts>,
    session: Res<Session>,
) {
    let wanted = session.language();
    if language.made_for != wanted {
        language.localisation = Localisation::of(wanted, &facts);
        language.made_for = wanted;
    }
}
