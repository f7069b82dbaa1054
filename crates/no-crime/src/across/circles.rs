//! Circles: this is a duplicate of that, which is a duplicate of this.

use std::collections::{BTreeMap, BTreeSet};

/// Removed records each of which is a duplicate of the next, and the last of the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circle {
    /// The line and the number of each; the first is the first by number.
    pub records: Vec<(u64, String)>,
}

/// All circles, by their first number. `next` says of a record its line and which record it repeats.
///
/// Every record repeats one other at most, so a walk that comes back to itself has found a circle, and no record stands in two.
pub(super) fn among(next: &BTreeMap<String, (u64, String)>) -> Vec<Circle> {
    let mut circles = Vec::new();
    let mut walked: BTreeSet<&str> = BTreeSet::new();
    for start in next.keys() {
        let mut path: Vec<(u64, &str)> = Vec::new();
        let mut record = start.as_str();
        while let Some((line, other)) = next.get(record) {
            if !walked.insert(record) {
                break;
            }
            path.push((*line, record));
            record = other;
        }
        // Where the walk ended is on this walk only if it closed a circle.
        let Some(from) = path.iter().position(|(_, on_path)| *on_path == record) else { continue };
        let mut records: Vec<(u64, String)> =
            path.into_iter().skip(from).map(|(line, record)| (line, record.to_owned())).collect();
        let first = records.iter().enumerate().min_by_key(|(_, (_, record))| record).map_or(0, |(at, _)| at);
        records.rotate_left(first);
        circles.push(Circle { records });
    }
    circles.sort_by(|one, other| one.records.cmp(&other.records));
    circles
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn numbers(circles: &[Circle]) -> Vec<Vec<&str>> {
        circles
            .iter()
            .map(|circle| circle.records.iter().map(|(_, record)| record.as_str()).collect())
            .collect()
    }

    fn next(pairs: &[(&str, &str)]) -> BTreeMap<String, (u64, String)> {
        pairs.iter().zip(2..).map(|((one, other), line)| ((*one).into(), (line, (*other).into()))).collect()
    }

    #[test]
    fn what_leads_into_a_circle_is_not_in_it() {
        let next = next(&[("a", "c"), ("b", "d"), ("c", "b"), ("d", "c"), ("e", "e"), ("f", "g")]);
        assert_eq!(numbers(&among(&next)), [vec!["b", "d", "c"], vec!["e"]]);
    }

    #[test]
    fn a_circle_of_a_hundred_thousand_is_one() {
        let next: BTreeMap<String, (u64, String)> = (0..100_000_u64)
            .map(|record| (format!("{record:06}"), (record, format!("{:06}", (record + 1) % 100_000))))
            .collect();
        let circles = among(&next);
        assert_eq!((circles.len(), circles[0].records.len()), (1, 100_000));
        assert_eq!(circles[0].records[0].1, "000000");
    }

    proptest! {
        #[test]
        fn each_stands_in_a_circle_just_if_it_leads_to_itself(links in proptest::collection::vec(0..20_usize, 20)) {
            let next: BTreeMap<String, (u64, String)> = links
                .iter()
                .enumerate()
                .map(|(record, other)| (format!("{record:02}"), (record as u64, format!("{other:02}"))))
                .collect();
            let circles = among(&next);
            for record in 0..20 {
                let mut at = links[record];
                let mut steps = 0;
                while at != record && steps < 20 {
                    at = links[at];
                    steps += 1;
                }
                let standing = circles
                    .iter()
                    .flat_map(|circle| &circle.records)
                    .filter(|(line, _)| *line == record as u64)
                    .count();
                prop_assert_eq!(standing, usize::from(at == record));
            }
        }
    }
}
