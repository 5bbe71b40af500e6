//! Checks of shapes: the form of their nets, and that they lie where their structure does.

use super::{
    Checker, Spot,
    known::{MUSCLE_OR_PART, SKIN, WITH_HOLES},
    parse::{Content, DataFile},
};
use crate::model::{
    closest::quoted,
    facts::{Net, Shape},
    limits::{
        FURTHEST_MM, LARGEST_RING_RADIUS_MM, MOST_CORNERS, MOST_NETS, MOST_RING_POINTS, MOST_RINGS,
        corners_of, without_room,
    },
};

/// How far the middle of a midline structure may lie from x = 0: real bodies are not even.
const MIDLINE_STRAY_MM: f32 = 15.0;
/// A crease of the skin is this deep at most, and reaches this far to either side, millimetres.
const DEEPEST_CREASE_MM: f32 = 30.0;
/// See [`DEEPEST_CREASE_MM`].
const WIDEST_CREASE_MM: f32 = 60.0;
/// The skin's mesh is made no finer beside a crease, millimetres.
const FINEST_EDGE_MM: f32 = 0.5;
/// A place of the skin is softened in so many steps at most: more would draw it in.
const MOST_SOFTENING: f32 = 100.0;

impl<'a> Checker<'a> {
    pub(super) fn shape(&mut self, path: &str, shape: &'a Shape) {
        let spot = Spot::FILE;
        let id = spot.field("structure");
        self.own_id(&id, "shape", &shape.structure);
        self.named_like_file(&id, path, &shape.structure);
        self.refers(&id, "structure", &shape.structure);
        self.refers(&spot.field("source"), "source", &shape.source);
        // A structure may have been measured on several meshes.
        let is_mesh = |word: &str| {
            let number = word.strip_prefix("fma");
            number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
        };
        if !shape.measured_on.split_whitespace().all(is_mesh) {
            self.fault(
                &spot.field("measured_on"),
                format!("{} is no reference mesh", quoted(&shape.measured_on)),
                "write it as fma33587, several with spaces between, or leave it out",
            );
        }
        let nets = spot.field("nets");
        if shape.nets.is_empty() {
            self.fault(&nets, "the shape has no net", "add at least one");
        }
        let number = shape.nets.len() + shape.built.len() + shape.holes.len();
        if number > MOST_NETS {
            self.fault(
                &nets,
                format!("the shape has {number} nets"),
                format!("a shape has {MOST_NETS} at most"),
            );
        }
        let mut middle = Middle::default();
        for (i, net) in shape.nets.iter().enumerate() {
            self.net(&nets.at(i), net, &mut middle);
        }
        let built = spot.field("built");
        let id = shape.structure.as_str();
        let may_have_more = id == SKIN || self.known.ids(MUSCLE_OR_PART).contains(id);
        if !shape.built.is_empty() && !may_have_more {
            self.fault(
                &built,
                "only the skin and muscles have nets added to what was measured",
                "put them among the nets",
            );
        }
        for (i, net) in shape.built.iter().enumerate() {
            self.net(&built.at(i), net, &mut Middle::default());
        }
        let holes = spot.field("holes");
        if !shape.holes.is_empty() && !self.known.ids(WITH_HOLES).contains(id) {
            self.fault(
                &holes,
                "only bones and cartilages have holes",
                "leave them out",
            );
        }
        for (i, net) in shape.holes.iter().enumerate() {
            self.net(&holes.at(i), net, &mut Middle::default());
        }
        self.along(&spot.field("along"), shape);
        self.creases(&spot.field("creases"), shape);
        self.softened(&spot.field("softened"), shape);
        self.side(&nets, shape, middle.x());
    }

