//! Killed at any instant, the real command leaves one of two papers whole under the name, and the next run tidies up.
//!
//! `swap.rs` kills a program that does little else than write; here it is `compose-paper` that is killed, from its start
//! to its end. Nothing is asserted about time: the delays only spread the kills over the length of a run. To see what
//! was hit: `cargo test -p acceptance --test killed -- --nocapture`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test: the exceptions of clippy.toml do not reach its helpers"
)]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use acceptance::command::{Scratch, compose_paper, example};
use batch::verify;

const KILLS: u32 = 208;
/// So many kills stand between two runs that are left alone.
const ROUND: u32 = 26;
const LEFTOVER: &str = ".paper.registrar-new-";

#[test]
fn command_killed_208_times_leaves_a_whole_paper_every_time() {
    let home = Home::new();
    let mut tally = Tally::default();
    let mut length = Duration::ZERO;
    let mut before = Day::First;
    for kill in 0..KILLS {
        if kill % ROUND == 0 {
            (length, before) = home.left_alone(before);
        }
        let mut child = home.start(Day::of(kill));
        // 7 and 26 have no common factor, so each round visits every part of a run, a little past its end too.
        let part = f64::from(kill * 7 % ROUND) / f64::from(ROUND - 2);
        std::thread::sleep(length.mul_f64(part));
        if child.try_wait().unwrap().is_none() {
            tally.hit_a_running_process += 1;
        }
        child.kill().unwrap();
        child.wait().unwrap();

        let held = home.held();
        match held {
            Day::First => tally.found_the_first_paper += 1,
            Day::Second => tally.found_the_second_paper += 1,
        }
        if held != before {
            tally.found_another_paper_than_before += 1;
        }
        before = held;
        if home.names().iter().any(|name| name.starts_with(LEFTOVER)) {
            tally.left_something_unfinished += 1;
        }
    }
    home.left_alone(before);
    println!("{KILLS} kills, the last run took {length:?}: {tally:#?}");
    // A spread that never hits a run at work, or never while it writes, would test nothing.
    assert!(tally.hit_a_running_process > 0 && tally.left_something_unfinished > 0, "{tally:?}");
}

#[derive(Debug, Default)]
struct Tally {
    hit_a_running_process: u32,
    left_something_unfinished: u32,
    found_the_first_paper: u32,
    found_the_second_paper: u32,
    found_another_paper_than_before: u32,
}

/// The two papers of one folder differ in the day for which they were computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    First,
    Second,
}

impl Day {
    const BOTH: [Self; 2] = [Self::First, Self::Second];

    const fn of(kill: u32) -> Self {
        if kill.is_multiple_of(2) { Self::First } else { Self::Second }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::First => "2014-07-01",
            Self::Second => "2015-04-01",
        }
    }
}

/// The files of a paper.
type Paper = BTreeMap<String, Vec<u8>>;

struct Home {
    scratch: Scratch,
    /// What undisturbed runs write, in the order of [`Day::BOTH`].
    whole: [Paper; 2],
}

impl Home {
    /// A home in which the paper of the first day stands.
    fn new() -> Self {
        let scratch = Scratch::new().unwrap();
        let whole = Day::BOTH.map(|day| {
            let elsewhere = scratch.path().join("elsewhere");
            fs::create_dir(&elsewhere).unwrap();
            let out = elsewhere.join("paper");
            assert!(command(day, &out).status().unwrap().success());
            assert_eq!(verify::verify(&out).unwrap(), []);
            let paper = read(&out);
            fs::remove_dir_all(elsewhere).unwrap();
            paper
        });
        assert_ne!(whole[0], whole[1], "two papers that are alike cannot be told apart");
        let home = Self { scratch, whole };
        assert!(command(Day::First, &home.target()).status().unwrap().success());
        assert_eq!(home.held(), Day::First);
        home
    }

    fn target(&self) -> PathBuf {
        self.scratch.path().join("paper")
    }

    fn start(&self, day: Day) -> Child {
        command(day, &self.target()).spawn().unwrap()
    }

    /// Which of the two papers stands under the name. Anything else fails the test.
    fn held(&self) -> Day {
        let differences =
            verify::verify(&self.target()).unwrap_or_else(|error| panic!("no whole paper: {error:?}"));
        assert_eq!(differences, [], "no whole paper");
        let found = read(&self.target());
        let day = Day::BOTH.into_iter().zip(&self.whole).find(|(_, whole)| **whole == found);
        day.unwrap_or_else(|| panic!("neither paper, but {:?}", found.keys())).0
    }

    /// Runs to the end for the paper that does not stand, whatever the killed runs left. Says how long it took, and
    /// which paper stands now.
    fn left_alone(&self, stands: Day) -> (Duration, Day) {
        let other = if stands == Day::First { Day::Second } else { Day::First };
        let start = Instant::now();
        assert!(command(other, &self.target()).status().unwrap().success());
        let took = start.elapsed();
        assert_eq!(self.held(), other);
        assert_eq!(self.names(), [".paper.registrar-lock", "paper"], "nothing is left behind");
        (took, other)
    }

    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(self.scratch.path()).unwrap();
        let mut names: Vec<String> =
            names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn command(day: Day, out: &Path) -> Command {
    let mut command = Command::new(compose_paper());
    command.arg(example("west-midlands-2014")).args(["--as-at", day.text(), "--force", "--out"]).arg(out);
    command.stdout(Stdio::null());
    command
}

fn read(folder: &Path) -> Paper {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    files.map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap())).collect()
}
