//! Pictures of the body and of the window on the software driver, compared with those kept in `tests/pictures`.
//!
//! The limits are ten times what two runs differ by, so that a muscle that is missing fails; that it does is a
//! test too. To accept a wanted change, look at the pictures of both, then run with `MYOMAP_ACCEPT_PICTURES=1`.
//! Another driver rounds differently at edges: then all pictures change a little. `scripts/test.sh` names the
//! software driver to the app (`VK_DRIVER_FILES`); without that a graphics card draws where there is one.
//!
//! All are drawn by one app without panels and one with, each opening link after link. The program itself is
//! started for one of them.
#![cfg(feature = "window")]
#![allow(
    clippy::expect_used,
    reason = "a test may stop at what should not happen; Clippy knows test functions, not their helpers"
)]

use bevy::prelude::*;
use image::RgbImage;
use myomap::{
    app::{commands::AppCommand, modes::locate::LocateCommand, session::Command as Ask},
    model::{catalog::load, ids::PointId, side::Side},
    shell, store,
    view::capture::{self, CaptureProgress},
};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Largest mean difference of a channel, of 255. Two runs of one build differ by 0.02 to 0.03.
const MEAN: f64 = 0.3;
/// A pixel that differs by more than this in a channel is another pixel …
const OTHER: u8 = 48;
/// … and this share of them is another picture. Two runs of one build differ in none.
const SHARE: f64 = 0.002;

/// Width and height of pictures of the body alone, and of those with panels.
const BODY: (u32, u32) = (360, 360);
const WINDOW: (u32, u32) = (1024, 640);

/// A picture that is kept, and the link to it.
type Picture = (&'static str, &'static str);

/// The body alone.
const BODIES: &[Picture] = &[
    ("back", "#depth=1&view=back"),
    ("front", "#depth=1&view=front"),
    ("right", "#depth=2&view=right"),
    ("shoulder-blades", "#depth=2&view=shoulder_blades"),
    ("tra-1-left", "#point=TRA-1.left"),
    ("erector-dark", "#depth=4&view=low_back&theme=dark"),
    (
        "labels",
        "#depth=2&view=shoulder_blades&isolate=levator_scapulae.left,infraspinatus.left,teres_minor.left&labels=on",
    ),
    ("no-go", "#method=FR-1&view=back"),
    (
        "locate",
        "#mode=locate&pain=~temple.left*3&pain=~neck_side.left*2&view=left",
    ),
];

/// What is painted beside the pattern of TRA-1: part of its spillover zone is painted, its essential zone is not, and
/// the shoulder is no part of it.
const COMPARED: Picture = (
    "locate-compared",
    "#mode=locate&pain=~temple.left*2,shoulder_side.left*2&camera=90,0,40,1560,0,460",
);

/// The whole window.
const WINDOWS: &[Picture] = &[
    ("window-light", "#point=INF-1.left&theme=light"),
    ("window-dark", "#region=lumbar.left&theme=dark"),
];

/// Muscles of the left, and the picture that is another one without each of them.
const MISSED: [(&str, &str); 3] = [
    ("infraspinatus.left", "back"),
    ("latissimus_dorsi.left", "back"),
    ("teres_minor.left", "shoulder-blades"),
];

/// The driver that every machine draws the same with; where there is none a run of CI fails.
fn software_driver() -> Option<PathBuf> {
    let given = env::var_os("VK_DRIVER_FILES").map(PathBuf::from);
    let driver = given.unwrap_or_else(|| "/usr/share/vulkan/icd.d/lvp_icd.x86_64.json".into());
    if driver.exists() {
        return Some(driver);
    }
    assert!(
        env::var_os("CI").is_none(),
        "no software Vulkan driver: install mesa-vulkan-drivers"
    );
    eprintln!(
        "NOT TESTED: no picture was drawn, there is no software Vulkan driver on this machine"
    );
    None
}

/// An app that draws one picture after the other.
struct Drawer {
    app: App,
}

impl Drawer {
    fn new(size: (u32, u32), panels: bool) -> Self {
        let (catalog, _) = load(&store::built_in_files());
        let mut app = shell::headless(None, catalog, size, panels);
        app.add_plugins(capture::plugin);
        shell::make_ready(&mut app);
        Self { app }
    }

    fn draw(&mut self, link: &str) -> RgbImage {
        self.draw_after(AppCommand::OpenLink(link.to_owned()))
    }

