//! A crime has an outcome that it may take.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::compare::{Settings, layouts::recorded, rows::Recorded};
use calendar::moment::missing;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-allowed"),
    title: "The outcome is one that the crime may take",
    says: "A recorded crime has an outcome that its class, the day and the approver allow. The verdict is handed over with the crime; where there is none, nothing is said.",
    basis: Basis::Reasoned {
        why: "the rules of the outcomes are asked by `audit-recording outcomes`, which names the text for each verdict",
    },
    in_force: InForce::Always,
    exemplar: "a crime with outcome 1A, and the verdict `no`",
    mend: "give the crime the outcome that the rule named in the finding allows, or supply the facts that the verdict missed",
};

/// Finds fault with an outcome of which the verdict is no.
pub(crate) fn check(crime: &Recorded<'_>, settings: &Settings) -> Option<Finding> {
    if crime.record.get(recorded::OUTCOME_MAY) != "no" {
        return None;
    }
    let told = |column: usize| {
        let cell = crime.record.get(column);
        if missing(cell) { "not supplied" } else { cell }
    };
    let outcome = told(recorded::OUTCOME);
    let place = settings.place(crime.record).at("outcome");
    let because = crime.record.get(recorded::OUTCOME_BECAUSE);
    let because = if missing(because) { String::new() } else { format!(": {because}") };
    let sentence = format!("{} has outcome {outcome}, which it may not take{because}", crime.crime);
    Some(
        Finding::new(&RULE, Severity::Warning, crime.crime, Some(place), sentence)
            .with("class", crime.class)
            .with("outcome", outcome)
            .with("by the rule", told(recorded::OUTCOME_BY)),
    )
}

#[cfg(test)]
mod tests {
    use crate::compare::cases::compared;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-allowed.toml"), compared);
    }
}
