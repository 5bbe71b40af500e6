//! What is selected is shown, turned to and remembered.

use super::*;

#[test]
fn selecting_a_point_opens_its_card_closes_the_search_and_turns_to_it() {
    let (state, effects) = after([
        AppCommand::OpenSearch,
        AppCommand::SetQuery("tra".into()),
        AppCommand::Select(Some(point("TRA-1"))),
    ]);
    assert_eq!(state.selection, Some(point("TRA-1")));
    assert!(state.card_open && !state.search.open && state.search.query.is_empty());
    assert_eq!(effects, [Effect::TurnTo(point("TRA-1"))]);
    assert_eq!(state.view.preset, None);
}

#[test]
fn an_unknown_item_is_a_notice_and_nothing_else() {
    for item in [
        point("TRA-9"),
        item("sacrum"),
        item("kidney"),
        Item::Method("X".into()),
    ] {
        let (state, effects) = after([
            AppCommand::Select(Some(point("TRA-1"))),
            AppCommand::Select(Some(item)),
        ]);
        assert_eq!(state.selection, Some(point("TRA-1")));
        assert!(!state.history.can_go_back() && effects.is_empty());
        assert_eq!(state.notices.len(), 1);
        assert!(told(&state).starts_with("There is no "));
    }
}

#[test]
fn depth_follows_a_point_only_where_its_muscle_does_not_show() {
    for (depth, code, wanted) in [
        (1.0, "TRA-1", 1.0),
        (0.4, "TRA-1", 0.4),
        (0.0, "TRA-1", 1.0),
        (2.0, "TRA-1", 1.0),
        (6.0, "TRA-1", 1.0),
        (1.0, "LEV-1", 3.0),
        (2.4, "LEV-1", 2.4),
        (3.3, "LEV-1", 3.3),
        (5.0, "LEV-1", 3.0),
    ] {
        let (state, _) = after([
            AppCommand::SetDepth(depth),
            AppCommand::Select(Some(point(code))),
        ]);
        assert_eq!(state.view.depth, wanted, "{code} at {depth}");
    }
}

#[test]
fn a_point_is_not_left_hidden() {
    let (state, _) = after([
        AppCommand::SetSide(SideFilter::Right),
        AppCommand::Hide(structure("trapezius")),
        AppCommand::Isolate(structure("levator_scapulae")),
        AppCommand::Select(Some(point("TRA-1"))),
    ]);
    assert_eq!(state.view.side, SideFilter::Both);
    assert!(state.view.isolated.is_empty());
    assert!(
        !state
            .view
            .hidden
            .contains(&structure("trapezius.descending"))
    );
    assert!(
        state
            .view
            .hidden
            .contains(&structure("trapezius.ascending"))
    );
}

#[test]
fn what_is_clicked_on_the_body_moves_nothing_and_what_is_chosen_by_name_is_brought_into_sight() {
    let (state, effects) = after([AppCommand::Pick(Some(item("levator_scapulae")))]);
    assert_eq!(state.selection, Some(item("levator_scapulae")));
    assert_eq!(state.view.depth, 1.0);
    assert!(effects.is_empty() && state.view.preset.is_some());
    // From the list, from a card and from the search alike.
    for search in [false, true] {
        let opened = search.then_some(AppCommand::OpenSearch);
        let select = AppCommand::Select(Some(item("levator_scapulae")));
        let (state, effects) = after(opened.into_iter().chain([select]));
        assert_eq!(state.view.depth, 3.0);
        assert_eq!(effects, [Effect::TurnTo(item("levator_scapulae"))]);
        assert_eq!(state.view.preset, None, "it is turned to");
    }
    let (state, effects) = after([AppCommand::OpenLink(
        "#structure=levator_scapulae.left".into(),
    )]);
    assert_eq!(state.view.depth, 3.0);
    assert_eq!(effects, [Effect::TurnTo(item("levator_scapulae"))]);
    // A link that says more is taken at its word.
    let whole = "#structure=levator_scapulae.left&depth=1&view=front";
    let (state, effects) = after([AppCommand::OpenLink(whole.into())]);
    assert_eq!(state.view.depth, 1.0);
    assert_eq!(effects, [Effect::LookPreset(ViewPreset::Front)]);
}

#[test]
fn what_is_shown_alone_is_turned_to_with_what_is_alone_already() {
    let left = StructureId::new("levator_scapulae", Side::Left);
    let right = StructureId::new("levator_scapulae", Side::Right);
    let (state, effects) = after([
        AppCommand::Isolate(left.clone()),
        AppCommand::Isolate(right.clone()),
    ]);
    let both = vec![left.clone(), right];
    assert_eq!(effects, [Effect::TurnToBodies(both)]);
    assert_eq!((state.view.preset, state.view.camera), (None, None));
    let (_, effects) = after([AppCommand::Isolate(left.clone()), AppCommand::Isolate(left)]);
    assert!(effects.is_empty(), "it is shown with the others again");
}

