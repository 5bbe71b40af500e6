//! `myomap render`: a view as a picture, without a window.

use crate::{
    model::{catalog::Catalog, closest::quoted},
    store::{self, OutputError},
};
use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Widest and highest picture in pixels; more does not fit on every graphics driver.
const LARGEST: u32 = 8192;

/// Draw a view into a picture.
#[derive(clap::Args, Debug)]
pub struct RenderArgs {
    /// The view, e.g. '#point=TRA-1.left&view=back'
    pub link: String,
    /// The file to write
    #[arg(short, value_name = "FILE.png")]
    pub output: PathBuf,
    /// Width and height in pixels
    #[arg(long, value_name = "WxH", default_value = "1280x800", value_parser = size)]
    pub size: (u32, u32),
    /// With the panels of the window
    #[arg(long)]
    pub panels: bool,
}

/// Why no picture was drawn.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The link is none, or names something that is not there.
    #[error("{0}")]
    Link(String),
    /// The file's name asks for another format.
    #[error("{name} is no PNG file, and myomap writes no other pictures; name it {meant}")]
    Ending {
        /// The file's name, quoted.
        name: String,
        /// A name that does.
        meant: String,
    },
    /// The file cannot be written.
    #[error(transparent)]
    File(#[from] OutputError),
    /// What there is to say about the picture could not be written.
    #[error("cannot write: {0}")]
    Out(#[from] io::Error),
    /// This build cannot draw.
    #[cfg(not(feature = "window"))]
    #[error("this build has no pictures: build with the `window` feature")]
    NoWindow,
    /// The picture could not be drawn.
    #[cfg(feature = "window")]
    #[error(transparent)]
    Shell(#[from] crate::shell::ShellError),
}

/// Draws the picture.
///
/// # Errors
/// Where the link is at fault, or nothing can be drawn or saved.
pub fn run(args: &RenderArgs, catalog: Catalog, err: &mut dyn Write) -> Result<(), RenderError> {
    // In the window a link that names nothing is a notice; a picture has no reader for one.
    let link: crate::model::link::ViewLink = args
        .link
        .parse()
        .map_err(|error: crate::model::link::LinkError| RenderError::Link(error.to_string()))?;
    let mut named = link.items();
    if let Some((key, item)) = named.find(|(_, item)| !catalog.has(item)) {
        let id = item.id_with_side();
        return Err(RenderError::Link(format!(
            "{key}={id} in the link names nothing"
        )));
    }
    // To draw takes seconds: what would be refused after it is refused before it.
    is_png(&args.output)?;
    store::check_output(&args.output)?;
    let png = draw(args, catalog, err)?;
    Ok(store::write_output(&args.output, &png)?)
}

/// Whether a file's name ends as that of a PNG picture.
fn is_png(file: &Path) -> Result<(), RenderError> {
    if file
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("png"))
    {
        return Ok(());
    }
    let name = |file: &Path| {
        let name = file.file_name().unwrap_or(file.as_os_str());
        quoted(&name.to_string_lossy())
    };
    Err(RenderError::Ending {
        name: name(file),
        meant: name(&file.with_extension("png")),
    })
}

#[cfg(feature = "window")]
fn draw(args: &RenderArgs, catalog: Catalog, err: &mut dyn Write) -> Result<Vec<u8>, RenderError> {
    let link = Some(args.link.clone());
    let picture = crate::shell::render_png(link, catalog, args.size, args.panels)?;
    super::tell_unbuilt(&picture.unbuilt, err)?;
    Ok(picture.png)
}

#[cfg(not(feature = "window"))]
fn draw(_: &RenderArgs, _: Catalog, _: &mut dyn Write) -> Result<Vec<u8>, RenderError> {
    Err(RenderError::NoWindow)
}

fn size(text: &str) -> Result<(u32, u32), String> {
    let number = |text: &str| {
        let number: Option<u32> = text.parse().ok();
        number.filter(|number| (16..=LARGEST).contains(number))
    };
    text.split_once(['x', 'X', '×'])
        .and_then(|(width, height)| Some((number(width)?, number(height)?)))
        .ok_or_else(|| format!("write it as 1280x800, each from 16 to {LARGEST}"))
}

#[cfg(test)]
mod tests {
    use super::{is_png, size};
    use std::path::Path;

    #[test]
    fn the_ending_is_judged_before_anything_is_drawn() {
        for good in ["a.png", "a.b.PNG", "/x/ö.png"] {
            assert!(is_png(Path::new(good)).is_ok(), "{good}");
        }
        for bad in ["a.jpg", "a.webp", "a", "png", ".png", "a.png.jpg"] {
            let said = is_png(Path::new(bad)).unwrap_err().to_string();
            assert!(said.contains(".png\""), "{bad}: {said}");
        }
    }

    #[test]
    fn a_size_is_two_numbers_of_a_sensible_range() {
        assert_eq!(size("1024x768"), Ok((1024, 768)));
        for bad in ["", "1024", "x", "0x10", "1e3x10", "99999x10", "-1x10"] {
            assert!(size(bad).is_err(), "{bad}");
        }
    }
}
