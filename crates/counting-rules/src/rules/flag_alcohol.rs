//! Alcohol.

use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("flag-alcohol"),
    title: "Alcohol flag",
    says: "A crime is flagged as alcohol related if the victim or any other person perceives that the effects of alcohol on offender or victim aggravated it.",
    basis: edition::rules("page 30, Alcohol Related Crimes"),
    in_force: edition::HELD,
    exemplar: "an assault by a man whom the witness calls drunk, not flagged because he was not tested",
    mend: "flag it: a perception is enough",
};

/// Whether alcohol is flagged.
///
/// # Errors
///
/// [`Missing`], naming the fact on which it rests.
pub fn flag(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    let flagged = ask.yes(case.of, "circumstances.alcohol", case.act.circumstances.alcohol)?;
    ask.follows(if flagged {
        "the effects of alcohol are perceived to have aggravated it: flagged"
    } else {
        "alcohol is not perceived to have aggravated it: no flag"
    });
    Ok(flagged)
}

#[cfg(test)]
mod tests {
    use crate::cases::flagged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/flag-alcohol.toml"), flagged);
    }
}
