//! Which file holds what: by its path, and which of its lists are loose.
//!
//! Not here: how a file is read (`parse`).

use crate::model::{language::Language, names::NameKind};

/// What a file holds, as its path tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `landmarks.ron`
    Landmarks,
    /// `regions.ron`
    Regions,
    /// `sources.ron`
    Sources,
    /// `bones/*.ron` and `fascia/*.ron`
    Bones,
    /// `muscles/*.ron`
    Muscle,
    /// `shapes/*.ron`
    Shape,
    /// `treatments/methods.ron`
    Methods,
    /// `treatments/stretches.ron`
    Stretches,
    /// `treatments/protocol.ron`
    Protocol,
    /// `treatments/techniques.ron`
    Techniques,
    /// `self_care/programmes.ron`
    Programmes,
    /// `self_care/plans.ron`
    Plans,
    /// `self_care/assessment.ron`
    Assessment,
    /// `self_care/range_of_motion.ron`
    RangeOfMotion,
    /// `prevalence.ron`
    Prevalence,
    /// `safety/emergency_numbers.ron`
    EmergencyNumbers,
    /// `safety/red_flags.ron`
    RedFlags,
    /// `safety/contraindications.ron`
    Contraindications,
    /// `safety/no_go_areas.ron`
    NoGoAreas,
    /// `library/*.ron`
    Chapter,
    /// `locale/<language>/*.ron`
    Names(Language, NameKind),
    /// `locale/<language>/texts/*.ron`
    Texts(Language),
    /// `locale/<language>/interface/*.ftl`: what the interface says, in Fluent
    Interface(Language),
}

/// Files that every data set has.
pub const REQUIRED: [&str; 10] = [
    "landmarks.ron",
    "regions.ron",
    "safety/contraindications.ron",
    "safety/no_go_areas.ron",
    "safety/red_flags.ron",
    "shapes/skin.ron",
    "sources.ron",
    "treatments/methods.ron",
    "treatments/protocol.ron",
    "treatments/stretches.ron",
];

impl Kind {
    /// Kind of the file at a path, if one belongs there.
    pub fn of(path: &str) -> Option<Self> {
        if let Some((tag, name)) = path
            .strip_prefix("locale/")
            .and_then(|rest| rest.split_once("/interface/"))
        {
            let plain =
                name.len() > ".ftl".len() && name.ends_with(".ftl") && !name.contains(['/', '\\']);
            return plain
                .then(|| tag.parse().ok())
                .flatten()
                .map(Self::Interface);
        }
        match path {
            "landmarks.ron" => return Some(Self::Landmarks),
            "regions.ron" => return Some(Self::Regions),
            "sources.ron" => return Some(Self::Sources),
            "treatments/methods.ron" => return Some(Self::Methods),
            "treatments/stretches.ron" => return Some(Self::Stretches),
            "treatments/protocol.ron" => return Some(Self::Protocol),
            "treatments/techniques.ron" => return Some(Self::Techniques),
            "self_care/programmes.ron" => return Some(Self::Programmes),
            "self_care/plans.ron" => return Some(Self::Plans),
            "self_care/assessment.ron" => return Some(Self::Assessment),
            "self_care/range_of_motion.ron" => return Some(Self::RangeOfMotion),
            "prevalence.ron" => return Some(Self::Prevalence),
            "safety/emergency_numbers.ron" => return Some(Self::EmergencyNumbers),
            "safety/red_flags.ron" => return Some(Self::RedFlags),
            "safety/contraindications.ron" => return Some(Self::Contraindications),
            "safety/no_go_areas.ron" => return Some(Self::NoGoAreas),
            _ => {}
        }
        let (folder, name) = path.rsplit_once('/')?;
        let name = name.strip_suffix(".ron")?;
        if name.is_empty() || name.contains('\\') {
            return None;
        }
        if let Some(tag) = folder.strip_prefix("locale/") {
            if let Some(tag) = tag.strip_suffix("/texts") {
                return Some(Self::Texts(tag.parse().ok()?));
            }
            let kind = NameKind::ALL.into_iter().find(|kind| kind.file() == name)?;
            return Some(Self::Names(tag.parse().ok()?, kind));
        }
        match folder {
            "bones" | "fascia" => Some(Self::Bones),
            "muscles" => Some(Self::Muscle),
            "shapes" => Some(Self::Shape),
            "library" => Some(Self::Chapter),
            _ => None,
        }
    }

    /// Lists whose elements can be left out on their own; a fault outside of them costs the
    /// whole file. Cautions and limits are not among them: what they warn of must not be
    /// shown without them.
    pub(super) fn has_loose(self, field: Option<&str>) -> bool {
        match (self, field) {
            (_, Some("sources" | "pattern_sources" | "anatomy_sources")) => true,
            (Self::Muscle, Some(field)) => matches!(
                field,
                "points"
                    | "feels_like"
                    | "causes"
                    | "related_notes"
                    | "look_alikes"
                    | "related"
                    | "related_muscles"
                    | "stretches"
                    | "treatment"
            ),
            (Self::Protocol, Some(field)) => matches!(field, "steps" | "stop_rules" | "rules"),
            (Self::Programmes, Some(field)) => {
                matches!(field, "alternatives" | "points" | "articles")
            }
            (Self::RedFlags, Some(field)) => matches!(field, "flags" | "notes" | "regions"),
            (Self::Chapter, Some(field)) => matches!(
                field,
                "sections" | "points" | "muscles" | "regions" | "methods" | "stretches"
            ),
            (
                Self::Muscle | Self::Protocol | Self::Shape | Self::RedFlags | Self::Chapter,
                None,
            )
            | (_, Some(_)) => false,
            (_, None) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_places_hold_data() {
        assert_eq!(Kind::of("muscles/trapezius.ron"), Some(Kind::Muscle));
        assert_eq!(
            Kind::of("locale/es/muscles.ron"),
            "es".parse()
                .ok()
                .map(|es| Kind::Names(es, NameKind::Muscle))
        );
        for path in [
            "muscles.ron",
            "muscles/a/b.ron",
            "shapes/.txt",
            "other/a.ron",
            "muscles/.ron",
            "locale/muscles.ron",
            "locale/es/others.ron",
            "locale/ES/muscles.ron",
            "locale/es/more/muscles.ron",
        ] {
            assert_eq!(Kind::of(path), None, "{path}");
        }
    }
}
