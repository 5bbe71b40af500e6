//! Fills what no ray measured, as smoothly as the rest allows.

/// Sweeps that spread the edge's radii into a gap.
const SPREADING: usize = 200;
/// Sweeps that then bend the filled patch until it leaves its edge without a kink.
const BENDING: usize = 2000;
/// A patch may rise above, or sink below, what surrounds it by this share.
const LEEWAY: f32 = 0.1;

/// Fills the radii (ring by ring, angle by angle) marked as gaps from around: first with the mean of the
/// neighbours, then so that the patch runs on from its edge tangentially.
pub(super) fn fill_gaps(radii: &mut [Vec<f32>], gap: &[Vec<bool>]) {
    let rings = radii.len();
    let gaps: Vec<(usize, usize)> = (0..rings)
        .flat_map(|ring| (0..radii[ring].len()).map(move |k| (ring, k)))
        .filter(|&(ring, k)| gap[ring][k])
        .collect();
    let known: Vec<f32> = (0..rings)
        .flat_map(|ring| (0..radii[ring].len()).map(move |k| (ring, k)))
        .filter(|&(ring, k)| !gap[ring][k])
        .map(|(ring, k)| radii[ring][k])
        .collect();
    if gaps.is_empty() || known.is_empty() {
        return;
    }
    let least = known.iter().copied().fold(f32::INFINITY, f32::min) * (1.0 - LEEWAY);
    let most = known.iter().copied().fold(0.0, f32::max) * (1.0 + LEEWAY);
    for _ in 0..SPREADING {
        for &(ring, k) in &gaps {
            radii[ring][k] += away(radii, ring as isize, k as isize);
        }
    }
    for _ in 0..BENDING {
        for &(ring, k) in &gaps {
            let (r, n) = (ring as isize, k as isize);
            let around = [(r, n + 1), (r, n - 1), (r + 1, n), (r - 1, n)];
            let mean = around.iter().map(|&(r, n)| away(radii, r, n)).sum::<f32>() / 4.0;
            // The patch is bent least where its own curvature is the mean of its neighbours'.
            let step = (away(radii, r, n) - mean) / 1.25;
            radii[ring][k] = (radii[ring][k] + step).clamp(least, most);
        }
    }
}

/// How far the mean of the four neighbours lies above a radius. Beyond the first and last ring there
/// is another like it.
fn away(radii: &[Vec<f32>], ring: isize, angle: isize) -> f32 {
    let at = |ring: isize, angle: isize| {
        let ring = &radii[ring.clamp(0, radii.len() as isize - 1) as usize];
        ring[angle.rem_euclid(ring.len() as isize) as usize]
    };
    (at(ring, angle + 1) + at(ring, angle - 1) + at(ring + 1, angle) + at(ring - 1, angle)) / 4.0
        - at(ring, angle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hole_in_a_smooth_swell_is_filled_without_a_kink() {
        let swell = |ring: usize| 50.0 + 20.0 * (ring as f32 * 0.15).sin();
        let mut radii: Vec<Vec<f32>> = (0..24).map(|ring| vec![swell(ring); 32]).collect();
        let mut gap = vec![vec![false; 32]; 24];
        for ring in 9..15 {
            for k in 0..7 {
                gap[ring][k] = true;
                radii[ring][k] = 0.0;
            }
        }
        fill_gaps(&mut radii, &gap);
        for (ring, radii) in radii.iter().enumerate() {
            for (k, radius) in radii.iter().enumerate() {
                let off = (radius - swell(ring)).abs();
                assert!(off < 0.5, "{off} at ring {ring}, angle {k}");
            }
        }
    }

    #[test]
    fn what_was_measured_stays_and_nothing_known_fills_nothing() {
        let mut radii = vec![vec![10.0, 20.0, 30.0, 40.0]; 3];
        let mut gap = vec![vec![false; 4]; 3];
        gap[1][2] = true;
        fill_gaps(&mut radii, &gap);
        assert_eq!(radii[0], [10.0, 20.0, 30.0, 40.0]);
        assert_eq!(radii[1][1], 20.0);
        let mut radii = vec![vec![3.0; 4]; 2];
        fill_gaps(&mut radii, &[vec![true; 4], vec![true; 4]]);
        assert_eq!(radii, vec![vec![3.0; 4]; 2]);
    }
}
