//! The data files that a command works on: the built-in ones, and a pack that the user lays over them.

use crate::{
    model::{
        catalog::{Catalog, load_pack},
        report::Report,
    },
    store::{self, StoreError},
};
use std::{collections::BTreeMap, path::Path};

/// Files of which only a whole data set has all.
const WHOLE: [&str; 3] = ["landmarks.ron", "regions.ron", "sources.ron"];

/// Texts of files by their path relative to the data folder.
pub(super) struct DataFiles {
    below: BTreeMap<String, String>,
    pack: BTreeMap<String, String>,
}

impl DataFiles {
    /// The data that is part of the program.
    pub(super) fn built_in() -> Self {
        Self {
            below: store::built_in_files(),
            pack: BTreeMap::new(),
        }
    }

    /// Lays the files of a folder over these; on an error nothing is changed.
    ///
    /// # Errors
    /// As [`store::folder_files`].
    pub(super) fn lay_over(&mut self, dir: &Path) -> Result<(), StoreError> {
        self.pack.extend(store::folder_files(dir)?);
        Ok(())
    }

    /// The same with the files of a folder that is to be checked: laid over these, or instead of them where it is
    /// a whole data set.
    ///
    /// # Errors
    /// As [`store::folder_files`].
    pub(super) fn with_checked(mut self, dir: &Path) -> Result<Self, StoreError> {
        let given = store::folder_files(dir)?;
        if WHOLE.iter().all(|path| given.contains_key(*path)) {
            self.below.clear();
            self.pack = given;
        } else {
            self.pack.extend(given);
        }
        Ok(self)
    }

    /// Everything that is sound in them, and what is not.
    pub(super) fn load(&self) -> (Catalog, Report) {
        load_pack(&self.below, &self.pack)
    }

    /// Whether the pack has a file of this path.
    pub(super) fn is_in_pack(&self, path: &str) -> bool {
        self.pack.contains_key(path)
    }

    /// All files as one set.
    pub(super) fn texts(&self) -> BTreeMap<String, String> {
        let mut files = self.below.clone();
        files.extend(self.pack.clone());
        files
    }
}
