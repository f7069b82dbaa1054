//! Messages in a pre-election period.

use calendar::Window;
use crime::{Confidence, Event, FirstDay};
use rulebook::{Basis, Citation, Finding, InForce, Rule, RuleId, Seen, Severity, day};
use table::Row;

use crate::{Days, Item, Meets};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("message-in-pre-election-period"),
    title: "Message in a pre-election period",
    says: "In the period before a poll a public body takes special care over what it publishes; practice varies, so the days of each period are data, not a formula.",
    basis: Basis::Published(Citation {
        document: "Local Government Act 1986, section 2, and the Code of Recommended Practice on Local Authority Publicity",
        edition: "code issued 31 March 2011, in the accounts of police and crime commissioners' guidance, 2016 and 2017",
        place: "section 2; the code's principle of care in periods of heightened sensitivity",
        seen: Seen::SecondHand,
    }),
    in_force: InForce::since(day(2011, 3, 31)),
    exemplar: "a campaign from 1 to 31 May where messages are restricted from 20 May",
    mend: "move it, or have the returning officer's guidance and the lawyers agree to it in writing before release",
};

/// How far before a first day that is known only "at the latest" an item is still worth a note.
///
/// For the poll of 15 November 2012 periods were published that begin on 8 and on 24 October: 16 days apart.
pub const LOOK_BACK_DAYS: u64 = 16;

/// What a period of restricted messages means for an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Restriction {
    /// These days of the item lie in it.
    Falls(Window),
    /// The item has a day at one end only, and its other end may lie in it.
    MayReach,
    /// The item ends so many days before the first day, which may in truth be earlier.
    JustBefore {
        /// 1 is the day before.
        days: u64,
    },
    /// No day of the item lies in it.
    Clear,
    /// The item has no day.
    Undated,
    /// The period ends before the first day for which we hold the text.
    NoEdition,
}

/// What `period` means for an item on these days. The last day of the period chooses the text.
#[must_use]
pub fn restriction(days: Days, period: &Event) -> Restriction {
    if !RULE.in_force.covers(period.window.last()) {
        return Restriction::NoEdition;
    }
    match days.meets(period.window) {
        Meets::Share(shared) => Restriction::Falls(shared),
        Meets::MayShare => Restriction::MayReach,
        Meets::Undated => Restriction::Undated,
        Meets::Apart => just_before(days, period).unwrap_or(Restriction::Clear),
    }
}

fn just_before(days: Days, period: &Event) -> Option<Restriction> {
    let last = match days {
        Days::Between(window) => window.last(),
        Days::Until(last) => last,
        Days::From(_) | Days::NotKnown | Days::NotSupplied => return None,
    };
    match (period.first_day_is, period.window.nearness(last)) {
        (FirstDay::AtTheLatest, calendar::Nearness::Before { days }) if days <= LOOK_BACK_DAYS => {
            Some(Restriction::JustBefore { days })
        }
        (FirstDay::AtTheLatest | FirstDay::Exact, _) => None,
    }
}

/// Says what a period known on the day of the paper means for an item, if it means anything.
///
/// An item without any day is left to [`planned_message_dated`](super::planned_message_dated).
#[must_use]
pub fn check(row: &Row<Item>, period: &Event) -> Option<Finding> {
    let item = &row.value;
    let planned = format!("`{}` is planned for {}", item.name, item.days_with_reading());
    let restricted = format!("the period of restricted messages `{}`, {}", period.name, period.window);
    let restriction = restriction(item.days, period);
    let (severity, sentence) = match restriction {
        Restriction::Falls(shared) => {
            (Severity::Warning, format!("{planned}, and {} in {restricted}", falls(item, shared)))
        }
        Restriction::MayReach => (
            Severity::Note,
            format!("{planned}: it cannot be told whether the missing end lies in {restricted}"),
        ),
        Restriction::JustBefore { days: 1 } => {
            (Severity::Note, format!("{planned}, which ends 1 day before {restricted}"))
        }
        Restriction::JustBefore { days } => {
            (Severity::Note, format!("{planned}, which ends {days} days before {restricted}"))
        }
        Restriction::NoEdition => (
            Severity::Note,
            format!(
                "{planned}: no edition of the publicity code is held for {restricted}, so it was not checked"
            ),
        ),
        Restriction::Clear | Restriction::Undated => return None,
    };
    let sentence = sentence + &early(period) + &sureness(period);
    Some(
        Finding::new(&RULE, severity, &item.name, Some(row.place.at("first_day")), sentence)
            .with("planned", item.days)
            .with("as printed", &item.as_printed)
            .with(
                "reading",
                if item.is_reading() { &item.reading } else { "the days are as the source prints them" },
            )
            .with("period", &period.name)
            .with("period days", period.window)
            .with("confidence", period.confidence)
            .with("source", &period.source),
    )
}

