//! The files of a sample.

use std::path::Path;

use batch::{
    manifest::{Manifest, RuleBook},
    output::{self, OutputFile, OutputSet, Replace},
    stderr::{in_full, say},
};
use recording_audit::{
    rules::OF_SAMPLING,
    sample::{
        DrawnRecord, IDENTITY, MANIFEST_NAME, SampleManifest, file_name, header, identity, rows, workbook,
    },
};

use crate::frame::input_of;

/// What is written, and where.
pub struct Written<'a> {
    pub manifest: &'a SampleManifest,
    /// The same with the auditors of those cases alone that sheets are made for.
    pub sheets: &'a SampleManifest,
    /// In the order of its cases.
    pub drawn: &'a [DrawnRecord],
    pub out: &'a Path,
    pub replace: Replace,
    pub retention: Option<&'a str>,
    pub command: Vec<String>,
    /// Files besides those of every sample.
    pub more: Vec<OutputFile>,
}

/// Writes the sheets and the identity maps, and says what the files are called.
pub fn write(written: &Written<'_>) -> Result<Vec<String>, String> {
    let Written { manifest, sheets, drawn, .. } = written;
    let mut text = serde_json::to_vec_pretty(manifest).map_err(|error| error.to_string())?;
    text.push(b'\n');
    let mut files = vec![OutputFile::open_to_all(MANIFEST_NAME, text)];
    let table = |name: String, header: &[&str], rows: &[Vec<String>]| {
        let bytes = table::write(header, rows).map_err(|error| error.to_string())?;
        Ok::<_, String>(OutputFile::person_level(name, bytes))
    };
    files.push(table("identity.csv".to_owned(), &IDENTITY, &identity(manifest, drawn, None))?);
    let head = header(&manifest.shown);
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let mut auditors: Vec<&String> = sheets.judged().flat_map(|case| &case.auditors).collect();
    auditors.sort_unstable();
    auditors.dedup();
    for auditor in auditors {
        let name = file_name(auditor);
        let sheet = rows(sheets, drawn, auditor, manifest.lines);
        files.push(table(format!("sheet-{name}.csv"), &head, &sheet)?);
        let book = workbook(sheets, drawn, auditor).bytes().map_err(|error| error.to_string())?;
        files.push(OutputFile::person_level(format!("sheet-{name}.xlsx"), book));
        let map = identity(sheets, drawn, Some(auditor));
        files.push(table(format!("identity-{name}.csv"), &IDENTITY, &map)?);
    }
    files.extend(written.more.iter().cloned());
    let names = files.iter().map(|file| file.name.clone()).chain(["manifest.json".to_owned()]).collect();
    let program = env!("CARGO_PKG_NAME");
    let mut run = Manifest::new(program, env!("CARGO_PKG_VERSION"), manifest.as_at);
    run.command.clone_from(&written.command);
    run.rule_books = RuleBook::of(OF_SAMPLING);
    run.inputs = vec![input_of(&manifest.frame)];
    run.retention = written.retention.map(str::to_owned);
    let done =
        output::write(written.out, &OutputSet { manifest: run, files }, written.replace).map_err(in_full)?;
    if let Some(left) = done.left_behind {
        say(&left.to_string());
    }
    Ok(names)
}
