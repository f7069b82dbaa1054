//! A message that was sent.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use super::threat::{ThreatEffect, ThreatFeared, Threatened};
use crate::Fact;

/// A message: a call, a letter or another thing sent or given, an email, a text message, a post online, or an image shown. A picture of
/// genitals or an intimate image, a threat to damage property, and a demand with menaces are other kinds of act.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Message {
    /// What is in the message? (The first of these that applies.)
    pub content: Known<MessageContent>,
    /// If it threatens: what? (The gravest that applies.)
    pub threatened: Known<Threatened>,
    /// If it threatens: did the sender intend it to be feared that the threat would be carried out, or not care whether somebody who
    /// came upon it would fear that?
    pub feared: Known<ThreatFeared>,
    /// If it threatens less than death, really serious injury, rape, assault by penetration or serious financial loss, or nobody was
    /// meant to fear it: what was it meant, or likely, to bring about?
    pub effect: Known<ThreatEffect>,
    /// If it is such a lesser threat: was it racially or religiously aggravated?
    pub aggravated: Fact,
    /// If it has flashing images: whom with epilepsy could it be expected to reach?
    pub viewer: Known<MessageViewer>,
    /// If flashing images could be foreseen to reach somebody with epilepsy, without the sender knowing or suspecting anybody: were they
    /// shown on a device to somebody present, rather than sent?
    pub shown: Fact,
    /// If it is false: did the sender know or believe that it was?
    pub known_false: Fact,
    /// If it is false, has flashing images or encourages self-harm: was harm meant? (False: non-trivial psychological or physical harm
    /// to somebody likely to come upon it. Flashing images: a seizure, alarm or distress. Self-harm: that somebody seriously harms
    /// themselves.)
    pub harm_meant: Fact,
    /// If it is false, has flashing images or encourages self-harm: is there a reasonable excuse, or is the sender exempt (recognised
    /// news publisher, licensed broadcaster, multiplex or on-demand service, film for the cinema; internet provider who merely gives
    /// the means)?
    pub excused: Fact,
    /// If it is indecent or grossly offensive: was distress or anxiety meant, or suffered? (In an online chat or discussion too: ask
    /// what the sender wanted.)
    pub distress: Known<MessageDistress>,
    /// If distress or anxiety was suffered and is not shown to be meant: was it a telephone call?
    pub call: Fact,
    /// Is it part of a course of conduct by the same offender towards the same victim, on two or more occasions, that amounts to
    /// harassment, stalking, or controlling or coercive behaviour? (If so the course of conduct is described as an act of its own.)
    pub part_of_course: Fact,
}

/// What is in a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum MessageContent {
    /// A threat.
    Threat,
    /// Flashing images, sent or shown electronically.
    FlashingImages,
    /// What can encourage or help somebody to harm themselves seriously, once or little by little, by an act or by leaving off food,
    /// drink or medicine; whether said in person, sent, published, forwarded or shared, by whomever it was made.
    SelfHarm,
    /// Something that the average person in the street would call indecent.
    Indecent,
    /// Something that the average person in the street would call grossly offensive.
    GrosslyOffensive,
    /// Information that is false.
    False,
    /// Something rude, impolite, offensive or untrue, or an opinion, and no more.
    Rude,
    /// Nothing of these: calls or messages that are a nuisance or inconvenience only, silent ones among them.
    Nuisance,
}

/// Whom with epilepsy flashing images could be expected to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum MessageViewer {
    /// Somebody whom the sender knew or suspected to have epilepsy.
    KnownOrSuspected,
    /// Nobody in particular, but it was reasonably foreseeable that somebody with epilepsy would be among those who view it.
    Foreseeable,
    /// Neither.
    Neither,
}

/// Whether distress or anxiety was meant or suffered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum MessageDistress {
    /// It was one of the purposes to cause distress or anxiety to the one who gets it or to whom it was meant to become known.
    Meant,
    /// That is not shown, but the victim reports distress or anxiety.
    Suffered,
    /// Neither: at most a nuisance or an inconvenience is reported.
    Neither,
}
