//! Makes cargo build again when a file of `data/` is added, changed or removed:
//! the data is part of the binary, and a macro cannot tell cargo about new files.

fn main() {
    println!("cargo:rerun-if-changed=data");
    println!("cargo:rerun-if-changed=build.rs");
}
