//! A painting and one pattern side by side, sample by sample, to be drawn.

use super::patterns::Patterns;

/// What a place of the skin is in a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Compared {
    /// Neither painted nor in the pattern.
    #[default]
    Neither,
    /// Painted, and in the pattern.
    Both,
    /// Painted, and not in the pattern.
    PaintedOnly,
    /// In the essential zone, and not painted.
    EssentialOnly,
    /// In the spillover zone alone, and not painted.
    SpilloverOnly,
}

/// Compares a painting with a pattern by its number in [`Patterns::all`]: one value for each sample. What is painted
/// agrees with the spillover zone as with the essential zone. A number that is not there is a pattern of nothing.
pub fn compare(patterns: &Patterns, strengths: &[u8], number: usize) -> Vec<Compared> {
    let painted = |sample: usize| strengths.get(sample).is_some_and(|&x| x > 0);
    let mut all: Vec<Compared> = (0..patterns.areas_mm2.len())
        .map(|sample| match painted(sample) {
            true => Compared::PaintedOnly,
            false => Compared::Neither,
        })
        .collect();
    let Some(pattern) = patterns.all.get(number) else {
        return all;
    };
    let zones = [
        (&pattern.zones.spillover, Compared::SpilloverOnly),
        (&pattern.zones.essential, Compared::EssentialOnly),
    ];
    for (zone, unpainted) in zones {
        for &sample in zone {
            if let Some(value) = all.get_mut(sample as usize) {
                *value = match painted(sample as usize) {
                    true => Compared::Both,
                    false => unpainted,
                };
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{super::patterns::Zones, *};
    use crate::{
        anatomy::{pain_field::SkinSurface, painting::SkinSamples, samples::sheet},
        model::{ids::PointId, side::Side},
    };

    #[test]
    fn every_place_is_what_paint_and_zones_make_of_it() {
        let samples = SkinSamples::new(&SkinSurface::new(sheet(21, 21, 10.0)));
        let zones = Zones {
            point: PointId::new("TRA-1", Side::Left),
            muscle: "trapezius".to_owned(),
            essential: vec![0, 1],
            spillover: vec![2, 3],
            regions: Vec::new(),
            reported_percent: None,
        };
        let patterns = Patterns::of_zones(&samples, vec![zones]);
        let compared = compare(&patterns, &[2, 0, 1, 0, 3, 0], 0);
        let wanted = [
            Compared::Both,
            Compared::EssentialOnly,
            Compared::Both,
            Compared::SpilloverOnly,
            Compared::PaintedOnly,
            Compared::Neither,
        ];
        assert_eq!(compared[..6], wanted);
    }
}
