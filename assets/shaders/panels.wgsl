// The panels: egui's triangles, blended in linear light.
//
// egui gives colours multiplied by their opacity as they are encoded (sRGB). The picture is blended in linear light, so
// a colour is divided by its opacity, turned into light, and multiplied again: what lies half over something is then
// between the two, and never darker than both.

struct Transform {
    scale: vec2<f32>,
    translation: vec2<f32>,
}

struct Vertex {
    @location(0) position: vec2<f32>,
    @location(1) uv: vec2<f32>,
    @location(2) color: vec4<f32>,
}

struct Fragment {
    @builtin(position) position: vec4<f32>,
    @location(0) color: vec4<f32>,
    @location(1) uv: vec2<f32>,
}

@group(0) @binding(0) var<uniform> transform: Transform;

#ifdef BINDLESS
@group(1) @binding(0) var image_texture: binding_array<texture_2d<f32>>;
@group(1) @binding(1) var image_sampler: binding_array<sampler>;

// In a struct, since DirectX 12 takes no bare number here.
struct BindlessOffset {
    offset: u32,
};
var<immediate> offset: BindlessOffset;
#else
@group(1) @binding(0) var image_texture: texture_2d<f32>;
@group(1) @binding(1) var image_sampler: sampler;
#endif

fn light_from_encoded(encoded: vec3<f32>) -> vec3<f32> {
    let low = encoded / 12.92;
    let high = pow((encoded + 0.055) / 1.055, vec3<f32>(2.4));
    return select(high, low, encoded < vec3<f32>(0.04045));
}

fn encoded_from_light(light: vec3<f32>) -> vec3<f32> {
    let low = light * 12.92;
    let high = 1.055 * pow(light, vec3<f32>(1.0 / 2.4)) - 0.055;
    return select(high, low, light < vec3<f32>(0.0031308));
}

@vertex
fn vs_main(in: Vertex) -> Fragment {
    let position = in.position * transform.scale + transform.translation;
    return Fragment(vec4<f32>(position, 0.0, 1.0), in.color, in.uv);
}

@fragment
fn fs_main(in: Fragment) -> @location(0) vec4<f32> {
    #ifdef BINDLESS
    let image_texture = image_texture[offset.offset];
    let image_sampler = image_sampler[offset.offset];
    #endif

    let texel = textureSample(image_texture, image_sampler, in.uv);
    // egui multiplies texture and colour as they are encoded.
    let color = vec4<f32>(encoded_from_light(texel.rgb), texel.a) * in.color;
    let opacity = color.a;
    // Rounding must not make more of a colour than there is.
    let whole = min(color.rgb / max(opacity, 0.0001), vec3<f32>(1.0));
    return vec4<f32>(light_from_encoded(whole) * opacity, opacity);
}
