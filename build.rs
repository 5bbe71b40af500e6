//! Makes cargo build again when a file of `data/` or `assets/locale/` is added, changed or
//! removed, and with the feature `workshop` one of `recipes/`: they are part of the binary, and a macro cannot tell
//! cargo about new files.

fn main() {
    println!("cargo:rerun-if-changed=data");
    println!("cargo:rerun-if-changed=assets/locale");
    if std::env::var_os("CARGO_FEATURE_WORKSHOP").is_some() {
        println!("cargo:rerun-if-changed=recipes");
    }
    println!("cargo:rerun-if-changed=build.rs");
    // One megabyte, the usual for WebAssembly, is less than a desktop's thread has.
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo:rustc-link-arg-bins=-zstack-size=4194304");
    }
}
