//! What holds for all records and for all damages.

use super::{
    Record, Records, ZonedTime,
    backup::{self, BackupError},
    journal::{Journal, KeptLine},
    line::{self, Entry, LineFault, Newer},
    samples,
};
use jiff::Timestamp;
use proptest::{collection, prelude::*};

fn now() -> ZonedTime {
    "2026-11-27T19:28:08+01:00[Europe/Berlin]".parse().unwrap()
}

fn line_of(record: &Record) -> String {
    line::write(&Entry::Put(record.clone())).unwrap()
}

fn journal_of(records: &[Record]) -> Vec<u8> {
    let lines = records.iter().map(|record| line_of(record) + "\n");
    lines.collect::<String>().into_bytes()
}

fn backup_of(records: &[Record]) -> Vec<u8> {
    let journal = Journal::read(&journal_of(records));
    backup::write(journal.kept().map(|kept| kept.bytes.as_slice()), &now()).unwrap()
}

/// Takes a backup over, as every storage does.
fn merged(there: &[KeptLine], bytes: &[u8]) -> Vec<KeptLine> {
    let merge = backup::merge(there, bytes).unwrap();
    let lines = there.iter().chain(&merge.to_add);
    let text: Vec<u8> = lines
        .flat_map(|kept| [kept.bytes.as_slice(), b"\n"].concat())
        .collect();
    Journal::read(&text).kept().cloned().collect()
}

/// A few records of ids of their own.
fn records() -> impl Strategy<Value = Vec<Record>> {
    collection::vec(samples::record(), 1..5).prop_map(|records| {
        let all: Records = records.into_iter().collect();
        all.iter().cloned().collect()
    })
}

#[test]
fn a_line_is_as_the_document_says() {
    let said = r#""put":{"id":"019ac6e9-9b10-7000-8000-000000000000","at":"2026-11-27T19:28:08+01:00[Europe/Berlin]","changed":"2026-11-27T18:28:08Z","kind":"painting","version":1,"value":{"pains":[{"colour":0,"name":"Head","places":[[2,62,1582,14]],"regions":{"temple.left":3}}]}}}"#;
    // The checksum as another program computes it: zlib's of "1," and what is said.
    let line = format!("{{\"journal\":1,\"crc32\":\"019ccdb7\",{said}");
    let Ok(Entry::Put(record)) = line::read(line.as_bytes()) else {
        panic!("{:?}", line::read(line.as_bytes()));
    };
    assert_eq!(line_of(&record), line);
}

