//! What must hold of every plan, and a few worked by hand.

use calendar::{Window, WorkingHours};
use proptest::prelude::*;

use super::*;

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

/// From Monday 3 March 2031 on, nine to five.
fn office(days: usize) -> Timeline {
    Timeline::new(day("2031-03-03"), days, &WorkingHours::office())
}

fn people(line: &Timeline, names: &[&str]) -> Vec<Person> {
    names.iter().map(|name| Person { name: (*name).to_owned(), line: line.clone() }).collect()
}

fn after(tasks: &[usize]) -> Vec<Link> {
    tasks.iter().map(|task| Link::to(*task)).collect()
}

fn by(person: usize) -> Vec<Booking> {
    vec![Booking { person, share: 100 }]
}

fn told(plan: &Plan, span: Span) -> String {
    format!("{} to {}", plan.line.moment(span.begin), plan.line.moment(span.end))
}

#[test]
fn work_waits_for_the_weekend_leave_and_lags() {
    let line = office(30);
    let mut people = people(&line, &["Anna", "Ben"]);
    people[1].line.close(Window::day(day("2031-03-11")));
    let tasks = vec![
        Task { people: by(0), ..Task::new("write", Work::Effort { hours: 36 }) },
        Task { after: after(&[0]), ..Task::new("notice", Work::Elapsed { hours: 48 }) },
        Task {
            after: vec![Link { task: 1, lag: Lag::Worked(4) }],
            people: vec![Booking { person: 0, share: 100 }, Booking { person: 1, share: 50 }],
            ..Task::new("train", Work::Fixed { hours: 8 })
        },
        Task { after: after(&[2]), ..Task::new("live", Work::Milestone) },
        Task {
            people: vec![Booking { person: 1, share: 50 }],
            ..Task::new("half", Work::Effort { hours: 4 })
        },
    ];
    let plan = Plan { line, people, tasks, now: 0 };
    let passes = passes(&plan).unwrap();
    let early: Vec<String> = passes.tasks.iter().map(|task| told(&plan, task.early)).collect();
    // By hand: 36 hours are four days and four hours, Friday at one; two days by the clock are Sunday at one; four hours of work from there are
    // Monday at one. From there both are there on Monday for four hours, on Tuesday not, on Wednesday for four.
    assert_eq!(
        early,
        [
            "2031-03-03 09:00 to 2031-03-07 13:00",
            "2031-03-07 13:00 to 2031-03-09 13:00",
            "2031-03-10 13:00 to 2031-03-12 13:00",
            "2031-03-12 13:00 to 2031-03-12 13:00",
            "2031-03-03 09:00 to 2031-03-03 17:00",
        ]
    );
    let float: Vec<usize> = passes.tasks.iter().map(|task| task.float).collect();
    // The notice may as well end on Monday at nine, and begin on Saturday: the writing has the rest of Friday. The half task can end on Wednesday the 12th at one: it then begins on Monday at one, for Ben is away on Tuesday: 44 hours later.
    assert_eq!(float, [4, 4, 0, 0, 44]);
    assert_eq!(passes.longest_chain(), [0, 1, 2, 3]);
}

#[test]
fn what_has_begun_stays_and_what_has_not_cannot_begin_in_the_past() {
    let line = office(30);
    let begun = Task { begun: Some(9), people: by(0), ..Task::new("a", Work::Effort { hours: 8 }) };
    let done = Task { begun: Some(9), done: Some(40), ..Task::new("b", Work::Effort { hours: 2 }) };
    let tasks = vec![begun, done, Task { people: by(0), ..Task::new("c", Work::Effort { hours: 1 }) }];
    let plan = Plan { people: people(&line, &["Anna"]), line, tasks, now: 24 };
    let spans: Vec<Span> = passes(&plan).unwrap().tasks.iter().map(|task| task.early).collect();
    let span = |begin, end| Span { begin, end };
    assert_eq!(spans, [span(9, 17), span(9, 40), span(33, 34)]);
}

#[test]
fn a_cycle_is_printed_whole_and_a_plan_that_is_too_long_is_said() {
    let task =
        |id: &str, waits: &[usize]| Task { after: after(waits), ..Task::new(id, Work::Fixed { hours: 8 }) };
    let tasks = vec![task("a", &[]), task("b", &[0, 3]), task("c", &[1]), task("d", &[2]), task("e", &[3])];
    let plan = Plan { line: office(5), people: Vec::new(), tasks, now: 0 };
    assert_eq!(passes(&plan).unwrap_err().to_string(), "tasks wait for each other: b → c → d → b");
    let tasks = vec![
        task("a", &[]),
        task("b", &[0]),
        task("c", &[1]),
        task("d", &[2]),
        task("e", &[3]),
        task("f", &[4]),
    ];
    let long = Plan { tasks, ..plan.clone() };
    assert!(matches!(passes(&long), Err(NoSchedule::TooLong { task, .. }) if task == "f"));
    let unknown = Plan { tasks: vec![Task { people: by(7), ..Task::new("a", Work::Milestone) }], ..plan };
    assert_eq!(passes(&unknown), Err(NoSchedule::Unknown { task: "a".to_owned() }));
}

#[test]
fn who_is_asked_for_too_much_when_and_by_how_much() {
    let line = office(30);
    let task = |id: &str, hours, share| Task {
        people: vec![Booking { person: 0, share }],
        ..Task::new(id, Work::Fixed { hours })
    };
    let plan = Plan {
        people: people(&line, &["Anna"]),
        line,
        tasks: vec![task("a", 12, 100), task("b", 4, 50), task("c", 20, 25)],
        now: 0,
    };
    let passes = passes(&plan).unwrap();
    // By hand, in percent over: four hours at 175, eight at 125: 4 × 0.75 + 8 × 0.25 = 5 hours on Monday and Tuesday.
    let found = overloads(&plan, &passes);
    assert_eq!(
        found,
        [Overload {
            person: 0,
            days: Window::new(day("2031-03-03"), day("2031-03-04")).unwrap(),
            hours_over: 5.0,
            most: 175,
            tasks: vec![0, 1, 2],
        }]
    );
}

