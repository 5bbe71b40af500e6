// Pain drawn on the skin: the essential zone filled, with a firmer edge; spillover
// comes as dots, each a little disc of the mesh. Lit only as much as keeps the form.

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
#endif
    return vec4<f32>(rgb, alpha);
}
