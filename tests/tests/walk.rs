//! The page on auditing shows what is printed: every command on it, run one after the other in a copy of its example.

#![expect(clippy::unwrap_used, reason = "a test: the exceptions of clippy.toml do not reach its helpers")]

use std::{env, fs, process::Command};

use acceptance::{
    command::{Scratch, built, example},
    house,
};

/// The commands of a page with what each prints.
fn shown(page: &str) -> Vec<(String, String)> {
    let blocks = page.split("```console\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let mut shown: Vec<(String, String)> = Vec::new();
    for line in blocks.flat_map(str::lines) {
        match line.strip_prefix("$ ") {
            Some(command) => shown.push((command.to_owned(), String::new())),
            None => shown.last_mut().unwrap().1.extend([line, "\n"]),
        }
    }
    shown
}

#[test]
fn every_command_on_the_page_about_auditing_prints_what_it_shows() {
    let page = fs::read_to_string(house::top().join("docs/recording-audit.md")).unwrap();
    let scratch = Scratch::new().unwrap();
    let folder = scratch.copy_of("synthetic-audit").unwrap();
    fs::copy(example("counts-2014").join("counts.csv"), folder.join("counts.csv")).unwrap();
    let command = built("audit-recording");
    let path = format!("{}:{}", command.parent().unwrap().display(), env::var("PATH").unwrap());
    let shown = shown(&page);
    assert!(shown.len() >= 10, "the page has lost its commands");
    for (command, printed) in shown {
        let done = Command::new("sh")
            .args(["-c", &command])
            .current_dir(&folder)
            .env("PATH", &path)
            .output()
            .unwrap();
        let said = String::from_utf8(done.stdout).unwrap();
        assert_eq!(said, printed, "{command}: {}", String::from_utf8_lossy(&done.stderr));
    }
}
