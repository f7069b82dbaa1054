//! A composed paper, read back as its reader gets it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use acceptance::command::example;
use board_paper::{Files, Paper, compose};
use roxmltree::{Document, Node};

const RUNS: [(&str, &str); 3] = [
    ("west-midlands-2014", "2014-07-01"),
    ("west-midlands-2014", "2015-04-01"),
    ("synthetic-claims", "2014-07-01"),
];

/// A composed paper as its reader gets it.
pub struct Made {
    pub paper: Paper,
    pub page: String,
    pub markdown: String,
    pub figures: BTreeMap<String, BTreeMap<String, String>>,
    pub findings: String,
    pub inputs: Files,
}

pub fn folder(name: &str) -> Files {
    fn add(folder: &Path, below: &str, files: &mut Files) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = format!("{below}{}", entry.file_name().to_str().unwrap());
            if entry.path().is_dir() {
                add(&entry.path(), &format!("{name}/"), files);
            } else {
                files.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut files = Files::new();
    add(&example(name), "", &mut files);
    files
}

pub fn make(files: &Files, as_at: &str) -> Result<Made, String> {
    let paper = compose(files, as_at.parse().unwrap()).map_err(|problems| format!("{problems:?}"))?;
    let outputs = paper.outputs().unwrap();
    let text = |name: &str| {
        let output = outputs.iter().find(|output| output.name == name).unwrap();
        String::from_utf8(output.bytes.clone()).unwrap()
    };
    let rows: Vec<BTreeMap<String, String>> =
        csv::Reader::from_reader(text("figures.csv").as_bytes()).deserialize().map(Result::unwrap).collect();
    Ok(Made {
        page: text("index.html"),
        markdown: text("paper.md"),
        figures: rows.into_iter().map(|row| (row["id"].clone(), row)).collect(),
        findings: text("findings.csv"),
        inputs: files.clone(),
        paper,
    })
}

pub fn every_run() -> Vec<(String, Made)> {
    RUNS.iter()
        .map(|(name, as_at)| (format!("{name} as at {as_at}"), make(&folder(name), as_at).unwrap()))
        .collect()
}

impl Made {
    pub fn parse(&self) -> Document<'_> {
        Document::parse(self.page.strip_prefix("<!DOCTYPE html>\n").unwrap()).unwrap()
    }
}

/// Every word in the charts but those of the axes, a line each.
pub fn drawn(page: &Document<'_>) -> String {
    let axis = |node: &Node<'_, '_>| node.tag_name().name() == "desc" || class(*node) == "quiet";
    all(page.root_element(), "svg")
        .flat_map(|svg| svg.descendants().filter(|node| node.is_element() && !axis(node)))
        .filter_map(|node| node.text())
        .collect::<Vec<_>>()
        .join("\n")
}

pub fn class<'a>(node: Node<'a, '_>) -> &'a str {
    node.attribute("class").unwrap_or_default()
}

pub fn all<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.descendants().filter(move |node| node.tag_name().name() == name)
}

pub fn main_of<'a, 'i>(page: &'a Document<'i>) -> Node<'a, 'i> {
    all(page.root_element(), "main").next().unwrap()
}

/// The words of a node, as the reader sees them; what `leave_out` names is replaced by a sign that is no number.
pub fn words(node: Node<'_, '_>, leave_out: &dyn Fn(Node<'_, '_>) -> bool) -> String {
    let mut text = String::new();
    for child in node.children() {
        if child.is_text() {
            text.push_str(child.text().unwrap_or_default());
        } else if leave_out(child) {
            text.push('§');
        } else if child.has_tag_name("q") {
            text.extend(["‘", &words(child, leave_out), "’"]);
        } else if child.has_tag_name("sup") {
            let number = all(child, "a").last().and_then(|link| link.last_child()).unwrap();
            text.extend(["[^", number.text().unwrap(), "]"]);
        } else if !(class(child) == "count" || child.attribute("role") == Some("doc-backlink")) {
            text.push_str(&words(child, leave_out));
        }
    }
    text
}

pub fn plain(node: Node<'_, '_>) -> String {
    words(node, &|_| false).trim().to_owned()
}

