//! Principal crime related offence.

use crime::outcome::{EvidenceFor, Outcome, RecordedCrime};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    outcome::{RECORD, Ruled, no},
    rules::alternate_offence_retail_robbery,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("principal-crime-related-offence"),
    title: "Principal crime related offence rule",
    says: "Where only a related crime, of the same incident, victim and offender, can be charged, it is recorded in addition and takes its own outcome, while the principal crime cannot be charged, cautioned or taken into consideration; for conduct crimes adult cautions and penalty notices are barred as well.",
    basis: edition::rules(
        "pages 18 and 58, Principal Crime Related Offence Rule; guidance on outcomes of April 2026, page 5",
    ),
    in_force: edition::HELD,
    exemplar: "an assault during which a phone was broken; only the damage is charged, and the assault is closed as charged with an alternate offence",
    mend: "give the assault the outcome it has earned, such as 15, record the damage in addition and close that as charged",
};

/// The conduct crimes, by subcode, whose principal crime rule bars more outcomes.
const CONDUCT: [&str; 8] = ["008/30", "008/56", "008/58", "008/65", "008/66", "008/67", "195/12", "195/94"];

/// No, if only a related crime can be charged and the outcome is one that the principal crime then cannot take.
///
/// # Errors
///
/// [`Missing`], naming the fact without which it cannot be told.
pub fn bars(outcome: Outcome, crime: &RecordedCrime, ask: &mut Ask<'_>) -> Result<Option<Ruled>, Missing> {
    ask.begin(&RULE, RECORD);
    let barred = match outcome {
        // Theft charged for a robbery in a shop has a rule of its own.
        Outcome::ChargeAlternate if alternate_offence_retail_robbery::speaks_of(crime, ask)? => false,
        Outcome::Charge
        | Outcome::ChargeAlternate
        | Outcome::YouthCaution
        | Outcome::YouthCautionAlternate
        | Outcome::TakenIntoConsideration => true,
        Outcome::AdultCaution | Outcome::AdultCautionAlternate | Outcome::PenaltyNotice => {
            ask.begin(&RULE, RECORD);
            CONDUCT.contains(&ask.text(RECORD, "subcode", &crime.subcode)?)
        }
        Outcome::OffenderDeceased
        | Outcome::DrugWarning
        | Outcome::CommunityResolution
        | Outcome::NoProsecutionCps
        | Outcome::NoProsecutionPolice
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
        | Outcome::NoInvestigation
        | Outcome::Diversion
        | Outcome::ChildDeferred
        | Outcome::AdultDeferred => false,
    };
    if !barred {
        ask.follows("this outcome is not barred by a related crime");
        return Ok(None);
    }
    ask.begin(&RULE, RECORD);
    if ask.which(RECORD, "evidence", &crime.evidence)? != EvidenceFor::Related {
        ask.follows("not only a related crime can be charged");
        return Ok(None);
    }
    no(ask, &RULE, "only a related crime can be charged: record that in addition with its outcome, and give this one another (15, for one)").map(Some)
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/principal-crime-related-offence.toml"), outcome);
    }
}
