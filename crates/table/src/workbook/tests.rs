//! A workbook is read back as it was written.

use std::io::Read as _;

use chrono::{NaiveDate, NaiveDateTime};

use super::{
    Cell, Entry, Holds, Line, MOST_CELLS, Sheet, SheetColumn, TableSheet, TextSheet, Workbook, WorkbookError,
};
use crate::{Column, Layout, Source, read};

static LAYOUT: Layout = Layout {
    name: "judgements",
    what: "one row a report",
    columns: &[
        Column::required("report", "its name"),
        Column::required("victims", "a whole number, 0 or more"),
        Column::optional("share", "a number"),
        Column::optional("day", "a day"),
        Column::optional("received", "a moment"),
        Column::optional("verdict", "a word"),
        Column::optional("class", "a class"),
    ],
};

type Read = std::collections::BTreeMap<String, String>;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn moment(of: NaiveDate, seconds: u32) -> NaiveDateTime {
    of.and_time(chrono::NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap())
}

fn column(header: &str, entry: Entry, holds: Holds) -> SheetColumn {
    let help = if entry == Entry::Fill { format!("the {header}") } else { String::new() };
    SheetColumn { header: header.to_owned(), width: 18, holds, entry, help }
}

fn judgements(rows: Vec<Vec<Cell>>) -> Workbook {
    let words = |count: usize| (1..=count).map(|number| format!("class {number}")).collect();
    Workbook {
        title: "Judgements".to_owned(),
        author: "Force Crime Registrar".to_owned(),
        created: day(2026, 6, 1),
        sheets: vec![
            Sheet::Text(TextSheet {
                name: "Cover".to_owned(),
                lines: vec![
                    Line::Heading("Judgements".to_owned()),
                    Line::Paragraph("=1+1 is text".to_owned()),
                ],
            }),
            Sheet::Table(TableSheet {
                name: "Judgements: May".to_owned(),
                caption: "Reports of May 2026".to_owned(),
                columns: vec![
                    column("report", Entry::Locked, Holds::Text),
                    column("victims", Entry::Fill, Holds::WholeNumber { from: 0, to: 999 }),
                    column("share", Entry::Locked, Holds::Text),
                    column("day", Entry::Fill, Holds::Day { from: day(2026, 1, 1), to: day(2026, 12, 31) }),
                    column(
                        "received",
                        Entry::Fill,
                        Holds::Moment { from: moment(day(2026, 1, 1), 0), to: moment(day(2026, 12, 31), 0) },
                    ),
                    column("verdict", Entry::Fill, Holds::List(vec!["crime".into(), "no crime".into()])),
                    column("class", Entry::Fill, Holds::List(words(40))),
                ],
                rows,
            }),
        ],
    }
}

fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut part = zip.by_index(at).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().to_string(), text)
        })
        .collect()
}

#[test]
fn what_is_written_is_read_back() {
    let may = day(2026, 5, 1);
    let rows = vec![
        vec![
            Cell::Text("=1+1".to_owned()),
            Cell::Count(12),
            Cell::Number { value: 0.125, digits: 2 },
            Cell::Day(may),
            Cell::Moment(moment(may, 52_200)),
            Cell::Text("no crime".to_owned()),
            Cell::Empty,
        ],
        vec![
            Cell::Text("R2 \u{7}bell, café\nnext line _x000D_".to_owned()),
            Cell::Count(12_345_678_901_234_567),
            Cell::Number { value: 3.0, digits: 0 },
            Cell::Day(day(1850, 1, 2)),
            Cell::Moment(moment(may, 0)),
            Cell::Empty,
            Cell::Text("class 40".to_owned()),
        ],
        vec![
            Cell::Text("R3".to_owned()),
            Cell::Count(0),
            Cell::Empty,
            Cell::Day(day(1900, 1, 1)),
            Cell::Moment(moment(may, 1)),
            Cell::Empty,
            Cell::Empty,
        ],
    ];
    let bytes = judgements(rows).bytes().unwrap();
    let read = read::<Read>(&LAYOUT, Source::new("j.xlsx", &bytes)).unwrap();
    assert_eq!(read.rejected, []);
    let cells: Vec<Vec<&str>> = read
        .good
        .iter()
        .map(|row| LAYOUT.columns.iter().map(|column| row.value[column.name].as_str()).collect())
        .collect();
    assert_eq!(
        cells,
        [
            ["=1+1", "12", "0.125", "2026-05-01", "2026-05-01T14:30", "no crime", ""],
            [
                "R2 \u{FFFD}bell, café\nnext line _x000D_",
                "12345678901234567",
                "3",
                "1850-01-02",
                "2026-05-01T00:00",
                "",
                "class 40"
            ],
            ["R3", "0", "", "1900-01-01", "2026-05-01T00:00:01", "", ""],
        ]
    );
    let place = &read.good[0].place;
    assert_eq!((place.sheet.as_deref(), place.row), (Some("Judgements- May"), Some(5)));
}

