// Muscle, bone and skin, drawn as in an anatomical plate: matt, lit softly from
// above the viewer's shoulder, fibres along the true fibre direction.
// The lights go with the camera, so that every view is lit like a plate.

#import bevy_pbr::{
    forward_io::Vertex,
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

// What a corner hands on, packed: every number costs a software driver something for each triangle.
struct Corner {
    @builtin(position) position: vec4<f32>,
    // xyz: normal in the camera's frame; w: ambient_occlusion, 0..1
    @location(0) normal: vec4<f32>,
#ifdef MUSCLE
    // xyz: direction of the fibres in the camera's frame, so turned that its cross product with the normal
    // points to where the place around grows; w: aponeurosis, 0..1
    @location(1) fibre: vec4<f32>,
    // x: place around the muscle; y: place along its fibres, both 0..1; z: how far bundles stray sideways here
    @location(2) place: vec3<f32>,
#endif
}

// The body stands where its figures say: its meshes are never moved, turned or scaled, and their
// vertices need no matrix of their own. On a software driver that halves a frame.
@vertex
fn vertex(in: Vertex) -> Corner {
    let view_from_world = mat3x3<f32>(view.view_from_world[0].xyz, view.view_from_world[1].xyz, view.view_from_world[2].xyz);
    var out: Corner;
    out.position = position_world_to_clip(in.position);
    out.normal = vec4<f32>(view_from_world * in.normal, 1.0);
#ifdef VERTEX_COLORS
    out.normal.w = in.color.r;
#endif
#ifdef MUSCLE
    out.fibre = vec4<f32>(view_from_world * in.tangent.xyz * in.tangent.w, in.color.g);
    let stray = noise(vec2<f32>(in.uv.x * 7.0, in.uv.y * 3.0), 7.0).x * 0.24 - 0.12;
    out.place = vec3<f32>(in.uv, stray);
#endif
    return out;
}

// Noise from a lattice whose x repeats after `period` cells, so that it closes around the muscle.
fn wrapped(x: f32, period: f32) -> f32 {
    return x - period * floor(x / period);
}

// A number 0..1 for a point of the lattice, from a fraction for each of its coordinates.
fn hash(x: f32, y: f32) -> f32 {
    let swap = 2.0 * x * y + 33.33 * (x + y);
    let r = x + swap;
    return fract((r + y + swap) * r * 7.13);
}

// Value noise: its value, and how fast it grows with x.
fn noise(p: vec2<f32>, period: f32) -> vec2<f32> {
    let cell = floor(p);
    let t = p - cell;
    let s = t * t * (3.0 - 2.0 * t);
    let x0 = fract(wrapped(cell.x, period) * 0.1031);
    let x1 = fract(wrapped(cell.x + 1.0, period) * 0.1031);
    let y0 = fract(cell.y * 0.1137);
    let y1 = fract(cell.y * 0.1137 + 0.1137);
    let a = hash(x0, y0);
    let b = hash(x1, y0);
    let c = hash(x0, y1);
    let d = hash(x1, y1);
    let low = b - a;
    let high = d - c;
    let slope = 6.0 * t.x * (1.0 - t.x) * mix(low, high, s.y);
    return vec2<f32>(mix(a + low * s.x, c + high * s.x, s.y), slope);
}

// The same along x alone, without the slope.
fn noise_around(x: f32, period: f32) -> f32 {
    let cell = floor(x);
    let t = x - cell;
    let a = hash(fract(wrapped(cell, period) * 0.1031), 0.37);
    let b = hash(fract(wrapped(cell + 1.0, period) * 0.1031), 0.37);
    return mix(a, b, t * t * (3.0 - 2.0 * t));
}

// Fibre bundles at `place`, coarse ones with finer ones on them: their height, -1..1, and how fast it
// grows across them, a bundle's width at a time.
fn bundles(place: vec3<f32>, coarse: f32, along: f32) -> vec2<f32> {
    let x = place.x * coarse + place.z;
    let broad = noise(vec2<f32>(x, place.y * along), coarse);
    let fine = noise(vec2<f32>(x * 3.0, place.y * along * 1.7 + 9.0), coarse * 3.0);
    return vec2<f32>(broad.x * 1.3 + fine.x * 0.7 - 1.0, broad.y * 1.3 + fine.y * 2.1);
}

// Lights in the camera's frame (x right, y up, z to the viewer), of unit length.
const KEY = vec3<f32>(-0.421, 0.621, 0.661);
const FILL = vec3<f32>(0.805, 0.054, 0.591);

