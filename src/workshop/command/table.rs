//! How far the shapes lie from their references, as rows of a table.

use super::{
    error::FitCommandError,
    files::{Meshes, part, read_shape, read_together},
};
use crate::{
    anatomy::{
        mesh::SurfaceMesh,
        ring_net::{Fineness, NetError, rings_of_net, surface_of_rings},
    },
    model::facts::Shape,
    workshop::{
        bone::{check::deviation, reference::whole_of, solid::Solid},
        muscle::{
            distance::{Apart, apart},
            reference::Reference,
        },
        recipe::Recipes,
        skin::check::apart_from,
    },
};
use rayon::prelude::*;
use std::{collections::BTreeMap, fmt, path::Path};

/// What is measured, and how near it has to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// The skin.
    Skin,
    /// A muscle or a part of one that is one body.
    Muscle,
    /// A muscle of several slips or heads.
    Slips,
    /// Bone, cartilage, disc.
    Bone,
}

/// Mean and 95th percentile that may not be exceeded, millimetres.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limit {
    mean_mm: f32,
    p95_mm: Option<f32>,
}

impl Class {
    /// The class of a shape; `muscle` tells that it is a part of a muscle.
    pub(super) fn of(shape: &Shape, muscle: bool) -> Self {
        match (shape.structure.as_str(), muscle, shape.nets.len()) {
            ("skin", ..) => Self::Skin,
            (_, true, 0 | 1) => Self::Muscle,
            (_, true, _) => Self::Slips,
            (_, false, _) => Self::Bone,
        }
    }

    fn limit(self) -> Limit {
        let (mean_mm, p95_mm) = match self {
            Self::Skin => (4.0, None),
            Self::Muscle => (1.5, Some(5.0)),
            Self::Slips | Self::Bone => (2.5, Some(8.0)),
        };
        Limit { mean_mm, p95_mm }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.p95_mm {
            Some(p95) => write!(f, "{} / {p95}", self.mean_mm),
            None => write!(f, "{}", self.mean_mm),
        }
    }
}

/// One line of the table.
pub(super) struct Row {
    /// Structure, or a part of the skin.
    pub(super) what: String,
    /// Its class.
    pub(super) class: Class,
    nets: usize,
    mean_mm: f32,
    p95_mm: f32,
    limit: Limit,
}

impl Row {
    fn new(what: &str, class: Class, nets: usize, mean_mm: f32, p95_mm: f32) -> Self {
        Self {
            what: what.to_owned(),
            class,
            nets,
            mean_mm,
            p95_mm,
            limit: class.limit(),
        }
    }

    /// Whether it keeps its limits.
    pub(super) fn ok(&self) -> bool {
        self.mean_mm <= self.limit.mean_mm
            && self.limit.p95_mm.is_none_or(|most| self.p95_mm <= most)
    }

    /// 95 of 100 samples are nearer, millimetres.
    pub(super) fn p95_mm(&self) -> f32 {
        self.p95_mm
    }

    /// For the terminal.
    pub(super) fn plain(&self) -> String {
        format!(
            "{:<34} {:>4} {:>7.2} {:>7.2}  {:<9} {}",
            self.what,
            self.nets,
            self.mean_mm,
            self.p95_mm,
            self.limit.to_string(),
            if self.ok() { "ok" } else { "OVER" }
        )
    }

    /// For a document.
    pub(super) fn markdown(&self) -> String {
        format!(
            "| {} | {} | {:.2} | {:.2} | {} | {} |",
            self.what,
            self.nets,
            self.mean_mm,
            self.p95_mm,
            self.limit,
            if self.ok() { "ok" } else { "**over**" }
        )
    }
}

/// What stands over the rows on the terminal.
pub(super) fn heading() -> String {
    format!(
        "{:<34} {:>4} {:>7} {:>7}  {:<9} {}",
        "structure", "nets", "mean mm", "p95 mm", "limits", "kept"
    )
}

/// What stands over the rows in a document.
pub(super) const MARKDOWN_HEADING: &str =
    "| structure | nets | mean, mm | p95, mm | limits, mm | kept |\n|---|--:|--:|--:|---|---|";

