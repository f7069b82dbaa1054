//! `redraw`: a sample drawn again by its manifest, to prove it or to replace cases that could not be judged.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use batch::{
    exit::{Exit, FailOn},
    output::{OutputFile, Replace},
    stderr::in_full,
    stdout, target,
};
use clap::Args;
use recording_audit::{
    rules::sample_redrawn,
    sample::{SampleManifest, digest_of},
};
use rulebook::Finding;
use table::{
    Source,
    findings::{FINDINGS_HEADER, append_csv},
};

use crate::{
    ROOM,
    sample::{
        Asked, draw,
        files::{self, Written},
    },
};

const EXAMPLES: &str = "\
Examples:
  Prove a sample:
    audit-recording redraw sample/sample-manifest.json reports.csv
  Replace cases that could not be judged:
    audit-recording redraw sample/sample-manifest.json reports.csv --replacements sealed.csv --out sample-2

`template replacements` prints an empty table. Exit codes: 0 the same sample; 1 it differs, or a row replaces nothing; 2 could not do it.";

/// What `redraw` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Wanted {
    /// The manifest of the sample, `sample-manifest.json`.
    manifest: PathBuf,
    /// The frame from which it was drawn.
    frame: PathBuf,
    /// The mapping that the plan was made with.
    #[arg(long, value_name = "FILE.toml")]
    map: Option<PathBuf>,
    /// Cases that could not be judged, with the columns of `template replacements`: the next of the reserve take their place.
    #[arg(long, value_name = "FILE", requires = "out")]
    replacements: Option<PathBuf>,
    /// The folder to write the sample to once more, with its sheets and identity maps.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// How long what is about people may be kept, for the manifest.
    #[arg(long, value_name = "TEXT")]
    retention: Option<String>,
    /// Replace the outputs of an earlier run.
    #[arg(long)]
    force: bool,
    /// From which severity of finding on to end with 1: never, note, warning or error.
    #[arg(long, value_name = "SEVERITY", default_value_t = FailOn::default())]
    fail_on: FailOn,
}

/// Runs `redraw`.
pub fn run(wanted: &Wanted) -> Result<Exit, String> {
    let name = wanted.manifest.display().to_string();
    let bytes = fs::read(&wanted.manifest).map_err(|error| format!("{name}: {error}"))?;
    let mut manifest = SampleManifest::read(Source::new(&name, &bytes)).map_err(|error| error.to_string())?;
    let read = [wanted.manifest.as_path(), wanted.frame.as_path()];
    let read: Vec<&Path> =
        read.into_iter().chain(wanted.replacements.as_deref()).chain(wanted.map.as_deref()).collect();
    let replace = match &wanted.out {
        Some(out) => target::replace(out, "redraw", Replace::asked(wanted.force), &read).map_err(in_full)?,
        None => Replace::Never,
    };
    let asked = Asked {
        filter: &manifest.filter,
        strata_columns: &manifest.strata_columns,
        shown: &manifest.shown,
        parts: &manifest.strata,
        repeated_lines: &manifest.repeated_lines,
        seed: &manifest.seed,
    };
    let drawn = draw(&wanted.frame, wanted.map.as_deref(), &manifest.frame.sha256, &asked)?;
    let mut again = manifest.clone();
    again.frame.sha256.clone_from(&drawn.sha256);
    again.drawn_sha256 = digest_of(&drawn.records);
    again.cases = drawn.cases;
    let mut findings = sample_redrawn::check(&name, &manifest, &again);
    let same = findings.is_empty();
    let drawn_before: BTreeSet<String> = manifest.judged().map(|case| case.case.clone()).collect();
    if same && let Some(path) = &wanted.replacements {
        let name = path.display().to_string();
        let bytes = fs::read(path).map_err(|error| format!("{name}: {error}"))?;
        findings = manifest.replace(Source::new(&name, &bytes)).map_err(|error| error.to_string())?;
    }
    let sheets = sheets_of(&manifest, &drawn_before, wanted);
    let mut text = said(&manifest, &findings, same);
    if let (Some(out), true) = (&wanted.out, same) {
        let names = files::write(&Written {
            manifest: &manifest,
            sheets: &sheets,
            drawn: &drawn.records,
            out,
            replace,
            retention: wanted.retention.as_deref(),
            command: vec!["redraw".to_owned()],
            more: vec![OutputFile::person_level("findings.csv", table_of(&findings))],
        })?;
        // Into memory: it cannot fail.
        let _ = writeln!(text, "written: {} ({})", out.display(), names.join(", "));
        if wanted.replacements.is_some() {
            let _ = writeln!(
                text,
                "next: the new sheets have the new cases only; score them with those that you have:\n  audit-recording score --manifest {} SHEETS... --out DIR",
                out.join(recording_audit::sample::MANIFEST_NAME).display()
            );
        }
    }
    stdout::print(&text).map_err(|error| error.to_string())?;
    Ok(Exit::after(&findings, wanted.fail_on))
}

/// The sample with the auditors of those cases alone that sheets are made for: where cases were replaced, those that were not judged before.
fn sheets_of(manifest: &SampleManifest, before: &BTreeSet<String>, wanted: &Wanted) -> SampleManifest {
    let mut sheets = manifest.clone();
    if wanted.replacements.is_some() {
        for case in sheets.cases.iter_mut().filter(|case| before.contains(&case.case)) {
            case.auditors.clear();
        }
    }
    sheets
}

fn table_of(findings: &[Finding]) -> Vec<u8> {
    let mut bytes = FINDINGS_HEADER.join(",").into_bytes();
    bytes.push(b'\n');
    for finding in findings {
        append_csv(ROOM, finding, None, &mut bytes);
    }
    bytes
}

fn said(manifest: &SampleManifest, findings: &[Finding], same: bool) -> String {
    let mut text = String::new();
    let what = if same { "the same sample" } else { "another sample" };
    let _ = writeln!(
        text,
        "Drawn again from {} with the seed `{}`: {what}, {} cases",
        manifest.frame.file,
        manifest.seed,
        manifest.cases.len()
    );
    for case in manifest.cases.iter().filter(|case| case.replaces.is_some()) {
        let _ =
            writeln!(text, "  {} is judged for {}", case.case, case.replaces.as_deref().unwrap_or_default());
    }
    for finding in findings {
        let _ = writeln!(text, "{finding}");
    }
    text
}
