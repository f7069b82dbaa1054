//! What a report is made of: page, workbook and files are written from it alone.

use batch::manifest::InputFile;
use chrono::NaiveDate;
use msf_benchmark::{Assessment, Periods};
use rulebook::{Figure, Finding};

/// One report.
pub struct Reported<'r> {
    /// The day that is today for the run.
    pub as_at: NaiveDate,
    /// Every answer, figure and sentence.
    pub assessment: &'r Assessment,
    /// The periods that were compared, and how many stay aside.
    pub periods: &'r Periods,
    /// All figures, as `figures.csv` has them.
    pub figures: &'r [Figure],
    /// All findings, those of the files first.
    pub findings: &'r [&'r Finding],
    /// For each table: file and sheet, and what it holds, with rows in = answered + rejected.
    pub tables: &'r [(String, String)],
    /// The measures of the shipped set that cannot be worked out from these files, each with the reason.
    pub left_out: &'r [(String, String)],
    /// The verb and the options that decide what comes out.
    pub command: &'r [String],
    /// The files that were read.
    pub inputs: &'r [InputFile],
    /// The names of all files of the set.
    pub outputs: &'r [String],
}
