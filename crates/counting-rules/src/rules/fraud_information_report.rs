//! Letters, mails and calls that went to many and were ignored.

use crime::conduct::{Fraud, Response};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    verdict::{Case, Verdict},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("fraud-information-report"),
    title: "Information reports of fraud",
    says: "Somebody who merely received what went to many and ignored it, or was hit by chance by what nobody aimed at them, is no victim: an information report; who answers, or was picked out, is one; of an investment only who invested is.",
    basis: edition::fraud(
        "general rules and examples of NFIB1A to NFIB4A and NFIB50A, pages 14 to 127, as a digest gives them",
    ),
    in_force: edition::HELD,
    exemplar: "a letter that says a lottery was won, thrown away by the one who got it and recorded as a crime",
    mend: "pass it on as information; record a crime for those who answered or were picked out",
};

/// The word for what is passed on as information only.
pub const INFORMATION_REPORT: &str = "information report";

/// Whether what is done in a class goes out to many people at once, so that it must be asked who of them is a victim.
///
/// Of the classes with such a victim, false accounting, business trading, failing to disclose and abuse of position are left out: nothing
/// is sent out in them. That is our reading.
#[must_use]
pub fn goes_to_many(class: &str) -> bool {
    matches!(
        class,
        "NFIB1A"
            | "NFIB1B"
            | "NFIB1C"
            | "NFIB1E"
            | "NFIB1F"
            | "NFIB1H"
            | "NFIB1J"
            | "NFIB2A"
            | "NFIB2C"
            | "NFIB3B"
            | "NFIB3E"
    )
}

/// The information report that is registered if the one approached merely received and ignored it.
///
/// # Errors
///
/// [`Missing`], naming what those approached did.
pub fn instead(
    class: &str,
    fraud: &Fraud,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Verdict>, Missing> {
    // Elsewhere it is not asked for, but heard if somebody says it.
    if !goes_to_many(class) && !counts_investors(class) && !fraud.response.is_known() {
        return Ok(None);
    }
    ask.begin(&RULE, case.of);
    let because = match ask.which(case.of, "what.fraud.response", &fraud.response)? {
        Response::Ignored => "it was merely received, went to many, and was ignored",
        Response::ByChance => "it hit them by chance, and nobody meant them",
        Response::Named | Response::Answered if counts_investors(class) => "they did not invest",
        Response::Named => {
            ask.follows("picked out by the offender: an intended victim");
            return Ok(None);
        }
        Response::Answered | Response::Lost => {
            ask.follows("answered it: an identifiable victim");
            return Ok(None);
        }
    };
    ask.follows(because);
    Ok(Some(Verdict::Register {
        as_what: INFORMATION_REPORT,
        because: because.into(),
        referred_to: None,
        by: &RULE,
    }))
}

/// Whether a class counts investors, so that somebody who did not invest is none.
fn counts_investors(class: &str) -> bool {
    matches!(class, "NFIB2B" | "NFIB2E")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cases::classified, rules::fraud_counting_units};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/fraud-information-report.toml"), classified);
    }

    #[test]
    fn every_class_with_such_a_victim_is_settled() {
        let specific = fraud_counting_units::printed().filter(|(_, unit)| unit.contains("specific"));
        let left_out: Vec<&str> =
            specific.map(|(class, _)| class).filter(|class| !goes_to_many(class)).collect();
        assert_eq!(left_out, ["NFIB9", "NFIB10", "NFIB18", "NFIB19", "NFIB90", "NFIB50A"]);
        for (class, unit) in fraud_counting_units::printed().filter(|(class, _)| goes_to_many(class)) {
            assert!(unit.contains("specific"), "{class}: {unit}");
        }
    }
}
