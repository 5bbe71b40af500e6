//! What is left to do for people who know: statements that an expert should look at, recalled
//! or confirmed only in part, and names that a language lacks.

use super::{
    catalog::Catalog,
    facts::{Chapter, Confidence, Muscle, Statement, TriggerPoint},
    language::Language,
    names::{NameKind, Named},
};

/// A statement to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewItem<'a> {
    /// File, relative to the data folder.
    pub file: String,
    /// What the statement is about, e.g. `TRA-1 location`.
    pub about: String,
    /// The statement.
    pub text: &'a str,
    /// Its sources.
    pub sources: &'a [String],
    /// How sure it is.
    pub confidence: Confidence,
    /// What kind of statement it is, e.g. `location of a point`.
    pub kind: &'static str,
}

/// How many statements of a kind rest on memory, and on texts that confirm them in part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindCount {
    /// The kind.
    pub kind: &'static str,
    /// From memory of the manuals.
    pub recalled: usize,
    /// Confirmed in part.
    pub partly: usize,
}

/// The statements to look at by kind, most of them from memory first.
#[must_use]
pub fn by_kind(items: &[ReviewItem<'_>]) -> Vec<KindCount> {
    let mut counts: Vec<KindCount> = Vec::new();
    for item in items {
        let at = counts
            .iter()
            .position(|count| count.kind == item.kind)
            .unwrap_or_else(|| {
                counts.push(KindCount {
                    kind: item.kind,
                    recalled: 0,
                    partly: 0,
                });
                counts.len() - 1
            });
        if let Some(count) = counts.get_mut(at) {
            match item.confidence {
                Confidence::Recalled => count.recalled += 1,
                _ => count.partly += 1,
            }
        }
    }
    counts.sort_by_key(|count| std::cmp::Reverse((count.recalled, count.partly)));
    counts
}

/// Every statement that is recalled or partly confirmed, by file, in the file's order.
pub fn review(catalog: &Catalog) -> Vec<ReviewItem<'_>> {
    let mut list = List::default();
    for muscle in &catalog.muscles {
        list.muscle(muscle);
    }
    list.file = "treatments/methods.ron".to_owned();
    list.kind = "method";
    for method in &catalog.methods {
        list.add(
            format!("{} dose", method.id),
            &method.name,
            &method.sources,
            method.confidence,
        );
        list.all(&format!("{} limit", method.id), &method.limits);
    }
    list.file = "treatments/protocol.ron".to_owned();
    list.kind = "protocol";
    for rule in &catalog.protocol.rules {
        list.statement(format!("rule {}", rule.id), &rule.says);
    }
    for step in &catalog.protocol.steps {
        list.statement(format!("step {}", step.name), &step.says);
    }
    list.all("stop rule", &catalog.protocol.stop_rules);
    list.file = "fascia/".to_owned();
    list.kind = "structure";
    for bone in &catalog.bones {
        list.all(&bone.id, &bone.about);
    }
    list.file = "treatments/stretches.ron".to_owned();
    list.kind = "stretch";
    for stretch in &catalog.stretches {
        list.add(
            format!("{} as a whole", stretch.id),
            &stretch.name,
            &stretch.sources,
            stretch.confidence,
        );
        list.all(&format!("{} caution", stretch.id), &stretch.cautions);
    }
    list.self_care(catalog);
    list.safety(catalog);
    for chapter in &catalog.chapters {
        list.chapter(chapter);
    }
    list.items
}

/// The entries that have no name in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unnamed<'a> {
    /// The file that should name them, relative to the data folder.
    pub file: String,
    /// Id and English name.
    pub entries: Vec<(&'a str, &'a str)>,
}

