//! Parents, carers and professional third parties.

use crime::Subject;
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("parents-carers-professionals"),
    title: "Parents, carers and professional third parties",
    says: "Parents, carers and professionals who report are always taken to act for the victim; where nobody doubts who they are or what they say, the crime is recorded whether or not the victim agrees or later confirms.",
    basis: edition::rules("page 8, Parents, Carers and Professional Third Party Reports"),
    in_force: edition::HELD,
    exemplar: "a social worker reports an assault on an adult in her care, and it waits for the confirmation of the victim",
    mend: "record the crime; if their status or truthfulness is in doubt, treat it as any other third party report",
};

/// Whether the report of a parent, carer or professional stands by itself.
///
/// # Errors
///
/// [`Missing`], naming whether it is in doubt.
pub fn stands(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    if ask.yes(Subject::Report, "reporter.in_doubt", case.incident.reporter.in_doubt)? {
        ask.follows("status, position or truthfulness is in doubt: as any other third party");
        return Ok(false);
    }
    ask.follows(
        "a parent, carer or professional who is not in doubt: it must be recorded, whatever the victim says",
    );
    Ok(true)
}

#[cfg(test)]
mod tests {
    use crate::cases::exit_of;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/parents-carers-professionals.toml"), exit_of);
    }
}
