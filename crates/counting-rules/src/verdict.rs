//! What an act is, as the rules of its family see it.

use crime::{Act, Incident, Subject, Text, Victim};
use rulebook::Rule;

use crate::{Ask, Missing};

/// One act, and one of its victims.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The report.
    pub incident: &'a Incident,
    /// The act.
    pub act: &'a Act,
    /// The act, by its position.
    pub of: Subject,
    /// The victim and the position, if the act has one.
    pub victim: Option<(Subject, &'a Victim)>,
}

impl<'a> Case<'a> {
    /// The offender or group who did it, with the position, if the report names one.
    #[must_use]
    pub fn offender(&self) -> Option<(Subject, &'a crime::Offender)> {
        let id = self.act.by.value()?;
        let at = self.incident.offenders.iter().position(|offender| offender.id == *id)?;
        Some((Subject::Offender(u32::try_from(at).ok()?), self.incident.offenders.get(at)?))
    }

    /// The victim, where a rule needs one.
    ///
    /// # Errors
    ///
    /// [`Missing`] if the act has none.
    pub fn needed_victim(&self, ask: &mut Ask<'_>) -> Result<(Subject, &'a Victim), Missing> {
        self.victim.ok_or_else(|| ask.missing(self.of, "against", crime::Why::NotSupplied))
    }

    /// The offender or group, where a rule needs one.
    ///
    /// # Errors
    ///
    /// [`Missing`] if the act names none.
    pub fn needed_offender(&self, ask: &mut Ask<'_>) -> Result<(Subject, &'a crime::Offender), Missing> {
        self.offender().ok_or_else(|| ask.missing(self.of, "by", crime::Why::NotSupplied))
    }
}

/// The class of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classified {
    /// The class: `8N`.
    pub class: &'static str,
    /// The subcode: `008/06`; empty where the rules lead to a class only.
    pub subcode: &'static str,
    /// The rule that gave it.
    pub by: &'static Rule,
}

impl Classified {
    /// A class and subcode, by a rule.
    #[must_use]
    pub const fn new(class: &'static str, subcode: &'static str, by: &'static Rule) -> Self {
        Self { class, subcode, by }
    }
}

/// What an act is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// A notifiable crime, if the recording steps lead to one.
    Crime(Classified),
    /// No notifiable crime: an incident under the incident rules.
    Incident {
        /// Why.
        because: Text,
        /// The rule.
        by: &'static Rule,
    },
    /// To be registered as something other than a crime, whatever the recording steps say: `N300/01`, `crime-related incident`.
    Register {
        /// As what.
        as_what: &'static str,
        /// Why.
        because: Text,
        /// To whom it is referred, if to anybody.
        referred_to: Option<Text>,
        /// The rule.
        by: &'static Rule,
    },
    /// A crime that a rule says must not be recorded.
    NotRecorded {
        /// The class it would have had.
        class: &'static str,
        /// The subcode it would have had.
        subcode: &'static str,
        /// Why.
        because: Text,
        /// The rule.
        by: &'static Rule,
    },
}

/// What the rules of a family say of an act, or what they miss.
pub type Answer = Result<Verdict, Missing>;

/// A crime, by a rule, as an answer.
#[expect(clippy::unnecessary_wraps, reason = "the last line of a rule that may also miss a fact")]
pub(crate) const fn crime(class: &'static str, subcode: &'static str, by: &'static Rule) -> Answer {
    Ok(Verdict::Crime(Classified::new(class, subcode, by)))
}

/// No notifiable crime, by a rule, as an answer.
#[expect(clippy::unnecessary_wraps, reason = "the last line of a rule that may also miss a fact")]
pub(crate) const fn incident(because: &'static str, by: &'static Rule) -> Answer {
    Ok(Verdict::Incident { because: Text::Borrowed(because), by })
}
