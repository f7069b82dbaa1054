//! The finished incident rule.

use std::cmp::Ordering;

use chrono::{NaiveDate, NaiveDateTime};
use crime::{EarlierRecord, Subject, Why};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::{finished_incident_for_conduct, fraud_class_as_given, fraud_counting_units},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("finished-incident"),
    title: "The finished incident rule",
    says: "A sequence of crimes between the same offender, or group, and the same victim is one crime if reported all at once; the incident is finished when it comes to the notice of the police, what was done before that and is found out later still belongs to it, and what is done after that is new.",
    basis: edition::rules(
        "page 12, The Finished Incident Rule; with the fraud section of April 2026, pages 88 and 89, for acts found out later",
    ),
    in_force: edition::HELD,
    exemplar: "five thefts by one man from one neighbour, reported together and recorded as five crimes",
    mend: "record one crime for what was reported at once, and another for each return to it after the police knew",
};

/// Whether an act belongs to a crime that is recorded already; if so it is dropped.
///
/// # Errors
///
/// [`Missing`], naming what an earlier record or the act lacks: offender, victim, day of notice, day of the act.
pub fn against_earlier_records(matter: &mut Matter<'_>, ask: &mut Ask<'_>) -> Result<(), Missing> {
    let earlier: &[EarlierRecord] = &matter.case.incident.earlier;
    for (at, record) in (0_u32..).zip(earlier) {
        if !matter.with_victim {
            continue;
        }
        let of = Subject::Earlier(at);
        ask.begin(&RULE, matter.case.of);
        if ask.text(of, "victim", &record.victim)? != matter.victim_id() {
            continue;
        }
        let offender = ask.text(of, "offender", &record.offender)?;
        if ask.text(matter.case.of, "by", &matter.case.act.by)? != offender {
            continue;
        }
        if let Some(continued) = finished_incident_for_conduct::continues(matter, record, of, ask)? {
            if continued {
                let because = finished_incident_for_conduct::because(matter, record);
                matter.drop_by(&finished_incident_for_conduct::RULE, because);
            }
            continue;
        }
        ask.begin(&RULE, matter.case.of);
        let recorded = ask.text(of, "subcode", &record.subcode)?;
        if !fraud_class_as_given::recorded_as(matter, recorded, of, ask)? {
            ask.follows("another offence than the one recorded, and not reported at once with it: new");
            continue;
        }
        let noticed = ask.day(of, "noticed", &record.noticed)?;
        // What went on after the notice is a further crime: its last day decides.
        let day = last_day(matter, ask)?;
        match day.cmp(&noticed) {
            Ordering::Less => {
                fraud_counting_units::same_thing(matter, ask)?;
                ask.follows("done before the police knew of it: part of the incident that is finished");
                matter.drop_by(&RULE, format!("part of the incident recorded as {}", record.id));
            }
            // Before or after the notice on that day: nobody says.
            Ordering::Equal => {
                return Err(ask
                    .missing(matter.case.of, "day", Why::NotKnown)
                    .between(["part of the crime recorded", "a new crime"]));
            }
            Ordering::Greater => ask.follows("done after the police knew: new"),
        }
    }
    Ok(())
}

fn last_day(matter: &Matter<'_>, ask: &mut Ask<'_>) -> Result<NaiveDate, Missing> {
    let act = matter.case.act;
    if act.last_day.is_known() {
        ask.day(matter.case.of, "last_day", &act.last_day)
    } else {
        ask.day(matter.case.of, "day", &act.day)
    }
}

/// The acts of one relationship, apart by the report to which they belong: what was done before an earlier report belongs to it.
///
/// # Errors
///
/// [`Missing`], naming the day of an act, where the acts came to notice at different moments.
pub fn apart(matters: &[Matter<'_>], group: &[usize], ask: &mut Ask<'_>) -> Result<Vec<Vec<usize>>, Missing> {
    let noticed = |at: usize| -> Option<NaiveDateTime> {
        let matter = matters.get(at)?;
        matter.case.act.reported.or(matter.case.incident.received)
    };
    let mut moments: Vec<Option<NaiveDateTime>> = group.iter().map(|at| noticed(*at)).collect();
    moments.sort_unstable();
    moments.dedup();
    if moments.len() < 2 {
        return Ok(vec![group.to_vec()]);
    }
    let mut reports: Vec<Vec<usize>> = vec![Vec::new(); moments.len()];
    for at in group {
        let Some(matter) = matters.get(*at) else { continue };
        let own = moments.iter().position(|moment| *moment == noticed(*at)).unwrap_or_default();
        let mut belongs = own;
        for (earlier, moment) in moments.iter().enumerate().take(own) {
            ask.begin(&RULE, matter.case.of);
            let day = last_day(matter, ask)?;
            let Some(moment) = moment else { continue };
            match day.cmp(&moment.date()) {
                Ordering::Less => {
                    ask.follows("done before an earlier report: part of the incident finished then");
                    belongs = earlier;
                    break;
                }
                Ordering::Equal => return Err(ask.missing(matter.case.of, "day", Why::NotKnown)),
                Ordering::Greater => {
                    ask.follows("done after the earlier report: not part of the incident finished then");
                }
            }
        }
        if let Some(report) = reports.get_mut(belongs) {
            report.push(*at);
        }
    }
    Ok(reports.into_iter().filter(|report| !report.is_empty()).collect())
}

/// Drops all but the first of the acts that are the same offence, reported at once by one relationship.
pub(crate) fn same_offence(matters: &mut [Matter<'_>], same: &[usize], ask: &mut Ask<'_>) {
    let Some((first, others)) = same.split_first() else { return };
    let Some(first) = matters.get(*first).map(|matter| matter.act().to_owned()) else { return };
    for at in others {
        if let Some(matter) = matters.get_mut(*at) {
            ask.begin(&RULE, matter.case.of);
            ask.follows(
                "the same offence by the same offender to the same victim, reported at once: one crime",
            );
            matter.drop_by(&RULE, format!("reported at once with act {first}: one incident"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/finished-incident.toml"), decided);
    }
}