    fn draw_after(&mut self, command: AppCommand) -> RgbImage {
        let world = self.app.world_mut();
        world.write_message(Ask(command));
        world.insert_resource(CaptureProgress::default());
        loop {
            self.app.update();
            let mut progress = self.app.world_mut().resource_mut::<CaptureProgress>();
            if let Some(outcome) = progress.outcome.take() {
                let png = outcome.expect("the picture is drawn");
                return image::load_from_memory(&png)
                    .expect("it is a picture")
                    .to_rgb8();
            }
        }
    }
}

/// How far two pictures are from each other.
#[derive(Debug)]
struct Difference {
    /// Mean of a channel, of 255.
    mean: f64,
    /// Pixels that are others, as a share.
    share: f64,
}

impl Difference {
    fn between(one: &RgbImage, other: &RgbImage) -> Self {
        assert_eq!(one.dimensions(), other.dimensions());
        let mut sum = 0.0;
        let mut others = 0_usize;
        for (a, b) in one.pixels().zip(other.pixels()) {
            let differences = [0, 1, 2].map(|channel| a.0[channel].abs_diff(b.0[channel]));
            sum += differences.iter().map(|d| f64::from(*d)).sum::<f64>() / 3.0;
            others += usize::from(differences.iter().any(|d| *d > OTHER));
        }
        let pixels = f64::from(one.width() * one.height());
        Self {
            mean: sum / pixels,
            share: others as f64 / pixels,
        }
    }

    fn is_another_picture(&self) -> bool {
        self.mean > MEAN || self.share > SHARE
    }
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let percent = self.share * 100.0;
        write!(
            f,
            "mean difference {:.3} of 255, {percent:.2} % of the pixels are others",
            self.mean
        )
    }
}

fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/pictures/{name}.png"))
}

/// The picture that is kept.
fn picture(name: &str) -> RgbImage {
    image::open(kept(name))
        .expect("a picture is kept")
        .to_rgb8()
}

/// Draws them all and tells which are other pictures than those kept; keeps them where that is asked.
fn compare(drawer: &mut Drawer, pictures: &[Picture]) {
    let drawn = pictures
        .iter()
        .map(|(name, link)| (*name, drawer.draw(link)));
    compare_drawn(drawn.collect());
}

fn compare_drawn(pictures: Vec<(&str, RgbImage)>) {
    let accept = env::var_os("MYOMAP_ACCEPT_PICTURES").is_some();
    let mut faults = Vec::new();
    for (name, drawn) in pictures {
        if accept {
            drawn.save(kept(name)).expect("the picture is kept");
            continue;
        }
        let before = picture(name);
        let difference = Difference::between(&before, &drawn);
        eprintln!("{name}: {difference}");
        if difference.is_another_picture() {
            let beside = env::temp_dir().join(format!("myomap-{name}-now.png"));
            drawn.save(&beside).expect("the picture is written");
            faults.push(format!("{name}: {difference}; it is {}", beside.display()));
        }
    }
    assert!(
        faults.is_empty(),
        "{}\nlook at both, then run with MYOMAP_ACCEPT_PICTURES=1 if the change is wanted",
        faults.join("\n")
    );
}

#[test]
fn the_body_from_all_sides_in_both_themes() {
    let Some(_driver) = software_driver() else {
        return;
    };
    let mut drawer = Drawer::new(BODY, false);
    compare(&mut drawer, BODIES);
    // Once more, after all the others: the same, and none of what the others showed.
    let (name, link) = BODIES[0];
    let difference = Difference::between(&picture(name), &drawer.draw(link));
    assert!(
        !difference.is_another_picture(),
        "{name}, again: {difference}"
    );
    for (muscle, name) in MISSED {
        let (_, link) = BODIES
            .iter()
            .find(|(other, _)| *other == name)
            .expect("it is drawn");
        let without = drawer.draw(&format!("{link}&hidden={muscle}"));
        let difference = Difference::between(&picture(name), &without);
        eprintln!("{name} without {muscle}: {difference}");
        assert!(
            difference.is_another_picture(),
            "nobody would miss {muscle} in {name}: {difference}"
        );
    }
}

#[test]
fn a_result_beside_the_painting() {
    if software_driver().is_none() {
        return;
    }
    let mut drawer = Drawer::new(BODY, false);
    let (name, link) = COMPARED;
    let painted = drawer.draw(link);
    let point = PointId::new("TRA-1", Side::Left);
    let hover = |point| AppCommand::Locate(LocateCommand::Hover(point));
    compare_drawn(vec![(name, drawer.draw_after(hover(Some(point))))]);
    let after = Difference::between(&painted, &drawer.draw_after(hover(None)));
    assert!(!after.is_another_picture(), "something stays: {after}");
}

#[test]
fn the_window_with_its_panels_in_both_themes() {
    if software_driver().is_some() {
        compare(&mut Drawer::new(WINDOW, true), WINDOWS);
    }
}

