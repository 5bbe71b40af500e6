//! The user's preferences in the browser's storage.
//!
//! As with the desktop's file: what cannot be read is kept under another name, where that fails too nothing is
//! written at all, and what is written goes over what is there at that moment, field by field, since other tabs share
//! the storage.

use super::{
    PreferencesError,
    page::storage,
    versioned::{self, Unread},
};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

/// The entry of the storage. Other pages of the same host share the storage, so it has our name.
const ENTRY: &str = "myomap.preferences";
/// Entries kept aside at most.
const MOST_KEPT: u32 = 20;

/// Keeps the preferences of this user.
#[derive(Debug)]
pub struct Keeper<T> {
    /// What was read or written last.
    before: T,
    /// What is so without anybody having chosen it.
    unchosen: T,
    /// What is there could not be read, and nobody has a copy of it.
    is_left_alone: bool,
}

/// What this user has kept; what is not kept is as in `unchosen`. With it comes who keeps it from then on, and, if any,
/// what was wrong with it and where it is now.
pub fn kept<T: Serialize + DeserializeOwned + Clone>(
    unchosen: T,
) -> (T, Keeper<T>, Option<PreferencesError>) {
    let there = storage().and_then(|storage| {
        let text = storage.get_item(ENTRY).ok().flatten()?;
        Some((storage, text))
    });
    let (preferences, problem) = match there {
        None => (unchosen.clone(), None),
        Some((storage, text)) => match versioned::read(&text, &unchosen) {
            Ok(preferences) => (preferences, None),
            Err(why) => (unchosen.clone(), Some(set_aside(&storage, &text, why))),
        },
    };
    let keeper = Keeper {
        before: preferences.clone(),
        unchosen,
        is_left_alone: matches!(problem, Some(PreferencesError::LeftAlone { .. })),
    };
    (preferences, keeper, problem)
}

impl<T: Serialize + DeserializeOwned + Clone> Keeper<T> {
    /// Keeps the preferences: what has changed since the last time, over what is there now. Nothing happens after the
    /// entry was left alone, which has been told by then.
    ///
    /// # Errors
    /// When they cannot be kept.
    pub fn keep(&mut self, preferences: &T) -> Result<(), PreferencesError> {
        if self.is_left_alone {
            return Ok(());
        }
        let storage = storage().ok_or(PreferencesError::StorageForbidden)?;
        let there = storage
            .get_item(ENTRY)
            .map_err(unsaved)?
            .unwrap_or_default();
        if !there.is_empty()
            && let Err(why) = versioned::read(&there, &self.unchosen)
        {
            // A tab of another version has written it since.
            self.is_left_alone = true;
            let place = ENTRY.to_owned();
            return Err(PreferencesError::LeftAlone { why, place });
        }
        let text = versioned::write(preferences, &self.before, &self.unchosen, &there);
        let text = text.map_err(|error| PreferencesError::Unsaved {
            place: ENTRY.to_owned(),
            why: error.to_string(),
        })?;
        storage.set_item(ENTRY, &text).map_err(unsaved)?;
        self.before = preferences.clone();
        Ok(())
    }
}

fn unsaved(error: JsValue) -> PreferencesError {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        // Firefox has a name of its own for it.
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => PreferencesError::StorageFull,
        Some("SecurityError") => PreferencesError::StorageForbidden,
        other => PreferencesError::Unsaved {
            place: ENTRY.to_owned(),
            why: other.unwrap_or("?").to_owned(),
        },
    }
}

/// Keeps a text under another name.
fn set_aside(storage: &Storage, text: &str, why: Unread) -> PreferencesError {
    let free = (0..MOST_KEPT)
        .map(|number| format!("{ENTRY}.kept{number}"))
        .find(|name| matches!(storage.get_item(name), Ok(None)));
    match free.filter(|name| storage.set_item(name, text).is_ok()) {
        Some(kept) => {
            // It is safe under its other name.
            storage.remove_item(ENTRY).ok();
            PreferencesError::SetAside { why, kept }
        }
        None => PreferencesError::LeftAlone {
            why,
            place: ENTRY.to_owned(),
        },
    }
}
