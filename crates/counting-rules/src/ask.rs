//! Reading facts, so that what is missing is named and what was read can be shown.

use chrono::NaiveDate;
use crime::{Fact, Incident, Read, Step, Subject, Text, Why};
use rulebook::{Basis, Known, Rule, Seen};

use crate::{Ruling, Rulings};

/// Why a rule could not say: the fact it asked for and did not get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The thing of the report on which the fact is missing.
    pub of: Subject,
    /// The fact, by its path below that thing; empty if no fact would help.
    pub fact: &'static str,
    /// Why it is missing.
    pub why: Why,
    /// Between which answers the decision lies, where that is known.
    pub between: Vec<Text>,
    /// The rule that asked.
    pub by: &'static Rule,
}

impl Missing {
    /// The same, naming the answers between which it lies.
    #[must_use]
    pub fn between<T: Into<Text>>(mut self, answers: impl IntoIterator<Item = T>) -> Self {
        self.between = answers.into_iter().map(Into::into).collect();
        self
    }
}

/// Whether every step is to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Working {
    /// Every step is kept, with what it read.
    Shown,
    /// Only the answer is.
    Left,
}

/// What a rule asks its facts of. It names what is missing and keeps what was read.
#[derive(Debug)]
pub struct Ask<'a> {
    /// The report.
    pub incident: &'a Incident,
    rulings: &'a Rulings,
    rule: &'static Rule,
    about: Subject,
    reads: Vec<Read>,
    steps: Vec<Step>,
    working: Working,
}

impl<'a> Ask<'a> {
    pub(crate) fn new(
        incident: &'a Incident,
        rulings: &'a Rulings,
        working: Working,
        rule: &'static Rule,
    ) -> Self {
        Self {
            incident,
            rulings,
            rule,
            about: Subject::Report,
            reads: Vec::new(),
            // Enough for most reports, so that the list is not moved as it grows.
            steps: Vec::with_capacity(if working == Working::Shown { 64 } else { 0 }),
            working,
        }
    }

    /// The rule that asks from here on, and the thing it is about. What was read before and led to no sentence belongs to the step of
    /// this rule, so that nothing that was read is lost.
    pub fn begin(&mut self, rule: &'static Rule, about: Subject) {
        self.rule = rule;
        self.about = about;
    }

    /// What followed from what was read since [`Ask::begin`].
    pub fn follows(&mut self, sentence: impl Into<Text>) {
        if self.working == Working::Shown {
            self.steps.push(Step {
                rule: self.rule.id.0.into(),
                about: self.about,
                read: std::mem::take(&mut self.reads),
                follows: sentence.into(),
                seen: seen(self.rule),
            });
        }
    }

    /// The same, with a sentence that is only put together if steps are kept.
    pub fn follows_with(&mut self, sentence: impl FnOnce() -> String) {
        if self.working == Working::Shown {
            self.follows(sentence());
        }
    }

    pub(crate) fn into_steps(self) -> Vec<Step> {
        self.steps
    }

    fn keep(&mut self, of: Subject, fact: &'static str, value: impl FnOnce() -> Text) {
        if self.working == Working::Shown {
            self.reads.push(Read { of, fact: fact.into(), value: value() });
        }
    }

    /// A rule that cannot say, for want of a fact, a ruling, or a text.
    #[must_use]
    pub fn missing(&mut self, of: Subject, fact: &'static str, why: Why) -> Missing {
        self.follows(match why {
            Why::NotSupplied => "cannot be decided: the fact is not supplied",
            Why::NotKnown => "cannot be decided: the fact is not known, and the text does not say what follows then",
            Why::NoRuling => "cannot be decided: the text leaves it to the registrar, and no ruling is held",
            Why::NoEdition => "cannot be decided: no text is held for the day",
            Why::TextSilent => "cannot be decided: the text gives no way to decide",
            Why::AnotherAct => "cannot be decided: another act of the same people is not decided, and might be counted instead",
        });
        Missing { of, fact, why, between: Vec::new(), by: self.rule }
    }

    /// Yes or no.
    ///
    /// # Errors
    ///
    /// [`Missing`] if it is neither.
    pub fn yes(&mut self, of: Subject, fact: &'static str, value: Fact) -> Result<bool, Missing> {
        match self.fact(of, fact, value)? {
            Some(yes) => Ok(yes),
            None => Err(self.missing(of, fact, Why::NotKnown)),
        }
    }

