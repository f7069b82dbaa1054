//! No victim, no crime.

use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("no-victim-no-crime"),
    title: "No victim, no crime",
    says: "Where a crime with a victim is suspected and neither the victim nor anybody who may act for the victim can be found, it is a crime-related incident until one is; an unwilling victim is not a missing one.",
    basis: edition::rules("page 7, No victim – no crime"),
    in_force: edition::HELD,
    exemplar: "neighbours report a fight; nobody is there when the police come and no victim is found, and an assault is recorded though nothing makes it necessary",
    mend: "register a crime-related incident; record the crime when a victim is found or comes forward",
};

/// Whether the victim, or somebody who may act for the victim, can be found. Not known where they are is not found.
///
/// # Errors
///
/// [`Missing`], naming whether they can.
pub fn found(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    let (at, victim) = case.needed_victim(ask)?;
    if ask.fact(at, "found", victim.found)? == Some(true) {
        ask.follows("the victim, or somebody for the victim, is found");
        return Ok(true);
    }
    ask.follows("neither the victim nor anybody for the victim can be found");
    Ok(false)
}

#[cfg(test)]
mod tests {
    use crate::cases::exit_of;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/no-victim-no-crime.toml"), exit_of);
    }
}
