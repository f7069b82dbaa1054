//! A published table of figures as it was read: areas, classes, periods, and the cells between them.

use std::sync::Arc;

use calendar::Window;
use crime::{Force, RecordingBody};
use rulebook::{Finding, Place};
use rust_decimal::Decimal;

/// What was read of one published table.
///
/// Nothing is mended: a cell that looks wrong is kept as it was printed, and a finding says so. Two cells of the same area, class,
/// period and unit are both kept.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Published {
    /// The file, as the user named it.
    pub file: Arc<str>,
    /// The sheet, if it is a workbook.
    pub sheet: Option<Arc<str>>,
    /// The areas that it names, in the order in which they are first met.
    pub areas: Vec<Area>,
    /// The classes of offence that it names, in the order in which they are first met.
    pub classes: Vec<Class>,
    /// For each class, the wider classes in which the table puts it, the widest first; empty, where it does not say.
    pub wider: Vec<Vec<String>>,
    /// The periods that it names, in the order in which they are first met.
    pub windows: Vec<Window>,
    /// The names of the columns that hold values, as printed; a long table has one.
    pub columns: Vec<String>,
    /// The cells, in the order of the file.
    pub cells: Vec<PublishedCell>,
    /// What is wrong with the table or noticed about it.
    pub findings: Vec<Finding>,
    /// How many rows of data there were, and what became of them.
    pub rows: RowsRead,
}

/// Rows in = rows answered + rows rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RowsRead {
    /// The rows of data that were read; titles, headers and notes are not rows of data.
    pub read: u64,
    /// Those of which every cell was understood.
    pub answered: u64,
    /// Those left out, each with a finding.
    pub rejected: u64,
}

/// Whose figures they are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// One of the 43 territorial forces.
    Force(Force),
    /// A community safety partnership within a force.
    Partnership {
        /// The force.
        force: Force,
        /// Its code, if it has one: what could not be assigned to any has none.
        code: Option<String>,
        /// Its name.
        name: String,
    },
    /// A region, a country, or both countries together: a sum, never a force.
    Region {
        /// Its code, if the table gives one.
        code: Option<String>,
        /// Its name.
        name: String,
    },
    /// A body that records crimes without being a territorial force: the British Transport Police, Action Fraud.
    Body {
        /// Its name.
        name: String,
    },
}

/// A class of offence, or a total, as the table names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Class {
    /// Its code, if the table gives one: `8N`.
    pub code: Option<String>,
    /// Its name, without the digits of footnotes.
    pub name: String,
}

/// One cell. Area, class, period and column are places in the lists of its [`Published`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublishedCell {
    /// Its area, among [`Published::areas`].
    pub area: u16,
    /// Its class, among [`Published::classes`].
    pub class: u16,
    /// Its period, among [`Published::windows`].
    pub window: u16,
    /// The column in which it stands, among [`Published::columns`].
    pub column: u16,
    /// What it measures.
    pub unit: Unit,
    /// What it says.
    pub value: CellValue,
    /// The line of the file or row of the sheet; the first is 1.
    pub row: u32,
}

/// What a cell measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Offences recorded in the period.
    Offences,
    /// Offences per 1,000 people.
    PerThousandPeople,
    /// Offences per 1,000 households.
    PerThousandHouseholds,
    /// Change since the period before, in percent.
    PercentChange,
    /// A part of a whole, in percent.
    PercentOf,
    /// People.
    People,
    /// Households.
    Households,
    /// A crime severity score.
    Score,
}

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellValue {
    /// A count; below nought where a later correction was larger than what was recorded.
    Count(i64),
    /// A number with decimals.
    Number(Decimal),
    /// No number, and why.
    Absent(Absence),
}

/// Why a cell holds no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Absence {
    /// The cell is empty.
    Empty,
    /// `..`, `[x]`: not available.
    NotAvailable,
    /// `-` in a table of percentages or rates: not worked out, since the base is small.
    NotWorkedOut,
    /// `[c]`: left out so that nobody can be recognised.
    Suppressed,
}

impl Published {
    /// The area of a cell.
    #[must_use]
    pub fn area(&self, cell: &PublishedCell) -> Option<&Area> {
        self.areas.get(usize::from(cell.area))
    }

    /// The class of a cell.
    #[must_use]
    pub fn class(&self, cell: &PublishedCell) -> Option<&Class> {
        self.classes.get(usize::from(cell.class))
    }

    /// The period of a cell.
    #[must_use]
    pub fn window(&self, cell: &PublishedCell) -> Option<Window> {
        self.windows.get(usize::from(cell.window)).copied()
    }

    /// Whether a class is one of fraud: by the widest class in which the table puts it, else by its own name, which is `Fraud offences`, `Fraud
    /// by ...` or that of a body which records nothing else. `Fraud, forgery etc associated with vehicle or driver records` is none: it is
    /// counted among miscellaneous crimes. Forces have recorded little fraud since Action Fraud took it over, so that official totals
    /// below national level leave it out.
    #[must_use]
    pub fn is_fraud(&self, class: u16) -> bool {
        let at = usize::from(class);
        let name = self.classes.get(at).map_or("", |class| class.name.as_str());
        let name = self.wider.get(at).and_then(|wider| wider.first()).map_or(name, String::as_str);
        let mut words = name.split(' ');
        words.next().is_some_and(|word| word.eq_ignore_ascii_case("fraud"))
            || RecordingBody::named(name).is_some_and(RecordingBody::records_only_fraud)
    }

    /// Where a cell stands.
    #[must_use]
    pub fn place(&self, cell: &PublishedCell) -> Place {
        let row = Place {
            sheet: self.sheet.as_deref().map(str::to_owned),
            ..Place::row(&*self.file, u64::from(cell.row))
        };
        match self.columns.get(usize::from(cell.column)) {
            Some(column) => row.at(column),
            None => row,
        }
    }
}

impl Published {
    /// The table as a whole.
    pub(crate) fn whole(&self) -> Place {
        Place { sheet: self.sheet.as_deref().map(str::to_owned), ..Place::file(&*self.file) }
    }

    /// A line of it.
    pub(crate) fn row(&self, line: u32) -> Place {
        Place { row: Some(u64::from(line)), ..self.whole() }
    }

    /// The names of area, class and period of a cell, for a sentence.
    pub(crate) fn names(&self, cell: &PublishedCell) -> (&str, &str, String) {
        let area = self.area(cell).map_or("", Area::name);
        let class = self.class(cell).map_or("", |class| class.name.as_str());
        (area, class, self.window(cell).map(|window| window.to_string()).unwrap_or_default())
    }
}

impl Area {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Force(force) => force.name(),
            Self::Partnership { name, .. } | Self::Region { name, .. } | Self::Body { name } => name,
        }
    }

    /// The force, if it is one.
    #[must_use]
    pub const fn force(&self) -> Option<Force> {
        match self {
            Self::Force(force) => Some(*force),
            Self::Partnership { .. } | Self::Region { .. } | Self::Body { .. } => None,
        }
    }
}

impl Area {
    /// The force in whose area it lies, if it is a force or a partnership.
    pub(crate) const fn of_force(&self) -> Option<Force> {
        match self {
            Self::Force(force) | Self::Partnership { force, .. } => Some(*force),
            Self::Region { .. } | Self::Body { .. } => None,
        }
    }
}

impl CellValue {
    /// The number, if there is one.
    #[must_use]
    pub fn number(self) -> Option<Decimal> {
        match self {
            Self::Count(count) => Some(count.into()),
            Self::Number(number) => Some(number),
            Self::Absent(_) => None,
        }
    }
}