/// Paragraphs, items of lists and footnotes: where a person wrote the words. With the name by which `printed_in` calls it.
pub fn prose<'a, 'i>(page: &'a Document<'i>) -> Vec<(String, Node<'a, 'i>)> {
    main_of(page)
        .descendants()
        .filter_map(|node| {
            if class(node) == "numbered" {
                Some((node.attribute("id").unwrap().to_owned(), node))
            } else if node.has_tag_name("li") {
                let note = node.attribute("value").map(|number| format!("footnote-{number}"));
                Some((note.unwrap_or_else(|| "list".to_owned()), node))
            } else {
                None
            }
        })
        .collect()
}

/// What the page prints of figures is what figures.csv says: value, printed text, place, and the row that explains it.
pub fn check_figures(run: &str, made: &Made, page: &Document<'_>) {
    let ids: BTreeMap<&str, Node<'_, '_>> =
        page.descendants().filter_map(|node| Some((node.attribute("id")?, node))).collect();
    let mut printed_in: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for data in all(page.root_element(), "data") {
        let id = data.attribute("data-figure").unwrap();
        let row = made.figures.get(id).unwrap_or_else(|| panic!("{run}: figure {id} is not in figures.csv"));
        assert_eq!(data.text().unwrap_or_default(), row["printed"], "{run}: {id}");
        assert_eq!(data.attribute("value").unwrap(), row["exact"], "{run}: {id}");
        let explained =
            ids.get(format!("figure-{id}").as_str()).unwrap_or_else(|| panic!("{run}: {id} leads nowhere"));
        let cells: Vec<String> = explained.children().filter(Node::is_element).map(plain).collect();
        let interval =
            if row["interval"].is_empty() { String::new() } else { format!(" ({})", row["interval"]) };
        assert_eq!(cells[1], format!("{}{interval}", row["printed"]), "{run}: {id}");
        assert_eq!((&cells[0], &cells[3]), (&row["label"], &row["origin"]), "{run}: {id}");
        let place = place_of(data);
        let places = printed_in.entry(id).or_default();
        if !places.contains(&place) {
            places.push(place);
        }
        if let Some(link) = data.parent().filter(|parent| class(*parent) == "figure") {
            assert_eq!(link.attribute("href"), Some(format!("#figure-{id}").as_str()), "{run}: {id}");
        }
    }
    for (id, row) in &made.figures {
        let places: BTreeSet<&str> =
            row["printed_in"].split("; ").filter(|place| !place.is_empty()).collect();
        let on_page: BTreeSet<&str> =
            printed_in.get(id.as_str()).into_iter().flatten().map(String::as_str).collect();
        assert_eq!(places, on_page, "{run}: {id} stands elsewhere than figures.csv says");
    }
}

/// The paragraph, table, chart or footnote in which a node stands.
fn place_of(node: Node<'_, '_>) -> String {
    let mut named = node.ancestors().filter_map(|above| {
        if above.has_tag_name("li") {
            let note = above.attribute("value").map(|number| format!("footnote-{number}"));
            return Some(note.unwrap_or_else(|| "list".to_owned()));
        }
        let is_place =
            class(above) == "numbered" || above.has_tag_name("table") || above.has_tag_name("figure");
        is_place.then(|| above.attribute("id").unwrap().to_owned())
    });
    let place = named.next().unwrap();
    // A chart's own table says what the chart says.
    if node.ancestors().any(|above| above.has_tag_name("figure")) { named.next().unwrap() } else { place }
}

/// What the page says, paper.md says, and a chart draws what its table says.
pub fn check_renderings(run: &str, made: &Made, page: &Document<'_>) {
    let (of_page, of_text) = (lines_of_page(page), lines_of_markdown(&made.markdown));
    for (page, text) in of_page.iter().zip(&of_text) {
        assert_eq!(page, text, "{run}: index.html is left, paper.md is right");
    }
    assert_eq!(of_page.len(), of_text.len(), "{run}");
    for chart in all(page.root_element(), "figure") {
        check_chart(run, chart);
    }
}

