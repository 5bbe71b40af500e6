//! The patterns that ship: each zone, essential, spillover or of tingling, lies over the regions its text names, on
//! its own side, in as many pieces as the text tells.

use crate::{CATALOG, SCENE};
use myomap::anatomy::mesh::SurfaceMesh;
use myomap::anatomy::pain_field::{SkinSurface, field_mm};
use myomap::model::facts::{Area, Zone};
use myomap::model::side::Side;
use std::{collections::BTreeMap, sync::LazyLock};

/// Least share of a named region that its zone covers, percent.
const LEAST_COVERED: f32 = 25.0;
/// A known share may change by this, percent of the region: the meshes' fineness changes it a little.
const SLACK: f32 = 2.0;
/// What is no farther from a region than this lies beside it, millimetres.
const BESIDE_MM: f32 = 25.0;
/// Largest share of a zone that lies farther from the regions that its text names.
const MOST_FAR: f32 = 0.5;
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

/// Pieces of skin, joined by edges of the mesh, that a field is inside of: the vertices of each.
fn pieces(field: &[f32]) -> Vec<Vec<usize>> {
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
    let mut of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for v in (0..field.len()).filter(|&v| field[v] >= 0.0) {
        of.entry(first(&mut piece, v)).or_default().push(v);
    }
    of.into_values().collect()
}

