// The calm ground behind the body: a soft radial gradient over the viewport.

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

@fragment
fn fragment(in: VertexOutput) -> @location(0) vec4<f32> {
    let place = (in.position.xy - view.viewport.xy) / view.viewport.zw - vec2<f32>(0.5, 0.46);
    let away = smoothstep(0.10, 0.78, length(place));
    // A grain of less than one step of 8 bits keeps the gradient free of bands.
    let grain = fract(52.982918 * fract(dot(in.position.xy, vec2<f32>(0.06711056, 0.00583715)))) - 0.5;
    return vec4<f32>(mix(backdrop.centre.rgb, backdrop.edge.rgb, away) + grain / 400.0, 1.0);
}
