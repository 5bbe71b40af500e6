//! What studies found, and what is often said and not true.

use super::{
    Page,
    margin::{self, block},
};
use crate::{
    model::facts::{Claim, Finding},
    ui::{
        card::parts,
        tokens::Kind,
        widgets::{chip, mark, text},
        words,
    },
};
use egui::Ui;

/// Findings, each with how sure it is and what limits it.
pub(super) fn findings_ui(ui: &mut Ui, page: &mut Page, findings: &[Finding]) {
    let ctx = page.card.ctx;
    let (t, w) = (ctx.tokens, ctx.words);
    for finding in findings {
        margin::heading(ui, page, &finding.topic);
        margin::says(ui, page, &finding.found);
        block(ui, page, None, |ui, page| {
            ui.spacing_mut().item_spacing.y = t.space.unit;
            let (says, why) = words::certainty(w, finding.certainty);
            let label = w.say_with("certainty", &[("how", says.into())]);
            chip::label(ui, t, &label, &why);
            parts::pair(
                ui,
                &mut page.card,
                &w.say("finding-limits"),
                &finding.limits,
            );
        });
    }
}

/// Claims, each beside the colour of caution and with what is true right under it.
pub(super) fn claims_ui(ui: &mut Ui, page: &mut Page, claims: &[Claim]) {
    let ctx = page.card.ctx;
    let (t, w) = (ctx.tokens, ctx.words);
    for claim in claims {
        ui.add_space(t.space.group);
        block(ui, page, None, |ui, _| {
            mark::barred(ui, t, t.color.warning, t.color.warning_soft, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let said = w.say("claim-said");
                text::paragraph(ui, t, Kind::Secondary, t.color.warning, &said);
                let quoted = w.say_with("claim-quoted", &[("claim", claim.claim.as_str().into())]);
                text::paragraph(ui, t, Kind::Body, t.color.text, &quoted);
            });
        });
        block(ui, page, Some(claim.truth.confidence), |ui, page| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let is = w.say("claim-truth");
            text::paragraph(ui, t, Kind::Secondary, t.color.secondary, &is);
            parts::says(ui, &mut page.card, &claim.truth);
        });
    }
}
