//! The pains in a link: taken over from one, and written for one.

use super::{LocateState, MOST_PAINS, Pain, apply::add_pain};
use crate::{
    app::{
        apply::notify,
        state::{AppState, NoticeKind},
    },
    locale::{Key, Message},
    model::{closest::quoted, ids::RegionId, pain_link::PainLink},
    study::locate::{painting::Painting, painting_file::whole_regions, skin::PaintSkin},
};

/// Takes over the pains of a link, now or as soon as there is a skin. What was painted before is replaced.
pub fn restore(state: &mut AppState, links: Vec<PainLink>) {
    let Some(skin) = state.locate.skin.clone() else {
        state.locate.waiting = links;
        return;
    };
    let mut other_body = false;
    let mut unknown = None;
    let locate = &mut state.locate;
    locate.pains.clear();
    for link in links.into_iter().take(MOST_PAINS) {
        let mut strengths = vec![0u8; skin.len()];
        for (id, strength) in link.regions {
            let held = skin.region(&id);
            if held.is_empty() {
                unknown.get_or_insert_with(|| id.to_string());
            }
            for &sample in held {
                strengths[sample as usize] = strength;
            }
        }
        if !link.runs.is_empty() && link.mark != skin.mark {
            other_body = true;
        } else {
            for run in link.runs {
                for sample in run.first..run.first + run.count {
                    if let Some(value) = strengths.get_mut(sample as usize) {
                        *value = run.strength;
                    }
                }
            }
        }
        add_pain(locate);
        if let Some(pain) = locate.pains.last_mut() {
            pain.name = link.name;
            pain.painting = Painting::begun_with(strengths);
        }
    }
    if locate.pains.is_empty() {
        add_pain(locate);
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
        let regions: Vec<(RegionId, u8)> = whole_regions(skin, strengths)
            .map(|(id, strength)| (id.clone(), strength))
            .collect();
        let mut besides = strengths.to_vec();
        for (id, _) in &regions {
            for &sample in skin.region(id) {
                besides[sample as usize] = 0;
            }
        }
        let runs = PainLink::runs_of(besides);
        PainLink {
            name: pain.name.clone(),
            regions,
            mark: if runs.is_empty() { 0 } else { skin.mark },
            runs,
        }
    };
    locate.pains.iter().map(link).collect()
}
