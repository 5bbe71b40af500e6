//! Pictures drawn by the binary on the software driver, compared with those kept in `tests/pictures`.
//!
//! Tolerant: drivers round differently at edges. A wrong side, a missing layer or pattern, a wrong
//! colour is far beyond the tolerance. To accept a wanted change, run with `MYOMAP_ACCEPT_PICTURES=1`.
#![cfg(feature = "window")]
#![allow(
    clippy::expect_used,
    reason = "a test may stop at what should not happen"
)]

use std::{path::Path, process::Command};

/// Largest mean difference of a channel, of 255.
const MEAN: f64 = 2.5;
/// A pixel that differs by more than this in a channel is another pixel …
const OTHER: u8 = 48;
/// … and this share of them is another picture.
const SHARE: f64 = 0.02;

fn software_driver() -> Option<&'static str> {
    let driver = "/usr/share/vulkan/icd.d/lvp_icd.x86_64.json";
    Path::new(driver).exists().then_some(driver)
}

fn draw(link: &str, file: &Path, size: &str, driver: &str) {
    let output = Command::new(env!("CARGO_BIN_EXE_myomap"))
        .args(["render", link, "--size", size, "-o"])
        .arg(file)
        .env("VK_DRIVER_FILES", driver)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the binary runs");
    assert!(
        output.status.success(),
        "render {link} failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}

fn compare(name: &str, link: &str) {
    let Some(driver) = software_driver() else {
        eprintln!("skipped: no software Vulkan driver on this machine");
        return;
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let drawn = folder.path().join("drawn.png");
    draw(link, &drawn, "360x360", driver);
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/pictures/{name}.png"));
    if std::env::var_os("MYOMAP_ACCEPT_PICTURES").is_some() {
        std::fs::create_dir_all(kept.parent().expect("a folder")).expect("the folder is made");
        std::fs::copy(&drawn, &kept).expect("the picture is kept");
        return;
    }
    let drawn = image::open(&drawn).expect("a picture was drawn").to_rgb8();
    let kept = image::open(&kept).expect("a picture is kept").to_rgb8();
    assert_eq!(drawn.dimensions(), kept.dimensions());
    let mut sum = 0.0;
    let mut other = 0_usize;
    for (a, b) in drawn.pixels().zip(kept.pixels()) {
        let differences = [0, 1, 2].map(|channel| a.0[channel].abs_diff(b.0[channel]));
        sum += differences.iter().map(|d| f64::from(*d)).sum::<f64>() / 3.0;
        other += usize::from(differences.iter().any(|d| *d > OTHER));
    }
    let pixels = f64::from(drawn.width() * drawn.height());
    let (mean, share) = (sum / pixels, other as f64 / pixels);
    assert!(
        mean <= MEAN && share <= SHARE,
        "{name}: mean difference {mean:.2} of 255, {:.1} % of the pixels are others; \
         look at both, then run with MYOMAP_ACCEPT_PICTURES=1 if the change is wanted",
        share * 100.0
    );
}

#[test]
fn the_superficial_back() {
    compare("back", "#depth=1&view=back");
}

#[test]
fn the_pattern_of_tra_1_on_the_left() {
    compare("tra-1-left", "#point=TRA-1.left");
}

#[test]
fn the_erector_spinae_in_the_dark_theme() {
    compare("erector-dark", "#depth=4&view=low_back&theme=dark");
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
