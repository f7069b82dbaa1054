//! Tables found in workbooks.

use rulebook::{Known, Place};

use crate::{Column, Layout, ReadError, Rows, Source, made, read, rules};

static LAYOUT: Layout = Layout {
    name: "units",
    what: "one row a unit",
    columns: &[
        Column::required("unit", "its name"),
        Column::required("officers", "a whole number, 0 or more"),
        Column::optional("since", "a day"),
        Column::optional("went_live", "a moment"),
    ],
};

#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
struct Unit {
    #[serde(rename = "unit")]
    name: String,
    #[serde(deserialize_with = "crate::count")]
    officers: u64,
    #[serde(default, deserialize_with = "crate::known_day")]
    since: Known<chrono::NaiveDate>,
    #[serde(default)]
    went_live: String,
}

fn units(bytes: &[u8]) -> Result<Rows<Unit>, ReadError> {
    read(&LAYOUT, Source::new("units.xlsx", bytes))
}

fn in_row(row: u64) -> Place {
    Place { sheet: Some("Units".to_owned()), ..Place::row("units.xlsx", row) }
}

/// The findings of `rule` in a workbook whose sheets are given as rows of texts.
fn found(rule: &rulebook::Rule, sheets: &[(String, Vec<Vec<String>>)]) -> Vec<String> {
    let sheets: Vec<(&str, String)> = sheets
        .iter()
        .map(|(name, rows)| {
            let rows = rows.iter().enumerate().map(|(at, cells)| made::row(at + 1, cells));
            (name.as_str(), rows.collect())
        })
        .collect();
    let sheets: Vec<(&str, &str)> = sheets.iter().map(|(name, rows)| (*name, rows.as_str())).collect();
    let rows = units(&made::xlsx(&sheets, &[])).unwrap();
    let of_rule = rows.findings().filter(|finding| finding.rule.id == rule.id);
    of_rule.map(|finding| format!("{}: {}", finding.place.as_ref().unwrap(), finding.sentence)).collect()
}

#[test]
fn worked_examples() {
    casebook::check(include_str!("../../cases/cell-without-error.toml"), |sheets: &Vec<_>| {
        found(&rules::CELL_WITHOUT_ERROR, sheets)
    });
    casebook::check(include_str!("../../cases/found-in-workbook.toml"), |sheets: &Vec<_>| {
        found(&rules::FOUND_IN_WORKBOOK, sheets)
    });
}

/// 46143 is 1 May 2026 and 0.604166666666667 is 14:30 (52,200 of 86,400 seconds).
const ROWS: &str = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>
    <row r="3"><c r="A3" t="s"><v>4</v></c><c r="B3"><f>2+1</f><v>3.0</v></c><c r="C3" s="1"><v>46143</v></c><c r="D3" s="2"><v>46143.604166666667</v></c></row>
    <row r="7"><c r="A7" t="str"><f>"Wal"</f><v>Walsall</v></c><c r="B7"><v>1.5</v></c></row>
    <row r="1048576"><c r="A1048576"/><c r="XFD1048576" s="1"/></row>"#;
const STRINGS: [&str; 5] = [
    "<t>unit</t>",
    "<t>officers</t>",
    "<r><t>sin</t></r><rPh><t>x</t></rPh><r><t>ce</t></r>",
    "<t>went_live</t>",
    "<t xml:space=\"preserve\"> Dudley &amp; Tipton </t>",
];

#[test]
fn values_and_places_are_those_of_the_spreadsheet() {
    let rows = units(&made::xlsx(&[("Units", ROWS)], &STRINGS)).unwrap();
    assert_eq!(rows.good.len(), 1);
    assert_eq!(rows.good[0].place, in_row(3));
    let unit = &rows.good[0].value;
    assert_eq!((unit.name.as_str(), unit.officers), ("Dudley & Tipton", 3));
    assert_eq!(unit.since, Known::Is(chrono::NaiveDate::from_ymd_opt(2026, 5, 1).unwrap()));
    assert_eq!(unit.went_live, "2026-05-01T14:30");
    assert_eq!(
        rows.rejected[0].to_string(),
        "units.xlsx, sheet `Units`, line 7, column officers: error [readable-row]: `1.5` is not a whole number, 0 or more"
    );
    assert_eq!((rows.rows_in(), rows.notes.len()), (2, 0));
}

