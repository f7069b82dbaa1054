//! Violence over property.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    offences,
    rules::principal_crime::{Prevails, name},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("violence-over-property"),
    title: "Violence over property",
    says: "The most serious violent crime, rape included, generally takes precedence over the most serious property crime.",
    basis: edition::rules("page 13, The Principal Crime Rule"),
    in_force: edition::HELD,
    exemplar: "a common assault and a theft of mail, on one victim by one man at once, of which the theft is recorded",
    mend: "record the violent crime, unless the registrar sees a reason against it",
};

#[derive(PartialEq)]
enum Kind {
    Violent,
    Property,
    Other,
}

fn kind(matter: &Matter<'_>) -> Kind {
    let row = offences::row(matter.crime.class, matter.crime.subcode)
        .or_else(|| offences::row(matter.crime.class, ""));
    match row.map(|offence| offence.group.as_str()) {
        Some("Violence against the person" | "Sexual offences") => Kind::Violent,
        Some("Theft" | "Burglary" | "Vehicle offences" | "Arson and criminal damage") => Kind::Property,
        Some(_) | None => Kind::Other,
    }
}

/// Which of a violent and a property crime is counted.
///
/// # Errors
///
/// None.
pub fn prevails(
    one: &Matter<'_>,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Prevails>, Missing> {
    let (prevails, violent, property) = match (kind(one), kind(other)) {
        (Kind::Violent, Kind::Property) => (Prevails::First, one, other),
        (Kind::Property, Kind::Violent) => (Prevails::Second, other, one),
        (Kind::Violent, Kind::Violent | Kind::Other)
        | (Kind::Property, Kind::Property | Kind::Other)
        | (Kind::Other, _) => return Ok(None),
    };
    ask.begin(&RULE, one.case.of);
    ask.follows_with(|| {
        format!(
            "{} is violent and {} is against property: generally, the text says, violence prevails",
            name(violent),
            name(property)
        )
    });
    Ok(Some(prevails))
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/violence-over-property.toml"), decided);
    }
}
