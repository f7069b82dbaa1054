//! Victim and suspect told.

use crime::outcome::{Outcome, RecordedCrime};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{RECORD, against_the_state},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-parties-told"),
    title: "Victim and suspect are told of an outcome",
    says: "Before an outcome is given the victim, a representative, or the parent or guardian of a child is told of it; for outcomes 1 to 4, 6 to 10, 21 and 22 the suspect knows that they are recorded as responsible and what may follow.",
    basis: edition::outcomes("page 3, Outcomes for recorded crime"),
    in_force: edition::HELD,
    exemplar: "a community resolution given without the victim hearing of it",
    mend: "tell the victim first",
};

/// Who must still be told before an outcome is given. Not told, not known and not supplied are alike here: it remains to be done or
/// shown, also where it is not known that the crime is against the state.
pub fn conditions(outcome: Outcome, crime: &RecordedCrime, ask: &mut Ask<'_>) -> Vec<&'static str> {
    ask.begin(&RULE, RECORD);
    let mut open = Vec::new();
    let state = against_the_state(crime, ask) == Ok(true);
    if !state && ask.yes(RECORD, "victim.told", crime.victim.told) != Ok(true) {
        open.push("the victim, or whoever acts for the victim, is told first");
    }
    if suspect_hears(outcome) && ask.yes(RECORD, "suspect.told", crime.suspect.told) != Ok(true) {
        open.push("the suspect knows that they are recorded as responsible, and what may follow");
    }
    ask.follows(if open.is_empty() {
        "everybody who must be told has been told"
    } else {
        "somebody remains to be told"
    });
    open
}

/// Whether the suspect must be told of an outcome.
const fn suspect_hears(outcome: Outcome) -> bool {
    match outcome {
        Outcome::Charge
        | Outcome::ChargeAlternate
        | Outcome::YouthCaution
        | Outcome::YouthCautionAlternate
        | Outcome::AdultCaution
        | Outcome::AdultCautionAlternate
        | Outcome::TakenIntoConsideration
        | Outcome::PenaltyNotice
        | Outcome::DrugWarning
        | Outcome::CommunityResolution
        | Outcome::NoProsecutionCps
        | Outcome::NoProsecutionPolice
        | Outcome::NoInvestigation
        | Outcome::Diversion => true,
        Outcome::OffenderDeceased
        | Outcome::UnderTen
        | Outcome::SuspectIllOrDeceased
        | Outcome::WitnessIllOrDeceased
        | Outcome::NotSupportedNotIdentified
        | Outcome::EvidentialDifficulties
        | Outcome::NotSupportedIdentified
        | Outcome::TimeLimit
        | Outcome::NoSuspect
        | Outcome::FraudBureau
        | Outcome::AnotherAgency
        | Outcome::ChildDeferred
        | Outcome::AdultDeferred => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-parties-told.toml"), outcome);
    }
}
