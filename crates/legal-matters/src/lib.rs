//! By which day, under which provision, at what exposure: the legal matters of a force.
//!
//! [`read`] reads what the legal department supplies, [`examine`] answers from what was known on a day, with figures and
//! findings. Start at [`rules`] for what is asked of the matters: one module for each rule.
//!
//! ```
//! use legal_matters::{Inputs, examine, read};
//! use rulebook::day;
//! use table::Source;
//!
//! let matters = "matter,title,state,lead,next_step,next_day,next_as_printed,paragraph\n\
//!     mill,Fire at the mill,open,Head of Legal Services,hearing,2031-05-31,,4\n";
//! let inputs = Inputs { matters: Some(Source::new("legal/matters.csv", matters.as_bytes())), ..Inputs::default() };
//! let facts = read(&inputs).unwrap();
//!
//! let answer = examine(&facts, None, day(2031, 6, 1));
//! assert_eq!(answer.figures[0].printed(), "1");
//! assert_eq!(
//!     answer.findings[0].sentence,
//!     "Fire at the mill: the next step was due on 31 May 2031, 1 day ago"
//! );
//! ```
//!
//! A register of claims is person-level. Nothing said of a claim names anybody: only the line on which it stands. Counts
//! are not suppressed here; that is for the paper, which knows its threshold.
//!
//! This crate predicts nothing: not whether a tribunal will extend a time limit, and not who will win.

pub mod act;
mod answer;
mod cell;
mod claim;
mod costs;
mod facts;
mod identity;
mod matter;
mod multiple;
mod order;
mod register;
pub mod rules;
mod sharing;

pub use {
    answer::{Answer, examine},
    claim::{CLAIMS, Claim, ClaimState},
    costs::{Allocation, Share},
    facts::{FILES, Facts, Inputs, LAYOUTS, read},
    matter::{MATTERS, Matter, PARTIES, Party},
    multiple::{
        CONTRIBUTORS, ContributionState, Contributor, MULTIPLE_CLAIMS, Quantity, UnknownContributionState,
    },
    order::{ORDERS, Order},
    register::{InTime, Judged, Register},
    sharing::{ClaimSettings, SHARES, Weight},
};
