//! The faults of data that only show when the body is built from it, with their places in the files.
//!
//! What can be told by reading is told by [`crate::model::catalog::load`]; here is what is left: a net that
//! encloses nothing, a surface that swings out of the body, a point from which no surface is met, a shape that lies
//! elsewhere than its landmarks and attachments.

use super::{
    body::compile,
    build_problem::{Blamed, BuildProblem},
    near_landmarks,
    ring_net::surface_of_sized_net,
};
use crate::model::{
    catalog::{Catalog, Step, fault_at, fault_at_id},
    facts::Shape,
    report::Fault,
    side::Side,
};
use std::collections::BTreeMap;

/// How far the line of sight of a point may miss its muscle, millimetres: half the width of a finger.
const FARTHEST_BESIDE_MM: f32 = 5.0;

/// Builds the body and tells what could not be built. `files` are those that the catalogue was read from; what
/// reading them has told already is not told again.
pub fn geometry_faults(files: &BTreeMap<String, String>, catalog: &Catalog) -> Vec<Fault> {
    let (body, problems) = compile(catalog);
    let elsewhere = near_landmarks::faults(files, catalog, &body);
    let beside = body
        .points
        .iter()
        .filter(|point| point.id.side == Side::Left && point.beside_mm > FARTHEST_BESIDE_MM)
        .map(|point| {
            let part = &point.structure.base;
            BuildProblem::point_beside(&point.id.code, part, point.beside_mm, FARTHEST_BESIDE_MM)
        });
    problems
        .into_iter()
        .chain(beside)
        .filter(|problem| !problem.follows)
        .map(|problem| located(problem, files, catalog))
        .chain(elsewhere)
        .collect()
}

fn located(problem: BuildProblem, files: &BTreeMap<String, String>, catalog: &Catalog) -> Fault {
    let BuildProblem { about, what, .. } = problem;
    match about {
        Blamed::Shape(id) => {
            let file = format!("shapes/{id}.ron");
            let mut path = vec![Step::Field("nets")];
            path.extend(
                catalog
                    .shapes
                    .get(&id)
                    .and_then(faulty_net)
                    .map(Step::Index),
            );
            fault_at(
                files,
                &file,
                &path,
                what,
                "compare it with a shape in data/shapes",
            )
        }
        Blamed::Point(code) => {
            let muscle = catalog.point(&code).map(|(muscle, _)| muscle.id.as_str());
            let file = format!("muscles/{}.ron", muscle.unwrap_or_default());
            let hint = "look at its place and at the direction it is snapped from";
            fault_at_id(files, &file, &code, what, hint)
        }
        Blamed::Part(id) => {
            let muscle = catalog.part(&id).map(|(muscle, _)| muscle.id.as_str());
            let file = format!("muscles/{}.ron", muscle.unwrap_or_default());
            fault_at_id(files, &file, &id, what, "look at its aponeuroses")
        }
        Blamed::Region(code) => fault_at_id(files, "regions.ron", &code, what, "look at its areas"),
    }
}

/// The first net of a shape that is no surface by itself.
fn faulty_net(shape: &Shape) -> Option<usize> {
    shape
        .nets
        .iter()
        .position(|net| surface_of_sized_net(net).is_err())
}
