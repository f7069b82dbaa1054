//! Tasks in an order in which each comes after those it waits for.

use super::{NoSchedule, Plan};

/// The places of all tasks, each behind those that come before it. Tasks that are free to go keep the order of the list.
///
/// # Errors
///
/// [`NoSchedule::Cycle`] with one cycle, or [`NoSchedule::Unknown`].
pub(super) fn order(plan: &Plan) -> Result<Vec<usize>, NoSchedule> {
    let mut waits: Vec<usize> = plan.tasks.iter().map(|task| task.after.len()).collect();
    let followers = followers(plan)?;
    let mut order: Vec<usize> = (0..waits.len()).filter(|at| waits.get(*at) == Some(&0)).collect();
    let mut next = 0;
    while let Some(done) = order.get(next).copied() {
        next += 1;
        for follower in followers.get(done).into_iter().flatten() {
            if let Some(waits) = waits.get_mut(*follower) {
                *waits -= 1;
                if *waits == 0 {
                    order.push(*follower);
                }
            }
        }
    }
    if order.len() == plan.tasks.len() { Ok(order) } else { Err(NoSchedule::Cycle(cycle(plan, &waits))) }
}

/// For each task the places of those that wait for it, once for each link.
pub(super) fn followers(plan: &Plan) -> Result<Vec<Vec<usize>>, NoSchedule> {
    let mut followers = vec![Vec::new(); plan.tasks.len()];
    for (at, task) in plan.tasks.iter().enumerate() {
        let unknown = || NoSchedule::Unknown { task: task.id.clone() };
        for link in &task.after {
            followers.get_mut(link.task).ok_or_else(unknown)?.push(at);
        }
        if task.people.iter().any(|booking| booking.person >= plan.people.len()) {
            return Err(unknown());
        }
    }
    Ok(followers)
}

/// One of the cycles among the tasks that still wait.
fn cycle(plan: &Plan, waits: &[usize]) -> Vec<String> {
    let still = |at: &usize| waits.get(*at).is_some_and(|waits| *waits > 0);
    let before = |at: usize| {
        let links = plan.tasks.get(at).map(|task| task.after.as_slice()).unwrap_or_default();
        links.iter().map(|link| link.task).find(still)
    };
    // Going from one that waits to one that it waits for never ends, so it comes back to where it was.
    let mut walked: Vec<usize> = Vec::new();
    let mut at = (0..waits.len()).find(still);
    while let Some(here) = at {
        if let Some(begin) = walked.iter().position(|seen| *seen == here) {
            walked.drain(..begin);
            walked.push(here);
            break;
        }
        walked.push(here);
        at = before(here);
    }
    walked.iter().rev().filter_map(|at| plan.tasks.get(*at)).map(|task| task.id.clone()).collect()
}
