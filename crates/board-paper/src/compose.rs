//! A folder composed into a paper.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use document::{Block, Document, Inline, Marking, Section};
use rulebook::{Figure, FigureId, Finding, Rule, Severity};
use table::Source;

use crate::{
    Problem, appendix, export,
    material::{Material, RowCount},
    narrative::Narratives,
    rooms,
    rules::unread_file,
    settings::{InputKind, Settings},
    shelf::{Files, Shelf},
};

/// A composed paper.
#[derive(Debug)]
pub struct Paper {
    /// The settings it was composed by.
    pub settings: Settings,
    /// The document, ready to be rendered.
    pub document: Document,
    /// Every figure.
    pub figures: Vec<Figure>,
    /// Where the paper prints each figure: paragraphs, tables and charts by their anchors.
    pub printed_in: BTreeMap<FigureId, Vec<String>>,
    /// Every finding, by room.
    pub findings: Vec<(&'static str, Vec<Finding>)>,
    /// Rows of each file: in = good + rejected.
    pub counts: Vec<RowCount>,
}

/// One file of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Whether it says something of single people.
    pub person_level: bool,
}

/// Composes the paper that `paper.toml` describes from the files of a folder, as known on `as_at`.
///
/// # Errors
///
/// Every [`Problem`] that was found: with one or more there is no paper.
pub fn compose(files: &Files, as_at: NaiveDate) -> Result<Paper, Vec<Problem>> {
    let settings = settings(files)?;
    let mut problems = faults(&settings);
    let shelf = Shelf::new(files, &settings);
    let mut material = Material::default();
    rooms::add_all(&shelf, &settings, as_at, &mut material, &mut problems);
    problems.extend(shelf.problems());
    problems.extend(repeated(&material.figures));

    // Numbers typed by hand are findings of the paper, and the paper prints its findings: so the prose is read twice.
    let used = used_files(&settings);
    let mut of_paper = unread_file::check(files.keys().map(String::as_str), &used);
    of_paper.extend(read_narratives(files, &settings, &material).0.findings);
    rooms::add_findings(&mut material, "paper", of_paper);

    let (mut narratives, mut sections) = read_narratives(files, &settings, &material);
    let footnotes = narratives.footnotes();
    problems.append(&mut narratives.problems);
    let mut document = Document {
        title: settings.title.clone(),
        board: settings.board.clone(),
        meeting: settings.meeting,
        author: settings.author.clone(),
        marking: Marking(settings.marking.clone()),
        as_at,
        notice: settings.notice.clone(),
        sections: std::mem::take(&mut sections),
        footnotes,
    };
    let printed_in = appendix::printed_in(&document);
    document.sections.extend(appendix::sections(
        &material,
        &settings,
        &narratives.findings_printed,
        &printed_in,
    ));
    problems.extend(fill_references(&mut document, &narratives));
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Paper {
        settings,
        document,
        figures: material.figures,
        printed_in,
        findings: material.findings,
        counts: material.counts,
    })
}

impl Paper {
    /// The files of the paper, all but the manifest.
    ///
    /// # Errors
    ///
    /// [`Problem::Render`] if a template of ours fails; that is a fault of the program.
    pub fn outputs(&self) -> Result<Vec<Output>, Problem> {
        let person_level = self.is_person_level();
        let page = document::render::html::page(&self.document)
            .map_err(|error| Problem::Render(error.to_string()))?;
        let text = document::render::markdown::text(&self.document);
        let file = |name: &str, bytes, person_level| Output { name: name.to_owned(), bytes, person_level };
        Ok(vec![
            file(&self.settings.output.page, page.into_bytes(), false),
            file(&self.settings.output.text, text.into_bytes(), false),
            file("figures.csv", export::figures(&self.figures, &self.printed_in), false),
            file("findings.csv", export::findings(&self.findings), person_level),
        ])
    }

    /// Whether any input is about single people.
    #[must_use]
    pub fn is_person_level(&self) -> bool {
        self.settings.inputs.iter().any(|input| input.kind == InputKind::PersonLevel)
    }

    /// Every finding of this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .flat_map(|(_, findings)| findings)
            .filter(|finding| finding.severity == severity)
            .count()
    }

    /// Every rule that gave a finding or a figure.
    #[must_use]
    pub fn rules_that_spoke(&self) -> Vec<&'static Rule> {
        let by_findings = self.findings.iter().flat_map(|(_, findings)| findings).map(|finding| finding.rule);
        let by_figures = self.figures.iter().filter_map(|figure| figure.by);
        let mut rules: Vec<&'static Rule> = by_findings.chain(by_figures).collect();
        rules.sort_by_key(|rule| rule.id);
        rules.dedup_by_key(|rule| rule.id);
        rules
    }

    /// Every file that was read, with its kind if it is an input; in order of name.
    #[must_use]
    pub fn files_read(&self) -> Vec<(String, Option<InputKind>)> {
        let mut files: Vec<(String, Option<InputKind>)> = used_files(&self.settings)
            .into_iter()
            .map(|file| {
                let input = self.settings.inputs.iter().find(|input| input.file == file);
                (file, input.map(|input| input.kind))
            })
            .collect();
        files.sort();
        files
    }
}

fn settings(files: &Files) -> Result<Settings, Vec<Problem>> {
    let Some(bytes) = files.get("paper.toml") else { return Err(vec![Problem::NoSettings]) };
    table::settings(Source::new("paper.toml", bytes)).map_err(|error| vec![error.into()])
}

