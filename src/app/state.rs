//! What is shown and how, as plain data: never facts (the catalogue) and never the user's own records.

use super::{
    history::History,
    modes::{current::CurrentMode, library::state::LibraryState, locate::state::LocateState},
    records::RecordsState,
};
use crate::{
    locale::Message,
    model::{
        ids::{Item, StructureId},
        language::Language,
        link::{SideFilter, Theme, ViewPreset},
        pose::CameraPose,
        side::Side,
    },
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

pub use crate::model::link::DEEPEST;

/// Smallest and largest text, as a factor of the design's.
pub const TEXT_SCALES: (f32, f32) = (0.8, 2.0);

/// The whole state of the application.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AppState {
    /// What the window is used for: exploring, locating, reading, …
    pub mode: CurrentMode,
    /// What is shown.
    pub view: ViewSettings,
    /// What is selected.
    pub selection: Option<Item>,
    /// What the pointer is over.
    pub hover: Option<Item>,
    /// The menu that is open over the body.
    pub menu: Option<BodyMenu>,
    /// Where the user has been.
    pub history: History,
    /// How it is shown.
    pub preferences: Preferences,
    /// The colour scheme of the link that was opened last. It is shown until the user chooses one, and never kept.
    pub shown_theme: Option<Theme>,
    /// The search.
    pub search: SearchState,
    /// The library.
    pub library: LibraryState,
    /// Messages to the user.
    pub notices: Vec<Notice>,
    /// The number of the next notice; none is given twice.
    pub next_notice: u64,
    /// Left panel open.
    pub left_panel_open: bool,
    /// Card open.
    pub card_open: bool,
    /// The coach mark on show: 0 peel, 1 click a point, 2 where it hurts.
    pub coach_mark: Option<u8>,
    /// Where it hurts.
    pub locate: LocateState,
    /// What is kept.
    pub records: RecordsState,
    /// The system's language, where it is one of ours.
    pub system_language: Option<Language>,
}

impl AppState {
    /// The language of the interface: the user's choice, else the system's, else English.
    #[must_use]
    pub fn language(&self) -> Language {
        self.preferences
            .language
            .or(self.system_language)
            .unwrap_or_default()
    }

    /// The colour scheme on show.
    #[must_use]
    pub fn theme(&self) -> Theme {
        self.shown_theme.unwrap_or(self.preferences.theme)
    }
}

/// A menu over the body, opened by a right click or a long press.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyMenu {
    /// What it is about.
    pub item: Item,
    /// Where it was asked for, in logical pixels of the window.
    pub at: [f32; 2],
}

/// What is shown of the body. A link tells it; see `apply::link`.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewSettings {
    /// Depth of the peel, 0 (skin) to 6 (skeleton), continuous.
    pub depth: f32,
    /// Sides shown.
    pub side: SideFilter,
    /// The preset last gone to, until the camera is moved by hand.
    pub preset: Option<ViewPreset>,
    /// Where the camera has come to rest, if neither a preset nor what is selected says so.
    pub camera: Option<CameraPose>,
    /// Structures taken away.
    pub hidden: BTreeSet<StructureId>,
    /// Structures shown as shells.
    pub ghosted: BTreeSet<StructureId>,
    /// If not empty, only these are shown.
    pub isolated: BTreeSet<StructureId>,
    /// Trigger-point markers on show.
    pub markers: bool,
    /// If not empty, only the markers of these structures are shown.
    pub points_of: BTreeSet<StructureId>,
    /// Labels on show.
    pub labels: bool,
}

impl Default for ViewSettings {
    fn default() -> Self {
        Self {
            depth: 1.0,
            side: SideFilter::Both,
            preset: Some(ViewPreset::Back),
            camera: None,
            hidden: BTreeSet::new(),
            ghosted: BTreeSet::new(),
            isolated: BTreeSet::new(),
            markers: true,
            points_of: BTreeSet::new(),
            labels: false,
        }
    }
}

/// Sine of the turn from which a view shows one side of the body more than the other: 30 degrees.
const TURNED_TO_A_SIDE: f32 = 0.5;
/// What is looked at lies on one side where it is so far from the midline, millimetres …
const BESIDE_MIDLINE_MM: f32 = 45.0;
/// … in a picture that shows no more than so much across.
const CLOSE_MM: f32 = 700.0;

impl ViewSettings {
    /// The side of the body that is in view: the one that is turned to the eye, or that alone fills the picture. None
    /// where both are, and while the camera stands where a selection has sent it.
    #[must_use]
    pub fn side_in_view(&self) -> Option<Side> {
        match (self.preset, self.camera) {
            (Some(ViewPreset::Left), _) => Some(Side::Left),
            (Some(ViewPreset::Right), _) => Some(Side::Right),
            (Some(_), _) | (None, None) => None,
            (None, Some(pose)) => {
                let turned = pose.yaw_deg.to_radians().sin() * pose.pitch_deg.to_radians().cos();
                let beside_mm = match pose.across_mm <= CLOSE_MM {
                    true => pose.focus_mm[0],
                    false => 0.0,
                };
                let left = turned > TURNED_TO_A_SIDE || beside_mm > BESIDE_MIDLINE_MM;
                let right = turned < -TURNED_TO_A_SIDE || beside_mm < -BESIDE_MIDLINE_MM;
                match (left, right) {
                    (true, false) => Some(Side::Left),
                    (false, true) => Some(Side::Right),
                    _ => None,
                }
            }
        }
    }
}

/// How things are shown; kept between sessions.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Preferences {
    /// Colour scheme.
    pub theme: Theme,
    /// Text size as a factor of the design's, within [`TEXT_SCALES`].
    pub text_scale: f32,
    /// No easing, no fades.
    pub reduced_motion: bool,
    /// Colours of pain.
    pub pain_palette: PainPalette,
    /// The coach marks were seen or skipped.
    pub coach_marks_seen: bool,
    /// Language of the interface; none for the system's.
    pub language: Option<Language>,
    /// Keep the user's records on this device.
    pub keep_records: bool,
}

impl Preferences {
    /// With every number within its limits, whatever a file said: a text size that is no number would make the state
    /// differ from itself for ever.
    #[must_use]
    pub fn within_limits(mut self) -> Self {
        self.text_scale = match self.text_scale.is_nan() {
            true => Self::default().text_scale,
            false => self.text_scale.clamp(TEXT_SCALES.0, TEXT_SCALES.1),
        };
        self
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: Theme::Light,
            text_scale: 1.0,
            reduced_motion: false,
            pain_palette: PainPalette::Red,
            coach_marks_seen: false,
            language: None,
            keep_records: false,
        }
    }
}

/// Colours in which pain is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub enum PainPalette {
    /// The design's red, told apart by texture as well.
    #[default]
    Red,
    /// Blue, for those to whom red on muscle is not clear.
    Blue,
}

/// The search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchState {
    /// On show.
    pub open: bool,
    /// What was typed.
    pub query: String,
}

/// A message to the user.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Its number, to take it away by.
    pub id: u64,
    /// How grave it is.
    pub kind: NoticeKind,
    /// What happened, where, and what to do.
    pub says: Message,
}

/// How grave a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    Info,
    /// Something is not as asked.
    Warning,
    /// Something failed.
    Error,
}
