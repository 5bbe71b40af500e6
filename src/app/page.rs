//! What the page around the body is told, as plain data: the list of muscles, points and regions,
//! the card of what is selected, and when the address gets a new step.
//!
//! The list and the card are the way for a screen reader and the keyboard to everything that the
//! picture shows; the page makes them into HTML. Not here: the browser itself (`shell`).

mod outline;

pub use outline::{Outline, OutlineMuscle, OutlinePoint, OutlineRegion};

use super::{
    card_text::{self, Sheet},
    naming::name_of,
    state::AppState,
};
use crate::{
    locale::Words,
    model::{catalog::Catalog, ids::Item, link::ViewLink},
};
use serde::Serialize;
use std::io;

/// A piece of a card.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "is", content = "says", rename_all = "snake_case")]
pub enum Block {
    /// The title.
    Title(String),
    /// The name of a section.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A label and what stands after it.
    Field(String, String),
    /// An entry of a list.
    Bullet(String),
    /// A step with its number.
    Step(usize, String),
}

/// A card as pieces.
#[derive(Default)]
struct Blocks(Vec<Block>);

impl Sheet for Blocks {
    fn title(&mut self, text: &str) -> io::Result<()> {
        self.0.push(Block::Title(text.to_owned()));
        Ok(())
    }

    fn heading(&mut self, text: &str) -> io::Result<()> {
        self.0.push(Block::Heading(text.to_owned()));
        Ok(())
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        self.0.push(Block::Text(text.to_owned()));
        Ok(())
    }

    fn field(&mut self, label: &str, text: &str) -> io::Result<()> {
        if !text.is_empty() {
            self.0.push(Block::Field(label.to_owned(), text.to_owned()));
        }
        Ok(())
    }

    fn bullet(&mut self, text: &str) -> io::Result<()> {
        self.0.push(Block::Bullet(text.to_owned()));
        Ok(())
    }

    fn step(&mut self, number: usize, text: &str) -> io::Result<()> {
        self.0.push(Block::Step(number, text.to_owned()));
        Ok(())
    }
}

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
    /// Its card, in English.
    pub card: Vec<Block>,
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
            card: state
                .selection
                .as_ref()
                .map_or_else(Vec::new, |item| card_of(catalog, item)),
            theme: state.theme().as_str(),
            ready,
            notices: notices
                .map(|notice| words.put(&notice.says).into_owned())
                .collect(),
        }
    }
}

/// The card of an item as pieces.
#[must_use]
pub fn card_of(catalog: &Catalog, item: &Item) -> Vec<Block> {
    let mut blocks = Blocks::default();
    // Pushing to a list cannot fail.
    let _ = card_text::of_item(&mut blocks, catalog, item);
    blocks.0
}

/// What the address does when the view has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressStep {
    /// It stays.
    None,
    /// It changes in place: a slider moved.
    Replace,
    /// It gets a new step to go back from: something else is looked at.
    Push,
}

/// Whether a change of view is worth a step of the browser's history. The back button goes from one
/// thing looked at to the other, not through every notch of a slider.
#[must_use]
pub fn address_step(before: &ViewLink, now: &ViewLink) -> AddressStep {
    if before == now {
        return AddressStep::None;
    }
    // A camera moved by hand leaves its preset: that is no other view to go back to.
    let looked_elsewhere = now.view.is_some() && before.view != now.view;
    let other = before.select != now.select
        || before.mode != now.mode
        || before.hidden != now.hidden
        || before.ghosted != now.ghosted
        || before.isolate != now.isolate
        || looked_elsewhere;
    if other {
        AddressStep::Push
    } else {
        AddressStep::Replace
    }
}

/// The link as the address holds it: without the theme, which is the user's and not the view's, and without paintings
/// or structures that are too many for a link, since an address that cannot be opened would lose the whole view.
/// Whoever copies a link gets it whole or is told so.
#[must_use]
pub fn address_link(link: &ViewLink) -> ViewLink {
    let mut address = ViewLink {
        theme: None,
        ..link.clone()
    };
    if address.to_text().is_err() {
        address.pains.clear();
    }
    if address.to_text().is_err() {
        address.hidden.clear();
        address.ghosted.clear();
        address.isolate.clear();
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        locale::languages,
        model::{
            catalog::load,
            ids::{PointId, StructureId},
            link::{Theme, ViewPreset},
            painted::{LONGEST_NAME, MOST_PAINS, PaintedPain, PlaceCell},
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
            let card = card_of(&catalog, &item);
            assert!(matches!(card.first(), Some(Block::Title(_))), "{text}");
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
        let item = Item::Point(PointId::new("TRA-1", Side::Left));
        let card = card_of(&catalog, &item);
        for heading in ["Where it sends pain", "Treat it yourself", "Sources"] {
            assert!(
                card.contains(&Block::Heading(heading.to_owned())),
                "{heading}"
            );
        }
        let json = serde_json::to_value(&card[0]).unwrap();
        assert_eq!(json["is"], "title");
    }

    #[test]
    fn the_address_steps_from_view_to_view_and_not_along_a_slider() {
        let before: ViewLink = "#depth=1&view=back".parse().unwrap();
        let step = |text: &str| address_step(&before, &text.parse().unwrap());
        assert_eq!(step("#depth=1&view=back"), AddressStep::None);
        assert_eq!(step("#depth=2.5&view=back"), AddressStep::Replace);
        assert_eq!(
            step("#depth=1&camera=170,5,0,1250,40,900"),
            AddressStep::Replace
        );
        assert_eq!(step("#depth=1&view=back&labels=on"), AddressStep::Replace);
        assert_eq!(step("#depth=1&view=back&mode=locate"), AddressStep::Push);
        assert_eq!(step("#depth=1&view=front"), AddressStep::Push);
        assert_eq!(
            step("#depth=1&view=back&point=TRA-1.left"),
            AddressStep::Push
        );
        assert_eq!(
            step("#depth=1&view=back&hidden=trapezius.left"),
            AddressStep::Push
        );
    }

    #[test]
    fn the_address_leaves_the_theme_to_the_user() {
        let link: ViewLink = "#view=front&theme=dark".parse().unwrap();
        assert_eq!(address_link(&link).theme, None);
        assert_eq!(address_link(&link).view, Some(ViewPreset::Front));
    }

    #[test]
    fn an_address_can_be_opened_however_much_is_on_show() {
        let structures: Vec<StructureId> = (0..600)
            .map(|number| StructureId::new(format!("bone_{number}"), Side::Left))
            .collect();
        let pain = PaintedPain {
            name: "頭痛".repeat(LONGEST_NAME / 2),
            places: (0..3000u16)
                .filter_map(|number| {
                    let place = f32::from(number) * 1.3;
                    Some((PlaceCell::at([place, 900.0 - place, place / 7.0])?, 2))
                })
                .collect(),
            ..PaintedPain::default()
        };
        let much = ViewLink {
            depth: Some(2.0),
            theme: Some(Theme::Dark),
            pains: vec![pain.into(); MOST_PAINS],
            ..ViewLink::default()
        };
        assert!(much.to_text().is_err());
        let depth = ViewLink {
            depth: Some(2.0),
            ..ViewLink::default()
        };
        assert_eq!(address_link(&much), depth);
        let hidden = ViewLink {
            hidden: structures,
            ..depth.clone()
        };
        assert_eq!(address_link(&hidden), depth);
    }
}
