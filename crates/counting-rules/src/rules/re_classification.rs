//! Re-classification.

use crime::outcome::{Approver, Reclassification, ReclassificationReason};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("re-classification"),
    title: "Classification and re-classification",
    says: "A crime is classed when it is recorded, by what is known then, and may be re-classified by the registrar or a designated decision maker if substantive information comes or the class was wrong, with the reason in the record; a rape becomes a reported incident of rape only by an accredited registrar and only before substantive investigation; what is charged does not change the class.",
    basis: edition::rules(
        "pages 13 and 63, Classification and reclassification, and Reports dealt with as non-notifiable crimes",
    ),
    in_force: edition::HELD,
    exemplar: "a rape re-classified as a reported incident by a designated decision maker",
    mend: "leave it recorded as rape; only an accredited registrar may, and only early",
};

/// Whether a crime may be re-classified.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(proposal: &Reclassification, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    let from = ask.text(RECORD, "from", &proposal.from)?;
    let to = ask.text(RECORD, "to", &proposal.to)?;
    match ask.which(RECORD, "reason", &proposal.reason)? {
        ReclassificationReason::FurtherInformation | ReclassificationReason::Error => {}
        ReclassificationReason::OutcomeOnly => {
            return no(ask, &RULE, "what is charged or otherwise dealt with does not change the class");
        }
    }
    let decided_by = ask.which(RECORD, "decided_by", &proposal.decided_by)?;
    if from.starts_with("19") && to.starts_with("N100") {
        if decided_by != Approver::AccreditedRegistrar {
            return no(ask, &RULE, "a rape becomes a reported incident only by an accredited registrar");
        }
        if ask.yes(RECORD, "investigated", proposal.investigated)? {
            return no(
                ask,
                &RULE,
                "a rape becomes a reported incident only before substantive investigation",
            );
        }
    }
    match decided_by {
        Approver::DecisionMaker | Approver::Registrar | Approver::AccreditedRegistrar => {}
        Approver::BelowInspector
        | Approver::Inspector
        | Approver::Superintendent
        | Approver::IndependentTeam => {
            return no(ask, &RULE, "neither the registrar nor a designated decision maker decides");
        }
    }
    // Not yet, not known and not supplied are alike here: it remains to be shown.
    let conditions: &[&'static str] = match ask.yes(RECORD, "justified", proposal.justified) {
        Ok(true) => &[],
        Ok(false) | Err(_) => &["the crime record holds the justification, so that it can be audited"],
    };
    yes(
        ask,
        &RULE,
        "decided by the registrar or a designated decision maker, for a reason that counts",
        conditions,
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::reclassified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/re-classification.toml"), reclassified);
    }
}
