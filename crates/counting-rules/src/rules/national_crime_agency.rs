//! National Crime Agency.

use crime::{HandledBy, Subject};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, recording::Instead, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("national-crime-agency"),
    title: "National Crime Agency",
    says: "A matter of the National Crime Agency is recorded like any other, but recording may wait while its senior investigator believes that it would be against the public interest, compromise the investigation or put somebody at risk.",
    basis: edition::rules("page 18, National Crime Agency (NCA)"),
    in_force: edition::HELD,
    exemplar: "an allegation that the agency investigates, recorded although the senior investigator said that it would endanger a witness",
    mend: "let it wait for the reason given; record it when the reason ceases",
};

/// The crime-related incident that stands while recording is delayed.
///
/// # Errors
///
/// [`Missing`], naming who deals with it, or whether the delay is believed to be needed.
pub fn delays(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Instead>, Missing> {
    if case.incident.handled_by.value() != Some(&HandledBy::NationalCrimeAgency) {
        return Ok(None);
    }
    ask.begin(&RULE, case.of);
    ask.which(Subject::Report, "handled_by", &case.incident.handled_by)?;
    if ask.yes(Subject::Report, "delay_believed_needed", case.incident.delay_believed_needed)? {
        ask.follows("the senior investigator believes that recording must wait");
        let instead = Instead::related(
            "recording waits while the senior investigator of the agency believes it must",
            &RULE,
        );
        return Ok(Some(Instead {
            referred_to: Some("the registrar, when the reason ceases".into()),
            ..instead
        }));
    }
    ask.follows("no reason to wait: the rules apply as to any other");
    Ok(None)
}

#[cfg(test)]
mod tests {
    use crate::cases::{exit_of, referred_to};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/national-crime-agency.toml"), exit_of);
    }

    #[test]
    fn the_registrar_records_it_when_the_reason_ceases() {
        let facts = r#"{ "victim": { "confirms": "yes" }, "report": { "handled_by": "national-crime-agency",
            "delay_believed_needed": "yes", "reporter": { "who": "victim", "impaired": "no" } } }"#;
        assert_eq!(referred_to(facts), ["the registrar, when the reason ceases"]);
    }
}
