//! The faults that are planted, and the slips that are none.

use super::{Force, OFFENCES, Row};
use crate::dates::Minute;
use crate::draw::Draw;

/// A fault of recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Fault {
    /// A crime due is missing.
    #[default]
    NotRecorded,
    /// It has another class.
    WrongClass,
    /// It is late.
    Late,
    /// A crime is recorded that is not due.
    WithoutBasis,
    /// A crime is recorded twice.
    Twice,
    /// A crime names a report that nobody holds.
    NoReport,
    /// It stands under the next report.
    AnotherReport,
    /// It was transferred to nobody.
    TransferredToNobody,
    /// The only record of a crime due is cancelled.
    Cancelled,
    /// It was re-classified and nobody approved.
    NotApproved,
    /// Its outcome is not allowed.
    Outcome,
    /// Two crimes have one number.
    NumberTwice,
}

impl Fault {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::NotRecorded,
        Self::WrongClass,
        Self::Late,
        Self::WithoutBasis,
        Self::Twice,
        Self::NoReport,
        Self::AnotherReport,
        Self::TransferredToNobody,
        Self::Cancelled,
        Self::NotApproved,
        Self::Outcome,
        Self::NumberTwice,
    ];

    /// The slug of the rule that finds it.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            Self::NotRecorded => "due-crime-recorded",
            Self::WrongClass => "recorded-as-due",
            Self::Late => "recorded-in-time",
            Self::WithoutBasis => "recorded-crime-due",
            Self::Twice => "recorded-once",
            Self::NoReport => "recorded-crime-with-incident",
            Self::AnotherReport => "recorded-under-its-own-incident",
            Self::TransferredToNobody => "transfer-with-receiver",
            Self::Cancelled => "due-crime-cancelled",
            Self::NotApproved => "reclassification-with-approver",
            Self::Outcome => "outcome-allowed",
            Self::NumberTwice => "crime-number-once",
        }
    }
}

/// Plants one fault among the rows of a report.
pub(super) fn plant(
    force: &mut Force,
    incident: &str,
    deadline: Minute,
    received: Minute,
    unit: u64,
    last: bool,
    rows: &mut Vec<Row>,
) {
    let mut fault = force.draw.one_of(&Fault::ALL);
    let untouched =
        |row: &Row| row.status.is_empty() && row.first_class.is_empty() && row.incident == incident;
    let at = rows.iter().position(untouched);
    let nothing_after = last && fault == Fault::AnotherReport;
    let too_few = fault == Fault::NumberTwice && at.is_none_or(|at| at + 1 >= rows.len());
    if at.is_none() || nothing_after || too_few {
        fault = if force.draw.below(2) == 0 { Fault::WithoutBasis } else { Fault::NoReport };
    }
    let rule = fault.rule();
    if matches!(fault, Fault::WithoutBasis | Fault::NoReport) {
        let stranger = super::Crime {
            offence: force.draw.one_of(&OFFENCES),
            victim: format!("SYNX{incident}"),
            offender: String::new(),
            day: received,
        };
        let mut row = force.row(incident, &stranger, received, unit);
        if fault == Fault::NoReport {
            // Behind its neighbour in the order of references, and before the next.
            row.incident.push('X');
        }
        force.plant(rule, &row.crime);
        rows.push(row);
        return;
    }
    let Some(at) = at else { return };
    if matches!(fault, Fault::NotRecorded | Fault::AnotherReport) {
        let row = rows.remove(at);
        if fault == Fault::NotRecorded {
            force.plant(rule, incident);
        } else {
            force.plant(rule, &row.crime);
            force.under_next.push(row);
        }
        return;
    }
    if fault == Fault::Twice {
        let Some(mut copy) = rows.get(at).cloned() else { return };
        copy.crime = force.number();
        copy.recorded = copy.recorded.later(60);
        force.plant(rule, &copy.crime);
        rows.push(copy);
        return;
    }
    let other = rows.get(at + 1).map(|row| row.crime.clone());
    let Some(row) = rows.get_mut(at) else { return };
    match fault {
        Fault::WrongClass => {
            let (class, subcode) = another(&mut force.draw, row.class);
            (row.class, row.subcode) = (class, subcode);
        }
        Fault::Late => row.recorded = deadline.later(force.draw.between(1, 200 * 60)),
        Fault::TransferredToNobody => row.status = "transferred",
        Fault::Cancelled => row.status = "cancelled",
        Fault::NotApproved => {
            row.first_class = another(&mut force.draw, row.class).0;
            row.reclassified = true;
        }
        Fault::Outcome => (row.outcome, row.outcome_may) = ("1A", "no"),
        Fault::NumberTwice => row.crime = other.unwrap_or_default(),
        Fault::NotRecorded | Fault::WithoutBasis | Fault::Twice | Fault::NoReport | Fault::AnotherReport => {}
    }
    let record = row.crime.clone();
    force.plant(rule, &record);
}

fn another(draw: &mut Draw, class: &str) -> (&'static str, &'static str) {
    loop {
        let (other, subcode) = draw.one_of(&OFFENCES);
        if other != class {
            return (other, subcode);
        }
    }
}

/// Slips of the hand and the clock: none is a fault of recording.
pub(super) fn mistype(row: &mut Row, draw: &mut Draw) {
    match draw.below(200) {
        // Two letters of the victim change places.
        0 | 1 => {
            let mut letters: Vec<char> = row.victim.chars().collect();
            let at = letters.len().saturating_sub(2);
            if let Some([one, other]) = letters.get_mut(at..) {
                std::mem::swap(one, other);
            }
            row.victim = letters.into_iter().collect();
        }
        // The victim was left out.
        2..=4 => row.victim.clear(),
        // The day is that before.
        5 | 6 => row.day = row.day.earlier(24 * 60),
        // The clock of the records system was an hour fast.
        7 | 8 => row.recorded = row.recorded.later(60),
        // The last letter of the report was lost, or typed twice: it stays in its order.
        9 => row.incident.push('0'),
        _ => {}
    }
}
