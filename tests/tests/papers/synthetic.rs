//! The synthetic paper: what it counts, what it hides, and that nothing invented stands in the other.

use std::{collections::BTreeSet, fs};

use acceptance::command::example;
use chrono::NaiveDate;

use crate::written::{FINDINGS, MARKDOWN, first, later, rows, synthetic};

#[test]
fn item_8_claims_in_time_stay_and_shares() {
    let written = synthetic();
    let count = |id: &str| written.count(&format!("claims.{id}"));
    // The generator makes 497 claims; what it knows of each is compared with the counting in crates/legal-matters.
    assert_eq!(count("in"), 497);
    assert_eq!(count("in"), count("distinct") + count("duplicates") + count("undecided"));
    assert_eq!(count("distinct-at-least"), count("distinct"));
    assert_eq!(count("distinct-at-most"), count("distinct") + count("undecided"));
    assert_eq!(count("distinct"), count("in-time") + count("out-of-time") + count("time-not-decided"));
    assert_eq!(count("distinct"), count("stayed") + count("proceeding") + count("withdrawn"));
    let kinds = ["in-two-multiples", "typing-variant", "reissued-later", "relodged-unchanged"];
    let of_kinds: u64 = kinds.iter().map(|kind| count(&format!("duplicates.{kind}"))).sum();
    assert_eq!(count("duplicates"), of_kinds);
    written.tabulates(&["Claims in", "497"]);
    written.prints(&format!("{} distinct claims", count("distinct")));
    written.prints(&format!(
        "{} were presented in time and {} out of time",
        count("in-time"),
        count("out-of-time")
    ));
    written.prints(&format!("{} distinct claims are stayed", count("stayed")));
    for (rule, of) in [("one-claim-one-liability", "duplicates"), ("one-claim-one-liability", "undecided")] {
        let severity = if of == "duplicates" { "note" } else { "warning" };
        let found = written.findings.iter().filter(|row| row["rule"] == rule && row["severity"] == severity);
        assert_eq!(found.count() as u64, count(of), "every one of them is a finding");
    }
    // The pool of claims.toml in pence, 41,234,567, by weights that sum to the 427 distinct claims: 71/427 is 6,856,333.15;
    // 85: 8,208,286.17; 76: 7,339,173.52; 94: 9,077,398.82; 101: 9,753,375.33. Cut off they sum to 41,234,565: the two odd
    // pennies go to .82 and .52.
    let shares = [
        ("a", "71", "68,563.33", 6_856_333),
        ("b", "85", "82,082.86", 8_208_286),
        ("c", "76", "73,391.74", 7_339_174),
        ("d", "94", "90,773.99", 9_077_399),
        ("e", "101", "97,533.75", 9_753_375),
    ];
    assert_eq!(
        count("distinct"),
        shares.iter().map(|(_, weight, ..)| weight.parse::<u64>().unwrap()).sum::<u64>()
    );
    let pence = |id: &str| written.figure(&format!("claims.{id}")).1.replace('.', "").parse::<u64>().unwrap();
    for (force, weight, share, in_pence) in shares {
        assert_eq!(pence(&format!("share.synthetic-force-{force}")), in_pence);
        let force = format!("Synthetic Force {}", force.to_uppercase());
        let basis = "distinct claims in the synthetic register";
        written.tabulates(&[&force, basis, weight, &format!("£{share}")]);
    }
    assert_eq!(shares.iter().map(|(.., in_pence)| in_pence).sum::<u64>(), 41_234_567);
    assert_eq!((pence("pool"), pence("shared")), (41_234_567, 41_234_567));
    written.tabulates(&["All", "", "", "£412,345.67"]);
}

#[test]
fn it_says_that_it_is_synthetic() {
    let written = synthetic();
    assert!(written.text.starts_with("**OFFICIAL** # Synthetic claims"), "the title");
    written.prints(
        "SYNTHETIC. Every claim, person, force, sum and order in this paper is invented by a program",
    );
    assert!(written.files["index.html"].contains("<title>Synthetic claims"));
    let folder = example("synthetic-claims");
    for file in ["legal/claims.csv", "legal/shares.csv"] {
        let text = fs::read_to_string(folder.join(file)).unwrap();
        assert!(text.starts_with("synthetic,"), "{file}: the header");
        assert!(text.lines().skip(1).all(|line| line.starts_with("yes,")), "{file}: each row");
    }
    assert!(fs::read_to_string(folder.join("legal/claims.toml")).unwrap().starts_with("# Synthetic"));
}

