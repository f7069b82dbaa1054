//! Workbooks made by hand, part by part, for tests: what no spreadsheet program would write as well.

use std::io::{Cursor, Write as _};

use zip::{ZipWriter, write::SimpleFileOptions};

/// A zipped file of these parts.
pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An XLSX workbook: the name of each sheet and its rows as XML, with these shared strings and cell formats.
///
/// Cell format 0 is General, 1 a day, 2 a moment, 3 a percentage, 4 a time, 5 hours that pass a day.
pub(crate) fn xlsx(sheets: &[(&str, &str)], strings: &[&str]) -> Vec<u8> {
    xlsx_with("", sheets, strings)
}

/// The same with something in the properties of the workbook.
pub(crate) fn xlsx_with(properties: &str, sheets: &[(&str, &str)], strings: &[&str]) -> Vec<u8> {
    let (mut list, mut related, mut parts) = (Vec::new(), Vec::new(), Vec::new());
    for (at, (name, rows)) in sheets.iter().enumerate() {
        let number = at + 1;
        list.push(format!(r#"<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>"#));
        related.push(format!(
            r#"<Relationship Id="rId{number}" Type="http://x/worksheet" Target="worksheets/sheet{number}.xml"/>"#
        ));
        let part =
            format!("<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/sheet{number}.xml"), part));
    }
    related.push(
        r#"<Relationship Id="s" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/>
        <Relationship Id="t" Type="http://x/styles" Target="styles.xml"/>"#
            .to_owned(),
    );
    let (list, related) = (list.concat(), related.concat());
    let strings =
        if strings.is_empty() { String::new() } else { format!("<si>{}</si>", strings.join("</si><si>")) };
    parts.extend([
        ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
        (
            "_rels/.rels".to_owned(),
            r#"<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
                .to_owned(),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(r#"<x:workbook xmlns:r="r"><workbookPr {properties}/><sheets>{list}</sheets></x:workbook>"#),
        ),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships>{related}</Relationships>")),
        ("xl/sharedStrings.xml".to_owned(), format!("<sst>{strings}</sst>")),
        (
            "xl/styles.xml".to_owned(),
            r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\ hh:mm"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="20"/><xf numFmtId="46"/></cellXfs>
            </styleSheet>"#
                .to_owned(),
        ),
    ]);
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, part)| (name.as_str(), part.as_bytes())).collect();
    zipped(&parts)
}

/// A row of texts and errors: `#REF!` is an error, everything else text.
pub(crate) fn row(number: usize, cells: &[impl AsRef<str>]) -> String {
    let cell = |text: &str| match text {
        "" => "<c/>".to_owned(),
        error if error.starts_with('#') => format!("<c t=\"e\"><f>A1</f><v>{error}</v></c>"),
        text => format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"),
    };
    let cells: String = cells.iter().map(|text| cell(text.as_ref())).collect();
    format!("<row r=\"{number}\">{cells}</row>")
}

/// An ODS workbook whose spreadsheet holds this.
pub(crate) fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:body><office:spreadsheet>{tables}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ])
}
