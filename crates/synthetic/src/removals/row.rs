//! A row of the removals table, and its moments.

use std::fmt::{self, Write as _};

use chrono::{Datelike as _, NaiveDateTime, TimeDelta, Timelike as _};

/// The columns of the removals table, in the order in which rows are written.
pub(super) const HEADER: &str = "record,class,subcode,policing_unit,recorded,removed,ground,decided_by,role,registered,\
     force_has_registered_registrar,registrar_advised,independent,investigator,trained,audit_trail,rests_on,\
     information_available,known_when_recorded,origin_checkable,reliability_checkable,relevant,shows_no_crime,compelling,\
     summarised,notes,outside_jurisdiction,receiving_force,receiving_reference,receiving_reference_of,victim_told,\
     victim_told_at,victim_told_recorded,victim_given_reference,other_record,other_record_live,same_crime,genuine_mistake,\
     mistake_documented,no_crime_on_balance,self_defence_shown,victim_withdrew,pressure_considered,pressure_concern,\
     mutilation_report,retention_factors,outcome,outcome_on,recorded_again_as";

/// A moment of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum When {
    /// Nothing is said.
    #[default]
    Blank,
    /// To the minute.
    At(NaiveDateTime),
    /// The day alone.
    On(NaiveDateTime),
}

impl When {
    /// So many minutes later, or before with a minus.
    pub fn moved(self, minutes: i64) -> Self {
        let moved = |at: NaiveDateTime| at.checked_add_signed(TimeDelta::minutes(minutes)).unwrap_or(at);
        match self {
            Self::Blank => Self::Blank,
            Self::At(at) => Self::At(moved(at)),
            Self::On(at) => Self::On(moved(at)),
        }
    }

    /// So many days later, or before with a minus.
    pub fn days(self, days: i64) -> Self {
        self.moved(days * 24 * 60)
    }

    /// The same day without the time.
    pub fn day(self) -> Self {
        match self {
            Self::Blank => Self::Blank,
            Self::At(at) | Self::On(at) => Self::On(at),
        }
    }

    fn minutes_since(self, other: Self) -> i64 {
        match (self, other) {
            (Self::At(one) | Self::On(one), Self::At(other) | Self::On(other)) => (one - other).num_minutes(),
            (Self::Blank, _) | (_, Self::Blank) => 0,
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::At(at) | Self::On(at)) = self else { return Ok(()) };
        write!(f, "{:04}-{:02}-{:02}", at.year(), at.month(), at.day())?;
        if let Self::At(at) = self {
            write!(f, "T{:02}:{:02}", at.hour(), at.minute())?;
        }
        Ok(())
    }
}

/// A row: each field is the column of its name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Row {
    pub record: String,
    pub class: &'static str,
    pub subcode: &'static str,
    pub unit: u64,
    pub recorded: When,
    pub removed: When,
    pub ground: &'static str,
    pub decided_by: String,
    pub role: &'static str,
    pub registered: &'static str,
    pub force_has_registered_registrar: &'static str,
    pub registrar_advised: &'static str,
    pub independent: &'static str,
    pub investigator: String,
    pub trained: &'static str,
    pub audit_trail: &'static str,
    pub rests_on: &'static str,
    pub information_available: When,
    pub known_when_recorded: &'static str,
    pub origin_checkable: &'static str,
    pub reliability_checkable: &'static str,
    pub relevant: &'static str,
    pub shows_no_crime: &'static str,
    pub compelling: &'static str,
    pub summarised: &'static str,
    pub outside_jurisdiction: &'static str,
    pub receiving_force: &'static str,
    pub receiving_reference: String,
    pub receiving_reference_of: &'static str,
    pub victim_told: &'static str,
    pub victim_told_at: When,
    pub victim_told_recorded: &'static str,
    pub victim_given_reference: &'static str,
    pub other_record: String,
    pub other_record_live: &'static str,
    pub same_crime: &'static str,
    pub genuine_mistake: &'static str,
    pub mistake_documented: &'static str,
    pub no_crime_on_balance: &'static str,
    pub self_defence_shown: &'static str,
    pub victim_withdrew: &'static str,
    pub pressure_considered: &'static str,
    pub pressure_concern: &'static str,
    pub mutilation_report: &'static str,
    pub retention_factors: &'static str,
    pub outcome: &'static str,
    pub outcome_on: When,
    pub recorded_again_as: String,
}

impl Row {
    /// Moves everything that happened by the same time, so that it is removed at this moment.
    pub fn move_to(&mut self, removed: NaiveDateTime) {
        let minutes = When::At(removed).minutes_since(self.removed);
        for when in [
            &mut self.recorded,
            &mut self.removed,
            &mut self.information_available,
            &mut self.victim_told_at,
            &mut self.outcome_on,
        ] {
            *when = when.moved(minutes);
        }
    }

    /// What became of the crime, in the table of all crimes.
    pub fn status(&self) -> &'static str {
        if self.ground == "C1" { "transferred" } else { "cancelled" }
    }

    /// Adds the row to a table.
    pub fn write(&self, out: &mut String) {
        let Self { record, class, subcode, unit, recorded, removed, ground, decided_by, role, .. } = self;
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            "{record},{class},{subcode},unit {unit},{recorded},{removed},{ground},{decided_by},{role}"
        );
        let mut cell = |text: &dyn fmt::Display| {
            let _ = write!(out, ",{text}");
        };
        cell(&self.registered);
        cell(&self.force_has_registered_registrar);
        cell(&self.registrar_advised);
        cell(&self.independent);
        cell(&self.investigator);
        cell(&self.trained);
        cell(&self.audit_trail);
        cell(&self.rests_on);
        cell(&self.information_available);
        cell(&self.known_when_recorded);
        cell(&self.origin_checkable);
        cell(&self.reliability_checkable);
        cell(&self.relevant);
        cell(&self.shows_no_crime);
        cell(&self.compelling);
        cell(&self.summarised);
        cell(&"\"Synthetic, invented\"");
        cell(&self.outside_jurisdiction);
        cell(&self.receiving_force);
        cell(&self.receiving_reference);
        cell(&self.receiving_reference_of);
        cell(&self.victim_told);
        cell(&self.victim_told_at);
        cell(&self.victim_told_recorded);
        cell(&self.victim_given_reference);
        cell(&self.other_record);
        cell(&self.other_record_live);
        cell(&self.same_crime);
        cell(&self.genuine_mistake);
        cell(&self.mistake_documented);
        cell(&self.no_crime_on_balance);
        cell(&self.self_defence_shown);
        cell(&self.victim_withdrew);
        cell(&self.pressure_considered);
        cell(&self.pressure_concern);
        cell(&self.mutilation_report);
        cell(&self.retention_factors);
        cell(&self.outcome);
        cell(&self.outcome_on);
        cell(&self.recorded_again_as);
        out.push('\n');
    }
}
