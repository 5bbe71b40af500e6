//! From a click on a trigger point to the frame that shows its pattern and its treatment, handed over to the
//! driver: the whole of our own work in that update, panels, pattern, markers and pictures on the card.
//! What the driver then takes to draw it is `frame_time`'s business.
//!
//! `cargo bench --bench click` goes through all points of the left side and prints the median and the worst.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench prints, and may stop at what should not happen"
)]

use myomap::{
    app::{
        commands::AppCommand,
        session::{Anatomy, Command},
    },
    model::{
        catalog,
        ids::{Item, PointId},
        side::Side,
    },
    shell, store,
    view::pain::CurrentPattern,
};
use std::time::{Duration, Instant};

/// The size of the window a user starts with.
const SIZE: (u32, u32) = (1280, 800);
/// Updates after each click in which the panels settle.
const SETTLING: u32 = 4;

fn main() {
    let (catalog, _) = catalog::load(&store::built_in_files());
    let points: Vec<Item> = catalog
        .points()
        .map(|(_, point)| Item::Point(PointId::new(&point.id, Side::Left)))
        .collect();
    let mut app = shell::headless(Some("#depth=1".into()), catalog, SIZE, true);
    shell::make_ready(&mut app);
    while app.world().get_resource::<Anatomy>().is_none() {
        app.update();
    }
    for _ in 0..SETTLING {
        app.update();
    }
    let mut taken: Vec<(Duration, &Item)> = Vec::new();
    for point in &points {
        app.world_mut()
            .write_message(Command(AppCommand::Select(Some(point.clone()))));
        let start = Instant::now();
        // The main world alone: all but the drawing.
        app.main_mut().update();
        taken.push((start.elapsed(), point));
        assert_eq!(
            app.world().resource::<CurrentPattern>().item.as_ref(),
            Some(point),
            "the update that takes the click shows its pattern"
        );
        for _ in 0..SETTLING {
            app.main_mut().update();
        }
    }
    taken.sort_by_key(|(time, _)| *time);
    let (median, _) = taken[taken.len() / 2];
    let (worst, which) = taken[taken.len() - 1];
    println!("{} points clicked", taken.len());
    println!("median: {median:?}");
    println!("worst: {worst:?}, {which:?}");
}
