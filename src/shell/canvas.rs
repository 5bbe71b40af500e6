//! The canvas of the page, by whose events the page around it and the application talk.
//!
//! Not here: what they say to each other ([`super::page`], [`super::records`]).

use bevy::prelude::*;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventTarget};

/// The canvas of the page.
pub(super) const CANVAS: &str = "#myomap";

/// The canvas, where there is one.
pub(super) fn canvas() -> Option<EventTarget> {
    let document = web_sys::window()?.document()?;
    document
        .query_selector(CANVAS)
        .ok()
        .flatten()
        .map(Into::into)
}

/// Sends the page an event whose detail is JSON.
pub(super) fn tell<T: serde::Serialize>(name: &str, what: &T) {
    let Some(canvas) = canvas() else {
        return;
    };
    let json = match serde_json::to_string(what) {
        Ok(json) => json,
        Err(error) => {
            warn!("{name} could not be told: {error}");
            return;
        }
    };
    match event_with(name, &json) {
        Some(event) => {
            // False only means that somebody has heard enough.
            canvas.dispatch_event(&event).ok();
        }
        None => warn!("{name} could not be told"),
    }
}

/// Hears an event of the canvas as long as the page is there; what it is told is its detail.
pub(super) fn on_canvas(name: &str, mut heard: impl FnMut(String) + 'static) {
    let Some(canvas) = canvas() else {
        return;
    };
    let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| heard(detail_of(&event)));
    let added = canvas.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
    if added.is_err() {
        warn!("the page's {name} cannot be heard");
    }
    heard.forget();
}

/// The detail of an event, where it is a text.
pub(super) fn detail_of(event: &Event) -> String {
    Reflect::get(event, &"detail".into())
        .ok()
        .and_then(|detail| detail.as_string())
        .unwrap_or_default()
}

/// An event of the page's own kind, with a text as its detail.
fn event_with(name: &str, detail: &str) -> Option<Event> {
    let kind: Function = Reflect::get(&js_sys::global(), &"CustomEvent".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let about = Object::new();
    Reflect::set(&about, &"detail".into(), &detail.into()).ok()?;
    Reflect::construct(&kind, &Array::of2(&name.into(), &about))
        .ok()?
        .dyn_into()
        .ok()
}
