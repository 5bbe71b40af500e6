//! The compiled body: every structure with its mesh on both sides, the skin, and every
//! trigger point at its place. Not here: what drawing and pointing need on top (`scene`).

use super::{
    bone_surface::surface_of_bone,
    build_problem::BuildProblem,
    fibres::fibre_coordinate,
    mesh::SurfaceMesh,
    pain_field::SkinSurface,
    place::{Landmarks, resolve_place, snap_to},
    ray_index::RayIndex,
    ring_net::surface_of_shape,
    skin::skin_of_shape,
};
use crate::model::{
    catalog::Catalog,
    closest::quoted,
    facts::{Part, Place, Shape, Tissue, TriggerPoint},
    ids::{PointId, StructureId},
    limits::{MOST_CORNERS, without_room},
    side::Side,
};
use glam::Vec3;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Id of the skin.
pub(super) const SKIN: &str = "skin";
/// Mirror image across the midline of the body.
const MIRROR: Vec3 = Vec3::new(-1.0, 1.0, 1.0);

/// Everything that has a shape.
pub struct Body {
    /// Muscles, then bones, each left before right, in the order of their ids.
    pub structures: Vec<BodyStructure>,
    /// The skin.
    pub skin: SkinSurface,
    /// Trigger points of both sides.
    pub points: Vec<PlacedPoint>,
}

/// A muscle, a part of one, or a bone, on one side.
pub struct BodyStructure {
    /// Id with the side.
    pub id: StructureId,
    /// Muscle, bone or fascia.
    pub kind: StructureKind,
    /// Layer of the depth slider: 1 to 5 muscles and fasciae, 6 the skeleton.
    pub depth: u8,
    /// English name.
    pub name: String,
    /// Surface in the body frame, millimetres.
    pub mesh: SurfaceMesh,
}

/// What a structure is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StructureKind {
    /// Muscle with its tendons.
    Muscle,
    /// Bone, cartilage or tooth.
    Bone(Tissue),
    /// Fascia, aponeurosis or ligament: a sheet or a band of pale fibres.
    Fascia,
}

impl StructureKind {
    /// Of an entry of `bones/` or `fascia/`.
    fn of_tissue(tissue: Tissue) -> Self {
        if tissue.is_fibrous() {
            Self::Fascia
        } else {
            Self::Bone(tissue)
        }
    }

    /// Bone, cartilage or tooth, not soft tissue.
    #[must_use]
    pub fn is_bone(self) -> bool {
        matches!(self, Self::Bone(_))
    }
}

/// A trigger point at its place.
pub struct PlacedPoint {
    /// The point with its side.
    pub id: PointId,
    /// The structure on whose surface it lies.
    pub structure: StructureId,
    /// Place on that surface, body frame, millimetres.
    pub point_mm: Vec3,
    /// Outward normal there.
    pub normal: Vec3,
    /// Layer of its muscle.
    pub depth: u8,
    /// How far beside the line of sight of its recipe it lies, millimetres: 0 where that line meets the muscle.
    pub beside_mm: f32,
}

/// A structure to be built.
pub(super) struct Plan<'a> {
    base: &'a str,
    name: &'a str,
    kind: StructureKind,
    depth: u8,
    paired: bool,
    /// All shapes together are too large, and this is one of the largest.
    without_room: bool,
}

/// Compiles the shapes of a catalogue. The second value tells what could not be built; all else is there.
pub fn compile(catalog: &Catalog) -> (Body, Vec<BuildProblem>) {
    // The skin and the rest take about the same time, so that two cores share the work.
    let (skin, (structures, mut problems, points)) = rayon::join(
        || compile_skin(catalog),
        || {
            let (structures, mut problems) = compile_structures(catalog);
            let (points, unplaced) = place_points(catalog, &structures);
            problems.extend(unplaced);
            (structures, problems, points)
        },
    );
    let skin = skin.unwrap_or_else(|problem| {
        problems.push(problem);
        SkinSurface::new(SurfaceMesh::default())
    });
    (
        Body {
            structures,
            skin,
            points,
        },
        problems,
    )
}

