//! A number that may be printed, and where it comes from.

use std::{borrow::Cow, fmt, str::FromStr};

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;

use crate::{Known, Method, Place, Rounding, Rule};

/// The name of a figure: lower-case words with hyphens, joined by dots (`audit.incidents.compliance`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureId(String);

impl FigureId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// An id from parts that may hold any text: each part is turned into a slug.
    ///
    /// ```
    /// use rulebook::FigureId;
    /// assert_eq!(FigureId::of(&["audit", "No crime: rape", "rate"]).as_str(), "audit.no-crime-rape.rate");
    /// ```
    #[must_use]
    pub fn of(parts: &[&str]) -> Self {
        Self(parts.iter().map(|part| slug(part)).collect::<Vec<_>>().join("."))
    }
}

/// Letters and digits in lower case, everything between them one hyphen; never empty.
fn slug(part: &str) -> String {
    let words: Vec<String> = part
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    if words.is_empty() { "x".to_owned() } else { words.join("-") }
}

impl fmt::Display for FigureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A text that cannot be the id of a figure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no figure id: expected lower-case words with hyphens, joined by dots")]
pub struct FigureIdError(String);

impl FromStr for FigureId {
    type Err = FigureIdError;

    fn from_str(text: &str) -> Result<Self, FigureIdError> {
        let well_formed =
            !text.is_empty() && text.split('.').all(|part| !part.is_empty() && slug(part) == part);
        if well_formed { Ok(Self(text.to_owned())) } else { Err(FigureIdError(text.to_owned())) }
    }
}

/// What a figure says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// How many.
    Count(u64),
    /// A signed number of days, or another difference.
    Difference(i64),
    /// A part of a whole, printed as a percentage.
    Share {
        /// The part.
        part: u64,
        /// The whole; zero makes the share not computable.
        whole: u64,
    },
    /// A number that is none of the others, in the figure's unit.
    Number(Decimal),
    /// Pounds sterling.
    Money(Decimal),
    /// A day.
    Day(NaiveDate),
    /// Words computed from the inputs: names, a state, an answer of a rule.
    Words(String),
    /// Somebody asked, and it is not known.
    NotKnown,
    /// Nobody told us.
    NotSupplied,
    /// Left out because a row it rests on could not be used: the reason.
    Withheld(String),
    /// Left out because so small a number could point at a person.
    Suppressed,
}

impl From<Known<u64>> for Value {
    fn from(known: Known<u64>) -> Self {
        match known {
            Known::Is(count) => Self::Count(count),
            Known::NotKnown => Self::NotKnown,
            Known::NotSupplied => Self::NotSupplied,
        }
    }
}

impl From<Known<NaiveDate>> for Value {
    fn from(known: Known<NaiveDate>) -> Self {
        match known {
            Known::Is(day) => Self::Day(day),
            Known::NotKnown => Self::NotKnown,
            Known::NotSupplied => Self::NotSupplied,
        }
    }
}

impl From<Known<String>> for Value {
    fn from(known: Known<String>) -> Self {
        match known {
            Known::Is(words) => Self::Words(words),
            Known::NotKnown => Self::NotKnown,
            Known::NotSupplied => Self::NotSupplied,
        }
    }
}

/// How firmly a figure may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Qualifier {
    /// It is this.
    #[default]
    Exact,
    /// It is near this.
    About,
    /// It is below this.
    FewerThan,
    /// It is above this.
    MoreThan,
    /// It is what somebody printed; we could not check it.
    AsReported,
}

impl fmt::Display for Qualifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::FewerThan => "fewer than",
            Self::MoreThan => "more than",
            Self::AsReported => "as reported",
        })
    }
}

impl FromStr for Qualifier {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        [Self::Exact, Self::About, Self::FewerThan, Self::MoreThan, Self::AsReported]
            .into_iter()
            .find(|qualifier| qualifier.to_string() == text)
            .ok_or_else(|| format!("`{text}` is none of: exact, about, fewer than, more than, as reported"))
    }
}

/// A range beside a figure, in the unit of the figure (a share: between 0 and 1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interval {
    /// The lower limit.
    pub low: Decimal,
    /// The upper limit.
    pub high: Decimal,
    /// The method and confidence, for example `Wilson, 95%`.
    pub method: String,
    /// What the interval does and does not say here.
    pub meaning: String,
}

