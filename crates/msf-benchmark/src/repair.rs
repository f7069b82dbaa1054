//! Every single cell whose change would make a row agree with itself, and which of these changes is the likeliest.

use std::{cmp::Reverse, fmt};

use rulebook::{Known, Method, Place};
use rust_decimal::Decimal;
use statistics::PrintedShare;

use crate::{ForceCounts, Slip};

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
    let ForceCounts { initially_recorded, no_crimes, recorded, .. } = *counts;
    let candidates = [
        (Cell::Recorded, recorded, initially_recorded.checked_sub(no_crimes)),
        (Cell::InitiallyRecorded, initially_recorded, recorded.checked_add(no_crimes)),
        (Cell::NoCrimes, no_crimes, initially_recorded.checked_sub(recorded)),
    ];
    let mut found: Vec<Repair> = candidates
        .into_iter()
        .filter_map(|(cell, printed, repaired)| {
            let repaired = repaired?;
            // Where the row agrees already every candidate is what is printed, and there is no slip.
            let slip = Slip::between(printed, repaired)?;
            let (part, whole) = match cell {
                Cell::Recorded => (no_crimes, initially_recorded),
                Cell::InitiallyRecorded => (no_crimes, repaired),
                Cell::NoCrimes => (repaired, initially_recorded),
            };
            let percent = percent_fit(part, whole, counts.printed_percent);
            Some(Repair { cell, printed, repaired, slip, percent })
        })
        .collect();
    found.sort_by_key(|repair| Reverse(likelihood(repair)));
    found
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

fn percent_fit(part: u64, whole: u64, printed: Known<Decimal>) -> PercentFit {
    let Known::Is(printed) = printed else { return PercentFit::CannotTell };
    let share = PrintedShare {
        record: String::new(),
        place: Place::file(""),
        counts: Vec::new(),
        part,
        whole,
        printed,
    };
    let fits = Method::ALL.into_iter().any(|method| share.by(method) == Some(printed));
    if fits { PercentFit::Fits } else { PercentFit::Contradicts }
}
