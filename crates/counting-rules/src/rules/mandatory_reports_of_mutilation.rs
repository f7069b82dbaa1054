//! Mandatory reports of female genital mutilation.

use crime::conduct::Mutilation;
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("mandatory-reports-of-mutilation"),
    title: "Mandatory reports of female genital mutilation",
    says: "A known case in a girl under 18 that a regulated health or social care professional or a teacher reports under the legal duty is recorded without delay and without investigation, even if it was done elsewhere, unless credible evidence to the contrary is at hand.",
    basis: edition::rules("pages 44 and 45, Recording Practice: FGM Reports"),
    in_force: edition::HELD,
    exemplar: "a midwife reports a known case in a girl of 16, done abroad, and it waits for an investigation",
    mend: "record 8N 008/52 at once; only the registrar may cancel it, if the girl turns out not to have suffered it",
};

/// Whether a report is one under the duty.
///
/// # Errors
///
/// [`Missing`], naming whether it is.
pub fn applies(mutilation: &Mutilation, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    if ask.yes(case.of, "what.mutilation.duty_report", mutilation.duty_report)? {
        ask.follows("reported under the legal duty: recorded without delay, wherever it was done");
        return Ok(true);
    }
    ask.follows("not reported under the duty: as any other report");
    Ok(false)
}

#[cfg(test)]
mod tests {
    use crate::cases::exit_of;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/mandatory-reports-of-mutilation.toml"), exit_of);
    }
}
