//! What the figures say, in sentences that are built from them.

use rulebook::{Figure, Value};

use super::{Answer, Change, Group};

/// What the figures say: of all removals, then of the change. A break-down is a table, and has none.
#[must_use]
pub fn sentences(answer: &Answer) -> Vec<String> {
    let mut said = vec![of_group("Of all removals", &answer.all)];
    // What the interval means is said once.
    said.extend(answer.all.validity.interval.as_ref().map(|interval| interval.meaning.clone()));
    said.extend(untold(&answer.all));
    said.extend(beside(&answer.all));
    said.extend(answer.all.rate.as_ref().map(rate));
    if let Some(change) = &answer.change {
        said.extend(of_change(change));
    }
    said
}

fn of_group(whose: &str, group: &Group) -> String {
    let counts = format!(
        "{whose}, {} were looked at: {} stand, {} do not, {} cannot be told, {} are of days for which no rules are held.",
        group.removed.printed(),
        group.stands.printed(),
        group.does_not_stand.printed(),
        group.cannot_be_told.printed(),
        group.not_covered.printed()
    );
    format!("{counts} {}", share(group))
}

/// The share that stands, with n and interval, or why there is none.
fn share(group: &Group) -> String {
    let printed = group.validity.printed();
    match (&group.validity.value, group.validity.interval_printed(), &group.validity.interval) {
        (Value::Share { whole: 1.., .. }, Some(limits), Some(interval)) => {
            format!(
                "{printed} of those that could be judged stand ({}; {}: {limits}).",
                group.validity.working, interval.method
            )
        }
        _ => format!("The share that stands: {printed}."),
    }
}

fn untold(group: &Group) -> Option<String> {
    let bounds = [&group.lowest, &group.highest];
    let none = group.cannot_be_told.value == Value::Count(0);
    let shares = bounds.iter().all(|figure| matches!(figure.value, Value::Share { whole: 1.., .. }));
    (shares && !none).then(|| {
        format!(
            "If all that cannot be told were wrong the share would be {} ({}), if all were right {} ({}).",
            group.lowest.printed(),
            group.lowest.working,
            group.highest.printed(),
            group.highest.working
        )
    })
}

/// What is counted beside the verdicts.
fn beside(group: &Group) -> Vec<String> {
    let some = |figure: &Figure| figure.value != Value::Count(0);
    let readings = some(&group.readings_differ).then(|| {
        format!(
            "Read otherwise the rules would judge {} of them otherwise; they are counted by the safe reading.",
            group.readings_differ.printed()
        )
    });
    let waived = some(&group.waived).then(|| {
        format!(
            "Of {} somebody has answered for a finding; they are counted as they were judged.",
            group.waived.printed()
        )
    });
    readings.into_iter().chain(waived).collect()
}

fn rate(rate: &Figure) -> String {
    let working = if rate.working.is_empty() { String::new() } else { format!(" ({})", rate.working) };
    format!("Crimes removed of crimes initially recorded: {}{working}.", rate.printed())
}

fn of_change(change: &Change) -> Vec<String> {
    let mut said: Vec<String> =
        [&change.before, &change.since].map(|group| of_group(&capital(&group.name), group)).to_vec();
    let difference = &change.difference;
    said.push(match (difference.interval_printed(), &difference.interval) {
        (Some(limits), Some(interval)) => format!(
            "The share that stands since {} less the share before is {} percentage points ({}: {limits}). {}",
            change.on,
            difference.printed(),
            interval.method,
            interval.meaning
        ),
        _ => format!("The change of the share that stands: {}.", difference.printed()),
    });
    if change.undated.removed.value != Value::Count(0) {
        said.push(format!("{} removals without a day are in neither.", change.undated.removed.printed()));
    }
    said
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
