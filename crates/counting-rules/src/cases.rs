//! How worked examples are put to the rules, in tests.

use crime::{Act, Circumstances, Conduct, Decision, Incident, Offender, Victim};
use rulebook::Rule;
use serde::Deserialize;

use crate::{
    Ask, Missing, Rulings, Working, classification,
    verdict::{Case, Verdict},
};

/// The facts of one act against one victim by one offender, each of whom may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct OneAct {
    act: Conduct,
    victim: Option<Victim>,
    offender: Option<Offender>,
    attempted: crime::Fact,
    /// The first and last day of the act.
    day: rulebook::Known<chrono::NaiveDate>,
    last_day: rulebook::Known<chrono::NaiveDate>,
    circumstances: Circumstances,
    contrary_evidence: Option<crime::Fact>,
    on_balance: crime::Fact,
    points_to_prove: crime::Fact,
    necessary: crime::Fact,
    /// That nobody says who deals with the matter; else the cases that do not say mean this force.
    says_nothing_of_handling: bool,
    /// The whole report around it, where a rule looks further; `act`, `victim` and `offender` are put into it.
    report: Incident,
    rulings: Rulings,
}

/// What the rules of its family make of one act: `8N 008/06`, `incident`, `register N300/01`, `not recorded 86 086/10`,
/// `undecided: what.violence.intent`.
pub(crate) fn classified(facts: &OneAct) -> String {
    let incident = incident(facts);
    let act = incident.acts.last().unwrap();
    let of = crime::Subject::Act(u32::try_from(incident.acts.len() - 1).unwrap());
    let victim = incident.victims.first().map(|victim| (crime::Subject::Victim(0), victim));
    let case = Case { incident: &incident, act, of, victim };
    let mut ask = Ask::new(&incident, &facts.rulings, Working::Shown, crate::rules::ALL.first().unwrap());
    match classification::classify(&case, &mut ask) {
        Ok(Verdict::Crime(crime)) => format!("{} {}", crime.class, crime.subcode).trim_end().to_owned(),
        Ok(Verdict::Incident { .. }) => "incident".to_owned(),
        Ok(Verdict::Register { as_what, .. }) => format!("register {as_what}"),
        Ok(Verdict::NotRecorded { class, subcode, .. }) => format!("not recorded {class} {subcode}"),
        Err(missing) => undecided(&missing),
    }
}

fn undecided(missing: &Missing) -> String {
    let between = if missing.between.is_empty() {
        String::new()
    } else {
        format!(" between {}", missing.between.join(" and "))
    };
    if missing.fact.is_empty() {
        format!("undecided{between}")
    } else {
        format!("undecided: {}{between}", missing.fact)
    }
}

fn incident(facts: &OneAct) -> Incident {
    let mut incident = facts.report.clone();
    if incident.received.is_none() {
        incident.received = rulebook::day(2026, 5, 1).and_hms_opt(12, 0, 0);
    }
    let mut act = Act {
        id: "a1".into(),
        what: facts.act.clone(),
        attempted: facts.attempted,
        day: facts.day,
        last_day: facts.last_day,
        circumstances: facts.circumstances.clone(),
        contrary_evidence: facts.contrary_evidence.unwrap_or(crime::Fact::No),
        on_balance: facts.on_balance,
        points_to_prove: facts.points_to_prove,
        necessary: facts.necessary,
        ..Act::default()
    };
    if let Some(victim) = &facts.victim {
        incident.victims.insert(0, Victim { id: "v1".into(), ..victim.clone() });
        act.against = vec!["v1".into()];
    }
    if let Some(offender) = &facts.offender {
        incident.offenders.insert(0, Offender { id: "o1".into(), ..offender.clone() });
        act.by = rulebook::Known::Is("o1".into());
    }
    incident.acts.push(act);
    incident
}