/// The inputs whose rows are never printed, only counted, with small counts suppressed.
const PERSON_LEVEL: [&str; 1] = ["legal/claims.csv"];

/// What cannot be in `paper.toml`, beyond what its types refuse.
fn faults(settings: &Settings) -> Vec<Problem> {
    let mut messages = Vec::new();
    let mut sections = BTreeSet::new();
    for section in &settings.sections {
        if FigureId::of(&[&section.id]).as_str() != section.id {
            messages
                .push(format!("section id `{}` is no slug: use lower-case words with hyphens", section.id));
        }
        if !sections.insert(&section.id) {
            messages.push(format!("two sections are called `{}`", section.id));
        }
    }
    let mut inputs = BTreeSet::new();
    for input in &settings.inputs {
        if !inputs.insert(&input.file) {
            messages.push(format!("input `{}` is declared twice", input.file));
        }
        if input.kind == InputKind::PersonLevel && !PERSON_LEVEL.contains(&input.file.as_str()) {
            messages.push(format!(
                "input `{}` is declared person-level, but its rows are printed: only {} can be",
                input.file,
                PERSON_LEVEL.join(", ")
            ));
        }
        if input.kind == InputKind::PersonLevel && settings.retention.trim().is_empty() {
            messages.push(format!(
                "input `{}` is person-level: `retention` must say how long the outputs may be kept",
                input.file
            ));
        }
    }
    if settings.rounding.places > 6 {
        messages.push(format!("rounding to {} places: at most 6", settings.rounding.places));
    }
    let names = [
        settings.output.page.as_str(),
        settings.output.text.as_str(),
        "figures.csv",
        "findings.csv",
        "manifest.json",
    ];
    let distinct: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
    if distinct.len() != names.len() || names.iter().any(|name| !is_plain_name(name)) {
        messages.push(
            "output names must be plain, different, and none of figures.csv, findings.csv, manifest.json"
                .to_owned(),
        );
    }
    messages.into_iter().map(|message| Problem::Setting { message }).collect()
}

fn is_plain_name(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('.')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
}

fn narrative_file(section: &str) -> String {
    format!("narrative/{section}.md")
}

fn used_files(settings: &Settings) -> Vec<String> {
    let narratives = settings.sections.iter().map(|section| narrative_file(&section.id));
    let inputs = settings.inputs.iter().map(|input| input.file.clone());
    narratives.chain(inputs).chain(["paper.toml".to_owned()]).collect()
}

fn read_narratives(files: &Files, settings: &Settings, material: &Material) -> (Narratives, Vec<Section>) {
    let mut narratives = Narratives::default();
    let mut sections = Vec::new();
    for section in &settings.sections {
        let file = narrative_file(&section.id);
        let Some(bytes) = files.get(&file) else {
            let needed_by = format!("section `{}`", section.id);
            narratives.problems.push(Problem::MissingFile { file, needed_by });
            continue;
        };
        let blocks = narratives.section(&section.id, Source::new(&file, bytes), material);
        sections.push(Section { id: section.id.clone(), heading: section.heading.clone(), blocks });
    }
    (narratives, sections)
}

fn repeated(figures: &[Figure]) -> Vec<Problem> {
    let origin =
        |figure: &Figure| figure.origin.first().map_or_else(|| figure.label.clone(), ToString::to_string);
    let mut first: BTreeMap<&FigureId, &Figure> = BTreeMap::new();
    let mut problems = Vec::new();
    for figure in figures {
        if let Some(earlier) = first.insert(&figure.id, figure) {
            problems.push(Problem::RepeatedFigure {
                id: figure.id.clone(),
                first: origin(earlier),
                second: origin(figure),
            });
        }
    }
    problems
}

/// Gives every reference the number of what it names.
fn fill_references(document: &mut Document, narratives: &Narratives) -> Vec<Problem> {
    let numbers = document::numbers(document);
    let anchor = |name: &str| narratives.labels.get(name).map_or(name, String::as_str).to_owned();
    let mut fill = |inline: &mut Inline| {
        if let Inline::Reference { target, text } = inline
            && text.is_empty()
        {
            *target = anchor(target);
            *text = numbers.get(target.as_str()).cloned().unwrap_or_default();
        }
    };
    for block in document.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        match block {
            Block::Paragraph { text, .. } => each(text, &mut fill),
            Block::List(items) => items.iter_mut().for_each(|item| each(item, &mut fill)),
            Block::Subheading { .. } | Block::Table(_) | Block::Chart(_) => {}
        }
    }
    for footnote in &mut document.footnotes {
        each(&mut footnote.text, &mut fill);
    }
    let labels = narratives.labels.keys().map(String::as_str);
    let places = numbers.keys().map(String::as_str).filter(|id| !id.starts_with("paragraph-"));
    let there_are = labels.chain(places).collect::<Vec<_>>().join(", ");
    narratives
        .references
        .iter()
        .filter(|(_, name)| !numbers.contains_key(&anchor(name)))
        .map(|(place, name)| Problem::Unknown {
            place: place.clone(),
            what: "label, table or chart",
            id: name.clone(),
            there_are: there_are.clone(),
        })
        .collect()
}

fn each(inlines: &mut [Inline], change: &mut impl FnMut(&mut Inline)) {
    for inline in inlines {
        change(inline);
        if let Inline::Strong(inner) | Inline::Emphasis(inner) = inline {
            each(inner, change);
        }
    }
}
