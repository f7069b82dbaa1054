//! What is counted one by one, in the classes of fraud and computer misuse.

use std::sync::LazyLock;

use crime::{Why, conduct::Conduct};
use rulebook::{Known, Rule, RuleId};
use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::{Ask, Missing, edition, matter::Matter, rules::counting_units::Unit};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("fraud-counting-units"),
    title: "What is counted in each class of fraud",
    says: "Each class of fraud and computer misuse counts a thing of its own: a victim, an investor or group, an offender or group, or a thing such as an account, policy, application, contract, pension, return, server or computer, one crime for each.",
    basis: edition::fraud("general rule of each class, pages 14 to 146, as a digest gives them"),
    in_force: edition::HELD,
    exemplar: "three policies of one insurer defrauded by one man, recorded as one crime",
    mend: "count by the sentence that the section prints for the class",
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    class: String,
    #[serde(rename = "title")]
    _title: String,
    counting_unit: String,
    #[serde(rename = "pdf_page")]
    _page: u32,
    #[serde(rename = "source")]
    _source: String,
}

/// The table, in the order of the section.
static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
    csv::Reader::from_reader(include_bytes!("../../data/fraud-counting-units.csv").as_slice())
        .deserialize()
        .filter_map(Result::ok)
        .collect()
});

/// Each class with the sentence that says what is counted.
pub fn printed() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.iter().map(|row| (row.class.as_str(), row.counting_unit.as_str()))
}

/// A class of the section, as it is printed there; nothing, if the section does not have it.
#[must_use]
pub fn class(given: &str) -> Option<&'static str> {
    let given = given.trim();
    printed().map(|(class, _)| class).find(|class| class.eq_ignore_ascii_case(given))
}

/// What each class of the section counts.
static UNITS: LazyLock<FxHashMap<&'static str, Unit>> =
    LazyLock::new(|| printed().filter_map(|(class, sentence)| Some((class, meaning(sentence)?))).collect());

/// What a class of the section counts; nothing for other classes.
#[must_use]
pub fn unit(class: &str) -> Option<Unit> {
    UNITS.get(class).copied()
}

/// What a sentence of the section counts.
fn meaning(sentence: &str) -> Option<Unit> {
    Some(match sentence {
        "One crime for each specific, intended or identifiable victim"
        | "One crime for each specific, intended or dentifiable victim"
        | "One crime for each specific intended victim"
        | "One crime for each victim" => Unit::Victim("victim"),
        "One crime for each specific, intended or identifiable creditor defrauded" => {
            Unit::Victim("creditor")
        }
        // An entry of the report is an investor, or a group who invested together.
        "One crime for each investor or group of investors" => Unit::Victim("investor or group of investors"),
        "One crime for each offender" => Unit::Offender("offender"),
        "One crime for each employee or group of employees" => Unit::Group("employee or group of employees"),
        "One crime for each offender or group of offenders" => Unit::Group("offender or group"),
        "One crime for each identifiable financial loser, for each account defrauded, using stolen, forged or cloned cheques or cards" => {
            Unit::NumberForVictim("account of a financial loser")
        }
        "One crime for each account defrauded or attempted to be defrauded" => Unit::Number("account"),
        "One crime for each account defrauded or attempted to be defrauded, or each fraudulent application for a new mortgage account" => {
            Unit::Number("account, or application for a mortgage account")
        }
        "One crime for each policy defrauded or attempted to be defrauded" => Unit::Number("policy"),
        "One crime for each contract defrauded or attempted to be defrauded" => Unit::Number("contract"),
        "One crime for each grant application" => Unit::Number("grant application"),
        "One crime for each fraudulent application" => Unit::Number("application"),
        "One crime for each fraudulent benefit application or tax credit" => {
            Unit::Number("benefit application or tax credit")
        }
        "One crime for each fraudulent return" => Unit::Number("return"),
        "One crime for each pension defrauded" | "One crime for each pension liberated" => {
            Unit::Number("pension")
        }
        "One crime for each server affected" => Unit::Number("server"),
        "One crime for each computer affected" => Unit::Number("computer"),
        "One crime for each of the victims accounts affected" => Unit::Number("account of the victim"),
        "One crime for each victims exchange unlawfully accessed" => Unit::Number("exchange"),
        _ => return None,
    })
}

/// Whether a class counts things, not people.
fn counts_things(class: &str) -> bool {
    matches!(unit(class), Some(Unit::Number(_) | Unit::NumberForVictim(_)))
}

/// How many things a matter stands for: one that has a name is one.
///
/// # Errors
///
/// [`Missing`], naming the number; also for an offence given by its subcode, which has no place for it.
pub(crate) fn number(matter: &Matter<'_>, for_victim: bool, ask: &mut Ask<'_>) -> Result<u32, Missing> {
    let of = matter.case.of;
    let fact = if for_victim { "what.fraud.accounts_per_loser" } else { "what.fraud.units" };
    let Conduct::Fraud(fraud) = &matter.case.act.what else {
        return Err(ask.missing(of, fact, Why::NotSupplied));
    };
    if matches!(fraud.unit, Known::Is(_)) {
        ask.text(of, "what.fraud.unit", &fraud.unit)?;
        return Ok(1);
    }
    match ask.number(of, fact, if for_victim { &fraud.accounts_per_loser } else { &fraud.units })? {
        0 => Err(ask.missing(of, fact, Why::NotKnown)),
        number => Ok(number),
    }
}

/// The name of the thing, where several acts of one relationship are of one class that counts things: different names are different
/// crimes. Nothing elsewhere.
///
/// # Errors
///
/// [`Missing`], naming the thing.
pub(crate) fn apart<'a>(
    matter: &Matter<'a>,
    matters: &[Matter<'_>],
    report: &[usize],
    ask: &mut Ask<'_>,
) -> Result<&'a str, Missing> {
    let Conduct::Fraud(fraud) = &matter.case.act.what else { return Ok("") };
    let alone = !report
        .iter()
        .filter_map(|at| matters.get(*at))
        .any(|other| other.case.of != matter.case.of && other.crime.class == matter.crime.class);
    if alone || !counts_things(matter.crime.class) {
        return Ok("");
    }
    ask.begin(&RULE, matter.case.of);
    let name = ask.text(matter.case.of, "what.fraud.unit", &fraud.unit)?;
    ask.follows("acts about the same thing are one crime, about different things one for each");
    Ok(name)
}

/// That an act found out later, of a class that counts things, belongs to the crime recorded cannot be told: the record does not say
/// which thing it is about.
///
/// # Errors
///
/// [`Missing`] for every class that counts things.
pub(crate) fn same_thing(matter: &Matter<'_>, ask: &mut Ask<'_>) -> Result<(), Missing> {
    if counts_things(matter.crime.class) {
        let missing = ask.missing(matter.case.of, "", Why::TextSilent);
        return Err(missing.between(["part of the crime recorded", "a new crime"]));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/fraud-counting-units.toml"), decided);
    }

    #[test]
    fn every_sentence_of_the_table_is_counted() {
        assert_eq!(printed().count(), 56);
        for (class, sentence) in printed() {
            assert!(unit(class).is_some(), "{class}: {sentence}");
        }
    }
}