/// What has no name in the languages that have any, by language and kind; kinds without a gap
/// are left out.
pub fn unnamed(catalog: &Catalog) -> Vec<Unnamed<'_>> {
    catalog
        .names
        .languages()
        .flat_map(|language| {
            // A muscle of one part names that part too.
            let parts = catalog.parts().filter(|(muscle, _)| muscle.parts.len() > 1);
            [
                lacking(catalog, language, catalog.muscles.iter()),
                lacking(catalog, language, parts.map(|(_, part)| part)),
                lacking(catalog, language, catalog.points().map(|(_, point)| point)),
                lacking(catalog, language, catalog.regions.iter()),
                lacking(catalog, language, catalog.bones.iter()),
                lacking(catalog, language, catalog.methods.iter()),
                lacking(catalog, language, catalog.stretches.iter()),
            ]
        })
        .filter(|unnamed| !unnamed.entries.is_empty())
        .collect()
}

fn lacking<'a, T: Named + 'a>(
    catalog: &Catalog,
    language: Language,
    things: impl Iterator<Item = &'a T>,
) -> Unnamed<'a> {
    let kind: NameKind = T::KIND;
    Unnamed {
        file: format!("locale/{language}/{}.ron", kind.file()),
        entries: things
            .filter(|thing| catalog.names.entry(language, *thing).is_none())
            .map(|thing| (thing.id(), thing.english()))
            .collect(),
    }
}

#[derive(Default)]
struct List<'a> {
    file: String,
    kind: &'static str,
    items: Vec<ReviewItem<'a>>,
}

impl<'a> List<'a> {
    fn add(&mut self, about: String, text: &'a str, sources: &'a [String], confidence: Confidence) {
        if matches!(confidence, Confidence::Recalled | Confidence::Partly) {
            self.items.push(ReviewItem {
                file: self.file.clone(),
                about,
                text,
                sources,
                confidence,
                kind: self.kind,
            });
        }
    }

    /// The same for a statement of another kind.
    fn of(&mut self, kind: &'static str) -> &mut Self {
        self.kind = kind;
        self
    }

    fn self_care(&mut self, catalog: &'a Catalog) {
        self.file = "treatments/techniques.ron".to_owned();
        self.kind = "technique";
        for technique in &catalog.techniques {
            self.add(
                technique.id.clone(),
                &technique.purpose,
                &technique.sources,
                technique.confidence,
            );
            self.statement(format!("{} evidence", technique.id), &technique.evidence);
        }
        self.file = "self_care/programmes.ron".to_owned();
        self.kind = "programme";
        for programme in &catalog.programmes {
            let id = &programme.id;
            self.statement(format!("{id} about"), &programme.about);
            self.all(&format!("{id} not for"), &programme.not_for);
            for item in &programme.items {
                self.statement(format!("{id} item"), &item.how);
            }
            self.all(&format!("{id} afterwards"), &programme.after);
        }
        self.file = "self_care/plans.ron".to_owned();
        self.kind = "plan";
        for plan in &catalog.plans {
            let id = &plan.id;
            self.statement(format!("{id} about"), &plan.about);
            for phase in &plan.phases {
                self.statement(format!("{id} {}", phase.id), &phase.says);
                self.statement(format!("{id} {} self-care", phase.id), &phase.self_care);
            }
            self.statement(format!("{id} flare"), &plan.flare);
            self.all(&format!("{id} note"), &plan.notes);
        }
        self.file = "self_care/assessment.ron".to_owned();
        self.kind = "assessment";
        for item in &catalog.assessment {
            self.add(item.id.clone(), &item.asks, &item.sources, item.confidence);
            self.all(&item.id, &item.says);
            self.all(&format!("{} caution", item.id), &item.cautions);
        }
        self.file = "self_care/range_of_motion.ron".to_owned();
        self.kind = "range of motion";
        for test in &catalog.range_of_motion {
            self.add(
                test.id.clone(),
                &test.movement,
                &test.sources,
                test.confidence,
            );
            self.all(&format!("{} caution", test.id), &test.cautions);
        }
        self.file = "safety/emergency_numbers.ron".to_owned();
        self.kind = "emergency number";
        for entry in &catalog.emergency_numbers {
            self.add(
                entry.country.clone(),
                &entry.name,
                &entry.sources,
                entry.confidence,
            );
        }
    }