/// Where the recording steps lead for one act, an assault with a bruise unless the case says otherwise: `record`, `incident`,
/// `crime-related incident`, `N100/01`, `undecided: contrary_evidence`. Where a case does not say, it happened elsewhere than in a
/// school or prison, this force deals with it, and nothing speaks against it.
pub(crate) fn exit_of(facts: &OneAct) -> String {
    let decision = decision_on(facts);
    let crimes = decision.crimes.iter().map(|_| "record".to_owned());
    let registered = decision.registered.iter().map(|registered| registered.as_what.to_string());
    let undecided = decision.undecided.iter().map(|undecided| format!("undecided: {}", undecided.fact));
    crimes.chain(registered).chain(undecided).collect::<Vec<_>>().join("; ")
}

/// The decision on one act, with its working, as [`exit_of`] asks for it.
pub(crate) fn decision_on(facts: &OneAct) -> Decision {
    let mut incident = incident(facts);
    if incident.setting == rulebook::Known::NotSupplied {
        incident.setting = rulebook::Known::Is(crime::Setting::Elsewhere);
    }
    if incident.handled_by == rulebook::Known::NotSupplied && !facts.says_nothing_of_handling {
        incident.handled_by = rulebook::Known::Is(crime::HandledBy::ThisForce);
    }
    let act = incident.acts.last_mut().unwrap();
    if act.what == Conduct::NotSupplied {
        act.what = serde_json::from_str(
            r#"{ "violence": { "intent": "less", "injury": "less-than-serious", "strangled": "no", "aggravated": "no" } }"#,
        )
        .unwrap();
    }
    if let Some(victim) = incident.victims.first_mut()
        && victim.serving == rulebook::Known::NotSupplied
    {
        victim.serving = rulebook::Known::Is(crime::Serving::Neither);
    }
    say_where(&mut incident);
    crate::decide(&incident, &facts.rulings, Working::Shown)
}

/// What a rule says in the decision on one act, whose facts are JSON.
pub(crate) fn said_of(rule: &Rule, facts: &str) -> Vec<String> {
    let decision = decision_on(&serde_json::from_str(facts).unwrap());
    let steps = decision.trace.iter().filter(|step| step.rule == rule.id.0);
    steps.map(|step| step.follows.to_string()).collect()
}

/// To whom what is registered instead of a crime is referred, in the decision on one act, whose facts are JSON.
pub(crate) fn referred_to(facts: &str) -> Vec<String> {
    let decision = decision_on(&serde_json::from_str(facts).unwrap());
    decision
        .registered
        .iter()
        .filter_map(|registered| registered.referred_to.as_deref())
        .map(str::to_owned)
        .collect()
}

/// Who is told of what is decided of a report.
pub(crate) fn told(incident: &Incident) -> String {
    let decision = crate::decide(incident, &Rulings::default(), Working::Left);
    decision
        .notices
        .iter()
        .map(|notice| format!("{} of {}", notice.to, notice.act))
        .collect::<Vec<_>>()
        .join("; ")
}

/// What is decided of a whole report, in one line: crimes, what is registered, what is not recorded, what is not decided. What a case
/// does not say of the recording steps is filled in so that they lead to a crime.
pub(crate) fn decided(incident: &Incident) -> String {
    let mut incident = with_recording_facts(incident);
    say_where(&mut incident);
    decided_as_given(&incident)
}

/// The same, with a place where the case says none.
pub(crate) fn with_facts_and_place(incident: &Incident) -> Incident {
    let mut incident = with_recording_facts(incident);
    say_where(&mut incident);
    incident
}

/// The suspects of an act of which a case does not say where it was done were in the West Midlands.
fn say_where(incident: &mut Incident) {
    for act in incident.acts.iter_mut().filter(|act| act.location == crime::Location::default()) {
        act.location.suspect_at = rulebook::Known::Is("West Midlands".parse().unwrap());
    }
    for act in &mut incident.acts {
        if let Conduct::Fraud(fraud) = &mut act.what
            && fraud.operation == rulebook::Known::NotSupplied
        {
            fraud.operation = rulebook::Known::Is("West Midlands".parse().unwrap());
        }
    }
}

