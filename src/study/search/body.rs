//! What the body adds to the index: muscles with their points, regions, bones; and what is done to them: stretches,
//! methods.

use super::{
    builder::{Builder, Of},
    entry::Target,
    hit::{Group, Place, Why},
};
use crate::model::facts::{Muscle, Part, Region};

/// Adds all of them, what people look for most first.
pub(super) fn add(builder: &mut Builder<'_>) {
    let catalog = builder.catalog;
    for muscle in &catalog.muscles {
        add_muscle(builder, muscle);
    }
    for region in &catalog.regions {
        add_region(builder, region);
    }
    for stretch in &catalog.stretches {
        let of = Of {
            group: Group::Stretches,
            kind: "stretch",
            place: Place::Stretch,
        };
        let at = builder.entry(Target::Stretch(stretch.id.clone()), of, stretch);
        for synonym in &stretch.synonyms {
            builder.add(at, Why::OtherName, synonym);
        }
    }
    for method in &catalog.methods {
        let of = Of {
            group: Group::Methods,
            kind: "method",
            place: Place::Method,
        };
        let at = builder.entry(Target::Method(method.id.clone()), of, method);
        builder.both(at, Why::Belongs, &method.tool);
    }
    for bone in &catalog.bones {
        let of = Of {
            group: Group::Bones,
            kind: "bone",
            place: Place::Bone(bone.tissue),
        };
        let target = Target::Structure {
            base: bone.id.clone(),
            paired: bone.paired,
        };
        let at = builder.entry(target, of, bone);
        builder.names(at, &bone.names);
    }
}

fn add_region(builder: &mut Builder<'_>, region: &Region) {
    let of = Of {
        group: Group::Regions,
        kind: "region",
        place: Place::Region,
    };
    let target = Target::Region {
        code: region.id.clone(),
        midline: region.midline,
    };
    let at = builder.entry(target, of, region);
    builder.entries[at].part = Some(region.part);
    for synonym in &region.synonyms {
        builder.add(at, Why::OtherName, synonym);
    }
    let query_words = builder.query_words;
    for (_, name) in query_words.parts().filter(|(part, _)| *part == region.part) {
        builder.add(at, Why::Belongs, name);
    }
    builder.both(at, Why::Text, &region.extent);
}

fn add_muscle(builder: &mut Builder<'_>, muscle: &Muscle) {
    let name = builder
        .catalog
        .names
        .name(builder.language, muscle)
        .to_owned();
    let of = |place| Of {
        group: Group::Muscles,
        kind: "muscle",
        place,
    };
    let structure = |id: &str| Target::Structure {
        base: id.to_owned(),
        paired: true,
    };
    let at = builder.entry(structure(&muscle.id), of(Place::Muscle), muscle);
    builder.id(at, &muscle.code);
    builder.names(at, &muscle.names);
    let feelings: Vec<&str> = muscle
        .feels_like
        .iter()
        .map(|says| says.text.as_str())
        .collect();
    builder.all(at, Why::Feeling, &feelings);
    for part in &muscle.parts {
        // A muscle of one part is found as a whole.
        if muscle.parts.len() == 1 {
            learnt(builder, at, part);
            continue;
        }
        let of = Of {
            kind: "part",
            ..of(Place::PartOf(name.clone()))
        };
        let at_part = builder.entry(structure(&part.id), of, part);
        builder.names(at_part, &part.names);
        builder.belongs(at_part, Why::Belongs, muscle);
        for synonym in &muscle.names.synonyms {
            builder.add(at_part, Why::Belongs, synonym);
        }
        learnt(builder, at_part, part);
        // Exams ask for the nerve of the muscle too.
        builder.both(at, Why::Nerve, &part.nerve);
    }
    for point in &muscle.points {
        let of = Of {
            group: Group::Points,
            kind: "point",
            place: Place::PointOf(point.id.clone(), name.clone()),
        };
        let at = builder.entry(Target::Point(point.id.clone()), of, point);
        builder.add(at, Why::OtherName, &point.alias);
        builder.belongs(at, Why::Belongs, muscle);
        builder.add(at, Why::Belongs, &muscle.names.latin);
        for synonym in &muscle.names.synonyms {
            builder.add(at, Why::Belongs, synonym);
        }
        for (zone, why) in [
            (&point.essential, Why::Belongs),
            (&point.spillover, Why::Text),
        ] {
            builder.both(at, why, &zone.text);
            for code in zone.regions.iter().chain(&zone.opposite) {
                if let Some(region) = builder.catalog.region(code) {
                    builder.belongs(at, why, region);
                    for synonym in &region.synonyms {
                        builder.add(at, why, synonym);
                    }
                }
            }
        }
    }
}

/// What is learnt of a muscle for an exam.
fn learnt(builder: &mut Builder<'_>, at: usize, part: &Part) {
    builder.both(at, Why::Nerve, &part.nerve);
    builder.both(at, Why::Attachment, &part.origin.text);
    builder.both(at, Why::Attachment, &part.insertion.text);
    builder.both(at, Why::Action, &part.action);
    builder.all(at, Why::Action, &part.action_terms);
}
