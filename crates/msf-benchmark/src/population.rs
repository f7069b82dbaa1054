//! Populations by force and year, and which year serves a period.

use std::fmt;

use calendar::Window;
use chrono::{Datelike as _, NaiveDate};
use crime::Force;
use rulebook::{Finding, Known, Place};
use serde::Deserialize;
use table::{Column, Layout, ReadError, Row, Rows, Source};

use crate::rules::{force_recognised, population_above_nought, population_plausible};

/// The layout of a table of populations.
pub static POPULATIONS: Layout = Layout {
    name: "populations",
    what: "one row a force and year: how many people, and households, in the middle of the year",
    columns: &[
        Column::required("force", "a police force of England and Wales, by name or code"),
        Column::required("year", "a year such as 2017: the estimate is for the middle of it"),
        Column::required("people", "a whole number, 1 or more"),
        Column::optional("households", "a whole number, 1 or more, `not known` or empty"),
        Column::required("source", "who published the estimate"),
    ],
};

/// A row as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PopulationRow {
    /// The force.
    pub force: String,
    /// The year of the estimate.
    pub year: Year,
    /// People.
    #[serde(deserialize_with = "table::count")]
    pub people: u64,
    /// Households.
    #[serde(default, deserialize_with = "table::known_count")]
    pub households: Known<u64>,
    /// Who published it.
    #[serde(deserialize_with = "table::name")]
    pub source: String,
}

/// A year of four digits from 1801, the first census, on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Year(i32);

impl Year {
    /// The year `year`, if there could be an estimate for it.
    #[must_use]
    pub const fn new(year: i32) -> Option<Self> {
        if 1801 <= year && year <= 2199 { Some(Self(year)) } else { None }
    }

    /// The middle of the year, to which an estimate refers: 30 June.
    #[must_use]
    pub fn middle(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0, 6, 30).unwrap_or(NaiveDate::MAX)
    }

    /// How many years after `earlier` it is.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }
}

impl TryFrom<String> for Year {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let year = text.trim().parse().ok().and_then(Self::new);
        year.ok_or_else(|| format!("`{}` is not a year such as 2017", text.trim()))
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// People and households of one force in the middle of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Population {
    /// The force.
    pub force: Force,
    /// The year.
    pub year: Year,
    /// People; above nought.
    pub people: u64,
    /// Households; above nought.
    pub households: Known<u64>,
    /// Who published it.
    pub source: String,
}

/// The populations of a file.
#[derive(Debug, Clone)]
pub struct Populations {
    /// The rows that can be used.
    pub rows: Rows<Population>,
    /// What is wrong with them together.
    pub findings: Vec<Finding>,
}

/// Which mid-year estimate serves a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MidYear {
    /// The last one before the period begins. The Office for National Statistics holds the year ending December 2018 against
    /// mid-2017 in its police force area tables.
    BeforePeriod,
    /// The last one whose 30 June is a day of the period.
    WithinPeriod,
}

/// A base of rates that counts somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counted {
    /// People.
    People,
    /// Households.
    Households,
}

/// How many, in which year, and where it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseOf {
    /// How many people or households; above nought.
    pub count: u64,
    /// The year of the estimate.
    pub year: Year,
    /// The cell.
    pub place: Place,
}

/// Why there is no base for a force and a period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoBase {
    /// No 30 June is a day of the period.
    #[error("no middle of a year lies in the period")]
    NoMidYear,
    /// The table has the force, and not the year.
    #[error("mid-{wanted} is wanted, and the populations have {have} for {force}")]
    OtherYears {
        /// The force.
        force: Force,
        /// The year that the convention asks for.
        wanted: Year,
        /// The years that are there.
        have: String,
    },
    /// The table does not have the force.
    #[error("the populations have no {0}")]
    NoForce(Force),
    /// The table has the year, and no households for it.
    #[error("the populations have no households of {force} for mid-{year}")]
    NoHouseholds {
        /// The force.
        force: Force,
        /// The year.
        year: Year,
    },
}

impl MidYear {
    /// The year whose estimate serves `period`; none if no 30 June lies in it and one is asked for.
    ///
    /// ```
    /// use calendar::Window;
    /// use msf_benchmark::MidYear;
    /// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    /// let year = Window::new(day("2018-01-01"), day("2018-12-31"))?;
    /// assert_eq!(MidYear::BeforePeriod.serving(year).unwrap().to_string(), "2017");
    /// assert_eq!(MidYear::WithinPeriod.serving(year).unwrap().to_string(), "2018");
    /// # Ok::<(), calendar::InvertedWindow>(())
    /// ```
    #[must_use]
    pub fn serving(self, period: Window) -> Option<Year> {
        let latest = |limit: NaiveDate| {
            let year = Year::new(limit.year())?;
            if year.middle() <= limit { Some(year) } else { Year::new(limit.year() - 1) }
        };
        match self {
            Self::BeforePeriod => latest(period.first().pred_opt()?),
            Self::WithinPeriod => latest(period.last()).filter(|year| period.contains(year.middle())),
        }
    }
}

