//! Where an act was done, as far as the location rules ask.

use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::{Fact, Jurisdiction};

/// Where an act was done. Whoever knows where the suspects were in England and Wales need say nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Location {
    /// On whose ground were the suspects at the time, as far as it is clearly evidenced?
    pub suspect_at: Known<Jurisdiction>,
    /// If it is not known where the suspects were: did it depend on a phone or the internet, was it done in the air, or does it
    /// reach into several force areas?
    pub reach: Known<Reach>,
    /// On whose ground was the victim at the time, as far as it is clearly evidenced?
    pub victim_at: Known<Jurisdiction>,
    /// If it depended on a phone or the internet: on whose ground is the latest confirmed residence of the suspect?
    pub suspect_home: Known<Jurisdiction>,
    /// If it was done in the air: on whose ground is the airport from which the aircraft last left (in the United Kingdom)?
    pub last_airport: Known<Jurisdiction>,
    /// If it reaches into several force areas: which force became aware of it first?
    pub first_aware: Known<Jurisdiction>,
    /// If it was done in Scotland or Northern Ireland: has the police there declined to take it?
    pub declined: Fact,
    /// If the suspects were outside the United Kingdom: did the offence need suspect and victim to interact at the time?
    pub interaction: Fact,
    /// If the suspects were outside the United Kingdom: does the force that received the report investigate it?
    pub investigated: Fact,
    /// If the suspects were outside the United Kingdom, and it is violent or sexual: is a suspect a national of the United Kingdom, or
    /// habitually resident in England and Wales?
    pub suspect_uk: Fact,
    /// Have the registrars or designated decision makers of both forces agreed, with a rationale, that a certain force records it?
    /// Which force?
    pub agreed: Known<Jurisdiction>,
}

/// How far an act reaches of which nobody can say where the suspects were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, Display, JsonSchema)]
#[strum(serialize_all = "kebab-case")]
#[schemars(rename_all = "kebab-case")]
pub enum Reach {
    /// It depended on a mobile phone, the internet or another such device.
    Device,
    /// Done in the air, on a flight within the United Kingdom.
    InternalFlight,
    /// Done in the air, on a flight that arrived from abroad, by an aircraft that is not registered in Britain.
    ArrivingFlight,
    /// Done in the air, on a flight that arrived from abroad, by an aircraft that is registered in Britain.
    ArrivingBritishAircraft,
    /// Done in the air, on a flight that left for abroad.
    DepartingFlight,
    /// Done in the air, on an aircraft registered in Britain, anywhere else in the world.
    BritishAircraftAbroad,
    /// Done so that it reaches into the areas of several forces: on a train, by mail, on the move.
    SeveralForces,
    /// None of these.
    OnePlace,
}
