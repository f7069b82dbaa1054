//! One thing that was done.

use chrono::{NaiveDate, NaiveDateTime};
use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Circumstances, Conduct, Fact, Location};

/// One thing that was done by an offender, or a group, to one or several victims or to the state.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Act {
    /// By which name, unique in this report, is this act known here?
    pub id: String,
    /// What was done?
    pub what: Conduct,
    /// Which offender, or group, did it? (The name of an entry of `offenders`.)
    pub by: Known<String>,
    /// To which victims was it done? (Names of entries of `victims`; empty for an act that is against the state only.)
    pub against: Vec<String>,
    /// In the course of which other act was it done, immediately before it or at the same time? (The name of that act, or `none`.)
    pub in_course_of: Known<String>,
    /// On which day was it done, or did it begin?
    pub day: Known<NaiveDate>,
    /// If it went on over several days: on which day did it end?
    pub last_day: Known<NaiveDate>,
    /// Was it only attempted?
    pub attempted: Fact,
    /// Is credible evidence immediately available that no such crime took place?
    pub contrary_evidence: Fact,
    /// If nobody whose word is enough reports or confirms it: is it, on the balance of probabilities, a crime in law all the same?
    pub on_balance: Fact,
    /// If it is against the state: are the points to prove clearly made out?
    pub points_to_prove: Fact,
    /// If no victim confirms it: is there clear evidence or are there significant grounds of a crime against an identifiable victim, and
    /// is it appropriate or necessary to record it (investigation, arrest, public interest, risk or vulnerability)?
    pub necessary: Fact,
    /// At what moment did it come to the notice of the police, if not with this report?
    pub reported: Option<NaiveDateTime>,
    /// Where was it done?
    pub location: Location,
    /// What else was the case, as far as the mandatory flags ask?
    pub circumstances: Circumstances,
}
