//! The page of `audit-recording compare`: whole, the same for the same input, and without anything that may not leave the force.

#![expect(clippy::unwrap_used, reason = "a test: the exceptions of clippy.toml do not reach its helpers")]

use std::{
    collections::BTreeSet, fs, os::unix::fs::PermissionsExt as _, path::PathBuf, process::Command,
    sync::LazyLock,
};

use acceptance::command::{Scratch, built};
use roxmltree::{Document, Node};
use synthetic::{Clean, force};

static COMMAND: LazyLock<PathBuf> = LazyLock::new(|| built("audit-recording"));

/// The page of a comparison of these two tables, and `figures.csv` beside it.
fn page(due: &[u8], recorded: &[u8], more: &[&str]) -> (String, String) {
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
    (read("report.html"), read("figures.csv"))
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
    assert!(page(&due, &recorded, &[]) == page(&due, &recorded, &[]));
}

#[test]
fn hostile_names_stay_names() {
    let unit = "<script>alert(1)</script> {{ 7 * 7 }} ]]> & =cmd|x";
    let mut due = "incident,class,victims,policing_unit,store\n".to_owned();
    let mut recorded = "crime,incident,class,victims,policing_unit\n".to_owned();
    for n in 0..40 {
        let quoted = format!("\"{unit} {}\"", n % 2);
        due.push_str(&format!("I{n:03},8N,v{n},{quoted},\"=store <b>\"\n"));
        if n % 4 != 3 {
            recorded.push_str(&format!("C{n},I{n:03},8N,v{n},{quoted}\n"));
        }
    }
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
    let mut due = "incident,class,victims,deadline\n".to_owned();
    let mut recorded = "crime,incident,class,victims,recorded\n".to_owned();
    for n in 0..40 {
        due.push_str(&format!("I{n:03},8N,v{n},{}\n", if n == 7 { "tomorrow" } else { "2026-05-02T10:00" }));
        recorded.push_str(&format!("C{n},I{n:03},8N,v{n},2026-05-01T10:00\n"));
    }
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
