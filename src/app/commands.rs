//! Everything that can be asked of the application. Buttons, keys, links, the
//! command line and tests send the same values; `apply` is the only place that acts on them.

use super::{
    modes::locate::command::LocateCommand,
    records::RecordsCommand,
    state::{BodyMenu, NoticeKind, PainPalette},
    stroke::Stroke,
};
use crate::{
    locale::Message,
    model::{
        ids::{Item, StructureId},
        language::Language,
        link::{Mode, SideFilter, Theme, ViewPreset},
        pose::CameraPose,
    },
    records::ZonedTime,
};

/// A request to change what is shown or how.
#[derive(Clone, Debug, PartialEq)]
pub enum AppCommand {
    /// Use the window for something else.
    SetMode(Mode),
    /// Select an item, or nothing, and bring it into sight: the peel goes to its depth and the camera turns to it.
    Select(Option<Item>),
    /// Select what was clicked on the body, or nothing. It is in sight already, so only a pattern turns the camera.
    Pick(Option<Item>),
    /// Skin was clicked to which no point sends pain: say so.
    TellUnreached,
    /// The pointer is over an item, or over nothing.
    Hover(Option<Item>),
    /// Open the menu of something on the body.
    OpenMenu(BodyMenu),
    /// Close that menu.
    CloseMenu,
    /// Open the card of an item in the mode that has one for it, whatever mode is on.
    ShowCardOf(Item),
    /// Go back to the place before, as it was seen from there.
    Back,
    /// Go back to where the user was last in a mode; where that is nowhere, go to the mode.
    BackTo(Mode),
    /// Go forward again.
    Forward,
    /// Depth of the peel, 0 (skin) to 6 (skeleton).
    SetDepth(f32),
    /// Which sides are shown.
    SetSide(SideFilter),
    /// Turn to a preset.
    Look(ViewPreset),
    /// Turn the camera so that the whole body is in view, from the side one looks from.
    LookWhole,
    /// Turn the body by so many degrees: to the right, and upwards.
    Turn([f32; 2]),
    /// Move the body across the picture by shares of its height: to the right, and upwards.
    Pan([f32; 2]),
    /// Make the body larger by a factor above 1, or smaller by one below 1.
    Zoom(f32),
    /// The camera has come to rest where no preset and no selection has sent it.
    RestCamera(CameraPose),
    /// Turn and zoom so that an item fills the view.
    Frame(Item),
    /// Hide a structure.
    Hide(StructureId),
    /// Show a hidden or ghosted structure again.
    Show(StructureId),
    /// Show a structure alone; again: leave isolation.
    Isolate(StructureId),
    /// Show a structure as a shell one sees through; again: solid.
    Ghost(StructureId),
    /// Undo every hide, ghost and isolation, and show the markers of all.
    ShowAll,
    /// Show or hide trigger-point markers.
    ShowMarkers(bool),
    /// Show only the markers of these structures, which may be whole muscles; of none: those of all again.
    ShowPointsOf(Vec<StructureId>),
    /// Show or hide labels with leader lines (key L).
    ShowLabels(bool),
    /// Open the search with its field focused.
    OpenSearch,
    /// Close the search.
    CloseSearch,
    /// Text in the search field.
    SetQuery(String),
    /// Colour scheme.
    SetTheme(Theme),
    /// Text size as a factor of the design's, 0.8 to 2.
    SetTextScale(f32),
    /// No easing of the camera, no fades.
    SetReducedMotion(bool),
    /// Colours of pain.
    SetPainPalette(PainPalette),
    /// Language of the interface and of names.
    SetLanguage(Language),
    /// Fold or open the left panel.
    OpenLeftPanel(bool),
    /// Fold or open the card.
    OpenCard(bool),
    /// Tell the user something.
    Notify(NoticeKind, Message),
    /// Take a notice away.
    DismissNotice(u64),
    /// Next coach mark, or none after the last.
    NextCoachMark,
    /// Never show coach marks again.
    SkipCoachMarks,
    /// Put a link to this view on the clipboard.
    CopyLink,
    /// Open a link.
    OpenLink(String),
    /// A step of the brush over the skin, for the mode that paints.
    Stroke(Stroke),
    /// Say where it hurts, and what to do with the painting.
    Locate(LocateCommand),
    /// Keep what the user records, or do something with what is kept.
    Records(RecordsCommand),
    /// It is now. Sent when the time was asked for, and when one has come that was asked for.
    Tick(ZonedTime),
}