#[test]
fn a_line_of_a_newer_version_is_told_from_a_damaged_one() {
    let put = |kind: &str, version: u32| {
        format!(
            r#""put":{{"id":"019ac6e9-9b10-7000-8000-000000000000","at":"2026-11-27T19:28:08Z","changed":"2026-11-27T18:28:08Z","kind":"{kind}","version":{version},"value":{{}}}}}}"#
        )
    };
    let newer = |text: String| match line::read(text.as_bytes()) {
        Err(LineFault::Newer(newer)) => newer,
        other => panic!("{other:?}"),
    };
    assert_eq!(newer(line::sealed(2, "anything")), Newer::Format(2));
    let word = Newer::Word("diary".to_owned());
    assert_eq!(newer(line::sealed(1, &put("diary", 1))), word);
    let move_line = line::sealed(1, r#""move":{}}"#);
    assert_eq!(newer(move_line), Newer::Word("move".to_owned()));
    assert!(matches!(
        newer(line::sealed(1, &put("painting", 99))),
        Newer::Version(_, 99)
    ));
    // A number that was changed by hand or by a fault of the disk is no newer version.
    let changed = line::sealed(1, &put("painting", 1)).replacen(":1,", ":7,", 1);
    assert_eq!(line::read(changed.as_bytes()), Err(LineFault::Checksum));
    let journal = Journal::read(line::sealed(2, "anything").as_bytes());
    assert!(journal.damaged.is_empty() && journal.newer.len() == 1);
}

#[test]
fn whoever_wrote_a_line_by_hand_is_told_what_is_wrong_with_it() {
    let fault = |said: &str| line::read(line::sealed(1, said).as_bytes()).unwrap_err();
    for (said, told) in [
        (r#""put":{"id":"x"}}"#, "is no id of a record"),
        (r#""put":{}}"#, "missing field"),
        (
            r#""delete":{"id":"019ac6e9-9b10-7000-8000-000000000000","at":"soon"}}"#,
            "is no time",
        ),
        ("}", "it says nothing"),
        ("not json", "key must be a string"),
    ] {
        let found = fault(said).to_string();
        assert!(found.contains(told), "{said}: {found}");
    }
}

#[test]
fn what_is_no_backup_is_refused() {
    let none: [&KeptLine; 0] = [];
    for bytes in [&b""[..], b"hello\nyou\n", b"\xff\x00", b"{\"journal\":1}"] {
        let refused = backup::merge(none, bytes).map(|_| ());
        assert_eq!(refused, Err(BackupError::NoBackup), "{bytes:?}");
    }
    // A backup of nothing is one.
    assert_eq!(backup::merge(none, &backup_of(&[])).unwrap().new, 0);
}

proptest! {
    #[test]
    fn any_record_reads_back_as_it_was(record in samples::record()) {
        let line = line_of(&record);
        prop_assert!(!line.contains('\n'));
        prop_assert_eq!(line::read(line.as_bytes()), Ok(Entry::Put(record)));
    }

    #[test]
    fn a_changed_byte_costs_its_line_at_most_and_is_told(
        records in records(), at in any::<prop::sample::Index>(), xor in 1u8..,
    ) {
        let mut bytes = journal_of(&records);
        let at = at.index(bytes.len());
        let hit = bytes[..at].iter().filter(|byte| **byte == b'\n').count();
        bytes[at] ^= xor;
        let journal = Journal::read(&bytes);
        let found = journal.records();
        for (number, record) in records.iter().enumerate() {
            if number != hit {
                prop_assert_eq!(found.get(record.id), Some(record));
            }
        }
        // Either it is told, or it was only in the space at the line's end.
        if found.get(records[hit].id).is_none() {
            prop_assert!(journal.damaged.iter().any(|damaged| damaged.line == hit + 1));
        }
        prop_assert!(found.len() <= records.len());
        prop_assert!(journal.newer.is_empty());
        // Nothing is dropped: each byte but the ends of lines is in a record's line or in a damaged one.
        let kept: usize = journal.kept().map(|kept| kept.bytes.len()).sum();
        let aside: usize = journal.damaged.iter().map(|damaged| damaged.bytes.len()).sum();
        prop_assert!(kept + aside + records.len() + 1 >= bytes.len());
    }

    #[test]
    fn a_torn_file_costs_the_line_that_was_being_written_and_is_told(
        records in records(), at in any::<prop::sample::Index>(),
    ) {
        let whole = journal_of(&records);
        let bytes = &whole[..at.index(whole.len() + 1)];
        let complete = bytes.iter().filter(|byte| **byte == b'\n').count();
        let journal = Journal::read(bytes);
        let found = journal.records();
        for record in &records[..complete] {
            prop_assert_eq!(found.get(record.id), Some(record));
        }
        let begun = !bytes.is_empty() && !bytes.ends_with(b"\n");
        prop_assert_eq!(journal.ends_whole, !begun);
        let only_the_end_is_missing = found.len() == complete + 1;
        if begun && !only_the_end_is_missing {
            prop_assert_eq!(&journal.damaged.last().unwrap().fault, &LineFault::Torn);
        } else {
            prop_assert!(journal.damaged.is_empty());
        }
    }

    #[test]
    fn the_last_line_counts_and_compaction_keeps_what_is_current(
        steps in collection::vec((0usize..3, prop::option::of(samples::payload())), 1..12),
        records in collection::vec(samples::record(), 3..4),
        garbage in collection::vec(any::<u8>(), 0..30),
    ) {
        let mut text = Vec::new();
        let mut wanted = Records::default();
        for (which, payload) in steps {
            let record = records[which].clone();
            let entry = match payload {
                Some(payload) => {
                    let record = record.saying(payload, &now());
                    wanted.put(record.clone());
                    Entry::Put(record)
                }
                None => {
                    wanted.delete(record.id);
                    Entry::Delete { id: record.id, at: now() }
                }
            };
            text.extend(line::write(&entry).unwrap().bytes());
            text.push(b'\n');
        }
        let clean = Journal::read(&text);
        prop_assert_eq!(clean.records(), wanted.clone());
        text.extend(garbage);
        let journal = Journal::read(&text);
        prop_assert_eq!(journal.records(), wanted.clone());
        let compacted = Journal::read(&journal.compacted());
        prop_assert_eq!(compacted.records(), wanted);
        prop_assert!(compacted.is_sound() && compacted.outdated == 0 && compacted.ends_whole);
        prop_assert_eq!(compacted.compacted(), journal.compacted());
    }

    #[test]
    fn any_bytes_can_be_read(bytes in collection::vec(any::<u8>(), 0..400)) {
        let journal = Journal::read(&bytes);
        prop_assert!(journal.records().is_empty());
        let none: [&KeptLine; 0] = [];
        prop_assert!(backup::merge(none, &bytes).is_err());
    }

    #[test]
    fn taking_a_backup_over_twice_or_in_another_order_changes_nothing(
        one in records(), two in records(), shared in records(), later in 1i64..1_000_000,
        payload in samples::payload(),
    ) {
        // The second backup holds a later version of a record of the first.
        let mut second = two;
        second.extend(shared.iter().cloned());
        let mut changed = shared[0].clone();
        changed.payload = payload;
        let moment = changed.changed.as_millisecond() + later;
        changed.changed = Timestamp::from_millisecond(moment).unwrap();
        second.push(changed.clone());
        let mut first = one;
        first.extend(shared);
        let (first, second) = (backup_of(&first), backup_of(&second));
        let there = merged(&merged(&[], &first), &second);
        prop_assert_eq!(&merged(&there, &first), &there);
        prop_assert_eq!(&merged(&there, &second), &there);
        prop_assert_eq!(&merged(&merged(&[], &second), &first), &there);
        let kept = there.iter().find(|kept| kept.record.id == changed.id);
        prop_assert_eq!(&kept.unwrap().record, &changed);
        let again = backup::merge(&there, &second).unwrap();
        prop_assert!(again.to_add.is_empty() && !again.is_incomplete());
    }

    #[test]
    fn a_backup_that_lost_lines_says_so(records in records(), at in any::<prop::sample::Index>()) {
        let whole = backup_of(&records);
        let first = whole.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        let cut = first + at.index(whole.len() - first);
        let none: [&KeptLine; 0] = [];
        let merge = backup::merge(none, &whole[..cut]).unwrap();
        // Without the end of its last line it is still whole.
        prop_assert_eq!(merge.is_incomplete(), merge.new < records.len());
    }
}
