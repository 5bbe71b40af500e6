//! A text file from outside: asked what it is before it is opened, and read no further than its limit.

use std::{fs, io, io::Read, path::Path};

/// Why a file's text was not read.
#[derive(Debug, thiserror::Error)]
pub enum TextFileError {
    /// The system refused; there may be no such file.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A folder, a pipe, a device: to open a pipe would wait for ever.
    #[error("it is not a plain file")]
    NotAFile,
    /// More bytes than the limit.
    #[error("it is larger than {0} bytes")]
    TooLarge(u64),
    /// Not UTF-8.
    #[error("it is no text")]
    NotText,
}

impl From<TextFileError> for io::Error {
    fn from(error: TextFileError) -> Self {
        match error {
            TextFileError::Io(error) => error,
            other => Self::other(other),
        }
    }
}

/// The text of a file of at most so many bytes, without the byte order mark that some editors put in front.
///
/// # Errors
/// See [`TextFileError`].
pub fn read_text(path: &Path, most_bytes: u64) -> Result<String, TextFileError> {
    let mut bytes = Vec::new();
    let file = open_plain(path)?;
    // One byte more than allowed tells a file that has grown since from one at the limit.
    file.take(most_bytes.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most_bytes {
        return Err(TextFileError::TooLarge(most_bytes));
    }
    let text = String::from_utf8(bytes).or(Err(TextFileError::NotText))?;
    Ok(text
        .strip_prefix('\u{feff}')
        .map(str::to_owned)
        .unwrap_or(text))
}

/// Opens a file that is one; see [`TextFileError::NotAFile`].
pub(super) fn open_plain(path: &Path) -> Result<fs::File, TextFileError> {
    match fs::metadata(path)?.is_file() {
        true => Ok(fs::File::open(path)?),
        false => Err(TextFileError::NotAFile),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_up_to_its_limit_and_nothing_else_is() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.txt");
        let read = |bytes: &[u8], most: u64| {
            fs::write(&file, bytes).unwrap();
            read_text(&file, most).map_err(|error| error.to_string())
        };
        assert_eq!(read("\u{feff}tëxt".as_bytes(), 8), Ok("tëxt".to_owned()));
        assert_eq!(read(b"123", 3), Ok("123".to_owned()));
        assert_eq!(
            read(b"1234", 3),
            Err("it is larger than 3 bytes".to_owned())
        );
        assert_eq!(read(&[0xff, 0xfe], 8), Err("it is no text".to_owned()));
        assert!(matches!(
            read_text(dir.path(), 8),
            Err(TextFileError::NotAFile)
        ));
        let none = read_text(&dir.path().join("none"), 8);
        assert!(
            matches!(none, Err(TextFileError::Io(why)) if why.kind() == io::ErrorKind::NotFound)
        );
    }

    /// A pipe that nobody writes into; opening it would wait for ever.
    #[cfg(unix)]
    #[test]
    fn a_pipe_is_not_opened() {
        let dir = tempfile::tempdir().unwrap();
        let pipe = dir.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        assert!(matches!(read_text(&pipe, 8), Err(TextFileError::NotAFile)));
        assert!(matches!(
            read_text(Path::new("/dev/zero"), 8),
            Err(TextFileError::NotAFile)
        ));
    }
}
