//! Metal theft.

use crime::{ScrapMetal, Text};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("flag-metal-theft"),
    title: "Metal theft flag",
    says: "A crime, or an attempt, whose aim the one who files it believes to be the scrap value of metal has one of two flags: infrastructure, if what it was taken from no longer works or holds, else non-infrastructure; where that is hard to say, infrastructure.",
    basis: edition::rules("page 27, Metal Theft"),
    in_force: edition::HELD,
    exemplar: "a catalytic converter cut from a car, flagged as non-infrastructure",
    mend: "flag it with one of the two, and with infrastructure in doubt",
};

/// The flag for metal theft. Only crimes by which something is taken, or that an attempt leaves behind, can have it.
/// `group` is that of the crime, as the list names it.
///
/// # Errors
///
/// [`Missing`], naming whether metal was taken for its scrap value.
pub fn flag(group: &str, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Text>, Missing> {
    ask.begin(&RULE, case.of);
    if !matches!(group, "Theft" | "Burglary" | "Robbery" | "Vehicle offences" | "Arson and criminal damage") {
        ask.follows("not a crime by which metal is taken: no flag");
        return Ok(None);
    }
    let flag = match ask.which(case.of, "circumstances.scrap_metal", &case.act.circumstances.scrap_metal)? {
        ScrapMetal::No => {
            ask.follows("nothing taken for its scrap value: no flag");
            return Ok(None);
        }
        ScrapMetal::Infrastructure | ScrapMetal::HardToSay => "metal theft (infrastructure)",
        ScrapMetal::NotInfrastructure => "metal theft (non-infrastructure)",
    };
    ask.follows("metal taken, or tried, for its scrap value: flagged");
    Ok(Some(flag.into()))
}

#[cfg(test)]
mod tests {
    use crate::cases::flagged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/flag-metal-theft.toml"), flagged);
    }
}
