//! The catalogue seen as layers: which muscles and bones the list shows, and in which order.

use crate::{
    locale::Key,
    model::link::DEEPEST_LAYER,
    ui::{PanelContext, words},
};

/// A layer of the depth slider.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// 0 skin to [`DEEPEST_LAYER`], the skeleton.
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
const FAMILIES: [(&str, Key); 14] = [
    ("vertebra", Key("bones-vertebrae")),
    ("disc", Key("bones-discs")),
    ("rib", Key("bones-ribs")),
    ("costal_cartilage", Key("bones-costal-cartilages")),
    ("sternum", Key("bones-breastbone")),
    ("teeth", Key("bones-teeth")),
    ("tooth", Key("bones-teeth")),
    ("carpal", Key("bones-wrist")),
    ("metacarpal", Key("bones-palm")),
    ("phalanx.hand", Key("bones-fingers")),
    ("tarsal", Key("bones-ankle-and-heel")),
    ("metatarsal", Key("bones-instep")),
    ("phalanx.foot", Key("bones-toes")),
    ("ligament", Key("bones-ligaments")),
];

/// Every layer from the skin to the skeleton; muscles in the order of the catalogue.
#[must_use]
pub fn layers(ctx: &PanelContext) -> Vec<Layer> {
    let catalog = ctx.catalog;
    let mut layers: Vec<Layer> = (0..=DEEPEST_LAYER)
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
                    ctx.name(muscle).to_owned()
                } else {
                    ctx.name(part).to_owned()
                },
                short: words::part_in_muscle(ctx, muscle, part),
                paired: true,
                points: points.count(),
            };
            let name = if several.count() > 1 {
                ctx.name(muscle)
            } else {
                &member.name
            };
            let group = (muscle.id.as_str(), name, true);
            add(&mut layers[usize::from(depth)], group, member.clone());
        }
    }
    for bone in &catalog.bones {
        let family = FAMILIES.iter().find(|(start, _)| {
            bone.id
                .strip_prefix(start)
                .is_some_and(|rest| rest.starts_with('.'))
        });
        let name = ctx.name(bone);
        let group = family.map(|(start, key)| (*start, ctx.words.key(*key)));
        let member = Member {
            base: bone.id.clone(),
            name: name.to_owned(),
            short: name.to_owned(),
            paired: bone.paired,
            points: 0,
        };
        let group = group
            .as_ref()
            .map_or((bone.id.as_str(), name), |(id, name)| (*id, name.as_ref()));
        add(
            &mut layers[usize::from(bone.depth.clamp(1, DEEPEST_LAYER))],
            (group.0, group.1, false),
            member,
        );
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
