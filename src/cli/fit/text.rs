//! A shape as the text of its file.

use crate::model::raw::{Net, Shape};
use std::fmt::Write as _;

/// A shape as a person reads it: one ring a line, one decimal.
pub fn shape_text(shape: &Shape) -> String {
    let mut text = String::new();
    let credit = if shape.measured_on.is_empty() {
        "// Built from attachments; see the source."
    } else {
        "// Measured on BodyParts3D, (c) The Database Center for Life Science, CC BY-SA 2.1 JP; CC BY-SA 4.0."
    };
    // Writing to a String cannot fail.
    let _ = writeln!(
        text,
        "{credit}\n(structure: \"{}\", source: \"{}\",",
        shape.structure, shape.source
    );
    if !shape.measured_on.is_empty() {
        let _ = writeln!(text, "measured_on: \"{}\",", shape.measured_on);
    }
    text.push_str("nets: [\n");
    for net in &shape.nets {
        match net {
            Net::Rings(rings) => {
                text.push_str("Rings([\n");
                for ring in rings {
                    let points: Vec<String> = ring
                        .iter()
                        .map(|&(x, y, z)| format!("({},{},{})", short(x), short(y), short(z)))
                        .collect();
                    let _ = writeln!(text, "[{}],", points.join(","));
                }
                text.push_str("]),\n");
            }
            Net::Polar {
                axis,
                zero,
                radii_mm,
            } => {
                let axis: Vec<String> = axis
                    .iter()
                    .map(|&(x, y, z)| format!("({},{},{})", short(x), short(y), short(z)))
                    .collect();
                let _ = writeln!(
                    text,
                    "Polar(axis: [{}], zero: {zero:?}, radii_mm: [",
                    axis.join(",")
                );
                for ring in radii_mm {
                    let radii: Vec<String> = ring.iter().map(|&r| short(r)).collect();
                    let _ = writeln!(text, "[{}],", radii.join(","));
                }
                text.push_str("]),\n");
            }
        }
    }
    text.push_str("])\n");
    text
}

/// One decimal, none where it is a nought.
fn short(value: f32) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").map_or(text.clone(), str::to_owned);
    if text == "-0" { "0".to_owned() } else { text }
}
