//! Which edition answers.

use chrono::NaiveDate;
use rulebook::{Basis, InForce, Rule, RuleId};

use crate::edition::HELD;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("edition-held"),
    title: "Which edition answers",
    says: "The day of recording, or without one the day of receipt, chooses the edition; for a day whose text is not held nothing is decided, and the nearest edition is never used instead.",
    basis: Basis::Reasoned {
        why: "a rule of another year may say something else, and nobody could tell from the answer",
    },
    in_force: InForce::Always,
    exemplar: "a report received on 31 March 2026, judged by the rules of 2026/27",
    mend: "judge it by the rules of its year",
};

/// Whether the rules of 2026/27, the only ones held in full, answer for a day.
///
/// ```
/// use counting_rules::rules::edition_held::covers;
/// use rulebook::day;
/// assert!(covers(day(2026, 4, 1)) && covers(day(2027, 3, 31)));
/// assert!(!covers(day(2026, 3, 31)) && !covers(day(2027, 4, 1)));
/// ```
#[must_use]
pub fn covers(day: NaiveDate) -> bool {
    HELD.covers(day)
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/edition-held.toml"), decided);
    }
}
