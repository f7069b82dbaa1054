//! Robbery of business property, or of personal property.

use crime::conduct::{RobbedOf, Taking};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("robbery-of-business-or-personal-property"),
    title: "Robbery of business or personal property",
    says: "The owner of the goods decides, not the place: those of individuals make it robbery of personal property, those of a business robbery of business property, unless they are of a personal kind and taken from a person; of both, the greater value decides.",
    basis: edition::rules("page 72, 34A and 34B"),
    in_force: edition::HELD,
    exemplar: "the telephone of a firm, taken by force from an employee in the street and recorded as robbery of business property",
    mend: "class it by whose the goods are, and of both by their value",
};

/// Classes a robbery by whose goods were stolen. An attempt, and an assault with intent to rob, stay in the class.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming whose goods they were; with both classes, if goods of both were worth the same.
pub fn classify(taking: &Taking, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let of = ask
        .which(case.of, "what.taking.robbed_of", &taking.robbed_of)
        .map_err(|missing| missing.between(["34A", "34B"]))?;
    match of {
        RobbedOf::Individual => {
            ask.follows("goods of individuals, wherever they were taken and from whomever");
            crime("34B", "034/01", &RULE)
        }
        RobbedOf::BusinessPersonalKind => {
            ask.follows("goods of a business, but of a personal kind and taken from a person");
            crime("34B", "034/01", &RULE)
        }
        RobbedOf::BothIndividualMore => {
            ask.follows("goods of both; those of individuals are worth more");
            crime("34B", "034/01", &RULE)
        }
        RobbedOf::Business => {
            ask.follows("goods of a business, wherever they were taken");
            crime("34A", "034/01", &RULE)
        }
        RobbedOf::BothBusinessMore => {
            ask.follows("goods of both; those of the business are worth more");
            crime("34A", "034/01", &RULE)
        }
        RobbedOf::BothAlike => Err(ask.missing(case.of, "", crime::Why::TextSilent).between(["34A", "34B"])),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(
            include_str!("../../cases/robbery-of-business-or-personal-property.toml"),
            classified,
        );
    }
}
