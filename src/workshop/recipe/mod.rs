//! Recipes: from where and how each shape is made, as files that are read and checked.
//!
//! The files are in `recipes/` and not in `data/` because they are not facts: the program does not read them, and a pack
//! laid over its data cannot change them. This module defines what they say and checks it; the modules beside it carry
//! them out.

pub mod bone;
mod check;
mod faults;
pub mod intercostal;
pub mod midline;
pub mod order;
pub mod sheet;
pub mod skin;
pub mod slips;

use self::{
    bone::BoneRecipe,
    faults::{File, read_ron},
    midline::Midline,
    order::Order,
    sheet::Plan,
    skin::SkinRecipe,
};
use crate::{anatomy::place::Landmarks, model::report::Fault};
use include_dir::{Dir, include_dir};
use std::{collections::BTreeMap, fmt};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/recipes");

/// The file of the skin's recipe.
const SKIN: &str = "skin.ron";

/// The file of the reference's planes of symmetry.
const MIDLINE: &str = "midline.ron";

/// The file of what lies over what.
const ORDER: &str = "order.ron";

/// The recipes of all bones and of the skin, checked.
#[derive(Clone, Debug)]
pub struct Recipes {
    /// Bones, by file and in the order of each.
    pub bones: Vec<BoneRecipe>,
    /// The skin.
    pub skin: SkinRecipe,
    /// The reference's planes of symmetry.
    pub midline: Midline,
    /// What lies over what.
    pub order: Order,
}

/// What is wrong with recipes: every fault with its file, line and column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipeFaults(pub Vec<Fault>);

impl fmt::Display for RecipeFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for RecipeFaults {}

/// The files of `recipes/` as they were when the program was built: path relative to it, and text.
pub fn built_in_files() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    collect(&FILES, &mut files);
    files
}

fn collect(dir: &Dir<'_>, files: &mut BTreeMap<String, String>) {
    for file in dir.files() {
        if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8())
            && path.ends_with(".ron")
        {
            files.insert(path.replace('\\', "/"), text.to_owned());
        }
    }
    dir.dirs().for_each(|inner| collect(inner, files));
}

impl Recipes {
    /// Reads and checks the recipes of bones and skin among some files (path relative to the folder of recipes, text).
    ///
    /// # Errors
    /// All faults of all files.
    pub fn read(files: &BTreeMap<String, String>) -> Result<Self, RecipeFaults> {
        let mut faults = Vec::new();
        let mut bones: Vec<BoneRecipe> = Vec::new();
        let mut known = check::Known::default();
        for (path, text) in files.iter().filter(|(path, _)| path.starts_with("bones/")) {
            let file = File::new(path, text);
            match read_ron::<Vec<BoneRecipe>>(&file) {
                Ok(read) => {
                    faults.extend(check::bones(&file, &read, &mut known));
                    bones.extend(read);
                }
                Err(fault) => faults.push(fault),
            }
        }
        let text = files.get(SKIN).map_or("", String::as_str);
        let file = File::new(SKIN, text);
        let skin = read_ron::<SkinRecipe>(&file).inspect(|skin| {
            faults.extend(check::skin(&file, skin));
        });
        let text = |path: &str| files.get(path).map_or("", String::as_str);
        let midline = read_ron::<Midline>(&File::new(MIDLINE, text(MIDLINE)));
        let order = read_ron::<Order>(&File::new(ORDER, text(ORDER)));
        match (skin, midline, order) {
            (Ok(skin), Ok(midline), Ok(order)) if faults.is_empty() => Ok(Self {
                bones,
                skin,
                midline,
                order,
            }),
            (skin, midline, order) => {
                faults.extend(skin.err());
                faults.extend(midline.err());
                faults.extend(order.err());
                Err(RecipeFaults(faults))
            }
        }
    }

    /// The recipe of a bone.
    pub fn bone(&self, bone_id: &str) -> Option<&BoneRecipe> {
        let of = |recipe: &&BoneRecipe| recipe.bones.iter().any(|(id, _)| id == bone_id);
        self.bones.iter().find(of)
    }

    /// The FMA numbers of the meshes that a bone or the skin is measured on; none where it has no reference.
    pub fn meshes_of(&self, id: &str) -> &[u32] {
        if id == "skin" {
            return std::slice::from_ref(&self.skin.mesh);
        }
        let bones = self.bones.iter().flat_map(|recipe| &recipe.bones);
        let found = bones.into_iter().find(|(bone, _)| bone == id);
        found.map_or(&[], |(_, meshes)| meshes)
    }
}

impl Plan {
    /// Reads and checks the plan of a muscle; `path` is its name for messages.
    ///
    /// # Errors
    /// All faults of the file, a place that is no landmark among them.
    pub fn read(path: &str, text: &str, landmarks: &Landmarks) -> Result<Self, RecipeFaults> {
        let file = File::new(path, text);
        let plan: Self = read_ron(&file).map_err(|fault| RecipeFaults(vec![fault]))?;
        let faults = check::plan(&file, &plan, landmarks);
        if faults.is_empty() {
            Ok(plan)
        } else {
            Err(RecipeFaults(faults))
        }
    }
}

#[cfg(test)]
mod tests;
