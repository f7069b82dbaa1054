//! Tables of other systems by our names.

use std::collections::BTreeMap;

use crate::{Column, Layout, Mapping, ReadError, Rows, Source, made, plain_csv, read, read_mapped};

static LAYOUT: Layout = Layout {
    name: "recorded",
    what: "one row a crime",
    columns: &[
        Column::required("crime", "its name"),
        Column::required("victims", "a whole number, 0 or more"),
        Column::optional("received", "a moment"),
        Column::optional("class", "a class"),
        Column::optional("status", "`recorded` or `cancelled`"),
        Column::optional("store", "a system"),
    ],
};

const MAP: &str = r#"
[recorded]
columns = { crime = "Ref", victims = "No. of victims", received = "Rec Dt", class = "HO Class" }
formats = { received = "%d/%m/%y %H:%M" }
values = { status = { "C" = "cancelled", "" = "recorded" } }
constant = { store = "crime system" }
"#;

type Cells = BTreeMap<String, String>;

#[derive(Debug, serde::Deserialize)]
#[expect(dead_code, reason = "only what cannot be read is looked at")]
struct Counted {
    #[serde(deserialize_with = "crate::count")]
    victims: u64,
}

fn mapping(text: &str) -> Result<Mapping, ReadError> {
    Mapping::read(Source::new("map.toml", text.as_bytes()), &[("recorded", &LAYOUT)])
}

fn mapped(bytes: &[u8]) -> Result<Rows<Cells>, ReadError> {
    let mapping = mapping(MAP).unwrap();
    read_mapped(&LAYOUT, Source::new("c.csv", bytes), mapping.table("recorded"))
}

fn converted(text: &str) -> Result<String, String> {
    let mapping = mapping(MAP).unwrap();
    let mut out = Vec::new();
    let map = mapping.table("recorded").unwrap();
    map.convert("c.csv", text.as_bytes(), &mut out).map_err(|error| error.to_string())?;
    Ok(String::from_utf8(out).unwrap())
}

#[test]
fn columns_codes_and_dates_are_ours() {
    let text =
        "Ref,status,class,Rec Dt,HO Class,no of victims\nC1,C,old,1/5/26 14:30,105A,2\nC2,,,soon,8N,1\n";
    let rows = mapped(text.as_bytes()).unwrap();
    let row = |at: usize| {
        LAYOUT.columns.iter().map(|column| rows.good[at].value[column.name].as_str()).collect::<Vec<_>>()
    };
    assert_eq!(row(0), ["C1", "2", "2026-05-01T14:30", "105A", "cancelled", "crime system"]);
    assert_eq!(row(1), ["C2", "1", "soon", "8N", "recorded", "crime system"]);
    assert_eq!(rows.notes[0].sentence, "columns not used here: class (not mapped)");
}

#[test]
fn a_finding_names_their_column_and_the_text_that_stands_there() {
    let mapping =
        mapping("[recorded]\ncolumns = { victims = 'Vics' }\nvalues = { victims = { one = 'single' } }\n");
    let mapping = mapping.unwrap();
    let source = Source::new("c.csv", b"crime,Vics\nC1,many\nC2,one\nC3\n");
    let rows = read_mapped::<Counted>(&LAYOUT, source, mapping.table("recorded")).unwrap();
    let found: Vec<String> = rows.rejected.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "c.csv, line 2, column Vics: error [readable-row]: `many` is not a whole number, 0 or more",
            "c.csv, line 3, column Vics: error [readable-row]: `one`, mapped to `single`, is not a whole number, 0 or more",
            "c.csv, line 4: error [readable-row]: the row has 1 cells, the header has 2",
        ]
    );
}

#[test]
fn a_workbook_is_mapped_alike_and_found_by_their_columns() {
    let table = made::row(2, &["Ref", "Status", "Rec Dt", "HO Class", "No of Victims"])
        + "<row r=\"3\"><c t=\"str\"><v>C1</v></c><c t=\"str\"><v>C</v></c><c s=\"2\"><v>46143.5</v></c><c><v>8</v></c><c><v>1</v></c></row>";
    let bytes = made::xlsx(&[("Notes", &made::row(1, &["Ref"])), ("Crimes", &table)], &[]);
    let rows = mapped(&bytes).unwrap();
    assert_eq!(rows.good[0].value["received"], "2026-05-01T12:00");
    assert_eq!(
        (&*rows.good[0].value["status"], &*rows.good[0].value["store"]),
        ("cancelled", "crime system")
    );
    let mapping = mapping(MAP).unwrap();
    let mut csv = Vec::new();
    let source = Source::new("c.xlsx", &bytes);
    let plain = plain_csv(&LAYOUT, source, mapping.table("recorded"), &mut csv).unwrap();
    assert_eq!((plain.sheet.as_deref(), plain.rows), (Some("Crimes"), 1));
    assert_eq!(
        String::from_utf8(csv).unwrap(),
        "crime,status,received,class,victims,store\n\nC1,cancelled,2026-05-01T12:00,8,1,crime system\n"
    );
}

