//! Who is asked for more hours than there are, when, and by how much.

use std::collections::BTreeMap;

use calendar::Window;

use super::{Passes, Plan, Task, Work, run::WHOLE};

/// Somebody who is booked for more than whole hours, over days without a day between them on which they are not.
#[derive(Debug, Clone, PartialEq)]
pub struct Overload {
    /// The place in the list of people.
    pub person: usize,
    /// From the first to the last of these days.
    pub days: Window,
    /// How many hours more are asked than are there.
    pub hours_over: f64,
    /// The most that is asked of one hour, in percent; 100 is all of it.
    pub most: usize,
    /// The places of the tasks that ask for those hours.
    pub tasks: Vec<usize>,
}

/// Where the earliest times ask more of people than they have, in the order of people and days.
#[must_use]
pub fn overloads(plan: &Plan, passes: &Passes) -> Vec<Overload> {
    let mut asked: Vec<Vec<u16>> = plan.people.iter().map(|_| Vec::new()).collect();
    let mut askers: Vec<Vec<usize>> = plan.people.iter().map(|_| Vec::new()).collect();
    for (at, task) in plan.tasks.iter().enumerate() {
        for (person, hour, share) in hours(plan, passes, at, task) {
            let Some(asked) = asked.get_mut(person) else { continue };
            if asked.is_empty() {
                asked.resize(plan.line.hours(), 0);
            }
            if let Some(asked) = asked.get_mut(hour) {
                *asked = asked.saturating_add(u16::from(share));
            }
        }
        for booking in &task.people {
            askers.get_mut(booking.person).into_iter().for_each(|askers| askers.push(at));
        }
    }
    asked
        .iter()
        .zip(&askers)
        .enumerate()
        .flat_map(|(person, (asked, askers))| of_person(plan, passes, person, asked, askers))
        .collect()
}

/// Each hour that a task asks of somebody at its earliest: the person, the hour and the share of it.
fn hours<'a>(
    plan: &'a Plan,
    passes: &Passes,
    at: usize,
    task: &'a Task,
) -> impl Iterator<Item = (usize, usize, u8)> + 'a {
    let span = passes.tasks.get(at).map(|planned| planned.early).unwrap_or_default();
    let asks = match task.work {
        Work::Fixed { .. } | Work::Effort { .. } => span.begin..span.end,
        Work::Milestone | Work::Elapsed { .. } => 0..0,
    };
    let joint = matches!(task.work, Work::Fixed { .. }).then(|| plan.line_of(task));
    asks.flat_map(move |hour| {
        let there = joint.as_ref().is_none_or(|line| line.works(hour));
        let people = plan.booked(task).filter(move |(person, _)| there && person.line.works(hour));
        people.map(move |(_, booking)| (booking.person, hour, booking.share))
    })
}

fn of_person(plan: &Plan, passes: &Passes, person: usize, asked: &[u16], askers: &[usize]) -> Vec<Overload> {
    // By day: percent of hours that are too many, and the most of one hour.
    let mut days: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (hour, asked) in asked.iter().enumerate().filter(|(_, asked)| usize::from(**asked) > WHOLE) {
        let (over, most) = days.entry(hour / 24).or_default();
        *over += usize::from(*asked) - WHOLE;
        *most = usize::from(*asked).max(*most);
    }
    let mut found: Vec<(usize, usize, usize, usize)> = Vec::new();
    for (day, (over, most)) in days {
        match found.last_mut() {
            Some((_, last, sum, highest)) if *last + 1 == day => {
                (*last, *sum, *highest) = (day, *sum + over, most.max(*highest));
            }
            Some(_) | None => found.push((day, day, over, most)),
        }
    }
    let window = |first: usize, last: usize| {
        let (first, last) = (plan.line.day_of(first * 24), plan.line.day_of(last * 24));
        Window::new(first, last).unwrap_or_else(|_| Window::day(first))
    };
    let within = |first: usize, last: usize| {
        let runs = |at: &usize| {
            passes
                .tasks
                .get(*at)
                .is_some_and(|task| task.early.begin < (last + 1) * 24 && task.early.end > first * 24)
        };
        askers.iter().copied().filter(runs).collect()
    };
    found
        .into_iter()
        .map(|(first, last, over, most)| Overload {
            person,
            days: window(first, last),
            hours_over: percent(over),
            most,
            tasks: within(first, last),
        })
        .collect()
}

/// Hundredths of hours as hours.
#[expect(clippy::cast_precision_loss, reason = "hours of a plan are few")]
fn percent(hundredths: usize) -> f64 {
    hundredths as f64 / 100.0
}
