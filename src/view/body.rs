//! The body in the picture: one mesh and one material a structure, kept in step with the state.

use super::{
    appearance::{Appearance, Focus, appearance, skin_opacity},
    fibres::FibreScale,
    materials::{SOLID_RANK, TissueKind, TissueMaterial, TissueUniform},
    mesh::bevy_mesh,
    palette::Palette,
    warm::Preparing,
};
use crate::{
    anatomy::{
        body::{BodyStructure, StructureKind},
        scene::Scene,
    },
    app::{
        load::FrameBudget,
        on_screen::Overlay,
        session::{Anatomy, Facts, Session, Systems},
        stage::Stage,
    },
    model::facts::Tissue,
};
use bevy::{camera::visibility::NoFrustumCulling, prelude::*, window::RequestRedraw};

/// Vertices handed to the renderer in a frame: all of them, but on the page, which has one thread, so many
/// that it answers in between.
const VERTICES_A_FRAME: Option<usize> = if cfg!(target_arch = "wasm32") {
    Some(60_000)
} else {
    None
};
/// Opacity from which a structure is drawn solid.
const SOLID: f32 = 0.995;
/// Rank of the skin among what is see-through: after every muscle.
const SKIN_RANK: f32 = 800.0;
/// As a share of the length: more than all of it, whatever the ragged edge takes away.
const ALL_TENDON: f32 = 2.0;
/// Width of a fibre bundle in millimetres as plates draw it: coarser than life.
const BUNDLE_MM: f32 = 3.4;

/// Which structure of the scene an entity draws.
#[derive(Component)]
pub struct StructureIndex(pub usize);

/// The entity that draws the skin.
#[derive(Component)]
pub struct SkinMesh;

/// Mesh handles of the structures, by index in the scene.
#[derive(Resource, Default)]
pub struct StructureMeshes(pub Vec<Handle<Mesh>>);

/// How each structure looks at the moment, by index in the scene.
#[derive(Resource, Default, PartialEq)]
pub struct Appearances(pub Vec<Appearance>);

/// How far the body is in the picture.
#[derive(Resource, Default)]
pub struct Spawned {
    /// The next structure to come, by index in the scene.
    next: usize,
    /// All of it is there.
    whole: bool,
}

impl Spawned {
    /// Whether all of it is in the picture.
    pub fn is_whole(&self) -> bool {
        self.whole
    }
}

/// Whether all of the body is in the picture; what lies on it is drawn from then on.
pub fn is_whole(spawned: Res<Spawned>) -> bool {
    spawned.whole
}

/// Spawns the body when it is loaded and keeps its looks in step with the state.
pub fn plugin(app: &mut App) {
    app.init_resource::<StructureMeshes>()
        .init_resource::<Appearances>()
        .init_resource::<Spawned>()
        .add_systems(
            Update,
            (
                spawn_body.run_if(
                    resource_exists::<Anatomy>
                        .and_then(not(resource_exists::<Preparing>))
                        .and_then(not(is_whole)),
                ),
                sync_looks.run_if(is_whole),
            )
                .chain()
                .in_set(Systems::Sync),
        );
}

/// Spawns it hidden, a piece a frame where [`VERTICES_A_FRAME`] says so; it is shown when it is whole.
pub(super) fn spawn_body(
    mut commands: Commands,
    scene: Res<Anatomy>,
    facts: Res<Facts>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<TissueMaterial>>,
    mut handles: ResMut<StructureMeshes>,
    mut spawned: ResMut<Spawned>,
    mut turn: ResMut<FrameBudget>,
    mut overlay: ResMut<Overlay>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    redraw.write(RequestRedraw);
    if !turn.take() {
        return;
    }
    let scene: &Scene = &scene;
    let mut vertices = 0;
    while let Some(structure) = scene.body.structures.get(spawned.next) {
        let index = spawned.next;
        spawned.next += 1;
        let scale = structure
            .has_fibres()
            .then(|| FibreScale::of(&structure.mesh));
        let mesh = meshes.add(bevy_mesh(
            &structure.mesh,
            Some((&scene.ambient_occlusion[index], &scene.aponeurosis[index])),
            scale.as_ref(),
        ));
        handles.0.push(mesh.clone());
        let material = materials.add(TissueMaterial {
            uniform: TissueUniform {
                fibre: fibre_of(structure, scale.as_ref(), &facts),
                ..default()
            },
            kind: match structure.kind {
                StructureKind::Muscle | StructureKind::Fascia => TissueKind::Muscle,
                StructureKind::Bone(_) => TissueKind::Bone,
            },
            blended: false,
            rank: 0.0,
        });
        commands.spawn((
            StructureIndex(index),
            Mesh3d(mesh),
            MeshMaterial3d(material),
            Visibility::Hidden,
        ));
        vertices += structure.mesh.positions_mm.len();
        if VERTICES_A_FRAME.is_some_and(|most| vertices >= most) {
            return;
        }
    }
    spawned.whole = true;
    (overlay.loading, overlay.loaded) = (None, None);
    commands.spawn((
        SkinMesh,
        Mesh3d(meshes.add(bevy_mesh(&scene.body.skin.mesh, None, None))),
        MeshMaterial3d(materials.add(TissueMaterial {
            uniform: TissueUniform::default(),
            kind: TissueKind::Skin,
            blended: true,
            rank: SKIN_RANK,
        })),
        NoFrustumCulling,
        Visibility::Hidden,
    ));
}

