//! The cells of published tables by force, class and period.

use std::collections::{BTreeMap, BTreeSet};

use calendar::Window;
use crime::Force;
use rulebook::Place;
use rust_decimal::Decimal;

use crate::{Absence, CellValue, Class, Published, PublishedCell, Unit, is_fraud};

/// Which cell of which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellRef {
    table: u32,
    cell: u32,
}

/// What is found under a force, a class and a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A number, and the first cell that says it.
    Number(Decimal, CellRef),
    /// A cell without a number.
    Absent(Absence, CellRef),
    /// Two cells with two numbers.
    Disagree(Decimal, Decimal, CellRef),
    /// No cell at all.
    Nothing,
}

/// Published tables, ready to be asked. It holds counts of offences, and scores; rates and changes that were printed are left
/// out, since they are worked out anew.
#[derive(Debug, Clone)]
pub struct Lookup<'t> {
    tables: &'t [Published],
    classes: Vec<&'t Class>,
    counts: BTreeMap<(Force, Window, u32), Found>,
    scores: BTreeMap<(Force, Window), Found>,
    /// The cells of figures that stand more than once in one table, by that table.
    repeated: BTreeMap<(u32, Force, Window, u32), Vec<CellRef>>,
    /// For each table and period the classes that any force has.
    flat: BTreeMap<(u32, Window), BTreeSet<u32>>,
    /// The forces of which there is any cell.
    there: BTreeSet<Force>,
}

/// How a total is made up in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Total {
    /// The table has a class that is the total.
    Class(u32),
    /// The table, by its number, has no totals: all its classes together.
    Sum(u32, Vec<u32>),
    /// The table has totals, and none of them is the one asked for.
    NotTold,
    /// No table has the period.
    Nothing,
}

impl<'t> Lookup<'t> {
    /// The cells of forces in `tables`.
    #[must_use]
    pub fn of(tables: &'t [Published]) -> Self {
        let mut found = Self {
            tables,
            classes: Vec::new(),
            counts: BTreeMap::new(),
            scores: BTreeMap::new(),
            repeated: BTreeMap::new(),
            flat: BTreeMap::new(),
            there: BTreeSet::new(),
        };
        let mut numbers: BTreeMap<&'t Class, u32> = BTreeMap::new();
        for (at, table) in (0_u32..).zip(tables) {
            let classes: Vec<u32> = table
                .classes
                .iter()
                .map(|class| {
                    *numbers.entry(class).or_insert_with(|| {
                        found.classes.push(class);
                        u32::try_from(found.classes.len() - 1).unwrap_or(u32::MAX)
                    })
                })
                .collect();
            for (cell, published) in (0_u32..).zip(&table.cells) {
                found.put(table, published, CellRef { table: at, cell }, &classes);
            }
        }
        found
    }

    fn put(&mut self, table: &Published, cell: &PublishedCell, at: CellRef, classes: &[u32]) {
        let Some(force) = table.area(cell).and_then(crate::Area::force) else { return };
        let Some(window) = table.window(cell) else { return };
        let new = Found::of(cell.value, at);
        match cell.unit {
            Unit::Offences => {
                let Some(class) = classes.get(usize::from(cell.class)) else { return };
                let place = self.counts.entry((force, window, *class)).or_insert(Found::Nothing);
                if let Some(first) = place.cell().filter(|first| first.table == at.table) {
                    let key = (at.table, force, window, *class);
                    self.repeated.entry(key).or_insert_with(|| vec![first]).push(at);
                }
                *place = place.and(new);
                self.flat.entry((at.table, window)).or_default().insert(*class);
                self.there.insert(force);
            }
            Unit::Score => {
                let place = self.scores.entry((force, window)).or_insert(Found::Nothing);
                *place = place.and(new);
                self.there.insert(force);
            }
            Unit::PerThousandPeople
            | Unit::PerThousandHouseholds
            | Unit::PercentChange
            | Unit::PercentOf
            | Unit::People
            | Unit::Households => {}
        }
    }

    /// The periods for which there are counts or scores, in the order of their days.
    #[must_use]
    pub fn windows(&self) -> Vec<Window> {
        let counted = self.flat.keys().map(|(_, window)| *window);
        let scored = self.scores.keys().map(|(_, window)| *window);
        counted.chain(scored).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The forces of which there is any cell, in the order of the list of forces.
    #[must_use]
    pub fn forces(&self) -> Vec<Force> {
        Force::all().filter(|force| self.there.contains(force)).collect()
    }

    /// Where a cell stands.
    #[must_use]
    pub fn place(&self, at: CellRef) -> Option<Place> {
        let table = self.tables.get(usize::try_from(at.table).ok()?)?;
        Some(table.place(table.cells.get(usize::try_from(at.cell).ok()?)?))
    }

    /// The name of a class that some table has under this name or code, or the nearest there is.
    pub(crate) fn nearest(&self, class: &str) -> Option<&'t str> {
        table::nearest(class, self.classes.iter().map(|class| class.name.as_str()))
    }

