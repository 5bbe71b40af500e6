// The calm ground behind the body: a soft radial gradient over the viewport, and on the floor the shade
// where the feet stand.

#import bevy_pbr::{
    forward_io::VertexOutput,
    mesh_view_bindings::view,
}

struct Backdrop {
    // rgb: colour in the middle
    centre: vec4<f32>,
    // rgb: colour at the corners
    edge: vec4<f32>,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> backdrop: Backdrop;

// Where the body stands, in metres: the soles, the middle of a foot (x, z), half its width and length, and those
// of the shade of the whole body about the midline.
const SOLES: f32 = -0.085;
const FOOT: vec2<f32> = vec2<f32>(0.119, 0.135);
const FOOT_SIZE: vec2<f32> = vec2<f32>(0.085, 0.155);
const BODY_SIZE: vec2<f32> = vec2<f32>(0.46, 0.34);

// How dark the floor is under the body, 0 to 1, where this pixel looks at it from above.
fn shade(pixel: vec2<f32>) -> f32 {
    let in_view = (pixel - view.viewport.xy) / view.viewport.zw * 2.0 - 1.0;
    let ahead = vec3<f32>(in_view.x * view.view_from_clip[0].x, -in_view.y * view.view_from_clip[1].y, -1.0);
    let world_from_view = mat3x3<f32>(view.world_from_view[0].xyz, view.world_from_view[1].xyz, view.world_from_view[2].xyz);
    let way = world_from_view * ahead;
    let above = view.world_position.y - SOLES;
    if (way.y > -1e-4 || above < 0.0) {
        return 0.0;
    }
    let met = view.world_position + way * (above / -way.y);
    let from_middle = vec2<f32>(abs(met.x), met.z) - vec2<f32>(0.0, FOOT.y);
    let feet = 1.0 - smoothstep(0.35, 1.35, length((from_middle - vec2<f32>(FOOT.x, 0.0)) / FOOT_SIZE));
    let body = 1.0 - smoothstep(0.0, 1.0, length(from_middle / BODY_SIZE));
    // Seen along the floor it would be a hard line: it fades there.
    let steep = smoothstep(0.0, 0.06, -way.y / length(way));
    return (feet * 0.30 + body * 0.16) * steep;
}

@fragment
fn fragment(in: VertexOutput) -> @location(0) vec4<f32> {
    let place = (in.position.xy - view.viewport.xy) / view.viewport.zw - vec2<f32>(0.5, 0.46);
    let away = smoothstep(0.10, 0.78, length(place));
    // A grain of less than one step of 8 bits keeps the gradient free of bands.
    let grain = fract(52.982918 * fract(dot(in.position.xy, vec2<f32>(0.06711056, 0.00583715)))) - 0.5;
    let ground = mix(backdrop.centre.rgb, backdrop.edge.rgb, away);
    return vec4<f32>(ground * (1.0 - shade(in.position.xy)) + grain / 400.0, 1.0);
}
