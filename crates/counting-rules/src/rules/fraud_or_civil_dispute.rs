//! Fraud, a civil dispute, or goods that have not come.

use crime::conduct::{Finding, Fraud};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    rules::fraud_class_as_given,
    verdict::{Case, Verdict},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("fraud-or-civil-dispute"),
    title: "Fraud or civil dispute",
    says: "A complaint is a fraud only if it is one on the balance of probabilities; a civil dispute, goods that have merely not come, or a matter of which it cannot be said is no crime.",
    basis: edition::rules("pages 7 and 11, Whether to record a crime? and step 2 of the flow chart"),
    in_force: edition::HELD,
    exemplar: "a parcel that is a week late, from a shop that answers and apologises, recorded as fraud",
    mend: "keep it as an incident until more than the bargain gone wrong speaks for dishonesty",
};

/// The incident that stands if it is no fraud on the balance of probabilities. Computer misuse is not asked: there is no bargain in it.
///
/// # Errors
///
/// [`Missing`], naming what it is on the balance of probabilities.
pub fn instead(
    class: &str,
    fraud: &Fraud,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Verdict>, Missing> {
    if fraud_class_as_given::is_computer_misuse(class) {
        return Ok(None);
    }
    ask.begin(&RULE, case.of);
    let because = match ask.which(case.of, "what.fraud.finding", &fraud.finding)? {
        Finding::Fraud => {
            ask.follows("a fraud on the balance of probabilities");
            return Ok(None);
        }
        Finding::CivilDispute => "a civil dispute, and no crime",
        Finding::NotArrived => "goods or services have merely not come: no crime is shown",
        Finding::CannotTell => "on the balance of probabilities it cannot be said that there was a fraud",
    };
    ask.follows(because);
    Ok(Some(Verdict::Incident { because: because.into(), by: &RULE }))
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/fraud-or-civil-dispute.toml"), classified);
    }
}
