//! Whether to record: offences against the state.

use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, recording::Instead, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("state-based-test"),
    title: "Whether to record: offences against the state",
    says: "An offence against the state is recorded once the points to prove are clearly made out, whether or not anybody is identified or could be prosecuted; if the guilt of the person found is what makes the offence and no case against them stands, none is needed.",
    basis: edition::rules("pages 7 and 8, Recording offences against the state"),
    in_force: edition::HELD,
    exemplar: "a man found with a banknote that happens to carry traces of cocaine, recorded as possession",
    mend: "record it when the points to prove are made out, and not before",
};

/// The incident that is registered while the points to prove are not clearly made out. Not known is not made out.
///
/// # Errors
///
/// [`Missing`], naming whether they are.
pub fn unmet(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Instead>, Missing> {
    ask.begin(&RULE, case.of);
    if ask.fact(case.of, "points_to_prove", case.act.points_to_prove)? == Some(true) {
        ask.follows("the points to prove are clearly made out");
        return Ok(None);
    }
    ask.follows("the points to prove are not clearly made out: no crime need be recorded");
    Ok(Some(Instead::incident("the points to prove are not clearly made out", &RULE)))
}

#[cfg(test)]
mod tests {
    use crate::cases::exit_of;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/state-based-test.toml"), exit_of);
    }
}
