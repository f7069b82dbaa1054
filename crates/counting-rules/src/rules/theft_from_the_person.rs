//! Theft from the person.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("theft-from-the-person"),
    title: "Theft from the person",
    says: "A theft without force on a person, of goods that the victim wore or carried, that were attached to the victim, or that were in the clothes the victim wore, is theft from the person; so is one with force on the goods alone.",
    basis: edition::rules("pages 78 and 79, 39 Theft from the person, with the clarification on robbery"),
    in_force: edition::HELD,
    exemplar: "a telephone taken cleanly from the hand, recorded as robbery",
    mend: "record theft from the person",
};

/// Goods worn, carried, attached, or in the clothes.
///
/// # Errors
///
/// None.
pub fn classify(case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    ask.follows("worn, carried or attached, or in clothes that were worn; no force on anybody");
    crime("39", "039/00", &RULE)
}

/// Goods of which somebody had hold, taken with force on the goods alone.
///
/// # Errors
///
/// None.
pub fn by_force_to_property(case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    ask.follows("taken out of somebody's hold with force on the property only");
    crime("39", "039/00", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/theft-from-the-person.toml"), classified);
    }
}
