//! `audit-recording score`, on the counts of 2014 and on invented audits whose rates were worked out by hand.

#![expect(clippy::unwrap_used, reason = "a test: the exceptions of clippy.toml do not reach its helpers")]

use std::{
    collections::BTreeMap, fmt::Write as _, fs, os::unix::fs::PermissionsExt as _, path::PathBuf,
    process::Command, sync::LazyLock,
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

/// A sample of two strata with 40 cases each: 1,000 records in the north, 3,000 in the south; the first ten of each for Ann and Bob.
fn sampled() -> Scratch {
    let scratch = Scratch::new().unwrap();
    let mut cases = Vec::new();
    let header = "case,line,auditor,stratum,judgement,class_due,class_recorded,received,recorded,victim_told,no_crime,notes\n";
    let (mut ann, mut bob) = (header.to_owned(), header.to_owned());
    for (stratum, recorded) in [("North", 36), ("South", 30)] {
        for at in 0..40 {
            let key = format!("{}{at:02}", stratum.chars().next().unwrap());
            let both = at < 10;
            let auditors = if both { vec!["Ann", "Bob"] } else { vec!["Ann"] };
            cases.push(serde_json::json!({
                "case": key, "stratum": stratum, "rank": at + 1, "use": "drawn", "auditors": auditors
            }));
            let says = if at < recorded {
                "recorded,8N,8N,2026-05-02T10:00,2026-05-03T10:00,yes,,"
            } else {
                "not recorded,8N,,,,,,"
            };
            writeln!(ann, "{key},1,Ann,{stratum},{says}").unwrap();
            if both {
                let says = if key == "N09" { "not recorded,8N,,,,,," } else { says };
                writeln!(bob, "{key},1,Bob,{stratum},{says}").unwrap();
            }
        }
    }
    let strata: Vec<serde_json::Value> = [("North", 1000), ("South", 3000)]
        .into_iter()
        .map(|(stratum, population)| {
            serde_json::json!({ "stratum": stratum, "population": population, "size": 40, "reserve": 0 })
        })
        .collect();
    let manifest = serde_json::json!({
        "program": "invented", "method": "registrar draw 1", "as_at": "2026-06-01",
        "frame": { "file": "frame.csv", "bytes": 0, "sha256": "", "rows": 4000 },
        "filter": { "from": "2026-05-01", "to": "2026-05-31" },
        "strata_columns": ["area"], "seed": "invented", "strata": strata, "cases": cases, "drawn_sha256": ""
    });
    fs::write(scratch.path().join("sample-manifest.json"), manifest.to_string()).unwrap();
    fs::write(scratch.path().join("ann.csv"), ann).unwrap();
    fs::write(scratch.path().join("bob.csv"), bob).unwrap();
    scratch
}

const JUDGED: [&str; 6] =
    ["--manifest", "sample-manifest.json", "ann.csv", "bob.csv", "--as-at", "2026-06-01"];

#[test]
fn sheets_are_scored_and_a_disagreement_is_decided_in_the_file_that_came_out() {
    let scratch = sampled();
    let said = score(&scratch, &[&JUDGED[..], &["--out", "scored", "--fail-on", "warning"]].concat());
    assert_eq!(said.code, Some(1), "{}", said.told);
    assert!(said.out.contains("80 cases were drawn to be judged and 79 count"), "{}", said.out);
    assert!(
        said.out.contains("Two auditors agree on the judgement of 19 of 20 cases: too few to say."),
        "{}",
        said.out
    );
    let found = figures(&scratch, "scored");
    // 4 of the north are missing: suppressed, and the south with them, for the totals would tell.
    assert_eq!(found["audit.north.compliance"], "suppressed");
    assert_eq!(found["audit.south.compliance"], "suppressed");
    let read = |name: &str| fs::read_to_string(scratch.path().join("scored").join(name)).unwrap();
    for name in ["judgements.csv", "disagreements.csv", "findings.csv", "findings.jsonl"] {
        let mode = fs::metadata(scratch.path().join("scored").join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    assert_eq!(read("judgements.csv").lines().count(), 1 + 80 + 20);
    // The moderator fills in what stands, the post and the reason.
    let table = read("disagreements.csv");
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows.len(), 2, "{table}");
    assert!(rows[1].starts_with("N09,1,,8N,,") && rows[1].contains("Ann,recorded,8N,8N"), "{}", rows[1]);
    let (header, row) = table.split_once('\n').unwrap();
    let columns: Vec<&str> = header.split(',').collect();
    let mut cells: Vec<&str> = row.trim_end().split(',').collect();
    for (column, filled) in [
        ("judgement", "recorded"),
        ("class_recorded", "8N"),
        ("recorded", "2026-05-03T10:00"),
        ("victim_told", "yes"),
        ("decided_by", "Force Crime Registrar"),
        ("why", "found under another log"),
    ] {
        let at = columns.iter().position(|name| *name == column).unwrap();
        *cells.get_mut(at).unwrap() = filled;
    }
    fs::write(scratch.path().join("moderation.csv"), format!("{header}\n{}\n", cells.join(","))).unwrap();
    let more =
        ["--moderation", "moderation.csv", "--threshold", "0", "--fail-on", "warning", "--out", "decided"];
    let said = score(&scratch, &[&JUDGED[..], &more].concat());
    assert_eq!(said.code, Some(0), "{} {}", said.told, said.out);
    let found = figures(&scratch, "decided");
    // By hand: 36 of 40, 30 of 40, and 0.25 × 0.9 + 0.75 × 0.75; a tenth of 1,000 and a quarter of 3,000.
    assert_eq!(found["audit.north.compliance"], "90.0% 76.9% to 96.0%");
    assert!(found["audit.south.compliance"].starts_with("75.0%"));
    assert!(found["audit.all.compliance"].starts_with("78.8% "));
    assert!(found["audit.all.unrecorded"].starts_with("about 850 "));
    // The first judgements are kept, and agreement is that of the first.
    let kept = fs::read_to_string(scratch.path().join("decided/judgements.csv")).unwrap();
    assert_eq!(kept.lines().filter(|line| line.starts_with("N09,")).count(), 3);
    assert!(said.out.contains("Two auditors agree on the judgement of 19 of 20 cases"), "{}", said.out);
}

#[test]
fn sheets_that_are_hostile_or_do_not_belong_are_findings_with_their_place() {
    let scratch = sampled();
    let bad = "case,line,auditor,judgement,notes,=cmd\nN50,1,Ann,recorded,,\nN20,1,Bob,recorded,,\nN11,1,Ann,perhaps,,\n\
               S11,1,Ann,recorded,\"=HYPERLINK(\"\"x\"\")\",\n";
    fs::write(scratch.path().join("bad.csv"), bad).unwrap();
    let said = score(&scratch, &[&JUDGED[..], &["bad.csv", "--out", "scored"]].concat());
    assert_eq!(said.code, Some(1), "{}", said.told);
    let findings = fs::read_to_string(scratch.path().join("scored/findings.csv")).unwrap();
    for words in [
        "the sample has no case N50",
        "N20 is judged by Bob, and the sample gives it to Ann",
        "`perhaps` is not `recorded`",
        "line 1 of S11 by Ann stands twice",
        "columns not used here: =cmd",
    ] {
        assert!(findings.contains(words), "{words}: {findings}");
    }
    assert!(said.out.contains("is withheld: North: 2 rows of its cases rejected"), "{}", said.out);
    let torn = score(&scratch, &["--manifest", "ann.csv", "bob.csv", "--out", "torn"]);
    assert_eq!(torn.code, Some(2));
    assert!(torn.told.contains("not the manifest of a sample"), "{}", torn.told);
    assert!(!scratch.path().join("torn").exists());
}

#[test]
fn a_key_that_the_sample_does_not_have_withholds_everything_and_is_told_first() {
    let scratch = sampled();
    let header = "notes,judgement,auditor,line,case\n";
    fs::write(scratch.path().join("more.csv"), format!("{header},recorded,Ann,2,NN11\n")).unwrap();
    let said = score(&scratch, &[&JUDGED[..], &["more.csv", "--out", "scored"]].concat());
    assert_eq!(said.code, Some(1), "{}", said.told);
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(
        lines[2],
        "more.csv, line 2, column case: error [judgement-of-the-sample]: the sample has no case NN11; is N11 meant?"
    );
    // 80 rows of Ann, 20 of Bob, and the one.
    assert!(lines.contains(&"101 rows in = 100 read + 1 rejected + 0 not filled in"), "{}", said.out);
    let withheld: Vec<&&str> = lines.iter().filter(|line| line.contains("withheld")).collect();
    assert_eq!(withheld[0], &"North: every rate is withheld: 1 row rejected that may be of any case.");
    assert_eq!(withheld.len(), 3, "{withheld:?}");
    // A cell that cannot be read, in a sheet whose columns were moved, withholds its own stratum only.
    fs::write(scratch.path().join("more.csv"), format!("{header},perhaps,Ann,2,n11\n")).unwrap();
    let said = score(&scratch, &[&JUDGED[..], &["more.csv", "--threshold", "0", "--out", "moved"]].concat());
    assert_eq!(said.code, Some(1), "{}", said.told);
    let found = figures(&scratch, "moved");
    assert!(found["audit.north.compliance"].starts_with("withheld"), "{}", found["audit.north.compliance"]);
    // 30 of 40, by hand.
    assert!(found["audit.south.compliance"].starts_with("75.0%"), "{}", found["audit.south.compliance"]);
}

#[test]
fn sheets_given_twice_given_out_again_or_saved_as_csv_are_scored_like_one() {
    let scratch = sampled();
    assert_eq!(score(&scratch, &[&JUDGED[..], &["--out", "once"]].concat()).code, Some(0));
    let read = |name: &str| fs::read_to_string(scratch.path().join(name)).unwrap();
    // As a spreadsheet saves it: the title above the header, and moments as it shows them.
    let saved = read("ann.csv")
        .replace("2026-05-02T10:00", "02/05/2026 10:00")
        .replace("2026-05-03T10:00", "03/05/2026 10:00");
    fs::write(
        scratch.path().join("saved.csv"),
        format!("Judgements of Ann,,,,,,,,,,,\nFill in.,,,,,,,,,,,\n,,,,,,,,,,,\n{saved}"),
    )
    .unwrap();
    let mut blank = "case,line,auditor,stratum,judgement\n".to_owned();
    for at in 0..40 {
        writeln!(blank, "N{at:02},1,Ann,North,\nS{at:02},1,Ann,South,").unwrap();
    }
    fs::write(scratch.path().join("blank.csv"), blank).unwrap();
    let more = ["ann.csv", "saved.csv", "blank.csv", "--out", "twice"];
    let said = score(&scratch, &[&JUDGED[..], &more].concat());
    assert_eq!(said.code, Some(0), "{} {}", said.told, said.out);
    let told = |folder: &str| {
        let mut found = figures(&scratch, folder);
        // Only what was found tells how often a row stands.
        found.retain(|id, _| !id.contains(".findings."));
        found
    };
    assert_eq!(told("once"), told("twice"));
    let findings = read("twice/findings.csv");
    assert!(findings.contains("line 4 is read as the header"), "{findings}");
    // Ann's 80 rows stand in three sheets.
    assert_eq!(findings.matches("ann.csv, line ").count(), 160, "{findings}");
}

#[test]
fn rows_of_counts_that_are_rejected_are_told_on_the_screen() {
    let scratch = Scratch::new().unwrap();
    let counts = "stratum,records_examined,crimes_due,crimes_recorded\nCalls,40,30,24\nOnline,40,many,24\n";
    fs::write(scratch.path().join("counts.csv"), counts).unwrap();
    let said = score(&scratch, &["--counts", "counts.csv", "--as-at", "2026-06-01", "--out", "scored"]);
    assert_eq!(said.code, Some(1), "{}", said.told);
    assert!(said.out.contains("counts.csv: 2 rows in = 1 used + 1 rejected\n"), "{}", said.out);
    assert!(said.out.contains("counts.csv, line 3, column crimes_due: error"), "{}", said.out);
}

#[test]
fn an_audit_is_held_against_an_earlier_one_and_graded_by_what_is_supplied_only() {
    let scratch = sampled();
    let said = score(&scratch, &[&JUDGED[..], &["--out", "first"]].concat());
    assert!(said.out.contains("No grade: no thresholds were supplied."), "{}", said.out);
    let grades = example("counts-2014").join("grades-invented.toml").display().to_string();
    let more = ["--earlier", "first", "--grades", &grades, "--out", "second"];
    let said = score(&scratch, &[&JUDGED[..], &more].concat());
    assert_eq!(said.code, Some(0), "{}", said.told);
    let found = figures(&scratch, "second");
    // The same audit again: no change, and an interval about nought. 78.7% is below 80, and its interval reaches to 87.3%.
    assert!(found["audit.all.change"].starts_with("0.0 −"), "{}", found["audit.all.change"]);
    assert_eq!(found["audit.all.grade"], "inadequate");
    assert!(said.out.contains("the two samples do not show that it changed"), "{}", said.out);
    assert!(said.out.contains("the interval spans inadequate to requires improvement"), "{}", said.out);
    let other = ["--earlier", "first", "--confidence", "90", "--out", "third"];
    let said = score(&scratch, &[&JUDGED[..], &other].concat());
    assert_eq!(said.code, Some(2));
    assert!(said.told.contains("score with the confidence of the earlier audit"), "{}", said.told);
    assert!(!scratch.path().join("third").exists());
}
