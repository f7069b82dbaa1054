//! (opened in a later commit)
fn main() {}
