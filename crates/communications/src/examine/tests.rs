//! The whole room, from bytes to answer.

use std::fmt::Write as _;

use proptest::prelude::*;
use rulebook::{Qualifier, Severity, day};
use table::Source;

use super::*;
use crate::{Inputs, read};

const DESKS: &str =
    "desk,purpose,horizon\nPress,answers the press,not known\nCampaigns,plans ahead,six months\n";
const CHANNELS: &str = "channel,desk\nRadio,Press\nLeaflets,Campaigns\nPosters,Campaigns\n";
const PLAN: &str = "item,desk,first_day,last_day,as_printed,reading,matter,purpose\n\
    Bicycle week,Campaigns,2031-05-01,2031-05-31,May 2031,the whole month,none,locks\n\
    Memorial,Press,2031-07-01,2031-07-01,,,fire,remembrance\n\
    Winter,Campaigns,,,,,none,ice\n\
    Apology,not known,2031-08-01,2031-08-02,,,flood,\n";
const AGREEMENTS: &str = "agreement,partner,placeholder,purpose,area,since,review,owner,state,paragraph\n\
    Hydrants,Fire service,no,water,,2029-01-01,2031-03-31,Head of Resilience,in place,7\n\
    Schools,School A,yes,truancy,the city,not known,not known,,in place,8\n\
    Ports,Harbour,no,theft,,not known,2032-01-01,not known,,9\n";
const EVENTS: &str = "id,event,kind,first_day,last_day,first_day_is,known_from,confidence,source\n\
    regatta,Regatta,draws on officers,2031-05-02,2031-05-03,exact,2031-01-01,low,invented\n\
    poll,Council poll,restricts messages,2031-05-20,2031-06-12,at the latest,2031-04-01,medium,invented\n";
const PROCEEDINGS: &str = "matter,proceeding,kind,forum,active_from,active_to,known_from,next_step,next_as_printed,source\n\
    fire,Inquest,inquest,Coroner,2031-03-01,not known,2031-04-01,,,invented\n";

fn answer(plan: &str, events: &str, as_at: NaiveDate) -> Answer {
    let facts = read(&Inputs {
        desks: Some(Source::new("desks.csv", DESKS.as_bytes())),
        channels: Some(Source::new("channels.csv", CHANNELS.as_bytes())),
        plan: Some(Source::new("plan.csv", plan.as_bytes())),
        agreements: Some(Source::new("agreements.csv", AGREEMENTS.as_bytes())),
    })
    .unwrap();
    let events = Event::read(Source::new("events.csv", events.as_bytes())).unwrap();
    let proceedings = Proceeding::read(Source::new("proceedings.csv", PROCEEDINGS.as_bytes())).unwrap();
    examine(&facts, Some(&events), Some(&proceedings), as_at)
}

fn printed(answer: &Answer) -> Vec<(String, String)> {
    answer.figures.iter().map(|figure| (figure.id.to_string(), figure.printed())).collect()
}

fn value(answer: &Answer, id: &str) -> String {
    let found = printed(answer).into_iter().find(|(name, _)| name == id);
    found.unwrap_or_else(|| panic!("no figure {id}")).1
}

#[test]
fn every_figure_of_the_room_is_answered() {
    // Counted by hand in the tables above.
    let expected = [
        ("communications.desks", "2"),
        ("communications.channels", "3"),
        ("communications.planned", "4"),
        ("communications.planned-dated", "3"),
        ("communications.planned-undated", "1"),
        ("communications.pre-election-periods", "1"),
        ("communications.restricted", "1"),
        ("communications.touching-proceedings", "1"),
        ("partnerships.agreements", "3"),
        ("partnerships.partners-placeholder", "1"),
        ("partnerships.agreements-without-review", "1"),
        ("partnerships.agreements-review-past", "1"),
        ("partnerships.agreements-without-owner", "2"),
        ("partnerships.hydrants.review", "31 March 2031"),
        ("partnerships.schools.review", "not known"),
        ("partnerships.ports.review", "1 January 2032"),
    ];
    let expected: Vec<(String, String)> =
        expected.into_iter().map(|(id, text)| (id.to_owned(), text.to_owned())).collect();
    assert_eq!(printed(&answer(PLAN, EVENTS, day(2031, 4, 1))), expected);
}

