//! Checks of muscles, their parts and their trigger points.

use super::{Checker, Spot, known::MUSCLE_OR_PART};
use crate::model::{
    closest::quoted,
    facts::{Application, Muscle, Part, TriggerPoint, Zone},
};

/// Most characters a marker shows.
const LONGEST_MARK: usize = 3;

impl<'a> Checker<'a> {
    pub(super) fn muscle(&mut self, path: &str, muscle: &'a Muscle) {
        let spot = Spot::FILE;
        self.own_id(&spot.field("id"), "muscle", &muscle.id);
        self.named_like_file(&spot.field("id"), path, &muscle.id);
        let code = &muscle.code;
        if code.len() != 3
            || !code
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        {
            self.fault(
                &spot.field("code"),
                format!("{} is not a code", quoted(code)),
                "use three capital letters",
            );
        } else {
            self.own_id(&spot.field("code"), "muscle code", code);
        }
        self.names(&spot.field("names"), &muscle.names);
        self.ids(&spot.field("ids"), &muscle.ids);
        if !muscle.layer_note.is_empty() {
            self.text(&spot.field("layer_note"), &muscle.layer_note);
        }
        self.sources(&spot.field("anatomy_sources"), &muscle.anatomy_sources);
        if muscle.parts.is_empty() {
            self.fault(
                &spot.field("parts"),
                format!("the muscle {} has no part", quoted(&muscle.id)),
                "add at least one",
            );
        }
        for (i, part) in muscle.parts.iter().enumerate() {
            let parts = spot.field("parts");
            self.part(&parts.at(i), part);
        }
        for (i, point) in muscle.points.iter().enumerate() {
            let points = spot.field("points");
            self.point(&points.at(i), muscle, point);
        }
        self.statements(&spot.field("feels_like"), &muscle.feels_like);
        self.statements(&spot.field("causes"), &muscle.causes);
        self.statements(&spot.field("related_notes"), &muscle.related_notes);
        self.statements(&spot.field("look_alikes"), &muscle.look_alikes);
        for (i, caution) in muscle.cautions.iter().enumerate() {
            let cautions = spot.field("cautions");
            let spot = cautions.at(i);
            self.statement(&spot.field("says"), &caution.says);
            self.all_refer(&spot.field("forbids"), "method", &caution.forbids);
            self.discomfort(&spot.field("max_discomfort"), caution.max_discomfort);
            for (j, id) in caution.at.iter().enumerate() {
                let own = muscle.points.iter().any(|point| point.id == *id)
                    || muscle.parts.iter().any(|part| part.id == *id);
                if !own && !self.left_out.contains(id) {
                    let at = spot.field("at");
                    self.fault(
                        &at.at(j),
                        format!("{} is no point and no part of {}", quoted(id), muscle.id),
                        "name points or parts of this muscle, or none for all of it",
                    );
                }
            }
        }
        if let Some(palpation) = &muscle.palpation {
            self.statement(&spot.field("palpation"), palpation);
        }
        self.all_refer(&spot.field("rules"), "rule", &muscle.rules);
        if let Some(evidence) = &muscle.evidence {
            let evidence_spot = spot.field("evidence");
            self.statement(&evidence_spot.field("says"), &evidence.says);
        }
        self.all_refer(
            &spot.field("related_muscles"),
            "muscle",
            &muscle.related_muscles,
        );
        self.not_itself(
            &spot.field("related_muscles"),
            &muscle.id,
            &muscle.related_muscles,
        );
        self.all_refer(&spot.field("stretches"), "stretch", &muscle.stretches);
    }

    fn part(&mut self, spot: &Spot<'_>, part: &'a Part) {
        self.structure(spot, &part.id);
        self.names(&spot.field("names"), &part.names);
        self.ids(&spot.field("ids"), &part.ids);
        self.number(&spot.field("depth"), f32::from(part.depth), 1.0, 5.0, "");
        for (name, attachment) in [("origin", &part.origin), ("insertion", &part.insertion)] {
            let spot = spot.field(name);
            self.text(&spot.field("text"), &attachment.text);
            self.line(&spot.field("line"), &attachment.line);
        }
        self.text(&spot.field("action"), &part.action);
        self.texts(&spot.field("action_terms"), &part.action_terms);
        for (field, named) in [
            ("synergists", &part.synergists),
            ("antagonists", &part.antagonists),
        ] {
            let spot = spot.field(field);
            self.all_refer(&spot.field("here"), MUSCLE_OR_PART, &named.here);
            self.not_itself(&spot.field("here"), &part.id, &named.here);
            self.texts(&spot.field("elsewhere"), &named.elsewhere);
        }
        self.text(&spot.field("nerve"), &part.nerve);
        let (tendon, ends) = (spot.field("tendon"), part.tendon);
        self.number(&tendon.field("origin"), ends.origin, 0.0, 1.0, "");
        self.number(&tendon.field("insertion"), ends.insertion, 0.0, 1.0, "");
        if ends.origin.max(ends.insertion) <= 1.0 && ends.origin + ends.insertion > 1.0 {
            self.fault(
                &tendon,
                "the tendons are longer than the muscle",
                "together they are at most 1",
            );
        }
        let sheets = spot.field("aponeuroses");
        for (i, sheet) in part.aponeuroses.iter().enumerate() {
            let spot = sheets.at(i);
            self.line(&spot.field("line"), &sheet.line);
            self.radii(&spot.field("radius_mm"), &sheet.radius_mm, &sheet.line);
        }
    }

