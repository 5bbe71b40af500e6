//! The shape of the files in `data/`, exactly as a person writes them in RON.
//!
//! Nothing here is checked beyond its form: `catalog` turns these into validated
//! facts and reports every fault with its file and line. Every struct refuses
//! unknown fields, so a misspelt field name is a fault and not a silent loss.
//!
//! Frame of every coordinate: the body frame, millimetres, +x the subject's
//! left, +y cranial, +z anterior. Only left and midline things are written;
//! the right side is the mirror image.

use serde::{Deserialize, Serialize};

/// How far a statement may be trusted; shown as a chip beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// A text read while the fact base was written says the same (fact base: V, "seen").
    Confirmed,
    /// Confirmed in part (fact base: P).
    Partly,
    /// From memory of the manuals, not confirmed: an expert must check it (fact base: R, "recalled").
    Recalled,
    /// Standard textbook anatomy.
    Textbook,
    /// A convention or a careful choice of ours; no study fixes it.
    Convention,
}

/// A clinical statement: our words, where it comes from, how sure it is.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Plain text, one thought.
    pub text: String,
    /// Source ids from `sources.ron`; never empty.
    pub sources: Vec<String>,
    /// How far to trust it.
    pub confidence: Confidence,
}

/// A place in the body computed from landmarks.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub enum Place {
    /// A landmark of `landmarks.ron`, on the left or in the midline.
    At(String),
    /// The point at `fraction` (0..1, slightly outside is allowed) of the way from the first to the second place.
    Between(Box<Place>, Box<Place>, f32),
    /// A place moved by (x, y, z) millimetres: lateral to the left, cranial, anterior.
    Offset(Box<Place>, (f32, f32, f32)),
    /// From the first place, `mm` millimetres straight towards the second.
    Toward(Box<Place>, Box<Place>, f32),
    /// The mean of several places.
    Mean(Vec<Place>),
    /// The mirror image across the midline of the body (x to -x), for places that cross over.
    Mirror(Box<Place>),
    /// The second place's coordinates (x, y, z) are taken where the mask is true, else the first's.
    /// `Mix(a, b, (false, true, false))` is a at b's height.
    Mix(Box<Place>, Box<Place>, (bool, bool, bool)),
}

/// How a computed place reaches a surface.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
pub enum Snap {
    /// To the nearest point of the surface.
    Nearest,
    /// Looking at the place from far away along this direction (x, y, z; from the body outwards),
    /// the first point of the surface seen; the nearest point where the ray misses.
    SeenFrom((f32, f32, f32)),
}

/// Names of a thing.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// English name as a text book prints it, in sentence case.
    pub english: String,
    /// Latin name (TA2 where there is one).
    pub latin: String,
    /// Other names, abbreviations and lay words, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
}

/// Identifiers in the reference terminologies.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Ids {
    /// Number in Terminologia Anatomica 2.
    #[serde(default)]
    pub ta2: Option<u32>,
    /// FMA number of the concept without a side.
    #[serde(default)]
    pub fma: Option<u32>,
    /// FMA number of the left one.
    #[serde(default)]
    pub fma_left: Option<u32>,
    /// FMA number of the right one.
    #[serde(default)]
    pub fma_right: Option<u32>,
    /// True where a number was seen only in a secondary cross-reference.
    #[serde(default)]
    pub unverified: bool,
}

/// Where a muscle is attached: the words and the line of landmarks it follows.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// In words, as the textbook gives it.
    pub text: String,
    /// The line along which it attaches, cranial to caudal or medial to lateral; at least one place.
    pub line: Vec<Place>,
}

/// How much of the fibre's length is tendon, as fractions 0..1 at each end.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Tendon {
    /// Fraction at the origin.
    pub origin: f32,
    /// Fraction at the insertion.
    pub insertion: f32,
}

