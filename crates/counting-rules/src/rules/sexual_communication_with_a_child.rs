//! Sexual communication with a child.

use crime::conduct::Grooming;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::grooming,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("sexual-communication-with-a-child"),
    title: "88A Sexual communication with a child",
    says: "An adult who communicates with a child under 16, sexually or so as to encourage a sexual communication, for sexual gratification, and who has no reason to take the child for 16, is recorded under 88A.",
    basis: edition::rules(
        "pages 66 and 67, Engage in Sexual Communication with a child; subcode from the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "a man of 40 writes sexual messages to a girl of 13 for his gratification, recorded as a malicious communication",
    mend: "record sexual communication with a child",
};

/// Classes a sexual communication with a child.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the ages, the purpose, or what was believed.
pub fn classify(grooming: &Grooming, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if let Some(because) = grooming::wanting(grooming, case, ask)? {
        ask.follows(because);
        return incident(because, &RULE);
    }
    ask.follows("an adult, a child under 16, and a sexual communication for gratification");
    crime("88A", "071/17", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/sexual-communication-with-a-child.toml"), classified);
    }
}
