//! Drawing the sample of an audit: planned from the frame, drawn so that anybody can draw it again, shared out among auditors.

mod auditors;
mod drawing;
mod frame;
mod last_audit;
mod manifest;
mod plan;
mod replacement;
mod sheets;
mod workbook;

#[cfg(test)]
pub(crate) mod cases;

pub use {
    auditors::{SharingError, file_name, share_out},
    drawing::{Drawing, DrawnRecord, DrawnRow, OtherFrame, digest_of, manifest_of, parts_of},
    frame::{ALL_RECORDS, FRAME, Frame, FrameError, MOST_STRATA, Placed},
    last_audit::{LAST_AUDIT, LastAudit, last_audit},
    manifest::{
        Filter, FrameFile, MANIFEST_NAME, ManifestError, SampleManifest, SampledCase, SampledPart, Use,
    },
    plan::{Design, Of, Plan, PlanError, PlannedPart, Target, margin_of_all, planned},
    replacement::{REPLACEMENTS, Replacement},
    sheets::{IDENTITY, TO_FILL, header, identity, rows},
    workbook::{JUDGEMENT_SHEET, workbook},
};
