//! What a table says of itself: sums, differences and percentages that are declared, and whether they hold.

use rulebook::{Method, Place};
use rust_decimal::Decimal;
use serde::Deserialize;
use statistics::PrintedShare;

mod grid;
mod repairs;

pub use {
    grid::{CellAt, Grid, GridRow},
    repairs::{CellRepair, cell_repairs, leading_repairs},
};

/// What is declared of a table, as TOML.
///
/// ```
/// use msf_benchmark::{DECLARATION, Declaration};
/// use table::Source;
/// let declared: Declaration = table::settings(Source::new("declaration.toml", DECLARATION.as_bytes()))?;
/// assert_eq!(declared.identity.len(), 4);
/// # Ok::<(), table::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// The identities, in the order in which they are asked.
    pub identity: Vec<Identity>,
}

/// A declaration to copy, with one identity of each kind.
pub const DECLARATION: &str = r#"# What the columns of a table say of each other. Numbers are written as text.

[[identity]]
kind = "difference"
result = "recorded"
from = "initially_recorded"
less = "no_crimes"

[[identity]]
kind = "percentage"
printed = "printed_percent"
part = "no_crimes"
whole = "initially_recorded"

[[identity]]
kind = "sum"
total = "all"
parts = ["first", "second"]
# Parts that were rounded may miss the total by a little; without this line by nothing.
within = "2"

[[identity]]
kind = "total-row"
row = "England and Wales"
columns = ["recorded"]
"#;

/// One sentence of arithmetic about a table.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Identity {
    /// In each row the total is the sum of its parts.
    Sum {
        /// The column of the total.
        total: String,
        /// The columns of the parts.
        parts: Vec<String>,
        /// How far it may miss: parts that were rounded.
        #[serde(default)]
        within: Decimal,
    },
    /// In each row the result is one column less another.
    Difference {
        /// The column of the result.
        result: String,
        /// The column from which is taken.
        from: String,
        /// The column that is taken from it.
        less: String,
        /// How far it may miss.
        #[serde(default)]
        within: Decimal,
    },
    /// In each row the percentage is the part by the whole, by some convention of rounding.
    Percentage {
        /// The column of the percentage, in percent.
        printed: String,
        /// The column of the part.
        part: String,
        /// The column of the whole.
        whole: String,
        /// How many decimals are printed; as many as the cell has if nobody says.
        #[serde(default)]
        decimals: Option<u32>,
    },
    /// In each of the columns the row is the sum of all other rows.
    TotalRow {
        /// The name of the row.
        row: String,
        /// The columns.
        columns: Vec<String>,
        /// How far it may miss.
        #[serde(default)]
        within: Decimal,
    },
}

/// Why a declaration cannot be held against a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeclarationError {
    /// It names a column that the table does not have.
    #[error("identity {number}: the table has no column `{column}`; its columns are: {columns}")]
    NoColumn {
        /// Which identity, counted from 1.
        number: usize,
        /// The column.
        column: String,
        /// Those that are there.
        columns: String,
    },
    /// It names a row that the table does not have.
    #[error("identity {number}: the table has no row `{row}`")]
    NoRow {
        /// Which identity, counted from 1.
        number: usize,
        /// The row.
        row: String,
    },
    /// It names a column twice.
    #[error("identity {number}: the column `{column}` is named twice; name each once")]
    Twice {
        /// Which identity, counted from 1.
        number: usize,
        /// The column.
        column: String,
    },
}

/// One identity of one row, or of one column where a row is the total.
#[derive(Debug, Clone, PartialEq)]
pub struct Equation {
    /// Which identity of the declaration, counted from 0.
    pub identity: usize,
    /// What must be so.
    pub terms: Terms,
}

/// What must be so of some cells.
#[derive(Debug, Clone, PartialEq)]
pub enum Terms {
    /// The first cell is the sum of all others, each added or taken away.
    Sum {
        /// The result.
        result: CellAt,
        /// The others.
        others: Vec<(CellAt, Sign)>,
        /// How far it may miss.
        within: Decimal,
    },
    /// A percentage is a part by a whole.
    Percentage {
        /// The percentage.
        printed: CellAt,
        /// The part.
        part: CellAt,
        /// The whole.
        whole: CellAt,
        /// How many decimals are printed, if it is declared.
        decimals: Option<u32>,
    },
}

/// Whether a cell is added or taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// It is added.
    Plus,
    /// It is taken away.
    Minus,
}

/// How an equation stands to the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It holds.
    Holds,
    /// It does not.
    Broken,
    /// A cell holds no number, or none that can be used: nobody can tell.
    CannotTell,
}

