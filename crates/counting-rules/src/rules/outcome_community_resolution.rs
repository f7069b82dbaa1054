//! Outcome 8.

use crime::{
    Mode,
    outcome::{Approver, Disposal, Domestic, EvidenceFor, RecordedCrime},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, no, offence, yes},
    rules::outcome_youth_caution::KNIFE,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-community-resolution"),
    title: "Outcome 8: community resolution",
    says: "A community resolution needs evidence that proves the offence and a suspect who accepts responsibility; it is not for offences triable only on indictment, for abuse between intimate partners, or for a child with a knife, and for hate crime and other domestic abuse only in exceptional circumstances with an inspector's authority.",
    basis: edition::outcomes("page 15, Outcome Type 8"),
    in_force: edition::HELD,
    exemplar: "an assault on a former wife closed by a community resolution",
    mend: "give it another outcome",
};

/// Whether the crime may be closed as a community resolution.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    if ask.which(RECORD, "disposal", &crime.disposal)? != Disposal::CommunityResolution {
        return no(ask, &RULE, "no community resolution was agreed");
    }
    let offence = offence(crime, ask)?;
    if offence.mode == Mode::IndictableOnly {
        return no(ask, &RULE, "a community resolution is not for what is triable only on indictment");
    }
    if KNIFE.contains(&offence.subcode.as_str())
        && ask.number(RECORD, "suspect.age", &crime.suspect.age)? < 18
    {
        return no(ask, &RULE, "a community resolution is not for a child who carried a knife");
    }
    let domestic = ask.which(RECORD, "domestic", &crime.domestic)?;
    if domestic == Domestic::IntimatePartner {
        return no(ask, &RULE, "a community resolution is not for abuse between intimate partners");
    }
    if domestic == Domestic::Other || ask.yes(RECORD, "hate", crime.hate)? {
        let exceptional = ask.yes(RECORD, "decision.exceptional", crime.decision.exceptional)?;
        if !exceptional || !by_rank(ask.which(RECORD, "decision.approved_by", &crime.decision.approved_by)?) {
            return no(
                ask,
                &RULE,
                "for hate crime and domestic abuse it needs exceptional circumstances and an inspector",
            );
        }
    }
    if ask.which(RECORD, "evidence", &crime.evidence)? != EvidenceFor::Recorded {
        return no(ask, &RULE, "there is not enough evidence of the crime recorded");
    }
    if !ask.yes(RECORD, "suspect.admitted", crime.suspect.admitted)? {
        return no(ask, &RULE, "the suspect does not accept responsibility");
    }
    yes(
        ask,
        &RULE,
        "agreed with somebody who accepts responsibility, on enough evidence",
        &[
            "the policy of the force does not exclude the offence",
            "the intervention rehabilitates or repairs, and its details are recorded",
            "the record says why a community resolution is right, with the gravity factors weighed and eligibility checked",
        ],
    )
}

/// An inspector, or above.
pub(crate) const fn by_rank(approver: Approver) -> bool {
    match approver {
        Approver::Inspector | Approver::Superintendent => true,
        Approver::BelowInspector
        | Approver::IndependentTeam
        | Approver::DecisionMaker
        | Approver::Registrar
        | Approver::AccreditedRegistrar => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-community-resolution.toml"), outcome);
    }
}
