//! What can be done with the structures of a row: hide, see through, show alone, and back.

use crate::{app::commands::AppCommand, locale::Words, model::ids::StructureId, ui::PanelContext};
use std::borrow::Cow;

/// Something to do with the structures of a row; done again, it is undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowAction {
    /// Hide, or show again.
    Hide,
    /// Make a shell of it, or make it solid again.
    Ghost,
    /// Show it alone, or with the others again.
    Isolate,
}

impl RowAction {
    /// Its key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Hide => "H",
            Self::Ghost => "G",
            Self::Isolate => "I",
        }
    }
}

/// How the structures of a row are shown; each is true only where it holds for all of them.
pub struct Shown {
    /// Taken away.
    pub hidden: bool,
    /// Shells.
    pub ghosted: bool,
    /// Among those shown alone.
    pub isolated: bool,
    /// Others are shown alone and none of these.
    pub left_out: bool,
}

impl Shown {
    /// None of it is to be seen.
    pub fn away(&self) -> bool {
        self.hidden || self.left_out
    }
}

/// The structures of a row, how they are shown, and what is asked for by an action.
pub struct RowActions {
    ids: Vec<StructureId>,
    ghosted: Vec<bool>,
    several: bool,
    /// How they are shown.
    pub shown: Shown,
}

impl RowActions {
    /// For these structures, which may be whole muscles.
    pub fn new(ids: Vec<StructureId>, ctx: &PanelContext) -> Self {
        let view = &ctx.state.view;
        let bodies: Vec<Vec<StructureId>> =
            ids.iter().map(|id| ctx.catalog.bodies_of(id)).collect();
        let all = |set: &std::collections::BTreeSet<StructureId>| {
            let mut flat = bodies.iter().flatten().peekable();
            flat.peek().is_some() && flat.all(|body| set.contains(body))
        };
        let any_isolated = bodies
            .iter()
            .flatten()
            .any(|body| view.isolated.contains(body));
        let shown = Shown {
            hidden: all(&view.hidden),
            ghosted: all(&view.ghosted),
            isolated: all(&view.isolated),
            left_out: !view.isolated.is_empty() && !any_isolated,
        };
        let ghosted = bodies
            .iter()
            .map(|bodies| bodies.iter().all(|body| view.ghosted.contains(body)))
            .collect();
        let mut bases: Vec<&str> = ids.iter().map(|id| id.base.as_str()).collect();
        bases.dedup();
        Self {
            several: bases.len() > 1,
            ids,
            ghosted,
            shown,
        }
    }

    /// Whether an action can be done. A family of bones cannot be shown alone: showing one of
    /// them alone takes the others away.
    pub fn offers(&self, action: RowAction) -> bool {
        action != RowAction::Isolate || !self.several
    }

    /// What the action does now, in words.
    pub fn says<'w>(&self, w: &'w Words, action: RowAction) -> Cow<'w, str> {
        match action {
            RowAction::Hide if self.shown.hidden => w.say("action-show"),
            RowAction::Hide => w.say("action-hide"),
            RowAction::Ghost if self.shown.ghosted => w.say("action-solid"),
            RowAction::Ghost => w.say("action-see-through"),
            RowAction::Isolate if self.shown.isolated => w.say("action-with-others"),
            RowAction::Isolate => w.say("action-alone"),
        }
    }

    /// Marks only the trigger points of the row's muscle, of all its parts and on the sides on show, or those of all
    /// muscles again; with the words for it. Nothing where the muscle has none.
    pub fn points<'w>(&self, ctx: &PanelContext<'w>) -> Option<(Cow<'w, str>, AppCommand)> {
        let base = &self.ids.first()?.base;
        let muscle = match ctx.catalog.muscle(base) {
            Some(muscle) => muscle,
            None => ctx.catalog.part(base)?.0,
        };
        if muscle.points.is_empty() || !ctx.stage.body.markers && ctx.state.view.markers {
            return None;
        }
        let sides = ctx.shown_sides().iter();
        let ids: Vec<StructureId> = sides
            .map(|side| StructureId::new(&muscle.id, *side))
            .collect();
        let mut bodies = ids.iter().flat_map(|id| ctx.catalog.bodies_of(id));
        let view = &ctx.state.view;
        let only = view.markers && bodies.all(|body| view.points_of.contains(&body));
        Some(match only {
            true => (
                ctx.words.say("points-of-all"),
                AppCommand::ShowPointsOf(Vec::new()),
            ),
            false => (
                ctx.words.say("points-of-this"),
                AppCommand::ShowPointsOf(ids),
            ),
        })
    }

    /// What is asked for, so that all of the row ends up the same.
    pub fn commands(&self, action: RowAction) -> Vec<AppCommand> {
        let each = |command: fn(StructureId) -> AppCommand| {
            self.ids.iter().cloned().map(command).collect()
        };
        match action {
            RowAction::Hide if self.shown.hidden => each(AppCommand::Show),
            RowAction::Hide => each(AppCommand::Hide),
            RowAction::Ghost if self.shown.ghosted => each(AppCommand::Ghost),
            // Asked again, it would make solid what is a shell already.
            RowAction::Ghost => self
                .ids
                .iter()
                .zip(&self.ghosted)
                .filter(|(_, ghosted)| !**ghosted)
                .map(|(id, _)| AppCommand::Ghost(id.clone()))
                .collect(),
            // Once is enough to leave isolation.
            RowAction::Isolate if self.shown.isolated => {
                let first = self.ids.first().cloned();
                first.map(AppCommand::Isolate).into_iter().collect()
            }
            RowAction::Isolate => each(AppCommand::Isolate),
        }
    }
}
