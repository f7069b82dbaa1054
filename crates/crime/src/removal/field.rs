//! The facts of a removal by name: the columns of its table.

use std::borrow::Cow;

use rulebook::Known;
use strum::{Display, EnumIter, EnumString, IntoEnumIterator as _, IntoStaticStr};
use table::{Column, Layout};

use super::Removal;
use crate::Fact;

/// A fact of a removal; in the order of the columns of [`REMOVALS`].
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, EnumString, IntoStaticStr, Display,
)]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "each is named as the fact it stands for, which `Removal` explains")]
pub enum Field {
    Record,
    Class,
    Subcode,
    PolicingUnit,
    Recorded,
    Removed,
    Ground,
    DecidedBy,
    Role,
    Registered,
    ForceHasRegisteredRegistrar,
    RegistrarAdvised,
    Independent,
    Investigator,
    Trained,
    AuditTrail,
    RestsOn,
    InformationAvailable,
    KnownWhenRecorded,
    OriginCheckable,
    ReliabilityCheckable,
    Relevant,
    ShowsNoCrime,
    Compelling,
    Summarised,
    Notes,
    OutsideJurisdiction,
    ReceivingForce,
    ReceivingReference,
    ReceivingReferenceOf,
    VictimTold,
    VictimToldAt,
    VictimToldRecorded,
    VictimGivenReference,
    OtherRecord,
    OtherRecordLive,
    SameCrime,
    GenuineMistake,
    MistakeDocumented,
    NoCrimeOnBalance,
    SelfDefenceShown,
    VictimWithdrew,
    PressureConsidered,
    PressureConcern,
    MutilationReport,
    RetentionFactors,
    Outcome,
    OutcomeOn,
    RecordedAgainAs,
}

