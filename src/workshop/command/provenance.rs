//! Where a measured shape comes from: the source that its mesh is of, and what is written over it.
//!
//! Both come from what was asked for and from the data, never from a constant: a shape that was measured on anything
//! must not say that it was measured on something else.

use super::{args::FitArgs, error::FitCommandError, files::fma_of};
use crate::model::{
    catalog::load,
    closest::closest,
    facts::{Shape, Source},
};
use std::{collections::BTreeMap, path::Path};

/// What the figures of the skin mean, which stand under where they come from.
const ABOUT_SKIN: &str = "Radii in millimetres about axes; the rings of a net lie in parallel planes across the line from its first
centre to its last. `built`: what the reference lacks, added by hand.";

/// Where a shape comes from.
pub(super) struct Provenance {
    /// Id of the source.
    pub(super) source: String,
    /// The reference meshes that have a number, `fma33587`, separated by spaces.
    pub(super) measured_on: String,
    /// The comment over the shape.
    pub(super) credit: String,
}

impl Provenance {
    /// Of a shape that is to be measured on some files.
    ///
    /// # Errors
    /// Where nobody says what the mesh is of, or the data has no such source.
    pub(super) fn of(
        args: &FitArgs,
        id: &str,
        paths: &[&Path],
        known: Option<&Shape>,
        files: &BTreeMap<String, String>,
    ) -> Result<Self, FitCommandError> {
        let names: Vec<String> = paths.iter().map(|path| fma_of(path)).collect();
        let numbered: Vec<&str> = (names.iter().map(String::as_str))
            .filter(|name| is_number_of_mesh(name))
            .collect();
        let measured_on = numbered.join(" ");
        // The mesh of the shape that there is, by the numbers in the names of its files.
        let same = known.filter(|known| {
            let all = !measured_on.is_empty() && numbered.len() == names.len();
            all && known.measured_on == measured_on
        });
        let source = match (&args.source, same) {
            (Some(source), _) => source.clone(),
            (None, Some(known)) => known.source.clone(),
            (None, None) => return Err(FitCommandError::WhichSource(id.to_owned())),
        };
        let header = (same.filter(|known| known.source == source))
            .and_then(|_| files.get(&format!("shapes/{id}.ron")))
            .map(|text| header(text))
            .filter(|header| !header.is_empty());
        let credit = match header {
            Some(header) => header,
            None => composed(id, &source_of(&source, files)?, paths),
        };
        Ok(Self {
            source,
            measured_on,
            credit,
        })
    }
}

fn composed(id: &str, source: &Source, paths: &[&Path]) -> String {
    let names: Vec<_> = (paths.iter())
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .collect();
    let mut credit = format!("Measured on {} ({})", names.join(", "), source.citation);
    if !source.url.is_empty() {
        credit.push_str(&format!("\n{}", source.url));
    }
    if id == "skin" {
        credit.push('\n');
        credit.push_str(ABOUT_SKIN);
    }
    credit
}

/// The source of an id.
pub(super) fn source_of(
    id: &str,
    files: &BTreeMap<String, String>,
) -> Result<Source, FitCommandError> {
    let file = "sources.ron";
    let text = files.get(file).cloned().unwrap_or_default();
    let sources = load(&BTreeMap::from([(file.to_owned(), text)])).0.sources;
    if let Some(source) = sources.iter().find(|source| source.id == id) {
        return Ok(source.clone());
    }
    let known = sources.iter().map(|source| source.id.as_str());
    Err(FitCommandError::NoSource {
        id: id.to_owned(),
        meant: closest(id, known).map(str::to_owned),
    })
}

/// True for `fma33587`, false for any other name of a mesh.
fn is_number_of_mesh(name: &str) -> bool {
    let number = name.strip_prefix("fma");
    number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// The comment at the top of a shape's file: it says where the figures come from.
pub(super) fn header(text: &str) -> String {
    let lines = text.lines().map_while(|line| line.strip_prefix("//"));
    lines.map(str::trim).collect::<Vec<_>>().join("\n")
}
