//! What Locate is doing, as plain data: the pains and their paintings, the brush, the answers to the warning signs.
//! The body's samples are known only once [`LocateState::skin`] is there.
//!
//! First the user says where it hurts. Then the warning signs are asked that concern these regions, and those that
//! are always asked. Nothing is ranked before.
//!
//! Not here: which warning signs are asked (`questions`), and what a painting leads to (`study::locate::findings`), which is worked out from this and never
//! kept in it.

use crate::{
    locale::Message,
    model::{
        facts::{SignGroup, Urgency},
        ids::{PointId, RegionId},
        pain_link::PainLink,
        painted::MOST_PAINS,
    },
    records::ZonedTime,
    study::locate::{painting::Painting, skin::PaintSkin},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Colours that pains take in turn.
pub const PAIN_COLOURS: u8 = 6;
/// Narrowest and widest brush, millimetres from its middle to its rim.
pub const BRUSH_MM: (f32, f32) = crate::anatomy::painting::BRUSH_MM;
/// A region of which at least this share is painted counts as chosen, 0 to 1.
pub const CHOSEN: f32 = 0.8;
/// A region counts as painted for the warning signs where at least this share of it is painted, or this share of
/// all paint lies in it: a brush strays over edges.
const TOUCHED: f32 = 0.05;

/// Which of its pages Locate is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LocateStep {
    /// Painting; beside it the list, once the warning signs are answered.
    #[default]
    Painting,
    /// The warning signs are being asked.
    Questions,
    /// A warning sign ends it: advice, and no list.
    Stopped,
}

/// A brush.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Brush {
    /// From its middle to its rim along the skin, millimetres, within [`BRUSH_MM`].
    pub radius_mm: f32,
    /// 1 slight, 2 strong, 3 strongest.
    pub strength: u8,
    /// Takes paint away instead.
    pub erases: bool,
    /// Paints the other side of the body as well.
    pub mirrors: bool,
}

impl Default for Brush {
    fn default() -> Self {
        Self {
            radius_mm: 20.0,
            strength: 2,
            erases: false,
            mirrors: false,
        }
    }
}

/// One pain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pain {
    /// Its number, to name it by; never given twice in a session.
    pub id: u32,
    /// What the user calls it; empty until they do.
    pub name: String,
    /// Which of the theme's colours of pains, below [`PAIN_COLOURS`].
    pub colour: u8,
    /// Where it is.
    pub painting: Painting,
}

/// All pains at once, as they are put aside.
#[derive(Clone, Debug, PartialEq)]
pub struct Paintings {
    /// The pains.
    pub pains: Vec<Pain>,
    /// The pain that was painted: an index into `pains`.
    pub current: usize,
    /// What was answered with them; none where the answers stay whatever is painted.
    pub answers: Option<Answers>,
}

/// The answers to the warning signs, as they are put aside.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// What was ticked.
    pub ticked: BTreeMap<String, Urgency>,
    /// What was asked.
    pub asked: BTreeSet<String>,
    /// When.
    pub answered_at: Option<ZonedTime>,
}

/// The state of Locate.
#[derive(Clone, Debug, PartialEq)]
pub struct LocateState {
    /// Which of its pages is on show.
    pub step: LocateStep,
    /// What the user has ticked, e.g. `RF01/sweating`, with how soon it must be seen.
    pub answers: BTreeMap<String, Urgency>,
    /// Ids of the warning signs that the user has gone through, ticked or not.
    pub asked: BTreeSet<String>,
    /// The group of warning signs that is being asked; none for the first.
    pub group: Option<SignGroup>,
    /// Ids of the warning signs of the groups that are answered, while others have still to be.
    pub gone_through: BTreeSet<String>,
    /// How often it was begun anew, or the questions were: what was scrolled or typed before belongs to another round.
    pub round: u32,
    /// When they were given; none until that is told.
    pub answered_at: Option<ZonedTime>,
    /// The pains; at least one.
    pub pains: Vec<Pain>,
    /// The pain that is painted and whose list is on show: an index into `pains`.
    pub current: usize,
    /// The brush.
    pub brush: Brush,
    /// The flat map is on show in place of the body.
    pub flat_map: bool,
    /// The result that the pointer or the keyboard is on: its pattern is shown with the painting.
    pub hovered: Option<PointId>,
    /// The fewest points for all pains are on show.
    pub explain_all: bool,
    /// The skin painted on; none until the body is prepared.
    pub skin: Option<Arc<PaintSkin>>,
    /// Why the body could not be prepared; none while it is not wanted, under way, or there.
    pub failure: Option<Message>,
    /// Pains of a link that was opened before the skin was there.
    pub waiting: Vec<PainLink>,
    /// What was painted before a link took its place, or it was begun anew, the latest last: undo comes back to it.
    pub replaced: Vec<Paintings>,
    /// What undo has gone back from, the nearest last.
    pub replacing: Vec<Paintings>,
    /// The number the next pain gets.
    pub next_id: u32,
}

