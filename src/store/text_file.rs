//! A text file from outside: asked what it is before it is opened, and read no further than its limit.
//!
//! [`text_of`] is the one place where bytes become text. Windows' editors and shells put a byte order mark in front of
//! UTF-8, and some write UTF-16 with one; both are read as what they are.

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
    /// Neither UTF-8 nor UTF-16 with its mark.
    #[error("it is no text; save it as UTF-8")]
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
    text_of(bytes).ok_or(TextFileError::NotText)
}

/// The text that some bytes are: UTF-8, or UTF-16 with its byte order mark; without the mark. Nothing where they are
/// no text.
#[must_use]
pub fn text_of(bytes: Vec<u8>) -> Option<String> {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, odd) = rest.as_chunks();
        let units: Vec<u16> = pairs.iter().copied().map(unit).collect();
        odd.is_empty().then(|| String::from_utf16(&units).ok())?
    };
    match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => std::str::from_utf8(rest).ok().map(str::to_owned),
        _ => String::from_utf8(bytes).ok(),
    }
}

/// The bytes of a text as UTF-8 without a mark; what is marked as no other text stays as it is.
#[must_use]
pub(super) fn as_utf8(bytes: Vec<u8>) -> Vec<u8> {
    match bytes.as_slice() {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0xef, 0xbb, 0xbf, ..] => {
            text_of(bytes.clone()).map_or(bytes, String::into_bytes)
        }
        _ => bytes,
    }
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
        let no_text = read(&[0xff, 0xff], 8);
        assert_eq!(no_text, Err("it is no text; save it as UTF-8".to_owned()));
        assert!(matches!(
            read_text(dir.path(), 8),
            Err(TextFileError::NotAFile)
        ));
        let none = read_text(&dir.path().join("none"), 8);
        assert!(
            matches!(none, Err(TextFileError::Io(why)) if why.kind() == io::ErrorKind::NotFound)
        );
    }

    #[test]
    fn text_is_the_same_however_windows_wrote_it() {
        let text = "myomap painting 1\r\npain Cabeza – ñ 😀\r\n";
        let wide = |mark: [u8; 2], unit: fn(u16) -> [u8; 2]| {
            let units = text.encode_utf16().flat_map(unit);
            mark.into_iter().chain(units).collect::<Vec<u8>>()
        };
        let mut little = wide([0xff, 0xfe], u16::to_le_bytes);
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            little.clone(),
            wide([0xfe, 0xff], u16::to_be_bytes),
        ] {
            assert_eq!(text_of(bytes).as_deref(), Some(text));
        }
        // Half a character, and half of a pair.
        little.push(0);
        assert_eq!(text_of(little), None);
        assert_eq!(text_of(vec![0xff, 0xfe, 0x3d, 0xd8]), None);
        assert_eq!(text_of(vec![0xff, 0xfe]).as_deref(), Some(""));
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
