//! The list that a unit works through: a record that does not stand or cannot be told, its own columns, and beside them what to do.

use std::collections::BTreeSet;

use no_crime::{Answer, Judgement};
use table::extract::{Record, Shape};

/// The columns that stand beside the input's own.
pub const ADDED: [&str; 7] =
    ["verdict", "by_other_reading", "what_is_wrong", "what_to_add", "whose_move", "rules", "citations"];

/// More records than this are not held for a workbook: the list in CSV has them all.
const MOST: usize = 20_000;

/// Nor is more text, in bytes: a cell of an extract may be long.
const MOST_BYTES: usize = 64 << 20;

/// Rows of the list, as long as a workbook can hold them.
#[derive(Default)]
pub struct WorkList {
    /// How many records are on the list.
    pub records: u64,
    rows: Vec<Vec<String>>,
    bytes: usize,
}

impl WorkList {
    pub fn add(&mut self, cells: Vec<String>) {
        self.records += 1;
        self.hold(cells);
    }

    pub fn merge(&mut self, other: Self) {
        self.records += other.records;
        for cells in other.rows {
            self.hold(cells);
        }
    }

    fn hold(&mut self, cells: Vec<String>) {
        let bytes = self.bytes + cells.iter().map(String::len).sum::<usize>();
        if self.rows.len() < MOST && bytes <= MOST_BYTES {
            self.bytes = bytes;
            self.rows.push(cells);
        }
    }

    /// All rows, if they are few enough for a workbook.
    pub fn whole(&self) -> Option<&[Vec<String>]> {
        (self.rows.len() as u64 == self.records).then_some(&self.rows)
    }
}

/// The shape that reads every column of the input, those too that the check has no use for, and where they are read, in its order.
pub fn widened(shape: &Shape) -> (Shape, Vec<usize>) {
    let mut shape = shape.clone();
    let columns = shape.every();
    (shape, columns)
}

/// The headers: the input's own in its order, then ours. One of ours that the input has too, whatever its letters, gets a mark, and more
/// than one if need be.
pub fn headers(shape: &Shape) -> Vec<String> {
    let own = shape.names();
    let taken: BTreeSet<String> = own.iter().map(|name| name.to_lowercase()).collect();
    let ours = ADDED.iter().map(|name| {
        let mut name = (*name).to_owned();
        while taken.contains(&name) {
            name.insert_str(0, "checked_");
        }
        name
    });
    own.iter().cloned().chain(ours).collect()
}

/// The header as a row of CSV.
pub fn header(shape: &Shape) -> Vec<u8> {
    let mut row = Vec::new();
    append(&headers(shape), &mut row);
    row
}

/// A row of the list.
pub fn cells(judgement: &Judgement<'_>, columns: &[usize], row: &Record) -> Vec<String> {
    let (mut wrong, mut add, mut movers, mut rules, mut citations) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for step in &judgement.steps {
        let Some((mover, mend)) = step.mend() else { continue };
        wrong.push(match &step.answer {
            Answer::CannotBeTold { missing, .. } => {
                let names: Vec<&str> = missing.iter().map(|field| field.name()).collect();
                format!("{}: not known: {}", step.rule.title, names.join(", "))
            }
            Answer::ReadingsDiffer { safe, other } => {
                format!("{} (by another reading, {other})", safe.sentence)
            }
            Answer::NotAsked
            | Answer::Met { .. }
            | Answer::Broken(_)
            | Answer::Signal(_)
            | Answer::NotHeld(_) => {
                step.objection().map(|objection| objection.sentence.to_string()).unwrap_or_default()
            }
        });
        add.push(mend);
        let mover = mover.words().to_owned();
        if !movers.contains(&mover) {
            movers.push(mover);
        }
        rules.push(step.rule.id.to_string());
        citations.push(step.rule.basis.to_string());
    }
    let own = columns.iter().map(|column| row.get(*column).to_owned());
    let other = judgement.other_reading.map(|verdict| verdict.to_string()).unwrap_or_default();
    own.chain([
        judgement.verdict.to_string(),
        other,
        wrong.join("; "),
        add.join("; "),
        movers.join("; "),
        rules.join("; "),
        citations.join("; "),
    ])
    .collect()
}

/// A row of `verdicts.csv`: the rules are those that are broken or cannot be told.
pub fn verdict_row(judgement: &Judgement<'_>, line: u64, out: &mut Vec<u8>) {
    let rules: Vec<&str> = judgement
        .steps
        .iter()
        .filter(|step| step.mend().is_some() || matches!(step.answer, Answer::NotHeld(_)))
        .map(|step| step.rule.id.0)
        .collect();
    let verdict: &str = judgement.verdict.into();
    let other: &str = judgement.other_reading.map_or("", Into::into);
    let ground = judgement.removal.ground.value().map_or("", |ground| ground.code());
    let line = line.to_string();
    let rules = rules.join("; ");
    append(&[&judgement.removal.record, verdict, other, ground, &rules, &line], out);
}

/// Appends a row of CSV. What a spreadsheet would take for a formula is neutralised.
pub fn append(cells: &[impl AsRef<str>], out: &mut Vec<u8>) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        table::findings::append_cell(cell.as_ref(), out);
    }
    out.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_held_than_a_workbook_takes() {
        let long = || vec!["x".repeat(MOST_BYTES / 2)];
        let mut list = WorkList::default();
        list.add(long());
        list.add(long());
        assert_eq!(list.whole().map(<[_]>::len), Some(2));
        list.add(long());
        assert_eq!((list.records, list.whole(), list.bytes), (3, None, MOST_BYTES));
        let mut all = WorkList::default();
        all.merge(list);
        all.add(vec![String::new()]);
        assert_eq!((all.records, all.whole(), all.bytes), (4, None, MOST_BYTES));
    }
}