/// Bundles around and along, and the tendons' share, for the shader.
fn fibre_of(structure: &BodyStructure, scale: Option<&FibreScale>, facts: &Facts) -> Vec4 {
    let Some(scale) = scale else {
        return Vec4::new(8.0, 4.0, 0.0, 0.0);
    };
    let tendon = facts.part(&structure.id.base).map(|(_, part)| part.tendon);
    Vec4::new(
        (scale.around_mm / BUNDLE_MM).round().clamp(6.0, 160.0),
        (scale.along_mm / 42.0).clamp(2.0, 12.0),
        tendon.map_or(ALL_TENDON, |tendon| tendon.origin),
        tendon.map_or(0.0, |tendon| tendon.insertion),
    )
}

/// Brings every structure's look in step with the state, the theme and the selection.
pub(super) fn sync_looks(
    session: Res<Session>,
    stage: Res<Stage>,
    facts: Res<Facts>,
    palette: Res<Palette>,
    scene: Res<Anatomy>,
    spawned: Res<Spawned>,
    mut looks: ResMut<Appearances>,
    mut materials: ResMut<Assets<TissueMaterial>>,
    mut structures: Query<
        (
            &StructureIndex,
            &MeshMaterial3d<TissueMaterial>,
            &mut Visibility,
        ),
        Without<SkinMesh>,
    >,
    mut skin: Query<(&MeshMaterial3d<TissueMaterial>, &mut Visibility), With<SkinMesh>>,
) {
    if !(session.is_changed() || palette.is_changed() || spawned.is_changed()) {
        return;
    }
    let focus = Focus::of(stage.body.subject.as_ref(), &facts);
    let new = scene
        .body
        .structures
        .iter()
        .map(|structure| appearance(structure, stage.body.surface, &session.view, &focus))
        .collect();
    looks.set_if_neq(Appearances(new));
    for (drawn, material, mut visibility) in &mut structures {
        let (Some(structure), Some(look)) =
            (scene.body.structures.get(drawn.0), looks.0.get(drawn.0))
        else {
            continue;
        };
        visibility.set_if_neq(if look.opacity > 0.004 {
            Visibility::Inherited
        } else {
            Visibility::Hidden
        });
        let Some(fibre) = materials.get(material).map(|m| m.uniform.fibre) else {
            continue;
        };
        let new = tissue_material(structure, look, &palette, fibre);
        let changed = materials.get(material).is_some_and(|old| {
            old.uniform != new.uniform || old.blended != new.blended || old.rank != new.rank
        });
        if changed && let Some(mut old) = materials.get_mut(material) {
            *old = new;
        }
    }
    let (opacity, shell) = skin_opacity(
        stage.body.surface,
        &session.view,
        &focus,
        palette.shell_opacity,
    );
    for (material, mut visibility) in &mut skin {
        visibility.set_if_neq(if opacity > 0.004 {
            Visibility::Inherited
        } else {
            Visibility::Hidden
        });
        if let Some(mut material) = materials.get_mut(material) {
            let colour = if shell { palette.shell } else { palette.skin };
            material.blended = opacity < SOLID;
            material.rank = if material.blended {
                SKIN_RANK
            } else {
                SOLID_RANK
            };
            material.uniform = TissueUniform {
                colour: colour.extend(opacity),
                tendon: Vec4::ZERO,
                fibre: Vec4::ONE,
                state: Vec4::new(0.0, f32::from(u8::from(shell)), 0.02, 0.0),
                ground: palette.ground.extend(0.0),
                accent: palette.accent.extend(0.0),
            };
        }
    }
}

fn tissue_material(
    structure: &BodyStructure,
    look: &Appearance,
    palette: &Palette,
    fibre: Vec4,
) -> TissueMaterial {
    let inwards = (f32::from(structure.depth).clamp(1.0, 5.0) - 1.0) / 4.0;
    let (colour, sheen) = match structure.kind {
        StructureKind::Muscle => (palette.belly_outer.lerp(palette.belly_inner, inwards), 0.05),
        StructureKind::Fascia => (palette.tendon, 0.08),
        StructureKind::Bone(Tissue::Cartilage) => (palette.cartilage, 0.08),
        StructureKind::Bone(Tissue::Tooth) => (palette.tooth, 0.12),
        StructureKind::Bone(_) => (palette.bone, 0.03),
    };
    // Outer layers are drawn first among what is solid: what they hide is then not shaded. Of what is see-through,
    // drawn later, the deeper comes first: from any side it lies behind.
    let blended = look.opacity < SOLID || look.shell;
    let rank = if blended {
        100.0 * (7.0 - f32::from(structure.depth))
    } else {
        SOLID_RANK + 100.0 * f32::from(structure.depth)
    };
    TissueMaterial {
        uniform: TissueUniform {
            colour: colour.extend(look.opacity),
            tendon: palette.tendon.extend(look.recede),
            fibre,
            state: Vec4::new(look.highlight, f32::from(u8::from(look.shell)), sheen, 0.0),
            ground: palette.ground.extend(0.0),
            accent: palette.accent.extend(0.0),
        },
        kind: match structure.kind {
            StructureKind::Muscle | StructureKind::Fascia => TissueKind::Muscle,
            StructureKind::Bone(_) => TissueKind::Bone,
        },
        blended,
        rank,
    }
}
