//! What a view is made of, and its link: the same text in the browser's `#…` and on the command line.

mod words;

pub use words::{Mode, SideFilter, Switch, Theme, ViewPreset};

use super::{
    ids::{IdError, Item, StructureId},
    pain_link::PainLink,
    pose::CameraPose,
};
use std::{fmt, str::FromStr};

/// Longest link read.
const LONGEST_LINK: usize = 20_000;
/// Most structures that a link may hide, show as shells, or show alone.
const MOST_STRUCTURES: usize = 500;
/// Most pains a link may show.
const MOST_PAINS: usize = 12;

/// A view as a link names it. A key that is missing leaves the default; a key that is not
/// known is ignored, so that a link from a newer version still opens.
///
/// Written `#point=TRA-1.left&depth=1.0&side=both&view=back&theme=dark`. What is selected is
/// one of `structure=`, `point=`, `region=`, `stretch=`, `method=`, `section=` (of the library);
/// structures taken away are `hidden=`, those shown as shells `ghosted=`, those shown alone `isolate=`, with
/// commas between them; a camera that stands at no preset is `camera=`, written as [`CameraPose`] says;
/// `labels=on`, `markers=off` and `mode=locate` say what is otherwise than at the start; every painted pain
/// is a `pain=`, written as [`PainLink`] says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewLink {
    /// What is selected.
    pub select: Option<Item>,
    /// What the window is for.
    pub mode: Option<Mode>,
    /// Depth of the peel, 0 to 6.
    pub depth: Option<f32>,
    /// Sides shown.
    pub side: Option<SideFilter>,
    /// Where the camera looks from, if that is a preset.
    pub view: Option<ViewPreset>,
    /// Where the camera stands, if that is a place of its own; it wins over a preset.
    pub camera: Option<CameraPose>,
    /// Colour scheme.
    pub theme: Option<Theme>,
    /// Labels on show.
    pub labels: Option<Switch>,
    /// Trigger-point markers on show.
    pub markers: Option<Switch>,
    /// Structures taken away.
    pub hidden: Vec<StructureId>,
    /// Structures shown as shells.
    pub ghosted: Vec<StructureId>,
    /// If not empty, only these are shown.
    pub isolate: Vec<StructureId>,
    /// Pains painted, in their order.
    pub pains: Vec<PainLink>,
}

/// Why a text is not a link.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Longer than any link written by this program.
    #[error("the link is longer than {LONGEST_LINK} characters")]
    TooLong,
    /// A piece without a value.
    #[error("\"{0}\" in the link has no value; write key=value, e.g. #point=TRA-1.left")]
    NoValue(String),
    /// A value that the key does not take.
    #[error("{key}={value} in the link is not understood: {why}")]
    Value {
        /// The key.
        key: String,
        /// What stands after it.
        value: String,
        /// What is wrong with it.
        why: String,
    },
    /// A key given twice, or two things to select.
    #[error("the link names {0} twice")]
    Twice(&'static str),
}

impl Item {
    /// Key and value in a link.
    fn key_and_value(&self) -> (&'static str, String) {
        match self {
            Self::Structure(id) => ("structure", id.to_string()),
            Self::Point(id) => ("point", id.to_string()),
            Self::Region(id) => ("region", id.to_string()),
            Self::Stretch(id) => ("stretch", id.clone()),
            Self::Method(id) => ("method", id.clone()),
            Self::Section(id) => ("section", id.clone()),
        }
    }

    /// What such a key and value name. Stretches, methods and sections have no side; their ids have the form of any
    /// other.
    fn of_key(key: &str, id: &str) -> Result<Self, IdError> {
        let plain = || id.parse::<StructureId>().map(|_| id.to_owned());
        match key {
            "point" => id.parse().map(Self::Point),
            "region" => id.parse().map(Self::Region),
            "stretch" => plain().map(Self::Stretch),
            "method" => plain().map(Self::Method),
            "section" => plain().map(Self::Section),
            _ => id.parse().map(Self::Structure),
        }
    }

    /// The link that selects this and leaves the rest as it is.
    pub fn link(&self) -> String {
        let (key, value) = self.key_and_value();
        format!("#{key}={value}")
    }
}

impl fmt::Display for ViewLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pieces: Vec<(&str, String)> = Vec::new();
        if let Some(item) = &self.select {
            pieces.push(item.key_and_value());
        }
        // {:?} writes the shortest text that reads back as the same number.
        let depth = self.depth.map(|depth| format!("{depth:?}"));
        let named = [
            ("mode", written(self.mode)),
            ("depth", depth),
            ("side", written(self.side)),
            ("view", written(self.view)),
            ("camera", written(self.camera)),
            ("theme", written(self.theme)),
            ("labels", written(self.labels)),
            ("markers", written(self.markers)),
            ("hidden", listed(&self.hidden)),
            ("ghosted", listed(&self.ghosted)),
            ("isolate", listed(&self.isolate)),
        ];
        for (key, value) in named {
            pieces.extend(value.map(|value| (key, value)));
        }
        for pain in &self.pains {
            pieces.push(("pain", pain.to_string()));
        }
        f.write_str("#")?;
        for (i, (key, value)) in pieces.iter().enumerate() {
            let and = if i == 0 { "" } else { "&" };
            write!(f, "{and}{key}={value}")?;
        }
        Ok(())
    }
}