#[test]
fn no_person_stands_in_any_output() {
    let claims = rows(&fs::read_to_string(example("synthetic-claims").join("legal/claims.csv")).unwrap());
    assert_eq!(claims.len(), 497);
    let mut secrets = BTreeSet::new();
    for claim in &claims {
        secrets.extend([claim["claim"].clone(), claim["warrant_number"].clone(), claim["claimant"].clone()]);
        secrets.extend(claim["claimant"].split([' ', '-']).map(str::to_owned));
        for column in ["date_of_birth", "act_date", "presented"] {
            if let Ok(day) = claim[column].parse::<NaiveDate>() {
                secrets.extend([
                    day.to_string(),
                    day.format("%-d %B %Y").to_string(),
                    day.format("%d/%m/%Y").to_string(),
                ]);
            }
        }
    }
    secrets.retain(|secret| secret.len() > 3);
    assert!(secrets.len() > 1500, "{} names, numbers and days", secrets.len());
    for secret in &secrets {
        synthetic().says_nowhere(secret);
    }
}

#[cfg(unix)]
#[test]
fn only_findings_about_persons_are_kept_from_others() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: std::path::PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for written in [first(), later(), synthetic()] {
        // What the system gives to any new file.
        let any = written.out.path().join("any");
        fs::write(&any, "").unwrap();
        for name in written.files.keys() {
            let is_about_persons = written.name == "synthetic-claims" && name == FINDINGS;
            let expected = if is_about_persons { 0o600 } else { mode(any.clone()) };
            assert_eq!(
                mode(written.out.path().join("paper").join(name)),
                expected,
                "{}: {name}",
                written.name
            );
        }
    }
}

/// Tries every table of whole numbers that agrees with all that is printed: no number left out is the same in all of them.
#[test]
fn what_is_suppressed_cannot_be_worked_out() {
    let written = synthetic();
    let table: Vec<Vec<Option<u64>>> = ["In time", "Out of time", "Not decided", "All"]
        .iter()
        .map(|time| {
            let start = format!("| {time} | ");
            let row = written.files[MARKDOWN].lines().find_map(|line| line.strip_prefix(&start)).unwrap();
            row.trim_end_matches(" |").split(" | ").map(|cell| cell.parse().ok()).collect()
        })
        .collect();
    let unknown: Vec<(usize, usize)> = (0..4)
        .flat_map(|row| (0..4).map(move |column| (row, column)))
        .filter(|(row, column)| table[*row][*column].is_none())
        .collect();
    assert!(unknown.len() >= 2, "nothing is left out: there is nothing to try");
    assert!(unknown.iter().all(|(row, column)| *row < 3 && *column < 3), "a total is left out: think again");
    let mut values: Vec<BTreeSet<u64>> = vec![BTreeSet::new(); unknown.len()];
    solve(&table, &unknown, &mut Vec::new(), &mut values);
    for (place, values) in unknown.iter().zip(&values) {
        assert!(values.len() > 1, "{place:?} can only be {values:?}");
    }
    // Nor do the numbers of findings, which are counts of persons too, stand in a file that all may read.
    for name in ["index.html", MARKDOWN, "figures.csv", "manifest.json"] {
        assert!(!written.files[name].contains("line 2 repeats"), "{name}");
    }
    written.tabulates(&["Claims register", "0", "some", "some"]);
}

fn solve(
    table: &[Vec<Option<u64>>],
    unknown: &[(usize, usize)],
    chosen: &mut Vec<u64>,
    values: &mut [BTreeSet<u64>],
) {
    let line = |cells: [(usize, usize); 4]| {
        let value = |place: (usize, usize)| {
            let index = unknown.iter().position(|other| *other == place);
            index.map_or(table[place.0][place.1], |index| chosen.get(index).copied())
        };
        let [first, second, third, total] = cells.map(value);
        let known: u64 = [first, second, third].into_iter().flatten().sum();
        let total = total.unwrap_or(u64::MAX);
        if [first, second, third].iter().all(Option::is_some) { known == total } else { known <= total }
    };
    let fits =
        (0..4).all(|n| line([(n, 0), (n, 1), (n, 2), (n, 3)]) && line([(0, n), (1, n), (2, n), (3, n)]));
    if !fits {
        return;
    }
    let Some((row, column)) = unknown.get(chosen.len()) else {
        for (value, values) in chosen.iter().zip(values) {
            values.insert(*value);
        }
        return;
    };
    let most = table[*row][3].unwrap().min(table[3][*column].unwrap());
    for value in 0..=most {
        chosen.push(value);
        solve(table, unknown, chosen, values);
        chosen.pop();
    }
}

#[test]
fn nothing_invented_stands_in_the_other_papers() {
    let claims = rows(&fs::read_to_string(example("synthetic-claims").join("legal/claims.csv")).unwrap());
    let names: BTreeSet<String> = claims.iter().flat_map(|claim| words(&claim["claimant"])).collect();
    assert!(names.len() > 400, "{}", names.len());
    for written in [first(), later()] {
        // Claims and warrant numbers begin like this.
        for word in ["synthetic", "syn/", "syn1", "412,345.67", "412345.67"] {
            written.says_nowhere(word);
        }
        for (name, text) in &written.files {
            let found: Vec<String> = words(text).filter(|word| names.contains(word)).collect();
            assert!(found.is_empty(), "{}: {name} holds the invented {found:?}", written.name);
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 3).map(str::to_lowercase)
}
