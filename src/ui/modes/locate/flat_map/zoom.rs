//! How much of the flat map is seen: all of it, or a part made larger. It is kept as scroll positions are, for as long
//! as the window is open.

use egui::{Id, Rect, Ui, Vec2, vec2};

/// The most that it is made larger: a finger is then as wide as the screen of a phone.
const LARGEST: f32 = 12.0;
/// One press of a button or key makes it so much larger.
pub(super) const STEP: f32 = 1.5;
/// Points of the wheel that make it larger by the factor e.
const WHEEL_POINTS: f32 = 240.0;

/// The part that is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Zoom {
    /// How much larger than as a whole.
    factor: f32,
    /// What is in the middle, as shares of the whole's width and height.
    middle: Vec2,
}

impl Default for Zoom {
    fn default() -> Self {
        Self {
            factor: 1.0,
            middle: Vec2::splat(0.5),
        }
    }
}

impl Zoom {
    fn id() -> Id {
        Id::new("flat map zoom")
    }

    pub fn load(ui: &Ui) -> Self {
        ui.data(|data| data.get_temp(Self::id()))
            .unwrap_or_default()
    }

    pub fn store(self, ui: &Ui) {
        ui.data_mut(|data| data.insert_temp(Self::id(), self));
    }

    pub fn is_whole(self) -> bool {
        self == Self::default()
    }

    pub fn is_largest(self) -> bool {
        self.factor >= LARGEST
    }

    /// Where a place of the whole, which fills the room, is now.
    pub fn shown(self, place: Rect, room: Rect) -> Rect {
        let at = |x: f32, y: f32| {
            let share = (vec2(x, y) - room.min.to_vec2()) / room.size();
            room.center() + (share - self.middle) * room.size() * self.factor
        };
        Rect::from_min_max(at(place.min.x, place.min.y), at(place.max.x, place.max.y))
    }

    /// Made larger by a factor, so that what is at a place of the room stays there.
    pub fn larger(self, by: f32, at: egui::Pos2, room: Rect) -> Self {
        let factor = (self.factor * by).clamp(1.0, LARGEST);
        let away = (at - room.center()) / room.size();
        let middle = self.middle + away / self.factor - away / factor;
        Self { factor, middle }.kept_in()
    }

    /// Moved with the pointer by so many points.
    pub fn moved(self, by: Vec2, room: Rect) -> Self {
        let middle = self.middle - by / room.size() / self.factor;
        Self { middle, ..self }.kept_in()
    }

    /// Moved as little as brings a place, as it is shown now, into the room.
    pub fn with_in_sight(self, place: Rect, room: Rect) -> Self {
        let into = |low: f32, high: f32, from: f32, to: f32| {
            if low < from {
                from - low
            } else {
                (to - high).min(0.0)
            }
        };
        let by = vec2(
            into(place.min.x, place.max.x, room.min.x, room.max.x),
            into(place.min.y, place.max.y, room.min.y, room.max.y),
        );
        self.moved(by, room)
    }

    /// Nothing but the map is in the room.
    fn kept_in(mut self) -> Self {
        let half = 0.5 / self.factor;
        self.middle = self
            .middle
            .clamp(Vec2::splat(half), Vec2::splat(1.0 - half));
        self
    }

    /// What wheel and fingers over the room ask for.
    pub fn followed(self, ui: &Ui, room: Rect) -> Self {
        let over = (ui.input(|input| input.pointer.latest_pos())).filter(|at| room.contains(*at));
        let Some(at) = over.filter(|_| ui.rect_contains_pointer(room)) else {
            return self;
        };
        let (wheel, pinch, moved) = ui.input(|input| {
            let fingers = input.multi_touch();
            let moved = fingers.map_or(Vec2::ZERO, |fingers| fingers.translation_delta);
            (input.smooth_scroll_delta().y, input.zoom_delta(), moved)
        });
        let by = (wheel / WHEEL_POINTS).exp() * pinch;
        let mut zoom = self;
        if by != 1.0 {
            zoom = zoom.larger(by, at, room);
        }
        if moved != Vec2::ZERO {
            zoom = zoom.moved(moved, room);
        }
        zoom
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn what_is_under_the_pointer_stays_and_the_map_fills_its_room() {
        let room = Rect::from_min_max(pos2(100.0, 50.0), pos2(500.0, 350.0));
        let whole = Zoom::default();
        assert_eq!(whole.shown(room, room), room);
        let at = pos2(180.0, 300.0);
        let spot = Rect::from_center_size(at, Vec2::ZERO);
        let large = whole.larger(4.0, at, room);
        assert!((large.shown(spot, room).center() - at).length() < 0.01);
        assert!((large.shown(room, room).width() - 4.0 * room.width()).abs() < 0.1);
        let far = large.moved(vec2(9_000.0, -9_000.0), room);
        assert!(far.shown(room, room).contains_rect(room.shrink(0.01)));
        let corner = Rect::from_center_size(room.right_top() + vec2(-9.0, 9.0), vec2(6.0, 6.0));
        assert!(!room.contains_rect(far.shown(corner, room)));
        let seen = far.with_in_sight(far.shown(corner, room), room);
        assert!(room.expand(0.01).contains_rect(seen.shown(corner, room)));
        assert!(far.larger(0.001, at, room).is_whole());
        assert!(whole.larger(1_000.0, at, room).is_largest());
    }
}
