//! Property that the offender owns with others, or alone.

use crime::conduct::{Damage, DamagedOwner};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("jointly-owned-property"),
    title: "Jointly owned property",
    says: "Damage to what several people own is a crime also if one of them does it; what somebody owns alone they may damage, unless that endangers somebody's life.",
    basis: edition::rules(
        "page 86, Clarification: Jointly owned property; what is owned alone by the words of section 2 on page 85, which we read for damage as for threats",
    ),
    in_force: edition::HELD,
    exemplar: "a husband breaks the television that he and his wife bought together, recorded as an incident",
    mend: "record the damage",
};

/// Whether the property is the offender's alone.
///
/// # Errors
///
/// [`Missing`], naming whose it is.
pub fn is_own(damage: &Damage, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    let (own, follows) = match ask.which(case.of, "what.damage.whose", &damage.whose)? {
        DamagedOwner::Another => (false, "somebody else's property"),
        DamagedOwner::Joint => (false, "jointly owned: a crime, though one of the owners did it"),
        DamagedOwner::Own => (true, "the offender's alone"),
    };
    ask.follows(follows);
    Ok(own)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/jointly-owned-property.toml"), classified);
    }
}
