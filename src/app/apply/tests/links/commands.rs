//! Everything that can be asked of the application, by chance.

use super::*;

fn items() -> impl Strategy<Value = Item> + Clone {
    select(vec![
        point("TRA-1"),
        point("LEV-1"),
        point("NONE-1"),
        item("trapezius"),
        item("levator_scapulae"),
        Item::Region(RegionId::new("temple", Side::Right)),
        Item::Section("see_a_doctor".into()),
        Item::Section("where_not".into()),
    ])
}

fn on_view() -> impl Strategy<Value = AppCommand> {
    let structures = select(vec![
        "trapezius",
        "trapezius.ascending",
        "levator_scapulae",
        "kidney",
    ]);
    let ids = structures.prop_map(structure);
    let pose = CameraPose::new(170.0, 4.5, [12.0, 1400.0, 30.0], 620.5);
    prop_oneof![
        select(Mode::ALL).prop_map(AppCommand::SetMode),
        option::of(items()).prop_map(AppCommand::Select),
        option::of(items()).prop_map(AppCommand::Pick),
        option::of(items()).prop_map(AppCommand::Hover),
        items().prop_map(AppCommand::Frame),
        items().prop_map(|item| AppCommand::OpenMenu(BodyMenu {
            item,
            at: [3.0, 4.0]
        })),
        select(vec![
            AppCommand::CloseMenu,
            AppCommand::TellUnreached,
            AppCommand::LookWhole,
            AppCommand::Back,
            AppCommand::Forward,
            AppCommand::ShowAll,
            AppCommand::OpenSearch,
            AppCommand::CloseSearch,
            AppCommand::NextCoachMark,
            AppCommand::SkipCoachMarks,
            AppCommand::CopyLink,
            AppCommand::SetQuery("tra".into()),
            AppCommand::RestCamera(pose),
            AppCommand::SetLanguage(Language::ENGLISH),
            AppCommand::Notify(NoticeKind::Info, Key("notice-link-too-long").into()),
            AppCommand::DismissNotice(0),
            AppCommand::SetPainPalette(PainPalette::Blue),
            AppCommand::SetReducedMotion(true),
        ]),
        (0.0_f32..=DEEPEST).prop_map(AppCommand::SetDepth),
        (0.5_f32..=3.0).prop_map(AppCommand::SetTextScale),
        select(SideFilter::ALL).prop_map(AppCommand::SetSide),
        select(ViewPreset::ALL).prop_map(AppCommand::Look),
        select(Theme::ALL).prop_map(AppCommand::SetTheme),
        ids.clone().prop_map(AppCommand::Hide),
        ids.clone().prop_map(AppCommand::Show),
        ids.clone().prop_map(AppCommand::Ghost),
        ids.clone().prop_map(AppCommand::Isolate),
        prop::collection::vec(ids, 0..3).prop_map(AppCommand::ShowPointsOf),
        any::<bool>().prop_map(AppCommand::ShowLabels),
        any::<bool>().prop_map(AppCommand::ShowMarkers),
        any::<bool>().prop_map(AppCommand::OpenLeftPanel),
        any::<bool>().prop_map(AppCommand::OpenCard),
        select(vec![
            "#theme=dark",
            "#mode=locate&point=TRA-1.left",
            "#mode=library",
            "#section=where_not&mode=locate",
            "#point=LEV-1.left&mode=library&depth=2.5",
            "#structure=kidney&hidden=trapezius.left",
            "#depth=x",
        ])
        .prop_map(|text| AppCommand::OpenLink(text.into())),
    ]
}

fn on_painting() -> impl Strategy<Value = AppCommand> {
    let samples = prop::collection::vec(0u32..10, 1..5);
    let strokes = prop_oneof![
        Just(Stroke::Start),
        samples.prop_map(|samples| Stroke::Over(samples.into())),
        Just(Stroke::End),
    ];
    let side = select(vec![Side::Left, Side::Right]);
    prop_oneof![
        4 => strokes.prop_map(AppCommand::Stroke),
        2 => side.prop_map(|side| locate(LocateCommand::ToggleRegion(RegionId::new("temple", side)))),
        1 => (0u32..4, select(vec!["", "Neck", "Head neck"]))
            .prop_map(|(id, name)| locate(LocateCommand::NamePain(id, name.into()))),
        1 => (1u8..4, any::<bool>(), any::<bool>()).prop_map(|(strength, erases, mirrors)| {
            let brush = Brush { strength, erases, mirrors, ..Brush::default() };
            locate(LocateCommand::SetBrush(brush))
        }),
        3 => (0u32..4).prop_flat_map(|id| select(vec![
            LocateCommand::AddPain,
            LocateCommand::RemovePain(id),
            LocateCommand::ChoosePain(id),
            LocateCommand::ColourPain(id, id as u8),
            LocateCommand::Undo,
            LocateCommand::Redo,
            LocateCommand::Clear,
            LocateCommand::StartAgain,
            LocateCommand::FinishQuestions,
            LocateCommand::FinishQuestions,
            LocateCommand::ReviewQuestions,
            LocateCommand::ShowFlatMap(id > 1),
            LocateCommand::ExplainAll(id > 1),
            LocateCommand::Hover((id > 1).then(|| PointId::new("TRA-1", Side::Left))),
            LocateCommand::Answer { answer: "RF01".into(), ticked: true },
            LocateCommand::PrepareAgain,
            LocateCommand::SkinFailed(Key("locate-failed-memory").into()),
            LocateCommand::CopyPainting("text".into()),
            LocateCommand::Stroke(Stroke::End),
        ])).prop_map(AppCommand::Locate),
    ]
}

fn on_records() -> impl Strategy<Value = AppCommand> {
    let asked = select(vec![
        RecordsCommand::Keep(true),
        RecordsCommand::Keep(false),
        RecordsCommand::ShowList(true),
        RecordsCommand::ShowList(false),
        RecordsCommand::Ask(Some(RecordsQuestion::DeleteEverything)),
        RecordsCommand::Ask(None),
        RecordsCommand::DeleteEverything,
        RecordsCommand::BackUp,
        RecordsCommand::TakeOver,
        RecordsCommand::Chosen(Vec::new()),
        RecordsCommand::NoDialog,
    ]);
    let days = (1u8..29).prop_map(|day| format!("2026-11-{day:02}T19:00:00+01:00[Europe/Berlin]"));
    prop_oneof![
        3 => asked.prop_map(AppCommand::Records),
        1 => days.prop_map(|day| AppCommand::Tick(day.parse().unwrap())),
    ]
}

/// Everything that can be asked of the application.
pub fn command() -> impl Strategy<Value = AppCommand> {
    prop_oneof![4 => on_view(), 4 => on_painting(), 1 => on_records()]
}
