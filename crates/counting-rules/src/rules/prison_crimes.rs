//! Crimes in prison.

use crime::{Setting, Subject};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, recording::Instead, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("prison-crimes"),
    title: "Crimes in prison",
    says: "Certain crimes committed in prison are at first not recorded; which, the text leaves to the prison liaison team, a supervisor and the registrar.",
    basis: edition::rules("pages 6 and 95, Incident reports and 69 Offender management act"),
    in_force: edition::HELD,
    exemplar: "an assault between prisoners, recorded or not without asking anybody",
    mend: "ask the prison liaison team or the registrar, and enter the ruling",
};

/// The crime-related incident that a ruling of the registrar asks for; any other setting is not this rule's.
///
/// # Errors
///
/// [`Missing`], naming the setting, or the ruling `prison-crime`.
pub fn directs(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Instead>, Missing> {
    ask.begin(&RULE, case.of);
    if ask.which(Subject::Report, "setting", &case.incident.setting)? != Setting::Prison {
        ask.follows("not in a prison");
        return Ok(None);
    }
    match ask.ruling("prison-crime").map(|ruling| ruling.answer.trim()) {
        Some("record") => {
            ask.follows("the registrar has ruled that it is recorded");
            Ok(None)
        }
        Some("do not record") => {
            ask.follows("the registrar has ruled that it is not recorded");
            Ok(Some(Instead::related("in a prison, and by ruling of the registrar not recorded", &RULE)))
        }
        Some(_) | None => Err(ask.missing(Subject::Report, "prison-crime", crime::Why::NoRuling)),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::exit_of;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/prison-crimes.toml"), exit_of);
    }
}
