//! A photograph or film sent, shared, made or asked for.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use super::display::SexualPurpose;
use crate::Fact;

/// A photograph or film, real, altered or made by a computer, that was sent, shared, made or asked for. The victim is who received it,
/// or, of an image that was shared, made or asked for, who is shown in it. Indecent images of children taken, distributed or held
/// otherwise are given by their code.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Image {
    /// What was done with the image?
    pub act: Known<ImageAct>,
    /// What does it show, or appear to show?
    pub shows: Known<ImageShows>,
    /// What did the offender want: that the victim be alarmed, distressed or humiliated, sexual gratification (of the offender or,
    /// of an image shared, of somebody else), both, or neither?
    pub purpose: Known<SexualPurpose>,
    /// If sent for gratification only: did the offender not care whether the recipient would be alarmed, distressed or humiliated?
    pub reckless: Fact,
    /// If shared, made or asked for: did the person shown consent to that, or was there reason to believe so?
    pub consented: Fact,
    /// If sent and it is neither of genitals nor meant to distress: is it an indecent image of a child under 18?
    pub of_child: Fact,
    /// If sent to distress and not of genitals: is it indecent or grossly offensive?
    pub offensive: Fact,
    /// If sharing was threatened: did the offender mean the victim, or somebody who knows the victim, to fear that it would be done, or
    /// not care whether they would?
    pub fear_meant: Fact,
    /// If a child took or sent an image of itself: was the child coerced, blackmailed, bullied, exploited, compelled or groomed into it?
    pub forced: Fact,
}

/// What was done with an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum ImageAct {
    /// Sent, given or shown to the victim, or placed for the victim to find.
    SentToVictim,
    /// An image that shows the victim, or appears to, was shared with others.
    Shared,
    /// The sharing of an image of the victim in an intimate state was threatened, whether or not there is such an image.
    SharingThreatened,
    /// An image that looks like a photograph or film of the victim and is none, or is an altered one, was made.
    PurportedMade,
    /// Such an image, or that something be put into or left out of one, was asked for, of anybody or in public, made or not.
    PurportedRequested,
    /// A child under 18 took, or sent, an indecent image of itself.
    OwnImageByChild,
}

/// What an image shows, or appears to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum ImageShows {
    /// Genitals, of anybody of any age.
    Genitals,
    /// Another intimate state: a sexual act or pose; buttocks or breasts bare, in underwear, seen through wet or thin clothing or hidden
    /// by no more than underwear would hide; somebody relieving or cleaning themselves.
    IntimateState,
    /// What would be intimate, but is ordinarily seen in public; breastfeeding is not.
    OrdinarilySeenInPublic,
    /// Anything else.
    SomethingElse,
}
