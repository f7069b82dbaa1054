//! The papers byte for byte, as they were last looked at.

use std::{env, fs, path::Path, process::Command};

use acceptance::{
    command::{Scratch, compose_paper},
    house,
};

use crate::written::{FINDINGS, MARKDOWN, first, later, synthetic};

#[test]
fn papers_are_those_kept() {
    let mut differ = Vec::new();
    for written in [first(), later(), synthetic()] {
        let kept = house::top().join("tests/golden").join(written.name);
        for name in ["figures.csv", FINDINGS, MARKDOWN] {
            let (kept, now) = (kept.join(name), &written.files[name]);
            if env::var_os("UPDATE_GOLDEN").is_some() {
                fs::create_dir_all(kept.parent().unwrap()).unwrap();
                fs::write(&kept, now).unwrap();
            }
            let before = fs::read_to_string(&kept).unwrap_or_default();
            if before != *now {
                let line = before.lines().zip(now.lines()).take_while(|(before, now)| before == now).count();
                let at = |text: &str| text.lines().nth(line).unwrap_or("(the end)").to_owned();
                differ.push(format!(
                    "{}/{name}, line {}\n  kept: {}\n  now:  {}",
                    written.name,
                    line + 1,
                    at(&before),
                    at(now)
                ));
            }
        }
    }
    assert!(
        differ.is_empty(),
        "{}\n\nIf the change is meant, renew what is kept, and read the difference before you commit it:\n  \
         UPDATE_GOLDEN=1 cargo test -p acceptance --test papers",
        differ.join("\n")
    );
}

/// From another folder, with another name, in another place and language, the same bytes.
#[test]
fn same_input_same_bytes() {
    for (written, example, as_at) in [
        (first(), "west-midlands-2014", "2014-07-01"),
        (later(), "west-midlands-2014", "2015-04-01"),
        (synthetic(), "synthetic-claims", "2014-07-01"),
    ] {
        let scratch = Scratch::new().unwrap();
        scratch.copy_of(example).unwrap();
        let status = Command::new(compose_paper())
            .args(["force", "--as-at", as_at, "--out", "another"])
            .current_dir(scratch.path())
            .envs([("TZ", "Pacific/Kiritimati"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")])
            .output()
            .unwrap()
            .status;
        assert_eq!(status.code(), Some(0));
        assert_eq!(names(&scratch.path().join("another")), names(&written.out.path().join("paper")));
        for (name, bytes) in &written.files {
            let again = fs::read_to_string(scratch.path().join("another").join(name)).unwrap();
            assert!(again == *bytes, "{}: {name} differs from run to run", written.name);
        }
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
