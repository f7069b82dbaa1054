//! Primary and secondary suppression in a table of counts and its totals.

use std::collections::BTreeSet;

use crate::list::sum_hides;

/// Which numbers of a table are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppressed {
    /// For each cell, row by row, whether it is left out.
    pub cells: Vec<Vec<bool>>,
    /// For each row, whether its total is left out.
    pub row_totals: Vec<bool>,
    /// For each column, whether its total is left out.
    pub column_totals: Vec<bool>,
    /// Whether the total of the whole table is left out.
    pub grand_total: bool,
}

/// Why a table cannot be suppressed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SuppressionError {
    /// The rows are not of one length.
    #[error("row {row} has {cells} cells, the first row has {columns}")]
    Ragged {
        /// The row, counted from 1.
        row: usize,
        /// How many cells it has.
        cells: usize,
        /// How many it should have.
        columns: usize,
    },
    /// A total exceeds what a count can hold.
    #[error("a total of the table is too large")]
    TooLarge,
}

/// Leaves out every number above zero and below `threshold`, cell or total (primary suppression), and then, for each one
/// that could still be worked out, the cheapest set of others that hides it (secondary suppression): totals last, small
/// counts first.
///
/// What is promised:
///
/// * a number that is zero is never left out, so that a reader who knows as much learns no more than what follows;
/// * for each number left out there is a second table of whole numbers that agrees with everything shown, has no zero
///   where a number is left out, and differs in it;
/// * in each line (a row, a column, or the line of the totals) whose total is shown, the numbers left out come to
///   `threshold` or more together, and to more than one each.
///
/// That is all: what follows from several lines together may still narrow a number to a few values, or a sum of some to
/// less than `threshold`; and readers who know `threshold`, or one of the cells, are not considered.
///
/// # Errors
///
/// [`SuppressionError`] if the rows are not of one length, or a total is too large.
///
/// ```
/// // 3 is small; 9 in its row, 8 in its column and 20 across from it go with it.
/// let left_out = statistics::suppress(&[vec![3, 9], vec![8, 20]], 5)?;
/// assert_eq!(left_out.cells, [[true, true], [true, true]]);
/// assert!(!left_out.grand_total);
/// # Ok::<(), statistics::SuppressionError>(())
/// ```
pub fn suppress(cells: &[Vec<u64>], threshold: u64) -> Result<Suppressed, SuppressionError> {
    let mut table = Extended::new(cells)?;
    for entry in &mut table.entries {
        entry.out = 0 < entry.count && entry.count < threshold;
    }
    // Each turn leaves out at least one more number, so this ends.
    loop {
        let exposed = table.entries.iter().position(|e| e.out && !table.hidden(e));
        let more = match exposed {
            Some(exposed) => table.cheapest_cover(exposed),
            None => table.cheapest_of_a_small_line(threshold).into_iter().collect(),
        };
        if more.is_empty() {
            return Ok(table.suppressed());
        }
        for index in more {
            if let Some(entry) = table.entries.get_mut(index) {
                entry.out = true;
            }
        }
    }
}

/// One number of the table: a cell, or a total, which stands in the row or column after the last.
#[derive(Debug, Clone, Copy)]
struct Entry {
    row: usize,
    column: usize,
    count: u64,
    /// Whether it stands in the total row or the total column, but not in both: then it grows where its line sinks.
    opposite: bool,
    total: bool,
    out: bool,
}

impl Entry {
    const fn lies_in(&self, line: Junction) -> bool {
        match line {
            Junction::Row(row) => self.row == row,
            Junction::Column(column) => self.column == column,
        }
    }

    /// Whether a step along it is possible. Seen as a road between its row and its column, a step from the row to the
    /// column adds one to a cell (and to the grand total) and takes one from a row or column total. A number
    /// that is zero is always shown; one that is one cannot lose one, since a reader knows that what is left out is no zero.
    const fn passable(&self, from_row: bool) -> bool {
        self.count > 1 || (self.count == 1 && from_row != self.opposite)
    }
}

/// The table with its totals as a last row and a last column.
///
/// Changing one number forces changes elsewhere until every line adds up again. With rows and columns as junctions and
/// numbers as roads, such a set of changes is a round trip; so a number is hidden if, and only if, a round trip over
/// numbers that are left out leads along it.
struct Extended {
    rows: usize,
    columns: usize,
    entries: Vec<Entry>,
}

impl Extended {
    fn new(cells: &[Vec<u64>]) -> Result<Self, SuppressionError> {
        let (rows, columns) = (cells.len(), cells.first().map_or(0, Vec::len));
        let mut column_totals = vec![0_u64; columns];
        let mut entries = Vec::new();
        let mut grand_total = 0_u64;
        let entry = |row: usize, column: usize, count: u64| Entry {
            row,
            column,
            count,
            opposite: (row == rows) != (column == columns),
            total: row == rows || column == columns,
            out: false,
        };
        for (row, counts) in cells.iter().enumerate() {
            if counts.len() != columns {
                return Err(SuppressionError::Ragged { row: row + 1, cells: counts.len(), columns });
            }
            let mut row_total = 0_u64;
            for ((column, count), column_total) in counts.iter().enumerate().zip(&mut column_totals) {
                entries.push(entry(row, column, *count));
                row_total = row_total.checked_add(*count).ok_or(SuppressionError::TooLarge)?;
                *column_total = column_total.checked_add(*count).ok_or(SuppressionError::TooLarge)?;
            }
            entries.push(entry(row, columns, row_total));
            grand_total = grand_total.checked_add(row_total).ok_or(SuppressionError::TooLarge)?;
        }
        for (column, total) in column_totals.into_iter().enumerate() {
            entries.push(entry(rows, column, total));
        }
        entries.push(entry(rows, columns, grand_total));
        Ok(Self { rows, columns, entries })
    }

