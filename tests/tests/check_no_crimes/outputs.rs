//! What is written: for whom, the same each time, and what of an earlier run it replaces.

use std::{collections::BTreeMap, fs, os::unix::fs::PermissionsExt as _};

use synthetic::removals::year;

use crate::case::{Case, UNTRAINED, Written, row, table};

const PERSON_LEVEL: [&str; 5] =
    ["verdicts.csv", "findings.csv", "findings.jsonl", "work-list.csv", "findings.xlsx"];
const OPEN: [&str; 4] = ["figures.csv", "report.html", "summary.xlsx", "manifest.json"];

fn names(case: &Case, out: &str) -> Vec<String> {
    let entries = fs::read_dir(case.path(out)).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_is_about_people_is_for_its_owner_and_the_manifest_holds_the_digests() {
    let case = Case::of(table(&[row("20/1", &[UNTRAINED]), row("20/2", &[])]));
    let said = case.check(&[]);
    let mut all: Vec<&str> = PERSON_LEVEL.iter().chain(&OPEN).copied().collect();
    all.sort_unstable();
    assert_eq!(names(&case, "checked"), all);
    for name in PERSON_LEVEL {
        let mode = fs::metadata(case.path("checked").join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    for name in all {
        assert!(said.out.contains(name), "{name}: {}", said.out);
    }
    assert_eq!(batch::verify::verify(&case.path("checked")).unwrap(), []);
    // No folder of this machine, and no moment.
    let manifest = case.read("checked/manifest.json");
    assert!(!manifest.contains(case.0.path().to_str().unwrap()), "{manifest}");
}

#[test]
fn what_may_leave_the_force_holds_no_record_and_no_person() {
    let secrets = [
        ("decided_by", "D-SECRET"),
        ("investigator", "P-SECRET"),
        ("notes", "N-SECRET"),
        ("ward", "W-SECRET"),
    ];
    let with = |more: &[(&'static str, &'static str)]| [&secrets[..], more].concat();
    let rows: Vec<_> = (1..=30)
        .map(|n| row(&format!("R-SECRET-{n}"), &with(if n % 2 == 0 { &[UNTRAINED] } else { &[] })))
        .collect();
    let case = Case::of(table(&rows));
    case.check(&[]);
    for name in ["figures.csv", "report.html", "manifest.json"] {
        assert!(!case.read(&format!("checked/{name}")).contains("SECRET"), "{name}");
    }
    let mut archive =
        zip::ZipArchive::new(fs::File::open(case.path("checked/summary.xlsx")).unwrap()).unwrap();
    for at in 0..archive.len() {
        let text = std::io::read_to_string(archive.by_index(at).unwrap()).unwrap();
        assert!(!text.contains("SECRET"));
    }
}

#[test]
fn the_same_input_on_the_same_day_gives_the_same_bytes() {
    let year = year(3, 800);
    let case = Case::of(&year.removals_csv);
    case.file("crimes.csv", &year.crimes_csv);
    let asked = ["--crimes", "crimes.csv", "--changed-on", "2026-10-01", "--recorded", "40000"];
    case.check_file("removals.csv", "one", &asked);
    case.check_file("removals.csv", "two", &asked);
    assert_eq!(names(&case, "one"), names(&case, "two"));
    for name in names(&case, "one") {
        let read = |out: &str| fs::read(case.path(out).join(&name)).unwrap();
        assert!(read("one") == read("two"), "{name}");
    }
}

#[test]
fn only_what_this_verb_wrote_and_nobody_changed_is_replaced() {
    let case = Case::of(table(&[row("20/1", &[UNTRAINED])]));
    case.check(&[]);
    let first = case.read("checked/verdicts.csv");
    case.file("removals.csv", table(&[row("20/1", &[])]));
    let refused = |more: &[&str], says: &str| {
        case.refused(more, &[says]);
        assert_eq!(case.read("checked/verdicts.csv"), first);
    };
    refused(&[], "say --force to replace them");
    // What is read lies where it would be written.
    let said = case.check_file("checked/work-list.csv", "checked", &["--force"]);
    assert!(said.code == Some(2) && said.err.contains("which would be replaced"), "{}", said.err);
    // Somebody has filled in the list.
    let list = case.read("checked/work-list.csv");
    case.file("checked/work-list.csv", format!("{list}more\n"));
    refused(&["--force"], "work-list.csv` was changed since it was written");
    case.file("checked/work-list.csv", list);
    assert_eq!(case.check(&["--force"]).code, Some(0));
    assert_ne!(case.read("checked/verdicts.csv"), first);
    // What nobody of ours wrote stays.
    fs::create_dir(case.path("other")).unwrap();
    case.file("other/letter.txt", "Dear Sir");
    let said = case.check_file("removals.csv", "other", &["--force"]);
    assert_eq!(said.code, Some(2));
    assert_eq!(case.read("other/letter.txt"), "Dear Sir");
    let said = case.check_file("removals.csv", "removals.csv", &["--force"]);
    assert!(said.code == Some(2) && said.err.contains("it is not a folder"), "{}", said.err);
}

#[test]
fn a_run_that_fails_leaves_an_earlier_one_as_it_was() {
    let case = Case::of(table(&[row("20/1", &[])]));
    case.check(&[]);
    let bytes = |name: &String| fs::read(case.path("checked").join(name)).unwrap();
    let before: BTreeMap<String, Vec<u8>> =
        names(&case, "checked").into_iter().map(|name| (name.clone(), bytes(&name))).collect();
    case.file("removals.csv", "record\n20/1\n");
    case.refused(&["--force"], &["no column `class`"]);
    case.file("removals.csv", table(&[row("20/1", &[])]));
    case.refused(&["--force", "--sample-of", "0"], &["sample"]);
    let after = names(&case, "checked").into_iter().map(|name| (name.clone(), bytes(&name))).collect();
    assert_eq!(before, after);
}

/// Whether a count could point at a person.
fn small(count: u64) -> bool {
    (1..5).contains(&count)
}

/// The group that a figure is about, and what it counts: `no-crime.stands.ground.duplicate` is `stands` of `ground.duplicate`.
fn group_and_measure(figure: &Written) -> (String, String) {
    let mut parts = figure["id"].splitn(3, '.').skip(1);
    let measure = parts.next().unwrap_or_default().to_owned();
    (parts.next().unwrap_or_default().to_owned(), measure)
}

#[test]
fn small_counts_are_not_in_the_figures_and_cannot_be_worked_out_of_a_group() {
    for (seed, rows) in [(1, 60), (2, 150), (3, 400), (4, 1_500)] {
        let year = year(seed, rows);
        let case = Case::of(&year.removals_csv);
        case.file("crimes.csv", &year.crimes_csv);
        let asked = ["--crimes", "crimes.csv", "--changed-on", "2026-10-01"];
        case.check(&asked);
        let figures = case.rows("checked/figures.csv");
        // There is something to hide, and something that is shown.
        case.check_file("removals.csv", "whole", &[&asked[..], &["--threshold", "0"]].concat());
        let is_small =
            |figure: &Written| figure["unit"] == "removals" && figure["exact"].parse().is_ok_and(small);
        assert!(case.rows("whole/figures.csv").iter().any(is_small));
        assert!(figures.iter().any(|figure| figure["printed"] == "suppressed"));
        assert!(figures.iter().any(|figure| figure["exact"].parse().is_ok_and(|count: u64| count > 4)));
        let mut groups: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        for figure in
            figures.iter().filter(|figure| figure["unit"] == "removals" || figure["unit"] == "findings")
        {
            let count: Option<u64> = figure["exact"].parse().ok();
            assert!(!count.is_some_and(small), "{figure:?}");
            assert!(count.is_some() || figure["printed"] == "suppressed", "{figure:?}");
            let (group, measure) = group_and_measure(figure);
            groups.entry(group).or_default().insert(measure, figure["printed"].clone());
        }
        // The parts of a share are counts too, and so is what is left of the whole. A difference has two shares.
        for share in figures.iter().flat_map(|figure| figure["working"].split(" less ")) {
            let Some((part, whole)) = share.split_once(" of ") else { continue };
            let (part, whole): (u64, u64) = (part.parse().unwrap(), whole.parse().unwrap());
            assert!(!small(part) && !small(whole) && !small(whole - part), "{share}");
        }
        // The four verdicts are all removals: one hidden alone could be worked out.
        for (group, measures) in groups.iter().filter(|(_, measures)| measures.contains_key("removed")) {
            let sum = ["removed", "stands", "does-not-stand", "cannot-be-told", "not-covered"];
            let hidden = sum.iter().filter(|measure| measures[**measure] == "suppressed").count();
            assert_ne!(hidden, 1, "{group}: {measures:?}");
        }
        // The groups of a kind are all removals: of one measure, one hidden alone could be worked out.
        let all = &groups[""];
        for kind in ["ground", "offence-group", "policing-unit", "role", "month", "change"] {
            let of_kind: Vec<_> =
                groups.iter().filter(|(group, _)| group.starts_with(&format!("{kind}."))).collect();
            for measure in ["removed", "stands", "does-not-stand", "cannot-be-told", "not-covered"] {
                let hidden = of_kind.iter().filter(|(_, of)| of[measure] == "suppressed").count();
                assert!(hidden != 1 || all[measure] == "suppressed", "{kind}, {measure}, {rows} rows");
            }
        }
    }
}

#[test]
fn an_extract_of_few_removals_does_not_say_how_few() {
    let case = Case::of(table(&[row("20/1", &[]), row("20/2", &[UNTRAINED]), row("20/3", &[])]));
    case.check(&[]);
    for figure in case.rows("checked/figures.csv") {
        assert!(
            figure["exact"].parse::<u64>().is_ok_and(|count| !small(count)) || figure["exact"].is_empty()
        );
    }
    assert!(!case.read("checked/report.html").contains("3 rows in"));
}
