//! The course of justice perverted.

use crime::conduct::{Justice, JusticeAct};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::{
        bail_offences, harming_of_witnesses, intimidation_of_witnesses, offender_management_act,
        proceeds_of_crime,
    },
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("perverting-the-course-of-justice"),
    title: "Perverting the course of justice",
    says: "To pervert the course of justice, or attempt it, is an offence against the state, one for each offender or group; a crime against a witness or juror that comes of it is recorded in addition.",
    basis: edition::rules("page 95, 79 Perverting the course of justice"),
    in_force: edition::HELD,
    exemplar: "a man beats a witness to silence her and makes up an alibi; only the assault is recorded",
    mend: "record perverting the course of justice, and the crime against the witness in addition",
};

/// Classes an act against justice, or one of those that the rules print beside it.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the act, or what the rule of a single act asks.
pub fn classify(justice: &Justice, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let act = ask.which(case.of, "what.justice.act", &justice.act)?;
    ask.follows_with(|| format!("what was done: {act}"));
    match act {
        JusticeAct::Intimidation => intimidation_of_witnesses::classify(justice, case, ask),
        JusticeAct::Harm => harming_of_witnesses::classify(justice, case, ask),
        JusticeAct::Perverting => crime("79", "079/01", &RULE),
        JusticeAct::BailBreached
        | JusticeAct::BailTravelBreached
        | JusticeAct::SuretyIndemnified
        | JusticeAct::BailInFalseName
        | JusticeAct::SecureCollegeDirect
        | JusticeAct::SecureCollegeContracted => bail_offences::classify(act, case, ask),
        JusticeAct::EscapeAssisted
        | JusticeAct::ListAConveyed
        | JusticeAct::ListBConveyed
        | JusticeAct::PrisonSecurity
        | JusticeAct::ItemInPrison
        | JusticeAct::KnifeInPrison
        | JusticeAct::ThrownIntoPrison => offender_management_act::classify(act, case, ask),
        JusticeAct::ProceedsConcealed
        | JusticeAct::ProceedsArranged
        | JusticeAct::ProceedsHeld
        | JusticeAct::LaunderingNotDisclosed
        | JusticeAct::LaunderingNotDisclosedByOfficer
        | JusticeAct::LaunderingNotDisclosedByOtherOfficer
        | JusticeAct::TippedOff
        | JusticeAct::ProhibitedActConsented => proceeds_of_crime::classify(act, case, ask),
        JusticeAct::NoneOfThese => incident("no act against the course of justice", &RULE),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/perverting-the-course-of-justice.toml"), decided);
    }
}