/// Removed crimes.
pub static REMOVALS: Layout = Layout {
    name: "removals",
    what: "one row a recorded crime that was removed from the count, or is to be",
    columns: &[
        Column::required("record", "the crime number"),
        Column::required(
            "class",
            "the class under which it is recorded, as the list of offences has it: `8N`",
        ),
        Column::optional(
            "subcode",
            "the subcode under which it is recorded, as the list of offences has it: `008/06`",
        ),
        Column::optional("policing_unit", "the unit that holds the record"),
        Column::required(
            "recorded",
            "the moment at which it was recorded as a crime, as `2026-05-01T16:00`, or the day",
        ),
        Column::required(
            "removed",
            "the moment at which it was removed from the count, as `2026-05-09T10:00`, or the day",
        ),
        Column::required("ground", "the ground: C1 to C5, their names, or an older letter or number"),
        Column::optional("decided_by", "who decided, by a reference of the force"),
        Column::optional("role", "the function in which they decided, as `designated-decision-maker`"),
        Column::optional(
            "registered",
            "`yes` or `no`: the registrar who decided stands on the register of the College of Policing",
        ),
        Column::optional(
            "force_has_registered_registrar",
            "`yes` or `no`: the force has a registrar on that register",
        ),
        Column::optional("registrar_advised", "`yes` or `no`: the crime registrar advised the chief officer"),
        Column::optional("independent", "`yes` or `no`: who decided is independent of the investigation"),
        Column::optional("investigator", "who investigated, by the same kind of reference as `decided_by`"),
        Column::optional("trained", "`yes` or `no`: who decided is trained in the cancellation of crimes"),
        Column::optional(
            "audit_trail",
            "`yes` or `no`: the record shows who removed it, so that it can be audited",
        ),
        Column::optional("rests_on", "on what the removal rests, with `;` between kinds, as `cctv; medical`"),
        Column::optional(
            "information_available",
            "the moment at which the information became available, or the day",
        ),
        Column::optional(
            "known_when_recorded",
            "`yes` or `no`: it was available when the decision to record was made",
        ),
        Column::optional("origin_checkable", "`yes` or `no`: its origin can be checked"),
        Column::optional(
            "reliability_checkable",
            "`yes` or `no`: the reliability of its source can be checked",
        ),
        Column::optional("relevant", "`yes` or `no`: it is relevant to this crime, and that can be checked"),
        Column::optional(
            "shows_no_crime",
            "`yes` or `no`: it determines that no notifiable crime took place",
        ),
        Column::optional("compelling", "`yes` or `no`: it is compelling and convinced who decided"),
        Column::optional(
            "summarised",
            "`yes` or `no`: the record says when it became available, where from, how it can be verified, and its effect",
        ),
        Column::optional("notes", "free text; never used to decide"),
        Column::optional(
            "outside_jurisdiction",
            "`yes` or `no`: it is clearly shown that the crime was committed outside the area of the force",
        ),
        Column::optional("receiving_force", "the force to which it was passed"),
        Column::optional("receiving_reference", "the number that the receiving force gave it"),
        Column::optional(
            "receiving_reference_of",
            "`crime` or `crime-related-incident`: what that number stands for",
        ),
        Column::optional(
            "victim_told",
            "`yes` or `no`: the victim, or who acts for the victim, was told of the decision",
        ),
        Column::optional("victim_told_at", "the moment at which the victim was told, or the day"),
        Column::optional("victim_told_recorded", "`yes` or `no`: the record shows how the victim was told"),
        Column::optional(
            "victim_given_reference",
            "`yes` or `no`: the victim was given the number of the receiving force",
        ),
        Column::optional("other_record", "the number of the crime that this one repeats or is part of"),
        Column::optional(
            "other_record_live",
            "`yes` or `no`: that crime is live and in the data of the force; looked up where all crimes are given",
        ),
        Column::optional(
            "same_crime",
            "`yes` or `no`: the information clearly shows that it repeats that crime or is part of it",
        ),
        Column::optional("genuine_mistake", "`yes` or `no`: the decision to record was a genuine mistake"),
        Column::optional("mistake_documented", "`yes` or `no`: what shows the mistake is clearly documented"),
        Column::optional(
            "no_crime_on_balance",
            "`yes` or `no`: on the balance of probabilities no notifiable crime was committed",
        ),
        Column::optional(
            "self_defence_shown",
            "`yes` or `no`: the evidence shows that the suspected offender acted in self-defence",
        ),
        Column::optional("victim_withdrew", "`yes` or `no`: the victim withdrew the report"),
        Column::optional(
            "pressure_considered",
            "`yes` or `no`: it was considered whether fear, coercion, influence or pressure led to the withdrawal",
        ),
        Column::optional(
            "pressure_concern",
            "`yes` or `no`: there is clear concern that one of these led to it",
        ),
        Column::optional(
            "mutilation_report",
            "`yes` or `no`: recorded from a report of female genital mutilation that the law demands of a professional",
        ),
        Column::optional(
            "retention_factors",
            "`yes` or `no`: of modern slavery, other factors warrant keeping the crime",
        ),
        Column::optional("outcome", "the code of the outcome it was given before, as `16`; empty if none"),
        Column::optional("outcome_on", "the moment or day of that outcome"),
        Column::optional("recorded_again_as", "the number under which it was recorded again"),
    ],
};

/// A text that does not say what the fact asks for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not {}", .field.expects())]
pub struct Unreadable {
    /// The fact that was asked.
    pub field: Field,
    /// What was read.
    pub text: String,
}

impl Field {
    /// All of them, in the order of the columns.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// Its name: that of the column and of the key in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What its cell holds, in words.
    #[must_use]
    pub fn expects(self) -> &'static str {
        REMOVALS.columns.get(self as usize).map_or("", |column| column.holds)
    }
}

/// A fact out of its words.
fn fact(text: &str) -> Option<Fact> {
    // As in JSON, whatever its letters.
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    Some(match text {
        "" => Fact::NotSupplied,
        _ if is("yes") || is("true") => Fact::Yes,
        _ if is("no") || is("false") => Fact::No,
        _ if is("not known") => Fact::NotKnown,
        _ => return None,
    })
}