/// A muscle or one part of it: one body of its own.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Structure id, e.g. `trapezius.descending`; a file `shapes/<id>.ron` holds its nets.
    pub id: String,
    /// Names of the part.
    pub names: Names,
    /// Terminology ids of the part.
    #[serde(default)]
    pub ids: Ids,
    /// The layer of the depth slider it belongs to: 1 superficial … 5 deepest muscle.
    pub depth: u8,
    /// Origin.
    pub origin: Attachment,
    /// Insertion.
    pub insertion: Attachment,
    /// What it does.
    pub action: String,
    /// Nerve supply with roots.
    pub nerve: String,
    /// Tendon at the ends.
    pub tendon: Tendon,
}

/// What a trigger point's pain pattern is.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// In words; empty only when there is nothing to draw.
    pub text: String,
    /// Region ids of `regions.ron` on the point's own side.
    #[serde(default)]
    pub regions: Vec<String>,
    /// Region ids on the opposite side, for patterns that cross the midline.
    #[serde(default)]
    pub opposite: Vec<String>,
    /// Narrower areas drawn in place of the whole regions, where the text says more
    /// than the region's outline (a strip, a band). They must lie over the regions named.
    #[serde(default)]
    pub areas: Vec<Area>,
}

/// An area of the skin: everything within a radius of a line laid on the skin.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// The line, place to place; each place is laid on the skin first. One place makes a disc.
    pub line: Vec<Place>,
    /// Radius in millimetres at each place of the line, or one for all.
    pub radius_mm: Vec<f32>,
    /// The direction (x, y, z) from which the area is seen: the places are laid on the skin
    /// from there, and skin facing away from it is left out.
    pub facing: (f32, f32, f32),
    /// How far the skin may turn from `facing`, as the least cosine between them; 0 is a right angle.
    #[serde(default)]
    pub min_cosine: f32,
}

/// Whether a trigger point is drawn as a disc or as an area without an exact place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub enum PointKind {
    /// A disc.
    #[default]
    Point,
    /// A larger, dashed area: no reproducible landmark.
    Area,
}

/// A trigger point.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TriggerPoint {
    /// Stable id of ours, e.g. `TRA-1`.
    pub id: String,
    /// What the marker shows, e.g. `1`; at most three characters.
    pub mark: String,
    /// Historic label in the manuals, e.g. `TrP1`.
    #[serde(default)]
    pub alias: String,
    /// Short name, e.g. `Upper trapezius, front edge`.
    pub name: String,
    /// Disc or area.
    #[serde(default)]
    pub kind: PointKind,
    /// Structure id of the part on whose surface it lies.
    pub part: String,
    /// Where, computed from landmarks (left side).
    pub place: Place,
    /// How the place reaches the surface of the part.
    pub snap: Snap,
    /// Where it is, in words.
    pub location: Statement,
    /// How to find it by touch.
    pub find: Statement,
    /// Felt by most people with an active point.
    pub essential: Zone,
    /// Felt by some.
    pub spillover: Zone,
    /// How well the pattern is confirmed.
    pub pattern_confidence: Confidence,
    /// Sources of the pattern.
    pub pattern_sources: Vec<String>,
    /// Ids of points named as related, satellite or key.
    #[serde(default)]
    pub related: Vec<String>,
    /// How to treat it: methods in the order to try them.
    pub treatment: Vec<Application>,
}

/// One self-treatment method applied to a point or a muscle.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Application {
    /// Method id of `treatments/methods.ron`.
    pub method: String,
    /// What is particular here: where to press, in which direction; second person.
    pub how: Statement,
    /// Hold in seconds, from and to, where it differs from the method's own.
    #[serde(default)]
    pub hold_seconds: Option<(u16, u16)>,
    /// Highest discomfort of 10, where it is lower than the method's own.
    #[serde(default)]
    pub max_discomfort: Option<u8>,
}

