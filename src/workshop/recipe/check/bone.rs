//! Checks of the recipes of bones.

use super::{CENTRED, Checker, Known, PLACES, POINTS, RINGS};
use crate::{
    model::closest::quoted,
    workshop::recipe::{
        bone::{Bar, BoneRecipe, Cut, How, Part, PartGroup, Parts, Shell, Start, Zero},
        faults::Spot,
    },
};

impl Checker<'_> {
    pub(super) fn bone(&mut self, spot: &Spot, recipe: &BoneRecipe, known: &mut Known) {
        let (bones, how) = (spot.field("bones"), spot.field("how"));
        if recipe.bones.is_empty() {
            self.fault(&bones, "the recipe makes no bone", "name at least one");
        }
        if recipe.source.is_empty() {
            self.fault(
                &spot.field("source"),
                "the source has no id",
                "give one of data/sources.ron",
            );
        }
        for (i, (id, meshes)) in recipe.bones.iter().enumerate() {
            if !known.0.insert(id.clone()) {
                let what = format!("{} has a recipe already", quoted(id));
                self.fault(&bones.at(i), what, "keep one of them");
            }
            match (recipe.how.is_built(), meshes.is_empty()) {
                (false, true) => self.fault(
                    &bones.at(i),
                    format!("{} has no mesh to be measured on", quoted(id)),
                    "give the FMA numbers of its meshes",
                ),
                (true, false) => self.fault(
                    &bones.at(i),
                    format!("{} is built and not measured", quoted(id)),
                    "leave the list of meshes empty",
                ),
                _ => {}
            }
        }
        match &recipe.how {
            How::Parts(parts) => self.parts(&how.field("parts"), parts),
            How::Harmonic(harmonic) => {
                self.place(&how.field("poles_mm").at(0), harmonic.poles_mm.0);
                self.place(&how.field("poles_mm").at(1), harmonic.poles_mm.1);
                self.count(&how.field("points"), "points", harmonic.points, POINTS);
                self.length(&how.field("gap_mm"), harmonic.gap_mm);
                for (i, tip) in harmonic.tips_mm.iter().enumerate() {
                    self.place(&how.field("tips_mm").at(i), *tip);
                }
                if let Some(shaft) = harmonic.shaft {
                    self.length(&how.field("shaft").field("gap_mm"), shaft.gap_mm);
                }
            }
            How::MiddleLine(line) => {
                match line.start {
                    Start::At(place) => self.place(&how.field("start"), place),
                    Start::InBox { share, offset_mm } => {
                        let at = how.field("start").field("share");
                        for share in [share.0, share.1, share.2] {
                            self.share(&at, share);
                        }
                        self.place(&how.field("start").field("offset_mm"), offset_mm);
                    }
                }
                self.count(&how.field("places"), "places", line.places, PLACES);
                self.length(&how.field("reach_mm"), line.reach_mm);
                self.cut(&how.field("cut"), &line.cut, false);
            }
            How::Lengthwise(lengthwise) => {
                self.direction(&how.field("towards"), lengthwise.towards);
                self.length(&how.field("reach_mm"), lengthwise.reach_mm);
                self.cut(&how.field("cut"), &lengthwise.cut, true);
            }
            How::Disc(disc) => {
                self.length(&how.field("reach_mm"), disc.reach_mm);
                self.count(&how.field("rings"), "rings", disc.rings, RINGS);
                self.count(&how.field("points"), "points", disc.points, POINTS);
            }
            How::Skull(skull) => {
                for (i, shell) in skull.shells.iter().enumerate() {
                    self.shell(&how.field("shells").at(i), shell);
                }
                for (i, bar) in skull.bars.iter().enumerate() {
                    self.bar(&how.field("bars").at(i), bar);
                }
            }
            How::Bar(bar) => self.bar(&how, bar),
            How::Toe(toe) => {
                self.place(&how.field("base_mm"), toe.base_mm);
                self.place(&how.field("head_mm"), toe.head_mm);
                self.place(&how.field("tip_mm"), toe.tip_mm);
                self.length(&how.field("metatarsal_half_mm"), toe.metatarsal_half_mm);
                self.length(&how.field("toe_half_mm"), toe.toe_half_mm);
                let at = how.field("phalanges");
                if toe.phalanges.len() + 1 != recipe.bones.len() {
                    self.fault(
                        &at,
                        format!(
                            "{} phalanges for {} bones",
                            toe.phalanges.len(),
                            recipe.bones.len()
                        ),
                        "name the metatarsal first, then as many phalanges as stand here",
                    );
                }
                for (i, (from, to, share)) in toe.phalanges.iter().enumerate() {
                    self.share(&at.at(i).at(0), *from);
                    self.share(&at.at(i).at(1), *to);
                    self.share(&at.at(i).at(2), *share);
                }
            }
            How::Teeth(teeth) => {
                self.count(&how.field("teeth"), "teeth", teeth.teeth.len(), 1..=8);
                for (i, (width, depth)) in teeth.teeth.iter().enumerate() {
                    let at = how.field("teeth").at(i);
                    self.length(&at.at(0), *width);
                    self.length(&at.at(1), *depth);
                }
            }
        }
    }

    fn shell(&mut self, spot: &Spot, shell: &Shell) {
        for (name, (y, z)) in [("from_mm", shell.from_mm), ("to_mm", shell.to_mm)] {
            self.place(&spot.field(name), (0.0, y, z));
        }
        self.direction(&spot.field("first"), shell.first);
        self.count(&spot.field("rings"), "rings", shell.rings, RINGS);
        self.count(&spot.field("rays"), "rays", shell.rays, POINTS);
        self.share(&spot.field("crowding"), shell.crowding);
        self.length(&spot.field("rest_mm"), shell.rest_mm);
        if !(1.0..=180.0).contains(&shell.turn_deg) {
            self.fault(
                &spot.field("turn_deg"),
                "no part of half a circle",
                "write 1 to 180 degrees",
            );
        }
        for (i, planes) in shell.leave_out.iter().enumerate() {
            for (j, (point, side)) in planes.iter().enumerate() {
                let at = spot.field("leave_out").at(i).at(j);
                self.place(&at.at(0), *point);
                self.direction(&at.at(1), *side);
            }
        }
    }

    fn bar(&mut self, spot: &Spot, bar: &Bar) {
        self.count(&spot.field("points"), "points", bar.points, POINTS);
        let stations = spot.field("stations");
        self.count(&stations, "stations", bar.stations.len(), RINGS);
        for (i, (x, y, z, width, height)) in bar.stations.iter().enumerate() {
            let at = stations.at(i);
            self.place(&at, (*x, *y, *z));
            self.length(&at.at(3), *width);
            self.length(&at.at(4), *height);
        }
    }

    fn parts(&mut self, spot: &Spot, parts: &Parts) {
        for (i, group) in parts.parts.iter().enumerate() {
            let (PartGroup::Once(group) | PartGroup::BothSides(group)) = group;
            for (j, part) in group.iter().enumerate() {
                self.part(&spot.at(i).at(0).at(j), part);
            }
        }
    }

    fn part(&mut self, spot: &Spot, part: &Part) {
        let axis = spot.field("axis");
        self.count(&axis, "places", part.axis.len(), PLACES);
        for (i, (x, y, z, reach)) in part.axis.iter().enumerate() {
            self.place(&axis.at(i), (*x, *y, *z));
            self.length(&axis.at(i).at(3), *reach);
        }
        self.cut(&spot.field("cut"), &part.cut, false);
    }

    fn cut(&mut self, spot: &Spot, cut: &Cut, lengthwise: bool) {
        self.count(&spot.field("rings"), "rings", cut.rings, RINGS);
        self.count(&spot.field("points"), "points", cut.points, POINTS);
        self.count(&spot.field("centred"), "times", cut.centred, CENTRED);
        self.share(&spot.field("blunt"), cut.blunt);
        self.share(&spot.field("crowding"), cut.crowding);
        match cut.zero {
            Zero::Towards(direction) => self.direction(&spot.field("zero"), direction),
            Zero::Broad if !lengthwise => self.fault(
                &spot.field("zero"),
                "only a bone that is cut lengthwise has a broad direction",
                "write Left, Up, Front, Outwards or Towards(x, y, z)",
            ),
            Zero::Broad | Zero::Left | Zero::Up | Zero::Front | Zero::Outwards => {}
        }
        if let Some(normal) = cut.normal {
            self.direction(&spot.field("normal"), normal);
        }
        for (i, (point, normal)) in cut.keep.iter().enumerate() {
            let at = spot.field("keep").at(i);
            self.place(&at.at(0), *point);
            self.direction(&at.at(1), *normal);
        }
    }
}
