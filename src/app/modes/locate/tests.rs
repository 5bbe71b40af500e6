use super::{
    link::{links_of, restore},
    *,
};
use crate::{
    app::{
        apply::{Effect, apply as app_apply},
        commands::AppCommand,
        state::AppState,
        stroke::Stroke,
    },
    model::{
        catalog::Catalog,
        facts::Urgency,
        ids::{PointId, RegionId},
        link::Mode,
        pain_link::{PainLink, SampleRuns},
        painted::{LONGEST_NAME, MOST_PAINS, PaintedPain},
        side::Side,
    },
    study::locate::skin::PaintSkin,
};
use glam::Vec3;
use std::sync::Arc;

/// Four warning signs: one of each exit that are always asked, of which the last has two signs, and one for the temple.
fn catalog() -> Catalog {
    let flag = |id: &str, exit: &str, rest: &str| {
        format!(
            r#"(id: "{id}", name: "n", question: "q?", exit: {exit}, {rest} suspected: "s",
            advice: (text: "a", sources: [], confidence: recalled))"#
        )
    };
    let text = format!(
        "(exits: [], notes: [], repeat_after_days: 14, repeat: [], flags: [{}, {}, {}, {}])",
        flag("RF01", "emergency", ""),
        flag("RF07", "today", ""),
        flag(
            "RF10",
            "soon",
            r#"signs: [(id: "lasts", says: "l"), (id: "grows", says: "g", exit: Some(today))],"#
        ),
        flag("RF13", "today", r#"regions: ["temple"],"#),
    );
    Catalog {
        red_flags: ron::from_str(&text).unwrap(),
        ..Catalog::default()
    }
}

/// Ten samples; every even one is on the left and has the next across.
fn skin() -> Arc<PaintSkin> {
    let left = RegionId::new("temple", Side::Left);
    let right = RegionId::new("temple", Side::Right);
    Arc::new(PaintSkin::of(
        7,
        (0..10).map(|x| Vec3::X * 10.0 * x as f32).collect(),
        (0..10).map(|x| x ^ 1).collect(),
        vec![(left, vec![0, 2]), (right, vec![1, 3])],
    ))
}

fn temple(side: Side) -> RegionId {
    RegionId::new("temple", side)
}

fn after(commands: impl IntoIterator<Item = LocateCommand>) -> AppState {
    let (catalog, mut state) = (catalog(), AppState::default());
    for command in commands {
        app_apply(&mut state, AppCommand::Locate(command), &catalog);
    }
    state
}

/// Ready to paint, then the commands.
fn painting(commands: impl IntoIterator<Item = LocateCommand>) -> LocateState {
    let ready = [
        LocateCommand::SkinReady(skin()),
        LocateCommand::FinishQuestions,
    ];
    after(ready.into_iter().chain(commands)).locate
}

fn yes(answer: &str) -> LocateCommand {
    LocateCommand::Answer {
        answer: answer.to_owned(),
        ticked: true,
    }
}

fn paint(samples: &[u32]) -> LocateCommand {
    LocateCommand::Stroke(Stroke::Over(samples.into()))
}

#[test]
fn warning_signs_that_stop_end_in_advice_and_nothing_is_painted() {
    for (answers, urgency, step) in [
        (vec![], None, LocateStep::Painting),
        (
            vec!["RF10/lasts"],
            Some(Urgency::Soon),
            LocateStep::Painting,
        ),
        (
            vec!["RF10/grows"],
            Some(Urgency::Today),
            LocateStep::Stopped,
        ),
        (
            vec!["RF10/lasts", "RF07"],
            Some(Urgency::Today),
            LocateStep::Stopped,
        ),
        (
            vec!["RF07", "RF01"],
            Some(Urgency::Emergency),
            LocateStep::Stopped,
        ),
        // No such answers: not a warning sign, not a sign of it, and one that has signs to tick.
        (
            vec!["RF99", "RF01/grows", "RF10/pulses", "RF10"],
            None,
            LocateStep::Painting,
        ),
    ] {
        let answers = answers.into_iter().map(yes);
        let commands = [LocateCommand::SkinReady(skin())]
            .into_iter()
            .chain(answers)
            .chain([LocateCommand::FinishQuestions, paint(&[4])]);
        let state = after(commands).locate;
        assert_eq!((state.urgency(), state.step), (urgency, step));
        assert_eq!(state.is_painted(), step == LocateStep::Painting);
    }
}

