//! Shoplifting.

use crime::conduct::{TakenFrom, Taking};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("shoplifting"),
    title: "Shoplifting",
    says: "A theft of anything within a shop is theft from a shop, also by somebody who entered as a trespasser unless burglary has been charged; entry into a part that is not for the public, or something taken from a till, is burglary, and a theft by an employee of the shop is theft by an employee.",
    basis: edition::rules("pages 79 and 80, 46 Shoplifting"),
    in_force: edition::HELD,
    exemplar: "notes taken from a till by a customer who reaches over the counter, recorded as theft from a shop",
    mend: "record burglary for a till or a part that is not for the public, else theft from the shop",
};

/// Classes a theft in a shop. Only the public can trespass behind the counter: for an employee it is theft by an employee there too.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming whether an employee did it, or whether a trespasser is charged with burglary.
pub fn classify(from: TakenFrom, taking: &Taking, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    if crate::rules::theft_by_an_employee::is(taking, case, ask)? {
        return crate::rules::theft_by_an_employee::crime();
    }
    ask.begin(&RULE, case.of);
    if from == TakenFrom::ShopStaffArea {
        let attempted = ask.fact(case.of, "attempted", case.act.attempted)? == Some(true);
        ask.follows("from a till, or from where the public may not go: burglary of a business");
        return crime(if attempted { "30D" } else { "30C" }, "030/02", &RULE);
    }
    if from == TakenFrom::ShopAsTrespasser
        && ask.fact(case.of, "what.taking.charged_with_burglary", taking.charged_with_burglary)? == Some(true)
    {
        ask.follows("a trespasser who has been charged with burglary already");
        return crime("30C", "030/02", &RULE);
    }
    ask.follows("within a shop, whether for sale or not");
    crime("46", "046/00", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/shoplifting.toml"), classified);
    }
}
