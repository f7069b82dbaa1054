//! What is worth a look and says nothing of whether the removal stands.

use chrono::NaiveDate;

use crate::removals::{
    fault::{Fault, How, STANDS},
    sound::Kind,
};

/// What is worth a look and says nothing of whether the removal stands.
pub(in crate::removals) static FAULTS: &[Fault] = &[
    Fault {
        name: "after-outcome",
        rule: "removal-after-outcome",
        verdict: STANDS,
        other_reading: "",
        of: Kind::NoCrime,
        how: How::Changed(|row| {
            row.outcome = "16";
            row.outcome_on = row.removed.days(-3);
        }),
    },
    Fault {
        name: "near-year-end",
        rule: "removal-near-year-end",
        verdict: STANDS,
        other_reading: "",
        of: Kind::Error,
        how: How::Changed(|row| {
            let day = NaiveDate::from_ymd_opt(2027, 3, 27).and_then(|day| day.and_hms_opt(11, 0, 0));
            if let Some(day) = day {
                row.move_to(day);
            }
        }),
    },
    Fault {
        name: "recorded-again",
        rule: "recorded-again",
        verdict: STANDS,
        other_reading: "",
        of: Kind::Error,
        how: How::RecordedAgain,
    },
];
