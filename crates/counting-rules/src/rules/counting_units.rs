//! What is counted one by one, class by class.

use std::cmp::Reverse;

use crime::Why;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::{
        fraud_counting_units, individually_let_rooms, maximum_sentence, one_crime_per_victim,
        one_crime_per_victim::named, principal_crime::UNDECIDED, rape_counting_unit, victimless_offences,
    },
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("counting-units"),
    title: "The general rule of each crime type",
    says: "Each class has a unit of its own that is counted one by one: a victim, a household, a vehicle owner, a shop unit, a building, an offender or group, an incident; a class for which the rules print none follows the rule of one crime per victim; where one crime is counted for an offender or group, several codes of the class are one crime, under the code with the longest sentence.",
    basis: edition::rules(
        "page 12, One Crime per Victim, last sentence, and the general rule of each class, pages 37 to 96",
    ),
    in_force: edition::HELD,
    exemplar: "the bicycles of three members of one family, taken at once and recorded as three crimes",
    mend: "count by the unit of the class",
};

/// What is counted one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Each victim: the person, owner, recipient, child or business that the class names.
    Victim(&'static str),
    /// Each group of victims who share a unit: a household, a shop unit.
    Shared(&'static str),
    /// Each act: a building burgled, a making off, an incident of affray.
    Act(&'static str),
    /// Each offender or group of offenders.
    Group(&'static str),
    /// Each single offender.
    Offender(&'static str),
    /// Each offender or group with each victim.
    GroupAndVictim(&'static str),
    /// Each victim where there is a specific one, else one for the act.
    VictimElseAct(&'static str),
    /// Each victim where there is a specific one, else each offender or group.
    VictimElseGroup(&'static str),
    /// Each person who penetrated the victim.
    Penetrator(&'static str),
    /// All offenders against a victim who cannot be told apart, together.
    Undefined(&'static str),
    /// Each of a number of things of an act: accounts, policies, applications.
    Number(&'static str),
    /// Each of a number of things for each victim.
    NumberForVictim(&'static str),
    /// The rules print none for the class.
    NotPrinted,
}

/// The unit of a class. Where one class has several, the subcode decides.
#[must_use]
pub fn unit(class: &str, subcode: &str) -> Unit {
    match class {
        // With the burglary classes of earlier days, which are counted by the rules of the day of recording.
        "28A" | "28B" | "28C" | "28D" | "28E" | "28F" | "28G" | "28H" | "28I" | "28J" | "28K" | "28L"
        | "28M" | "28N" | "28O" | "28P" | "29" | "29A" | "29B" | "29C" | "58A" => Unit::Shared("household"),
        "40" => Unit::Shared("owner of the property stolen"),
        "44" => Unit::Shared("pedal cycle owner"),
        "46" => Unit::Shared("shop unit"),
        "30A" | "30B" | "30C" | "30D" | "31" | "31A" => Unit::Act("building"),
        "49A" => Unit::Act("making off"),
        "42" => Unit::Act("incident of theft of mail"),
        "66" if subcode == "066/01" => Unit::Act("incident of affray"),
        "34A" => Unit::Shared("business whose property is robbed"),
        "34B" => Unit::Victim("person robbed"),
        "37/1" | "4/4" | "4/6" | "4/8" | "4/9" => Unit::Victim("person killed or seriously injured"),
        "37/2" | "45" | "48" | "126" | "58C" => Unit::Victim("vehicle owner"),
        "39" => Unit::Victim("person from whom the theft was made"),
        "47" => Unit::Victim("owner of the contents stolen"),
        "49" | "58B" | "58D" | "56A" | "56B" => Unit::Victim("owner"),
        "8R" => Unit::Victim("recipient"),
        "3B" => Unit::Victim("person to whom the threat is made"),
        "11A" | "88A" => Unit::Victim("child or young person"),
        "106" => Unit::Victim("person subjected to modern slavery"),
        "24" if subcode != "024/19" => Unit::Victim("person exploited"),
        "5D" | "8N" | "8P" | "8S" | "8T" | "104" | "105A" | "105B" | "35" | "36" => Unit::Victim("victim"),
        "8L" | "8Q" | "8U" | "8M" if !is_breach(subcode) => Unit::Victim("victim"),
        "43" => Unit::GroupAndVictim("offender or group, and electricity company"),
        "9A" | "9B" => Unit::VictimElseAct("victim, or incident without one"),
        "59" => Unit::VictimElseGroup("offender or group, or victim where there is a specific one"),
        "27" | "69" => Unit::Offender("offender"),
        "802" => Unit::Offender("driver"),
        "8L" | "8Q" | "66" if is_breach(subcode) => Unit::Offender("offender"),
        "41" => Unit::Group("employee or group of employees"),
        "19C" | "19D" | "19E" | "19F" | "19G" | "19H" => {
            Unit::Penetrator("person who has penetrated the victim")
        }
        "19J" | "19K" => Unit::Undefined("all undefined offenders of one victim"),
        "88E" | "24" | "33" | "54" | "38" | "79" | "83" | "92A" | "92D" | "92E" | "10A" | "10B" | "10C"
        | "10D" | "81" => Unit::Group("offender or group"),
        _ => fraud_counting_units::unit(class).unwrap_or(Unit::NotPrinted),
    }
}

/// Whether a subcode is the breach of an order that the rules name (page 89).
#[must_use]
pub fn is_breach(subcode: &str) -> bool {
    matches!(
        subcode,
        "008/29"
            | "008/31"
            | "008/74"
            | "008/79"
            | "066/17"
            | "066/18"
            | "066/38"
            | "066/39"
            | "066/84"
            | "066/92"
            | "066/93"
            | "066/94"
            | "066/96"
            | "066/97"
            | "066/98"
            | "068/04"
            | "068/07"
            | "068/08"
            | "068/16"
            | "068/17"
            | "068/18"
            | "068/19"
            | "068/20"
    )
}

/// What a crime is counted by: matters of one class with the same key are one crime.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key<'a> {
    /// The offender or group, or the act; empty where neither matters.
    pub by: &'a str,
    /// The victim, or what victims share; empty where neither matters.
    pub of: &'a str,
    /// The unit, in words.
    pub unit: &'static str,
    /// How many crimes the key stands for.
    pub count: u32,
}

/// The key by which a matter is counted.
///
/// # Errors
///
/// [`Missing`], naming the unit that several victims may share, who did it, or how many they are.
pub fn key<'a>(matter: &Matter<'a>, several: bool, ask: &mut Ask<'_>) -> Result<Key<'a>, Missing> {
    let of = matter.case.of;
    let case = matter.case;
    let by = named(&case.act.by);
    let victim = matter.victim_id();
    let one = |by: &'a str, of: &'a str, unit: &'static str| Key { by, of, unit, count: 1 };
    let unit = unit(matter.crime.class, matter.crime.subcode);
    if individually_let_rooms::each_victim(matter, ask)? {
        return Ok(one(by, victim, "victim"));
    }
    if fraud_counting_units::unit(matter.crime.class).is_some() {
        ask.begin(&fraud_counting_units::RULE, of);
    } else if unit != Unit::NotPrinted {
        ask.begin(&RULE, of);
    }
    let key = match unit {
        Unit::Victim(words)
        | Unit::GroupAndVictim(words)
        | Unit::VictimElseAct(words)
        | Unit::VictimElseGroup(words) => one(by, victim, words),
        Unit::Shared(words) => match case.victim {
            Some((at, owner)) if several => {
                let shared = ask.text(at, "unit", &owner.unit)?;
                one(by, shared, words)
            }
            Some(_) | None => one(by, "", words),
        },
        Unit::Act(words) => one(matter.act(), "", words),
        Unit::Group(words) => {
            // Of several acts against several victims, who did them decides whether they are one.
            if several && ask.incident.acts.len() > 1 {
                ask.text(of, "by", &matter.case.act.by)?;
            }
            one(by, "", words)
        }
        Unit::Offender(words) => {
            let (at, offender) = matter.case.needed_offender(ask)?;
            Key { by, of: "", unit: words, count: ask.number(at, "people", &offender.people)? }
        }
        Unit::Penetrator(words) => {
            Key { by, of: victim, unit: words, count: rape_counting_unit::count(matter, ask)? }
        }
        Unit::Undefined(words) => one("", victim, words),
        Unit::Number(words) => Key {
            by: matter.act(),
            of: "",
            unit: words,
            count: fraud_counting_units::number(matter, false, ask)?,
        },
        Unit::NumberForVictim(words) => Key {
            by: matter.act(),
            of: victim,
            unit: words,
            count: fraud_counting_units::number(matter, true, ask)?,
        },
        Unit::NotPrinted if matter.with_victim => {
            ask.begin(&one_crime_per_victim::RULE, of);
            one(by, victim, "victim")
        }
        Unit::NotPrinted => {
            ask.begin(&victimless_offences::RULE, of);
            one(by, "", "offender or group")
        }
    };
    if key.count == 0 {
        return Err(ask.missing(of, "by", Why::NotKnown));
    }
    ask.follows_with(|| format!("counted by {}", key.unit));
    Ok(key)
}

/// Keeps one offence of each class of which one crime is counted for each offender or group, and which has no victim: two drugs in one
/// pocket are one crime of class 92D. The text does not say which code it then has: the one with the longest sentence is kept, of equal
/// ones the first by number.
///
/// # Errors
///
/// [`Missing`], naming who did it, where the report has another offence of the class.
pub fn one_of_a_class(matters: &mut [Matter<'_>], ask: &mut Ask<'_>) -> Result<(), Missing> {
    let is_of_a_group = |matter: &Matter<'_>| {
        matter.counts()
            && !matter.with_victim
            && fraud_counting_units::unit(matter.crime.class).is_none()
            && matches!(unit(matter.crime.class, matter.crime.subcode), Unit::Group(_))
    };
    let rank = |matter: &Matter<'_>| (maximum_sentence::longest(matter), Reverse(matter.crime.subcode));
    for at in 0..matters.len() {
        let Some(matter) = matters.get(at).filter(|matter| is_of_a_group(matter)) else { continue };
        let others: Vec<&Matter<'_>> = matters
            .iter()
            .filter(|other| {
                is_of_a_group(other)
                    && other.crime.class == matter.crime.class
                    && other.crime.subcode != matter.crime.subcode
                    && other.report == matter.report
            })
            .collect();
        if others.is_empty() {
            continue;
        }
        ask.begin(&RULE, matter.case.of);
        let kept = ask.text(matter.case.of, "by", &matter.case.act.by).map(|by| {
            others
                .iter()
                .filter(|other| other.case.act.by.value().is_some_and(|other| other == by))
                .find(|other| rank(other) > rank(matter))
                .map(|other| other.crime.subcode)
        });
        let class = matter.crime.class;
        let Some(matter) = matters.get_mut(at) else { continue };
        match kept {
            Ok(Some(code)) => {
                ask.follows_with(|| {
                    format!("one crime of class {class} for this offender or group, as {code}")
                });
                matter.drop_by(
                    &RULE,
                    format!("one crime of class {class} for this offender or group, as {code}"),
                );
            }
            Ok(None) => ask.follows("no other offence of the class by this offender or group goes before it"),
            Err(missing) => {
                matter.drop_by(&RULE, UNDECIDED);
                return Err(missing);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/counting-units.toml"), decided);
    }

    /// What the list prints, as the kind of unit that it is.
    fn printed(offence: &crime::Offence) -> &'static str {
        let breach = is_breach(&offence.subcode);
        match offence.counting_unit.as_str() {
            "" => "none",
            "affray: per incident (count connected violence instead); breach of order: per offender" => {
                match offence.subcode.as_str() {
                    "066/01" => "act",
                    _ if breach => "offender",
                    _ => "none",
                }
            }
            "per specific intended victim (breach offences: per offender)" if breach => "offender",
            "per prostitute exploited (brothel-keeping: per offender/group)"
                if offence.subcode == "024/19" =>
            {
                "group"
            }
            "per offender" | "per driver" => "offender",
            "per offender or group (separate crime per electricity company)" => "group and victim",
            "per offender or group (where no specific victim)" => "victim, else group",
            "per employee or group of employees"
            | "per offender or group of offenders"
            | "per offender or group, if weapon not used in another notifiable offence" => "group",
            "per specific intended victim (no specific victim: one crime)" => "victim, else act",
            "per building burgled" | "per making off" | "per incident of theft of mail/postal bags" => "act",
            "per person who has penetrated the victim (per victim x offender); one extra 19J/19K for the undefined remainder" => {
                if matches!(offence.class.as_str(), "19J" | "19K") {
                    "undefined"
                } else {
                    "penetrator"
                }
            }
            "per household burgled (individually-let rooms/flats: per victim)"
            | "per household whose residence is damaged"
            | "per owner of property stolen (same family/household: one)"
            | "per pedal cycle owner (same-family cycles taken together: one)"
            | "per shop unit"
            | "per business whose property is robbed" => "shared",
            _ => "victim",
        }
    }

    fn held(unit: Unit) -> &'static str {
        match unit {
            Unit::Victim(_) => "victim",
            Unit::Shared(_) => "shared",
            Unit::Act(_) => "act",
            Unit::Group(_) => "group",
            Unit::Offender(_) => "offender",
            Unit::GroupAndVictim(_) => "group and victim",
            Unit::VictimElseAct(_) => "victim, else act",
            Unit::VictimElseGroup(_) => "victim, else group",
            Unit::Penetrator(_) => "penetrator",
            Unit::Undefined(_) => "undefined",
            Unit::Number(_) => "number",
            Unit::NumberForVictim(_) => "number for victim",
            Unit::NotPrinted => "none",
        }
    }

    #[test]
    fn each_offence_has_the_unit_that_the_list_prints() {
        for offence in crime::Offence::all().filter(|offence| !offence.class.starts_with("NFIB")) {
            // Class 15 is printed per child, and each child is a victim: the general rule says the same.
            if offence.class != "15" {
                let held = held(unit(&offence.class, &offence.subcode));
                assert_eq!(held, printed(offence), "{} {}", offence.class, offence.subcode);
            }
        }
    }

    #[test]
    fn a_crime_says_what_was_counted_and_its_working_by_which_rule() {
        let facts = r#"{ "id": "R1", "received": "2026-05-01T12:00:00", "offenders": [{ "id": "o1", "people": 1 }],
            "acts": [{ "id": "a1", "by": "o1", "against": [], "what": { "given": { "subcode": "SUBCODE" } } }] }"#;
        for (subcode, unit, rule) in [
            ("066/01", "incident of affray", "counting-units"),
            ("059/11", "offender or group, or victim where there is a specific one", "counting-units"),
            ("066/39", "offender", "counting-units"),
            ("066/02", "offender or group", "victimless-offences"),
            ("060/21", "offender or group", "victimless-offences"),
        ] {
            let report = serde_json::from_str(&facts.replace("SUBCODE", subcode)).unwrap();
            let report = crate::cases::with_facts_and_place(&report);
            let decision = crate::decide(&report, &crate::Rulings::default(), crate::Working::Shown);
            assert_eq!(decision.crimes[0].unit, unit, "{subcode}");
            let counted = format!("counted by {unit}");
            let step = decision.trace.iter().find(|step| step.follows == counted).unwrap();
            assert_eq!(step.rule, rule, "{subcode}");
        }
    }
}
