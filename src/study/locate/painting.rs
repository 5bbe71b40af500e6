//! What the user has painted: one pain's strengths over the skin's samples, with undo and redo.
//!
//! Not here: which samples a brush covers (`anatomy::painting`), and what a painting means.

use super::dab::{Dab, INSIDE, OUTSIDE, Passed, STEPS_A_MM, place_mm};
use crate::{
    anatomy::painting::{PaintEdge, RIM_MM, Rim, SkinSamples},
    model::painted::{MOST_SAMPLES, STRONGEST},
};
use glam::I16Vec3;
use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
};

/// Strokes that can be taken back: more than anybody counts, few enough to be kept in memory.
pub const MOST_STROKES: usize = 200;

/// What a sample keeps of the edge of what is painted at least so strongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kept {
    /// How deep it lies inside, as in a [`Dab`]: from [`INSIDE`] on it is inside.
    depth: i8,
    /// Of the brush whose rim is next to it.
    from: I16Vec3,
    erases: bool,
    /// The stroke in which that was, counted from the painting's beginning.
    stroke: u32,
}

impl Kept {
    /// Far from all paint, or nothing more is known.
    const OUTSIDE: Self = Self {
        depth: OUTSIDE,
        from: I16Vec3::ZERO,
        erases: false,
        stroke: 0,
    };
    /// Painted, and nothing more is known.
    const INSIDE: Self = Self {
        depth: INSIDE,
        ..Self::OUTSIDE
    };

    fn of(passed: Passed, erases: bool, stroke: u32) -> Self {
        Self {
            depth: if erases { -passed.depth } else { passed.depth },
            from: passed.from,
            erases,
            stroke,
        }
    }

    /// The rim, where it is known.
    fn rim(self) -> Option<Rim> {
        let depth_mm = f32::from(self.depth) / STEPS_A_MM;
        (self.depth != INSIDE && depth_mm.abs() < RIM_MM).then_some(Rim {
            depth_mm,
            from_mm: place_mm(self.from),
            erases: self.erases,
            stroke: self.stroke,
        })
    }
}

/// That for each strength. The strength of the sample is how many of them are inside.
type Rims = [Kept; STRONGEST as usize];

/// Far from all paint.
const BLANK: Rims = [Kept::OUTSIDE; STRONGEST as usize];

/// A stroke: for each sample it changed, what was there before and after.
type Stroke = BTreeMap<u32, (Rims, Rims)>;

/// What is painted now, to be drawn: shared with the [`Painting`], so that keeping it costs nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paint {
    strengths: Arc<Vec<u8>>,
    rims: Arc<Vec<Rims>>,
}

impl Paint {
    /// Strength of each sample; those after the last one painted may be missing, and are 0.
    pub fn strengths(&self) -> &[u8] {
        &self.strengths
    }

    /// The edge of what is painted at least so strongly.
    pub fn edge(&self, samples: &SkinSamples, strength: u8) -> PaintEdge {
        let level = usize::from(strength.clamp(1, STRONGEST)) - 1;
        let inside = |sample: u32| {
            let own = self.strengths.get(sample as usize);
            own.is_some_and(|own| usize::from(*own) > level)
        };
        samples.edge(inside, |sample| {
            self.rims.get(sample as usize)?[level].rim()
        })
    }
}

/// Strengths over the samples of a skin, 0 (nothing) to [`STRONGEST`], and where the brush's rim went between them.
/// All of it and strokes are shared between copies, so that a copy costs little.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Painting {
    now: Paint,
    done: VecDeque<Arc<Stroke>>,
    undone: Vec<Arc<Stroke>>,
    /// The stroke that has begun and not ended.
    open: Option<Stroke>,
    /// How many strokes have begun.
    begun: u32,
}

impl Painting {
    /// A painting that begins with these strengths; they are no stroke and cannot be taken back.
    pub fn begun_with(strengths: Vec<u8>) -> Self {
        let known = strengths.into_iter().take(MOST_SAMPLES as usize);
        let known: Vec<u8> = known.map(|strength| strength.min(STRONGEST)).collect();
        let inside = |strength: &u8| after(BLANK, Passed::UNDER, *strength, 0);
        let rims = known.iter().map(inside);
        Self {
            now: Paint {
                rims: Arc::new(rims.collect()),
                strengths: known.into(),
            },
            ..Self::default()
        }
    }

    /// Strength of each sample; those after the last one painted may be missing, and are 0.
    pub fn strengths(&self) -> &[u8] {
        &self.now.strengths
    }

    /// What is painted now, without the way there.
    pub fn paint_now(&self) -> &Paint {
        &self.now
    }

