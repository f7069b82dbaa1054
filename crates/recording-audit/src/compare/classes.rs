//! What the list of offences says of a class: its group, and how long a sentence can be.

use std::collections::HashMap;

use crime::{Offence, sentence_weeks};

/// The classes of the list, looked up once.
#[derive(Debug)]
pub(crate) struct Classes {
    groups: HashMap<String, &'static str>,
    sentences: HashMap<(String, String), (u32, u32)>,
}

/// Which way a re-classification goes, by the order of the longest sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Up,
    Down,
    Level,
    NotKnown,
}

impl Classes {
    /// The classes of the list of offences.
    pub fn listed() -> Self {
        let mut groups = HashMap::new();
        let mut sentences: HashMap<(String, String), (u32, u32)> = HashMap::new();
        let mut unknown = Vec::new();
        for offence in Offence::all() {
            let class = offence.class.to_ascii_uppercase();
            groups.insert(class.clone(), offence.group.as_str());
            for subcode in [offence.subcode.clone(), String::new()] {
                let key = (class.clone(), subcode);
                let Some(weeks) = sentence_weeks(&offence.max_sentence) else {
                    unknown.push(key);
                    continue;
                };
                let range = sentences.entry(key).or_insert((weeks, weeks));
                *range = (range.0.min(weeks), range.1.max(weeks));
            }
        }
        // Where one wording has no printed sentence, nothing is said of the whole.
        for key in unknown {
            sentences.remove(&key);
        }
        Self { groups, sentences }
    }

    /// The group of a class: `Violence against the person`.
    pub fn group(&self, class: &str) -> Option<&'static str> {
        self.groups.get(&class.to_ascii_uppercase()).copied()
    }

    /// From one class to another: up, if the shortest of the longest sentences of the second is longer than the longest of the first.
    pub fn direction(&self, from: (&str, &str), to: (&str, &str)) -> Direction {
        match (self.range(from), self.range(to)) {
            (Some((_, longest)), Some((shortest, _))) if shortest > longest => Direction::Up,
            (Some((shortest, _)), Some((_, longest))) if longest < shortest => Direction::Down,
            (Some(one), Some(other)) if one.0 == one.1 && one == other => Direction::Level,
            _ => Direction::NotKnown,
        }
    }

    fn range(&self, (class, subcode): (&str, &str)) -> Option<(u32, u32)> {
        self.sentences.get(&(class.to_ascii_uppercase(), subcode.to_owned())).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_follows_the_longest_sentences_of_the_list() {
        let classes = Classes::listed();
        // Maximum sentences of the list of 2026/27: robbery life, theft from the person 7 years, common assault 6 months.
        assert_eq!(classes.direction(("34B", ""), ("39", "")), Direction::Down);
        assert_eq!(classes.direction(("39", ""), ("34B", "")), Direction::Up);
        assert_eq!(classes.direction(("39", ""), ("39", "")), Direction::Level);
        assert_eq!(classes.direction(("39", ""), ("no such class", "")), Direction::NotKnown);
        assert_eq!(classes.group("8n"), Some("Violence against the person"));
    }
}
