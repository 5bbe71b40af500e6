//! Choosing a file for a backup on the desktop, beside the window.

use super::waker;
use crate::{
    app::{
        commands::AppCommand,
        records::{BackupFault, RecordsCommand},
        session::{Command, Systems, Wake},
    },
    records::ZonedTime,
    store::{TextFileError, records::backup_file},
};
use bevy::{platform::time::Instant, prelude::*, tasks::IoTaskPool, winit::EventLoopProxyWrapper};
use rfd::AsyncFileDialog;
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, Sender, channel},
    },
    time::Duration,
};

/// Nobody reads a dialog and closes it within this time: there was none.
const QUICKEST_ANSWER: Duration = Duration::from_millis(300);

/// What came of a file.
enum Answer {
    /// A backup to be taken over.
    Read(Vec<u8>),
    /// Something to be told.
    Say(RecordsCommand),
}

/// Files that the user chooses.
#[derive(Resource)]
pub(super) struct Files {
    send: Sender<Answer>,
    receive: Mutex<Receiver<Answer>>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreStartup, make_ready)
        .add_systems(Update, hear_files.in_set(Systems::Input));
}

fn make_ready(mut commands: Commands, proxy: Res<EventLoopProxyWrapper>) {
    let (send, receive) = channel();
    commands.insert_resource(Files {
        send,
        receive: Mutex::new(receive),
        wake: Arc::new(waker(&proxy)),
    });
}

impl Files {
    /// Lets the user choose a backup. The dialog is made here, as some systems want it on the main thread, and
    /// waited for elsewhere.
    pub(super) fn choose(&self) {
        let dialog = AsyncFileDialog::new().add_filter("myomap", &[backup_file::ENDING]);
        let chosen = dialog.pick_file();
        let asked = Instant::now();
        self.later(async move {
            match chosen.await {
                Some(file) => Some(read(file.path())),
                None if asked.elapsed() < QUICKEST_ANSWER => {
                    Some(Answer::Say(RecordsCommand::NoDialog))
                }
                None => None,
            }
        });
    }

    /// Lets the user choose where a backup is written; where no dialog can be shown it goes to a usual place,
    /// which is told.
    pub(super) fn write(&self, bytes: Vec<u8>, at: ZonedTime) {
        let dialog = AsyncFileDialog::new()
            .add_filter("myomap", &[backup_file::ENDING])
            .set_file_name(backup_file::name(&at));
        let chosen = dialog.save_file();
        let asked = Instant::now();
        self.later(async move {
            let file = match chosen.await {
                Some(file) => file.path().to_owned(),
                None if asked.elapsed() < QUICKEST_ANSWER => backup_file::usual_path(&at),
                None => return None,
            };
            Some(Answer::Say(written(file, &bytes, at)))
        });
    }

    fn later(&self, work: impl Future<Output = Option<Answer>> + Send + 'static) {
        let send = self.send.clone();
        let wake = self.wake.clone();
        IoTaskPool::get()
            .spawn(async move {
                if let Some(answer) = work.await {
                    // It fails only when the application has ended.
                    send.send(answer).ok();
                    wake();
                }
            })
            .detach();
    }
}

fn read(file: &Path) -> Answer {
    match backup_file::read(file) {
        Ok(bytes) => Answer::Read(bytes),
        Err(why) => Answer::Say(RecordsCommand::BackupFailed {
            file: file.display().to_string(),
            why: match why {
                TextFileError::NotAFile => BackupFault::NotAFile,
                why => BackupFault::System(why.to_string()),
            },
        }),
    }
}

fn written(file: PathBuf, bytes: &[u8], at: ZonedTime) -> RecordsCommand {
    let shown = file.display().to_string();
    match backup_file::write(&file, bytes) {
        Ok(()) => RecordsCommand::BackupWritten { at, file: shown },
        Err(why) => RecordsCommand::BackupFailed {
            file: shown,
            why: BackupFault::System(why.to_string()),
        },
    }
}

fn hear_files(files: Res<Files>, mut send: MessageWriter<Command>, mut wake: ResMut<Wake>) {
    let Ok(receive) = files.receive.lock() else {
        return;
    };
    for answer in receive.try_iter() {
        wake.wake();
        let command = match answer {
            Answer::Read(bytes) => RecordsCommand::Chosen(bytes),
            Answer::Say(command) => command,
        };
        send.write(Command(AppCommand::Records(command)));
    }
}
