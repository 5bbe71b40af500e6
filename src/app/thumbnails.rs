//! Pictures of the selected pattern from the front and from behind, for the card and the inset.

use super::{
    load::FrameBudget,
    session::{Anatomy, Systems},
};
use crate::anatomy::plate::{Facing, Picture, Plate, PlateColours, Survey, crop_of};
use crate::anatomy::scene::Pattern;
use bevy::{prelude::*, window::RequestRedraw};
use std::sync::Arc;

/// Height of a thumbnail in pixels: twice what a card shows, for dense screens.
const HEIGHT_PX: usize = 520;
/// Triangles of the skin drawn in a turn: some hundredths of a second's work.
const TRIANGLES_A_TURN: usize = 30_000;

/// The two pictures; the panels upload them when the version changes.
#[derive(Resource, Default)]
pub struct Thumbnails {
    /// Front and back.
    pub pictures: Option<(Picture, Picture)>,
    /// Grows with each new pair.
    pub version: u64,
    /// How much of the pattern is seen from the front and from behind, in pixels, the essential zone counted twice.
    pub seen: (usize, usize),
}

impl Thumbnails {
    /// The side to show beside a view from the other one, where it adds something: a fifth of what
    /// is seen already, or more.
    pub fn worth_showing(&self, camera_in_front: bool) -> Option<Facing> {
        self.pictures.as_ref()?;
        let (front, back) = self.seen;
        match camera_in_front {
            true => (back * 5 > front).then_some(Facing::Back),
            false => (front * 5 > back).then_some(Facing::Front),
        }
    }
}

/// Colours to paint them in, of the theme. Nothing is painted until they are known.
#[derive(Resource, Clone, Copy, Default, PartialEq)]
pub struct ThumbnailColours(pub Option<PlateColours>);

/// The pattern to paint, handed over by the picture.
#[derive(Resource, Default)]
pub struct ThumbnailOrder(pub Option<Arc<Pattern>>);

#[derive(Resource)]
struct Plates(Plate, Plate);

/// Paints the pictures when the pattern changes.
pub fn plugin(app: &mut App) {
    app.init_resource::<Thumbnails>()
        .init_resource::<ThumbnailOrder>()
        .init_resource::<ThumbnailColours>()
        .add_systems(
            Update,
            (
                draw_plates
                    .run_if(resource_exists::<Anatomy>.and_then(not(resource_exists::<Plates>))),
                paint.run_if(resource_exists::<Plates>),
            )
                .chain()
                .in_set(Systems::Present),
        );
}

/// Plates in the making.
struct PlatesUnderway {
    plates: Vec<Plate>,
    triangles: usize,
}

/// Draws both, in turns where there is one thread for everything.
fn draw_plates(
    mut commands: Commands,
    scene: Res<Anatomy>,
    mut drawn: Local<Option<PlatesUnderway>>,
    mut turn: ResMut<FrameBudget>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let skin = &scene.body.skin.mesh;
    if !cfg!(target_arch = "wasm32") {
        let draw = |facing| Plate::new(skin, facing);
        let (front, back) = rayon::join(|| draw(Facing::Front), || draw(Facing::Back));
        commands.insert_resource(Plates(front, back));
        return;
    }
    redraw.write(RequestRedraw);
    if !turn.take() {
        return;
    }
    let PlatesUnderway { plates, triangles } = drawn.get_or_insert_with(|| PlatesUnderway {
        plates: vec![Plate::empty(Facing::Front)],
        triangles: 0,
    });
    let whole = match plates.last_mut() {
        Some(plate) => plate.draw_some(skin, *triangles, TRIANGLES_A_TURN),
        None => true,
    };
    *triangles += TRIANGLES_A_TURN;
    if !whole {
        return;
    }
    *triangles = 0;
    if plates.len() < 2 {
        plates.push(Plate::empty(Facing::Back));
    } else if let (Some(back), Some(front)) = (plates.pop(), plates.pop()) {
        commands.insert_resource(Plates(front, back));
    }
}

/// What has been done for the pattern so far, for the front first.
#[derive(Default)]
struct PicturesUnderway {
    surveys: Vec<Survey>,
    pictures: Vec<Picture>,
}

/// Paints both, in turns where there is one thread for everything.
fn paint(
    scene: Res<Anatomy>,
    plates: Res<Plates>,
    colours: Res<ThumbnailColours>,
    order: Res<ThumbnailOrder>,
    mut thumbnails: ResMut<Thumbnails>,
    mut under_way: Local<Option<PicturesUnderway>>,
    mut turn: ResMut<FrameBudget>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    if order.is_changed() || colours.is_changed() || plates.is_added() {
        *under_way = Some(PicturesUnderway::default());
    }
    // Those of another pattern must not stand beside this one's card, not for a moment.
    if order.is_changed() && thumbnails.pictures.is_some() {
        thumbnails.pictures = None;
    }
    let (Some(pattern), Some(colours)) = (&order.0, colours.0) else {
        *under_way = None;
        return;
    };
    let Some(painting) = &mut *under_way else {
        return;
    };
    let plates = [&plates.0, &plates.1];
    let skin = &scene.body.skin.mesh;
    // Everywhere but on the page every turn is granted, and all is done at once.
    while painting.pictures.len() < plates.len() {
        if !turn.take() {
            redraw.write(RequestRedraw);
            return;
        }
        if let Some(plate) = plates.get(painting.surveys.len()) {
            painting.surveys.push(plate.survey(skin, pattern));
        } else if let ([front, back], Some(plate)) = (
            painting.surveys.as_slice(),
            plates.get(painting.pictures.len()),
        ) {
            let crop = crop_of([*front, *back]);
            let dots = &scene.stipple;
            let picture = plate.picture(skin, dots, Some(pattern), colours, crop, HEIGHT_PX);
            painting.pictures.push(picture);
        }
    }
    if let Some(PicturesUnderway { surveys, pictures }) = under_way.take()
        && let (Ok([front, back]), [seen_front, seen_back]) =
            (<[Picture; 2]>::try_from(pictures), surveys.as_slice())
    {
        let amount = |survey: &Survey| survey.essential_px * 2 + survey.spillover_px;
        thumbnails.seen = (amount(seen_front), amount(seen_back));
        thumbnails.pictures = Some((front, back));
        thumbnails.version += 1;
    }
}
