//! Drunkenness or impairment.

use crime::Subject;
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, recording::Instead, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("drunkenness-or-impairment"),
    title: "Drunkenness or impairment",
    says: "That somebody is drunk or impaired bears on the balance of probabilities: at least an incident is recorded and followed up, and a crime at once if other evidence already supports the report.",
    basis: edition::rules("page 9, Drunkenness or impairment"),
    in_force: edition::HELD,
    exemplar: "a drunk man says that he was hit, with a fresh bruise to show, and no crime is recorded until he is sober",
    mend: "record the crime if evidence at hand supports it; otherwise record an incident and follow it up when the person is fit",
};

/// The incident that is registered while the victim who reports is impaired and nothing else supports the report.
///
/// # Errors
///
/// [`Missing`], naming whether the victim is impaired, or whether evidence supports the report.
pub fn unmet(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Instead>, Missing> {
    ask.begin(&RULE, case.of);
    let reporter = &case.incident.reporter;
    if ask.fact(Subject::Report, "reporter.impaired", reporter.impaired)? != Some(true) {
        ask.follows("the victim reports it and is not known to be impaired: the victim is to be believed");
        return Ok(None);
    }
    if ask.fact(Subject::Report, "reporter.supported", reporter.supported)? == Some(true) {
        ask.follows("impaired, but evidence at hand supports the report");
        return Ok(None);
    }
    ask.follows("impaired, and nothing yet supports the report: an incident, to be followed up");
    Ok(Some(Instead::incident(
        "the victim is impaired and nothing yet supports the report; follow up when fit",
        &RULE,
    )))
}

#[cfg(test)]
mod tests {
    use crate::cases::exit_of;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/drunkenness-or-impairment.toml"), exit_of);
    }
}