/// A whole report, and what the registrar has ruled.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Ruled {
    report: Incident,
    rulings: Rulings,
}

/// What is decided of a whole report, with the force that records each crime; of places nothing is filled in.
pub(crate) fn located(facts: &Ruled) -> String {
    let mut decision = crate::decide(&with_recording_facts(&facts.report), &facts.rulings, Working::Shown);
    let mut parts: Vec<String> = Vec::new();
    for due in std::mem::take(&mut decision.crimes) {
        let force = due.force.map_or("nobody can say".into(), |force| force.force.to_string());
        parts.push(format!("{} {} for {force}", due.class, due.subcode));
    }
    for registered in std::mem::take(&mut decision.registered) {
        let to = registered.referred_to.map_or(String::new(), |to| format!(" to {to}"));
        parts.push(format!("register {}{to}", registered.as_what));
    }
    decision.not_recorded.clear();
    let rest = summary(&decision);
    if !rest.is_empty() {
        parts.push(rest);
    }
    parts.join("; ")
}

/// What stands undecided if one fact of a place is withdrawn after another, each by its name.
pub(crate) fn undecided_without_a_place(facts: &Ruled) -> Vec<(String, bool)> {
    let mut without = vec![(String::new(), facts.report.clone())];
    for (at, act) in facts.report.acts.iter().enumerate() {
        let places = serde_json::to_value(&act.location).unwrap();
        for key in places.as_object().unwrap().keys() {
            let mut fewer = places.clone();
            fewer.as_object_mut().unwrap().remove(key);
            let mut report = facts.report.clone();
            report.acts[at].location = serde_json::from_value(fewer).unwrap();
            without.push((format!("{} {key}", act.id), report));
        }
    }
    let open = |report: &Incident| {
        !crate::decide(&with_recording_facts(report), &facts.rulings, Working::Left).undecided.is_empty()
    };
    without.iter().map(|(name, report)| (name.clone(), open(report))).collect()
}

/// The flags of every crime of a whole report: those that apply, then those not decided among `of`.
pub(crate) fn flagged(facts: &Flagged) -> String {
    let mut incident = with_recording_facts(&facts.report);
    say_where(&mut incident);
    let decision = crate::decide(&incident, &Rulings::default(), Working::Shown);
    let mut parts: Vec<String> = Vec::new();
    for due in &decision.crimes {
        parts.extend(due.flags.iter().map(ToString::to_string));
        let open = due.flags_not_decided.iter().filter(|flag| facts.of.iter().any(|of| of == *flag));
        parts.extend(open.map(|flag| format!("not decided: {flag}")));
    }
    if decision.crimes.is_empty() { summary(&decision) } else { parts.join("; ") }
}

/// A whole report, and the flags of which a case asks whether they could not be decided.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Flagged {
    report: Incident,
    of: Vec<String>,
}

/// The same with nothing filled in.
pub(crate) fn decided_as_given(incident: &Incident) -> String {
    summary(&crate::decide(incident, &Rulings::default(), Working::Shown))
}

/// A report of which the recording steps lead to a crime, unless it says otherwise: received on 1 May 2026 from a sober victim, confirmed
/// by every victim, elsewhere than in a school or prison, dealt with by this force, no police among the offenders, nobody in service, all
/// done on 28 April.
pub(crate) fn with_recording_facts(incident: &Incident) -> Incident {
    use crime::{Fact, HandledBy, PoliceSuspect, Serving, Setting, Who};
    use rulebook::Known;

    fn fill<T>(known: &mut Known<T>, value: T) {
        if matches!(known, Known::NotSupplied) {
            *known = Known::Is(value);
        }
    }
    fn fill_fact(fact: &mut Fact, value: Fact) {
        if *fact == Fact::NotSupplied {
            *fact = value;
        }
    }
    let mut incident = incident.clone();
    if incident.received.is_none() {
        incident.received = rulebook::day(2026, 5, 1).and_hms_opt(12, 0, 0);
    }
    fill(&mut incident.reporter.who, Who::Victim);
    fill_fact(&mut incident.reporter.impaired, Fact::No);
    fill_fact(&mut incident.reporter.in_doubt, Fact::No);
    fill(&mut incident.setting, Setting::Elsewhere);
    fill(&mut incident.handled_by, HandledBy::ThisForce);
    for victim in &mut incident.victims {
        fill_fact(&mut victim.confirms, Fact::Yes);
        fill(&mut victim.serving, Serving::Neither);
    }
    for offender in &mut incident.offenders {
        fill(&mut offender.police, PoliceSuspect::No);
    }
    for act in &mut incident.acts {
        fill_fact(&mut act.contrary_evidence, Fact::No);
        fill_fact(&mut act.points_to_prove, Fact::Yes);
        fill(&mut act.day, rulebook::day(2026, 4, 28));
    }
    incident
}

