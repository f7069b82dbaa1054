//! The list that a unit works through: a record that does not stand or cannot be told, its own columns, and beside them what to do.

use std::{borrow::Cow, collections::BTreeSet};

use no_crime::{Answer, Judgement, Verdict};
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
    rows: Vec<Row>,
    bytes: usize,
}

/// The cells of a row, one behind the other.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Row {
    fn of(cells: &[Cow<'_, str>]) -> Self {
        let (mut text, mut ends) = (String::new(), Vec::with_capacity(cells.len()));
        text.reserve_exact(cells.iter().map(|cell| cell.len()).sum());
        for cell in cells {
            text.push_str(cell);
            ends.push(text.len());
        }
        Self { text, ends }
    }

    /// The cells in the order of the headers.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        let begins = [0].into_iter().chain(self.ends.iter().copied());
        begins.zip(&self.ends).map(|(from, to)| self.text.get(from..*to).unwrap_or_default())
    }
}

impl WorkList {
    pub fn add(&mut self, cells: &[Cow<'_, str>]) {
        self.records += 1;
        if self.has_room(cells.iter().map(|cell| cell.len())) {
            self.rows.push(Row::of(cells));
        }
    }

    pub fn merge(&mut self, other: Self) {
        self.records += other.records;
        for row in other.rows {
            if self.has_room([row.text.len()]) {
                self.rows.push(row);
            }
        }
    }

    /// Whether so much text more is held; from then on it is counted.
    fn has_room(&mut self, lengths: impl IntoIterator<Item = usize>) -> bool {
        let bytes = self.bytes + lengths.into_iter().sum::<usize>();
        let has = self.rows.len() < MOST && bytes <= MOST_BYTES;
        if has {
            self.bytes = bytes;
        }
        has
    }

    /// All rows, if they are few enough for a workbook.
    pub fn whole(&self) -> Option<&[Row]> {
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
pub fn cells<'a>(judgement: &Judgement<'_>, columns: &[usize], row: &'a Record) -> Vec<Cow<'a, str>> {
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
        let mover = mover.words();
        if !movers.contains(&mover) {
            movers.push(mover);
        }
        rules.push(step.rule.id.0);
        citations.push(step.rule.basis.to_string());
    }
    let own = columns.iter().map(|column| Cow::Borrowed(row.get(*column)));
    let verdict = |verdict: Verdict| Cow::Borrowed(verdict.into());
    let ours = [&wrong, &add].map(|lists| Cow::Owned(lists.join("; ")));
    own.chain([verdict(judgement.verdict), judgement.other_reading.map(verdict).unwrap_or_default()])
        .chain(ours)
        .chain([&movers, &rules].map(|lists| Cow::Owned(lists.join("; "))))
        .chain([Cow::Owned(citations.join("; "))])
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
        let long = || [Cow::Owned("x".repeat(MOST_BYTES / 2))];
        let mut list = WorkList::default();
        list.add(&long());
        list.add(&long());
        assert_eq!(list.whole().map(<[_]>::len), Some(2));
        list.add(&long());
        assert_eq!((list.records, list.whole(), list.bytes), (3, None, MOST_BYTES));
        let mut all = WorkList::default();
        all.merge(list);
        all.add(&[Cow::Borrowed("")]);
        assert_eq!((all.records, all.whole(), all.bytes), (4, None, MOST_BYTES));
    }
}
