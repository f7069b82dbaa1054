//! The longest sentence.

use std::cmp::Ordering;

use crime::Why;
pub(crate) use crime::sentence_weeks as weeks;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    offences,
    rules::principal_crime::{Prevails, name},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("maximum-sentence"),
    title: "The longest sentence",
    says: "Where nothing else decides, the offence with the longer maximum sentence is the more serious; of equal ones, the one likely to be punished more, which is left to a person.",
    basis: edition::rules(
        "page 13, The Principal Crime Rule; sentences from the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "blackmail (14 years) and other theft (7 years), of one victim by one man at once, of which the theft is recorded",
    mend: "record the offence with the longer sentence; if they are equal, ask the registrar",
};

/// The sentence of an offence; of a class without a subcode, the one on which all its rows agree.
fn sentence(matter: &Matter<'_>) -> Option<&'static str> {
    if matter.crime.subcode.is_empty() {
        let mut rows = crime::Offence::all().filter(|offence| offence.class == matter.crime.class);
        let first = rows.next()?.max_sentence.as_str();
        return rows.all(|row| row.max_sentence == first).then_some(first);
    }
    offences::row(matter.crime.class, matter.crime.subcode).map(|offence| offence.max_sentence.as_str())
}

/// The longest sentence of an offence, in weeks, as far as the list prints it.
pub(crate) fn longest(matter: &Matter<'_>) -> Option<u32> {
    sentence(matter).and_then(weeks)
}

/// Which of two has the longer sentence.
///
/// # Errors
///
/// [`Missing`] if the sentences are equal or not printed: the text gives no way further.
pub fn prevails(
    one: &Matter<'_>,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Prevails>, Missing> {
    ask.begin(&RULE, one.case.of);
    let (first, second) = (sentence(one), sentence(other));
    let longer = first.and_then(weeks).zip(second.and_then(weeks)).map(|(first, second)| first.cmp(&second));
    let prevails = match longer {
        Some(Ordering::Greater) => Prevails::First,
        Some(Ordering::Less) => Prevails::Second,
        Some(Ordering::Equal) | None => return Err(ask.missing(one.case.of, "", Why::TextSilent)),
    };
    let (first, second) = (first.unwrap_or_default(), second.unwrap_or_default());
    ask.follows_with(|| format!("{}: {first}; {}: {second}", name(one), name(other)));
    Ok(Some(prevails))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/maximum-sentence.toml"), decided);
    }

    #[test]
    fn every_printed_sentence_is_read() {
        for offence in crime::Offence::all().filter(|offence| offence.max_sentence != "unknown") {
            assert!(weeks(&offence.max_sentence).is_some(), "{}", offence.max_sentence);
        }
        let printed =
            ["fine", "1 month", "3 months", "6 months", "51 weeks", "1 years", "2 years", "14 years", "life"];
        assert!(printed.iter().map(|text| weeks(text).unwrap()).is_sorted());
        // A year has 52 weeks and twelve months, so half a year has 26 weeks.
        assert_eq!(
            ["1 month", "3 months", "6 months", "1 years"].map(|text| weeks(text).unwrap()),
            [4, 13, 26, 52]
        );
    }
}
