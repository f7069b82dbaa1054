//! What came of all rules for one removal.

use crime::{RemovalVerdict, removal::Removal};
use rulebook::{Finding, Known, Place, Rule, Severity};
use strum::{Display, EnumIter, IntoEnumIterator as _, IntoStaticStr};

use crate::{Answer, Mover, Objection};

/// Whether a removal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, IntoStaticStr, Display)]
#[strum(serialize_all = "lowercase")]
pub enum Verdict {
    /// Every rule that concerns it is kept.
    Stands,
    /// A rule is broken.
    #[strum(serialize = "does not stand")]
    DoesNotStand,
    /// No rule is broken, and a fact is missing.
    #[strum(serialize = "cannot be told")]
    CannotBeTold,
    /// No edition of the rules is held for its day.
    #[strum(serialize = "not covered")]
    NotCovered,
}

impl Verdict {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }
}

/// What one rule said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The rule.
    pub rule: &'static Rule,
    /// What it said.
    pub answer: Answer,
}

/// What came of all rules for one removal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement<'a> {
    /// The removal that was judged.
    pub removal: &'a Removal,
    /// Whether it stands. Where texts or readings differ, by the safe one.
    pub verdict: Verdict,
    /// Whether it stands by the other reading, if that comes to another end.
    pub other_reading: Option<Verdict>,
    /// What each rule said that concerns it, in the order in which they were asked.
    pub steps: Vec<Step>,
}

impl<'a> Judgement<'a> {
    /// Brings together what the rules said. `steps` of rules that were not asked are left out.
    #[must_use]
    pub fn of(removal: &'a Removal, mut steps: Vec<Step>) -> Self {
        steps.retain(|step| step.answer != Answer::NotAsked);
        let verdict = verdict(&steps, Reading::Safe);
        let other = verdict_if_read_otherwise(&steps);
        Self { removal, verdict, other_reading: other.filter(|other| *other != verdict), steps }
    }

    /// The rules that are broken, those among them on which readings differ.
    pub fn broken(&self) -> impl Iterator<Item = &Step> {
        self.steps
            .iter()
            .filter(|step| matches!(step.answer, Answer::Broken(_) | Answer::ReadingsDiffer { .. }))
    }

    /// The verdict as a fact for deciding what is due from the report: known only if it is one.
    #[must_use]
    pub const fn as_fact(&self) -> Known<RemovalVerdict> {
        match self.verdict {
            Verdict::Stands => Known::Is(RemovalVerdict::Stands),
            Verdict::DoesNotStand => Known::Is(RemovalVerdict::DoesNotStand),
            Verdict::CannotBeTold | Verdict::NotCovered => Known::NotKnown,
        }
    }

    /// What would have to be added or mended, each with whose move it is: what stands between this removal and one that stands.
    #[must_use]
    pub fn mends(&self) -> Vec<(Mover, String)> {
        self.steps.iter().filter_map(Step::mend).collect()
    }

    /// A finding for each rule that is not kept, or that cannot be told. `place` is the row, if there is one.
    #[must_use]
    pub fn findings(&self, place: Option<&Place>) -> Vec<Finding> {
        self.steps.iter().filter_map(|step| step.finding(self.removal, place)).collect()
    }
}

impl Step {
    /// The objection, if there is one.
    #[must_use]
    pub const fn objection(&self) -> Option<&Objection> {
        match &self.answer {
            Answer::Broken(objection)
            | Answer::Signal(objection)
            | Answer::NotHeld(objection)
            | Answer::ReadingsDiffer { safe: objection, .. } => Some(objection),
            Answer::NotAsked | Answer::Met { .. } | Answer::CannotBeTold { .. } => None,
        }
    }

    /// What would mend it, and whose move it is; nothing, if there is nothing to mend.
    #[must_use]
    pub fn mend(&self) -> Option<(Mover, String)> {
        match &self.answer {
            Answer::Broken(objection) | Answer::ReadingsDiffer { safe: objection, .. } => {
                Some((objection.mover, self.rule.mend.to_owned()))
            }
            Answer::CannotBeTold { missing, mover, otherwise: _ } => {
                let asked: Vec<String> =
                    missing.iter().map(|field| format!("`{field}` ({})", field.expects())).collect();
                Some((*mover, format!("supply {}", asked.join(", "))))
            }
            Answer::NotAsked | Answer::Met { .. } | Answer::Signal(_) | Answer::NotHeld(_) => None,
        }
    }

