//! A folder composed into a paper.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use document::{Block, Document, Inline, Marking, Section};
use rulebook::{Figure, FigureId, Finding, Place, Rule, Severity, Value};
use table::Source;

use crate::{
    Problem, appendix, export,
    material::{Material, RowCount},
    narrative::Narratives,
    rooms,
    rules::{number_without_figure, unread_file},
    settings::{InputKind, InputSettings, OutputNames, SectionSettings, Settings},
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
    /// Rows of each file: in = good + rejected + not yet known.
    pub counts: Vec<RowCount>,
    /// Rooms whose findings are about single people. How many there are may tell what is suppressed.
    pub person_level_rooms: Vec<&'static str>,
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
    let (settings, text) = settings(files)?;
    let mut problems = faults(&settings, text);
    let shelf = Shelf::new(files, &settings);
    let mut material = Material::default();
    rooms::add_all(&shelf, &settings, as_at, &mut material, &mut problems);
    problems.extend(shelf.problems());
    problems.extend(repeated(&material.figures));

    // Numbers typed by hand are findings of the paper, and the paper prints its findings; figures that a rejected row
    // would have given are known only from the prose: so the prose is read twice.
    let used = used_files(&settings);
    let first = read_narratives(files, &settings, &material).0;
    let mut of_paper = unread_file::check(files.keys().map(String::as_str), &used);
    of_paper.extend(first.findings);
    of_paper.extend(typed_in_settings(&settings, text));
    rooms::add_findings(&mut material, "paper", of_paper);
    material.figures.extend(first.withheld.into_values());
    keep_what_is_withheld(&mut material.figures);

    let (mut narratives, mut sections) = read_narratives(files, &settings, &material);
    let footnotes = narratives.footnotes();
    problems.append(&mut narratives.problems);
    let mut document = Document {
        title: settings.title.clone(),
        board: settings.board.clone(),
        meeting: Some(settings.meeting),
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
        return Err(causes(problems, material.unread));
    }
    Ok(Paper {
        settings,
        document,
        figures: material.figures,
        printed_in,
        findings: material.findings,
        counts: material.counts,
        person_level_rooms: material.person_level,
    })
}

/// The problems without those that only follow from a file that is missing or could not be read.
fn causes(problems: Vec<Problem>, mut unread: Vec<&'static str>) -> Vec<Problem> {
    for problem in &problems {
        if let Problem::MissingFile { file, .. } = problem {
            unread.extend(rooms::of_file(file));
        }
    }
    problems
        .into_iter()
        .filter(|problem| match problem {
            Problem::UnknownFigure { id, .. } => {
                !rooms::of_figure(id).is_some_and(|room| unread.contains(&room))
            }
            Problem::Unknown { .. } => unread.is_empty(),
            Problem::Read(_)
            | Problem::NoSettings
            | Problem::MissingFile { .. }
            | Problem::Setting { .. }
            | Problem::UnusedInput { .. }
            | Problem::Narrative { .. }
            | Problem::RepeatedFigure { .. }
            | Problem::Render(_) => true,
        })
        .collect()
}

