//! The page in the browser: the window is a canvas, the view is the address's fragment, and the
//! page around the canvas and the application tell each other what happens.
//!
//! They talk by events of the canvas. From the page come `myomap-select` and `myomap-open`, whose
//! detail is a link, `myomap-ask-controls` (see [`controls`]) and `myomap-insets` (see [`insets`]); to the page go `myomap-outline` (once for a language) and `myomap-state` (after
//! every change), whose detail is JSON: see [`crate::output::page`]. Nothing is exported from the program and nothing
//! of it is called by name, so that the page may come and go without it.

mod controls;
mod insets;

use super::{
    at_rest, base_plugins,
    canvas::{CANVAS, canvas, detail_of, tell},
    compose, first_state, narrow, records, save_preferences, tell_the_time,
};
use crate::{
    app::{
        address::{AddressStep, LeftOut, address_link, address_step},
        apply::view_link,
        commands::AppCommand,
        session::{Command, Facts, Session, Systems, Wake},
        state::{NoticeKind, Preferences},
    },
    model::{
        catalog::load,
        link::{Theme, ViewLink},
    },
    output::page::{Outline, PageState},
    store::{self, page},
    third_party::egui_pass::{LanguageResources, sync_localisation},
    view::{body::Spawned, camera::Smooth, still::Drawing},
};
use bevy::{
    ecs::schedule::ScheduleLabel,
    prelude::*,
    render::RenderApp,
    time::TimeSystems,
    winit::{EventLoopProxyWrapper, WinitUserEvent},
};
use bevy_egui::{
    EguiOutput,
    egui::{OpenUrl, OutputCommand},
};
use std::sync::{
    Mutex,
    mpsc::{Receiver, Sender, channel},
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventTarget};

/// What came from the page.
#[derive(Debug)]
enum Mail {
    /// Select what a link names, and leave the rest as it is.
    Select(String),
    /// Open a link.
    Open(String),
    /// The address has changed: by the back button, or by hand.
    Address,
    /// Which controls are there?
    Controls,
    /// Which edges are not for the panels.
    Insets(String),
}

#[derive(Resource)]
struct Mailbox(Mutex<Receiver<Mail>>);

/// The link that the address holds, and whether the next change comes from the address itself.
#[derive(Resource, Default)]
struct Address {
    holds: Option<ViewLink>,
    being_followed: bool,
    /// What of the view it does not hold, which the user was told.
    left_out: LeftOut,
}

/// Opens the page: at the view in its address, with the preferences of the browser's storage.
pub fn open_page() {
    let (catalog, report) = load(&store::built_in_files());
    let (mut state, keeper) = first_state(&report, told_to_the_browser());
    state.left_panel_open = page::width_px().is_none_or(|px| px >= f64::from(narrow::NARROW_PX));
    let mut app = App::new();
    app.add_plugins(base_plugins(WindowPlugin {
        primary_window: Some(Window {
            title: "myomap".into(),
            canvas: Some(CANVAS.into()),
            fit_canvas_to_parent: true,
            // The page hands it the keyboard: who reads the page by keys begins at its top.
            focused: false,
            // What the browser needs for itself, the page keeps from the canvas.
            prevent_default_event_handling: true,
            ..default()
        }),
        ..default()
    }))
    .insert_resource(at_rest())
    .insert_resource(keeper);
    if page::drawn_by_processor(CANVAS) {
        app.insert_resource(Smooth(Msaa::Off));
    }
    let link = Some(page::fragment()).filter(|fragment| fragment.len() > 1);
    compose(&mut app, catalog, state, link, true);
    draw_only_changes(&mut app);
    app.init_resource::<Address>()
        .add_plugins((
            narrow::plugin,
            controls::plugin,
            insets::plugin,
            records::plugin,
        ))
        .add_systems(Last, open_addresses)
        .add_systems(First, tell_the_time.before(TimeSystems))
        .add_systems(Startup, listen)
        .add_systems(
            Update,
            (
                read_mail.in_set(Systems::Input),
                (
                    save_preferences,
                    sync_address,
                    tell_outline.run_if(resource_changed::<LanguageResources>),
                    tell_state,
                )
                    .chain()
                    .after(sync_localisation)
                    .in_set(Systems::Sync),
            ),
        );
    app.run();
}

/// What somebody who has chosen nothing here has told the browser.
fn told_to_the_browser() -> Preferences {
    Preferences {
        theme: match page::prefers("(prefers-color-scheme: dark)") {
            true => Theme::Dark,
            false => Theme::Light,
        },
        reduced_motion: page::prefers("(prefers-reduced-motion: reduce)"),
        ..Preferences::default()
    }
}

/// Whether the frame of this update is drawn: what [`Drawing`] says, in the renderer's own world.
#[derive(Resource)]
struct DrawingIsDue(bool);

/// What the renderer does in an update: draw the frame, or leave it out.
#[derive(ScheduleLabel, Clone, Debug, PartialEq, Eq, Hash)]
struct DrawIfDue;

/// Leaves out the frames in which nothing on the screen has changed, as the desktop's window does: the browser
/// goes on showing the last one drawn.
fn draw_only_changes(app: &mut App) {
    let Some(renderer) = app.get_sub_app_mut(RenderApp) else {
        return;
    };
    let (Some(mut extract), Some(draw)) = (renderer.take_extract(), renderer.update_schedule)
    else {
        return;
    };
    renderer.insert_resource(DrawingIsDue(true));
    renderer.set_extract(move |main, render| {
        let due = main.resource::<Drawing>().due;
        render.insert_resource(DrawingIsDue(due));
        if due {
            extract(main, render);
        }
    });
    renderer.update_schedule = Some(DrawIfDue.intern());
    renderer.add_systems(DrawIfDue, move |world: &mut World| {
        if world.resource::<DrawingIsDue>().0 {
            world.run_schedule(draw);
        }
    });
}

