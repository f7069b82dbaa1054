//! The register of breaks: days from which recorded crime is counted in another way.

use std::{fmt, sync::LazyLock};

use calendar::Window;
use chrono::NaiveDate;
use crime::Force;
use serde::Deserialize;
use table::{Column, Layout, ReadError, Rows, Source};

use crate::{Class, rules::break_is_whole};

/// The layout of a register of breaks.
pub static BREAKS: Layout = Layout {
    name: "breaks",
    what: "one row a change of practice after which figures do not compare with those before",
    columns: &[
        Column::required("id", "a slug such as burglary-2017"),
        Column::required("touches", "classes, totals, all or terms"),
        Column::optional("what", "codes and names of classes, or terms, with `;` between them"),
        Column::required("forces", "all, or names with `;` between them"),
        Column::optional("earliest", "the first day on which the new practice may have begun, or empty"),
        Column::required("latest", "the first day on which it had surely begun"),
        Column::required("sentence", "what changed, in one sentence"),
        Column::required("source", "who says so, and where"),
        Column::required("confidence", "high, medium or low"),
    ],
};

/// The breaks that we know, as a file for [`read_breaks`].
pub static KNOWN_BREAKS: Source<'static> = Source::new("breaks.csv", include_bytes!("../data/breaks.csv"));

static REGISTER: LazyLock<Vec<Break>> = LazyLock::new(|| {
    read_breaks(KNOWN_BREAKS)
        .map_or_else(|_| Vec::new(), |rows| rows.good.into_iter().map(|row| row.value).collect())
});

/// A row as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct BreakRow {
    /// The slug.
    #[serde(deserialize_with = "table::name")]
    pub id: String,
    /// What kind of figures it touches.
    pub touches: Kind,
    /// Classes or terms.
    #[serde(default)]
    pub what: String,
    /// Forces.
    pub forces: String,
    /// The first day on which the new practice may have begun.
    #[serde(default, deserialize_with = "table::known_day")]
    pub earliest: rulebook::Known<NaiveDate>,
    /// The first day on which it had surely begun.
    #[serde(deserialize_with = "table::day")]
    pub latest: NaiveDate,
    /// What changed.
    #[serde(deserialize_with = "table::name")]
    pub sentence: String,
    /// Who says so.
    #[serde(deserialize_with = "table::name")]
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
}

/// What kind of figures a break touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Some classes of offence.
    Classes,
    /// Totals over all classes.
    Totals,
    /// Every class and every total.
    All,
    /// What is not a class: a name under which something is published.
    Terms,
}

/// How sure the day and the change are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Told by somebody else, or an announcement only.
    Low,
    /// Read in a note, or the day is assumed.
    Medium,
    /// Read in the list or table itself.
    High,
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        })
    }
}

/// A change of practice after which figures do not compare with those before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// Its slug.
    pub id: String,
    /// What kind of figures it touches.
    pub touches: Kind,
    /// Codes and names of classes, or terms.
    pub what: Vec<String>,
    /// The forces; none for all.
    pub forces: Option<Vec<Force>>,
    /// The first day on which the new practice may have begun; none if nobody knows since when.
    pub earliest: Option<NaiveDate>,
    /// The first day on which it had surely begun.
    pub latest: NaiveDate,
    /// What changed, in a sentence of our own.
    pub sentence: String,
    /// Who says so, and where.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Whose figures, and of what, a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    /// A class of offence.
    Class(&'a Class),
    /// The total over all classes but fraud.
    TotalWithoutFraud,
    /// The total over all classes.
    TotalWithFraud,
    /// What is published under a term: `no crime`.
    Term(&'a str),
}

/// Whether a series may go on across a break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AcrossBreaks {
    /// It stops.
    Stop,
    /// It goes on, for a reason that is printed beside it.
    GoOn {
        /// The reason.
        reason: String,
    },
}

/// Windows that compare with each other, and why they do not with those before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch<'b> {
    /// The windows, in the order of their days.
    pub windows: Vec<Window>,
    /// The breaks between the stretch before and this one; none before the first.
    pub after: Vec<&'b Break>,
}

/// The breaks that we know, in the order of the register.
#[must_use]
pub fn known_breaks() -> &'static [Break] {
    &REGISTER
}

/// Reads a register of breaks. Rows without a source do not load; rows whose days are reversed, or that touch no class or an
/// unknown force, are rejected, and so are ids that stand twice.
///
/// # Errors
///
/// If the file cannot be read at all.
pub fn read_breaks(source: Source<'_>) -> Result<Rows<Break>, ReadError> {
    let mut written = table::read::<BreakRow>(&BREAKS, source)?;
    written.reject(break_is_whole::check);
    written.reject_repeated("id", |row| row.id.clone());
    let Rows { file, good, rejected, notes } = written;
    let good = good.into_iter().map(|row| table::Row { place: row.place, value: Break::of(row.value) });
    Ok(Rows { file, good: good.collect(), rejected, notes })
}

impl BreakRow {
    /// The names in a cell that holds several.
    pub(crate) fn several(cell: &str) -> impl Iterator<Item = &str> {
        cell.split(';').map(str::trim).filter(|name| !name.is_empty())
    }
}

impl Break {
    fn of(row: BreakRow) -> Self {
        let forces = BreakRow::several(&row.forces).map(str::parse).collect::<Result<Vec<Force>, _>>().ok();
        Self {
            id: row.id,
            touches: row.touches,
            what: BreakRow::several(&row.what).map(str::to_owned).collect(),
            forces,
            earliest: row.earliest.value().copied(),
            latest: row.latest,
            sentence: row.sentence,
            source: row.source,
            confidence: row.confidence,
        }
    }