/// Reads populations. Rows of unknown forces, without people, and of a force and year that stand twice are rejected.
///
/// # Errors
///
/// If the file cannot be read at all.
pub fn read_populations(source: Source<'_>) -> Result<Populations, ReadError> {
    let mut written = table::read::<PopulationRow>(&POPULATIONS, source)?;
    written.reject(|row| force_recognised::fault(&row.value.force, &row.place.at("force")));
    let Rows { file, good, rejected, notes } = written;
    let good = good.into_iter().filter_map(|row| {
        let PopulationRow { force, year, people, households, source } = row.value;
        let force = force.parse().ok()?;
        Some(Row { place: row.place, value: Population { force, year, people, households, source } })
    });
    let mut rows = Rows { file, good: good.collect(), rejected, notes };
    rows.reject(population_above_nought::check);
    rows.reject_repeated("year", |row| format!("{}, mid-{}", row.force, row.year));
    let findings = population_plausible::check(&rows.good);
    Ok(Populations { rows, findings })
}

impl Populations {
    /// The base for `force` in `period`. Another year than the convention asks for is never taken instead.
    ///
    /// # Errors
    ///
    /// [`NoBase`], which says what is missing.
    pub fn for_period(
        &self,
        force: Force,
        period: Window,
        convention: MidYear,
        counted: Counted,
    ) -> Result<BaseOf, NoBase> {
        let wanted = convention.serving(period).ok_or(NoBase::NoMidYear)?;
        let own: Vec<&Row<Population>> =
            self.rows.good.iter().filter(|row| row.value.force == force).collect();
        let Some(row) = own.iter().find(|row| row.value.year == wanted) else {
            return Err(if own.is_empty() {
                NoBase::NoForce(force)
            } else {
                NoBase::OtherYears { force, wanted, have: years(&own) }
            });
        };
        let (count, column) = match counted {
            Counted::People => (row.value.people, "people"),
            Counted::Households => match row.value.households {
                Known::Is(households) => (households, "households"),
                Known::NotKnown | Known::NotSupplied => {
                    return Err(NoBase::NoHouseholds { force, year: wanted });
                }
            },
        };
        Ok(BaseOf { count, year: wanted, place: row.place.at(column) })
    }
}

/// The years as people write them: `2001 to 2003 and 2005`.
fn years(rows: &[&Row<Population>]) -> String {
    let mut all: Vec<Year> = rows.iter().map(|row| row.value.year).collect();
    all.sort_unstable();
    let mut runs: Vec<(Year, Year)> = Vec::new();
    for year in all {
        match runs.last_mut() {
            Some((_, last)) if year.since(*last) == 1 => *last = year,
            Some(_) | None => runs.push((year, year)),
        }
    }
    let run = |(first, last): &(Year, Year)| {
        if first == last { format!("mid-{first}") } else { format!("mid-{first} to mid-{last}") }
    };
    runs.iter().map(run).collect::<Vec<_>>().join(" and ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn populations(rows: &str) -> Populations {
        let file = format!("force,year,people,households,source\n{rows}");
        read_populations(Source::new("populations.csv", file.as_bytes())).unwrap()
    }

    fn window(first: &str, last: &str) -> Window {
        Window::new(first.parse().unwrap(), last.parse().unwrap()).unwrap()
    }

    fn kent() -> Force {
        "Kent".parse().unwrap()
    }

    #[test]
    fn another_year_is_never_taken_instead() {
        let table = populations("Kent,2010,1000,,x\nKent,2011,1001,400,x\nKent,2013,1002,,x\n");
        let year = window("2013-04-01", "2014-03-31");
        let error = table.for_period(kent(), year, MidYear::BeforePeriod, Counted::People).unwrap_err();
        assert_eq!(
            error.to_string(),
            "mid-2012 is wanted, and the populations have mid-2010 to mid-2011 and mid-2013 for Kent"
        );
        let within = table.for_period(kent(), year, MidYear::WithinPeriod, Counted::People).unwrap();
        assert_eq!((within.count, within.place.row), (1_002, Some(4)));
        assert!(table.for_period(kent(), year, MidYear::WithinPeriod, Counted::Households).is_err());
    }

    #[test]
    fn a_quarter_without_a_thirtieth_of_june_has_no_mid_year_of_its_own() {
        assert_eq!(MidYear::WithinPeriod.serving(window("2013-07-01", "2013-09-30")), None);
        assert_eq!(MidYear::WithinPeriod.serving(window("2013-04-01", "2013-06-30")), Year::new(2013));
        // On 30 June itself the middle of the year is not before the period.
        assert_eq!(MidYear::BeforePeriod.serving(window("2013-06-30", "2013-09-30")), Year::new(2012));
        assert_eq!(MidYear::BeforePeriod.serving(window("2013-07-01", "2013-09-30")), Year::new(2013));
    }

    #[test]
    fn a_force_that_stands_twice_for_a_year_and_one_without_people_are_rejected() {
        let table =
            populations("Kent,2010,1000,,x\nKent Police,2010,1001,,x\nEssex,2010,0,,x\nEssex,10,5,,x\n");
        assert_eq!((table.rows.good.len(), table.rows.rejected.len()), (1, 3));
    }
}
