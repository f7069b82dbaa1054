//! A crime is recorded within its limit.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::compare::rows::{Due, Recorded};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("recorded-in-time"),
    title: "Recorded within the limit",
    says: "A crime is recorded no later than the deadline that stands beside it among the crimes due. Where the deadline or the moment of recording is missing, or only its day is known and that is the day of the deadline, it cannot be told.",
    basis: Basis::Reasoned {
        why: "the limit of the day is given with the crime due (the rule `recording-deadline` gives it), and late recording delays what a victim is owed",
    },
    in_force: InForce::Always,
    exemplar: "a deadline of 2 May at 14:30, and a crime recorded on 2 May at 14:31",
    mend: "nothing mends a late record; the record says why it is late, and the registrar looks for what made it so",
};

/// Whether a crime was recorded in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum InTime {
    Yes,
    /// By how many minutes it is late, at least.
    Late {
        minutes: i64,
    },
    CannotBeTold,
}

/// Whether a crime was recorded by its deadline; to the minute, the last of which is in time.
pub(crate) fn in_time(due: &Due<'_>, crime: &Recorded<'_>) -> InTime {
    let (Some(deadline), Some(recorded)) = (due.deadline, crime.at) else { return InTime::CannotBeTold };
    if recorded.day() < deadline.day() {
        return InTime::Yes;
    }
    if recorded.day() == deadline.day() {
        // The whole day of a deadline that names no time is in time.
        if !deadline.to_the_minute {
            return InTime::Yes;
        }
        if !recorded.to_the_minute {
            return InTime::CannotBeTold;
        }
    }
    // A deadline without a time ends with its day.
    let end = deadline.seconds + if deadline.to_the_minute { 0 } else { 24 * 60 * 60 };
    match recorded.seconds - end {
        ..=0 if recorded.day() == deadline.day() => InTime::Yes,
        over => InTime::Late { minutes: (over + 59).div_euclid(60).max(1) },
    }
}

/// Finds fault with a crime that is late.
pub(crate) fn check(due: &Due<'_>, crime: &Recorded<'_>, place: &Place) -> Option<Finding> {
    let InTime::Late { minutes } = in_time(due, crime) else { return None };
    let (deadline, recorded) = (due.deadline?, crime.at?);
    let least = if recorded.to_the_minute && deadline.to_the_minute { "" } else { "at least " };
    let over = format!("{} h {:02} min", minutes / 60, minutes % 60);
    let sentence =
        format!("{} of {} was recorded {least}{over} after its deadline", crime.crime, due.incident);
    Some(
        Finding::new(&RULE, Severity::Warning, crime.crime, Some(place.at("recorded")), sentence)
            .with("incident", due.incident)
            .with("deadline", deadline)
            .with("recorded", recorded)
            .with("over", over),
    )
}

#[cfg(test)]
mod tests {
    use crate::compare::cases::compared;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/recorded-in-time.toml"), compared);
    }
}
