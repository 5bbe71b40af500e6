//! The catalogue seen as layers: which muscles and bones the list shows, and in which order.

use crate::{model::catalog::Catalog, ui::words};

/// A layer of the depth slider.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// 0 skin to 6 skeleton.
    pub depth: u8,
    /// What lies in it.
    pub groups: Vec<Group>,
}

/// A muscle with its parts, or a family of bones.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Id of the muscle, or the family of the bones.
    pub id: String,
    /// Layer it is listed in.
    pub depth: u8,
    /// Name.
    pub name: String,
    /// True for a muscle, whose first part is selected with it.
    pub is_muscle: bool,
    /// Trigger points of its parts in this layer.
    pub points: usize,
    /// Its structures.
    pub members: Vec<Member>,
}

/// One structure.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Structure id without a side.
    pub base: String,
    /// Name.
    pub name: String,
    /// Name where that of its muscle stands above it.
    pub short: String,
    /// Left and right, or one in the midline.
    pub paired: bool,
    /// Trigger points on it.
    pub points: usize,
}

/// Families of bones that come in numbers, by the first word of their ids.
const FAMILIES: [(&str, &str); 13] = [
    ("vertebra", "Vertebrae"),
    ("disc", "Discs"),
    ("rib", "Ribs"),
    ("costal_cartilage", "Costal cartilages"),
    ("sternum", "Breastbone"),
    ("teeth", "Teeth"),
    ("tooth", "Teeth"),
    ("carpal", "Wrist bones"),
    ("metacarpal", "Palm bones"),
    ("phalanx.hand", "Finger bones"),
    ("tarsal", "Ankle and heel bones"),
    ("metatarsal", "Instep bones"),
    ("phalanx.foot", "Toe bones"),
];

/// Every layer from the skin to the skeleton; muscles in the order of the catalogue.
#[must_use]
pub fn layers(catalog: &Catalog) -> Vec<Layer> {
    let mut layers: Vec<Layer> = (0..=6)
        .map(|depth| Layer {
            depth,
            groups: Vec::new(),
        })
        .collect();
    for muscle in &catalog.muscles {
        for part in &muscle.parts {
            let depth = part.depth.clamp(1, 5);
            let points = muscle.points.iter().filter(|point| point.part == part.id);
            let several = muscle
                .parts
                .iter()
                .filter(|other| other.depth == part.depth);
            let member = Member {
                base: part.id.clone(),
                name: if muscle.parts.len() == 1 {
                    muscle.names.english.clone()
                } else {
                    part.names.english.clone()
                },
                short: words::part_in_muscle(muscle, part),
                paired: true,
                points: points.count(),
            };
            let name = if several.count() > 1 {
                &muscle.names.english
            } else {
                &member.name
            };
            let group = (muscle.id.as_str(), name.as_str(), true);
            add(&mut layers[usize::from(depth)], group, member.clone());
        }
    }
    for bone in &catalog.bones {
        let family = FAMILIES.iter().find(|(start, _)| {
            bone.id
                .strip_prefix(start)
                .is_some_and(|rest| rest.starts_with('.'))
        });
        let (id, name) = family.map_or((bone.id.as_str(), bone.names.english.as_str()), |f| *f);
        let member = Member {
            base: bone.id.clone(),
            name: bone.names.english.clone(),
            short: bone.names.english.clone(),
            paired: bone.paired,
            points: 0,
        };
        add(&mut layers[6], (id, name, false), member);
    }
    layers
}

fn add(layer: &mut Layer, (id, name, is_muscle): (&str, &str, bool), member: Member) {
    let points = member.points;
    match layer
        .groups
        .iter_mut()
        .find(|group| group.id == id || (!group.is_muscle && !is_muscle && group.name == name))
    {
        Some(group) => {
            group.points += points;
            group.members.push(member);
        }
        None => layer.groups.push(Group {
            id: id.to_owned(),
            depth: layer.depth,
            name: name.to_owned(),
            is_muscle,
            points,
            members: vec![member],
        }),
    }
}