/// A number that may be printed. A paper prints figures and nothing else.
///
/// ```
/// use rulebook::{Figure, FigureId, Rounding, Value};
/// let figure = Figure::new(
///     FigureId::of(&["audit", "incidents", "compliance"]),
///     "crimes recorded of those that should have been",
///     Value::Share { part: 328, whole: 332 },
/// )
/// .rounded(Rounding::nearest(1));
/// assert_eq!(figure.printed(), "98.8%");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The name by which a narrative asks for it.
    pub id: FigureId,
    /// What it is, for a reader who sees only the list of figures.
    pub label: String,
    /// What it says.
    pub value: Value,
    /// Of what, where the value does not say: `crimes`, `days`. Empty for none.
    pub unit: Cow<'static, str>,
    /// How it is cut when printed.
    pub rounding: Rounding,
    /// How firmly it may be read.
    pub qualifier: Qualifier,
    /// On how many observations it rests, where that is not the value itself.
    pub n: Option<u64>,
    /// The range beside it, if it has one.
    pub interval: Option<Interval>,
    /// The cells it was read or computed from.
    pub origin: Vec<Place>,
    /// The arithmetic, in words: `328 of 332`.
    pub working: String,
    /// The rule that gave it, if a rule did.
    pub by: Option<&'static Rule>,
}

impl Figure {
    /// An exact figure with no interval, printed to the nearest whole number.
    #[must_use]
    pub fn new(id: FigureId, label: impl Into<String>, value: Value) -> Self {
        Self {
            id,
            label: label.into(),
            value,
            unit: Cow::Borrowed(""),
            rounding: Rounding::nearest(0),
            qualifier: Qualifier::Exact,
            n: None,
            interval: None,
            origin: Vec::new(),
            working: String::new(),
            by: None,
        }
    }

    /// The same figure, read or computed from these cells.
    #[must_use]
    pub fn from_cells(mut self, origin: impl IntoIterator<Item = Place>) -> Self {
        self.origin.extend(origin);
        self
    }

    /// The same figure with its arithmetic in words.
    #[must_use]
    pub fn working(mut self, working: impl Into<String>) -> Self {
        self.working = working.into();
        self
    }

    /// The same figure in a unit.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<Cow<'static, str>>) -> Self {
        self.unit = unit.into();
        self
    }

    /// The same figure, cut in another way.
    #[must_use]
    pub const fn rounded(mut self, rounding: Rounding) -> Self {
        self.rounding = rounding;
        self
    }

    /// The same figure, to be read less firmly.
    #[must_use]
    pub const fn qualified(mut self, qualifier: Qualifier) -> Self {
        self.qualifier = qualifier;
        self
    }

    /// The same figure with its number of observations and interval.
    #[must_use]
    pub fn with_interval(mut self, n: u64, interval: Interval) -> Self {
        self.n = Some(n);
        self.interval = Some(interval);
        self
    }

    /// The same figure as the answer of a rule.
    #[must_use]
    pub const fn by(mut self, rule: &'static Rule) -> Self {
        self.by = Some(rule);
        self
    }

    /// The value as it stands in the paper, with its qualifier, without its unit.
    #[must_use]
    pub fn printed(&self) -> String {
        let number = match &self.value {
            Value::Count(n) => grouped(Decimal::from(*n)),
            Value::Difference(n) => grouped(Decimal::from(*n)),
            Value::Share { part, whole } => match percentage(*part, *whole) {
                Some(percent) => self.percent(percent, *part, *whole),
                None => return "not computable (of none)".to_owned(),
            },
            Value::Number(number) => grouped(self.rounding.round(*number)),
            Value::Money(amount) => format!("£{}", grouped(self.rounding.round(*amount))),
            Value::Day(day) => long_day(*day),
            Value::Words(words) => words.clone(),
            Value::NotKnown => return "not known".to_owned(),
            Value::NotSupplied => return "not supplied".to_owned(),
            Value::Withheld(reason) => return format!("withheld ({reason})"),
            Value::Suppressed => return "suppressed".to_owned(),
        };
        match self.qualifier {
            Qualifier::Exact => number,
            Qualifier::About => format!("about {number}"),
            Qualifier::FewerThan => format!("fewer than {number}"),
            Qualifier::MoreThan => format!("more than {number}"),
            Qualifier::AsReported => format!("{number} (as reported)"),
        }
    }

    /// A percentage that is rounded neither to all nor to none if it is not all or none.
    fn percent(&self, percent: Decimal, part: u64, whole: u64) -> String {
        let rounded = self.rounding.round(percent);
        let by = |method| Rounding { method, ..self.rounding }.round(percent);
        if part < whole && rounded >= Decimal::ONE_HUNDRED {
            format!("more than {}%", by(Method::CutOff))
        } else if part > 0 && rounded.is_zero() {
            format!("less than {}%", by(Method::Up))
        } else {
            format!("{rounded}%")
        }
    }

    /// The value in full, for machines: no grouping, no rounding, days as `YYYY-MM-DD`, a share between 0 and 1.
    #[must_use]
    pub fn exact(&self) -> String {
        match &self.value {
            Value::Count(n) => n.to_string(),
            Value::Difference(n) => n.to_string(),
            Value::Share { part, whole } => share(*part, *whole).map_or_else(String::new, |s| s.to_string()),
            Value::Number(number) | Value::Money(number) => number.to_string(),
            Value::Day(day) => day.to_string(),
            Value::Words(words) => words.clone(),
            Value::NotKnown | Value::NotSupplied | Value::Withheld(_) | Value::Suppressed => String::new(),
        }
    }

    /// The interval as it stands in the paper: with as many decimal places as the figure, at least 1 and at most 4.
    #[must_use]
    pub fn interval_printed(&self) -> Option<String> {
        let interval = self.interval.as_ref()?;
        let fine = Rounding { places: self.rounding.places.clamp(1, 4), ..Rounding::nearest(1) };
        let is_share = matches!(self.value, Value::Share { .. });
        Some(if is_share {
            let percent = |limit: Decimal| fine.round(limit * Decimal::ONE_HUNDRED);
            format!("{}% to {}%", percent(interval.low), percent(interval.high))
        } else {
            format!("{} to {}", grouped(fine.round(interval.low)), grouped(fine.round(interval.high)))
        })
    }
}

