//! Modern slavery in addition.

use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, matter::Matter, rules::principal_crime::Prevails};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("modern-slavery-in-addition"),
    title: "Modern slavery is recorded in addition",
    says: "Modern slavery is recorded together with the most serious other offence against the same victim by the same offender.",
    basis: edition::rules("pages 13, 48 and 63, Exceptions to the general rule"),
    in_force: edition::HELD,
    exemplar: "somebody held in servitude and raped by the one who holds them, recorded as rape only",
    mend: "record modern slavery and the most serious other offence",
};

/// Both, if one of the two is modern slavery.
///
/// # Errors
///
/// None.
pub fn prevails(
    one: &Matter<'_>,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Prevails>, Missing> {
    if (one.crime.class == "106") == (other.crime.class == "106") {
        return Ok(None);
    }
    ask.begin(&RULE, one.case.of);
    ask.follows("modern slavery is recorded in addition to the most serious other offence");
    Ok(Some(Prevails::Both))
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/modern-slavery-in-addition.toml"), decided);
    }
}
