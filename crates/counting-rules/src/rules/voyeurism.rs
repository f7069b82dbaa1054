//! Voyeurism.

use crime::conduct::Display;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("voyeurism"),
    title: "88E Voyeurism",
    says: "Who watches somebody in a private act, directly or with equipment, or records it, for sexual gratification and without consent, has committed voyeurism.",
    basis: edition::rules("page 69, 88E Voyeurism; subcode from the notifiable offence list 2026/27"),
    in_force: edition::HELD,
    exemplar: "a tenant finds a hidden camera in her bathroom that her landlord put there for his gratification, recorded as harassment",
    mend: "record voyeurism",
};

/// Classes the watching or recording of a private act.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming whether there was consent, or for what it was done.
pub fn classify(display: &Display, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if ask.yes(case.of, "what.display.consented", display.consented)? {
        ask.follows("the person watched consented");
        return incident("the person watched consented", &RULE);
    }
    if ask.which(case.of, "what.display.purpose", &display.purpose)?.to_gratify() {
        ask.follows("watched or recorded without consent, for sexual gratification");
        return crime("88E", "088/10", &RULE);
    }
    ask.follows("not for sexual gratification");
    incident("a private act was watched, and not for sexual gratification", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/voyeurism.toml"), classified);
    }
}
