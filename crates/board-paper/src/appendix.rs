//! What every paper ends with: all that was found, where each figure comes from, and the rules used.

use std::collections::{BTreeMap, BTreeSet};

use document::{Block, Cell, Document, Head, Inline, Row, Section, Table};
use rulebook::{Figure, FigureId, Finding, Rule, Severity};

use crate::{
    material::{Material, capital, quoted, title},
    settings::{InputKind, Settings},
};

/// The appendix sections. `printed` are the figures that the paper prints.
pub(crate) fn sections(
    material: &Material,
    settings: &Settings,
    findings_printed: &[String],
    printed: &BTreeMap<FigureId, Vec<String>>,
) -> Vec<Section> {
    vec![found(material, settings, findings_printed), figures(material, printed), rules(material)]
}

fn found(material: &Material, settings: &Settings, findings_printed: &[String]) -> Section {
    let mut blocks = vec![Block::Table(summary(material))];
    for (room, findings) in &material.findings {
        if !findings.is_empty() && !findings_printed.iter().any(|printed| printed == room) {
            blocks.extend(material.findings_table(room).map(Block::Table));
        }
    }
    if !material.counts.is_empty() {
        blocks.push(Block::Table(rows_read(material, settings)));
    }
    Section { id: "findings".to_owned(), heading: "What the program found".to_owned(), blocks }
}

fn summary(material: &Material) -> Table {
    // How many findings there are about single people may tell a number that is suppressed elsewhere.
    let count = |room: &str, findings: &[Finding], severity| {
        let n = findings.iter().filter(|finding| finding.severity == severity).count();
        let shown =
            if n > 0 && material.person_level.contains(&room) { "some".to_owned() } else { n.to_string() };
        Cell::from(shown)
    };
    Table {
        id: "findings-by-severity".to_owned(),
        caption: "Findings by subject and severity".to_owned(),
        head: vec![
            Head::words("Subject"),
            Head::numbers("Errors"),
            Head::numbers("Warnings"),
            Head::numbers("Notes"),
        ],
        rows: material
            .findings
            .iter()
            .map(|(room, findings)| {
                Row::new([
                    Cell::from(capital(title(room))),
                    count(room, findings, Severity::Error),
                    count(room, findings, Severity::Warning),
                    count(room, findings, Severity::Note),
                ])
            })
            .collect(),
        notes: vec![vec![Inline::text(
            "Error: an input could not be used as it stands. Warning: somebody must look before the paper is signed. \
             Note: worth knowing. All of them are in findings.csv.",
        )]],
    }
}

fn rows_read(material: &Material, settings: &Settings) -> Table {
    let about_people = |file: &str| {
        settings.inputs.iter().any(|input| input.file == file && input.kind == InputKind::PersonLevel)
    };
    Table {
        id: "rows-read".to_owned(),
        caption: "Rows read: every row is used or rejected".to_owned(),
        head: vec![
            Head::words("File"),
            Head::numbers("Rows in"),
            Head::numbers("Used"),
            Head::numbers("Rejected"),
        ],
        rows: material
            .counts
            .iter()
            .map(|count| {
                let small = |n: usize| n > 0 && (n as u64) < settings.suppression.threshold;
                let numbers = [count.good + count.rejected, count.good, count.rejected];
                let hide = about_people(&count.file) && numbers.into_iter().any(small);
                let shown =
                    numbers.map(|n| Cell::from(if hide { "suppressed".to_owned() } else { n.to_string() }));
                Row::new([Cell::from(count.file.as_str())].into_iter().chain(shown))
            })
            .collect(),
        notes: Vec::new(),
    }
}

fn figures(material: &Material, printed: &BTreeMap<FigureId, Vec<String>>) -> Section {
    let rows =
        material.figures.iter().filter(|figure| printed.contains_key(&figure.id)).map(figure_row).collect();
    let table = Table {
        id: "figures".to_owned(),
        caption: "Where each figure comes from".to_owned(),
        head: vec![
            Head::words("Figure"),
            Head::words("Printed"),
            Head::words("How it was made"),
            Head::words("Read from"),
        ],
        rows,
        notes: vec![vec![Inline::text(
            "Every figure that this paper prints, in prose, table or chart. figures.csv holds these and the others, with exact values.",
        )]],
    };
    Section {
        id: "figures-and-origins".to_owned(),
        heading: "Where each figure comes from".to_owned(),
        blocks: vec![Block::Table(table)],
    }
}

