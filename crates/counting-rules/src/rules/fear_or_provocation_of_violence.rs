//! Fear or provocation of violence.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("fear-or-provocation-of-violence"),
    title: "Fear or provocation of violence",
    says: "Threatening, abusive or insulting words, behaviour or signs towards another person, by which that person is meant, or likely, to believe that violence will be used at once, or by which violence is meant, or likely, to be provoked, are an offence under section 4.",
    basis: edition::rules("page 86, Fear or provocation of violence"),
    in_force: edition::HELD,
    exemplar: "a man in the street raises his fist and says he will hit another at once; recorded as distress only",
    mend: "record 125/11",
};

/// The offence under section 4.
///
/// # Errors
///
/// None.
pub fn classify(case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    ask.follows("fear or provocation of violence: section 4");
    crime("9A", "125/11", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/fear-or-provocation-of-violence.toml"), classified);
    }
}