#[test]
fn every_finding_is_there_in_the_order_of_the_files() {
    let answer = answer(PLAN, EVENTS, day(2031, 4, 1));
    let found: Vec<(&str, &str, Severity)> = answer
        .findings
        .iter()
        .map(|finding| (finding.rule.id.0, finding.record.as_str(), finding.severity))
        .collect();
    assert_eq!(
        found,
        [
            ("message-in-pre-election-period", "Bicycle week", Severity::Warning),
            ("message-touches-active-proceeding", "Memorial", Severity::Warning),
            ("planned-message-dated", "Winter", Severity::Note),
            ("message-matter-known", "Apology", Severity::Note),
            ("agreement-review-not-past", "Hydrants", Severity::Warning),
            ("agreement-with-review-date", "Schools", Severity::Warning),
            ("agreement-with-owner", "Schools", Severity::Note),
            ("agreement-with-owner", "Ports", Severity::Note),
        ]
    );
}

#[test]
fn what_was_not_yet_known_is_not_used() {
    let eve = answer(PLAN, EVENTS, day(2031, 3, 31));
    assert_eq!(value(&eve, "communications.pre-election-periods"), "0");
    assert_eq!(value(&eve, "communications.restricted"), "0");
    assert_eq!(value(&eve, "communications.touching-proceedings"), "0");
    let text = format!("{eve:?}");
    assert!(!text.contains("Council poll") && !text.contains("Inquest"), "{text}");
    let memorial = eve.findings.iter().find(|finding| finding.record == "Memorial").unwrap();
    assert_eq!(
        memorial.sentence,
        "`Memorial` speaks of `fire`, for which no proceeding is supplied: it cannot be checked"
    );
}

#[test]
fn tables_for_the_paper_are_in_the_order_of_the_files() {
    let answer = answer(PLAN, EVENTS, day(2031, 4, 1));
    let channels: Vec<usize> = answer.desks.iter().map(|desk| desk.channels.len()).collect();
    assert_eq!(channels, [1, 2]);
    let met: Vec<(bool, bool)> =
        answer.plan.iter().map(|planned| (planned.is_restricted(), planned.touches_proceeding())).collect();
    assert_eq!(met, [(true, false), (false, true), (false, false), (false, false)]);
    assert_eq!(answer.agreements.len(), 3);
}

#[test]
fn a_rejected_item_withholds_the_totals_of_the_plan_and_only_those() {
    let plan = format!("{PLAN}Gala,Night desk,2031-05-01,,,,none,\n");
    let answer = answer(&plan, EVENTS, day(2031, 4, 1));
    for id in ["planned", "planned-dated", "planned-undated", "restricted", "touching-proceedings"] {
        assert_eq!(
            value(&answer, &format!("communications.{id}")),
            "withheld (1 of 5 rows of plan.csv rejected)",
            "{id}"
        );
    }
    assert_eq!(value(&answer, "communications.desks"), "2");
    assert_eq!(answer.findings[0].rule.id.0, "desk-known");
    assert_eq!(answer.findings[0].place.as_ref().unwrap().to_string(), "plan.csv, line 6, column desk");
}

#[test]
fn a_rejected_event_withholds_what_rests_on_events() {
    let events = EVENTS.replace("2031-06-12", "2031-06-31");
    let answer = answer(PLAN, &events, day(2031, 4, 1));
    assert_eq!(value(&answer, "communications.restricted"), "withheld (1 of 2 rows of events.csv rejected)");
    assert_eq!(value(&answer, "communications.planned"), "4");
}

#[test]
fn what_no_file_says_is_not_supplied_and_not_zero() {
    let answer = examine(&Facts::default(), None, None, day(2031, 4, 1));
    assert!(answer.figures.iter().all(|figure| figure.printed() == "not supplied"), "{:?}", printed(&answer));
    assert_eq!(answer.figures.len(), 13);
    assert!(answer.findings.is_empty());
}