    /// True where nothing is painted.
    pub fn is_empty(&self) -> bool {
        self.now.strengths.iter().all(|&strength| strength == 0)
    }

    /// Begins a stroke: what is painted until [`Painting::end_stroke`] is taken back as one. A stroke
    /// that has not ended ends.
    pub fn start_stroke(&mut self) {
        self.end_stroke();
        self.begun = self.begun.wrapping_add(1);
        self.open = Some(Stroke::new());
    }

    /// Gives the samples under a brush a strength, 0 to erase; more than [`STRONGEST`] counts as that. Outside of a
    /// stroke it is a stroke of its own. False where nothing changes by it.
    pub fn paint(&mut self, dab: impl Into<Dab>, strength: u8) -> bool {
        let rims = |sample: u32| self.now.rims.get(sample as usize).copied().unwrap_or(BLANK);
        let stroke = match self.open {
            Some(_) => self.begun,
            None => self.begun.wrapping_add(1),
        };
        let changed = |(sample, passed): (u32, Passed)| {
            let (before, after) = (rims(sample), after(rims(sample), passed, strength, stroke));
            (before != after && sample < MOST_SAMPLES).then_some((sample, after))
        };
        let dab: Dab = dab.into();
        let changing: Vec<(u32, Rims)> = dab.passed().filter_map(changed).collect();
        let changes = self.change(changing);
        if changes {
            self.begun = stroke;
        }
        changes
    }

    /// Takes everything away, as one stroke.
    pub fn clear(&mut self) {
        self.end_stroke();
        let all = (0..).zip(self.now.rims.iter());
        let painted = all.filter(|(_, rims)| **rims != BLANK);
        let changing = painted.map(|(sample, _)| (sample, BLANK)).collect();
        self.change(changing);
    }

    fn change(&mut self, changing: Vec<(u32, Rims)>) -> bool {
        let Some(last) = changing.iter().map(|(sample, _)| *sample).max() else {
            return false;
        };
        let alone = self.open.is_none();
        let mut stroke = self.open.take().unwrap_or_default();
        if self.now.rims.len() <= last as usize {
            Arc::make_mut(&mut self.now.rims).resize(last as usize + 1, BLANK);
            Arc::make_mut(&mut self.now.strengths).resize(last as usize + 1, 0);
        }
        for (sample, after) in changing {
            let before = self.now.rims[sample as usize];
            stroke.entry(sample).or_insert((before, after)).1 = after;
            self.set(sample, after);
        }
        self.open = Some(stroke);
        if alone {
            self.end_stroke();
        }
        true
    }

    /// Sets a sample that is there.
    fn set(&mut self, sample: u32, rims: Rims) {
        let inside = rims.iter().filter(|rim| rim.depth >= INSIDE).count();
        Arc::make_mut(&mut self.now.rims)[sample as usize] = rims;
        Arc::make_mut(&mut self.now.strengths)[sample as usize] = inside as u8;
    }

    /// Ends the stroke; one that changed nothing is no step to take back.
    pub fn end_stroke(&mut self) {
        let Some(mut stroke) = self.open.take() else {
            return;
        };
        stroke.retain(|_, (before, after)| before != after);
        if stroke.is_empty() {
            return;
        }
        self.undone.clear();
        self.done.push_back(Arc::new(stroke));
        if self.done.len() > MOST_STROKES {
            self.done.pop_front();
        }
    }

    /// Takes the last stroke back; false where there is none.
    pub fn undo(&mut self) -> bool {
        self.end_stroke();
        let Some(stroke) = self.done.pop_back() else {
            return false;
        };
        for (&sample, &(before, _)) in stroke.iter() {
            self.set(sample, before);
        }
        self.undone.push(stroke);
        true
    }

    /// True where there is a stroke to take back.
    pub fn can_undo(&self) -> bool {
        self.open.is_some() || !self.done.is_empty()
    }

    /// True where there is a stroke to do again.
    pub fn can_redo(&self) -> bool {
        self.open.is_none() && !self.undone.is_empty()
    }

    /// Does a stroke again that was taken back; false where there is none.
    pub fn redo(&mut self) -> bool {
        self.end_stroke();
        let Some(stroke) = self.undone.pop() else {
            return false;
        };
        for (&sample, &(_, after)) in stroke.iter() {
            self.set(sample, after);
        }
        self.done.push_back(stroke);
        true
    }
}

