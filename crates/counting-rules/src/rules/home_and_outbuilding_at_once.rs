//! A home and an outbuilding burgled at once.

use crime::{
    Conduct, Why,
    conduct::{Entry, Premises},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::principal_crime::{UNDECIDED, name},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("home-and-outbuilding-at-once"),
    title: "A home and an outbuilding burgled at once",
    says: "Where a home and an unconnected building of the same household, or its outbuilding used for business, are burgled at the same time, only the burglary of the home is recorded.",
    basis: edition::rules("page 73, 28M and 30C"),
    in_force: edition::HELD,
    exemplar: "a house and the shed behind it are burgled in one go, recorded as 28I and 28M",
    mend: "record the burglary of the home only",
};

/// A part of what a household has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Home,
    Outbuilding,
}

/// Drops what was burgled besides a home.
///
/// An outbuilding that was entered is not covered by an attempt at the home, nor one entered armed by an unarmed entry into the home:
/// the text speaks of burglaries alike.
///
/// # Errors
///
/// The first [`Missing`]: the household, or whether it was at once. The burglary of the outbuilding is then left undecided.
pub fn only_the_home(matters: &mut [Matter<'_>], ask: &mut Ask<'_>) -> Result<(), Missing> {
    let burgled: Vec<usize> = (0..)
        .zip(matters.iter())
        .filter(|(_, matter)| matter.counts() && weight(matter.crime.class).is_some())
        .map(|(at, _)| at)
        .collect();
    if burgled.len() < 2 {
        return Ok(());
    }
    let mut parts: Vec<(usize, Part)> = Vec::new();
    for at in burgled {
        if let Some(matter) = matters.get(at)
            && let Some(part) = part(matter, ask)?
        {
            parts.push((at, part));
        }
    }
    let of = |part: Part| parts.iter().filter(move |(_, is)| *is == part).map(|(at, _)| *at);
    let mut first_missing = None;
    for outbuilding in of(Part::Outbuilding) {
        for home in of(Part::Home) {
            let (Some(one), Some(other)) = (matters.get(home), matters.get(outbuilding)) else { continue };
            let dropped = match covers(one, other, ask) {
                Ok(true) => Some((&RULE, format!("{} is recorded for this household", name(one)))),
                Ok(false) => None,
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

/// Whether the burglary of a home covers that of an outbuilding.
fn covers(home: &Matter<'_>, outbuilding: &Matter<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    if weight(home.crime.class) < weight(outbuilding.crime.class) {
        return Ok(false);
    }
    ask.begin(&RULE, outbuilding.case.of);
    if !same_household(home, outbuilding, ask)? {
        ask.follows("of another household: recorded for itself");
        return Ok(false);
    }
    let at_once = at_once(home, outbuilding, ask)?;
    ask.follows(if at_once {
        "of the same household, at the same time: only the home"
    } else {
        "not at the same time"
    });
    Ok(at_once)
}

/// How much a burglary weighs: attempted, done, aggravated; nothing, if it is none.
fn weight(class: &str) -> Option<u8> {
    match class {
        "28J" | "28L" | "28N" | "28P" | "30D" | "28F" | "28H" | "28B" | "28D" | "30B" => Some(0),
        "28I" | "28K" | "28M" | "28O" | "30C" | "28E" | "28G" | "28A" | "28C" | "30A" => Some(1),
        "29" | "29A" | "29B" | "29C" | "31" | "31A" => Some(2),
        _ => None,
    }
}

/// Whether a burglary was of a home or of an outbuilding; where the premises were not described, by its class.
fn part(matter: &Matter<'_>, ask: &mut Ask<'_>) -> Result<Option<Part>, Missing> {
    let Conduct::Entry(entry) = &matter.case.act.what else {
        return Ok(match matter.crime.class {
            "28I" | "28J" | "28K" | "28L" | "29B" => Some(Part::Home),
            "28M" | "28N" | "28O" | "28P" | "29C" => Some(Part::Outbuilding),
            _ => None,
        });
    };
    described(matter, entry, ask)
}

fn described(matter: &Matter<'_>, entry: &Entry, ask: &mut Ask<'_>) -> Result<Option<Part>, Missing> {
    ask.begin(&RULE, matter.case.of);
    let business = matter.crime.class.starts_with('3');
    Ok(match ask.which(matter.case.of, "what.entry.premises", &entry.premises)? {
        Premises::House
        | Premises::LetRoom
        | Premises::HostelRoom
        | Premises::HotelRoom
        | Premises::Caravan
        | Premises::ConnectedOutbuilding
            if !business =>
        {
            Some(Part::Home)
        }
        Premises::Outbuilding | Premises::BusinessOutbuilding | Premises::SeparatePrivate => {
            Some(Part::Outbuilding)
        }
        Premises::House
        | Premises::LetRoom
        | Premises::HostelRoom
        | Premises::HotelRoom
        | Premises::Caravan
        | Premises::ConnectedOutbuilding
        | Premises::ConnectedBusiness
        | Premises::SeparateMixed
        | Premises::Business
        | Premises::ShopFloor
        | Premises::ShopBack
        | Premises::ShopShut => None,
    })
}

/// Whether two acts were done to one household.
fn same_household(one: &Matter<'_>, other: &Matter<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    let Some((one_at, one_victim)) = one.case.victim else {
        return Err(ask.missing(one.case.of, "against", Why::NotSupplied));
    };
    let Some((other_at, other_victim)) = other.case.victim else {
        return Err(ask.missing(other.case.of, "against", Why::NotSupplied));
    };
    if one_at == other_at {
        return Ok(true);
    }
    let unit = ask.text(one_at, "unit", &one_victim.unit)?;
    Ok(ask.text(other_at, "unit", &other_victim.unit)? == unit)
}

/// Whether one of two acts was done in the course of the other.
///
/// # Errors
///
/// [`Missing`], naming in the course of what an act was done.
pub(crate) fn at_once(one: &Matter<'_>, other: &Matter<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    let names = |act: &Matter<'_>, named: &Matter<'_>| {
        act.case.act.in_course_of.value().is_some_and(|name| name == named.act())
    };
    // The act that names the other is asked first: then the other need not say.
    let (first, second) = if names(one, other) { (one, other) } else { (other, one) };
    if ask.text(first.case.of, "in_course_of", &first.case.act.in_course_of)? == second.act() {
        return Ok(true);
    }
    Ok(ask.text(second.case.of, "in_course_of", &second.case.act.in_course_of)? == first.act())
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/home-and-outbuilding-at-once.toml"), decided);
    }
}
