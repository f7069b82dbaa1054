//! Outraging public decency.

use crime::conduct::Display;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outraging-public-decency"),
    title: "66 Outraging public decency",
    says: "A lewd, obscene or disgusting act that outrages public decency, in a place that the public can reach or see into and with two or more people present who could see it, is 066/21, whether or not they saw it; so is masturbation there, and exposure of which the purpose cannot be proved.",
    basis: edition::rules("pages 69 and 71, 88E Exposure and Outraging public decency"),
    in_force: edition::HELD,
    exemplar: "a man masturbates before a group of women in a park, recorded as exposure",
    mend: "record outraging public decency",
};

/// Classes a lewd act that is no exposure.
///
/// # Errors
///
/// [`Missing`], naming whether two or more could see it in public.
pub fn classify(display: &Display, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    if before_two(display, case, ask)? {
        return crime("66", "066/21", &RULE);
    }
    incident("not in public before two or more people who could have seen it", &RULE)
}

/// Whether it was done in public before two or more who could have seen it.
///
/// # Errors
///
/// [`Missing`], naming that.
pub(crate) fn before_two(display: &Display, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    let before_two = ask.yes(case.of, "what.display.public_before_two", display.public_before_two)?;
    ask.follows(if before_two {
        "in public, and two or more who were present could have seen it"
    } else {
        "not in public, or not before two who could have seen it"
    });
    Ok(before_two)
}

/// Whether an exposure of which the purpose is not shown is this instead.
///
/// # Errors
///
/// [`Missing`], naming whether two or more could see it in public, or whether it outraged public decency.
pub(crate) fn instead_of_exposure(
    display: &Display,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Result<bool, Missing> {
    if !before_two(display, case, ask)? {
        return Ok(false);
    }
    ask.begin(&RULE, case.of);
    let lewd = ask.yes(case.of, "what.display.lewd", display.lewd)?;
    ask.follows(if lewd { "it outraged public decency" } else { "it did not outrage public decency" });
    Ok(lewd)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outraging-public-decency.toml"), classified);
    }
}
