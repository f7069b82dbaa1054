//! Tables of figures, and the section that says where each comes from.

use rulebook::{Figure, meanings};

use super::Named;
use crate::{Block, Cell, Head, Inline, Row, Section, Table};

/// Figures with a name each; `what` heads the names and `of` the figures.
#[must_use]
pub fn counts_table(named: Named<'_>, what: &str, of: &str, rows: &[(&str, &Figure)]) -> Block {
    Block::Table(Table {
        id: named.id.to_owned(),
        caption: named.title.to_owned(),
        head: vec![Head::words(what), Head::numbers(of)],
        rows: rows.iter().map(|(name, figure)| Row::new([Cell::from(*name), Cell::from(*figure)])).collect(),
        notes: Vec::new(),
    })
}

/// What the intervals of some figures do and do not say, as notes below a table.
#[must_use]
pub fn notes_on_intervals<'a>(figures: impl Iterator<Item = &'a Figure>) -> Vec<Vec<Inline>> {
    meanings(figures).into_iter().map(|note| vec![Inline::Text(note)]).collect()
}

/// Where each figure comes from: one row a figure, to which every mention in running text leads.
#[must_use]
pub fn figures_section(figures: &[Figure]) -> Section {
    let origin =
        |figure: &Figure| figure.origin.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
    let first = figures.first().map(origin).unwrap_or_default();
    let alike = figures.iter().all(|figure| origin(figure) == first);
    let mut head = ["Figure", "Printed", "How it was made"].map(Head::words).to_vec();
    let mut notes = vec![vec![Inline::text("figures.csv holds the same, with exact values.")]];
    if alike && !first.is_empty() {
        notes.insert(0, vec![Inline::Text(format!("Every figure is read from: {first}."))]);
    } else {
        head.push(Head::words("Read from"));
    }
    notes.extend(notes_on_intervals(figures.iter()));
    let wide = head.len() > 3;
    let rows = figures
        .iter()
        .map(|figure| {
            let mut cells = vec![
                Cell::from(figure.label.as_str()),
                Cell::from(printed(figure)),
                Cell::from(figure.made()),
            ];
            if wide {
                cells.push(Cell::from(origin(figure)));
            }
            Row { id: Some(format!("figure-{}", figure.id)), cells }
        })
        .collect();
    let table = Table {
        id: "figures".to_owned(),
        caption: "Where each figure comes from".to_owned(),
        head,
        rows,
        notes,
    };
    Section {
        id: "figures-and-origins".to_owned(),
        heading: "Where each figure comes from".to_owned(),
        blocks: vec![Block::Table(table)],
    }
}

fn printed(figure: &Figure) -> String {
    let mut printed = figure.printed();
    if let Some(interval) = figure.interval_printed() {
        printed = format!("{printed} ({interval})");
    }
    if figure.unit.is_empty() { printed } else { format!("{printed} {}", figure.unit) }
}
