//! Tests of `output`, on folders of their own.

use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

use super::*;
use crate::{
    scratch::Scratch,
    verify::{Difference, verify},
};

fn set(text: &str) -> OutputSet {
    OutputSet {
        manifest: Manifest::new("compose-paper", "0.1.0", rulebook::day(2014, 7, 1)),
        files: vec![
            OutputFile::open_to_all("paper.md", text),
            OutputFile::open_to_all("data/2014/figures.csv", "id,value\n"),
            OutputFile::person_level("claims.csv", "claim,name\n"),
        ],
    }
}

const LOCK: &str = ".paper.registrar-lock";

#[test]
fn set_is_written_whole_and_only_the_lock_stays() {
    for swap in [Swap::Exchange, Swap::TwoRenames] {
        let scratch = Scratch::new();
        let target = scratch.join("paper");
        let first = write_by(&target, &set("one"), Replace::Never, swap).unwrap();
        assert!(first.replaced.is_none());
        assert_eq!(verify(&target).unwrap(), []);
        assert_eq!(scratch.names(), [LOCK, "paper"]);

        let second = write_by(&target, &set("two"), Replace::Ours, swap).unwrap();
        assert_eq!(second.replaced, Some(first.manifest));
        assert!(second.left_behind.is_none());
        assert_eq!(fs::read(target.join("paper.md")).unwrap(), b"two");
        assert_eq!(verify(&target).unwrap(), []);
        assert_eq!(scratch.names(), [LOCK, "paper"]);
    }
}

#[test]
fn same_set_gives_the_same_bytes_in_whatever_order_its_files_come() {
    let scratch = Scratch::new();
    let mut turned = set("one");
    turned.files.reverse();
    write(&scratch.join("a"), &set("one"), Replace::Never).unwrap();
    write(&scratch.join("b"), &turned, Replace::Never).unwrap();
    let manifest = |name: &str| fs::read(scratch.join(name).join("manifest.json")).unwrap();
    assert_eq!(manifest("a"), manifest("b"));
}

#[test]
fn person_level_files_are_their_owners_only_and_the_folder_keeps_its_mode() {
    let scratch = Scratch::new();
    let target = scratch.join("paper");
    write(&target, &set("one"), Replace::Never).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
    assert_eq!(mode(&target.join("claims.csv")), 0o600);
    fs::set_permissions(&target, fs::Permissions::from_mode(0o750)).unwrap();
    write(&target, &set("two"), Replace::Ours).unwrap();
    assert_eq!(mode(&target), 0o750);
}

#[test]
fn earlier_set_is_replaced_only_when_told() {
    let scratch = Scratch::new();
    let target = scratch.join("paper");
    write(&target, &set("one"), Replace::Never).unwrap();
    let error = write(&target, &set("two"), Replace::Never).unwrap_err();
    assert!(matches!(error, WriteError::Exists { .. }));
    assert!(error.to_string().contains("--force"));
    assert_eq!(fs::read(target.join("paper.md")).unwrap(), b"one");
}

#[test]
fn what_is_not_ours_is_refused_by_name_and_left_alone() {
    let refused = |scratch: &Scratch| match write(&scratch.join("paper"), &set("new"), Replace::Ours) {
        Err(WriteError::NotOurs { stranger, .. }) => stranger,
        other => panic!("{other:?}"),
    };
    let scratch = Scratch::new();
    let file = scratch.file("paper", "a letter");
    assert_eq!(refused(&scratch), Stranger::NotAFolder);
    assert_eq!(fs::read(&file).unwrap(), b"a letter");

    let scratch = Scratch::new();
    fs::create_dir(scratch.join("paper")).unwrap();
    assert_eq!(refused(&scratch), Stranger::NoManifest);
    scratch.file("paper/manifest.json", "{}");
    assert_eq!(refused(&scratch), Stranger::OtherManifest);

    let scratch = Scratch::new();
    let mut other = set("old");
    other.manifest.program = "track-legal".to_owned();
    write(&scratch.join("paper"), &other, Replace::Never).unwrap();
    assert_eq!(refused(&scratch), Stranger::OtherProgram("track-legal".to_owned()));

    let scratch = Scratch::new();
    write(&scratch.join("paper"), &set("old"), Replace::Never).unwrap();
    scratch.file("paper/notes.txt", "mine");
    scratch.file("paper/data/mine/too.txt", "mine");
    let strangers = ["data/mine", "data/mine/too.txt", "notes.txt"].map(str::to_owned).to_vec();
    assert_eq!(refused(&scratch), Stranger::Holds(strangers));
    assert_eq!(fs::read(scratch.join("paper/notes.txt")).unwrap(), b"mine");

    let scratch = Scratch::new();
    write(&scratch.join("elsewhere"), &set("old"), Replace::Never).unwrap();
    symlink("elsewhere", scratch.join("paper")).unwrap();
    assert_eq!(refused(&scratch), Stranger::Link);
    assert_eq!(scratch.names(), [".elsewhere.registrar-lock", LOCK, "elsewhere", "paper"]);
}