    fn statement(&mut self, about: String, statement: &'a Statement) {
        self.add(
            about,
            &statement.text,
            &statement.sources,
            statement.confidence,
        );
    }

    fn all(&mut self, about: &str, statements: &'a [Statement]) {
        for statement in statements {
            self.statement(about.to_owned(), statement);
        }
    }

    fn safety(&mut self, catalog: &'a Catalog) {
        self.file = "safety/red_flags.ron".to_owned();
        self.kind = "warning sign";
        let red_flags = &catalog.red_flags;
        for exit in &red_flags.exits {
            self.statement(format!("exit {}", exit.name), &exit.says);
        }
        self.all("note", &red_flags.notes);
        self.all("when to ask again", &red_flags.repeat);
        for flag in &red_flags.flags {
            self.statement(format!("{} {}", flag.id, flag.name), &flag.advice);
        }
        self.file = "safety/contraindications.ron".to_owned();
        self.kind = "condition";
        for row in &catalog.contraindications {
            self.all(&row.id, &row.notes);
        }
        self.file = "safety/no_go_areas.ron".to_owned();
        self.kind = "no-go area";
        for area in &catalog.no_go_areas {
            self.statement(format!("{} why", area.id), &area.why);
            self.all(&format!("{} harm", area.id), &area.harm);
        }
    }

    fn chapter(&mut self, chapter: &'a Chapter) {
        self.file = format!("library/{}.ron", chapter.id);
        self.kind = "library";
        for section in &chapter.sections {
            let id = &section.id;
            self.all(id, &section.says);
            for row in section.table.iter().flat_map(|table| &table.rows) {
                if let Some(first) = row.cells.first() {
                    let about = format!("{id} table");
                    self.add(about, first, &row.sources, row.confidence);
                }
            }
            self.all(&format!("{id} step"), &section.steps);
            self.all(&format!("{id} list"), &section.list);
            for finding in &section.findings {
                self.statement(format!("{id}: {}", finding.topic), &finding.found);
            }
            for claim in &section.claims {
                self.statement(format!("{id} claim put right"), &claim.truth);
            }
        }
    }

    fn muscle(&mut self, muscle: &'a Muscle) {
        self.file = format!("muscles/{}.ron", muscle.id);
        for point in &muscle.points {
            self.point(point);
        }
        self.of("what it feels like")
            .all("feels like", &muscle.feels_like);
        self.of("cause").all("cause", &muscle.causes);
        self.of("related muscles")
            .all("related muscles", &muscle.related_notes);
        if let Some(palpation) = &muscle.palpation {
            self.of("palpation")
                .statement("palpation".to_owned(), palpation);
        }
        for caution in &muscle.cautions {
            self.of("caution")
                .statement("caution".to_owned(), &caution.says);
        }
        self.of("look-alike").all("look-alike", &muscle.look_alikes);
        if let Some(evidence) = &muscle.evidence {
            self.of("evidence")
                .statement("evidence".to_owned(), &evidence.says);
        }
    }

    fn point(&mut self, point: &'a TriggerPoint) {
        let id = &point.id;
        self.of("location of a point")
            .statement(format!("{id} location"), &point.location);
        self.of("finding a point")
            .statement(format!("{id} finding it"), &point.find);
        self.kind = "pattern of a point";
        for (name, zone) in [
            ("essential", &point.essential),
            ("spillover", &point.spillover),
            ("tingling", &point.tingling),
        ] {
            if !zone.text.is_empty() {
                self.add(
                    format!("{id} {name} zone"),
                    &zone.text,
                    &point.pattern_sources,
                    point.pattern_confidence,
                );
            }
        }
        for application in &point.treatment {
            self.of("treatment of a point").statement(
                format!("{id} treatment {}", application.method),
                &application.how,
            );
        }
    }
}