impl Removal {
    /// Sets a fact to what a cell says; an empty cell is not supplied.
    ///
    /// # Errors
    ///
    /// [`Unreadable`] if the cell says something that the fact cannot be; the fact is then as before.
    pub fn set(&mut self, field: Field, text: &str) -> Result<(), Unreadable> {
        let text = bare(text);
        let unreadable = || Unreadable { field, text: text.to_owned() };
        match field {
            Field::Record => text.clone_into(&mut self.record),
            Field::Class => self.class = words(text),
            Field::Subcode => self.subcode = words(text),
            Field::PolicingUnit => self.policing_unit = words(text),
            Field::Recorded => self.recorded = text.parse().map_err(|_| unreadable())?,
            Field::Removed => self.removed = text.parse().map_err(|_| unreadable())?,
            Field::Ground => self.ground = text.parse().map_err(|_| unreadable())?,
            Field::DecidedBy => self.decided_by = words(text),
            Field::Role => self.role = text.parse().map_err(|_| unreadable())?,
            Field::Registered => self.registered = fact(text).ok_or_else(unreadable)?,
            Field::ForceHasRegisteredRegistrar => {
                self.force_has_registered_registrar = fact(text).ok_or_else(unreadable)?;
            }
            Field::RegistrarAdvised => self.registrar_advised = fact(text).ok_or_else(unreadable)?,
            Field::Independent => self.independent = fact(text).ok_or_else(unreadable)?,
            Field::Investigator => self.investigator = words(text),
            Field::Trained => self.trained = fact(text).ok_or_else(unreadable)?,
            Field::AuditTrail => self.audit_trail = fact(text).ok_or_else(unreadable)?,
            Field::RestsOn => self.rests_on = kinds(text).ok_or_else(unreadable)?,
            Field::InformationAvailable => {
                self.information_available = text.parse().map_err(|_| unreadable())?;
            }
            Field::KnownWhenRecorded => self.known_when_recorded = fact(text).ok_or_else(unreadable)?,
            Field::OriginCheckable => self.origin_checkable = fact(text).ok_or_else(unreadable)?,
            Field::ReliabilityCheckable => self.reliability_checkable = fact(text).ok_or_else(unreadable)?,
            Field::Relevant => self.relevant = fact(text).ok_or_else(unreadable)?,
            Field::ShowsNoCrime => self.shows_no_crime = fact(text).ok_or_else(unreadable)?,
            Field::Compelling => self.compelling = fact(text).ok_or_else(unreadable)?,
            Field::Summarised => self.summarised = fact(text).ok_or_else(unreadable)?,
            Field::Notes => self.notes = words(text),
            Field::OutsideJurisdiction => self.outside_jurisdiction = fact(text).ok_or_else(unreadable)?,
            Field::ReceivingForce => self.receiving_force = words(text),
            Field::ReceivingReference => self.receiving_reference = words(text),
            Field::ReceivingReferenceOf => {
                self.receiving_reference_of = text.parse().map_err(|_| unreadable())?;
            }
            Field::VictimTold => self.victim_told = fact(text).ok_or_else(unreadable)?,
            Field::VictimToldAt => self.victim_told_at = text.parse().map_err(|_| unreadable())?,
            Field::VictimToldRecorded => self.victim_told_recorded = fact(text).ok_or_else(unreadable)?,
            Field::VictimGivenReference => self.victim_given_reference = fact(text).ok_or_else(unreadable)?,
            Field::OtherRecord => self.other_record = words(text),
            Field::OtherRecordLive => self.other_record_live = fact(text).ok_or_else(unreadable)?,
            Field::SameCrime => self.same_crime = fact(text).ok_or_else(unreadable)?,
            Field::GenuineMistake => self.genuine_mistake = fact(text).ok_or_else(unreadable)?,
            Field::MistakeDocumented => self.mistake_documented = fact(text).ok_or_else(unreadable)?,
            Field::NoCrimeOnBalance => self.no_crime_on_balance = fact(text).ok_or_else(unreadable)?,
            Field::SelfDefenceShown => self.self_defence_shown = fact(text).ok_or_else(unreadable)?,
            Field::VictimWithdrew => self.victim_withdrew = fact(text).ok_or_else(unreadable)?,
            Field::PressureConsidered => self.pressure_considered = fact(text).ok_or_else(unreadable)?,
            Field::PressureConcern => self.pressure_concern = fact(text).ok_or_else(unreadable)?,
            Field::MutilationReport => self.mutilation_report = fact(text).ok_or_else(unreadable)?,
            Field::RetentionFactors => self.retention_factors = fact(text).ok_or_else(unreadable)?,
            Field::Outcome => self.outcome = words(text),
            Field::OutcomeOn => self.outcome_on = text.parse().map_err(|_| unreadable())?,
            Field::RecordedAgainAs => self.recorded_again_as = words(text),
        }
        Ok(())
    }

