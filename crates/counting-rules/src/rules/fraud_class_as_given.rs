//! Fraud and computer misuse, by the class given.

use crime::{Offence, Subject, Why, conduct::Fraud};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::{fraud_abroad, fraud_counting_units, fraud_information_report, fraud_or_civil_dispute},
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("fraud-class-as-given"),
    title: "Fraud and computer misuse, by the class given",
    says: "Fraud and computer misuse have classes of their own, NFIB1A to NFIB52E; which of them it is, is taken as given, and whether there is a crime, how many and who records are decided.",
    basis: edition::fraud("the classes NFIB1A to NFIB52E, pages 14 to 146, as a digest names them"),
    in_force: edition::HELD,
    exemplar: "a fraud given as class NFIB77, which the section does not have",
    mend: "give the class of the fraud section that fits the facts",
};

/// Takes a fraud or computer misuse by the class given, unless it is an information report, no fraud, or none of ours.
///
/// # Errors
///
/// [`Missing`], naming the class, what those approached did, or what it is on the balance of probabilities.
pub fn classify(fraud: &Fraud, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let given = ask.text(case.of, "what.fraud.class", &fraud.class)?;
    let Some(class) = fraud_counting_units::class(given) else {
        return Err(ask.missing(case.of, "what.fraud.class", Why::NotKnown));
    };
    ask.follows("the class is taken as given");
    if let Some(verdict) = fraud_information_report::instead(class, fraud, case, ask)? {
        return Ok(verdict);
    }
    if let Some(verdict) = fraud_or_civil_dispute::instead(class, fraud, case, ask)? {
        return Ok(verdict);
    }
    if let Some(verdict) = fraud_abroad::instead(class, case, ask)? {
        return Ok(verdict);
    }
    crime(class, "", &RULE)
}

/// Whether a class is of computer misuse, and not of fraud.
#[must_use]
pub fn is_computer_misuse(class: &str) -> bool {
    ["NFIB50", "NFIB51", "NFIB52"].iter().any(|series| class.starts_with(series))
}

/// Whether a class is of fraud.
#[must_use]
pub fn is_fraud(class: &str) -> bool {
    fraud_counting_units::class(class).is_some() && !is_computer_misuse(class)
}

/// Whether a crime recorded earlier under a subcode is the same offence. A fraud may be recorded by its class, or by a subcode that
/// several classes share.
///
/// # Errors
///
/// [`Missing`] if the subcode does not say which class of fraud was recorded.
pub(crate) fn recorded_as(
    matter: &Matter<'_>,
    recorded: &str,
    of: Subject,
    ask: &mut Ask<'_>,
) -> Result<bool, Missing> {
    if recorded == matter.crime.subcode {
        return Ok(true);
    }
    if fraud_counting_units::class(matter.crime.class).is_none() {
        return Ok(false);
    }
    if let Some(class) = fraud_counting_units::class(recorded) {
        return Ok(class == matter.crime.class);
    }
    let mut classes: Vec<&str> = Offence::of(recorded).map(|offence| offence.class.as_str()).collect();
    classes.dedup();
    match classes.as_slice() {
        ["NFIB(various)" | "NFIB50"] => {
            let missing = ask.missing(of, "subcode", Why::NotKnown);
            Err(missing.between(["part of the crime recorded", "a new crime"]))
        }
        classes => Ok(classes == [matter.crime.class]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/fraud-class-as-given.toml"), decided);
    }

    #[test]
    fn fraud_is_not_computer_misuse() {
        assert!(is_fraud("NFIB5A") && is_fraud("NFIB90") && !is_fraud("NFIB52C") && !is_fraud("39"));
        assert!(is_computer_misuse("NFIB50A") && !is_computer_misuse("NFIB5A"));
    }
}
