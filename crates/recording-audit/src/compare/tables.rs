//! The break-downs of a comparison as tables that may leave the force.

use statistics::suppress;

use crate::compare::{
    confusion::confusion,
    figures::Shown,
    kind::Kind,
    lateness,
    settings::Settings,
    tally::{Dimension, Tally},
};

/// What stands for a count that is left out.
pub(crate) const SUPPRESSED: &str = "suppressed";

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
    tables.push(("wrong_class".to_owned(), wrong_class(tally, shown, settings)));
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
    // What is left out is in no total, so a total is never that of everything. Of one column it would be the same again.
    if kinds.len() > 1 {
        header.push("total of these".to_owned());
    }
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
    let word = |count: u64, hidden: &bool| word((!hidden).then_some(count));
    let mut table = vec![header.to_vec()];
    // After the name the counts, and behind them their total, if there are several.
    let across = header.len() > 2;
    let mut totals = vec![0; header.len().saturating_sub(1 + usize::from(across))];
    for (((name, row), hidden), total_hidden) in names.iter().zip(cells).zip(&out.cells).zip(&out.row_totals)
    {
        let mut line = vec![(*name).to_owned()];
        line.extend(row.iter().zip(hidden).map(|(count, hidden)| word(*count, hidden)));
        line.extend(across.then(|| word(row.iter().sum(), total_hidden)));
        table.push(line);
        for (total, count) in totals.iter_mut().zip(row) {
            *total += count;
        }
    }
    let mut last = vec!["total".to_owned()];
    last.extend(totals.iter().map(u64::to_string));
    last.extend(across.then(|| totals.iter().sum::<u64>().to_string()));
    table.push(last);
    table
}

fn lateness(tally: &Tally, shown: &Shown) -> Vec<Vec<String>> {
    let header = ["late by", Kind::Late.words()].map(str::to_owned).to_vec();
    let Some(bands) = lateness::bands(tally, shown) else {
        return vec![header, vec!["left out: too few are late".to_owned()]];
    };
    let mut table = vec![header];
    table.extend(bands.into_iter().map(|(band, count)| vec![band.to_owned(), word(count)]));
    table.push(vec!["total".to_owned(), tally.total(Kind::Late).to_string()]);
    table
}

/// Classes due by classes recorded, of those that differ, with the groups of both.
fn wrong_class(tally: &Tally, shown: &Shown, settings: &Settings) -> Vec<Vec<String>> {
    let header = ["due group", "recorded group", "due", "recorded", "crimes"].map(str::to_owned).to_vec();
    let confusion = confusion(tally, shown, settings);
    let mut table = vec![header];
    if let Some(why) = confusion.left_out {
        table.push(vec![format!("left out: {why}")]);
        return table;
    }
    let line = |[due_group, recorded_group, due, recorded]: [&str; 4], crimes: Option<u64>| {
        let mut line = [due_group, recorded_group, due, recorded].map(str::to_owned).to_vec();
        line.push(word(crimes));
        line
    };
    for pair in &confusion.pairs {
        table.push(line([&pair.due, &pair.recorded, "all", "all"], pair.crimes));
        for classes in &pair.classes {
            table.push(line([&pair.due, &pair.recorded, &classes.due, &classes.recorded], classes.crimes));
        }
    }
    table.push(line(["all"; 4], Some(tally.total(Kind::WrongClass))));
    table
}

/// A count, or the word for one that is left out.
fn word(count: Option<u64>) -> String {
    count.map_or_else(|| SUPPRESSED.to_owned(), |count| count.to_string())
}