    /// Lines that are pressed into the skin.
    fn creases(&mut self, spot: &Spot<'_>, shape: &Shape) {
        if !shape.creases.is_empty() && shape.structure != SKIN {
            self.fault(
                spot,
                "only the skin has creases",
                "leave them out, or bend the rings",
            );
        }
        for (i, crease) in shape.creases.iter().enumerate() {
            let spot = spot.at(i);
            if crease.line.len() < 2 || crease.line.len() != crease.depth_mm.len() {
                self.fault(
                    &spot.field("line"),
                    format!(
                        "{} places and {} depths",
                        crease.line.len(),
                        crease.depth_mm.len()
                    ),
                    "give two places at least, and a depth for each",
                );
            }
            let line = spot.field("line");
            for (k, &(x, y, z)) in crease.line.iter().enumerate() {
                let at = line.at(k);
                self.number(&at.at(0), x, 0.0, FURTHEST_MM, " mm, on the left");
                self.number(&at.at(1), y, -FURTHEST_MM, FURTHEST_MM, " mm");
                self.number(&at.at(2), z, -FURTHEST_MM, FURTHEST_MM, " mm");
            }
            let depths = spot.field("depth_mm");
            for (k, depth_mm) in crease.depth_mm.iter().enumerate() {
                let (low, high) = (-DEEPEST_CREASE_MM, DEEPEST_CREASE_MM);
                self.number(&depths.at(k), *depth_mm, low, high, " mm");
            }
            let width = spot.field("half_width_mm");
            self.number(&width, crease.half_width_mm, 1.0, WIDEST_CREASE_MM, " mm");
            if let Some(edge_mm) = crease.edge_mm {
                let edge = spot.field("edge_mm");
                self.number(&edge, edge_mm, FINEST_EDGE_MM, WIDEST_CREASE_MM, " mm");
            }
        }
    }

    /// Places of the skin that are smoothed.
    fn softened(&mut self, spot: &Spot<'_>, shape: &Shape) {
        if !shape.softened.is_empty() && shape.structure != SKIN {
            self.fault(
                spot,
                "only the skin is softened",
                "leave it out, or smooth the rings",
            );
        }
        for (i, place) in shape.softened.iter().enumerate() {
            let spot = spot.at(i);
            let (x, y, z) = place.at;
            let at = spot.field("at");
            self.number(&at.at(0), x, 0.0, FURTHEST_MM, " mm, on the left");
            self.number(&at.at(1), y, -FURTHEST_MM, FURTHEST_MM, " mm");
            self.number(&at.at(2), z, -FURTHEST_MM, FURTHEST_MM, " mm");
            let radius = spot.field("radius_mm");
            self.number(&radius, place.radius_mm, 1.0, WIDEST_CREASE_MM, " mm");
            let steps = spot.field("steps");
            self.number(&steps, place.steps as f32, 1.0, MOST_SOFTENING, "");
        }
    }

    /// Where each net lies on the way of the fibres: nothing, or one pair a net.
    fn along(&mut self, spot: &Spot<'_>, shape: &Shape) {
        let number = shape.nets.len() + shape.built.len();
        if !shape.along.is_empty() && shape.along.len() != number {
            self.fault(
                spot,
                format!("{} ways along for {number} nets", shape.along.len()),
                "give one for each net, first `nets`, then `built`, or none",
            );
        }
        for (i, (from, to)) in shape.along.iter().enumerate() {
            self.number(&spot.at(i).at(0), *from, 0.0, 1.0, "");
            self.number(&spot.at(i).at(1), *to, *from, 1.0, "");
        }
    }

