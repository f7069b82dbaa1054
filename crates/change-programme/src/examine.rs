//! The facts seen from one day: findings, figures, and what a paper needs for its tables and charts.

use calendar::{Nearness, Weekday, weekday};
use chrono::NaiveDate;
use crime::Event;
use rulebook::{Figure, Finding, Known};
use table::{Row, Rows, good};

use crate::{
    Facts, Function, Inspection, Item, ItemFact, KeyDate, PhaseNumber, Priority, Risk, ScopeKind, figures,
    rules::{
        announced_phases_listed, declared_count_borne_out, every_unit_in_a_phase, go_live_near_event,
        inspection_with_coordinator, item_with_owner, phase_numbers_without_gap, phases_in_order,
        priority_with_project, risk_with_owner, unit_in_one_phase, weekday_matches_day,
    },
};

/// What this room answers. The lists hold the usable rows, in the order of their files; findings say what is not in
/// them and why.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Every number that may be printed. What rests on a file that is missing is left out.
    pub figures: Vec<Figure>,
    /// Every finding, those made while reading first.
    pub findings: Vec<Finding>,
    /// The phases in the order of their numbers.
    pub phases: Vec<PhaseStanding>,
    /// The items with their key dates, facts and priorities.
    pub items: Vec<ItemStanding>,
    /// The priorities.
    pub priorities: Vec<Row<Priority>>,
    /// All key dates.
    pub key_dates: Vec<Row<KeyDate>>,
    /// All facts about items.
    pub item_facts: Vec<Row<ItemFact>>,
    /// The functions and their departments.
    pub functions: Vec<Row<Function>>,
    /// The risk register.
    pub risks: Vec<Row<Risk>>,
    /// The inspections.
    pub inspections: Vec<Row<Inspection>>,
    /// The events known on the day, of every kind.
    pub events: Vec<Row<Event>>,
}

/// A phase and all that is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseStanding {
    /// Its number.
    pub number: PhaseNumber,
    /// Where it was read.
    pub place: rulebook::Place,
    /// The day on which it goes live.
    pub go_live: Known<NaiveDate>,
    /// The day of the week as printed.
    pub weekday_printed: Known<Weekday>,
    /// The day of the week on which that day falls.
    pub weekday: Known<Weekday>,
    /// Whether the printed one is right; as little known as the two days.
    pub weekday_is_right: Known<bool>,
    /// The units it covers.
    pub units: Vec<String>,
    /// The functions it covers.
    pub functions: Vec<String>,
    /// Where its go-live day lies as seen from every event known on the day, whatever its kind; empty if the phase has
    /// no day. Phases have no end, so only that day is compared.
    pub events: Vec<Distance>,
}

/// Where a go-live day lies as seen from an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distance {
    /// The event.
    pub event: Event,
    /// Inside it, or so many days before or after.
    pub nearness: Nearness,
}

/// An item and all that is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemStanding {
    /// The item.
    pub item: Item,
    /// Where it was read.
    pub place: rulebook::Place,
    /// Its key dates.
    pub key_dates: Vec<KeyDate>,
    /// Facts about it.
    pub facts: Vec<ItemFact>,
    /// The priorities that name it.
    pub priorities: Vec<Priority>,
}

