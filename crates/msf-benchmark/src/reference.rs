//! A table against a reference: which values stand beside the wrong name, and which are off.

use std::ops::RangeInclusive;

use rulebook::Place;
use rust_decimal::Decimal;

use crate::Slip;

/// How many values in a row must fit the names a fixed number of rows away before they are called shifted. Two could be
/// chance: among 43 forces nearly every population is within 5% of another.
pub const FEWEST_SHIFTED: usize = 4;

/// One value of the table, in its order, and what the reference has under the same name.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// The name as the table writes it.
    pub name: String,
    /// What the table says.
    pub printed: Decimal,
    /// What the reference says of that name; none if it does not have it.
    pub reference: Option<Decimal>,
    /// The cell of the table.
    pub place: Place,
}

/// How far a value may be from the reference and still agree with it: a share of the reference, 0.05 for 5%.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tolerance(Decimal);

/// Values that stand beside the wrong names, all by the same number of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// The rows, counted from 0.
    pub rows: RangeInclusive<usize>,
    /// Each value is that of the name so many rows further down; below nought, further up.
    pub by: i64,
}

/// A value that is off by more than the tolerance and not shifted.
#[derive(Debug, Clone, PartialEq)]
pub struct Off {
    /// The row, counted from 0.
    pub row: usize,
    /// Printed less reference, as a share of the reference.
    pub share: Decimal,
    /// The slip of a single stroke that makes the printed number of that of the reference, if one does.
    pub slip: Option<Slip>,
}

/// How a table stands to its reference.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Compared {
    /// The rows that agree within the tolerance, counted from 0.
    pub agree: Vec<usize>,
    /// The blocks of shifted values.
    pub shifted: Vec<Shift>,
    /// The values that are off.
    pub off: Vec<Off>,
    /// The rows of which the reference has no number to hold them against: the name is missing there, or the number is nought.
    pub not_compared: Vec<usize>,
}

impl Tolerance {
    /// The values must be equal.
    pub const NONE: Self = Self(Decimal::ZERO);

    /// A share of the reference, from 0 to below 1; none for any other.
    #[must_use]
    pub fn new(share: Decimal) -> Option<Self> {
        (Decimal::ZERO <= share && share < Decimal::ONE).then_some(Self(share))
    }

    /// As a percentage.
    #[must_use]
    pub fn percent(self) -> Decimal {
        (self.0 * Decimal::ONE_HUNDRED).normalize()
    }
}

/// Holds each value against the reference of its own name and, where several in a row disagree, against those of the names
/// above and below. The longest block is told first where two would share a row.
///
/// ```
/// use msf_benchmark::{Beside, Tolerance, against_reference};
/// let row = |name: &str, printed: i64, reference: i64| Beside {
///     name: name.to_owned(),
///     printed: printed.into(),
///     reference: Some(reference.into()),
///     place: rulebook::Place::file("t.csv"),
/// };
/// // From `b` on each value belongs to the next name; `f` is left with what was `b`'s.
/// let table = [
///     row("a", 10, 10), row("b", 30, 20), row("c", 40, 30), row("d", 50, 40), row("e", 60, 50), row("f", 21, 60),
/// ];
/// let found = against_reference(&table, Tolerance::NONE);
/// assert_eq!((found.shifted[0].rows.clone(), found.shifted[0].by), (1..=4, 1));
/// assert_eq!(found.off[0].row, 5);
/// ```
#[must_use]
pub fn against_reference(table: &[Beside], tolerance: Tolerance) -> Compared {
    let mut compared = Compared::default();
    let mut open = Vec::new();
    for (at, row) in table.iter().enumerate() {
        match row.reference {
            Some(reference) if reference != Decimal::ZERO => {
                if fits(row.printed, reference, tolerance) {
                    compared.agree.push(at);
                } else {
                    open.push(at);
                }
            }
            Some(_) | None => compared.not_compared.push(at),
        }
    }
    compared.shifted = shifts(table, &open, tolerance);
    let shifted = |at: &usize| compared.shifted.iter().any(|shift| shift.rows.contains(at));
    compared.off = open.iter().filter(|at| !shifted(at)).filter_map(|at| off(*at, table.get(*at)?)).collect();
    compared
}

fn fits(printed: Decimal, reference: Decimal, tolerance: Tolerance) -> bool {
    let allowed = reference.abs().checked_mul(tolerance.0);
    printed.checked_sub(reference).zip(allowed).is_some_and(|(gap, allowed)| gap.abs() <= allowed)
}

/// The blocks of rows that disagree with their own names and agree with those a fixed number of rows away.
fn shifts(table: &[Beside], open: &[usize], tolerance: Tolerance) -> Vec<Shift> {
    let mut found = Vec::new();
    let farthest = table.len().saturating_sub(FEWEST_SHIFTED).min(FARTHEST);
    for distance in 1..=farthest {
        for forward in [true, false] {
            let mut run: Option<RangeInclusive<usize>> = None;
            for at in open {
                let there = if forward { at.checked_add(distance) } else { at.checked_sub(distance) };
                let fit = there
                    .and_then(|there| table.get(there)?.reference)
                    .zip(table.get(*at))
                    .is_some_and(|(reference, row)| {
                        reference != Decimal::ZERO && fits(row.printed, reference, tolerance)
                    });
                run = match run {
                    Some(run) if fit && run.end() + 1 == *at => Some(*run.start()..=*at),
                    other => {
                        found.extend(other.map(|rows| (rows, distance, forward)));
                        fit.then_some(*at..=*at)
                    }
                };
            }
            found.extend(run.map(|rows| (rows, distance, forward)));
        }
    }
    found.retain(|(rows, ..)| rows.clone().count() >= FEWEST_SHIFTED);
    // The longest first; of two as long, the nearer.
    found.sort_by_key(|(rows, distance, _)| (std::cmp::Reverse(rows.end() - rows.start()), *distance));
    let mut kept: Vec<Shift> = Vec::new();
    for (rows, distance, forward) in found {
        let apart = |shift: &Shift| rows.end() < shift.rows.start() || shift.rows.end() < rows.start();
        if kept.iter().all(apart)
            && let Ok(distance) = i64::try_from(distance)
        {
            kept.push(Shift { rows, by: if forward { distance } else { -distance } });
        }
    }
    kept.sort_by_key(|shift| *shift.rows.start());
    kept
}

/// How many rows away a shift is looked for. A line lost or gained moves a table by one; sorted by another list, by a few.
const FARTHEST: usize = 100;

fn off(at: usize, row: &Beside) -> Option<Off> {
    let reference = row.reference?;
    let share = row.printed.checked_sub(reference)?.checked_div(reference)?;
    let whole = |number: Decimal| u64::try_from(number).ok().filter(|n| Decimal::from(*n) == number);
    let slip = whole(row.printed)
        .zip(whole(reference))
        .and_then(|(printed, meant)| Slip::between(printed, meant))
        .filter(|slip| slip.is_single());
    Some(Off { row: at, share, slip })
}

#[cfg(test)]
mod tests;
