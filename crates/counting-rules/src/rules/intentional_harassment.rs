//! Intentional harassment, alarm or distress.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("intentional-harassment"),
    title: "Intentional harassment, alarm or distress",
    says: "Threatening, abusive, insulting or disorderly behaviour that is meant to cause harassment, alarm or distress, and causes it to that person or another, is an offence under section 4A.",
    basis: edition::rules("page 87, Intentional harassment, alarm or distress"),
    in_force: edition::HELD,
    exemplar: "a man shouts insults at a neighbour to distress him, and does; registered as an incident under section 5",
    mend: "record 125/09",
};

/// The offence under section 4A.
///
/// # Errors
///
/// None.
pub fn classify(case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    ask.follows("harassment, alarm or distress, meant and caused: section 4A");
    crime("9A", "125/09", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/intentional-harassment.toml"), classified);
    }
}
