//! Shares as they are told: one rounding for the window and the command line.

/// A share (0 to 1) in whole hundredths. What rounds to nothing is 0, never less: a sum of no numbers is minus zero.
#[must_use]
pub fn percent(share: f32) -> u32 {
    (share.clamp(0.0, 1.0) * 100.0).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_whole_hundredths_from_nothing_to_all() {
        let nothing: f32 = [0.0f32; 0].iter().sum();
        assert!(nothing.is_sign_negative());
        for (share, told) in [
            (nothing, "0"),
            (-0.2, "0"),
            (0.004, "0"),
            (0.006, "1"),
            (0.734, "73"),
            (1.2, "100"),
            (f32::NAN, "0"),
        ] {
            assert_eq!(percent(share).to_string(), told, "{share}");
        }
    }
}
