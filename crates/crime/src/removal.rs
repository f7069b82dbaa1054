//! What is known of a recorded crime that is removed.

use calendar::Moment;
use rulebook::Known;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Fact;

mod field;
mod ground;
mod proof;
mod rate;

pub use {
    field::{Field, REMOVALS, Unreadable},
    ground::{Ground, UnknownGround, Wording},
    proof::{Information, ReferenceOf, Role},
    rate::{MoreRemovedThanRecorded, Rate},
};

/// A recorded crime that was removed from the count, or is to be: its ground, its proof and who decided. Every fact may be left out; the
/// documentation of a field is the question to a reviewer, and its name is the column of the table [`REMOVALS`].
///
/// ```
/// use crime::removal::{Field, Ground, Removal};
/// let mut removal: Removal = serde_json::from_str(r#"{"record": "20/1", "ground": "C3", "other_record": "20/2"}"#)?;
/// assert_eq!(removal.ground.value(), Some(&Ground::Duplicate));
/// removal.set(Field::SameCrime, "yes")?;
/// assert_eq!(removal.value(Field::SameCrime), "yes");
/// assert_eq!(removal.value(Field::VictimTold), "not supplied");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Removal {
    /// Under which number is the crime recorded?
    pub record: String,
    /// Under which class is it recorded? (`8N`)
    pub class: Known<String>,
    /// Under which subcode is it recorded? (`008/06`)
    pub subcode: Known<String>,
    /// Which unit holds the record?
    pub policing_unit: Known<String>,
    /// When was it recorded as a crime?
    #[schemars(with = "Option<String>")]
    pub recorded: Known<Moment>,
    /// When was it removed from the count, or when is it to be?
    #[schemars(with = "Option<String>")]
    pub removed: Known<Moment>,
    /// On which ground is it removed?
    pub ground: Known<Ground>,
    /// Who decided, by the reference of the force?
    pub decided_by: Known<String>,
    /// In which function did they decide?
    pub role: Known<Role>,
    /// If the Force Crime Registrar decided: do they stand on the professional register of the College of Policing?
    pub registered: Fact,
    /// If a chief officer decided: has the force a registrar on that register?
    pub force_has_registered_registrar: Fact,
    /// If a chief officer decided: was the advice of the crime registrar received first?
    pub registrar_advised: Fact,
    /// Is who decided independent of the investigation?
    pub independent: Fact,
    /// Who investigated, by the reference of the force?
    pub investigator: Known<String>,
    /// Is who decided trained in the cancellation of crimes?
    pub trained: Fact,
    /// Does the record show who removed the crime, so that it can be audited?
    pub audit_trail: Fact,
    /// On what does the removal rest?
    pub rests_on: Vec<Information>,
    /// When did the information become available?
    #[schemars(with = "Option<String>")]
    pub information_available: Known<Moment>,
    /// Was the information available to the recorder or the investigating officer when the decision to record was made?
    pub known_when_recorded: Fact,
    /// Can the origin of the information be checked?
    pub origin_checkable: Fact,
    /// Can the reliability of its source be checked?
    pub reliability_checkable: Fact,
    /// Is it relevant to this crime, and can that be checked?
    pub relevant: Fact,
    /// Does it determine that no notifiable crime took place?
    pub shows_no_crime: Fact,
    /// Is it compelling, so that it convinced who decided?
    pub compelling: Fact,
    /// Does the record say when the information became available, where it came from, how it can be verified and what it means for the crime?
    pub summarised: Fact,
    /// What else is written of it? (Never used to decide.)
    pub notes: Known<String>,
    /// If transferred: is it clearly shown that the crime was committed outside the area of the force?
    pub outside_jurisdiction: Fact,
    /// If transferred: to which force?
    pub receiving_force: Known<String>,
    /// If transferred: under which number does that force hold it?
    pub receiving_reference: Known<String>,
    /// If transferred: is that the number of a crime or of a crime-related incident?
    pub receiving_reference_of: Known<ReferenceOf>,
    /// Was the victim, or who acts for the victim, told of the decision?
    pub victim_told: Fact,
    /// When was the victim told?
    #[schemars(with = "Option<String>")]
    pub victim_told_at: Known<Moment>,
    /// Does the record show how the victim was told, so that it can be audited?
    pub victim_told_recorded: Fact,
    /// If transferred: was the victim given the number of the receiving force?
    pub victim_given_reference: Fact,
    /// If a duplicate: under which number is the other crime recorded?
    pub other_record: Known<String>,
    /// If a duplicate: is the other record live, and in the data of the force?
    pub other_record_live: Fact,
    /// If a duplicate: does the information clearly show that it repeats the other crime or is part of it?
    pub same_crime: Fact,
    /// If recorded in error: was the decision to record a genuine mistake?
    pub genuine_mistake: Fact,
    /// If recorded in error: is the information that shows so clearly documented?
    pub mistake_documented: Fact,
    /// If recorded in error: was no notifiable crime committed, on the balance of probabilities?
    pub no_crime_on_balance: Fact,
    /// If self-defence: does the evidence show that the suspected offender acted in self-defence?
    pub self_defence_shown: Fact,
    /// Did the victim withdraw the report?
    pub victim_withdrew: Fact,
    /// If the victim withdrew: was it considered whether fear, coercion, influence or pressure led to it?
    pub pressure_considered: Fact,
    /// If the victim withdrew: is there clear concern that one of these led to it?
    pub pressure_concern: Fact,
    /// If female genital mutilation is recorded: from a report that the law demands of a professional?
    pub mutilation_report: Fact,
    /// If modern slavery: are there other factors that warrant keeping the crime?
    pub retention_factors: Fact,
    /// Which outcome was the crime given before, if any?
    pub outcome: Known<String>,
    /// When was that outcome given?
    #[schemars(with = "Option<String>")]
    pub outcome_on: Known<Moment>,
    /// Under which number was it recorded again, if it was?
    pub recorded_again_as: Known<String>,
}
