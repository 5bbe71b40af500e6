//! Finds each label the nearest free place. Pure: sizes and obstacles in, rectangles out; what is drawn there is not
//! decided here.
//!
//! A place beside the body is worth a longer line; one over it is taken where nothing else is near, and only so many, so
//! that the body is not papered over. A label that finds no place is left out.

use crate::app::body_mask::BodyMask;
use egui::{Pos2, Rect, Vec2, pos2};

/// Room between two labels, and between a label and a disc, in points.
pub const GAP: f32 = 3.0;
/// Room between the labels and the edge of the picture in points.
pub const EDGE: f32 = 8.0;
/// Longest line in points: a longer one is no longer seen to belong to its name.
pub const LONGEST_LINE: f32 = 120.0;
/// Labels over the body cover no more than this share of the picture.
pub const MOST_COVERED: f32 = 0.08;
/// Steps in which places are tried, and the nearest, across from the spot, in points.
const STEP: f32 = 12.0;
const NEAREST: f32 = 16.0;
/// What a place costs beside the length of its line, in points of line: over the body, all of it and at all; at the other side; a line over a
/// disc; a spot hidden that another label has yet to lead to.
const OVER_BODY: f32 = 75.0;
const OVER_EDGE: f32 = 20.0;
const OTHER_SIDE: f32 = 24.0;
const OVER_DISC: f32 = 45.0;
const OVER_SPOT: f32 = 60.0;

/// A label that looks for a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted {
    /// The spot that its line leads to.
    pub spot: Pos2,
    /// Its size.
    pub size: Vec2,
}

/// A label with its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Which of those wanted.
    pub index: usize,
    /// Its place.
    pub rect: Rect,
    /// Where its line begins.
    pub from: Pos2,
}

/// What is there already.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The picture.
    pub picture: Rect,
    /// Where the body lies in it.
    pub body: &'a BodyMask,
    /// The discs.
    pub discs: &'a [Rect],
    /// What else nothing may lie on.
    pub taken: &'a [Rect],
    /// The side on which there is room.
    pub to_right: bool,
}

/// Places for the labels, in the order in which they are to find one.
pub fn placed(wanted: &[Wanted], around: &Around) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::new();
    let most_covered = MOST_COVERED * around.picture.area();
    let mut covered = 0.0;
    for index in 0..wanted.len() {
        let best = candidates(&wanted[index], around.picture)
            .filter_map(|(rect, from)| {
                let over_body = around.body.share(rect.min.into(), rect.max.into());
                if covered + over_body * rect.area() > most_covered
                    || !is_free(rect, from, index, wanted, &placed, around)
                {
                    return None;
                }
                let cost = cost(rect, from, over_body, index, wanted, around);
                Some((cost, over_body, Placed { index, rect, from }))
            })
            .min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, over_body, place)) = best {
            covered += over_body * place.rect.area();
            placed.push(place);
        }
    }
    placed
}

/// Rectangles about the spot and where the line to it would begin: at the middle of the nearer upright edge.
fn candidates(wanted: &Wanted, picture: Rect) -> impl Iterator<Item = (Rect, Pos2)> {
    let Wanted { spot, size } = *wanted;
    let within = picture.shrink(EDGE);
    let steps = (LONGEST_LINE / STEP) as i32;
    [-1.0_f32, 1.0].into_iter().flat_map(move |side| {
        (0..=steps).flat_map(move |across| {
            (-steps..=steps).filter_map(move |down| {
                let away = NEAREST + across as f32 * STEP;
                let from = pos2(spot.x + side * away, spot.y + down as f32 * STEP);
                let centre = pos2(from.x + side * size.x / 2.0, from.y);
                let rect = Rect::from_center_size(centre, size);
                let fits = within.contains_rect(rect) && from.distance(spot) <= LONGEST_LINE;
                fits.then_some((rect, from))
            })
        })
    })
}

fn is_free(
    rect: Rect,
    from: Pos2,
    index: usize,
    wanted: &[Wanted],
    placed: &[Placed],
    around: &Around,
) -> bool {
    let room = rect.expand(GAP);
    let line = (from, wanted[index].spot);
    let taken = around
        .discs
        .iter()
        .chain(around.taken)
        .any(|other| other.intersects(room));
    let meets = placed.iter().any(|other| {
        let spot = wanted[other.index].spot;
        other.rect.intersects(room)
            || crosses(line, other.rect)
            || crosses((other.from, spot), rect)
            || cross(line, (other.from, spot))
    });
    !taken && !meets
}

fn cost(
    rect: Rect,
    from: Pos2,
    over_body: f32,
    index: usize,
    wanted: &[Wanted],
    around: &Around,
) -> f32 {
    let spot = wanted[index].spot;
    let discs = around
        .discs
        .iter()
        .filter(|disc| crosses((from, spot), **disc))
        .count();
    let later = wanted.get(index + 1..).unwrap_or_default();
    let hidden = later
        .iter()
        .filter(|other| rect.contains(other.spot))
        .count();
    let to_right = from.x > spot.x;
    // A line that is nearly level is read most easily.
    from.distance(spot)
        + (from.y - spot.y).abs() * 0.4
        + OVER_BODY * over_body
        + if over_body > 0.0 { OVER_EDGE } else { 0.0 }
        + OVER_DISC * discs as f32
        + OVER_SPOT * hidden as f32
        + if to_right == around.to_right {
            0.0
        } else {
            OTHER_SIDE
        }
}

