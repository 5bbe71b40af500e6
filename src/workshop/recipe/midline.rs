//! The reference's planes of symmetry, from `recipes/midline.ron`. Not here: moving the meshes.

use serde::Deserialize;

/// Where the reference's planes of symmetry lie.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Midline {
    /// Groups of structures with a plane of their own.
    pub planes: Vec<Plane>,
    /// The plane of all other structures, millimetres of x in the reference's own frame.
    pub all_others_x_mm: f32,
}

/// A plane of symmetry across x.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plane {
    /// Its x in the reference's own frame, millimetres.
    pub x_mm: f32,
    /// Structures, or what their ids begin with before a dot.
    pub of: Vec<String>,
}

impl Midline {
    /// The plane of a structure, millimetres of x in the reference's own frame.
    #[must_use]
    pub fn of(&self, structure: &str) -> f32 {
        let named = |name: &String| {
            structure
                .strip_prefix(name.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.planes
            .iter()
            .find(|plane| plane.of.iter().any(named))
            .map_or(self.all_others_x_mm, |plane| plane.x_mm)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_for_a_structure_and_for_its_parts_alone() {
        let plane = |x_mm, name: &str| Plane {
            x_mm,
            of: vec![name.to_owned()],
        };
        let midline = Midline {
            planes: vec![plane(-1.5, "rib"), plane(-0.5, "costal_cartilage.7")],
            all_others_x_mm: -0.7,
        };
        assert_eq!(midline.of("rib.7"), -1.5);
        assert_eq!(midline.of("costal_cartilage.7"), -0.5);
        assert_eq!(midline.of("costal_cartilage.70"), -0.7);
        assert_eq!(midline.of("ribbon"), -0.7);
    }
}
