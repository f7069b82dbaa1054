//! Findings written out, row by row, as every room writes them.

use std::io::Write as _;

use memchr::{memchr, memchr3};
use rulebook::{Basis, Finding};

use crate::waivers::Waiver;

/// The columns of `findings.csv`.
///
/// ```
/// use rulebook::{Finding, Place, Severity};
/// use table::{findings::{FINDINGS_HEADER, append_csv}, rules::KEY_ONCE};
///
/// let place = Place::row("crimes.csv", 3).at("crime");
/// let finding = Finding::new(&KEY_ONCE, Severity::Error, "C1", Some(place), "it stands twice");
/// let mut row = Vec::new();
/// append_csv("recording-audit", &finding, None, &mut row);
/// let row = String::from_utf8(row)?;
/// assert!(row.starts_with("recording-audit,error,key-once,C1,crimes.csv,,3,crime,,it stands twice,"));
/// assert_eq!((FINDINGS_HEADER[0], FINDINGS_HEADER[9]), ("room", "finding"));
/// # Ok::<(), std::string::FromUtf8Error>(())
/// ```
pub const FINDINGS_HEADER: [&str; 15] = [
    "room",
    "severity",
    "rule",
    "record",
    "file",
    "sheet",
    "row",
    "column",
    "values",
    "finding",
    "citation",
    "how_read",
    "mend",
    "waived_by",
    "waived_until",
];

/// Appends a finding of a room as a row of CSV. What a spreadsheet would take for a formula is neutralised.
pub fn append_csv(room: &str, finding: &Finding, waiver: Option<&Waiver>, out: &mut Vec<u8>) {
    let place = finding.place.as_ref();
    let values: Vec<String> = finding.values.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    let row = place.and_then(|place| place.row).map_or_else(String::new, |row| row.to_string());
    let severity = finding.severity.to_string();
    let values = values.join("; ");
    let basis = finding.rule.basis.to_string();
    let seen = match &finding.rule.basis {
        Basis::Published(citation) => citation.seen.to_string(),
        Basis::Reasoned { .. } => String::new(),
    };
    let until = waiver.map_or_else(String::new, |waiver| waiver.expires.to_string());
    let cells = [
        room,
        &severity,
        finding.rule.id.0,
        &finding.record,
        place.map_or("", |place| place.file.as_str()),
        place.and_then(|place| place.sheet.as_deref()).unwrap_or_default(),
        &row,
        place.and_then(|place| place.column.as_deref()).unwrap_or_default(),
        &values,
        &finding.sentence,
        &basis,
        &seen,
        finding.rule.mend,
        waiver.map_or("", |waiver| waiver.owner.as_str()),
        &until,
    ];
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        append_cell(cell, out);
    }
    out.push(b'\n');
}

/// Appends a cell of CSV. What a spreadsheet would take for a formula is neutralised.
pub fn append_cell(cell: &str, out: &mut Vec<u8>) {
    // Most cells hold printable ASCII and start no formula: they are written as they are.
    let plain = cell.bytes().all(|byte| matches!(byte, b' '..0x7F))
        && !cell.trim_start().starts_with(['=', '+', '-', '@']);
    if plain {
        append_quoted(cell, out);
    } else {
        append_quoted(&crate::neutral(cell), out);
    }
}

/// Appends a cell, between quotation marks if it needs them.
fn append_quoted(cell: &str, out: &mut Vec<u8>) {
    let bytes = cell.as_bytes();
    if memchr3(b'"', b',', b'\n', bytes).is_none() && memchr(b'\r', bytes).is_none() {
        out.extend(bytes);
        return;
    }
    out.push(b'"');
    let mut rest = bytes;
    while let Some(mark) = memchr(b'"', rest) {
        let (before, after) = rest.split_at(mark + 1);
        out.extend(before);
        out.push(b'"');
        rest = after;
    }
    out.extend(rest);
    out.push(b'"');
}

/// Appends a finding of a room as a line of JSON.
pub fn append_json(room: &str, finding: &Finding, waiver: Option<&Waiver>, out: &mut Vec<u8>) {
    // Into memory, and a text can always be written.
    let text = |name: &str, value: &str, out: &mut Vec<u8>| {
        let _ = write!(out, ",\"{name}\":");
        let _ = serde_json::to_writer(&mut *out, value);
    };
    out.extend(b"{\"room\":");
    let _ = serde_json::to_writer(&mut *out, room);
    let _ = write!(out, ",\"severity\":\"{}\"", finding.severity);
    text("rule", finding.rule.id.0, out);
    text("record", &finding.record, out);
    if let Some(place) = &finding.place {
        text("file", &place.file, out);
        if let Some(row) = place.row {
            let _ = write!(out, ",\"row\":{row}");
        }
        if let Some(column) = &place.column {
            text("column", column, out);
        }
    }
    out.extend(b",\"values\":{");
    for (at, (name, value)) in finding.values.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        let _ = serde_json::to_writer(&mut *out, name);
        out.push(b':');
        let _ = serde_json::to_writer(&mut *out, value);
    }
    out.push(b'}');
    text("finding", &finding.sentence, out);
    text("citation", &finding.rule.basis.to_string(), out);
    text("mend", finding.rule.mend, out);
    if let Some(waiver) = waiver {
        text("waived_by", &waiver.owner, out);
        text("waived_because", &waiver.reason, out);
        text("waived_until", &waiver.expires.to_string(), out);
    }
    out.extend(b"}\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulebook::{Place, Severity};

    proptest::proptest! {
        #[test]
        fn a_cell_is_read_back_neutral(cell in "[-=+@ab\",\\r\\n\\t \u{7}é0-9]{0,12}") {
            let mut out = Vec::new();
            append_cell(&cell, &mut out);
            out.extend(b",end\n");
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_slice());
            let row = reader.records().next().unwrap().unwrap();
            proptest::prop_assert_eq!(&row[0], crate::neutral(&cell));
            proptest::prop_assert_eq!(&row[1], "end");
        }
    }

    #[test]
    fn hostile_cells_stay_cells() {
        let place = Place::row("=cmd|calc.csv", 3).at("class");
        let record = "@SUM(1),\"x\"\n";
        let finding = Finding::new(&crate::rules::KEY_ONCE, Severity::Warning, record, Some(place), "=1+1")
            .with("-a", "\u{1b}[31m");
        let mut out = Vec::new();
        append_csv("table", &finding, None, &mut out);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_slice());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!((rows.len(), rows[0].len()), (1, FINDINGS_HEADER.len()));
        assert_eq!(&rows[0][3], "'@SUM(1),\"x\"\n");
        assert_eq!(&rows[0][4], "'=cmd|calc.csv");
        assert_eq!(&rows[0][8], "'-a: \u{FFFD}[31m");
        assert_eq!(&rows[0][9], "'=1+1");
        let mut json = Vec::new();
        append_json("table", &finding, None, &mut json);
        let read: serde_json::Value = serde_json::from_slice(&json).unwrap();
        assert_eq!(read["record"], record);
        assert_eq!(read["values"]["-a"], "\u{1b}[31m");
        assert_eq!(String::from_utf8(json).unwrap().lines().count(), 1);
    }
}
