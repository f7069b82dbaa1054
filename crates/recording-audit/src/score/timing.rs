//! Whether a crime was recorded within the limit of the day on which its report was received.

use std::fmt;

use chrono::{DateTime, Duration, NaiveDateTime};

use crate::score::Line;
use calendar::moment::Moment;

/// The limit for recording a crime, which the counting rules give for the moment of receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// The last moment in time; where the text allows two readings, both of them.
    Until {
        /// By the reading that ends first.
        earlier: NaiveDateTime,
        /// By the reading that ends last.
        later: NaiveDateTime,
    },
    /// No text is held for that day.
    NotHeld,
}

/// Whether a crime was recorded in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// By every reading.
    InTime,
    /// By so many minutes at least, by every reading.
    Late {
        /// How many.
        minutes: i64,
    },
    /// In time by one reading of the limit and late by the other.
    TwoReadings,
    /// No text of the limit is held for the day of receipt.
    NotHeld,
    /// A moment is missing, or only its day is known and that leaves it open.
    CannotBeTold,
}

/// The first and the last moment that a cell may mean.
fn between(moment: Moment) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let first = DateTime::from_timestamp(moment.seconds, 0)?.naive_utc();
    let open = if moment.to_the_minute { Duration::zero() } else { Duration::minutes(24 * 60 - 1) };
    Some((first, first + open))
}

/// Whether the crime of a line was recorded in time.
pub(crate) fn timing(line: &Line, limit: &dyn Fn(NaiveDateTime) -> Limit) -> Timing {
    let moments = line.received.and_then(between).zip(line.recorded.and_then(between));
    let Some(((received_first, received_last), (recorded_first, recorded_last))) = moments else {
        return Timing::CannotBeTold;
    };
    let (Limit::Until { earlier, later: by_the_other }, Limit::Until { later, .. }) =
        (limit(received_first), limit(received_last))
    else {
        return Timing::NotHeld;
    };
    if recorded_last <= earlier {
        return Timing::InTime;
    }
    if recorded_first > later {
        let over = (recorded_first - later).num_seconds();
        return Timing::Late { minutes: (over + 59).div_euclid(60) };
    }
    let exact = received_first == received_last && recorded_first == recorded_last;
    if exact && earlier != by_the_other { Timing::TwoReadings } else { Timing::CannotBeTold }
}

impl fmt::Display for Timing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InTime => f.pad("in time"),
            Self::Late { minutes } => f.pad(&format!("late by {} h {:02} min", minutes / 60, minutes % 60)),
            Self::TwoReadings => f.pad("in time by one reading, late by the other"),
            Self::NotHeld => f.pad("no limit held for the day"),
            Self::CannotBeTold => f.pad("cannot be told"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::{Judgement, NoCrime, VictimTold};
    use calendar::moment::moment;
    use rulebook::Place;

    fn timed(received: &str, recorded: &str, limit: Limit) -> String {
        let line = Line {
            place: Place::file("sheet.csv"),
            case: "C1".to_owned(),
            line: 1,
            by: "Ann".to_owned(),
            judgement: Judgement::Recorded,
            class_due: String::new(),
            class_recorded: String::new(),
            received: moment(received).unwrap(),
            recorded: moment(recorded).unwrap(),
            victim_told: VictimTold::NotSupplied,
            no_crime: NoCrime::NotSupplied,
            notes: String::new(),
        };
        timing(&line, &|_| limit).to_string()
    }

    #[test]
    fn where_the_clocks_change_both_readings_are_asked() {
        let at = |hour| rulebook::day(2027, 3, 28).and_hms_opt(hour, 0, 0).unwrap();
        let limit = Limit::Until { earlier: at(12), later: at(13) };
        for (recorded, expected) in [
            ("2027-03-28T12:00", "in time"),
            ("2027-03-28T12:01", "in time by one reading, late by the other"),
            ("2027-03-28T13:00", "in time by one reading, late by the other"),
            ("2027-03-28T13:01", "late by 0 h 01 min"),
            // Of a day alone it cannot be told, nor of nothing.
            ("2027-03-28", "cannot be told"),
            ("not known", "cannot be told"),
            ("2027-03-27", "in time"),
        ] {
            assert_eq!(timed("2027-03-27T12:00", recorded, limit), expected, "{recorded}");
        }
        assert_eq!(
            timed("2027-03-27T12:00", "2027-03-28T12:00", Limit::NotHeld),
            "no limit held for the day"
        );
    }
}
