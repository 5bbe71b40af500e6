//! What Locate is doing, as plain data: the answers to the warning signs, the pains and their paintings, the
//! brush. The body's samples are known only once [`LocateState::skin`] is there.
//!
//! Not here: what a painting leads to (`study::locate::findings`), which is worked out from this and never
//! kept in it.

use crate::{
    model::{
        facts::Urgency,
        ids::{PointId, RegionId},
        pain_link::PainLink,
    },
    study::locate::{painting::Painting, skin::PaintSkin},
};
use std::{collections::BTreeMap, sync::Arc};

/// Colours that pains take in turn.
pub const PAIN_COLOURS: u8 = 6;
/// Narrowest and widest brush, millimetres from its middle to its rim.
pub const BRUSH_MM: (f32, f32) = crate::anatomy::painting::BRUSH_MM;
/// A region of which at least this share is painted counts as chosen, 0 to 1.
pub const CHOSEN: f32 = 0.8;

/// How far the user is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LocateStep {
    /// The warning signs are being asked.
    #[default]
    Questions,
    /// A warning sign ends it: advice, and no list.
    Stopped,
    /// Painting, with the list beside it.
    Painting,
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

/// The state of Locate.
#[derive(Clone, Debug, PartialEq)]
pub struct LocateState {
    /// How far the user is.
    pub step: LocateStep,
    /// Warning signs that the user says yes to, by id, with how soon they must be seen. Kept in memory only.
    pub answers: BTreeMap<String, Urgency>,
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
    /// Pains of a link that was opened before the skin was there.
    pub waiting: Vec<PainLink>,
    /// The number the next pain gets.
    pub next_id: u32,
}

impl Default for LocateState {
    fn default() -> Self {
        Self {
            step: LocateStep::default(),
            answers: BTreeMap::new(),
            pains: vec![Pain::default()],
            current: 0,
            brush: Brush::default(),
            flat_map: false,
            hovered: None,
            explain_all: false,
            skin: None,
            waiting: Vec::new(),
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

    /// The most urgent of the answers.
    #[must_use]
    pub fn urgency(&self) -> Option<Urgency> {
        self.answers.values().min().copied()
    }

    /// True where anything is painted at all.
    #[must_use]
    pub fn is_painted(&self) -> bool {
        self.pains.iter().any(|pain| !pain.painting.is_empty())
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
