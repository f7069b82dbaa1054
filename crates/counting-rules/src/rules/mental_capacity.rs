//! Offenders without mental capacity.

use crime::Fact;
use rulebook::{Rule, RuleId};

use crate::{Ask, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("mental-capacity"),
    title: "Mental capacity of the offender",
    says: "A crime is recorded even if the offender lacks the mental capacity to form the intent that it needs.",
    basis: edition::rules("page 9, Mental capacity"),
    in_force: edition::HELD,
    exemplar: "a patient with advanced dementia bruises a nurse, and nothing is recorded because he could not mean it",
    mend: "record the crime",
};

/// Notes in the steps that the offender lacks capacity. It never changes the answer.
pub fn noted(case: &Case<'_>, ask: &mut Ask<'_>) {
    let Some((at, offender)) = case.offender() else { return };
    if offender.lacks_capacity != Fact::Yes {
        return;
    }
    ask.begin(&RULE, case.of);
    if ask.yes(at, "lacks_capacity", offender.lacks_capacity).is_ok() {
        ask.follows("the offender lacks mental capacity: recorded all the same");
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{exit_of, said_of};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/mental-capacity.toml"), exit_of);
    }

    #[test]
    fn the_working_notes_it_and_nothing_else() {
        let facts = |offender: &str| {
            format!(
                r#"{{ "victim": {{}}, "offender": {offender}, "report": {{ "reporter": {{ "who": "victim", "impaired": "no" }} }} }}"#
            )
        };
        let yes = facts(r#"{ "police": "no", "lacks_capacity": "yes" }"#);
        assert_eq!(said_of(&RULE, &yes), ["the offender lacks mental capacity: recorded all the same"]);
        let no = facts(r#"{ "police": "no", "lacks_capacity": "no" }"#);
        assert_eq!(said_of(&RULE, &no), [""; 0]);
    }
}
