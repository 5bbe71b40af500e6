//! What a view is made of, and its link: the same text in the browser's `#…` and on the command line.

mod error;
mod limits;
mod words;

pub use error::{LinkError, Listed, Once, ValueError, WordError};
pub use limits::{DEEPEST, DEEPEST_LAYER, LONGEST_LINK, MOST_STRUCTURES};
pub use words::{Mode, SideFilter, Switch, Theme, ViewPreset};

use super::{
    ids::{IdError, Item, StructureId},
    pain_link::{PainLink, decoded},
    painted::MOST_PAINS,
    pose::CameraPose,
};
use std::{fmt, str::FromStr};

/// A view as a link names it. A key that is missing leaves the default; a key that is not
/// known is ignored, so that a link from a newer version still opens.
///
/// Written `#point=TRA-1.left&depth=1.0&side=both&view=back&theme=dark`. What is selected is
/// one of `structure=`, `point=`, `region=`, `stretch=`, `method=`, `programme=`, `section=` (of the library);
/// structures taken away are `hidden=`, those shown as shells `ghosted=`, those shown alone `isolate=`, with
/// commas between them, and so are those of which alone the trigger points are marked, `points=`; a camera that
/// stands at no preset is `camera=`, written as [`CameraPose`] says;
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
    /// If not empty, only the markers of these structures are shown.
    pub points: Vec<StructureId>,
    /// Structures taken away.
    pub hidden: Vec<StructureId>,
    /// Structures shown as shells.
    pub ghosted: Vec<StructureId>,
    /// If not empty, only these are shown.
    pub isolate: Vec<StructureId>,
    /// Pains painted, in their order.
    pub pains: Vec<PainLink>,
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
            Self::Programme(id) => ("programme", id.clone()),
            Self::Section(id) => ("section", id.clone()),
        }
    }

    /// What such a key and value name. Stretches, methods, programmes and sections have no side; their ids have the form of any
    /// other.
    fn of_key(key: &str, id: &str) -> Result<Self, IdError> {
        let plain = || id.parse::<StructureId>().map(|_| id.to_owned());
        match key {
            "point" => id.parse().map(Self::Point),
            "region" => id.parse().map(Self::Region),
            "stretch" => plain().map(Self::Stretch),
            "method" => plain().map(Self::Method),
            "programme" => plain().map(Self::Programme),
            "section" => plain().map(Self::Section),
            _ => id.parse().map(Self::Structure),
        }
    }

    /// Its id, with its side where it has one.
    pub fn id_with_side(&self) -> String {
        self.key_and_value().1
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
            ("points", listed(&self.points)),
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
    ///
    /// Addresses are percent-encoded on their way: by the browser what is no ASCII, by chats and mail programs often
    /// more. So the text is split first and every value decoded by itself; what does not split was encoded whole.
    fn from_str(text: &str) -> Result<Self, LinkError> {
        let text = text.trim();
        let text = text.split_once('#').map_or(text, |(_, after)| after);
        // The `#` counts, whether it is there or not.
        if text.len() + 1 > LONGEST_LINK {
            return Err(LinkError::TooLong);
        }
        let mut link = Self::default();
        link.take_all(text)?;
        Ok(link)
    }
}

impl ViewLink {
    /// The link as a text that is given out: on the clipboard, in the address.
    ///
    /// # Errors
    /// What [`ViewLink::from_str`] would say of it: nothing is given out that could not be opened.
    pub fn to_text(&self) -> Result<String, LinkError> {
        let lists = [&self.points, &self.hidden, &self.ghosted, &self.isolate];
        if lists.iter().any(|ids| ids.len() > MOST_STRUCTURES) {
            return Err(TOO_MANY_STRUCTURES);
        }
        if self.pains.len() > MOST_PAINS {
            return Err(TOO_MANY_PAINS);
        }
        let text = self.to_string();
        match text.len() > LONGEST_LINK {
            true => Err(LinkError::TooLong),
            false => Ok(text),
        }
    }