    /// A fact in words, as [`Removal::set`] reads it; `not supplied` where nobody told us.
    #[must_use]
    pub fn value(&self, field: Field) -> Cow<'_, str> {
        match field {
            Field::Record => Cow::Borrowed(&self.record),
            Field::Class => shown(&self.class),
            Field::Subcode => shown(&self.subcode),
            Field::PolicingUnit => shown(&self.policing_unit),
            Field::Recorded => Cow::Owned(self.recorded.to_string()),
            Field::Removed => Cow::Owned(self.removed.to_string()),
            Field::Ground => Cow::Borrowed(word(self.ground)),
            Field::DecidedBy => shown(&self.decided_by),
            Field::Role => Cow::Borrowed(word(self.role)),
            Field::Registered => Cow::Borrowed(self.registered.word()),
            Field::ForceHasRegisteredRegistrar => Cow::Borrowed(self.force_has_registered_registrar.word()),
            Field::RegistrarAdvised => Cow::Borrowed(self.registrar_advised.word()),
            Field::Independent => Cow::Borrowed(self.independent.word()),
            Field::Investigator => shown(&self.investigator),
            Field::Trained => Cow::Borrowed(self.trained.word()),
            Field::AuditTrail => Cow::Borrowed(self.audit_trail.word()),
            Field::RestsOn => list(&self.rests_on),
            Field::InformationAvailable => Cow::Owned(self.information_available.to_string()),
            Field::KnownWhenRecorded => Cow::Borrowed(self.known_when_recorded.word()),
            Field::OriginCheckable => Cow::Borrowed(self.origin_checkable.word()),
            Field::ReliabilityCheckable => Cow::Borrowed(self.reliability_checkable.word()),
            Field::Relevant => Cow::Borrowed(self.relevant.word()),
            Field::ShowsNoCrime => Cow::Borrowed(self.shows_no_crime.word()),
            Field::Compelling => Cow::Borrowed(self.compelling.word()),
            Field::Summarised => Cow::Borrowed(self.summarised.word()),
            Field::Notes => shown(&self.notes),
            Field::OutsideJurisdiction => Cow::Borrowed(self.outside_jurisdiction.word()),
            Field::ReceivingForce => shown(&self.receiving_force),
            Field::ReceivingReference => shown(&self.receiving_reference),
            Field::ReceivingReferenceOf => Cow::Owned(self.receiving_reference_of.to_string()),
            Field::VictimTold => Cow::Borrowed(self.victim_told.word()),
            Field::VictimToldAt => Cow::Owned(self.victim_told_at.to_string()),
            Field::VictimToldRecorded => Cow::Borrowed(self.victim_told_recorded.word()),
            Field::VictimGivenReference => Cow::Borrowed(self.victim_given_reference.word()),
            Field::OtherRecord => shown(&self.other_record),
            Field::OtherRecordLive => Cow::Borrowed(self.other_record_live.word()),
            Field::SameCrime => Cow::Borrowed(self.same_crime.word()),
            Field::GenuineMistake => Cow::Borrowed(self.genuine_mistake.word()),
            Field::MistakeDocumented => Cow::Borrowed(self.mistake_documented.word()),
            Field::NoCrimeOnBalance => Cow::Borrowed(self.no_crime_on_balance.word()),
            Field::SelfDefenceShown => Cow::Borrowed(self.self_defence_shown.word()),
            Field::VictimWithdrew => Cow::Borrowed(self.victim_withdrew.word()),
            Field::PressureConsidered => Cow::Borrowed(self.pressure_considered.word()),
            Field::PressureConcern => Cow::Borrowed(self.pressure_concern.word()),
            Field::MutilationReport => Cow::Borrowed(self.mutilation_report.word()),
            Field::RetentionFactors => Cow::Borrowed(self.retention_factors.word()),
            Field::Outcome => shown(&self.outcome),
            Field::OutcomeOn => Cow::Owned(self.outcome_on.to_string()),
            Field::RecordedAgainAs => shown(&self.recorded_again_as),
        }
    }
}

