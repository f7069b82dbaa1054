//! One crime of one act against one victim, on its way to being counted.

use crime::{NotRecorded, Offender, Subject, Text, Victim};
use rulebook::Rule;

use crate::verdict::{Case, Classified};

/// One crime of one act against one victim, or against the state.
#[derive(Debug, Clone)]
pub struct Matter<'a> {
    /// The act, and the victim if it has one.
    pub case: Case<'a>,
    /// What it is.
    pub crime: Classified,
    /// Whether it counts by its victim.
    pub with_victim: bool,
    /// The report to which it belongs, where its relationship came to notice at several moments: 0 the first.
    pub report: usize,
    /// Set by the rule that says it is not recorded, or not in addition.
    pub dropped: Option<Dropped>,
}

/// Why a matter is not recorded, or not in addition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// Why.
    pub because: Text,
    /// The rule.
    pub by: &'static Rule,
}

impl<'a> Matter<'a> {
    /// The name of the act.
    #[must_use]
    pub fn act(&self) -> &'a str {
        &self.case.act.id
    }

    /// The victim, if it has one.
    #[must_use]
    pub fn victim(&self) -> Option<&'a Victim> {
        self.case.victim.map(|(_, victim)| victim)
    }

    /// The name of the victim, or nothing.
    #[must_use]
    pub fn victim_id(&self) -> &'a str {
        self.victim().map_or("", |victim| &victim.id)
    }

    /// The offender or group, if the report names one.
    #[must_use]
    pub fn offender(&self) -> Option<(Subject, &'a Offender)> {
        self.case.offender()
    }

    /// Whether it still counts.
    #[must_use]
    pub const fn counts(&self) -> bool {
        self.dropped.is_none()
    }

    /// Says that it is not recorded.
    pub fn drop_by(&mut self, by: &'static Rule, because: impl Into<Text>) {
        if self.dropped.is_none() {
            self.dropped = Some(Dropped { because: because.into(), by });
        }
    }

    /// What is said of it if it was dropped.
    pub(crate) fn not_recorded(&self) -> Option<NotRecorded> {
        let dropped = self.dropped.as_ref()?;
        Some(NotRecorded {
            act: self.act().to_owned(),
            class: self.crime.class.into(),
            subcode: self.crime.subcode.into(),
            victim: self.victim().map(|victim| victim.id.clone()),
            because: dropped.because.clone(),
            by: dropped.by.id.0.into(),
        })
    }
}
