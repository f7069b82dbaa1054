//! Allegations against police on duty.

use crime::{AppropriateAuthority, PoliceSuspect, Subject};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, recording::Instead, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("police-on-duty"),
    title: "Allegations against police on duty",
    says: "An allegation against an officer or member of staff about the execution of duty is recorded when the appropriate authority asks for the advice of the Crown Prosecution Service, decides on a charge, summons or disposal, or finds a case to answer for misconduct that would be a notifiable offence; until then there is no limit of 24 hours.",
    basis: edition::rules("page 17, allegation against a police officer or a member of police staff"),
    in_force: edition::HELD,
    exemplar: "a complaint that an officer used too much force in an arrest, recorded as an assault before the appropriate authority has looked at it",
    mend: "wait for the appropriate authority; off-duty conduct follows the general rules",
};

/// The incident that stands until the appropriate authority has decided. An offender who is not known, or of whom it is not known
/// whether they are police, is not alleged to be.
///
/// # Errors
///
/// [`Missing`], naming whether the offender is police, or what the authority has decided.
pub fn delays(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Instead>, Missing> {
    let Some((at, offender)) = case.offender() else { return Ok(None) };
    ask.begin(&RULE, case.of);
    if ask.which_if_known(at, "police", &offender.police)? != Some(PoliceSuspect::OnDuty) {
        ask.follows("the allegation is not about police in the execution of duty");
        return Ok(None);
    }
    match ask.which(Subject::Report, "appropriate_authority", &case.incident.appropriate_authority)? {
        AppropriateAuthority::NothingYet => {
            ask.follows(
                "the appropriate authority has not found a case: not recorded yet, and no limit runs",
            );
            Ok(Some(Instead::incident(
                "an allegation against police on duty, before the appropriate authority has decided",
                &RULE,
            )))
        }
        AppropriateAuthority::AdviceRequested
        | AppropriateAuthority::DisposalDecided
        | AppropriateAuthority::MisconductNotifiable => {
            ask.follows("the appropriate authority has decided so that it is recorded now");
            Ok(None)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::exit_of;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/police-on-duty.toml"), exit_of);
    }

    #[test]
    fn no_limit_runs_before_the_authority_has_decided() {
        let deadline = |authority: &str| {
            let report = format!(
                r#"{{ "id": "R1", "received": "2026-05-01T14:30:00", "setting": "elsewhere", "handled_by": "this-force",
                "appropriate_authority": "{authority}", "reporter": {{ "who": "victim", "impaired": "no" }},
                "victims": [{{ "id": "v1", "serving": "neither" }}], "offenders": [{{ "id": "o1", "police": "on-duty" }}],
                "acts": [{{ "id": "a1", "by": "o1", "against": ["v1"], "what": {{ "given": {{ "subcode": "039/00" }} }} }}] }}"#
            );
            let report = crate::from_json(&report).unwrap();
            crate::decide(&report, &crate::Rulings::default(), crate::Working::Left).deadline
        };
        assert_eq!(deadline("nothing-yet"), None);
        assert!(deadline("advice-requested").is_some());
    }
}
