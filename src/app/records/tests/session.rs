//! A session without a window: what is sent to it, and what it asks for.

use crate::{
    app::{
        apply::apply as app_apply,
        commands::AppCommand,
        effects::Effect,
        modes::locate::LocateCommand,
        records::{RecordsCommand, RecordsEffect, Target, locate},
        state::AppState,
        stroke::Stroke,
    },
    model::{catalog::Catalog, facts::Urgency, ids::RegionId, side::Side},
    records::{Payload, Record, RecordId, ZonedTime, payload::WarningAnswers},
    store::records::{Loaded, RecordReply, RecordRequest},
    study::locate::skin::PaintSkin,
};
use glam::Vec3;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

/// Two warning signs, asked again after 14 days.
pub fn catalog() -> Catalog {
    let flag = |id: &str, exit: &str| {
        format!(
            r#"(id: "{id}", name: "n", question: "q?", exit: {exit}, suspected: "s",
            advice: (text: "a", sources: [], confidence: recalled))"#
        )
    };
    let text = format!(
        "(exits: [], notes: [], repeat_after_days: 14, repeat: [], flags: [{}, {}])",
        flag("RF01", "today"),
        flag("RF02", "soon"),
    );
    Catalog {
        red_flags: ron::from_str(&text).unwrap(),
        ..Catalog::default()
    }
}

/// Samples 10 mm apart in a row; the first two are a region.
pub fn skin() -> Arc<PaintSkin> {
    let places = (0..10u16).map(|x| Vec3::new(f32::from(x) * 10.0, 1_500.0, 2.0));
    let region = (RegionId::new("temple", Side::Left), vec![0, 1]);
    Arc::new(PaintSkin::of(
        7,
        places.collect(),
        (0..10).collect(),
        vec![region],
    ))
}

pub fn at(text: &str) -> ZonedTime {
    text.parse().unwrap()
}

pub fn now() -> ZonedTime {
    at("2026-11-27T19:00:00+01:00[Europe/Berlin]")
}

pub fn days_ago(days: i64) -> ZonedTime {
    let instant = now().instant() - SignedDuration::from_hours(24 * days);
    ZonedTime::utc(instant)
}

pub fn id(number: u8) -> RecordId {
    RecordId::new(Timestamp::UNIX_EPOCH, [number; 10])
}

/// A session and what it asks for.
pub struct Session {
    pub state: AppState,
    pub catalog: Catalog,
    pub effects: Vec<Effect>,
}

impl Session {
    pub fn new() -> Self {
        Self {
            state: AppState::default(),
            catalog: catalog(),
            effects: Vec::new(),
        }
    }

    pub fn send(&mut self, command: AppCommand) {
        let outcome = app_apply(&mut self.state, command, &self.catalog);
        self.effects.extend(outcome.effects);
    }

    pub fn locate(&mut self, command: LocateCommand) {
        self.send(AppCommand::Locate(command));
    }

    pub fn records(&mut self, command: RecordsCommand) {
        self.send(AppCommand::Records(command));
    }

    pub fn paint(&mut self, samples: &[u32]) {
        self.locate(LocateCommand::Stroke(Stroke::Start));
        self.locate(LocateCommand::Stroke(Stroke::Over(samples.into())));
        self.locate(LocateCommand::Stroke(Stroke::End));
    }

    /// What was sent to be kept since the last call.
    pub fn kept(&mut self) -> Vec<(Target, Payload)> {
        let effects = std::mem::take(&mut self.effects);
        effects
            .into_iter()
            .filter_map(|effect| match effect {
                Effect::Records(RecordsEffect::Keep(target, payload)) => Some((target, payload)),
                _ => None,
            })
            .collect()
    }

    /// What was asked of the store since the last call.
    pub fn asked(&mut self) -> Vec<RecordRequest> {
        let effects = std::mem::take(&mut self.effects);
        effects
            .into_iter()
            .filter_map(|effect| match effect {
                Effect::Records(RecordsEffect::Ask(request)) => Some(request),
                _ => None,
            })
            .collect()
    }

    /// The store tells what an earlier session left.
    pub fn loads(&mut self, records: impl IntoIterator<Item = Record>) {
        let loaded = Loaded {
            records: records.into_iter().collect(),
            ..Loaded::default()
        };
        self.records(RecordsCommand::Reply(RecordReply::Loaded(loaded)));
    }

    pub fn notices(&self) -> Vec<&'static str> {
        self.state
            .notices
            .iter()
            .map(|notice| notice.says.key.0)
            .collect()
    }
}

/// Kept already, painting, and ready for more.
pub fn keeping() -> Session {
    let mut session = Session::new();
    session.locate(LocateCommand::SkinReady(skin()));
    session.records(RecordsCommand::Keep(true));
    session.locate(LocateCommand::FinishQuestions);
    session
}

pub fn answers(at: ZonedTime, asked: &[&str], yes: &[(&str, Urgency)]) -> Record {
    let catalog = catalog();
    let asked = asked.iter().filter_map(|id| catalog.red_flag(id));
    let payload = Payload::WarningAnswers(WarningAnswers {
        asked: asked.map(locate::as_asked).collect(),
        yes: yes
            .iter()
            .map(|&(id, urgency)| (id.to_owned(), urgency))
            .collect(),
    });
    Record::new(id(1), at, payload)
}
