//! The data that is part of the program.

use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;

static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data");

/// The files of `data/` as they were when the program was built: path relative to
/// `data/` with `/` between its parts, and text. Only `.ron` files.
pub fn built_in_files() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    collect(&DATA, &mut files);
    files
}

fn collect(dir: &Dir<'_>, files: &mut BTreeMap<String, String>) {
    for file in dir.files() {
        let path = file.path();
        if path.extension().is_some_and(|ending| ending == "ron")
            && let (Some(path), Some(text)) = (path.to_str(), file.contents_utf8())
        {
            files.insert(path.replace('\\', "/"), text.to_owned());
        }
    }
    for inner in dir.dirs() {
        collect(inner, files);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_landmarks_are_built_in_and_the_licence_is_not_data() {
        let files = built_in_files();
        assert!(files.contains_key("landmarks.ron"));
        assert!(files.keys().all(|path| path.ends_with(".ron")));
    }
}