#[test]
fn a_stretch_and_a_method_bring_their_muscles_into_sight() {
    let mut catalog = catalog();
    let stretch = r#"[(id: "ST01", name: "s", kind: hold, sides: each, position: "p", steps: [], hold_seconds: (20, 30),
        repeats: (1, 2), per_day: (1, 2), sources: [], confidence: partly)]"#;
    catalog.stretches = ron::from_str(stretch).unwrap();
    for muscle in &mut catalog.muscles {
        muscle.stretches.push("ST01".to_owned());
    }
    let mut state = AppState::default();
    apply(
        &mut state,
        AppCommand::Hide(structure("trapezius")),
        &catalog,
    );
    let select = AppCommand::Select(Some(Item::Stretch("ST01".into())));
    let effects = apply(&mut state, select.clone(), &catalog).effects;
    assert_eq!(state.view.depth, 3.0, "the innermost of its muscles");
    assert!(state.view.hidden.is_empty());
    let [Effect::TurnToBodies(bodies)] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert_eq!(bodies.len(), 6, "two muscles of three parts, on both sides");
    // Where nothing is known of its muscles, the view stays.
    for muscle in &mut catalog.muscles {
        muscle.stretches.clear();
    }
    let mut state = AppState::default();
    let effects = apply(&mut state, select, &catalog).effects;
    assert!(effects.is_empty() && state.view == AppState::default().view);
}

#[test]
fn a_programme_brings_the_muscles_of_its_points_and_stretches_into_sight() {
    let mut catalog = catalog();
    let point = catalog
        .points()
        .next()
        .map(|(_, point)| point.clone())
        .unwrap();
    let says = r#"(text: "t", sources: [], confidence: partly)"#;
    let item = |does: &str, points: &str| {
        format!("(does: {does}, points: [{points}], side: each, how: {says})")
    };
    let programme = |items: &[String]| {
        let items = items.join(", ");
        format!(
            r#"[(id: "break", name: "b", about: {says}, minutes: (3, 5), items: [{items}], sources: [], confidence: partly)]"#
        )
    };
    let select = AppCommand::Select(Some(Item::Programme("break".into())));
    let bodies = |catalog: &Catalog| -> Vec<StructureId> {
        let mut state = AppState::default();
        let effects = apply(&mut state, select.clone(), catalog).effects;
        assert_eq!(state.selection, Some(Item::Programme("break".into())));
        match effects.as_slice() {
            [Effect::TurnToBodies(bodies)] => bodies.clone(),
            [] => Vec::new(),
            other => panic!("{other:?}"),
        }
    };
    // With a method on a point: the part that it lies on, on both sides, once.
    let on_point = item(r#"Method("BW")"#, &format!("\"{}\"", point.id));
    catalog.programmes = ron::from_str(&programme(&[on_point.clone(), on_point.clone()])).unwrap();
    let both = [Side::Left, Side::Right].map(|side| StructureId::new(&point.part, side));
    assert_eq!(bodies(&catalog), both);
    // With a stretch: its muscles.
    catalog.muscles[1].stretches.push("ST01".to_owned());
    let stretched = item(r#"Stretch("ST01")"#, "");
    catalog.programmes = ron::from_str(&programme(&[on_point, stretched])).unwrap();
    let lit = bodies(&catalog);
    assert!(lit.len() > 2 && lit.starts_with(&both), "{lit:?}");
    // With the hands, wherever it is needed: it has no place.
    catalog.programmes = ron::from_str(&programme(&[item(r#"Method("HANDS")"#, "")])).unwrap();
    assert_eq!(bodies(&catalog), []);
}

#[test]
fn the_whole_body_is_looked_at_from_where_one_stands() {
    let (state, effects) = after([AppCommand::LookWhole]);
    assert_eq!(effects, [Effect::LookWhole]);
    assert_eq!((state.view.preset, state.view.camera), (None, None));
}

#[test]
fn the_side_in_view_is_that_turned_to_the_eye_or_alone_in_the_picture() {
    let posed = |yaw, x, across| {
        let pose = CameraPose::new(yaw, 0.0, [x, 1300.0, 0.0], across);
        after([AppCommand::RestCamera(pose)]).0.view.side_in_view()
    };
    assert_eq!(posed(180.0, 0.0, 1000.0), None);
    assert_eq!(
        posed(180.0, -120.0, 1000.0),
        None,
        "both are in the picture"
    );
    assert_eq!(posed(180.0, -120.0, 400.0), Some(Side::Right));
    assert_eq!(posed(90.0, 0.0, 1000.0), Some(Side::Left));
    assert_eq!(posed(-60.0, 0.0, 1000.0), Some(Side::Right));
    let looked = |preset| after([AppCommand::Look(preset)]).0.view.side_in_view();
    assert_eq!(looked(ViewPreset::Right), Some(Side::Right));
    assert_eq!(looked(ViewPreset::Front), None);
}

#[test]
fn back_and_forward_walk_through_the_selections() {
    let (mut state, _) = after([
        AppCommand::Select(Some(point("TRA-1"))),
        AppCommand::Select(Some(point("LEV-1"))),
        AppCommand::Select(Some(point("LEV-1"))),
        AppCommand::Select(None),
    ]);
    let catalog = catalog();
    let mut go = |command| {
        apply(&mut state, command, &catalog);
        state.selection.clone()
    };
    assert_eq!(go(AppCommand::Back), Some(point("LEV-1")));
    assert_eq!(go(AppCommand::Back), Some(point("TRA-1")));
    assert_eq!(go(AppCommand::Back), Some(point("TRA-1")));
    assert_eq!(go(AppCommand::Forward), Some(point("LEV-1")));
    assert_eq!(go(AppCommand::Forward), Some(point("LEV-1")));
    assert_eq!(go(AppCommand::Back), Some(point("TRA-1")));
    let region = Item::Region(RegionId::new("temple", Side::Right));
    assert_eq!(
        go(AppCommand::Select(Some(region.clone()))),
        Some(region.clone())
    );
    assert_eq!(go(AppCommand::Forward), Some(region));
}