impl Default for LocateState {
    fn default() -> Self {
        Self {
            step: LocateStep::default(),
            answers: BTreeMap::new(),
            asked: BTreeSet::new(),
            group: None,
            gone_through: BTreeSet::new(),
            round: 0,
            answered_at: None,
            pains: vec![Pain::default()],
            current: 0,
            brush: Brush::default(),
            flat_map: false,
            hovered: None,
            explain_all: false,
            skin: None,
            failure: None,
            waiting: Vec::new(),
            replaced: Vec::new(),
            replacing: Vec::new(),
            next_id: 1,
        }
    }
}

impl LocateState {
    /// The pain that is painted.
    #[must_use]
    pub fn pain(&self) -> Option<&Pain> {
        self.pains.get(self.current)
    }

    /// The strengths of the pain that is painted; empty where nothing is.
    #[must_use]
    pub fn strengths(&self) -> &[u8] {
        self.pain().map_or(&[], |pain| pain.painting.strengths())
    }

    /// Ids of the regions that are painted, of all pains, each once.
    #[must_use]
    pub fn painted_regions(&self) -> BTreeSet<&str> {
        let Some(skin) = self.skin.as_deref() else {
            return BTreeSet::new();
        };
        let mut regions = BTreeSet::new();
        for pain in &self.pains {
            let strengths = pain.painting.strengths();
            let all = strengths.iter().filter(|x| **x > 0).count() as f32;
            for (id, share) in skin.painted_regions(strengths) {
                let painted = share * skin.region(id).len() as f32;
                if share >= TOUCHED || painted >= TOUCHED * all {
                    regions.insert(id.code.as_str());
                }
            }
        }
        regions
    }

    /// True where anything is painted at all.
    #[must_use]
    pub fn is_painted(&self) -> bool {
        self.pains.iter().any(|pain| !pain.painting.is_empty())
    }

    /// True where a step can be taken back: a stroke, the opening of a link, or a new beginning.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.pain().is_some_and(|pain| pain.painting.can_undo()) || !self.replaced.is_empty()
    }

    /// True where a step that was taken back can be done again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.pain().is_some_and(|pain| pain.painting.can_redo()) || !self.replacing.is_empty()
    }

    /// Adds a pain and goes on with it; there are [`MOST_PAINS`] at most.
    pub(super) fn add_pain(&mut self) {
        if self.pains.len() >= MOST_PAINS {
            return;
        }
        self.end_stroke();
        // The first colour that no other pain has, as long as there is one.
        let used = |colour: &u8| self.pains.iter().any(|pain| pain.colour == *colour);
        let free = (0..PAIN_COLOURS).find(|colour| !used(colour));
        let colour = free.unwrap_or((self.pains.len() % usize::from(PAIN_COLOURS)) as u8);
        self.pains.push(Pain {
            id: self.next_id,
            colour,
            ..Pain::default()
        });
        self.next_id += 1;
        self.current = self.pains.len() - 1;
        self.hovered = None;
    }

    /// Does something to the current painting. Nothing is painted before the questions are answered, nor after a
    /// stop.
    pub(super) fn on_painting(&mut self, work: impl FnOnce(&mut Painting)) {
        if self.step != LocateStep::Painting {
            return;
        }
        if let Some(pain) = self.pains.get_mut(self.current) {
            work(&mut pain.painting);
        }
    }

    /// Ends the stroke under way.
    pub(super) fn end_stroke(&mut self) {
        self.on_painting(Painting::end_stroke);
    }

    /// The share of a region that the current pain covers, 0 to 1; 0 without a skin.
    #[must_use]
    pub fn share_of(&self, region: &RegionId) -> f32 {
        let held = self
            .skin
            .as_ref()
            .map_or(&[][..], |skin| skin.region(region));
        let strengths = self.strengths();
        let painted = |sample: &&u32| strengths.get(**sample as usize).is_some_and(|&x| x > 0);
        held.iter().filter(painted).count() as f32 / held.len().max(1) as f32
    }

    /// True where a region counts as chosen.
    #[must_use]
    pub fn has_chosen(&self, region: &RegionId) -> bool {
        self.share_of(region) >= CHOSEN
    }
}
