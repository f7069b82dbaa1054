//! `audit-recording score`, on the counts of 2014 and on invented audits whose rates were worked out by hand.

#![expect(clippy::unwrap_used, reason = "a test: the exceptions of clippy.toml do not reach its helpers")]

use std::{
    collections::BTreeMap, fs, os::unix::fs::PermissionsExt as _, path::PathBuf, process::Command,
    sync::LazyLock,
};

use acceptance::command::{Scratch, built, example};

static COMMAND: LazyLock<PathBuf> = LazyLock::new(|| built("audit-recording"));

struct Said {
    out: String,
    told: String,
    code: Option<i32>,
}

fn score(scratch: &Scratch, arguments: &[&str]) -> Said {
    let done =
        Command::new(&*COMMAND).current_dir(scratch.path()).arg("score").args(arguments).output().unwrap();
    Said {
        out: String::from_utf8(done.stdout).unwrap(),
        told: String::from_utf8(done.stderr).unwrap(),
        code: done.status.code(),
    }
}

/// The figures of a run: as printed, with the interval behind it.
fn figures(scratch: &Scratch, folder: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(scratch.path().join(folder).join("figures.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let cell = |row: &csv::StringRecord, at: usize| row.get(at).unwrap_or_default().to_owned();
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| (cell(&row, 0), format!("{} {}", cell(&row, 2), cell(&row, 8)).trim_end().to_owned()))
        .collect()
}

#[test]
fn the_counts_of_2014_are_scored_with_what_they_cannot_tell() {
    let scratch = Scratch::new().unwrap();
    let folder = example("counts-2014");
    let path = |name: &str| folder.join(name).display().to_string();
    let (counts, decisions) = (path("counts.csv"), path("decisions.csv"));
    let ask = ["--counts", &counts, "--decisions", &decisions, "--as-at", "2014-12-01", "--out"];
    let said = score(&scratch, &[&ask[..], &["scored"]].concat());
    assert_eq!(said.code, Some(0), "{}", said.told);
    let figures = figures(&scratch, "scored");
    // Shares by division, limits by Wilson's formula worked apart from the program.
    for (id, expected) in [
        ("audit.west-midlands.incidents.compliance", "98.8% 96.9% to 99.5%"),
        ("audit.west-midlands.directly-recorded.compliance", "97.6% 93.1% to 99.2%"),
        ("audit.west-midlands.all.compliance", "98.5% 96.9% to 99.3%"),
        ("audit.cleveland.incidents.compliance", "78.8% 69.0% to 86.2%"),
        ("audit.cheshire.incidents.compliance", "68.9% 58.7% to 77.5%"),
        ("audit.cheshire.incidents.classified", "93.5% 84.6% to 97.5%"),
        ("audit.cheshire.incidents.in-time", "69.4% 57.0% to 79.4%"),
        ("audit.cleveland.incidents.in-time", "not supplied"),
        ("audit.cheshire.all.unrecorded", "not supplied"),
        ("no-crime-decisions.cleveland.rape-robbery-and-violence.rate", "56.0% 45.3% to 66.1%"),
        ("no-crime-decisions.west-midlands.violence.rate", "67.7% 50.1% to 81.4%"),
    ] {
        assert_eq!(figures.get(id).map(String::as_str), Some(expected), "{id}");
    }
    for words in [
        "124 crimes came from 100 records",
        "the records are described as: dip sample; no rate of these counts may be read as a rate of the whole force",
        "Counts alone do not tell",
        "Source: West Midlands board paper of 1 July 2014, paragraph 13.",
    ] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    let read = |folder: &str, file: &str| fs::read(scratch.path().join(folder).join(file)).unwrap();
    let mode = |file: &str| {
        fs::metadata(scratch.path().join("scored").join(file)).unwrap().permissions().mode() & 0o777
    };
    assert_eq!(mode("findings.csv"), 0o600);
    // Same inputs, same day, same bytes; and what stands is not replaced unasked.
    assert_eq!(score(&scratch, &[&ask[..], &["again"]].concat()).code, Some(0));
    for file in ["manifest.json", "figures.csv", "summary-rates.csv", "findings.jsonl"] {
        assert!(read("scored", file) == read("again", file), "{file}");
    }
    let refused = score(&scratch, &[&ask[..], &["scored"]].concat());
    assert_eq!(refused.code, Some(2));
    assert!(refused.told.contains("--force"), "{}", refused.told);
}

#[test]
fn methods_are_chosen_by_name_and_a_name_that_is_none_is_refused() {
    let scratch = Scratch::new().unwrap();
    let counts = "stratum,records_examined,crimes_due,crimes_recorded\nCalls,40,30,24\n";
    fs::write(scratch.path().join("counts.csv"), counts).unwrap();
    let of = |interval: &str, out: &str| {
        score(
            &scratch,
            &["--counts", "counts.csv", "--as-at", "2026-06-01", "--interval", interval, "--out", out],
        )
    };
    // The four intervals of 24 of 30 as `crates/statistics/data/intervals-mpmath.csv` has them.
    for (interval, expected) in [
        ("wilson", "80.0% 62.7% to 90.5%"),
        ("clopper-pearson", "80.0% 61.4% to 92.3%"),
        ("jeffreys", "80.0% 63.3% to 91.2%"),
        ("agresti-coull", "80.0% 62.3% to 90.9%"),
    ] {
        assert_eq!(of(interval, interval).code, Some(0));
        let found = figures(&scratch, interval);
        assert_eq!(found["audit.calls.compliance"], expected, "{interval}");
    }
    let refused = of("wild", "wild");
    assert_eq!(refused.code, Some(2));
    assert!(refused.told.contains("`wild` is no method of an interval"), "{}", refused.told);
    assert!(!scratch.path().join("wild").exists());
}
