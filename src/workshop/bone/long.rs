//! Recipes of bones that are one tube or little more: ribs, clavicle, limb bones, hand, discs, sternum.

use glam::Vec3;

use super::BoneFitError;
use super::geodesic::middle_line;
use super::solid::Solid;
use super::tube::Tube;

/// Midline of the reference's trunk.
use super::vertebra::MIDLINE_MM;

/// A curved bone: its axis is its own middle line, from the end nearest to `start_mm`.
fn curved(
    solid: &Solid,
    start_mm: Vec3,
    places: usize,
    reach_mm: f32,
) -> Result<Tube, BoneFitError> {
    let line = middle_line(solid, start_mm, places).ok_or(BoneFitError::Nothing)?;
    Ok(Tube::along(line.into_iter().map(|p| (p, reach_mm)).collect()).centred(2))
}

/// A bone along its own longest direction, which points most along `like`.
fn lengthwise(solid: &Solid, like: Vec3, reach_mm: f32) -> Result<Tube, BoneFitError> {
    let (centre, [long, middle, _]) = solid.principal().ok_or(BoneFitError::Nothing)?;
    let long = if long.dot(like) < 0.0 { -long } else { long };
    let spread = solid.positions_mm.iter().map(|p| (*p - centre).dot(long));
    let (low, high) = spread.fold((f32::MAX, f32::MIN), |(a, b), d| (a.min(d), b.max(d)));
    Ok(Tube::along(vec![
        (centre + long * low * 0.9, reach_mm),
        (centre + long * high * 0.9, reach_mm),
    ])
    .normal(long)
    .zero(middle)
    .centred(2))
}

/// A disc: radii about the axis square to it.
pub fn disc(solid: &Solid) -> Result<Vec<Tube>, BoneFitError> {
    let (centre, [_, _, short]) = solid.principal().ok_or(BoneFitError::Nothing)?;
    let up = if short.y < 0.0 { -short } else { short };
    let spread = solid.positions_mm.iter().map(|p| (*p - centre).dot(up));
    let (low, high) = spread.fold((f32::MAX, f32::MIN), |(a, b), d| (a.min(d), b.max(d)));
    Ok(vec![
        Tube::along(vec![
            (centre + up * low * 0.4, 40.0),
            (centre + up * high * 0.4, 40.0),
        ])
        .size(4, 18)
        .zero(Vec3::Z)
        .polar(),
    ])
}

/// A rib, from its head to its front end.
pub fn rib(solid: &Solid, number: usize) -> Result<Vec<Tube>, BoneFitError> {
    let (low, high) = solid.bounds_mm().ok_or(BoneFitError::Nothing)?;
    let head = Vec3::new(low.x, high.y, (low.z + high.z) * 0.5 - 20.0);
    let places = if number <= 1 {
        12
    } else if number >= 11 {
        14
    } else {
        22
    };
    let levels = if number <= 1 {
        14
    } else if number >= 11 {
        12
    } else {
        16
    };
    Ok(vec![
        curved(solid, head, places, 17.0)?
            .size(levels, 10)
            .zero(Vec3::Y)
            .crowding(0.35)
            .domed(),
    ])
}

/// A costal cartilage, from the rib to the sternum.
pub fn cartilage(solid: &Solid) -> Result<Vec<Tube>, BoneFitError> {
    let (low, high) = solid.bounds_mm().ok_or(BoneFitError::Nothing)?;
    let start = Vec3::new(high.x, (low.y + high.y) * 0.5, low.z);
    Ok(vec![
        curved(solid, start, 7, 17.0)?.size(8, 10).zero(Vec3::Y),
    ])
}

/// The clavicle, from the sternal to the acromial end.
pub fn clavicle(solid: &Solid) -> Result<Vec<Tube>, BoneFitError> {
    Ok(vec![
        curved(solid, Vec3::new(9.0, 1428.0, 144.0), 12, 22.0)?
            .size(14, 14)
            .zero(Vec3::Y)
            .crowding(0.4),
    ])
}

/// Manubrium, body and xiphoid process in one plate.
pub fn sternum() -> Vec<Tube> {
    let place = |y: f32, z: f32, reach: f32| (Vec3::new(MIDLINE_MM, y, z), reach);
    vec![
        Tube::along(vec![
            place(1430.0, 151.0, 42.0),
            place(1384.0, 180.0, 42.0),
            place(1330.0, 205.0, 42.0),
            place(1290.0, 218.0, 30.0),
            place(1266.0, 224.0, 20.0),
        ])
        .size(18, 18)
        .zero(Vec3::X)
        .centred(2)
        .crowding(0.3),
    ]
}

/// A limb bone cut across its own long direction, top end first.
pub fn limb(
    solid: &Solid,
    levels: usize,
    points: usize,
    reach_mm: f32,
) -> Result<Vec<Tube>, BoneFitError> {
    Ok(vec![
        lengthwise(solid, Vec3::NEG_Y, reach_mm)?
            .size(levels, points)
            .zero(Vec3::X)
            .crowding(0.75),
    ])
}

/// A short bone: a few rings along its longest direction.
pub fn short(solid: &Solid, levels: usize, points: usize) -> Result<Vec<Tube>, BoneFitError> {
    let (_, [_, middle, _]) = solid.principal().ok_or(BoneFitError::Nothing)?;
    Ok(vec![
        lengthwise(solid, Vec3::NEG_Y, 30.0)?
            .size(levels, points)
            .zero(middle)
            .blunt(0.25)
            .crowding(0.7),
    ])
}
