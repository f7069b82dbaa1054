//! The page and the workbook of `audit-recording compare`: whole, the same for the same input, and without anything that may not leave the force.

#![expect(clippy::unwrap_used, reason = "a test: the exceptions of clippy.toml do not reach its helpers")]

use std::{
    collections::BTreeSet, fs, os::unix::fs::PermissionsExt as _, path::PathBuf, process::Command,
    sync::LazyLock,
};

use acceptance::command::{Scratch, built};
use roxmltree::{Document, Node};
use synthetic::{Clean, force};
use table::{Column, Layout, Rows, Source};

static COMMAND: LazyLock<PathBuf> = LazyLock::new(|| built("audit-recording"));

/// The page of a comparison of these two tables, and `figures.csv` beside it.
fn page(due: &[u8], recorded: &[u8], more: &[&str]) -> (String, String) {
    let (page, figures, _) = written(due, recorded, more);
    (page, figures)
}

/// The page, `figures.csv` and the workbook.
fn written(due: &[u8], recorded: &[u8], more: &[&str]) -> (String, String, Vec<u8>) {
    let scratch = Scratch::new().unwrap();
    fs::write(scratch.path().join("due.csv"), due).unwrap();
    fs::write(scratch.path().join("crimes.csv"), recorded).unwrap();
    let done = Command::new(&*COMMAND)
        .current_dir(scratch.path())
        .args(["compare", "--due", "due.csv", "--recorded", "crimes.csv", "--out", "audit"])
        .args(["--as-at", "2026-12-31", "--fail-on", "never"])
        .args(more)
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let audit = scratch.path().join("audit");
    let mode = fs::metadata(audit.join("report.html")).unwrap().permissions().mode();
    assert_ne!(mode & 0o777, 0o600, "what may leave the force is not for its owner only");
    let read = |name: &str| fs::read_to_string(audit.join(name)).unwrap();
    (read("report.html"), read("figures.csv"), fs::read(audit.join("summary.xlsx")).unwrap())
}

/// A table of these rows.
fn rows(header: &str, rows: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = [header.to_owned()].into_iter().chain(rows).collect();
    lines.join("\n") + "\n"
}

fn made(incidents: u64) -> (Vec<u8>, Vec<u8>) {
    let (mut due, mut recorded) = (Vec::new(), Vec::new());
    force(11, incidents, Clean::Wholly, &mut due, &mut recorded).unwrap();
    (due, recorded)
}

