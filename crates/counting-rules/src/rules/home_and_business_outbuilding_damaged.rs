//! A home and a business outbuilding damaged at once.

use crime::{
    Conduct,
    conduct::{Damage, DamagedProperty},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::{
        home_and_outbuilding_at_once::at_once,
        principal_crime::{UNDECIDED, name},
    },
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("home-and-business-outbuilding-damaged"),
    title: "A home and a business outbuilding damaged at once",
    says: "Where a home and an outbuilding used for business, of the same victim, are damaged at the same time, only the residential damage is recorded, whichever is worth more.",
    basis: edition::rules(
        "pages 84 and 85, 58A and 58B (the sentence under 58B reads as if the house too were in use for business; that under 58A is followed)",
    ),
    in_force: edition::HELD,
    exemplar: "the windows of a house and of the workshop behind it are smashed in one go, recorded as 58A and 58B",
    mend: "record 58A only",
};

/// Drops the damage to a business outbuilding that was done together with damage to the home of the same victim.
///
/// # Errors
///
/// The first [`Missing`]: whether it was at once. The damage to the outbuilding is then left undecided.
pub fn only_the_home(matters: &mut [Matter<'_>], ask: &mut Ask<'_>) -> Result<(), Missing> {
    let mut parts: Vec<(usize, DamagedProperty)> = Vec::new();
    for (at, matter) in matters.iter().enumerate().filter(|(_, matter)| matter.counts()) {
        if let (Conduct::Damage(damage), "58A" | "58B") = (&matter.case.act.what, matter.crime.class) {
            parts.push((at, property(matter, damage, ask)?));
        }
    }
    let of =
        |property: DamagedProperty| parts.iter().filter(move |(_, is)| *is == property).map(|(at, _)| *at);
    let mut first_missing = None;
    for outbuilding in of(DamagedProperty::BusinessOutbuilding) {
        for home in of(DamagedProperty::Home) {
            let (Some(one), Some(other)) = (matters.get(home), matters.get(outbuilding)) else { continue };
            if one.victim_id() != other.victim_id() {
                continue;
            }
            ask.begin(&RULE, other.case.of);
            let dropped = match at_once(one, other, ask) {
                Ok(true) => {
                    ask.follows("of the same victim, at the same time: only the residential damage");
                    Some((&RULE, format!("{} is recorded for this victim", name(one))))
                }
                Ok(false) => {
                    ask.follows("not at the same time");
                    None
                }
                Err(missing) => {
                    let by = missing.by;
                    first_missing.get_or_insert(missing);
                    Some((by, UNDECIDED.to_owned()))
                }
            };
            if let (Some((by, because)), Some(matter)) = (dropped, matters.get_mut(outbuilding)) {
                matter.drop_by(by, because);
                break;
            }
        }
    }
    first_missing.map_or(Ok(()), Err)
}

fn property(matter: &Matter<'_>, damage: &Damage, ask: &mut Ask<'_>) -> Result<DamagedProperty, Missing> {
    ask.begin(&RULE, matter.case.of);
    ask.which(matter.case.of, "what.damage.property", &damage.property)
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/home-and-business-outbuilding-damaged.toml"), decided);
    }
}
