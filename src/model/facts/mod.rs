//! The shape of the files in `data/`, exactly as a person writes them in RON.
//!
//! The types hold the form only. What the facts say is checked by `model::check`, which reports every fault with its
//! file and line; `model::catalog` leaves out what has one and holds the rest, in these same types. Every struct refuses
//! unknown fields, so a misspelt field name is a fault and not a silent loss.
//!
//! Frame of every coordinate: the body frame, millimetres, +x the subject's
//! left, +y cranial, +z anterior. Only left and midline things are written;
//! the right side is the mirror image.

mod basics;
mod body;
mod library;
mod muscle;
mod names;
mod place;
mod point;
mod prevalence;
mod safety;
mod self_care;
mod shape;
mod source;
mod texts;
mod treatment;

pub use basics::{Confidence, Ids, Names, Statement};
pub use body::{BodyPart, Bone, Landmark, Region, Tissue};
pub use library::{Certainty, Chapter, Claim, Finding, Links, Row, Section, Shown, Table};
pub use muscle::{
    Aponeurosis, Attachment, Caution, Evidence, EvidenceGrade, Muscle, NamedMuscles, Part, Tendon,
};
pub use names::LocalName;
pub use place::{Area, Place, Snap};
pub use point::{Application, PointKind, TriggerPoint, Zone};
pub use prevalence::Prevalence;
pub use safety::{
    Contraindication, EmergencyNumber, Level, Limit, NoGoArea, RedFlag, RedFlags, Sign, SignGroup,
    Urgency, UrgencyWords,
};
pub use self_care::{
    AssessmentItem, AssessmentPart, Does, Phase, Plan, Programme, ProgrammeItem, RangeOfMotionTest,
    Scale, Sessions,
};
pub use shape::{Crease, Net, Shape, Softened};
pub use source::{Source, SourceKind};
pub use texts::LocalText;
pub use treatment::{
    Method, MethodIcon, MethodKind, Protocol, ProtocolStep, Rule, Sides, Stretch, StretchKind,
    Technique, Touches,
};
