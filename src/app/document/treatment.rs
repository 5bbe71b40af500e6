//! Methods and stretches: their own cards, and how they stand on the cards of what they treat.

use super::{
    Block, Builder, Document, Text,
    block::{
        Application, Caution, CautionLevel, Dose, Fold, Link, Links, Practice, Row, RowGroup,
        RowMark, Statement,
    },
    unlabelled, wording,
};
use crate::model::{
    facts::{self, Method, Muscle, NoGoArea, Part, Shown, Stretch, TriggerPoint},
    ids::{Item, PointId},
};

/// What a card is about, for the cautions on it.
#[derive(Clone, Copy)]
pub(super) enum CardOf<'a> {
    Muscle(&'a Muscle),
    Part(&'a Muscle, &'a Part),
    Point(&'a Muscle, &'a TriggerPoint),
}

impl<'a> CardOf<'a> {
    pub(super) fn muscle(self) -> &'a Muscle {
        match self {
            Self::Muscle(muscle) | Self::Part(muscle, _) | Self::Point(muscle, _) => muscle,
        }
    }

    /// True where a caution of the muscle belongs on the card.
    fn has(self, caution: &facts::Caution) -> bool {
        match self {
            Self::Muscle(_) => true,
            Self::Point(_, point) => caution.is_about(point),
            Self::Part(muscle, part) => {
                let mut points = muscle.points.iter().filter(|point| point.part == part.id);
                caution.at.is_empty()
                    || caution.at.contains(&part.id)
                    || points.any(|point| caution.is_about(point))
            }
        }
    }
}