#[test]
fn a_workbook_that_counts_from_1904_is_four_years_later() {
    let bytes = made::xlsx_with("date1904=\"1\"", &[("Units", ROWS)], &STRINGS);
    // 1,462 days later.
    assert_eq!(units(&bytes).unwrap().good[0].value.went_live, "2030-05-02T14:30");
}

#[test]
fn an_ods_workbook_is_read_alike() {
    let cell = |kind: &str, value: &str, shown: &str| {
        format!(
            "<table:table-cell office:value-type=\"{kind}\" {value}><office:annotation><text:p>x</text:p></office:annotation><text:p>{shown}</text:p></table:table-cell>"
        )
    };
    let text = |shown: &str| cell("string", "", shown);
    let tables = format!(
        "<table:table table:name=\"Notes\"><table:table-row>{}</table:table-row></table:table>\
         <table:table table:name=\"Units\"><table:table-column table:number-columns-repeated=\"16384\"/>\
         <table:table-header-rows><table:table-row>{}{}{}{}<table:table-cell table:number-columns-repeated=\"16380\"/></table:table-row></table:table-header-rows>\
         <table:table-row table:number-rows-repeated=\"2\">{}{}{}{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>",
        text("about"),
        text("unit"),
        text("Officers"),
        text("since"),
        text("went live"),
        text("Dudley<text:s text:c=\"2\"/><text:span>Nor</text:span>th"),
        cell("float", "office:value=\"3\"", "3.00"),
        cell("date", "office:date-value=\"2026-05-01\"", "01/05/26"),
        cell("date", "office:date-value=\"2026-05-01\"", "01/05/26 00:00"),
    );
    let rows = units(&made::ods(&tables)).unwrap();
    assert_eq!(rows.rejected, []);
    assert_eq!(rows.good.iter().map(|row| row.place.row).collect::<Vec<_>>(), [Some(2), Some(3)]);
    let unit = &rows.good[1].value;
    assert_eq!((unit.name.as_str(), unit.officers), ("Dudley  North", 3));
    assert_eq!(unit.went_live, "2026-05-01T00:00");
}

#[test]
fn a_sheet_is_chosen_by_its_columns_or_its_name() {
    let table = made::row(1, &["unit", "officers"]) + &made::row(2, &["A", "1"]);
    let notes = made::row(1, &["About", "this", "unit"]);
    let two = made::xlsx(&[("May", &table), ("June", &table), ("Notes", &notes)], &[]);
    assert_eq!(
        units(&two).unwrap_err().to_string(),
        "units.xlsx: several sheets have the needed columns: `May`, `June`; name the one that is meant"
    );
    let june = read::<Unit>(&LAYOUT, Source::new("u", &two).sheet("june ")).unwrap();
    assert_eq!(june.good[0].place.sheet.as_deref(), Some("June"));
    let error = read::<Unit>(&LAYOUT, Source::new("u", &two).sheet("July")).unwrap_err();
    assert_eq!(error.to_string(), "u: no sheet `July`; the sheets are: `May`, `June`, `Notes`");
    let error = read::<Unit>(&LAYOUT, Source::new("u", &two).sheet("Notes")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "u, sheet `Notes`, line 1: no column `officers` (a whole number, 0 or more); the columns are: About, this, unit"
    );
    let none = made::xlsx(&[("Notes", &notes), ("Empty", ""), ("More", &notes)], &[]);
    assert_eq!(
        units(&none).unwrap_err().to_string(),
        "units.xlsx: none of the sheets has every needed column: `Notes` (no column `officers`); `More` (no column `officers`)"
    );
    let empty = units(&made::xlsx(&[("Empty", "")], &[])).unwrap_err();
    assert!(matches!(empty, ReadError::Empty { .. }), "{empty}");
}

#[test]
fn settings_are_no_workbook() {
    let bytes = made::xlsx(&[("Units", ROWS)], &STRINGS);
    let error = Source::new("paper.toml", &bytes).text().unwrap_err();
    assert!(error.to_string().contains("a zipped file"), "{error}");
}
