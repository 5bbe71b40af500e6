//! What lies under the pointer: the nearest disc there, else what a ray through the BVHs of all that is visible meets
//! first. Not here: what a press on it means.

use crate::{
    anatomy::scene::Scene,
    app::{
        on_screen::{MarkerOnScreen, Overlay, Viewport},
        session::{Anatomy, Session},
        stage::Stage,
    },
    model::ids::Item,
    view::{appearance::skin_is_solid, body::Appearances, camera::CameraState, lens::Lens},
};
use bevy::prelude::*;

/// What lies at a place in the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Met {
    /// A disc, a structure, or a region of the skin.
    Item(Item),
    /// Skin to which no point sends pain.
    SkinWithoutRegion,
    /// The ground beside the body.
    Nothing,
}

impl Met {
    /// What can be selected there.
    pub fn item(self) -> Option<Item> {
        match self {
            Self::Item(item) => Some(item),
            Self::SkinWithoutRegion | Self::Nothing => None,
        }
    }

    fn of(item: Option<Item>) -> Self {
        item.map_or(Self::Nothing, Self::Item)
    }
}

/// Finds what lies under the pointer.
#[derive(bevy::ecs::system::SystemParam)]
pub struct Under<'w> {
    /// Where the body is drawn.
    pub viewport: Res<'w, Viewport>,
    /// The discs.
    pub overlay: Res<'w, Overlay>,
    /// What is visible.
    pub looks: Res<'w, Appearances>,
    /// The state.
    pub session: Res<'w, Session>,
    /// What a press means.
    pub stage: Res<'w, Stage>,
    scene: Res<'w, Anatomy>,
}

impl Under<'_> {
    /// What lies at a place in the window, logical pixels.
    pub fn met(&self, at: Vec2, camera: &CameraState) -> Met {
        let lens = Lens::new(camera.now, &self.viewport);
        if !self.viewport.contains(at.to_array()) {
            return Met::Nothing;
        }
        if let Some(marker) = marker_at(at, &self.overlay) {
            return Met::Item(marker.item.clone());
        }
        let skin_hides = skin_is_solid(self.stage.body.surface, &self.session.view);
        first_met(&lens, at, &self.scene, &self.looks, skin_hides)
    }
}

/// The nearest disc at a place: where it is drawn, which may be beside its spot.
fn marker_at(at: Vec2, overlay: &Overlay) -> Option<&MarkerOnScreen> {
    let away = |marker: &MarkerOnScreen| Vec2::from_array(marker.centre).distance(at);
    (overlay.markers.iter())
        .filter(|marker| away(marker) <= marker.radius)
        .min_by(|a, b| away(a).total_cmp(&away(b)))
}

fn first_met(lens: &Lens, at: Vec2, scene: &Scene, looks: &Appearances, skin_hides: bool) -> Met {
    let (origin_mm, direction) = lens.ray(at);
    let structure = scene.first_structure(origin_mm, direction, |index, _| {
        looks.0.get(index).is_some_and(|look| look.present())
    });
    if skin_hides
        && let Some(hit) = scene.body.skin.index.first_hit(origin_mm, direction)
        && structure
            .as_ref()
            .is_none_or(|(_, inner)| hit.distance_mm < inner.distance_mm)
    {
        let region = scene.region_at(hit.triangle, hit.point_mm).cloned();
        return region.map_or(Met::SkinWithoutRegion, |id| Met::Item(Item::Region(id)));
    }
    Met::of(structure.and_then(|(index, _)| scene.item_of(index)))
}
