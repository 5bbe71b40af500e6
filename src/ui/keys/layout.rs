//! Which key is meant, on keyboards of any country.
//!
//! A shortcut is named by what is printed on its key in the United States. Elsewhere that character may be on another
//! key, behind AltGr, or nowhere. What is printed on a key comes first; where that says nothing, its place counts.
//! So "+" zooms wherever it stands, also at the place of "]", as in Germany, Italy and Spain: there "]" is made with
//! AltGr, and Page Up and Page Down peel as they do everywhere.

use egui::{Key, Modifiers};

/// A key press, as it was told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Press {
    /// What it writes or does; where that has no name, the same as its place.
    pub key: Key,
    /// The key at the same place on an American keyboard, where that is known.
    pub physical_key: Option<Key>,
    /// What was held down with it.
    pub modifiers: Modifiers,
}

impl Press {
    /// The key and the modifiers that are meant; none where AltGr has made a character that is no shortcut.
    #[must_use]
    pub fn meant(self) -> Option<(Key, Modifiers)> {
        let Self {
            key,
            physical_key,
            modifiers,
        } = self;
        // AltGr, as Windows and browsers there tell it: it makes characters and commands nothing.
        let alt_graph = modifiers.ctrl && modifiers.alt && !modifiers.mac_cmd;
        if alt_graph {
            return is_sign(key).then_some((key, Modifiers::NONE));
        }
        // French digits need Shift and so write "&é"'(": their keys are meant. With Shift the keys of the digits write
        // signs in other countries, as "/" in Germany and Spain.
        let digit = physical_key.filter(|physical| is_digit(*physical));
        match digit {
            Some(digit) if !modifiers.any() && !goes_somewhere(key) => Some((digit, modifiers)),
            _ => Some((key, modifiers)),
        }
    }
}

fn is_digit(key: Key) -> bool {
    (Key::Num0..=Key::Num9).contains(&key)
}

/// A sign among the shortcuts.
fn is_sign(key: Key) -> bool {
    matches!(
        key,
        Key::OpenBracket | Key::CloseBracket | Key::Slash | Key::Plus | Key::Equals | Key::Minus
    )
}

/// What the digits' block at the right does where it writes no digits.
fn goes_somewhere(key: Key) -> bool {
    matches!(
        key,
        Key::ArrowLeft
            | Key::ArrowRight
            | Key::ArrowUp
            | Key::ArrowDown
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown
            | Key::Insert
            | Key::Delete
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(key: Key, place: Key, modifiers: Modifiers) -> Option<Key> {
        let press = Press {
            key,
            physical_key: Some(place),
            modifiers,
        };
        press.meant().map(|(key, _)| key)
    }

    #[test]
    fn french_digits_need_no_shift() {
        let none = Modifiers::NONE;
        // "&", "é" and "(" have no name of their own; "'" and "-" have.
        for (writes, place) in [
            (Key::Num1, Key::Num1),
            (Key::Quote, Key::Num4),
            (Key::Minus, Key::Num6),
        ] {
            assert_eq!(meant(writes, place, none), Some(place));
        }
        // With Shift they write their digit.
        assert_eq!(
            meant(Key::Num6, Key::Num6, Modifiers::SHIFT),
            Some(Key::Num6)
        );
    }

    #[test]
    fn a_sign_above_a_digit_is_that_sign() {
        // Germany and Spain.
        assert_eq!(
            meant(Key::Slash, Key::Num7, Modifiers::SHIFT),
            Some(Key::Slash)
        );
        assert_eq!(
            meant(Key::Equals, Key::Num0, Modifiers::SHIFT),
            Some(Key::Equals)
        );
    }

    #[test]
    fn the_block_at_the_right_moves_where_it_writes_no_digits() {
        let none = Modifiers::NONE;
        assert_eq!(meant(Key::ArrowLeft, Key::Num4, none), Some(Key::ArrowLeft));
        assert_eq!(meant(Key::Num4, Key::Num4, none), Some(Key::Num4));
    }

    #[test]
    fn a_sign_at_the_place_of_a_bracket_is_that_sign_and_what_has_no_name_is_the_bracket() {
        let none = Modifiers::NONE;
        let places = [Key::OpenBracket, Key::CloseBracket];
        // What the two keys right of P write, and what is meant by them. A letter that egui has no name for, and a dead
        // accent, come as their place.
        for (country, writes, wanted) in [
            ("United States", places, places),
            (
                "Germany: ü +",
                [Key::OpenBracket, Key::Plus],
                [Key::OpenBracket, Key::Plus],
            ),
            (
                "Spain: ` +",
                [Key::OpenBracket, Key::Plus],
                [Key::OpenBracket, Key::Plus],
            ),
            (
                "Portugal: + ´",
                [Key::Plus, Key::CloseBracket],
                [Key::Plus, Key::CloseBracket],
            ),
            ("France: ^ $", places, places),
            // Brazil has "]" on the key after these.
            ("Brazil: ´ [", [Key::OpenBracket; 2], [Key::OpenBracket; 2]),
        ] {
            let told = [0, 1].map(|at| meant(writes[at], places[at], none));
            assert_eq!(told, wanted.map(Some), "{country}");
        }
        assert_eq!(
            meant(Key::CloseBracket, Key::Backslash, none),
            Some(Key::CloseBracket)
        );
    }

    #[test]
    fn alt_gr_of_windows_is_no_chord() {
        let alt_gr = Modifiers {
            ctrl: true,
            command: true,
            alt: true,
            ..Modifiers::NONE
        };
        let press = |key, place| {
            let press = Press {
                key,
                physical_key: Some(place),
                modifiers: alt_gr,
            };
            press.meant()
        };
        // Spain writes "]" so; Poland "ż" and "ź".
        assert_eq!(
            press(Key::CloseBracket, Key::CloseBracket),
            Some((Key::CloseBracket, Modifiers::NONE))
        );
        assert_eq!(press(Key::Z, Key::Z), None);
    }
}
