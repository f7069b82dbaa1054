//! Burglary with force is robbery.

use crime::conduct::{Entry, GoodsRobbed};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("burglary-with-force-is-robbery"),
    title: "Burglary with force is robbery",
    says: "Force used or threatened in order to steal in the course of a burglary, aggravated or not, makes it a robbery: of business or of personal property, by whose goods they were or, if both, by which were worth more.",
    basis: edition::rules("pages 73 and 74, 28I and 29B; page 72, 34A and 34B"),
    in_force: edition::HELD,
    exemplar: "burglars push a woman aside in her hall to get at her handbag, recorded as burglary",
    mend: "record robbery, 34A or 34B, instead of the burglary",
};

/// The robbery that it is, an attempt included: the list has no class of its own for attempts.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming whose goods they were.
pub fn classify(entry: &Entry, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let goods = ask
        .which(case.of, "what.entry.goods", &entry.goods)
        .map_err(|missing| missing.between(["34A", "34B"]))?;
    match goods {
        GoodsRobbed::Personal | GoodsRobbed::MorePersonal => {
            ask.follows("force was used to steal, mainly from a person: robbery of personal property");
            crime("34B", "034/01", &RULE)
        }
        GoodsRobbed::Business | GoodsRobbed::MoreBusiness => {
            ask.follows("force was used to steal, mainly from a business: robbery of business property");
            crime("34A", "034/01", &RULE)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/burglary-with-force-is-robbery.toml"), classified);
    }
}
