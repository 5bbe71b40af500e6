//! Checks of landmarks, regions and sources.

use super::{Checker, Spot};
use crate::model::{
    closest::quoted,
    facts::{Landmark, Region, Source},
    limits::MOST_REGIONS,
};

/// Landmarks are left or in the midline. Midline ones of a real body stray a little.
const STRAY_MM: f32 = 20.0;

impl<'a> Checker<'a> {
    pub(super) fn landmarks(&mut self, all: &'a [Landmark]) {
        for (i, landmark) in all.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            self.own_id(&spot.field("id"), "landmark", &landmark.id);
            self.text(&spot.field("is"), &landmark.is);
            let at = spot.field("at_mm");
            self.coordinate(&at, landmark.at_mm);
            if landmark.at_mm.0 < -STRAY_MM {
                self.fault(
                    &at.at(0),
                    "the landmark is on the right",
                    "write the left one: +x is the subject's left",
                );
            }
        }
    }

    pub(super) fn regions(&mut self, all: &'a [Region]) {
        if all.len() > MOST_REGIONS {
            self.fault(
                &Spot::FILE.at(MOST_REGIONS),
                format!("{} regions", all.len()),
                format!("at most {MOST_REGIONS}"),
            );
        }
        for (i, region) in all.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            self.own_id(&spot.field("id"), "region", &region.id);
            self.text(&spot.field("name"), &region.name);
            self.text(&spot.field("extent"), &region.extent);
            self.texts(&spot.field("synonyms"), &region.synonyms);
            if region.areas.is_empty() {
                self.fault(
                    &spot.field("areas"),
                    format!("the region {} has no area", quoted(&region.id)),
                    "add at least one",
                );
            }
            self.areas(&spot.field("areas"), &region.areas);
        }
    }

    pub(super) fn sources_file(&mut self, all: &'a [Source]) {
        for (i, source) in all.iter().enumerate() {
            let spot = Spot::FILE.at(i);
            self.own_id(&spot.field("id"), "source", &source.id);
            self.text(&spot.field("citation"), &source.citation);
            self.text(&spot.field("used"), &source.used);
            let doi = &source.doi;
            let sound =
                doi.starts_with("10.") && doi.contains('/') && !doi.contains(char::is_whitespace);
            if !doi.is_empty() && !sound {
                self.fault(
                    &spot.field("doi"),
                    format!("{} is not a DOI", quoted(doi)),
                    "write it as 10.1000/example, without doi: or a web address",
                );
            }
            let url = &source.url;
            let sound = url.starts_with("https://") || url.starts_with("http://");
            if !url.is_empty() && (!sound || url.contains(char::is_whitespace)) {
                self.fault(
                    &spot.field("url"),
                    format!("{} is not a web address", quoted(url)),
                    "begin it with https://",
                );
            }
        }
    }
}
