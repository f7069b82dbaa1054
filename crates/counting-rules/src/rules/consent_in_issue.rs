//! Consent, and what is left where there was consent.

use crime::{
    Why,
    conduct::{Sexual, SexualAct, Willingness},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    rules::reported_incident_of_rape,
    verdict::{Answer, Case, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("consent-in-issue"),
    title: "Consent",
    says: "Where the issue is whether the victim consented, the offence is recorded, because the victim is to be believed; a willing victim of 16 or over is no victim of rape, sexual assault or caused activity.",
    basis: edition::rules(
        "page 63, Consent, and the definitions on pages 61, 64 and 65; with the outcomes guidance of April 2026, page 8, example 2",
    ),
    in_force: edition::HELD,
    exemplar: "a rape that is not recorded because the man says that she agreed",
    mend: "record the rape; what he says is for the investigation",
};

/// Whether consent was wanting, for the purpose of recording. The text speaks of rape; the other sexual offences without consent are
/// read in the same way.
///
/// # Errors
///
/// [`Missing`], naming whether the victim was willing.
pub fn wanting(sexual: &Sexual, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.sexual.consent", &sexual.consent)? {
        Willingness::Unwilling => {
            ask.follows("the victim did not consent");
            Ok(true)
        }
        Willingness::InIssue => {
            ask.follows("consent is in issue: the victim is believed, and the offence recorded");
            Ok(true)
        }
        Willingness::Willing => {
            ask.follows("the victim was willing");
            Ok(false)
        }
    }
}

/// What is left where the victim is 16 or over and was willing, or was only incited or present: nothing, unless another class protects
/// the victim, whose code is then given.
///
/// # Errors
///
/// [`Missing`], naming whether another class protects the victim, and the classes that do.
pub fn nothing_left(sexual: &Sexual, act: SexualAct, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if ask.yes(case.of, "what.sexual.protected", sexual.protected)? {
        return Err(ask.missing(case.of, "", Why::TextSilent).between(["23", "70", "71", "73"]));
    }
    ask.follows("16 or over, not unwilling, and not protected by another class: no offence of these pages");
    if act == SexualAct::PenilePenetration {
        return reported_incident_of_rape::not_confirmed(
            "the victim was 16 or over and willing",
            sexual,
            case,
            ask,
        );
    }
    incident("the victim was 16 or over, and nothing was done to or by the victim without consent", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/consent-in-issue.toml"), classified);
    }
}
