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
    /// The lower ones.
    pub under: Vec<String>,
    /// Which of them gives way.
    pub moves: Moves,
}

/// Which of a pair gives way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Moves {
    /// The upper one is moved outwards.
    Over,
    /// The lower one is moved inwards.
    Under,
}

impl Order {
    /// What a structure has to lie under, and what over, where it is the one to give way.
    #[must_use]
    pub fn of(&self, structure: &str) -> (Vec<&str>, Vec<&str>) {
        let among = |pair: &&Layered| pair.under.iter().any(|under| under == structure);
        let gives_way = self.layers.iter().filter(|pair| pair.moves == Moves::Under);
        let under = gives_way.filter(among).map(|pair| pair.over.as_str());
        let gives_way = self.layers.iter().filter(|pair| pair.moves == Moves::Over);
        let over = gives_way.filter(|pair| pair.over == structure);
        let over = over.flat_map(|pair| pair.under.iter().map(String::as_str));
        (under.collect(), over.collect())
    }

    /// Every structure that it names.
    pub fn named(&self) -> impl Iterator<Item = &str> {
        self.layers.iter().flat_map(|pair| {
            let under = pair.under.iter().map(String::as_str);
            under.chain([pair.over.as_str()])
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_that_gives_way_is_told_of_the_other() {
        let pair = |over: &str, under: &[&str], moves| Layered {
            over: over.to_owned(),
            under: under.iter().map(|&id| id.to_owned()).collect(),
            moves,
        };
        let order = Order {
            gap_mm: 1.0,
            layers: vec![
                pair("sheet", &["strap", "cord"], Moves::Under),
                pair("strap", &["cord"], Moves::Over),
            ],
        };
        assert_eq!(order.of("cord"), (vec!["sheet"], vec![]));
        assert_eq!(order.of("strap"), (vec!["sheet"], vec!["cord"]));
        assert_eq!(order.of("sheet"), (vec![], vec![]));
        assert_eq!(order.named().count(), 5);
    }
}