@fragment
fn fragment(in: Corner) -> @location(0) vec4<f32> {
    var normal = normalize(in.normal.xyz);
    // All in the camera's frame, where the eye is the origin and the way to it follows from the pixel.
    let in_view = (in.position.xy - view.viewport.xy) / view.viewport.zw * 2.0 - 1.0;
    let to_eye = normalize(vec3<f32>(-in_view.x * view.view_from_clip[0].x, in_view.y * view.view_from_clip[1].y, 1.0));

    var albedo = tissue.colour.rgb;
    let ao = in.normal.w;
    var shine = tissue.state.z;

#ifdef MUSCLE
    let coarse = tissue.fibre.x;
    let along = tissue.fibre.y;
    // Fibres finer than two pixels would shimmer: they fade out first.
    let footprint = max(fwidth(in.place.x * coarse), 1e-4);
    let seen = clamp(1.0 - (footprint - 0.25) / 0.65, 0.0, 1.0);
    let bundle = bundles(in.place, coarse, along) * seen;
    let fibre = normalize(in.fibre.xyz);
    let side = normalize(cross(normal, fibre));

    // Each bundle ends where it likes, and its fibres once more.
    let ends = noise_around(in.place.x * coarse * 0.7, floor(coarse * 0.7)) * 0.6
        + noise_around(in.place.x * coarse * 2.0 + 3.0, coarse * 2.0) * 0.4;
    let ragged = (ends - 0.5) * 0.07;
    let f = in.place.y + ragged;
    let at_origin = 1.0 - smoothstep(tissue.fibre.z * 0.7, tissue.fibre.z * 1.25 + 0.012, f);
    let at_insertion = 1.0 - smoothstep(tissue.fibre.w * 0.7, tissue.fibre.w * 1.25 + 0.012, 1.0 - f);
    // Aponeuroses come with the corners, in green, over 16 mm; their edge is as ragged.
    let in_sheet = smoothstep(0.3, 0.7, in.fibre.w - ragged * 5.0);
    let aponeurosis = clamp(max(max(at_origin, at_insertion), in_sheet), 0.0, 1.0);
    // Tendon is smoother than flesh: its fibres as high as a belly's bundles would look like wood.
    normal = normalize(normal - side * bundle.y * mix(0.1, 0.035, aponeurosis));
    albedo = albedo * (1.0 + 0.16 * bundle.x);
    albedo = mix(albedo, tissue.tendon.rgb * (1.0 + 0.06 * bundle.x), aponeurosis * 0.92);
    shine = shine + 0.10 * aponeurosis;
#endif
#ifdef BONE
    // Warmer and darker in the hollows.
    albedo = albedo * mix(vec3<f32>(0.62, 0.52, 0.42), vec3<f32>(1.0), smoothstep(0.15, 0.9, ao));
#endif

    let key_wrap = clamp((dot(normal, KEY) + 0.28) / 1.28, 0.0, 1.0);
    let fill_wrap = clamp((dot(normal, FILL) + 0.45) / 1.45, 0.0, 1.0);
    let sky = 0.5 + 0.5 * normal.y;
    var light = vec3<f32>(1.0, 0.965, 0.92) * key_wrap * key_wrap * 0.78
        + vec3<f32>(0.86, 0.92, 1.0) * fill_wrap * 0.20
        + mix(vec3<f32>(0.17, 0.145, 0.135), vec3<f32>(0.27, 0.275, 0.285), sky);
#ifdef MUSCLE
    // Flesh lets light through: where it turns away from the light it is redder, not greyer.
    light = light + vec3<f32>(0.055, 0.012, 0.006) * (1.0 - key_wrap);
#endif
    light = light * mix(0.34, 1.0, ao);

    let facing = clamp(dot(normal, to_eye), 0.0, 1.0);
    // Darker where a form turns away, as an engraver would draw it.
    let turned = mix(0.66, 1.0, smoothstep(0.0, 0.55, facing));
    let half_way = normalize(KEY + to_eye);
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
    rgb = mix(rgb, rgb * 1.22 + tissue.accent.rgb * 0.08, glow);
    rgb = mix(rgb, tissue.accent.rgb, glow * rim * 0.55);

    // A shell is clear in front and denser at its edge.
    let shell = tissue.state.y;
    let density = mix(1.0, 0.55 + 2.6 * rim, shell);
    let alpha = clamp(tissue.colour.a * density, 0.0, 1.0);
    return vec4<f32>(rgb, alpha);
}
