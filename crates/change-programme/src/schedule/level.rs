//! Times that people can keep: where somebody is asked for more than whole hours, what can wait waits.

use std::{cmp::Reverse, collections::BinaryHeap};

use super::{NoSchedule, Passes, Plan, Span, Task, Work, order, run::WHOLE};

/// A plan in which nobody is asked for more than whole hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// By the place of the task.
    pub tasks: Vec<Levelled>,
    /// The hour at which the last task ends.
    pub end: usize,
}

/// When a task runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Levelled {
    /// From when to when.
    pub span: Span,
    /// Whom it waited for, the place in the list of people, if it could have begun earlier.
    pub waited_for: Option<usize>,
}

/// How much of each hour of each person is given away, in percent.
struct Load(Vec<Vec<u8>>);

impl Load {
    fn free(&self, person: usize, hour: usize) -> u8 {
        let load = self.0.get(person).and_then(|load| load.get(hour)).copied().unwrap_or_default();
        100_u8.saturating_sub(load)
    }

    fn take(&mut self, person: usize, hour: usize, share: u8, hours: usize) {
        let Some(load) = self.0.get_mut(person) else { return };
        if load.is_empty() {
            load.resize(hours, 0);
        }
        if let Some(load) = load.get_mut(hour) {
            *load += share;
        }
    }
}

/// Gives each task its time, one after the other: of those that may begin, first what has the higher priority, then what can wait least by
/// the latest times. What has begun is never moved, even where it asks too much.
///
/// # Errors
///
/// [`NoSchedule`] as [`super::passes()`].
pub fn level(plan: &Plan, passes: &Passes) -> Result<Level, NoSchedule> {
    let followers = order::followers(plan)?;
    let mut waits: Vec<usize> = plan.tasks.iter().map(|task| task.after.len()).collect();
    let mut tasks = vec![Levelled::default(); plan.tasks.len()];
    let mut load = Load(vec![Vec::new(); plan.people.len()]);
    let rank = |at: usize| {
        let task = plan.tasks.get(at);
        let moved = task.is_some_and(|task| task.begun.is_none() && task.done.is_none());
        let planned = passes.tasks.get(at).copied().unwrap_or_default();
        let priority = task.map_or(0, |task| task.priority);
        Reverse((moved, Reverse(priority), planned.late.begin, planned.early.begin, at))
    };
    let mut free: BinaryHeap<_> =
        (0..waits.len()).filter(|at| waits.get(*at) == Some(&0)).map(rank).collect();
    while let Some(Reverse((.., at))) = free.pop() {
        let Some(task) = plan.tasks.get(at) else { continue };
        let mut from = task.not_before.max(plan.now);
        for link in &task.after {
            let end = tasks.get(link.task).map_or(0, |before| before.span.end);
            from = from.max(plan.lag_forward(end, link.lag).ok_or_else(|| plan.too_long(task))?);
        }
        let levelled = place(plan, task, from, &mut load).ok_or_else(|| plan.too_long(task))?;
        if let Some(place) = tasks.get_mut(at) {
            *place = levelled;
        }
        for follower in followers.get(at).into_iter().flatten() {
            if let Some(waits) = waits.get_mut(*follower) {
                *waits -= 1;
                if *waits == 0 {
                    free.push(rank(*follower));
                }
            }
        }
    }
    let end = tasks.iter().map(|task| task.span.end).max().unwrap_or_default();
    Ok(Level { tasks, end })
}

fn place(plan: &Plan, task: &Task, from: usize, load: &mut Load) -> Option<Levelled> {
    let earliest = plan.run_from(task, from)?;
    let moved = task.begun.is_none() && task.done.is_none();
    match task.work {
        Work::Fixed { hours } if moved && !task.people.is_empty() => fixed(plan, task, hours, from, load),
        Work::Effort { hours } if moved && !task.people.is_empty() => {
            let mut levelled = effort(plan, task, hours, from, load)?;
            if levelled.span.begin == earliest.begin {
                levelled.waited_for = levelled.waited_for.filter(|_| levelled.span.end > earliest.end);
            }
            Some(levelled)
        }
        Work::Milestone | Work::Elapsed { .. } | Work::Fixed { .. } | Work::Effort { .. } => {
            take_all(plan, task, earliest, load);
            Some(Levelled { span: earliest, waited_for: None })
        }
    }
}

/// The first stretch in which everybody is free at every hour.
fn fixed(plan: &Plan, task: &Task, hours: usize, from: usize, load: &mut Load) -> Option<Levelled> {
    let line = plan.line_of(task);
    let (mut begin, mut waited_for) = (line.first_worked(from)?, None);
    loop {
        let end = line.forward(begin, hours)?;
        let busy = |hour: usize| {
            let short = |booking: &&super::Booking| load.free(booking.person, hour) < booking.share;
            line.works(hour).then(|| task.people.iter().find(short))?
        };
        // Whatever begins before the last hour at which somebody is busy holds that hour too.
        let Some((hour, booking)) = (begin..end).rev().find_map(|hour| Some((hour, busy(hour)?))) else {
            let span = Span { begin, end };
            take_all(plan, task, span, load);
            return Some(Levelled { span, waited_for });
        };
        waited_for.get_or_insert(booking.person);
        begin = line.first_worked(hour + 1)?;
    }
}

/// Every free hour of everybody, until all is done.
fn effort(plan: &Plan, task: &Task, hours: usize, from: usize, load: &mut Load) -> Option<Levelled> {
    let all = plan.line.hours();
    let (mut left, mut span, mut waited_for) = (hours.checked_mul(WHOLE)?, None, None);
    for hour in from..all {
        let mut done = 0;
        for (_, booking) in plan.booked(task).filter(|(person, _)| person.line.works(hour)) {
            let share = booking.share.min(load.free(booking.person, hour));
            if share < booking.share {
                waited_for.get_or_insert(booking.person);
            }
            let share = share.min(u8::try_from(left - done).unwrap_or(u8::MAX));
            if share > 0 {
                done += usize::from(share);
                load.take(booking.person, hour, share, all);
            }
        }
        if done > 0 {
            let Span { begin, .. } = span.unwrap_or(Span { begin: hour, end: hour });
            let run = Span { begin, end: hour + 1 };
            span = Some(run);
            left -= done;
            if left == 0 {
                return Some(Levelled { span: run, waited_for });
            }
        }
    }
    (hours == 0).then_some(Levelled { span: Span { begin: from, end: from }, waited_for: None })
}

/// What it asks at its earliest, without asking whether it is there.
fn take_all(plan: &Plan, task: &Task, span: Span, load: &mut Load) {
    if matches!(task.work, Work::Milestone | Work::Elapsed { .. }) {
        return;
    }
    let line = plan.line_of(task);
    let joint = matches!(task.work, Work::Fixed { .. });
    for hour in span.begin..span.end {
        if joint && !line.works(hour) {
            continue;
        }
        for (_, booking) in plan.booked(task).filter(|(person, _)| person.line.works(hour)) {
            let share = booking.share.min(load.free(booking.person, hour));
            load.take(booking.person, hour, share, plan.line.hours());
        }
    }
}
