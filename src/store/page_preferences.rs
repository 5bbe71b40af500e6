//! The user's preferences in the browser's storage.
//!
//! As with the desktop's file: what cannot be read is kept under another name and said so, and
//! nothing is overwritten that has not been read or kept.

use super::{
    page::storage,
    versioned::{self, Unread},
};
use crate::locale::{Key, Message};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsCast;
use web_sys::{DomException, Storage};

/// The entry of the storage. Other pages of the same host share the storage, so it has our name.
const ENTRY: &str = "myomap.preferences";
/// Entries kept aside at most.
const MOST_KEPT: u32 = 20;

/// What this user has kept; the default where there is nothing. The message, if any, is for the user.
pub fn kept<T: DeserializeOwned + Default>() -> (T, Option<Message>) {
    let Some(storage) = storage() else {
        return (T::default(), None);
    };
    let Ok(Some(text)) = storage.get_item(ENTRY) else {
        return (T::default(), None);
    };
    match versioned::read(&text) {
        Ok(preferences) => (preferences, None),
        Err(Unread::Newer) => (T::default(), Some(aside(&storage, &text, "newer", ""))),
        Err(Unread::Broken(why)) => (T::default(), Some(aside(&storage, &text, "other", &why))),
    }
}

/// True where something is kept already.
#[must_use]
pub fn any_kept() -> bool {
    storage().is_some_and(|storage| matches!(storage.get_item(ENTRY), Ok(Some(_))))
}

/// Keeps the preferences.
///
/// # Errors
/// What to tell the user when they cannot be kept.
pub fn keep<T: Serialize>(preferences: &T) -> Result<(), Message> {
    let unsaved = |why: &str, detail: &str| {
        Message::new(Key("notice-storage-unsaved"))
            .with("why", why)
            .with("detail", detail)
    };
    let storage = storage().ok_or_else(|| unsaved("forbidden", ""))?;
    let text =
        versioned::write(preferences).map_err(|error| unsaved("other", &error.to_string()))?;
    storage.set_item(ENTRY, &text).map_err(|error| {
        let name = error.dyn_ref::<DomException>().map(DomException::name);
        match name.as_deref() {
            // Firefox has a name of its own for it.
            Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => unsaved("full", ""),
            Some("SecurityError") => unsaved("forbidden", ""),
            other => unsaved("other", other.unwrap_or("?")),
        }
    })
}

/// Keeps a text under another name. Where even that fails, the entry stays as it is until the
/// user changes a setting, and the message says that it could not be read.
fn aside(storage: &Storage, text: &str, why: &str, detail: &str) -> Message {
    let free = (0..MOST_KEPT)
        .map(|number| format!("{ENTRY}.kept{number}"))
        .find(|name| matches!(storage.get_item(name), Ok(None)));
    let kept = free.filter(|name| storage.set_item(name, text).is_ok());
    let (key, file) = match &kept {
        Some(name) => {
            // It is safe under its other name.
            let _ = storage.remove_item(ENTRY);
            (Key("notice-preferences-kept"), name.as_str())
        }
        None => (Key("notice-preferences-unread"), ENTRY),
    };
    Message::new(key)
        .with("why", why)
        .with("detail", detail)
        .with("file", file)
}
