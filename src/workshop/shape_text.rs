//! A shape as the text of its file, `data/shapes/<structure>.ron`: compact, one ring a line.

use std::fmt::Write as _;

use crate::model::facts::{Net, Shape};

/// Figures a line of ring centres.
const CENTRES_A_LINE: usize = 6;

/// The text of a shape under a comment that says where it comes from; figures rounded to thousandths
/// of a millimetre, without trailing zeros.
pub fn shape_text(shape: &Shape, credit: &str) -> String {
    let mut text = String::new();
    for line in credit.lines() {
        writeln!(text, "// {line}").ok();
    }
    // Writing to a String cannot fail.
    writeln!(
        text,
        "(\n structure: {:?},\n source: {:?},",
        shape.structure, shape.source
    )
    .ok();
    if !shape.measured_on.is_empty() {
        writeln!(text, " measured_on: {:?},", shape.measured_on).ok();
    }
    let lists = [
        ("nets", &shape.nets),
        ("built", &shape.built),
        ("holes", &shape.holes),
    ];
    for (name, nets) in lists {
        if name != "nets" && nets.is_empty() {
            continue;
        }
        writeln!(text, " {name}: [").ok();
        nets.iter().for_each(|net| net_text(&mut text, net));
        text.push_str(" ],\n");
    }
    if !shape.along.is_empty() {
        let pairs = shape.along.iter();
        let pairs: Vec<_> = pairs
            .map(|(from, to)| format!("({},{})", number(*from), number(*to)))
            .collect();
        writeln!(text, " along: [{}],", pairs.join(",")).ok();
    }
    if !shape.creases.is_empty() {
        text.push_str(" creases: [\n");
        for crease in &shape.creases {
            let depths: Vec<String> = crease.depth_mm.iter().map(|mm| number(*mm)).collect();
            let round = if crease.round { ", round: true" } else { "" };
            let edge = crease.edge_mm.map_or(String::new(), |mm| {
                format!(", edge_mm: Some({})", number(mm))
            });
            writeln!(
                text,
                "  (line: [{}], depth_mm: [{}], half_width_mm: {}{round}{edge}),",
                places(&crease.line),
                depths.join(","),
                number(crease.half_width_mm)
            )
            .ok();
        }
        text.push_str(" ],\n");
    }
    if !shape.softened.is_empty() {
        text.push_str(" softened: [\n");
        for place in &shape.softened {
            writeln!(
                text,
                "  (at: {}, radius_mm: {}, steps: {}),",
                places(&[place.at]),
                number(place.radius_mm),
                place.steps
            )
            .ok();
        }
        text.push_str(" ],\n");
    }
    text.push_str(")\n");
    text
}

fn net_text(text: &mut String, net: &Net) {
    match net {
        Net::Rings(rings) => {
            text.push_str("  Rings([\n");
            for ring in rings {
                writeln!(text, "   [{}],", places(ring)).ok();
            }
            text.push_str("  ]),\n");
        }
        Net::Polar {
            axis,
            zero,
            radii_mm,
        } => {
            text.push_str("  Polar(\n   axis: [\n");
            for centres in axis.chunks(CENTRES_A_LINE) {
                writeln!(text, "    {},", places(centres)).ok();
            }
            writeln!(text, "   ],\n   zero: {},\n   radii_mm: [", place(*zero)).ok();
            for ring in radii_mm {
                let radii: Vec<String> = ring.iter().map(|r| number(*r)).collect();
                writeln!(text, "    [{}],", radii.join(",")).ok();
            }
            text.push_str("   ],\n  ),\n");
        }
    }
}

fn number(value: f32) -> String {
    let rounded = f64::from((value * 1000.0).round()) / 1000.0;
    // Adding 0 turns -0 into 0.
    format!("{}", rounded + 0.0)
}

fn place(p: (f32, f32, f32)) -> String {
    format!("({},{},{})", number(p.0), number(p.1), number(p.2))
}

fn places(list: &[(f32, f32, f32)]) -> String {
    list.iter().map(|p| place(*p)).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_as_the_same_shape() {
        let polar = |r: f32| Net::Polar {
            axis: (0..8).map(|i| (-0.0, i as f32 * 12.5, 1.25)).collect(),
            zero: (0.0, 0.0, 1.0),
            radii_mm: vec![vec![r, 2.0, 3.1, 4.0]; 8],
        };
        let mut shape = Shape {
            structure: "skin".into(),
            source: "BP3D".into(),
            measured_on: "fma7163".into(),
            nets: vec![
                polar(60.125),
                Net::Rings(vec![vec![(1.0, -2.5, 0.125); 4]; 2]),
            ],
            built: vec![polar(12.0)],
            holes: vec![polar(6.5)],
            along: vec![(0.0, 0.5), (0.25, 0.5), (0.5, 1.0)],
            creases: Vec::new(),
            softened: Vec::new(),
        };
        let text = shape_text(&shape, "Two lines\nof credit.");
        assert!(text.starts_with("// Two lines\n// of credit.\n(\n structure: \"skin\","));
        assert_eq!(ron::from_str::<Shape>(&text).unwrap(), shape);
        assert!(!text.contains("-0,"));
        shape.built.clear();
        shape.holes.clear();
        shape.along.clear();
        let text = shape_text(&shape, "");
        assert!(!["built", "holes", "along"].iter().any(|x| text.contains(x)));
        assert_eq!(ron::from_str::<Shape>(&text).unwrap(), shape);
    }
}