fn figure_row(figure: &Figure) -> Row {
    let mut printed = figure.printed();
    if let Some(interval) = figure.interval_printed() {
        printed = format!("{printed} ({interval})");
    }
    let mut made = vec![figure.working.clone()];
    if let Some(interval) = &figure.interval {
        made.push(format!("{}: {}", interval.method, interval.meaning));
    }
    if let Some(rule) = figure.by {
        made.push(format!("rule {}", rule.id));
    }
    made.retain(|part| !part.is_empty());
    let origin: Vec<String> = figure.origin.iter().map(ToString::to_string).collect();
    Row {
        id: Some(format!("figure-{}", figure.id)),
        cells: vec![
            Cell::from(figure.label.as_str()),
            Cell::from(printed),
            Cell::from(made.join("; ")),
            Cell::from(origin.join("; ")),
        ],
    }
}

fn rules(material: &Material) -> Section {
    let mut used: BTreeMap<&str, &'static Rule> = BTreeMap::new();
    for finding in material.findings.iter().flat_map(|(_, findings)| findings) {
        used.insert(finding.rule.id.0, finding.rule);
    }
    for rule in material.figures.iter().filter_map(|figure| figure.by) {
        used.insert(rule.id.0, rule);
    }
    let table = Table {
        id: "rules".to_owned(),
        caption: "Rules that spoke".to_owned(),
        head: vec![Head::words("Rule"), Head::words("What it says"), Head::words("Who says so")],
        rows: used
            .values()
            .map(|rule| Row {
                id: Some(format!("rule-{}", rule.id)),
                cells: vec![
                    Cell::from(format!("{} ({})", rule.title, rule.id)),
                    Cell::from(quoted(rule.says)),
                    Cell::from(rule.basis.to_string()),
                ],
            })
            .collect(),
        notes: vec![vec![Inline::text(
            "`compose-paper explain RULE` prints a rule with the record that breaks it.",
        )]],
    };
    Section {
        id: "rules-used".to_owned(),
        heading: "The rules that were used".to_owned(),
        blocks: vec![Block::Table(table)],
    }
}

/// Every figure that a document prints, and in which paragraphs, tables and charts.
pub(crate) fn printed_in(document: &Document) -> BTreeMap<FigureId, Vec<String>> {
    let mut printed: BTreeMap<FigureId, BTreeSet<(usize, String)>> = BTreeMap::new();
    let mut order = 0;
    let mut add = |id: &FigureId, place: &str, order: usize| {
        printed.entry(id.clone()).or_default().insert((order, place.to_owned()));
    };
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        order += 1;
        match block {
            Block::Subheading { .. } => {}
            Block::Paragraph { text, id, .. } => walk(text, &mut |figure| add(figure, id, order)),
            Block::List(items) => {
                for item in items {
                    walk(item, &mut |figure| add(figure, "list", order));
                }
            }
            Block::Table(table) => in_table(table, &mut |figure| add(figure, &table.id, order)),
            Block::Chart(chart) => in_table(&chart.table, &mut |figure| add(figure, &chart.id, order)),
        }
    }
    for footnote in &document.footnotes {
        let name = format!("footnote-{}", footnote.number);
        walk(&footnote.text, &mut |figure| add(figure, &name, order));
    }
    printed
        .into_iter()
        .map(|(id, places)| (id, places.into_iter().map(|(_, place)| place).collect()))
        .collect()
}

fn in_table(table: &Table, found: &mut impl FnMut(&FigureId)) {
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        walk(&cell.0, found);
    }
    for note in &table.notes {
        walk(note, found);
    }
}

fn walk(inlines: &[Inline], found: &mut impl FnMut(&FigureId)) {
    for inline in inlines {
        match inline {
            Inline::Figure { id, .. } => found(id),
            Inline::Strong(inner) | Inline::Emphasis(inner) => walk(inner, found),
            Inline::Text(_)
            | Inline::AsPrinted(_)
            | Inline::Reference { .. }
            | Inline::Footnote(_)
            | Inline::Link { .. } => {}
        }
    }
}
