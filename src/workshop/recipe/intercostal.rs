//! What the recipe of the muscles between the ribs says: `recipes/between_ribs/*.ron`.
//!
//! How it is carried out is not here: see `workshop::intercostal`.

use super::{
    RecipeFaults,
    faults::{File, Spot, read_ron},
};
use serde::Deserialize;

/// Thickest sheet, millimetres, and furthest from the borders of the ribs.
const MOST_MM: f32 = 20.0;
/// Most slanting fibres: so many times the height of the space.
const MOST_SLANT: f32 = 4.0;

/// A sheet in each space between neighbouring ribs.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intercostals {
    /// Structure id.
    pub structure: String,
    /// Source id of the attachments.
    pub source: String,
    /// Structure ids of the ribs, from above down; there is a space between each and the next.
    pub ribs: Vec<String>,
    /// Structure ids of the costal cartilages, from above down, where the sheet goes on between them to the breastbone and
    /// is cut off there.
    #[serde(default)]
    pub cartilages: Vec<String>,
    /// How far a fibre runs forwards on its way down, as a share of the height of the space; backwards where it is less
    /// than nought.
    pub slant: f32,
    /// How far outside of the borders of the ribs the sheet lies, millimetres; inside where it is less than nought.
    pub outward_mm: f32,
    /// Thickness, millimetres.
    pub thickness_mm: f32,
    /// From where to where it fills the space, as shares of its length from the spine forwards.
    pub reach: (f32, f32),
}

impl Intercostals {
    /// Reads and checks a recipe; `path` is its name for messages.
    ///
    /// # Errors
    /// All faults of the file.
    pub fn read(path: &str, text: &str) -> Result<Self, RecipeFaults> {
        let file = File::new(path, text);
        let recipe: Self = read_ron(&file).map_err(|fault| RecipeFaults(vec![fault]))?;
        let mut faults = Vec::new();
        let mut held = |field: &'static str, sound: bool, what: &str, hint: &str| {
            if !sound {
                faults.push(file.fault(&Spot::default().field(field), what, hint));
            }
        };
        held(
            "ribs",
            recipe.ribs.len() >= 2,
            "there is a space only between two ribs",
            "name two ribs at least",
        );
        held(
            "cartilages",
            recipe.cartilages.len() <= recipe.ribs.len(),
            "there are more cartilages than ribs",
            "name one for each rib, from above down",
        );
        held(
            "slant",
            recipe.slant.abs() <= MOST_SLANT,
            "the fibres run nearly along the ribs",
            "write -4 to 4",
        );
        held(
            "outward_mm",
            recipe.outward_mm.abs() <= MOST_MM,
            "the sheet lies far from the ribs",
            "write -20 to 20",
        );
        held(
            "thickness_mm",
            recipe.thickness_mm > 0.0 && recipe.thickness_mm <= MOST_MM,
            "that is no thickness",
            "write more than 0, 20 at most",
        );
        let (from, to) = recipe.reach;
        held(
            "reach",
            (0.0..=1.0).contains(&from) && from < to && to <= 1.0,
            "the sheet begins and ends nowhere",
            "write two shares, 0 to 1, the first one smaller",
        );
        match faults.is_empty() {
            true => Ok(recipe),
            false => Err(RecipeFaults(faults)),
        }
    }
}
