//! The numbers of a table by row and column.

use calendar::Window;
use rulebook::Place;
use rust_decimal::Decimal;

use crate::{Published, Unit};

/// The numbers of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// The names of the columns that hold numbers.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<GridRow>,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct GridRow {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub place: Place,
    /// Its numbers, one a column; none where the cell holds none.
    pub cells: Vec<Option<Decimal>>,
}

/// Which cell: row and column, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAt {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

impl Grid {
    /// The number in a cell.
    #[must_use]
    pub fn number(&self, at: CellAt) -> Option<Decimal> {
        *self.rows.get(at.row)?.cells.get(at.column)?
    }

    /// The same table with another number in one cell.
    #[must_use]
    pub fn with(&self, at: CellAt, number: Decimal) -> Self {
        let mut other = self.clone();
        if let Some(cell) = other.rows.get_mut(at.row).and_then(|row| row.cells.get_mut(at.column)) {
            *cell = Some(number);
        }
        other
    }

    /// Where a cell stands.
    #[must_use]
    pub fn place(&self, at: CellAt) -> Option<Place> {
        Some(self.rows.get(at.row)?.place.at(self.columns.get(at.column)?))
    }

    /// A published table at one period: a row an area, a column a class. A cell that stands twice with two numbers holds
    /// none.
    #[must_use]
    pub fn of_published(table: &Published, period: Window, unit: Unit) -> Self {
        let columns: Vec<String> = table.classes.iter().map(|class| class.name.clone()).collect();
        let mut rows: Vec<Option<GridRow>> = vec![None; table.areas.len()];
        let mut twice = Vec::new();
        for cell in table.cells.iter().filter(|cell| cell.unit == unit && table.window(cell) == Some(period))
        {
            let (at, column) = (usize::from(cell.area), usize::from(cell.class));
            let Some((area, row)) = table.area(cell).zip(rows.get_mut(at)) else { continue };
            let row = row.get_or_insert_with(|| GridRow {
                name: area.name().to_owned(),
                place: Place { column: None, ..table.place(cell) },
                cells: vec![None; columns.len()],
            });
            match (row.cells.get_mut(column), cell.value.number()) {
                (Some(place @ None), number) => *place = number,
                (Some(Some(there)), Some(number)) if *there != number => twice.push((at, column)),
                (Some(Some(_)) | None, _) => {}
            }
        }
        for (at, column) in twice {
            if let Some(Some(row)) = rows.get_mut(at)
                && let Some(cell) = row.cells.get_mut(column)
            {
                *cell = None;
            }
        }
        Self { columns, rows: rows.into_iter().flatten().collect() }
    }
}
