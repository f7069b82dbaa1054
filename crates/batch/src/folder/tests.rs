//! Tests of `folder`, on folders of their own.

use std::os::unix::fs::symlink;

use super::*;
use crate::scratch::Scratch;

fn names(folder: &Folder) -> Vec<&str> {
    folder.files.keys().map(String::as_str).collect()
}

fn problems(error: &OpenError) -> Vec<String> {
    error.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn every_file_is_read_and_hidden_ones_are_not() {
    let scratch = Scratch::new();
    scratch.file("paper.toml", "title = 'x'");
    scratch.file("recording/strata.csv", "a\n");
    scratch.file(".git/config", "");
    scratch.file(".DS_Store", "");
    let folder = open(scratch.path(), Limits::default()).unwrap();
    assert_eq!(names(&folder), ["paper.toml", "recording/strata.csv"]);
    assert_eq!(folder.file("recording/strata.csv"), Some(&b"a\n"[..]));
    assert_eq!(folder.inputs()[1].bytes, 2);
}

#[test]
fn manifest_of_ours_is_left_out_and_another_is_not() {
    let scratch = Scratch::new();
    let ours = Manifest::new("compose-paper", "0.1.0", rulebook::day(2014, 7, 1)).to_bytes().unwrap();
    scratch.file("manifest.json", ours);
    scratch.file("browser/manifest.json", r#"{"manifest_version": 3}"#);
    let folder = open(scratch.path(), Limits::default()).unwrap();
    assert_eq!(names(&folder), ["browser/manifest.json"]);
}

#[test]
fn outputs_of_an_earlier_run_are_no_inputs() {
    let scratch = Scratch::new();
    let ours = Manifest::new("compose-paper", "0.1.0", rulebook::day(2014, 7, 1)).to_bytes().unwrap();
    scratch.file("paper/manifest.json", ours);
    scratch.file("paper/paper.md", "# Paper");
    scratch.file("paperwork/notes.md", "kept");
    let folder = open(scratch.path(), Limits::default()).unwrap();
    assert_eq!(names(&folder), ["paperwork/notes.md"]);
}

#[test]
fn everything_that_cannot_be_used_is_named_at_once() {
    let scratch = Scratch::new();
    let outside = Scratch::new();
    let secret = outside.file("secret.csv", "x");
    // Sparse: the size is known without 200 MB of disk, and a reader that read it first would be slow to say so.
    std::fs::File::create(scratch.join("b-large.csv")).unwrap().set_len(200_000_000).unwrap();
    scratch.file("in/in/deep.csv", "");
    symlink(&secret, scratch.join("c-link.csv")).unwrap();
    symlink("nowhere", scratch.join("d-dangling.csv")).unwrap();
    symlink(scratch.path(), scratch.join("e-circle")).unwrap();
    std::os::unix::net::UnixListener::bind(scratch.join("f-socket")).unwrap();
    scratch.file("g\nline.csv", "");
    let limits = Limits { depth: 1, ..Limits::default() };
    let error = open(scratch.path(), limits).unwrap_err();
    let texts = problems(&error);
    assert_eq!(
        texts,
        [
            "`b-large.csv` has 200,000,000 bytes, and one file may have 16,777,216",
            "`c-link.csv` is a link that leaves the folder",
            "`d-dangling.csv` cannot be read: No such file or directory (os error 2)",
            "`e-circle` is a link to a folder",
            "`f-socket` is not a plain file",
            "`g\\nline.csv` has a name that is not plain text",
            "`in/in` lies too deep: folders may be nested 1 deep",
        ]
    );
    assert_eq!(error.to_string().lines().count(), 8);
}

#[test]
fn link_to_a_file_inside_is_read() {
    let scratch = Scratch::new();
    scratch.file("a.csv", "x");
    symlink("a.csv", scratch.join("b.csv")).unwrap();
    let folder = open(scratch.path(), Limits::default()).unwrap();
    assert_eq!(folder.file("b.csv"), Some(&b"x"[..]));
}

#[test]
fn limit_itself_is_allowed_and_one_byte_more_is_not() {
    let scratch = Scratch::new();
    scratch.file("a.csv", "1234");
    scratch.file("b.csv", "5678");
    let limits = Limits { file_bytes: 4, total_bytes: 8, ..Limits::default() };
    assert!(open(scratch.path(), limits).is_ok());
    let one_less = open(scratch.path(), Limits { total_bytes: 7, ..limits }).unwrap_err();
    assert_eq!(problems(&one_less), ["all files together have 8 bytes, and they may have 7"]);
    let smaller = open(scratch.path(), Limits { file_bytes: 3, ..limits }).unwrap_err();
    assert_eq!(smaller.problems.len(), 2);
    let fewer = open(scratch.path(), Limits { entries: 1, ..limits }).unwrap_err();
    assert!(matches!(fewer.problems[..], [Problem::TooManyEntries { limit: 1 }]));
}

#[test]
fn file_whose_size_is_a_lie_is_not_read_beyond_the_limit() {
    // The kernel says 0 bytes of it, and gives more.
    let version = Path::new("/proc/version");
    if version.exists() {
        assert!(matches!(read("version", version, 4), Err(Problem::TooLarge { bytes: 5, limit: 4, .. })));
    }
}

#[test]
fn missing_folder_and_a_file_in_its_place_are_named() {
    let scratch = Scratch::new();
    let missing = open(&scratch.join("none"), Limits::default()).unwrap_err();
    assert!(
        missing
            .to_string()
            .ends_with("none` cannot be used: it cannot be read: No such file or directory (os error 2)")
    );
    let file = scratch.file("a.csv", "");
    let file = open(&file, Limits::default()).unwrap_err();
    assert!(matches!(file.problems[..], [Problem::NotAFolder]));
}