    /// Whether it touches figures of `force` on `subject`.
    #[must_use]
    pub fn touches(&self, subject: Subject<'_>, force: Force) -> bool {
        let named = |name: &str| self.what.iter().any(|one| one.eq_ignore_ascii_case(name));
        let whose = self.forces.as_ref().is_none_or(|forces| forces.contains(&force));
        whose
            && match (self.touches, subject) {
                (Kind::All, Subject::Class(_) | Subject::TotalWithoutFraud | Subject::TotalWithFraud)
                | (Kind::Totals, Subject::TotalWithoutFraud | Subject::TotalWithFraud) => true,
                (Kind::Classes, Subject::Class(class)) => {
                    named(&class.name) || class.code.as_deref().is_some_and(named)
                }
                // What leaves or enters the classes of fraud moves the total that holds them.
                (Kind::Classes, Subject::TotalWithFraud) => self.what.iter().any(|name| is_fraud(name)),
                (Kind::Terms, Subject::Term(term)) => named(term),
                (
                    Kind::All | Kind::Totals | Kind::Terms,
                    Subject::Class(_)
                    | Subject::Term(_)
                    | Subject::TotalWithFraud
                    | Subject::TotalWithoutFraud,
                )
                | (Kind::Classes, Subject::TotalWithoutFraud | Subject::Term(_)) => false,
            }
    }

    /// Whether it keeps the two windows from being compared: unless both lie before it or both after it.
    #[must_use]
    pub fn lies_between(&self, one: Window, other: Window) -> bool {
        let before = |window: Window| self.earliest.is_some_and(|earliest| window.last() < earliest);
        let after = |window: Window| self.latest <= window.first();
        !(before(one) && before(other) || after(one) && after(other))
    }

    /// The break in words, with its days, source and confidence.
    #[must_use]
    pub fn in_words(&self) -> String {
        let days = match self.earliest {
            Some(earliest) if earliest == self.latest => format!("from {}", self.latest),
            Some(earliest) => format!("from a day between {earliest} and {}", self.latest),
            None => format!("by {}", self.latest),
        };
        format!("{days}: {} ({}; confidence {})", self.sentence, self.source, self.confidence)
    }
}

/// Whether a class is one of fraud, by its name or code.
#[must_use]
pub fn is_fraud(class: &str) -> bool {
    let name = class.trim().to_lowercase();
    name == "af"
        || name.starts_with("fraud")
            && !name.starts_with("fraud, forgery")
            && !name.starts_with("fraud forgery")
        || name.starts_with("nfib")
}

/// The breaks that keep figures of `force` on `subject` in two windows from being compared.
///
/// ```
/// use calendar::Window;
/// use msf_benchmark::{Class, Subject, breaks_between, known_breaks};
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
/// let year = |first: &str, last: &str| Window::new(day(first), day(last)).unwrap();
/// let class = Class { code: None, name: "Residential burglary".to_owned() };
/// let found = breaks_between(
///     known_breaks(),
///     Subject::Class(&class),
///     "Kent".parse().unwrap(),
///     year("2016-04-01", "2017-03-31"),
///     year("2017-04-01", "2018-03-31"),
/// );
/// assert_eq!(found.iter().map(|found| found.id.as_str()).collect::<Vec<_>>(), ["burglary-2017"]);
/// ```
#[must_use]
pub fn breaks_between<'b>(
    breaks: &'b [Break],
    subject: Subject<'_>,
    force: Force,
    one: Window,
    other: Window,
) -> Vec<&'b Break> {
    let apart = |found: &&Break| found.touches(subject, force) && found.lies_between(one, other);
    breaks.iter().filter(apart).collect()
}

/// The windows in stretches that compare with each other, for one subject; see [`stretches_between`].
#[must_use]
pub fn stretches<'b>(
    breaks: &'b [Break],
    subject: Subject<'_>,
    force: Force,
    windows: &[Window],
    across: &AcrossBreaks,
) -> Vec<Stretch<'b>> {
    let touching: Vec<&Break> = breaks.iter().filter(|found| found.touches(subject, force)).collect();
    stretches_between(&touching, windows, across)
}

/// The windows in stretches that compare with each other, all of `breaks` being taken to touch them. A window in which a practice
/// changed stands alone. If the series is to go on it is one stretch, and the breaks in it are named all the same.
#[must_use]
pub fn stretches_between<'b>(
    breaks: &[&'b Break],
    windows: &[Window],
    across: &AcrossBreaks,
) -> Vec<Stretch<'b>> {
    let mut sorted = windows.to_vec();
    sorted.sort_unstable();
    let mut found: Vec<Stretch<'b>> = Vec::new();
    for window in sorted {
        let Some(stretch) = found.last_mut() else {
            found.push(Stretch { windows: vec![window], after: Vec::new() });
            continue;
        };
        let before = stretch.windows.last().copied().unwrap_or(window);
        let between: Vec<&Break> =
            breaks.iter().copied().filter(|found| found.lies_between(before, window)).collect();
        match (between.is_empty(), across) {
            (true, _) => stretch.windows.push(window),
            (false, AcrossBreaks::Stop) => found.push(Stretch { windows: vec![window], after: between }),
            (false, AcrossBreaks::GoOn { .. }) => {
                stretch.windows.push(window);
                for one in between {
                    if !stretch.after.contains(&one) {
                        stretch.after.push(one);
                    }
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
