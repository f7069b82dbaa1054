//! A register of 497 invented claims, with what is true of each.

mod making;
mod writing;

use chrono::NaiveDate;

/// The seed of the example in `docs/examples/synthetic-claims`.
pub const EXAMPLE_SEED: u64 = 497;

/// An invented register, and what goes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    /// `legal/claims.csv`
    pub register_csv: String,
    /// `legal/shares.csv`: the distinct claims against each force as weights.
    pub shares_csv: String,
    /// `legal/claims.toml`
    pub settings_toml: String,
    /// What is true of each claim, in the order of the lines.
    pub truth: Vec<TrueClaim>,
}

/// What is true of a claim by construction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrueClaim {
    /// The line of the register on which it stands; the header is line 1.
    pub line: u64,
    /// What it counts as.
    pub counted: Counted,
    /// The last day on which it could have been presented in time, from a table made by hand.
    pub last_day: NaiveDate,
    /// The day on which it was presented.
    pub presented: NaiveDate,
    /// How it stands, in the word of the register.
    pub state: &'static str,
}

/// What a claim counts as. Lines are those of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// A liability of its own.
    Distinct,
    /// It was made as a copy of the claim on another line.
    Duplicate {
        /// That line.
        of: u64,
        /// In which way, in the words of the rule.
        kind: &'static str,
    },
    /// It was made so that nobody can tell it from the claim on another line.
    Undecided {
        /// That line.
        against: u64,
    },
}

/// An invented register. The same seed gives the same bytes.
#[must_use]
pub fn claims(seed: u64) -> Claims {
    writing::written(making::Register::made(seed))
}

#[cfg(test)]
mod tests;