/// How many days fall in the period. Where the days are a reading, the message may in truth be said on fewer.
fn falls(item: &Item, shared: Window) -> String {
    match item.days {
        Days::Between(all) if all == shared => match all.days() {
            1 => "it falls".to_owned(),
            n => format!("all {n} days fall"),
        },
        Days::Between(all) if item.is_reading() => {
            let falls = if shared.days() == 1 { "falls" } else { "fall" };
            format!("up to {} of its {} days {falls}", shared.days(), all.days())
        }
        Days::Between(all) => match shared.days() {
            1 => format!("1 of its {} days falls", all.days()),
            n => format!("{n} of its {} days fall", all.days()),
        },
        Days::From(_) | Days::Until(_) | Days::NotKnown | Days::NotSupplied => "that day falls".to_owned(),
    }
}

/// The caution where the first day may be earlier than the one we hold.
fn early(period: &Event) -> String {
    match period.first_day_is {
        FirstDay::Exact => String::new(),
        FirstDay::AtTheLatest => format!(
            ". The period begins on {} at the latest, so earlier days may be caught too",
            Window::day(period.window.first())
        ),
    }
}

/// The caution where the days of the period were not read in the primary source.
fn sureness(period: &Event) -> String {
    match period.confidence {
        Confidence::High => String::new(),
        Confidence::Medium | Confidence::Low => {
            format!(". Confidence in these days is {}", period.confidence)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given;
    use proptest::prelude::*;
    use serde::Deserialize;
    use table::Source;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        item: String,
        period: String,
    }

    fn period(cells: &str) -> Event {
        let text = format!(
            "first_day,last_day,first_day_is,confidence,id,event,kind,known_from,source\n{cells},p,Poll,restricts messages,2000-01-01,invented\n"
        );
        Event::read(Source::new("events.csv", text.as_bytes())).unwrap().good.remove(0).value
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/message-in-pre-election-period.toml"), |facts: &Facts| {
            let plan = given::plan(&format!("Open day,,{},none,\n", facts.item));
            check(&plan.good[0], &period(&facts.period))
                .map_or_else(String::new, |finding| format!("{}: {}", finding.severity, finding.sentence))
        });
    }

    proptest! {
        #[test]
        fn an_item_is_restricted_exactly_when_it_has_a_day_in_the_period(start in 0..60_i64, length in 0..30_i64) {
            let period = period("2031-05-20,2031-06-12,exact,high");
            let first = day(2031, 5, 1) + chrono::Duration::days(start);
            let window = Window::new(first, first + chrono::Duration::days(length)).unwrap();
            let inside = window.first().iter_days().take(usize::try_from(window.days()).unwrap())
                .filter(|day| period.window.contains(*day)).count() as u64;
            let answer = restriction(Days::Between(window), &period);
            match answer {
                Restriction::Falls(shared) => prop_assert_eq!(shared.days(), inside),
                Restriction::Clear => prop_assert_eq!(inside, 0),
                Restriction::MayReach | Restriction::JustBefore { .. } | Restriction::Undated | Restriction::NoEdition => {
                    prop_assert!(false, "{answer:?}");
                }
            }
        }
    }
}