    /// The finding, if the rule is not kept or cannot be told.
    #[must_use]
    pub fn finding(&self, removal: &Removal, place: Option<&Place>) -> Option<Finding> {
        let at = |field: Option<&crime::removal::Field>| {
            place.map(|place| field.map_or_else(|| place.clone(), |field| place.at(field.name())))
        };
        let record = &removal.record;
        if let Answer::CannotBeTold { missing, otherwise, .. } = &self.answer {
            let names: Vec<&str> = missing.iter().map(|field| field.name()).collect();
            let other = otherwise.map(|other| format!("; by the other reading {other}")).unwrap_or_default();
            let sentence = format!(
                "{record}: whether it keeps this rule cannot be told without `{}`{other}",
                names.join("`, `")
            );
            let finding =
                Finding::new(self.rule, Severity::Note, record.as_str(), at(missing.first()), sentence);
            return Some(
                missing
                    .iter()
                    .fold(finding, |finding, field| finding.with(field.name(), removal.value(*field))),
            );
        }
        let objection = self.objection()?;
        let severity = match self.answer {
            Answer::Broken(_) | Answer::ReadingsDiffer { .. } => Severity::Warning,
            Answer::NotAsked
            | Answer::Met { .. }
            | Answer::CannotBeTold { .. }
            | Answer::Signal(_)
            | Answer::NotHeld(_) => Severity::Note,
        };
        let sentence = match &self.answer {
            Answer::ReadingsDiffer { other, .. } => {
                format!("{record}: {}; by the other reading {other}", objection.sentence)
            }
            Answer::Signal(_) => format!("{record}: {} (a signal, not a verdict)", objection.sentence),
            Answer::NotAsked
            | Answer::Met { .. }
            | Answer::Broken(_)
            | Answer::CannotBeTold { .. }
            | Answer::NotHeld(_) => format!("{record}: {}", objection.sentence),
        };
        let finding =
            Finding::new(self.rule, severity, record.as_str(), at(objection.read.first()), sentence);
        Some(
            objection
                .read
                .iter()
                .fold(finding, |finding, field| finding.with(field.name(), removal.value(*field))),
        )
    }
}

/// By which reading a verdict is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    Safe,
    Other,
}

fn verdict(steps: &[Step], reading: Reading) -> Verdict {
    let mut verdict = Verdict::Stands;
    for step in steps {
        match (&step.answer, reading) {
            // What is broken stays broken, whatever else is missing.
            (Answer::Broken(_), _) | (Answer::ReadingsDiffer { .. }, Reading::Safe) => {
                return Verdict::DoesNotStand;
            }
            (Answer::NotHeld(_), _) => verdict = Verdict::NotCovered,
            // The other reading does not ask for what is missing.
            (Answer::CannotBeTold { otherwise: Some(_), .. }, Reading::Other) => {}
            (Answer::CannotBeTold { .. }, _) if verdict == Verdict::Stands => {
                verdict = Verdict::CannotBeTold;
            }
            (
                Answer::NotAsked
                | Answer::Met { .. }
                | Answer::CannotBeTold { .. }
                | Answer::ReadingsDiffer { .. }
                | Answer::Signal(_),
                _,
            ) => {}
        }
    }
    verdict
}

fn verdict_if_read_otherwise(steps: &[Step]) -> Option<Verdict> {
    steps
        .iter()
        .any(|step| {
            matches!(
                step.answer,
                Answer::ReadingsDiffer { .. } | Answer::CannotBeTold { otherwise: Some(_), .. }
            )
        })
        .then(|| verdict(steps, Reading::Other))
}

#[cfg(test)]
mod tests {
    use crime::removal::Field;

    use super::*;
    use crate::rules::never_enough_alone::RULE;

    const OTHER: &str = "it is not asked for";

    fn judged(removal: &Removal, answers: Vec<Answer>) -> (Verdict, Option<Verdict>) {
        let steps = answers.into_iter().map(|answer| Step { rule: &RULE, answer }).collect();
        let judgement = Judgement::of(removal, steps);
        (judgement.verdict, judgement.other_reading)
    }

    #[test]
    fn what_one_reading_does_not_ask_for_is_not_missing_by_it() {
        let removal = Removal::default();
        let untold = || Answer::untold([Field::Relevant], Mover::Investigator);
        let by_one = || untold().by_one_reading(OTHER);
        assert_eq!(judged(&removal, vec![untold()]), (Verdict::CannotBeTold, None));
        assert_eq!(judged(&removal, vec![by_one()]), (Verdict::CannotBeTold, Some(Verdict::Stands)));
        assert_eq!(judged(&removal, vec![by_one(), untold()]), (Verdict::CannotBeTold, None));
        let broken = || Answer::broken(&[Field::Relevant], Mover::Investigator, "it is not relevant");
        assert_eq!(judged(&removal, vec![by_one(), broken()]), (Verdict::DoesNotStand, None));
        let differ = broken().by_one_reading(OTHER);
        assert_eq!(
            judged(&removal, vec![differ.clone(), by_one()]),
            (Verdict::DoesNotStand, Some(Verdict::Stands))
        );
        assert_eq!(
            judged(&removal, vec![differ, untold()]),
            (Verdict::DoesNotStand, Some(Verdict::CannotBeTold))
        );
    }

    #[test]
    fn a_finding_says_the_other_reading() {
        let removal = Removal { record: "20/1".into(), ..Removal::default() };
        let answer = Answer::untold([Field::Relevant], Mover::Investigator).by_one_reading(OTHER);
        let finding = Step { rule: &RULE, answer }.finding(&removal, None).unwrap();
        assert_eq!(
            finding.sentence,
            "20/1: whether it keeps this rule cannot be told without `relevant`; by the other reading it is not asked for"
        );
    }
}
