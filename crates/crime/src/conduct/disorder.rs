//! Public disorder, or words and behaviour towards others.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::{Fact, fact::number};

/// Public disorder, or words and behaviour towards others.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Disorder {
    /// If it was aimed at nobody in particular: was disorder still going on when the police arrived?
    pub continuing: Fact,
    /// If it was over by then: have reasonable enquiries brought evidence on which the police could act further?
    pub evidence: Fact,
    /// What did they do, at its worst?
    pub behaviour: Known<DisorderBehaviour>,
    /// If violence was used or threatened: was it such that a person of reasonable firmness at the scene would fear for their safety?
    pub alarming: Fact,
    /// If so: how many people, present together, used or threatened violence?
    #[serde(deserialize_with = "number")]
    pub together: Known<u32>,
    /// If they were twelve or more: had they a common purpose?
    pub common_purpose: Fact,
    /// What was meant by it, or was likely to come of it?
    pub effect: Known<DisorderEffect>,
    /// If somebody was made to fear violence: did it happen inside a dwelling?
    pub inside_dwelling: Fact,
    /// If distress was meant and caused: was it done, if only in part, because of the sex, or presumed sex, of the person it was aimed at?
    pub because_of_sex: Fact,
    /// Was it racially or religiously aggravated?
    pub aggravated: Fact,
}

/// What people did in a disorder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum DisorderBehaviour {
    /// They used unlawful violence, or threatened it.
    Violence,
    /// They used threatening, abusive or insulting words or behaviour, or showed such a sign or writing.
    Threatening,
    /// They were disorderly, and no more than that.
    Disorderly,
    /// None of these.
    Neither,
}

/// What was meant by words or behaviour, or was likely to come of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum DisorderEffect {
    /// That somebody believes violence is about to be used, or is provoked to it: meant, or likely.
    ViolenceFeared,
    /// That, and also harassment, alarm or distress that was meant and that somebody suffered.
    ViolenceFearedAndDistressMeant,
    /// Harassment, alarm or distress that was meant and that somebody suffered.
    DistressMeant,
    /// Harassment, alarm or distress that was likely, or suffered but not meant.
    DistressLikely,
    /// None of these.
    Neither,
}
