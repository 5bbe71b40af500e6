//! myomap
fn main() {}
