//! No more crimes recorded than were due.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use table::Row;

use crate::Stratum;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("recorded-within-due"),
    title: "Recorded within due",
    says: "In a table of compliance the crimes recorded are some or all of the crimes that should have been.",
    basis: Basis::Reasoned {
        why: "compliance counts due crimes that were recorded; a crime recorded that was not due is over-recording, \
              which would hide as many that are missing",
    },
    in_force: InForce::Always,
    exemplar: "1 crime due, 2 recorded",
    mend: "count only those recorded crimes that were due, and show over-recording in a column or table of its own",
};

/// Finds fault with a row that has more crimes recorded than due. The row is then not used.
///
/// A count that is not known or not supplied is no fault.
#[must_use]
pub fn check(row: &Row<Stratum>) -> Option<Finding> {
    let (recorded, due) = row.value.recorded_of_due().filter(|(recorded, due)| recorded > due)?;
    let name = &row.value.stratum;
    let sentence = format!(
        "{name}: {recorded} said to be recorded of only {due} due; over-recording belongs in a table of its own"
    );
    Some(
        Finding::new(&RULE, Severity::Error, name, Some(row.place.at("crimes_recorded")), sentence)
            .with("crimes_due", due)
            .with("crimes_recorded", recorded),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{in_words, row};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/recorded-within-due.toml"), |facts: &Stratum| {
            in_words(check(&row(facts)))
        });
    }
}
