//! Dishonesty other than taking.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::Fact;

/// Making off without payment, from a garage forecourt for instance.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct MakingOff {
    /// Does anything show that it was an innocent mistake? (The first answer that fits.)
    pub since: Known<SinceMakingOff>,
}

/// What has shown itself since somebody made off without payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum SinceMakingOff {
    /// Credible evidence shows that it was an innocent mistake.
    InnocentMistake,
    /// The suspect came back and paid before any police interaction.
    PaidUnprompted,
    /// The suspect paid only after police interaction.
    PaidAfterPolice,
    /// Nothing.
    Nothing,
}

/// Handling stolen goods.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Handling {
    /// What goods were they?
    pub goods: Known<HandledGoods>,
    /// Did the handler know or believe that they were stolen?
    pub knew: Fact,
    /// What did the handler dishonestly do?
    pub how: Known<HandlingHow>,
}

/// Of what kind handled goods were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum HandledGoods {
    /// Stolen by somebody else.
    StolenByAnother,
    /// Stolen by the handler; this was still part of the stealing.
    StolenByHandler,
    /// A dog or cat that was abducted, an offence outside the Theft Act.
    AbductedPet,
    /// Not stolen.
    NotStolen,
}

/// How goods were handled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum HandlingHow {
    /// Received them.
    Received,
    /// Undertook or assisted in their retention, removal, disposal or realisation by or for another person.
    Assisted,
    /// Arranged to do one of these.
    Arranged,
}

/// Going equipped for stealing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Equipped {
    /// Was the offender somewhere else than at the place where they live?
    pub away_from_abode: Fact,
    /// Did the offender have an article with them for use in a burglary or theft?
    pub for_theft: Fact,
}

/// An unwarranted demand with menaces.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Demand {
    /// What was sought by the demand?
    pub demanded: Known<Demanded>,
    /// Did the one who made it genuinely believe both to have reasonable grounds for the demand and that these menaces were a
    /// proper way to press it? (Nobody can believe proper what they know to be criminal.)
    pub believed_proper: Fact,
    /// Is the demand connected with computer hacking: by what was obtained by hacking, or by a threat to hack?
    pub hacking: Known<HackingLink>,
}

/// What a demand sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Demanded {
    /// A gain in money or other property for anybody, or a loss of it to another; keeping what one has, and not getting what one
    /// expects, count.
    GainOrLoss,
    /// Sexual favours.
    SexualFavours,
    /// Something else.
    Other,
}

/// Whether a demand is connected with hacking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum HackingLink {
    /// It is not.
    No,
    /// It is; the victim has not complied and has suffered no other direct loss.
    YesNoLoss,
    /// It is; the victim has complied or suffered another direct loss.
    YesAndLoss,
}

/// Articles for use in fraud: cloned cards, devices, forged bills, programs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct FraudArticles {
    /// Were they made or supplied, or only held?
    pub dealing: Known<ArticlesDealing>,
}

/// What was done with articles for use in fraud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum ArticlesDealing {
    /// Made, adapted, supplied or offered, such as cloned cards or a device put on a cash machine.
    MadeOrSupplied,
    /// Only held, such as a cloned card or a false bill in a pocket.
    Held,
}
