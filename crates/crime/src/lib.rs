//! The nouns of the trade that several rooms share: police forces, reports and what follows from them, notifiable offences,
//! events that draw on officers, proceedings, inspections.
//!
//! ```
//! use crime::Force;
//! let force: Force = "West Midlands Police".parse()?;
//! assert_eq!(force.code(), "E23000014");
//! assert_eq!(force.to_string(), "West Midlands");
//! # Ok::<(), crime::UnknownForce>(())
//! ```
//!
//! Nouns and published lists; of rules only the two on counts of an inspection, which more than one room reads.

mod act;
mod body;
mod circumstances;
pub mod conduct;
mod decision;
mod event;
mod fact;
mod footnote;
mod force;
mod incident;
pub mod inspection;
mod jurisdiction;
mod location;
mod offence;
pub mod outcome;
mod party;
mod proceeding;
pub mod removal;
pub mod rules;
mod step;

pub use {
    act::Act,
    body::RecordingBody,
    circumstances::{ChildSexual, Circumstances, Connected, Hostility, Religion, ScrapMetal},
    conduct::Conduct,
    decision::{
        Deadline, Decision, Due, InForceOn, NotRecorded, Notice, RecordingForce, Registered, Text, Undecided,
        Why,
    },
    event::{Confidence, EVENTS, Event, EventKind, FirstDay},
    fact::Fact,
    footnote::without_footnotes,
    force::{Force, UnknownForce},
    incident::{
        AppropriateAuthority, EarlierRecord, HandledBy, Incident, Referral, RemovalVerdict, Reporter,
        Setting, Who,
    },
    jurisdiction::Jurisdiction,
    location::{Location, Reach},
    offence::{Against, LIST_YEAR, Listed, Mode, Offence, sentence_weeks},
    party::{Offender, PoliceSuspect, Serving, Sex, Victim, VictimKind},
    proceeding::{PROCEEDINGS, Proceeding, ProceedingKind},
    step::{Read, Step, Subject, UnknownSubject},
};
