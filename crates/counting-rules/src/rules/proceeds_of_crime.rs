//! Proceeds of crime.

use crime::{Why, conduct::JusticeAct};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("proceeds-of-crime"),
    title: "Proceeds of crime",
    says: "Profiting from the proceeds of crime, or concealing knowledge of them, is class 38, one for each offender or group, whether or not the proceeds come from drugs.",
    basis: edition::rules(
        "page 92, 38 Profiting from or concealing knowledge of the proceeds of crime; the codes from the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "cash from the sale of drugs is hidden, and a code for drug money is looked for",
    mend: "record 038/01 to 038/08 by what was done",
};

/// The subcode of an offence about the proceeds of crime; nothing for another act.
#[must_use]
pub fn subcode(act: JusticeAct) -> Option<&'static str> {
    Some(match act {
        JusticeAct::ProceedsConcealed => "038/01",
        JusticeAct::ProceedsArranged => "038/02",
        JusticeAct::ProceedsHeld => "038/03",
        JusticeAct::LaunderingNotDisclosed => "038/04",
        JusticeAct::LaunderingNotDisclosedByOfficer => "038/05",
        JusticeAct::LaunderingNotDisclosedByOtherOfficer => "038/06",
        JusticeAct::TippedOff => "038/07",
        JusticeAct::ProhibitedActConsented => "038/08",
        JusticeAct::Intimidation
        | JusticeAct::Harm
        | JusticeAct::Perverting
        | JusticeAct::BailBreached
        | JusticeAct::BailTravelBreached
        | JusticeAct::SuretyIndemnified
        | JusticeAct::BailInFalseName
        | JusticeAct::SecureCollegeDirect
        | JusticeAct::SecureCollegeContracted
        | JusticeAct::EscapeAssisted
        | JusticeAct::ListAConveyed
        | JusticeAct::ListBConveyed
        | JusticeAct::PrisonSecurity
        | JusticeAct::ItemInPrison
        | JusticeAct::KnifeInPrison
        | JusticeAct::ThrownIntoPrison
        | JusticeAct::NoneOfThese => return None,
    })
}

/// Classes an offence about the proceeds of crime.
///
/// # Errors
///
/// [`Missing`](crate::Missing), if the act is another one.
pub fn classify(act: JusticeAct, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let Some(subcode) = subcode(act) else {
        return Err(ask.missing(case.of, "what.justice.act", Why::TextSilent));
    };
    ask.follows("an offence about the proceeds of crime, whatever crime they come from");
    crime("38", subcode, &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/proceeds-of-crime.toml"), classified);
    }
}
