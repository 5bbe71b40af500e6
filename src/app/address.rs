//! What the address of the page does when the view changes.
//!
//! Not here: the browser itself (`shell`).

use crate::model::link::ViewLink;

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
    use crate::model::link::ViewPreset;

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