#[test]
fn a_count_is_exact_and_its_working_says_how_sure_the_days_are() {
    let answer = answer(PLAN, EVENTS, day(2031, 4, 1));
    assert!(answer.figures.iter().all(|figure| figure.qualifier == Qualifier::Exact));
    let working = |id: &str| {
        answer.figures.iter().find(|figure| figure.id.as_str() == id).map(|figure| figure.working.as_str())
    };
    let poll = "Council poll, 20 May 2031 to 12 June 2031 (confidence medium)";
    assert_eq!(working("communications.pre-election-periods"), Some(poll));
    let restricted = format!("1 of 4 items; 1 without any day cannot be checked; against {poll}");
    assert_eq!(working("communications.restricted"), Some(restricted.as_str()));
}

#[test]
fn one_item_is_not_items() {
    let plan: Vec<&str> = PLAN.lines().take(2).collect();
    let answer = answer(&(plan.join("\n") + "\n"), EVENTS, day(2031, 4, 1));
    let touching = answer.figures.iter().find(|f| f.id.as_str() == "communications.touching-proceedings");
    assert_eq!(touching.unwrap().working, "0 of 1 item; 0 cannot be checked");
}

#[test]
fn without_every_row_of_a_table_it_cannot_be_told_what_an_item_meets() {
    let facts = read(&Inputs { plan: Some(Source::new("plan.csv", PLAN.as_bytes())), ..Inputs::default() });
    let facts = facts.unwrap();
    let events = |text: &str| Event::read(Source::new("events.csv", text.as_bytes())).unwrap();
    let proceedings = |text: &str| Proceeding::read(Source::new("p.csv", text.as_bytes())).unwrap();
    let spoilt = events(&EVENTS.replace("2031-06-12", "2031-06-31"));
    // Two inquests into the fire, the second with a day that is none.
    let second = PROCEEDINGS.lines().last().unwrap().replace("Inquest,", "Second,").replace("03-01", "02-30");
    let torn = proceedings(&format!("{PROCEEDINGS}{second}\n"));
    let (whole, fire) = (events(EVENTS), proceedings(PROCEEDINGS));
    for (events, proceedings, checked) in [
        (Some(&whole), Some(&fire), [true, true]),
        (Some(&spoilt), Some(&fire), [false, true]),
        (None, Some(&fire), [false, true]),
        (Some(&whole), Some(&torn), [true, false]),
        (Some(&whole), None, [true, false]),
    ] {
        let answer = examine(&facts, events, proceedings, day(2031, 4, 1));
        assert!(answer.plan.iter().all(|planned| planned.periods_checked == checked[0]));
        let memorial = answer.plan.iter().find(|planned| planned.item.name == "Memorial").unwrap();
        assert_eq!(memorial.proceedings_checked(), checked[1]);
    }
}

proptest! {
    #[test]
    fn an_event_of_the_future_changes_nothing(first in 0..200_i64, later in 1..200_i64) {
        let as_at = day(2031, 4, 1);
        let first = day(2031, 4, 1) + chrono::Duration::days(first);
        let known = as_at + chrono::Duration::days(later);
        let events = format!("{EVENTS}x,Surprise poll,restricts messages,{first},2031-12-31,exact,{known},high,invented\n");
        prop_assert_eq!(answer(PLAN, &events, as_at), answer(PLAN, EVENTS, as_at));
    }

    #[test]
    fn dated_and_undated_items_are_all_items(dated in 0..5_usize, undated in 0..5_usize) {
        let mut plan = PLAN.lines().next().unwrap().to_owned() + "\n";
        for n in 0..dated {
            writeln!(plan, "d{n},,2031-05-01,,,,none,").unwrap();
        }
        for n in 0..undated {
            writeln!(plan, "u{n},,,not known,,,none,").unwrap();
        }
        let answer = answer(&plan, EVENTS, day(2031, 4, 1));
        let n = |id: &str| value(&answer, id).parse::<usize>().unwrap();
        prop_assert_eq!(n("communications.planned-dated"), dated);
        prop_assert_eq!(n("communications.planned-undated"), undated);
        prop_assert_eq!(n("communications.planned"), dated + undated);
    }
}