fn compile_skin(catalog: &Catalog) -> Result<SkinSurface, BuildProblem> {
    skin_of_shape(skin_shape(catalog)?)
        .map(SkinSurface::new)
        .map_err(|why| BuildProblem::shape(SKIN, &why))
}

/// The shape of the skin.
pub(super) fn skin_shape(catalog: &Catalog) -> Result<&Shape, BuildProblem> {
    catalog
        .shapes
        .get(SKIN)
        .ok_or_else(|| BuildProblem::no_shape(SKIN))
}

/// What is to be built: muscles, then bones, in the order of their ids.
pub(super) fn plans(catalog: &Catalog) -> Vec<Plan<'_>> {
    let without_room = without_room(catalog.shapes.values());
    let muscles = catalog
        .muscles
        .iter()
        .flat_map(|muscle| &muscle.parts)
        .map(|part| Plan {
            base: &part.id,
            name: &part.names.english,
            kind: StructureKind::Muscle,
            depth: part.depth,
            paired: true,
            without_room: without_room.contains(part.id.as_str()),
        });
    let bones = catalog.bones.iter().map(|bone| Plan {
        base: &bone.id,
        name: &bone.names.english,
        kind: StructureKind::of_tissue(bone.tissue),
        depth: bone.depth,
        paired: bone.paired,
        without_room: without_room.contains(bone.id.as_str()),
    });
    muscles.chain(bones).collect()
}

fn compile_structures(catalog: &Catalog) -> (Vec<BodyStructure>, Vec<BuildProblem>) {
    let plans = plans(catalog);
    let landmarks = Landmarks::new(&catalog.landmarks);
    let built: Vec<Result<Vec<BodyStructure>, BuildProblem>> = plans
        .par_iter()
        .map(|plan| build(plan, catalog, &landmarks))
        .collect();
    let mut structures = Vec::new();
    let mut problems = Vec::new();
    for result in built {
        match result {
            Ok(sides) => structures.extend(sides),
            Err(problem) => problems.push(problem),
        }
    }
    (structures, problems)
}

/// Builds a structure, on both sides where it is paired.
pub(super) fn build(
    plan: &Plan,
    catalog: &Catalog,
    landmarks: &Landmarks,
) -> Result<Vec<BodyStructure>, BuildProblem> {
    let shape = catalog
        .shapes
        .get(plan.base)
        .ok_or_else(|| BuildProblem::no_shape(plan.base))?;
    if plan.without_room {
        let why = format!("all shapes together have more than {MOST_CORNERS} corners");
        return Err(BuildProblem::shape(plan.base, &why));
    }
    let surface = match plan.kind {
        // Teeth stand side by side and are not to grow together.
        StructureKind::Bone(Tissue::Bone | Tissue::Cartilage) => surface_of_bone(shape),
        StructureKind::Bone(_) | StructureKind::Muscle | StructureKind::Fascia => {
            surface_of_shape(shape)
        }
    };
    let mut mesh = surface.map_err(|why| BuildProblem::shape(plan.base, &why))?;
    if shape.nets.len() > 1
        && shape.along.is_empty()
        && let Some((_, part)) = catalog.part(plan.base)
    {
        fibres_over_all_slips(&mut mesh, part, landmarks);
    }
    if plan.paired {
        mesh.end_at_midline();
    }
    let structure = |side, mesh| BodyStructure {
        id: StructureId::new(plan.base, side),
        kind: plan.kind,
        depth: plan.depth,
        name: plan.name.to_owned(),
        mesh,
    };
    Ok(if plan.paired {
        let mirrored = mesh.mirrored();
        vec![
            structure(Side::Left, mesh),
            structure(Side::Right, mirrored),
        ]
    } else {
        vec![structure(Side::Midline, mesh)]
    })
}

