//! What is known of one report.

use chrono::{NaiveDate, NaiveDateTime};
use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::{Act, Fact, Jurisdiction, Offender, Victim};

/// One report to the police, with what is known of it: who reports, who was harmed, by whom, and what was done.
///
/// Every fact may be left out: then it is *not supplied*, and a rule that needs it says so. The documentation of a field is the
/// question that is put to a reviewer when the fact is missing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Incident {
    /// By which reference does the force know this report?
    pub id: String,
    /// At what moment, local time, was the report received? (`2026-05-01T14:30:00`)
    pub received: Option<NaiveDateTime>,
    /// On which day was it recorded, if it was? The rules of this day are asked; without it, those of the day of receipt.
    pub recorded_on: Option<NaiveDate>,
    /// Which force received the report?
    pub force: Known<Jurisdiction>,
    /// Who reports, and in what state?
    pub reporter: Reporter,
    /// In what setting did it happen?
    pub setting: Known<Setting>,
    /// If on school premises in school hours: does the police judge it a serious incident as the schools protocol defines it, beyond
    /// the classes that are always serious?
    pub school_serious: Fact,
    /// If on school premises in school hours: has the school, the child, a parent, a guardian or a representative asked for a crime
    /// record?
    pub school_record_asked: Fact,
    /// Who deals with the matter?
    pub handled_by: Known<HandledBy>,
    /// If the National Crime Agency investigates: does its senior investigator believe that recording now would be against the
    /// public interest, compromise the investigation or put somebody at risk?
    pub delay_believed_needed: Fact,
    /// If it is about police on duty: what has the appropriate authority decided?
    pub appropriate_authority: Known<AppropriateAuthority>,
    /// If it came through a sexual assault referral centre: what does the victim want, and what was passed on?
    pub referral: Known<Referral>,
    /// Who was harmed, or owns what was harmed: one entry a person, body or household.
    pub victims: Vec<Victim>,
    /// Who did it: one entry for each offender, or group of offenders who acted together, known or not.
    pub offenders: Vec<Offender>,
    /// What was done: one entry an act.
    pub acts: Vec<Act>,
    /// What the force has recorded before between the same people.
    pub earlier: Vec<EarlierRecord>,
    /// Of a crime recorded from this report: has a removal been decided, and does it stand? (The verdict of another room.)
    pub removal: Known<RemovalVerdict>,
}

/// Who reports, and in what state.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Reporter {
    /// Who makes the report?
    pub who: Known<Who>,
    /// Is there doubt about the status or position of the person who reports, or about the truth of the report?
    pub in_doubt: Fact,
    /// Is the person who reports drunk or otherwise impaired?
    pub impaired: Fact,
    /// If impaired, or a counter allegation: does evidence at hand support the report (injuries, an independent witness, or other)?
    pub supported: Fact,
}

/// Who makes a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Who {
    /// The victim.
    Victim,
    /// Somebody reasonably assumed to act on behalf of the victim.
    ActingForVictim,
    /// A parent or carer, in the best interests of a child, a young person or an adult at risk.
    ParentOrCarer,
    /// A professional: doctor, nurse, social worker, teacher.
    Professional,
    /// Somebody against whom an allegation was made, who now alleges a crime by the person who made it.
    CounterAllegation,
    /// Any other third party, such as a witness.
    AnotherPerson,
    /// Nobody: video footage came to notice by itself.
    VideoAlone,
    /// The police themselves.
    Police,
    /// Another authority that reports on behalf of the victim, or is itself the victim.
    AnotherAuthority,
    /// A sexual assault referral centre.
    ReferralCentre,
    /// The competent authority, by referral under the National Referral Mechanism or as a duty to notify.
    CompetentAuthority,
}

/// Where it happened, as far as a rule looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Setting {
    /// On school premises during school operating hours.
    SchoolInHours,
    /// On school premises outside those hours, on a school trip or on school transport.
    SchoolOtherwise,
    /// In a prison.
    Prison,
    /// Anywhere else.
    Elsewhere,
}

/// Who deals with a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum HandledBy {
    /// The force that received the report; the police have primacy of investigation.
    ThisForce,
    /// Another police force deals with it and records it.
    AnotherForce,
    /// The National Crime Agency.
    NationalCrimeAgency,
    /// Another investigating authority, alone; it is not the victim and does not report for one.
    AnotherAuthority,
    /// Another investigating authority that is the victim, or acts or reports for the victim.
    AuthorityForVictim,
    /// A joint investigation that the police lead.
    JointPoliceLead,
    /// A joint investigation that another body leads.
    JointOtherLead,
}

/// What the appropriate authority has decided of an allegation against police on duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum AppropriateAuthority {
    /// There may be a criminal case to answer, and the advice of the Crown Prosecution Service is asked for.
    AdviceRequested,
    /// A charge, summons or out of court disposal should be issued.
    DisposalDecided,
    /// There is a case to answer for misconduct or gross misconduct that would be a notifiable offence.
    MisconductNotifiable,
    /// None of these, or nothing yet.
    NothingYet,
}

/// What a report through a sexual assault referral centre brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Referral {
    /// The victim gives personal details and seeks an investigation.
    InvestigationSought,
    /// The victim, anonymous or not, lets the details be passed on but does not pursue the case.
    DetailsPassed,
    /// Samples go to the police for analysis.
    SamplesSubmitted,
    /// A parent, carer or professional reports, and there is no reason to doubt it.
    ReportedForVictim,
    /// Only depersonalised data may be passed on.
    DepersonalisedOnly,
    /// The victim stays anonymous and wants nothing passed on.
    NothingPassed,
    /// Samples are frozen at the centre.
    SamplesFrozen,
}

/// What another room said of the removal of a recorded crime.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum RemovalVerdict {
    /// The removal stands: transferred or cancelled rightly.
    Stands,
    /// It does not stand.
    DoesNotStand,
    /// Nobody proposes one.
    NotProposed,
}

/// A crime that the force recorded from an earlier report, between people who appear in this one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct EarlierRecord {
    /// By which reference is the crime recorded?
    pub id: String,
    /// Under which subcode is it recorded? (`195/94`; of fraud or computer misuse, the class: `NFIB8A`)
    pub subcode: Known<String>,
    /// Which offender, or group, of this report committed it?
    pub offender: Known<String>,
    /// Against which victim of this report was it committed?
    pub victim: Known<String>,
    /// On which day did it come to the notice of the police?
    pub noticed: Known<NaiveDate>,
    /// On which day was the last incident that the record holds?
    pub last_incident: Known<NaiveDate>,
    /// Have the police dealt with the offender for it (charge, summons, caution or otherwise), or has a court convicted, acquitted or
    /// made an order?
    pub dealt_with: Fact,
    /// If more than three months have passed: do exceptional circumstances, such as an anniversary, explain the longer break?
    pub exceptional_break: Fact,
}
