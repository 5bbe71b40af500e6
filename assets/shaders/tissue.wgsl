// Muscle, bone and skin, drawn as in an anatomical plate: matt, lit softly from
// above the viewer's shoulder, fibres along the true fibre direction.
// The lights go with the camera, so that every view is lit like a plate.

#import bevy_pbr::{
    forward_io::{Vertex, VertexOutput},
    mesh_view_bindings::view,
    view_transformations::position_world_to_clip,
}

struct Tissue {
    // rgb: colour of the belly, bone or skin; a: opacity
    colour: vec4<f32>,
    // rgb: colour of tendon; a: how far the structure recedes, 0..1
    tendon: vec4<f32>,
    // x: fibre bundles around; y: bundles along; z, w: tendon at origin and insertion, fractions of f
    fibre: vec4<f32>,
    // x: highlight 0..1; y: shell 0..1; z: sheen
    state: vec4<f32>,
    // rgb: what receding structures fade towards
    ground: vec4<f32>,
    // rgb: colour of the highlight
    accent: vec4<f32>,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> tissue: Tissue;

// The body stands where its figures say: its meshes are never moved, turned or scaled, and their
// vertices need no matrix of their own. On a software driver that halves a frame.
@vertex
fn vertex(in: Vertex) -> VertexOutput {
    var out: VertexOutput;
    out.world_position = vec4<f32>(in.position, 1.0);
    out.position = position_world_to_clip(in.position);
    out.world_normal = in.normal;
#ifdef VERTEX_UVS_A
    out.uv = in.uv;
#endif
#ifdef VERTEX_TANGENTS
    out.world_tangent = in.tangent;
#endif
#ifdef VERTEX_COLORS
    out.color = in.color;
#endif
    return out;
}

fn hash(p: vec2<f32>) -> f32 {
    let q = fract(p * vec2<f32>(0.1031, 0.1137));
    let r = q + dot(q, q.yx + 33.33);
    return fract((r.x + r.y) * r.x * 7.13);
}

// Value noise that repeats after `period` cells in x, so that it closes around the muscle:
// its value, and how fast it grows with x.
fn noise(p: vec2<f32>, period: f32) -> vec2<f32> {
    let cell = floor(p);
    let t = p - cell;
    let s = t * t * (3.0 - 2.0 * t);
    let x0 = cell.x - period * floor(cell.x / period);
    let x1_raw = cell.x + 1.0;
    let x1 = x1_raw - period * floor(x1_raw / period);
    let a = hash(vec2<f32>(x0, cell.y));
    let b = hash(vec2<f32>(x1, cell.y));
    let c = hash(vec2<f32>(x0, cell.y + 1.0));
    let d = hash(vec2<f32>(x1, cell.y + 1.0));
    let slope = 6.0 * t.x * (1.0 - t.x) * mix(b - a, d - c, s.y);
    return vec2<f32>(mix(mix(a, b, s.x), mix(c, d, s.x), s.y), slope);
}

// Fibre bundles at (u, f), coarse ones with finer ones on them: their height, -1..1, and how fast it
// grows across them, a bundle's width at a time.
fn bundles(uv: vec2<f32>, coarse: f32, along: f32) -> vec2<f32> {
    let wobble = noise(vec2<f32>(uv.x * 7.0, uv.y * 5.0), 7.0).x * 0.5 - 0.25;
    let x = uv.x * coarse + wobble;
    let broad = noise(vec2<f32>(x, uv.y * along), coarse);
    let fine = noise(vec2<f32>(x * 3.0, uv.y * along * 1.7 + 9.0), coarse * 3.0);
    return vec2<f32>(broad.x * 1.3 + fine.x * 0.7 - 1.0, broad.y * 1.3 + fine.y * 2.1);
}

@fragment
fn fragment(in: VertexOutput, @builtin(front_facing) front: bool) -> @location(0) vec4<f32> {
    var normal = normalize(in.world_normal);
    if !front {
        normal = -normal;
    }
    let to_eye = normalize(view.world_position.xyz - in.world_position.xyz);

    var albedo = tissue.colour.rgb;
    var ao = 1.0;
    var shine = tissue.state.z;
#ifdef VERTEX_COLORS
    ao = in.color.r;
#endif

#ifdef MUSCLE
    let coarse = tissue.fibre.x;
    let along = tissue.fibre.y;
    // Fibres finer than two pixels would shimmer: they fade out first.
    let footprint = max(fwidth(in.uv.x * coarse), 1e-4);
    let seen = clamp(1.0 - (footprint - 0.25) / 0.65, 0.0, 1.0);
    var bundle = vec2<f32>(0.0);
    if seen > 0.01 {
        bundle = bundles(in.uv, coarse, along);
    }
    let height = bundle.x;
    let fibre = normalize(in.world_tangent.xyz);
    let side = normalize(cross(normal, fibre));
    normal = normalize(normal - side * bundle.y * 0.1 * seen);

    let ragged = (noise(vec2<f32>(in.uv.x * coarse * 0.7, in.uv.y * 3.0), floor(coarse * 0.7)).x - 0.5) * 0.09;
    let f = in.uv.y + ragged;
    let at_origin = 1.0 - smoothstep(tissue.fibre.z * 0.7, tissue.fibre.z * 1.25 + 0.012, f);
    let at_insertion = 1.0 - smoothstep(tissue.fibre.w * 0.7, tissue.fibre.w * 1.25 + 0.012, 1.0 - f);
    // Aponeuroses come with the corners, in green, over 16 mm; their edge is as ragged.
    let in_sheet = smoothstep(0.3, 0.7, in.color.g - ragged * 5.0);
    let sinew = clamp(max(max(at_origin, at_insertion), in_sheet), 0.0, 1.0);
    albedo = albedo * (1.0 + 0.16 * height * seen);
    albedo = mix(albedo, tissue.tendon.rgb * (1.0 + 0.06 * height * seen), sinew * 0.92);
    shine = shine + 0.10 * sinew;
#endif
#ifdef BONE
    // Warmer and darker in the hollows.
    albedo = albedo * mix(vec3<f32>(0.62, 0.52, 0.42), vec3<f32>(1.0), smoothstep(0.15, 0.9, ao));
#endif

    // Lights in the camera's frame, of unit length.
    let right = view.world_from_view[0].xyz;
    let up = view.world_from_view[1].xyz;
    let back = view.world_from_view[2].xyz;
    let key = up * 0.621 - right * 0.421 + back * 0.661;
    let fill = right * 0.805 + up * 0.054 + back * 0.591;
    let key_wrap = clamp((dot(normal, key) + 0.28) / 1.28, 0.0, 1.0);
    let fill_wrap = clamp((dot(normal, fill) + 0.45) / 1.45, 0.0, 1.0);
    let sky = 0.5 + 0.5 * dot(normal, up);
    var light = vec3<f32>(1.0, 0.965, 0.92) * key_wrap * key_wrap * 0.78
        + vec3<f32>(0.86, 0.92, 1.0) * fill_wrap * 0.20
        + mix(vec3<f32>(0.17, 0.145, 0.135), vec3<f32>(0.27, 0.275, 0.285), sky);
    light = light * mix(0.34, 1.0, ao);

    let facing = clamp(dot(normal, to_eye), 0.0, 1.0);
    // Darker where a form turns away, as an engraver would draw it.
    let turned = mix(0.66, 1.0, smoothstep(0.0, 0.55, facing));
    let half_way = normalize(key + to_eye);
    // The 24th power by products: `pow` is dear on a software driver.
    let gleam = clamp(dot(normal, half_way), 0.0, 1.0);
    let gleam_2 = gleam * gleam;
    let gleam_8 = gleam_2 * gleam_2 * gleam_2 * gleam_2;
    let gloss = gleam_8 * gleam_8 * gleam_8 * shine * ao;

    var rgb = albedo * light * turned + vec3<f32>(1.0, 0.97, 0.93) * gloss;

    // Receding: paler and calmer, the form still legible.
    let recede = tissue.tendon.a;
    let luma = dot(rgb, vec3<f32>(0.3, 0.55, 0.15));
    let calm = mix(tissue.ground.rgb * (0.45 + 0.85 * luma), rgb, 0.22);
    rgb = mix(rgb, calm, recede);

    // Highlight: the tissue glows with the accent, its fibres stay.
    let glow = tissue.state.x;
    let rim = (1.0 - facing) * (1.0 - facing);
    rgb = mix(rgb, rgb * 1.16 + tissue.accent.rgb * 0.10, glow);
    rgb = mix(rgb, tissue.accent.rgb, glow * rim * 0.55);

    // A shell is clear in front and denser at its edge.
    let shell = tissue.state.y;
    let density = mix(1.0, 0.55 + 2.6 * rim, shell);
    let alpha = clamp(tissue.colour.a * density, 0.0, 1.0);
    return vec4<f32>(rgb, alpha);
}
