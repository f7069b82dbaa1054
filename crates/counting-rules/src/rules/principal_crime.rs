//! The principal crime rule.

use std::collections::BTreeMap;

use crime::Why;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::{
        assault_in_aggravated_burglary, conduct_crime_tiers, dangerous_driving, finished_incident,
        fraud_counting_units, fraud_over_enabling_hacking, fraud_precedence,
        hacking_extortion_over_blackmail, maximum_sentence, modern_slavery_in_addition,
        only_the_most_serious_conduct_crime, pet_abduction_and_burglary, principal_crime_table,
        rape_counting_unit, substantive_sexual_offence_only, threat_to_damage_by_message,
        violence_over_property,
    },
    verdict::Case,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("principal-crime"),
    title: "The principal crime rule",
    says: "Of several offences by the same offender against the same victim in one incident the most serious is counted: exceptions first, then the look-up table, then violence over property in general, then the longest sentence.",
    basis: edition::rules("pages 12 to 14, The Principal Crime Rule"),
    in_force: edition::HELD,
    exemplar: "a man breaks into a home and breaks the arm of the one who lives there, meaning to; burglary and wounding are both recorded",
    mend: "record the most serious offence and keep the others in its record",
};

/// Which of two offences is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prevails {
    /// The first.
    First,
    /// The second.
    Second,
    /// Each, in addition to the other.
    Both,
}

impl Prevails {
    /// The same with the two the other way round.
    #[must_use]
    pub const fn turned(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
            Self::Both => Self::Both,
        }
    }
}

