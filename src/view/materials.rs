//! The four materials of the picture and their shaders. Lighting is in the shaders:
//! it goes with the camera, as a plate is lit, and needs no light entities, no
//! storage buffers and no compute, so that WebGL2 draws the same picture.

use bevy::{
    asset::uuid_handle,
    mesh::MeshVertexBufferLayoutRef,
    pbr::{MaterialPipeline, MaterialPipelineKey},
    prelude::*,
    render::render_resource::{
        AsBindGroup, Face, RenderPipelineDescriptor, ShaderType, SpecializedMeshPipelineError,
    },
    shader::ShaderRef,
};

const TISSUE_SHADER: Handle<Shader> = uuid_handle!("5b1f5a52-5a1e-4d0f-9a6c-5f0b1d3c7e01");
const PAIN_SHADER: Handle<Shader> = uuid_handle!("5b1f5a52-5a1e-4d0f-9a6c-5f0b1d3c7e02");
const OUTLINE_SHADER: Handle<Shader> = uuid_handle!("5b1f5a52-5a1e-4d0f-9a6c-5f0b1d3c7e03");
const BACKDROP_SHADER: Handle<Shader> = uuid_handle!("5b1f5a52-5a1e-4d0f-9a6c-5f0b1d3c7e04");

/// Rank from which what is solid is drawn: before all that is see-through.
pub const SOLID_RANK: f32 = -10_000.0;
/// Rank of the ground: after what is solid, so that it is drawn only where nothing hides it.
const BACKDROP_RANK: f32 = -5_000.0;

/// Registers the materials and their shaders.
pub fn plugin(app: &mut App) {
    app.add_plugins((
        MaterialPlugin::<TissueMaterial>::default(),
        MaterialPlugin::<PainMaterial>::default(),
        MaterialPlugin::<OutlineMaterial>::default(),
        MaterialPlugin::<BackdropMaterial>::default(),
    ));
    let mut shaders = app.world_mut().resource_mut::<Assets<Shader>>();
    for (handle, text, name) in [
        (
            TISSUE_SHADER,
            include_str!("../../assets/shaders/tissue.wgsl"),
            "tissue.wgsl",
        ),
        (
            PAIN_SHADER,
            include_str!("../../assets/shaders/pain.wgsl"),
            "pain.wgsl",
        ),
        (
            OUTLINE_SHADER,
            include_str!("../../assets/shaders/outline.wgsl"),
            "outline.wgsl",
        ),
        (
            BACKDROP_SHADER,
            include_str!("../../assets/shaders/backdrop.wgsl"),
            "backdrop.wgsl",
        ),
    ] {
        // The handles are constants of ours: inserting under one cannot meet a freed slot.
        if let Err(error) = shaders.insert(handle.id(), Shader::from_wgsl(text, name)) {
            error!("the shader {name} could not be registered: {error}");
        }
    }
}

/// No depth pass and no shadows: what is lit is worked out in the shaders, and what hides what is decided by rank.
macro_rules! drawn_in_one_pass {
    () => {
        fn enable_prepass() -> bool {
            false
        }

        fn enable_shadows() -> bool {
            false
        }
    };
}

/// What the tissue shader is told, one to one with `tissue.wgsl`. Colours are linear.
#[derive(Clone, Copy, Debug, Default, PartialEq, ShaderType)]
pub struct TissueUniform {
    /// Colour of belly, bone or skin; w is the opacity.
    pub colour: Vec4,
    /// Colour of tendon; w is how far the structure recedes, 0..1.
    pub tendon: Vec4,
    /// Fibre bundles around and along; tendon at origin and insertion as fractions.
    pub fibre: Vec4,
    /// Highlight 0..1; shell 0..1; sheen; unused.
    pub state: Vec4,
    /// What receding structures fade towards.
    pub ground: Vec4,
    /// Colour of the highlight.
    pub accent: Vec4,
}

/// Muscle, bone and skin.
#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
#[bind_group_data(TissueKey)]
pub struct TissueMaterial {
    /// What the shader is told.
    #[uniform(0)]
    pub uniform: TissueUniform,
    /// Which of the tissues it is.
    pub kind: TissueKind,
    /// See-through: mixed with what was drawn before.
    pub blended: bool,
    /// Rank in the order of drawing; the higher is drawn later.
    pub rank: f32,
}

/// The tissues the shader tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TissueKind {
    /// Muscle: fibres and tendons.
    Muscle,
    /// Bone, cartilage, teeth: warmer and darker in the hollows.
    Bone,
    /// Skin.
    Skin,
}

/// What of a tissue material changes its pipeline. The kind is here and not among the uniforms
/// because a software driver compiles a shader anew for every value of a uniform that an `if`
/// asks about: with it in the uniform each structure of each frame cost a compilation.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TissueKey {
    kind: TissueKind,
    blended: bool,
}

impl From<&TissueMaterial> for TissueKey {
    fn from(material: &TissueMaterial) -> Self {
        Self {
            kind: material.kind,
            blended: material.blended,
        }
    }
}

impl Material for TissueMaterial {
    fn vertex_shader() -> ShaderRef {
        TISSUE_SHADER.into()
    }

    fn fragment_shader() -> ShaderRef {
        TISSUE_SHADER.into()
    }

