//! The break-downs of a comparison as tables that may leave the force.

use std::collections::BTreeMap;

use statistics::{suppress, suppress_list};

use crate::compare::{
    figures::Shown,
    kind::Kind,
    settings::Settings,
    tally::{Dimension, LATENESS, Tally},
};

/// Classes due and recorded, with how many crimes.
type ClassPairs<'a> = BTreeMap<(&'a str, &'a str), u64>;

/// As many values of a dimension are broken down; with more, hiding small counts takes too long, and the table says so.
const MOST: usize = 300;

/// The kinds that are broken down beside each other in one table. Those in time are not broken down: with those late they would tell the sum of
/// three columns of this table, unit by unit.
const COLUMNS: [Kind; 8] = [
    Kind::RecordedAsDue,
    Kind::WrongClass,
    Kind::NotRecorded,
    Kind::UnderAnotherLog,
    Kind::Cancelled,
    Kind::WithoutBasis,
    Kind::Duplicate,
    Kind::NoIncident,
];

/// A break-down, ready to be written: small counts are replaced by the word `suppressed`.
#[must_use]
pub fn summary_tables(tally: &Tally, shown: &Shown, settings: &Settings) -> Vec<(String, Vec<Vec<String>>)> {
    let mut tables: Vec<(String, Vec<Vec<String>>)> = Dimension::ALL
        .into_iter()
        .flat_map(|dimension| {
            let broken = |name: &str, kinds: &[Kind]| {
                (format!("by_{}_{name}", dimension.name()), broken_down(tally, shown, dimension, kinds))
            };
            [
                broken("results", &COLUMNS),
                broken("late", &[Kind::Late]),
                broken("reclassified", &Kind::OF_RECLASSIFIED),
            ]
        })
        .collect();
    tables.push(("lateness".to_owned(), lateness(tally, shown)));
    tables.push(("wrong_class".to_owned(), confusion(tally, shown, settings)));
    tables
}

/// One dimension by some kinds. A kind whose total is left out elsewhere has no column here, and is in no total.
fn broken_down(tally: &Tally, shown: &Shown, dimension: Dimension, kinds: &[Kind]) -> Vec<Vec<String>> {
    let kinds: Vec<Kind> = kinds.iter().copied().filter(|kind| !shown.hides(*kind)).collect();
    let mut header = vec![dimension.name().to_owned()];
    header.extend(kinds.iter().map(|kind| kind.words().to_owned()));
    if kinds.is_empty() {
        return vec![
            header,
            vec!["left out: too few to be told apart without pointing at a person".to_owned()],
        ];
    }
    // What is left out is in no total, so a total is never that of everything.
    header.push("total of these".to_owned());
    let rows = tally.by(dimension);
    let of = |counts: &[u64], kind: Kind| counts.get(kind as usize).copied().unwrap_or_default();
    let cells: Vec<Vec<u64>> =
        rows.iter().map(|(_, counts)| kinds.iter().map(|kind| of(counts, *kind)).collect()).collect();
    let names: Vec<&str> = rows.iter().map(|(name, _)| *name).collect();
    suppressed(&header, &names, &cells, shown.threshold)
}

/// A table with its totals. A column total is the same in other tables, so if one had to be left out the whole table is.
fn suppressed(header: &[String], names: &[&str], cells: &[Vec<u64>], threshold: u64) -> Vec<Vec<String>> {
    let left_out = |why: &str| vec![header.to_vec(), vec![format!("left out: {why}")]];
    if names.len() > MOST {
        return left_out(&format!("{} values are more than {MOST}", names.len()));
    }
    let Ok(out) = suppress(cells, threshold) else { return left_out("a count is too large") };
    if out.grand_total || out.column_totals.iter().any(|total| *total) {
        return left_out("too few to be told apart without pointing at a person");
    }
    let word = |count: u64, hidden: bool| if hidden { "suppressed".to_owned() } else { count.to_string() };
    let mut table = vec![header.to_vec()];
    let mut totals = vec![0; cells.first().map_or(0, Vec::len)];
    for (((name, row), hidden), total_hidden) in names.iter().zip(cells).zip(&out.cells).zip(&out.row_totals)
    {
        let mut line = vec![(*name).to_owned()];
        line.extend(row.iter().zip(hidden).map(|(count, hidden)| word(*count, *hidden)));
        line.push(word(row.iter().sum(), *total_hidden));
        table.push(line);
        for (total, count) in totals.iter_mut().zip(row) {
            *total += count;
        }
    }
    let mut last = vec!["total".to_owned()];
    last.extend(totals.iter().map(u64::to_string));
    last.push(totals.iter().sum::<u64>().to_string());
    table.push(last);
    table
}

fn lateness(tally: &Tally, shown: &Shown) -> Vec<Vec<String>> {
    let header = vec!["late by".to_owned(), Kind::Late.words().to_owned(), "total".to_owned()];
    if shown.hides(Kind::Late) {
        return vec![header, vec!["left out: too few are late".to_owned()]];
    }
    let names: Vec<&str> = LATENESS.iter().map(|(_, words)| *words).collect();
    let cells: Vec<Vec<u64>> = tally.lateness.iter().map(|count| vec![*count]).collect();
    suppressed(&header, &names, &cells, shown.threshold)
}

/// Classes due by classes recorded, of those that differ, with the groups of both. A group pair is hidden first, then the classes within it,
/// so that neither can be worked out from the other.
fn confusion(tally: &Tally, shown: &Shown, settings: &Settings) -> Vec<Vec<String>> {
    let header = ["due group", "recorded group", "due", "recorded", "crimes"].map(str::to_owned).to_vec();
    if shown.hides(Kind::WrongClass) {
        return vec![header, vec!["left out: too few are of a wrong class".to_owned()]];
    }
    let group = |class: &str| settings.classes.group(class).unwrap_or("not in the list of offences");
    let mut groups: BTreeMap<(&str, &str), ClassPairs<'_>> = BTreeMap::new();
    for ((due, recorded), count) in &tally.confusion {
        let classes = groups.entry((group(due), group(recorded))).or_default();
        *classes.entry((due, recorded)).or_default() += count;
    }
    let counts: Vec<u64> = groups.values().map(|classes| classes.values().sum()).collect();
    let word = |count: u64, hidden: bool| if hidden { "suppressed".to_owned() } else { count.to_string() };
    let Ok(list) = suppress_list(&counts, shown.threshold) else {
        return vec![header, vec!["left out: a count is too large".to_owned()]];
    };
    let mut table = vec![header];
    for (((pair, classes), whole), hidden) in groups.iter().zip(&counts).zip(&list.cells) {
        let line = |due: &str, recorded: &str, crimes: String| {
            vec![pair.0.to_owned(), pair.1.to_owned(), due.to_owned(), recorded.to_owned(), crimes]
        };
        table.push(line("all", "all", word(*whole, *hidden)));
        let within: Vec<u64> = classes.values().copied().collect();
        let inner = suppress_list(&within, shown.threshold);
        for (at, ((due, recorded), count)) in classes.iter().enumerate() {
            let small = match &inner {
                Ok(inner) => inner.total || inner.cells.get(at).copied().unwrap_or(true),
                Err(_) => true,
            };
            table.push(line(due, recorded, word(*count, *hidden || small)));
        }
    }
    let total = word(counts.iter().sum(), list.total);
    table.push(vec!["all".to_owned(), "all".to_owned(), "all".to_owned(), "all".to_owned(), total]);
    table
}
