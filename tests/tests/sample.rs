//! `audit-recording plan`, `sample` and `redraw`, on frames that are whole, torn, repeated and in another order.

#![expect(clippy::unwrap_used, reason = "a test: the exceptions of clippy.toml do not reach its helpers")]

use std::{
    collections::BTreeMap, fs, os::unix::fs::PermissionsExt as _, path::PathBuf, process::Command,
    sync::LazyLock,
};

use acceptance::command::{Scratch, built};

static COMMAND: LazyLock<PathBuf> = LazyLock::new(|| built("audit-recording"));

/// What a run said on standard output and standard error, and its code.
fn run(scratch: &Scratch, words: &[&str]) -> (String, String, Option<i32>) {
    let done = Command::new(&*COMMAND).current_dir(scratch.path()).args(words).output().unwrap();
    (String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap(), done.status.code())
}

const DAY: &str = "--as-at=2026-04-02";

fn plan(scratch: &Scratch, more: &[&str]) -> (String, String, Option<i32>) {
    let words = [&["plan", "frame.csv", "--out", "plan", "--force", DAY], more].concat();
    run(scratch, &words)
}

fn sample(scratch: &Scratch, out: &str, more: &[&str]) -> (String, String, Option<i32>) {
    let words = [
        &[
            "sample",
            "frame.csv",
            "--plan",
            "plan/plan.toml",
            "--seed",
            "a seed",
            "--auditors",
            "A,B",
            "--out",
            out,
            DAY,
        ],
        more,
    ];
    run(scratch, &words.concat())
}

/// 900 reports: two of three by telephone, the others from a partner.
fn rows() -> Vec<String> {
    (0..900)
        .map(|n| {
            format!("I{n:03},2026-0{}-15,{}", 1 + n % 3, if n % 3 == 0 { "partner" } else { "telephone" })
        })
        .collect()
}

fn frame(rows: &[String]) -> Scratch {
    let scratch = Scratch::new().unwrap();
    fs::write(scratch.path().join("frame.csv"), format!("record,day,route\n{}\n", rows.join("\n"))).unwrap();
    scratch
}

fn text(scratch: &Scratch, file: &str) -> String {
    fs::read_to_string(scratch.path().join(file)).unwrap()
}

/// Which record each case is.
fn identity(scratch: &Scratch, file: &str) -> BTreeMap<String, String> {
    let text = text(scratch, file);
    let cell = |row: &csv::StringRecord, at: usize| row.get(at).unwrap_or_default().to_owned();
    csv::Reader::from_reader(text.as_bytes())
        .records()
        .map(|row| row.unwrap())
        .map(|row| (cell(&row, 0), cell(&row, 1)))
        .collect()
}

#[test]
fn rows_in_another_order_make_the_same_cases() {
    let mut rows = rows();
    let one = frame(&rows);
    rows.reverse();
    let other = frame(&rows);
    for scratch in [&one, &other] {
        let (said, told, code) = plan(scratch, &["--strata", "route", "--size", "90", "--reserve", "10"]);
        assert_eq!(code, Some(0), "{told}");
        // 300 and 600 of 900, so 30 and 60 of 90; a tenth of each in reserve.
        assert!(said.contains(
            "900 rows in = 900 records of the audit + 0 outside the period + 0 repeated + 0 rejected"
        ));
        assert!(said.contains("       300       30        3"), "{said}");
        assert!(said.contains("       600       60        6"), "{said}");
        assert_eq!(sample(scratch, "sample", &["--double", "20"]).2, Some(0));
    }
    assert_eq!(identity(&one, "sample/identity.csv"), identity(&other, "sample/identity.csv"));
    assert_eq!(identity(&one, "sample/identity.csv").len(), 99);
    assert_eq!(text(&one, "sample/sheet-a.csv"), text(&other, "sample/sheet-a.csv"));
}

