//! Links: what is written, what is read, and what is refused.

use super::*;
use crate::model::painted::{PaintedPain, PlaceCell, kept_name};
use crate::model::{
    ids::{PointId, RegionId},
    side::Side,
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::{option, prelude::*, sample::select};

#[test]
fn the_written_form_is_the_documented_one() {
    let link = ViewLink {
        select: Some(Item::Point(PointId::new("TRA-1", Side::Left))),
        depth: Some(1.0),
        side: Some(SideFilter::Both),
        view: Some(ViewPreset::Back),
        theme: Some(Theme::Dark),
        ..ViewLink::default()
    };
    let text = "#point=TRA-1.left&depth=1.0&side=both&view=back&theme=dark";
    assert_eq!(link.to_string(), text);
    assert_eq!(text.parse(), Ok(link.clone()));
    assert_eq!(text[1..].parse(), Ok(link.clone()));
    assert_eq!(format!("https://example.org/map{text}").parse(), Ok(link));
    assert_eq!("#".parse(), Ok(ViewLink::default()));
    assert_eq!("".parse(), Ok(ViewLink::default()));
}

#[test]
fn unknown_keys_are_ignored_and_bad_values_named() {
    assert_eq!(
        "#future=1&depth=2".parse(),
        Ok(ViewLink {
            depth: Some(2.0),
            ..ViewLink::default()
        })
    );
    for (text, named) in [
        ("#depth=NaN", "depth=NaN"),
        ("#depth=7", "depth=7"),
        ("#side=up", "side=up"),
        ("#point=TRA-1", "point=TRA-1"),
        ("#structure=../etc", "structure=../etc"),
        ("#hidden=a,b c", "hidden=b c"),
        ("#camera=1,2", "camera=1,2"),
        ("#labels=yes", "labels=yes"),
        ("#mode=sleep", "mode=sleep"),
        ("#view", "\"view\""),
        ("#side=left&side=right", "the side"),
        ("#point=A.left&region=b.left", "what to select"),
    ] {
        let said = text.parse::<ViewLink>().map_err(|e| e.to_string());
        assert!(
            said.as_ref().is_err_and(|said| said.contains(named)),
            "{text}: {said:?}"
        );
    }
}

#[test]
fn a_huge_link_is_refused_shortly() {
    let said = format!("#point={}", "x".repeat(10_000)).parse::<ViewLink>();
    assert!(said.is_err_and(|e| e.to_string().len() < 400));
    assert_eq!(
        "x".repeat(1_000_000).parse::<ViewLink>(),
        Err(LinkError::TooLong)
    );
}

fn structure() -> impl Strategy<Value = StructureId> {
    ("[a-z][a-z0-9_]{0,8}(\\.[a-z][a-z0-9]{0,3})?", side()).prop_filter_map(
        "a side in the name",
        |(base, side)| {
            let id = StructureId::new(base, side);
            (id.to_string().parse() == Ok(id.clone())).then_some(id)
        },
    )
}

fn side() -> impl Strategy<Value = Side> {
    select(vec![Side::Left, Side::Right, Side::Midline])
}

fn pain() -> impl Strategy<Value = PainLink> {
    let place = (prop::array::uniform3(-900.0f32..900.0), 0u8..4);
    let name = prop_oneof!["[a-z &=~#%+'\"]{0,8}", "\\PC{0,20}"];
    (name, prop::collection::vec(place, 0..12)).prop_map(|(name, places)| {
        let cells = places.into_iter();
        PaintedPain {
            name: kept_name(&name),
            regions: vec![(RegionId::new("temple", Side::Left), 3)],
            places: cells
                .filter_map(|(place, strength)| Some((PlaceCell::at(place)?, strength)))
                .collect(),
        }
        .into()
    })
}

/// What an address cannot hold in its fragment, and browsers therefore encode.
const NOT_IN_FRAGMENTS: &AsciiSet = &percent_encoding::CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'`');

/// What a browser makes of a fragment.
fn in_the_address(text: &str) -> String {
    utf8_percent_encode(text, NOT_IN_FRAGMENTS).to_string()
}

#[test]
fn a_painted_pain_keeps_its_name_on_every_way() {
    for name in [
        "Head & neck",
        "100%",
        "a~b",
        "50%25",
        "C#5",
        "x=y",
        "1+1",
        "\"quoted\"",
        "it's",
        "Kopf, Stirn*3",
        "dolor de cabeza ñ",
        "頭痛 🤕",
        " two  spaces ",
        "%7E",
        "~",
        "&pain=b",
    ] {
        let link = ViewLink {
            mode: Some(Mode::Locate),
            pains: vec![
                PaintedPain {
                    name: name.to_owned(),
                    regions: vec![(RegionId::new("temple", Side::Left), 2)],
                    ..PaintedPain::default()
                }
                .into(),
            ],
            ..ViewLink::default()
        };
        let text = link.to_text().unwrap();
        // The browser has nothing left to encode, so the address says what was written into it.
        assert_eq!(in_the_address(&text), text);
        let whole = utf8_percent_encode(&text[1..], NON_ALPHANUMERIC);
        for way in [
            text.clone(),
            format!("https://example.org/map/{text}"),
            format!("#{whole}"),
            format!("%23{whole}"),
            format!(" {text}\n"),
        ] {
            assert_eq!(way.parse(), Ok(link.clone()), "{way}");
        }
    }
}

