//! Which periods of some tables a report compares: years or quarters that do not overlap.

use std::collections::{BTreeMap, BTreeSet};

use calendar::Window;
use chrono::{Datelike as _, NaiveDate};
use crime::Force;

use crate::{
    Published, Unit,
    windows::{ending, is_months},
};

/// How long each period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// Twelve whole months.
    Years,
    /// Three whole months.
    Quarters,
}

/// The periods that are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Periods {
    /// In the order of their days, without a gap; no two share a day. Of some between the first and the last there may be no number.
    pub windows: Vec<Window>,
    /// How many periods of the tables stay aside: they are later, overlap with those taken, or are of another length.
    pub aside: usize,
}

/// Why there is no period to compare.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoPeriods {
    /// No period has the length.
    #[error("no table has counts or scores of forces for {}; the periods are: {there}", length.words())]
    NoneSoLong {
        /// The length.
        length: Length,
        /// The periods that there are.
        there: String,
    },
    /// No period ends on the day.
    #[error("no table has {} that ends on {end}; such periods end on: {there}", length.one())]
    NoneEnding {
        /// The length.
        length: Length,
        /// The day.
        end: NaiveDate,
        /// The days on which periods end.
        there: String,
    },
}

impl Length {
    const fn months(self) -> u32 {
        match self {
            Self::Years => 12,
            Self::Quarters => 3,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Years => "years of twelve whole months",
            Self::Quarters => "quarters of three whole months",
        }
    }

    const fn one(self) -> &'static str {
        match self {
            Self::Years => "a year",
            Self::Quarters => "a quarter",
        }
    }
}

/// The periods of `tables` that end with the one that is asked for, and those before it that are as long and overlap with none. If no end is asked
/// for, it is the last period that more than half of the forces have.
///
/// ```
/// use msf_benchmark::{Length, periods, read_official};
/// use table::Source;
/// let table = "12 months ending,PFA,Region,Offence,Rolling year total number of offences\n\
///     31-03-2017,Kent,South East,Robbery,19\n30-06-2017,Kent,South East,Robbery,20\n31-03-2018,Kent,South East,Robbery,21\n";
/// let read = read_official(Source::new("any.csv", table.as_bytes()))?;
/// let found = periods(&read, Length::Years, None)?;
/// assert_eq!(found.windows.iter().map(|year| year.last().to_string()).collect::<Vec<_>>(), ["2017-03-31", "2018-03-31"]);
/// assert_eq!(found.aside, 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`NoPeriods`] with the periods that there are.
pub fn periods(tables: &[Published], length: Length, end: Option<NaiveDate>) -> Result<Periods, NoPeriods> {
    let all = by_window(tables);
    let long = || all.iter().filter(|(window, _)| is_months(**window, length.months()));
    let forces: BTreeSet<Force> = all.values().flatten().copied().collect();
    let last = match end {
        Some(end) => long().find(|(window, _)| window.last() == end),
        None => long().rfind(|(_, here)| here.len() * 2 > forces.len()).or_else(|| long().next_back()),
    };
    let Some((last, _)) = last else {
        let days = |of: &mut dyn Iterator<Item = String>| of.collect::<Vec<_>>().join(", ");
        return Err(match end {
            Some(end) if long().next().is_some() => NoPeriods::NoneEnding {
                length,
                end,
                there: days(&mut long().map(|(window, _)| window.last().to_string())),
            },
            Some(_) | None => NoPeriods::NoneSoLong {
                length,
                there: if all.is_empty() { "none".to_owned() } else { told(all.keys().copied()) },
            },
        });
    };
    let step = length.months();
    let in_step = |window: &Window| {
        window.last() <= last.last()
            && (12 + last.last().month() - window.last().month()).is_multiple_of(step)
    };
    let there: BTreeSet<Window> = long().map(|(window, _)| *window).filter(in_step).collect();
    let aside = all.len() - there.len();
    // What no table has between two periods is a gap and not left out: neighbours would be taken for neighbours.
    let first = there.first().map_or(last.first(), |window| window.first());
    let before = |window: &Window| ending(window.first().pred_opt()?, step);
    let mut windows: Vec<Window> =
        std::iter::successors(Some(*last), before).take_while(|window| window.first() >= first).collect();
    windows.reverse();
    Ok(Periods { windows, aside })
}

