//! Records in the browser's database (IndexedDB).
//!
//! The database answers later, so what is asked for waits in a queue that is worked off one by one. A record is
//! one line of a journal under its id: what the line says, its version and its checksum are the same as on the
//! desktop, and a backup is these lines in a file. The browser is asked, once something is kept, not to delete
//! it by itself; several do with sites that were not visited for a week.

use super::{
    FaultAt, Loaded, RecordReply, RecordRequest, RecordStore, RecordStoreError, TakenOver,
};
use crate::records::{
    Clock, RecordId, Records, ZonedTime, backup,
    journal::{Journal, KeptLine},
    line::{self, Entry, LineFault},
};
use idb::{
    Database, DatabaseEvent, Error, Factory, ObjectStoreParams, Query, Transaction, TransactionMode,
};
use js_sys::Promise;
use std::{cell::RefCell, collections::VecDeque, rc::Rc, sync::Arc};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::StorageManager;

/// The database. Other pages of the same host share the storage, so it has our name.
const DATABASE: &str = "myomap.records";
/// Version of the database's shape. A browser refuses to open one of a newer version.
const VERSION: u32 = 1;
/// Lines by the ids of their records.
const LINES: &str = "lines";
/// Other things that are known, by their names.
const ABOUT: &str = "about";
/// When the last backup was made.
const BACKED_UP: &str = "backed-up";

/// Keeps records in the browser.
pub struct BrowserRecords(Rc<Shared>);

struct Shared {
    queue: RefCell<Queue>,
    clock: Arc<dyn Clock>,
    wake: Box<dyn Fn()>,
}

#[derive(Default)]
struct Queue {
    requests: VecDeque<RecordRequest>,
    replies: Vec<RecordReply>,
    is_working: bool,
}

impl BrowserRecords {
    /// `wake` is called after every answer.
    pub fn new(clock: Arc<dyn Clock>, wake: impl Fn() + 'static) -> Self {
        Self(Rc::new(Shared {
            queue: RefCell::default(),
            clock,
            wake: Box::new(wake),
        }))
    }
}

impl RecordStore for BrowserRecords {
    fn ask(&mut self, request: RecordRequest) {
        let mut queue = self.0.queue.borrow_mut();
        queue.requests.push_back(request);
        if !queue.is_working {
            queue.is_working = true;
            spawn_local(work(self.0.clone()));
        }
    }

    fn replies(&mut self) -> Vec<RecordReply> {
        std::mem::take(&mut self.0.queue.borrow_mut().replies)
    }
}

/// Works the queue off. Nothing of it is borrowed while the database is waited for.
async fn work(shared: Rc<Shared>) {
    loop {
        let next = {
            let mut queue = shared.queue.borrow_mut();
            let next = queue.requests.pop_front();
            queue.is_working = next.is_some();
            next
        };
        let Some(request) = next else {
            return;
        };
        let now = shared.clock.now();
        let reply = answered(request, &now)
            .await
            .unwrap_or_else(RecordReply::Failed);
        shared.queue.borrow_mut().replies.push(reply);
        (shared.wake)();
    }
}

async fn answered(
    request: RecordRequest,
    now: &ZonedTime,
) -> Result<RecordReply, RecordStoreError> {
    let database = opened().await?;
    let done = done(&database, request, now).await;
    database.close();
    done
}

async fn done(
    database: &Database,
    request: RecordRequest,
    now: &ZonedTime,
) -> Result<RecordReply, RecordStoreError> {
    Ok(match request {
        RecordRequest::Load => RecordReply::Loaded(load(database).await?),
        RecordRequest::Put(record) => {
            refuse_newer(&read(database).await?)?;
            let text = line::write(&Entry::Put(record.clone())).map_err(|error| {
                RecordStoreError::Browser {
                    why: error.to_string(),
                }
            })?;
            put(database, LINES, &[(record.id.to_string(), text)]).await?;
            // Whether it is granted is told with the next load.
            told(StorageManager::persist).await;
            RecordReply::Saved(record)
        }
        RecordRequest::Delete(ids) => {
            refuse_newer(&read(database).await?)?;
            delete(database, &ids).await?;
            RecordReply::Deleted(ids)
        }
        RecordRequest::DeleteEverything => {
            let both = database
                .transaction(&[LINES, ABOUT], TransactionMode::ReadWrite)
                .map_err(failed)?;
            for name in [LINES, ABOUT] {
                let store = both.object_store(name).map_err(failed)?;
                store.clear().map_err(failed)?.await.map_err(failed)?;
            }
            committed(both).await?;
            RecordReply::EverythingDeleted
        }
        RecordRequest::BackUp => {
            let journal = read(database).await?;
            // A backup that left out what it cannot read would look whole.
            refuse_newer(&journal)?;
            let lines = journal.kept().map(|kept| kept.bytes.as_slice());
            let bytes = backup::write(lines, now).map_err(|error| RecordStoreError::Browser {
                why: error.to_string(),
            })?;
            let noted = [(BACKED_UP.to_owned(), now.to_string())];
            put(database, ABOUT, &noted).await?;
            RecordReply::BackedUp {
                bytes,
                at: now.clone(),
            }
        }
        RecordRequest::TakeOver(bytes) => {
            let journal = read(database).await?;
            let merge = backup::merge(journal.kept(), &bytes)?;
            if !merge.to_add.is_empty() {
                refuse_newer(&journal)?;
                let lines: Vec<(String, String)> = merge.to_add.iter().map(entry).collect();
                put(database, LINES, &lines).await?;
            }
            RecordReply::TakenOver(TakenOver::from(&merge), load(database).await?)
        }
    })
}

