//! Other investigating authorities.

use crime::{HandledBy, Subject};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, recording::Instead, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("other-investigating-authorities"),
    title: "Other investigating authorities",
    says: "If the police have primacy, or another authority is the victim or reports for one, the crime is recorded; in a joint investigation the lead body records it.",
    basis: edition::rules("page 17, Other investigating authorities"),
    in_force: edition::HELD,
    exemplar: "a fraud on a council that the council leads and investigates with the police, recorded by the police as well",
    mend: "let the lead body record it; record it where the police lead, or where the authority is or speaks for the victim",
};

/// The crime-related incident that is registered if another authority leads. An authority that investigates alone and is not the victim
/// asks for nothing: the text leaves such a request to the section as a whole, so the registrar decides.
///
/// # Errors
///
/// [`Missing`], naming who deals with it, or the ruling `other-authority`.
pub fn directs(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Instead>, Missing> {
    ask.begin(&RULE, case.of);
    match ask.which(Subject::Report, "handled_by", &case.incident.handled_by)? {
        HandledBy::JointOtherLead => {
            ask.follows("a joint investigation that another body leads: that body records it");
            Ok(Some(Instead::related("another investigating authority leads and records it", &RULE)))
        }
        HandledBy::AnotherAuthority => {
            match ask.ruling("other-authority").map(|ruling| ruling.answer.trim()) {
                Some("record") => {
                    ask.follows("the registrar has ruled that it is recorded");
                    Ok(None)
                }
                Some("do not record") => {
                    ask.follows("the registrar has ruled that it is not recorded");
                    Ok(Some(Instead::related(
                        "another investigating authority deals with it, by ruling of the registrar",
                        &RULE,
                    )))
                }
                Some(_) | None => Err(ask.missing(Subject::Report, "other-authority", crime::Why::NoRuling)),
            }
        }
        HandledBy::ThisForce
        | HandledBy::AnotherForce
        | HandledBy::NationalCrimeAgency
        | HandledBy::AuthorityForVictim
        | HandledBy::JointPoliceLead => {
            ask.follows("no other body leads, or it is or speaks for the victim: the police record");
            Ok(None)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::exit_of;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/other-investigating-authorities.toml"), exit_of);
    }
}
