//! The pains in a link: taken over from one, and written for one.

use super::state::{LocateState, Pain, Paintings};
use crate::{
    app::{
        notices::notify,
        state::{AppState, NoticeKind},
    },
    locale::{Key, Message},
    model::{closest::quoted, pain_link::PainLink, painted::MOST_PAINS},
    study::locate::{painted_places, painting::Painting, skin::PaintSkin},
};

/// Takes over the pains of a link, now or as soon as there is a skin; a link without pains shows an empty skin.
/// What was painted before is put aside, and undo brings it back.
pub fn restore(state: &mut AppState, links: Vec<PainLink>) {
    let Some(skin) = state.locate.skin.clone() else {
        state.locate.waiting = links;
        return;
    };
    // The browser goes back and forward over views of the same painting: its strokes stay.
    if links_of(&state.locate) == links {
        return;
    }
    let mut other_body = false;
    let mut unknown = None;
    let locate = &mut state.locate;
    take_away(locate);
    for link in links.into_iter().take(MOST_PAINS) {
        let (mut strengths, no_region) = painted_places::restore(&skin, &link.pain);
        unknown = unknown.or(no_region.map(ToString::to_string));
        match link.old_strokes {
            Some(strokes) if strokes.mark != skin.mark => other_body = true,
            strokes => {
                for (sample, strength) in strokes.iter().flat_map(|strokes| strokes.samples()) {
                    if let Some(value) = strengths.get_mut(sample as usize) {
                        *value = strength;
                    }
                }
            }
        }
        locate.add_pain();
        if let Some(pain) = locate.pains.last_mut() {
            pain.name = link.pain.name;
            pain.painting = Painting::begun_with(strengths);
        }
    }
    if locate.pains.is_empty() {
        locate.add_pain();
    }
    locate.current = 0;
    locate.hovered = None;
    if other_body {
        let says = Key("notice-painting-other-body");
        notify(state, NoticeKind::Warning, says.into());
    }
    if let Some(id) = unknown {
        let shown = quoted(&id);
        let says = Message::new(Key("notice-no-region")).with("id", shown);
        notify(state, NoticeKind::Warning, says);
    }
}

/// Puts what is painted aside and leaves no pain at all.
fn take_away(locate: &mut LocateState) {
    let painted = locate.is_painted();
    let before = locate.exchange(Paintings {
        pains: Vec::new(),
        current: 0,
        answers: None,
    });
    if painted {
        locate.put_aside(before);
    }
}

/// The pains as a link tells them; none where nothing is painted.
pub fn links_of(locate: &LocateState) -> Vec<PainLink> {
    if !locate.is_painted() {
        // Not taken over yet, they are still the user's.
        return locate.waiting.clone();
    }
    let nothing = PaintSkin::default();
    let skin = locate.skin.as_deref().unwrap_or(&nothing);
    let link = |pain: &Pain| {
        let strengths = pain.painting.strengths();
        painted_places::keep(skin, pain.name.clone(), strengths).into()
    };
    locate.pains.iter().map(link).collect()
}
