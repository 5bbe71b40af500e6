//! One part of a bone: sections along an axis, from one end to the other.

use glam::{Vec2, Vec3};

use super::{
    curve::Curve,
    error::BoneFitError,
    outline::{contains, hull},
    section::{Plane, Section, section},
    solid::Solid,
};
use crate::{
    model::facts::Net,
    workshop::recipe::bone::{Cut, End, Zero},
};

/// What keeps a point of the body: everything on the side of `normal` from `point_mm`.
#[derive(Clone, Copy, Debug)]
pub struct HalfSpace {
    /// A point of the plane.
    pub point_mm: Vec3,
    /// Direction of what is kept.
    pub normal: Vec3,
}

/// The form in which the part is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// Points, for curved, thin or hollowed parts.
    Rings,
    /// Radii about a straight axis, for round parts.
    Polar,
}

/// How to measure one part.
#[derive(Clone, Debug)]
pub struct Tube {
    /// Places of the axis, each with the radius within which the part is looked for.
    pub axis: Vec<(Vec3, f32)>,
    /// How it begins and ends.
    pub ends: (End, End),
    /// Number of rings.
    pub levels: usize,
    /// Points a ring.
    pub points: usize,
    /// Direction of the first point of a ring.
    pub zero: Vec3,
    /// Normal of every section; along the axis where `None`.
    pub normal: Option<Vec3>,
    /// What is kept of the bone.
    pub keep: Vec<HalfSpace>,
    /// How often the axis is moved into the middle of its sections first.
    pub centring: usize,
    /// How it is written.
    pub form: Form,
    /// Free ends stop where the section has shrunk to this share of the part's middle one.
    pub blunt: f32,
    /// Whether the outline is drawn tight around its hollows.
    pub hull: bool,
    /// Whether ends inside a neighbour are flat too, so that they do not come out of it again.
    pub flat: bool,
    /// Whether free ends bulge, as where a rib meets its cartilage; else they are flat.
    pub domed: bool,
    /// 0 spaces the rings evenly, 1 crowds them towards the ends.
    pub crowding: f32,
}

impl Tube {
    /// A part with free ends, 8 rings of 12 points.
    pub fn along(axis: Vec<(Vec3, f32)>) -> Self {
        Self {
            axis,
            ends: (End::Free, End::Free),
            levels: 8,
            points: 12,
            zero: Vec3::X,
            normal: None,
            keep: Vec::new(),
            centring: 0,
            form: Form::Rings,
            crowding: 0.6,
            domed: false,
            blunt: 0.0,
            hull: false,
            flat: false,
        }
    }

    /// A part cut as a recipe says. `side` is -1 for a part that was mirrored with its axis, `origin_mm` is from where
    /// the recipe counts, and `broad` the bone's own second direction.
    pub fn of_recipe(
        axis: Vec<(Vec3, f32)>,
        cut: &Cut,
        origin_mm: Vec3,
        side: f32,
        broad: Option<Vec3>,
    ) -> Self {
        let across = Vec3::new(side, 1.0, 1.0);
        Self {
            axis,
            ends: cut.ends,
            levels: cut.rings,
            points: cut.points,
            zero: match cut.zero {
                Zero::Left => Vec3::X,
                Zero::Up => Vec3::Y,
                Zero::Front => Vec3::Z,
                Zero::Outwards => Vec3::X * side,
                Zero::Towards(direction) => Vec3::from(direction),
                Zero::Broad => broad.unwrap_or(Vec3::X),
            },
            normal: cut.normal.map(|normal| Vec3::from(normal) * across),
            keep: cut
                .keep
                .iter()
                .map(|(point, normal)| HalfSpace {
                    point_mm: origin_mm + Vec3::from(*point) * across,
                    normal: Vec3::from(*normal) * across,
                })
                .collect(),
            centring: cut.centred,
            form: Form::Rings,
            blunt: cut.blunt,
            domed: cut.domed || cut.blunt > 0.0,
            hull: cut.hull,
            flat: cut.flat,
            crowding: cut.crowding,
        }
    }

    /// Sets number of rings and of points a ring.
    pub fn size(mut self, levels: usize, points: usize) -> Self {
        (self.levels, self.points) = (levels, points);
        self
    }

    /// Sets the direction of the first point.
    pub fn zero(mut self, zero: Vec3) -> Self {
        self.zero = zero;
        self
    }

