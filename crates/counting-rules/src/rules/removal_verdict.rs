//! A recorded crime that is removed.

use crime::{RemovalVerdict, Subject};
use rulebook::{Known, Rule, RuleId};

use crate::{Ask, Missing, edition, matter::Matter};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-verdict"),
    title: "Once recorded, a crime remains",
    says: "A recorded crime remains recorded unless additional verifiable information shows that no notifiable crime took place, or it is transferred or cancelled; whether a removal stands is another room's verdict and taken as a fact.",
    basis: edition::rules("pages 7 and 11, Whether to record a crime? and step 9 of the flow chart"),
    in_force: edition::HELD,
    exemplar: "a crime that was removed and whose removal does not stand, left out of the count",
    mend: "count the crime unless the removal stands",
};

/// Drops every matter if a removal stands. Without a verdict the crimes remain.
///
/// # Errors
///
/// None; a verdict that is not known is no verdict that it stands.
pub fn applied(matters: &mut [Matter<'_>], ask: &mut Ask<'_>) -> Result<(), Missing> {
    if ask.incident.removal == Known::NotSupplied {
        return Ok(());
    }
    ask.begin(&RULE, Subject::Report);
    let verdict = ask.which_if_known(Subject::Report, "removal", &ask.incident.removal)?;
    if verdict == Some(RemovalVerdict::Stands) {
        ask.follows("a removal stands: not counted");
        for matter in matters {
            matter.drop_by(&RULE, "removed, and the removal stands");
        }
    } else {
        ask.follows("no removal stands: the crimes remain");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-verdict.toml"), decided);
    }
}
