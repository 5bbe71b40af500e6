//! The renderer of the window and of pictures, and which of the graphics backends it starts: the platform's own,
//! where that finds a graphics card or a software driver.
//!
//! Left alone, it starts every backend that it was built with and asks each for its adapters. On Windows
//! that is DirectX 12 and Vulkan, and both stay in memory. `WGPU_BACKEND` still decides where it is set.

#[cfg(not(target_arch = "wasm32"))]
use bevy::render::settings::Backends;
use bevy::{
    prelude::*,
    render::{RenderPlugin, settings::WgpuSettings},
};
#[cfg(not(target_arch = "wasm32"))]
use wgpu::{Instance, InstanceDescriptor};

/// The renderer. Its shaders are made before they are used: a thing whose shader is still being made would be missing
/// from a frame that is not drawn again.
pub fn render_plugin() -> RenderPlugin {
    RenderPlugin {
        render_creation: settings().into(),
        synchronous_pipeline_compilation: true,
        ..default()
    }
}

/// The browser has one.
#[cfg(target_arch = "wasm32")]
fn settings() -> WgpuSettings {
    WgpuSettings::default()
}

/// The renderer's settings, with the backends to start.
#[cfg(not(target_arch = "wasm32"))]
fn settings() -> WgpuSettings {
    let usual = WgpuSettings::default();
    if std::env::var_os("WGPU_BACKEND").is_some() {
        return usual;
    }
    let backends = chosen(Instance::enabled_backend_features(), OWN, has_adapter);
    WgpuSettings {
        backends: Some(backends),
        ..usual
    }
}

/// The backend that the platform's maker provides.
#[cfg(not(target_arch = "wasm32"))]
const OWN: Backends = if cfg!(target_os = "windows") {
    Backends::DX12
} else if cfg!(any(target_os = "macos", target_os = "ios")) {
    Backends::METAL
} else {
    Backends::VULKAN
};

/// The platform's own backend where it is built in and finds an adapter, else all that are built in.
#[cfg(not(target_arch = "wasm32"))]
fn chosen(built_in: Backends, own: Backends, finds: impl FnOnce(Backends) -> bool) -> Backends {
    let has_own = built_in.contains(own);
    // With a single backend there is nothing to choose, and asking would start it twice.
    if has_own && (built_in == own || finds(own)) {
        own
    } else {
        Backends::all()
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn has_adapter(backend: Backends) -> bool {
    let mut about = InstanceDescriptor::new_without_display_handle();
    about.backends = backend;
    let adapters = Instance::new(about).enumerate_adapters(backend);
    !bevy::tasks::block_on(adapters).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_platforms_own_backend_comes_first_and_all_where_it_finds_nothing() {
        let both = Backends::DX12 | Backends::VULKAN;
        assert_eq!(chosen(both, Backends::DX12, |_| true), Backends::DX12);
        assert_eq!(chosen(both, Backends::DX12, |_| false), Backends::all());
        assert_eq!(
            chosen(Backends::VULKAN, Backends::DX12, |_| true),
            Backends::all()
        );
    }

    #[test]
    fn a_single_backend_is_not_asked() {
        let asked = |_| panic!("it would be started twice");
        assert_eq!(
            chosen(Backends::VULKAN, Backends::VULKAN, asked),
            Backends::VULKAN
        );
    }
}
