//! Counter allegations.

use crime::Subject;
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, recording::Instead, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("counter-allegations"),
    title: "Counter allegations",
    says: "What an alleged offender alleges in return is recorded only if on the balance of probabilities a crime was done, for which support is looked for: injuries, an independent witness or other evidence; a decision not to record is itself recorded.",
    basis: edition::rules("pages 8 and 9, Counter allegations"),
    in_force: edition::HELD,
    exemplar: "a man arrested for an assault says that he was hit first; nothing supports it, and a second crime is recorded",
    mend: "look for support; record the crime if there is any, otherwise record the decision not to",
};

/// The incident that is registered if nothing supports a counter allegation.
///
/// # Errors
///
/// [`Missing`], naming whether evidence supports it.
pub fn unmet(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Instead>, Missing> {
    ask.begin(&RULE, case.of);
    if ask.fact(Subject::Report, "reporter.supported", case.incident.reporter.supported)? == Some(true) {
        ask.follows("a counter allegation that evidence supports");
        return Ok(None);
    }
    ask.follows("a counter allegation that nothing supports: not a crime on the balance of probabilities");
    Ok(Some(Instead::incident(
        "nothing supports the counter allegation; the decision is kept for disclosure",
        &RULE,
    )))
}

#[cfg(test)]
mod tests {
    use crate::cases::exit_of;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/counter-allegations.toml"), exit_of);
    }
}
