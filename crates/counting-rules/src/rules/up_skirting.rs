//! Up-skirting.

use crime::conduct::Display;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("up-skirting"),
    title: "88E Up-skirting",
    says: "Equipment put beneath the clothing of anybody, whatever they wear, to take a voyeuristic picture without permission is recorded under 88E.",
    basis: edition::rules("page 69, 88E Up-skirting; subcode from the notifiable offence list 2026/27"),
    in_force: edition::HELD,
    exemplar: "a man in a kilt is filmed from below at a festival, and nothing is recorded because he wore no skirt",
    mend: "record up-skirting",
};

/// Classes a look or picture from beneath the clothing.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming whether there was consent.
pub fn classify(display: &Display, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if ask.yes(case.of, "what.display.consented", display.consented)? {
        ask.follows("with permission");
        return incident("the person gave permission", &RULE);
    }
    ask.follows("beneath the clothing, without permission");
    crime("88E", "088/12", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/up-skirting.toml"), classified);
    }
}
