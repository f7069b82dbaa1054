//! Every data file has its source.

use serde::Deserialize;

use super::{Tree, below, crates};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sources {
    source: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    file: String,
    document: String,
    edition: String,
    address: String,
    retrieved: String,
    licence: String,
    rows: usize,
    checked: String,
    #[serde(default, rename = "note")]
    _note: String,
}

/// Data files without an entry in `SOURCES.toml`, entries without a file, wrong numbers of rows, empty fields.
#[must_use]
pub fn every_data_file_has_its_source(tree: &Tree) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, folder) in crates(tree) {
        let data = format!("{folder}/data");
        let files: Vec<(&str, &str)> =
            below(tree, &data).filter(|(file, _)| *file != "SOURCES.toml").collect();
        let Some(text) = tree.get(&format!("{data}/SOURCES.toml")) else {
            wrong.extend(
                files.iter().map(|(file, _)| format!("{name}: data/{file} has no SOURCES.toml beside it")),
            );
            continue;
        };
        let sources: Sources = match toml::from_str(text) {
            Ok(sources) => sources,
            Err(error) => {
                wrong.push(format!("{name}: data/SOURCES.toml: {error}"));
                continue;
            }
        };
        for (file, content) in &files {
            match sources.source.iter().filter(|entry| entry.file == *file).collect::<Vec<_>>().as_slice() {
                [entry] => wrong.extend(faults(name, entry, content)),
                [] => wrong.push(format!("{name}: data/{file} has no entry in SOURCES.toml")),
                _ => wrong.push(format!("{name}: data/{file} has several entries in SOURCES.toml")),
            }
        }
        for entry in &sources.source {
            if !files.iter().any(|(file, _)| *file == entry.file) {
                wrong.push(format!("{name}: SOURCES.toml names data/{}, which is not there", entry.file));
            }
        }
    }
    wrong
}

fn faults(name: &str, entry: &Entry, content: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let fields = [
        ("document", &entry.document),
        ("edition", &entry.edition),
        ("address", &entry.address),
        ("licence", &entry.licence),
        ("retrieved", &entry.retrieved),
        ("checked", &entry.checked),
    ];
    for (field, value) in fields {
        if value.trim().is_empty() {
            wrong.push(format!("{name}: data/{}: `{field}` is empty", entry.file));
        }
    }
    if entry.file.ends_with(".csv") {
        let rows = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .from_reader(content.as_bytes())
            .records()
            .flatten()
            .count();
        if rows != entry.rows {
            wrong.push(format!(
                "{name}: data/{} has {rows} rows, SOURCES.toml says {}",
                entry.file, entry.rows
            ));
        }
    }
    wrong
}
