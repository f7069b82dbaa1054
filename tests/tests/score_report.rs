//! The page and the workbook of `audit-recording score`: whole, the same for the same input, and without anything that may not leave the force.

#![expect(clippy::unwrap_used, reason = "a test: the exceptions of clippy.toml do not reach its helpers")]

use std::{
    collections::BTreeSet, fmt::Write as _, fs, os::unix::fs::PermissionsExt as _, path::PathBuf,
    process::Command, sync::LazyLock,
};

use acceptance::command::{Scratch, built, example};
use roxmltree::{Document, Node};
use table::{Column, Layout, Rows, Source};

static COMMAND: LazyLock<PathBuf> = LazyLock::new(|| built("audit-recording"));

/// What a run wrote for others.
struct Written {
    html: String,
    figures: String,
    rates: String,
    workbook: Vec<u8>,
    /// Everything else beside it, for its owner only.
    owner: String,
}

fn written(scratch: &Scratch, arguments: &[&str]) -> Written {
    let done = Command::new(&*COMMAND)
        .current_dir(scratch.path())
        .args(["score", "--as-at", "2026-06-01", "--fail-on", "never", "--out", "scored", "--force"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let folder = scratch.path().join("scored");
    let mode = |name: &str| fs::metadata(folder.join(name)).unwrap().permissions().mode() & 0o777;
    assert_ne!(mode("report.html"), 0o600, "what may leave the force is not for its owner only");
    assert_ne!(mode("summary.xlsx"), 0o600);
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
    Written {
        html: read("report.html"),
        figures: read("figures.csv"),
        rates: read("summary-rates.csv"),
        workbook: fs::read(folder.join("summary.xlsx")).unwrap(),
        owner: read("judgements.csv") + &read("disagreements.csv"),
    }
}

/// The counts of 2014, scored.
fn of_2014() -> Written {
    let folder = example("counts-2014");
    let path = |name: &str| folder.join(name).display().to_string();
    let (counts, decisions, grades) =
        (path("counts.csv"), path("decisions.csv"), path("grades-invented.toml"));
    let scratch = Scratch::new().unwrap();
    written(&scratch, &["--counts", &counts, "--decisions", &decisions, "--grades", &grades])
}

/// A stratum of an invented sample: every case holds one crime. All were received in May 2026.
#[derive(Clone, Copy)]
struct Stratum<'a> {
    name: &'a str,
    population: usize,
    cases: usize,
    /// Of these, not recorded.
    missing: usize,
    /// Of those recorded, under another class.
    wrong: usize,
    /// Of those recorded, by seven hours late.
    late: usize,
}

/// The files of such a sample. The first ten cases of each stratum are for two auditors, who differ on the first.
fn sample(strata: &[Stratum<'_>]) -> Scratch {
    let scratch = Scratch::new().unwrap();
    let header = "case,line,auditor,stratum,judgement,class_due,class_recorded,received,recorded,victim_told,no_crime,notes\n";
    let (mut first, mut second) = (header.to_owned(), header.to_owned());
    let mut cases = Vec::new();
    for (number, stratum) in strata.iter().enumerate() {
        for at in 0..stratum.cases {
            let key = format!("KEY{number}-{at:03}");
            let both = at < 10;
            let auditors = if both { vec!["Anneliese", "Bartholomew"] } else { vec!["Anneliese"] };
            cases.push(serde_json::json!({
                "case": key, "stratum": stratum.name, "rank": at + 1, "use": "drawn", "auditors": auditors
            }));
            // The last are missing; of the others the first are wrong, and the next late.
            let recorded = stratum.cases - stratum.missing;
            let class = if at < stratum.wrong { "105A" } else { "8N" };
            let late = (stratum.wrong..stratum.wrong + stratum.late).contains(&at);
            let hour = if late { 17 } else { 10 };
            let says = if at < recorded {
                format!("recorded,8N,{class},2026-05-02T10:00,2026-05-03T{hour}:00,yes,,a note on a record")
            } else {
                "not recorded,8N,,,,,,a note on a record".to_owned()
            };
            writeln!(first, "{key},1,Anneliese,,{says}").unwrap();
            if both {
                let says = if at == 0 { "not recorded,8N,,,,,," } else { &says };
                writeln!(second, "{key},1,Bartholomew,,{says}").unwrap();
            }
        }
    }
    let parts: Vec<serde_json::Value> = strata
        .iter()
        .map(|one| {
            serde_json::json!({
                "stratum": one.name, "population": one.population, "size": one.cases, "reserve": 0
            })
        })
        .collect();
    let manifest = serde_json::json!({
        "program": "invented", "method": "registrar draw 1", "as_at": "2026-06-01",
        "frame": { "file": "frame.csv", "bytes": 0, "sha256": "", "rows": 0 },
        "filter": { "from": "2026-05-01", "to": "2026-05-31" }, "strata_columns": ["area"], "seed": "invented",
        "strata": parts, "cases": cases, "drawn_sha256": ""
    });
    fs::write(scratch.path().join("sample.json"), manifest.to_string()).unwrap();
    fs::write(scratch.path().join("first.csv"), first).unwrap();
    fs::write(scratch.path().join("second.csv"), second).unwrap();
    scratch
}

const JUDGED: [&str; 4] = ["--manifest", "sample.json", "first.csv", "second.csv"];

/// Three strata of which nothing is small.
fn three() -> [Stratum<'static>; 3] {
    let one = Stratum { name: "North", population: 1_000, cases: 80, missing: 10, wrong: 12, late: 15 };
    [
        one,
        Stratum { name: "South", population: 3_000, cases: 120, ..one },
        Stratum { name: "West", population: 700, cases: 60, missing: 20, ..one },
    ]
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

/// The cells of a table, row by row, without its header.
fn cells(page: &str, table: &str) -> Vec<Vec<String>> {
    parsed(page, |xml| {
        let table = xml.descendants().find(|node| node.attribute("id") == Some(table)).unwrap();
        let rows = table.descendants().filter(|node| tag(node) == "tr").skip(1);
        rows.map(|row| row.children().filter(Node::is_element).map(said).collect()).collect()
    })
}

/// A page that holds together: every link leads somewhere, every figure has its row and the same in `figures.csv`, every picture its words.
fn whole(written: &Written, sections: &[&str]) {
    parsed(&written.html, |xml| {
        let ids: BTreeSet<&str> = xml.descendants().filter_map(|node| node.attribute("id")).collect();
        for id in sections {
            assert!(ids.contains(id), "{id} is not on the page");
        }
        for link in xml.descendants().filter_map(|node| node.attribute("href")) {
            assert!(link == "data:," || ids.contains(link.trim_start_matches('#')), "{link} leads nowhere");
        }
        let printed: BTreeSet<&str> =
            xml.descendants().filter_map(|node| node.attribute("data-figure")).collect();
        assert!(printed.len() > 10);
        for figure in printed {
            assert!(ids.contains(format!("figure-{figure}").as_str()), "{figure} has no row");
            assert!(written.figures.lines().any(|line| line.starts_with(&format!("{figure},"))), "{figure}");
        }
        for picture in xml.descendants().filter(|node| tag(node) == "svg") {
            let has =
                |name: &str| picture.children().any(|node| tag(&node) == name && !said(node).is_empty());
            assert!(has("title") && has("desc"), "a picture without words");
            let id = picture.attribute("id").unwrap().replace("-picture", "-data");
            assert!(ids.contains(id.as_str()), "no table {id}");
        }
    });
    assert!(written.workbook.starts_with(b"PK"));
}

#[test]
fn the_page_of_2014_holds_the_published_counts_with_their_intervals() {
    let written = of_2014();
    whole(
        &written,
        &[
            "scored",
            "in-short",
            "of-compliance",
            "rates-compliance",
            "of-classified",
            "of-in-time",
            "of-no-crime-right",
            "rates-no-crime-published",
            "of-unrecorded",
            "of-grade",
            "thresholds",
            "untold",
            "findings",
            "how-to-read",
            "files",
            "figures-and-origins",
        ],
    );
    let counts = cells(&written.html, "scored-crimes");
    assert!(
        counts.contains(&["West Midlands, Incidents", "341", "332", "328", "4"].map(str::to_owned).to_vec())
    );
    // Wilson's limits of 328 of 332, as any table of them has it.
    let rates = cells(&written.html, "rates-compliance-data");
    let incidents = ["West Midlands, Incidents", "98.8%", "96.9% to 99.5%", "332"].map(str::to_owned);
    assert!(rates.contains(&incidents.to_vec()), "{rates:?}");
    // What the force comes to stands first; it is not weighted, and says so.
    assert_eq!(rates[0][..2], ["West Midlands, unweighted sum", "98.5%"]);
    for words in [
        "Of 332 crimes due, 328 were recorded: 98.8% (96.9% to 99.5%, Wilson, 95%).",
        "no rate of these counts may be read as a rate of the whole force",
        "West Midlands board paper of 1 July 2014, paragraph 13",
        "Counts alone do not tell",
        "Published counts; nothing about a person",
        "invented thresholds, of nobody",
    ] {
        assert!(written.html.contains(words), "{words}");
    }
    assert!(!written.html.contains("suppressed"), "published counts are never left out");
}

#[test]
fn the_page_of_a_sample_is_whole_with_the_weighted_estimate_first() {
    let scratch = sample(&three());
    written(&scratch, &JUDGED);
    fs::rename(scratch.path().join("scored"), scratch.path().join("last-year")).unwrap();
    let grades = example("counts-2014").join("grades-invented.toml").display().to_string();
    let more = ["--earlier", "last-year", "--grades", &grades, "--year-records", "12000"];
    let written = written(&scratch, &[&JUDGED[..], &more].concat());
    whole(
        &written,
        &[
            "scored-cases",
            "work",
            "rates-compliance",
            "rates-classified",
            "groups",
            "classes",
            "lateness",
            "rates-victim-told",
            "unrecorded",
            "agreement",
            "moderated",
            "change",
            "grade",
            "by-stratum",
        ],
    );
    let rates = cells(&written.html, "rates-compliance-data");
    let names: Vec<&str> = rates.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(names, ["all records, weighted", "North", "South", "West"]);
    // By hand: each stratum loses its first case, on which two auditors differ: 69 of 79, 109 of 119, 39 of 59, weighted 1,000, 3,000, 700.
    // (1,000 × 0.873418 + 3,000 × 0.915966 + 700 × 0.661017) ÷ 4,700 = 0.868937.
    assert_eq!(rates[0][1], "86.9%");
    // 11 of each are of a wrong class, for the first case of each does not count; 15 of each are late, by seven hours.
    assert_eq!(cells(&written.html, "classes").last().unwrap().last().unwrap(), "33");
    assert_eq!(
        cells(&written.html, "lateness-data")[2],
        ["over 6 to 24 hours", "45"].map(str::to_owned).to_vec()
    );
    // 30 cases judged twice, of which three differ and nobody has decided.
    let moderated: Vec<String> =
        cells(&written.html, "moderated").into_iter().map(|row| row[1].clone()).collect();
    assert_eq!(moderated, ["30", "27", "3", "0", "3"]);
    assert_eq!(cells(&written.html, "change")[0][1], "0.0");
    parsed(&written.html, |xml| {
        let picture =
            xml.descendants().find(|node| node.attribute("id") == Some("rates-compliance-picture")).unwrap();
        let points = picture.descendants().filter(|node| node.attribute("class") == Some("point")).count();
        assert_eq!(points, 4);
    });
}

/// The sheets of a workbook, each by its first column.
static SHEETS: [(&str, Layout); 5] = {
    const fn by(column: &'static [Column]) -> Layout {
        Layout { name: "sheet", what: "anything", columns: column }
    }
    [
        ("Cover", by(&[Column::required("Crime recording audited", "words")])),
        ("Notes", by(&[Column::required("Notes", "words")])),
        ("Rates", by(&[Column::required("by", "words")])),
        ("Estimates and agreement", by(&[Column::required("figure", "words")])),
        ("Figures", by(&[Column::required("figure", "words")])),
    ]
};

/// Every text of a workbook, sheet by sheet.
fn texts(workbook: &[u8]) -> String {
    let mut all = Vec::new();
    for (sheet, layout) in &SHEETS {
        table::plain_csv(layout, Source::new("summary.xlsx", workbook).sheet(sheet), None, &mut all).unwrap();
    }
    String::from_utf8(all).unwrap()
}

#[test]
fn no_case_no_auditor_and_no_note_is_on_the_page_or_in_the_workbook() {
    for strata in [&three()[..], &[Stratum { missing: 2, ..three()[0] }]] {
        let written = written(&sample(strata), &JUDGED);
        assert!(written.owner.contains("KEY0-000") && written.owner.contains("Bartholomew"));
        let workbook = texts(&written.workbook);
        for secret in ["KEY", "Anneliese", "Bartholomew", "a note on a record"] {
            for (name, text) in [
                ("page", &written.html),
                ("figures", &written.figures),
                ("rates", &written.rates),
                ("workbook", &workbook),
            ] {
                assert!(!text.contains(secret), "{secret} stands in {name}");
            }
        }
        assert!(workbook.contains("Nothing in it is about a person"));
    }
}

/// The tables of which a count tells of the work and of nobody.
const OF_THE_WORK: [&str; 5] = ["scored-cases", "work", "moderated", "time-untold", "agreement"];

/// What no reader may find in an audit: a small count, or one that adding and subtracting would give.
fn tells_nothing_small(strata: &[Stratum<'_>]) {
    let written = written(&sample(strata), &JUDGED);
    parsed(&written.html, |xml| {
        let of_work = |node: &Node<'_, '_>| {
            let mut tables = node.ancestors().filter(|node| tag(node) == "table");
            tables.any(|table| OF_THE_WORK.contains(&table.attribute("id").unwrap_or_default()))
        };
        let small =
            |text: &str| text.replace(',', "").parse::<u64>().is_ok_and(|count| (1..5).contains(&count));
        for cell in xml.descendants().filter(|node| tag(node) == "td" && !of_work(node)) {
            let row = cell.parent().and_then(|row| row.attribute("id")).unwrap_or_default();
            assert!(!small(&said(cell)), "{} stands in a cell {row}", said(cell));
        }
        let shown = |node: &Node<'_, '_>| matches!(node.attribute("class"), Some("value" | "on-dark"));
        for text in xml.descendants().filter(shown) {
            assert!(!small(&said(text)), "{} stands in a picture", said(text));
        }
    });
    let known = |cell: &str| cell.replace(',', "").parse::<u64>().is_ok();
    let estimated = |table: &str| {
        let rows = cells(&written.html, table);
        rows.first().is_some_and(|row| cell(row, 1).starts_with("about") || cell(row, 1).ends_with('%'))
    };
    // Cases, due, recorded, missing: all strata first.
    let counts = cells(&written.html, "scored-crimes");
    let (all, strata) = counts.split_first().unwrap();
    for column in [3, 4] {
        let hidden = strata.iter().filter(|row| !known(cell(row, column))).count();
        // The sum over all is one equation for them; the estimate is another, with weights that differ.
        let sum = known(cell(all, 3)) || known(cell(all, 4));
        let equations = usize::from(sum) + usize::from(estimated("unrecorded"));
        assert!(hidden == 0 || hidden > equations, "{hidden} left out, {equations} equations: {counts:?}");
    }
    // The same of classes and of lateness, whose sums stand in a picture of their own.
    for (rates, bands) in [("rates-classified-data", "groups-data"), ("rates-in-time-data", "lateness-data")]
    {
        let strata = cells(&written.html, rates).into_iter().skip(1);
        let hidden = strata.filter(|row| cell(row, 1) == "suppressed").count();
        let pictured = written.html.contains(&format!("id=\"{bands}\""));
        let bands = if pictured { cells(&written.html, bands) } else { Vec::new() };
        let told = bands.iter().filter_map(|row| row.last()).any(|cell| known(cell) && cell != "0");
        let equations = usize::from(told) + usize::from(estimated(rates));
        assert!(hidden == 0 || hidden > equations, "{rates}: {hidden} left out, {equations} equations");
    }
}

fn cell(row: &[String], at: usize) -> &str {
    row.get(at).map_or("", String::as_str)
}

#[test]
fn what_is_left_out_cannot_be_worked_out() {
    // Numbers that are small in one stratum, in some, or in all, of one stratum and of several; repeated, they are the same.
    let mut turn = 7_u64;
    let mut next = |most: u64| {
        turn = turn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((turn >> 33) % most).unwrap()
    };
    let names = ["North", "South", "East", "West", "Centre"];
    for round in 0..30 {
        let strata: Vec<Stratum<'_>> = names
            .into_iter()
            .take(1 + round % 5)
            .map(|name| Stratum {
                name,
                population: 500 + next(3_000),
                cases: 40 + next(60),
                missing: next(12),
                wrong: next(9),
                late: next(14),
            })
            .collect();
        tells_nothing_small(&strata);
    }
}

#[test]
fn too_few_to_say_is_said_and_drawn_nowhere() {
    let strata =
        [three()[0], Stratum { name: "Small", cases: 20, missing: 8, wrong: 0, late: 0, ..three()[1] }];
    let written = written(&sample(&strata), &[&JUDGED[..], &["--threshold", "0"]].concat());
    parsed(&written.html, |xml| {
        let picture =
            xml.descendants().find(|node| node.attribute("id") == Some("rates-compliance-picture")).unwrap();
        let points = picture.descendants().filter(|node| node.attribute("class") == Some("point")).count();
        // All records and the north; the first case of the small stratum does not count, so 11 of 19 are left.
        assert_eq!(points, 2);
        assert!(said(picture).contains("too few to say: 11 of 19"), "{}", said(picture));
    });
    assert!(written.html.contains("small counts are not left out"));
}

#[test]
fn the_same_input_gives_the_same_page_and_workbook() {
    let scratch = sample(&three());
    let (one, other) = (written(&scratch, &JUDGED), written(&scratch, &JUDGED));
    assert!(one.html == other.html && one.workbook == other.workbook);
    let (one, other) = (of_2014(), of_2014());
    assert!(one.html == other.html && one.workbook == other.workbook);
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
fn the_workbook_holds_the_same_figures() {
    for written in [of_2014(), written(&sample(&three()), &JUDGED)] {
        let source = Source::new("summary.xlsx", &written.workbook);
        let rows: Rows<FigureRow> = table::read(&FIGURES, source.sheet("Figures")).unwrap();
        assert!(rows.rejected.is_empty(), "{:?}", rows.rejected);
        let in_workbook: Vec<(String, String)> =
            rows.good.into_iter().map(|row| (row.value.figure, row.value.printed)).collect();
        let mut csv = csv::Reader::from_reader(written.figures.as_bytes());
        let in_csv: Vec<(String, String)> =
            csv.records().map(|row| row.unwrap()).map(|row| (row[0].to_owned(), row[2].to_owned())).collect();
        assert_eq!(in_workbook, in_csv);
    }
}

#[test]
fn hostile_names_stay_names() {
    let name = "<script>alert(1)</script> {{ 7 * 7 }} ]]> & =cmd|x";
    let strata = [Stratum { name, ..three()[0] }, Stratum { name: "all", ..three()[1] }];
    let written = written(&sample(&strata), &JUDGED);
    assert!(!written.html.contains("<script"));
    let rates = cells(&written.html, "rates-compliance-data");
    assert_eq!(rates[1][0], name);
    assert_eq!(rates[2][0], "all");
}

#[test]
fn what_a_rejected_row_makes_unknown_is_withheld_and_said_above() {
    let scratch = sample(&three());
    let path = scratch.path().join("first.csv");
    let text = fs::read_to_string(&path).unwrap().replacen("recorded,8N,105A", "perhaps,8N,105A", 1);
    fs::write(path, text).unwrap();
    let written = written(&scratch, &JUDGED);
    assert!(written.html.contains("Rows were rejected, so what rests on them is withheld"));
    let rates = cells(&written.html, "rates-compliance-data");
    assert_eq!(rates[0][1], "withheld (North: 1 row of its cases rejected)");
    assert!(written.html.contains("left out, since a row was rejected"));
}

#[test]
fn a_sample_of_which_nothing_is_judged_yet_has_a_page() {
    let scratch = sample(&three());
    let header = "case,line,auditor,stratum,judgement\n";
    for file in ["first.csv", "second.csv"] {
        fs::write(scratch.path().join(file), header).unwrap();
    }
    let written = written(&scratch, &JUDGED);
    whole(&written, &["scored", "untold", "findings"]);
    assert!(written.html.contains("260 not judged yet") || written.html.contains("260 are not judged yet"));
}
