//! Why a point is in the list, in the words of a language.

use crate::{
    app::{document::wording::within, naming},
    locale::Words,
    model::{
        catalog::Catalog,
        ids::{Item, RegionId},
        side::Side,
    },
    study::locate::{
        prior::{is_of_low_back, is_often, reported_percent},
        reason::Reason,
        regions::RegionMatch,
        share::percent,
    },
};

/// A point of the list.
pub struct Line<'a> {
    pub point: &'a str,
    pub name: String,
    pub side: &'static str,
    pub score: f32,
    pub reason: String,
}

impl Line<'_> {
    pub fn in_words(&self, w: &Words) -> String {
        let side = match self.side {
            "same" => w.say("locate-side-same"),
            "opposite" => w.say("locate-side-opposite"),
            "both" => w.say("locate-side-both"),
            "either" => w.say("locate-side-either"),
            "right" => w.say("locate-side-right"),
            _ => w.say("locate-side-left"),
        };
        let args = [
            ("point", self.point.into()),
            ("name", self.name.as_str().into()),
            ("side", side.into()),
            ("fit", percent(self.score).into()),
            ("reason", self.reason.as_str().into()),
        ];
        w.say_with("locate-line", &args).into_owned()
    }
}

/// How many more points there are.
pub fn more(w: &Words, count: usize) -> String {
    w.say_with("locate-more", &[("count", count.into())])
        .into_owned()
}

/// For regions that were named.
pub fn by_regions(
    catalog: &Catalog,
    w: &Words,
    found: &RegionMatch,
    hurting: &[RegionId],
) -> String {
    let names = |ids: &[RegionId]| {
        let names: Vec<String> = ids.iter().map(|id| name(catalog, w, id)).collect();
        names.join(", ")
    };
    let reached = found.essential.len() + found.spillover.len();
    let args = [
        ("reached", reached.into()),
        ("hurting", hurting.len().into()),
    ];
    let mut parts = vec![w.say_with("locate-reaches", &args).into_owned()];
    if !found.essential.is_empty() {
        let args = [("regions", names(&found.essential).into())];
        parts.push(w.say_with("locate-most-feel", &args).into_owned());
    }
    if !found.spillover.is_empty() {
        let args = [("regions", names(&found.spillover).into())];
        parts.push(w.say_with("locate-some-feel", &args).into_owned());
    }
    if !found.missing.is_empty() {
        let args = [("regions", names(&found.missing).into())];
        parts.push(w.say_with("locate-not-named", &args).into_owned());
    }
    if let Some((low, high)) = reported_percent(catalog, &found.muscle, &found.point) {
        // As the window says it.
        if is_often((low, high)) && is_of_low_back(hurting.iter().map(|id| id.code.as_str())) {
            parts.push(within(&w.say("locate-often-found")));
        }
        let span = crate::app::document::wording::span((low, high));
        parts.push(
            w.say_with("locate-counted", &[("percent", span.into())])
                .into_owned(),
        );
    }
    parts.join("; ")
}

/// For a painting; `often` where the point is often found with the pain that is painted.
pub fn by_painting(catalog: &Catalog, w: &Words, reason: &Reason, often: bool) -> String {
    let args = [
        ("covers", percent(reason.covers).into()),
        ("essential", percent(reason.essential_painted).into()),
    ];
    let mut parts = vec![w.say_with("locate-covers", &args).into_owned()];
    let spilt = percent(reason.covers - reason.covers_essential);
    if spilt > 0 {
        parts.push(
            w.say_with("locate-spilt", &[("percent", spilt.into())])
                .into_owned(),
        );
    }
    if !reason.not_painted.is_empty() {
        let both = reason.not_painted.iter().chain(&reason.painted);
        let sides: Vec<Side> = both
            .map(|id| id.side)
            .filter(|side| *side != Side::Midline)
            .collect();
        // The side is told only where the zone is on both.
        let crosses = sides.windows(2).any(|pair| pair[0] != pair[1]);
        let names: Vec<String> = (reason.not_painted.iter())
            .map(|id| match crosses && id.side != Side::Midline {
                true => within(&naming::name_of(&Item::Region(id.clone()), catalog, w)),
                false => name(catalog, w, id),
            })
            .collect();
        let args = [("regions", names.join(", ").into())];
        parts.push(w.say_with("locate-not-painted-either", &args).into_owned());
    }
    if often {
        parts.push(within(&w.say("locate-often-found")));
    }
    parts.join("; ")
}

fn name(catalog: &Catalog, w: &Words, id: &RegionId) -> String {
    let region = catalog.region(&id.code);
    region.map_or_else(
        || id.code.clone(),
        |region| within(naming::name(region, catalog, w)),
    )
}