#[test]
fn a_sheet_names_no_record_and_maps_are_for_their_owner_only() {
    let scratch = frame(&rows());
    plan(&scratch, &["--strata", "route", "--size", "90"]);
    let (said, _, _) = sample(&scratch, "sample", &["--double", "20", "--show", "day", "--lines", "2"]);
    assert!(said.contains("90 cases to judge, 18 of them twice, 18 in reserve"), "{said}");
    let mut twice = 0;
    let maps = ["a", "b"].map(|name| identity(&scratch, &format!("sample/identity-{name}.csv")));
    for (name, map) in ["a", "b"].iter().zip(&maps) {
        let file = format!("sample/sheet-{name}.csv");
        let sheet = text(&scratch, &file);
        assert_eq!(sheet.lines().count(), 1 + 2 * map.len());
        assert!(map.values().all(|record| !sheet.contains(record.as_str())));
        for file in [file, format!("sample/identity-{name}.csv"), "sample/identity.csv".to_owned()] {
            let mode = fs::metadata(scratch.path().join(&file)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{file}");
        }
        twice += map.len();
    }
    assert_eq!(twice, 108);
    let manifest = text(&scratch, "sample/sample-manifest.json");
    assert!(maps.iter().flat_map(BTreeMap::values).all(|record| !manifest.contains(record.as_str())));
}

#[test]
fn a_sample_is_proved_and_a_change_of_its_manifest_is_found() {
    let scratch = frame(&rows());
    plan(&scratch, &["--strata", "route", "--size", "90"]);
    sample(&scratch, "sample", &[]);
    let redraw = |manifest: &str| run(&scratch, &["redraw", manifest, "frame.csv"]);
    let (said, told, code) = redraw("sample/sample-manifest.json");
    assert_eq!((code, told.as_str()), (Some(0), ""));
    assert!(said.contains("the same sample, 108 cases"), "{said}");

    let manifest = text(&scratch, "sample/sample-manifest.json");
    fs::write(scratch.path().join("seed.json"), manifest.replace("a seed", "b seed")).unwrap();
    let (said, _, code) = redraw("seed.json");
    assert!(
        code == Some(1) && said.contains("another sample") && said.contains("[sample-redrawn]"),
        "{said}"
    );

    let mut other = rows();
    other.swap(0, 1);
    fs::write(scratch.path().join("frame.csv"), format!("record,day,route\n{}\n", other.join("\n"))).unwrap();
    let (_, told, code) = redraw("sample/sample-manifest.json");
    assert!(code == Some(2) && told.contains("another frame than the one that was planned for"), "{told}");
}

#[test]
fn a_replacement_takes_the_next_of_the_reserve_and_the_auditor() {
    let scratch = frame(&rows());
    plan(&scratch, &["--strata", "route", "--size", "90"]);
    sample(&scratch, "sample", &[]);
    let manifest: serde_json::Value =
        serde_json::from_str(&text(&scratch, "sample/sample-manifest.json")).unwrap();
    let cases = manifest["cases"].as_array().unwrap();
    let first = cases.iter().find(|case| case["use"] == "drawn" && case["stratum"] == "partner").unwrap();
    let next = cases.iter().find(|case| case["use"] == "reserve" && case["stratum"] == "partner").unwrap();
    let key = first["case"].as_str().unwrap();
    fs::write(scratch.path().join("replaced.csv"), format!("case,reason\n{key},the log is sealed\n"))
        .unwrap();
    let words = [
        "redraw",
        "sample/sample-manifest.json",
        "frame.csv",
        "--replacements",
        "replaced.csv",
        "--out",
        "again",
    ];
    let (said, told, code) = run(&scratch, &words);
    assert_eq!((code, told.as_str()), (Some(0), ""));
    assert!(said.contains(&format!("{} is judged for {key}", next["case"].as_str().unwrap())), "{said}");
    let again: serde_json::Value =
        serde_json::from_str(&text(&scratch, "again/sample-manifest.json")).unwrap();
    let of = |key: &str| {
        again["cases"].as_array().unwrap().iter().find(|case| case["case"] == key).unwrap().clone()
    };
    assert_eq!((&of(key)["use"], &of(key)["reason"]), (&"replaced".into(), &"the log is sealed".into()));
    let replacement = of(next["case"].as_str().unwrap());
    assert_eq!((&replacement["use"], &replacement["auditors"]), (&"replacement".into(), &first["auditors"]));
    // The new sheet has the new case alone: what was filled in stays where it is.
    let auditor = first["auditors"][0].as_str().unwrap().to_lowercase();
    let sheet = text(&scratch, &format!("again/sheet-{auditor}.csv"));
    let keys: Vec<&str> = sheet.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(keys, [next["case"].as_str().unwrap(); 3]);
    // What was replaced can be drawn again all the same.
    assert_eq!(run(&scratch, &["redraw", "again/sample-manifest.json", "frame.csv"]).2, Some(0));
}

#[test]
fn records_outside_without_name_or_twice_are_found_and_not_drawn() {
    let mut rows = rows();
    rows.extend([
        "I000,2026-01-15,telephone".to_owned(),
        ",2026-01-15,partner".to_owned(),
        "X1,2026-04-01,partner".to_owned(),
        "X2,,partner".to_owned(),
        "X3,2026-03-31,".to_owned(),
    ]);
    let scratch = frame(&rows);
    let period = ["--strata", "route", "--from", "2026-01-01", "--to", "2026-03-31", "--size", "901"];
    let (said, told, code) = plan(&scratch, &period);
    assert_eq!((code, told.as_str()), (Some(1), ""));
    assert!(
        said.contains(
            "905 rows in = 901 records of the audit + 1 outside the period + 1 repeated + 2 rejected"
        ),
        "{said}"
    );
    for line in [
        "1  frame-record-named (error)",
        "1  frame-record-once (error)",
        "1  frame-stratum-supplied (warning)",
        "1  frame-within-period (note)",
        "1  frame-within-period (error)",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    assert_eq!(sample(&scratch, "sample", &[]).2, Some(0));
    let drawn: Vec<String> = identity(&scratch, "sample/identity.csv").into_values().collect();
    assert_eq!(drawn.len(), 901);
    assert!(
        drawn.contains(&"X3".to_owned())
            && !drawn.contains(&"X1".to_owned())
            && !drawn.contains(&"X2".to_owned())
    );
}

#[test]
fn what_cannot_be_planned_or_drawn_leaves_nothing() {
    let scratch = frame(&rows());
    for (words, message) in [
        (
            vec!["--strata", "routes", "--size", "9"],
            "no column `routes`; the columns are: record, day, route",
        ),
        (vec!["--size", "901"], "901 are wanted, and there are 900 records"),
        (vec!["--margin", "0"], "a margin of 0 does not make sense"),
        (vec!["--tolerable", "5", "--minimum", "30"], "in proportion"),
        (vec!["--size", "9", "--margin", "3"], "cannot be used with"),
        (vec![], "required"),
    ] {
        let (_, told, code) = plan(&scratch, &words);
        assert!(code == Some(2) && told.contains(message), "{words:?}: {told}");
        assert!(!scratch.path().join("plan").exists());
    }
    fs::write(scratch.path().join("frame.csv"), "record,day\nI1,\"2026").unwrap();
    let (_, told, code) = plan(&scratch, &["--size", "1"]);
    assert!(
        code == Some(2) && told.contains("line 2: a quoted cell is opened here and never closed"),
        "{told}"
    );
    fs::write(scratch.path().join("frame.csv"), format!("record,day,route\n{}\n", rows().join("\n")))
        .unwrap();
    plan(&scratch, &["--size", "9"]);
    for (words, message) in [
        (vec!["--double", "101"], "101% of the cases cannot be reviewed twice"),
        (vec!["--show", "colour"], "no column `colour`"),
        (vec!["--lines", "0"], "0 is not in 1..=50"),
    ] {
        let (_, told, code) = sample(&scratch, "sample", &words);
        assert!(code == Some(2) && told.contains(message), "{words:?}: {told}");
        assert!(!scratch.path().join("sample").exists());
    }
}

#[test]
fn what_somebody_filled_in_or_another_verb_wrote_is_never_replaced() {
    let scratch = frame(&rows());
    plan(&scratch, &["--strata", "route", "--size", "90"]);
    sample(&scratch, "sample", &[]);
    let sheet = scratch.path().join("sample/sheet-a.csv");
    let filled = fs::read_to_string(&sheet).unwrap().replace('\n', "x\n");
    let words = ["plan", "frame.csv", "--size", "9", "--out", "sample", "--force", DAY];
    let (_, told, code) = run(&scratch, &words);
    assert!(
        code == Some(2)
            && told.contains("`sample` holds what `sample` wrote, and `plan` replaces only its own"),
        "{told}"
    );
    let inside = [
        "score",
        "--manifest",
        "sample/sample-manifest.json",
        "sample/sheet-a.csv",
        "--out",
        "sample",
        "--force",
    ];
    let (_, told, code) = run(&scratch, &inside);
    assert!(code == Some(2) && told.contains("replaces only its own outputs"), "{told}");
    // Untouched, it may be drawn again; filled in, it may not.
    assert_eq!(sample(&scratch, "sample", &["--force"]).2, Some(0));
    fs::write(&sheet, &filled).unwrap();
    let (_, told, code) = sample(&scratch, "sample", &["--force"]);
    assert!(
        code == Some(2) && told.contains("`sample/sheet-a.csv` was changed since it was written"),
        "{told}"
    );
    assert_eq!(fs::read_to_string(&sheet).unwrap(), filled);
    // What a run reads is not replaced by it.
    let (_, told, code) =
        run(&scratch, &["plan", "plan/plan.toml", "--size", "9", "--out", "plan", "--force", DAY]);
    assert!(
        code == Some(2) && told.contains("`plan/plan.toml` lies in `plan`, which would be replaced"),
        "{told}"
    );
}

#[test]
fn sheets_of_another_sample_count_for_nothing() {
    let scratch = frame(&rows());
    plan(&scratch, &["--strata", "route", "--size", "90", "--reserve", "0"]);
    sample(&scratch, "one", &[]);
    let other = [
        "sample",
        "frame.csv",
        "--plan",
        "plan/plan.toml",
        "--seed",
        "b seed",
        "--auditors",
        "A,B",
        "--out",
        "other",
        DAY,
    ];
    assert_eq!(run(&scratch, &other).2, Some(0));
    for sheet in ["a", "b"] {
        let filled = text(&scratch, &format!("other/sheet-{sheet}.csv"));
        let filled: Vec<String> = filled
            .lines()
            .map(|line| {
                if line.contains(",1,") {
                    line.replacen(",,,,,,,,", ",no crime due,,,,,,,", 1)
                } else {
                    line.to_owned()
                }
            })
            .collect();
        fs::write(scratch.path().join(format!("{sheet}.csv")), filled.join("\n") + "\n").unwrap();
    }
    let score = |manifest: &str, out: &str| {
        run(&scratch, &["score", "--manifest", manifest, "a.csv", "b.csv", "--out", out, DAY])
    };
    let (said, _, _) = score("other/sample-manifest.json", "right");
    assert!(said.contains("90 cases were drawn to be judged and 90 count"), "{said}");
    let (said, _, code) = score("one/sample-manifest.json", "wrong");
    assert!(code == Some(1) && said.contains("90 cases were drawn to be judged and 0 count"), "{said}");
    let findings = text(&scratch, "wrong/findings.csv");
    assert_eq!(findings.matches(",sheet-of-this-sample,").count(), 2, "{findings}");
}
