//! Invented plans, from a seed: no task, person or project in them is anybody's.

use calendar::{Timeline, Window, WorkingHours};
use change_programme::schedule::{Booking, Lag, Link, Person, Plan, Task, Work};
use chrono::{Days, NaiveDate};
use rand_chacha::{
    ChaCha8Rng,
    rand_core::{Rng as _, SeedableRng as _},
};

/// What sort of plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crowd {
    /// Everybody has one task at most, so nobody is asked for by two.
    Uncontended,
    /// So many people, each of whom has many tasks.
    Contended(usize),
}

/// Every twenty tasks are a project: within it tasks wait for some of the five before them, and now and then for one of another project.
#[must_use]
pub fn plan(seed: u64, tasks: usize, crowd: Crowd, days: usize) -> Plan {
    let first = rulebook::day(2031, 3, 3);
    let mut draw = Draw(ChaCha8Rng::seed_from_u64(seed));
    let line = Timeline::new(first, days, &WorkingHours::office());
    let mut people = Vec::new();
    let someone = |people: &mut Vec<Person>, draw: &mut Draw| {
        people.push(person(people.len(), &line, first, days, draw));
        people.len() - 1
    };
    if let Crowd::Contended(crowd) = crowd {
        for _ in 0..crowd {
            someone(&mut people, &mut draw);
        }
    }
    let mut all: Vec<Task> = Vec::new();
    for at in 0..tasks {
        let mut after = Vec::new();
        for _ in 0..draw.below(3) {
            let back = draw.below(5.min(at % 20).max(1)) + 1;
            if at % 20 >= back {
                after.push(at - back);
            }
        }
        if at > 20 && draw.below(25) == 0 {
            after.push(draw.below(at));
        }
        after.sort_unstable();
        after.dedup();
        let link = |task| Link { task, lag: lag(&mut draw) };
        let after: Vec<Link> = after.into_iter().map(link).collect();
        let hours = 1 + draw.below(40);
        let (work, booked) = match (crowd, draw.below(10)) {
            (_, 0) => (Work::Milestone, None),
            (_, 1) => (Work::Elapsed { hours: hours * 3 }, None),
            (_, 2) => (Work::Fixed { hours }, None),
            (Crowd::Uncontended, _) => (Work::Effort { hours }, Some(someone(&mut people, &mut draw))),
            (Crowd::Contended(crowd), _) => (Work::Effort { hours }, Some(draw.below(crowd))),
        };
        let not_before = if after.is_empty() && draw.below(3) == 0 { 24 * draw.below(40) + 9 } else { 0 };
        let people = booked.map(|person| Booking { person, share: 100 }).into_iter().collect();
        all.push(Task { after, people, not_before, ..Task::new(&format!("t{at}"), work) });
    }
    Plan { line, people, tasks: all, now: 0 }
}

fn lag(draw: &mut Draw) -> Lag {
    match draw.below(8) {
        0 => Lag::Worked(1 + draw.below(16)),
        1 => Lag::Elapsed(1 + draw.below(72)),
        _ => Lag::Worked(0),
    }
}

/// Somebody with a week of leave in each half year.
fn person(number: usize, line: &Timeline, first: NaiveDate, days: usize, draw: &mut Draw) -> Person {
    let mut line = line.clone();
    for half_year in 0..days / 182 {
        let begin = first + Days::new((half_year * 182 + draw.below(170)) as u64);
        line.close(Window::new(begin, begin + Days::new(6)).unwrap_or_else(|_| Window::day(begin)));
    }
    Person { name: format!("Invented {number}"), line }
}

struct Draw(ChaCha8Rng);

impl Draw {
    /// A whole number below another, which is not nought.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.0.next_u64() % end.max(1) as u64).unwrap_or_default()
    }
}
