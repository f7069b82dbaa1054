//! Racially or religiously aggravated harassment or stalking.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("aggravated-harassment-or-stalking"),
    title: "Racially or religiously aggravated harassment or stalking",
    says: "Harassment or stalking that is racially or religiously aggravated is the more serious 8M: 008/58 for the offences with fear of violence or, of stalking, serious alarm or distress, and 008/56 for the others.",
    basis: edition::rules(
        "page 52, the sentence on racial and religious motives, and pages 56 and 57, 8M; with section 32(1) of the Crime and Disorder Act 1998, which the list names, for serious alarm or distress",
    ),
    in_force: edition::HELD,
    exemplar: "a neighbour harassed for her religion, recorded as 8L",
    mend: "record 8M 008/58 or 008/56 instead of 8L or 8Q",
};

/// The aggravated offence. `graver` is an offence of section 4 or 4A of the Protection from Harassment Act: section 32(1)(b) of the Act
/// of 1998, for which the list has 008/58, covers both, and so serious alarm or distress too.
pub(crate) fn answer(graver: bool, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    ask.follows("racially or religiously aggravated: a class of its own");
    crime("8M", if graver { "008/58" } else { "008/56" }, &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/aggravated-harassment-or-stalking.toml"), classified);
    }
}