/// Periods in words; many of one length by the first and the last of them.
fn told(windows: impl Iterator<Item = Window>) -> String {
    let mut by_length: BTreeMap<u64, Vec<Window>> = BTreeMap::new();
    for window in windows {
        // Months of 28 to 31 days, years of 365 or 366: what differs by less is of one length.
        by_length.entry((window.days() + 15) / 30).or_default().push(window);
    }
    let each = |windows: &Vec<Window>| match windows.as_slice() {
        [first, _, .., last] if windows.len() > 3 => {
            format!("{} from {first} up to {last}", windows.len())
        }
        few => few.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    };
    by_length.values().map(each).collect::<Vec<_>>().join("; ")
}

/// The forces that have a count or a score in each period.
fn by_window(tables: &[Published]) -> BTreeMap<Window, BTreeSet<Force>> {
    let mut found: BTreeMap<Window, BTreeSet<Force>> = BTreeMap::new();
    for table in tables {
        for cell in table.cells.iter().filter(|cell| matches!(cell.unit, Unit::Offences | Unit::Score)) {
            let force = table.area(cell).and_then(crate::Area::force);
            if let Some(force) = force.filter(|_| cell.value.number().is_some())
                && let Some(window) = table.window(cell)
            {
                found.entry(window).or_default().insert(force);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use table::Source;

    use super::*;
    use crate::read_official;

    fn read(rows: &str) -> Vec<Published> {
        let table = format!("force,class,value,first,last\n{rows}");
        read_official(Source::new("own.csv", table.as_bytes())).unwrap()
    }

    fn ends(found: &Periods) -> Vec<String> {
        found.windows.iter().map(|window| window.last().to_string()).collect()
    }

    #[test]
    fn a_period_that_few_forces_have_is_not_taken_unless_it_is_asked_for() {
        let tables = read(
            "Kent,Robbery,1,2016-04-01,2017-03-31\nEssex,Robbery,1,2016-04-01,2017-03-31\nDorset,Robbery,1,2016-04-01,2017-03-31\n\
             Kent,Robbery,1,2017-04-01,2018-03-31\n",
        );
        assert_eq!(ends(&periods(&tables, Length::Years, None).unwrap()), ["2017-03-31"]);
        let end = "2018-03-31".parse().ok();
        assert_eq!(ends(&periods(&tables, Length::Years, end).unwrap()), ["2017-03-31", "2018-03-31"]);
    }

    #[test]
    fn years_and_quarters_do_not_mix() {
        let tables = read("Kent,Robbery,4,2016-04-01,2017-03-31\nKent,Robbery,1,2016-04-01,2016-06-30\n");
        let quarters = periods(&tables, Length::Quarters, None).unwrap();
        assert_eq!((ends(&quarters), quarters.aside), (vec!["2016-06-30".to_owned()], 1));
    }

    #[test]
    fn what_is_not_there_is_refused_with_what_is() {
        let tables = read("Kent,Robbery,4,2016-04-01,2017-03-31\n");
        let end = "2018-03-31".parse().ok();
        assert_eq!(
            periods(&tables, Length::Years, end).unwrap_err().to_string(),
            "no table has a year that ends on 2018-03-31; such periods end on: 2017-03-31"
        );
        assert_eq!(
            periods(&tables, Length::Quarters, None).unwrap_err().to_string(),
            "no table has counts or scores of forces for quarters of three whole months; the periods are: 1 April 2016 to 31 March 2017"
        );
    }

    #[test]
    fn many_periods_are_told_by_the_first_and_the_last() {
        let rows = (2001..2012).map(|year| format!("Kent,Robbery,4,{year}-04-01,{}-03-31\n", year + 1));
        let tables = read(&rows.collect::<String>());
        assert_eq!(
            periods(&tables, Length::Quarters, None).unwrap_err().to_string(),
            "no table has counts or scores of forces for quarters of three whole months; the periods are: 11 from 1 April 2001 to 31 March 2002 up \
             to 1 April 2011 to 31 March 2012"
        );
    }

    #[test]
    fn a_year_that_no_table_has_is_a_gap() {
        let tables = read(
            "Kent,Robbery,4,2014-04-01,2015-03-31\nKent,Robbery,5,2016-04-01,2017-03-31\nKent,Robbery,5,2016-07-01,2017-06-30\n",
        );
        let found = periods(&tables, Length::Years, "2017-03-31".parse().ok()).unwrap();
        assert_eq!(
            (ends(&found), found.aside),
            (["2015-03-31", "2016-03-31", "2017-03-31"].map(str::to_owned).into(), 1)
        );
    }
}
