//! What is asked of the command line: folders, outputs, codes and pipes.

use std::{fs, io, process::Command};

use acceptance::command::{Scratch, compose_paper, example};
use batch::verify;

use crate::case::{Case, DECISIONS, EXAMPLE, ask, content, figures};

#[test]
fn folder_that_does_not_exist_is_refused() {
    let case = Case::new();
    fs::remove_dir_all(case.path("")).unwrap();
    for more in [&[][..], &["--force"], &["--fail-on", "never"]] {
        let before = content(&case.paper());
        let said = case.run(&case.paper(), more);
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
        assert!(said.err.contains("No such file"), "{}", said.err);
        assert_eq!(content(&case.paper()), before);
    }
}

#[test]
fn file_in_place_of_the_folder_is_refused() {
    let scratch = Scratch::new().unwrap();
    let (file, out) = (scratch.path().join("file"), scratch.path().join("out"));
    fs::write(&file, "text").unwrap();
    let said = ask(&[file.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    assert!(said.err.contains("not a folder"), "{}", said.err);
    assert!(!out.exists());
}

#[test]
fn folder_of_a_stranger_is_never_replaced() {
    let case = Case::new();
    let mine = case.fresh();
    fs::create_dir(&mine).unwrap();
    fs::write(mine.join("notes.txt"), "mine").unwrap();
    let stranger = |out: &std::path::Path, why: &str| {
        let before = content(out);
        for more in [&[][..], &["--force"], &["--force", "--fail-on", "never"]] {
            let said = case.run(out, more);
            assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
            let expected = format!(
                "`{}` was not made by this program as it stands and is left alone: {why}; name another folder or move \
                 this one away",
                out.display()
            );
            assert_eq!(said.errors(), [expected]);
            assert_eq!(content(out), before);
        }
    };
    stranger(&mine, "it is a folder without a manifest.json");
    fs::write(mine.join("manifest.json"), "{\"program\": \"other\"}").unwrap();
    stranger(&mine, "its manifest.json was not written by Registrar");
    fs::write(case.paper().join("notes.txt"), "mine").unwrap();
    stranger(&case.paper(), "its manifest does not name `notes.txt`");
}

#[test]
fn earlier_paper_is_replaced_only_by_force() {
    let case = Case::new();
    case.replace("paper.toml", "title = \"Portfolio", "title = \"The portfolio");
    let before = content(&case.paper());
    let said = case.run(&case.paper(), &[]);
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    assert!(
        said.err.ends_with("holds the outputs of an earlier run: say --force to replace them\n"),
        "{}",
        said.err
    );
    assert_eq!(content(&case.paper()), before);
    assert_eq!(case.run(&case.paper(), &["--force"]).code, Some(0));
    assert_ne!(content(&case.paper()), before);
    assert_eq!(verify::verify(&case.paper()).unwrap(), []);
}

#[test]
fn severity_from_which_a_run_fails_is_chosen() {
    let case = Case::new();
    // The example has warnings and no errors.
    let before = content(&case.paper());
    assert_eq!(case.run(&case.fresh(), &["--fail-on", "warning"]).code, Some(1));
    assert_eq!(content(&case.fresh()), before, "a paper is written where none stood");
    assert_eq!(case.run(&case.paper(), &["--force", "--fail-on", "warning"]).code, Some(1));
    assert_eq!(content(&case.paper()), before);

    case.append(DECISIONS, "Burglary,10,12,not known,13\n");
    assert_eq!(case.run(&case.paper(), &["--force", "--fail-on", "never"]).code, Some(0));
    let printed = figures(&case.paper());
    let wrong = printed.get("no-crime-decisions.wrong").unwrap();
    assert_eq!(wrong, "withheld (1 of 4 rows of audit/no_crime_decisions.csv rejected)");
}

#[test]
fn check_gives_the_same_codes_and_writes_nothing() {
    let scratch = Scratch::new().unwrap();
    let force = scratch.copy_of(EXAMPLE).unwrap();
    let check = |more: &[&str]| {
        let mut arguments = vec!["check", force.to_str().unwrap(), "--as-at", "2014-07-01"];
        arguments.extend(more);
        ask(&arguments)
    };
    assert_eq!(check(&[]).code, Some(0));
    assert_eq!(check(&["--fail-on", "warning"]).code, Some(1));
    let decisions = force.join(DECISIONS);
    let text = fs::read_to_string(&decisions).unwrap();
    fs::write(&decisions, text.clone() + "Burglary,10,12,not known,13\n").unwrap();
    let said = check(&[]);
    assert_eq!(said.code, Some(1));
    let told =
        "audit/no_crime_decisions.csv, line 5, column correct: error [correct-within-examined]: Burglary: 12";
    assert!(said.out.contains(told), "{}", said.out);
    fs::write(&decisions, text + "\"Burglary,10\n").unwrap();
    let said = check(&["--fail-on", "never"]);
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    assert!(said.err.contains("audit/no_crime_decisions.csv, line 5: a quoted cell"), "{}", said.err);
    assert_eq!(fs::read_dir(scratch.path()).unwrap().count(), 1, "nothing is written");
}

#[test]
fn closed_standard_output_is_no_error() {
    let scratch = Scratch::new().unwrap();
    let out = scratch.path().join("paper");
    let (reader, writer) = io::pipe().unwrap();
    drop(reader);
    let done = Command::new(compose_paper())
        .arg(example(EXAMPLE))
        .args(["--as-at", "2014-07-01", "--out"])
        .arg(&out)
        .stdout(writer)
        .output()
        .unwrap();
    assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), &b""[..]));
    assert_eq!(verify::verify(&out).unwrap(), []);
}
