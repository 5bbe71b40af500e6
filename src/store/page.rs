//! What the browser knows and keeps for the page: its storage, its address, what its user prefers.

use web_sys::{Storage, Window};

/// The page's window; none where the program does not run in a page.
fn window() -> Option<Window> {
    web_sys::window()
}

/// The browser's storage for this site; none where the user has forbidden it.
pub(super) fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// The page's fragment with its `#`, encoded as the browser has it; empty where it has none.
#[must_use]
pub fn fragment() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The page's address with this fragment in place of its own.
#[must_use]
pub fn address(fragment: &str) -> String {
    let address = window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    format!("{page}{fragment}")
}

/// Gives the page another fragment: as a new step of the browser's history, or in place of
/// the one on show.
pub fn set_fragment(fragment: &str, as_new_step: bool) {
    let Some(history) = window().and_then(|window| window.history().ok()) else {
        return;
    };
    let address = address(fragment);
    let state = wasm_bindgen::JsValue::NULL;
    // A browser may refuse when the address changes very often: the next change brings it in step.
    let changed = if as_new_step {
        history.push_state_with_url(&state, "", Some(&address))
    } else {
        history.replace_state_with_url(&state, "", Some(&address))
    };
    changed.ok();
}

/// Whether a media query holds, e.g. `(prefers-color-scheme: dark)`.
#[must_use]
pub fn prefers(query: &str) -> bool {
    window()
        .and_then(|window| window.match_media(query).ok().flatten())
        .is_some_and(|list| list.matches())
}

/// Whether the page has found that no graphics card draws it: it marks the canvas then.
#[must_use]
pub fn drawn_by_processor(canvas: &str) -> bool {
    window()
        .and_then(|window| window.document()?.query_selector(canvas).ok().flatten())
        .is_some_and(|canvas| canvas.has_attribute("data-drawn-by-processor"))
}

/// Width of the page's window in CSS pixels.
#[must_use]
pub fn width_px() -> Option<f64> {
    window()?.inner_width().ok()?.as_f64()
}
