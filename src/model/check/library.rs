//! Checks of the chapters of the library.

use super::{Checker, Spot};
use crate::model::facts::{Chapter, Section, Table};

impl<'a> Checker<'a> {
    pub(super) fn chapter(&mut self, path: &str, chapter: &'a Chapter) {
        let spot = Spot::FILE;
        self.own_id(&spot.field("id"), "chapter", &chapter.id);
        self.named_like_file(&spot.field("id"), path, &chapter.id);
        self.text(&spot.field("name"), &chapter.name);
        self.text(&spot.field("about"), &chapter.about);
        if chapter.sections.is_empty() {
            self.flaw(
                &spot.field("sections"),
                "the chapter has no section",
                "add one, or take the file away",
            );
        }
        for (i, section) in chapter.sections.iter().enumerate() {
            let sections = spot.field("sections");
            self.section(&sections.at(i), section);
        }
    }

    fn section(&mut self, spot: &Spot<'_>, section: &'a Section) {
        self.own_id(&spot.field("id"), "section", &section.id);
        self.text(&spot.field("name"), &section.name);
        self.texts(&spot.field("synonyms"), &section.synonyms);
        let empty = section.says.is_empty()
            && section.table.is_none()
            && section.steps.is_empty()
            && section.list.is_empty()
            && section.findings.is_empty()
            && section.claims.is_empty()
            && section.rules.is_empty()
            && section.shows.is_empty();
        if empty {
            self.fault(
                spot,
                "the section says nothing",
                "write it, or leave it out",
            );
        }
        self.statements(&spot.field("says"), &section.says);
        if let Some(table) = &section.table {
            self.table(&spot.field("table"), table);
        }
        self.all_refer(&spot.field("rules"), "rule", &section.rules);
        self.statements(&spot.field("steps"), &section.steps);
        self.statements(&spot.field("list"), &section.list);
        for (i, finding) in section.findings.iter().enumerate() {
            let findings = spot.field("findings");
            let spot = findings.at(i);
            self.text(&spot.field("topic"), &finding.topic);
            self.statement(&spot.field("found"), &finding.found);
            self.text(&spot.field("limits"), &finding.limits);
        }
        for (i, claim) in section.claims.iter().enumerate() {
            let claims = spot.field("claims");
            let spot = claims.at(i);
            self.text(&spot.field("claim"), &claim.claim);
            self.statement(&spot.field("truth"), &claim.truth);
        }
        let links = &section.links;
        let spot = spot.field("links");
        self.all_refer(&spot.field("points"), "point", &links.points);
        self.all_refer(&spot.field("muscles"), "muscle", &links.muscles);
        self.all_refer(&spot.field("regions"), "region", &links.regions);
        self.all_refer(&spot.field("methods"), "method", &links.methods);
        self.all_refer(&spot.field("stretches"), "stretch", &links.stretches);
        self.all_refer(&spot.field("sections"), "section", &links.sections);
        if links.sections.contains(&section.id) {
            self.flaw(
                &spot.field("sections"),
                "the section leads to itself",
                "leave its own id out",
            );
        }
    }

    fn table(&mut self, spot: &Spot<'_>, table: &Table) {
        self.texts(&spot.field("columns"), &table.columns);
        if table.columns.len() < 2 || table.rows.is_empty() {
            self.fault(
                spot,
                "the table compares nothing",
                "give it two columns and a row at least",
            );
        }
        for (i, row) in table.rows.iter().enumerate() {
            let rows = spot.field("rows");
            let spot = rows.at(i);
            let cells = spot.field("cells");
            if row.cells.len() != table.columns.len() {
                self.fault(
                    &cells,
                    format!(
                        "there are {} cells for {} columns",
                        row.cells.len(),
                        table.columns.len()
                    ),
                    "give one for each column, \"\" where nothing is known",
                );
            }
            for (j, cell) in row.cells.iter().enumerate() {
                if j == 0 || !cell.is_empty() {
                    self.text(&cells.at(j), cell);
                }
            }
            self.sources(&spot.field("sources"), &row.sources);
            self.mark(&spot.field("confidence"), row.confidence, &row.sources);
        }
    }
}
