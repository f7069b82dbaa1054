//! Every single cell whose change would make a row agree with itself, and which of these changes is the likeliest.

use std::fmt;

use rulebook::{Known, Place};
use rust_decimal::Decimal;

use crate::{CellRepair, Declaration, ForceCounts, Grid, GridRow, Identity, Slip, cell_repairs, equations};

/// One of the three counts of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell {
    /// Crimes that remain.
    Recorded,
    /// Crimes recorded before any was struck out.
    InitiallyRecorded,
    /// Crimes struck out as "no crime".
    NoCrimes,
}

impl Cell {
    /// The column it stands in.
    #[must_use]
    pub const fn column(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::InitiallyRecorded => "initially_recorded",
            Self::NoCrimes => "no_crimes",
        }
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Recorded => "recorded",
            Self::InitiallyRecorded => "initially recorded",
            Self::NoCrimes => "no crimes",
        })
    }
}

/// Whether a repaired row agrees with the percentage that is printed beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PercentFit {
    /// No rounding convention gives it.
    Contradicts,
    /// None is printed, so it cannot tell.
    CannotTell,
    /// At least one rounding convention gives it.
    Fits,
}

/// One change of one cell that makes the row agree with itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repair {
    /// The cell.
    pub cell: Cell,
    /// What is printed in it.
    pub printed: u64,
    /// What would have to stand in it.
    pub repaired: u64,
    /// The slip that this would have been.
    pub slip: Slip,
    /// Whether the printed percentage agrees.
    pub percent: PercentFit,
}

/// All changes of one cell after which initially recorded less no crimes is recorded: the likeliest first. None if it is
/// so already. No count becomes negative.
///
/// First come those that fit the printed percentage, then slips of a single stroke. In each of these, recorded stands
/// before initially recorded and no crimes; that order means nothing.
#[must_use]
pub fn repairs(counts: &ForceCounts) -> Vec<Repair> {
    let grid = grid(counts);
    let Ok(equations) = equations(&grid, &declaration(counts)) else { return Vec::new() };
    let Some(difference) = equations.first() else { return Vec::new() };
    let found = cell_repairs(&grid, &equations, difference);
    found.iter().filter_map(|repair| of_table(repair, counts.printed_percent)).collect()
}

/// The row as a table of one row; its columns are those of [`COLUMNS`].
fn grid(counts: &ForceCounts) -> Grid {
    let ForceCounts { initially_recorded, no_crimes, recorded, .. } = *counts;
    let cells = [recorded, initially_recorded, no_crimes].map(|count| Some(Decimal::from(count)));
    let cells = cells.into_iter().chain([counts.printed_percent.value().copied()]).collect();
    let row = GridRow { name: counts.force.to_string(), place: Place::file(""), cells };
    let counts = COLUMNS.iter().map(|cell| cell.column().to_owned());
    Grid { columns: counts.chain(["printed_percent".to_owned()]).collect(), rows: vec![row] }
}

const COLUMNS: [Cell; 3] = [Cell::Recorded, Cell::InitiallyRecorded, Cell::NoCrimes];

/// What the table says of itself: a difference, and a percentage where one is printed.
fn declaration(counts: &ForceCounts) -> Declaration {
    let column = |cell: Cell| cell.column().to_owned();
    let difference = Identity::Difference {
        result: column(Cell::Recorded),
        from: column(Cell::InitiallyRecorded),
        less: column(Cell::NoCrimes),
        within: Decimal::ZERO,
    };
    let percentage = Identity::Percentage {
        printed: "printed_percent".to_owned(),
        part: column(Cell::NoCrimes),
        whole: column(Cell::InitiallyRecorded),
        decimals: None,
    };
    let percentage = counts.printed_percent.is_known().then_some(percentage);
    Declaration { identity: std::iter::once(difference).chain(percentage).collect() }
}

/// The same repair in the words of this table; none that is no count.
fn of_table(repair: &CellRepair, printed: Known<Decimal>) -> Option<Repair> {
    let count = |number: Decimal| u64::try_from(number).ok();
    let percent = match (printed, repair.contradict) {
        (Known::NotKnown | Known::NotSupplied, _) => PercentFit::CannotTell,
        (Known::Is(_), 0) => PercentFit::Fits,
        (Known::Is(_), _) => PercentFit::Contradicts,
    };
    Some(Repair {
        cell: *COLUMNS.get(repair.cell.column)?,
        printed: count(repair.printed)?,
        repaired: count(repair.repaired)?,
        slip: repair.slip?,
        percent,
    })
}

/// The repairs between which nothing decides: those at the head of the list that are equally likely. Where a percentage
/// is printed and none fits it, something else is wrong as well, and all stand equal.
#[must_use]
pub fn leading(repairs: &[Repair]) -> &[Repair] {
    let Some(first) = repairs.first() else { return repairs };
    if first.percent == PercentFit::Contradicts {
        return repairs;
    }
    let equal = repairs.iter().take_while(|repair| likelihood(repair) == likelihood(first)).count();
    repairs.get(..equal).unwrap_or(repairs)
}

const fn likelihood(repair: &Repair) -> (PercentFit, bool) {
    (repair.percent, repair.slip.is_single())
}