fn due(state: &LocateState) -> Vec<String> {
    let catalog = catalog();
    let due = state.due(&catalog).into_iter();
    due.map(|flag| flag.id.clone()).collect()
}

#[test]
fn what_is_asked_fits_what_is_painted_and_is_asked_once() {
    let state = after([LocateCommand::SkinReady(skin())]).locate;
    assert!(due(&state).is_empty(), "nothing is painted");
    let beside = [LocateCommand::SkinReady(skin()), paint(&[6])];
    let state = after(beside.clone()).locate;
    assert_eq!(due(&state), ["RF01", "RF07", "RF10"]);
    let answered = beside.into_iter().chain([
        LocateCommand::ReviewQuestions,
        LocateCommand::FinishQuestions,
    ]);
    let state = after(answered.clone()).locate;
    assert!(due(&state).is_empty());
    // The temple has a question of its own, wherever it is painted and in whichever pain.
    for more in [
        vec![paint(&[0])],
        vec![LocateCommand::AddPain, paint(&[3])],
        vec![LocateCommand::ToggleRegion(temple(Side::Right))],
    ] {
        let state = after(answered.clone().chain(more)).locate;
        assert_eq!(due(&state), ["RF13"]);
    }
}

#[test]
fn answers_for_a_place_that_is_no_longer_painted_are_asked_again_and_ticks_stay_in_sight() {
    let on_temple = [
        LocateCommand::SkinReady(skin()),
        paint(&[0]),
        LocateCommand::FinishQuestions,
    ];
    let elsewhere = [
        LocateCommand::Clear,
        paint(&[6]),
        LocateCommand::FinishQuestions,
    ];
    let back = [LocateCommand::Clear, paint(&[0])];
    let state = after(on_temple.into_iter().chain(elsewhere).chain(back)).locate;
    assert_eq!(due(&state), ["RF13"], "it was answered before the others");
    // Ticked for the temple, then another painting: it can still be taken back.
    let state = after([LocateCommand::SkinReady(skin()), paint(&[6]), yes("RF13")]).locate;
    assert_eq!(state.step, LocateStep::Stopped);
    let catalog = catalog();
    assert!(
        state
            .questions(&catalog)
            .iter()
            .any(|flag| flag.id == "RF13")
    );
}

#[test]
fn an_answer_given_while_painting_stops_at_once_and_can_be_taken_back() {
    let state = painting([paint(&[4]), yes("RF01")]);
    assert_eq!(state.step, LocateStep::Stopped);
    let no = LocateCommand::Answer {
        answer: "RF01".to_owned(),
        ticked: false,
    };
    let state = painting([
        yes("RF01"),
        LocateCommand::ReviewQuestions,
        no,
        LocateCommand::FinishQuestions,
        paint(&[4]),
    ]);
    assert_eq!(state.step, LocateStep::Painting);
    assert!(state.is_painted());
}

#[test]
fn a_stroke_is_painted_mirrored_and_erased() {
    let brush = |erases, mirrors| {
        LocateCommand::SetBrush(Brush {
            strength: 3,
            erases,
            mirrors,
            ..Brush::default()
        })
    };
    let state = painting([brush(false, true), paint(&[4, 99]), paint(&[7])]);
    assert_eq!(state.strengths(), [0, 0, 0, 0, 3, 3, 3, 3]);
    let state = painting([
        LocateCommand::Stroke(Stroke::Start),
        paint(&[4]),
        paint(&[5, 6]),
        LocateCommand::Stroke(Stroke::End),
        brush(true, false),
        paint(&[5]),
        LocateCommand::Undo,
        LocateCommand::Undo,
        LocateCommand::Redo,
    ]);
    assert_eq!(state.strengths()[4..], [2, 2, 2]);
    let state = painting([paint(&[4]), LocateCommand::Clear]);
    assert!(!state.is_painted());
    let state = painting([paint(&[4]), LocateCommand::Clear, LocateCommand::Undo]);
    assert!(state.is_painted());
}

#[test]
fn at_least_a_hundred_strokes_can_be_taken_back() {
    let strokes = (0..120).map(|number| {
        LocateCommand::SetBrush(Brush {
            strength: number % 3 + 1,
            ..Brush::default()
        })
    });
    let strokes = strokes.flat_map(|brush| [brush, paint(&[4])]);
    let state = painting(strokes.chain((0..120).map(|_| LocateCommand::Undo)));
    assert!(!state.is_painted());
}

