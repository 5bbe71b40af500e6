//! Records and time in the application: asks the store for what `apply` wants, brings its answers back as
//! commands, and tells the time when it is asked for or due.
//!
//! What is kept, and when, is decided in `app::records`; how it is kept, in `store::records`.

mod alarm;
#[cfg(not(target_arch = "wasm32"))]
mod dialogs;
#[cfg(target_arch = "wasm32")]
mod downloads;

#[cfg(not(target_arch = "wasm32"))]
use dialogs as files;
#[cfg(target_arch = "wasm32")]
use downloads as files;

pub(super) use alarm::LONGEST_SLEEP;

use crate::{
    app::{
        apply::Effect,
        commands::AppCommand,
        records::{RecordsCommand, RecordsEffect, Target},
        session::{Command, EffectMessage, Systems, Wake},
    },
    records::{Clock, Record, RecordId},
    store::records::{
        RecordReply, RecordRequest, RecordStore, RecordStoreError, SystemClock, new_id,
    },
};
use bevy::{
    prelude::*,
    winit::{EventLoopProxyWrapper, WinitUserEvent},
};
use std::{collections::HashMap, sync::Arc};

/// The clock of the application.
#[derive(Resource, Clone, Deref)]
pub(super) struct AppClock(Arc<dyn Clock>);

/// Where records are kept; none where there is no place for them.
struct Store(Option<Box<dyn RecordStore>>);

/// The ids of records that were begun in this session, by their numbers.
#[derive(Resource, Default)]
struct Drafts(HashMap<u64, RecordId>);

/// Keeps records and tells the time.
pub(super) fn plugin(app: &mut App) {
    app.insert_resource(AppClock(Arc::new(SystemClock)))
        .init_resource::<Drafts>()
        .add_plugins((alarm::plugin, files::plugin))
        .add_systems(Startup, open_store)
        .add_systems(Update, hear_store.in_set(Systems::Input))
        .add_systems(
            Update,
            (ask_store, tell_time_when_asked).in_set(Systems::Sync),
        );
}

/// Something that wakes the window from wherever it is called.
fn waker(proxy: &EventLoopProxyWrapper) -> impl Fn() + Send + Sync + Clone + 'static + use<> {
    let proxy = (**proxy).clone();
    move || {
        // It fails only when the application has ended.
        proxy.send_event(WinitUserEvent::WakeUp).ok();
    }
}

/// Opens the place of this user's records and asks what is there.
fn open_store(world: &mut World) {
    let wake = waker(world.resource::<EventLoopProxyWrapper>());
    let clock = world.resource::<AppClock>().0.clone();
    let store = match opened(clock, wake) {
        Ok(mut store) => {
            store.ask(RecordRequest::Load);
            Some(store)
        }
        Err(error) => {
            world.write_message(told(RecordReply::Failed(error)));
            None
        }
    };
    world.insert_non_send(Store(store));
}

#[cfg(not(target_arch = "wasm32"))]
fn opened(
    clock: Arc<dyn Clock>,
    wake: impl Fn() + Send + 'static,
) -> Result<Box<dyn RecordStore>, RecordStoreError> {
    use crate::store::records::{RecordFolder, RecordThread};
    let folder = RecordFolder::usual()?;
    let place = folder.path().display().to_string();
    match RecordThread::start(folder, clock, wake) {
        Ok(store) => Ok(Box::new(store)),
        Err(error) => Err(RecordStoreError::Unwritable {
            place,
            why: error.to_string(),
        }),
    }
}

#[cfg(target_arch = "wasm32")]
fn opened(
    clock: Arc<dyn Clock>,
    wake: impl Fn() + 'static,
) -> Result<Box<dyn RecordStore>, RecordStoreError> {
    use crate::store::records::BrowserRecords;
    Ok(Box::new(BrowserRecords::new(clock, wake)))
}

fn told(reply: RecordReply) -> Command {
    Command(AppCommand::Records(RecordsCommand::Reply(reply)))
}

/// Brings the answers of the store to the state.
fn hear_store(
    store: Option<NonSendMut<Store>>,
    mut send: MessageWriter<Command>,
    mut wake: ResMut<Wake>,
) {
    let Some(store) = store.map(NonSendMut::into_inner) else {
        return;
    };
    for reply in store.0.iter_mut().flat_map(|store| store.replies()) {
        wake.wake();
        send.write(told(reply));
    }
}

/// Asks the store, and for a file, as the effects say.
fn ask_store(
    store: Option<NonSendMut<Store>>,
    clock: Res<AppClock>,
    files: Res<files::Files>,
    mut drafts: ResMut<Drafts>,
    mut effects: MessageReader<EffectMessage>,
    mut send: MessageWriter<Command>,
    mut wake: ResMut<Wake>,
) {
    let store = store.map(NonSendMut::into_inner);
    let mut store = store.and_then(|store| store.0.as_mut());
    let wanted = effects
        .read()
        .filter_map(|EffectMessage(effect)| match effect {
            Effect::Records(wanted) => Some(wanted),
            _ => None,
        });
    for wanted in wanted {
        let request = match wanted {
            RecordsEffect::Ask(request) => request.clone(),
            RecordsEffect::Keep(target, payload) => {
                let id = match target {
                    Target::Known(id) => *id,
                    Target::Draft(number) => *drafts.0.entry(*number).or_insert_with(new_id),
                };
                RecordRequest::Put(Record::new(id, clock.now(), payload.clone()))
            }
            RecordsEffect::ChooseBackup => {
                files.choose();
                continue;
            }
            RecordsEffect::WriteBackup { bytes, at } => {
                files.write(bytes.clone(), at.clone());
                continue;
            }
        };
        match &mut store {
            Some(store) => store.ask(request),
            None => {
                wake.wake();
                send.write(told(RecordReply::Failed(RecordStoreError::NoFolder)));
            }
        }
    }
}

fn tell_time_when_asked(
    clock: Res<AppClock>,
    mut effects: MessageReader<EffectMessage>,
    mut send: MessageWriter<Command>,
    mut wake: ResMut<Wake>,
) {
    let asked = |EffectMessage(effect): &EffectMessage| matches!(effect, Effect::TellTime);
    if effects.read().filter(|effect| asked(effect)).count() > 0 {
        wake.wake();
        send.write(Command(AppCommand::Tick(clock.now())));
    }
}
