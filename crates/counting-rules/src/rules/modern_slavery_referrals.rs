//! Modern slavery that the competent authority refers.

use crime::conduct::{Exploitation, SlaveryPlace};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    rules::{
        modern_slavery_place::{self, INTELLIGENCE},
        modern_slavery_reported_direct,
    },
    verdict::{Case, Verdict},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("modern-slavery-referrals"),
    title: "Referrals and duties to notify",
    says: "Every referral under the National Referral Mechanism and every duty to notify that the competent authority sends is recorded as modern slavery, without waiting for its decision, if done in England and Wales; it is returned if the place cannot be confirmed as lying in the force's area, and becomes intelligence if the force finds that it discloses no crime in law.",
    basis: edition::rules("page 48, National Referral Mechanisms and Duty to Notifies"),
    in_force: edition::HELD,
    exemplar: "a referral on servitude in the force's area, held back until the authority has decided on reasonable grounds",
    mend: "record it when it is received; return it if the place is not in the force's area; make an intelligence record if it discloses no crime",
};

/// What is registered instead of a crime; nothing, if the referral is recorded. Where the force has not found that there is no crime, it is.
///
/// # Errors
///
/// [`Missing`], naming whether the force has found that no crime in law is disclosed.
pub fn instead(
    exploitation: &Exploitation,
    place: Option<SlaveryPlace>,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Verdict>, Missing> {
    ask.begin(&RULE, case.of);
    match place {
        Some(SlaveryPlace::ThisForce) => {}
        Some(SlaveryPlace::AbroadOnly | SlaveryPlace::AbroadWithLinks) => {
            return Ok(Some(modern_slavery_place::intelligence()));
        }
        Some(place @ (SlaveryPlace::Scotland | SlaveryPlace::NorthernIreland)) => {
            return Ok(Some(modern_slavery_reported_direct::elsewhere(place, case, ask)));
        }
        Some(SlaveryPlace::EnglandAndWales) | None => {
            ask.follows("the place cannot be confirmed as lying in this force's area: returned");
            return Ok(Some(Verdict::Register {
                as_what: "referral returned",
                because: "the place cannot be confirmed as lying in this force's area".into(),
                referred_to: Some("the Single Competent Authority".into()),
                by: &RULE,
            }));
        }
    }
    if ask.fact(case.of, "what.exploitation.no_crime_disclosed", exploitation.no_crime_disclosed)?
        == Some(true)
    {
        ask.follows("the force finds that no crime in law is disclosed: an intelligence record");
        return Ok(Some(Verdict::Register {
            as_what: INTELLIGENCE,
            because: "the referral discloses no crime in law".into(),
            referred_to: None,
            by: &RULE,
        }));
    }
    ask.follows(
        "referred, and done in this force's area: recorded without waiting for a decision of the authority",
    );
    Ok(None)
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/modern-slavery-referrals.toml"), decided);
    }
}
