//! The notifiable offences, as the Home Office lists them.

use std::{fmt, sync::LazyLock};

use chrono::NaiveDate;
use rulebook::{Known, day};
use serde::Deserialize;

/// The year for which the list is published: it says nothing of itself about other years.
pub const LIST_YEAR: (NaiveDate, NaiveDate) = (day(2026, 4, 1), day(2027, 3, 31));

/// A row of the list. Class, subcode and Act together are its key, and even they repeat: the list has a row for each
/// wording.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offence {
    /// The class under which it is counted: `8N`.
    pub class: String,
    /// The code of the offence: `008/06`.
    pub subcode: String,
    /// What it is.
    pub title: String,
    /// The Act and section, or `Common Law`.
    pub act: String,
    /// The group of classes: `Violence against the person`.
    pub group: String,
    /// The part of the group, or empty.
    pub subgroup: String,
    /// The longest sentence in the list of this year, as printed: `5 years`, `life`, `fine`, `unknown`.
    pub max_sentence: String,
    /// The first day of the law, as the list prints it; mostly empty.
    pub valid_from: String,
    /// The day the law ceased, as the list prints it; mostly empty.
    pub valid_to: String,
    /// What is counted, where the rules say it for the class; else empty.
    pub counting_unit: String,
    /// The name of the class.
    pub class_title: String,
    /// How it is tried: on indictment only, either way, or summarily.
    pub mode: Mode,
    /// Whom it is against.
    pub against: Against,
    /// Whether it stands among the current offences of the list.
    pub listed: Listed,
    /// When the list last changed the row, as printed.
    pub changed: String,
}

/// How an offence is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Mode {
    /// Only on indictment.
    #[serde(rename = "I")]
    IndictableOnly,
    /// Either way.
    #[serde(rename = "E")]
    EitherWay,
    /// Only summarily.
    #[serde(rename = "S")]
    SummaryOnly,
}

/// Whom an offence is against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Against {
    /// A victim.
    #[serde(rename = "V")]
    Victim,
    /// The state.
    #[serde(rename = "S")]
    State,
    /// One or the other, by its circumstances.
    #[serde(rename = "S/V")]
    Either,
}

/// Whether a row stands among the current offences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Listed {
    /// It does.
    #[serde(rename = "Y")]
    Current,
    /// It is kept for older records.
    #[serde(rename = "N")]
    Former,
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::IndictableOnly => "only on indictment",
            Self::EitherWay => "either way",
            Self::SummaryOnly => "only summarily",
        })
    }
}

impl fmt::Display for Against {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Victim => "a victim",
            Self::State => "the state",
            Self::Either => "a victim or the state",
        })
    }
}

static OFFENCES: LazyLock<Vec<Offence>> = LazyLock::new(|| {
    csv::Reader::from_reader(include_bytes!("../data/offences.csv").as_slice())
        .deserialize()
        .filter_map(Result::ok)
        .collect()
});

