//! Days the law counts, and dated windows. It knows no policing.
//!
//! Start at [`Window`] for events and periods, at [`months`] for limits that run in months, at [`Moment`] for
//! what records systems write, at [`WorkingHours`] and [`Timeline`] for hours of work.
//!
//! ```
//! use calendar::{Nearness, Window};
//! use chrono::NaiveDate;
//! let day = |text: &str| text.parse::<NaiveDate>().unwrap();
//!
//! let games = Window::new(day("2014-07-23"), day("2014-08-03"))?;
//! assert_eq!(games.nearness(day("2014-07-28")), Nearness::Inside);
//! assert_eq!(games.nearness(day("2014-08-05")), Nearness::After { days: 2 });
//! # Ok::<(), calendar::InvertedWindow>(())
//! ```
//!
//! This crate reads no clock: the day on which one stands is always an argument.

mod clock_changes;
pub mod moment;
pub mod months;
mod timeline;
mod weekday;
mod window;
mod working_hours;

pub use {
    clock_changes::{ClockChange, FIRST_YEAR, clock_changes},
    moment::{Moment, NoMoment},
    timeline::Timeline,
    weekday::{UnknownWeekday, Weekday, weekday},
    window::{InvertedWindow, Nearness, Window},
    working_hours::{NoHours, WorkingHours},
};