#[test]
fn second_run_at_the_same_time_is_refused() {
    let scratch = Scratch::new();
    let target = scratch.join("paper");
    let held = Lock::take(&scratch.join(LOCK)).unwrap();
    assert!(matches!(write(&target, &set("one"), Replace::Never), Err(WriteError::Busy { .. })));
    drop(held);
    assert!(write(&target, &set("one"), Replace::Never).is_ok());
}

#[test]
fn failure_half_way_leaves_the_earlier_set_and_nothing_else() {
    let scratch = Scratch::new();
    let target = scratch.join("paper");
    let mut broken = set("two");
    // No file system takes a name of 300 letters: the third file fails after two were written.
    broken.files.insert(2, OutputFile::open_to_all("x".repeat(300), ""));
    assert!(matches!(write(&target, &broken, Replace::Ours), Err(WriteError::Io { doing: "write", .. })));
    assert_eq!(scratch.names(), [LOCK]);
    write(&target, &set("one"), Replace::Never).unwrap();
    assert!(write(&target, &broken, Replace::Ours).is_err());
    assert_eq!(verify(&target).unwrap(), []);
    assert_eq!(fs::read(target.join("paper.md")).unwrap(), b"one");
    assert_eq!(scratch.names(), [LOCK, "paper"]);
}

#[test]
fn folder_that_should_hold_the_target_must_exist() {
    let scratch = Scratch::new();
    let error = write(&scratch.join("none/paper"), &set("one"), Replace::Never).unwrap_err();
    assert!(matches!(error, WriteError::Io { .. }), "{error}");
    assert_eq!(scratch.names(), Vec::<String>::new());
    assert!(matches!(write(Path::new(".."), &set("one"), Replace::Never), Err(WriteError::NoName { .. })));
}

#[test]
fn what_killed_runs_left_is_tidied_and_a_set_moved_aside_comes_back() {
    let scratch = Scratch::new();
    let target = scratch.join("paper");
    write(&target, &set("one"), Replace::Never).unwrap();
    fs::rename(&target, scratch.join(".paper.registrar-old")).unwrap();
    scratch.file(".paper.registrar-new-4711/paper.md", "hal");
    // Even a run that may not replace puts the earlier set back.
    assert!(matches!(write(&target, &set("two"), Replace::Never), Err(WriteError::Exists { .. })));
    assert_eq!(verify(&target).unwrap(), []);
    assert_eq!(scratch.names(), [LOCK, "paper"]);
}

#[test]
fn set_moved_aside_is_kept_while_a_stranger_has_its_name() {
    let scratch = Scratch::new();
    let target = scratch.join("paper");
    write(&target, &set("one"), Replace::Never).unwrap();
    fs::rename(&target, scratch.join(".paper.registrar-old")).unwrap();
    fs::create_dir(&target).unwrap();
    assert!(matches!(write(&target, &set("two"), Replace::Ours), Err(WriteError::NotOurs { .. })));
    assert_eq!(verify(&scratch.join(".paper.registrar-old")).unwrap(), []);
}

#[test]
fn verify_names_what_was_changed_removed_and_added() {
    let scratch = Scratch::new();
    let target = scratch.join("paper");
    write(&target, &set("one"), Replace::Never).unwrap();
    // As long as before: only the digest tells.
    scratch.file("paper/paper.md", "two");
    fs::remove_file(target.join("claims.csv")).unwrap();
    scratch.file("paper/notes.txt", "");
    let expected = [
        Difference::Changed("paper.md".to_owned()),
        Difference::Missing("claims.csv".to_owned()),
        Difference::Extra("notes.txt".to_owned()),
    ];
    assert_eq!(verify(&target).unwrap(), expected);
    assert!(verify(scratch.path()).is_err());
}
