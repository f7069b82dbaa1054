//! `report`.

use std::{fmt::Write as _, fs};

use crate::case::{Case, ROBBERY, figures, populations};

const KENT: [&str; 2] = ["--force", "Kent"];

#[test]
fn a_report_is_written_whole_and_says_what_hand_arithmetic_says() {
    let case = Case::new();
    let said = case.report("out", &KENT);
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let mut names: Vec<String> = fs::read_dir(case.path("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        ["figures.csv", "findings.csv", "findings.jsonl", "manifest.json", "report.html", "summary.xlsx"]
    );
    assert!(said.out.contains("force: Kent (E23000032)"), "{}", said.out);
    assert!(said.out.contains("72 rows in = 72 answered + 0 rejected"), "{}", said.out);
    assert!(said.out.contains("period compared: 1 April 2017 to 31 March 2018"), "{}", said.out);
    // 1,001 robberies among a million people are 1.00 per 1,000; of twelve forces five have more: 2,000, 1,020, 1,015, 1,010 and 1,005.
    assert!(said.out.contains("* Robbery: 1.00 offences per 1,000 people, 6th of 12"), "{}", said.out);
    let figures = case.read("out/figures.csv");
    assert!(
        figures.contains("benchmark.robbery.kent.numerator,") && figures.contains(",\"1,001\",1001,"),
        "{figures}"
    );
    assert!(case.read("out/report.html").contains("Robbery"));
    assert!(case.read("out/manifest.json").contains("--force E23000032"));
}

#[test]
fn the_same_files_give_the_same_bytes_and_so_do_bom_and_line_ends() {
    let case = Case::new();
    let ranked = [&KENT[..], &["--rank-draws", "200", "--seed", "a"]].concat();
    case.report("one", &ranked);
    case.report("two", &ranked);
    for name in
        ["figures.csv", "findings.csv", "findings.jsonl", "manifest.json", "report.html", "summary.xlsx"]
    {
        let read = |out: &str| fs::read(case.path(out).join(name)).unwrap();
        assert!(read("one") == read("two"), "{name} differs");
    }
    case.file("figures.csv", format!("\u{feff}{}", figures().replace('\n', "\r\n")));
    case.file("people.csv", format!("\u{feff}{}", populations().replace('\n', "\r\n")));
    case.report("three", &ranked);
    assert_eq!(case.read("one/figures.csv"), case.read("three/figures.csv"));
}

#[test]
fn an_earlier_report_is_replaced_only_when_that_is_said() {
    let case = Case::new();
    case.report("out", &KENT);
    let before = case.read("out/manifest.json");
    let said = case.report("out", &["--force", "Essex"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("say --replace to replace them"), "{}", said.err);
    assert_eq!(case.read("out/manifest.json"), before);
    assert_eq!(case.report("out", &["--force", "Essex", "--replace"]).code, Some(0));
    assert_ne!(case.read("out/manifest.json"), before);
    let said = case.verb(&["read", "figures.csv", "--out", "out", "--replace"]);
    assert!(said.err.contains("holds what `report` wrote"), "{}", said.err);
    // A folder of somebody else's.
    fs::create_dir(case.path("theirs")).unwrap();
    fs::write(case.path("theirs/letter.txt"), "mine").unwrap();
    assert_eq!(case.report("theirs", &["--force", "Kent", "--replace"]).code, Some(2));
    assert_eq!(case.read("theirs/letter.txt"), "mine");
}

#[test]
fn a_force_nobody_knows_or_that_is_not_in_the_table_is_refused() {
    let case = Case::new();
    case.refused(
        &case.report("out", &["--force", "West Midland"]),
        &["`West Midland` is no force", "did you mean `West Midlands`"],
    );
    case.refused(
        &case.report("out", &["--force", "Sussex"]),
        &["no table has figures of Sussex", "Avon and Somerset, Bedfordshire"],
    );
    case.refused(&case.report("out", &["--force", "=cmd()"]), &["is no force"]);
    case.refused(&case.report("out", &["--force", ""]), &["is no force"]);
}

#[test]
fn a_class_that_no_table_has_is_an_error_of_the_measures_with_its_line() {
    let case = Case::new();
    case.file("measures.toml", ROBBERY.replace("[\"Robbery\"]", "[\"Robery\"]"));
    case.refused(
        &case.report("out", &KENT),
        &["measures.toml, line ", "`robbery`: no table has a class `Robery`; did you mean `Robbery`?"],
    );
}

#[test]
fn without_populations_rates_are_refused_and_the_shipped_measures_go_without() {
    let case = Case::new();
    let words = ["report", "figures.csv", "--force", "Kent", "--out", "out"];
    let own = case.verb(&[&words[..], &["--measures", "measures.toml"]].concat());
    case.refused(&own, &["no populations were supplied; name the populations with --population FILE"]);
    let said = case.verb(&words);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("left out: `all-crime`: no populations were supplied"), "{}", said.out);
    // 5,000 of 6,001 offences are shoplifting.
    assert!(said.out.contains("Shoplifting as a share of all crime but fraud: 83.3%"), "{}", said.out);
}

#[test]
fn a_population_for_the_wrong_years_is_not_taken_instead() {
    let case = Case::new();
    case.file(
        "people.csv",
        populations()
            .lines()
            .filter(|line| !line.contains(",2016,"))
            .fold(String::new(), |all, line| all + line + "\n"),
    );
    // The estimate that serves the year to March 2018 is that of June 2016.
    case.refused(&case.report("out", &KENT), &["2016"]);
    assert_eq!(case.report("within", &["--force", "Kent", "--mid-year", "within"]).code, Some(0));
}

#[test]
fn periods_that_overlap_are_not_compared_with_each_other() {
    let case = Case::new();
    let mut text = "force,class,value,first,last\n".to_owned();
    for (force, value) in [("Kent", 100), ("Essex", 110), ("Dorset", 120)] {
        for (first, last) in
            [("2016-04-01", "2017-03-31"), ("2016-07-01", "2017-06-30"), ("2017-04-01", "2018-03-31")]
        {
            writeln!(text, "{force},Robbery,{value},{first},{last}").unwrap();
        }
    }
    case.file("figures.csv", text);
    let said = case.report("out", &KENT);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("periods along time: 2\nperiods that stay aside: 1\n"), "{}", said.out);
    let said = case.report("none", &["--force", "Kent", "--period", "2018-02-28"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("such periods end on: 2017-03-31, 2017-06-30, 2018-03-31"), "{}", said.err);
}

#[test]
fn a_table_with_other_columns_is_read_by_a_mapping() {
    let case = Case::new();
    let ours = case.report("ours", &KENT);
    assert_eq!(ours.code, Some(0), "{}", ours.err);
    let theirs = figures().replacen("force,class,value,year", "Area,Offence,Number,Financial Year", 1);
    case.file("figures.csv", theirs);
    let said = case.report("none", &KENT);
    assert_eq!(said.code, Some(2), "{}", said.out);
    case.file(
        "map.toml",
        "[recorded_crime.columns]\nforce = \"Area\"\nclass = \"Offence\"\nvalue = \"Number\"\nyear = \"Financial Year\"\n",
    );
    let said = case.report("mapped", &[&KENT[..], &["--map", "map.toml"]].concat());
    assert_eq!(said.code, Some(0), "{}", said.err);
    let told =
        |out: &str| out.lines().filter(|line| line.starts_with('*')).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(told(&said.out), told(&ours.out));
    case.file("map.toml", "[crimes.columns]\nforce = \"Area\"\n");
    let said = case.report("wrong", &[&KENT[..], &["--map", "map.toml"]].concat());
    assert!(
        said.code == Some(2) && said.err.contains("`crimes`") && said.err.contains("recorded_crime"),
        "{}",
        said.err
    );
}

#[test]
fn a_line_along_time_is_made_as_its_measure_says() {
    let case = Case::new();
    let (mut text, mut people) =
        ("force,class,value,year\n".to_owned(), "force,year,people,source\n".to_owned());
    for (force, more) in [("Kent", 0), ("Essex", 40), ("Dorset", 90)] {
        for year in 2000..2014 {
            // From April 2007 on there are half as many, and they vary by a little.
            let value = if year < 2007 { 1_000 } else { 500 } + more + (year % 3) * 10;
            writeln!(text, "{force},Robbery,{value},{year}/{:02}", (year + 1) % 100).unwrap();
            writeln!(people, "{force},{year},1000000,invented for a test").unwrap();
        }
    }
    case.file("figures.csv", text);
    case.file("people.csv", people + "Kent,1999,1000000,x\nEssex,1999,1000000,x\nDorset,1999,1000000,x\n");
    let options = ["--force", "Kent", "--across-breaks", "a test of limits alone"];
    assert_eq!(case.report("usual", &options).code, Some(0));
    assert!(case.read("usual/report.html").contains("part of a signal"));
    let anew = "chart = { kind = \"u'\", signals = [\"astronomical\"], rebase = [{ on = \"2007-04-01\", reason = \"a new team\" }] }\n";
    case.file("measures.toml", format!("{ROBBERY}{anew}"));
    let said = case.report("anew", &options);
    assert_eq!(said.code, Some(0), "{}", said.err);
    let page = case.read("anew/report.html");
    for words in [
        "shows nothing unusual",
        "Centre and limits begin anew on 1 April 2007: a new team.",
        "Along time it is a u&#39; chart; signals looked for: astronomical.",
    ] {
        assert!(page.contains(words), "{words}");
    }
    // The mean of the second line by hand: 2007 to 2013 end in 0, 10, 20, 0, 10, 20, 0 more than 500, 2007 being a multiple of three: 508.6 of a
    // million.
    assert!(page.contains(">0.51<"), "the centre");
    let frozen = "chart = { baseline = { from = \"2000-04-01\", to = \"2007-03-31\", reason = \"before the new team\" } }\n";
    case.file("measures.toml", format!("{ROBBERY}{frozen}"));
    assert_eq!(case.report("frozen", &options).code, Some(0));
    let page = case.read("frozen/report.html");
    let words = "Limits are made of the periods from 1 April 2000 to 31 March 2007: before the new team.";
    assert!(page.contains(words) && page.contains("it lies below the limits"));
}

#[test]
fn quarters_are_worked_out_of_rolling_years_and_said_to_be() {
    let case = Case::new();
    let mut text = "force,class,value,first,last\n".to_owned();
    for force in ["Kent", "Essex", "Dorset"] {
        writeln!(
            text,
            "{force},Robbery,100,2017-04-01,2018-03-31\n{force},Robbery,110,2017-07-01,2018-06-30"
        )
        .unwrap();
        writeln!(text, "{force},Robbery,20,2017-04-01,2017-06-30").unwrap();
    }
    case.file("figures.csv", text);
    case.file(
        "measures.toml",
        ROBBERY.replace("{ kind = \"classes\", classes = [\"Robbery\"] }", "{ kind = \"total\" }"),
    );
    let said = case.report("out", &["--force", "Kent", "--quarters"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(
        said.out.contains("derived from rolling years: forces 3; classes 1; periods 1 from 2018-04-01"),
        "{}",
        said.out
    );
    // 110 − 100 + 20 = 30 of a million.
    assert!(said.out.contains("period compared: 1 April 2018 to 30 June 2018"), "{}", said.out);
    assert!(
        case.read("out/figures.csv")
            .contains("benchmark.robbery.kent.numerator,\"Kent, Robbery: what is counted\",30,30,")
    );
    let page = case.read("out/report.html");
    assert!(page.contains("Apr–Jun 2018 (derived)") && !page.contains("Apr–Jun 2017 (derived)"));
    assert!(page.contains("Derived: nobody published this quarter"));
}

#[test]
fn a_group_that_names_itself_is_a_finding_and_the_peers_of_a_sound_one_are_named() {
    let case = Case::new();
    let row = |force: &str, peer: &str| format!("{force},{peer},2014-04-01,,a test\n");
    let sound = [row("Kent", "Essex"), row("Kent", "Dorset"), row("Kent", "Cheshire")].concat();
    case.file("groups.csv", format!("force,peer,from,to,source\n{sound}"));
    let grouped = [&KENT[..], &["--groups", "groups.csv"]].concat();
    let said = case.report("out", &grouped);
    assert!(said.out.contains("peers: Cheshire, Dorset, Essex"), "{}{}", said.out, said.err);
    case.file("groups.csv", format!("force,peer,from,to,source\n{sound}{}", row("Kent", "Kent")));
    let said = case.report("itself", &grouped);
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(
        said.out.contains("groups.csv, line 5") && said.out.contains("[group-names-others]"),
        "{}",
        said.out
    );
    assert_eq!(case.report("never", &[&grouped[..], &["--fail-on", "never"]].concat()).code, Some(0));
    // Without a group the peer section is left out, and that is said.
    assert!(case.report("no-group", &KENT).out.contains("peers: left out"));
}

#[test]
fn rows_that_cannot_be_read_are_counted_and_told_by_their_place() {
    let case = Case::new();
    case.file(
        "figures.csv",
        figures() + "Kent,Robbery,#REF!,2017/18\nMordor,Robbery,5,2017/18\nKent,Robbery,=1+1,2017/18\n",
    );
    let said = case.report("out", &KENT);
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(said.out.contains("75 rows in = 72 answered + 3 rejected"), "{}", said.out);
    assert!(
        said.out.contains("figures.csv, line 74") && said.out.contains("figures.csv, line 76"),
        "{}",
        said.out
    );
    let findings = case.read("out/findings.csv");
    for line in findings.lines() {
        assert!(line.split(',').all(|cell| !cell.trim_matches('"').starts_with(['=', '+', '@'])), "{line}");
    }
}

#[test]
fn options_that_mean_nothing_are_refused() {
    let case = Case::new();
    for (option, value) in [
        ("--limits", "99.8,95"),
        ("--limits", "95"),
        ("--limits", "0,100"),
        ("--winsorise", "10"),
        ("--winsorise", "60%"),
        ("--rank-draws", "0"),
        ("--period", "2018-02-30"),
        ("--across-breaks", ""),
    ] {
        let said = case.report("out", &["--force", "Kent", option, value]);
        case.refused(&said, &[option]);
    }
    let said = case.report(
        "out",
        &[
            "--force",
            "Kent",
            "--winsorise",
            "10%",
            "--limits",
            "90,99",
            "--average",
            "weighted",
            "--focal",
            "out",
        ],
    );
    assert_eq!(said.code, Some(0), "{}", said.err);
}
