//! The folder of journals, with real files.

use super::{journals::WASTE, lock::LOCK, *};
use crate::records::{
    Payload,
    line::LineFault,
    payload::{KeptPain, KeptPainting, WarningAnswers},
};
use crate::{
    model::painted::{PaintedPain, PlaceCell},
    store::records::new_id,
};
use tempfile::TempDir;

fn now() -> ZonedTime {
    "2026-11-27T19:28:08+01:00[Europe/Berlin]".parse().unwrap()
}

fn answers() -> Record {
    Record::new(
        new_id(),
        now(),
        Payload::WarningAnswers(WarningAnswers::default()),
    )
}

fn painting(name: &str) -> Record {
    let pain = KeptPain {
        colour: 0,
        pain: PaintedPain {
            name: name.to_owned(),
            places: PlaceCell::at([61.0, 1_583.0, 12.0])
                .map(|cell| (cell, 2))
                .into_iter()
                .collect(),
            ..PaintedPain::default()
        },
    };
    let pains = vec![pain];
    Record::new(new_id(), now(), Payload::Painting(KeptPainting { pains }))
}

fn empty() -> (TempDir, RecordFolder) {
    let dir = tempfile::tempdir().unwrap();
    let folder = RecordFolder::at(dir.path().join("deep/records"));
    (dir, folder)
}

fn file(folder: &RecordFolder, kind: Kind) -> PathBuf {
    folder.path().join(format!("{kind}.jsonl"))
}

#[test]
fn what_is_put_is_there_for_the_next_program_and_nothing_makes_a_folder_before() {
    let (_dir, mut folder) = empty();
    assert!(folder.load().unwrap().records.is_empty());
    assert!(!folder.path().exists());
    let (one, two) = (answers(), painting("Head"));
    folder.put(&one).unwrap();
    folder.put(&two).unwrap();
    let changed = two.clone().saying(painting("Neck").payload, &now());
    folder.put(&changed).unwrap();
    let loaded = RecordFolder::at(folder.path().to_owned()).load().unwrap();
    assert!(loaded.faults.is_empty());
    assert_eq!(loaded.records, Records::from_iter([one, changed]));
    assert_eq!(loaded.place, folder.path().display().to_string());
}

#[test]
fn two_programs_write_in_turn_and_lose_nothing() {
    let (_dir, mut one) = empty();
    let mut two = RecordFolder::at(one.path().to_owned());
    let records: Vec<Record> = (0..6).map(|number| painting(&number.to_string())).collect();
    for (number, record) in records.iter().enumerate() {
        let folder = if number % 2 == 0 { &mut one } else { &mut two };
        folder.put(record).unwrap();
    }
    two.delete(&[records[0].id], &now()).unwrap();
    one.put(&records[1]).unwrap();
    let kept: Records = records[1..].iter().cloned().collect();
    assert_eq!(one.load().unwrap().records, kept);
}

#[test]
fn while_another_program_writes_this_one_waits_and_says_so() {
    let (_dir, mut folder) = empty();
    folder.put(&answers()).unwrap();
    let held = lock::for_writing(folder.path()).unwrap();
    let mut other = RecordFolder::at(folder.path().to_owned());
    let refused = other.put(&answers()).unwrap_err();
    assert!(
        matches!(refused, RecordStoreError::InUse { .. }),
        "{refused}"
    );
    drop(held);
    other.put(&answers()).unwrap();
    assert_eq!(folder.load().unwrap().records.len(), 2);
}

#[test]
fn what_is_deleted_is_gone_from_the_file_and_damaged_lines_are_kept_beside_it() {
    let (_dir, mut folder) = empty();
    let (secret, other) = (painting("Secret"), painting("Other"));
    folder.put(&secret).unwrap();
    folder.put(&other).unwrap();
    let path = file(&folder, Kind::Painting);
    let mut text = fs::read_to_string(&path).unwrap();
    text.insert_str(0, "what is this\n");
    fs::write(&path, text).unwrap();
    let faults = folder.load().unwrap().faults;
    assert_eq!((faults[0].line, &faults[0].fault), (1, &LineFault::NoLine));
    folder.delete(&[secret.id], &now()).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    assert!(!text.contains("Secret") && text.contains("Other"), "{text}");
    assert_eq!(text.lines().count(), 1);
    let aside = fs::read_to_string(path.with_extension("damaged")).unwrap();
    assert_eq!(aside, "what is this\n");
    assert_eq!(folder.load().unwrap().records, Records::from_iter([other]));
}

#[test]
fn a_line_that_was_cut_short_is_told_and_the_next_one_does_not_run_into_it() {
    let (_dir, mut folder) = empty();
    let (one, two, three) = (painting("One"), painting("Two"), painting("Three"));
    folder.put(&one).unwrap();
    folder.put(&two).unwrap();
    let path = file(&folder, Kind::Painting);
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() - 20]).unwrap();
    folder.put(&three).unwrap();
    let loaded = folder.load().unwrap();
    assert_eq!(loaded.records, Records::from_iter([one, three]));
    assert_eq!(loaded.faults.len(), 1);
    assert_eq!(loaded.faults[0].line, 2);
}