impl Offence {
    /// Every row, in the order of the list.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        OFFENCES.iter()
    }

    /// The rows of a subcode (`008/06`) or a class (`8N`).
    pub fn of(code: &str) -> impl Iterator<Item = &'static Self> {
        let code = code.trim().to_owned();
        Self::all()
            .filter(move |offence| offence.subcode == code || offence.class.eq_ignore_ascii_case(&code))
    }

    /// The rows whose title, class or Act holds every one of these words, in any case.
    pub fn search(words: &str) -> impl Iterator<Item = &'static Self> {
        let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        Self::all().filter(move |offence| {
            let text = format!("{} {} {}", offence.title, offence.class_title, offence.act).to_lowercase();
            words.iter().all(|word| text.contains(word))
        })
    }

    /// Whether it was in force on a day: yes, no, or not known.
    ///
    /// Most rows print no first day, so for days outside the year of the list it is mostly not known. On the day that is
    /// printed as its end it is not known either: the list does not say whether that is the last day or the first after.
    ///
    /// ```
    /// use crime::Offence;
    /// use rulebook::{Known, day};
    /// let strangling = Offence::of("008/77").next().ok_or("not listed")?;
    /// assert_eq!(strangling.in_force(day(2022, 6, 6)), Known::Is(false));
    /// assert_eq!(strangling.in_force(day(2022, 6, 7)), Known::Is(true));
    /// let wounding = Offence::of("005/01").next().ok_or("not listed")?;
    /// assert_eq!(wounding.in_force(day(2010, 1, 1)), Known::NotKnown);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn in_force(&self, on: NaiveDate) -> Known<bool> {
        let (first, last) = (printed_day(&self.valid_from), printed_day(&self.valid_to));
        let in_list_year = LIST_YEAR.0 <= on && on <= LIST_YEAR.1;
        if first.is_some_and(|first| on < first) || last.is_some_and(|last| on > last) {
            return Known::Is(false);
        }
        let begun = first.is_some() || (in_list_year && self.valid_from.is_empty());
        let goes_on = match (self.listed, last) {
            (_, Some(last)) => on < last,
            (Listed::Current, None) => self.valid_to.is_empty() && on <= LIST_YEAR.1,
            (Listed::Former, None) => false,
        };
        if begun && goes_on { Known::Is(true) } else { Known::NotKnown }
    }
}

/// A longest sentence as the list prints it, in weeks: life beyond all others, a fine below; nothing for what it does not print.
///
/// ```
/// assert_eq!(crime::sentence_weeks("14 years"), Some(14 * 52));
/// assert!(crime::sentence_weeks("life") > crime::sentence_weeks("14 years"));
/// assert_eq!(crime::sentence_weeks("unknown"), None);
/// ```
#[must_use]
pub fn sentence_weeks(printed: &str) -> Option<u32> {
    let (number, unit) = match printed {
        "life" => return Some(u32::MAX),
        "fine" => return Some(0),
        printed => printed.split_once(' ')?,
    };
    let number: u32 = number.parse().ok()?;
    match unit {
        "years" => Some(number * 52),
        "months" | "month" => Some(number * 13 / 3),
        "weeks" => Some(number),
        _ => None,
    }
}

/// The day that the list prints, where it prints one that can be read.
fn printed_day(text: &str) -> Option<NaiveDate> {
    if text.is_empty() { None } else { text.parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole() {
        assert_eq!(Offence::all().count(), 1698);
        assert_eq!(Offence::of("8n").filter(|offence| offence.subcode == "008/06").count(), 1);
    }

    #[test]
    fn one_subcode_may_stand_in_several_classes() {
        let classes: Vec<&str> = Offence::of("008/06").map(|offence| offence.class.as_str()).collect();
        assert!(classes.contains(&"8N") && classes.contains(&"8S"), "{classes:?}");
    }

    #[test]
    fn every_word_of_a_search_is_found() {
        let found: Vec<&Offence> = Offence::search("bodily HARM actual").collect();
        assert!(!found.is_empty());
        assert!(found.iter().all(|offence| offence.title.to_lowercase().contains("bodily")));
        assert_eq!(Offence::search("no such words anywhere").count(), 0);
    }

    #[test]
    fn what_the_list_does_not_print_is_not_known() {
        for offence in Offence::all() {
            if offence.valid_from.is_empty()
                && offence.valid_to.is_empty()
                && offence.listed == Listed::Current
            {
                assert_eq!(offence.in_force(day(2026, 4, 1)), Known::Is(true), "{offence:?}");
                assert_eq!(offence.in_force(day(2026, 3, 31)), Known::NotKnown, "{offence:?}");
                assert_eq!(offence.in_force(day(2027, 4, 1)), Known::NotKnown, "{offence:?}");
            }
        }
    }

    #[test]
    fn before_its_first_day_and_after_its_end_it_is_not_in_force() {
        let ended = Offence::all().find(|offence| offence.valid_to == "2022-04-12").unwrap();
        assert_eq!(ended.in_force(day(2022, 4, 13)), Known::Is(false));
        assert_eq!(ended.in_force(day(2022, 4, 12)), Known::NotKnown);
    }
}
