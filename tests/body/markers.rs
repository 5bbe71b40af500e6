//! Discs and labels of the body that ships, in every preset and every layer, as they lie on the screen.

use super::{CATALOG, SCENE};
use bevy::math::Vec2;
use myomap::{
    app::{
        commands::AppCommand,
        modes::stage,
        on_screen::{LabelOnScreen, MarkerLook, MarkerOnScreen, Viewport},
        state::AppState,
    },
    model::{
        ids::{Item, StructureId},
        link::ViewPreset,
        pose::CameraPose,
        side::Side,
    },
    view::{
        appearance::{Focus, appearance},
        body::Appearances,
        lens::Lens,
        markers::{discs, labels},
        orbit::Orbit,
    },
};

/// What is left of windows of 1280x800, also without panels, and of 1024x768.
const VIEWPORTS: [[[f32; 2]; 2]; 3] = [
    [[280.0, 44.0], [920.0, 720.0]],
    [[0.0, 44.0], [1280.0, 720.0]],
    [[280.0, 44.0], [664.0, 688.0]],
];
/// So much of a disc may lie on another, logical pixels: nothing that is seen.
const OVERLAP_PX: f32 = 0.5;
/// No disc is farther from its spot than this, logical pixels.
const FARTHEST_PX: f32 = 60.0;

fn viewport([min, max]: [[f32; 2]; 2]) -> Viewport {
    Viewport {
        min,
        max,
        ..Viewport::default()
    }
}

fn after(commands: impl IntoIterator<Item = AppCommand>) -> AppState {
    let mut state = AppState::default();
    for command in commands {
        myomap::app::apply::apply(&mut state, command, &CATALOG);
    }
    assert!(state.notices.is_empty(), "{:?}", state.notices);
    state
}

fn orbit(preset: ViewPreset, viewport: &Viewport) -> Orbit {
    let [width, height] = viewport.size();
    Orbit::preset(preset, width / height)
}

/// What lies over the body.
fn over(
    state: &AppState,
    orbit: Orbit,
    viewport: &Viewport,
) -> (Vec<MarkerOnScreen>, Vec<LabelOnScreen>) {
    let stage = stage(state, &CATALOG);
    let focus = Focus::of(stage.body.subject.as_ref(), &CATALOG);
    let structures = SCENE.body.structures.iter();
    let looks = Appearances(
        structures
            .map(|structure| appearance(structure, stage.body.surface, &state.view, &focus))
            .collect(),
    );
    let lens = Lens::new(orbit, viewport);
    let picture = (&lens, viewport);
    let markers = discs::markers(&SCENE, &CATALOG, state, &stage, &looks, picture);
    let labels = labels::labels(&SCENE, &state.view, &focus, &looks, picture, &markers);
    (markers, labels)
}

fn code(item: &Item) -> String {
    match item {
        Item::Point(point) => point.to_string(),
        _ => String::new(),
    }
}

/// Every disc can be read and pointed at, and leads to its spot.
fn assert_clear(markers: &[MarkerOnScreen], viewport: &Viewport, what: &str) {
    let centre = |marker: &MarkerOnScreen| Vec2::from_array(marker.centre);
    for (i, one) in markers.iter().enumerate() {
        let (least, most) = discs::RADII_PX;
        assert!(one.radius >= least && one.radius <= most, "{what}: {one:?}");
        assert!(viewport.contains(one.centre), "{what}: {one:?}");
        assert!(!one.mark.is_empty(), "{what}: {one:?}");
        let away = centre(one).distance(Vec2::from_array(one.spot));
        assert!(
            away < FARTHEST_PX,
            "{what}: {} is {away} px away",
            code(&one.item)
        );
        for other in &markers[i + 1..] {
            let overlap = one.radius + other.radius - centre(one).distance(centre(other));
            let codes = (code(&one.item), code(&other.item));
            assert!(overlap < OVERLAP_PX, "{what}: {codes:?} by {overlap} px");
        }
    }
}

#[test]
fn no_disc_lies_on_another_in_any_preset_at_any_layer() {
    let mut discs = 0;
    for corners in VIEWPORTS {
        let viewport = viewport(corners);
        for &preset in ViewPreset::ALL {
            for depth in [1.0, 2.0, 3.0, 4.0, 5.0] {
                let state = after([AppCommand::SetDepth(depth)]);
                let (markers, _) = over(&state, orbit(preset, &viewport), &viewport);
                assert_clear(
                    &markers,
                    &viewport,
                    &format!("{preset:?} at {depth} in {corners:?}"),
                );
                discs += markers.len();
            }
        }
    }
    assert!(discs > 1_000, "{discs} discs");
}

#[test]
fn a_disc_is_as_large_close_up_as_from_afar() {
    let viewport = viewport(VIEWPORTS[0]);
    let [width, height] = viewport.size();
    let state = after([AppCommand::SetDepth(1.0)]);
    for (across_mm, radius) in [(150.0, discs::RADII_PX.1), (2_000.0, discs::RADII_PX.0)] {
        let pose = CameraPose::new(180.0, 0.0, [120.0, 1_370.0, -60.0], across_mm);
        let (markers, _) = over(&state, Orbit::posed(&pose, width / height), &viewport);
        assert_clear(&markers, &viewport, &format!("{across_mm} mm across"));
        assert!(markers.len() > 2);
        assert!(
            markers.iter().all(|marker| marker.radius == radius),
            "{markers:?}"
        );
    }
}

