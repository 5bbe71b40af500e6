//! Lists of what there is, one row a thing, for `myomap list` and for programs.
//!
//! The keys of a row are what programs read: they stay.

mod reading;
mod self_care;

use super::{Builder, Text, wording};
use crate::{
    app::naming,
    model::{
        facts::{
            Bone, Ids, Landmark, Method, Muscle, Part, Region, Source, Stretch, Tissue,
            TriggerPoint, Zone,
        },
        ids::{Item, PointId, RegionId, StructureId},
        side::Side,
        texts::{Addressed, mark},
    },
};
pub use reading::{ChapterRow, ContraindicationRow, NoGoAreaRow, RedFlagRow, SectionRow};
pub use self_care::{AssessmentRow, PlanRow, ProgrammeItemRow, ProgrammeRow, RangeOfMotionRow};
use serde::Serialize;

/// Depth of the skin on the slider.
const SKIN: u8 = 0;

/// What can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named like the entries that it lists")]
pub enum ListKind {
    Muscles,
    Points,
    Regions,
    Bones,
    Stretches,
    Methods,
    Sources,
    Landmarks,
    Structures,
    RedFlags,
    Contraindications,
    NoGoAreas,
    EmergencyNumbers,
    Rules,
    Programmes,
    Plans,
    Assessment,
    RangeOfMotion,
    Techniques,
    Library,
    Texts,
}

/// One thing as lists tell it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ListRow {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The link that shows it; none for what has no view.
    pub link: Option<String>,
    /// What its kind has besides.
    #[serde(flatten)]
    pub more: More,
    /// What people read after the name.
    #[serde(skip)]
    pub about: Text,
}

/// What a kind of thing has besides id, name and link.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(
    missing_docs,
    reason = "the fields are named like the facts that they repeat"
)]
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
    RedFlag(RedFlagRow),
    Contraindication(ContraindicationRow),
    NoGoArea(NoGoAreaRow),
    Chapter(ChapterRow),
    Section(SectionRow),
    EmergencyNumber {
        numbers: Vec<String>,
        sources: Vec<String>,
    },
    Rule {
        says: String,
        forbids: Vec<String>,
        max_discomfort: Option<u8>,
        sources: Vec<String>,
    },
    Text {
        /// The mark of the English text, which a translation names.
        of: String,
        /// What it is in the language asked for; none where it is not translated.
        says: Option<String>,
    },
    Programme(ProgrammeRow),
    Plan(PlanRow),
    AssessmentItem(AssessmentRow),
    RangeOfMotionTest(RangeOfMotionRow),
    Technique {
        synonyms: Vec<String>,
        sources: Vec<String>,
    },
}