/// A file of `muscles/`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Muscle {
    /// Id of the muscle, e.g. `trapezius`; parts are `trapezius.descending` …, or the same id when there is one part.
    pub id: String,
    /// Three-letter code of the fact base, e.g. `TRA`.
    pub code: String,
    /// Names of the whole muscle.
    pub names: Names,
    /// Terminology ids of the whole muscle.
    #[serde(default)]
    pub ids: Ids,
    /// A note where massage schools number the layer otherwise, or empty.
    #[serde(default)]
    pub layer_note: String,
    /// Sources of the anatomy (names, attachments, action, nerve).
    pub anatomy_sources: Vec<String>,
    /// The parts, in anatomical order.
    pub parts: Vec<Part>,
    /// Trigger points.
    #[serde(default)]
    pub points: Vec<TriggerPoint>,
    /// What it feels like.
    #[serde(default)]
    pub feels_like: Vec<Statement>,
    /// What starts it and keeps it going.
    #[serde(default)]
    pub causes: Vec<Statement>,
    /// Muscles that are often involved together.
    #[serde(default)]
    pub related_muscles: Vec<String>,
    /// Said about the relation, e.g. that it is teaching lore.
    #[serde(default)]
    pub related_notes: Vec<Statement>,
    /// Precautions for self-treatment.
    #[serde(default)]
    pub cautions: Vec<Caution>,
    /// What else can feel the same and must be ruled out.
    #[serde(default)]
    pub look_alikes: Vec<Statement>,
    /// Ids of stretches and exercises of `treatments/stretches.ron`.
    #[serde(default)]
    pub stretches: Vec<String>,
    /// Evidence grade and what it rests on.
    #[serde(default)]
    pub evidence: Option<Evidence>,
}

/// A precaution and how serious it is.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Caution {
    /// True: always shown, with the warning bar.
    pub serious: bool,
    /// What to do or not to do.
    pub says: Statement,
}

/// Evidence grade of a muscle's map.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// `E0` manuals and case experience only, `E1` studies that counted points, `E2` an experiment on the pattern.
    pub grade: EvidenceGrade,
    /// What it rests on.
    pub says: Statement,
}

/// See [`Evidence::grade`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub enum EvidenceGrade {
    /// Manuals and case experience only.
    E0,
    /// Plus studies that counted points in patients.
    E1,
    /// Plus an experiment or a controlled study bearing on the pattern.
    E2,
}

/// A bone (or teeth, cartilage, disc): an entry of a file of `bones/`, which is a list.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Bone {
    /// Structure id, e.g. `scapula`, `vertebra.t7`, `rib.3`.
    pub id: String,
    /// Names.
    pub names: Names,
    /// Terminology ids.
    #[serde(default)]
    pub ids: Ids,
    /// True: left in the data, right mirrored. False: a midline bone.
    pub paired: bool,
    /// What it is made of, for its colour.
    #[serde(default)]
    pub tissue: Tissue,
}

/// Hard tissue of the skeleton.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub enum Tissue {
    /// Bone.
    #[default]
    Bone,
    /// Cartilage and discs.
    Cartilage,
    /// Teeth.
    Tooth,
}

/// A landmark of `landmarks.ron`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Landmark {
    /// Id, e.g. `C7.spinous_tip`.
    pub id: String,
    /// Body frame, millimetres, left or midline.
    pub at_mm: (f32, f32, f32),
    /// What it is.
    pub is: String,
}

/// A region of `regions.ron`: the vocabulary in which pain is told.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Id, e.g. `temple`.
    pub id: String,
    /// Name, e.g. `Temple`.
    pub name: String,
    /// Lay words and other names, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Extent in words.
    pub extent: String,
    /// True for a region in the midline (sternum, sacrum): its areas are mirrored to both sides as one.
    #[serde(default)]
    pub midline: bool,
    /// Where it lies on the skin (left half).
    pub areas: Vec<Area>,
}

/// A source of `sources.ron`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id, e.g. `TS1`, `BAR13`.
    pub id: String,
    /// Authors, year, title or page.
    pub citation: String,
    /// DOI without `doi:`, or empty.
    #[serde(default)]
    pub doi: String,
    /// Web page or stored copy, or empty.
    #[serde(default)]
    pub url: String,
    /// What it is.
    pub kind: SourceKind,
    /// How it was used: opened, an abstract only, a secondary copy, cited from memory …
    pub used: String,
}

