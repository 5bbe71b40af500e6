//! What `myomap fit` reads: reference meshes, shapes, landmarks and attachments.

use super::error::FitCommandError;
use crate::{
    anatomy::place::{Landmarks, resolve_place},
    model::facts::{Landmark, Muscle, Part, Shape},
    store::{TextFileError, read_text},
    workshop::{
        muscle::{FitError, reference::Reference},
        recipe::Recipes,
    },
};
use glam::Vec3;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Largest mesh or plan read, in bytes; the largest mesh of the reference has 1.5 MB.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// Meshes of the reference: one file, or a folder from which those of a structure are taken.
pub(super) enum Meshes {
    /// This one, whatever the structure.
    One(PathBuf),
    /// By FMA number, written `fma13323`.
    Folder(BTreeMap<String, PathBuf>),
}

impl Meshes {
    /// Of a path given on the command line.
    pub(super) fn at(path: &Path) -> Result<Self, FitCommandError> {
        if !path.is_dir() {
            return Ok(Self::One(path.to_owned()));
        }
        let fault = |why| FitCommandError::File {
            path: path.to_owned(),
            why,
        };
        let mut meshes = BTreeMap::new();
        for entry in fs::read_dir(path).map_err(fault)? {
            let path = entry.map_err(fault)?.path();
            if path.extension().is_some_and(|e| e == "obj") {
                meshes.insert(fma_of(&path), path);
            }
        }
        Ok(Self::Folder(meshes))
    }

    /// The files of a structure; several where it was measured on several, one a head or a piece.
    pub(super) fn of(&self, id: &str, recipes: &Recipes, shape: Option<&Shape>) -> Vec<&Path> {
        match self {
            Self::One(path) => vec![path],
            Self::Folder(meshes) => {
                let by_recipe = recipes.meshes_of(id).iter();
                let mut wanted: Vec<String> = by_recipe.map(|fma| format!("fma{fma}")).collect();
                if let (true, Some(shape)) = (wanted.is_empty(), shape) {
                    wanted.extend(shape.measured_on.split_whitespace().map(str::to_owned));
                }
                wanted
                    .iter()
                    .filter_map(|fma| meshes.get(fma))
                    .map(PathBuf::as_path)
                    .collect()
            }
        }
    }
}

/// The text of a plan or recipe that is named on the command line.
pub(super) fn read_recipe(path: &Path) -> Result<String, FitCommandError> {
    read_text(path, LARGEST_FILE).map_err(|why| FitCommandError::File {
        path: path.to_owned(),
        why: why.into(),
    })
}

/// `fma33587` of `fma33587_descending_part.obj`.
pub(super) fn fma_of(path: &Path) -> String {
    let name = path
        .file_stem()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    name.split('_').next().unwrap_or_default().to_owned()
}

/// A mesh, welded and without crumbs (muscles) or as it is written (bones, skin), moved from its plane of symmetry to
/// the midline of our body.
pub(super) fn read_reference(
    path: &Path,
    welded: bool,
    plane_x_mm: f32,
) -> Result<Reference, FitCommandError> {
    let text = read_text(path, LARGEST_FILE).map_err(|why| match why {
        // A mesh in a format of bytes.
        TextFileError::NotText => FitCommandError::Measure {
            path: path.to_owned(),
            why: FitError::NoObj,
        },
        why => FitCommandError::File {
            path: path.to_owned(),
            why: why.into(),
        },
    })?;
    let read = if welded {
        Reference::from_obj(&text)
    } else {
        Reference::as_written(&text)
    };
    let measured_fault = |why| FitCommandError::Measure {
        path: path.to_owned(),
        why,
    };
    Ok(read.map_err(measured_fault)?.to_midline(plane_x_mm))
}

/// Several meshes as one, see [`read_reference`].
pub(super) fn read_together(
    paths: &[&Path],
    welded: bool,
    plane_x_mm: f32,
) -> Result<Reference, FitCommandError> {
    let mut whole = Reference::default();
    for path in paths {
        whole.append(&read_reference(path, welded, plane_x_mm)?);
    }
    Ok(whole)
}

/// The shape of a structure.
pub(super) fn read_shape(
    id: &str,
    files: &BTreeMap<String, String>,
) -> Result<Shape, FitCommandError> {
    let text = files
        .get(&format!("shapes/{id}.ron"))
        .ok_or_else(|| FitCommandError::NoShape(id.to_owned()))?;
    ron::from_str(text).map_err(|why| FitCommandError::Shape {
        id: id.to_owned(),
        why: why.to_string(),
    })
}

/// All landmarks. A file that does not read is `check`'s business; here its places are merely unknown.
pub(super) fn landmarks(files: &BTreeMap<String, String>) -> Landmarks {
    let list: Vec<Landmark> = files
        .get("landmarks.ron")
        .and_then(|text| ron::from_str(text).ok())
        .unwrap_or_default();
    Landmarks::new(&list)
}

/// The part of that id, from the muscles' files.
pub(super) fn part(id: &str, files: &BTreeMap<String, String>) -> Option<Part> {
    let muscle = id.split('.').next().unwrap_or(id);
    // Most parts live in the file of their own name; looking there first spares reading the others.
    let first = files.get(&format!("muscles/{muscle}.ron")).into_iter();
    let others = files
        .iter()
        .filter(|(path, _)| path.starts_with("muscles/"))
        .map(|(_, text)| text);
    first
        .chain(others)
        .filter_map(|text| ron::from_str::<Muscle>(text).ok())
        .flat_map(|muscle| muscle.parts)
        .find(|part| part.id == id)
}

/// Origin and insertion of a part, body frame, millimetres.
pub(super) fn attachments(
    part: &Part,
    landmarks: &Landmarks,
) -> Result<(Vec<Vec3>, Vec<Vec3>), FitCommandError> {
    let line = |places: &[crate::model::facts::Place]| -> Result<Vec<Vec3>, FitCommandError> {
        places
            .iter()
            .map(|place| {
                resolve_place(place, landmarks)
                    .map_err(|why| FitCommandError::Place(why.to_string()))
            })
            .collect()
    };
    Ok((line(&part.origin.line)?, line(&part.insertion.line)?))
}

/// Places as they are written on the command line: landmark ids or x:y:z, separated by commas.
pub(super) fn places(text: &str, landmarks: &Landmarks) -> Result<Vec<Vec3>, FitCommandError> {
    text.split(',')
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(|word| {
            if let Some(at) = landmarks.get(word) {
                return Ok(at);
            }
            let numbers: Vec<f32> = word.split(':').filter_map(|n| n.parse().ok()).collect();
            match numbers[..] {
                [x, y, z] if word.split(':').count() == 3 => Ok(Vec3::new(x, y, z)),
                _ => Err(FitCommandError::Place(format!(
                    "\"{word}\" is neither a landmark nor x:y:z"
                ))),
            }
        })
        .collect()
}
