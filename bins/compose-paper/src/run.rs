//! Open, compose, write, choose the exit code.

use std::path::Path;

use batch::{
    exit::{Exit, FailOn},
    folder,
    manifest::{InputFile, InputKind, Manifest, RuleBook},
    output::{self, OutputFile, OutputSet, Replace},
    stdout, verify as verifying,
};
use board_paper::settings::InputKind as Kind;
use chrono::{Local, NaiveDate};

use crate::{
    arguments::{Check, Common, Paper},
    failure::Failure,
    summary,
};

/// Composes the paper and writes it.
pub fn write(arguments: &Paper) -> Result<Exit, Failure> {
    let (Some(from), Some(out)) = (&arguments.folder, &arguments.out) else {
        return Err(Failure::because("name a folder and --out"));
    };
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty() && !parent.is_dir());
    if let Some(parent) = parent {
        return Err(Failure::because(format!(
            "`{}` is no folder: make it first, then --out can stand in it",
            parent.display()
        )));
    }
    let as_at = as_at(&arguments.common);
    let (folder, paper) = compose(from, as_at)?;
    let exit = exit(&paper, arguments.common.fail_on);
    if exit == Exit::Found && out.exists() {
        report(&paper, &summary::Written::LeftAlone(out), &arguments.common, as_at)?;
        return Ok(exit);
    }
    let set = OutputSet {
        manifest: manifest(&folder, &paper, as_at),
        files: paper
            .outputs()?
            .into_iter()
            .map(|file| OutputFile { name: file.name, bytes: file.bytes, person_level: file.person_level })
            .collect(),
    };
    let replace = if arguments.force { Replace::Ours } else { Replace::Never };
    let written = output::write(out, &set, replace)?;
    report(&paper, &summary::Written::To(out, &written), &arguments.common, as_at)?;
    Ok(exit)
}

/// Composes the paper and only says what was found.
pub fn check(arguments: &Check) -> Result<Exit, Failure> {
    let as_at = as_at(&arguments.common);
    let (_, paper) = compose(&arguments.folder, as_at)?;
    report(&paper, &summary::Written::Nothing, &arguments.common, as_at)?;
    Ok(exit(&paper, arguments.common.fail_on))
}

/// Lists every figure that a narrative of the folder may ask for.
pub fn figures(arguments: &Check) -> Result<Exit, Failure> {
    let (_, paper) = compose(&arguments.folder, as_at(&arguments.common))?;
    let lines: Vec<String> = paper
        .figures
        .iter()
        .map(|figure| format!("{}  {}  ({})\n", figure.id, figure.printed(), figure.label))
        .collect();
    stdout::print(&lines.concat())?;
    Ok(Exit::Done)
}

/// Says which outputs were changed since the paper was written.
pub fn verify(folder: &Path) -> Result<Exit, Failure> {
    let differences = verifying::verify(folder)?;
    let lines: Vec<String> = differences.iter().map(ToString::to_string).collect();
    let text =
        if lines.is_empty() { "every output is as it was written".to_owned() } else { lines.join("\n") };
    stdout::print(&format!("{text}\n"))?;
    Ok(if differences.is_empty() { Exit::Done } else { Exit::Found })
}

fn compose(from: &Path, as_at: NaiveDate) -> Result<(folder::Folder, board_paper::Paper), Failure> {
    let folder = folder::open(from, folder::Limits::default()).map_err(|error| unusable(from, &error))?;
    let paper = board_paper::compose(&folder.files, as_at).map_err(Failure::all)?;
    Ok((folder, paper))
}

/// Everything in the folder that cannot be used; what is said of the folder itself begins with its name.
fn unusable(from: &Path, error: &folder::OpenError) -> Failure {
    Failure::all(error.problems.iter().map(|problem| match problem.file() {
        Some(_) => problem.to_string(),
        None => format!("the folder `{}`: {problem}", from.display()),
    }))
}

fn as_at(common: &Common) -> NaiveDate {
    common.as_at.unwrap_or_else(|| Local::now().date_naive())
}

fn exit(paper: &board_paper::Paper, fail_on: FailOn) -> Exit {
    Exit::after(paper.findings.iter().flat_map(|(_, findings)| findings), fail_on)
}

fn report(
    paper: &board_paper::Paper,
    written: &summary::Written<'_>,
    common: &Common,
    as_at: NaiveDate,
) -> Result<(), Failure> {
    Ok(stdout::print(&summary::of(paper, written, as_at, common.format))?)
}

fn manifest(folder: &folder::Folder, paper: &board_paper::Paper, as_at: NaiveDate) -> Manifest {
    let mut manifest = Manifest::new(env!("CARGO_BIN_NAME"), env!("CARGO_PKG_VERSION"), as_at);
    manifest.rule_books = RuleBook::of(&paper.rules_that_spoke());
    manifest.retention = (!paper.settings.retention.is_empty()).then(|| paper.settings.retention.clone());
    manifest.inputs = paper
        .files_read()
        .into_iter()
        .filter_map(|(file, kind)| {
            let mut input = InputFile::of(&file, folder.file(&file)?);
            input.kind = kind.map(|kind| match kind {
                Kind::Published => InputKind::Published,
                Kind::PersonLevel => InputKind::PersonLevel,
            });
            Some(input)
        })
        .collect();
    manifest
}