impl Builder<'_> {
    /// The card of a stretch or exercise.
    pub(super) fn stretch(&self, stretch: &Stretch) -> Document {
        let w = self.words;
        let item = Item::Stretch(stretch.id.clone());
        let mut document = self.titled(&stretch.id, self.name(stretch));
        document.link = Some(item.link());
        document.lines = vec![vec![
            self.text(wording::stretch_kind(w, stretch.kind)),
            self.stretch_dose(stretch).text,
            self.text(wording::sides(w, stretch.sides)),
            self.text(wording::per_day(w, stretch.per_day)),
        ]];
        document.labels = vec![self.label(wording::confidence(w, stretch.confidence))];
        let blocks = &mut document.blocks;
        blocks.extend(self.also_called_of(stretch, &stretch.synonyms));
        let practice = Practice {
            facts: [
                self.fact(w.say("method-need"), self.said(&stretch.tool)),
                self.fact(w.say("method-position"), self.said(&stretch.position)),
            ]
            .into_iter()
            .flatten()
            .collect(),
            steps: stretch.steps.iter().map(|x| self.said(x)).collect(),
            dose: Vec::new(),
            limits: Vec::new(),
        };
        let mut how = vec![Block::Practice(practice)];
        if let Some(cautions) = self.statement_list(false, &stretch.cautions) {
            how.push(Block::Caution(Caution {
                level: CautionLevel::Warning,
                title: None,
                blocks: vec![cautions],
            }));
        }
        blocks.extend(self.section_of("how", w.say("how-to-do-it"), how));
        let all = self.catalog.muscles.iter();
        let users = all.filter(|muscle| muscle.stretches.contains(&stretch.id));
        let users = unlabelled(
            users
                .filter_map(|muscle| self.muscle_link(muscle))
                .collect(),
        );
        blocks.extend(self.section_of("muscles", w.say("stretch-muscles"), users));
        blocks.extend(self.in_the_library(&item));
        self.with_sources(document, &stretch.sources)
    }

    /// The card of a self-treatment method.
    pub(super) fn method(&self, method: &Method) -> Document {
        let w = self.words;
        let item = Item::Method(method.id.clone());
        let mut document = self.titled(&method.id, self.name(method));
        document.link = Some(item.link());
        let dose = self.method_dose(method, method.hold_seconds);
        document.lines = vec![vec![self.text(w.say("self-treatment")), dose.text]];
        document.labels = vec![self.label(wording::confidence(w, method.confidence))];
        let blocks = &mut document.blocks;
        let mut how = vec![Block::Practice(self.practice(
            method,
            "",
            method.max_discomfort,
        ))];
        how.extend(self.never_here(method));
        how.extend(self.stop_rules());
        blocks.extend(self.section_of("how", w.say("how-to-do-it"), how));
        let users = self.catalog.points().filter(|(_, point)| {
            let mut used = point.treatment.iter();
            used.any(|application| application.method == method.id)
        });
        let users: Vec<Link> = users
            .map(|(_, point)| Link {
                item: Item::Point(PointId::new(&point.id, self.side)),
                text: self.text(&point.id),
                title: Some(self.name(point)),
            })
            .collect();
        let count = w.say_with("points-count", &[("count", users.len().into())]);
        let note = Some(self.text(count));
        let title = w.say("method-points");
        blocks.extend(self.fold(
            "method-points",
            title,
            note,
            Fold::Closed,
            unlabelled(users),
        ));
        blocks.extend(self.in_the_library(&item));
        self.with_sources(document, &method.sources)
    }

    /// The methods for a point, in the order to try them.
    pub(super) fn applications(&self, muscle: &Muscle, point: &TriggerPoint) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut applications = Vec::new();
        for application in &point.treatment {
            let Some(method) = self.catalog.method(&application.method) else {
                blocks.push(Block::Statement(self.statement(&application.how)));
                continue;
            };
            let hold = application.hold_seconds.unwrap_or(method.hold_seconds);
            let most = self
                .catalog
                .max_discomfort(muscle, point, application, method);
            let practice = if application.steps.is_empty() {
                self.practice(method, &application.position, most)
            } else {
                self.own_practice(application, method, most)
            };
            applications.push(Application {
                item: Item::Method(method.id.clone()),
                icon: method.icon,
                name: match application.title.as_str() {
                    "" => self.name(method),
                    title => self.said(title),
                },
                dose: self.method_dose(method, hold),
                how: self.statement(&application.how),
                practice,
            });
        }
        if !applications.is_empty() {
            blocks.insert(0, Block::Applications { applications });
        }
        blocks
    }

    /// What is needed, position, steps, discomfort and limits of a method.
    fn practice(&self, method: &Method, own_position: &str, max_discomfort: u8) -> Practice {
        let w = self.words;
        let position = if own_position.is_empty() {
            &method.position
        } else {
            own_position
        };
        let facts = [
            (w.say("method-need"), method.tool.as_str()),
            (w.say("method-without"), method.without.as_str()),
            (w.say("method-position"), position),
        ];
        Practice {
            facts: facts
                .into_iter()
                .filter_map(|(label, value)| self.fact(label, self.said(value)))
                .collect(),
            steps: method.steps.iter().map(|x| self.said(x)).collect(),
            dose: self.discomfort_and_day(method, max_discomfort),
            limits: self.limits_of(method),
        }
    }

    /// The same where a treatment means something else than its method: its own position and steps.
    fn own_practice(
        &self,
        application: &facts::Application,
        method: &Method,
        max_discomfort: u8,
    ) -> Practice {
        let position = self.fact(
            self.words.say("method-position"),
            self.said(&application.position),
        );
        Practice {
            facts: position.into_iter().collect(),
            steps: application.steps.iter().map(|x| self.said(x)).collect(),
            dose: self.discomfort_and_day(method, max_discomfort),
            limits: self.limits_of(method),
        }
    }

    fn discomfort_and_day(&self, method: &Method, max_discomfort: u8) -> Vec<Text> {
        let w = self.words;
        let most = w.say_with("method-discomfort", &[("most", max_discomfort.into())]);
        vec![
            self.text(most),
            self.text(wording::per_day(w, method.per_day)),
        ]
    }

    /// The rules that hold for a method, and its own limits.
    fn limits_of(&self, method: &Method) -> Vec<Statement> {
        let rules = self.catalog.rules(&method.rules).map(|rule| &rule.says);
        rules
            .chain(&method.limits)
            .map(|x| self.statement(x))
            .collect()
    }

    fn method_dose(&self, method: &Method, hold_seconds: (u16, u16)) -> Dose {
        self.dose(hold_seconds, method.repeats, method.per_day)
    }

    fn stretch_dose(&self, stretch: &Stretch) -> Dose {
        self.dose(stretch.hold_seconds, stretch.repeats, stretch.per_day)
    }

    fn dose(&self, hold_seconds: (u16, u16), repeats: (u8, u8), per_day: (u8, u8)) -> Dose {
        Dose {
            hold_seconds,
            repeats,
            per_day,
            text: self.text(wording::dose(self.words, hold_seconds, repeats)),
        }
    }

    /// A method as a row that leads to its card.
    pub(super) fn method_row(&self, method: &Method) -> Row {
        Row {
            item: Item::Method(method.id.clone()),
            mark: RowMark::Method(method.icon),
            name: self.name(method),
            about: vec![self.said(&method.tool)],
            dose: Some(self.method_dose(method, method.hold_seconds)),
        }
    }

    /// A stretch as a row that leads to its card.
    pub(super) fn stretch_row(&self, stretch: &Stretch) -> Row {
        Row {
            item: Item::Stretch(stretch.id.clone()),
            mark: RowMark::Stretch,
            name: self.name(stretch),
            about: Vec::new(),
            dose: Some(self.stretch_dose(stretch)),
        }
    }

    /// Rows that lead to the stretches of a muscle; nothing where there are none.
    pub(super) fn stretches_of(&self, muscle: &Muscle) -> Option<Block> {
        let stretches = muscle.stretches.iter();
        let rows = stretches.filter_map(|id| Some(self.stretch_row(self.catalog.stretch(id)?)));
        rows_of(rows.collect())
    }

    /// Cautions about what a card is about, and the rules of its muscle: the serious ones, or the others. On the card
    /// of a muscle or a part it is said which points a caution is about.
    pub(super) fn cautions_about(&self, about: CardOf<'_>, serious: bool) -> Vec<Statement> {
        let muscle = about.muscle();
        let cautions = muscle
            .cautions
            .iter()
            .filter(|x| x.serious == serious && about.has(x));
        let cautions = cautions.map(|caution| {
            let mut says = self.statement(&caution.says);
            if !matches!(about, CardOf::Point(..)) && !caution.at.is_empty() {
                let at = caution.at.iter().map(|id| match self.catalog.part(id) {
                    Some((_, part)) => self.part_in_muscle(muscle, part).text,
                    None => id.clone(),
                });
                let at = at.collect::<Vec<_>>().join(", ");
                says.text.text = format!("{at}: {}", says.text.text);
            }
            says
        });
        let rules = self
            .catalog
            .rules(&muscle.rules)
            .filter(|rule| rule.serious == serious);
        cautions
            .chain(rules.map(|rule| self.statement(&rule.says)))
            .collect()
    }

    /// Serious cautions; nothing where there are none.
    pub(super) fn serious_cautions(&self, about: CardOf<'_>) -> Option<Block> {
        let serious = self.cautions_about(about, true);
        let blocks: Vec<Block> = serious.into_iter().map(Block::Statement).collect();
        (!blocks.is_empty()).then(|| {
            Block::Caution(Caution {
                level: CautionLevel::Stop,
                title: Some(self.text(self.words.say("caution"))),
                blocks,
            })
        })
    }

    /// When to stop: what holds for every treatment by pressure.
    pub(super) fn stop_rules(&self) -> Option<Block> {
        let rules = self.statement_list(false, &self.catalog.protocol.stop_rules)?;
        Some(Block::Caution(Caution {
            level: CautionLevel::Warning,
            title: Some(self.text(self.words.say("stop-if"))),
            blocks: vec![rules],
        }))
    }

    /// Where a method must not be used: the names always in sight, the reasons in the library.
    fn never_here(&self, method: &Method) -> Option<Block> {
        let w = self.words;
        let areas: Vec<&NoGoArea> = self.catalog.no_go_areas_of(&method.id).collect();
        if areas.is_empty() {
            return None;
        }
        let said: Vec<Text> = areas.iter().map(|area| self.said(&area.name)).collect();
        let names: Vec<&str> = said.iter().map(|name| name.text.as_str()).collect();
        let mut sources: Vec<String> = Vec::new();
        for id in areas.iter().flat_map(|area| &area.why.sources) {
            if !sources.contains(id) {
                sources.push(id.clone());
            }
        }
        let places = w.say_with("card-never-list", &[("places", names.join(", ").into())]);
        let mut blocks = vec![Block::Statement(Statement {
            text: self.around(places, &said.iter().collect::<Vec<_>>()),
            sources,
            confidence: None,
        })];
        if let Some(section) = self.catalog.section_showing(Shown::NoGoAreas) {
            blocks.push(Block::Links(Links {
                label: None,
                links: vec![Link {
                    item: Item::Section(section.id.clone()),
                    text: self.text(w.say("card-never-why")),
                    title: None,
                }],
            }));
        }
        Some(Block::Caution(Caution {
            level: CautionLevel::Stop,
            title: Some(self.text(w.say("card-never-here"))),
            blocks,
        }))
    }
}

/// Rows as one group; nothing where there are none.
pub(super) fn rows_of(rows: Vec<Row>) -> Option<Block> {
    (!rows.is_empty()).then(|| Block::Rows {
        groups: vec![RowGroup {
            zone: None,
            label: None,
            rows,
        }],
    })
}