#[test]
fn a_newer_versions_file_is_never_written_to_until_everything_is_deleted() {
    let (_dir, mut folder) = empty();
    let record = painting("Head");
    folder.put(&record).unwrap();
    let path = file(&folder, Kind::Painting);
    let mut text = fs::read_to_string(&path).unwrap();
    // The checksum is that of format 2.
    let sum = crc32fast::hash(b"2,\"put\":{}}");
    text.push_str(&format!(
        "{{\"journal\":2,\"crc32\":\"{sum:08x}\",\"put\":{{}}}}\n"
    ));
    fs::write(&path, &text).unwrap();
    let newer = |result: Result<(), RecordStoreError>| {
        let error = result.unwrap_err();
        assert!(
            matches!(&error, RecordStoreError::Newer { line: 2, .. }),
            "{error}"
        );
    };
    newer(folder.put(&painting("Neck")));
    newer(folder.delete(&[record.id], &now()));
    newer(folder.back_up(&now()).map(|_| ()));
    let (_other_dir, mut other) = empty();
    other.put(&painting("Knee")).unwrap();
    let (backup, _) = other.back_up(&now()).unwrap();
    newer(folder.take_over(&backup).map(|_| ()));
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    // Other kinds can be kept, and what can be read is there.
    folder.put(&answers()).unwrap();
    let loaded = folder.load().unwrap();
    assert_eq!(loaded.records.len(), 2);
    assert!(
        loaded
            .faults
            .iter()
            .any(|fault| fault.is_newer() && fault.line == 2)
    );
    folder.delete_everything().unwrap();
    assert!(!path.exists());
}

#[test]
fn everything_is_deleted_and_what_is_not_ours_stays() {
    let (_dir, mut folder) = empty();
    folder.delete_everything().unwrap();
    folder.put(&answers()).unwrap();
    for name in [
        "painting.damaged",
        ".painting.jsonl.abc",
        "diary.jsonl",
        "letter.txt",
    ] {
        fs::write(folder.path().join(name), "x").unwrap();
    }
    folder.delete_everything().unwrap();
    let mut left: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, ["letter.txt", LOCK]);
    assert!(folder.load().unwrap().records.is_empty());
    folder.put(&answers()).unwrap();
}

#[test]
fn a_journal_does_not_grow_with_every_change_of_one_record() {
    let (_dir, mut folder) = empty();
    let mut record = painting("Everywhere");
    if let Payload::Painting(painting) = &mut record.payload {
        let far = (0..8_000u16).map(|number| {
            let (column, row) = (f32::from(number % 900), f32::from(number / 900));
            PlaceCell::at([column * 4.0 - 1_800.0, row * 4.0, 8.0])
        });
        painting.pains[0].pain.places = far.flatten().map(|cell| (cell, 1)).collect();
    }
    for _ in 0..40 {
        folder.put(&record).unwrap();
    }
    let length = fs::metadata(file(&folder, Kind::Painting)).unwrap().len();
    assert!(length < 2 * WASTE, "{length} bytes");
    assert_eq!(folder.load().unwrap().records, Records::from_iter([record]));
}

#[test]
fn a_backup_brings_back_what_was_deleted_and_nothing_twice() {
    let (_dir, mut folder) = empty();
    let (one, two) = (answers(), painting("Head"));
    folder.put(&one).unwrap();
    folder.put(&two).unwrap();
    let (backup, count) = folder.back_up(&now()).unwrap();
    assert_eq!(count, 2);
    folder.delete_everything().unwrap();
    let merge = folder.take_over(&backup).unwrap();
    assert_eq!((merge.new, merge.already_there), (2, 0));
    let merge = folder.take_over(&backup).unwrap();
    assert_eq!((merge.new, merge.already_there), (0, 2));
    assert_eq!(
        folder.load().unwrap().records,
        Records::from_iter([one, two])
    );
}

#[test]
fn what_is_in_the_way_is_named_and_stays() {
    let dir = tempfile::tempdir().unwrap();
    let taken = dir.path().join("records");
    fs::write(&taken, "mine").unwrap();
    for place in [taken.clone(), taken.join("inside")] {
        let mut folder = RecordFolder::at(place);
        for result in [
            folder.put(&answers()),
            folder.load().map(|_| ()),
            folder.delete_everything(),
        ] {
            let error = result.unwrap_err();
            assert!(
                matches!(&error, RecordStoreError::NotAFolder { .. }),
                "{error}"
            );
        }
    }
    assert_eq!(fs::read_to_string(&taken).unwrap(), "mine");

    let (_dir, mut folder) = empty();
    folder.put(&answers()).unwrap();
    fs::create_dir(file(&folder, Kind::Painting)).unwrap();
    let error = folder.put(&painting("Head")).unwrap_err();
    assert!(
        matches!(&error, RecordStoreError::NotAFile { .. }),
        "{error}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_in_place_of_a_journal_is_refused() {
    let (_dir, mut folder) = empty();
    folder.put(&answers()).unwrap();
    std::os::unix::fs::symlink("/dev/full", file(&folder, Kind::Painting)).unwrap();
    let error = folder.put(&painting("Head")).unwrap_err();
    assert!(
        matches!(&error, RecordStoreError::NotAFile { .. }),
        "{error}"
    );
    assert!(folder.load().is_err());
}

#[cfg(unix)]
#[test]
fn others_cannot_read_what_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let (_dir, mut folder) = empty();
    let record = answers();
    folder.put(&record).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(folder.path()), 0o700);
    let path = file(&folder, Kind::WarningAnswers);
    assert_eq!(mode(&path), 0o600);
    // Also once it was rewritten.
    folder.delete(&[record.id], &now()).unwrap();
    assert_eq!(mode(&path), 0o600);
}