#[test]
fn each_point_of_a_muscle_shown_alone_has_its_disc_from_every_side() {
    let viewport = viewport(VIEWPORTS[1]);
    for muscle in CATALOG
        .muscles
        .iter()
        .filter(|muscle| !muscle.points.is_empty())
    {
        let id = StructureId::new(&muscle.id, Side::Left);
        let own: Vec<String> = (muscle.points.iter())
            .map(|point| format!("{}.left", point.id))
            .collect();
        let alone = [AppCommand::Isolate(id.clone())];
        let only_points = [AppCommand::ShowPointsOf(vec![id])];
        for (commands, what) in [(alone, "alone"), (only_points, "its points only")] {
            let state = after(commands);
            for preset in [ViewPreset::Back, ViewPreset::Front, ViewPreset::Left] {
                // From where all of the trunk and the head are in the picture.
                let mut orbit = orbit(preset, &viewport);
                orbit.distance_mm *= 1.3;
                let (markers, _) = over(&state, orbit, &viewport);
                assert_clear(&markers, &viewport, &format!("{} {what}", muscle.id));
                let mut seen: Vec<String> =
                    markers.iter().map(|marker| code(&marker.item)).collect();
                seen.sort();
                let mut own = own.clone();
                own.sort();
                assert_eq!(seen, own, "{} {what} in {preset:?}", muscle.id);
            }
        }
    }
}

#[test]
fn the_discs_of_other_muscles_fade_beside_a_selected_one() {
    let viewport = viewport(VIEWPORTS[0]);
    let levator = Item::Structure(StructureId::new("levator_scapulae", Side::Left));
    let state = after([AppCommand::SetDepth(3.0), AppCommand::Select(Some(levator))]);
    let (markers, _) = over(&state, orbit(ViewPreset::Neck, &viewport), &viewport);
    assert_clear(&markers, &viewport, "the levator selected");
    let (own, others): (Vec<_>, Vec<_>) = markers.iter().partition(|marker| {
        code(&marker.item).starts_with("LEV-") && marker.item.side() == Side::Left
    });
    assert_eq!(own.len(), 2);
    assert!(
        own.iter().all(|marker| marker.look != MarkerLook::Faded),
        "{own:?}"
    );
    assert!(
        others.len() > 4 && others.iter().all(|marker| marker.look == MarkerLook::Faded),
        "{others:?}"
    );
}

#[test]
fn an_area_is_told_by_its_rim_and_not_by_a_larger_disc() {
    let viewport = viewport(VIEWPORTS[0]);
    let state = after([AppCommand::SetDepth(1.0)]);
    let (markers, _) = over(
        &state,
        orbit(ViewPreset::ShoulderBlades, &viewport),
        &viewport,
    );
    let areas: Vec<String> = (markers.iter())
        .filter(|marker| !marker.area.is_empty())
        .map(|marker| code(&marker.item))
        .collect();
    assert!(areas.contains(&"TRA-7.left".to_owned()), "{areas:?}");
    assert!(areas.len() < markers.len());
}

#[test]
fn what_sticks_out_of_a_deeper_layer_is_not_named() {
    let viewport = viewport(VIEWPORTS[0]);
    let layer_of = |label: &LabelOnScreen| match &label.item {
        Item::Structure(id) => CATALOG.part(&id.base).map(|(_, part)| part.depth),
        _ => None,
    };
    for &preset in ViewPreset::ALL {
        let state = after([AppCommand::SetDepth(1.0)]);
        let (_, labels) = over(&state, orbit(preset, &viewport), &viewport);
        let deeper: Vec<&LabelOnScreen> = labels
            .iter()
            .filter(|label| layer_of(label) > Some(2))
            .collect();
        assert!(deeper.is_empty(), "{preset:?}: {deeper:?}");
        assert!(
            labels.iter().any(|label| layer_of(label) == Some(1)),
            "{preset:?}"
        );
    }
    // What lies open is named all the same, and so is what is shown alone.
    let state = after([AppCommand::SetDepth(1.0)]);
    let (_, labels) = over(
        &state,
        orbit(ViewPreset::ShoulderBlades, &viewport),
        &viewport,
    );
    let named = |labels: &[LabelOnScreen], base: &str| {
        labels
            .iter()
            .any(|label| matches!(&label.item, Item::Structure(id) if id.base == base))
    };
    assert!(named(&labels, "teres_major"), "{labels:?}");
    let deep = StructureId::new("levator_scapulae", Side::Left);
    let state = after([AppCommand::SetDepth(1.0), AppCommand::Isolate(deep)]);
    let (_, labels) = over(&state, orbit(ViewPreset::Neck, &viewport), &viewport);
    assert!(named(&labels, "levator_scapulae"), "{labels:?}");
}
