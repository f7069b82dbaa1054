//! When each task begins and ends, what is critical, and what gives way where people are overloaded.
//!
//! The grain is one hour. Start at [`Plan`]; [`passes`] gives the earliest and the latest times as if everybody could do everything at once,
//! [`overloads`] says where nobody can, and [`level`] gives times that people can keep.
//!
//! ```
//! use calendar::{Timeline, WorkingHours};
//! use change_programme::schedule::{Booking, Link, Person, Plan, Task, Work, level, overloads, passes};
//! let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
//!
//! let line = Timeline::new(day("2031-03-03"), 60, &WorkingHours::office());
//! let anna = Person { name: "Anna".into(), line: line.clone() };
//! let task = |id: &str, hours, after: &[usize]| Task {
//!     after: after.iter().map(|task| Link::to(*task)).collect(),
//!     people: vec![Booking { person: 0, share: 100 }],
//!     ..Task::new(id, Work::Effort { hours })
//! };
//! let tasks = vec![task("design", 16, &[]), task("train", 8, &[]), task("go live", 4, &[0])];
//! let plan = Plan { line, people: vec![anna], tasks, now: 0 };
//!
//! let early = passes(&plan)?;
//! assert_eq!(plan.line.moment(early.tasks[2].early.end).to_string(), "2031-03-05 13:00");
//! assert_eq!(overloads(&plan, &early)[0].hours_over, 8.0);
//! let level = level(&plan, &early)?;
//! // Twenty-eight hours of one person, in whatever order: Thursday at one.
//! assert_eq!(plan.line.moment(level.end).to_string(), "2031-03-06 13:00");
//! # Ok::<(), change_programme::schedule::NoSchedule>(())
//! ```

use calendar::Timeline;

mod level;
mod order;
mod overload;
mod passes;
mod run;

pub use {
    level::{Level, Levelled, level},
    overload::{Overload, overloads},
    passes::{Passes, Planned, passes},
};

/// What is to be done, by whom and after what.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The hours of the plan, and which of them are worked where nobody is named.
    pub line: Timeline,
    /// The people.
    pub people: Vec<Person>,
    /// The tasks. They name each other, and people, by their places in these lists.
    pub tasks: Vec<Task>,
    /// What has not begun cannot begin before this hour.
    pub now: usize,
}

/// Somebody who works.
#[derive(Debug, Clone)]
pub struct Person {
    /// How they are called.
    pub name: String,
    /// When they work: their hours without leave and closed days, from the first day of the plan on.
    pub line: Timeline,
}

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its name in the plan.
    pub id: String,
    /// How much there is to do.
    pub work: Work,
    /// What comes before it.
    pub after: Vec<Link>,
    /// It does not begin before this hour.
    pub not_before: usize,
    /// Who works on it.
    pub people: Vec<Booking>,
    /// Where people are short, the higher goes first.
    pub priority: u16,
    /// When it began, if it has.
    pub begun: Option<usize>,
    /// When it was done, if it is.
    pub done: Option<usize>,
}

impl Task {
    /// A task that hangs on nothing and nobody.
    #[must_use]
    pub fn new(id: &str, work: Work) -> Self {
        Self {
            id: id.to_owned(),
            work,
            after: Vec::new(),
            not_before: 0,
            people: Vec::new(),
            priority: 500,
            begun: None,
            done: None,
        }
    }
}

/// How much there is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Work {
    /// Nothing: a moment.
    Milestone,
    /// So many hours by the clock, by day and by night: a delivery, a notice period.
    Elapsed {
        /// Hours.
        hours: usize,
    },
    /// So many hours of work, at which all who are booked are there at once, without a break but for the hours that are not worked.
    Fixed {
        /// Hours.
        hours: usize,
    },
    /// So many hours of somebody's work: shared by those who are booked, and taken up again whenever one of them is free.
    Effort {
        /// Hours of one person.
        hours: usize,
    },
}

/// A task that comes before another: it ends before the other begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Link {
    /// Its place in the list of tasks.
    pub task: usize,
    /// What must pass between the two.
    pub lag: Lag,
}

impl Link {
    /// Nothing need pass between the two.
    #[must_use]
    pub const fn to(task: usize) -> Self {
        Self { task, lag: Lag::Worked(0) }
    }
}

/// What must pass between two tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lag {
    /// So many hours of work, by the hours of the plan.
    Worked(usize),
    /// So many hours by the clock.
    Elapsed(usize),
}

/// Somebody booked for a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Booking {
    /// The place in the list of people.
    pub person: usize,
    /// How much of each hour, in percent from 1 to 100.
    pub share: u8,
}

/// From an hour to before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Span {
    /// The first hour.
    pub begin: usize,
    /// The hour behind the last one.
    pub end: usize,
}

/// Why there are no times.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoSchedule {
    /// Tasks wait for each other.
    #[error("tasks wait for each other: {}", .0.join(" → "))]
    Cycle(
        /// Each comes before the next; the first is the last as well.
        Vec<String>,
    ),
    /// The plan has not hours enough.
    #[error("`{task}` does not end before {last}, the last day of the plan")]
    TooLong {
        /// The first task that does not fit.
        task: String,
        /// The last day.
        last: chrono::NaiveDate,
    },
    /// Somebody or something is named that is not there.
    #[error("`{task}` names a task or a person that is not there")]
    Unknown {
        /// The task.
        task: String,
    },
}

#[cfg(test)]
mod tests;
