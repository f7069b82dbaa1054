//! What can be said of any published rule, and what a rule says of a record.
//!
//! Start at [`Rule`]: who said it, where, since when, and how we read it. A rule looks at records and answers with
//! [`Finding`]s (what is wrong, where, and what mends it) and [`Figure`]s (a number that may be printed, and where it
//! comes from).
//!
//! ```
//! use rulebook::{Basis, Citation, InForce, Rule, RuleId, Seen, day};
//!
//! static RULE: Rule = Rule {
//!     id: RuleId("one-crime-per-victim"),
//!     title: "One crime per victim",
//!     says: "Each specific, intended or identifiable victim makes one crime.",
//!     basis: Basis::Published(Citation {
//!         document: "Example Counting Rules",
//!         edition: "April 2023",
//!         place: "section D, paragraph 1",
//!         seen: Seen::FullText,
//!     }),
//!     in_force: InForce::since(day(2023, 4, 1)),
//!     exemplar: "three people threatened by one suspect, one crime recorded",
//!     mend: "record one crime for each person threatened",
//! };
//! assert!(!RULE.in_force.covers(day(2023, 3, 31)));
//! ```
//!
//! This crate reads no file, no clock and no environment, and it knows no policing.

mod figure;
mod finding;
mod known;
mod place;
mod rounding;
mod rule;
mod shown;

pub use {
    figure::{Figure, FigureId, FigureIdError, Interval, Qualifier, Value},
    finding::{Finding, Severity, UnknownSeverity},
    known::Known,
    place::Place,
    rounding::{Method, NoRounding, Rounding},
    rule::{Basis, Citation, InForce, Rule, RuleId, Seen, day},
    shown::{OfRule, Rated, interval_head, left_out, meanings},
};
