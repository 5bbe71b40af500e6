//! Records of every kind, for the tests of this room.

use super::{
    Payload, Record, RecordId, ZonedTime,
    payload::{KeptPain, KeptPainting, WarningAnswers},
};
use crate::model::{
    facts::Urgency,
    ids::RegionId,
    painted::{PaintedPain, PaintedPlaces, PlaceCell, kept_name},
    side::Side,
};
use jiff::{Timestamp, tz::Offset};
use proptest::{collection, option, prelude::*};
use std::collections::BTreeMap;

pub fn time() -> impl Strategy<Value = ZonedTime> {
    let zone = option::of(prop::sample::select(vec![
        "Europe/Berlin",
        "Etc/GMT-14",
        "America/La_Paz",
    ]));
    (0i64..4_000_000_000_000, -50_400i32..50_400, zone).prop_map(|(millis, seconds, zone)| {
        let instant = Timestamp::from_millisecond(millis).unwrap();
        // Offsets are told to the minute.
        let offset = Offset::from_seconds(seconds / 60 * 60).unwrap();
        ZonedTime::new(instant, offset, zone)
    })
}

pub fn payload() -> impl Strategy<Value = Payload> {
    prop_oneof![answers(), painting()]
}

fn answers() -> impl Strategy<Value = Payload> {
    let urgency = prop::sample::select(Urgency::ALL.to_vec());
    (
        collection::btree_set("RF[0-9]{2}", 0..8),
        collection::btree_map("\\PC{1,8}", urgency, 0..4),
    )
        .prop_map(|(asked, yes)| Payload::WarningAnswers(WarningAnswers { asked, yes }))
}

fn painting() -> impl Strategy<Value = Payload> {
    let side = prop::sample::select(vec![Side::Left, Side::Right, Side::Midline]);
    let region = ("[a-z_]{1,9}", side).prop_map(|(code, side)| RegionId::new(code, side));
    let far = -4096i16..4096;
    let place = (0u8..4, [far.clone(), far.clone(), far]);
    let places = collection::vec(place, 0..6).prop_map(|places| {
        let placed = places
            .into_iter()
            .map(|(strength, at)| (PlaceCell::at(at.map(f32::from)).unwrap(), strength));
        placed.collect()
    });
    let regions = collection::btree_map(region, 1u8..4, 0..4);
    let pain = (any::<String>(), 0u8..6, regions, places).prop_map(
        |(name, colour, regions, places): (String, u8, BTreeMap<RegionId, u8>, PaintedPlaces)| {
            KeptPain {
                colour,
                pain: PaintedPain {
                    name: kept_name(&name),
                    // As a record tells them: by their ids as text.
                    regions: {
                        let mut all: Vec<_> = regions.into_iter().collect();
                        all.sort_by_key(|(id, _)| id.to_string());
                        all
                    },
                    places,
                },
            }
        },
    );
    collection::vec(pain, 0..4).prop_map(|pains| Payload::Painting(KeptPainting { pains }))
}

pub fn record() -> impl Strategy<Value = Record> {
    (time(), time(), any::<[u8; 10]>(), payload()).prop_map(|(made, at, random, payload)| Record {
        id: RecordId::new(made.instant(), random),
        changed: made.instant(),
        at,
        payload,
    })
}
