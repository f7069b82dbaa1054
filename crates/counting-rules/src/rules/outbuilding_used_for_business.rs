//! Outbuildings used for business.

use crime::{Why, conduct::Premises};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, rules::burglary_class_by_day::Place, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outbuilding-used-for-business"),
    title: "Outbuilding used for business",
    says: "An outbuilding that is no part of the home and is used solely for business is burgled as business and community; used for business among other things, it stays residential.",
    basis: edition::rules("page 73, 28M and 30C"),
    in_force: edition::HELD,
    exemplar: "tools are stolen from a garden workshop in which a joiner does nothing but work for customers, recorded as residential burglary",
    mend: "record burglary, business and community, 30C",
};

/// The kind of place of an outbuilding in use for business.
///
/// # Errors
///
/// [`Missing`] where the text gives two answers: for what is attached with a door through to the home and used solely for business,
/// and for a building without a home on its plot that is used in both ways.
pub fn place(premises: Premises, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Place, Missing> {
    ask.begin(&RULE, case.of);
    let between = match premises {
        Premises::ConnectedBusiness => ["28I", "30C"],
        Premises::SeparateMixed => ["28M", "30C"],
        Premises::BusinessOutbuilding
        | Premises::House
        | Premises::LetRoom
        | Premises::HostelRoom
        | Premises::HotelRoom
        | Premises::Caravan
        | Premises::ConnectedOutbuilding
        | Premises::Outbuilding
        | Premises::SeparatePrivate
        | Premises::Business
        | Premises::ShopFloor
        | Premises::ShopBack
        | Premises::ShopShut => {
            ask.follows("an outbuilding used solely for business: business and community");
            return Ok(Place::Business);
        }
    };
    Err(ask.missing(case.of, "", Why::TextSilent).between(between))
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outbuilding-used-for-business.toml"), classified);
    }
}
