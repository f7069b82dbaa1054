//! `findings.xlsx`: the work list as a workbook, for the people who mend the records.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use table::workbook::{
    Cell, Entry, Holds, Line, MOST_CELLS, Sheet, SheetColumn, TableSheet, TextSheet, Workbook, WorkbookError,
    sheets::text,
};

use super::work_list::{ADDED, Row, WorkList};

/// The widest that a column is made: longer cells are wrapped.
const WIDEST: u16 = 60;

/// The bytes of the workbook, or why there is none.
pub fn bytes(
    headers: &[String],
    list: &WorkList,
    as_at: NaiveDate,
) -> Result<Result<Vec<u8>, String>, WorkbookError> {
    let Some(rows) = list.whole() else {
        return Ok(Err(format!(
            "the list of {} records is longer than a workbook is made for",
            list.records
        )));
    };
    if rows.len() as u64 * headers.len() as u64 > MOST_CELLS {
        return Ok(Err(format!("{} records have more cells than a workbook can hold", list.records)));
    }
    let workbook = Workbook {
        title: TITLE.to_owned(),
        author: format!("not signed; computed by {} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION")),
        created: as_at,
        sheets: vec![cover(list.records, as_at), records(headers, rows)],
    };
    workbook.bytes().map(Ok)
}

const TITLE: &str = "Removed crimes to be looked at again";

fn cover(records: u64, as_at: NaiveDate) -> Sheet {
    let says = match records {
        0 => "No record is to be looked at again: every removal that is covered stands.".to_owned(),
        1 => "One record does not stand or cannot be told.".to_owned(),
        n => format!("{n} records do not stand or cannot be told, a row each, in the order of the extract."),
    };
    let lines = [
        says,
        format!("Computed as at {as_at}. About people: for those only who may read the records."),
        "The sheet Records has your own columns first, in their order (by our names, if the run was given a map of yours), and then seven of ours.".to_owned(),
        "verdict: does not stand, or cannot be told for want of a fact. by_other_reading: what it would be where two texts differ; the verdict is that of \
         the stricter."
            .to_owned(),
        "what_is_wrong and what_to_add: each objection, and what mends it. whose_move: who can. rules and citations: by which text; \
         `check-no-crimes explain RULE` prints a rule."
            .to_owned(),
        "When the facts are added to the records, run the check again: nothing in this workbook is read back.".to_owned(),
    ];
    let heading = Line::Heading(TITLE.to_owned());
    Sheet::Text(TextSheet {
        name: "Cover".to_owned(),
        lines: [heading].into_iter().chain(lines.into_iter().map(Line::Paragraph)).collect(),
    })
}

fn records(headers: &[String], rows: &[Row]) -> Sheet {
    let mut longest = vec![0; headers.len()];
    for row in rows {
        for (longest, cell) in longest.iter_mut().zip(row.cells()) {
            *longest = cell.chars().count().max(*longest);
        }
    }
    let ours = headers.len().saturating_sub(ADDED.len());
    let columns = told_apart(headers)
        .into_iter()
        .zip(longest)
        .enumerate()
        .map(|(at, (header, longest))| {
            let least = if at < ours { 10 } else { 18 };
            let width = longest.max(header.chars().count() + 2).max(least);
            SheetColumn {
                header,
                width: u16::try_from(width).unwrap_or(WIDEST).min(WIDEST),
                holds: Holds::Text,
                entry: Entry::Locked,
                help: String::new(),
            }
        })
        .collect();
    let cell = |cell: &str| if cell.is_empty() { Cell::Empty } else { text(cell) };
    Sheet::Table(TableSheet {
        name: "Records".to_owned(),
        caption: TITLE.to_owned(),
        columns,
        rows: rows.iter().map(|row| row.cells().map(cell).collect()).collect(),
    })
}

/// A header of a workbook has so many characters at most, with room for what tells it from another.
const LONGEST_HEADER: usize = 200;

/// The headers as a workbook takes them: none of them empty, too long, or like another whatever its letters.
fn told_apart(headers: &[String]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    (1_u64..)
        .zip(headers)
        .map(|(number, header)| {
            let short = if header.encode_utf16().count() > LONGEST_HEADER {
                let kept: String = header.chars().take(LONGEST_HEADER / 2).collect();
                format!("{kept} … (whole in work-list.csv)")
            } else {
                header.clone()
            };
            let mut told = if short.trim().is_empty() { format!("(column {number})") } else { short };
            while !taken.insert(told.to_lowercase()) {
                told = format!("{told} (column {number})");
            }
            told
        })
        .collect()
}
