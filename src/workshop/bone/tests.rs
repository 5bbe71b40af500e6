use glam::Vec3;

use super::{
    BoneFitError,
    built::built_shape,
    check::deviation,
    measure_bone, measure_solid,
    section::{Plane, section},
    solid::Solid,
    tube::Tube,
};
use crate::{
    anatomy::{
        mesh::SurfaceMesh,
        ring_net::{rings_of_net, surface_of_shape},
    },
    model::facts::Shape,
    workshop::recipe::{Recipes, bone::BoneRecipe, built_in_files},
};

fn recipes() -> Recipes {
    Recipes::read(&built_in_files()).unwrap()
}

/// A closed bar from one corner to the other.
fn block(low: Vec3, high: Vec3) -> Solid {
    let at = |x: u32, y: u32, z: u32| {
        let pick = |k: u32, a: f32, b: f32| if k == 0 { a } else { b };
        Vec3::new(
            pick(x, low.x, high.x),
            pick(y, low.y, high.y),
            pick(z, low.z, high.z),
        )
    };
    let positions_mm = (0..8)
        .map(|k| at(k & 1, (k >> 1) & 1, (k >> 2) & 1))
        .collect();
    let quads = [
        [0, 2, 3, 1],
        [4, 5, 7, 6],
        [0, 1, 5, 4],
        [2, 6, 7, 3],
        [0, 4, 6, 2],
        [1, 3, 7, 5],
    ];
    let triangles = quads
        .iter()
        .flat_map(|[a, b, c, d]| [[*a, *b, *c], [*a, *c, *d]])
        .collect();
    Solid {
        positions_mm,
        triangles,
    }
}

#[test]
fn a_section_has_the_area_and_the_centre_of_what_it_cuts() {
    let solid = block(Vec3::new(2.0, 0.0, -5.0), Vec3::new(22.0, 60.0, 5.0));
    let plane = Plane::new(Vec3::new(10.0, 30.0, 0.0), Vec3::Y, Vec3::X);
    let found = section(&solid, &plane, 40.0, &|_| true).unwrap();
    assert!((found.area_mm2 - 200.0).abs() < 8.0, "{}", found.area_mm2);
    assert!(
        plane
            .to_body(found.centroid)
            .distance(Vec3::new(12.0, 30.0, 0.0))
            < 0.3
    );
    assert!(
        section(
            &solid,
            &Plane::new(Vec3::Y * 90.0, Vec3::Y, Vec3::X),
            40.0,
            &|_| true
        )
        .is_none()
    );
}

#[test]
fn a_bar_is_measured_from_end_to_end() {
    let solid = block(Vec3::new(-6.0, 0.0, -4.0), Vec3::new(6.0, 80.0, 4.0));
    let tube = Tube::along(vec![(Vec3::Y * 20.0, 15.0), (Vec3::Y * 70.0, 15.0)]).size(8, 16);
    let shape = Shape {
        structure: "bar".into(),
        source: "own".into(),
        nets: vec![tube.measure(&solid).unwrap()],
        ..Shape::default()
    };
    let found = deviation(&shape, &solid).unwrap();
    assert!(found.mean_mm < 0.6 && found.p95_mm < 1.6, "{found:?}");
}

#[test]
fn what_cannot_be_measured_is_said() {
    let recipes = recipes();
    let far = block(Vec3::ZERO, Vec3::ONE);
    for (id, recipe) in all(&recipes).filter(|(_, recipe)| !recipe.how.is_built()) {
        // A solid far from the bone's place, and none at all: an error, no panic.
        measure_solid(recipe, &far).ok();
        let on_nothing = measure_solid(recipe, &Solid::default());
        assert!(on_nothing.is_err(), "{id}");
        assert!(built_shape(recipe, id).is_none(), "{id}");
    }
    let spine = recipes.bone("vertebra.t7").unwrap();
    let unknown = measure_bone(spine, &SurfaceMesh::default(), "vertebra.x9");
    assert_eq!(unknown, Err(BoneFitError::Unknown));
    let built = recipes.bone("hyoid").unwrap();
    let measured = measure_solid(built, &far);
    assert_eq!(measured, Err(BoneFitError::Unknown));
}

#[test]
fn built_bones_are_closed_and_even() {
    let recipes = recipes();
    let mut count = 0;
    for (id, recipe) in all(&recipes).filter(|(_, recipe)| recipe.how.is_built()) {
        let shape = built_shape(recipe, id).unwrap();
        assert_eq!(shape.structure, *id);
        assert!(
            shape.nets.iter().all(|net| rings_of_net(net).is_ok()),
            "{id}"
        );
        let mesh = surface_of_shape(&shape).unwrap();
        assert!(mesh.is_closed() && mesh.signed_volume_mm3() > 50.0, "{id}");
        count += 1;
    }
    assert!(count > 30, "{count}");
    let toe = recipes.bone("metatarsal.1").unwrap();
    assert!(built_shape(toe, "phalanx.foot.1.middle").is_none());
}

/// Every bone with its recipe.
fn all(recipes: &Recipes) -> impl Iterator<Item = (&String, &BoneRecipe)> {
    let bones = |recipe| bones_of(recipe).map(move |id| (id, recipe));
    recipes.bones.iter().flat_map(bones)
}

fn bones_of(recipe: &BoneRecipe) -> impl Iterator<Item = &String> {
    recipe.bones.iter().map(|(id, _)| id)
}
