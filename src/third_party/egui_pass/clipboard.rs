//! Texts on their way to the clipboard.

use crate::app::{effects::Effect, session::EffectMessage};
use bevy::prelude::*;
use bevy_egui::EguiContexts;

/// Puts what a command asks for on the clipboard.
pub fn copy_texts(mut contexts: EguiContexts, mut effects: MessageReader<EffectMessage>) -> Result {
    for EffectMessage(effect) in effects.read() {
        if let Effect::CopyText(text) = effect {
            let text = text.clone();
            // In the browser a link is the page's address.
            #[cfg(target_arch = "wasm32")]
            let text = match text.starts_with('#') {
                true => crate::store::page::address(&text),
                false => text,
            };
            contexts.ctx_mut()?.copy_text(text);
        }
    }
    Ok(())
}