/// Every zone that is drawn: its kind, its point and itself.
fn zones() -> impl Iterator<Item = (Kind, &'static str, &'static Zone)> {
    CATALOG.points().flat_map(|(_, point)| {
        let all = [
            (Kind::Essential, point.id.as_str(), &point.essential),
            (Kind::Spillover, point.id.as_str(), &point.spillover),
            (Kind::Tingling, point.id.as_str(), &point.tingling),
        ];
        all.into_iter().filter(|(_, _, zone)| is_drawn(zone))
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Essential,
    Spillover,
    Tingling,
}

fn is_drawn(zone: &Zone) -> bool {
    !(zone.regions.is_empty() && zone.opposite.is_empty() && zone.areas.is_empty())
}

/// The regions that a zone's text names, each as a field: the left point's own side, then the other.
fn named_regions(zone: &Zone) -> Vec<(&str, Vec<f32>)> {
    let own = zone.regions.iter().map(|id| (id, Side::Left));
    let other = zone.opposite.iter().map(|id| (id, Side::Right));
    own.chain(other)
        .map(|(id, side)| (id.as_str(), region_field(id, side)))
        .collect()
}

#[test]
fn every_region_lies_on_the_skin_on_its_own_side() {
    assert_eq!(CATALOG.regions.len(), 54);
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

/// Spillover zones whose text names a part of a region, or what lies beside it: point, region, the share that is
/// drawn in percent, and the words.
const PARTS: &[(&str, &str, f32, &str)] = &[
    ("GMX-1", "buttock_low", 15.0, "the gluteal fold"),
    ("GMD-1", "lumbar", 22.0, "the low lumbar back"),
    ("ILC-L1", "hip_side", 11.0, "the back of the hip"),
    ("ILP-1", "buttock", 20.0, "the upper inner buttock"),
    (
        "LAT-2",
        "rib_side",
        10.0,
        "the side of the trunk above the iliac crest",
    ),
    ("LAT-2", "iliac_crest", 1.0, "above it"),
    (
        "LON-T10",
        "coccyx",
        16.8,
        "beside the cleft between the buttocks",
    ),
    ("MUL-T", "scap_medial", 20.0, "a small spread"),
    ("QLU-1", "abdomen", 13.0, "lower quadrant of the belly"),
    ("RAB-U", "abdomen", 16.0, "the upper abdomen"),
    ("RAB-U", "sternum", 8.0, "the tip of the breastbone"),
    ("RAB-L", "abdomen", 7.0, "the lower abdomen"),
    ("SPI-1", "rib_side", 14.0, "through the chest to the front"),
    ("SPS-1", "chest", 12.0, "upper chest"),
    (
        "SPL-2",
        "occiput",
        15.0,
        "the back of the skull and the side of the head",
    ),
    (
        "SCM-S",
        "sternum",
        15.5,
        "from its lower end the breastbone",
    ),
    (
        "SUP-1",
        "shoulder_back",
        20.0,
        "over the muscle itself and the back of the shoulder",
    ),
    ("TRA-1", "face", 21.0, "angle of the jaw"),
];

#[test]
fn every_zone_covers_the_regions_its_text_names() {
    let mut faults = Vec::new();
    for (kind, point, zone) in zones() {
        let field = zone_field(zone);
        for (id, region) in named_regions(zone) {
            let whole = area_mm2(|v| region[v] >= 0.0);
            let covered = area_mm2(|v| region[v] >= 0.0 && field[v] >= 0.0) / whole * 100.0;
            let part = PARTS.iter().find(|part| (part.0, part.1) == (point, id));
            let part = part.filter(|_| kind == Kind::Spillover);
            let least = part.map_or(LEAST_COVERED, |part| part.2 - SLACK);
            // What has become better leaves the list.
            if covered < least || part.is_some_and(|part| covered > part.2 + SLACK) {
                faults.push(format!("{point}, {kind:?}: {covered:.1} % of {id}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// A zone is a drawing of what its text says: it may reach beyond the regions that are named, but each of its
/// pieces begins in one of them, and most of it lies in them or beside.
#[test]
fn every_zone_lies_where_its_text_says() {
    let mut faults = Vec::new();
    for (kind, point, zone) in zones() {
        let field = zone_field(zone);
        let named = named_regions(zone);
        let inside = |v: usize, by_mm: f32| named.iter().any(|(_, region)| region[v] >= by_mm);
        for piece in pieces(&field) {
            if !piece.iter().any(|&v| inside(v, 0.0)) {
                let at = skin().mesh.positions_mm[piece[0]];
                faults.push(format!(
                    "{point}, {kind:?}: a piece at {at} lies in no region named"
                ));
            }
        }
        let far = area_mm2(|v| field[v] >= 0.0 && !inside(v, -BESIDE_MM));
        let share = far / area_mm2(|v| field[v] >= 0.0);
        if share > MOST_FAR {
            let percent = share * 100.0;
            faults.push(format!(
                "{point}, {kind:?}: {percent:.0} % lies far from what it names"
            ));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Spillover zones that cross the midline without saying so, and why.
const CROSSES: &[(&str, &str)] = &[(
    "RAB-U",
    "the tip of the breastbone lies in the midline, below the region of that name",
)];

#[test]
fn no_zone_claims_the_other_side_unless_it_says_so() {
    let mut faults = Vec::new();
    for (kind, point, zone) in zones() {
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
        let may = kind == Kind::Spillover && CROSSES.iter().any(|(id, _)| *id == point);
        if (beyond > 0.0) != may {
            faults.push(format!(
                "{point}, {kind:?}: {beyond:.0} mm² on the other side"
            ));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Pieces in which an essential zone is told: by hand from the words of the fact base, which names
/// a strip where pain runs from one place to another. One piece where a point is not here.
const ESSENTIAL_PIECES: [(&str, usize); 6] = [
    ("ILP-2", 2), // the lumbar strip; the front of the thigh
    ("SCM-C", 3), // the forehead; in the ear; behind it
    ("SCM-S", 4), // the crown; the back of the head; the cheek; the eye
    ("SEA-1", 2), // the side of the chest; inside the tip of the blade
    ("SPS-1", 2), // under the blade; the back of the shoulder and arm
    ("TRA-3", 2), // the neck with the mastoid; the acromion
];
/// Essential zones that run over a hand, which is drawn from two sides in pieces.
const OVER_A_HAND: [&str; 3] = ["SCA-A", "SCA-M", "SCA-P"];
/// The same of spillover zones. What runs round a wrist or over a hand is drawn from two sides: that is told.
const SPILLOVER_PIECES: &[(&str, usize)] = &[
    ("DLP-1", 2),   // the back; the outer side of the upper arm
    ("GMD-1", 2),   // the buttock; the low lumbar back
    ("GMD-2", 2),   // the outer side; the back of the thigh
    ("ILC-T6", 2),  // over the ridge of the blade; the chest
    ("ILC-L1", 2),  // the lumbar strip; the back of the hip
    ("ILP-3", 2),   // the groin; the lumbar back
    ("INF-1", 5),   // the arm; the forearm; the hand, from two sides; the back of the neck
    ("INF-2", 5),   // as INF-1
    ("LAT-1", 3),   // the back of the shoulder; the arm to the hand; the hand's other side
    ("LAT-2", 2),   // the side of the trunk; the side of the shoulder
    ("LEV-1", 2),   // the tip of the blade; the back of the shoulder
    ("LEV-2", 2),   // the same
    ("LON-T10", 2), // the lumbar back; the cleft
    ("MUL-S1", 2),  // the sacroiliac area; low in the buttock
    ("PMJ-2", 3),   // the arm to the elbow; the hand, from two sides
    ("PMN-1", 3),   // the chest; the arm to the hand; the hand's other side
    ("PMN-2", 2),   // the arm to the hand; the hand's other side
    ("QLU-1", 2),   // the belly; the groin
    ("QLU-3", 2),   // the sacrum; the low back
    ("RAB-U", 2),   // the tip of the breastbone; the upper abdomen
    ("RAB-L", 2),   // the lower abdomen; the pelvis
    ("SOC-1", 2),   // the forehead; the hollow under the skull
    ("SPS-1", 3),   // the chest; the forearm to the hand; the hand's other side
    ("SSP-1", 2),   // towards the crown; the back of the neck
    ("SSP-2", 2),   // the back of the skull; the eye
    ("SEA-1", 4),   // the arm; the hand, from two sides; the breast
    ("SCM-S", 3),   // the arc over forehead and temple; the throat; the breastbone
    ("SCM-C", 3),   // the cheek; the back of the head; the other side's forehead
    ("SBS-1", 4),   // the blade; the back of the arm; the wrist, from two sides
    ("SBS-2", 4),   // the same
    ("SBS-3", 2),   // the wrist, from two sides
    ("SUP-1", 3),   // the arm, elbow and forearm; over the muscle; the back of the shoulder
    ("TRA-1", 4),   // the temple; the eye; the jaw; the back of the skull
];
/// The same of zones of tingling.
const TINGLING_PIECES: &[(&str, usize)] = &[
    ("TMI-1", 2), // the hand, from two sides
];

#[test]
fn a_zone_has_as_many_pieces_as_its_text_tells() {
    let mut faults = Vec::new();
    for (kind, point, zone) in zones() {
        let essential = kind == Kind::Essential;
        if essential && (OVER_A_HAND.contains(&point) || zone.regions.is_empty()) {
            continue;
        }
        let told = match kind {
            Kind::Essential => ESSENTIAL_PIECES.as_slice(),
            Kind::Spillover => SPILLOVER_PIECES,
            Kind::Tingling => TINGLING_PIECES,
        };
        let told = told.iter().find(|(id, _)| *id == point);
        let told = told.map_or(1, |(_, pieces)| *pieces);
        let drawn = pieces(&zone_field(zone)).len();
        if drawn != told {
            faults.push(format!("{point}, {kind:?}: {drawn} pieces, not {told}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_exception_is_of_a_zone_that_is_drawn() {
    let drawn = |kind: Kind, point: &str| zones().any(|(of, id, _)| (of, id) == (kind, point));
    for (point, _) in ESSENTIAL_PIECES {
        assert!(drawn(Kind::Essential, point), "{point}");
    }
    for point in OVER_A_HAND {
        assert!(drawn(Kind::Essential, point), "{point}");
    }
    let spillover = PARTS.iter().map(|part| part.0);
    let spillover = spillover.chain(CROSSES.iter().map(|(id, _)| *id));
    for point in spillover.chain(SPILLOVER_PIECES.iter().map(|(id, _)| *id)) {
        assert!(drawn(Kind::Spillover, point), "{point}");
    }
    for &(point, _) in TINGLING_PIECES {
        assert!(drawn(Kind::Tingling, point), "{point}");
    }
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
