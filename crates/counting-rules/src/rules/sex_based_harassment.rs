//! Harassment in public because of somebody's sex.

use crime::conduct::Disorder;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("sex-based-harassment"),
    title: "Harassment based on sex",
    says: "What meets the test of intentional harassment is an offence under section 4B if it was done because of the sex, or the presumed sex, of the person it was aimed at; sex need not be the only or the main motive, the offender may be wrong about it, and no course of conduct is needed.",
    basis: edition::rules(
        "pages 87 and 88, Threatening behaviour or language or using graphics based on sex",
    ),
    in_force: edition::HELD,
    exemplar: "a man corners a woman on her way home with obscene remarks about her body, meaning to distress her; recorded under section 4A",
    mend: "record 068/25",
};

/// Whether it was done because of sex, where the other two parts of the test are met.
///
/// # Errors
///
/// [`Missing`], naming whether it was.
pub fn because_of_sex(disorder: &Disorder, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    let because = ask.yes(case.of, "what.disorder.because_of_sex", disorder.because_of_sex)?;
    ask.follows(if because { "done because of sex, or presumed sex" } else { "not done because of sex" });
    Ok(because)
}

/// The offence under section 4B.
///
/// # Errors
///
/// None.
pub fn classify(case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    ask.follows("behaviour, distress meant and caused, because of sex: all three parts are met: section 4B");
    crime("9A", "068/25", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/sex-based-harassment.toml"), classified);
    }
}
