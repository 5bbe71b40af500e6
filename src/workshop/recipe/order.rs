//! What lies over what, from `recipes/order.ron`. Not here: moving the nets (`workshop::seat`).

use serde::Deserialize;

/// Pairs of muscles that the reference, or what was built beside it, shows in the wrong order from the skin inwards.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// How deep the outer face of the lower one lies under that of the upper one at least, millimetres.
    pub gap_mm: f32,
    /// The pairs.
    pub layers: Vec<Layered>,
}

/// A muscle and what lies under it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layered {
    /// The upper one, nearer to the skin.
    pub over: String,
    /// The lower ones, which give way.
    pub under: Vec<String>,
    /// How far the lower ones may be wrong to be moved, millimetres: where they stand further through the upper one,
    /// they lie beside it.
    #[serde(default = "most_mm")]
    pub most_mm: f32,
}

fn most_mm() -> f32 {
    4.0
}

impl Order {
    /// What a structure has to lie under, each with how far it may be wrong, millimetres.
    #[must_use]
    pub fn over(&self, structure: &str) -> Vec<(&str, f32)> {
        let among = |pair: &&Layered| pair.under.iter().any(|under| under == structure);
        let pairs = self.layers.iter().filter(among);
        pairs
            .map(|pair| (pair.over.as_str(), pair.most_mm))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_lower_one_is_told_of_the_other() {
        let pair = |over: &str, under: &[&str]| Layered {
            over: over.to_owned(),
            under: under.iter().map(|&id| id.to_owned()).collect(),
            most_mm: most_mm(),
        };
        let order = Order {
            gap_mm: 1.0,
            layers: vec![pair("sheet", &["strap", "cord"]), pair("strap", &["cord"])],
        };
        assert_eq!(order.over("cord"), [("sheet", 4.0), ("strap", 4.0)]);
        assert_eq!(order.over("strap"), [("sheet", 4.0)]);
        assert!(order.over("sheet").is_empty());
    }
}
