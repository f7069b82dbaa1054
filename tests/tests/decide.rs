//! `audit-recording decide`, as a records system and a reviewer use it: good, torn and hostile reports, sheets of questions, streams.

#![expect(clippy::unwrap_used, reason = "a test: the exceptions of clippy.toml do not reach its helpers")]

use std::{
    fmt::Write as _,
    io::{BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::LazyLock,
};

use acceptance::command::{Scratch, built};
use serde_json::Value;

static COMMAND: LazyLock<PathBuf> = LazyLock::new(|| built("audit-recording"));

/// A report that is decided in every part: a punch with a bruise.
const PUNCH: &str = r#"{"id":"R1","received":"2026-05-01T14:30:00","setting":"elsewhere","handled_by":"this-force","reporter":{"who":"victim","impaired":"no"},"victims":[{"id":"v1","serving":"neither"}],"offenders":[{"id":"o1","police":"no"}],"acts":[{"id":"a1","by":"o1","against":["v1"],"contrary_evidence":"no","location":{"suspect_at":"West Midlands"},"what":{"violence":{"intent":"less","injury":"less-than-serious","strangled":"no","aggravated":"no"}}}]}"#;

struct Said {
    out: String,
    told: String,
    code: Option<i32>,
}

impl Said {
    fn decisions(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

fn decide(scratch: &Scratch, name: &str, bytes: impl AsRef<[u8]>, more: &[&str]) -> Said {
    std::fs::write(scratch.path().join(name), bytes).unwrap();
    let done = Command::new(&*COMMAND)
        .current_dir(scratch.path())
        .args(["decide", name, "--as-at", "2026-12-31"])
        .args(more)
        .output()
        .unwrap();
    Said {
        out: String::from_utf8(done.stdout).unwrap(),
        told: String::from_utf8(done.stderr).unwrap(),
        code: done.status.code(),
    }
}

fn scratch() -> Scratch {
    Scratch::new().unwrap()
}

/// The punch under another reference.
fn punch(id: &str) -> String {
    PUNCH.replace("\"R1\"", &format!("\"{id}\""))
}

#[test]
fn a_report_becomes_a_decision_on_one_line() {
    let said = decide(&scratch(), "in.jsonl", PUNCH, &[]);
    assert_eq!(said.code, Some(0), "{}", said.told);
    let [decision] = said.decisions().try_into().unwrap();
    assert_eq!(decision["crimes"][0]["subcode"], "008/06");
    assert_eq!(decision["deadline"]["by"], "2026-05-02T14:30:00");
    assert_eq!(decision["undecided"], serde_json::json!([]));
    assert!(said.told.contains("1 reports in = 1 answered + 0 rejected"), "{}", said.told);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let scratch = scratch();
    let input: String = (0..3000).map(|n| punch(&format!("R{n}")) + "\n").collect();
    let first = decide(&scratch, "in.jsonl", &input, &["--trace"]);
    let second = decide(&scratch, "in.jsonl", &input, &["--trace"]);
    assert!(first.out == second.out && first.out.lines().count() == 3000);
    // In the order of the input, however many threads worked.
    for (n, line) in first.out.lines().enumerate() {
        assert!(line.starts_with(&format!("{{\"incident\":\"R{n}\"")), "{line}");
    }
}

#[test]
fn bad_lines_are_located_and_the_rest_goes_on() {
    let lines = [
        punch("R1"),
        r#"{"id":"R2","received":"2026-05-0"#.to_owned(),
        String::new(),
        r#"{"id":"R3","received":"2026-05-01T10:00:00","victims":[{"id":"v1","age":200}]}"#.to_owned(),
        r#"{"id":"R4","received":"2026-05-01T10:00:00","victims":[{"id":"v1","confirms":"yes","found":"no"}]}"#.to_owned(),
        r#"{"id":"R5","acts":[{"id":"a1","day":"2026-05-02","last_day":"2026-05-01"}]}"#.to_owned(),
        r#"{"id":"R6","acts":[{"id":"a1","what":{"given":{"subcode":"999/99"}}}]}"#.to_owned(),
        r#"{"id":"R7","colour":"blue"}"#.to_owned(),
        "not json".to_owned(),
        "[1,2]".to_owned(),
        punch("R8"),
    ];
    let said = decide(&scratch(), "in.jsonl", lines.join("\n"), &[]);
    assert_eq!(said.code, Some(1));
    let answered: Vec<String> =
        said.decisions().iter().map(|decision| decision["incident"].to_string()).collect();
    assert_eq!(answered, ["\"R1\"", "\"R8\""]);
    assert!(said.told.contains("10 reports in = 2 answered + 8 rejected"), "{}", said.told);
    for expected in [
        "in.jsonl, line 2, column received: error [readable-report]",
        "in.jsonl, line 4, column victims[0].age: error [consistent-report]: victims[0].age: older than anybody has been",
        "in.jsonl, line 5, column victims[0].found: error [consistent-report]",
        "in.jsonl, line 6, column acts[0].last_day: error [consistent-report]",
        "in.jsonl, line 7, column acts[0].what.given.subcode: error [consistent-report]",
        "in.jsonl, line 8, column colour: error [readable-report]: colour: unknown field `colour`",
        "in.jsonl, line 9, column 1: error [readable-report]",
        "in.jsonl, line 10, column 1: error [readable-report]",
    ] {
        assert!(said.told.contains(expected), "no `{expected}` in:\n{}", said.told);
    }
}

#[test]
fn an_act_without_a_victim_where_one_is_needed_is_not_decided() {
    let said = decide(&scratch(), "in.jsonl", PUNCH.replace(r#""against":["v1"],"#, ""), &[]);
    assert_eq!(said.decisions()[0]["undecided"][0]["fact"], "against");
}

#[test]
fn odd_encodings_and_hostile_lines_are_survived() {
    let scratch = scratch();
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(punch("R1").bytes());
    bytes.extend(b"\r\n{\"id\":\"\xFF\xFE\"}\r\n");
    bytes.extend(punch("R2\\u001b[31m").bytes());
    bytes.extend(format!("\n{}\n", "[".repeat(200_000)).bytes());
    bytes.extend(punch("=cmd|' /C calc'!A0").bytes());
    let said = decide(&scratch, "in.jsonl", &bytes, &["--format", "csv"]);
    assert_eq!(said.code, Some(1));
    assert!(said.told.contains("line 2: error [readable-report]: not UTF-8"), "{}", said.told);
    assert!(said.told.contains("5 reports in = 3 answered + 2 rejected"), "{}", said.told);
    assert!(!said.out.contains('\u{1b}') && !said.told.contains('\u{1b}'));
    assert!(said.out.contains("'=cmd"), "{}", said.out);
}

#[test]
fn ten_thousand_acts_in_one_report_are_decided() {
    let act = |n: usize| {
        format!(
            r#"{{"id":"a{n}","by":"o1","against":["v1"],"contrary_evidence":"no","what":{{"violence":{{"intent":"less","injury":"less-than-serious","strangled":"no","aggravated":"no"}}}}}}"#
        )
    };
    let acts: Vec<String> = (0..10_000).map(act).collect();
    let start = PUNCH.find("\"acts\":[").unwrap();
    let report = format!("{}\"acts\":[{}]}}", &PUNCH[..start], acts.join(","));
    let said = decide(&scratch(), "in.jsonl", report, &[]);
    assert_eq!(said.code, Some(0), "{}", said.told);
    let [decision] = said.decisions().try_into().unwrap();
    assert_eq!(decision["crimes"].as_array().unwrap().len(), 1);
    assert_eq!(decision["not_recorded"].as_array().unwrap().len(), 9_999);
}

#[test]
fn a_reference_that_stands_twice_is_found_wherever_it_stands() {
    let mut input = punch("TWICE") + "\n";
    for n in 0..5000 {
        let _ = writeln!(input, "{{\"id\":\"R{n}\",\"received\":\"2026-05-01T10:00:00\"}}");
    }
    input += &punch("TWICE");
    let said = decide(&scratch(), "in.jsonl", input, &[]);
    assert_eq!(said.code, Some(1));
    assert!(
        said.told.contains("error [report-named-once]: report TWICE stands in lines 1, 5002"),
        "{}",
        said.told
    );
    assert_eq!(said.told.matches("report-named-once").count(), 1);
    assert!(said.told.contains("5002 reports in = 5002 answered"), "{}", said.told);
}

const TABLE: &str = "\
incident,about,fact,value,note
R1,report,received,2026-05-01T14:30:00,
R1,report,reporter.who,victim,
R1,report,reporter.impaired,no,
R1,report,setting,elsewhere,
R1,report,handled_by,this-force,
R1,victim v1,serving,neither,
R1,offender o1,police,no,
R1,act a1,what,violence,
R1,act a1,what.violence.intent,less,
R1,act a1,what.violence.injury,less-than-serious,
R1,act a1,what.violence.strangled,no,
R1,act a1,what.violence.aggravated,no,
R1,act a1,by,o1,
R1,act a1,against,v1,
R1,act a1,contrary_evidence,no,
R1,act a1,location.suspect_at,West Midlands,
R2,report,received,2026-05-01T14:30:00,
R2,act a1,what.violence.injury,grave,
R2,act a1,contrary_evidence,perhaps,
R3,report,received,2026-05-01T14:30:00,
";

#[test]
fn a_table_of_facts_gives_what_the_same_json_gives() {
    let scratch = scratch();
    let json = decide(&scratch, "in.jsonl", PUNCH, &[]);
    let table = decide(&scratch, "in.csv", TABLE, &[]);
    assert_eq!(table.out.lines().next(), json.out.lines().next());
    assert_eq!(table.code, Some(1));
    assert!(table.told.contains("3 reports in = 2 answered + 1 rejected"), "{}", table.told);
    for expected in [
        "in.csv, line 19, column value: error [readable-report]: `grave`",
        "in.csv, line 20, column value: error [readable-report]: `perhaps`",
    ] {
        assert!(table.told.contains(expected), "no `{expected}` in:\n{}", table.told);
    }
}

#[test]
fn a_table_without_a_needed_column_is_refused_with_its_name() {
    let said = decide(&scratch(), "in.csv", "incident,about,value\nR1,report,x\n", &[]);
    assert_eq!(said.code, Some(2));
    assert!(said.told.contains("in.csv: line 1: no column `fact`"), "{}", said.told);
}

#[test]
fn missing_facts_go_out_as_questions_and_come_back_as_answers() {
    let scratch = scratch();
    let bare = PUNCH.replace(r#""intent":"less","#, "").replace(r#","aggravated":"no""#, "");
    let mut rounds = 0;
    let mut answers = String::from("incident,about,fact,value\n");
    loop {
        std::fs::write(scratch.path().join("answers.csv"), &answers).unwrap();
        let sheet = format!("questions{rounds}.csv");
        let said = decide(&scratch, "in.jsonl", &bare, &["--answers", "answers.csv", "--questions", &sheet]);
        assert_eq!(said.code, Some(0), "{}", said.told);
        let questions = std::fs::read_to_string(scratch.path().join(&sheet)).unwrap();
        let asked: Vec<&str> = questions.lines().skip(1).collect();
        if asked.is_empty() {
            assert_eq!(said.decisions()[0]["crimes"][0]["subcode"], "008/06");
            break;
        }
        for line in asked {
            // The reviewer fills the empty column and leaves the rest as it is.
            let answer = if line.contains("intent") { "less" } else { "no" };
            let _ = writeln!(answers, "{}", line.replacen(",,", &format!(",{answer},"), 1));
        }
        // Read back with its other columns: the header has them too.
        answers = answers
            .replace("incident,about,fact,value\n", "incident,about,fact,value,question,answers,why,rule\n");
        rounds += 1;
        assert!(rounds < 5);
    }
    assert_eq!(rounds, 2);
    // What stands is not overwritten.
    let said = decide(&scratch, "in.jsonl", PUNCH, &["--questions", "questions0.csv"]);
    assert_eq!(said.code, Some(2));
    assert!(said.told.contains("questions0.csv: something stands there already"), "{}", said.told);
}

#[test]
fn what_is_declared_for_all_is_used_where_nobody_says_and_is_told() {
    let scratch = scratch();
    std::fs::write(
        scratch.path().join("policy.csv"),
        "incident,about,fact,value\n*,act *,contrary_evidence,no\n",
    )
    .unwrap();
    let silent = PUNCH.replace(r#""contrary_evidence":"no","#, "");
    let against =
        PUNCH.replace("R1", "R2").replace(r#""contrary_evidence":"no""#, r#""contrary_evidence":"yes""#);
    let said = decide(&scratch, "in.jsonl", format!("{silent}\n{against}"), &["--answers", "policy.csv"]);
    let decisions = said.decisions();
    assert_eq!(decisions[0]["crimes"].as_array().unwrap().len(), 1);
    assert_eq!(decisions[1]["registered"][0]["as_what"], "incident");
    assert!(
        said.told.contains("declared for every report that does not say: act * contrary_evidence = no"),
        "{}",
        said.told
    );
}

#[test]
fn rulings_of_the_registrar_are_applied_and_their_absence_is_named() {
    let scratch = scratch();
    let prison = PUNCH.replace("elsewhere", "prison");
    let said = decide(&scratch, "in.jsonl", &prison, &[]);
    assert_eq!(said.decisions()[0]["undecided"][0]["why"], "no-ruling");
    std::fs::write(
        scratch.path().join("rulings.toml"),
        "[[ruling]]\nid = \"1\"\non = \"prison-crime\"\nfrom = \"2026-04-01\"\nanswer = \"record\"\nregistrar = \"FCR\"\nreason = \"serious\"\n",
    )
    .unwrap();
    let said = decide(&scratch, "in.jsonl", &prison, &["--rulings", "rulings.toml", "--explain"]);
    assert!(said.out.contains("8N 008/06") && said.out.contains("prison-crime: record"), "{}", said.out);
    std::fs::write(scratch.path().join("rulings.toml"), "[[ruling]]\nid = \"1\"\nanswr = \"record\"\n")
        .unwrap();
    let said = decide(&scratch, "in.jsonl", &prison, &["--rulings", "rulings.toml"]);
    assert_eq!(said.code, Some(2));
    assert!(said.told.contains("answr"), "{}", said.told);
}

#[test]
fn a_report_of_a_later_day_is_not_yet_answered() {
    let scratch = scratch();
    std::fs::write(scratch.path().join("in.jsonl"), PUNCH).unwrap();
    let done = Command::new(&*COMMAND)
        .current_dir(scratch.path())
        .args(["decide", "in.jsonl", "--as-at", "2026-04-30"])
        .output()
        .unwrap();
    assert!(done.stdout.is_empty());
    assert!(
        String::from_utf8(done.stderr)
            .unwrap()
            .contains("1 reports in = 0 answered + 0 rejected + 1 received after 2026-04-30")
    );
}

#[test]
fn one_report_in_is_one_decision_out_while_the_stream_stays_open() {
    let mut child = Command::new(&*COMMAND)
        .args(["decide", "-", "--as-at", "2026-12-31"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut ask = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    for n in 0..3 {
        writeln!(ask, "{}", punch(&format!("R{n}"))).unwrap();
        let mut line = String::new();
        answers.read_line(&mut line).unwrap();
        assert!(line.starts_with(&format!("{{\"incident\":\"R{n}\"")), "{line}");
    }
    drop(ask);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_closed_pipe_is_no_error() {
    let input: String = (0..20_000).map(|n| punch(&format!("R{n}")) + "\n").collect();
    let scratch = scratch();
    std::fs::write(scratch.path().join("in.jsonl"), input).unwrap();
    let mut child = Command::new(&*COMMAND)
        .current_dir(scratch.path())
        .args(["decide", "in.jsonl", "--as-at", "2026-12-31"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let done = Command::new(&*COMMAND).args(["decide", "/nowhere/in.jsonl"]).output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8(done.stderr).unwrap().contains("/nowhere/in.jsonl"));
}

#[test]
fn schemas_and_templates_are_printed() {
    for what in ["incident", "decision", "rulings"] {
        let done = Command::new(&*COMMAND).args(["schema", what]).output().unwrap();
        let schema: Value = serde_json::from_slice(&done.stdout).unwrap();
        assert_eq!(schema["$id"], format!("urn:registrar:{what}:1"));
    }
    let done = Command::new(&*COMMAND).args(["template", "facts"]).output().unwrap();
    assert_eq!(done.stdout, b"incident,about,fact,value\n");
    let done = Command::new(&*COMMAND).args(["template", "rulings"]).output().unwrap();
    let uncommented =
        String::from_utf8(done.stdout).unwrap().lines().skip(2).fold(String::new(), |text, line| {
            text + line.trim_start_matches("# ").split(" #").next().unwrap() + "\n"
        });
    let read: toml::Table = uncommented.parse().unwrap();
    assert!(read.contains_key("ruling"), "{uncommented}");
    assert!(Path::new(&*COMMAND).exists());
}

#[test]
fn outcomes_are_told_for_each_recorded_crime_and_a_bad_line_is_located() {
    let scratch = scratch();
    // Page 21, example 1: a robbery; a man is charged with handling the phone, and had no part in it.
    let crimes = concat!(
        r#"{"id":"C1","class":"34B","subcode":"034/01","outcome_on":"2026-05-20","evidence":"associated","disposal":"charge","charged":"054/01","party":"no","reclassify":"no"}"#,
        "\n",
        r#"{"id":"C2","disposal":"fine"}"#,
        "\n[1]\n",
        r#"{"id":"C3","class":"8N"}"#,
        "\n"
    );
    std::fs::write(scratch.path().join("crimes.jsonl"), crimes).unwrap();
    let asked = |more: &[&str]| {
        let done = Command::new(&*COMMAND)
            .current_dir(scratch.path())
            .args(["outcomes", "crimes.jsonl"])
            .args(more)
            .output();
        let done = done.unwrap();
        Said {
            out: String::from_utf8(done.stdout).unwrap(),
            told: String::from_utf8(done.stderr).unwrap(),
            code: done.status.code(),
        }
    };
    let said = asked(&["--only", "1A"]);
    assert_eq!(said.code, Some(1));
    let answers = said.decisions();
    assert_eq!(answers[0]["crime"], "C1");
    assert_eq!(answers[0]["outcomes"][0]["may"], "no");
    assert_eq!(answers[0]["outcomes"][0]["by"], "alternate-offence");
    assert_eq!(answers[1]["outcomes"][0]["may"], "cannot be told");
    assert_eq!(answers[1]["outcomes"][0]["fact"], "outcome_on");
    assert!(said.told.contains("crimes.jsonl, line 2: disposal: "), "{}", said.told);
    assert!(said.told.contains("crimes.jsonl, line 3: a recorded crime is a JSON object"), "{}", said.told);
    assert!(said.told.contains("4 crimes in = 2 answered + 2 rejected"), "{}", said.told);
    // All 27 codes of the list.
    assert_eq!(asked(&[]).decisions()[0]["outcomes"].as_array().unwrap().len(), 27);
    assert_eq!(asked(&["--only", "99"]).code, Some(2));
}

/// The punch as a table of facts, with more rows after it.
fn facts(more: &str) -> String {
    format!(
        "incident,about,fact,value\nR1,report,received,2026-05-01T14:30\nR1,act a1,what.violence.injury,none\n{more}"
    )
}

#[test]
fn a_row_with_too_many_cells_is_not_cut_short() {
    let said = decide(&scratch(), "in.csv", facts("R1,act a1,against,v1,v2\n"), &[]);
    assert_eq!((said.code, said.out.as_str()), (Some(1), ""));
    assert!(said.told.contains("line 4: 5 cells, and the table has 4 columns"), "{}", said.told);
}

#[test]
fn a_report_with_a_row_that_is_not_utf_8_is_not_answered() {
    let mut bytes = facts("").into_bytes();
    bytes.extend(b"R1,act a1,against,v\xE9\nR2,act a1,what.violence.injury,none\n");
    let said = decide(&scratch(), "in.csv", bytes, &[]);
    assert_eq!(said.code, Some(1));
    assert_eq!(said.decisions().len(), 1, "only R2: {}", said.out);
    assert!(said.told.contains("line 4: not UTF-8"), "{}", said.told);
    assert!(said.told.contains("2 reports in = 1 answered + 1 rejected"), "{}", said.told);
}

#[test]
fn a_reference_that_looks_like_a_formula_comes_back_with_its_answers() {
    let scratch = scratch();
    let report = r#"{"id":"=R1","received":"2026-05-01T14:30:00","victims":[{"id":"v1"}],"acts":[{"id":"a1","against":["v1"],"what":{"violence":{}}}]}"#;
    let asked = decide(&scratch, "in.jsonl", report, &["--questions", "missing.csv"]);
    assert_eq!(asked.code, Some(0), "{}", asked.told);
    let sheet = std::fs::read_to_string(scratch.path().join("missing.csv")).unwrap();
    assert!(sheet.contains("\n'=R1,act a1,what.violence.intent,,"), "{sheet}");
    std::fs::write(
        scratch.path().join("filled.csv"),
        sheet.replace("what.violence.intent,,", "what.violence.intent,kill,"),
    )
    .unwrap();
    let again = decide(&scratch, "in.jsonl", report, &["--answers", "filled.csv"]);
    assert!(!again.out.contains("what.violence.intent"), "{}", again.out);
    assert!(!again.told.contains("belong to no report"), "{}", again.told);
}

#[test]
fn answers_that_meet_nothing_are_told() {
    let scratch = scratch();
    let with = |rows: &str| {
        std::fs::write(scratch.path().join("a.csv"), format!("incident,about,fact,value\n{rows}")).unwrap();
        decide(&scratch, "in.jsonl", PUNCH, &["--answers", "a.csv"])
    };
    assert!(
        with("R9,act a1,contrary_evidence,no\n")
            .told
            .contains("answers that belong to no report that was read: R9")
    );
    for (rows, said) in [
        ("*,act *,contrary_evidence,perhaps\n", "`perhaps` is none of"),
        ("*,act *,contrary_evidense,no\n", "there is no such fact"),
        ("*,act,contrary_evidence,no\n", "there is no such fact"),
        ("*,report,setting,prison\n*,report,setting,elsewhere\n", "said in two ways"),
    ] {
        let refused = with(rows);
        assert_eq!(refused.code, Some(2), "{rows}");
        assert!(refused.told.contains(said), "{rows}: {}", refused.told);
    }
    let declared = decide(&scratch, "in.csv", facts("*,act *,contrary_evidence,no\n"), &[]);
    assert!(declared.told.contains("given with --answers"), "{}", declared.told);
}