/// Without the space around it. Most cells begin and end with a letter or a digit: nothing is to be taken off them.
fn bare(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => text,
        _ => text.trim(),
    }
}

fn words(text: &str) -> Known<String> {
    match text {
        "" => Known::NotSupplied,
        _ if text.eq_ignore_ascii_case("not known") => Known::NotKnown,
        _ => Known::Is(text.to_owned()),
    }
}

fn kinds(text: &str) -> Option<Vec<super::Information>> {
    text.split(';').map(str::trim).filter(|kind| !kind.is_empty()).map(|kind| kind.parse().ok()).collect()
}

fn shown(words: &Known<String>) -> Cow<'_, str> {
    match words {
        Known::Is(words) => Cow::Borrowed(words),
        Known::NotKnown => Cow::Borrowed("not known"),
        Known::NotSupplied => Cow::Borrowed("not supplied"),
    }
}

/// The word of a fact that is one of a list.
fn word(known: Known<impl Into<&'static str>>) -> &'static str {
    match known {
        Known::Is(value) => value.into(),
        Known::NotKnown => "not known",
        Known::NotSupplied => "not supplied",
    }
}

fn list(kinds: &[super::Information]) -> Cow<'_, str> {
    if kinds.is_empty() {
        return Cow::Borrowed("not supplied");
    }
    let names: Vec<&str> = kinds.iter().map(Into::into).collect();
    Cow::Owned(names.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_columns_and_keys_are_the_same_in_the_same_order() {
        let fields: Vec<&str> = Field::all().map(Field::name).collect();
        let columns: Vec<&str> = REMOVALS.columns.iter().map(|column| column.name).collect();
        assert_eq!(fields, columns);
        let keys = serde_json::to_value(Removal::default()).unwrap();
        assert_eq!(keys.as_object().unwrap().len(), fields.len());
        assert!(fields.iter().all(|field| keys.get(field).is_some()));
    }

    #[test]
    fn what_is_set_is_read_again() {
        let moment = "2026-05-01 14:30";
        let special = [
            (Field::Recorded, moment),
            (Field::Removed, moment),
            (Field::InformationAvailable, moment),
            (Field::VictimToldAt, moment),
            (Field::OutcomeOn, moment),
            (Field::Ground, "self-defence"),
            (Field::Role, "force-crime-registrar"),
            (Field::ReceivingReferenceOf, "crime-related-incident"),
            (Field::RestsOn, "cctv; withdrawal"),
        ];
        for field in Field::all() {
            let mut removal = Removal::default();
            let text = special.iter().find(|(name, _)| *name == field).map_or("no", |(_, text)| text);
            removal.set(field, text).unwrap();
            assert_eq!(removal.value(field), text, "{field}");
            assert_ne!(removal, Removal::default(), "{field}");
            removal.set(field, "").unwrap();
            assert_eq!(removal, Removal::default(), "{field}");
        }
    }

    #[test]
    fn what_cannot_be_is_said_and_changes_nothing() {
        let mut removal = Removal::default();
        let error = removal.set(Field::RestsOn, "cctv; rumour").unwrap_err();
        assert_eq!(
            error.to_string(),
            "`cctv; rumour` is not on what the removal rests, with `;` between kinds, as `cctv; medical`"
        );
        assert!(removal.set(Field::Trained, "maybe").is_err());
        assert!(removal.set(Field::Recorded, "yesterday").is_err());
        assert_eq!(removal, Removal::default());
    }
}
