//! At whom a public order offence was aimed.

use rulebook::{Rule, RuleId};

use crate::{
    edition,
    verdict::{Case, Classified},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("public-order-victims"),
    title: "A public order offence and its victims",
    says: "Public fear, alarm or distress, aggravated or not, is one crime for each person at whom it was aimed, and one crime if it was aimed at nobody in particular; in the second case there is no victim to confirm it, so the points to prove decide.",
    basis: edition::rules(
        "pages 86 and 89, general rules of 9A and 9B; that the points to prove decide is our reading of pages 7 and 8",
    ),
    in_force: edition::HELD,
    exemplar: "two people abused at once for their religion, recorded as one crime",
    mend: "record one crime for each person at whom it was aimed",
};

/// Whether it is one of the classes that are counted by victim or, without one, once.
fn is_of(crime: &Classified) -> bool {
    matches!(crime.class, "9A" | "9B")
}

/// Whether such an offence was aimed at nobody in particular, so that there is no victim to ask.
#[must_use]
pub fn aimed_at_nobody(crime: &Classified, case: &Case<'_>) -> bool {
    is_of(crime) && case.victim.is_none()
}

/// Whether such an offence counts by its victim, whatever the list says of the way it is recorded.
#[must_use]
pub fn counts_by_victim(crime: &Classified, case: &Case<'_>) -> bool {
    is_of(crime) && case.victim.is_some()
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/public-order-victims.toml"), decided);
    }
}