    /// Whether one more or one less of `entry` can be made up for by other numbers that are left out.
    fn hidden(&self, entry: &Entry) -> bool {
        [true, false].into_iter().any(|from_row| {
            entry.passable(from_row)
                && self.way_back(entry, from_row).is_some_and(|way| way.cost == Cost::default())
        })
    }

    /// The numbers to leave out as well so that the one at `exposed` is hidden.
    fn cheapest_cover(&self, exposed: usize) -> Vec<usize> {
        let Some(entry) = self.entries.get(exposed) else { return Vec::new() };
        let ways = [true, false].into_iter().filter(|from_row| entry.passable(*from_row));
        // There is always one: the cell, its two totals and the grand total can all grow by one.
        let way = ways.filter_map(|from_row| self.way_back(entry, from_row)).min_by_key(|way| way.cost);
        way.map(|way| way.over).unwrap_or_default()
    }

    /// The cheapest number to leave out as well of a line in which what is left out comes to too little; none if there is
    /// no such line. In a line whose total is left out nothing can be subtracted.
    fn cheapest_of_a_small_line(&self, threshold: u64) -> Option<usize> {
        let rows = (0..=self.rows).map(Junction::Row);
        let columns = (0..=self.columns).map(Junction::Column);
        rows.chain(columns).find_map(|line| {
            let entries = || self.entries.iter().enumerate().filter(move |(_, entry)| entry.lies_in(line));
            let total_of_line = |entry: &Entry| match line {
                Junction::Row(_) => entry.column == self.columns,
                Junction::Column(_) => entry.row == self.rows,
            };
            if entries().any(|(_, entry)| total_of_line(entry) && entry.out) {
                return None;
            }
            let left_out = || entries().filter(|(_, entry)| entry.out).map(|(_, entry)| entry.count);
            if sum_hides(left_out().sum(), left_out().count(), threshold) {
                return None;
            }
            let shown = entries().filter(|(_, entry)| !entry.out && entry.count > 0);
            let cheapest =
                shown.min_by_key(|(_, entry)| (total_of_line(entry), Cost::default().and(entry)))?;
            Some(cheapest.0)
        })
    }

    /// The cheapest way from the far end of `entry` back to its near end, not along itself. Numbers that are already
    /// left out cost nothing.
    fn way_back(&self, entry: &Entry, from_row: bool) -> Option<Way> {
        let (row, column) = (Junction::Row(entry.row), Junction::Column(entry.column));
        let (near, far) = if from_row { (row, column) } else { (column, row) };
        let mut open = BTreeSet::from([Way { cost: Cost::default(), at: far, over: Vec::new() }]);
        let mut closed = BTreeSet::new();
        while let Some(way) = open.pop_first() {
            if way.at == near {
                return Some(way);
            }
            if !closed.insert(way.at) {
                continue;
            }
            for (index, road) in self.entries.iter().enumerate() {
                let next = match way.at {
                    Junction::Row(row) if road.row == row && road.passable(true) => {
                        Junction::Column(road.column)
                    }
                    Junction::Column(column) if road.column == column && road.passable(false) => {
                        Junction::Row(road.row)
                    }
                    Junction::Row(_) | Junction::Column(_) => continue,
                };
                let itself = road.row == entry.row && road.column == entry.column;
                if itself || closed.contains(&next) {
                    continue;
                }
                let mut longer = Way { at: next, ..way.clone() };
                if !road.out {
                    longer.cost = longer.cost.and(road);
                    longer.over.push(index);
                }
                open.insert(longer);
            }
        }
        None
    }

    fn suppressed(&self) -> Suppressed {
        let mut left_out = Suppressed {
            cells: vec![Vec::new(); self.rows],
            row_totals: Vec::new(),
            column_totals: Vec::new(),
            grand_total: false,
        };
        for entry in &self.entries {
            match (left_out.cells.get_mut(entry.row), entry.column == self.columns) {
                (Some(row), false) => row.push(entry.out),
                (Some(_), true) => left_out.row_totals.push(entry.out),
                (None, false) => left_out.column_totals.push(entry.out),
                (None, true) => left_out.grand_total = entry.out,
            }
        }
        left_out
    }
}

/// A row or a column, seen as a place where roads meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Junction {
    Row(usize),
    Column(usize),
}

/// What leaving out more numbers costs, compared in this order: totals, then the counts, then how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    totals: usize,
    counts: u64,
    numbers: usize,
}

impl Cost {
    fn and(self, entry: &Entry) -> Self {
        Self {
            totals: self.totals + usize::from(entry.total),
            counts: self.counts.saturating_add(entry.count),
            numbers: self.numbers + 1,
        }
    }
}

/// A way over numbers, cheapest first when sorted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    cost: Cost,
    at: Junction,
    /// The numbers on it that are still shown.
    over: Vec<usize>,
}

#[cfg(test)]
mod tests;
