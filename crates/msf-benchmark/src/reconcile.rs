//! Which counts of a row to use, after the row was held against itself.

use crate::{Cell, ForceCounts, Repair, leading, repairs};

/// How a row stands to its own arithmetic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reconciled {
    /// Initially recorded less no crimes is recorded.
    Holds,
    /// It is not, and one repair is likelier than all others.
    Repaired {
        /// That repair.
        by: Repair,
        /// What arithmetic alone would allow as well.
        others: Vec<Repair>,
    },
    /// It is not, and no repair is likelier than all others.
    Undecided {
        /// Those between which nothing decides. Empty where no change of one cell mends the row.
        leading: Vec<Repair>,
        /// What arithmetic alone would allow as well.
        others: Vec<Repair>,
    },
}

/// The counts to use; none where it is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InUse {
    /// Crimes recorded before any was struck out.
    pub initially_recorded: Option<u64>,
    /// Crimes struck out as "no crime".
    pub no_crimes: Option<u64>,
    /// Crimes that remain.
    pub recorded: Option<u64>,
}

impl Reconciled {
    /// Holds the row against its own arithmetic.
    #[must_use]
    pub fn of(counts: &ForceCounts) -> Self {
        if counts.initially_recorded.checked_sub(counts.no_crimes) == Some(counts.recorded) {
            return Self::Holds;
        }
        let all = repairs(counts);
        let leading = leading(&all);
        let others = all.get(leading.len()..).unwrap_or_default().to_vec();
        match leading {
            // A repair that the printed percentage contradicts is no mending, even if it is the only one.
            [one] if one.percent != crate::PercentFit::Contradicts => Self::Repaired { by: *one, others },
            several => Self::Undecided { leading: several.to_vec(), others },
        }
    }

    /// The counts to use of the row: a repaired one instead of the printed one, and none for a cell in which the fault
    /// may lie.
    #[must_use]
    pub fn in_use(&self, counts: &ForceCounts) -> InUse {
        let mut in_use = InUse {
            initially_recorded: Some(counts.initially_recorded),
            no_crimes: Some(counts.no_crimes),
            recorded: Some(counts.recorded),
        };
        let mut put = |cell, count| match cell {
            Cell::Recorded => in_use.recorded = count,
            Cell::InitiallyRecorded => in_use.initially_recorded = count,
            Cell::NoCrimes => in_use.no_crimes = count,
        };
        match self {
            Self::Holds => {}
            Self::Repaired { by, .. } => put(by.cell, Some(by.repaired)),
            // Then the fault may lie anywhere.
            Self::Undecided { leading, .. } if leading.is_empty() => {
                for cell in [Cell::Recorded, Cell::InitiallyRecorded, Cell::NoCrimes] {
                    put(cell, None);
                }
            }
            Self::Undecided { leading, .. } => leading.iter().for_each(|repair| put(repair.cell, None)),
        }
        in_use
    }
}