    fn alpha_mode(&self) -> AlphaMode {
        // What is solid too: only what Bevy takes for see-through is drawn in an order that we can set.
        AlphaMode::Blend
    }

    fn depth_bias(&self) -> f32 {
        self.rank
    }

    drawn_in_one_pass!();

    fn specialize(
        _pipeline: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        _layout: &MeshVertexBufferLayoutRef,
        key: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        let kind = match key.bind_group_data.kind {
            TissueKind::Muscle => Some("MUSCLE"),
            TissueKind::Bone => Some("BONE"),
            TissueKind::Skin => None,
        };
        if let (Some(kind), Some(fragment)) = (kind, descriptor.fragment.as_mut()) {
            descriptor.vertex.shader_defs.push(kind.into());
            fragment.shader_defs.push(kind.into());
        }
        // A see-through structure still hides what of itself and of later ones lies behind
        // its front: one surface is seen, never its inside.
        if let Some(depth) = descriptor.depth_stencil.as_mut() {
            depth.depth_write_enabled = Some(true);
        }
        if !key.bind_group_data.blended {
            write_as_it_is(descriptor);
        }
        Ok(())
    }
}

/// What the pain shader is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, ShaderType)]
pub struct PainUniform {
    /// Colour, linear; w is the opacity.
    pub colour: Vec4,
    /// 1 for a firmer rim along the edge; of dots the outer and the inner radius in mm.
    pub edge: Vec4,
    /// In a comparison: of the second area, and of what both have. Colour, linear; w is the opacity.
    pub others: [Vec4; 2],
}

/// An area of the skin: pain, what is painted, where no tool belongs.
#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
#[bind_group_data(PainKey)]
pub struct PainMaterial {
    /// What the shader is told.
    #[uniform(0)]
    pub uniform: PainUniform,
    /// What is drawn; by pipeline, as with [`TissueKey`].
    pub look: PainLook,
    /// Rank among what is see-through.
    pub rank: f32,
}

/// The ways in which an area is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PainLook {
    /// Filled.
    Filled,
    /// Filled faintly, with stripes.
    Hatched,
    /// Dots or rings.
    Dotted,
    /// Two areas: filled where either lies alone, hatched where both do.
    Compared,
}

/// What of a pain material changes its pipeline.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PainKey {
    look: PainLook,
}

impl From<&PainMaterial> for PainKey {
    fn from(material: &PainMaterial) -> Self {
        Self {
            look: material.look,
        }
    }
}

impl Material for PainMaterial {
    fn fragment_shader() -> ShaderRef {
        PAIN_SHADER.into()
    }

    fn alpha_mode(&self) -> AlphaMode {
        AlphaMode::Blend
    }

    fn depth_bias(&self) -> f32 {
        self.rank
    }

    drawn_in_one_pass!();

    fn specialize(
        _pipeline: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        _layout: &MeshVertexBufferLayoutRef,
        key: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        let look = match key.bind_group_data.look {
            PainLook::Filled => "FILLED",
            PainLook::Hatched => "HATCHED",
            PainLook::Dotted => "DOTTED",
            PainLook::Compared => "COMPARED",
        };
        if let Some(fragment) = descriptor.fragment.as_mut() {
            fragment.shader_defs.push(look.into());
        }
        Ok(())
    }
}

/// What the outline shader is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, ShaderType)]
pub struct OutlineUniform {
    /// Colour, linear; w is the width in pixels.
    pub colour: Vec4,
}

/// The outline of what the pointer is over.
#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
pub struct OutlineMaterial {
    /// What the shader is told.
    #[uniform(0)]
    pub uniform: OutlineUniform,
}

impl Material for OutlineMaterial {
    fn vertex_shader() -> ShaderRef {
        OUTLINE_SHADER.into()
    }

    fn fragment_shader() -> ShaderRef {
        OUTLINE_SHADER.into()
    }

    drawn_in_one_pass!();

    fn specialize(
        _pipeline: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        _layout: &MeshVertexBufferLayoutRef,
        _key: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        descriptor.primitive.cull_mode = Some(Face::Front);
        Ok(())
    }
}

/// What the backdrop shader is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, ShaderType)]
pub struct BackdropUniform {
    /// Colour in the middle, linear.
    pub centre: Vec4,
    /// Colour at the corners, linear.
    pub edge: Vec4,
}

/// The ground behind the body.
#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
pub struct BackdropMaterial {
    /// What the shader is told.
    #[uniform(0)]
    pub uniform: BackdropUniform,
}

impl Material for BackdropMaterial {
    fn fragment_shader() -> ShaderRef {
        BACKDROP_SHADER.into()
    }

    fn alpha_mode(&self) -> AlphaMode {
        // As with [`TissueMaterial`]: for its place in the order.
        AlphaMode::Blend
    }

    fn depth_bias(&self) -> f32 {
        BACKDROP_RANK
    }

    drawn_in_one_pass!();

    fn specialize(
        _pipeline: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        _layout: &MeshVertexBufferLayoutRef,
        _key: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        write_as_it_is(descriptor);
        Ok(())
    }
}

/// What is solid is written without reading what lies there.
fn write_as_it_is(descriptor: &mut RenderPipelineDescriptor) {
    let targets = descriptor.fragment.iter_mut().flat_map(|f| &mut f.targets);
    for target in targets.flatten() {
        target.blend = None;
    }
}
