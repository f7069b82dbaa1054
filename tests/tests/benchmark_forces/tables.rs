//! `read`, `compare`, `reconcile` and `against`.

use std::fmt::Write as _;

use crate::case::{Case, figures};

#[test]
fn what_is_read_can_be_written_as_a_long_table_and_read_again() {
    let case = Case::new();
    case.file(
        "rolling.csv",
        "12 months ending,PFA,Region,Offence,Rolling year total number of offences\n31-03-2018,Kent,South East,Robbery,1900\n\
         31-03-2018,Essex,East,Robbery,1800\n",
    );
    let said = case.verb(&["read", "rolling.csv", "--out", "out"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(
        said.out.contains("forces 2; classes 1; periods 1 from 2017-04-01 to 2018-03-31"),
        "{}",
        said.out
    );
    assert_eq!(
        case.read("out/recorded_crime.csv"),
        "force,class,value,code,class_code,year,first,last,unit\n\
         Kent,Robbery,1900,E23000032,,,2017-04-01,2018-03-31,offences\n\
         Essex,Robbery,1800,E23000028,,,2017-04-01,2018-03-31,offences\n"
    );
    let said = case.verb(&["compare", "rolling.csv", "out/recorded_crime.csv"]);
    assert!(said.out.contains("What both releases have they say alike"), "{}", said.out);
}

#[test]
fn the_forms_of_standard_output_say_the_same() {
    let case = Case::new();
    let json = case.verb(&["read", "figures.csv", "--format", "json"]).out;
    let parsed: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(parsed.get("findings").is_some_and(serde_json::Value::is_array));
    let csv = case.verb(&["read", "figures.csv", "--format", "csv"]).out;
    assert!(csv.starts_with("what,value\nas at,2026-12-01\nfigures.csv,forces 12;"), "{csv}");
}

#[test]
fn files_that_are_no_table_are_refused_each_by_its_name() {
    let case = Case::new();
    for (name, bytes) in [
        ("empty.csv", &b""[..]),
        ("words.csv", b"hello,world\n1,2\n"),
        ("torn.csv", b"force,class,value,year\nKent,\"Robbery,1,2017/18\n"),
        ("zip.xlsx", b"PK\x03\x04 torn"),
    ] {
        case.file(name, bytes);
        let said = case.verb(&["read", name, "--out", "out"]);
        case.refused(&said, &[name]);
    }
    case.file("latin.csv", b"force,class,value,year\nKent,Caf\xe9,1,2017/18\n");
    let said = case.verb(&["read", "latin.csv"]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("1 rows in = 0 answered + 1 rejected"), "{}", said.out);
    // Every file that cannot be read is named.
    let said = case.verb(&["read", "empty.csv", "missing.csv", "figures.csv", "--out", "out"]);
    case.refused(&said, &["empty.csv", "missing.csv"]);
    case.refused(&case.verb(&["read", "-", "-"]), &["`-` is named twice"]);
}

#[test]
fn two_releases_that_differ_are_a_warning_for_each_force_and_period() {
    let case = Case::new();
    case.file("later.csv", figures().replace("Kent,Robbery,1001,2017/18", "Kent,Robbery,1003,2017/18"));
    let said = case.verb(&["compare", "figures.csv", "later.csv"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("[releases-disagree]: Kent has"), "{}", said.out);
    assert!(said.out.contains("findings: 0 errors, 1 warning, 0 notes"), "{}", said.out);
    assert_eq!(case.verb(&["compare", "figures.csv", "later.csv", "--fail-on", "warning"]).code, Some(1));
}

const DECLARED: &str = "[[identity]]
kind = \"difference\"
result = \"recorded\"
from = \"initially\"
less = \"removed\"
";

#[test]
fn every_repair_of_a_broken_row_is_listed() {
    let case = Case::new();
    case.file("table.csv", "A title\nforce,initially,removed,recorded\nKent,\"52,480\",\"1,260\",\"52,120\"\nEssex,100,10,90\nDorset,..,1,1\n");
    case.file("declared.toml", DECLARED);
    let said = case.verb(&["reconcile", "table.csv", "--declared", "declared.toml", "--out", "out"]);
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(said.out.contains("equations: 3 = 1 hold + 1 broken + 1 that cannot be told"), "{}", said.out);
    // 52,480 − 1,260 = 51,220; 52,120 + 1,260 = 53,380; 52,480 − 52,120 = 360.
    let repairs = case.read("out/repairs.csv");
    for (column, printed, repaired) in
        [("recorded", 52120, 51220), ("initially", 52480, 53380), ("removed", 1260, 360)]
    {
        assert!(repairs.contains(&format!("1,Kent,{column},3,{printed},{repaired},")), "{repairs}");
    }
    case.file("declared.toml", DECLARED.replace("\"removed\"", "\"struck_out\""));
    let said = case.verb(&["reconcile", "table.csv", "--declared", "declared.toml"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("`struck_out`") && said.err.contains("table.csv"), "{}", said.err);
    case.file("declared.toml", DECLARED.to_owned() + "colour = \"red\"\n");
    assert!(
        case.verb(&["reconcile", "table.csv", "--declared", "declared.toml"])
            .err
            .contains("declared.toml, line")
    );
}

#[test]
fn values_beside_the_wrong_names_are_found_by_a_reference() {
    let case = Case::new();
    let reference = "force,year,people\nKent,2010,100\nEssex,2010,200\nDorset,2010,300\nCheshire,2010,400\nCumbria,2010,500\nDurham,2010,600\nKent,2011,999\n";
    case.file("reference.csv", reference);
    case.file(
        "table.csv",
        "force,people\nKent Police,100\nEssex Police,300\nDorset Police,400\nCheshire,500\nCumbria,600\nDurham,7\n",
    );
    let words = ["against", "table.csv", "reference.csv", "--where", "year=2010", "--tolerance"];
    let said = case.verb(&[&words[..], &["1%"]].concat());
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(
        said.out.contains("values: 6 = 1 that agree within 1% + 4 shifted + 1 off + 0 not compared"),
        "{}",
        said.out
    );
    assert!(said.out.contains("[values-beside-their-names]"), "{}", said.out);
    assert_eq!(case.verb(&[&words[..], &["0.01"]].concat()).out, said.out);
    for wrong in ["2", "100%", "-1%", "one"] {
        assert_eq!(
            case.verb(&["against", "table.csv", "reference.csv", &format!("--tolerance={wrong}")]).code,
            Some(2)
        );
    }
    let said =
        case.verb(&["against", "table.csv", "reference.csv", "--tolerance", "1%", "--values", "persons"]);
    case.refused(&said, &["table.csv", "`persons`"]);
}

#[test]
fn partnerships_of_a_force_are_compared_by_share() {
    let case = Case::new();
    let total = "Total recorded crime (excluding fraud)";
    let mut text = format!(
        "Table C2: Number of police recorded crimes by Community Safety Partnership area, year ending June 2025\n\
         Police Force Area code,Police Force Area name,Community Safety Partnership code,Community Safety Partnership name,{total},Robbery\n"
    );
    for (code, name, all, robberies) in [
        ("E22000001", "Ashford", 1000, 10),
        ("E22000002", "Dover", 1000, 60),
        ("E22000003", "Swale", 2000, 20),
    ] {
        writeln!(text, "E23000032,Kent,{code},{name},{all},{robberies}").unwrap();
    }
    case.file("table.csv", text);
    let words = ["partnerships", "table.csv", "--force", "Kent", "--out", "out", "--class"];
    let said = case.verb(&[&words[..], &["Robbery"]].concat());
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    // 60 of 1,000 are 6%; 10 of 1,000 and 20 of 2,000 are 1%.
    assert!(said.out.contains("of 3 partnerships of Kent the highest is Dover (6.0%)"), "{}", said.out);
    let rows = case.read("out/partnerships.csv");
    assert!(rows.contains("Kent,2024-07-01,2025-06-30,Robbery,E22000002,Dover,60,1000,6.0,"), "{rows}");
    let said = case.report("kent", &["--force", "Kent", "--partnerships", "table.csv"]);
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let page = case.read("kent/report.html");
    assert!(page.contains("Community safety partnerships") && page.contains(">60 of 1,000<"));
    let figures = case.read("kent/figures.csv");
    says(&figures, "benchmark.partnerships.robbery.2025-06-30.dover,");
    says(&figures, "table.csv, line 4, column Robbery");
    let said = case.report("essex", &["--force", "Essex", "--partnerships", "table.csv"]);
    says(&said.err, "table.csv: no table has partnerships of Essex");
    let said = case.verb(&["partnerships", "table.csv", "--force", "Kent", "--class", "Perjury"]);
    says(&said.err, "`Perjury` is no class");
    let said = case.verb(&["partnerships", "figures.csv", "--force", "Kent", "--class", "Robbery"]);
    says(&said.err, "no table has partnerships of Kent");
}

fn says(said: &str, words: &str) {
    assert!(said.contains(words), "`{words}` is not in: {said}");
}
