//! Every single cell whose change would make an identity hold, and which of these changes is the likeliest.

use std::cmp::Reverse;

use rulebook::Method;
use rust_decimal::Decimal;

use super::{CellAt, Equation, Grid, Sign, Standing, Terms, share};
use crate::Slip;

/// One change of one cell after which an identity holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellRepair {
    /// The cell.
    pub cell: CellAt,
    /// What is printed in it.
    pub printed: Decimal,
    /// What would have to stand in it.
    pub repaired: Decimal,
    /// The slip that this would have been; none where one of the two is below nought.
    pub slip: Option<Slip>,
    /// How many of the neighbouring identities hold with it. Neighbours share a cell with the broken one.
    pub agree: usize,
    /// How many of them do not.
    pub contradict: usize,
}

/// All changes of one cell after which `broken` holds: the likeliest first. None if it holds already, or if a cell holds
/// no number. Where no printed number of a column is below nought, no repair is.
///
/// First come those that fewest neighbouring identities contradict, then those with which most of them agree, then slips of a single
/// stroke. Repairs that are equal in these stand in the order of the identity; that order means nothing. Of a broken
/// percentage only the percentage itself is repaired: a whole range of parts and wholes would do.
#[must_use]
pub fn cell_repairs(grid: &Grid, equations: &[Equation], broken: &Equation) -> Vec<CellRepair> {
    if broken.standing(grid) != Standing::Broken {
        return Vec::new();
    }
    let cells = broken.cells();
    let neighbours: Vec<&Equation> = equations
        .iter()
        .filter(|other| *other != broken && other.cells().iter().any(|cell| cells.contains(cell)))
        .collect();
    let repair = |(cell, repaired): (CellAt, Decimal)| {
        let printed = grid.number(cell)?;
        let below = |number: Decimal| number < Decimal::ZERO;
        if below(repaired) && !column(grid, cell).any(below) {
            return None;
        }
        let with = grid.with(cell, repaired);
        let standings = || neighbours.iter().map(|other| other.standing(&with));
        Some(CellRepair {
            cell,
            printed,
            repaired,
            slip: slip(printed, repaired),
            agree: standings().filter(|standing| *standing == Standing::Holds).count(),
            contradict: standings().filter(|standing| *standing == Standing::Broken).count(),
        })
    };
    let mut found: Vec<CellRepair> = candidates(grid, broken).into_iter().filter_map(repair).collect();
    found.sort_by_key(likelihood);
    found
}

/// The repairs between which nothing decides: those at the head of the list that are equally likely. Where a neighbouring
/// identity contradicts the first, something else is wrong as well, and all stand equal.
#[must_use]
pub fn leading_repairs(repairs: &[CellRepair]) -> &[CellRepair] {
    let Some(first) = repairs.first() else { return repairs };
    if first.contradict > 0 {
        return repairs;
    }
    let equal = repairs.iter().take_while(|repair| likelihood(repair) == likelihood(first)).count();
    repairs.get(..equal).unwrap_or(repairs)
}

fn likelihood(repair: &CellRepair) -> (usize, Reverse<usize>, Reverse<bool>) {
    (repair.contradict, Reverse(repair.agree), Reverse(repair.slip.is_some_and(Slip::is_single)))
}

/// Each cell with the number that makes the equation hold exactly.
fn candidates(grid: &Grid, broken: &Equation) -> Vec<(CellAt, Decimal)> {
    match &broken.terms {
        Terms::Sum { result, others, .. } => {
            let Some(gap) = broken.gap(grid) else { return Vec::new() };
            let result = std::iter::once((*result, Sign::Minus));
            let mend = |(cell, sign): (CellAt, Sign)| {
                let number = grid.number(cell)?;
                let mended = match sign {
                    Sign::Plus => number.checked_add(gap),
                    Sign::Minus => number.checked_sub(gap),
                };
                Some((cell, mended?))
            };
            result.chain(others.iter().copied()).filter_map(mend).collect()
        }
        Terms::Percentage { printed, part, whole, decimals } => {
            let Some(share) = share(grid, *part, *whole, grid.number(*printed), *decimals) else {
                return Vec::new();
            };
            let mut percents: Vec<Decimal> = Method::ALL.into_iter().filter_map(|by| share.by(by)).collect();
            percents.sort_unstable();
            percents.dedup();
            percents.into_iter().map(|percent| (*printed, percent)).collect()
        }
    }
}

fn column(grid: &Grid, at: CellAt) -> impl Iterator<Item = Decimal> {
    grid.rows.iter().filter_map(move |row| *row.cells.get(at.column)?)
}

/// The slip between two numbers that are printed with the same decimals.
fn slip(printed: Decimal, meant: Decimal) -> Option<Slip> {
    let scale = printed.normalize().scale().max(meant.normalize().scale());
    let digits = |mut number: Decimal| {
        number.rescale(scale);
        (number.scale() == scale).then(|| u64::try_from(number.mantissa()).ok()).flatten()
    };
    Slip::between(digits(printed)?, digits(meant)?)
}