#[test]
fn what_others_encode_is_read_on_the_desktop_as_in_the_browser() {
    let link: ViewLink = "#point=TRA-1.left&depth=1.0&hidden=a.left,b.right"
        .parse()
        .unwrap();
    for text in [
        "#point%3DTRA-1.left&depth=1.0&hidden=a.left%2Cb.right",
        "#point%3DTRA-1.left%26depth%3D1.0%26hidden%3Da.left%2Cb.right",
        "#point=TRA%2D1%2Eleft&depth=1%2E0&hidden=a.left%2cb.right",
        "https%3A%2F%2Fexample.org%2F%23point%3DTRA-1.left%26depth%3D1.0%26hidden%3Da.left%2Cb.right",
        "#future=%FF&point=TRA-1.left&depth=1.0&hidden=a.left,b.right",
    ] {
        assert_eq!(text.parse(), Ok(link.clone()), "{text}");
    }
}

#[test]
fn nothing_is_given_out_that_could_not_be_opened() {
    let id = StructureId::new("a", Side::Left);
    let many = ViewLink {
        hidden: vec![id; MOST_STRUCTURES + 1],
        ..ViewLink::default()
    };
    let pains = ViewLink {
        pains: vec![PainLink::default(); MOST_PAINS + 1],
        ..ViewLink::default()
    };
    let name = "x".repeat(LONGEST_LINK);
    let long = ViewLink {
        select: Some(Item::Section(name)),
        ..ViewLink::default()
    };
    for link in [many, pains, long] {
        let refused = link.to_text().unwrap_err();
        assert_eq!(link.to_string().parse::<ViewLink>(), Err(refused));
    }
    // At the limit it is given out and read.
    for (over, is_read) in [(0, true), (1, false)] {
        let text = format!("#x={}", "y".repeat(LONGEST_LINK - 3 + over));
        assert_eq!(text.parse::<ViewLink>().is_ok(), is_read);
    }
}

#[test]
fn too_many_of_something_is_not_called_too_long() {
    let pains = format!("#pain=a{}", "&pain=b".repeat(MOST_PAINS));
    let said = pains.parse::<ViewLink>().unwrap_err().to_string();
    assert_eq!(said, "the link has more than 12 pains");
    let ids = format!("#hidden=a{}", ",b".repeat(MOST_STRUCTURES));
    let said = ids.parse::<ViewLink>().unwrap_err().to_string();
    assert_eq!(said, "the link has more than 500 structures after one key");
}

fn pose() -> impl Strategy<Value = CameraPose> {
    let focus = prop::array::uniform3(-900.0_f32..900.0);
    (-180.0_f32..180.0, -90.0_f32..90.0, focus, 50.0_f32..5_000.0)
        .prop_map(|(yaw, pitch, focus, across)| CameraPose::new(yaw, pitch, focus, across))
}

fn item() -> impl Strategy<Value = Item> {
    let one = select(vec![Side::Left, Side::Right]);
    prop_oneof![
        structure().prop_map(Item::Structure),
        ("[A-Z]{3}-[0-9]", one).prop_map(|(code, side)| Item::Point(PointId::new(code, side))),
        ("[a-z_]{1,9}", side()).prop_map(|(code, side)| Item::Region(RegionId::new(code, side))),
        "ST[0-9]{2}".prop_map(Item::Stretch),
        "[A-Z]{2}".prop_map(Item::Method),
        "[a-z_]{1,9}".prop_map(Item::Section),
    ]
}

proptest! {
    #[test]
    fn a_link_reads_back_what_it_writes(
        select in option::of(item()),
        depth in option::of(0.0_f32..=6.0),
        side in option::of(select(SideFilter::ALL)),
        view in option::of(select(ViewPreset::ALL)),
        theme in option::of(select(Theme::ALL)),
        mode in option::of(select(Mode::ALL)),
        camera in option::of(pose()),
        [labels, markers] in prop::array::uniform2(option::of(select(Switch::ALL))),
        [points, hidden, ghosted, isolate] in prop::array::uniform4(prop::collection::vec(structure(), 0..4)),
        pains in prop::collection::vec(pain(), 0..3),
    ) {
        let link = ViewLink {
            select, mode, depth, side, view, camera, theme, labels, markers, points, hidden, ghosted, isolate, pains,
        };
        let text = link.to_text().unwrap();
        prop_assert_eq!(in_the_address(&text), text.clone());
        prop_assert_eq!(text.parse::<ViewLink>(), Ok(link));
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}", key in select(vec!["point", "hidden", "depth"])) {
        text.parse::<ViewLink>().ok();
        format!("#{key}={text}").parse::<ViewLink>().ok();
    }
}
