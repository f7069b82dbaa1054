//! Possession of anabolic steroids.

use crime::conduct::Drugs;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    verdict::{Case, Verdict},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("anabolic-steroids"),
    title: "Possession of anabolic steroids",
    says: "To have anabolic steroids is an offence only where they are to be imported or exported.",
    basis: edition::rules(
        "page 93, mark at 092/67; with the title of that offence in the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "a bodybuilder's own steroids, recorded as possession of a controlled drug",
    mend: "record nothing unless they are to cross the border; supply, or an intent to supply, is another offence",
};

/// The incident that is registered if they are not to cross the border; nothing, if they are.
///
/// # Errors
///
/// [`Missing`], naming whether they are.
pub fn stays_out(drugs: &Drugs, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Verdict>, Missing> {
    ask.begin(&RULE, case.of);
    if ask.yes(case.of, "what.drugs.for_import_or_export", drugs.for_import_or_export)? {
        ask.follows("to be imported or exported: possession is an offence");
        return Ok(None);
    }
    ask.follows("not to be imported or exported: possession is no offence");
    Ok(Some(Verdict::Incident {
        because: "anabolic steroids that are not to be imported or exported".into(),
        by: &RULE,
    }))
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/anabolic-steroids.toml"), classified);
    }
}