/// Takes away what would tell a value that is not printed: its arithmetic, its interval and what it rests on.
fn keep_what_is_withheld(figures: &mut [Figure]) {
    for figure in figures {
        if matches!(figure.value, Value::Withheld(_) | Value::Suppressed) {
            figure.working.clear();
            figure.interval = None;
            figure.n = None;
        }
    }
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

    /// How many findings of this severity there are. Errors are counted everywhere; of warnings and notes, those about
    /// single people are left out.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|(room, _)| severity == Severity::Error || !self.person_level_rooms.contains(room))
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

fn settings(files: &Files) -> Result<(Settings, &str), Vec<Problem>> {
    let bytes = files.get("paper.toml").ok_or_else(|| vec![Problem::NoSettings])?;
    let source = Source::new("paper.toml", bytes);
    let settings = table::settings(source).map_err(|error| vec![error.into()])?;
    let text = source.text().map_err(|error| vec![error.into()])?;
    Ok((settings, text))
}

/// The inputs whose rows are never printed, only counted, with small counts suppressed.
const PERSON_LEVEL: [&str; 1] = ["legal/claims.csv"];

/// What cannot be in `paper.toml`, beyond what its types refuse.
fn faults(settings: &Settings, text: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut fault = |value: &str, nth: usize, message: String| {
        problems.push(Problem::Setting { place: place_of(text, value, nth), message });
    };
    let needed = [
        ("title", &settings.title),
        ("board", &settings.board),
        ("author", &settings.author),
        ("marking", &settings.marking),
    ];
    for (key, _) in needed.into_iter().filter(|(_, value)| value.trim().is_empty()) {
        fault("", 0, format!("`{key}` is empty"));
    }
    let mut sections = BTreeSet::new();
    for SectionSettings { id, .. } in &settings.sections {
        if FigureId::of(&[id]).as_str() != id {
            fault(id, 0, format!("section id `{id}` is no slug: use lower-case words with hyphens"));
        }
        if !sections.insert(id) {
            fault(id, 1, format!("two sections are called `{id}`"));
        }
    }
    let mut inputs = BTreeSet::new();
    for InputSettings { file, kind, source } in &settings.inputs {
        if source.trim().is_empty() {
            fault(file, 0, format!("input `{file}` does not say where it comes from: fill in `source`"));
        }
        if *kind == InputKind::Published && PERSON_LEVEL.contains(&file.as_str()) {
            fault(file, 0, format!("input `{file}` is about single people: its kind is `person-level`"));
        }
        if !inputs.insert(file) {
            fault(file, 1, format!("input `{file}` is declared twice"));
        }
        if *kind == InputKind::PersonLevel && !PERSON_LEVEL.contains(&file.as_str()) {
            let can = PERSON_LEVEL.join(", ");
            fault(
                file,
                0,
                format!(
                    "input `{file}` is declared person-level, but its rows are printed: only {can} can be"
                ),
            );
        }
        if *kind == InputKind::PersonLevel && settings.retention.trim().is_empty() {
            fault(
                file,
                0,
                format!(
                    "input `{file}` is person-level: `retention` must say how long the outputs may be kept"
                ),
            );
        }
    }
    if settings.rounding.places > 6 {
        fault("", 0, format!("rounding to {} places: at most 6", settings.rounding.places));
    }
    let OutputNames { page, text: prose } = &settings.output;
    let names = [page.as_str(), prose.as_str(), "figures.csv", "findings.csv", "manifest.json"];
    let distinct: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
    if distinct.len() != names.len() || names.iter().any(|name| !is_plain_name(name)) {
        let message =
            "output names must be plain, different, and none of figures.csv, findings.csv, manifest.json";
        fault(page, 0, message.to_owned());
    }
    problems
}

/// Numbers typed by hand into the title, the notice or a heading.
fn typed_in_settings(settings: &Settings, text: &str) -> Vec<Finding> {
    let headings = settings.sections.iter().map(|section| &section.heading);
    let texts = headings.chain([&settings.title, &settings.notice]);
    texts
        .flat_map(|words| {
            number_without_figure::typed(words).into_iter().map(move |typed| (words, typed.number))
        })
        .map(|(words, number)| {
            let sentence = format!("`{number}` is typed by hand: no figure backs it");
            let place = Some(place_of(text, words, 0));
            Finding::new(&number_without_figure::RULE, Severity::Warning, "paper.toml", place, sentence)
                .with("typed", number)
        })
        .collect()
}

/// The line of `paper.toml` that gives `value` for the time after `nth` others; the whole file if none does.
fn place_of(text: &str, value: &str, nth: usize) -> Place {
    let quoted = format!("\"{value}\"");
    let lines = text.lines().zip(1..).filter(|(line, _)| line.contains(&quoted));
    lines
        .map(|(_, number)| Place::row("paper.toml", number))
        .nth(nth)
        .unwrap_or_else(|| Place::file("paper.toml"))
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