fn parsed<T>(page: &str, look: impl FnOnce(&Document<'_>) -> T) -> T {
    let body = page.strip_prefix("<!DOCTYPE html>\n").unwrap();
    look(&Document::parse(body).unwrap())
}

fn tag<'a>(node: &Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

fn said(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

#[test]
fn the_page_is_whole_and_holds_every_section_and_chart() {
    let (due, recorded) = made(60_000);
    let (html, figures) = page(&due, &recorded, &[]);
    parsed(&html, |xml| {
        let ids: BTreeSet<&str> = xml.descendants().filter_map(|node| node.attribute("id")).collect();
        for id in [
            "compared",
            "in-short",
            "of-due",
            "of-time",
            "of-recorded",
            "wrong-class",
            "of-reclassified",
            "of-outcomes",
            "by-store",
            "by-policing-unit",
            "by-role",
            "by-route",
            "by-month",
            "findings",
            "how-to-read",
            "files",
            "figures-and-origins",
            "lateness",
            "groups",
            "rates-by-route",
        ] {
            assert!(ids.contains(id), "{id} is not on the page");
        }
        for link in xml.descendants().filter_map(|node| node.attribute("href")) {
            assert!(link == "data:," || ids.contains(link.trim_start_matches('#')), "{link} leads nowhere");
        }
        let pictures: Vec<Node<'_, '_>> = xml.descendants().filter(|node| tag(node) == "svg").collect();
        assert!(pictures.len() >= 3, "{}", pictures.len());
        // Every figure that is printed has its row, and the same row in figures.csv.
        let printed: BTreeSet<&str> =
            xml.descendants().filter_map(|node| node.attribute("data-figure")).collect();
        assert!(printed.len() > 40);
        for figure in printed {
            assert!(ids.contains(format!("figure-{figure}").as_str()), "{figure} has no row");
            assert!(figures.lines().any(|line| line.starts_with(&format!("{figure},"))), "{figure}");
        }
    });
    assert!(html.contains("so it is too narrow"), "an interval says what it does not mean");
    assert!(!html.contains("not there"), "a paragraph asks for a figure that is no longer given");
}

#[test]
fn nothing_on_the_page_is_about_a_person_and_no_small_count_is_on_it() {
    for incidents in [300, 3_000, 60_000] {
        let (due, recorded) = made(incidents);
        let (html, figures) = page(&due, &recorded, &[]);
        // References of reports, crimes, victims and offenders of the invented force all begin with this.
        assert!(String::from_utf8_lossy(&due).contains("SYN"));
        assert!(!html.contains("SYN0") && !html.contains("SYNC") && !html.contains("SYNV"));
        parsed(&html, |xml| {
            for cell in xml.descendants().filter(|node| tag(node) == "td") {
                let text = said(cell);
                let small = text.replace(',', "").parse::<u64>().is_ok_and(|count| (1..5).contains(&count));
                assert!(!small, "{incidents} reports: {text} stands in a cell");
            }
            for text in
                xml.descendants().filter(|node| matches!(node.attribute("class"), Some("value" | "on-dark")))
            {
                let small = said(text).parse::<u64>().is_ok_and(|count| (1..5).contains(&count));
                assert!(!small, "{incidents} reports: {} stands in a picture", said(text));
            }
        });
        for row in csv::Reader::from_reader(figures.as_bytes()).records() {
            let row = row.unwrap();
            // As printed: a share of all is 1 exactly.
            let small = row[2].replace(',', "").parse::<u64>().is_ok_and(|count| (1..5).contains(&count));
            assert!(!small, "{} is {}", &row[0], &row[2]);
        }
    }
}

#[test]
fn the_same_input_gives_the_same_page() {
    let (due, recorded) = made(3_000);
    assert!(written(&due, &recorded, &[]) == written(&due, &recorded, &[]));
}

static FIGURES: Layout = Layout {
    name: "figures",
    what: "one row a figure",
    columns: &[Column::required("figure", "its id"), Column::required("as printed", "how it is printed")],
};

#[derive(serde::Deserialize)]
struct FigureRow {
    figure: String,
    #[serde(rename = "as printed")]
    printed: String,
}

#[test]
fn the_workbook_holds_the_same_figures_and_every_summary() {
    let (due, recorded) = made(60_000);
    let (_, figures, workbook) = written(&due, &recorded, &[]);
    let rows: Rows<FigureRow> =
        table::read(&FIGURES, Source::new("summary.xlsx", &workbook).sheet("Figures")).unwrap();
    assert!(rows.rejected.is_empty(), "{:?}", rows.rejected);
    let in_workbook: Vec<(String, String)> =
        rows.good.into_iter().map(|row| (row.value.figure, row.value.printed)).collect();
    let mut csv = csv::Reader::from_reader(figures.as_bytes());
    let in_csv: Vec<(String, String)> =
        csv.records().map(|row| row.unwrap()).map(|row| (row[0].to_owned(), row[2].to_owned())).collect();
    assert_eq!(in_workbook, in_csv);
    for sheet in [
        "Rates",
        "by route results",
        "by policing unit results",
        "lateness",
        "wrong class",
        "Findings by rule",
    ] {
        let source = Source::new("summary.xlsx", &workbook).sheet(sheet);
        // There is such a sheet, and it is not one of figures.
        let error = table::read::<FigureRow>(&FIGURES, source).err().map(|error| error.to_string());
        assert!(error.is_some_and(|error| error.contains("figure")), "{sheet}");
    }
}

#[test]
fn a_name_longer_than_a_cell_keeps_nothing_from_being_written() {
    let unit = "u".repeat(40_000);
    let due = (0..20).map(|n| format!("I{n:03},8N,v{n},{unit}"));
    let due = rows("incident,class,victims,policing_unit", due);
    let (html, _, workbook) = written(due.as_bytes(), b"crime,incident,class\n", &[]);
    assert!(html.contains(&unit));
    assert!(workbook.starts_with(b"PK"));
}

#[test]
fn hostile_names_stay_names() {
    let unit = "<script>alert(1)</script> {{ 7 * 7 }} ]]> & =cmd|x";
    let quoted = |n: usize| format!("\"{unit} {}\"", n % 2);
    let due = rows(
        "incident,class,victims,policing_unit,store",
        (0..40).map(|n| format!("I{n:03},8N,v{n},{},\"=store <b>\"", quoted(n))),
    );
    let recorded = (0..40).filter(|n| n % 4 != 3).map(|n| format!("C{n},I{n:03},8N,v{n},{}", quoted(n)));
    let recorded = rows("crime,incident,class,victims,policing_unit", recorded);
    let (html, _) = page(due.as_bytes(), recorded.as_bytes(), &["--our-force", "North & <South>"]);
    assert!(!html.contains("<script") && !html.contains("<b>"));
    parsed(&html, |xml| {
        let heads: Vec<String> = xml.descendants().filter(|node| tag(node) == "th").map(said).collect();
        assert!(heads.iter().any(|head| head == &format!("{unit} 0")), "{heads:?}");
        let board = xml.descendants().find(|node| node.attribute("class") == Some("board")).map(said);
        assert_eq!(board.as_deref(), Some("North & <South>"));
    });
}

#[test]
fn what_a_rejected_row_makes_unknown_is_withheld_and_said_above() {
    let limit = |n| if n == 7 { "tomorrow" } else { "2026-05-02T10:00" };
    let due = (0..40).map(|n| format!("I{n:03},8N,v{n},{}", limit(n)));
    let due = rows("incident,class,victims,deadline", due);
    let recorded = (0..40).map(|n| format!("C{n},I{n:03},8N,v{n},2026-05-01T10:00"));
    let recorded = rows("crime,incident,class,victims,recorded", recorded);
    let (html, _) = page(due.as_bytes(), recorded.as_bytes(), &[]);
    assert!(html.contains("Rows were rejected, so totals and rates are withheld."), "{html}");
    parsed(&html, |xml| {
        let row = xml
            .descendants()
            .find(|node| node.attribute("id") == Some("figure-comparison.share.recorded"))
            .map(said)
            .unwrap();
        assert!(
            row.contains(
                "withheld (1 of 40 rows of crimes due and 0 of 40 rows of crimes recorded rejected)"
            ),
            "{row}"
        );
    });
}

#[test]
fn an_extract_of_nothing_has_a_page() {
    let (html, _) = page(b"incident,class\n", b"crime,incident,class\n", &[]);
    parsed(&html, |xml| assert!(xml.descendants().any(|node| node.attribute("id") == Some("findings"))));
}