/// The rows of one shape (two for the skin); none where there is nothing to compare with.
pub(super) fn rows_of(
    shape: &Shape,
    class: Class,
    recipes: &Recipes,
    paths: &[&Path],
) -> Result<Vec<Row>, FitCommandError> {
    if paths.is_empty() {
        return Ok(Vec::new());
    }
    let muscle = matches!(class, Class::Muscle | Class::Slips);
    let plane_x_mm = recipes.midline.of(&shape.structure);
    let reference = read_together(paths, muscle, plane_x_mm)?;
    rows_against(shape, class, recipes, &reference)
}

/// As [`rows_of`], with the reference already read.
pub(super) fn rows_against(
    shape: &Shape,
    class: Class,
    recipes: &Recipes,
    reference: &Reference,
) -> Result<Vec<Row>, FitCommandError> {
    let fault = |why: NetError| FitCommandError::Shape {
        id: shape.structure.clone(),
        why: why.to_string(),
    };
    let (id, nets) = (shape.structure.as_str(), shape.nets.len());
    Ok(match class {
        Class::Skin => apart_from(&recipes.skin, shape, &reference.to_surface())
            .map_err(fault)?
            .map(|found| {
                let (part, whole) = (found.neck_and_trunk, found.whole);
                let mut row = Row::new(
                    "skin, neck and trunk",
                    class,
                    nets,
                    part.mean_mm,
                    part.p95_mm,
                );
                row.limit.mean_mm = 2.5;
                vec![
                    row,
                    Row::new("skin, whole", class, nets, whole.mean_mm, whole.p95_mm),
                ]
            })
            .unwrap_or_default(),
        Class::Bone => {
            let solid = whole_of(
                id,
                Solid {
                    positions_mm: reference.positions_mm.clone(),
                    triangles: reference.triangles.clone(),
                },
            );
            let found = deviation(shape, &solid).map_err(fault)?;
            vec![Row::new(id, class, nets, found.mean_mm, found.p95_mm)]
        }
        Class::Muscle | Class::Slips => {
            let ours = bodies(shape).map_err(fault)?;
            // The shapes are those of the left side.
            let found: Option<Apart> = apart(&ours, &reference.left_half().to_surface());
            found
                .map(|a| Row::new(id, class, nets, a.mean_mm, a.p95_mm))
                .into_iter()
                .collect()
        }
    })
}

/// The rows of every shape with a reference in the folder, by class and name; and the structures without one.
pub(super) fn all_rows(
    meshes: &Meshes,
    recipes: &Recipes,
    files: &BTreeMap<String, String>,
) -> Result<(Vec<Row>, Vec<String>), FitCommandError> {
    let ids: Vec<&str> = files
        .keys()
        .filter_map(|path| path.strip_prefix("shapes/")?.strip_suffix(".ron"))
        .collect();
    let measured: Result<Vec<(&str, Vec<Row>)>, FitCommandError> = ids
        .into_par_iter()
        .map(|id| {
            let shape = read_shape(id, files)?;
            let class = Class::of(&shape, part(id, files).is_some());
            // What was built is no measurement, even where a mesh of the same name exists.
            let paths = if shape.measured_on.is_empty() {
                Vec::new()
            } else {
                meshes.of(id, recipes, Some(&shape))
            };
            Ok((id, rows_of(&shape, class, recipes, &paths)?))
        })
        .collect();
    let (mut rows, mut without) = (Vec::new(), Vec::new());
    for (id, found) in measured? {
        if found.is_empty() {
            without.push(id.to_owned());
        }
        rows.extend(found);
    }
    rows.sort_by_key(|row| row.class);
    Ok((rows, without))
}

fn bodies(shape: &Shape) -> Result<Vec<SurfaceMesh>, NetError> {
    shape
        .nets
        .iter()
        .map(|net| {
            let rings = rings_of_net(net)?;
            surface_of_rings(&rings, Fineness::for_rings(&rings))
        })
        .collect()
}
