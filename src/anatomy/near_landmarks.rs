//! Whether shapes lie where the landmarks and attachments of the data say that they do.
//!
//! A shape in metres, one in another frame and one of something else are sound nets: that they are no part of this
//! body shows only beside the places that it is measured from. Not here: whether a net is a surface (`ring_net`), and
//! whether a mesh fits before it is measured (`workshop::whereabouts`).

use super::{
    body::Body,
    place::{Landmarks, resolve_place},
};
use crate::model::{
    catalog::{Catalog, Step, fault_at},
    closest::quoted,
    facts::{Bone, Landmark, Place},
    ids::StructureId,
    report::Fault,
    side::Side,
};
use glam::Vec3;
use std::collections::BTreeMap;

/// How far a muscle's surface may lie from the nearest place of its origin or insertion, millimetres. What ships is
/// within 16; a coarse sketch of a body is let through, another unit or place is not.
const FROM_ATTACHMENT_MM: f32 = 150.0;
/// How far a landmark may lie from the surface of its bone, millimetres.
const FROM_LANDMARK_MM: f32 = 25.0;
/// How far a landmark may stand out of the skin's box, millimetres.
const OUT_OF_SKIN_MM: f32 = 60.0;
/// What to do.
const HINT: &str = "is it in millimetres, in the body frame and of this structure?";

/// What lies elsewhere. `files` are those that the catalogue was read from.
pub(super) fn faults(
    files: &BTreeMap<String, String>,
    catalog: &Catalog,
    body: &Body,
) -> Vec<Fault> {
    let landmarks = Landmarks::new(&catalog.landmarks);
    let mut faults = Vec::new();
    for (muscle, part) in catalog.parts() {
        let left = StructureId::new(&part.id, Side::Left);
        let Some(surface) = body.structures.iter().find(|surface| surface.id == left) else {
            continue;
        };
        for (what, attachment) in [("origin", &part.origin), ("insertion", &part.insertion)] {
            let away_mm = away_mm(&attachment.line, &landmarks, &surface.mesh.positions_mm);
            if away_mm.is_some_and(|away_mm| away_mm > FROM_ATTACHMENT_MM) {
                let away_mm = away_mm.unwrap_or_default();
                faults.push(of_shape(
                    files,
                    &part.id,
                    format!(
                        "{} lies {away_mm:.0} mm from its {what} in muscles/{}.ron",
                        quoted(&part.id),
                        muscle.id
                    ),
                ));
            }
        }
    }
    for bone in &catalog.bones {
        let own = |landmark: &&Landmark| bone_of(&landmark.id).as_deref() == Some(&bone.id);
        let away_mm = (catalog.landmarks.iter().filter(own))
            .map(|landmark| (away_from(bone, landmark, body), landmark))
            .filter(|(away_mm, _)| away_mm.is_finite())
            .max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((away_mm, landmark)) = away_mm.filter(|(mm, _)| *mm > FROM_LANDMARK_MM) {
            let (id, landmark) = (quoted(&bone.id), quoted(&landmark.id));
            let what = format!("{id} lies {away_mm:.0} mm from its landmark {landmark}");
            faults.push(of_shape(files, &bone.id, what));
        }
    }
    faults.extend(out_of_skin(files, catalog, body));
    faults
}

/// A skin that does not hold the bones: the skin is told, not all that stands out of it.
fn out_of_skin(files: &BTreeMap<String, String>, catalog: &Catalog, body: &Body) -> Option<Fault> {
    let (least, most) = body.skin.mesh.bounds_mm()?;
    let out_mm = |at: Vec3| (least - at).max(at - most).max_element();
    let landmarks = catalog.landmarks.iter();
    let (out_mm, landmark) = landmarks
        .map(|landmark| (out_mm(Vec3::from(landmark.at_mm)), landmark))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(out_mm, _)| *out_mm > OUT_OF_SKIN_MM)?;
    let what = format!(
        "the landmark {} stands {out_mm:.0} mm out of the skin",
        quoted(&landmark.id)
    );
    Some(of_shape(files, "skin", what))
}

