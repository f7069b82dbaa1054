//! Possession of cannabis.

use crime::conduct::{Drugs, IdentifiedBy};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    verdict::{Case, Verdict},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("cannabis-possession"),
    title: "Possession of cannabis",
    says: "Possession of cannabis needs no test: an officer experienced in knowing cannabis, or the admission of the suspect, is enough.",
    basis: edition::rules("page 91, 92E Possession of controlled drugs (cannabis)"),
    in_force: edition::HELD,
    exemplar: "herbal cannabis that an experienced officer recognises, recorded as an attempt because it was not tested",
    mend: "record possession of cannabis",
};

/// The incident that is registered if nothing shows that it is cannabis; nothing, if the crime is made out.
///
/// # Errors
///
/// [`Missing`], naming how it is known.
pub fn stays_out(drugs: &Drugs, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Verdict>, Missing> {
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.drugs.identified_by", &drugs.identified_by)? {
        IdentifiedBy::Test | IdentifiedBy::Admission | IdentifiedBy::ExperiencedOfficer => {
            ask.follows("known by a test, an experienced officer, or the admission of the suspect: possession of cannabis");
            Ok(None)
        }
        IdentifiedBy::Nothing => {
            ask.follows("neither tested, nor admitted, nor known to an experienced officer: not made out");
            Ok(Some(Verdict::Incident { because: "nothing shows yet that it is cannabis".into(), by: &RULE }))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/cannabis-possession.toml"), classified);
    }
}
