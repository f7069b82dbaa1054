//! Closing rape and high-risk domestic abuse.

use crime::outcome::{Approver, Domestic, RecordedCrime};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    outcome::{RECORD, is_rape},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-15-16-closure"),
    title: "Who closes rape and high-risk domestic abuse under outcomes 15 and 16",
    says: "A rape, or domestic abuse that the force assesses as high risk, is closed under outcome 15 or 16 only by an inspector, police staff equivalent, or a member of an independent team that works directly to the registrar's unit.",
    basis: edition::rules(
        "pages 22, 23 and 32, Rape and High-risk DA; guidance on outcomes of April 2026, page 18",
    ),
    in_force: edition::HELD,
    exemplar: "a rape closed under outcome 15 by a sergeant",
    mend: "have an inspector or the independent team decide",
};

/// Why the one who decided may not close it under outcome 15 or 16; nothing, if nothing forbids it.
///
/// # Errors
///
/// [`Missing`], naming the fact without which it cannot be told.
pub fn forbids(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Result<Option<&'static str>, Missing> {
    ask.begin(&RULE, RECORD);
    let rape = is_rape(crime, ask)?;
    let high_risk = !rape
        && ask.which(RECORD, "domestic", &crime.domestic)? != Domestic::No
        && ask.yes(RECORD, "high_risk", crime.high_risk)?;
    if !rape && !high_risk {
        ask.follows("neither rape nor high-risk domestic abuse");
        return Ok(None);
    }
    match ask.which(RECORD, "decision.approved_by", &crime.decision.approved_by)? {
        Approver::Inspector
        | Approver::Superintendent
        | Approver::IndependentTeam
        | Approver::Registrar
        | Approver::AccreditedRegistrar => {
            ask.follows("decided by an inspector, or by the registrar's unit");
            Ok(None)
        }
        Approver::BelowInspector | Approver::DecisionMaker => Ok(Some(
            "rape and high-risk domestic abuse are closed by an inspector or the registrar's independent team",
        )),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-15-16-closure.toml"), outcome);
    }
}
