//! Lines of a file, held as runs: a fault that stands on every line of a long file takes no more room than one on a single line.

use std::fmt;

/// Lines in rising order, neighbours held together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines {
    runs: Vec<(u32, u32)>,
    count: u64,
}

impl Lines {
    /// Adds a place on a line that is not above the last one. A line may hold several.
    pub fn add(&mut self, line: u32) {
        self.count += 1;
        match self.runs.last_mut() {
            Some((_, last)) if line <= last.saturating_add(1) => *last = line.max(*last),
            Some(_) | None => self.runs.push((line, line)),
        }
    }

    /// How many were added.
    #[must_use]
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// The first line.
    #[must_use]
    pub fn first(&self) -> Option<u32> {
        self.runs.first().map(|(first, _)| *first)
    }
}

impl fmt::Display for Lines {
    /// `4, 7-9`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (first, last)) in self.runs.iter().enumerate() {
            if at > 0 {
                f.write_str(", ")?;
            }
            if first == last { write!(f, "{first}") } else { write!(f, "{first}-{last}") }?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_one_run() {
        let mut lines = Lines::default();
        for line in [4, 7, 8, 8, 9, 12] {
            lines.add(line);
        }
        assert_eq!((lines.to_string().as_str(), lines.count(), lines.first()), ("4, 7-9, 12", 6, Some(4)));
    }
}
