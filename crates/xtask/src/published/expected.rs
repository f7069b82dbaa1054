//! Whether a decision is what a published case says must follow.

use counting_rules::outcome::{May, may_take};
use crime::{Decision, outcome::RecordedCrime};

/// What is wrong with one expectation; nothing, if it is met. [`Published::expect`](super::Published::expect) lists the forms.
pub(super) fn missed(
    expected: &str,
    stages: &[Decision],
    outcomes: &[(String, RecordedCrime)],
) -> Result<Option<String>, String> {
    let (decision, text) = match expected.strip_prefix("then ") {
        Some(text) => (stages.last(), text),
        None => (stages.first(), expected),
    };
    let decision = decision.ok_or("no stage")?;
    let told = || format!("expected `{expected}`, got {}", summary(decision));
    let met = if let Some(text) = text.strip_prefix("outcome ") {
        return outcome_missed(expected, text, outcomes);
    } else if text == "no crime" {
        decision.crimes.is_empty() && decision.undecided.is_empty()
    } else if let Some(classes) = text.strip_prefix("no crime but ") {
        decision.crimes.iter().all(|due| classes.split('|').any(|class| is(class, &due.class, &due.subcode)))
    } else if let Some(text) = text.strip_prefix("registered ") {
        let (what, n) = text.split_once(" x ").map_or((text, None), |(what, n)| (what, n.parse().ok()));
        let found: u32 = decision
            .registered
            .iter()
            .filter(|registered| registered.as_what.starts_with(what) || registered.because.contains(what))
            .map(|registered| registered.count)
            .sum();
        n.map_or(found > 0, |n: u32| found == n)
    } else if let Some(class) = text.strip_prefix("not recorded ") {
        decision
            .not_recorded
            .iter()
            .any(|not| class.split('|').any(|class| is(class, &not.class, &not.subcode)))
            && !decision
                .crimes
                .iter()
                .any(|due| class.split('|').any(|class| is(class, &due.class, &due.subcode)))
    } else if let Some(answers) = text.strip_prefix("undecided between ") {
        let answers: Vec<&str> = answers.split(" and ").collect();
        decision.undecided.iter().any(|undecided| {
            answers.iter().all(|answer| undecided.between.iter().any(|between| between.starts_with(answer)))
        })
    } else if let Some(force) = text.strip_prefix("by ") {
        !decision.crimes.is_empty()
            && decision
                .crimes
                .iter()
                .all(|due| due.force.as_ref().is_some_and(|recorded| recorded.force.to_string() == force))
    } else if let Some((class, n)) = text.rsplit_once(" x ") {
        let found: u32 = decision
            .crimes
            .iter()
            .filter(|due| class.split('|').any(|class| is(class, &due.class, &due.subcode)))
            .map(|due| due.count)
            .sum();
        match n.strip_suffix('+') {
            Some(least) => {
                found >= least.parse::<u32>().map_err(|_| format!("`{expected}` cannot be read"))?
            }
            None => found == n.parse::<u32>().map_err(|_| format!("`{expected}` cannot be read"))?,
        }
    } else {
        return Err(format!("`{expected}` cannot be read"));
    };
    Ok((!met).then(told))
}

/// Whether a class (and subcode) is the one named: `8N`, `8N 008/06`, or the beginning of a class as `92*`.
fn is(named: &str, class: &str, subcode: &str) -> bool {
    match named.split_once(' ') {
        Some((named, code)) => named == class && code == subcode,
        None => named.strip_suffix('*').map_or(named == class, |begin| class.starts_with(begin)),
    }
}

fn outcome_missed(
    expected: &str,
    text: &str,
    outcomes: &[(String, RecordedCrime)],
) -> Result<Option<String>, String> {
    let unreadable = || format!("`{expected}` cannot be read");
    let (code, rest) = text.split_once(" of ").ok_or_else(unreadable)?;
    let (class, answer) = rest.split_once(": ").ok_or_else(unreadable)?;
    let asked = outcomes.iter().find(|(outcome, crime)| {
        outcome == code && crime.class.value().is_some_and(|of| class.split('|').any(|class| class == of))
    });
    let Some((outcome, crime)) = asked else {
        return Ok(Some(format!("expected `{expected}`, and nobody asked")));
    };
    let answered = may_take(outcome.parse().map_err(|_| unreadable())?, crime);
    let got = match answered.may {
        May::Yes { .. } => "yes".to_owned(),
        May::No { .. } => "no".to_owned(),
        May::CannotBeTold { fact, .. } => format!("cannot be told: {fact}"),
    };
    Ok((got != answer).then(|| format!("expected `{expected}`, got {got} by {}", answered.by.id)))
}

/// A decision in one line.
fn summary(decision: &Decision) -> String {
    let mut parts: Vec<String> = decision
        .crimes
        .iter()
        .map(|due| format!("{} x {} {}", due.count, due.class, due.subcode).trim_end().to_owned())
        .collect();
    parts.extend(decision.registered.iter().map(|registered| format!("registered {}", registered.as_what)));
    parts.extend(
        decision.not_recorded.iter().map(|not| format!("not {} {} ({})", not.class, not.subcode, not.by)),
    );
    parts.extend(decision.undecided.iter().map(|undecided| {
        format!(
            "undecided {} {} [{}] ({})",
            undecided.about,
            undecided.fact,
            undecided.between.join(", "),
            undecided.by
        )
    }));
    if parts.is_empty() { "nothing".to_owned() } else { parts.join("; ") }
}