/// A plan of a few tasks, each of which waits only for earlier ones.
fn plans(most: usize) -> impl Strategy<Value = Plan> {
    let task = (0_usize..4, 1_usize..30, prop::collection::vec(0_usize..most, 0..3), 0_usize..60, 0_u16..3);
    let booked = prop::collection::vec((0_usize..3, prop::sample::select(vec![25_u8, 50, 100])), 0..3);
    (prop::collection::vec((task, booked), 1..most), prop::collection::vec((0_u64..20, 1_u64..5), 3))
        .prop_map(|(rows, leave)| {
            let line = office(200);
            let mut people = people(&line, &["Anna", "Ben", "Carys"]);
            for (person, (first, days)) in people.iter_mut().zip(leave) {
                let first = day("2031-03-03") + chrono::Days::new(first);
                person.line.close(Window::new(first, first + chrono::Days::new(days)).unwrap());
            }
            let tasks = rows.into_iter().enumerate().map(
                |(at, ((kind, hours, waits, not_before, priority), booked))| {
                    let work = match kind {
                        0 => Work::Milestone,
                        1 => Work::Elapsed { hours },
                        2 => Work::Fixed { hours },
                        _ => Work::Effort { hours },
                    };
                    let mut waits: Vec<usize> =
                        waits.into_iter().filter(|_| at > 0).map(|task| task % at.max(1)).collect();
                    waits.sort_unstable();
                    waits.dedup();
                    let mut people: Vec<Booking> =
                        booked.into_iter().map(|(person, share)| Booking { person, share }).collect();
                    people.sort_by_key(|booking| booking.person);
                    people.dedup_by_key(|booking| booking.person);
                    Task {
                        after: after(&waits),
                        people,
                        not_before,
                        priority,
                        ..Task::new(&at.to_string(), work)
                    }
                },
            );
            Plan { tasks: tasks.collect(), line, people, now: 0 }
        })
}

/// So many hours a task has where chains are counted.
fn length(at: usize) -> usize {
    1 + at * 7 % 5
}

/// All chains of tasks that end with this one, each with its hours.
fn chains(plan: &Plan, at: usize) -> Vec<(usize, Vec<usize>)> {
    let hours = length(at);
    let before: Vec<_> = plan.tasks[at].after.iter().flat_map(|link| chains(plan, link.task)).collect();
    let begin = if before.is_empty() { vec![(0, Vec::new())] } else { before };
    begin
        .into_iter()
        .map(|(sum, mut chain)| {
            chain.push(at);
            (sum + hours, chain)
        })
        .collect()
}

proptest! {
    #[test]
    fn critical_is_what_lies_on_a_longest_of_all_chains(plan in plans(8)) {
        // By brute force: hours by the clock only, so that a chain is as long as the sum of its hours.
        let mut plan = plan;
        for (at, task) in plan.tasks.iter_mut().enumerate() {
            *task = Task { after: task.after.clone(), ..Task::new(&task.id, Work::Elapsed { hours: length(at) }) };
        }
        plan.line = Timeline::new(day("2031-03-03"), 200, &WorkingHours::always());
        let all: Vec<_> = (0..plan.tasks.len()).flat_map(|at| chains(&plan, at)).collect();
        let longest = all.iter().map(|(hours, _)| *hours).max().unwrap();
        let passes = passes(&plan).unwrap();
        prop_assert_eq!(passes.end, longest);
        for (at, task) in passes.tasks.iter().enumerate() {
            let on_one = all.iter().any(|(hours, chain)| *hours == longest && chain.contains(&at));
            prop_assert_eq!(task.is_critical(), on_one);
            let through = all.iter().filter(|(_, chain)| chain.contains(&at)).map(|(hours, _)| hours).max().unwrap();
            prop_assert_eq!(task.float, longest - through);
        }
        prop_assert!(all.contains(&(longest, passes.longest_chain())));
    }

    #[test]
    fn levelling_asks_nobody_for_more_than_there_is_and_keeps_every_link(plan in plans(10)) {
        let passes = passes(&plan).unwrap();
        let level = level(&plan, &passes).unwrap();
        prop_assert!(level.end >= passes.end);
        for (at, task) in plan.tasks.iter().enumerate() {
            let span = level.tasks[at].span;
            prop_assert!(span.begin >= task.not_before && span.begin >= passes.tasks[at].early.begin);
            prop_assert!(span.end >= passes.tasks[at].early.end);
            for link in &task.after {
                prop_assert!(level.tasks[link.task].span.end <= span.begin);
            }
        }
        // Tasks that take all of somebody's hours can be counted from outside: those of one person never overlap where they are fixed.
        let fixed: Vec<usize> = (0..plan.tasks.len()).filter(|at| matches!(plan.tasks[*at].work, Work::Fixed { .. })).collect();
        for person in 0..plan.people.len() {
            for hour in 0..level.end {
                let asked: usize = fixed.iter().filter(|at| {
                    let span = level.tasks[**at].span;
                    span.begin <= hour && hour < span.end && plan.line_of(&plan.tasks[**at]).works(hour)
                }).flat_map(|at| &plan.tasks[*at].people).filter(|booking| booking.person == person).map(|booking| usize::from(booking.share)).sum();
                prop_assert!(asked <= 100, "person {person} hour {hour}: {asked}");
            }
        }
    }
}
