//! The pain patterns that ship: each essential zone lies over the regions its text names,
//! on its own side.

use crate::{CATALOG, SCENE};
use myomap::anatomy::mesh::SurfaceMesh;
use myomap::anatomy::pain_field::{SkinSurface, field_mm};
use myomap::model::facts::{Area, Zone};
use myomap::model::side::Side;
use std::sync::LazyLock;

/// Least share of a named region that its essential zone covers.
const LEAST_COVERED: f32 = 0.25;
/// Skin beyond the midline that counts as the other side: a few millimetres of edge are drawing, not a claim.
const BEYOND_MIDLINE_MM: f32 = 3.0;

/// Skin that belongs to each vertex, square millimetres.
static SHARE_MM2: LazyLock<Vec<f32>> = LazyLock::new(|| shares(&skin().mesh));

fn skin() -> &'static SkinSurface {
    &SCENE.body.skin
}

fn shares(mesh: &SurfaceMesh) -> Vec<f32> {
    let mut shares = vec![0.0; mesh.positions_mm.len()];
    for &triangle in &mesh.triangles {
        let [a, b, c] = mesh.corners_mm(triangle);
        for corner in triangle {
            shares[corner as usize] += (b - a).cross(c - a).length() / 6.0;
        }
    }
    shares
}

/// The vertex that stands for the piece of another, in a forest of such links.
fn first(piece: &mut [usize], mut of: usize) -> usize {
    while piece[of] != of {
        piece[of] = piece[piece[of]];
        of = piece[of];
    }
    of
}

fn field_of(areas: &[Area], side: Side) -> Vec<f32> {
    field_mm(skin(), areas, side, &SCENE.landmarks).unwrap()
}

fn region_field(id: &str, side: Side) -> Vec<f32> {
    let region = CATALOG
        .region(id)
        .unwrap_or_else(|| panic!("no region {id}"));
    field_of(
        &region.areas,
        if region.midline { Side::Midline } else { side },
    )
}

fn zone_field(zone: &Zone) -> Vec<f32> {
    if !zone.areas.is_empty() {
        return field_of(&zone.areas, Side::Left);
    }
    let mut union = vec![f32::NEG_INFINITY; SHARE_MM2.len()];
    for (regions, side) in [(&zone.regions, Side::Left), (&zone.opposite, Side::Right)] {
        for id in regions {
            for (value, new) in union.iter_mut().zip(region_field(id, side)) {
                *value = value.max(new);
            }
        }
    }
    union
}

fn area_mm2(inside: impl Fn(usize) -> bool) -> f32 {
    (0..SHARE_MM2.len())
        .filter(|&v| inside(v))
        .map(|v| SHARE_MM2[v])
        .sum()
}

/// Pieces of skin, joined by edges of the mesh, that a field is inside of.
fn pieces(field: &[f32]) -> usize {
    let mut piece: Vec<usize> = (0..field.len()).collect();
    for triangle in &skin().mesh.triangles {
        for pair in [[0, 1], [1, 2], [2, 0]] {
            let [a, b] = pair.map(|corner| triangle[corner] as usize);
            if field[a] >= 0.0 && field[b] >= 0.0 {
                let (a, b) = (first(&mut piece, a), first(&mut piece, b));
                piece[a] = b;
            }
        }
    }
    let firsts = (0..field.len()).filter(|&v| field[v] >= 0.0 && piece[v] == v);
    firsts.count()
}

#[test]
fn every_region_lies_on_the_skin_on_its_own_side() {
    assert!(CATALOG.regions.len() >= 50);
    for region in &CATALOG.regions {
        let field = region_field(&region.id, Side::Left);
        let area = area_mm2(|v| field[v] >= 0.0);
        assert!(area > 800.0, "{} covers only {area} mm²", region.id);
        let beyond =
            area_mm2(|v| field[v] >= 0.0 && skin().mesh.positions_mm[v].x < -BEYOND_MIDLINE_MM);
        assert_eq!(
            beyond > 0.0,
            region.midline,
            "{}: {beyond} mm² on the right",
            region.id
        );
    }
}

#[test]
fn every_essential_zone_covers_the_regions_its_text_names() {
    let mut faults = Vec::new();
    for (_, point) in CATALOG.points() {
        let zone = zone_field(&point.essential);
        for id in &point.essential.regions {
            let region = region_field(id, Side::Left);
            let whole = area_mm2(|v| region[v] >= 0.0);
            let covered = area_mm2(|v| region[v] >= 0.0 && zone[v] >= 0.0) / whole;
            if covered < LEAST_COVERED {
                faults.push(format!(
                    "{}: only {:.0} % of {id}",
                    point.id,
                    covered * 100.0
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn no_essential_zone_claims_the_other_side_unless_it_says_so() {
    let mut faults = Vec::new();
    for (_, point) in CATALOG.points() {
        let zone = &point.essential;
        let midline = |id: &String| CATALOG.region(id).is_some_and(|region| region.midline);
        if !zone.opposite.is_empty() || zone.areas.is_empty() && zone.regions.iter().any(midline) {
            continue;
        }
        let field = zone_field(zone);
        // What lies in the midline may be drawn to both sides.
        let named: Vec<Vec<f32>> = zone
            .regions
            .iter()
            .filter(|id| midline(id))
            .map(|id| region_field(id, Side::Left))
            .collect();
        let beyond = area_mm2(|v| {
            field[v] >= 0.0
                && skin().mesh.positions_mm[v].x < -BEYOND_MIDLINE_MM
                && named.iter().all(|region| region[v] < 0.0)
        });
        if beyond > 0.0 {
            faults.push(format!("{}: {beyond:.0} mm² on the other side", point.id));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Pieces in which an essential zone is told: by hand from the words of the fact base, which names
/// a strip where pain runs from one place to another. One piece where a point is not here.
const PIECES: [(&str, usize); 6] = [
    ("ILP-2", 2), // the lumbar strip; the front of the thigh
    ("SCA-P", 2), // the border of the blade; the back of the arm
    ("SCM-C", 3), // the forehead; in the ear; behind it
    ("SCM-S", 4), // the crown; the back of the head; the cheek; the eye
    ("SEA-1", 2), // the side of the chest; inside the tip of the blade
    ("TRA-3", 2), // the neck with the mastoid; the acromion
];
/// Essential zones that run over a hand, which is drawn from two sides in pieces.
const OVER_A_HAND: [&str; 3] = ["SCA-A", "SCA-M", "SPS-1"];

#[test]
fn an_essential_zone_has_as_many_pieces_as_its_text_tells() {
    let mut faults = Vec::new();
    for (_, point) in CATALOG.points() {
        let zone = &point.essential;
        if OVER_A_HAND.contains(&point.id.as_str()) || zone.regions.is_empty() {
            continue;
        }
        let told = PIECES.iter().find(|(id, _)| point.id == *id);
        let told = told.map_or(1, |(_, pieces)| *pieces);
        let drawn = pieces(&zone_field(zone));
        if drawn != told {
            faults.push(format!("{}: {drawn} pieces, not {told}", point.id));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_right_side_is_the_mirror_image() {
    let region = CATALOG.region("scap_medial").unwrap();
    let area = |side: Side| {
        let field = field_of(&region.areas, side);
        area_mm2(|v| field[v] >= 0.0)
    };
    let (left, right) = (area(Side::Left), area(Side::Right));
    assert!((left / right - 1.0).abs() < 0.02, "{left} and {right} mm²");
}
