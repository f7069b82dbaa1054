//! What stands last: breaks, findings, files and where figures come from.

use std::collections::{BTreeMap, BTreeSet};

use document::{Block, Cell, Head, Inline, Row, Section, Table, sections::Paragraphs};
use rulebook::Place;

use super::Page;

/// The register of breaks that was used.
pub fn breaks(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let touching: BTreeSet<&str> = page
        .assessment
        .measures
        .iter()
        .flat_map(|of| &of.along.charts)
        .flat_map(|chart| &chart.after)
        .map(|found| found.id.as_str())
        .collect();
    let mut blocks = vec![p.say(
        "A break is a day from which something is counted in another way. These were known to this run; those that stop a line on this page are marked.",
    )];
    if page.asked.breaks.is_empty() {
        blocks.push(p.say("No break was supplied, so no line stops anywhere."));
    } else {
        let row = |found: &msf_benchmark::Break| {
            let since = match found.earliest {
                Some(earliest) if earliest == found.latest => earliest.to_string(),
                Some(earliest) => format!("{earliest} to {}", found.latest),
                None => format!("by {}", found.latest),
            };
            Row::new([
                Cell::from(found.id.as_str()),
                Cell::from(since),
                Cell::from(found.sentence.as_str()),
                Cell::from(found.source.as_str()),
                Cell::from(found.confidence.to_string()),
                Cell::from(if touching.contains(found.id.as_str()) { "yes" } else { "no" }),
            ])
        };
        blocks.push(Block::Table(Table {
            id: "breaks-register".to_owned(),
            caption: "Breaks, with who says so".to_owned(),
            head: ["Break", "Since", "What changed", "Who says so", "Confidence", "On this page"]
                .map(Head::words)
                .to_vec(),
            rows: page.asked.breaks.iter().map(row).collect(),
            notes: Vec::new(),
        }));
    }
    Section { id: "breaks".to_owned(), heading: "Where figures stop comparing".to_owned(), blocks }
}

/// What is wrong with the data.
pub fn findings(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let mut blocks = Vec::new();
    if page.found.is_empty() {
        blocks.push(p.say("No rule found anything wrong with the data."));
    } else {
        blocks.push(p.say("How many findings each rule made. findings.csv has each of them with its place."));
        let row = |found: &rulebook::OfRule<'_>| {
            Row::new([
                Cell::from(format!("{} ({})", found.rule.title, found.rule.id)),
                Cell::from(found.findings),
                Cell::from(found.rule.says),
                Cell::from(found.rule.basis.to_string()),
            ])
        };
        blocks.push(Block::Table(Table {
            id: "findings-by-rule".to_owned(),
            caption: "Findings by rule".to_owned(),
            head: vec![
                Head::words("Rule"),
                Head::numbers("Findings"),
                Head::words("What it says"),
                Head::words("Who says so, and how that was read"),
            ],
            rows: page.found.iter().map(row).collect(),
            notes: vec![vec![Inline::text(format!(
                "`{} explain RULE` prints a rule.",
                env!("CARGO_PKG_NAME")
            ))]],
        }));
    }
    let told: Vec<Vec<Inline>> =
        page.findings.iter().map(|found| vec![Inline::text(found.sentence.as_str())]).collect();
    if !told.is_empty() {
        blocks.push(
            p.say("Of these the following are about groups, populations, breaks and the comparison itself:"),
        );
        blocks.push(Block::List(told));
    }
    Section { id: "findings".to_owned(), heading: "What is wrong with the data".to_owned(), blocks }
}

/// What was read and written.
pub fn files(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let items =
        |lines: Vec<String>| Block::List(lines.into_iter().map(|line| vec![Inline::Text(line)]).collect());
    let read = page
        .inputs
        .iter()
        .map(|input| format!("{}: {} bytes, SHA-256 {}", input.file, input.bytes, input.sha256))
        .collect();
    let mut blocks = vec![p.say("Read:"), items(read)];
    if !page.rows.is_empty() {
        blocks.push(p.say("Of their rows:"));
        blocks.push(items(page.rows.to_vec()));
    }
    blocks.push(p.say("Written beside this page; manifest.json has the SHA-256 of each:"));
    blocks.push(items(page.outputs.to_vec()));
    Section { id: "files".to_owned(), heading: "Files".to_owned(), blocks }
}

/// The figures of the force itself, each with where it comes from. Those of the other forces stand in `figures.csv`.
pub fn figures(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let others: BTreeSet<&str> = page
        .assessment
        .measures
        .iter()
        .flat_map(|of| of.figures.forces.iter().filter(|force| force.force != page.assessment.focal))
        .flat_map(|force| std::iter::once(&force.numerator).chain(&force.base).chain([&force.rate]))
        .map(|figure| figure.id.as_str())
        .collect();
    let rows = page
        .assessment
        .figures()
        .filter(|figure| !others.contains(figure.id.as_str()))
        .chain(page.inside.iter().flat_map(|inside| &inside.classes).flat_map(|class| &class.figures))
        .map(|figure| Row {
            id: Some(format!("figure-{}", figure.id)),
            cells: vec![
                Cell::from(figure.label.as_str()),
                Cell::from(figure.printed()),
                Cell::from(figure.made()),
                Cell::from(places(&figure.origin)),
            ],
        })
        .collect();
    let table = Table {
        id: "figures".to_owned(),
        caption: "Where each figure of the force comes from".to_owned(),
        head: ["Figure", "Printed", "How it was made", "Read from"].map(Head::words).to_vec(),
        rows,
        notes: Vec::new(),
    };
    Section {
        id: "figures-and-origins".to_owned(),
        heading: "Where each figure comes from".to_owned(),
        blocks: vec![
            p.say("The figures of the force and of all forces together. figures.csv holds these and those of every other force, with exact values and every cell they were read from."),
            Block::Table(table),
        ],
    }
}

/// Places in a line: each, if they are few, and else how many cells of which file.
fn places(origin: &[Place]) -> String {
    const FEW: usize = 3;
    if origin.len() <= FEW {
        return origin.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
    }
    let mut files: BTreeMap<&str, (usize, Option<u64>, Option<u64>)> = BTreeMap::new();
    for place in origin {
        let (cells, first, last) = files.entry(place.file.as_str()).or_insert((0, place.row, place.row));
        *cells += 1;
        *first = (*first).min(place.row);
        *last = (*last).max(place.row);
    }
    let told = files.into_iter().map(|(file, (cells, first, last))| match (first, last) {
        (Some(first), Some(last)) => format!("{file}: {cells} cells of lines {first} to {last}"),
        _ => format!("{file}: {cells} cells"),
    });
    told.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_cells_are_counted_and_few_are_named() {
        let at = |row| Place::row("a.csv", row);
        assert_eq!(places(&[at(2), at(9)]), format!("{}; {}", at(2), at(9)));
        assert_eq!(places(&[at(5), at(2), at(9), at(4)]), "a.csv: 4 cells of lines 2 to 9");
    }
}