/// Looks at the facts as at a day. Events not yet known on that day are not used at all; `events` is `None` if the
/// folder has no such file, and then nothing is said of clashes.
#[must_use]
pub fn examine(facts: &Facts, events: Option<&Rows<Event>>, as_at: NaiveDate) -> Answer {
    let known_events: Vec<Row<Event>> =
        good(events).iter().filter(|row| row.value.known_on(as_at)).cloned().collect();
    let phases = phases(facts, &known_events);
    let mut answer = Answer {
        figures: Vec::new(),
        findings: facts.findings(),
        items: items(facts),
        priorities: good(facts.priorities.as_ref()).to_vec(),
        key_dates: good(facts.key_dates.as_ref()).to_vec(),
        item_facts: good(facts.item_facts.as_ref()).to_vec(),
        functions: good(facts.functions.as_ref()).to_vec(),
        risks: good(facts.risks.as_ref()).to_vec(),
        inspections: good(facts.inspections.as_ref()).to_vec(),
        phases,
        events: known_events,
    };
    answer.findings.extend(findings_on_portfolio(facts));
    answer.findings.extend(findings_on_roll_out(facts, events, as_at));
    answer.findings.extend(inspection_with_coordinator::check(good(facts.inspections.as_ref())));
    answer.findings.extend(risk_with_owner::check(good(facts.risks.as_ref())));
    answer.figures = figures::portfolio::figures(facts);
    answer.figures.extend(figures::roll_out::figures(facts, as_at));
    answer.figures.extend(figures::events::figures(facts, events, as_at));
    answer.figures.extend(figures::organisation::figures(facts));
    answer
}

fn findings_on_portfolio(facts: &Facts) -> Vec<Finding> {
    let mut found = Vec::new();
    if let (Some(portfolio), Some(items)) = (&facts.portfolio, &facts.items) {
        found.extend(declared_count_borne_out::check(portfolio, items));
    }
    found.extend(item_with_owner::check(good(facts.items.as_ref())));
    found.extend(priority_with_project::check(good(facts.priorities.as_ref())));
    found
}

fn findings_on_roll_out(facts: &Facts, events: Option<&Rows<Event>>, as_at: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(phases) = &facts.phases {
        found.extend(phase_numbers_without_gap::check(phases));
        if let Some(roll_out) = &facts.roll_out {
            found.extend(announced_phases_listed::check(roll_out, phases));
            let near = roll_out.value.near_event_days;
            found.extend(go_live_near_event::check(&phases.good, good(events), near, as_at));
        }
        found.extend(phases_in_order::check(&phases.good));
        found.extend(weekday_matches_day::check(&phases.good));
    }
    if let Some(scope) = &facts.phase_scope {
        if let Some(units) = &facts.units {
            found.extend(every_unit_in_a_phase::check(units, scope));
        }
        found.extend(unit_in_one_phase::check(&scope.good));
    }
    found
}

fn phases(facts: &Facts, events: &[Row<Event>]) -> Vec<PhaseStanding> {
    let scope = |number: PhaseNumber, kind: ScopeKind| -> Vec<String> {
        let covered = good(facts.phase_scope.as_ref()).iter().map(|row| &row.value);
        covered
            .filter(|scope| scope.phase == number && scope.kind == kind)
            .map(|scope| scope.name.clone())
            .collect()
    };
    let distances = |go_live: &NaiveDate| -> Vec<Distance> {
        let known = events.iter().map(|row| &row.value);
        known
            .map(|event| Distance { nearness: event.window.nearness(*go_live), event: event.clone() })
            .collect()
    };
    let mut standing: Vec<PhaseStanding> = good(facts.phases.as_ref())
        .iter()
        .map(|Row { place, value: phase }| PhaseStanding {
            number: phase.number,
            place: place.clone(),
            go_live: phase.go_live,
            weekday_printed: phase.weekday,
            weekday: phase.go_live.map(weekday),
            weekday_is_right: weekday_matches_day::is_right(phase),
            units: scope(phase.number, ScopeKind::Unit),
            functions: scope(phase.number, ScopeKind::Function),
            events: phase.go_live.value().map(distances).unwrap_or_default(),
        })
        .collect();
    standing.sort_by_key(|phase| phase.number);
    standing
}

fn items(facts: &Facts) -> Vec<ItemStanding> {
    let (dates, said, priorities) =
        (good(facts.key_dates.as_ref()), good(facts.item_facts.as_ref()), good(facts.priorities.as_ref()));
    good(facts.items.as_ref())
        .iter()
        .map(|Row { place, value: item }| ItemStanding {
            item: item.clone(),
            place: place.clone(),
            key_dates: values(dates, |date| date.item == item.name),
            facts: values(said, |fact| fact.item == item.name),
            priorities: values(priorities, |priority| priority.item.value() == Some(&item.name)),
        })
        .collect()
}

