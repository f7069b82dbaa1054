//! The example of the forces: its tables are those of the official files, and every command of its story prints what is shown.

#![expect(clippy::unwrap_used, reason = "a test: the exceptions of clippy.toml do not reach its helpers")]

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use acceptance::{
    command::{Scratch, built},
    house,
    page::{differing, shown},
};
use calendar::Window;
use msf_benchmark::{
    Area, GROUP_OF_2014, Lookup, Totals, read_groups, read_measures, read_official, read_populations,
};
use rulebook::{Severity, day};
use serde::Deserialize;
use table::Source;
use xtask::forces_example;

fn file(name: &str) -> Vec<u8> {
    fs::read(house::top().join(forces_example::FOLDER).join(name)).unwrap()
}

fn official() -> PathBuf {
    std::env::var_os("OFFICIAL_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"), PathBuf::from)
}

#[test]
fn made_again_the_tables_are_the_same() {
    let official = official();
    if !official.join(forces_example::ROLLING).exists() || !official.join(forces_example::ESTIMATES).exists()
    {
        println!(
            "skipped: the official files are not found; set OFFICIAL_DATA to the folder that holds them"
        );
        return;
    }
    for (name, text) in forces_example::made(&official).unwrap() {
        assert!(text.as_bytes() == file(name), "{name} is stale: `cargo xtask forces-example FOLDER`");
    }
}

#[test]
fn the_table_is_whole_and_nothing_in_it_is_wrong() {
    let bytes = file("recorded_crime.csv");
    assert!(bytes.len() + file("population.csv").len() < 400_000);
    let tables = read_official(Source::new("recorded_crime.csv", &bytes)).unwrap();
    let [table] = tables.as_slice() else { panic!("one table") };
    assert_eq!(table.rows.read, table.rows.answered);
    // What is said of classes that begin and end is the break of April 2017, and nothing else is said.
    let said: BTreeMap<&str, usize> = table.findings.iter().fold(BTreeMap::new(), |mut said, finding| {
        *said.entry(finding.rule.id.0).or_default() += 1;
        said
    });
    assert!(table.findings.iter().all(|finding| finding.severity < Severity::Error), "{said:?}");
    assert_eq!(said.keys().copied().collect::<Vec<_>>(), ["class-continues"], "{said:?}");
    // 43 forces in 16 years.
    let lookup = Lookup::of(&tables);
    assert_eq!((lookup.forces().len(), lookup.windows().len()), (43, 16));
    // Printed by both publications of the Home Office.
    let year = Window::new(day(2017, 4, 1), day(2018, 3, 31)).unwrap();
    let west_midlands = Area::Force("West Midlands".parse().unwrap());
    assert_eq!(Totals::of(table).get(&west_midlands, year), Some(233_393));
}

#[test]
fn populations_groups_and_measures_are_read_without_a_finding() {
    let bytes = file("population.csv");
    let populations = read_populations(Source::new("population.csv", &bytes)).unwrap();
    // 43 forces in 18 years.
    assert_eq!((populations.rows.good.len(), populations.rows.rejected.len()), (774, 0));
    assert!(populations.findings.is_empty(), "{:?}", populations.findings);
    let bytes = file("groups.csv");
    assert_eq!(bytes, GROUP_OF_2014.bytes);
    let groups = read_groups(Source::new("groups.csv", &bytes)).unwrap();
    assert!(groups.findings.is_empty() && groups.rows.rejected.is_empty());
    let bytes = file("measures.toml");
    assert_eq!(read_measures(Source::new("measures.toml", &bytes)).unwrap().len(), 9);
}

#[derive(Deserialize)]
struct Sources {
    source: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    file: String,
    rows: usize,
}

#[test]
fn every_table_has_its_source() {
    let sources: Sources = toml::from_str(&String::from_utf8(file("SOURCES.toml")).unwrap()).unwrap();
    let named: Vec<&str> = sources.source.iter().map(|entry| entry.file.as_str()).collect();
    assert_eq!(named, ["recorded_crime.csv", "population.csv", "groups.csv"]);
    for entry in &sources.source {
        let bytes = file(&entry.file);
        let rows = csv::Reader::from_reader(bytes.as_slice()).records().flatten().count();
        assert_eq!(rows, entry.rows, "{}", entry.file);
    }
}

const STORY: &str = "README.md";

/// The page with what its commands print now.
fn renewed(page: &str, folder: &Path) -> String {
    let places = [built("benchmark-forces").parent().unwrap().to_owned()];
    let path = std::env::join_paths(
        places.into_iter().chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    );
    let path = path.unwrap();
    let mut new = String::new();
    for (at, part) in page.split("```console\n").enumerate() {
        if at == 0 {
            new.push_str(part);
            continue;
        }
        let (block, rest) = part.split_once("```").unwrap();
        let command = block.lines().next().unwrap();
        let run = Command::new("sh")
            .args(["-c", command.strip_prefix("$ ").unwrap()])
            .current_dir(folder)
            .env("PATH", &path)
            .output()
            .unwrap();
        let printed = String::from_utf8(run.stdout).unwrap();
        write!(new, "```console\n{command}\n{printed}```{rest}").unwrap();
    }
    new
}

/// To renew what is shown: `UPDATE_GOLDEN=1 cargo test -p acceptance --test forces_example`.
#[test]
fn every_command_of_the_story_prints_what_it_shows() {
    let scratch = Scratch::new().unwrap();
    let folder = scratch.copy_of("forces-2003-2018").unwrap();
    let mut page = String::from_utf8(file(STORY)).unwrap();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let again = Scratch::new().unwrap();
        page = renewed(&page, &again.copy_of("forces-2003-2018").unwrap());
        fs::write(house::top().join(forces_example::FOLDER).join(STORY), &page).unwrap();
    }
    let commands = shown(&page);
    assert_eq!(commands.len(), 4);
    let wrong = differing(&commands, &folder, &["benchmark-forces"]).unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
