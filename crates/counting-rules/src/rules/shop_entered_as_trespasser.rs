//! A shop entered as a trespasser.

use crime::conduct::{Entry, EntryPurpose, Premises};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("shop-entered-as-trespasser"),
    title: "A shop entered as a trespasser",
    says: "Who enters a shop as a trespasser in order to steal is counted as a shop thief, unless charged with burglary by the time of recording; a part to which the public is not admitted, or the till, makes it burglary.",
    basis: edition::rules("pages 79 and 80, 46 Theft from shops"),
    in_force: edition::HELD,
    exemplar: "somebody banned from a shop walks in to steal and is not charged yet, recorded as burglary",
    mend: "record theft from a shop, 46; burglary, 30C, if the suspect is charged with it or went where customers may not",
};

/// Whether an entry into a shop is counted as theft from a shop.
///
/// The text does not speak of opening hours. A shop that is closed admits the public nowhere: by our reading it is burgled.
///
/// # Errors
///
/// [`Missing`], naming whether the suspect has been charged with burglary.
pub fn is_shop_theft(
    premises: Premises,
    purpose: EntryPurpose,
    entry: &Entry,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    if premises == Premises::ShopBack {
        ask.follows("a part to which the public is not admitted, or the till: burglary");
        return Ok(false);
    }
    if premises == Premises::ShopShut {
        ask.follows("a closed shop admits the public nowhere: by our reading burglary");
        return Ok(false);
    }
    if purpose != EntryPurpose::Steal {
        ask.follows("not entered in order to steal: burglary");
        return Ok(false);
    }
    let charged = ask.yes(case.of, "what.entry.charged", entry.charged)?;
    ask.follows(if charged {
        "the suspect is charged with burglary by the time of recording"
    } else {
        "nobody is charged with burglary by the time of recording: theft from a shop"
    });
    Ok(!charged)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/shop-entered-as-trespasser.toml"), classified);
    }
}
