//! Killed at any instant while it writes, a run leaves a whole set of outputs or none, and the next run tidies up.
//!
//! The test starts itself again as the program that is killed, so that the real code runs in a real process. Nothing is
//! asserted about time: the delays only spread the kills over the whole of what a run does. To see what was found:
//! `cargo test -p acceptance --test swap -- --nocapture`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test: the exceptions of clippy.toml do not reach its helpers"
)]

use std::{
    env, fs,
    io::{BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{self, Child, Command, Stdio},
    time::{Duration, Instant},
};

use batch::{
    manifest::Manifest,
    output::{self, OutputFile, OutputSet, Replace, Swap, WriteError},
    verify,
};

const TARGET: &str = "REGISTRAR_TEST_SWAP_TARGET";
const WAY: &str = "REGISTRAR_TEST_SWAP_WAY";
const SWAPPED: &str = "swapped";
const LOCK: &str = ".paper.registrar-lock";
const OLD: &str = ".paper.registrar-old";

#[test]
fn exchange_killed_220_times_never_shows_half_a_set_nor_none() {
    let tally = kill_often(220, Swap::Exchange);
    assert_eq!(tally.moved_aside, 0, "an exchange moves nothing aside");
}

#[test]
fn two_renames_killed_80_times_show_a_whole_set_or_have_it_aside() {
    kill_often(80, Swap::TwoRenames);
}

#[test]
fn name_stands_at_every_instant_of_an_exchange() {
    let home = Home::new("stands");
    output::write(&home.target(), &set(Letter::A), Replace::Never).unwrap();
    let mut child = home.start(Swap::Exchange);
    let mut lines = Lines::of(&mut child);
    lines.wait_for(1);
    let looks = 20_000;
    for look in 0..looks {
        assert!(fs::symlink_metadata(home.target()).is_ok(), "the name was gone at look {look}");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    println!("looked {looks} times while another process swapped: the name stood every time");
}

/// Not a test of its own: what the tests above start and kill. Without their instructions it does nothing.
#[test]
fn program_that_is_killed() {
    let (Ok(target), Ok(way)) = (env::var(TARGET), env::var(WAY)) else { return };
    let swap = if way == "exchange" { Swap::Exchange } else { Swap::TwoRenames };
    // Not for ever: should the killer die, this ends by itself.
    for letter in [Letter::A, Letter::B].into_iter().cycle().take(20_000) {
        output::write_by(Path::new(&target), &set(letter), Replace::Ours, swap).unwrap();
        println!("{SWAPPED}");
        std::io::stdout().flush().unwrap();
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Letter {
    A,
    B,
}

/// Two sets that differ in every file, in their sizes and in which files there are. Many files rather than large ones:
/// an unoptimised build spends its time on digests otherwise, and the kills would seldom meet it writing.
fn set(letter: Letter) -> OutputSet {
    let (fill, version, how_many) = match letter {
        Letter::A => (b'a', "1", 24),
        Letter::B => (b'b', "2", 19),
    };
    let files = (0..how_many).map(|number| {
        let bytes = vec![fill; if number == 0 { 50_000 } else { 500 + number }];
        match number {
            0 => OutputFile::open_to_all("index.html", bytes),
            1 => OutputFile::person_level("claims.csv", bytes),
            _ => OutputFile::open_to_all(format!("data/{number}.csv"), bytes),
        }
    });
    OutputSet {
        manifest: Manifest::new("swap-target", version, rulebook::day(2014, 7, 1)),
        files: files.collect(),
    }
}

/// Which whole set a folder holds; none if there is no folder. Anything else fails the test.
fn held(folder: &Path) -> Option<Letter> {
    fs::symlink_metadata(folder).ok()?;
    let differences = verify::verify(folder).unwrap_or_else(|error| panic!("not a whole set: {error:?}"));
    assert_eq!(differences, [], "not a whole set");
    let outputs = verify::read_manifest(folder).unwrap().outputs;
    let letter = [Letter::A, Letter::B]
        .into_iter()
        .find(|letter| set(*letter).sealed().unwrap().outputs == outputs)
        .unwrap_or_else(|| panic!("neither set A nor set B: {outputs:?}"));
    Some(letter)
}

#[derive(Debug, Default)]
struct Tally {
    a: u32,
    b: u32,
    never_written: u32,
    moved_aside: u32,
    in_the_middle: u32,
}

fn kill_often(kills: u32, swap: Swap) -> Tally {
    let home = Home::new(if swap == Swap::Exchange { "exchange" } else { "renames" });
    let pace = home.pace(swap);
    let mut tally = Tally::default();
    for kill in 0..kills {
        if kill % 5 == 0 && home.target().exists() {
            fs::remove_dir_all(home.target()).unwrap();
        }
        let mut stood = home.target().exists();
        let mut child = home.start(swap);
        // After none, one, two or three swaps, and then somewhere in the next: 37 and 100 have no common factor, so
        // that the hundredths are all visited.
        let swaps = kill % 4;
        let part = f64::from(kill * 37 % 100) / 100.0;
        if swaps == 0 {
            std::thread::sleep(pace.first.mul_f64(part * 1.2));
        } else {
            Lines::of(&mut child).wait_for(swaps);
            stood = true;
            std::thread::sleep(pace.next.mul_f64(part * 1.2));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        home.check(swap, stood, &mut tally);
    }
    println!("{swap:?}: {kills} kills: {tally:?}");
    // A spread that never hits a run at work would test nothing.
    assert!(tally.a > 0 && tally.b > 0 && tally.in_the_middle > 0, "{tally:?}");
    tally
}

/// How long a run takes here: from its start to its first swap, and from one swap to the next.
struct Pace {
    first: Duration,
    next: Duration,
}

struct Home(PathBuf);

impl Home {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("registrar-swap-{name}-{}", process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn target(&self) -> PathBuf {
        self.0.join("paper")
    }

    fn start(&self, swap: Swap) -> Child {
        Command::new(env::current_exe().unwrap())
            .args(["program_that_is_killed", "--exact", "--nocapture"])
            .env(TARGET, self.target())
            .env(WAY, if swap == Swap::Exchange { "exchange" } else { "two-renames" })
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    fn pace(&self, swap: Swap) -> Pace {
        let start = Instant::now();
        let mut child = self.start(swap);
        let mut lines = Lines::of(&mut child);
        lines.wait_for(1);
        let first = start.elapsed();
        lines.wait_for(10);
        let next = start.elapsed().saturating_sub(first) / 10;
        child.kill().unwrap();
        child.wait().unwrap();
        Pace { first, next }
    }

    /// What must hold after a kill. `stood`: a whole set had stood under the name before.
    fn check(&self, swap: Swap, stood: bool, tally: &mut Tally) {
        let aside = held_aside(&self.0.join(OLD), swap);
        match held(&self.target()) {
            Some(Letter::A) => tally.a += 1,
            Some(Letter::B) => tally.b += 1,
            None if !stood => tally.never_written += 1,
            None => {
                assert_eq!(swap, Swap::TwoRenames, "an exchange never leaves the name empty");
                assert!(aside.is_some(), "the earlier set is neither under its name nor aside");
                tally.moved_aside += 1;
                // Even a run that may not replace anything brings it back.
                let refused = output::write_by(&self.target(), &set(Letter::A), Replace::Never, swap);
                assert!(matches!(refused, Err(WriteError::Exists { .. })), "{refused:?}");
                assert_eq!(held(&self.target()), aside);
            }
        }
        if self.names().iter().any(|name| name.starts_with(".paper.registrar-new-")) {
            tally.in_the_middle += 1;
        }
        let next = if held(&self.target()) == Some(Letter::A) { Letter::B } else { Letter::A };
        let written = output::write_by(&self.target(), &set(next), Replace::Ours, swap).unwrap();
        assert!(written.left_behind.is_none());
        assert_eq!(held(&self.target()), Some(next));
        assert_eq!(self.names(), [LOCK, "paper"]);
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(&self.0)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        // A test that fails already says why.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The set moved aside. It may be half removed if the new one stands already; then nobody needs it.
fn held_aside(old: &Path, swap: Swap) -> Option<Letter> {
    match swap {
        Swap::Exchange => {
            assert!(fs::symlink_metadata(old).is_err(), "an exchange moves nothing aside");
            None
        }
        Swap::TwoRenames => {
            let is_needed = fs::symlink_metadata(old.with_file_name("paper")).is_err();
            if is_needed { held(old) } else { None }
        }
    }
}

/// What the child says, line by line.
struct Lines(BufReader<process::ChildStdout>);

impl Lines {
    fn of(child: &mut Child) -> Self {
        Self(BufReader::new(child.stdout.take().unwrap()))
    }

    fn wait_for(&mut self, swaps: u32) {
        let mut seen = 0;
        let mut line = String::new();
        while seen < swaps {
            line.clear();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the program ended by itself");
            // The test harness of the child writes lines of its own, and may leave one unfinished before ours.
            if line.trim_end().ends_with(SWAPPED) {
                seen += 1;
            }
        }
    }
}