/// In a muscle of several slips each net counts its own way along; here f is laid over the whole from its
/// attachments, so that the tendons are at the muscle's ends and not at every fork. A line
/// that cannot be computed is a fault of the data told elsewhere; the nets' own count stays then.
fn fibres_over_all_slips(mesh: &mut SurfaceMesh, part: &Part, landmarks: &Landmarks) {
    let line = |places: &[Place]| -> Option<Vec<Vec3>> {
        places
            .iter()
            .map(|place| resolve_place(place, landmarks).ok())
            .collect()
    };
    let (Some(origin), Some(insertion)) = (line(&part.origin.line), line(&part.insertion.line))
    else {
        return;
    };
    if origin.is_empty() || insertion.is_empty() {
        return;
    }
    let along: Vec<f32> = mesh
        .positions_mm
        .iter()
        .map(|&p| fibre_coordinate(p, &origin, &insertion))
        .collect();
    let low = along.iter().copied().fold(f32::INFINITY, f32::min);
    let high = along.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    if high - low < 1e-3 {
        return;
    }
    for (uv, f) in mesh.fibre_uv.iter_mut().zip(along) {
        uv[1] = ((f - low) / (high - low)).clamp(0.0, 1.0);
    }
}

/// Places the points on the left by their recipes; the right ones are their mirror images.
fn place_points(
    catalog: &Catalog,
    structures: &[BodyStructure],
) -> (Vec<PlacedPoint>, Vec<BuildProblem>) {
    let landmarks = Landmarks::new(&catalog.landmarks);
    let mut placed: Vec<Placed> = points_by_part(catalog)
        .par_iter()
        .flat_map_iter(|(part, points)| place_on_part(part, points, structures, &landmarks))
        .collect();
    placed.sort_by_key(|(number, _)| *number);
    let (mut points, mut problems) = (Vec::new(), Vec::new());
    for (_, result) in placed {
        match result {
            Ok(sides) => points.extend(sides),
            Err(problem) => problems.push(problem),
        }
    }
    (points, problems)
}

/// A point by its number in the catalogue, with its place or why it has none.
pub(super) type Placed = (usize, Result<[PlacedPoint; 2], BuildProblem>);

/// The points of the catalogue with their numbers, by the part they lie on.
pub(super) fn points_by_part(catalog: &Catalog) -> Vec<(&str, Vec<(usize, &TriggerPoint)>)> {
    let mut by_part: BTreeMap<&str, Vec<(usize, &TriggerPoint)>> = BTreeMap::new();
    for (number, (_, point)) in catalog.points().enumerate() {
        let list = by_part.entry(&point.part).or_default();
        list.push((number, point));
    }
    by_part.into_iter().collect()
}

/// Places the points of a part.
pub(super) fn place_on_part(
    part: &str,
    points: &[(usize, &TriggerPoint)],
    structures: &[BodyStructure],
    landmarks: &Landmarks,
) -> Vec<Placed> {
    let left = StructureId::new(part, Side::Left);
    let structure = structures.iter().find(|structure| structure.id == left);
    let surface = structure.map(|s| (s.depth, RayIndex::build_for_few(&s.mesh)));
    points
        .iter()
        .map(|&(number, point)| {
            let surface = surface.as_ref().map(|(depth, index)| (*depth, index));
            (number, place_point(point, surface, landmarks))
        })
        .collect()
}

/// One point on both sides, on its part's depth and surface.
fn place_point(
    point: &TriggerPoint,
    surface: Option<(u8, &RayIndex)>,
    landmarks: &Landmarks,
) -> Result<[PlacedPoint; 2], BuildProblem> {
    let (depth, surface) =
        surface.ok_or_else(|| BuildProblem::point_on_nothing(&point.id, &point.part))?;
    let place_mm = resolve_place(&point.place, landmarks)
        .map_err(|why| BuildProblem::point(&point.id, &why))?;
    let found = snap_to(place_mm, point.snap, surface).ok_or_else(|| {
        let why = format!("from there no surface of {} is met", quoted(&point.part));
        BuildProblem::point(&point.id, &why)
    })?;
    Ok(
        [(Side::Left, Vec3::ONE), (Side::Right, MIRROR)].map(|(side, turn)| PlacedPoint {
            id: PointId::new(&point.id, side),
            structure: StructureId::new(&point.part, side),
            point_mm: found.on.point_mm * turn,
            normal: found.on.normal * turn,
            depth,
            beside_mm: found.beside_mm,
        }),
    )
}