/// A rule that may know which of two offences of one relationship is counted; nothing, if it does not speak of them.
pub(crate) type Pair = fn(&Matter<'_>, &Matter<'_>, &mut Ask<'_>) -> Result<Option<Prevails>, Missing>;

/// The rules that may know, in the order in which they are asked: exceptions, table, violence over property, sentence.
const PAIRS: &[(Pair, &Rule)] = &[
    (modern_slavery_in_addition::prevails, &modern_slavery_in_addition::RULE),
    (dangerous_driving::prevails, &dangerous_driving::RULE),
    (pet_abduction_and_burglary::prevails, &pet_abduction_and_burglary::RULE),
    (only_the_most_serious_conduct_crime::prevails, &only_the_most_serious_conduct_crime::RULE),
    (conduct_crime_tiers::prevails, &conduct_crime_tiers::RULE),
    (assault_in_aggravated_burglary::prevails, &assault_in_aggravated_burglary::RULE),
    (threat_to_damage_by_message::prevails, &threat_to_damage_by_message::RULE),
    (substantive_sexual_offence_only::prevails, &substantive_sexual_offence_only::RULE),
    (rape_counting_unit::prevails, &rape_counting_unit::RULE),
    (hacking_extortion_over_blackmail::prevails, &hacking_extortion_over_blackmail::RULE),
    (fraud_over_enabling_hacking::prevails, &fraud_over_enabling_hacking::RULE),
    (fraud_precedence::prevails, &fraud_precedence::RULE),
    (principal_crime_table::prevails, &principal_crime_table::RULE),
    (violence_over_property::prevails, &violence_over_property::RULE),
    (maximum_sentence::prevails, &maximum_sentence::RULE),
];

/// Chooses the crimes that are counted of one relationship; the others are dropped by the rule that says so.
///
/// # Errors
///
/// [`Missing`], naming what cannot be compared, with both offences.
pub fn choose(matters: &mut [Matter<'_>], group: &[usize], ask: &mut Ask<'_>) -> Result<(), Missing> {
    if group.len() < 2 {
        return Ok(());
    }
    for (order, report) in finished_incident::apart(matters, group, ask)?.into_iter().enumerate() {
        for at in &report {
            if let Some(matter) = matters.get_mut(*at) {
                matter.report = order;
            }
        }
        one_incident(matters, &report, ask)?;
    }
    Ok(())
}

fn one_incident(matters: &mut [Matter<'_>], report: &[usize], ask: &mut Ask<'_>) -> Result<(), Missing> {
    let mut offences: BTreeMap<(&str, &str, &str), Vec<usize>> = BTreeMap::new();
    for at in report {
        let Some(matter) = matters.get(*at) else { continue };
        // Two accounts are two crimes, and no one offence reported twice.
        let unit = match fraud_counting_units::apart(matter, matters, report, ask) {
            Ok(unit) => unit,
            Err(missing) => return Err(undecided(matters, report, missing)),
        };
        offences.entry((matter.crime.class, matter.crime.subcode, unit)).or_default().push(*at);
    }
    for same in offences.values_mut() {
        same.sort_by_key(|at| matters.get(*at).map_or("", Matter::act));
        finished_incident::same_offence(matters, same, ask);
    }
    let firsts: Vec<usize> = offences.values().filter_map(|same| same.first().copied()).collect();
    let mut beaten: Vec<Option<(usize, &'static Rule)>> = vec![None; firsts.len()];
    let mut open: Vec<(usize, usize, Missing)> = Vec::new();
    for (i, one) in firsts.iter().enumerate() {
        for (j, other) in firsts.iter().enumerate().skip(i + 1) {
            let (Some(one), Some(other)) = (matters.get(*one), matters.get(*other)) else { continue };
            let loser = match compare(one, other, ask) {
                Ok((Prevails::First, by)) => Some((j, i, by)),
                Ok((Prevails::Second, by)) => Some((i, j, by)),
                Ok((Prevails::Both, _)) => None,
                Err(missing) => {
                    open.push((i, j, missing));
                    None
                }
            };
            if let Some((loser, winner, by)) = loser
                && let Some(slot) = beaten.get_mut(loser)
            {
                slot.get_or_insert((winner, by));
            }
        }
    }
    let stands = |at: usize| beaten.get(at).is_some_and(Option::is_none);
    let unsettled =
        open.into_iter().find(|(i, j, _)| stands(*i) && stands(*j)).map(|(_, _, missing)| missing);
    let nobody = (0..firsts.len()).all(|at| !stands(at));
    if nobody && let Some(matter) = firsts.first().and_then(|at| matters.get(*at)) {
        ask.begin(&RULE, matter.case.of);
        let missing = ask.missing(matter.case.of, "", Why::TextSilent);
        return Err(undecided(matters, &firsts, missing));
    }
    for (loser, winner) in beaten.iter().enumerate().filter_map(|(at, by)| by.map(|by| (at, by))) {
        let (winner, by) = winner;
        let Some(over) = firsts.get(winner).and_then(|at| matters.get(*at)).map(name) else { continue };
        if let Some(matter) = firsts.get(loser).and_then(|at| matters.get_mut(*at)) {
            matter.drop_by(by, format!("{over} is counted for this victim and offender"));
        }
    }
    match unsettled {
        Some(missing) => Err(undecided(
            matters,
            &firsts
                .into_iter()
                .enumerate()
                .filter(|(at, _)| beaten.get(*at).is_some_and(Option::is_none))
                .map(|(_, at)| at)
                .collect::<Vec<_>>(),
            missing,
        )),
        None => Ok(()),
    }
}

/// Takes those between which it is not decided out of the count, and names them.
fn undecided(matters: &mut [Matter<'_>], between: &[usize], missing: Missing) -> Missing {
    let names: Vec<String> = between.iter().filter_map(|at| matters.get(*at)).map(name).collect();
    for at in between {
        if let Some(matter) = matters.get_mut(*at) {
            matter.drop_by(missing.by, UNDECIDED);
        }
    }
    missing.between(names)
}

/// What stands as the reason of a matter that is not decided; it is told once, with what is missing.
pub(crate) const UNDECIDED: &str = "not decided: a fact is missing";

/// A crime waits while another act against the same victim is not decided, if it may be of the same offender: the other might be the
/// one that is counted. It waits too for the act in the course of which it was done. Says so of each that waits.
pub fn wait(matters: &mut [Matter<'_>], open: &[Case<'_>], ask: &mut Ask<'_>) -> Vec<Missing> {
    let mut waiting = Vec::new();
    for matter in matters.iter_mut().filter(|matter| matter.counts()) {
        let by = matter.case.act.by.value();
        let may_be_one = |case: &Case<'_>| {
            let other = case.act.by.value();
            matter.with_victim
                && case.of != matter.case.of
                && case.victim.is_some_and(|(_, victim)| victim.id == matter.victim_id())
                && (by.is_none() || other.is_none() || by == other)
        };
        let in_course_of = &matter.case.act.in_course_of;
        let of_open = |case: &Case<'_>| in_course_of.value() == Some(&case.act.id);
        let waits = if open.iter().any(of_open) {
            ask.begin(&RULE, matter.case.of);
            ask.text(matter.case.of, "in_course_of", in_course_of).is_ok()
        } else {
            open.iter().any(may_be_one)
        };
        if waits {
            ask.begin(&RULE, matter.case.of);
            waiting.push(ask.missing(matter.case.of, "", Why::AnotherAct).between([name(matter)]));
            matter.drop_by(&RULE, UNDECIDED);
        }
    }
    waiting
}

fn compare(
    one: &Matter<'_>,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<(Prevails, &'static Rule), Missing> {
    for (rule, by) in PAIRS {
        if let Some(prevails) = rule(one, other, ask)? {
            return Ok((prevails, by));
        }
    }
    ask.begin(&RULE, one.case.of);
    Err(ask.missing(one.case.of, "", Why::TextSilent))
}

/// A matter by class and subcode.
pub(crate) fn name(matter: &Matter<'_>) -> String {
    format!("{} {}", matter.crime.class, matter.crime.subcode).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/principal-crime.toml"), decided);
    }
}
