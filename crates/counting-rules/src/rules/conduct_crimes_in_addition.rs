//! Conduct crimes in addition, from April 2018 to the spring of 2023.

use chrono::NaiveDate;
use rulebook::{Basis, Citation, InForce, Rule, RuleId, Seen, day};

use crate::rules::conduct_crime_tiers::tier;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("conduct-crimes-in-addition"),
    title: "Conduct crimes in addition, 2018 to 2023",
    says: "From April 2018 until the change of April or May 2023 a conduct crime was recorded in addition to the most serious other offence of the same offender against the same victim.",
    basis: Basis::Published(Citation {
        document: "Notes on stalking and harassment in recorded crime, after table A4 of the Home Office",
        edition: "as quoted at vawg.gss-data.org.uk; the end after a press report of April 2023",
        place: "notes to the table: the change of April 2018",
        seen: Seen::SecondHand,
    }),
    in_force: InForce::Between(FIRST, LAST),
    exemplar: "a harassment and an assault with injury of June 2019, on one victim by one man, recorded as the assault only",
    mend: "record the conduct crime and the most serious other offence",
};

/// The first day: of April 2018 the source names the month only.
const FIRST: NaiveDate = day(2018, 4, 1);

/// The last day on which it surely held. Sources name April and May 2023 for the end.
const LAST: NaiveDate = day(2023, 3, 31);

/// The last day on which it may still have held.
const END_AT_THE_LATEST: NaiveDate = day(2023, 5, 31);

/// Why the rule does not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotHeld {
    /// The day is before the rule, and no text for it is held.
    #[error("{0} is before April 2018, for which no text is held")]
    Before(NaiveDate),
    /// The rule ended in April or May 2023; the day is not known.
    #[error("{0} is in April or May 2023, in which the rule ended on a day that is not known")]
    AboutTheEnd(NaiveDate),
    /// The rule had ended.
    #[error("{0} is after the rule ended")]
    Ended(NaiveDate),
}

/// Whether of two offences, given by their subcodes, against one victim by one offender the conduct crime was recorded in addition, on
/// the day of recording. It is not asked by [`decide`](crate::decide), which answers for the editions that are held in full only.
///
/// ```
/// use counting_rules::rules::conduct_crimes_in_addition::in_addition;
/// use rulebook::day;
///
/// assert_eq!(in_addition(day(2019, 6, 1), "195/94", "008/06"), Ok(true));
/// assert!(in_addition(day(2026, 4, 1), "195/94", "008/06").is_err());
/// ```
///
/// # Errors
///
/// [`NotHeld`] for a day on which the rule did not hold, or is not known to have held.
pub fn in_addition(recorded: NaiveDate, one: &str, other: &str) -> Result<bool, NotHeld> {
    if recorded < FIRST {
        return Err(NotHeld::Before(recorded));
    }
    if recorded > END_AT_THE_LATEST {
        return Err(NotHeld::Ended(recorded));
    }
    if !RULE.in_force.covers(recorded) {
        return Err(NotHeld::AboutTheEnd(recorded));
    }
    Ok(tier(one).is_some() != tier(other).is_some())
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        recorded: NaiveDate,
        one: String,
        other: String,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/conduct-crimes-in-addition.toml"), |facts: &Facts| {
            match in_addition(facts.recorded, &facts.one, &facts.other) {
                Ok(true) => "both".to_owned(),
                Ok(false) => "not said".to_owned(),
                Err(not_held) => not_held.to_string(),
            }
        });
    }
}
