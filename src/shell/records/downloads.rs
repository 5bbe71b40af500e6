//! Backups on the page: the page around the canvas gives a file to the browser's downloads and lets the user
//! choose one, see `web/records.js`. They talk by events of the canvas, see [`crate::shell::canvas`].

use crate::{
    app::{
        commands::AppCommand,
        records::RecordsCommand,
        session::{Command, Systems, Wake},
    },
    records::ZonedTime,
    shell::canvas::{on_canvas, tell},
    store::records::backup_file,
};
use bevy::{prelude::*, winit::EventLoopProxyWrapper};
use std::sync::{
    Mutex,
    mpsc::{Receiver, Sender, channel},
};

/// Files that go to the browser and come from it.
#[derive(Resource)]
pub(super) struct Files {
    answers: Mutex<Receiver<RecordsCommand>>,
    send: Sender<RecordsCommand>,
    wake: Box<dyn Fn() + Send + Sync>,
}

/// A file for the browser's downloads.
#[derive(serde::Serialize)]
struct Download<'a> {
    name: String,
    text: std::borrow::Cow<'a, str>,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreStartup, make_ready)
        .add_systems(Update, hear_page.in_set(Systems::Input));
}

fn make_ready(mut commands: Commands, proxy: Res<EventLoopProxyWrapper>) {
    let (send, receive) = channel();
    let wake = super::waker(&proxy);
    let chosen = send.clone();
    let woken = wake.clone();
    on_canvas("myomap-restore", move |text| {
        // It fails only when the application has ended.
        chosen.send(RecordsCommand::Chosen(text.into_bytes())).ok();
        woken();
    });
    commands.insert_resource(Files {
        answers: Mutex::new(receive),
        send,
        wake: Box::new(wake),
    });
}

impl Files {
    /// Lets the user choose a backup.
    pub(super) fn choose(&self) {
        tell("myomap-choose-backup", &());
    }

    /// Gives a backup to the browser's downloads.
    pub(super) fn write(&self, bytes: Vec<u8>, at: ZonedTime) {
        let download = Download {
            name: backup_file::name(&at),
            text: String::from_utf8_lossy(&bytes),
        };
        tell("myomap-download", &download);
        // The browser tells the user itself where it has put the file.
        let file = String::new();
        self.send
            .send(RecordsCommand::BackupWritten { at, file })
            .ok();
        (self.wake)();
    }
}

fn hear_page(files: Res<Files>, mut send: MessageWriter<Command>, mut wake: ResMut<Wake>) {
    let Ok(answers) = files.answers.lock() else {
        return;
    };
    for command in answers.try_iter() {
        wake.wake();
        send.write(Command(AppCommand::Records(command)));
    }
}