/// The key and the line of a record.
fn entry(kept: &KeptLine) -> (String, String) {
    let text = String::from_utf8_lossy(&kept.bytes).into_owned();
    (kept.record.id.to_string(), text)
}

async fn opened() -> Result<Database, RecordStoreError> {
    let factory = Factory::new().or(Err(RecordStoreError::Forbidden))?;
    let mut request = factory.open(DATABASE, Some(VERSION)).map_err(failed)?;
    request.on_upgrade_needed(|event| {
        // Where a part of it fails, so does the first use of the database, which tells it.
        let Ok(database) = event.database() else {
            return;
        };
        for name in [LINES, ABOUT] {
            database
                .create_object_store(name, ObjectStoreParams::new())
                .ok();
        }
    });
    request.await.map_err(failed)
}

async fn load(database: &Database) -> Result<Loaded, RecordStoreError> {
    let journal = read(database).await?;
    let records: Records = journal.records();
    Ok(Loaded {
        records,
        place: String::new(),
        backed_up: backed_up(database).await?,
        is_persistent: Some(told(StorageManager::persisted).await.unwrap_or(false)),
        faults: FaultAt::all_in(&journal, ""),
    })
}

async fn backed_up(database: &Database) -> Result<Option<ZonedTime>, RecordStoreError> {
    let reading = database
        .transaction(&[ABOUT], TransactionMode::ReadOnly)
        .map_err(failed)?;
    let store = reading.object_store(ABOUT).map_err(failed)?;
    let key = Query::from(JsValue::from_str(BACKED_UP));
    let found: Option<JsValue> = store.get(key).map_err(failed)?.await.map_err(failed)?;
    Ok(found
        .and_then(|value| value.as_string())
        .and_then(|text| text.parse().ok()))
}

/// All lines, as the journal that they would be in a file.
async fn read(database: &Database) -> Result<Journal, RecordStoreError> {
    let reading = database
        .transaction(&[LINES], TransactionMode::ReadOnly)
        .map_err(failed)?;
    let store = reading.object_store(LINES).map_err(failed)?;
    let all: Vec<JsValue> = store
        .get_all(None, None)
        .map_err(failed)?
        .await
        .map_err(failed)?;
    let lines = all
        .iter()
        .map(|value| value.as_string().unwrap_or_default());
    let text: String = lines.flat_map(|line| [line, "\n".to_owned()]).collect();
    Ok(Journal::read(text.as_bytes()))
}

fn refuse_newer(journal: &Journal) -> Result<(), RecordStoreError> {
    match journal.newer.first() {
        None => Ok(()),
        Some((line, newer)) => Err(RecordStoreError::Newer {
            place: DATABASE.to_owned(),
            line: *line,
            what: LineFault::Newer(newer.clone()).to_string(),
        }),
    }
}

/// All of them or none.
async fn put(
    database: &Database,
    into: &str,
    entries: &[(String, String)],
) -> Result<(), RecordStoreError> {
    let writing = database
        .transaction(&[into], TransactionMode::ReadWrite)
        .map_err(failed)?;
    let store = writing.object_store(into).map_err(failed)?;
    for (key, text) in entries {
        store
            .put(&JsValue::from_str(text), Some(&JsValue::from_str(key)))
            .map_err(failed)?
            .await
            .map_err(failed)?;
    }
    committed(writing).await
}

async fn delete(database: &Database, ids: &[RecordId]) -> Result<(), RecordStoreError> {
    let writing = database
        .transaction(&[LINES], TransactionMode::ReadWrite)
        .map_err(failed)?;
    let store = writing.object_store(LINES).map_err(failed)?;
    for id in ids {
        let key = Query::from(JsValue::from_str(&id.to_string()));
        store.delete(key).map_err(failed)?.await.map_err(failed)?;
    }
    committed(writing).await
}

/// What was written counts only once the whole of it is.
async fn committed(transaction: Transaction) -> Result<(), RecordStoreError> {
    let result = transaction
        .commit()
        .map_err(failed)?
        .await
        .map_err(failed)?;
    if result.is_committed() {
        Ok(())
    } else {
        Err(RecordStoreError::Browser {
            why: "the transaction was aborted".to_owned(),
        })
    }
}

/// Asks the browser whether it will keep, or keeps, what is stored; none where it does not say.
async fn told(ask: fn(&StorageManager) -> Result<Promise, JsValue>) -> Option<bool> {
    let storage = web_sys::window()?.navigator().storage();
    // Pages without HTTPS have no such thing.
    if JsValue::from(&storage).is_undefined() {
        return None;
    }
    JsFuture::from(ask(&storage).ok()?).await.ok()?.as_bool()
}

/// The browser's errors have names, and are told by them.
fn failed(error: Error) -> RecordStoreError {
    let why = error.to_string();
    let says = |name: &str| why.contains(name);
    if says("QuotaExceededError") {
        RecordStoreError::Full {
            place: DATABASE.to_owned(),
        }
    } else if says("VersionError") {
        RecordStoreError::Newer {
            place: DATABASE.to_owned(),
            line: 1,
            what: "a newer myomap wrote it".to_owned(),
        }
    } else if says("SecurityError") || says("InvalidStateError: A mutation operation") {
        // The second is what Firefox says in a private window.
        RecordStoreError::Forbidden
    } else {
        RecordStoreError::Browser { why }
    }
}
