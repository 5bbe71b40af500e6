//! What things are called on the screen: modes, views, items. What cards say, doses and the data's
//! own terms, is worded in [`crate::app::document`].

use super::PanelContext;
pub use crate::app::document::wording::{
    certainty, confidence, dose, evidence, layer, level, line, per_day, side, source_kind, span,
    within,
};
use crate::{
    app::{document::wording, naming},
    locale::{Key, Words},
    model::{
        facts::{Muscle, Part},
        ids::Item,
        link::{SideFilter, ViewPreset},
    },
};
use std::borrow::Cow;

/// Names of the depth slider's stops, by depth.
pub const STOPS: [Key; 7] = [
    Key("layer-skin"),
    Key("layer-superficial"),
    Key("layer-second"),
    Key("layer-third"),
    Key("layer-erector-spinae"),
    Key("layer-deepest"),
    Key("layer-skeleton"),
];

/// The sides shown, in a word.
#[must_use]
pub fn side_filter(w: &Words, filter: SideFilter) -> Cow<'_, str> {
    match filter {
        SideFilter::Left => w.say("side-short-left"),
        SideFilter::Both => w.say("side-short-both"),
        SideFilter::Right => w.say("side-short-right"),
    }
}

/// A way of looking at the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// The way.
    pub preset: ViewPreset,
    /// Its key on the keyboard.
    pub key: &'static str,
    /// Its name.
    pub name: Key,
    /// What its button does, with the key as `$key`.
    pub look: Key,
}

const fn preset(preset: ViewPreset, key: &'static str, name: Key, look: Key) -> Preset {
    Preset {
        preset,
        key,
        name,
        look,
    }
}

/// Every preset in the order of the keys.
#[rustfmt::skip]
pub const PRESETS: [Preset; 8] = [
    preset(ViewPreset::Back, "1", Key("preset-back"), Key("look-back")),
    preset(ViewPreset::Front, "2", Key("preset-front"), Key("look-front")),
    preset(ViewPreset::Left, "3", Key("preset-left"), Key("look-left")),
    preset(ViewPreset::Right, "4", Key("preset-right"), Key("look-right")),
    preset(ViewPreset::Neck, "5", Key("preset-neck"), Key("look-neck")),
    preset(ViewPreset::ShoulderBlades, "6", Key("preset-shoulder-blades"), Key("look-shoulder-blades")),
    preset(ViewPreset::LowBack, "7", Key("preset-low-back"), Key("look-low-back")),
    preset(ViewPreset::Hips, "8", Key("preset-hips"), Key("look-hips")),
];

/// A part's name where its muscle is named already: `Trapezius, ascending part` is there
/// `Ascending part`.
#[must_use]
pub fn part_in_muscle(ctx: &PanelContext, muscle: &Muscle, part: &Part) -> String {
    wording::part_in_muscle(ctx.catalog, ctx.words, muscle, part)
}

/// What an item is called, without its side: see [`naming::plain_name`].
#[must_use]
pub fn plain_name(item: &Item, ctx: &PanelContext) -> String {
    naming::plain_name(item, ctx.catalog, ctx.words)
}

/// What an item is called, with its side: see [`naming::name_of`].
#[must_use]
pub fn name_of(item: &Item, ctx: &PanelContext) -> String {
    naming::name_of(item, ctx.catalog, ctx.words)
}