/// Bevy's own handler would set a flag at which nobody looks while the window sleeps or a picture is drawn: Ctrl+C
/// would do nothing. Nothing in the program may take the signal from the system, which ends it at once.
#[cfg(target_os = "linux")]
/// Panel and what is chosen on it, in the light theme.
const PANEL: [u8; 3] = [0xFB, 0xFA, 0xF8];
const CHOSEN: [u8; 3] = [0xDD, 0xEB, 0xEA];

#[test]
fn a_rounded_corner_is_between_the_colours_that_meet_in_it() {
    if software_driver().is_none() {
        return;
    }
    let mut drawer = Drawer::new(WINDOW, true);
    let picture = drawer.draw("#theme=light");
    let is = |x: u32, y: u32, colour: [u8; 3]| picture.get_pixel(x, y).0 == colour;
    let (width, height) = picture.dimensions();
    // The upper edge of the first thing that is chosen in the bar begins where its corner ends.
    let (right, top) = (0..height)
        .flat_map(|y| (8..width).map(move |x| (x, y)))
        .find(|&(x, y)| is(x, y, CHOSEN))
        .expect("something is chosen in the bar");
    let corner = (top..top + 7).flat_map(|y| (right - 7..right).map(move |x| (x, y)));
    let mut mixed = 0;
    for (x, y) in corner {
        let found = picture.get_pixel(x, y).0;
        for channel in 0..3 {
            let range = CHOSEN[channel] - 1..=PANEL[channel] + 1;
            assert!(range.contains(&found[channel]), "{found:?} at {x}, {y}");
        }
        mixed += u32::from(found != PANEL && found != CHOSEN);
    }
    assert!(mixed > 0, "there is no corner there");
}

#[test]
fn ctrl_c_is_left_to_the_system() {
    if software_driver().is_none() {
        return;
    }
    // With everything that plugins and graphics drivers set up.
    let mut drawer = Drawer::new((64, 64), false);
    drawer.app.update();
    let status = fs::read_to_string("/proc/self/status").expect("Linux tells of this process");
    let handled = status.lines().find_map(|line| line.strip_prefix("SigCgt:"));
    let handled = u64::from_str_radix(handled.expect("a mask").trim(), 16).expect("a number");
    const SIGINT: u32 = 2;
    assert_eq!(handled & (1 << (SIGINT - 1)), 0, "{handled:x}");
}

#[test]
fn the_program_draws_the_same_into_a_file() {
    let Some(driver) = software_driver() else {
        return;
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("drawn.png");
    let (name, link) = BODIES[0];
    let output = Command::new(env!("CARGO_BIN_EXE_myomap"))
        .args([
            "render",
            link,
            "--size",
            &format!("{}x{}", BODY.0, BODY.1),
            "-o",
        ])
        .arg(&file)
        .env("VK_DRIVER_FILES", driver)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the binary runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "render {link} failed: {said}");
    let drawn = image::open(&file).expect("a picture was drawn").to_rgb8();
    let before = picture(name);
    let difference = Difference::between(&before, &drawn);
    assert!(!difference.is_another_picture(), "{difference}");
}

#[test]
fn no_picture_is_kept_that_is_not_drawn() {
    let drawn: Vec<PathBuf> = [BODIES, WINDOWS, &[COMPARED]]
        .concat()
        .iter()
        .map(|(name, _)| kept(name))
        .collect();
    let folder = kept("x");
    for entry in fs::read_dir(folder.parent().expect("a folder")).expect("the pictures are there") {
        let file = entry.expect("a picture").path();
        assert!(drawn.contains(&file), "{} is not drawn", file.display());
    }
}

#[test]
fn a_link_that_names_nothing_draws_nothing() {
    let output = Command::new(env!("CARGO_BIN_EXE_myomap"))
        .args([
            "render",
            "#point=XYZ-9.left",
            "-o",
            "/nonexistent/never.png",
        ])
        .output()
        .expect("the binary runs");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("XYZ-9"), "{said}");
}

#[test]
fn without_a_driver_one_clear_line_says_what_is_missing() {
    // A folder that is there: one that is not is refused before a driver is looked for.
    let folder = tempfile::tempdir().expect("a temporary folder");
    let never = folder.path().join("never.png");
    let output = Command::new(env!("CARGO_BIN_EXE_myomap"))
        .args(["render", "#depth=1", "-o"])
        .arg(&never)
        .env("VK_DRIVER_FILES", "/nonexistent/driver.json")
        .env("WGPU_BACKEND", "vulkan")
        .output()
        .expect("the binary runs");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("mesa-vulkan-drivers"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    assert!(!never.exists());
}
