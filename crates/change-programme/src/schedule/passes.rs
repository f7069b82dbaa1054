//! The forward and the backward pass: how early and how late each task can be, as if everybody could do everything at once.

use super::{NoSchedule, Plan, Span, order};

/// The earliest and latest times of all tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passes {
    /// By the place of the task.
    pub tasks: Vec<Planned>,
    /// The hour at which the last task ends.
    pub end: usize,
    /// The places of the tasks, each behind those it waits for.
    pub order: Vec<usize>,
}

/// How early and how late a task can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Planned {
    /// The earliest run.
    pub early: Span,
    /// The latest run that lets the plan end when it does.
    pub late: Span,
    /// How many worked hours of the plan lie between the two beginnings; none for what has begun.
    pub float: usize,
    /// The task that it waits for longest, if it waits for one longer than for its own day.
    pub driver: Option<usize>,
}

impl Planned {
    /// Whether any delay of it delays the whole.
    #[must_use]
    pub const fn is_critical(&self) -> bool {
        self.float == 0
    }
}

impl Passes {
    /// The chain of tasks that makes the plan end when it does, from its first to its last, across projects: each could begin because the one
    /// before it had ended. Where two chains are as long, one of them.
    #[must_use]
    pub fn longest_chain(&self) -> Vec<usize> {
        let ends = |at: &&usize| self.tasks.get(**at).is_some_and(|task| task.early.end == self.end);
        let last = self.order.iter().rev().find(ends).copied();
        let mut chain: Vec<usize> =
            std::iter::successors(last, |at| self.tasks.get(*at).and_then(|task| task.driver)).collect();
        chain.reverse();
        chain
    }
}

/// Goes through the plan along and back.
///
/// # Errors
///
/// [`NoSchedule`]: tasks that wait for each other, or a plan that is longer than its hours.
pub fn passes(plan: &Plan) -> Result<Passes, NoSchedule> {
    let order = order::order(plan)?;
    let followers = order::followers(plan)?;
    let mut tasks = vec![Planned::default(); plan.tasks.len()];
    for at in &order {
        let Some(task) = plan.tasks.get(*at) else { continue };
        let (mut from, mut driver) = (task.not_before.max(plan.now), None);
        for link in &task.after {
            let end = tasks.get(link.task).map_or(0, |before| before.early.end);
            let free = plan.lag_forward(end, link.lag).ok_or_else(|| plan.too_long(task))?;
            // At the same hour, what is waited for counts more than a day that somebody wrote down.
            if free > from || (free == from && driver.is_none()) {
                (from, driver) = (free, Some(link.task));
            }
        }
        let early = plan.run_from(task, from).ok_or_else(|| plan.too_long(task))?;
        if let Some(planned) = tasks.get_mut(*at) {
            *planned =
                Planned { early, late: early, float: 0, driver: driver.filter(|_| task.begun.is_none()) };
        }
    }
    let end = tasks.iter().map(|task| task.early.end).max().unwrap_or_default();
    for at in order.iter().rev() {
        let Some(task) = plan.tasks.get(*at) else { continue };
        let mut to = end;
        for follower in followers.get(*at).into_iter().flatten() {
            let (Some(later), Some(planned)) = (plan.tasks.get(*follower), tasks.get(*follower)) else {
                continue;
            };
            let links = later.after.iter().filter(|link| link.task == *at);
            let must = links.filter_map(|link| plan.lag_backward(planned.late.begin, link.lag)).min();
            to = to.min(must.unwrap_or_default());
        }
        if let Some(planned) = tasks.get_mut(*at) {
            // What has begun is where it is, and what is late already has no room.
            let late = plan.run_until(task, to).filter(|late| late.begin >= planned.early.begin);
            planned.late = late.unwrap_or(planned.early);
            planned.float =
                plan.line.worked_before(planned.late.begin) - plan.line.worked_before(planned.early.begin);
        }
    }
    Ok(Passes { tasks, end, order })
}
