//! Which reference meshes a bone is measured on.

use super::{solid::Solid, vertebra::MIDLINE_MM};

/// One bone: its id and the FMA numbers of its meshes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoneReference {
    /// Structure id without side.
    pub bone: &'static str,
    /// FMA numbers of the meshes that together make it up.
    pub fma: &'static [u32],
}

const fn of(bone: &'static str, fma: &'static [u32]) -> BoneReference {
    BoneReference { bone, fma }
}

/// All bones with a reference, head to foot.
pub const REFERENCES: &[BoneReference] = &[
    of(
        "skull",
        &[
            52734, 52735, 52736, 52739, 52740, 52789, 52893, 53648, 53650,
        ],
    ),
    of("mandible", &[52748]),
    of("vertebra.c1", &[12519]),
    of("vertebra.c2", &[12520]),
    of("vertebra.c3", &[12521]),
    of("vertebra.c4", &[12522]),
    of("vertebra.c5", &[12523]),
    of("vertebra.c6", &[12524]),
    of("vertebra.c7", &[12525]),
    of("vertebra.t1", &[9165]),
    of("vertebra.t2", &[9187]),
    of("vertebra.t3", &[9209]),
    of("vertebra.t4", &[9248]),
    of("vertebra.t5", &[9922]),
    of("vertebra.t6", &[9945]),
    of("vertebra.t7", &[9968]),
    of("vertebra.t8", &[9991]),
    of("vertebra.t9", &[10014]),
    of("vertebra.t10", &[10037]),
    of("vertebra.t11", &[10059]),
    of("vertebra.t12", &[10081]),
    of("vertebra.l1", &[13072]),
    of("vertebra.l2", &[13073]),
    of("vertebra.l3", &[13074]),
    of("vertebra.l4", &[13075]),
    of("vertebra.l5", &[13076]),
    of("disc.c2", &[25058]),
    of("disc.c3", &[13896]),
    of("disc.c4", &[13897]),
    of("disc.c5", &[13898]),
    of("disc.c6", &[13899]),
    of("disc.c7", &[13900]),
    of("disc.t1", &[10458]),
    of("disc.t2", &[13495]),
    of("disc.t3", &[13500]),
    of("disc.t4", &[13501]),
    of("disc.t5", &[13502]),
    of("disc.t6", &[13503]),
    of("disc.t7", &[13504]),
    of("disc.t8", &[13505]),
    of("disc.t9", &[13506]),
    of("disc.t10", &[13507]),
    of("disc.t11", &[13508]),
    of("disc.t12", &[10446]),
    of("disc.l1", &[16033]),
    of("disc.l2", &[16034]),
    of("disc.l3", &[16035]),
    of("disc.l4", &[16036]),
    of("disc.l5", &[16037]),
    of("sacrum", &[16202]),
    of("rib.1", &[7987]),
    of("rib.2", &[8012]),
    of("rib.3", &[8039]),
    of("rib.4", &[8148]),
    of("rib.5", &[8093]),
    of("rib.6", &[8202]),
    of("rib.7", &[8256]),
    of("rib.8", &[8310]),
    of("rib.9", &[8391]),
    of("rib.10", &[8472]),
    of("rib.11", &[8532]),
    of("rib.12", &[8534]),
    of("costal_cartilage.1", &[8005]),
    of("costal_cartilage.2", &[8031]),
    of("costal_cartilage.3", &[8058]),
    of("costal_cartilage.4", &[8167]),
    of("costal_cartilage.5", &[8112]),
    of("costal_cartilage.6", &[8221]),
    of("costal_cartilage.7", &[8275]),
    of("sternum", &[7486, 7487, 7488]),
    of("clavicle", &[13323]),
    of("scapula", &[13396]),
    of("humerus", &[23131]),
    of("radius", &[23465]),
    of("ulna", &[23468]),
    of("carpal.scaphoid", &[24436]),
    of("carpal.lunate", &[24438]),
    of("carpal.triquetral", &[24440]),
    of("carpal.pisiform", &[24442]),
    of("carpal.trapezium", &[24444]),
    of("carpal.trapezoid", &[24445]),
    of("carpal.capitate", &[24447]),
    of("carpal.hamate", &[24449]),
    of("metacarpal.1", &[24465]),
    of("metacarpal.2", &[24467]),
    of("metacarpal.3", &[24469]),
    of("metacarpal.4", &[24471]),
    of("metacarpal.5", &[24473]),
    of("phalanx.hand.1.proximal", &[65470]),
    of("phalanx.hand.2.proximal", &[71915]),
    of("phalanx.hand.3.proximal", &[71908]),
    of("phalanx.hand.4.proximal", &[71916]),
    of("phalanx.hand.5.proximal", &[66791]),
    of("phalanx.hand.2.middle", &[23938]),
    of("phalanx.hand.3.middle", &[23940]),
    of("phalanx.hand.4.middle", &[23942]),
    of("phalanx.hand.5.middle", &[23944]),
    of("phalanx.hand.1.distal", &[23951]),
    of("phalanx.hand.2.distal", &[23953]),
    of("phalanx.hand.3.distal", &[23955]),
    of("phalanx.hand.4.distal", &[23957]),
    of("phalanx.hand.5.distal", &[23959]),
    of("hip_bone", &[16587]),
    of("femur", &[24475]),
    of("patella", &[24487]),
    of("tibia", &[24478]),
    of("fibula", &[24481]),
];

/// The FMA numbers of the meshes of a bone; empty where it has no reference.
pub fn reference_of(bone: &str) -> &'static [u32] {
    REFERENCES
        .iter()
        .find(|r| r.bone == bone)
        .map_or(&[], |r| r.fma)
}

/// What a bone is compared with: the reference has the skull's paired bones on the left only, so the mirror
/// image is added there.
pub fn whole_of(bone: &str, mut solid: Solid) -> Solid {
    if bone == "skull" {
        let mirrored = solid.mirrored_about(MIDLINE_MM);
        solid.append(&mirrored);
    }
    solid
}