    /// The classes that are meant by a name or a code.
    pub(crate) fn meant(&self, name: &str) -> Vec<u32> {
        let same = |text: &str| text.trim().eq_ignore_ascii_case(name.trim());
        let is_meant = |class: &Class| same(&class.name) || class.code.as_deref().is_some_and(same);
        (0..).zip(&self.classes).filter(|(_, class)| is_meant(class)).map(|(at, _)| at).collect()
    }

    /// The name of a class.
    pub(crate) fn name(&self, class: u32) -> &'t str {
        usize::try_from(class).ok().and_then(|at| self.classes.get(at)).map_or("", |class| &class.name)
    }

    /// What stands under a force, a period and any of the classes, which are taken to be one class under several names.
    pub(crate) fn count(&self, force: Force, window: Window, classes: &[u32]) -> Found {
        let one = |class: &u32| self.counts.get(&(force, window, *class)).copied();
        classes.iter().filter_map(one).fold(Found::Nothing, Found::and)
    }

    /// What each cell says of a figure that stands more than once in a table; nothing, where it stands once.
    pub(crate) fn repeated(
        &self,
        table: u32,
        force: Force,
        window: Window,
        class: u32,
    ) -> impl Iterator<Item = Found> {
        let cells = self.repeated.get(&(table, force, window, class)).into_iter().flatten();
        cells.map(|at| self.cell(*at))
    }

    fn cell(&self, at: CellRef) -> Found {
        let table = usize::try_from(at.table).ok().and_then(|table| self.tables.get(table));
        let cell = table.and_then(|table| table.cells.get(usize::try_from(at.cell).ok()?));
        cell.map_or(Found::Nothing, |cell| Found::of(cell.value, at))
    }

    /// Whether any force has one of the classes in the period.
    pub(crate) fn has(&self, window: Window, classes: &[u32]) -> bool {
        let tables = 0..u32::try_from(self.tables.len()).unwrap_or(u32::MAX);
        tables
            .filter_map(|table| self.flat.get(&(table, window)))
            .any(|there| classes.iter().any(|class| there.contains(class)))
    }

    pub(crate) fn score(&self, force: Force, window: Window) -> Found {
        self.scores.get(&(force, window)).copied().unwrap_or(Found::Nothing)
    }

    /// How a total is made up in a period, by the first table that has the period.
    pub(crate) fn total(&self, window: Window, fraud: crate::Fraud) -> Total {
        let mut tables = 0..u32::try_from(self.tables.len()).unwrap_or(u32::MAX);
        let found = tables.find_map(|table| Some((table, self.flat.get(&(table, window))?)));
        let Some((table, there)) = found else { return Total::Nothing };
        let is_total = |class: &&u32| self.name(**class).to_lowercase().starts_with("total");
        let totals: Vec<u32> = there.iter().filter(is_total).copied().collect();
        if totals.is_empty() {
            let counted = there.iter().filter(|class| match fraud {
                crate::Fraud::Included => true,
                crate::Fraud::Excluded => !self.is_fraud(**class),
            });
            return Total::Sum(table, counted.copied().collect());
        }
        let wanted = |class: &&u32| {
            let name = self.name(**class).to_lowercase();
            let without = name.contains("exclud") && name.contains("fraud");
            match fraud {
                crate::Fraud::Excluded => without,
                crate::Fraud::Included => {
                    !without && (name.contains("includ") || name == "total recorded crime")
                }
            }
        };
        totals.iter().find(wanted).map_or(Total::NotTold, |class| Total::Class(*class))
    }

    fn is_fraud(&self, class: u32) -> bool {
        let code = usize::try_from(class).ok().and_then(|at| self.classes.get(at)?.code.as_deref());
        is_fraud(self.name(class)) || code.is_some_and(is_fraud)
    }
}

impl Found {
    const fn cell(self) -> Option<CellRef> {
        match self {
            Self::Number(_, at) | Self::Absent(_, at) | Self::Disagree(_, _, at) => Some(at),
            Self::Nothing => None,
        }
    }

    fn of(value: CellValue, at: CellRef) -> Self {
        match value {
            CellValue::Count(count) => Self::Number(count.into(), at),
            CellValue::Number(number) => Self::Number(number, at),
            CellValue::Absent(absence) => Self::Absent(absence, at),
        }
    }

    /// What two cells say together. A number stands against a cell without one; two numbers must agree.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nothing, found) | (found, Self::Nothing) => found,
            (Self::Disagree(..), _) => self,
            (_, Self::Disagree(..)) | (Self::Absent(..), Self::Number(..)) => other,
            (Self::Number(one, at), Self::Number(two, _)) if one != two => Self::Disagree(one, two, at),
            (Self::Number(..), Self::Number(..) | Self::Absent(..))
            | (Self::Absent(..), Self::Absent(..)) => self,
        }
    }
}