/// A decision in one line.
pub(crate) fn summary(decision: &Decision) -> String {
    let mut parts: Vec<String> = Vec::new();
    for due in &decision.crimes {
        parts.push(format!("{} x {} {}", due.count, due.class, due.subcode).trim_end().to_owned());
    }
    for registered in &decision.registered {
        parts.push(format!("register {} x {}", registered.count, registered.as_what));
    }
    for not in &decision.not_recorded {
        parts.push(format!("not {} {} ({})", not.class, not.subcode, not.by));
    }
    for undecided in &decision.undecided {
        let between = if undecided.between.is_empty() {
            String::new()
        } else {
            format!(" between {}", undecided.between.join(" and "))
        };
        parts.push(
            format!("undecided {}: {}{between}", undecided.about, undecided.fact).trim_end().to_owned(),
        );
    }
    parts.join("; ")
}

/// A line that is read: its reference, or what is wrong with it.
pub(crate) fn read(line: &str) -> String {
    match crate::from_json(line) {
        Ok(incident) => incident.id,
        Err(faults) => faults
            .iter()
            .map(|fault| format!("{} at {}: {}", fault.rule.id, fault.fact, fault.sentence))
            .collect::<Vec<_>>()
            .join("; "),
    }
}

/// A recorded crime, and the code of the outcome that it is to be given.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Closing {
    outcome: String,
    crime: crime::outcome::RecordedCrime,
    /// Whether the case asks for the conditions too.
    conditions: bool,
}

/// Whether a crime may take an outcome: `yes by outcome-charge`, `no by ..`, `cannot be told: evidence`. Without a day the outcome is
/// given on 1 June 2026.
pub(crate) fn outcome(facts: &Closing) -> String {
    let mut crime = facts.crime.clone();
    if crime.outcome_on == rulebook::Known::NotSupplied {
        crime.outcome_on = rulebook::Known::Is(rulebook::day(2026, 6, 1));
    }
    may(&crate::outcome::may_take(facts.outcome.parse().unwrap(), &crime), facts.conditions)
}

/// Whether a crime may be re-classified, on 1 June 2026.
pub(crate) fn reclassified(proposal: &crime::outcome::Reclassification) -> String {
    let on = rulebook::Known::Is(rulebook::day(2026, 6, 1));
    may(&crate::outcome::may_reclassify(&crime::outcome::Reclassification { on, ..proposal.clone() }), true)
}

fn may(answer: &crate::outcome::OutcomeAnswer, with_conditions: bool) -> String {
    match &answer.may {
        crate::outcome::May::Yes { conditions, .. } if with_conditions && !conditions.is_empty() => {
            format!("yes by {}, if {}", answer.by.id, conditions.join("; "))
        }
        crate::outcome::May::Yes { .. } => format!("yes by {}", answer.by.id),
        crate::outcome::May::No { .. } => format!("no by {}", answer.by.id),
        crate::outcome::May::CannotBeTold { fact, between, .. } => {
            let between = if between.is_empty() {
                String::new()
            } else {
                format!(" between {}", between.join(" and "))
            };
            format!("cannot be told: {fact}{between}")
        }
    }
}
