//! The README shows what the command prints.

use std::fs;

use acceptance::{
    command::Scratch,
    house,
    page::{differing, shown},
};

#[test]
fn what_the_readme_shows_of_forces_is_printed() {
    let readme = fs::read_to_string(house::top().join("README.md")).unwrap();
    let scratch = Scratch::new().unwrap();
    let folder = scratch.copy_of("forces-2003-2018").unwrap();
    let mut shown = shown(&readme);
    shown.retain(|(command, _)| command.starts_with("benchmark-forces "));
    assert_eq!(shown.len(), 2);
    let wrong = differing(&shown, &folder, &["benchmark-forces"]).unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
