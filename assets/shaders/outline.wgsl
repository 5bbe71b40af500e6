// The outline of what the pointer is over: the mesh once more, pushed out along its
// normals by a few pixels and seen from inside only, so that its border is as wide at every zoom.

#import bevy_pbr::{
    mesh_functions,
    forward_io::Vertex,
    mesh_view_bindings::view,
    view_transformations::position_world_to_clip,
}

struct Outline {
    // rgb: colour; a: width in pixels
    colour: vec4<f32>,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> outline: Outline;

struct Corner {
    @builtin(position) position: vec4<f32>,
}

@vertex
fn vertex(in: Vertex) -> Corner {
    let world_from_local = mesh_functions::get_world_from_local(in.instance_index);
    let at = mesh_functions::mesh_position_local_to_world(world_from_local, vec4<f32>(in.position, 1.0));
    let normal = mesh_functions::mesh_normal_local_to_world(in.normal, in.instance_index);
    var clip = position_world_to_clip(at.xyz);
    let tip = position_world_to_clip(at.xyz + normal * 0.01);
    let direction = tip.xy / tip.w - clip.xy / clip.w;
    let in_pixels = direction * view.viewport.zw * 0.5;
    let length_px = max(length(in_pixels), 1e-4);
    let offset = (in_pixels / length_px) * outline.colour.a * 2.0 / view.viewport.zw;
    clip = vec4<f32>(clip.xy + offset * clip.w, clip.z, clip.w);
    var out: Corner;
    out.position = clip;
    return out;
}

@fragment
fn fragment() -> @location(0) vec4<f32> {
    return vec4<f32>(outline.colour.rgb, 1.0);
}