/// Part of whole; none if there is no whole.
fn share(part: u64, whole: u64) -> Option<Decimal> {
    Decimal::from(part).checked_div(Decimal::from(whole))
}

/// Part of whole in percent. Multiplied first, so that 1 of 3 loses nothing before the rounding.
fn percentage(part: u64, whole: u64) -> Option<Decimal> {
    (Decimal::from(part) * Decimal::ONE_HUNDRED).checked_div(Decimal::from(whole))
}

/// `1 July 2014`.
fn long_day(day: NaiveDate) -> String {
    format!("{} {}", day.day(), day.format("%B %Y"))
}

/// Thousands separated by commas.
fn grouped(number: Decimal) -> String {
    let text = number.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("−", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut out = String::from(sign);
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(value: Value) -> Figure {
        Figure::new(FigureId::of(&["a"]), "a", value)
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        for (n, printed) in
            [(0, "0"), (999, "999"), (1000, "1,000"), (167_890, "167,890"), (1_234_567, "1,234,567")]
        {
            assert_eq!(figure(Value::Count(n)).printed(), printed);
        }
        assert_eq!(figure(Value::Difference(-1200)).printed(), "−1,200");
        let pounds = figure(Value::Money(Decimal::new(8_683_116, 2))).rounded(Rounding::nearest(2));
        assert_eq!(pounds.printed(), "£86,831.16");
    }

    #[test]
    fn a_share_of_nothing_is_not_nothing() {
        assert_eq!(figure(Value::Share { part: 0, whole: 0 }).printed(), "not computable (of none)");
        assert_eq!(figure(Value::Share { part: 0, whole: 0 }).exact(), "");
    }

    #[test]
    fn the_rounding_convention_decides_the_printed_digit() {
        let share = figure(Value::Share { part: 328, whole: 332 });
        assert_eq!(share.printed(), "99%");
        assert_eq!(share.rounded(Rounding { method: Method::CutOff, places: 0 }).printed(), "98%");
    }

    #[test]
    fn nearly_all_is_not_all_and_nearly_none_is_not_none() {
        let nearly =
            |part, whole| figure(Value::Share { part, whole }).rounded(Rounding::nearest(1)).printed();
        assert_eq!(nearly(9_999, 10_000), "more than 99.9%");
        assert_eq!(nearly(1, 10_000), "less than 0.1%");
        assert_eq!((nearly(10_000, 10_000), nearly(0, 10_000)), ("100.0%".to_owned(), "0.0%".to_owned()));
    }

    #[test]
    fn what_is_missing_prints_in_words() {
        assert_eq!(figure(Value::NotKnown).qualified(Qualifier::About).printed(), "not known");
        assert_eq!(figure(Value::Withheld("1 row rejected".into())).printed(), "withheld (1 row rejected)");
        assert_eq!(figure(Value::Count(500)).qualified(Qualifier::FewerThan).printed(), "fewer than 500");
    }

    #[test]
    fn ids_are_slugs_joined_by_dots() {
        for bad in ["", ".", "a.", "A", "a_b", "a b", "a..b", "-a"] {
            assert!(bad.parse::<FigureId>().is_err(), "{bad}");
        }
        assert_eq!(
            "no-crime.west-midlands.rate".parse::<FigureId>().unwrap().as_str(),
            "no-crime.west-midlands.rate"
        );
    }

    proptest::proptest! {
        #[test]
        fn a_made_id_parses(parts in proptest::collection::vec(".*", 1..4)) {
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            let id = FigureId::of(&parts);
            proptest::prop_assert_eq!(id.as_str().parse::<FigureId>(), Ok(id.clone()));
        }
    }
}
