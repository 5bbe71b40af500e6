//! myomap: an open, interactive 3D body map of muscles, trigger points and the pain they refer.
//!
//! This page is the map of the house. Each room's own page says more.
//!
//! # Rooms
//!
//! A room knows the rooms above it that the table names, and no other.
//!
//! | room | what is in it | knows |
//! |---|---|---|
//! | `model` | facts: their shape in the data files, their checks, the catalogue; ids, links | |
//! | `locale` | the words of the interface (Fluent) | `model` |
//! | `anatomy` | the body as geometry at run time: nets, skin, ray index, pain fields | `model` |
//! | `records` | what the user keeps, as values, and the journal's format | `model` |
//! | `study` | what is worked out from facts and records: search, the ranking of Locate | `model`, `anatomy`, `records` |
//! | `store` | files and the browser's storage under facts, preferences and records | `model`, `locale`, `records` |
//! | `workshop` | how shapes are made from a reference; feature `workshop`, never at run time | `model`, `locale`, `anatomy`, `store` |
//! | `app` | state, commands, modes, stage, documents; Bevy's ECS at its edge | all above but `workshop` |
//! | `output` | documents as text, HTML and JSON | `app` and below |
//! | `view` | the picture, with Bevy | `app` and below, never `ui` |
//! | `ui` | the panels, with egui | `app` and below, never `view` |
//! | `third_party` | what runs the panels inside Bevy | `view`, `ui` and below |
//! | `shell` | window, page and pictures: which plugins make which | `third_party` and below |
//! | `cli` | the command line | `shell`, `output`, `workshop` and below |
//!
//! `tests/layering.rs` holds the table, and that no files know each other in a circle.
//!
//! # Rules
//!
//! - `model`, `locale`, `anatomy`, `records` and `study` are pure: no files, no clock, no Bevy, no egui.
//! - The state changes in one place: [`app::apply`]. Buttons, keys, links, the command line and tests send the same
//!   [`app::commands::AppCommand`]; what must happen outside of the state comes back as an
//!   [`app::effects::Effect`].
//! - What is selected is one [`model::ids::Item`]. Selection and hover are separate.
//! - Facts (the catalogue), view (the state) and records (what the user keeps) are three things. A link is a view,
//!   never a record.
//! - Modes are decided in [`app::modes`] alone. For the picture and the panels the mode is a plain
//!   [`app::stage::Stage`]: what the body shows, what a press on it does, which panels and keys there are.
//! - What is said about a thing is one `app::document::Document`, made once in the interface's language. The panels,
//!   the terminal, the page and JSON render it.
//! - Panels read plain data and return commands. They run in tests without a window.
//! - Time comes from a port ([`records::time`] holds the values), so that a test sets the date.
//! - Whatever may fail outside becomes a notice that says what is wrong, where, and what to do.
//!
//! # How to add
//!
//! **A mode.** The compiler names every `match` that is left.
//! 1. `src/model/link/words.rs`: a variant of `Mode`, in `ALL`, and its word in links
//! 2. `src/app/modes/mod.rs`: the matches; `src/app/modes/<mode>/`: `state`, `command`, `apply`, `stage`, what of it
//!    it needs
//! 3. where it has a state and commands of its own: `src/app/state.rs`, `src/app/commands.rs` and the match in
//!    `src/app/apply.rs`
//! 4. `src/ui/modes/mod.rs`: the match; `src/ui/modes/<mode>/`: its panels
//! 5. `src/ui/mode_switcher.rs`: its name in the switcher
//! 6. `assets/locale/en/<mode>.ftl` and `assets/locale/es/<mode>.ftl`: its words
//! 7. `docs/links.md`: what a link to it says
//!
//! **A fact.** `data/muscles/<muscle>.ron` for a muscle, its points and patterns; `data/treatments/`,
//! `data/safety/`, `data/self_care/`, `data/library/` and `data/regions.ron` for the rest; its source in
//! `data/sources.ron`; its Spanish in `data/locale/es/texts/` (`myomap check` says what is missing or stale). Then
//! `myomap check`. A question about a warning sign: also its reading in `tests/facts/stories.ron`. A new kind of fact: its shape in `src/model/facts/`, its checks in `src/model/check/`, its place
//! in `src/model/catalog.rs`, what is said of it in `src/app/document/`.
//!
//! **A language.** `assets/locale/<tag>/*.ftl` (the words of the interface), `data/locale/<tag>/*.ron` (names) and
//! `data/locale/<tag>/texts/*.ron` (all else, by address; `myomap list texts --json` gives addresses and marks).
//! `tests/locale.rs` and `myomap check --review` say what is missing. Without a build: a pack with
//! `locale/<tag>/interface/*.ftl` instead of the first.
//!
//! **A renderer of documents.** A file in `src/output/`, and its lines in `tests/documents.rs`: the same documents
//! go through every renderer.
//!
//! **A kind of record.** Its payload in `src/records/payload.rs`, with its version; `docs/records.md`; a line of it in
//! `tests/records/`, which must be readable for ever.
//!
//! **A command of the command line.** A file in `src/cli/`, a variant in `src/cli/mod.rs`, its words as
//! `src/cli/help/mod.rs` tells, a row in `README.md`.

pub mod anatomy;
pub mod app;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod locale;
pub mod model;
pub mod output;
pub mod records;
#[cfg(feature = "window")]
pub mod shell;
pub mod store;
pub mod study;
#[cfg(feature = "window")]
pub mod third_party;
#[cfg(feature = "ui")]
pub mod ui;
#[cfg(feature = "window")]
pub mod view;
#[cfg(all(feature = "workshop", not(target_arch = "wasm32")))]
pub mod workshop;
