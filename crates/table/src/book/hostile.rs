//! Workbooks that are torn, locked, or made to harm.

use crate::{Column, Layout, ReadError, Source, made};

static LAYOUT: Layout = Layout {
    name: "units",
    what: "one row a unit",
    columns: &[Column::required("unit", "its name"), Column::optional("officers", "a number")],
};

#[derive(Debug, serde::Deserialize)]
struct Unit {
    #[serde(rename = "unit")]
    _name: String,
}

fn error(bytes: &[u8]) -> ReadError {
    crate::read::<Unit>(&LAYOUT, Source::new("units.xlsx", bytes)).unwrap_err()
}

fn torn(rows: &str) -> String {
    let error = error(&made::xlsx(&[("Units", rows)], &["<t>unit</t>"]));
    assert!(matches!(error, ReadError::TornWorkbook { .. }), "{error}");
    error.to_string()
}

#[test]
fn what_no_spreadsheet_writes_is_refused_with_its_place() {
    assert_eq!(
        torn("<row><c t=\"s\"><v>7</v></c></row>"),
        "units.xlsx: the workbook cannot be read (xl/worksheets/sheet1.xml: a cell refers to text 7, which is not there); \
         open it in a spreadsheet and save it again"
    );
    assert!(torn("<row r=\"2\"/><row r=\"1\"/>").contains("row 1 after row 2"));
    assert!(torn("<row r=\"1048577\"/>").contains("row 1048577"));
    assert!(torn("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>").contains("`A1` out of its order"));
    assert!(torn("<row r=\"1\"><c r=\"A2\"/></row>").contains("`A2` out of its order"));
    assert!(torn("<row r=\"1\"><c r=\"XFE1\"/></row>").contains("column 16385"));
    assert!(torn("<row><c t=\"s\"><v>0</v>").contains("sheet1.xml"));
    assert!(torn("<row><c t=\"inlineStr\"><is><t>&unit;</t></is></c></row>").contains("an entity"));
}

#[test]
fn a_sheet_that_stands_for_many_is_refused() {
    let many = vec![("Units", ""); 1_001];
    assert!(matches!(error(&made::xlsx(&many, &[])), ReadError::TooLarge { .. }));
    let cell = "<table:table table:name=\"U\"/>";
    assert!(matches!(error(&made::ods(&cell.repeat(1_001))), ReadError::TooLarge { .. }));
}

#[test]
fn entities_of_ones_own_are_refused() {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><office:document-content/>";
    let bytes = made::zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", bomb.as_bytes()),
    ]);
    assert!(error(&bytes).to_string().contains("document type declaration"));
}

#[test]
fn what_unpacks_to_far_more_than_it_is_is_refused() {
    // 70 MiB of spaces, in a file of some 70 kB.
    let rows = " ".repeat(70 << 20);
    let bytes = made::xlsx(&[("Units", &rows)], &[]);
    assert!(bytes.len() < 100_000);
    let error = error(&bytes);
    assert!(matches!(error, ReadError::TooLarge { .. }), "{error}");
}

#[test]
fn one_text_in_a_million_cells_is_counted_each_time() {
    let text = format!("<t>{}</t>", "x".repeat(1 << 20));
    let rows = "<row><c t=\"s\"><v>1</v></c></row>".repeat(200);
    let rows = made::row(1, &["unit"]) + &rows;
    let error = error(&made::xlsx(&[("Units", &rows)], &["<t>unit</t>", &text]));
    assert!(matches!(error, ReadError::TooLarge { .. }), "{error}");
}

#[test]
fn repetitions_are_counted_and_empty_ones_cost_nothing() {
    let cell = |times: u64, text: &str| {
        format!(
            "<table:table-cell table:number-columns-repeated=\"{times}\" office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |times: u64, cells: &str| {
        format!("<table:table-row table:number-rows-repeated=\"{times}\">{cells}</table:table-row>")
    };
    let table = |rows: &str| made::ods(&format!("<table:table table:name=\"Units\">{rows}</table:table>"));
    let head = row(1, &cell(1, "unit"));
    let empty = row(u64::MAX, "<table:table-cell table:number-columns-repeated=\"18446744073709551615\"/>");
    let rows = crate::read::<Unit>(&LAYOUT, Source::new("u", &table(&(head.clone() + &empty)))).unwrap();
    assert_eq!((rows.rows_in(), rows.notes.len()), (0, 0));
    let too_many_rows = error(&table(&(head.clone() + &row(1_048_576, &cell(1, "A")))));
    assert!(too_many_rows.to_string().contains("rows down to 1048577"), "{too_many_rows}");
    let too_many_columns = error(&table(&(head.clone() + &row(1, &cell(16_385, "A")))));
    assert!(too_many_columns.to_string().contains("column 16385"), "{too_many_columns}");
    let full = error(&table(&(head.clone() + &row(1_000_000, &cell(16_384, "A")))));
    assert!(matches!(full, ReadError::TooLarge { .. }), "{full}");
    let long = error(&table(&(head + &row(1, &cell(16_384, &"x".repeat(1_000))))));
    assert!(matches!(long, ReadError::TooLarge { .. }), "{long}");
}

#[test]
fn locked_workbooks_and_other_files_are_named() {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let office = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 512], &name].concat();
    assert_eq!(
        error(&office).to_string(),
        "units.xlsx: the workbook is locked with a password; save a copy without one"
    );
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let ods = made::zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x00\x01"),
    ]);
    assert!(matches!(error(&ods), ReadError::Locked { .. }));
    let old = error(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....");
    assert!(old.to_string().starts_with("units.xlsx: this is an old Office file"), "{old}");
    let other = error(&made::zipped(&[("a.txt", b"x")]));
    assert!(other.to_string().contains("a zipped file that holds no workbook"), "{other}");
    let document = made::zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", b"<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/document.xml", b"<w:document/>"),
        ("word/_rels/document.xml.rels", b"<Relationships/>"),
    ]);
    assert!(error(&document).to_string().contains("no XLSX workbook"));
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(400))]

    /// Bytes changed, cut out or cut off anywhere: answered, whatever the answer.
    #[test]
    fn a_damaged_workbook_is_answered_without_panic(
        ods in proptest::bool::ANY,
        changes in proptest::collection::vec((proptest::num::usize::ANY, proptest::num::u8::ANY), 0..6),
        cut in proptest::option::of(proptest::num::usize::ANY),
    ) {
        let mut bytes = if ods {
            made::ods("<table:table table:name=\"U\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>unit</text:p></table:table-cell></table:table-row></table:table>")
        } else {
            made::xlsx(&[("U", &(made::row(1, &["unit", "officers"]) + &made::row(2, &["A", "#REF!"])))], &["<t>x</t>"])
        };
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut % bytes.len());
        }
        let _ = crate::read::<Unit>(&LAYOUT, Source::new("u", &bytes));
    }

    /// The same inside a part, where the zipped file is whole and its content is not.
    #[test]
    fn a_damaged_part_is_answered_without_panic(
        changes in proptest::collection::vec((proptest::num::usize::ANY, "[<>/\"& =crvts0-9A-Z]{1,4}"), 1..8),
    ) {
        let mut rows = made::row(1, &["unit", "officers"]) + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"2\"><v>46143.5</v></c></row>";
        for (at, text) in changes {
            let at = at % rows.len();
            if rows.is_char_boundary(at) {
                rows.insert_str(at, &text);
            }
        }
        let _ = crate::read::<Unit>(&LAYOUT, Source::new("u", &made::xlsx(&[("U", &rows)], &["<t>x</t>"])));
    }
}