/// Kind of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum SourceKind {
    /// Trigger-point manual or textbook.
    Manual,
    /// Trial, observational study or review.
    Study,
    /// Guideline or health authority.
    Guideline,
    /// Practice or teaching page.
    Page,
    /// Terminology or anatomical data set.
    Terminology,
    /// Our own choice or measurement.
    Own,
}

/// A self-treatment method of `treatments/methods.ron`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// Id, e.g. `BW`.
    pub id: String,
    /// Name, e.g. `Ball against a wall`.
    pub name: String,
    /// The tool, and what does instead if you have none.
    pub tool: String,
    /// Without that tool.
    #[serde(default)]
    pub without: String,
    /// Icon: one of `ball`, `fingers`, `pinch`, `cane`, `roller`, `breath`, `hands`.
    pub icon: String,
    /// Position to take up.
    pub position: String,
    /// Steps, second person, in order.
    pub steps: Vec<String>,
    /// Hold in seconds, from and to.
    pub hold_seconds: (u16, u16),
    /// Presses a spot, from and to.
    pub repeats: (u8, u8),
    /// Times a day, from and to.
    pub per_day: (u8, u8),
    /// Highest discomfort of 10; never above 7.
    pub max_discomfort: u8,
    /// Who must not, or where not.
    pub limits: Vec<Statement>,
    /// Sources of the method and its dose.
    pub sources: Vec<String>,
    /// How sure the dose is.
    pub confidence: Confidence,
}

/// A stretch or exercise of `treatments/stretches.ron`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// Id, e.g. `ST01`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Other names, for search.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Position to take up.
    pub position: String,
    /// Steps, second person, in order.
    pub steps: Vec<String>,
    /// Hold in seconds, from and to; (0, 0) for a movement.
    pub hold_seconds: (u16, u16),
    /// Repeats, from and to.
    pub repeats: (u8, u8),
    /// Times a day, from and to.
    pub per_day: (u8, u8),
    /// Who must not, when to stop.
    #[serde(default)]
    pub cautions: Vec<Statement>,
    /// Sources.
    pub sources: Vec<String>,
    /// How sure.
    pub confidence: Confidence,
}

/// `treatments/protocol.ron`: what holds for every self-pressure treatment.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Protocol {
    /// Steps in order.
    pub steps: Vec<ProtocolStep>,
    /// When to stop.
    pub stop_rules: Vec<Statement>,
}

/// A step of the general protocol.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ProtocolStep {
    /// Short name, e.g. `Press`.
    pub name: String,
    /// What to do.
    pub says: Statement,
}

/// A file of `shapes/`: the nets of one structure.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// Structure id; also the file's name.
    pub structure: String,
    /// Source id of the measurement, or of the attachments it was built from.
    pub source: String,
    /// FMA number of the reference mesh it was measured on (`fma33587`), or empty where it was built from attachments.
    #[serde(default)]
    pub measured_on: String,
    /// One net a body or slip.
    pub nets: Vec<Net>,
}

/// A closed surface in coarse figures.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub enum Net {
    /// Rings of points from the origin (first) to the insertion (last); every ring has the same
    /// number of points, in the same turning sense and start.
    Rings(Vec<Vec<(f32, f32, f32)>>),
    /// Polar rings about an axis: per ring its centre, and the radii in millimetres at equal angles
    /// about the axis. `zero` is the direction of the first radius; angles grow anticlockwise
    /// about the direction of the axis.
    Polar {
        /// Centres of the rings, from one end to the other.
        axis: Vec<(f32, f32, f32)>,
        /// Direction of the first radius; made perpendicular to the axis.
        zero: (f32, f32, f32),
        /// Radii, one list a ring, all of one length.
        radii_mm: Vec<Vec<f32>>,
    },
}
