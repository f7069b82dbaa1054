//! A course of conduct towards a person.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::Fact;

/// A course of conduct towards a person. If it is of several patterns (controlling while together, fixated afterwards), it is described
/// as several acts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Course {
    /// How often did it happen, of the same kind or not?
    pub occasions: Known<CourseOccasions>,
    /// What is its pattern? (The first of these that applies.)
    pub pattern: Known<CoursePattern>,
    /// If it is not fixated or obsessive: what were the two to each other at the time?
    pub relationship: Known<CourseRelationship>,
    /// If controlling or coercive: did it have a serious effect on the victim, as the law defines it?
    pub serious_effect: Fact,
    /// If it is not fixated or obsessive: did the offender know, or ought they to have known, that it amounted to harassment, or would
    /// have a serious effect?
    pub ought_to_know: Fact,
    /// Is it racially or religiously aggravated?
    pub aggravated: Fact,
    /// What did it do to the victim?
    pub effect: Known<CourseEffect>,
}

/// How often it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum CourseOccasions {
    /// Once.
    Once,
    /// On two or more occasions, or without a break.
    TwoOrMore,
}

/// The pattern of a course of conduct.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum CoursePattern {
    /// Unwanted and intrusive, from fixation or obsession: following, watching, turning up, hanging around, spying on accounts,
    /// unwanted gifts, contact through friends or officials; harmless, perhaps, if each occasion is seen alone.
    Fixated,
    /// Controlling or coercive: acts that make somebody subordinate or dependent (isolated, watched, deprived of money or freedom), or
    /// assaults, threats, humiliation or other abuse that harm, punish or frighten.
    Controlling,
    /// Other behaviour that causes alarm or distress: bullying, abuse, unwanted calls, messages or visits; it was considered whether it
    /// is fixated or obsessive, and it is not.
    Alarming,
    /// A nuisance or inconvenience only.
    Neither,
}

/// What the two were to each other at the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum CourseRelationship {
    /// The victim was a child under 16, and the offender, aged 16 or over, had responsibility for the child.
    ResponsibleForChild,
    /// Married, civil partners, engaged, or in an intimate personal relationship of whatever form.
    Partners,
    /// Former partners: once any of these, and no longer.
    FormerPartners,
    /// Relatives, or parents (or once in the place of parents) of the same child.
    Family,
    /// None of these.
    None,
}

/// What a course of conduct did to the victim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum CourseEffect {
    /// On two or more occasions the victim feared that violence would be used against them.
    FearOfViolence,
    /// Serious alarm or distress, with a substantial adverse effect on what the victim does from day to day.
    SeriousAlarm,
    /// Less than that.
    Less,
}
