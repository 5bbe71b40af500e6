//! What the page around the body is told, as plain data: the list of muscles, points and regions,
//! the card of what is selected, and when the address gets a new step.
//!
//! The list and the card are the way for a screen reader and the keyboard to everything that the
//! picture shows; the page makes them into HTML. Not here: the browser itself (`shell`).

use super::{
    card_text::{self, Sheet},
    state::AppState,
};
use crate::model::{
    catalog::Catalog,
    ids::{Item, PointId, RegionId, StructureId},
    link::ViewLink,
    side::Side,
};
use serde::Serialize;
use std::io;

/// Everything that can be selected from the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outline {
    /// Muscles in the order of their names.
    pub muscles: Vec<OutlineMuscle>,
    /// Regions in the order of the data.
    pub regions: Vec<OutlineRegion>,
}

/// A muscle with its points.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutlineMuscle {
    /// English name.
    pub name: String,
    /// Links that select it, left and right.
    pub links: [String; 2],
    /// Its points.
    pub points: Vec<OutlinePoint>,
}

/// A trigger point.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutlinePoint {
    /// Code and name.
    pub name: String,
    /// Links that select it, left and right.
    pub links: [String; 2],
}

/// A region.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutlineRegion {
    /// Name.
    pub name: String,
    /// Links that select it: left and right, or one for the midline.
    pub links: Vec<String>,
}

impl Outline {
    /// The list of a catalogue.
    #[must_use]
    pub fn of(catalog: &Catalog) -> Self {
        let sides = [Side::Left, Side::Right];
        let mut muscles: Vec<OutlineMuscle> = catalog
            .muscles
            .iter()
            .map(|muscle| OutlineMuscle {
                name: muscle.names.english.clone(),
                links: sides.map(|side| Item::Structure(StructureId::new(&muscle.id, side)).link()),
                points: muscle
                    .points
                    .iter()
                    .map(|point| OutlinePoint {
                        name: format!("{} {}", point.id, point.name),
                        links: sides.map(|side| Item::Point(PointId::new(&point.id, side)).link()),
                    })
                    .collect(),
            })
            .collect();
        muscles.sort_by_key(|muscle| muscle.name.to_lowercase());
        let regions = catalog
            .regions
            .iter()
            .map(|region| {
                let on: &[Side] = if region.midline {
                    &[Side::Midline]
                } else {
                    &sides
                };
                OutlineRegion {
                    name: region.name.clone(),
                    links: on
                        .iter()
                        .map(|side| Item::Region(RegionId::new(&region.id, *side)).link())
                        .collect(),
                }
            })
            .collect();
        Self { muscles, regions }
    }
}

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
    /// Its card.
    pub card: Vec<Block>,
    /// `light` or `dark`.
    pub theme: &'static str,
    /// The body is there.
    pub ready: bool,
    /// Messages to the user, oldest first.
    pub notices: Vec<String>,
}

impl PageState {
    /// What is on show. `notices` are the state's, put into words.
    #[must_use]
    pub fn of(
        state: &AppState,
        catalog: &Catalog,
        link: &ViewLink,
        ready: bool,
        notices: Vec<String>,
    ) -> Self {
        Self {
            link: link.to_string(),
            selected: state.selection.as_ref().map(Item::link),
            name: state
                .selection
                .as_ref()
                .and_then(|item| catalog.name_of(item)),
            card: state
                .selection
                .as_ref()
                .map_or_else(Vec::new, |item| card_of(catalog, item)),
            theme: state.preferences.theme.as_str(),
            ready,
            notices,
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

/// The link as the address holds it: without the theme, which is the user's and not the view's.
/// Whoever copies a link gets it whole.
#[must_use]
pub fn address_link(link: &ViewLink) -> ViewLink {
    ViewLink {
        theme: None,
        ..link.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::catalog::load, model::link::ViewPreset, store::built_in_files};

    fn catalog() -> Catalog {
        load(&built_in_files()).0
    }

    #[test]
    fn everything_listed_can_be_selected_and_has_a_card() {
        let catalog = catalog();
        let outline = Outline::of(&catalog);
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
}
