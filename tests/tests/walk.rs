//! The page on auditing shows what is printed: every command on it, run one after the other in a copy of its example.

use std::fs;

use acceptance::{
    command::{Scratch, example},
    house,
    page::{differing, shown},
};

#[test]
fn every_command_on_the_page_about_auditing_prints_what_it_shows() {
    let page = fs::read_to_string(house::top().join("docs/recording-audit.md")).unwrap();
    let scratch = Scratch::new().unwrap();
    let folder = scratch.copy_of("synthetic-audit").unwrap();
    fs::copy(example("counts-2014").join("counts.csv"), folder.join("counts.csv")).unwrap();
    let shown = shown(&page);
    assert!(shown.len() >= 10, "the page has lost its commands");
    let wrong = differing(&shown, &folder, &["audit-recording"]).unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
