//! Robbery.

use crime::conduct::{Taking, TakingForce};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("robbery"),
    title: "Robbery",
    says: "Force on a person, or the threat or impression of it, in order to steal or to get away with what was stolen, on the premises or in immediate pursuit, makes a theft a robbery; force on the property alone does not.",
    basis: edition::rules(
        "pages 72, 74, 78 to 80, Robbery and Clarification: Robbery or Theft from the Person",
    ),
    in_force: edition::HELD,
    exemplar: "a shoplifter who pushes a guard aside to get out with the goods, recorded as theft from a shop",
    mend: "record one robbery",
};

/// What force there was. Of these, force in order to steal, or to get away, makes it robbery.
///
/// Of violence against somebody in immediate pursuit the text says that it may result in robbery; it is taken so here, since the text
/// calls the theft incomplete then.
///
/// # Errors
///
/// [`Missing`], naming the force.
pub fn force(taking: &Taking, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<TakingForce, Missing> {
    ask.begin(&RULE, case.of);
    let force = ask.which(case.of, "what.taking.force", &taking.force)?;
    ask.follows(match force {
        TakingForce::ToSteal => "force or the threat of it in order to steal: robbery",
        TakingForce::ToEscape => "force or the threat of it in order to get away with it, while the theft was not complete: robbery",
        TakingForce::ToProperty => "force on the property only: no robbery",
        TakingForce::Otherwise => "force that did not serve the theft, or came after it was complete: no robbery",
        TakingForce::None => "no force and no threat: no robbery",
    });
    Ok(force)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/robbery.toml"), classified);
    }
}
