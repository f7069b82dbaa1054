//! A folder with small tables of forces, and what the command says of them.

use std::{fmt::Write as _, fs, path::PathBuf, process::Command, sync::LazyLock};

use acceptance::command::{Scratch, built};

static COMMAND: LazyLock<PathBuf> = LazyLock::new(|| built("benchmark-forces"));

/// The forces of the tables, and how many robberies each had in the year to March 2018.
const FORCES: [(&str, u32); 12] = [
    ("Avon and Somerset", 1_000),
    ("Bedfordshire", 1_010),
    ("Cambridgeshire", 990),
    ("Cheshire", 1_005),
    ("Cleveland", 995),
    ("Cumbria", 1_020),
    ("Derbyshire", 980),
    ("Dorset", 1_015),
    ("Essex", 985),
    ("Greater Manchester", 2_000),
    ("Kent", 1_001),
    ("West Midlands", 999),
];

/// Offences of robbery and shoplifting of these forces in three years to March; so many in each year, but for robbery.
pub fn figures() -> String {
    let mut text = "force,class,value,year\n".to_owned();
    for (force, robberies) in FORCES {
        for (year, fewer) in [("2015/16", 20), ("2016/17", 10), ("2017/18", 0)] {
            let value = robberies - fewer;
            writeln!(text, "{force},Robbery,{value},{year}\n{force},Shoplifting,5000,{year}").unwrap();
        }
    }
    text
}

/// A million people in each force area, each year.
pub fn populations() -> String {
    let mut text = "force,year,people,source\n".to_owned();
    for (force, _) in FORCES {
        for year in 2014..=2018 {
            writeln!(text, "{force},{year},1000000,invented for a test").unwrap();
        }
    }
    text
}

/// One measure: robberies per 1,000 people.
pub const ROBBERY: &str = "[[measure]]
id = \"robbery\"
title = \"Robbery\"
numerator = { kind = \"classes\", classes = [\"Robbery\"] }
denominator = { kind = \"people\" }
multiplier = 1000
better = \"lower\"
unit = \"offences per 1,000 people\"
decimals = 2
";

/// What the command said.
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// A folder with `figures.csv`, `people.csv` and `measures.toml`.
pub struct Case(Scratch);

impl Case {
    pub fn new() -> Self {
        let case = Self(Scratch::new().unwrap());
        case.file("figures.csv", figures());
        case.file("people.csv", populations());
        case.file("measures.toml", ROBBERY);
        case
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs the command with these words.
    pub fn run(&self, words: &[&str]) -> Said {
        let done = Command::new(&*COMMAND).current_dir(self.0.path()).args(words).output().unwrap();
        Said {
            code: done.status.code(),
            out: String::from_utf8(done.stdout).unwrap(),
            err: String::from_utf8(done.stderr).unwrap(),
        }
    }

    /// Runs a verb as at one day.
    pub fn verb(&self, words: &[&str]) -> Said {
        self.run(&[words, &["--as-at", "2026-12-01"]].concat())
    }

    /// The report on a force into `out`.
    pub fn report(&self, out: &str, more: &[&str]) -> Said {
        let given = ["report", "figures.csv", "--population", "people.csv", "--measures", "measures.toml"];
        self.verb(&[&given, more, &["--out", out]].concat())
    }

    /// What cannot be done writes nothing, and says each of these.
    pub fn refused(&self, said: &Said, says: &[&str]) {
        assert_eq!(said.code, Some(2), "{}{}", said.out, said.err);
        assert_eq!(said.out, "");
        assert!(!self.path("out").exists(), "it could not, and wrote all the same");
        for words in says {
            assert!(said.err.contains(words), "`{words}` is not in: {}", said.err);
        }
        assert!(!said.err.contains("panicked"), "{}", said.err);
    }
}
