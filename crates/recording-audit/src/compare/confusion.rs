//! What was recorded in place of what was due, as it may leave the force.

use std::collections::BTreeMap;

use statistics::suppress_list;

use crate::compare::{classes::Classes, figures::Shown, kind::Kind, settings::Settings, tally::Tally};

/// The classes due and recorded that differ, by their groups in the list of offences.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Confusion {
    /// The pairs of groups, in order. Two classes may differ within one group.
    pub pairs: Vec<GroupPair>,
    /// Why there are none, if all of them are left out.
    pub left_out: Option<&'static str>,
}

/// A group due and a group recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupPair {
    /// The group that is due: `Violence against the person`.
    pub due: String,
    /// The group that is recorded.
    pub recorded: String,
    /// How many crimes; none if that is left out.
    pub crimes: Option<u64>,
    /// The classes, in order; none if they would tell what is left out.
    pub classes: Vec<ClassPair>,
}

/// A class due and another recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassPair {
    /// The class that is due: `8N`.
    pub due: String,
    /// The class that is recorded.
    pub recorded: String,
    /// How many crimes; none if that is left out.
    pub crimes: Option<u64>,
}

/// Classes due and recorded, with how many crimes.
type Pairs<'a> = BTreeMap<(&'a str, &'a str), u64>;

const TOO_FEW: &str = "too few are of a wrong class";
pub(crate) const TELLING: &str = "too few to be told apart without pointing at a person";
const TOO_LARGE: &str = "a count is too large";

/// The classes that differ in a comparison, beside the total that other tables print.
#[must_use]
pub fn confusion(tally: &Tally, shown: &Shown, settings: &Settings) -> Confusion {
    if shown.hides(Kind::WrongClass) {
        return Confusion::none(TOO_FEW);
    }
    let pairs =
        tally.confusion.iter().map(|((due, recorded), count)| (due.as_str(), recorded.as_str(), *count));
    by_group(pairs, shown.threshold, &settings.classes)
}

impl Confusion {
    /// All of it left out, and why.
    pub(crate) const fn none(why: &'static str) -> Self {
        Self { pairs: Vec::new(), left_out: Some(why) }
    }
}

/// Classes due and recorded by their groups, whose total a reader knows. Pairs of groups are left out first, and then the classes within each that
/// is shown.
///
/// How many pairs of classes there are says something of their sum, since none is nought: where the sum is left out they are not listed, nor where
/// they could not be hidden beside it.
pub(crate) fn by_group<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str, u64)>,
    threshold: u64,
    classes: &Classes,
) -> Confusion {
    let group = |class: &str| classes.group(class).unwrap_or(NOT_LISTED);
    let mut groups: BTreeMap<(&str, &str), Pairs<'_>> = BTreeMap::new();
    for (due, recorded, count) in pairs {
        let classes = groups.entry((group(due), group(recorded))).or_default();
        *classes.entry((due, recorded)).or_default() += count;
    }
    let counts: Vec<u64> = groups.values().map(|classes| classes.values().sum()).collect();
    let Ok(list) = suppress_list(&counts, threshold) else { return Confusion::none(TOO_LARGE) };
    if list.total {
        return Confusion::none(TELLING);
    }
    let pairs =
        groups.iter().zip(&counts).zip(&list.cells).map(|(((pair, classes), whole), hidden)| GroupPair {
            due: pair.0.to_owned(),
            recorded: pair.1.to_owned(),
            crimes: (!hidden).then_some(*whole),
            classes: if *hidden { Vec::new() } else { within(classes, threshold) },
        });
    Confusion { pairs: pairs.collect(), left_out: None }
}

/// Under this name stand classes that the list of offences does not have.
pub(crate) const NOT_LISTED: &str = "not in the list of offences";

fn within(classes: &Pairs<'_>, threshold: u64) -> Vec<ClassPair> {
    let counts: Vec<u64> = classes.values().copied().collect();
    let Ok(list) = suppress_list(&counts, threshold) else { return Vec::new() };
    if list.total {
        return Vec::new();
    }
    let pair = |((classes, count), hidden): ((&(&str, &str), &u64), &bool)| ClassPair {
        due: classes.0.to_owned(),
        recorded: classes.1.to_owned(),
        crimes: (!hidden).then_some(*count),
    };
    classes.iter().zip(&list.cells).map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is shown of so many crimes of each pair of classes, with nothing left out elsewhere.
    fn of(confused: &[(&str, &str, u64)]) -> Confusion {
        let mut tally = Tally::default();
        let at = tally.at(["", "", "", "", ""]);
        for (due, recorded, n) in confused {
            for _ in 0..*n {
                tally.confused(due, recorded);
                tally.count(at, Kind::WrongClass);
            }
        }
        // Many that are recorded as due or not, so that it is not the total that is small.
        for kind in [Kind::RecordedAsDue, Kind::NotRecorded] {
            for _ in 0..50 {
                tally.count(at, kind);
            }
        }
        let settings = Settings::new(rulebook::day(2026, 6, 1), &["due.csv"], "crimes.csv");
        confusion(&tally, &Shown::of(&tally, 5), &settings)
    }

    // Groups of the list of 2026/27: 8N and 105A are violence against the person, 34B is robbery, 39 and 40 are theft.
    #[test]
    fn groups_are_left_out_first_and_then_the_classes_of_those_shown() {
        let shown = of(&[("8N", "105A", 20), ("8N", "34B", 3), ("39", "34B", 6), ("40", "34B", 9)]);
        let told: Vec<(&str, &str, Option<u64>, usize)> = shown
            .pairs
            .iter()
            .map(|pair| (pair.due.as_str(), pair.recorded.as_str(), pair.crimes, pair.classes.len()))
            .collect();
        // 3 is small, and takes the 15 of theft with it; their classes are not listed.
        assert_eq!(
            told,
            [
                ("Theft", "Robbery", None, 0),
                ("Violence against the person", "Robbery", None, 0),
                ("Violence against the person", "Violence against the person", Some(20), 1),
            ]
        );
    }

    #[test]
    fn what_could_not_be_hidden_beside_its_sum_is_not_listed() {
        // Five pairs of classes that come to five are one each.
        let five = ["8N", "8P", "9A", "105A", "8L"].map(|class| (class, "34B", 1));
        let shown = of(&[&five[..], &[("39", "34B", 50)]].concat());
        let violence = shown.pairs.iter().find(|pair| pair.due == "Violence against the person");
        assert!(violence.is_none_or(|pair| pair.classes.is_empty()), "{shown:?}");
        // Five pairs of groups of one each, and nothing to hide them beside the total that is printed elsewhere.
        let alone =
            of(&[("8N", "34B", 1), ("39", "34B", 1), ("34B", "39", 1), ("34B", "8N", 1), ("8N", "39", 1)]);
        assert_eq!((alone.pairs.len(), alone.left_out), (0, Some(TELLING)));
    }

    #[test]
    fn a_class_that_is_not_listed_has_a_name_for_its_group() {
        let shown = of(&[("8N", "no such class", 9)]);
        assert_eq!(shown.pairs[0].recorded, NOT_LISTED);
        assert_eq!(shown.pairs[0].classes[0].recorded, "NO SUCH CLASS");
    }
}
