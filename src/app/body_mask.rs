//! Where in the picture the body lies, as a coarse grid: what is written over the picture looks there for free ground.

/// Cells of the picture, true where the body is. An empty one holds no body anywhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BodyMask {
    /// Left upper corner of the first cell, logical pixels of the window.
    min: [f32; 2],
    /// Side of a cell in logical pixels.
    cell_px: f32,
    columns: usize,
    /// Row by row from above.
    cells: Vec<bool>,
}

impl BodyMask {
    /// Without any body yet: of a picture with this left upper corner and size, logical pixels of the window.
    #[must_use]
    pub fn new(min: [f32; 2], [width, height]: [f32; 2], cell_px: f32) -> Self {
        let columns = (width / cell_px).ceil() as usize;
        let rows = (height / cell_px).ceil() as usize;
        Self {
            min,
            cell_px,
            columns,
            cells: vec![false; columns * rows],
        }
    }

    /// The cell of a place in the window is body. A place beside the picture changes nothing.
    pub fn cover(&mut self, at: [f32; 2]) {
        let column = (at[0] - self.min[0]) / self.cell_px;
        let row = (at[1] - self.min[1]) / self.cell_px;
        // Also no NaN.
        if !(column >= 0.0 && row >= 0.0) || column as usize >= self.columns {
            return;
        }
        if let Some(cell) = self
            .cells
            .get_mut(row as usize * self.columns + column as usize)
        {
            *cell = true;
        }
    }

    /// Takes gaps of up to so many cells between two cells of the body, beside or above each other, for body.
    pub fn close(&mut self, most: usize) {
        if self.columns == 0 {
            return;
        }
        let rows = self.cells.len() / self.columns;
        let columns = self.columns;
        for row in 0..rows {
            close_line(&mut self.cells, row * columns, 1, columns, most);
        }
        for column in 0..columns {
            close_line(&mut self.cells, column, columns, rows, most);
        }
    }

    /// How much of a rectangle is body, 0 to 1, from its left upper to its right lower corner. Beside the picture there
    /// is none.
    #[must_use]
    pub fn share(&self, min: [f32; 2], max: [f32; 2]) -> f32 {
        if self.columns == 0 {
            return 0.0;
        }
        let from = [0, 1].map(|axis| {
            ((min[axis] - self.min[axis]) / self.cell_px)
                .floor()
                .max(0.0) as usize
        });
        let to = [0, 1].map(|axis| {
            ((max[axis] - self.min[axis]) / self.cell_px)
                .ceil()
                .max(0.0) as usize
        });
        let (mut body, mut all) = (0_usize, 0_usize);
        for row in from[1]..to[1].max(from[1] + 1) {
            for column in from[0]..to[0].max(from[0] + 1) {
                all += 1;
                let inside = column < self.columns;
                let cell = self.cells.get(row * self.columns + column);
                body += usize::from(inside && cell == Some(&true));
            }
        }
        body as f32 / all.max(1) as f32
    }
}

/// Closes the gaps in one row or column: `count` cells from `first`, `step` apart.
fn close_line(cells: &mut [bool], first: usize, step: usize, count: usize, most: usize) {
    let mut last: Option<usize> = None;
    for at in 0..count {
        if !cells[first + at * step] {
            continue;
        }
        if let Some(before) = last
            && at - before - 1 <= most
        {
            for gap in before + 1..at {
                cells[first + gap * step] = true;
            }
        }
        last = Some(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask() -> BodyMask {
        BodyMask::new([100.0, 50.0], [100.0, 100.0], 10.0)
    }

    #[test]
    fn what_is_covered_is_body_and_the_rest_is_ground() {
        let mut mask = mask();
        for beside in [
            [99.0, 60.0],
            [201.0, 60.0],
            [120.0, 151.0],
            [f32::NAN, 60.0],
        ] {
            mask.cover(beside);
        }
        assert_eq!(mask.share([100.0, 50.0], [200.0, 150.0]), 0.0);
        mask.cover([125.0, 75.0]);
        assert_eq!(mask.share([120.0, 70.0], [130.0, 80.0]), 1.0);
        assert_eq!(mask.share([120.0, 70.0], [140.0, 80.0]), 0.5);
        assert_eq!(mask.share([150.0, 70.0], [190.0, 80.0]), 0.0);
        assert_eq!(BodyMask::default().share([0.0, 0.0], [9.0, 9.0]), 0.0);
    }

    #[test]
    fn small_gaps_are_closed_and_wide_ones_stay() {
        let mut mask = mask();
        for x in [105.0, 135.0, 185.0] {
            mask.cover([x, 55.0]);
        }
        mask.close(2);
        assert_eq!(mask.share([100.0, 50.0], [140.0, 60.0]), 1.0);
        assert_eq!(mask.share([140.0, 50.0], [180.0, 60.0]), 0.0);
    }
}
