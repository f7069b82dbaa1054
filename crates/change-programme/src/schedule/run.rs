//! From when to when a task runs if everybody has time for it.

use std::borrow::Cow;

use calendar::Timeline;

use super::{Booking, Lag, NoSchedule, Person, Plan, Span, Task, Work};

/// A whole hour of one person, in percent.
pub(super) const WHOLE: usize = 100;

impl Plan {
    pub(super) fn too_long(&self, task: &Task) -> NoSchedule {
        let last = self.line.day_of(self.line.hours().saturating_sub(1));
        NoSchedule::TooLong { task: task.id.clone(), last }
    }

    pub(super) fn booked<'a>(
        &'a self,
        task: &'a Task,
    ) -> impl Iterator<Item = (&'a Person, Booking)> + Clone {
        task.people.iter().filter_map(|booking| Some((self.people.get(booking.person)?, *booking)))
    }

    /// The hours at which everybody who is booked works; those of the plan, if nobody is.
    pub(super) fn line_of(&self, task: &Task) -> Cow<'_, Timeline> {
        let mut people = task.people.iter().filter_map(|booking| self.people.get(booking.person));
        let Some(first) = people.next() else { return Cow::Borrowed(&self.line) };
        people.fold(Cow::Borrowed(&first.line), |line, person| Cow::Owned(line.and(&person.line)))
    }

    /// When a task that ends at `end` lets one with this lag begin.
    pub(super) fn lag_forward(&self, end: usize, lag: Lag) -> Option<usize> {
        match lag {
            Lag::Worked(hours) => self.line.forward(end, hours),
            Lag::Elapsed(hours) => end.checked_add(hours),
        }
    }

    /// By when a task must end for one that begins at `begin`.
    pub(super) fn lag_backward(&self, begin: usize, lag: Lag) -> Option<usize> {
        match lag {
            Lag::Worked(hours) => self.line.backward(begin, hours),
            Lag::Elapsed(hours) => begin.checked_sub(hours),
        }
    }

    /// The earliest run of a task that may begin at `from`.
    pub(super) fn run_from(&self, task: &Task, from: usize) -> Option<Span> {
        if let Some(begin) = task.begun.or(task.done) {
            return Some(Span { begin, end: task.done.or_else(|| self.run(task, begin)?.end.into())? });
        }
        self.run(task, from)
    }

    fn run(&self, task: &Task, from: usize) -> Option<Span> {
        let span = match task.work {
            Work::Milestone => Span { begin: from, end: from },
            Work::Elapsed { hours } => Span { begin: from, end: from.checked_add(hours)? },
            Work::Fixed { hours } => {
                let line = self.line_of(task);
                Span { begin: line.first_worked(from)?, end: line.forward(from, hours)? }
            }
            Work::Effort { hours } => match task.people.as_slice() {
                // Somebody will do it, in the hours of the plan.
                [] => Span { begin: self.line.first_worked(from)?, end: self.line.forward(from, hours)? },
                [one] => {
                    let line = &self.people.get(one.person)?.line;
                    Span { begin: line.first_worked(from)?, end: line.forward(from, hours_of(hours, *one))? }
                }
                _ => self.shared(task, hours, from..self.line.hours())?,
            },
        };
        (span.end <= self.line.hours()).then_some(span)
    }

    /// The latest run of a task that must end by `to`.
    pub(super) fn run_until(&self, task: &Task, to: usize) -> Option<Span> {
        if task.begun.is_some() || task.done.is_some() {
            return self.run_from(task, 0);
        }
        Some(match task.work {
            Work::Milestone => Span { begin: to, end: to },
            Work::Elapsed { hours } => Span { begin: to.checked_sub(hours)?, end: to },
            Work::Fixed { hours } => Span { begin: self.line_of(task).backward(to, hours)?, end: to },
            Work::Effort { hours } => match task.people.as_slice() {
                [] => Span { begin: self.line.backward(to, hours)?, end: to },
                [one] => {
                    let line = &self.people.get(one.person)?.line;
                    Span { begin: line.backward(to, hours_of(hours, *one))?, end: to }
                }
                _ => {
                    let Span { begin, .. } = self.shared(task, hours, (0..to).rev())?;
                    Span { begin, end: to }
                }
            },
        })
    }

    /// Hour by hour, as many as are there.
    fn shared(&self, task: &Task, hours: usize, along: impl Iterator<Item = usize>) -> Option<Span> {
        let (mut left, mut span) = (hours.checked_mul(WHOLE)?, None);
        for hour in along {
            let at_work = self.booked(task).filter(|(person, _)| person.line.works(hour));
            let done: usize = at_work.map(|(_, booking)| usize::from(booking.share)).sum();
            if done == 0 {
                continue;
            }
            let Span { begin, end } = span.unwrap_or(Span { begin: hour, end: hour + 1 });
            let run = Span { begin: begin.min(hour), end: end.max(hour + 1) };
            span = Some(run);
            left = left.saturating_sub(done);
            if left == 0 {
                return Some(run);
            }
        }
        None
    }
}

/// So many hours somebody needs who gives only a share of each.
fn hours_of(hours: usize, booking: Booking) -> usize {
    hours.saturating_mul(WHOLE).div_ceil(usize::from(booking.share).max(1))
}
