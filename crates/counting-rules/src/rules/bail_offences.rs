//! Bail.

use crime::conduct::JusticeAct;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("bail-offences"),
    title: "Bail offences",
    says: "A breach of bail is not notifiable; five offences about bail and secure colleges are, one for each offender or group.",
    basis: edition::rules("pages 90 and 96, Breaches and 83 Bail Offences"),
    in_force: edition::HELD,
    exemplar: "a man on bail who does not keep his curfew, recorded as a crime",
    mend: "register an incident; record only the five offences that the rules name",
};

/// The subcode of a bail offence; nothing for a breach of bail, or what is no bail offence.
#[must_use]
pub fn subcode(act: JusticeAct) -> Option<&'static str> {
    Some(match act {
        JusticeAct::SuretyIndemnified => "083/02",
        JusticeAct::BailInFalseName => "083/03",
        JusticeAct::SecureCollegeDirect => "083/04",
        JusticeAct::SecureCollegeContracted => "083/07",
        JusticeAct::BailTravelBreached => "083/08",
        JusticeAct::Intimidation
        | JusticeAct::Harm
        | JusticeAct::Perverting
        | JusticeAct::BailBreached
        | JusticeAct::EscapeAssisted
        | JusticeAct::ListAConveyed
        | JusticeAct::ListBConveyed
        | JusticeAct::PrisonSecurity
        | JusticeAct::ItemInPrison
        | JusticeAct::KnifeInPrison
        | JusticeAct::ThrownIntoPrison
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

/// Classes an act about bail.
///
/// # Errors
///
/// None.
pub fn classify(act: JusticeAct, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if let Some(subcode) = subcode(act) {
        ask.follows("one of the five that are notifiable");
        return crime("83", subcode, &RULE);
    }
    ask.follows("a breach of bail, which is not notifiable");
    incident("a breach of bail is not notifiable", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/bail-offences.toml"), classified);
    }
}
