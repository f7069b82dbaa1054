//! A measure over forces and periods: numerator and base of each, or why there is none. Nothing is invented.

use calendar::Window;
use crime::Force;
use rust_decimal::Decimal;

use crate::{
    Absence, CellRef, Counted, Denominator, Found, IfAbsent, Lookup, Measure, MidYear, NoBase, Populations,
    Share, Year, lookup::Total, measure::Parts,
};

/// Where the people and households come from.
#[derive(Debug, Clone, Copy)]
pub struct Bases<'p> {
    /// The table; without it there are no rates per people or households.
    pub populations: Option<&'p Populations>,
    /// Which mid-year estimate serves a period.
    pub convention: MidYear,
}

/// A measure over forces and periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The id of the measure.
    pub measure: String,
    /// A point for each force and period, periods in their order and forces in that of the list.
    pub points: Vec<Point>,
}

/// One force in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The force.
    pub force: Force,
    /// The period.
    pub window: Window,
    /// The numbers, or why there are none.
    pub value: Result<Observed, Why>,
}

/// The numbers of one force in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observed {
    /// What is counted; 0 or more. Of a score it is the score.
    pub numerator: Decimal,
    /// What it is held against; above nought. Of a score it is 1.
    pub base: Decimal,
    /// Numerator by base, times the multiplier.
    pub rate: Decimal,
    /// The year of the population, if the base is one.
    pub base_year: Option<Year>,
    /// The classes that were to be counted and are not in the table; they are not in the numbers.
    pub without: Vec<String>,
    /// The cells of numerator and base; [`Lookup::place`] tells where they stand.
    pub cells: Vec<CellRef>,
}

/// Why a force has no number in a period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// No table has the class.
    #[error("no table has a class `{class}`{}", near.as_ref().map(|near| format!("; did you mean `{near}`?")).unwrap_or_default())]
    NoClass {
        /// The class, as the measure names it.
        class: String,
        /// The nearest that there is.
        near: Option<String>,
    },
    /// No force has the class in the period.
    #[error("no force has `{0}` in the period")]
    NotInPeriod(String),
    /// Other forces have the class in the period.
    #[error("other forces have `{0}` in the period, and this one does not")]
    NotForForce(String),
    /// The cell holds no number.
    #[error("the cell of `{class}` {}", said(*absence))]
    NoNumber {
        /// The class.
        class: String,
        /// Why not.
        absence: Absence,
    },
    /// Two cells hold two numbers.
    #[error("`{class}` is {one} in one cell and {other} in another")]
    Disagree {
        /// The class.
        class: String,
        /// The first number.
        one: Decimal,
        /// The second.
        other: Decimal,
    },
    /// The numerator is below nought: a later correction was larger than what was recorded.
    #[error("the count is {0}, below nought: a correction was larger than what was recorded")]
    BelowNought(Decimal),
    /// The table has totals, and not the one asked for.
    #[error("the table has totals, and none with fraud as the measure asks")]
    TotalNotTold,
    /// No table has the period.
    #[error("no table has the period")]
    NoPeriod,
    /// There is no population to hold it against.
    #[error("{0}")]
    NoBase(NoBase),
    /// No populations were supplied.
    #[error("no populations were supplied")]
    NoPopulations,
    /// The base is nought or below.
    #[error("the base is {0}, so nothing can be held against it")]
    BaseNotAboveNought(Decimal),
    /// The numbers are too large to be worked with.
    #[error("the numbers are too large to be true")]
    TooLarge,
}

const fn said(absence: Absence) -> &'static str {
    match absence {
        Absence::Empty => "is empty",
        Absence::NotAvailable => "says that it is not available",
        Absence::NotWorkedOut => "says that it was not worked out",
        Absence::Suppressed => "is suppressed",
    }
}

/// A number with the cells it was made from.
#[derive(Default)]
struct Made {
    number: Decimal,
    cells: Vec<CellRef>,
    without: Vec<String>,
}

/// The measure for every force of the tables in each of `windows`. Windows that overlap are not refused here: choose them with
/// [`crate::non_overlapping`] for what must not overlap.
#[must_use]
pub fn series(measure: &Measure, lookup: &Lookup<'_>, bases: Bases<'_>, windows: &[Window]) -> Series {
    let forces = lookup.forces();
    let mut sorted = windows.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let point = |window: Window, force: Force| Point {
        force,
        window,
        value: observed(measure, lookup, bases, force, window),
    };
    let points = sorted.iter().flat_map(|window| forces.iter().map(|force| point(*window, *force)));
    Series { measure: measure.id.clone(), points: points.collect() }
}

impl Series {
    /// The forces that have a number in `window`, with numerator and base: for a funnel, a ranking or an average of peers.
    #[must_use]
    pub fn across(&self, window: Window) -> Vec<Share> {
        let points = self.points.iter().filter(|point| point.window == window);
        points.filter_map(|point| Some(share(point.force, point.value.as_ref().ok()?))).collect()
    }

    /// The periods in which `force` has a number, with numerator and base, in the order of their days: for a chart over time.
    #[must_use]
    pub fn along(&self, force: Force) -> Vec<(Window, Share)> {
        let points = self.points.iter().filter(|point| point.force == force);
        points.filter_map(|point| Some((point.window, share(force, point.value.as_ref().ok()?)))).collect()
    }

