//! An audit judged and scored: what was due, what was recorded, and how sure the rates are.
//!
//! From the sheets that auditors filled, [`score_judgements`]: case by case, with the sample from which the rates speak for all records.
//!
//! From the counts that somebody published, [`score_counts`]: every rate has its interval, and what counts alone cannot tell is said.
//!
//! ```
//! use recording_audit::score::{Settings, read_counts, score_counts};
//! use table::Source;
//!
//! let counts = "force,stratum,records_examined,crimes_due,crimes_recorded,sampling\n\
//!               Examplia,Online reports,40,44,33,dip sample\n";
//! let rows = read_counts(Source::new("counts.csv", counts.as_bytes())).map_err(|error| error.to_string())?;
//! let answer = score_counts(&rows, None, &Settings::new(rulebook::day(2031, 4, 1)));
//! let found = answer.figure("audit.examplia.online-reports.compliance").ok_or("no such figure")?;
//! assert_eq!((found.printed(), found.interval_printed()), ("75.0%".to_owned(), Some("60.6% to 85.4%".to_owned())));
//! // Nothing of the counts tells how many crimes each record held.
//! let found = answer.figure("audit.examplia.all.unrecorded").ok_or("no such figure")?;
//! assert_eq!(found.printed(), "not supplied");
//! # Ok::<(), String>(())
//! ```

mod agreement;
mod answer;
pub(crate) mod cases;
pub(crate) mod counts;
mod earlier;
mod estimate;
#[cfg(test)]
pub(crate) mod examples;
mod export;
mod figure;
mod found;
mod grades;
mod judged;
pub(crate) mod judgement;
pub(crate) mod keys;
mod measure;
mod no_crimes;
mod published;
mod sentences;
mod settings;
pub(crate) mod sheets;
mod small;
mod stratum;
mod summary;
mod timing;
mod work;

pub use {
    answer::{Agreed, Answer, Disagreement, Estimate, Judged, Rate, Rates, Standing},
    counts::{COUNTS, Counts, read_counts},
    earlier::{EARLIER, EarlierError, EarlierRate, read_earlier},
    export::{JUDGED_HEADER, disagreements_header, disagreements_table, judged_table},
    found::{Found, findings_by_rule},
    grades::{Grade, GradeSet, Grades, GradesError},
    judged::{ScoreError, score_judgements},
    judgement::{Judgement, Line, NoCrime, NoJudgement, VictimTold},
    measure::Measure,
    no_crimes::{NO_CRIMES, NoCrimes, read_no_crimes},
    published::score_counts,
    settings::{Settings, SettingsError},
    sheets::{JUDGEMENTS, MODERATION, Sheets},
    summary::{RATES_HEADER, rates_table},
    timing::{Limit, Timing},
};