    fn point(&mut self, spot: &Spot<'_>, muscle: &Muscle, point: &'a TriggerPoint) {
        self.own_id(&spot.field("id"), "point", &point.id);
        self.text(&spot.field("name"), &point.name);
        self.text(&spot.field("mark"), &point.mark);
        if point.mark.chars().count() > LONGEST_MARK {
            self.fault(
                &spot.field("mark"),
                format!("the mark {} is too long", quoted(&point.mark)),
                format!("at most {LONGEST_MARK} characters"),
            );
        }
        self.refers(&spot.field("part"), "structure", &point.part);
        let own = muscle.parts.iter().any(|part| part.id == point.part);
        if !own && self.known.ids("structure").contains(point.part.as_str()) {
            self.fault(
                &spot.field("part"),
                format!("{} is no part of {}", quoted(&point.part), muscle.id),
                "a point lies on a part of its own muscle",
            );
        }
        self.place(&spot.field("place"), &point.place);
        self.snap(&spot.field("snap"), point.snap);
        self.statement(&spot.field("location"), &point.location);
        self.statement(&spot.field("find"), &point.find);
        self.zone(&spot.field("essential"), &point.essential);
        self.zone(&spot.field("spillover"), &point.spillover);
        self.zone(&spot.field("tingling"), &point.tingling);
        self.mark(
            &spot.field("pattern_confidence"),
            point.pattern_confidence,
            &point.pattern_sources,
        );
        self.sources(&spot.field("pattern_sources"), &point.pattern_sources);
        self.all_refer(&spot.field("related"), "point", &point.related);
        self.not_itself(&spot.field("related"), &point.id, &point.related);
        if point.treatment.is_empty() {
            self.fault(
                &spot.field("treatment"),
                format!("the point {} has no treatment", quoted(&point.id)),
                "name at least one method, or say with one why not to treat it oneself",
            );
        }
        for (i, application) in point.treatment.iter().enumerate() {
            let treatment = spot.field("treatment");
            self.application(&treatment.at(i), application);
        }
    }

    fn zone(&mut self, spot: &Spot<'_>, zone: &Zone) {
        let drawn = !zone.regions.is_empty() || !zone.opposite.is_empty();
        if drawn || !zone.text.is_empty() {
            self.text(&spot.field("text"), &zone.text);
        }
        if !drawn && !zone.areas.is_empty() {
            self.fault(
                &spot.field("areas"),
                "areas are drawn but no region is named",
                "name the regions they lie over",
            );
        }
        self.all_refer(&spot.field("regions"), "region", &zone.regions);
        self.all_refer(&spot.field("opposite"), "region", &zone.opposite);
        for (i, id) in zone.opposite.iter().enumerate() {
            if self
                .known
                .regions
                .get(id.as_str())
                .is_some_and(|region| region.midline)
            {
                let opposite = spot.field("opposite");
                self.fault(
                    &opposite.at(i),
                    format!("{} is in the midline and has no opposite", quoted(id)),
                    "name it in regions",
                );
            }
        }
        self.areas(&spot.field("areas"), &zone.areas);
    }

    fn application(&mut self, spot: &Spot<'_>, application: &Application) {
        self.refers(&spot.field("method"), "method", &application.method);
        self.statement(&spot.field("how"), &application.how);
        for (field, text) in [
            ("title", &application.title),
            ("position", &application.position),
        ] {
            if !text.is_empty() {
                self.text(&spot.field(field), text);
            }
        }
        self.texts(&spot.field("steps"), &application.steps);
        if let Some(hold) = application.hold_seconds {
            self.hold(&spot.field("hold_seconds"), hold);
        }
        let method = self.known.methods.get(application.method.as_str());
        if let (Some(most), Some(method)) = (application.max_discomfort, method)
            && most > method.max_discomfort
        {
            self.fault(
                &spot.field("max_discomfort"),
                format!("{most} of 10 is more than the method allows"),
                format!("{} allows {}", method.id, method.max_discomfort),
            );
        }
    }

    fn not_itself(&mut self, spot: &Spot<'_>, id: &str, related: &[String]) {
        for (i, other) in related.iter().enumerate() {
            if other == id {
                self.fault(
                    &spot.at(i),
                    format!("{} is related to itself", quoted(id)),
                    "remove it",
                );
            }
        }
    }
}
