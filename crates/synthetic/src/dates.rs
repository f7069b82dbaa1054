//! Moments of 2026, without a clock and without a calendar of others.

use std::fmt;

/// Minutes since the beginning of 2026; reports begin in February, so that nothing lies before the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Minute(u64);

const MONTHS: [u64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// A moment so many minutes after the beginning of February 2026.
pub(crate) fn minute(after: u64) -> Minute {
    Minute(31 * 24 * 60 + after)
}

impl Minute {
    pub fn later(self, minutes: u64) -> Self {
        Self(self.0 + minutes)
    }

    pub fn earlier(self, minutes: u64) -> Self {
        Self(self.0.saturating_sub(minutes))
    }

    /// The day alone.
    pub fn day(self) -> String {
        let (month, day) = self.date();
        format!("2026-{month:02}-{day:02}")
    }

    fn date(self) -> (u64, u64) {
        let mut day = self.0 / (24 * 60);
        for (month, days) in (1..).zip(MONTHS) {
            if day < days {
                return (month, day + 1);
            }
            day -= days;
        }
        (12, 31)
    }
}

impl fmt::Display for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ((month, day), minute) = (self.date(), self.0 % (24 * 60));
        write!(f, "2026-{month:02}-{day:02}T{:02}:{:02}", minute / 60, minute % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_follow_each_other() {
        assert_eq!(minute(0).to_string(), "2026-02-01T00:00");
        assert_eq!(minute(28 * 24 * 60 - 1).to_string(), "2026-02-28T23:59");
        assert_eq!(minute(28 * 24 * 60).day(), "2026-03-01");
        // 270 days after 1 February: 28 October (Python: date(2026, 2, 1) + timedelta(269)).
        assert_eq!(minute(269 * 24 * 60).day(), "2026-10-28");
    }
}
