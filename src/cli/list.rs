//! `myomap list`: what there is, as a table or as JSON.

pub mod library;

use super::{CliError, check::json, paper::Paper};
use crate::model::{
    catalog::Catalog,
    facts::{Bone, Ids, Muscle, Part, Region, Source, Tissue, TriggerPoint, Zone},
    ids::{Item, PointId, RegionId, StructureId},
    link::DEEPEST_LAYER,
    side::Side,
};
use serde::Serialize;
use std::{io::Write, process::ExitCode};

/// Depth of the skin on the slider.
const SKIN: u8 = 0;

#[derive(clap::Args, Debug)]
pub struct ListArgs {
    /// What to list
    kind: Kind,
    /// Print an array of objects as JSON
    #[arg(long)]
    json: bool,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum Kind {
    Muscles,
    Points,
    Regions,
    Bones,
    Stretches,
    Methods,
    Sources,
    Landmarks,
    Structures,
    /// Warning signs
    #[value(name = "red_flags")]
    RedFlags,
    /// Conditions, and what they forbid
    Contraindications,
    /// Where no tool belongs
    #[value(name = "no_go_areas")]
    NoGoAreas,
    /// Chapters and sections of the library
    Library,
}

/// One thing as `list` and `show` tell it to programs.
#[derive(Serialize, Debug, Clone)]
pub struct Row {
    pub id: String,
    pub name: String,
    /// The link that shows it; none for what has no view.
    pub link: Option<String>,
    #[serde(flatten)]
    pub more: More,
}

/// What a kind of thing has besides id, name and link.
#[derive(Serialize, Debug, Clone)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum More {
    Muscle {
        code: String,
        latin: String,
        ta2: Option<u32>,
        fma: Option<u32>,
        parts: Vec<String>,
        points: Vec<String>,
    },
    Point {
        alias: String,
        muscle: String,
        structure: String,
        /// Region ids on the point's own side.
        essential: Vec<String>,
        /// Region ids across the midline.
        essential_opposite: Vec<String>,
        spillover: Vec<String>,
        spillover_opposite: Vec<String>,
        sources: Vec<String>,
    },
    Region {
        midline: bool,
        extent: String,
        synonyms: Vec<String>,
    },
    Structure {
        tissue: &'static str,
        latin: String,
        side: Side,
        /// FMA number of this side, or of the concept where the sides have none.
        fma: Option<u32>,
        layer: u8,
        muscle: Option<String>,
    },
    Bone {
        latin: String,
        fma: Option<u32>,
        fma_left: Option<u32>,
        fma_right: Option<u32>,
        layer: u8,
        paired: bool,
    },
    Stretch {
        hold_seconds: (u16, u16),
        repeats: (u8, u8),
        sources: Vec<String>,
    },
    Method {
        tool: String,
        hold_seconds: (u16, u16),
        repeats: (u8, u8),
        max_discomfort: u8,
        sources: Vec<String>,
    },
    Source {
        doi: String,
        url: String,
        used: String,
    },
    Landmark {
        at_mm: (f32, f32, f32),
    },
    RedFlag(library::RedFlagRow),
    Contraindication(library::ContraindicationRow),
    NoGoArea(library::NoGoAreaRow),
    Chapter(library::ChapterRow),
    Section(library::SectionRow),
}