    /// Everything that the link names, each with the key that names it; not all of it need be there.
    pub fn items(&self) -> impl Iterator<Item = (&'static str, Item)> + '_ {
        let selected = self.select.iter();
        let lists = [
            ("points", &self.points),
            ("hidden", &self.hidden),
            ("ghosted", &self.ghosted),
            ("isolate", &self.isolate),
        ];
        let listed = lists
            .into_iter()
            .flat_map(|(key, ids)| ids.iter().map(move |id| (key, Item::Structure(id.clone()))));
        let painted = self.pains.iter().flat_map(|link| &link.pain.regions);
        selected
            .map(|item| (item.key_and_value().0, item.clone()))
            .chain(listed)
            .chain(painted.map(|(id, _)| ("pain", Item::Region(id.clone()))))
    }

    /// Takes every `key=value` of a text.
    fn take_all(&mut self, text: &str) -> Result<(), LinkError> {
        for piece in text.split('&').filter(|piece| !piece.is_empty()) {
            if let Some((key, value)) = piece.split_once('=') {
                self.take(key, value)?;
                continue;
            }
            let plain = decoded(piece).ok().filter(|plain| plain.contains('='));
            let plain = plain.ok_or_else(|| LinkError::NoValue(short(piece)))?;
            let after = plain.split_once('#').map_or(&*plain, |(_, after)| after);
            // Decoded, each of its pieces has its `=`, or is none.
            for piece in after.split('&').filter(|piece| !piece.is_empty()) {
                let (key, value) = piece
                    .split_once('=')
                    .ok_or_else(|| LinkError::NoValue(short(piece)))?;
                self.take(key, value)?;
            }
        }
        Ok(())
    }

    fn take(&mut self, key: &str, value: &str) -> Result<(), LinkError> {
        if key == "pain" {
            // Decodes its parts by itself: a name may hold what parts them.
            if self.pains.len() == MOST_PAINS {
                return Err(TOO_MANY_PAINS);
            }
            self.pains.push(read(key, value, PainLink::read)?);
            return Ok(());
        }
        // What is no text when decoded is no value of any key, and its key says so.
        let plain = decoded(value);
        let value = plain.as_deref().unwrap_or(value);
        match key {
            "structure" | "point" | "region" | "stretch" | "method" | "programme" | "section" => {
                put(&mut self.select, Once::Selection, key, value, |id| {
                    Item::of_key(key, id)
                })
            }
            "depth" => put(&mut self.depth, Once::Depth, key, value, |v| {
                v.parse::<f32>()
                    .ok()
                    .filter(|depth| (0.0..=DEEPEST).contains(depth))
                    .ok_or(ValueError::Depth)
            }),
            "side" => put(&mut self.side, Once::Side, key, value, str::parse),
            "view" => put(&mut self.view, Once::View, key, value, str::parse),
            "theme" => put(&mut self.theme, Once::Theme, key, value, str::parse),
            "mode" => put(&mut self.mode, Once::Mode, key, value, str::parse),
            "camera" => put(&mut self.camera, Once::Camera, key, value, str::parse),
            "labels" => put(&mut self.labels, Once::Labels, key, value, str::parse),
            "markers" => put(&mut self.markers, Once::Markers, key, value, str::parse),
            "points" => list(&mut self.points, key, value),
            "hidden" => list(&mut self.hidden, key, value),
            "ghosted" => list(&mut self.ghosted, key, value),
            "isolate" => list(&mut self.isolate, key, value),
            _ => Ok(()),
        }
    }
}

const TOO_MANY_PAINS: LinkError = LinkError::TooMany {
    what: Listed::Pains,
    most: MOST_PAINS,
};
const TOO_MANY_STRUCTURES: LinkError = LinkError::TooMany {
    what: Listed::Structures,
    most: MOST_STRUCTURES,
};

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
            return Err(TOO_MANY_STRUCTURES);
        }
        ids.push(read(key, id, str::parse)?);
    }
    Ok(())
}

fn read<T, E: Into<ValueError>>(
    key: &str,
    value: &str,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, LinkError> {
    parse(value).map_err(|why| LinkError::Value {
        key: key.to_owned(),
        value: short(value),
        why: why.into(),
    })
}

fn put<T, E: Into<ValueError>>(
    slot: &mut Option<T>,
    what: Once,
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
mod tests;
