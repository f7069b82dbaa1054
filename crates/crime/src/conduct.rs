//! What an act consists of, in described facts: one kind a family of the rules.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

mod breach;
mod course;
mod damage;
mod death;
mod disorder;
mod display;
mod driving;
mod drugs;
mod entry;
mod exploitation;
mod fraud;
mod given;
mod goods;
mod grooming;
mod harm;
mod image;
mod interference;
mod justice;
mod message;
mod sexual;
mod taking;
mod threat;
mod violence;
mod weapon;

pub use {
    breach::{Breach, OrderBreached},
    course::{Course, CourseEffect, CourseOccasions, CoursePattern, CourseRelationship},
    damage::{Damage, DamageDone, DamagedOwner, DamagedProperty, EntryPoint},
    death::{Death, DeathFrom, DeathHeld, Killing},
    disorder::{Disorder, DisorderBehaviour, DisorderEffect},
    display::{Display, DisplayAct, SexualPurpose},
    driving::{Driving, DrivingFault, DrivingHarm},
    drugs::{Dealing, Drug, Drugs, IdentifiedBy, PremisesUse},
    entry::{Entry, EntryPurpose, EntryWay, GoodsRobbed, Habitation, Premises},
    exploitation::{Exploitation, ExploitationForm, SlaveryPlace},
    fraud::{CallForService, Finding, Fraud, Response},
    given::Given,
    goods::{
        ArticlesDealing, Demand, Demanded, Equipped, FraudArticles, HackingLink, HandledGoods, Handling,
        HandlingHow, MakingOff, SinceMakingOff,
    },
    grooming::{Approach, Grooming},
    harm::{
        Abducted, Cruelty, Deprivation, Dog, DogInjured, Liberty, Mutilation, MutilationPart,
        MutilationPlace, Responsible, RoadUsers, Spiking, SpikingPurpose,
    },
    image::{Image, ImageAct, ImageShows},
    interference::{Interference, InterferenceManner},
    justice::{BelievedRole, Justice, JusticeAct},
    message::{Message, MessageContent, MessageDistress, MessageViewer},
    sexual::{ReferredBy, Sexual, SexualAct, Willingness},
    taking::{Keeping, PetPlace, RobbedOf, Taken, TakenFrom, Taking, TakingForce, VehicleOutcome},
    threat::{Threat, ThreatEffect, ThreatFeared, ThreatMade, Threatened},
    violence::{Expert, Injury, Intent, Violence},
    weapon::{HeldFor, ThreatRisk, Weapon, WeaponAct, WeaponKind, WeaponPlace},
};

/// What an act consists of. In JSON: one key, the kind, and its facts below it: `{"violence": {"injury": "serious"}}`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Conduct {
    /// Nobody has said what was done.
    #[default]
    NotSupplied,
    /// Nothing that could be a crime.
    NoCrime,
    /// Force used on a person.
    Violence(Violence),
    /// Something given to a person covertly.
    Spiking(Spiking),
    /// A dog out of control.
    Dog(Dog),
    /// Female genital mutilation.
    Mutilation(Mutilation),
    /// Cruelty to a child or young person.
    Cruelty(Cruelty),
    /// Taking or holding a person, or forcing a marriage.
    Liberty(Liberty),
    /// Danger caused to road users.
    RoadUsers(RoadUsers),
    /// A death.
    Death(Death),
    /// Driving.
    Driving(Driving),
    /// A threat.
    Threat(Threat),
    /// A message that was sent.
    Message(Message),
    /// A course of conduct towards a person.
    Course(Course),
    /// A sexual act with, or towards, a person.
    Sexual(Sexual),
    /// Exposure, voyeurism, or an image sent, shared, made or asked for.
    Display(Display),
    /// Approaches to a child.
    Grooming(Grooming),
    /// Something taken.
    Taking(Taking),
    /// Making off without payment.
    MakingOff(MakingOff),
    /// Handling stolen goods.
    Handling(Handling),
    /// Going equipped for stealing.
    Equipped(Equipped),
    /// An unwarranted demand with menaces.
    Demand(Demand),
    /// A building or vessel entered, or tried.
    Entry(Entry),
    /// Property damaged, or threatened with damage.
    Damage(Damage),
    /// Interference with a motor vehicle.
    Interference(Interference),
    /// Public disorder, or words and behaviour towards others.
    Disorder(Disorder),
    /// An order breached.
    Breach(Breach),
    /// Dealings with drugs.
    Drugs(Drugs),
    /// A weapon held, or used to threaten.
    Weapon(Weapon),
    /// Modern slavery, or prostitution exploited or solicited.
    Exploitation(Exploitation),
    /// The course of justice perverted, or those who serve it harmed.
    Justice(Justice),
    /// Fraud or computer misuse; the class is taken as given.
    Fraud(Fraud),
    /// Another offence, given by its subcode.
    Given(Given),
    /// Articles for use in fraud.
    FraudArticles(FraudArticles),
    /// A photograph or film sent, shared, made or asked for.
    Image(Image),
}

impl Conduct {
    /// The word of its kind, as it is written.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::NotSupplied => "not_supplied",
            Self::NoCrime => "no_crime",
            Self::Violence(_) => "violence",
            Self::Spiking(_) => "spiking",
            Self::Dog(_) => "dog",
            Self::Mutilation(_) => "mutilation",
            Self::Cruelty(_) => "cruelty",
            Self::Liberty(_) => "liberty",
            Self::RoadUsers(_) => "road_users",
            Self::Death(_) => "death",
            Self::Driving(_) => "driving",
            Self::Threat(_) => "threat",
            Self::Message(_) => "message",
            Self::Course(_) => "course",
            Self::Sexual(_) => "sexual",
            Self::Display(_) => "display",
            Self::Grooming(_) => "grooming",
            Self::Taking(_) => "taking",
            Self::MakingOff(_) => "making_off",
            Self::Handling(_) => "handling",
            Self::Equipped(_) => "equipped",
            Self::Demand(_) => "demand",
            Self::Entry(_) => "entry",
            Self::Damage(_) => "damage",
            Self::Interference(_) => "interference",
            Self::Disorder(_) => "disorder",
            Self::Breach(_) => "breach",
            Self::Drugs(_) => "drugs",
            Self::Weapon(_) => "weapon",
            Self::Exploitation(_) => "exploitation",
            Self::Justice(_) => "justice",
            Self::Fraud(_) => "fraud",
            Self::Given(_) => "given",
            Self::FraudArticles(_) => "fraud_articles",
            Self::Image(_) => "image",
        }
    }
}
