//! Where no tool belongs, for what is chosen at the moment: which areas the body shows.

use super::state::AppState;
use crate::model::{catalog::Catalog, ids::Item, link::SideFilter, side::Side};

/// A no-go area to draw on the skin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoGoOnShow {
    /// Id of `safety/no_go_areas.ron`, e.g. `collarbone_hollow`.
    pub id: String,
    /// Side as `anatomy::pain_field::field_mm` takes it: an area of the midline is one area over
    /// both sides.
    pub side: Side,
}

/// The no-go areas to draw: those of the self-treatment method whose card is on show, on the
/// sides on show, in the order of the data. None while anything else is selected.
#[must_use]
pub fn no_go_on_show(state: &AppState, catalog: &Catalog) -> Vec<NoGoOnShow> {
    let Some(Item::Method(method)) = &state.selection else {
        return Vec::new();
    };
    let sides: &[Side] = match state.view.side {
        SideFilter::Left => &[Side::Left],
        SideFilter::Right => &[Side::Right],
        SideFilter::Both => &[Side::Left, Side::Right],
    };
    catalog
        .no_go_areas_of(method)
        .flat_map(|area| {
            let sides = if area.midline {
                &[Side::Midline]
            } else {
                sides
            };
            sides.iter().map(|side| NoGoOnShow {
                id: area.id.clone(),
                side: *side,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::facts::{Confidence, NoGoArea, Statement};

    fn area(id: &str, midline: bool, methods: &[&str]) -> NoGoArea {
        NoGoArea {
            id: id.into(),
            name: id.into(),
            synonyms: Vec::new(),
            why: Statement {
                text: String::new(),
                sources: Vec::new(),
                confidence: Confidence::Textbook,
            },
            harm: Vec::new(),
            methods: methods.iter().map(|&id| id.into()).collect(),
            midline,
            areas: Vec::new(),
        }
    }

    fn shown(selection: Option<Item>, filter: SideFilter) -> Vec<(String, Side)> {
        let catalog = Catalog {
            no_go_areas: vec![
                area("throat", true, &["BW", "FI"]),
                area("armpit", false, &["BW"]),
                area("eyes", false, &["FI"]),
            ],
            ..Catalog::default()
        };
        let mut state = AppState {
            selection,
            ..AppState::default()
        };
        state.view.side = filter;
        let all = no_go_on_show(&state, &catalog);
        all.into_iter().map(|area| (area.id, area.side)).collect()
    }

    #[test]
    fn a_chosen_method_shows_its_own_areas_on_the_sides_on_show() {
        let ball = || Some(Item::Method("BW".into()));
        let of = |id: &str, side| (id.to_owned(), side);
        assert_eq!(
            shown(ball(), SideFilter::Both),
            [
                of("throat", Side::Midline),
                of("armpit", Side::Left),
                of("armpit", Side::Right)
            ]
        );
        assert_eq!(
            shown(ball(), SideFilter::Right),
            [of("throat", Side::Midline), of("armpit", Side::Right)]
        );
    }

    #[test]
    fn nothing_else_shows_any() {
        assert!(shown(None, SideFilter::Both).is_empty());
        assert!(shown(Some(Item::Stretch("ST01".into())), SideFilter::Both).is_empty());
        assert!(shown(Some(Item::Method("HANDS".into())), SideFilter::Both).is_empty());
    }
}