impl FromStr for ViewLink {
    type Err = LinkError;

    /// Reads a link with or without its `#`, also as the end of a web address.
    fn from_str(text: &str) -> Result<Self, LinkError> {
        if text.len() > LONGEST_LINK {
            return Err(LinkError::TooLong);
        }
        let text = text.trim();
        let text = text.split_once('#').map_or(text, |(_, after)| after);
        let mut link = Self::default();
        for piece in text.split('&').filter(|piece| !piece.is_empty()) {
            let (key, value) = piece
                .split_once('=')
                .ok_or_else(|| LinkError::NoValue(short(piece)))?;
            link.take(key, value)?;
        }
        Ok(link)
    }
}

impl ViewLink {
    fn take(&mut self, key: &str, value: &str) -> Result<(), LinkError> {
        match key {
            "structure" | "point" | "region" | "stretch" | "method" | "section" => {
                put(&mut self.select, "what to select", key, value, |id| {
                    Item::of_key(key, id)
                })
            }
            "depth" => put(&mut self.depth, "the depth", key, value, |v| {
                v.parse::<f32>()
                    .ok()
                    .filter(|depth| (0.0..=6.0).contains(depth))
                    .ok_or("it is a number from 0 (skin) to 6 (skeleton)")
            }),
            "side" => put(&mut self.side, "the side", key, value, str::parse),
            "view" => put(&mut self.view, "the view", key, value, str::parse),
            "theme" => put(&mut self.theme, "the theme", key, value, str::parse),
            "mode" => put(&mut self.mode, "the mode", key, value, str::parse),
            "camera" => put(&mut self.camera, "the camera", key, value, str::parse),
            "labels" => put(&mut self.labels, "the labels", key, value, str::parse),
            "markers" => put(&mut self.markers, "the markers", key, value, str::parse),
            "pain" => {
                if self.pains.len() == MOST_PAINS {
                    return Err(LinkError::TooLong);
                }
                self.pains.push(read(key, value, PainLink::read)?);
                Ok(())
            }
            "hidden" => list(&mut self.hidden, key, value),
            "ghosted" => list(&mut self.ghosted, key, value),
            "isolate" => list(&mut self.isolate, key, value),
            _ => Ok(()),
        }
    }
}

fn written(value: Option<impl fmt::Display>) -> Option<String> {
    value.map(|value| value.to_string())
}

/// Structures with commas between them; none for an empty list.
fn listed(ids: &[StructureId]) -> Option<String> {
    let ids: Vec<_> = ids.iter().map(ToString::to_string).collect();
    (!ids.is_empty()).then(|| ids.join(","))
}

/// Reads such a list.
fn list(ids: &mut Vec<StructureId>, key: &str, value: &str) -> Result<(), LinkError> {
    for id in value.split(',').filter(|id| !id.is_empty()) {
        if ids.len() == MOST_STRUCTURES {
            return Err(LinkError::TooLong);
        }
        ids.push(read(key, id, str::parse)?);
    }
    Ok(())
}

