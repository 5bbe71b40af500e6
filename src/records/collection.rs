//! The records that are known, by their ids.

use super::{Kind, Record, RecordId};
use std::collections::BTreeMap;

/// Records, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records(BTreeMap<RecordId, Record>);

impl Records {
    /// Takes a record over, in place of an earlier one of the same id.
    pub fn put(&mut self, record: Record) {
        self.0.insert(record.id, record);
    }

    /// Takes a record away.
    pub fn delete(&mut self, id: RecordId) {
        self.0.remove(&id);
    }

    /// The record of an id.
    #[must_use]
    pub fn get(&self, id: RecordId) -> Option<&Record> {
        self.0.get(&id)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True where there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, by the time they were made.
    pub fn iter(&self) -> impl Iterator<Item = &Record> {
        self.0.values()
    }

    /// All of them, those about the latest time first.
    #[must_use]
    pub fn latest_first(&self) -> Vec<&Record> {
        let mut all: Vec<&Record> = self.0.values().collect();
        all.sort_by(|a, b| (&b.at, b.id).cmp(&(&a.at, a.id)));
        all
    }

    /// The one of a kind about the latest time.
    #[must_use]
    pub fn latest(&self, kind: Kind) -> Option<&Record> {
        self.0
            .values()
            .filter(|record| record.kind() == kind)
            .max_by(|a, b| (&a.at, a.id).cmp(&(&b.at, b.id)))
    }
}

impl FromIterator<Record> for Records {
    fn from_iter<T: IntoIterator<Item = Record>>(records: T) -> Self {
        let mut all = Self::default();
        for record in records {
            all.put(record);
        }
        all
    }
}
