//! Offenders under ten.

use rulebook::{Rule, RuleId};

use crate::{Ask, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("offender-under-ten"),
    title: "Offender under ten years of age",
    says: "A crime is recorded even if the offender is under ten; how far it is investigated is for the chief officer to decide.",
    basis: edition::rules("page 9, Offender aged less than 10 years"),
    in_force: edition::HELD,
    exemplar: "a boy of eight bruises another boy, and nothing is recorded because he is too young to be charged",
    mend: "record the crime",
};

/// Notes in the steps that the offender is under ten. It never changes the answer.
pub fn noted(case: &Case<'_>, ask: &mut Ask<'_>) {
    let Some((at, offender)) = case.offender() else { return };
    if offender.age.value().is_none_or(|age| *age >= 10) {
        return;
    }
    ask.begin(&RULE, case.of);
    if ask.number(at, "age", &offender.age).is_ok() {
        ask.follows("the offender is under ten: recorded all the same");
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{exit_of, said_of};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/offender-under-ten.toml"), exit_of);
    }

    #[test]
    fn the_working_notes_it_and_nothing_else() {
        let facts = |offender: &str| {
            format!(
                r#"{{ "victim": {{}}, "offender": {offender}, "report": {{ "reporter": {{ "who": "victim", "impaired": "no" }} }} }}"#
            )
        };
        let yes = facts(r#"{ "police": "no", "age": 9 }"#);
        assert_eq!(said_of(&RULE, &yes), ["the offender is under ten: recorded all the same"]);
        let no = facts(r#"{ "police": "no", "age": 10 }"#);
        assert_eq!(said_of(&RULE, &no), [""; 0]);
    }
}