#[test]
fn a_form_offers_refuses_and_locks() {
    let bytes = judgements(Vec::new()).bytes().unwrap();
    let parts = parts(&bytes);
    let part = |name: &str| &parts.iter().find(|(found, _)| found == name).unwrap().1;
    let sheet = part("xl/worksheets/sheet2.xml");
    for there in [
        "<formula1>\"crime,no crime\"</formula1>",
        "<formula1>'Lists'!$A$3:$A$42</formula1>",
        "promptTitle=\"verdict\" prompt=\"the verdict\"",
        "error=\"Write a whole number from 0 to 999.\"",
        "error=\"Write a day from 01/01/2026 to 31/12/2026, as 01/01/2026.\"",
        "<sheetProtection sheet=\"1\"",
    ] {
        assert!(sheet.contains(there), "{there}\n{sheet}");
    }
    assert!(!sheet.contains("password") && !sheet.contains("mergeCell"), "{sheet}");
    assert!(part("xl/worksheets/sheet3.xml").contains("<sheetProtection"));
    let table = part("xl/tables/table1.xml");
    assert!(table.contains("name=\"table_2_Judgements__May\"") && table.contains("ref=\"A4:G5\""), "{table}");
    assert!(part("docProps/core.xml").contains("2026-06-01T00:00:00Z"));
    assert!(!parts.iter().any(|(_, text)| text.contains("<f>")), "a formula");
}

#[test]
fn the_same_workbook_is_the_same_bytes() {
    let book = judgements(vec![vec![Cell::Empty; 7]; 3]);
    assert_eq!(book.bytes().unwrap(), book.bytes().unwrap());
}

#[test]
fn what_does_not_fit_is_refused_whole() {
    let error = |change: &dyn Fn(&mut TableSheet)| {
        let mut book = judgements(vec![vec![Cell::Empty; 7]]);
        if let Some(Sheet::Table(table)) = book.sheets.get_mut(1) {
            change(table);
        }
        book.bytes().unwrap_err().to_string()
    };
    assert_eq!(
        error(&|table| table.rows.push(vec![Cell::Empty])),
        "sheet `Judgements: May`: row 2 has 1 cells, the table has 7 columns"
    );
    assert_eq!(
        error(&|table| table.rows[0][0] = Cell::Text("x".repeat(32_768))),
        "sheet `Judgements: May`, column `report`: a text of 32768 characters, where Excel takes 32767"
    );
    assert!(error(&|table| table.columns[1].help = "x".repeat(256)).contains("256 characters"));
    assert!(error(&|table| table.columns[1].header = "Report".to_owned()).contains("stands twice"));
    assert!(error(&|table| table.columns.clear()).contains("without columns"));
    let empty = Workbook { sheets: Vec::new(), ..judgements(Vec::new()) };
    assert!(matches!(empty.bytes(), Err(WorkbookError::NoSheets)));
    let rows = usize::try_from(MOST_CELLS).unwrap() / 7 + 1;
    assert!(error(&|table| table.rows = vec![vec![Cell::Empty; 7]; rows]).contains("write CSV"));
}
