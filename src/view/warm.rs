//! Has the renderer prepare every way of drawing before it is needed, while the body is on its way: one a
//! frame, each by a speck that nobody sees. A browser compiles a shader when it is first drawn with, and waits
//! for it; all of them in the frame that shows the body would hold the page up.

use super::{
    fibres::FibreScale,
    materials::{OutlineMaterial, OutlineUniform, TissueKind, TissueMaterial, TissueUniform},
    mesh::bevy_mesh,
    patch::{PatchStyle, compared_mesh, dotted_mesh, filled_mesh},
};
use crate::{
    anatomy::{
        mesh::SurfaceMesh,
        pain_field::{FinePatch, SkinPoint},
    },
    app::load::FrameBudget,
};
use bevy::{camera::visibility::NoFrustumCulling, prelude::*, window::RequestRedraw};

/// Size of a speck in metres: far below a pixel.
const SPECK: f32 = 1e-5;

/// One way of drawing: a mesh laid out as the body's, and a material.
enum Speck {
    Tissue(Mesh, TissueKind, bool),
    Outline(Mesh),
    Patch(Mesh, PatchStyle),
}

#[derive(Component)]
struct Warming;

/// Not everything is prepared yet: the body waits for it.
#[derive(Resource)]
pub struct Preparing;

/// Prepares all of them in the first updates.
pub fn plugin(app: &mut App) {
    app.insert_resource(Preparing).add_systems(Update, warm);
}

fn warm(
    mut commands: Commands,
    turn: Res<FrameBudget>,
    mut left: Local<Option<Vec<Speck>>>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut tissues: ResMut<Assets<TissueMaterial>>,
    mut outlines: ResMut<Assets<OutlineMaterial>>,
    mut pains: ResMut<Assets<super::materials::PainMaterial>>,
    specks: Query<Entity, With<Warming>>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let left = left.get_or_insert_with(all);
    if left.is_empty() && specks.is_empty() {
        return;
    }
    redraw.write(RequestRedraw);
    if !turn.shows() {
        return;
    }
    for speck in &specks {
        commands.entity(speck).despawn();
    }
    let Some(speck) = left.pop() else {
        commands.remove_resource::<Preparing>();
        return;
    };
    let place = (
        Warming,
        Transform::from_scale(Vec3::splat(SPECK)),
        NoFrustumCulling,
    );
    match speck {
        Speck::Tissue(mesh, kind, blended) => commands.spawn((
            place,
            Mesh3d(meshes.add(mesh)),
            MeshMaterial3d(tissues.add(TissueMaterial {
                uniform: TissueUniform::default(),
                kind,
                blended,
                rank: 0.0,
            })),
        )),
        Speck::Outline(mesh) => commands.spawn((
            place,
            Mesh3d(meshes.add(mesh)),
            MeshMaterial3d(outlines.add(OutlineMaterial {
                uniform: OutlineUniform::default(),
            })),
        )),
        Speck::Patch(mesh, look) => commands.spawn((
            place,
            Mesh3d(meshes.add(mesh)),
            MeshMaterial3d(pains.add(look.material())),
        )),
    };
}

fn patch_of_areas<const AREAS: usize>(surface: &SurfaceMesh) -> FinePatch<AREAS> {
    FinePatch {
        positions_mm: surface.positions_mm.clone(),
        normals: surface.normals.clone(),
        depths_mm: vec![[0.0; AREAS]; surface.positions_mm.len()],
        triangles: surface.triangles.clone(),
    }
}

/// Every way of drawing.
fn all() -> Vec<Speck> {
    let surface = SurfaceMesh::from_triangles(vec![Vec3::ZERO, Vec3::X, Vec3::Y], vec![[0, 1, 2]]);
    let lay = FibreScale::of(&surface);
    let mesh_of = |kind| match kind {
        TissueKind::Muscle => bevy_mesh(&surface, Some((&[1.0; 3], &[])), Some(&lay)),
        TissueKind::Bone => bevy_mesh(&surface, Some((&[1.0; 3], &[])), None),
        TissueKind::Skin => bevy_mesh(&surface, None, None),
    };
    let patch = patch_of_areas::<1>(&surface);
    let dot = SkinPoint {
        point_mm: Vec3::ZERO,
        normal: Vec3::Z,
        triangle: 0,
        barycentric: [1.0, 0.0, 0.0],
    };
    let tissue = |kind, blended| Speck::Tissue(mesh_of(kind), kind, blended);
    let filled = PatchStyle::filled(Vec3::ZERO, 0.5, 0.0);
    let mut all = vec![
        Speck::Outline(mesh_of(TissueKind::Bone)),
        tissue(TissueKind::Skin, false),
        Speck::Outline(mesh_of(TissueKind::Muscle)),
    ];
    let mut patch_of = |mesh: Option<Mesh>, look| {
        all.extend(mesh.map(|mesh| Speck::Patch(mesh, look)));
    };
    patch_of(
        filled_mesh(&patch),
        PatchStyle::hatched(Vec3::ZERO, 0.5, 0.0),
    );
    patch_of(
        dotted_mesh(std::iter::once((&dot, 0.0))),
        PatchStyle::dotted(Vec3::ZERO, 0.5, 0.0),
    );
    let area = (Vec3::ZERO, 0.5);
    patch_of(
        compared_mesh(&patch_of_areas::<3>(&surface)),
        PatchStyle::compared(area, area, area, 0.0),
    );
    patch_of(filled_mesh(&patch), filled);
    all.extend([
        tissue(TissueKind::Bone, true),
        tissue(TissueKind::Muscle, true),
        tissue(TissueKind::Skin, true),
        tissue(TissueKind::Bone, false),
        tissue(TissueKind::Muscle, false),
    ]);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tissue_is_prepared_solid_and_see_through() {
        let specks = all();
        for kind in [TissueKind::Muscle, TissueKind::Bone, TissueKind::Skin] {
            for blended in [false, true] {
                let found = specks.iter().any(|speck| {
                    matches!(speck, Speck::Tissue(_, of, see_through) if *of == kind && *see_through == blended)
                });
                assert!(found, "{kind:?} {blended}");
            }
        }
        let patches = specks
            .iter()
            .filter(|speck| matches!(speck, Speck::Patch(..)));
        assert_eq!(patches.count(), 4);
    }
}