/// The equations of a table: each identity for each row, in the order of the declaration.
///
/// # Errors
///
/// [`DeclarationError`] for a name that the table does not have.
pub fn equations(grid: &Grid, declaration: &Declaration) -> Result<Vec<Equation>, DeclarationError> {
    let mut found = Vec::new();
    for (identity, declared) in declaration.identity.iter().enumerate() {
        let columns = declared.columns();
        let mut at = Vec::with_capacity(columns.len());
        for column in columns {
            let number = identity + 1;
            let place = grid.columns.iter().position(|name| name == column);
            let place = place.ok_or_else(|| DeclarationError::NoColumn {
                number,
                column: column.to_owned(),
                columns: grid.columns.join(", "),
            })?;
            if at.contains(&place) {
                return Err(DeclarationError::Twice { number, column: column.to_owned() });
            }
            at.push(place);
        }
        let terms: Vec<Terms> = match declared {
            Identity::TotalRow { row, within, .. } => {
                let total = grid.rows.iter().position(|one| one.name == *row);
                let total = total
                    .ok_or_else(|| DeclarationError::NoRow { number: identity + 1, row: row.clone() })?;
                at.iter().map(|column| down(grid, total, *column, *within)).collect()
            }
            Identity::Sum { within, .. } => across(grid, &at, &[], *within),
            Identity::Difference { within, .. } => across(grid, &at, &[2], *within),
            Identity::Percentage { decimals, .. } => percentages(grid, &at, *decimals),
        };
        found.extend(terms.into_iter().map(|terms| Equation { identity, terms }));
    }
    Ok(found)
}

impl Declaration {
    /// The columns that its identities name, each once.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        let mut found = Vec::new();
        for column in self.identity.iter().flat_map(Identity::columns) {
            if !found.contains(&column) {
                found.push(column);
            }
        }
        found
    }
}

impl Identity {
    /// The columns, the result first.
    fn columns(&self) -> Vec<&str> {
        match self {
            Self::Sum { total, parts, .. } => {
                std::iter::once(total).chain(parts).map(String::as_str).collect()
            }
            Self::Difference { result, from, less, .. } => vec![result, from, less],
            Self::Percentage { printed, part, whole, .. } => vec![printed, part, whole],
            Self::TotalRow { columns, .. } => columns.iter().map(String::as_str).collect(),
        }
    }
}

/// For each row: the first of the columns is the sum of the others, those in `taken` being taken away.
fn across(grid: &Grid, at: &[usize], taken: &[usize], within: Decimal) -> Vec<Terms> {
    let row = |row| {
        let mut cells = at.iter().enumerate().map(|(position, column)| {
            let sign = if taken.contains(&position) { Sign::Minus } else { Sign::Plus };
            (CellAt { row, column: *column }, sign)
        });
        let (result, _) = cells.next()?;
        Some(Terms::Sum { result, others: cells.collect(), within })
    };
    (0..grid.rows.len()).filter_map(row).collect()
}

fn percentages(grid: &Grid, at: &[usize], decimals: Option<u32>) -> Vec<Terms> {
    let [printed, part, whole] = *at else { return Vec::new() };
    let terms = |row| {
        let cell = |column| CellAt { row, column };
        Terms::Percentage { printed: cell(printed), part: cell(part), whole: cell(whole), decimals }
    };
    (0..grid.rows.len()).map(terms).collect()
}

fn down(grid: &Grid, total: usize, column: usize, within: Decimal) -> Terms {
    let others = (0..grid.rows.len()).filter(|row| *row != total);
    let others = others.map(|row| (CellAt { row, column }, Sign::Plus)).collect();
    Terms::Sum { result: CellAt { row: total, column }, others, within }
}

impl Equation {
    /// Its cells, the result first.
    #[must_use]
    pub fn cells(&self) -> Vec<CellAt> {
        match &self.terms {
            Terms::Sum { result, others, .. } => {
                std::iter::once(*result).chain(others.iter().map(|(cell, _)| *cell)).collect()
            }
            Terms::Percentage { printed, part, whole, .. } => vec![*printed, *part, *whole],
        }
    }

    /// Whether it holds of the cells of `grid`.
    #[must_use]
    pub fn standing(&self, grid: &Grid) -> Standing {
        match &self.terms {
            Terms::Sum { within, .. } => match self.gap(grid) {
                None => Standing::CannotTell,
                Some(gap) if gap.abs() <= within.abs() => Standing::Holds,
                Some(_) => Standing::Broken,
            },
            Terms::Percentage { printed, part, whole, decimals } => {
                let Some(share) = share(grid, *part, *whole, grid.number(*printed), *decimals) else {
                    return Standing::CannotTell;
                };
                let fits = Method::ALL.into_iter().any(|method| share.by(method) == Some(share.printed));
                if fits { Standing::Holds } else { Standing::Broken }
            }
        }
    }

    /// The result less what the others come to; none for a percentage, and where a cell holds no number.
    #[must_use]
    pub fn gap(&self, grid: &Grid) -> Option<Decimal> {
        let Terms::Sum { result, others, .. } = &self.terms else { return None };
        others.iter().try_fold(grid.number(*result)?, |gap, (cell, sign)| match sign {
            Sign::Plus => gap.checked_sub(grid.number(*cell)?),
            Sign::Minus => gap.checked_add(grid.number(*cell)?),
        })
    }
}

/// A percentage with its counts; none where one of them is no count.
fn share(
    grid: &Grid,
    part: CellAt,
    whole: CellAt,
    printed: Option<Decimal>,
    decimals: Option<u32>,
) -> Option<PrintedShare> {
    let count = |cell| {
        u64::try_from(grid.number(cell)?.normalize())
            .ok()
            .filter(|n| grid.number(cell) == Some(Decimal::from(*n)))
    };
    let mut printed = printed?;
    if let Some(decimals) = decimals.filter(|decimals| *decimals > printed.scale()) {
        printed.rescale(decimals);
    }
    Some(PrintedShare {
        record: String::new(),
        place: Place::file(""),
        counts: Vec::new(),
        part: count(part)?,
        whole: count(whole)?,
        printed,
    })
}

#[cfg(test)]
mod tests;
