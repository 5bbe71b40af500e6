//! `myomap render`: a view as a picture, without a window.

use crate::{
    locale::{Key, Message, Refused},
    model::{
        catalog::Catalog,
        closest::quoted,
        link::{LinkError, ViewLink},
    },
    store::{self, OutputError},
};
use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Widest and highest picture in pixels; more does not fit on every graphics driver.
const LARGEST: u32 = 8192;

#[derive(clap::Args, Debug)]
pub struct RenderArgs {
    pub link: String,
    #[arg(short, value_name = "FILE.png")]
    pub output: PathBuf,
    #[arg(long, value_name = "WxH", default_value = "1280x800", value_parser = size)]
    pub size: (u32, u32),
    #[arg(long)]
    pub panels: bool,
}

/// Why no picture was drawn.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The link is none.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// The link names what is not there.
    #[error("{what} in the link names nothing")]
    Nothing {
        /// The key and what it names, as the link writes them.
        what: String,
    },
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
    let link: ViewLink = args.link.parse()?;
    let mut named = link.items();
    if let Some((key, item)) = named.find(|(_, item)| !catalog.has(item)) {
        let id = item.id_with_side();
        return Err(RenderError::Nothing {
            what: format!("{key}={id}"),
        });
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

fn size(text: &str) -> Result<(u32, u32), Refused> {
    let number = |text: &str| {
        let number: Option<u32> = text.parse().ok();
        number.filter(|number| (16..=LARGEST).contains(number))
    };
    text.split_once(['x', 'X', '×'])
        .and_then(|(width, height)| Some((number(width)?, number(height)?)))
        .ok_or_else(|| {
            let largest = LARGEST.to_string();
            Refused(Message::new(Key("usage-size")).with("largest", largest))
        })
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
