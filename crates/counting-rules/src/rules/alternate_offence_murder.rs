//! Murder, alternate offence.

use crime::{
    Why,
    outcome::{Approver, Disposal, Outcome, RecordedCrime},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    outcome::{Found, RECORD, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("alternate-offence-murder"),
    title: "Alternate offence for murder",
    says: "A recorded murder takes outcome 1A only if manslaughter, infanticide, child destruction, or causing or allowing the death of a child or vulnerable person is charged, the prosecutors confirm that murder is established and that this charge is in the public interest, the offence is directly related to the death, and the record is so endorsed; the rules name a designated decision maker for that, the guidance the registrar.",
    basis: edition::rules("page 19, Murder Offences; guidance on outcomes of April 2026, page 6"),
    in_force: edition::HELD,
    exemplar: "a recorded murder closed under 1A on a charge of perverting the course of justice",
    mend: "give the murder another outcome, and record what was charged in addition",
};

/// What may be charged instead of murder.
const INSTEAD: [&str; 4] = ["004/01", "004/02", "004/03", "004/07"];

/// Whether murder is recorded.
///
/// # Errors
///
/// [`Missing`], naming the fact without which it cannot be told.
pub fn speaks_of(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, RECORD);
    Ok(ask.text(RECORD, "class", &crime.class)? == "1")
}

/// Whether a recorded murder may be closed as charged with an alternate offence. The safe reading is that the registrar endorses it.
///
/// # Errors
///
/// [`Missing`], naming the fact without which it cannot be told.
pub fn may(outcome: Outcome, crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    let disposal = ask.which(RECORD, "disposal", &crime.disposal)?;
    if outcome != Outcome::ChargeAlternate || disposal != Disposal::Charge {
        return no(ask, &RULE, "for murder only a charge with one of four offences counts");
    }
    if !INSTEAD.contains(&ask.text(RECORD, "charged", &crime.charged)?) {
        return no(ask, &RULE, "what was charged is none of the four offences: record it in addition");
    }
    let murder = &crime.murder;
    let met = ask.yes(RECORD, "murder.established", murder.established)?
        && ask.yes(RECORD, "murder.related_to_death", murder.related_to_death)?
        && ask.yes(RECORD, "murder.in_public_interest", murder.in_public_interest)?;
    if !met {
        return no(ask, &RULE, "one of the three conditions is not met");
    }
    match ask.which(RECORD, "decision.approved_by", &crime.decision.approved_by)? {
        Approver::Registrar | Approver::AccreditedRegistrar => {
            yes(ask, &RULE, "one of the four offences, all conditions met, endorsed by the registrar", &[])
        }
        Approver::DecisionMaker => {
            Err(ask.missing(RECORD, "decision.approved_by", Why::TextSilent).between([
                "yes: a designated decision maker endorses it (rules, page 19)",
                "no: the registrar must endorse it (guidance, page 6); this is the safe reading",
            ]))
        }
        Approver::BelowInspector
        | Approver::Inspector
        | Approver::Superintendent
        | Approver::IndependentTeam => {
            no(ask, &RULE, "neither the registrar nor a designated decision maker endorsed it")
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/alternate-offence-murder.toml"), outcome);
    }
}
