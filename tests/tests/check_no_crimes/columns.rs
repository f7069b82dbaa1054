//! What else a table may hold: formulas, columns of its own, columns called like ours.

use std::io::{Cursor, Read as _};

use table::{Column, Layout, Rows, Source};

use crate::case::{Case, UNTRAINED, row, table};

const FORMULA: &str = "=HYPERLINK(\"http://x\",\"y\")";

/// The first row of the sheet of records, read as we read any workbook.
#[derive(serde::Deserialize)]
struct Listed {
    record: String,
    notes: String,
    policing_unit: String,
    #[serde(rename = "=2+2")]
    own: String,
}

static RECORDS: Layout = Layout {
    name: "records",
    what: "one row a record to be looked at again",
    columns: &[
        Column::required("record", "the crime number"),
        Column::required("notes", "free text"),
        Column::required("policing_unit", "the unit"),
        Column::required("=2+2", "a column of its own"),
    ],
};

/// Any sheet of records.
static ANY: Layout =
    Layout { name: "records", what: "records", columns: &[Column::required("record", "it")] };

#[test]
fn a_formula_is_text_wherever_it_is_written() {
    let cells = [
        UNTRAINED,
        ("notes", FORMULA),
        ("policing_unit", "@SUM(A1)"),
        ("decided_by", "+D1"),
        ("=2+2", "-1+1|cmd"),
    ];
    let bad = [("ground", FORMULA)];
    let case = Case::of(table(&[row("=1+1", &cells), row("-x", &bad), row("\t=3", &[UNTRAINED])]));
    let said = case.check(&[]);
    assert_eq!((said.code, said.counts), (Some(1), (3, 2, 1)), "{}", said.err);
    for entry in std::fs::read_dir(case.path("checked")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "csv") {
            continue;
        }
        for cells in csv::ReaderBuilder::new().has_headers(false).from_path(&path).unwrap().records() {
            for cell in &cells.unwrap() {
                let starts = cell.trim_start().starts_with(['=', '+', '-', '@']);
                assert!(!starts || cell.parse::<f64>().is_ok(), "{}: {cell}", path.display());
            }
        }
    }
    let list = &case.rows("checked/work-list.csv")[0];
    assert_eq!((list["record"].as_str(), list["'=2+2"].as_str()), ("'=1+1", "'-1+1|cmd"));
    assert_eq!(list["notes"], format!("'{FORMULA}"));

    let workbook = std::fs::read(case.path("checked/findings.xlsx")).unwrap();
    let rows: Rows<Listed> =
        table::read(&RECORDS, Source::new("findings.xlsx", &workbook).sheet("Records")).unwrap();
    assert_eq!(rows.good.len(), 2);
    let first = &rows.good[0].value;
    assert_eq!((first.record.as_str(), first.notes.as_str()), ("=1+1", FORMULA));
    assert_eq!((first.policing_unit.as_str(), first.own.as_str()), ("@SUM(A1)", "-1+1|cmd"));
    // Text, and no formula whose value happens to be that text.
    let mut parts = zip::ZipArchive::new(Cursor::new(&workbook)).unwrap();
    for at in 0..parts.len() {
        let (mut part, mut text) = (parts.by_index(at).unwrap(), String::new());
        let name = part.name().unwrap().into_owned();
        if name.starts_with("xl/worksheets/sheet") {
            part.read_to_string(&mut text).unwrap();
            assert!(!text.contains("<f>") && !text.contains("<f "), "{name}");
        }
    }
}

#[test]
fn columns_of_its_own_are_written_back_in_its_order_with_ours_behind() {
    let text = table(&[
        row("20/1", &[UNTRAINED, ("ward", "W1"), ("beat", "a \"b\", c")]),
        row("20/2", &[("ward", "W2")]),
    ]);
    // The last column becomes the first.
    let turned: Vec<String> = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes())
        .records()
        .map(|cells| {
            let cells = cells.unwrap();
            let last = cells.len() - 1;
            let turned = std::iter::once(&cells[last]).chain(cells.iter().take(last));
            let quoted: Vec<String> =
                turned.map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            quoted.join(",")
        })
        .collect();
    let case = Case::of(turned.join("\n") + "\n");
    case.check(&[]);
    let written = case.read("checked/work-list.csv");
    let header: Vec<&str> = written.lines().next().unwrap().split(',').collect();
    let theirs: Vec<String> = turned[0].split(',').map(|name| name.replace('"', "")).collect();
    let ours = "verdict,by_other_reading,what_is_wrong,what_to_add,whose_move,rules,citations";
    assert_eq!(header[..theirs.len()], theirs);
    assert_eq!(header[theirs.len()..].join(","), ours);
    let list = case.rows("checked/work-list.csv");
    assert_eq!(list.len(), 1);
    assert_eq!((list[0]["ward"].as_str(), list[0]["beat"].as_str()), ("W1", "a \"b\", c"));
    assert_eq!((list[0]["record"].as_str(), list[0]["verdict"].as_str()), ("20/1", "does not stand"));
    assert_eq!(case.found()[0], "note | known-columns | removals.csv | 1 | ");
}