fn read<T, E: ToString>(
    key: &str,
    value: &str,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, LinkError> {
    parse(value).map_err(|why| LinkError::Value {
        key: key.to_owned(),
        value: short(value),
        why: why.to_string(),
    })
}

fn put<T, E: ToString>(
    slot: &mut Option<T>,
    what: &'static str,
    key: &str,
    value: &str,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<(), LinkError> {
    let read = read(key, value, parse)?;
    if slot.replace(read).is_some() {
        return Err(LinkError::Twice(what));
    }
    Ok(())
}

/// What is repeated to the user of a text from outside.
fn short(text: &str) -> String {
    const SHOWN: usize = 60;
    if text.chars().count() <= SHOWN {
        return text.to_owned();
    }
    text.chars().take(SHOWN).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        ids::{PointId, RegionId},
        side::Side,
    };
    use proptest::{option, prelude::*, sample::select};

    #[test]
    fn the_written_form_is_the_documented_one() {
        let link = ViewLink {
            select: Some(Item::Point(PointId::new("TRA-1", Side::Left))),
            depth: Some(1.0),
            side: Some(SideFilter::Both),
            view: Some(ViewPreset::Back),
            theme: Some(Theme::Dark),
            ..ViewLink::default()
        };
        let text = "#point=TRA-1.left&depth=1.0&side=both&view=back&theme=dark";
        assert_eq!(link.to_string(), text);
        assert_eq!(text.parse(), Ok(link.clone()));
        assert_eq!(text[1..].parse(), Ok(link.clone()));
        assert_eq!(format!("https://example.org/map{text}").parse(), Ok(link));
        assert_eq!("#".parse(), Ok(ViewLink::default()));
        assert_eq!("".parse(), Ok(ViewLink::default()));
    }

    #[test]
    fn unknown_keys_are_ignored_and_bad_values_named() {
        assert_eq!(
            "#future=1&depth=2".parse(),
            Ok(ViewLink {
                depth: Some(2.0),
                ..ViewLink::default()
            })
        );
        for (text, named) in [
            ("#depth=NaN", "depth=NaN"),
            ("#depth=7", "depth=7"),
            ("#side=up", "side=up"),
            ("#point=TRA-1", "point=TRA-1"),
            ("#structure=../etc", "structure=../etc"),
            ("#hidden=a,b c", "hidden=b c"),
            ("#camera=1,2", "camera=1,2"),
            ("#labels=yes", "labels=yes"),
            ("#mode=sleep", "mode=sleep"),
            ("#view", "\"view\""),
            ("#side=left&side=right", "the side"),
            ("#point=A.left&region=b.left", "what to select"),
        ] {
            let said = text.parse::<ViewLink>().map_err(|e| e.to_string());
            assert!(
                said.as_ref().is_err_and(|said| said.contains(named)),
                "{text}: {said:?}"
            );
        }
    }

    #[test]
    fn a_huge_link_is_refused_shortly() {
        let said = format!("#point={}", "x".repeat(10_000)).parse::<ViewLink>();
        assert!(said.is_err_and(|e| e.to_string().len() < 400));
        assert_eq!(
            "x".repeat(1_000_000).parse::<ViewLink>(),
            Err(LinkError::TooLong)
        );
    }

    fn structure() -> impl Strategy<Value = StructureId> {
        ("[a-z][a-z0-9_]{0,8}(\\.[a-z][a-z0-9]{0,3})?", side()).prop_filter_map(
            "a side in the name",
            |(base, side)| {
                let id = StructureId::new(base, side);
                (id.to_string().parse() == Ok(id.clone())).then_some(id)
            },
        )
    }

    fn side() -> impl Strategy<Value = Side> {
        select(vec![Side::Left, Side::Right, Side::Midline])
    }

    fn pain() -> impl Strategy<Value = PainLink> {
        ("[a-z &=~#%]{0,8}", prop::collection::vec(0u8..4, 0..20)).prop_map(|(name, strengths)| {
            let runs = PainLink::runs_of(strengths);
            PainLink {
                name,
                mark: u32::from(!runs.is_empty()),
                runs,
                ..PainLink::default()
            }
        })
    }

    fn pose() -> impl Strategy<Value = CameraPose> {
        let focus = prop::array::uniform3(-900.0_f32..900.0);
        (-180.0_f32..180.0, -90.0_f32..90.0, focus, 50.0_f32..5_000.0)
            .prop_map(|(yaw, pitch, focus, across)| CameraPose::new(yaw, pitch, focus, across))
    }

    fn item() -> impl Strategy<Value = Item> {
        let one = select(vec![Side::Left, Side::Right]);
        prop_oneof![
            structure().prop_map(Item::Structure),
            ("[A-Z]{3}-[0-9]", one).prop_map(|(code, side)| Item::Point(PointId::new(code, side))),
            ("[a-z_]{1,9}", side())
                .prop_map(|(code, side)| Item::Region(RegionId::new(code, side))),
            "ST[0-9]{2}".prop_map(Item::Stretch),
            "[A-Z]{2}".prop_map(Item::Method),
            "[a-z_]{1,9}".prop_map(Item::Section),
        ]
    }

    proptest! {
        #[test]
        fn a_link_reads_back_what_it_writes(
            select in option::of(item()),
            depth in option::of(0.0_f32..=6.0),
            side in option::of(select(SideFilter::ALL)),
            view in option::of(select(ViewPreset::ALL)),
            theme in option::of(select(Theme::ALL)),
            mode in option::of(select(Mode::ALL)),
            camera in option::of(pose()),
            [labels, markers] in prop::array::uniform2(option::of(select(Switch::ALL))),
            [hidden, ghosted, isolate] in prop::array::uniform3(prop::collection::vec(structure(), 0..4)),
            pains in prop::collection::vec(pain(), 0..3),
        ) {
            let link = ViewLink {
                select, mode, depth, side, view, camera, theme, labels, markers, hidden, ghosted, isolate, pains,
            };
            prop_assert_eq!(link.to_string().parse::<ViewLink>(), Ok(link));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,60}", key in select(vec!["point", "hidden", "depth"])) {
            let _ = text.parse::<ViewLink>();
            let _ = format!("#{key}={text}").parse::<ViewLink>();
        }
    }
}
