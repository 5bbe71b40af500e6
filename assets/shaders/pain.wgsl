// An area drawn on the skin: filled, with a firmer edge where it says so, hatched where no tool belongs or
// two areas agree; dots come each as a little disc of the mesh. Lit only as much as keeps the form.

#import bevy_pbr::{
    forward_io::VertexOutput,
    mesh_view_bindings::view,
}

struct Pain {
    // rgb: colour; a: opacity
    colour: vec4<f32>,
    // x: width of the soft edge in mm; y: 1 draws a firmer rim
    edge: vec4<f32>,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> pain: Pain;

@fragment
fn fragment(in: VertexOutput) -> @location(0) vec4<f32> {
    let normal = normalize(in.world_normal);
    let up = view.world_from_view[1].xyz;
    let back = view.world_from_view[2].xyz;
    let key = normalize(up * 0.6 + back * 0.8);
    let light = 0.74 + 0.26 * clamp(dot(normal, key), 0.0, 1.0);
    var alpha = pain.colour.a;
    var rgb = pain.colour.rgb * light;
#ifdef VERTEX_UVS_A
    // uv.x: distance to the zone's edge in mm.
    let inside = in.uv.x;
    alpha = alpha * smoothstep(0.0, max(pain.edge.x, 0.01), inside);
    let rim = (1.0 - smoothstep(2.2, 4.2, inside)) * pain.edge.y;
    rgb = mix(rgb, rgb * 0.78, rim);
    alpha = mix(alpha, min(alpha * 1.2, 1.0), rim);
#ifdef HATCHED
    // Stripes fixed to the body, across the axis it faces most, so that they run aslant on every side of it.
    let facing = abs(in.world_normal);
    let at = in.world_position.xyz * 1000.0;
    var across = at.x + at.y;
    across = select(across, at.y + at.z, facing.x > facing.z && facing.x > facing.y);
    across = select(across, at.x + at.z, facing.y > facing.z && facing.y >= facing.x);
    let stripe = abs(fract(across / 13.0) - 0.5) * 2.0;
    let soft = max(fwidth(across) / 13.0 * 2.0, 0.02);
    let lined = 1.0 - smoothstep(0.36 - soft, 0.36 + soft, stripe);
    alpha = alpha * mix(0.34, 1.0, max(lined, rim));
#endif
#endif
    return vec4<f32>(rgb, alpha);
}