#[test]
fn a_brush_is_kept_in_range() {
    let set = |radius_mm, strength| {
        let brush = Brush {
            radius_mm,
            strength,
            ..Brush::default()
        };
        let state = painting([LocateCommand::SetBrush(brush)]);
        (state.brush.radius_mm, state.brush.strength)
    };
    assert_eq!(set(0.0, 0), (BRUSH_MM.0, 1));
    assert_eq!(set(1e9, 9), (BRUSH_MM.1, 3));
    assert_eq!(set(f32::NAN, 3), (Brush::default().radius_mm, 2));
}

#[test]
fn a_region_is_chosen_whole_and_taken_away_again() {
    let toggle = |side| LocateCommand::ToggleRegion(temple(side));
    let state = painting([toggle(Side::Left)]);
    assert!(state.has_chosen(&temple(Side::Left)) && !state.has_chosen(&temple(Side::Right)));
    let state = painting([toggle(Side::Left), toggle(Side::Left)]);
    assert!(!state.is_painted());
    let both = LocateCommand::SetBrush(Brush {
        mirrors: true,
        ..Brush::default()
    });
    let state = painting([both, toggle(Side::Right)]);
    assert!(state.has_chosen(&temple(Side::Left)));
    let state = painting([LocateCommand::ToggleRegion(RegionId::new(
        "kidney",
        Side::Left,
    ))]);
    assert!(!state.is_painted());
}

#[test]
fn pains_have_their_own_painting_name_and_colour() {
    let state = painting([
        paint(&[4]),
        LocateCommand::AddPain,
        paint(&[5]),
        LocateCommand::NamePain(1, "Neck\n".repeat(40)),
        LocateCommand::ColourPain(0, 99),
        LocateCommand::ChoosePain(0),
    ]);
    assert_eq!((state.pains.len(), state.current), (2, 0));
    assert_eq!(state.strengths(), [0, 0, 0, 0, 2]);
    assert_eq!(state.pains[1].painting.strengths()[5], 2);
    assert_eq!(state.pains[1].name.chars().count(), LONGEST_NAME);
    assert_eq!(
        (state.pains[0].colour, state.pains[1].colour),
        (PAIN_COLOURS - 1, 1)
    );
    let state = painting([
        paint(&[4]),
        LocateCommand::AddPain,
        LocateCommand::RemovePain(0),
        LocateCommand::RemovePain(77),
    ]);
    assert_eq!((state.pains.len(), state.current), (1, 0));
    assert!(!state.is_painted());
    let state = painting([LocateCommand::RemovePain(0)]);
    assert_eq!(state.pains.len(), 1);
    let many = painting((0..40).map(|_| LocateCommand::AddPain));
    assert_eq!(many.pains.len(), MOST_PAINS);
    assert!(many.pains.windows(2).all(|pair| pair[0].id < pair[1].id));
}

#[test]
fn starting_again_keeps_nothing_but_the_skin() {
    let state = painting([
        yes("RF10/lasts"),
        paint(&[4]),
        LocateCommand::Hover(Some(PointId::new("TRA-1", Side::Left))),
        LocateCommand::ExplainAll(true),
        LocateCommand::ShowFlatMap(true),
        LocateCommand::StartAgain,
    ]);
    let fresh = LocateState {
        skin: Some(skin()),
        replaced: state.replaced.clone(),
        round: 1,
        ..LocateState::default()
    };
    assert_eq!(state, fresh);
    assert_eq!(state.replaced.len(), 1, "undo brings it back");
}

#[test]
fn beginning_anew_is_undone_with_all_that_was_there() {
    let before = [
        yes("RF10/lasts"),
        LocateCommand::FinishQuestions,
        LocateCommand::ToggleRegion(temple(Side::Left)),
        LocateCommand::NamePain(0, "Head".to_owned()),
    ];
    let kept = painting(before.clone());
    let again = before.into_iter().chain([LocateCommand::StartAgain]);
    let undone = painting(again.clone().chain([LocateCommand::Undo]));
    assert_eq!(
        (&undone.pains, &undone.answers, &undone.asked, undone.step),
        (&kept.pains, &kept.answers, &kept.asked, kept.step)
    );
    let redone = painting(again.chain([LocateCommand::Undo, LocateCommand::Redo]));
    assert!(!redone.is_painted() && redone.answers.is_empty() && redone.asked.is_empty());
    // A stop that was begun anew over stops again.
    let stopped = [
        yes("RF07"),
        LocateCommand::FinishQuestions,
        LocateCommand::StartAgain,
        LocateCommand::Undo,
    ];
    assert_eq!(after(stopped).locate.step, LocateStep::Stopped);
    // Nothing was there: nothing is to be taken back.
    assert!(!after([LocateCommand::StartAgain]).locate.can_undo());
}