fn values<T: Clone>(rows: &[Row<T>], wanted: impl Fn(&T) -> bool) -> Vec<T> {
    rows.iter().map(|row| &row.value).filter(|value| wanted(value)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use crate::examples::Folder;

    fn regatta() -> Folder {
        Folder {
            items: Some("item,kind,placeholder\nNew desk,project,no\n".into()),
            key_dates: Some("item,what,first_day,last_day\nNew desk,opens,2031-05-05,2031-05-05\n".into()),
            item_facts: Some("item,fact,day,source\nNew desk,permission granted,,invented\n".into()),
            priorities: Some("priority,item\nOpen the desk,New desk\nRest,\n".into()),
            phases: Some("phase,go_live,weekday\nTwo,2031-06-20,Friday\nOne,2031-06-02,Tuesday\n".into()),
            phase_scope: Some("phase,kind,name\nOne,unit,Harbour\nOne,function,Custody\n".into()),
            events: Some(
                "id,event,kind,first_day,last_day,first_day_is,known_from,confidence,source\n\
                 regatta,Regatta,draws on officers,2031-06-01,2031-06-03,exact,2031-01-05,high,invented\n\
                 poll,Poll,restricts messages,2031-06-10,2031-06-12,exact,2031-01-05,low,invented\n\
                 march,March,draws on officers,2031-06-20,2031-06-20,exact,2031-05-02,high,invented\n"
                    .into(),
            ),
            as_at: Some(rulebook::day(2031, 5, 1)),
            ..Folder::default()
        }
    }

    #[test]
    fn a_phase_knows_its_scope_its_weekday_and_every_event_known_on_the_day() {
        let answer = regatta().answer();
        let seen: Vec<_> = answer
            .phases
            .iter()
            .map(|phase| {
                let events: Vec<String> =
                    phase.events.iter().map(|at| format!("{} {}", at.event.id, at.nearness)).collect();
                (phase.number.to_string(), phase.weekday_is_right, events.join(", "))
            })
            .collect();
        // By hand: 2 June lies inside 1 to 3 June and 8 days before 10 June; 20 June is 17 days after the 3rd and 8
        // after the 12th. The march was not known before 2 May.
        assert_eq!(
            seen,
            [
                ("One".into(), rulebook::Known::Is(false), "regatta inside, poll 8 days before".into()),
                ("Two".into(), rulebook::Known::Is(true), "regatta 17 days after, poll 8 days after".into()),
            ]
        );
        assert_eq!(answer.phases[0].units, ["Harbour"]);
        assert_eq!(answer.phases[0].functions, ["Custody"]);
        assert_eq!(answer.events.len(), 2);
    }

    #[test]
    fn an_item_knows_its_dates_facts_and_priorities() {
        let answer = regatta().answer();
        let desk = &answer.items[0];
        assert_eq!((desk.key_dates.len(), desk.facts.len(), desk.priorities.len()), (1, 1, 1));
        assert_eq!(answer.priorities.len(), 2);
    }

    #[test]
    fn a_day_later_one_more_event_is_known() {
        let later = Folder { as_at: Some(rulebook::day(2031, 5, 2)), ..regatta() };
        assert_eq!(later.answer().events.len(), 3);
        assert_eq!(regatta().printed("events.march.first-day"), None);
        assert_eq!(later.printed("events.march.first-day").as_deref(), Some("20 June 2031"));
        assert_eq!(later.printed("events.poll.first-day").as_deref(), Some("10 June 2031 (as reported)"));
    }

    #[test]
    fn an_empty_folder_has_neither_figures_nor_findings() {
        let answer = Folder::default().answer();
        assert!(answer.figures.is_empty() && answer.findings.is_empty());
    }
}