    /// That all shapes together can be built: each may be within its limits, and a thousand of them are not.
    pub(super) fn room(&mut self, files: &'a [DataFile<'_>]) {
        let shapes = |number: usize, file: &'a DataFile<'_>| match &file.content {
            Content::Shape(shape) => Some((number, shape.as_ref())),
            _ => None,
        };
        let all: Vec<_> = files
            .iter()
            .enumerate()
            .filter_map(|(number, file)| shapes(number, file))
            .collect();
        let gone = without_room(all.iter().map(|(_, shape)| *shape));
        let sum: usize = all.iter().map(|(_, shape)| corners_of(shape)).sum();
        for (number, shape) in all {
            if gone.contains(shape.structure.as_str()) {
                self.file = number;
                self.fault(
                    &Spot::FILE.field("nets"),
                    format!(
                        "there is no room for the {} corners of {}: all shapes together have {sum}",
                        corners_of(shape),
                        quoted(&shape.structure)
                    ),
                    format!("they have {MOST_CORNERS} at most; write fewer rings and points"),
                );
            }
        }
    }

    fn net(&mut self, spot: &Spot<'_>, net: &Net, middle: &mut Middle) {
        match net {
            Net::Rings(rings) => {
                let spot = spot.at(0);
                self.rings(&spot, rings);
                for (i, ring) in rings.iter().enumerate() {
                    let ring_spot = spot.at(i);
                    for (j, point) in ring.iter().enumerate() {
                        self.coordinate(&ring_spot.at(j), *point);
                        middle.add(point.0);
                    }
                }
            }
            Net::Polar {
                axis,
                zero,
                radii_mm,
            } => {
                let radii = spot.field("radii_mm");
                self.rings(&radii, radii_mm);
                self.direction(&spot.field("zero"), *zero);
                if axis.len() != radii_mm.len() {
                    self.fault(
                        &radii,
                        format!("{} rings about {} centres", radii_mm.len(), axis.len()),
                        "give each ring its centre",
                    );
                }
                for (i, centre) in axis.iter().enumerate() {
                    let axis = spot.field("axis");
                    self.coordinate(&axis.at(i), *centre);
                    middle.add(centre.0);
                }
                for (i, ring) in radii_mm.iter().enumerate() {
                    let ring_spot = radii.at(i);
                    // Neither the centre nor the ring about it is further than any place.
                    let far_mm = axis.get(i).map_or(0.0, |(x, y, z)| {
                        x.abs().max(y.abs()).max(z.abs()).min(FURTHEST_MM)
                    });
                    let most_mm = LARGEST_RING_RADIUS_MM.min(FURTHEST_MM - far_mm);
                    for (j, radius) in ring.iter().enumerate() {
                        self.number(&ring_spot.at(j), *radius, 0.0, most_mm, " mm");
                    }
                }
            }
        }
    }

    /// Number and evenness of rings.
    fn rings<T>(&mut self, spot: &Spot<'_>, rings: &[Vec<T>]) {
        if !(2..=MOST_RINGS).contains(&rings.len()) {
            self.fault(
                spot,
                format!("{} rings", rings.len()),
                format!("a net has 2 to {MOST_RINGS}"),
            );
        }
        let first = rings.first().map_or(0, Vec::len);
        for (i, ring) in rings.iter().enumerate() {
            if !(3..=MOST_RING_POINTS).contains(&ring.len()) {
                self.fault(
                    &spot.at(i),
                    format!("a ring of {} points", ring.len()),
                    format!("a ring has 3 to {MOST_RING_POINTS}"),
                );
            } else if ring.len() != first {
                self.fault(
                    &spot.at(i),
                    format!("a ring of {} points; the first has {first}", ring.len()),
                    "every ring of a net has the same number of points",
                );
            }
        }
    }

    fn side(&mut self, spot: &Spot<'_>, shape: &Shape, middle_mm: Option<f32>) {
        let paired = self.known.paired.get(shape.structure.as_str());
        // The skin is written as its left half.
        if shape.structure == SKIN {
            return;
        }
        match (paired, middle_mm) {
            (Some(true), Some(x)) if x <= 0.0 => self.fault(
                spot,
                format!("{} lies on the right", quoted(&shape.structure)),
                "write the left one: +x is the subject's left",
            ),
            (Some(false), Some(x)) if x.abs() > MIDLINE_STRAY_MM => self.fault(
                spot,
                format!(
                    "{} is in the midline but lies on a side",
                    quoted(&shape.structure)
                ),
                "write its whole shape, or paired: true in bones/",
            ),
            _ => {}
        }
    }
}

/// Mean of what is written of x.
#[derive(Default)]
struct Middle {
    sum: f64,
    count: u32,
}

impl Middle {
    fn add(&mut self, x: f32) {
        self.sum += f64::from(x);
        self.count += 1;
    }

    fn x(&self) -> Option<f32> {
        let mean = self.sum / f64::from(self.count.max(1));
        (self.count > 0 && mean.is_finite()).then_some(mean as f32)
    }
}
