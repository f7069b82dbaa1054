//! Public order incidents that are over when the police arrive.

use crime::conduct::Disorder;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    verdict::{Case, Verdict},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("public-order-on-arrival"),
    title: "Public order incidents that are over on arrival",
    says: "A public order incident that is over when the police arrive, and was aimed at nobody in particular, stays an incident unless reasonable enquiries find a victim or evidence on which the police can act; disorder that the police see is recorded as what it is.",
    basis: edition::rules("pages 9 and 86, Public order offences and Guidance on Recording"),
    in_force: edition::HELD,
    exemplar: "shouting in a street that is empty when the police come; nobody says at whom, enquiries bring nothing, and a crime is recorded",
    mend: "make reasonable enquiries; keep it as an incident while they bring neither a victim nor evidence",
};

/// The incident as which it stays; nothing, if it is to be classed. Evidence that is not known of is none.
///
/// # Errors
///
/// [`Missing`], naming whether disorder went on, or whether enquiries brought evidence; neither is asked where there is a victim.
pub fn stays_an_incident(
    disorder: &Disorder,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Verdict>, Missing> {
    if case.victim.is_some() {
        return Ok(None);
    }
    ask.begin(&RULE, case.of);
    if ask.yes(case.of, "what.disorder.continuing", disorder.continuing)? {
        ask.follows("disorder still went on when the police arrived: recorded as what it is");
        return Ok(None);
    }
    if ask.fact(case.of, "what.disorder.evidence", disorder.evidence)? == Some(true) {
        ask.follows("over when the police arrived, but enquiries brought evidence on which they can act");
        return Ok(None);
    }
    ask.follows("over when the police arrived, no specific victim, and no evidence: it stays an incident");
    Ok(Some(Verdict::Incident {
        because: "over when the police arrived, without a specific victim or evidence".into(),
        by: &RULE,
    }))
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/public-order-on-arrival.toml"), classified);
    }
}
