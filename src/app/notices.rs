//! Messages to the user: adding one, and saying that something is not there.

use super::state::{AppState, Notice, NoticeKind};
use crate::{
    locale::{Key, Message},
    model::{catalog::Catalog, closest::quoted, ids::Item},
};

/// Notices on show at once; the oldest goes first.
pub const MOST_NOTICES: usize = 8;

/// Adds a notice; one that says what is already on show is not repeated. True where it was added. What was done is
/// said anew each time it is done, in place of the word for the last time.
pub fn notify(state: &mut AppState, kind: NoticeKind, says: Message) -> bool {
    if kind == NoticeKind::Info {
        state.notices.retain(|notice| notice.says != says);
    }
    if state.notices.iter().any(|notice| notice.says == says) {
        return false;
    }
    let id = state.next_notice;
    state.next_notice += 1;
    state.notices.push(Notice { id, kind, says });
    if state.notices.len() > MOST_NOTICES {
        state.notices.remove(0);
    }
    true
}

/// Whether the catalogue has an item. Where it has not, a notice tells the user.
pub fn known(state: &mut AppState, item: &Item, catalog: &Catalog) -> bool {
    let known = catalog.has(item);
    if !known {
        let (key, id) = match item {
            Item::Structure(id) => (Key("notice-no-structure"), id.to_string()),
            Item::Point(id) => (Key("notice-no-point"), id.to_string()),
            Item::Region(id) => (Key("notice-no-region"), id.to_string()),
            Item::Stretch(id) => (Key("notice-no-stretch"), id.clone()),
            Item::Method(id) => (Key("notice-no-method"), id.clone()),
            Item::Programme(id) => (Key("notice-no-programme"), id.clone()),
            Item::Section(id) => (Key("notice-no-section"), id.clone()),
        };
        let says = Message::new(key).with("id", quoted(&id));
        notify(state, NoticeKind::Warning, says);
    }
    known
}
