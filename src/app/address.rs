//! What the address of the page does when the view changes.
//!
//! Not here: the browser itself (`shell`).

use crate::{
    locale::{Key, Message},
    model::link::ViewLink,
};

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
        || before.points != now.points
        || looked_elsewhere;
    if other {
        AddressStep::Push
    } else {
        AddressStep::Replace
    }
}

/// The link as the address holds it: without the theme, which is the user's and not the view's, and without paintings
/// or structures that are too many for a link, since an address that cannot be opened would lose the whole view: that
/// is told (see [`LeftOut`]). Whoever copies a link gets it whole or is told so.
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
        address.points.clear();
    }
    address
}

/// What of a view its address does not hold, because it is more than a link can.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// What is painted.
    pub painting: bool,
    /// Structures that are hidden, shown as shells, or shown alone, or of which alone the points are marked.
    pub structures: bool,
}

impl LeftOut {
    /// What an address lacks of the view that it was made of.
    #[must_use]
    pub fn of(view: &ViewLink, address: &ViewLink) -> Self {
        Self {
            painting: view.pains != address.pains,
            structures: view.hidden != address.hidden
                || view.ghosted != address.ghosted
                || view.isolate != address.isolate
                || view.points != address.points,
        }
    }

    /// What the user is told of it who knows of `before`: each once, until the address holds it again.
    #[must_use]
    pub fn told_after(self, before: Self) -> Vec<Message> {
        let told = [
            (self.painting && !before.painting, "painting"),
            (self.structures && !before.structures, "structures"),
        ];
        told.into_iter()
            .filter(|(is_new, _)| *is_new)
            .map(|(_, what)| Message::new(Key("notice-address-incomplete")).with("what", what))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Words;
    use crate::model::{
        ids::StructureId,
        link::{Theme, ViewPreset},
        painted::{LONGEST_NAME, MOST_PAINS, PaintedPain, PlaceCell},
        side::Side,
    };

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
        assert_eq!(told(&much, LeftOut::default()), ["painting"]);
        let hidden = ViewLink {
            hidden: structures,
            ..depth.clone()
        };
        assert_eq!(address_link(&hidden), depth);
        assert_eq!(told(&hidden, LeftOut::default()), ["structures"]);
        let both = ViewLink {
            pains: much.pains.clone(),
            ..hidden
        };
        assert_eq!(told(&both, LeftOut::default()), ["painting", "structures"]);
        // What was told already is not told with every stroke.
        let painting = LeftOut {
            painting: true,
            structures: false,
        };
        assert_eq!(told(&both, painting), ["structures"]);
        assert_eq!(told(&much, painting), [""; 0]);
        assert_eq!(told(&depth, painting), [""; 0]);
    }

    /// What is told of a view's address, by a word of each message.
    fn told(view: &ViewLink, before: LeftOut) -> Vec<&'static str> {
        let words = Words::default();
        let says = LeftOut::of(view, &address_link(view)).told_after(before);
        let word = |says: &Message| match words.put(says).contains("painting") {
            true => "painting",
            false => "structures",
        };
        says.iter().map(word).collect()
    }
}