#[test]
fn what_a_mapping_cannot_say_is_refused_with_the_nearest_name() {
    for (text, says) in [
        ("[recored]\n", "map.toml: there is no table `recored` to map; the tables are: recorded"),
        (
            "[recorded]\ncolumns = { crim = 'Ref' }\n",
            "map.toml: `crim` is no column of the table `recorded`; the nearest is `crime`",
        ),
        ("[recorded]\nformats = { day = '%Y' }\n", "map.toml: `day` is no column of the table `recorded`"),
        (
            "[recorded]\ncolumns = { crime = 'Ref', class = 'Ref ' }\n",
            "map.toml: `class` and `crime` of the table `recorded` are both mapped to `Ref`",
        ),
        (
            "[recorded]\ncolumns = { store = 'Sys' }\nconstant = { store = 'x' }\n",
            "map.toml: `store` has a constant in map.toml, and stands in the file as well",
        ),
        (
            "[recorded]\nformats = { received = 'dd/mm/yyyy' }\n",
            "map.toml: `dd/mm/yyyy` of the column `received` is no format of days (as `%d/%m/%Y %H:%M`), or names a time zone",
        ),
        (
            "[recorded]\nformats = { received = '%Y-%m-%dT%H:%M%z' }\n",
            "map.toml: `%Y-%m-%dT%H:%M%z` of the column `received` is no format of days (as `%d/%m/%Y %H:%M`), or names a time zone",
        ),
        (
            "[recorded]\nconstant = { store = \"a\\nb\" }\n",
            "map.toml: a value of the column `store` has a line break in it",
        ),
    ] {
        assert_eq!(mapping(text).unwrap_err().to_string(), says);
    }
    let error = mapping("[recorded]\ncolums = {}\n").unwrap_err();
    assert!(matches!(error, ReadError::Settings { .. }), "{error}");
}

#[test]
fn what_does_not_fit_the_file_is_refused() {
    let error = mapped(b"Reff,Rec Dt,HO Class,No. of victims\n").unwrap_err();
    assert_eq!(
        error.to_string(),
        "c.csv, line 1: there is no column `Ref`, which map.toml maps on to `crime`; the nearest is `Reff`"
    );
    let error = converted("Ref,Rec Dt,HO Class,No. of victims,store\n").unwrap_err();
    assert_eq!(error, "c.csv, line 1: `store` has a constant in map.toml, and stands in the file as well");
}

#[test]
fn a_converted_record_stands_on_the_line_on_which_it_stood() {
    let text = "\u{FEFF}Ref,Rec Dt,HO Class,No. of victims,note\r\n\r\nC1,01/05/26 14:30,8N,1,\"a\r\nb, \"\"c\"\"\"\r\nC2,1\r\n\r\nC3,,,,,\r\nC4,,,1,x";
    let out = converted(text).unwrap();
    assert_eq!(
        out,
        "crime,received,class,victims,note,store\n\n\
         C1,2026-05-01T14:30,8N,1,\"a\r\nb, \"\"c\"\"\",crime system\nC2,1\n\nC3,,,,,,\nC4,,,1,x,crime system\n"
    );
    let direct = mapped(text.as_bytes()).unwrap();
    let through = read::<Cells>(&LAYOUT, Source::new("c.csv", out.as_bytes())).unwrap();
    assert_eq!(direct.good, through.good);
    assert_eq!(through.rejected.len(), 2);
    assert_eq!(through.rejected[1].place, direct.rejected[1].place);
}

#[test]
fn what_is_no_table_is_refused_with_its_place() {
    let header = "Ref,Rec Dt,HO Class,No. of victims\n";
    assert!(converted("").unwrap_err().contains("the file is empty"));
    assert!(converted("Ref;Rec Dt\n").unwrap_err().contains("semicolons"));
    assert!(converted(&format!("{header}C1,\"x\n")).unwrap_err().starts_with("c.csv, line 2: a quoted cell"));
    let mapping = mapping(MAP).unwrap();
    let bytes = [header.as_bytes(), b"PAR1,,,1\nC2,\"\n\xA3\",,1\n"].concat();
    let error = mapping.table("recorded").unwrap().convert("c.csv", &*bytes, Vec::new()).unwrap_err();
    assert!(error.to_string().starts_with("c.csv, line 4, column 1: not UTF-8 text (byte 0xA3)"), "{error}");
    let book = made::xlsx(&[], &[]);
    let error = mapping.table("recorded").unwrap().convert("c.csv", &*book, Vec::new()).unwrap_err();
    assert!(error.to_string().contains("a zipped file"), "{error}");
}

proptest::proptest! {
    #[test]
    fn through_a_conversion_or_not_the_rows_are_the_same(text in "[abC,\" \n0-9/:]{0,120}") {
        let text = format!("Ref,Rec Dt,HO Class,No. of victims\n{text}\n");
        let direct = mapped(text.as_bytes());
        let out = converted(&text);
        match (direct, out) {
            (Ok(direct), Ok(out)) => {
                let through = read::<Cells>(&LAYOUT, Source::new("c.csv", out.as_bytes())).unwrap();
                proptest::prop_assert_eq!(direct.good, through.good);
                let places = |rows: &[rulebook::Finding]| rows.iter().map(|row| row.place.clone()).collect::<Vec<_>>();
                proptest::prop_assert_eq!(places(&direct.rejected), places(&through.rejected));
            }
            (Err(_), Err(_)) => {}
            (direct, out) => proptest::prop_assert!(false, "{:?} {:?}", direct.map(|_| ()), out),
        }
    }
}
