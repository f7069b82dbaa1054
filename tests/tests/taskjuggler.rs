//! Plans beside `TaskJuggler` 3 (the Debian package `tj3`): the same plan written in both forms. Where it is not installed the tests say so
//! and pass.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "helpers of tests; a test that is skipped says so"
)]

use std::{env, fs, path::PathBuf};

use change_programme::schedule::{Plan, Span, Work, level, passes};
use xtask::{
    invented_plans::{Crowd, plan},
    taskjuggler,
};

const DAYS: usize = 728;

fn times(name: &str, plan: &Plan) -> Option<Vec<Span>> {
    if !taskjuggler::is_there() {
        println!("skipped: tj3 is not installed");
        return None;
    }
    let folder: PathBuf = env::temp_dir().join(format!("registrar-tj3-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let times = taskjuggler::times(&folder, plan, DAYS).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    Some(times)
}

#[test]
fn twelve_plans_in_which_nobody_is_asked_for_twice_have_the_same_times() {
    for seed in 1..=12 {
        let plan = plan(seed, 60, Crowd::Uncontended, DAYS);
        let Some(theirs) = times(&format!("alone-{seed}"), &plan) else { return };
        let early = passes(&plan).unwrap();
        assert_eq!(level(&plan, &early).unwrap().end, early.end);
        for (at, (ours, theirs)) in early.tasks.iter().zip(&theirs).enumerate() {
            // Where a task has hours of work and nobody, it begins for them when it may begin, in the night as well; for us, at its first hour of work.
            let begin = match plan.tasks[at].work {
                Work::Fixed { .. } => plan.line.first_worked(theirs.begin).unwrap(),
                Work::Milestone | Work::Elapsed { .. } | Work::Effort { .. } => theirs.begin,
            };
            assert_eq!(
                ours.early,
                Span { begin, end: theirs.end },
                "seed {seed}, task {at}: {:?}",
                plan.tasks[at]
            );
        }
    }
}

#[test]
fn twelve_plans_in_which_people_are_short_end_as_soon() {
    for seed in 1..=12 {
        let (tasks, people) = (40 + 10 * seed, 3 + seed % 5);
        let plan = plan(100 + seed as u64, tasks, Crowd::Contended(people), DAYS);
        let Some(theirs) = times(&format!("short-{seed}"), &plan) else { return };
        let ours = level(&plan, &passes(&plan).unwrap()).unwrap();
        let end = theirs.iter().map(|span| span.end).max().unwrap();
        let (ours, theirs) = (plan.line.worked_before(ours.end), plan.line.worked_before(end));
        println!("{tasks} tasks, {people} people: {ours} hours of work, theirs {theirs}");
        assert!(ours * 100 <= theirs * 105, "seed {seed}: {ours} hours of work, theirs {theirs}");
    }
}
