//! Offences against the security of prisons.

use crime::{Why, conduct::JusticeAct};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("offender-management-act"),
    title: "Offender management act",
    says: "Help to escape, things taken or thrown into a prison or out of it, and things held there without authority are offences of class 69, one for each offender; in a prison, the liaison team or a supervisor is asked.",
    basis: edition::rules(
        "page 95, 69 Offender management act; the codes from the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "two people throw a parcel over the wall of a prison, recorded as one crime",
    mend: "record one crime for each offender; ask the prison liaison team or a supervisor",
};

/// The subcode of an offence against the security of a prison; nothing for another act.
#[must_use]
pub fn subcode(act: JusticeAct) -> Option<&'static str> {
    Some(match act {
        JusticeAct::EscapeAssisted => "069/01",
        JusticeAct::ListAConveyed => "069/02",
        JusticeAct::ListBConveyed => "069/03",
        JusticeAct::PrisonSecurity => "069/04",
        JusticeAct::ItemInPrison => "069/05",
        JusticeAct::KnifeInPrison => "069/06",
        JusticeAct::ThrownIntoPrison => "069/07",
        JusticeAct::Intimidation
        | JusticeAct::Harm
        | JusticeAct::Perverting
        | JusticeAct::BailBreached
        | JusticeAct::BailTravelBreached
        | JusticeAct::SuretyIndemnified
        | JusticeAct::BailInFalseName
        | JusticeAct::SecureCollegeDirect
        | JusticeAct::SecureCollegeContracted
        | JusticeAct::ProceedsConcealed
        | JusticeAct::ProceedsArranged
        | JusticeAct::ProceedsHeld
        | JusticeAct::LaunderingNotDisclosed
        | JusticeAct::LaunderingNotDisclosedByOfficer
        | JusticeAct::LaunderingNotDisclosedByOtherOfficer
        | JusticeAct::TippedOff
        | JusticeAct::ProhibitedActConsented
        | JusticeAct::NoneOfThese => return None,
    })
}

/// Classes an offence against the security of a prison.
///
/// # Errors
///
/// [`Missing`](crate::Missing), if the act is another one.
pub fn classify(act: JusticeAct, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let Some(subcode) = subcode(act) else {
        return Err(ask.missing(case.of, "what.justice.act", Why::TextSilent));
    };
    ask.follows("an offence against the security of a prison");
    crime("69", subcode, &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/offender-management-act.toml"), classified);
    }
}
