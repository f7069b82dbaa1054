//! Fraud or computer misuse; the class is taken as given.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::{Jurisdiction, fact::number};

/// Fraud or computer misuse; the class is taken as given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Fraud {
    /// Which class of fraud or computer misuse is it, `NFIB1A` to `NFIB52E`? (`NFIB3A`)
    pub class: Known<String>,
    /// What did the victims of this act do when they were approached? (Those who did something else belong to an act of their own.)
    pub response: Known<Response>,
    /// What is it on the balance of probabilities: a fraud, a civil dispute, or goods or services that merely have not come?
    pub finding: Known<Finding>,
    /// If the class is counted by a thing and not by people, and the act is about one that has a name: by which name is it known here?
    /// (An account, policy, contract, application, return, pension, server, computer or exchange. Acts with the same word are about
    /// the same one.)
    pub unit: Known<String>,
    /// If the class is counted by a thing that is not named: how many of them are there in this act, for all its victims together?
    #[serde(deserialize_with = "number")]
    pub units: Known<u32>,
    /// If it is cheque, card or bank account fraud (NFIB5A): how many accounts were defrauded at the cost of each victim of this act,
    /// the victim being whoever lost the money?
    #[serde(deserialize_with = "number")]
    pub accounts_per_loser: Known<u32>,
    /// If it is hacking (NFIB52A, NFIB52B, NFIB52D): which other act of this report did it make possible? (The name of that act, or
    /// `none`.)
    pub made_possible: Known<String>,
    /// Was an offender arrested, was one at it or only just gone when the police were called, or is there a local suspect, whom the
    /// police could find or apprehend with the details at hand?
    pub call_for_service: Known<CallForService>,
    /// On whose ground is the address from which the fraud was run, or the address of the suspect?
    pub operation: Known<Jurisdiction>,
    /// On whose ground was what was obtained or stolen used most often?
    pub most_uses: Known<Jurisdiction>,
    /// On whose ground was the first offence committed?
    pub first_offence: Known<Jurisdiction>,
}

/// What those who were approached did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Response {
    /// Nothing: they merely received a letter, mail, message or call that went to many, and ignored it.
    Ignored,
    /// They were picked out, as a seller who is sent a bad cheque is, and did not fall for it.
    Named,
    /// They answered or otherwise engaged, and lost nothing.
    Answered,
    /// They lost money, goods, data or something else, or did what was demanded. (Of an investment: they invested.)
    Lost,
    /// Nothing that could be asked: it hit them by chance, as a virus that goes round the world does, and nobody meant them.
    ByChance,
}

/// What a complaint is on the balance of probabilities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Finding {
    /// A fraud, or an attempt at one.
    Fraud,
    /// A civil dispute: about quality, price, a debt, a contract.
    CivilDispute,
    /// Goods or services have merely not come, and nothing shows dishonesty.
    NotArrived,
    /// It cannot be said whether there was a fraud.
    CannotTell,
}

/// What calls for the police themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum CallForService {
    /// The police have arrested an offender.
    Arrested,
    /// The police were called, and the offender was at it or had only just been.
    CommittingOrRecent,
    /// There is a local suspect: the police can or could find them, or have details enough to apprehend them.
    LocalSuspect,
    /// None of these.
    None,
}
