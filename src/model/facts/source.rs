//! Sources of what the data says.

use serde::{Deserialize, Serialize};

/// A source of `sources.ron`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id, e.g. `TS1`, `BAR13`.
    pub id: String,
    /// Authors, year, title or page.
    pub citation: String,
    /// DOI without `doi:`, or empty.
    #[serde(default)]
    pub doi: String,
    /// Web page or stored copy, or empty.
    #[serde(default)]
    pub url: String,
    /// What it is.
    pub kind: SourceKind,
    /// How it was used: opened, an abstract only, a secondary copy, cited from memory …
    pub used: String,
}

impl Source {
    /// Where it can be found on the web; none where the data does not say.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        if self.doi.is_empty() {
            Some(self.url.clone()).filter(|url| !url.is_empty())
        } else {
            Some(format!("https://doi.org/{}", self.doi))
        }
    }
}

/// Kind of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum SourceKind {
    /// Trigger-point manual or textbook.
    Manual,
    /// Trial, observational study or review.
    Study,
    /// Guideline or health authority.
    Guideline,
    /// Practice or teaching page.
    Page,
    /// Popular article.
    Article,
    /// Terminology or anatomical data set.
    Terminology,
    /// Our own choice or measurement.
    Own,
}
