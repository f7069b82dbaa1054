//! Harassment, alarm or distress that was not meant.

use crime::conduct::Disorder;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::aggravated_public_order::{self, Section},
    verdict::{Answer, Case, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("section-5"),
    title: "Section 5 of the Public Order Act",
    says: "Harassment, alarm or distress that was only likely, or was not meant, is not notifiable, unless it is racially or religiously aggravated.",
    basis: edition::rules("page 86, note on section 5"),
    in_force: edition::HELD,
    exemplar: "a drunk swears at passers-by whom he does not mean to distress; recorded as a public order crime",
    mend: "register an incident",
};

/// An incident, or the aggravated offence.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming whether it was aggravated.
pub fn classify(disorder: &Disorder, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if ask.yes(case.of, "what.disorder.aggravated", disorder.aggravated)? {
        ask.follows("section 5, and racially or religiously aggravated");
        return aggravated_public_order::classify(Section::Five, false, case, ask);
    }
    ask.follows("section 5, and not racially or religiously aggravated: not notifiable");
    incident("an offence under section 5 is not notifiable unless racially or religiously aggravated", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/section-5.toml"), classified);
    }
}
