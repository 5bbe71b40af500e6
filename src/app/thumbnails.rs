//! Pictures of the selected pattern from where most of it is seen, for the card and the inset.

use super::{
    load::FrameBudget,
    session::{Anatomy, Systems},
};
use crate::{
    anatomy::{
        plate::{Facing, Picture, Plate, PlateColours, Shot, Survey, shots_of},
        scene::Pattern,
    },
    app::on_screen::{SeenFrom, Turned},
};
use bevy::{prelude::*, window::RequestRedraw};
use rayon::prelude::*;
use std::sync::Arc;

/// Height of a thumbnail in pixels: twice what a card shows, for dense screens.
const HEIGHT_PX: usize = 520;
/// Triangles of the skin drawn in a turn: some hundredths of a second's work.
const TRIANGLES_A_TURN: usize = 30_000;

/// One or two pictures of a pattern; the panels upload them when the version changes.
#[derive(Resource, Default)]
pub struct Thumbnails {
    /// From where each is, and the picture; none while they are being made, or where nothing of a pattern is seen.
    pub pictures: Option<Vec<(Facing, Picture)>>,
    /// Grows with each new set.
    pub version: u64,
    /// How much of the pattern is seen from each side, in pixels, the essential zone counted twice.
    pub seen: Vec<(Facing, usize)>,
}

impl Thumbnails {
    /// The picture to show beside a view from elsewhere, where it adds something: a fifth of what is seen already,
    /// or more.
    pub fn worth_showing(&self, turned: Turned) -> Option<Facing> {
        let here = [Some(turned.seen_from), turned.and_from].map(|from| match from? {
            SeenFrom::Front => Some(Facing::Front),
            SeenFrom::Behind => Some(Facing::Back),
            SeenFrom::Left => Some(Facing::Left),
            SeenFrom::Right => Some(Facing::Right),
            SeenFrom::Above | SeenFrom::Below => None,
        });
        let amount = |facing: Facing| {
            let found = self.seen.iter().find(|(seen_from, _)| *seen_from == facing);
            found.map_or(0, |(_, amount)| *amount)
        };
        let seen_here = here.into_iter().flatten().map(amount).max().unwrap_or(0);
        let pictures = self.pictures.as_ref()?.iter().map(|(facing, _)| *facing);
        pictures
            .filter(|facing| !here.contains(&Some(*facing)))
            .max_by_key(|facing| amount(*facing))
            .filter(|facing| amount(*facing) * 5 > seen_here)
    }
}

/// Colours to paint them in, of the theme. Nothing is painted until they are known.
#[derive(Resource, Clone, Copy, Default, PartialEq)]
pub struct ThumbnailColours(pub Option<PlateColours>);

/// The pattern to paint, handed over by the picture.
#[derive(Resource, Default)]
pub struct ThumbnailOrder(pub Option<Arc<Pattern>>);

#[derive(Resource)]
struct Plates(Vec<Plate>);

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
#[derive(Default)]
struct PlatesUnderway {
    plates: Vec<Plate>,
    triangles: usize,
}

/// Draws all, in turns where there is one thread for everything.
fn draw_plates(
    mut commands: Commands,
    scene: Res<Anatomy>,
    mut drawn: Local<Option<PlatesUnderway>>,
    mut turn: ResMut<FrameBudget>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let skin = &scene.body.skin.mesh;
    if !cfg!(target_arch = "wasm32") {
        let plates = Facing::ALL
            .into_par_iter()
            .map(|facing| Plate::new(skin, facing));
        commands.insert_resource(Plates(plates.collect()));
        return;
    }
    redraw.write(RequestRedraw);
    if !turn.take() {
        return;
    }
    let under_way = drawn.get_or_insert_default();
    if under_way.plates.is_empty() {
        under_way.plates.push(Plate::empty(Facing::ALL[0]));
    }
    let whole = match under_way.plates.last_mut() {
        Some(plate) => plate.draw_some(skin, under_way.triangles, TRIANGLES_A_TURN),
        None => true,
    };
    under_way.triangles += TRIANGLES_A_TURN;
    if !whole {
        return;
    }
    under_way.triangles = 0;
    match Facing::ALL.get(under_way.plates.len()) {
        Some(next) => under_way.plates.push(Plate::empty(*next)),
        None => commands.insert_resource(Plates(std::mem::take(&mut under_way.plates))),
    }
}

/// What has been done for the pattern so far.
#[derive(Default)]
struct PicturesUnderway {
    surveys: Vec<Survey>,
    shots: Option<Vec<Shot>>,
    pictures: Vec<(Facing, Picture)>,
}

/// Paints all, in turns where there is one thread for everything.
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
    let skin = &scene.body.skin.mesh;
    // Everywhere but on the page every turn is granted, and all is done at once.
    loop {
        if let Some(plate) = plates.0.get(painting.surveys.len()) {
            if !turn.take() {
                redraw.write(RequestRedraw);
                return;
            }
            painting.surveys.push(plate.survey(skin, pattern));
            continue;
        }
        let shots = painting
            .shots
            .get_or_insert_with(|| shots_of(&painting.surveys));
        let Some(shot) = shots.get(painting.pictures.len()) else {
            break;
        };
        if !turn.take() {
            redraw.write(RequestRedraw);
            return;
        }
        let picture = plates
            .0
            .iter()
            .find(|plate| plate.facing() == shot.facing)
            .map(|plate| {
                let dots = &scene.stipple;
                plate.picture(skin, dots, Some(pattern), colours, shot.crop, HEIGHT_PX)
            });
        let Some(picture) = picture else {
            break;
        };
        painting.pictures.push((shot.facing, picture));
    }
    if let Some(PicturesUnderway {
        surveys, pictures, ..
    }) = under_way.take()
    {
        let amounts = surveys
            .iter()
            .map(|survey| (survey.facing, survey.amount()));
        thumbnails.seen = amounts.collect();
        thumbnails.pictures = (!pictures.is_empty()).then_some(pictures);
        thumbnails.version += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::on_screen::Edge;

    fn picture() -> Picture {
        Picture {
            width: 0,
            height: 0,
            rgba: Vec::new(),
        }
    }

    #[test]
    fn the_small_picture_shows_what_is_not_seen_already_and_is_never_empty() {
        let mut thumbnails = Thumbnails {
            pictures: Some(vec![(Facing::Back, picture()), (Facing::Left, picture())]),
            version: 1,
            seen: vec![(Facing::Back, 100), (Facing::Left, 60), (Facing::Front, 0)],
        };
        let seen = |from, and| Turned {
            edges: [Edge::Left, Edge::Right],
            seen_from: from,
            and_from: and,
        };
        let beside = |thumbnails: &Thumbnails, from, and| thumbnails.worth_showing(seen(from, and));
        use SeenFrom::{Behind, Front, Left};
        assert_eq!(beside(&thumbnails, Behind, None), Some(Facing::Left));
        assert_eq!(beside(&thumbnails, Front, None), Some(Facing::Back));
        assert_eq!(beside(&thumbnails, Behind, Some(Left)), None);
        thumbnails.seen[1].1 = 19;
        assert_eq!(
            beside(&thumbnails, Behind, None),
            None,
            "it adds too little"
        );
        thumbnails.pictures = None;
        assert_eq!(beside(&thumbnails, Front, None), None);
    }
}