/// Everything the main part says, a line each, in the form of paper.md.
pub fn lines_of_page(page: &Document<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for node in main_of(page).descendants() {
        let text = || plain(node);
        match node.tag_name().name() {
            "h2" => lines.push(format!("## {}", text())),
            "h3" => lines.push(format!("### {}", text())),
            "caption" | "figcaption" => lines.push(format!("**{}**", text())),
            "desc" => lines.push(text()),
            "p" if class(node) == "numbered" => {
                let number = node.attribute("id").unwrap().trim_start_matches("paragraph-");
                lines.push(format!("**{number}.** {}", text()));
            }
            "p" if node.parent().is_some_and(|parent| class(parent) == "remarks") => lines.push(text()),
            "li" => lines.push(match node.attribute("value") {
                Some(number) => format!("[^{number}]: {}", text()),
                None => format!("- {}", text()),
            }),
            "tr" => {
                let cells: Vec<String> = node.children().filter(Node::is_element).map(plain).collect();
                lines.push(format!("| {} |", cells.join(" | ")));
            }
            _ => {}
        }
    }
    lines.iter().map(|line| spaced(line)).collect()
}

/// The same of paper.md: from the first section on, without the lines that only draw.
fn lines_of_markdown(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text
        .lines()
        .skip_while(|line| !line.starts_with("## "))
        .filter(|line| !line.is_empty() && !line.starts_with("| ---"))
        .map(|line| spaced(&unescaped(line)))
        .collect();
    assert_eq!(lines.pop().as_deref(), Some("**OFFICIAL**"));
    lines
}

fn spaced(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unescaped(line: &str) -> String {
    let mut out = String::new();
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let escapes = letter == '\\' && letters.peek().is_some_and(char::is_ascii_punctuation);
        out.push(if escapes { letters.next().unwrap() } else { letter });
    }
    out
}

/// Bars and points carry the texts of their table, in its order, and are as long, or stand as far along, as its values say.
fn check_chart(run: &str, chart: Node<'_, '_>) {
    let svg = all(chart, "svg").next().unwrap();
    let shapes: Vec<(f64, f64)> = ["rect", "circle"]
        .into_iter()
        .flat_map(|name| all(svg, name))
        .filter(|node| ["bar", "focus", "point"].contains(&class(*node)))
        .map(|node| (number(node, &["x", "cx"]), number(node, &["width"])))
        .collect();
    if shapes.is_empty() {
        return;
    }
    let mut values = Vec::new();
    let mut texts = Vec::new();
    for row in all(chart, "tbody").flat_map(|body| body.children().filter(Node::is_element)) {
        let cells: Vec<String> = row.children().filter(Node::is_element).map(plain).collect();
        texts.push(match cells.get(2).map(String::as_str) {
            None | Some("–") => cells[1].clone(),
            Some(interval) => format!("{} ({interval})", cells[1]),
        });
        values.extend(all(row, "data").next().unwrap().attribute("value").unwrap().parse::<f64>());
    }
    let drawn: Vec<&str> = all(svg, "text")
        .filter(|text| ["value", "missing"].contains(&class(*text)))
        .map(|text| text.text().unwrap())
        .collect();
    assert_eq!(drawn, texts, "{run}: the chart and its table");
    // Ticks: the axis from the first to the last, in percent.
    let ticks: Vec<(f64, f64)> = all(svg, "text")
        .filter_map(|text| Some((text.text()?.parse().ok()?, number(text, &["x"]))))
        .collect();
    let ((first, from), (last, to)) = (ticks[0], *ticks.last().unwrap());
    assert_eq!(shapes.len(), values.len(), "{run}");
    for ((x, width), value) in shapes.iter().zip(values) {
        let expected = from + (value * 100.0 - first) / (last - first) * (to - from);
        // Coordinates are whole: a pixel for each end.
        assert!(
            (x + width - expected).abs() <= 2.0,
            "{run}: {value} is drawn at {}, not {expected}",
            x + width
        );
    }
}

fn number(node: Node<'_, '_>, names: &[&str]) -> f64 {
    names.iter().find_map(|name| node.attribute(*name)).map_or(0.0, |text| text.parse().unwrap())
}
