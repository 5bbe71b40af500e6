//! Why `myomap fit` failed.

use crate::{
    model::closest::quoted,
    store::{OutputError, StoreError},
    workshop::{bone::BoneFitError, muscle::FitError, recipe::RecipeFaults, whereabouts::Misfit},
};
use std::{io, path::PathBuf};

/// Why `fit` failed.
#[derive(Debug, thiserror::Error)]
pub enum FitCommandError {
    /// A file could not be read or written.
    #[error("{path}: {why}", path = path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: io::Error,
    },
    /// The shape could not be written.
    #[error(transparent)]
    Written(#[from] OutputError),
    /// The mesh could not be measured.
    #[error("{path}: {why}", path = path.display())]
    Measure {
        /// The mesh.
        path: PathBuf,
        /// What is wrong.
        why: FitError,
    },
    /// A place is neither a landmark nor a point.
    #[error("{0}")]
    Place(String),
    /// Nothing tells between what the fibres run.
    #[error("{0} is no part of a muscle, no bone and not the skin: give --from and --to")]
    NoAttachment(String),
    /// The folder holds no mesh of the structure.
    #[error("{folder}: there is no mesh of {id}", folder = folder.display())]
    NoMesh {
        /// The folder.
        folder: PathBuf,
        /// Structure.
        id: String,
    },
    /// Nobody says what a mesh is of.
    #[error(
        "say with --source of which source the mesh of {0} is; `myomap list sources` tells them"
    )]
    WhichSource(String),
    /// The data has no such source.
    #[error("there is no source {id}{}", did_you_mean(meant.as_deref()))]
    NoSource {
        /// As it was asked for.
        id: String,
        /// What may have been meant.
        meant: Option<String>,
    },
    /// The mesh does not lie where its structure does.
    #[error("{path}: {}", misplaced(id, misfit), path = path.display())]
    Misplaced {
        /// The mesh.
        path: PathBuf,
        /// Structure.
        id: String,
        /// How it lies.
        misfit: Misfit,
    },
    /// A bone could not be measured.
    #[error("{id}: {why}")]
    Bone {
        /// Structure.
        id: String,
        /// What is wrong.
        why: BoneFitError,
    },
    /// No shape of that name.
    #[error("there is no shape {0}: measure it first")]
    NoShape(String),
    /// The shape's file does not read.
    #[error("shapes/{id}.ron: {why}")]
    Shape {
        /// Structure.
        id: String,
        /// What is wrong.
        why: String,
    },
    /// The plan does not read or cannot be built.
    #[error("{path}: {why}", path = path.display())]
    Plan {
        /// The plan.
        path: PathBuf,
        /// What is wrong.
        why: String,
    },
    /// The folder of recipes could not be read.
    #[error(transparent)]
    Recipes(#[from] StoreError),
    /// A recipe or plan has faults.
    #[error("there are faults in the recipes:\n{0}")]
    Faults(#[from] RecipeFaults),
    /// The report could not be written.
    #[error("cannot write: {0}")]
    Out(#[from] io::Error),
}

fn did_you_mean(meant: Option<&str>) -> String {
    meant.map_or_else(String::new, |meant| {
        format!("; did you mean {}?", quoted(meant))
    })
}

fn misplaced(id: &str, misfit: &Misfit) -> String {
    let Misfit {
        mesh_mm,
        known_mm,
        apart_mm,
        unit_mm,
    } = misfit;
    let unit = match unit_mm {
        Some(10) => "centimetres",
        Some(100) => "decimetres",
        Some(_) => "metres",
        None => {
            return format!(
                "it lies up to {apart_mm:.0} mm from where {id} is: another structure, or not in the body frame \
                 (x to the subject's left, y up from the soles, z to the front, millimetres)"
            );
        }
    };
    format!(
        "it is {mesh_mm:.1} mm long across, and {id} is {known_mm:.0} mm: is it in {unit}? It must be in millimetres"
    )
}
