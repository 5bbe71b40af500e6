//! Binary glTF 2.0: one buffer, one mesh and node a structure, one material a tissue.

use super::Surface;
use crate::{
    anatomy::body::StructureKind,
    app::theme::{BodyColors, Rgb},
    model::facts::Tissue,
};
use glam::Vec3;
use serde_json::{Value, json};

/// glTF counts in metres.
const METRES: f32 = 0.001;
const FLOAT: u32 = 5126;
const UNSIGNED_INT: u32 = 5125;
const VERTICES: u32 = 34962;
const INDICES: u32 = 34963;

/// The whole file.
pub(super) fn glb(
    surfaces: &[Surface],
    colours: &BodyColors,
) -> Result<Vec<u8>, serde_json::Error> {
    let mut file = Buffer::default();
    let mut meshes = Vec::new();
    let mut nodes = Vec::new();
    for surface in surfaces {
        let mesh = surface.mesh;
        let positions: Vec<Vec3> = mesh.positions_mm.iter().map(|&p| p * METRES).collect();
        let attributes = json!({
            "POSITION": file.vectors(&positions, true),
            "NORMAL": file.vectors(&mesh.normals, false),
            "TEXCOORD_0": file.pairs(&mesh.fibre_uv),
        });
        let indices = file.indices(&mesh.triangles);
        let name = surface.id.to_string();
        nodes.push(json!({ "name": name, "mesh": meshes.len() }));
        meshes.push(json!({
            "name": name,
            "extras": { "fma": surface.fma },
            "primitives": [{ "attributes": attributes, "indices": indices, "material": material(surface.kind) }],
        }));
    }
    let scene: Vec<usize> = (0..nodes.len()).collect();
    let root = json!({
        "asset": {
            "version": "2.0",
            "generator": "myomap",
            "copyright": "myomap data, CC BY-SA 4.0; measured on BodyParts3D, (c) The Database Center for Life Science, CC BY-SA 2.1 JP",
        },
        "scene": 0,
        "scenes": [{ "nodes": scene }],
        "nodes": nodes,
        "meshes": meshes,
        "materials": materials(colours),
        "accessors": file.accessors,
        "bufferViews": file.views,
        "buffers": [{ "byteLength": file.bytes.len() }],
    });
    let mut text = serde_json::to_vec(&root)?;
    text.resize(text.len().next_multiple_of(4), b' ');
    let mut out = Vec::with_capacity(28 + text.len() + file.bytes.len());
    let total = 28 + text.len() + file.bytes.len();
    for word in [0x4654_6C67, 2, total as u32, text.len() as u32, 0x4E4F_534A] {
        out.extend(u32::to_le_bytes(word));
    }
    out.extend(text);
    for word in [file.bytes.len() as u32, 0x004E_4942] {
        out.extend(u32::to_le_bytes(word));
    }
    out.extend(file.bytes);
    Ok(out)
}

fn material(kind: Option<StructureKind>) -> usize {
    match kind {
        Some(StructureKind::Muscle) => 0,
        Some(StructureKind::Bone(Tissue::Bone)) => 1,
        Some(StructureKind::Bone(Tissue::Cartilage)) => 2,
        Some(StructureKind::Bone(Tissue::Tooth)) => 3,
        None => 4,
        Some(StructureKind::Fascia | StructureKind::Bone(_)) => 5,
    }
}

/// One material a tissue, in the order of [`material`].
fn materials(colours: &BodyColors) -> Value {
    let of = |name: &str, colour: Rgb| {
        let [red, green, blue] = colour.linear();
        json!({
            "name": name,
            "pbrMetallicRoughness": {
                "baseColorFactor": [red, green, blue, 1.0],
                "metallicFactor": 0.0,
                "roughnessFactor": 0.8,
            },
        })
    };
    json!([
        of("muscle", colours.belly.0),
        of("bone", colours.bone),
        of("cartilage", colours.cartilage),
        of("tooth", colours.tooth),
        of("skin", colours.skin),
        of("fascia", colours.tendon),
    ])
}

#[derive(Default)]
struct Buffer {
    bytes: Vec<u8>,
    views: Vec<Value>,
    accessors: Vec<Value>,
}

impl Buffer {
    fn vectors(&mut self, list: &[Vec3], bounds: bool) -> usize {
        let floats = list.iter().flat_map(|v| v.to_array());
        let mut accessor = json!({ "componentType": FLOAT, "count": list.len(), "type": "VEC3" });
        if bounds && let Some(&first) = list.first() {
            let (low, high) = list
                .iter()
                .fold((first, first), |(low, high), &p| (low.min(p), high.max(p)));
            accessor["min"] = json!(low.to_array());
            accessor["max"] = json!(high.to_array());
        }
        self.add(floats.flat_map(f32::to_le_bytes), VERTICES, accessor)
    }

    fn pairs(&mut self, list: &[[f32; 2]]) -> usize {
        let accessor = json!({ "componentType": FLOAT, "count": list.len(), "type": "VEC2" });
        self.add(
            list.iter().flatten().flat_map(|v| v.to_le_bytes()),
            VERTICES,
            accessor,
        )
    }

    fn indices(&mut self, list: &[[u32; 3]]) -> usize {
        let accessor =
            json!({ "componentType": UNSIGNED_INT, "count": list.len() * 3, "type": "SCALAR" });
        self.add(
            list.iter().flatten().flat_map(|v| v.to_le_bytes()),
            INDICES,
            accessor,
        )
    }

    fn add(&mut self, data: impl Iterator<Item = u8>, target: u32, mut accessor: Value) -> usize {
        let from = self.bytes.len();
        self.bytes.extend(data);
        self.views.push(json!({
            "buffer": 0, "byteOffset": from, "byteLength": self.bytes.len() - from, "target": target,
        }));
        accessor["bufferView"] = json!(self.views.len() - 1);
        self.accessors.push(accessor);
        self.accessors.len() - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        anatomy::mesh::SurfaceMesh,
        app::theme::ThemeFile,
        model::{ids::StructureId, link::Theme, side::Side},
    };

    #[test]
    fn the_chunks_add_up_and_the_bounds_are_in_metres() {
        let mesh = SurfaceMesh::from_triangles(
            vec![Vec3::ZERO, Vec3::X * 1000.0, Vec3::Y * 500.0],
            vec![[0, 1, 2]],
        );
        let surface = Surface {
            id: StructureId::new("sacrum", Side::Midline),
            kind: Some(StructureKind::Bone(Tissue::Bone)),
            fma: Some(16202),
            mesh: &mesh,
        };
        let theme = ThemeFile::built_in(Theme::Light).unwrap();
        let bytes = glb(&[surface], &theme.body).unwrap();
        let word = |at: usize| {
            u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize
        };
        assert_eq!(&bytes[..4], b"glTF");
        assert_eq!(word(8), bytes.len());
        let json: Value = serde_json::from_slice(&bytes[20..20 + word(12)]).unwrap();
        assert_eq!(json["nodes"][0]["name"], "sacrum");
        assert_eq!(json["accessors"][0]["max"], json!([1.0, 0.5, 0.0]));
        assert_eq!(28 + word(12) + word(20 + word(12)), bytes.len());
        assert_eq!(json["buffers"][0]["byteLength"], json!(word(20 + word(12))));
    }
}
