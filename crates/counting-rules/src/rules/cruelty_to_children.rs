//! Cruelty to children and young persons.

use crime::conduct::{Cruelty, Responsible};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("cruelty-to-children"),
    title: "Cruelty to children and young persons",
    says: "Somebody of 16 or over who is responsible for a child under 16 and wilfully ill-treats, neglects, abandons or exposes it, so that unnecessary suffering or injury to health is likely, is cruel to it: one crime for each child.",
    basis: edition::rules("page 38, Cruelty to children/young persons"),
    in_force: edition::HELD,
    exemplar: "a mother leaves her child of four without food or company for a day, and an incident is registered",
    mend: "record 11A 011/03 for each child",
};

/// Classes what somebody did to a child for whom they were responsible. What others did to a child, or to somebody of 16 or over, is no
/// cruelty in this sense; force is then an act of violence.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the age of the child, the responsibility, or whether it was wilful and likely to harm.
pub fn classify(cruelty: &Cruelty, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let (at, victim) = case.needed_victim(ask)?;
    if ask.number(at, "age", &victim.age)? >= 16 {
        ask.follows("not under 16: no cruelty to a child");
        return incident("not a child under 16; if force was used, that is an act of violence", &RULE);
    }
    match ask.which(case.of, "what.cruelty.responsible", &cruelty.responsible)? {
        Responsible::SixteenOrOver => {}
        Responsible::UnderSixteen | Responsible::No => {
            ask.follows("not by somebody of 16 or over who is responsible for the child");
            return incident(
                "not by somebody responsible of 16 or over; if force was used, that is an act of violence",
                &RULE,
            );
        }
    }
    if ask.yes(case.of, "what.cruelty.wilful_and_harmful", cruelty.wilful_and_harmful)? {
        ask.follows("wilful, and likely to cause unnecessary suffering or injury to health");
        return crime("11A", "011/03", &RULE);
    }
    ask.follows("not wilful, or not likely to cause suffering or injury to health");
    incident("no wilful treatment likely to cause suffering or injury to health", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/cruelty-to-children.toml"), classified);
    }
}