/// A line, by its ends, meets a rectangle.
fn crosses((from, to): (Pos2, Pos2), rect: Rect) -> bool {
    if rect.contains(from) || rect.contains(to) {
        return true;
    }
    let [a, b] = [rect.left_top(), rect.right_bottom()];
    let [c, d] = [rect.right_top(), rect.left_bottom()];
    cross((from, to), (a, b)) || cross((from, to), (c, d))
}

/// Two lines, by their ends, cross.
fn cross(one: (Pos2, Pos2), other: (Pos2, Pos2)) -> bool {
    let side = |line: (Pos2, Pos2), at: Pos2| {
        let (along, to) = (line.1 - line.0, at - line.0);
        along.x * to.y - along.y * to.x
    };
    side(one, other.0) * side(one, other.1) < 0.0 && side(other, one.0) * side(other, one.1) < 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    const PICTURE: Rect = Rect {
        min: pos2(0.0, 0.0),
        max: pos2(600.0, 600.0),
    };

    fn around<'a>(body: &'a BodyMask, discs: &'a [Rect], taken: &'a [Rect]) -> Around<'a> {
        Around {
            picture: PICTURE,
            body,
            discs,
            taken,
            to_right: true,
        }
    }

    fn wanted(x: f32, y: f32) -> Wanted {
        Wanted {
            spot: pos2(x, y),
            size: vec2(100.0, 20.0),
        }
    }

    #[test]
    fn a_label_stands_close_by_at_the_side_with_room() {
        let body = BodyMask::default();
        let found = placed(&[wanted(300.0, 300.0)], &around(&body, &[], &[]));
        assert_eq!(
            found[0].rect,
            Rect::from_min_size(pos2(316.0, 290.0), vec2(100.0, 20.0))
        );
        // No room there: the other side.
        let found = placed(&[wanted(540.0, 300.0)], &around(&body, &[], &[]));
        assert!(found[0].rect.right() < 540.0, "{found:?}");
    }

    #[test]
    fn nothing_lies_on_another_nor_on_a_disc_nor_on_what_is_taken() {
        let body = BodyMask::default();
        let labels: Vec<Wanted> = (0..30)
            .map(|n| wanted(200.0 + (n % 5) as f32 * 40.0, 200.0 + n as f32 * 8.0))
            .collect();
        let discs: Vec<Rect> = (0..8)
            .map(|n| {
                Rect::from_center_size(
                    pos2(220.0 + n as f32 * 30.0, 260.0 + n as f32 * 11.0),
                    Vec2::splat(24.0),
                )
            })
            .collect();
        let taken = [Rect::from_min_size(PICTURE.min, vec2(180.0, 500.0))];
        let found = placed(&labels, &around(&body, &discs, &taken));
        assert!(found.len() > 12, "{} labels", found.len());
        for (i, one) in found.iter().enumerate() {
            assert!(PICTURE.contains_rect(one.rect));
            assert!(one.from.distance(labels[one.index].spot) <= LONGEST_LINE);
            let mut others = discs.iter().chain(&taken);
            assert!(!others.any(|other| other.intersects(one.rect)), "{one:?}");
            for other in &found[i + 1..] {
                assert!(!one.rect.intersects(other.rect), "{one:?} {other:?}");
                let lines = [one, other].map(|label| (label.from, labels[label.index].spot));
                assert!(!cross(lines[0], lines[1]), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn it_rather_stands_beside_the_body_and_never_papers_it_over() {
        let mut strip = BodyMask::new([0.0, 0.0], [600.0, 600.0], 10.0);
        let mut whole = strip.clone();
        for x in 0..60 {
            for y in 0..60 {
                let at = [x as f32 * 10.0 + 5.0, y as f32 * 10.0 + 5.0];
                whole.cover(at);
                if (200.0..320.0).contains(&at[0]) {
                    strip.cover(at);
                }
            }
        }
        let found = placed(&[wanted(260.0, 300.0)], &around(&strip, &[], &[]));
        assert!(found[0].rect.left() >= 320.0, "{found:?}");
        let many: Vec<Wanted> = (0..50)
            .map(|n| wanted(60.0 + (n % 5) as f32 * 110.0, 40.0 + (n / 5) as f32 * 55.0))
            .collect();
        let found = placed(&many, &around(&whole, &[], &[]));
        let area: f32 = found.iter().map(|label| label.rect.area()).sum();
        assert!(
            !found.is_empty() && area <= MOST_COVERED * PICTURE.area() + 1.0,
            "{area}"
        );
    }
}
