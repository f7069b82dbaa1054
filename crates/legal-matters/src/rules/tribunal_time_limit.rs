//! The time limit for a claim of discrimination before an employment tribunal.

use std::fmt;

use chrono::NaiveDate;
use rulebook::{Basis, Citation, InForce, Rule, RuleId, Seen, day};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("tribunal-time-limit"),
    title: "Time limit of the employment tribunal",
    says: "A claim of discrimination is in time if it is presented within three months beginning with the day of the act; a tribunal may allow another period that it thinks just and equitable. Early conciliation may move a limit that ends on or after 6 April 2014: of a claim presented after such a limit the rule does not say.",
    basis: Basis::Published(Citation {
        document: "Equality Act 2010",
        edition: "2010 c. 15; section 140B (early conciliation, from 6 April 2014) is not computed",
        place: "section 123(1)(a) and (b)",
        seen: Seen::SecondHand,
    }),
    in_force: InForce::since(day(2010, 10, 1)),
    exemplar: "an act of 30 November 2012, complained of on 1 March 2013",
    mend: "show why another period would be just and equitable; the program never says that it would be",
};

/// How long the limit is.
const MONTHS: u32 = 3;

/// The first day on which conciliation through Acas can extend a limit (SI 2014/253, article 3). What had ended before
/// it is not extended: conciliation that begins after the limit has passed extends nothing.
const EARLY_CONCILIATION: NaiveDate = day(2014, 4, 6);

/// Whether a claim was presented in time. Another period may be just and equitable: that is for the tribunal, and no
/// answer here speaks of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timing {
    /// On the last day or before.
    InTime {
        /// The last day of the three months. A longer limit would not change the answer.
        last_day: NaiveDate,
    },
    /// After the last day.
    OutOfTime {
        /// The last day of the limit.
        last_day: NaiveDate,
        /// How many days after it; 1 is the next day.
        days: u64,
    },
    /// This rule does not say.
    NotDecided {
        /// Why not.
        why: Why,
        /// The last day of the three months alone, where the calendar has one.
        last_day: Option<NaiveDate>,
    },
}

/// Why this rule does not say whether a claim is in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The claim is older than the act it complains of.
    PresentedBeforeTheAct,
    /// The act is older than the text.
    ActBeforeTheText,
    /// Conciliation through Acas may have moved a limit that ends on or after 6 April 2014 (SI 2014/253, article 3).
    EarlyConciliation,
    /// The calendar ends before the limit does.
    BeyondTheCalendar,
}

impl Why {
    /// All reasons.
    pub const ALL: [Self; 4] = [
        Self::PresentedBeforeTheAct,
        Self::ActBeforeTheText,
        Self::EarlyConciliation,
        Self::BeyondTheCalendar,
    ];
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::PresentedBeforeTheAct => "presented before the day of the act",
            Self::ActBeforeTheText => "the act is before 1 October 2010, for which no text is held",
            Self::EarlyConciliation => {
                "presented after three months that end on or after 6 April 2014: early conciliation may have moved the limit, and no certificate is held"
            }
            Self::BeyondTheCalendar => "the calendar ends before the limit does",
        })
    }
}

impl fmt::Display for Timing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InTime { last_day } => write!(f, "in time (last day {last_day})"),
            Self::OutOfTime { last_day, days: 1 } => write!(f, "1 day out of time (last day {last_day})"),
            Self::OutOfTime { last_day, days } => write!(f, "{days} days out of time (last day {last_day})"),
            Self::NotDecided { why, last_day: Some(last_day) } => {
                write!(f, "not decided: {why} (three months alone end on {last_day})")
            }
            Self::NotDecided { why, last_day: None } => write!(f, "not decided: {why}"),
        }
    }
}

/// Says whether a claim about an act of the day `act` was in time when it was `presented`.
///
/// The text must be held for the day of the act. A claim presented within the three months is in time, whatever the day:
/// what was enacted since (conciliation from 6 April 2014, six months by the Employment Rights Act 2025) only lengthens
/// the limit. If the three months ended before 6 April 2014 it is out of time, however late it came: nothing lengthens
/// what has passed. Otherwise it is not decided. Presented means received. The last day is not moved by a weekend or a holiday (*Miah v Axis*, Employment Appeal Tribunal 2018, read at
/// second hand). Conduct that extends over a period counts from its end: give that day.
///
/// # Examples
///
/// The last day for an act of 30 November is the last day of February:
///
/// ```
/// use legal_matters::rules::tribunal_time_limit::{Timing, timing};
/// use rulebook::day;
/// let last_day = day(2013, 2, 28);
/// assert_eq!(timing(day(2012, 11, 30), last_day), Timing::InTime { last_day });
/// assert_eq!(timing(day(2012, 11, 30), day(2013, 3, 1)), Timing::OutOfTime { last_day, days: 1 });
/// ```
#[must_use]
pub fn timing(act: NaiveDate, presented: NaiveDate) -> Timing {
    let last_day = calendar::months::beginning_with(act, MONTHS);
    let not_decided = |why| Timing::NotDecided { why, last_day };
    if presented < act {
        return not_decided(Why::PresentedBeforeTheAct);
    }
    if RULE.in_force.from().is_some_and(|first| act < first) {
        return not_decided(Why::ActBeforeTheText);
    }
    let Some(last_day) = last_day else { return not_decided(Why::BeyondTheCalendar) };
    if presented <= last_day {
        Timing::InTime { last_day }
    } else if last_day >= EARLY_CONCILIATION {
        Timing::NotDecided { why: Why::EarlyConciliation, last_day: Some(last_day) }
    } else {
        Timing::OutOfTime {
            last_day,
            days: presented.signed_duration_since(last_day).num_days().unsigned_abs(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        act: NaiveDate,
        presented: NaiveDate,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/tribunal-time-limit.toml"), |facts: &Facts| {
            timing(facts.act, facts.presented).to_string()
        });
    }

    proptest::proptest! {
        #[test]
        fn only_a_late_claim_is_left_to_conciliation(act in 0..6000_i64, wait in 0..6000_i64) {
            let act = day(2010, 10, 1) + chrono::Duration::days(act);
            let presented = act + chrono::Duration::days(wait);
            if let Timing::NotDecided { last_day, .. } = timing(act, presented) {
                let last_day = last_day.unwrap();
                proptest::prop_assert!(presented > last_day && last_day >= day(2014, 4, 6));
            }
        }

        #[test]
        fn waiting_never_brings_a_claim_back_into_time(act in 0..1200_i64, wait in 0..600_i64) {
            let act = day(2010, 10, 1) + chrono::Duration::days(act);
            let presented = act + chrono::Duration::days(wait);
            if let Timing::OutOfTime { days, .. } = timing(act, presented)
                && let Timing::OutOfTime { days: later, .. } = timing(act, presented.succ_opt().unwrap())
            {
                proptest::prop_assert_eq!(later, days + 1);
            }
            if let Timing::InTime { last_day } = timing(act, presented) {
                // Three months beginning with a day have 89 to 92 days.
                let length = last_day.signed_duration_since(act).num_days() + 1;
                proptest::prop_assert!((89..=92).contains(&length) && presented <= last_day);
            }
        }
    }
}