    /// All sections parallel, with this normal.
    pub fn normal(mut self, normal: Vec3) -> Self {
        self.normal = Some(normal);
        self
    }

    /// Written as radii about the axis, which must be straight.
    pub fn polar(mut self) -> Self {
        self.form = Form::Polar;
        self
    }

    /// Measures the part.
    ///
    /// # Errors
    /// Where the axis is no line or nothing of the bone lies about it.
    pub fn measure(&self, solid: &Solid) -> Result<Net, BoneFitError> {
        let mut curve = Curve::through(&self.axis).ok_or(BoneFitError::NoAxis)?;
        for _ in 0..self.centring {
            curve = self.centre(solid, &curve).unwrap_or(curve);
        }
        let low = self.free_end(solid, &curve, self.ends.0, 0.0, -1.0)?;
        let high = self.free_end(solid, &curve, self.ends.1, curve.length_mm(), 1.0)?;
        if high - low < 1.0 {
            return Err(BoneFitError::Nothing);
        }
        let mut rings: Vec<(Plane, Section)> = Vec::new();
        for i in 0..self.levels {
            let even = i as f32 / (self.levels - 1) as f32;
            let crowded = 0.5 - 0.5 * (std::f32::consts::PI * even).cos();
            let s = low + (high - low) * (even + (crowded - even) * self.crowding);
            if let Some(found) = self.cut(solid, &curve, s) {
                rings.push(found);
            }
        }
        if rings.len() < 2 {
            return Err(BoneFitError::Nothing);
        }
        Ok(match self.form {
            Form::Rings => self.rings(&rings),
            Form::Polar => self.polar_net(&rings),
        })
    }

    fn cut(&self, solid: &Solid, curve: &Curve, s: f32) -> Option<(Plane, Section)> {
        let (place, direction, reach) = curve.at(s);
        let plane = Plane::new(place, self.normal.unwrap_or(direction), self.zero);
        let keep = |p: Vec3| {
            self.keep
                .iter()
                .all(|h| (p - h.point_mm).dot(h.normal) >= 0.0)
        };
        let mut found = section(solid, &plane, reach, &keep)?;
        if self.hull {
            found.outline = hull(&found.outline);
        }
        // A piece that begins far from the axis belongs to something else.
        let near = found
            .outline
            .iter()
            .map(|p| p.length())
            .fold(f32::MAX, f32::min);
        let covered = near < 0.45 * reach || contains(&found.outline, Vec2::ZERO);
        covered.then_some((plane, found))
    }

    /// The axis through the centres of its own sections, smoothed a little.
    fn centre(&self, solid: &Solid, curve: &Curve) -> Option<Curve> {
        let count = (self.levels * 2).clamp(6, 40);
        let length = curve.length_mm();
        let mut knots: Vec<(Vec3, f32)> = Vec::new();
        for i in 0..count {
            let s = length * i as f32 / (count - 1) as f32;
            if let Some((plane, section)) = self.cut(solid, curve, s) {
                knots.push((plane.to_body(section.centroid), curve.at(s).2));
            }
        }
        let raw = knots.clone();
        for i in 1..knots.len().saturating_sub(1) {
            knots[i].0 = (raw[i - 1].0 + raw[i].0 * 2.0 + raw[i + 1].0) / 4.0;
        }
        Curve::through(&knots)
    }

    /// Distance along the axis at which the part ends.
    fn free_end(
        &self,
        solid: &Solid,
        curve: &Curve,
        end: End,
        from: f32,
        sign: f32,
    ) -> Result<f32, BoneFitError> {
        if end == End::Fixed {
            return Ok(from);
        }
        let middle = self.cut(solid, curve, curve.length_mm() * 0.5);
        let least = (self.blunt * middle.map_or(0.0, |(_, found)| found.area_mm2)).max(1.5);
        let there = |s: f32| {
            self.cut(solid, curve, s).is_some_and(|(_, found)| {
                found.area_mm2 > least && (self.form == Form::Rings || found.surrounds_origin())
            })
        };
        let furthest = 1.6 * curve.at(from).2;
        let mut s = from;
        if there(s) {
            while (s - from).abs() < furthest && there(s + sign) {
                s += sign;
            }
        } else {
            while !there(s) {
                s -= sign;
                if (s - from).abs() > curve.length_mm() {
                    return Err(BoneFitError::Nothing);
                }
            }
        }
        for step in [0.5, 0.25] {
            if there(s + sign * step) {
                s += sign * step;
            }
        }
        Ok(s)
    }
}