/// A sample after a brush that paints with a strength has passed it so.
fn after(before: Rims, passed: Passed, strength: u8, stroke: u32) -> Rims {
    let mut rims = before;
    for (level, rim) in (1..).zip(&mut rims) {
        let old = rim.depth;
        let (painted, is_in) = (strength >= level, old >= INSIDE);
        let new = Kept::of(passed, !painted, stroke);
        match (painted, passed.depth) {
            // Where the edge lies is not told: only what changes sides forgets its own.
            (true, INSIDE) if !is_in => *rim = Kept::INSIDE,
            (false, INSIDE) if is_in => *rim = Kept::OUTSIDE,
            (_, INSIDE) => {}
            (true, depth) if old != INSIDE && depth > old => *rim = new,
            (false, depth) if old != INSIDE && -depth < old => *rim = new,
            (false, depth) if old == INSIDE && depth > INSIDE => *rim = new,
            _ => {}
        }
    }
    rims
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::painting::Swept;
    use glam::Vec3;
    use proptest::prelude::*;

    /// A dab of a brush in the middle of the body over samples of these depths.
    fn brushed(depths: &[(u32, f32)]) -> Dab {
        Dab::new(depths.iter().map(|&(sample, depth_mm)| Swept {
            sample,
            depth_mm,
            from_mm: Vec3::ZERO,
        }))
    }

    #[test]
    fn a_stroke_is_taken_back_as_one() {
        let mut painting = Painting::default();
        painting.start_stroke();
        painting.paint([1, 2], 2);
        painting.paint([2, 3, u32::MAX], 9);
        assert!(painting.can_undo() && !painting.can_redo());
        painting.end_stroke();
        assert_eq!(painting.strengths(), [0, 2, 3, 3]);
        painting.paint([1], 2);
        assert!(painting.undo());
        assert!(painting.is_empty());
        assert!(!painting.undo());
        assert!(painting.redo());
        painting.clear();
        assert!(painting.is_empty());
        assert!(painting.undo());
        assert_eq!(painting.strengths()[2], 3);
    }

    #[test]
    fn a_new_stroke_forgets_what_was_taken_back() {
        let mut painting = Painting::default();
        painting.paint([0], 1);
        assert!(painting.undo());
        painting.paint([1], 1);
        assert!(!painting.redo());
    }

    #[test]
    fn a_rim_is_kept_with_its_stroke() {
        let rims = |painting: &Painting, sample: usize| painting.now.rims[sample].map(|x| x.depth);
        let mut painting = Painting::default();
        let dab = brushed(&[(0, 4.0), (1, 0.5), (2, -3.0)]);
        assert!(painting.paint(dab.clone(), 2));
        assert_eq!(painting.strengths(), [2, 2, 0]);
        assert_eq!(rims(&painting, 1), [5, 5, OUTSIDE]);
        assert_eq!(rims(&painting, 2), [-30, -30, OUTSIDE]);
        assert!(!painting.paint(dab, 2));
        // Erased up to a rim between the two: what is left ends there.
        painting.paint(brushed(&[(1, 2.0), (0, -1.5)]), 0);
        assert_eq!(painting.strengths(), [2, 0, 0]);
        assert_eq!(rims(&painting, 0), [15, 15, OUTSIDE]);
        assert_eq!(rims(&painting, 1), [-20, -20, OUTSIDE]);
        assert!(painting.undo());
        assert_eq!(rims(&painting, 1), [5, 5, OUTSIDE]);
        painting.clear();
        assert!(painting.is_empty() && painting.now.rims[2] == BLANK);
        assert!(painting.undo());
        assert_eq!(painting.strengths(), [2, 2, 0]);
    }

    proptest! {
        #[test]
        fn strengths_are_what_the_last_brush_over_them_left(
            strokes in prop::collection::vec((prop::collection::vec((0u32..20, -90f32..90.0), 0..9), 0u8..5), 0..60),
        ) {
            let mut painting = Painting::default();
            let mut wanted = vec![0; 20];
            for (depths, strength) in &strokes {
                let depths: Vec<(u32, f32)> = depths.iter().map(|(at, depth)| (*at, depth / 10.0)).collect();
                let dab = Dab::joined(&[brushed(&depths)]);
                for sample in dab.samples() {
                    wanted[sample as usize] = (*strength).min(STRONGEST);
                }
                painting.paint(dab, *strength);
            }
            let mut painted = painting.strengths().to_vec();
            painted.resize(20, 0);
            prop_assert_eq!(painted, wanted);
        }

        #[test]
        fn all_strokes_can_be_taken_back_and_done_again(
            strokes in prop::collection::vec((prop::collection::vec(0u32..40, 0..12), 0u8..5), 0..150),
        ) {
            let mut painting = Painting::default();
            for (samples, strength) in &strokes {
                painting.paint(samples.clone(), *strength);
            }
            let painted = painting.strengths().to_vec();
            while painting.undo() {}
            prop_assert!(painting.is_empty());
            while painting.redo() {}
            prop_assert_eq!(painting.strengths(), painted);
        }
    }
}