    /// Yes, no, or established as not known, for a rule that decides on each.
    ///
    /// # Errors
    ///
    /// [`Missing`] if nobody supplied it.
    pub fn fact(&mut self, of: Subject, fact: &'static str, value: Fact) -> Result<Option<bool>, Missing> {
        self.keep(of, fact, || value.word().into());
        match value {
            Fact::Yes => Ok(Some(true)),
            Fact::No => Ok(Some(false)),
            Fact::NotKnown => Ok(None),
            Fact::NotSupplied => Err(self.missing(of, fact, Why::NotSupplied)),
        }
    }

    /// One of the words of a closed list.
    ///
    /// # Errors
    ///
    /// [`Missing`] if it is not known or not supplied.
    pub fn which<T>(&mut self, of: Subject, fact: &'static str, value: &Known<T>) -> Result<T, Missing>
    where
        T: Copy + Into<&'static str>,
    {
        match self.which_if_known(of, fact, value)? {
            Some(word) => Ok(word),
            None => Err(self.missing(of, fact, Why::NotKnown)),
        }
    }

    /// One of the words of a closed list, or established as not known, for a rule that decides on that too.
    ///
    /// # Errors
    ///
    /// [`Missing`] if nobody supplied it.
    pub fn which_if_known<T>(
        &mut self,
        of: Subject,
        fact: &'static str,
        value: &Known<T>,
    ) -> Result<Option<T>, Missing>
    where
        T: Copy + Into<&'static str>,
    {
        self.keep(of, fact, || match value {
            Known::Is(word) => Text::Borrowed((*word).into()),
            Known::NotKnown => "not known".into(),
            Known::NotSupplied => "not supplied".into(),
        });
        match value {
            Known::Is(word) => Ok(Some(*word)),
            Known::NotKnown => Ok(None),
            Known::NotSupplied => Err(self.missing(of, fact, Why::NotSupplied)),
        }
    }

    /// A whole number.
    ///
    /// # Errors
    ///
    /// [`Missing`] if it is not known or not supplied.
    pub fn number(&mut self, of: Subject, fact: &'static str, value: &Known<u32>) -> Result<u32, Missing> {
        self.keep(of, fact, || value.to_string().into());
        self.known(of, fact, value).copied()
    }

    /// A whole number, or established as not known, for a rule that decides on that too.
    ///
    /// # Errors
    ///
    /// [`Missing`] if nobody supplied it.
    pub fn number_if_known(
        &mut self,
        of: Subject,
        fact: &'static str,
        value: &Known<u32>,
    ) -> Result<Option<u32>, Missing> {
        self.keep(of, fact, || value.to_string().into());
        match value {
            Known::Is(number) => Ok(Some(*number)),
            Known::NotKnown => Ok(None),
            Known::NotSupplied => Err(self.missing(of, fact, Why::NotSupplied)),
        }
    }

    /// A day.
    ///
    /// # Errors
    ///
    /// [`Missing`] if it is not known or not supplied.
    pub fn day(
        &mut self,
        of: Subject,
        fact: &'static str,
        value: &Known<NaiveDate>,
    ) -> Result<NaiveDate, Missing> {
        self.keep(of, fact, || value.to_string().into());
        self.known(of, fact, value).copied()
    }

    /// A name or other text.
    ///
    /// # Errors
    ///
    /// [`Missing`] if it is not known or not supplied.
    pub fn text<'b>(
        &mut self,
        of: Subject,
        fact: &'static str,
        value: &'b Known<String>,
    ) -> Result<&'b str, Missing> {
        self.keep(of, fact, || value.to_string().into());
        self.known(of, fact, value).map(String::as_str)
    }

    fn known<'b, T>(
        &mut self,
        of: Subject,
        fact: &'static str,
        value: &'b Known<T>,
    ) -> Result<&'b T, Missing> {
        match value {
            Known::Is(value) => Ok(value),
            Known::NotKnown => Err(self.missing(of, fact, Why::NotKnown)),
            Known::NotSupplied => Err(self.missing(of, fact, Why::NotSupplied)),
        }
    }

    /// The ruling of the registrar on a question, for this report first, else in general, on the day that governs.
    pub fn ruling(&mut self, on: &'static str) -> Option<&'a Ruling> {
        let ruling =
            crate::governing_day(self.incident).and_then(|day| self.rulings.on(on, &self.incident.id, day));
        self.keep(Subject::Report, on, || match ruling {
            Some(ruling) => ruling.answer.clone().into(),
            None => "no ruling".into(),
        });
        ruling
    }
}

/// How the text of a rule was read. A check of our own is known in full.
pub(crate) fn seen(rule: &Rule) -> Seen {
    match &rule.basis {
        Basis::Published(citation) => citation.seen,
        Basis::Reasoned { .. } => Seen::FullText,
    }
}
