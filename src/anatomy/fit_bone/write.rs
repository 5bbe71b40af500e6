//! A shape as the text of its file, compact and readable: one ring a line.

use std::fmt::Write as _;

use crate::model::raw::{Net, Shape};

/// The text of `data/shapes/<structure>.ron`.
pub fn shape_text(shape: &Shape, credit: &str) -> String {
    let mut text = String::new();
    for line in credit.lines() {
        let _ = writeln!(text, "// {line}");
    }
    let _ = writeln!(
        text,
        "(\n structure: {:?},\n source: {:?},",
        shape.structure, shape.source
    );
    if !shape.measured_on.is_empty() {
        let _ = writeln!(text, " measured_on: {:?},", shape.measured_on);
    }
    text.push_str(" nets: [\n");
    for net in &shape.nets {
        match net {
            Net::Rings(rings) => {
                text.push_str("  Rings([\n");
                for ring in rings {
                    let _ = writeln!(text, "   [{}],", places(ring));
                }
                text.push_str("  ]),\n");
            }
            Net::Polar {
                axis,
                zero,
                radii_mm,
            } => {
                let _ = writeln!(
                    text,
                    "  Polar(\n   axis: [{}],\n   zero: {},",
                    places(axis),
                    place(*zero)
                );
                text.push_str("   radii_mm: [\n");
                for ring in radii_mm {
                    let radii: Vec<String> = ring.iter().map(|r| number(*r)).collect();
                    let _ = writeln!(text, "    [{}],", radii.join(","));
                }
                text.push_str("   ],\n  ),\n");
            }
        }
    }
    text.push_str(" ],\n)\n");
    text
}

fn number(value: f32) -> String {
    format!("{}", f64::from((value * 1000.0).round()) / 1000.0)
}

fn place(p: (f32, f32, f32)) -> String {
    format!("({},{},{})", number(p.0), number(p.1), number(p.2))
}

fn places(list: &[(f32, f32, f32)]) -> String {
    list.iter().map(|p| place(*p)).collect::<Vec<_>>().join(",")
}
