//! An audit judged and scored: what was due, what was recorded, and how sure the rates are.
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

mod answer;
pub(crate) mod counts;
mod figure;
mod measure;
mod no_crimes;
mod published;
mod sentences;
mod settings;
mod summary;

pub use {
    answer::{Answer, Rate, Rates},
    counts::{COUNTS, Counts, read_counts},
    measure::Measure,
    no_crimes::{NO_CRIMES, NoCrimes, read_no_crimes},
    published::score_counts,
    settings::{Settings, SettingsError},
    summary::{RATES_HEADER, rates_table},
};
