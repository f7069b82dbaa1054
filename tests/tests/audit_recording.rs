//! `audit-recording`, as a user asks it.

use std::{path::PathBuf, process::Command, sync::LazyLock};

use acceptance::command::built;

static COMMAND: LazyLock<PathBuf> = LazyLock::new(|| built("audit-recording"));

/// What it says on standard output, on standard error, and its exit code.
#[expect(clippy::unwrap_used, reason = "a test without the command must fail")]
fn ask(arguments: &[&str]) -> (String, String, Option<i32>) {
    let done = Command::new(&*COMMAND).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(done.stdout), text(done.stderr), done.status.code())
}

#[test]
fn an_offence_is_told_with_every_class_that_holds_it() {
    let (said, _, code) = ask(&["offence", "008/06"]);
    assert_eq!(code, Some(0));
    // Classes 8N and 8S of the list for 2026/27 both hold assault occasioning actual bodily harm.
    assert!(said.contains("008/06  Assault occasioning actual bodily harm"), "{said}");
    assert!(said.contains("8N, Assault with") && said.contains("8S, Assault with"), "{said}");
    assert!(said.contains("counted         per victim"), "{said}");
    assert!(said.contains("either way; longest sentence 5 years"), "{said}");
}

#[test]
fn a_day_before_the_law_is_no_and_a_day_the_list_does_not_speak_of_is_not_known() {
    // Strangulation: section 75A of the Serious Crime Act 2015 since 7 June 2022, as the list prints it.
    assert!(ask(&["offence", "008/77", "--on", "2022-06-06"]).0.contains("in force on 2022-06-06: no"));
    assert!(ask(&["offence", "008/77", "--on", "2022-06-07"]).0.contains("in force on 2022-06-07: yes"));
    assert!(
        ask(&["offence", "005/01", "--on", "2010-01-01"]).0.contains("in force on 2010-01-01: not known")
    );
}

#[test]
fn a_search_finds_every_word_and_says_so_if_it_finds_none() {
    let (said, _, code) = ask(&["offences", "--search", "pedal cycle"]);
    assert_eq!(code, Some(0));
    assert!(said.lines().all(|line| line.to_lowercase().contains("pedal cycle")), "{said}");
    let (said, told, code) = ask(&["offences", "--search", "zzz"]);
    assert_eq!((said.as_str(), code), ("", Some(2)));
    assert_eq!(told, "error: no offence of the list for 2026/27 holds the words `zzz`\n");
}

#[test]
fn an_offence_that_is_not_listed_is_refused() {
    let (said, told, code) = ask(&["offence", "999/99"]);
    assert_eq!((said.as_str(), code), ("", Some(2)));
    assert!(told.starts_with("error: `999/99` is neither a subcode"), "{told}");
}

#[test]
fn a_deadline_comes_with_its_working_and_how_the_text_was_read() {
    let (said, _, code) = ask(&["deadline", "--received", "2026-05-01T14:30"]);
    assert_eq!(code, Some(0));
    // 14:30 on 1 May 2026 and 24 hours.
    assert!(
        said.starts_with("no later than 2026-05-02 14:30\n  24 hours after receipt at 2026-05-01 14:30\n"),
        "{said}"
    );
    assert!(said.contains("page 10, When to record (read in full)"), "{said}");
    assert!(ask(&["deadline", "--received", "2014-07-01T10:00"]).0.contains("2014-07-04 10:00"));
    let (said, told, code) = ask(&["deadline", "--received", "2012-10-31T12:00"]);
    assert_eq!((said.as_str(), code), ("", Some(2)));
    assert_eq!(told, "error: no edition of rule `recording-deadline` is held for 2012-10-31\n");
}

#[test]
fn both_readings_are_told_when_the_clocks_change() {
    let (said, _, _) = ask(&["deadline", "--received", "2026-10-24T12:00"]);
    assert!(said.starts_with("no later than 2026-10-25 11:00\n"), "{said}");
    assert!(
        said.contains("2026-10-25 12:00 by the clock, 2026-10-25 11:00 as hours pass; the earlier is safe"),
        "{said}"
    );
}

#[test]
fn a_rule_is_listed_and_explained() {
    assert!(ask(&["rules"]).0.contains("recording-deadline"));
    assert!(ask(&["explain", "recording-deadline"]).0.contains("what mends it"));
    assert_eq!(ask(&["explain", "nope"]).2, Some(2));
}
