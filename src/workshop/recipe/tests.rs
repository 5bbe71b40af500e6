use super::intercostal::Intercostals;
use super::*;
use crate::{model::facts::Landmark, store};

/// What is told of the recipes when one file's text is changed in one place.
fn told(path: &str, from: &str, to: &str) -> Vec<String> {
    let mut files = built_in_files();
    let text = files.get_mut(path).unwrap();
    assert!(text.contains(from), "{path} holds no {from}");
    *text = text.replacen(from, to, 1);
    match Recipes::read(&files) {
        Ok(_) => Vec::new(),
        Err(RecipeFaults(faults)) => faults.iter().map(ToString::to_string).collect(),
    }
}

/// The line of the first place where a text stands in a built-in file, from 1.
fn line_of(path: &str, text: &str) -> usize {
    let file = &built_in_files()[path];
    let before = &file[..file.find(text).unwrap()];
    before.matches('\n').count() + 1
}

#[test]
fn the_recipes_have_no_faults_and_make_every_bone_with_a_shape() {
    let recipes = Recipes::read(&built_in_files()).unwrap();
    let data = store::built_in_files();
    for (path, text) in data.iter().filter(|(path, _)| path.starts_with("bones/")) {
        let bones: Vec<crate::model::facts::Bone> = ron::from_str(text).unwrap();
        for bone in bones {
            assert!(recipes.bone(&bone.id).is_some(), "{path}: {}", bone.id);
        }
    }
    assert_eq!(recipes.meshes_of("clavicle"), [13323]);
    assert_eq!(recipes.meshes_of("skin"), [7163]);
    assert!(recipes.meshes_of("hyoid").is_empty());
    assert!(recipes.bone("wing").is_none());
}

#[test]
fn faults_of_form_are_told_with_file_and_line() {
    let found = told("bones/skull.ron", "turn_deg: 180", "trun_deg: 180");
    let line = line_of("bones/skull.ron", "turn_deg: 180");
    assert_eq!(found.len(), 1);
    let start = format!("bones/skull.ron:{line}:");
    assert!(found[0].starts_with(&start), "{}", found[0]);
    assert!(found[0].contains("did you mean turn_deg?"), "{}", found[0]);
}

#[test]
fn faults_of_meaning_are_told_with_file_and_line() {
    for (path, from, to, what) in [
        (
            "bones/foot.ron",
            "stations: [",
            "stations: [(1, 2, 3, 4, 0),",
            "0 mm is no length",
        ),
        (
            "bones/foot.ron",
            "[(0.03, 0.54, 1), ",
            "[",
            "1 phalanges for 3 bones",
        ),
        (
            "bones/foot.ron",
            "(\"tarsal.talus\", [])",
            "(\"tarsal.talus\", [1])",
            "is built and not measured",
        ),
        (
            "bones/limbs.ron",
            "(\"tibia\", [24478])",
            "(\"ulna\", [24478])",
            "has a recipe already",
        ),
        (
            "bones/limbs.ron",
            "(\"tibia\", [24478])",
            "(\"tibia\", [])",
            "no mesh to be measured on",
        ),
        (
            "bones/ribs.ron",
            "share: (0, 1, 0.5)",
            "share: (0, 7, 0.5)",
            "7 is no share",
        ),
        (
            "bones/spine.ron",
            "zero: Outwards",
            "zero: Broad",
            "cut lengthwise",
        ),
        (
            "bones/trunk.ron",
            "(112.7, 1034, 70, 90)",
            "(112, NaN, 70, 90)",
            "outside of any body",
        ),
        (
            "bones/trunk.ron",
            "normal: (0, -1, 0)",
            "normal: (0, 0, 0)",
            "no direction",
        ),
        (
            "bones/skull.ron",
            "turn_deg: 120",
            "turn_deg: 220",
            "half a circle",
        ),
        (
            "bones/one_net.ron",
            "gap_mm: 10",
            "gap_mm: inf",
            "no length",
        ),
        ("skin.ron", "(200, 6)", "(200, 0)", "no spacing"),
        ("skin.ron", "y: 1240", "y: 1340", "goes down again"),
        (
            "skin.ron",
            "angles: 128",
            "angles: 1",
            "too few or too many",
        ),
    ] {
        let found = told(path, from, to);
        let about = found.iter().find(|told| told.contains(what));
        let about = about.unwrap_or_else(|| panic!("{path}, {to}: {found:?}"));
        let parts: Vec<&str> = about.splitn(4, ':').collect();
        assert_eq!(parts[0], path);
        let line: usize = parts[1].parse().unwrap();
        // On the line of the value, or at most where its entry begins.
        let off = line.abs_diff(line_of(path, from));
        assert!(off <= 3, "{about}: {off} lines away");
    }
}

#[test]
fn every_plan_is_sound_and_an_unknown_landmark_is_told_with_its_place() {
    let data = store::built_in_files();
    let list: Vec<Landmark> = ron::from_str(&data["landmarks.ron"]).unwrap();
    let landmarks = Landmarks::new(&list);
    let files = built_in_files();
    let mut count = 0;
    for (path, text) in &files {
        let Some(name) = ["sheets/", "slips/"]
            .iter()
            .find_map(|at| path.strip_prefix(at))
        else {
            continue;
        };
        let plan = Plan::read(path, text, &landmarks).unwrap();
        assert_eq!(format!("{}.ron", plan.structure), name, "{path}");
        count += 1;
    }
    assert!(count >= 17, "{count}");
    let text = files["sheets/rectus_abdominis.ron"].replacen("L4.body_centre", "L9.body_centre", 1);
    let line = text[..text.find("L9.").unwrap()].matches('\n').count() + 1;
    let RecipeFaults(faults) = Plan::read("a.ron", &text, &landmarks).unwrap_err();
    assert_eq!(faults.len(), 1);
    assert_eq!((faults[0].line, faults[0].file.as_str()), (line, "a.ron"));
    assert!(faults[0].what.contains("L9.body_centre"), "{}", faults[0]);
    // Slips: a place, a table and the way along.
    let text = files["slips/iliocostalis.lumborum.ron"]
        .replacen("rib11.angle", "rib14.angle", 1)
        .replacen("width_mm: [(0, 9)", "width_mm: [(0, -9)", 1)
        .replacen("along: (0.5, 1)", "along: (0.5, 0.4)", 1);
    let RecipeFaults(faults) = Plan::read("a.ron", &text, &landmarks).unwrap_err();
    let told: Vec<&str> = faults.iter().map(|fault| fault.what.as_str()).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told.iter().any(|what| what.contains("rib14.angle")));
}

#[test]
fn the_recipes_between_the_ribs_are_sound_and_a_wrong_number_is_told_with_its_place() {
    let files = built_in_files();
    let recipes = files
        .iter()
        .filter(|(path, _)| path.starts_with("between_ribs/"));
    let mut count = 0;
    for (path, text) in recipes {
        let recipe = Intercostals::read(path, text).unwrap();
        assert_eq!(format!("between_ribs/{}.ron", recipe.structure), *path);
        count += 1;
    }
    assert_eq!(count, 2);
    let text = files["between_ribs/intercostals.external.ron"].replacen(
        "thickness_mm: 2",
        "thickness_mm: -2",
        1,
    );
    let line = text[..text.find("thickness_mm").unwrap()]
        .matches('\n')
        .count()
        + 1;
    let RecipeFaults(faults) = Intercostals::read("a.ron", &text).unwrap_err();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].line, line);
}
