//! What the page around the body is told, as plain data: the list of muscles, points and regions,
//! and the card of what is selected.
//!
//! The list and the card are the way for a screen reader and the keyboard to everything that the
//! picture shows. Not here: the browser itself (`shell`).

mod outline;

pub use outline::{Outline, OutlineMuscle, OutlinePoint, OutlineRegion};

use super::html;
use crate::{
    app::{document::Builder, naming::name_of, state::AppState},
    locale::Words,
    model::{catalog::Catalog, ids::Item, link::ViewLink},
};
use serde::Serialize;

/// What is on show, told to the page whenever it changes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PageState {
    /// The link of the view.
    pub link: String,
    /// The link of what is selected.
    pub selected: Option<String>,
    /// Name and side of what is selected.
    pub name: Option<String>,
    /// What is said when it has been selected.
    pub says: String,
    /// Its card as HTML in the language of the interface; empty where there is none.
    pub card: String,
    /// `light` or `dark`.
    pub theme: &'static str,
    /// The body is there.
    pub ready: bool,
    /// Messages to the user, oldest first.
    pub notices: Vec<String>,
}

impl PageState {
    /// What is on show.
    #[must_use]
    pub fn of(
        state: &AppState,
        catalog: &Catalog,
        link: &ViewLink,
        ready: bool,
        words: &Words,
    ) -> Self {
        let name = state
            .selection
            .as_ref()
            .map(|item| name_of(item, catalog, words));
        let says = match &name {
            Some(name) => words.say_with("page-selected", &[("name", name.as_str().into())]),
            None => words.say("page-nothing-selected"),
        };
        let notices = state.notices.iter();
        Self {
            link: link.to_string(),
            selected: state.selection.as_ref().map(Item::link),
            says: says.into_owned(),
            name,
            card: card_of(state, catalog, words),
            theme: state.theme().as_str(),
            ready,
            notices: notices
                .map(|notice| words.put(&notice.says).into_owned())
                .collect(),
        }
    }
}

/// The card of what is selected, as HTML.
fn card_of(state: &AppState, catalog: &Catalog, words: &Words) -> String {
    let builder = Builder::of_state(state, catalog, words);
    let document = state.selection.as_ref().and_then(|item| builder.item(item));
    document.map_or_else(String::new, |document| html::document(&document, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        locale::languages,
        model::{
            catalog::load,
            ids::{PointId, StructureId},
            side::Side,
        },
        store::built_in_files,
    };
    use std::collections::BTreeSet;

    fn catalog() -> Catalog {
        load(&built_in_files()).0
    }

    #[test]
    fn everything_listed_can_be_selected_and_has_a_card() {
        let catalog = catalog();
        let outline = Outline::of(&catalog, &Words::default());
        assert!(outline.muscles.len() > 20 && outline.regions.len() > 20);
        let points = outline.muscles.iter().flat_map(|muscle| &muscle.points);
        let links = (outline.muscles.iter().flat_map(|muscle| &muscle.links))
            .chain(points.flat_map(|point| &point.links))
            .chain(outline.regions.iter().flat_map(|region| &region.links));
        for text in links {
            let link: ViewLink = text.parse().unwrap();
            let item = link.select.unwrap();
            assert!(catalog.has(&item), "{text}");
            let state = AppState {
                selection: Some(item),
                ..AppState::default()
            };
            let card = card_of(&state, &catalog, &Words::default());
            assert!(card.contains("<h3>"), "{text}");
        }
    }

    #[test]
    fn the_page_has_a_place_for_every_text_and_begins_in_english() {
        let html = include_str!("../../web/index.html");
        let places: BTreeSet<&str> = ["data-says=\"", "data-label=\""]
            .into_iter()
            .flat_map(|mark| html.split(mark).skip(1))
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let catalog = catalog();
        let english = Outline::of(&catalog, &Words::default());
        // Said by the list view's script, not by an element.
        let spoken = ["card-language"];
        for name in &places {
            assert!(english.texts.contains_key(name), "nothing says {name}");
        }
        for (name, text) in &english.texts {
            assert!(places.contains(name) != spoken.contains(name), "{name}");
            assert!(
                spoken.contains(name) || html.contains(text),
                "{name}: {text}"
            );
        }
        for spoken in languages() {
            let outline = Outline::of(&catalog, &Words::of(spoken.language));
            assert_eq!(outline.language, spoken.language.as_str());
            assert_eq!(
                outline.left.len(),
                outline.muscles.len() + outline.regions.len() + 1
            );
        }
    }

    #[test]
    fn the_list_and_what_is_selected_are_in_the_users_language() {
        let catalog = catalog();
        let words = Words::of("es".parse().unwrap());
        let outline = Outline::of(&catalog, &words);
        let trapezius = |muscle: &&OutlineMuscle| muscle.links[0] == "#structure=trapezius.left";
        let trapezius = outline.muscles.iter().find(trapezius).unwrap();
        assert_eq!(trapezius.name, "Trapecio (7 puntos)");
        assert_eq!(outline.left[1], "Queda 1 entrada en la lista");
        let state = AppState {
            selection: Some(Item::Structure(StructureId::new("trapezius", Side::Left))),
            ..AppState::default()
        };
        let told = PageState::of(&state, &catalog, &ViewLink::default(), true, &words);
        let name = "Trapecio, lado izquierdo";
        assert_eq!(told.name.as_deref(), Some(name));
        assert!(told.says.contains(name), "{}", told.says);
    }

    #[test]
    fn a_points_card_tells_pattern_and_treatment() {
        let catalog = catalog();
        let state = AppState {
            selection: Some(Item::Point(PointId::new("TRA-1", Side::Left))),
            ..AppState::default()
        };
        for (language, headings) in [
            ("en", ["Where it sends pain", "Treat it", "Sources"]),
            ("es", ["Adónde envía el dolor", "Cómo tratarlo", "Fuentes"]),
        ] {
            let words = Words::of(language.parse().unwrap());
            let card = card_of(&state, &catalog, &words);
            for heading in headings {
                assert!(card.contains(&format!("<h4>{heading}</h4>")), "{heading}");
            }
        }
    }
}