#[test]
fn columns_called_like_ours_keep_their_cells_and_ours_get_a_mark() {
    for theirs in [&["verdict"][..], &["verdict", "checked_verdict"], &["Verdict"], &["rules", "VERDICT"]] {
        let cells: Vec<(&str, &str)> =
            std::iter::once(UNTRAINED).chain(theirs.iter().map(|name| (*name, "mine"))).collect();
        let case = Case::of(table(&[row("20/1", &cells)]));
        let said = case.check(&[]);
        assert_eq!(said.code, Some(0), "{theirs:?}: {}", said.err);
        let list = &case.rows("checked/work-list.csv")[0];
        for name in theirs {
            assert_eq!(list[*name], "mine");
        }
        let ours: Vec<&String> =
            list.iter().filter(|(_, cell)| *cell == "does not stand").map(|(name, _)| name).collect();
        let expected = if theirs.len() == 2 && theirs[1] == "checked_verdict" {
            "checked_checked_verdict"
        } else {
            "checked_verdict"
        };
        assert_eq!(ours, [expected]);
        assert!(case.path("checked/findings.xlsx").exists());
    }
}

#[test]
fn columns_without_a_name_with_a_long_one_or_with_the_same_in_capitals_keep_nothing_from_being_written() {
    let long = "x".repeat(300);
    let text = table(&[row(
        "20/1",
        &[UNTRAINED, ("one", "first"), ("two", "second"), ("Record", "third"), (&long, "4th")],
    )]);
    let case = Case::of(text.replacen(",one,two,", ",,,", 1));
    let said = case.check(&[]);
    assert_eq!((said.code, said.counts), (Some(0), (1, 1, 0)), "{}", said.err);
    let written = case.read("checked/work-list.csv");
    assert!(written.lines().nth(1).unwrap().contains(",first,second,third,4th,does not stand,"), "{written}");
    assert!(written.lines().next().unwrap().contains(&format!(",,,Record,{long},verdict,")));
    assert!(case.path("checked/findings.xlsx").exists());
}

#[test]
fn a_column_more_changes_nothing_but_the_work_list() {
    let rows = |more: &[(&str, &str)]| {
        let with = |record, but: &[(&'static str, &'static str)]| row(record, &[but, more].concat());
        table(&[with("20/1", &[]), with("20/2", &[UNTRAINED]), with("20/3", &[("relevant", "")])])
    };
    let (plain, wide) = (Case::of(rows(&[])), Case::of(rows(&[("ward", "W1")])));
    plain.check(&[]);
    wide.check(&[]);
    assert_eq!(plain.read("checked/verdicts.csv"), wide.read("checked/verdicts.csv"));
    // A note says that a column is not used, and is counted.
    let figures = |case: &Case| {
        let text = case.read("checked/figures.csv");
        text.lines().filter(|line| !line.contains(".known-columns.")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(figures(&plain), figures(&wide));
    assert_eq!(plain.found(), wide.found()[1..]);
}

#[test]
fn what_a_terminal_or_a_browser_would_obey_is_not_passed_on() {
    let cells = [
        UNTRAINED,
        ("policing_unit", "<script>alert(1)</script>"),
        ("decided_by", "D\u{1b}[31m"),
        ("notes", "\u{0}\u{1}\u{b}\u{ffff}"),
    ];
    // Enough in one unit for it to be named on the page.
    let rows: Vec<_> = (1..=12).map(|n| row(&format!("20/\u{1b}]0;{n}"), &cells)).collect();
    let case = Case::of(table(&rows));
    let said = case.check(&[]);
    assert_eq!((said.code, said.counts), (Some(0), (12, 12, 0)), "{}", said.err);
    let page = case.read("checked/report.html");
    assert!(!page.contains("<script>alert") && page.contains("&lt;script&gt;alert"));
    for name in ["work-list.csv", "findings.csv", "verdicts.csv", "findings.jsonl", "report.html"] {
        assert!(!case.read(&format!("checked/{name}")).contains('\u{1b}'), "{name}");
    }
    let workbook = std::fs::read(case.path("checked/findings.xlsx")).unwrap();
    let mut plain = Vec::new();
    let source = Source::new("findings.xlsx", &workbook).sheet("Records");
    table::plain_csv(&ANY, source, None, &mut plain).unwrap();
    assert!(!String::from_utf8(plain).unwrap().contains('\u{1b}'));
    let said = case.run(&["why", "20/\u{1b}]0;1", "removals.csv", "--as-at", "2027-03-31"]);
    assert!(said.code == Some(0) && !said.out.contains('\u{1b}'), "{}{}", said.out, said.err);
}