    /// The points without a number, each with the reason.
    pub fn absent(&self) -> impl Iterator<Item = (Force, Window, &Why)> {
        self.points.iter().filter_map(|point| Some((point.force, point.window, point.value.as_ref().err()?)))
    }
}

const fn share(force: Force, observed: &Observed) -> Share {
    Share { force, numerator: observed.numerator, base: observed.base }
}

fn observed(
    measure: &Measure,
    lookup: &Lookup<'_>,
    bases: Bases<'_>,
    force: Force,
    window: Window,
) -> Result<Observed, Why> {
    let numerator = made(&measure.numerator.parts(), lookup, force, window)?;
    if numerator.number < Decimal::ZERO {
        return Err(Why::BelowNought(numerator.number));
    }
    let (base, base_year) = match &measure.denominator {
        Denominator::People => population(bases, force, window, Counted::People)?,
        Denominator::Households => population(bases, force, window, Counted::Households)?,
        Denominator::Classes { .. } | Denominator::Total { .. } => {
            (made(&measure.denominator.parts(), lookup, force, window)?, None)
        }
        Denominator::Nothing => (Made { number: Decimal::ONE, ..Made::default() }, None),
    };
    if base.number <= Decimal::ZERO {
        return Err(Why::BaseNotAboveNought(base.number));
    }
    let rate = numerator.number.checked_mul(measure.multiplier.into());
    let rate = rate.and_then(|product| product.checked_div(base.number)).ok_or(Why::TooLarge)?;
    let mut without = numerator.without;
    without.extend(base.without);
    without.sort_unstable();
    without.dedup();
    Ok(Observed {
        numerator: numerator.number,
        base: base.number,
        rate,
        base_year,
        without,
        cells: [numerator.cells, base.cells].concat(),
    })
}

fn population(
    bases: Bases<'_>,
    force: Force,
    window: Window,
    counted: Counted,
) -> Result<(Made, Option<Year>), Why> {
    let populations = bases.populations.ok_or(Why::NoPopulations)?;
    let base = populations.for_period(force, window, bases.convention, counted).map_err(Why::NoBase)?;
    Ok((Made { number: base.count.into(), ..Made::default() }, Some(base.year)))
}

fn made(parts: &Parts<'_>, lookup: &Lookup<'_>, force: Force, window: Window) -> Result<Made, Why> {
    let mut made = Made::default();
    match parts {
        Parts::Classes(classes, if_absent) => {
            for class in *classes {
                let meant = lookup.meant(class);
                match (add(&mut made, class, lookup, force, window, &meant), if_absent) {
                    (Ok(()), _) => {}
                    (Err(Why::NoClass { .. } | Why::NotInPeriod(_)), IfAbsent::CountTheRest) => {
                        made.without.push(class.clone());
                    }
                    (Err(why), IfAbsent::Refuse | IfAbsent::CountTheRest) => return Err(why),
                }
            }
            if made.cells.is_empty() {
                return Err(Why::NotInPeriod(classes.join("`, `")));
            }
        }
        Parts::Total(fraud) => match lookup.total(window, *fraud) {
            Total::Class(class) => add(&mut made, lookup.name(class), lookup, force, window, &[class])?,
            Total::Sum(table, classes) => {
                for class in classes {
                    let name = lookup.name(class);
                    let mut parts = lookup.repeated(table, force, window, class).peekable();
                    if parts.peek().is_none() {
                        add(&mut made, name, lookup, force, window, &[class])?;
                    }
                    // As the Home Office's quarters have it, they are parts of one sum: see the rule `cell-once`.
                    parts.try_for_each(|part| put(&mut made, name, part))?;
                }
            }
            Total::NotTold => return Err(Why::TotalNotTold),
            Total::Nothing => return Err(Why::NoPeriod),
        },
        Parts::Score => match lookup.score(force, window) {
            Found::Nothing => return Err(Why::NoPeriod),
            found @ (Found::Number(..) | Found::Absent(..) | Found::Disagree(..)) => {
                put(&mut made, "the score", found)?;
            }
        },
        Parts::Other => {}
    }
    Ok(made)
}

fn add(
    made: &mut Made,
    class: &str,
    lookup: &Lookup<'_>,
    force: Force,
    window: Window,
    meant: &[u32],
) -> Result<(), Why> {
    if meant.is_empty() {
        let near = lookup.nearest(class).map(str::to_owned);
        return Err(Why::NoClass { class: class.to_owned(), near });
    }
    match lookup.count(force, window, meant) {
        Found::Nothing if lookup.has(window, meant) => Err(Why::NotForForce(class.to_owned())),
        Found::Nothing => Err(Why::NotInPeriod(class.to_owned())),
        found @ (Found::Number(..) | Found::Absent(..) | Found::Disagree(..)) => put(made, class, found),
    }
}

fn put(made: &mut Made, class: &str, found: Found) -> Result<(), Why> {
    let class = class.to_owned();
    match found {
        Found::Number(number, at) => {
            made.number = made.number.checked_add(number).ok_or(Why::TooLarge)?;
            made.cells.push(at);
            Ok(())
        }
        Found::Absent(absence, _) => Err(Why::NoNumber { class, absence }),
        Found::Disagree(one, other, _) => Err(Why::Disagree { class, one, other }),
        Found::Nothing => Err(Why::NotInPeriod(class)),
    }
}

#[cfg(test)]
mod tests;
