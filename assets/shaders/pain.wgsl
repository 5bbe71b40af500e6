// Areas drawn on the skin. The mesh reaches a little beyond an area and says how deep each place lies inside, in
// millimetres; the area ends, over one pixel, where that is 0, so that its edge is sharp at any zoom. Filled, with a
// firmer rim where it says so; hatched where no tool belongs or two areas agree; dots and rings.
// Lit only as much as keeps the form.

#import bevy_pbr::{
    forward_io::VertexOutput,
    mesh_view_bindings::view,
}

struct Pain {
    // rgb: colour; a: opacity
    colour: vec4<f32>,
    // x: 1 draws a firmer rim; y, z: outer and inner radius of a dot in mm
    edge: vec4<f32>,
    // in a comparison: the second area, and what both have
    others: array<vec4<f32>, 2>,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> pain: Pain;

// The share of a pixel that lies inside.
fn coverage(depth: f32) -> f32 {
    let a_pixel = length(vec2<f32>(dpdx(depth), dpdy(depth)));
    return clamp(depth / max(a_pixel, 1e-4) + 0.5, 0.0, 1.0);
}

// 1 along the edge of an area, 0 farther inside.
fn rim_of(depth: f32) -> f32 {
    return 1.0 - smoothstep(1.6, 2.6, depth);
}

// 1 on a stripe, 0 between. They are fixed to the body, across the axis it faces most, so that they run aslant on
// every side of it.
fn stripes(world_position: vec3<f32>, world_normal: vec3<f32>) -> f32 {
    let facing = abs(world_normal);
    let at = world_position * 1000.0;
    var across = at.x + at.y;
    across = select(across, at.y + at.z, facing.x > facing.z && facing.x > facing.y);
    across = select(across, at.x + at.z, facing.y > facing.z && facing.y >= facing.x);
    let stripe = abs(fract(across / 13.0) - 0.5) * 2.0;
    let soft = max(fwidth(across) / 13.0 * 2.0, 0.02);
    return 1.0 - smoothstep(0.36 - soft, 0.36 + soft, stripe);
}

fn firm(colour: vec4<f32>, rim: f32) -> vec4<f32> {
    let rgb = mix(colour.rgb, colour.rgb * 0.78, rim);
    return vec4<f32>(rgb, mix(colour.a, min(colour.a * 1.2, 1.0), rim));
}

@fragment
fn fragment(in: VertexOutput) -> @location(0) vec4<f32> {
    let normal = normalize(in.world_normal);
    let up = view.world_from_view[1].xyz;
    let back = view.world_from_view[2].xyz;
    let key = normalize(up * 0.6 + back * 0.8);
    let light = 0.74 + 0.26 * clamp(dot(normal, key), 0.0, 1.0);
    var colour = pain.colour;
#ifdef FILLED
    let depth = in.uv.x;
    colour = firm(colour, rim_of(depth) * pain.edge.x);
    colour.a = colour.a * coverage(depth);
#endif
#ifdef HATCHED
    let depth = in.uv.x;
    let rim = rim_of(depth) * pain.edge.x;
    colour = firm(colour, rim);
    let lined = stripes(in.world_position.xyz, in.world_normal);
    colour.a = colour.a * mix(0.34, 1.0, max(lined, rim)) * coverage(depth);
#endif
#ifdef DOTTED
    let far = length(in.uv);
    colour.a = colour.a * coverage(pain.edge.y - far) * coverage(far - pain.edge.z);
#endif
#ifdef COMPARED
    // What was painted, the pattern, and of that what is filled.
    let painted = coverage(in.uv.x);
    let pattern = coverage(in.uv.y);
    let filled = coverage(in.uv_b.x);
    // The pattern's edge is drawn as a rim through all of it.
    let rim = rim_of(in.uv_b.x) * filled;
    let lined = stripes(in.world_position.xyz, in.world_normal);
    var both = pain.others[1];
    both.a = both.a * mix(0.30, 1.0, lined);
    let shares = vec3<f32>(painted * (1.0 - pattern), (1.0 - painted) * filled, painted * pattern);
    let alphas = shares * vec3<f32>(pain.colour.a, pain.others[0].a, both.a);
    let rgb = pain.colour.rgb * alphas.x + pain.others[0].rgb * alphas.y + both.rgb * alphas.z;
    let alpha = alphas.x + alphas.y + alphas.z;
    let edge = firm(pain.others[0], 1.0);
    colour = vec4<f32>(rgb / max(alpha, 1e-4), alpha);
    colour = mix(colour, edge, rim);
#endif
    return vec4<f32>(colour.rgb * light, colour.a);
}
