//! The page on removed crimes shows what is printed: every command on it, run one after the other in a copy of its example.

use std::fs;

use acceptance::{
    command::Scratch,
    house,
    page::{differing, shown},
};

#[test]
fn every_command_on_the_page_about_removed_crimes_prints_what_it_shows() {
    let page = fs::read_to_string(house::top().join("docs/no-crimes.md")).unwrap();
    let scratch = Scratch::new().unwrap();
    let folder = scratch.copy_of("synthetic-removals").unwrap();
    let shown = shown(&page);
    assert!(shown.len() >= 20, "the page has lost its commands");
    let wrong = differing(&shown, &folder, &["check-no-crimes", "compose-paper"]).unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    // The work list hands back a column that the check has no use for.
    let list = fs::read_to_string(folder.join("checked/work-list.csv")).unwrap();
    assert!(list.lines().count() > 20, "{list}");
    assert!(list.lines().skip(1).all(|row| row.starts_with("yes,SYN")), "{list}");
}

#[test]
fn what_the_readme_shows_of_removed_crimes_is_printed() {
    let readme = fs::read_to_string(house::top().join("README.md")).unwrap();
    let scratch = Scratch::new().unwrap();
    let folder = scratch.copy_of("synthetic-removals").unwrap();
    let mut shown = shown(&readme);
    shown.retain(|(command, _)| command.starts_with("check-no-crimes "));
    assert_eq!(shown.len(), 2);
    let wrong = differing(&shown, &folder, &["check-no-crimes"]).unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn what_a_page_shows_wrongly_is_noticed() {
    let scratch = Scratch::new().unwrap();
    let shown = shown("```console\n$ echo one\none\n$ echo two\nthree\n```\n");
    assert_eq!(shown.len(), 2);
    let wrong = differing(&shown, scratch.path(), &[]).unwrap();
    assert_eq!(wrong.len(), 1);
    assert!(wrong[0].starts_with("echo two\nprints\ntwo\n"), "{wrong:?}");
}