/// Puts what the page says into the mailbox and wakes the application.
fn listen(mut commands: Commands, proxy: Res<EventLoopProxyWrapper>) {
    let (send, receive) = channel();
    commands.insert_resource(Mailbox(Mutex::new(receive)));
    let (Some(canvas), Some(window)) = (canvas(), web_sys::window()) else {
        return;
    };
    let on = |target: &EventTarget, name: &str, mail: fn(String) -> Mail| {
        let send: Sender<Mail> = send.clone();
        let proxy = (**proxy).clone();
        let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // Both fail only when the application has ended.
            send.send(mail(detail_of(&event))).ok();
            proxy.send_event(WinitUserEvent::WakeUp).ok();
        });
        let added = target.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        if added.is_err() {
            warn!("the page's {name} cannot be heard");
        }
        // It is heard as long as the page is there.
        heard.forget();
    };
    on(&canvas, "myomap-select", Mail::Select);
    on(&canvas, "myomap-open", Mail::Open);
    on(&canvas, "myomap-ask-controls", |_| Mail::Controls);
    on(&canvas, "myomap-insets", Mail::Insets);
    on(&window, "popstate", |_| Mail::Address);
    on(&window, "hashchange", |_| Mail::Address);
}

fn read_mail(
    mailbox: Option<Res<Mailbox>>,
    mut address: ResMut<Address>,
    mut asked: ResMut<controls::ControlsAsked>,
    mut insets: ResMut<insets::Insets>,
    mut send: MessageWriter<Command>,
    mut wake: ResMut<Wake>,
) {
    let Some(mailbox) = mailbox else {
        return;
    };
    let Ok(receiver) = mailbox.0.lock() else {
        return;
    };
    for mail in receiver.try_iter() {
        wake.wake();
        match mail {
            Mail::Select(text) => {
                // What does not read as a link is told as one that cannot be opened.
                let command = match text.parse::<ViewLink>() {
                    Ok(link) => AppCommand::Select(link.select),
                    Err(_) => AppCommand::OpenLink(text),
                };
                send.write(Command(command));
            }
            Mail::Open(text) => {
                send.write(Command(AppCommand::OpenLink(text)));
            }
            Mail::Controls => asked.0 = true,
            Mail::Insets(told) => insets.hear(&told),
            Mail::Address => {
                let fragment = page::fragment();
                let link = fragment.parse::<ViewLink>().ok();
                // A change by hand is told twice, as `popstate` and as `hashchange`. Browsers encode what they like of
                // an address: what it means is compared, not how it is written.
                if link.is_some() && address.holds == link {
                    continue;
                }
                address.holds = link;
                address.being_followed = true;
                send.write(Command(AppCommand::OpenLink(fragment)));
            }
        }
    }
}

/// Keeps the address in step with the view, and says what of it the address cannot hold.
fn sync_address(
    session: Res<Session>,
    facts: Res<Facts>,
    mut address: ResMut<Address>,
    mut send: MessageWriter<Command>,
    mut wake: ResMut<Wake>,
) {
    if !session.is_changed() && !address.being_followed {
        return;
    }
    let view = view_link(&session, &facts);
    let now = address_link(&view);
    let left_out = LeftOut::of(&view, &now);
    for says in left_out.told_after(address.left_out) {
        send.write(Command(AppCommand::Notify(NoticeKind::Info, says)));
        wake.wake();
    }
    address.left_out = left_out;
    let step = match &address.holds {
        // What the page was opened with, or what was gone back to: put into the program's own words.
        None => AddressStep::Replace,
        Some(_) if address.being_followed => AddressStep::Replace,
        Some(before) => address_step(before, &now),
    };
    address.being_followed = false;
    if step != AddressStep::None {
        page::set_fragment(&now.to_string(), step == AddressStep::Push);
        address.holds = Some(now);
    }
}

fn tell_outline(facts: Res<Facts>, language: Res<LanguageResources>) {
    tell(
        "myomap-outline",
        &Outline::of(&facts, &language.localisation.words),
    );
}

/// Tells the page what is on show, when it has changed.
fn tell_state(
    session: Res<Session>,
    facts: Res<Facts>,
    spawned: Res<Spawned>,
    language: Res<LanguageResources>,
    mut last: Local<Option<PageState>>,
) {
    let ready = spawned.is_whole();
    let was_ready = last.as_ref().is_some_and(|state| state.ready);
    if !session.is_changed() && !language.is_changed() && ready == was_ready {
        return;
    }
    let link = view_link(&session, &facts);
    let words = &language.localisation.words;
    let state = PageState::of(&session, &facts, &link, ready, words);
    if last.as_ref() != Some(&state) {
        tell("myomap-state", &state);
        *last = Some(state);
    }
}

/// Opens what was clicked in a card, such as a source's address, in a new tab.
fn open_addresses(outputs: Query<&EguiOutput, Changed<EguiOutput>>) {
    let Some(window) = web_sys::window() else {
        return;
    };
    for output in &outputs {
        for command in &output.platform_output.commands {
            if let OutputCommand::OpenUrl(OpenUrl { url, .. }) = command
                && window
                    .open_with_url_and_target_and_features(url, "_blank", "noopener")
                    .is_err()
            {
                warn!("{url} could not be opened");
            }
        }
    }
}
