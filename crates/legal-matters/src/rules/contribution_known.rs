//! Whoever contributes, contributes an amount.

use rulebook::{Basis, InForce, Known, Rule, RuleId, Severity};
use rust_decimal::Decimal;

use crate::multiple::ContributionState;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("contribution-known"),
    title: "Contribution known",
    says: "A contribution to the costs of a matter has an amount, at the latest once it is agreed.",
    basis: Basis::Reasoned {
        why: "costs that others are said to bear cannot be left out of a budget until it is known how much they bear",
    },
    in_force: InForce::Always,
    exemplar: "a force that has agreed to contribute, amount not known",
    mend: "agree the amount in writing and enter it",
};

/// How much it matters that an amount is missing, and what is missing; `None` if the amount is known.
///
/// What is agreed, invoiced or received without an amount is a warning: somebody knows the amount or nobody agreed.
#[must_use]
pub fn judge(amount: &Known<Decimal>, state: &Known<ContributionState>) -> Option<(Severity, String)> {
    match (amount, state) {
        (Known::Is(_), _) => None,
        (missing, Known::Is(state)) => {
            Some((Severity::Warning, format!("the contribution is {state}, its amount is {missing}")))
        }
        (missing, unknown @ (Known::NotKnown | Known::NotSupplied)) => {
            Some((Severity::Note, format!("the amount is {missing}; whether it is agreed is {unknown}")))
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
        amount: Known<Decimal>,
        state: Known<ContributionState>,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/contribution-known.toml"), |facts: &Facts| {
            judge(&facts.amount, &facts.state)
                .map_or_else(|| "nothing".to_owned(), |(severity, words)| format!("{severity}: {words}"))
        });
    }
}
