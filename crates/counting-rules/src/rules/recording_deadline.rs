//! By when a crime must be recorded.

use calendar::clock_changes;
use chrono::{Datelike as _, Duration, NaiveDate, NaiveDateTime};
use rulebook::{Basis, Citation, InForce, Rule, RuleId, Seen, day};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("recording-deadline"),
    title: "When to record",
    says: "A crime is recorded on the day its report is received, and no later than 24 hours after receipt; before April 2015 it was 72 hours. The text is held in full from April 2026 on, before that at second hand, and every answer says which.",
    basis: Basis::Published(Citation {
        document: "Crime Recording Rules for front line officers and staff",
        edition: "2026/27, April 2026, version 2",
        place: "page 10, When to record",
        seen: Seen::FullText,
    }),
    in_force: InForce::Between(day(2012, 11, 1), day(2027, 3, 31)),
    exemplar: "a report received on 1 May 2026 at 14:30 and recorded on 2 May at 14:31",
    mend: "record the crime; the record says why it is late, and the registrar oversees it",
};

/// A limit, and the days of receipt for which a text gives it.
#[derive(Debug, PartialEq, Eq)]
pub struct Edition {
    /// Hours after receipt.
    pub hours: i64,
    /// First and last day of receipt.
    pub received: (NaiveDate, NaiveDate),
    /// The text, and how it was read.
    pub citation: Citation,
}

/// The editions that are held, oldest first. Between two of them no day is without one.
pub static EDITIONS: [Edition; 3] = [
    Edition {
        hours: 72,
        received: (day(2012, 11, 1), day(2015, 3, 31)),
        citation: Citation {
            document: "Reports of Her Majesty's Inspectorate of Constabulary on crime data integrity",
            edition: "2014",
            place: "the limit by which records from 1 November 2012 on were judged",
            seen: Seen::SecondHand,
        },
    },
    Edition {
        hours: 24,
        received: (day(2015, 4, 1), day(2026, 3, 31)),
        citation: Citation {
            document: "Home Office, crime outcomes technical annex",
            edition: "2025/26",
            place: "the change from 72 to 24 hours in April 2015 (the day of the month is taken to be the first)",
            seen: Seen::SecondHand,
        },
    },
    Edition {
        hours: 24,
        received: (day(2026, 4, 1), day(2027, 3, 31)),
        citation: Citation {
            document: "Crime Recording Rules for front line officers and staff",
            edition: "2026/27, April 2026, version 2",
            place: "page 10, When to record",
            seen: Seen::FullText,
        },
    },
];

/// By when a crime must be recorded, in local time. Where the clocks change in between, the text allows two readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The hours counted as the clock on the wall shows them.
    pub by_the_clock: NaiveDateTime,
    /// The hours counted as they pass.
    pub as_they_pass: NaiveDateTime,
    /// The edition that gives the hours; with it comes how it was read.
    pub edition: &'static Edition,
    /// The rule that answers.
    pub by: &'static Rule,
}

impl Deadline {
    /// The earlier of the two readings: who keeps it keeps both.
    #[must_use]
    pub fn safe(&self) -> NaiveDateTime {
        self.by_the_clock.min(self.as_they_pass)
    }
}

/// Why no deadline can be given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// We hold no text for a report received on that day.
    #[error("no edition of rule `{rule}` is held for {day}")]
    NoEdition {
        /// The rule that was asked.
        rule: RuleId,
        /// The day of receipt.
        day: NaiveDate,
    },
}

/// Gives the last moment at which a crime is recorded in time, for a report received at `received`, local time.
///
/// The moment of receipt chooses the edition, not the day of the offence. That a crime *should* be recorded on the same day
/// stands in the same sentence; this is the limit.
///
/// # Errors
///
/// [`Error::NoEdition`] for a day of receipt for which we hold no text: before 1 November 2012 and after 31 March 2027.
///
/// # Examples
///
/// When the clocks go forward, 24 hours by the clock are only 23 that pass; the safe reading is the earlier:
///
/// ```
/// use counting_rules::rules::recording_deadline::deadline;
/// use rulebook::day;
///
/// let saturday = day(2027, 3, 27).and_hms_opt(12, 0, 0).ok_or("no such time")?;
/// let deadline = deadline(saturday).map_err(|_| "no edition held")?;
/// assert_eq!(deadline.by_the_clock.to_string(), "2027-03-28 12:00:00");
/// assert_eq!(deadline.as_they_pass.to_string(), "2027-03-28 13:00:00");
/// assert_eq!(deadline.safe(), deadline.by_the_clock);
/// # Ok::<(), &str>(())
/// ```
pub fn deadline(received: NaiveDateTime) -> Result<Deadline, Error> {
    let on = received.date();
    let edition = EDITIONS
        .iter()
        .find(|edition| edition.received.0 <= on && on <= edition.received.1)
        .ok_or(Error::NoEdition { rule: RULE.id, day: on })?;
    let by_the_clock = received + Duration::hours(edition.hours);
    // The clocks change in March and October only, and the hours are never so many as to go past either month.
    let may_change = [received, by_the_clock].iter().any(|moment| matches!(moment.month(), 3 | 10));
    let gained: i64 = (received.year()..=by_the_clock.year())
        .filter(|_| may_change)
        .flat_map(clock_changes)
        .filter(|change| received < change.at && change.at <= by_the_clock)
        .map(|change| change.hours)
        .sum();
    Ok(Deadline { by_the_clock, as_they_pass: by_the_clock + Duration::hours(gained), edition, by: &RULE })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        received: NaiveDateTime,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/recording-deadline.toml"), |facts: &Facts| match deadline(
            facts.received,
        ) {
            Err(error) => error.to_string(),
            Ok(deadline) if deadline.by_the_clock == deadline.as_they_pass => {
                format!("{} ({})", deadline.safe(), deadline.edition.citation.seen)
            }
            Ok(deadline) => {
                format!("{} by the clock, {} as hours pass", deadline.by_the_clock, deadline.as_they_pass)
            }
        });
    }

    #[test]
    fn every_day_from_the_first_to_the_last_has_one_edition() {
        let (first, last) = (EDITIONS[0].received.0, EDITIONS[EDITIONS.len() - 1].received.1);
        assert_eq!(RULE.in_force, InForce::Between(first, last));
        for on in first.iter_days().take_while(|on| *on <= last) {
            let held = EDITIONS.iter().filter(|edition| edition.received.0 <= on && on <= edition.received.1);
            assert_eq!(held.count(), 1, "{on}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_later_receipt_never_has_an_earlier_deadline_under_one_edition(minute in 0..500_000_i64, later in 0..10_000_i64) {
            let first = day(2026, 4, 1).and_hms_opt(0, 0, 0).unwrap() + Duration::minutes(minute);
            let second = first + Duration::minutes(later);
            if let (Ok(one), Ok(other)) = (deadline(first), deadline(second)) {
                proptest::prop_assert!(one.by_the_clock <= other.by_the_clock);
                proptest::prop_assert!(one.safe() > first);
            }
        }
    }
}