pub fn run(args: &ListArgs, catalog: &Catalog, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let rows = rows(args.kind, catalog);
    if args.json {
        json(out, &rows)?;
    } else {
        let cells: Vec<_> = rows.iter().map(|row| cells(row, catalog)).collect();
        Paper::new(out).table(&cells)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn rows(kind: Kind, catalog: &Catalog) -> Vec<Row> {
    match kind {
        Kind::Muscles => catalog.muscles.iter().map(muscle).collect(),
        Kind::Points => catalog
            .points()
            .map(|(of, x)| point(of, x, Side::Left))
            .collect(),
        Kind::Regions => catalog.regions.iter().map(region).collect(),
        Kind::Bones => catalog.bones.iter().map(bone).collect(),
        Kind::Stretches => catalog.stretches.iter().map(stretch).collect(),
        Kind::Methods => catalog.methods.iter().map(method).collect(),
        Kind::Sources => catalog.sources.iter().map(source).collect(),
        Kind::Landmarks => catalog.landmarks.iter().map(landmark).collect(),
        Kind::Structures => structures(catalog),
        Kind::RedFlags => {
            let row = |x| library::red_flag(catalog, x);
            catalog.red_flags().iter().map(row).collect()
        }
        Kind::Contraindications => {
            let row = |x| library::contraindication(catalog, x);
            catalog.contraindications.iter().map(row).collect()
        }
        Kind::NoGoAreas => {
            let row = |x| library::no_go_area(catalog, x);
            catalog.no_go_areas.iter().map(row).collect()
        }
        Kind::Library => library::all(catalog),
    }
}

fn cells(row: &Row, catalog: &Catalog) -> Vec<String> {
    let third = match &row.more {
        More::Muscle { points, .. } => points.join(" "),
        More::Point { muscle, .. } => catalog
            .muscle(muscle)
            .map_or_else(String::new, |muscle| muscle.names.english.clone()),
        More::Region { extent, .. } => extent.clone(),
        More::Structure { fma, layer, .. } => {
            let fma = fma.map_or_else(|| "-".to_owned(), |fma| format!("FMA{fma}"));
            format!("layer {layer}  {fma}")
        }
        More::Bone { latin, .. } => latin.clone(),
        More::Method { tool, .. } => tool.clone(),
        More::Landmark { at_mm: (x, y, z) } => format!("{x:8.1} {y:8.1} {z:8.1}"),
        More::Stretch { .. } | More::Source { .. } => String::new(),
        more => library::third_cell(more, catalog),
    };
    vec![row.id.clone(), row.name.clone(), third]
}

/// The row of a muscle.
pub fn muscle(muscle: &Muscle) -> Row {
    let id = StructureId::new(&muscle.id, Side::Left);
    Row {
        id: muscle.id.clone(),
        name: muscle.names.english.clone(),
        link: Some(Item::Structure(id).link()),
        more: More::Muscle {
            code: muscle.code.clone(),
            latin: muscle.names.latin.clone(),
            ta2: muscle.ids.ta2,
            fma: muscle.ids.fma,
            parts: muscle.parts.iter().map(|part| part.id.clone()).collect(),
            points: muscle.points.iter().map(|point| point.id.clone()).collect(),
        },
    }
}

/// The row of a point; its link leads to the one on a side.
pub fn point(muscle: &Muscle, point: &TriggerPoint, side: Side) -> Row {
    let ids = |zone: &Zone| (zone.regions.clone(), zone.opposite.clone());
    let (essential, essential_opposite) = ids(&point.essential);
    let (spillover, spillover_opposite) = ids(&point.spillover);
    let mut sources = point.pattern_sources.clone();
    for id in point.location.sources.iter().chain(&point.find.sources) {
        if !sources.contains(id) {
            sources.push(id.clone());
        }
    }
    Row {
        id: point.id.clone(),
        name: point.name.clone(),
        link: Some(Item::Point(PointId::new(&point.id, side)).link()),
        more: More::Point {
            alias: point.alias.clone(),
            muscle: muscle.id.clone(),
            structure: point.part.clone(),
            essential,
            essential_opposite,
            spillover,
            spillover_opposite,
            sources,
        },
    }
}

/// The row of a region.
pub fn region(region: &Region) -> Row {
    let side = if region.midline {
        Side::Midline
    } else {
        Side::Left
    };
    Row {
        id: region.id.clone(),
        name: region.name.clone(),
        link: Some(Item::Region(RegionId::new(&region.id, side)).link()),
        more: More::Region {
            midline: region.midline,
            extent: region.extent.clone(),
            synonyms: region.synonyms.clone(),
        },
    }
}

fn structures(catalog: &Catalog) -> Vec<Row> {
    let sides = [Side::Left, Side::Right];
    let mut rows: Vec<Row> = catalog
        .parts()
        .flat_map(|(of, x)| sides.map(|side| part(of, x, side)))
        .collect();
    for bone in &catalog.bones {
        if bone.paired {
            rows.extend(sides.map(|side| bone_structure(bone, side)));
        } else {
            rows.push(bone_structure(bone, Side::Midline));
        }
    }
    rows.push(skin());
    rows
}

/// The row of a part on a side.
pub fn part(muscle: &Muscle, part: &Part, side: Side) -> Row {
    structure(
        &part.id,
        side,
        &part.names.english,
        More::Structure {
            tissue: "muscle",
            latin: part.names.latin.clone(),
            side,
            fma: fma(&part.ids, side),
            layer: part.depth,
            muscle: Some(muscle.id.clone()),
        },
    )
}

/// The row of a bone on a side.
pub fn bone_structure(bone: &Bone, side: Side) -> Row {
    structure(
        &bone.id,
        side,
        &bone.names.english,
        More::Structure {
            tissue: match bone.tissue {
                Tissue::Bone => "bone",
                Tissue::Cartilage => "cartilage",
                Tissue::Tooth => "tooth",
            },
            latin: bone.names.latin.clone(),
            side,
            fma: fma(&bone.ids, side),
            layer: DEEPEST_LAYER,
            muscle: None,
        },
    )
}

/// The row of the skin.
pub fn skin() -> Row {
    structure(
        "skin",
        Side::Midline,
        "Skin",
        More::Structure {
            tissue: "skin",
            latin: "Cutis".to_owned(),
            side: Side::Midline,
            fma: Some(7163),
            layer: SKIN,
            muscle: None,
        },
    )
}

fn structure(base: &str, side: Side, name: &str, more: More) -> Row {
    let id = StructureId::new(base, side);
    let name = match side {
        Side::Midline => name.to_owned(),
        side => format!("{name}, {}", side.as_str()),
    };
    Row {
        id: id.to_string(),
        name,
        link: Some(Item::Structure(id).link()),
        more,
    }
}

fn fma(ids: &Ids, side: Side) -> Option<u32> {
    match side {
        Side::Left => ids.fma_left.or(ids.fma),
        Side::Right => ids.fma_right.or(ids.fma),
        Side::Midline => ids.fma,
    }
}

fn bone(bone: &Bone) -> Row {
    let side = if bone.paired {
        Side::Left
    } else {
        Side::Midline
    };
    let id = StructureId::new(&bone.id, side);
    Row {
        id: bone.id.clone(),
        name: bone.names.english.clone(),
        link: Some(Item::Structure(id).link()),
        more: More::Bone {
            latin: bone.names.latin.clone(),
            fma: bone.ids.fma,
            fma_left: bone.ids.fma_left,
            fma_right: bone.ids.fma_right,
            layer: DEEPEST_LAYER,
            paired: bone.paired,
        },
    }
}

/// The row of a stretch.
pub fn stretch(stretch: &crate::model::facts::Stretch) -> Row {
    Row {
        id: stretch.id.clone(),
        name: stretch.name.clone(),
        link: Some(Item::Stretch(stretch.id.clone()).link()),
        more: More::Stretch {
            hold_seconds: stretch.hold_seconds,
            repeats: stretch.repeats,
            sources: stretch.sources.clone(),
        },
    }
}

/// The row of a method.
pub fn method(method: &crate::model::facts::Method) -> Row {
    Row {
        id: method.id.clone(),
        name: method.name.clone(),
        link: Some(Item::Method(method.id.clone()).link()),
        more: More::Method {
            tool: method.tool.clone(),
            hold_seconds: method.hold_seconds,
            repeats: method.repeats,
            max_discomfort: method.max_discomfort,
            sources: method.sources.clone(),
        },
    }
}

/// The row of a source; its link is where it can be read.
pub fn source(source: &Source) -> Row {
    let link = if !source.doi.is_empty() {
        Some(format!("https://doi.org/{}", source.doi))
    } else {
        Some(source.url.clone()).filter(|url| !url.is_empty())
    };
    Row {
        id: source.id.clone(),
        name: source.citation.clone(),
        link,
        more: More::Source {
            doi: source.doi.clone(),
            url: source.url.clone(),
            used: source.used.clone(),
        },
    }
}

/// The row of a landmark.
pub fn landmark(landmark: &crate::model::facts::Landmark) -> Row {
    Row {
        id: landmark.id.clone(),
        name: landmark.is.clone(),
        link: None,
        more: More::Landmark {
            at_mm: landmark.at_mm,
        },
    }
}
