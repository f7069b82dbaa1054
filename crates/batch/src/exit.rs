//! How a command ends: 0 done, 1 done with findings that matter, 2 could not do it.

use std::{fmt, process::ExitCode, str::FromStr};

use rulebook::{Finding, Severity};

/// How a command ended. Every command uses the same three codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Exit {
    /// Done, and nothing found that matters: 0.
    Done,
    /// Done, with findings at or above `--fail-on`: 1.
    Found,
    /// Could not do it: 2.
    CouldNot,
}

impl Exit {
    /// The number the caller sees.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Found => 1,
            Self::CouldNot => 2,
        }
    }

    /// The end of a run that was done: [`Exit::Found`] if any finding is at least as grave as `fail_on` says.
    #[must_use]
    pub fn after<'a>(findings: impl IntoIterator<Item = &'a Finding>, fail_on: FailOn) -> Self {
        match fail_on {
            FailOn::Never => Self::Done,
            FailOn::At(least) => {
                let found = findings.into_iter().any(|finding| finding.severity >= least);
                if found { Self::Found } else { Self::Done }
            }
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// The argument of `--fail-on`: from which severity on a finding makes a run end with 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FailOn {
    /// No finding does.
    Never,
    /// This severity, and the graver ones.
    At(Severity),
}

impl Default for FailOn {
    /// From errors on.
    fn default() -> Self {
        Self::At(Severity::Error)
    }
}

impl fmt::Display for FailOn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Never => f.pad("never"),
            Self::At(severity) => severity.fmt(f),
        }
    }
}

/// A word that `--fail-on` does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not known here: expected never, note, warning or error")]
pub struct UnknownFailOn(String);

impl FromStr for FailOn {
    type Err = UnknownFailOn;

    fn from_str(text: &str) -> Result<Self, UnknownFailOn> {
        if text == "never" {
            return Ok(Self::Never);
        }
        text.parse().map(Self::At).map_err(|_| UnknownFailOn(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use rulebook::{Basis, InForce, Rule, RuleId};

    use super::*;

    static RULE: Rule = Rule {
        id: RuleId("a-rule"),
        title: "A rule",
        says: "Something.",
        basis: Basis::Reasoned { why: "a test needs one" },
        in_force: InForce::Always,
        exemplar: "any record",
        mend: "nothing",
    };

    fn found(severity: Severity) -> [Finding; 1] {
        [Finding::new(&RULE, severity, "record", None, "sentence")]
    }

    #[test]
    fn code_is_the_one_of_the_help() {
        assert_eq!([Exit::Done, Exit::Found, Exit::CouldNot].map(Exit::code), [0, 1, 2]);
    }

    #[test]
    fn only_findings_at_or_above_the_line_count() {
        use Severity::{Error, Note, Warning};
        let line = [
            (FailOn::Never, Error, Exit::Done),
            (FailOn::At(Error), Error, Exit::Found),
            (FailOn::At(Error), Warning, Exit::Done),
            (FailOn::At(Warning), Error, Exit::Found),
            (FailOn::At(Warning), Warning, Exit::Found),
            (FailOn::At(Warning), Note, Exit::Done),
            (FailOn::At(Note), Note, Exit::Found),
        ];
        for (fail_on, severity, expected) in line {
            assert_eq!(Exit::after(&found(severity), fail_on), expected, "{fail_on}, {severity}");
        }
        assert_eq!(Exit::after(&[], FailOn::At(Note)), Exit::Done);
    }

    #[test]
    fn words_of_the_option_are_read_and_printed_alike() {
        for word in ["never", "note", "warning", "error"] {
            assert_eq!(word.parse::<FailOn>().unwrap().to_string(), word);
        }
        assert_eq!(FailOn::default().to_string(), "error");
        assert!("Error".parse::<FailOn>().is_err());
    }
}
