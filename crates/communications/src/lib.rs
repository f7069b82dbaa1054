//! What is said when, and what is shared with whom until when?
//!
//! Start at [`read`], which takes the files of a folder, and [`examine`], which answers with figures, findings and what
//! a paper needs for its tables. [`rules`] has one module for each rule.
//!
//! ```
//! use communications::{Inputs, examine, read};
//! use crime::Event;
//! use table::Source;
//!
//! let plan = b"item,desk,first_day,last_day,as_printed,reading,matter,purpose\n\
//!     Bicycle week,not known,2031-05-01,2031-05-31,May 2031,the whole month,none,advice on locks\n";
//! let facts = read(&Inputs { plan: Some(Source::new("communications/plan.csv", plan)), ..Inputs::default() }).unwrap();
//! let events = Event::read(Source::new(
//!     "events/events.csv",
//!     b"id,event,kind,first_day,last_day,first_day_is,known_from,confidence,source\n\
//!     poll,Council poll,restricts messages,2031-05-20,2031-06-12,exact,2031-03-01,high,invented\n",
//! ))?;
//!
//! let answer = examine(&facts, Some(&events), None, rulebook::day(2031, 4, 1));
//! assert_eq!(
//!     answer.findings[0].sentence,
//!     "`Bicycle week` is planned for 1 May 2031 to 31 May 2031 (`May 2031`, read as: the whole month), and up to 12 of \
//!      its 31 days fall in the period of restricted messages `Council poll`, 20 May 2031 to 12 June 2031"
//! );
//! // On an earlier day nobody knew of the poll.
//! assert!(examine(&facts, Some(&events), None, rulebook::day(2031, 2, 28)).findings.is_empty());
//! # Ok::<(), table::ReadError>(())
//! ```
//!
//! This crate reads no file and no clock. It does not know which body an election binds, nor what a message says: it
//! names the days on which somebody must look.

mod agreement;
mod cell;
mod desk;
mod examine;
mod facts;
mod figures;
#[cfg(test)]
mod given;
mod item;
mod planned;
pub mod rules;

pub use {
    agreement::{AGREEMENTS, Agreement, Partner},
    desk::{CHANNELS, Channel, DESKS, Desk},
    examine::{Answer, examine},
    facts::{FILES, Facts, Inputs, LAYOUTS, read},
    item::{Days, Item, Matter, Meets, PLAN},
    planned::{DeskChannels, PeriodMet, Planned, ProceedingMet},
};