#[test]
fn a_link_restores_the_painting_before_and_after_the_skin_is_there() {
    let painted = painting([
        LocateCommand::NamePain(0, "Head & neck".to_owned()),
        LocateCommand::ToggleRegion(temple(Side::Left)),
        paint(&[5, 6]),
        LocateCommand::AddPain,
        paint(&[9]),
    ]);
    let links = links_of(&painted);
    assert_eq!(links[0].pain.regions, [(temple(Side::Left), 2)]);
    assert!(!links[0].pain.places.is_empty());
    let mut state = AppState {
        locate: painted.clone(),
        ..AppState::default()
    };
    app_apply(&mut state, AppCommand::SetMode(Mode::Locate), &catalog());
    let link = crate::app::apply::view_link(&state, &catalog()).to_string();
    for ready_first in [true, false] {
        state = AppState::default();
        let skin = AppCommand::Locate(LocateCommand::SkinReady(skin()));
        let open = AppCommand::OpenLink(link.clone());
        let order = if ready_first {
            [skin, open]
        } else {
            [open, skin]
        };
        for command in order {
            app_apply(&mut state, command, &catalog());
        }
        assert_eq!(state.mode, Mode::Locate);
        let locate = &state.locate;
        assert_eq!(locate.step, LocateStep::Painting);
        assert!(!locate.due(&catalog()).is_empty(), "a link answers nothing");
        assert_eq!(links_of(locate), links);
        let strengths = |state: &LocateState| -> Vec<Vec<u8>> {
            let pains = state.pains.iter();
            pains
                .map(|pain| {
                    pain.painting
                        .strengths()
                        .iter()
                        .rev()
                        .skip_while(|x| **x == 0)
                        .copied()
                        .collect()
                })
                .collect()
        };
        assert_eq!(strengths(locate), strengths(&painted));
        assert!(state.notices.is_empty());
    }
}

#[test]
fn strokes_of_another_body_are_left_out_and_told() {
    let mut state = after([LocateCommand::SkinReady(skin())]);
    let link = |mark| PainLink {
        pain: PaintedPain {
            regions: vec![
                (temple(Side::Right), 1),
                (RegionId::new("kidney", Side::Left), 1),
            ],
            ..PaintedPain::default()
        },
        old_strokes: Some(SampleRuns::of(mark, [0, 0, 0, 0, 3])),
    };
    let mut same = state.clone();
    restore(&mut same, vec![link(7)]);
    assert_eq!(same.locate.strengths()[4], 3);
    assert_eq!(same.notices.len(), 1);
    restore(&mut state, vec![link(8)]);
    assert!(state.locate.has_chosen(&temple(Side::Right)));
    assert_eq!(state.locate.strengths()[4], 0);
    assert_eq!(state.notices.len(), 2);
}

#[test]
fn a_painting_is_copied_as_text() {
    let mut state = AppState::default();
    let copy = LocateCommand::CopyPainting("text".to_owned());
    let effects = app_apply(&mut state, AppCommand::Locate(copy), &catalog()).effects;
    assert_eq!(effects, [Effect::CopyText("text".to_owned())]);
}

#[test]
fn a_preparation_that_fails_is_told_and_can_be_tried_again() {
    use crate::{
        app::{modes::stage, stage::Preparation},
        locale::{Key, Message},
    };
    let why = Message::from(Key("locate-failed-memory"));
    let fail = || LocateCommand::SkinFailed(why.clone());
    let shown = |commands: Vec<LocateCommand>| {
        let mut state = after(commands);
        app_apply(&mut state, AppCommand::SetMode(Mode::Locate), &catalog());
        (
            state.locate.failure.clone(),
            stage(&state, &catalog()).body.preparation,
        )
    };
    assert_eq!(shown(vec![]), (None, Preparation::Underway));
    assert_eq!(
        shown(vec![fail()]),
        (Some(why.clone()), Preparation::Failed)
    );
    assert_eq!(
        shown(vec![fail(), LocateCommand::StartAgain]).1,
        Preparation::Failed
    );
    let again = vec![fail(), LocateCommand::PrepareAgain];
    assert_eq!(shown(again.clone()), (None, Preparation::Underway));
    let ready = again.into_iter().chain([LocateCommand::SkinReady(skin())]);
    assert_eq!(shown(ready.collect()), (None, Preparation::Ready));
}