/// The bone on which a landmark is, by the landmark's name; none for the tips of fingers, which are skin.
fn bone_of(landmark: &str) -> Option<String> {
    let (name, _) = landmark.split_once('.')?;
    let numbered = |letters: &str| {
        let number = name.strip_prefix(letters)?;
        number.bytes().all(|b| b.is_ascii_digit()).then_some(number)
    };
    if let Some(number) = numbered("rib") {
        return Some(format!("rib.{number}"));
    }
    if ["C", "T", "L"].iter().any(|part| numbered(part).is_some()) {
        return Some(format!("vertebra.{}", name.to_lowercase()));
    }
    let bone = match name {
        "occiput" | "mastoid" | "zygomatic" => "skull",
        "pelvis" => "hip_bone",
        "hand" => return None,
        _ if numbered("S").is_some() => "sacrum",
        _ => name,
    };
    Some(bone.to_owned())
}

/// How far a landmark lies from its bone on either side, millimetres; infinite where the bone is not built.
fn away_from(bone: &Bone, landmark: &Landmark, body: &Body) -> f32 {
    let at = Vec3::from(landmark.at_mm);
    let own = body.structures.iter().filter(|one| one.id.base == bone.id);
    own.map(|one| nearest_mm(at, &one.mesh.positions_mm))
        .fold(f32::INFINITY, f32::min)
}

/// How far the nearest place of a line lies from some points, millimetres; nothing where no place is known.
fn away_mm(line: &[Place], landmarks: &Landmarks, points: &[Vec3]) -> Option<f32> {
    let places = line
        .iter()
        .filter_map(|place| resolve_place(place, landmarks).ok());
    places
        .map(|place| nearest_mm(place, points))
        .filter(|away_mm| away_mm.is_finite())
        .min_by(f32::total_cmp)
}

fn nearest_mm(at: Vec3, points: &[Vec3]) -> f32 {
    let squared = points.iter().map(|point| point.distance_squared(at));
    squared.fold(f32::INFINITY, f32::min).sqrt()
}

fn of_shape(files: &BTreeMap<String, String>, id: &str, what: String) -> Fault {
    let file = format!("shapes/{id}.ron");
    fault_at(files, &file, &[Step::Field("nets")], what, HINT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        anatomy::{body::compile, pain_field::SkinSurface},
        model::catalog::load,
        store::built_in_files,
    };

    #[test]
    fn every_landmark_is_on_a_bone_but_the_tips_of_fingers() {
        let catalog = load(&built_in_files()).0;
        for landmark in &catalog.landmarks {
            match bone_of(&landmark.id) {
                Some(bone) => assert!(catalog.bone(&bone).is_some(), "{}", landmark.id),
                None => assert!(landmark.id.starts_with("hand."), "{}", landmark.id),
            }
        }
    }

    #[test]
    fn what_ships_lies_at_its_landmarks_and_another_unit_or_place_is_told() {
        let files = built_in_files();
        let catalog = load(&files).0;
        let (body, _) = compile(&catalog);
        let told = |body: &Body| -> Vec<(String, String)> {
            let faults = faults(&files, &catalog, body).into_iter();
            faults.map(|fault| (fault.file, fault.what)).collect()
        };
        assert_eq!(told(&body), []);
        let changed = |base: &str, change: fn(Vec3) -> Vec3| {
            let mut body = compile(&catalog).0;
            for one in body.structures.iter_mut().filter(|one| one.id.base == base) {
                let points = &mut one.mesh.positions_mm;
                points.iter_mut().for_each(|point| *point = change(*point));
            }
            told(&body)
        };
        let metres: fn(Vec3) -> Vec3 = |point| point * 0.001;
        let elsewhere: fn(Vec3) -> Vec3 = |point| point + Vec3::Z * 400.0;
        for change in [metres, elsewhere] {
            let muscle = changed("levator_scapulae", change);
            assert!(
                muscle
                    .iter()
                    .any(|(file, what)| file == "shapes/levator_scapulae.ron"
                        && what.contains("mm from its origin in muscles/levator_scapulae.ron")),
                "{muscle:?}"
            );
            let bone = changed("scapula", change);
            assert!(
                bone.iter().any(|(file, what)| file == "shapes/scapula.ron"
                    && what.contains("from its landmark \"scapula.")),
                "{bone:?}"
            );
        }
        let mut small = compile(&catalog).0;
        let mut mesh = small.skin.mesh.clone();
        mesh.positions_mm
            .iter_mut()
            .for_each(|point| *point *= 0.001);
        small.skin = SkinSurface::new(mesh);
        let skin = told(&small);
        assert!(
            skin.iter()
                .any(|(file, what)| file == "shapes/skin.ron" && what.contains("out of the skin")),
            "{skin:?}"
        );
    }
}