impl Builder<'_> {
    /// Everything of a kind.
    #[must_use]
    pub fn list(&self, kind: ListKind) -> Vec<ListRow> {
        let catalog = self.catalog;
        match kind {
            ListKind::Muscles => rows(&catalog.muscles, |x| self.list_muscle(x)),
            ListKind::Points => {
                let points = catalog.points();
                points.map(|(of, x)| self.list_point(of, x)).collect()
            }
            ListKind::Regions => rows(&catalog.regions, |x| self.list_region(x)),
            ListKind::Bones => rows(&catalog.bones, |x| self.list_bone(x)),
            ListKind::Stretches => rows(&catalog.stretches, |x| self.list_stretch(x)),
            ListKind::Methods => rows(&catalog.methods, |x| self.list_method(x)),
            ListKind::Sources => rows(&catalog.sources, |x| self.list_source(x)),
            ListKind::Landmarks => rows(&catalog.landmarks, |x| self.list_landmark(x)),
            ListKind::Structures => self.list_structures(),
            ListKind::RedFlags => rows(catalog.red_flags(), |x| self.list_red_flag(x)),
            ListKind::Contraindications => rows(&catalog.contraindications, |x| {
                self.list_contraindication(x)
            }),
            ListKind::NoGoAreas => rows(&catalog.no_go_areas, |x| self.list_no_go_area(x)),
            ListKind::EmergencyNumbers => rows(&catalog.emergency_numbers, |x| {
                self.list_emergency_number(x)
            }),
            ListKind::Rules => rows(&catalog.protocol.rules, |x| self.list_rule(x)),
            ListKind::Programmes => rows(&catalog.programmes, |x| self.list_programme(x)),
            ListKind::Plans => rows(&catalog.plans, |x| self.list_plan(x)),
            ListKind::Assessment => rows(&catalog.assessment, |x| self.list_assessment_item(x)),
            ListKind::RangeOfMotion => rows(&catalog.range_of_motion, |x| {
                self.list_range_of_motion_test(x)
            }),
            ListKind::Techniques => rows(&catalog.techniques, |x| self.list_technique(x)),
            ListKind::Library => self.list_library(),
            ListKind::Texts => rows(&catalog.all_texts(), |x| self.list_text(x)),
        }
    }

    pub(super) fn list_muscle(&self, muscle: &Muscle) -> ListRow {
        let item = Item::Structure(StructureId::new(&muscle.id, self.side));
        let points: Vec<String> = muscle.points.iter().map(|x| x.id.clone()).collect();
        ListRow {
            id: muscle.id.clone(),
            name: self.name(muscle).text,
            link: Some(item.link()),
            about: self.text(points.join(" ")),
            more: More::Muscle {
                code: muscle.code.clone(),
                latin: muscle.names.latin.clone(),
                ta2: muscle.ids.ta2,
                fma: muscle.ids.fma,
                parts: muscle.parts.iter().map(|part| part.id.clone()).collect(),
                points,
            },
        }
    }

    pub(super) fn list_point(&self, muscle: &Muscle, point: &TriggerPoint) -> ListRow {
        let ids = |zone: &Zone| (zone.regions.clone(), zone.opposite.clone());
        let (essential, essential_opposite) = ids(&point.essential);
        let (spillover, spillover_opposite) = ids(&point.spillover);
        let statements = [&point.location.sources, &point.find.sources];
        let sources = statements.into_iter().flatten();
        let sources = each_once(point.pattern_sources.iter().chain(sources));
        ListRow {
            id: point.id.clone(),
            name: self.name(point).text,
            link: Some(Item::Point(PointId::new(&point.id, self.side)).link()),
            about: self.name(muscle),
            more: More::Point {
                alias: self.said(&point.alias).text,
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

    pub(super) fn list_region(&self, region: &Region) -> ListRow {
        let side = if region.midline {
            Side::Midline
        } else {
            self.side
        };
        ListRow {
            id: region.id.clone(),
            name: self.name(region).text,
            link: Some(Item::Region(RegionId::new(&region.id, side)).link()),
            about: self.said(&region.extent),
            more: More::Region {
                midline: region.midline,
                extent: region.extent.clone(),
                synonyms: region.synonyms.clone(),
            },
        }
    }

    fn list_structures(&self) -> Vec<ListRow> {
        let sides = [Side::Left, Side::Right].map(|side| Self { side, ..*self });
        let parts = self.catalog.parts();
        let mut all: Vec<ListRow> = parts
            .flat_map(|(of, x)| sides.each_ref().map(|builder| builder.list_part(of, x)))
            .collect();
        for bone in &self.catalog.bones {
            if bone.paired {
                all.extend(sides.iter().map(|side| side.list_bone_structure(bone)));
            } else {
                all.push(self.list_bone_structure(bone));
            }
        }
        all.push(self.list_skin());
        all
    }

    pub(super) fn list_part(&self, muscle: &Muscle, part: &Part) -> ListRow {
        let side = self.side;
        self.structure(
            &part.id,
            More::Structure {
                tissue: "muscle",
                latin: part.names.latin.clone(),
                side,
                fma: part.ids.fma_of(side),
                layer: part.depth,
                muscle: Some(muscle.id.clone()),
            },
        )
    }

    pub(super) fn list_bone_structure(&self, bone: &Bone) -> ListRow {
        let side = if bone.paired {
            self.side
        } else {
            Side::Midline
        };
        self.structure(
            &bone.id,
            More::Structure {
                tissue: match bone.tissue {
                    Tissue::Bone => "bone",
                    Tissue::Cartilage => "cartilage",
                    Tissue::Tooth => "tooth",
                    Tissue::Ligament => "ligament",
                    Tissue::Fascia => "fascia",
                },
                latin: bone.names.latin.clone(),
                side,
                fma: bone.ids.fma_of(side),
                layer: bone.depth,
                muscle: None,
            },
        )
    }

    pub(super) fn list_skin(&self) -> ListRow {
        self.structure(
            "skin",
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

    fn structure(&self, base: &str, more: More) -> ListRow {
        let (side, fma, layer) = match &more {
            More::Structure {
                side, fma, layer, ..
            } => (*side, *fma, *layer),
            _ => (Side::Midline, None, SKIN),
        };
        let id = StructureId::new(base, side);
        let item = Item::Structure(id.clone());
        let fma = fma.map_or_else(|| "-".to_owned(), |fma| format!("FMA{fma}"));
        let layer = wording::layer(self.words, layer);
        ListRow {
            id: id.to_string(),
            name: naming::name_of(&item, self.catalog, self.words),
            link: Some(item.link()),
            about: self.text(format!("{fma:<10}  {layer}")),
            more,
        }
    }

    fn list_bone(&self, bone: &Bone) -> ListRow {
        let side = if bone.paired {
            self.side
        } else {
            Side::Midline
        };
        let Ids {
            fma,
            fma_left,
            fma_right,
            ..
        } = bone.ids;
        ListRow {
            id: bone.id.clone(),
            name: self.name(bone).text,
            link: Some(Item::Structure(StructureId::new(&bone.id, side)).link()),
            about: self.latin(&bone.names.latin),
            more: More::Bone {
                latin: bone.names.latin.clone(),
                fma,
                fma_left,
                fma_right,
                layer: bone.depth,
                paired: bone.paired,
            },
        }
    }

    pub(super) fn list_stretch(&self, stretch: &Stretch) -> ListRow {
        let dose = wording::dose(self.words, stretch.hold_seconds, stretch.repeats);
        ListRow {
            id: stretch.id.clone(),
            name: self.name(stretch).text,
            link: Some(Item::Stretch(stretch.id.clone()).link()),
            about: self.text(dose),
            more: More::Stretch {
                hold_seconds: stretch.hold_seconds,
                repeats: stretch.repeats,
                sources: stretch.sources.clone(),
            },
        }
    }

    pub(super) fn list_method(&self, method: &Method) -> ListRow {
        ListRow {
            id: method.id.clone(),
            name: self.name(method).text,
            link: Some(Item::Method(method.id.clone()).link()),
            about: self.said(&method.tool),
            more: More::Method {
                tool: method.tool.clone(),
                hold_seconds: method.hold_seconds,
                repeats: method.repeats,
                max_discomfort: method.max_discomfort,
                sources: method.sources.clone(),
            },
        }
    }

    /// Its id is its address, its name the English text.
    fn list_text(&self, text: &Addressed) -> ListRow {
        let says = self.catalog.texts.get(self.words.language(), &text.english);
        ListRow {
            id: text.at.clone(),
            name: text.english.clone(),
            link: None,
            about: self.text(""),
            more: More::Text {
                of: mark(&text.english),
                says: says.map(str::to_owned),
            },
        }
    }

    /// Its link is where it can be read.
    pub(super) fn list_source(&self, source: &Source) -> ListRow {
        ListRow {
            id: source.id.clone(),
            name: source.citation.clone(),
            link: source.address(),
            about: self.text(""),
            more: More::Source {
                doi: source.doi.clone(),
                url: source.url.clone(),
                used: source.used.clone(),
            },
        }
    }

    pub(super) fn list_landmark(&self, landmark: &Landmark) -> ListRow {
        let (x, y, z) = landmark.at_mm;
        ListRow {
            id: landmark.id.clone(),
            name: landmark.is.clone(),
            link: None,
            about: self.text(format!("{x:8.1} {y:8.1} {z:8.1}")),
            more: More::Landmark {
                at_mm: landmark.at_mm,
            },
        }
    }
}

fn rows<T>(all: &[T], row: impl Fn(&T) -> ListRow) -> Vec<ListRow> {
    all.iter().map(row).collect()
}

/// Ids, each once, in the order in which they are named.
fn each_once<'a>(ids: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for id in ids {
        if !all.contains(id) {
            all.push(id.clone());
        }
    }
    all
}
