//! Pages made from the rules and layouts: one a rule, their index, and what a force's folder holds.

use std::{collections::BTreeMap, fmt::Write as _};

use counting_rules::schema;
use document::render::{html, markdown};
use recording_audit::{
    compare::{DUE, RECORDED},
    score::{COUNTS, EARLIER, JUDGEMENTS, MODERATION, NO_CRIMES},
};
use rulebook::{Basis, Rule, Seen};
use table::{Layout, Need};

use crate::{published, rooms, studies};

/// Every generated page by its path from the top of the repository. `cases` gives the text of a case file by its path.
pub fn generate<'a>(cases: impl Fn(&str) -> Option<&'a str>) -> BTreeMap<String, String> {
    let rules = rooms::rules();
    let mut pages = BTreeMap::new();
    for (room, rule) in &rules {
        let text = cases(&format!("crates/{room}/cases/{}.toml", rule.id)).unwrap_or_default();
        pages.insert(format!("docs/rules/{}.md", rule.id), rule_page(room, rule, text));
    }
    pages.insert("docs/rules/README.md".to_owned(), index(&rules));
    pages.insert("docs/folder.md".to_owned(), folder(&board_paper::inputs()));
    let judged = published::run_tree(&cases).and_then(|judged| {
        published::compare(&cases, &judged).map(|compared| published::page::made(&judged, &compared))
    });
    pages.insert("docs/cases-not-yet.md".to_owned(), judged.unwrap_or_else(|fault| format!("{fault}\n")));
    pages.insert("docs/compare.md".to_owned(), compare());
    pages.insert("docs/score.md".to_owned(), score());
    let study = studies::half_widths(cases(studies::DATA).unwrap_or_default());
    let (text, page) = match &study {
        Ok(study) => (markdown::text(study), html::page(study).unwrap_or_else(|error| error.to_string())),
        Err(fault) => (fault.clone(), fault.clone()),
    };
    pages.insert("docs/studies/published-half-widths.md".to_owned(), text);
    pages.insert("docs/studies/published-half-widths.html".to_owned(), page);
    pages.insert("docs/report.md".to_owned(), report());
    for (name, schema) in [
        ("incident", schema::incident()),
        ("decision", schema::decision()),
        ("rulings", schema::rulings()),
        ("recorded-crime", schema::recorded_crime()),
    ] {
        pages.insert(format!("docs/schema/{name}.json"), format!("{schema:#}\n"));
    }
    pages
}

/// Pages that are missing, stale or left over in a tree of files.
#[must_use]
pub fn stale(tree: &BTreeMap<String, String>) -> Vec<String> {
    let pages = generate(|path| tree.get(path).map(String::as_str));
    let mut wrong = Vec::new();
    for (path, page) in &pages {
        match tree.get(path) {
            None => wrong.push(format!("{path} is missing: run `cargo xtask docs`")),
            Some(text) if text != page => wrong.push(format!("{path} is stale: run `cargo xtask docs`")),
            Some(_) => {}
        }
    }
    for path in tree.keys().filter(|path| path.starts_with("docs/rules/") && !pages.contains_key(*path)) {
        wrong.push(format!("{path} belongs to no rule: remove it"));
    }
    wrong
}

const MADE: &str =
    "<!-- Made by `cargo xtask docs` from the rule and its cases. Change those, not this page. -->\n\n";

fn rule_page(room: &str, rule: &Rule, cases: &str) -> String {
    let mut page = String::from(MADE);
    let _ = write!(
        page,
        "# {}\n\n{}\n\n| | |\n|---|---|\n| Rule | `{}` |\n| Room | `crates/{room}` |\n| Who says so | {} |\n| How read | {} |\n| Text held for | {} |\n| A record that breaks it | {} |\n| What mends it | {} |\n",
        rule.title,
        rule.says,
        rule.id,
        rule.basis,
        how_read(rule),
        rule.in_force,
        cell(rule.exemplar),
        cell(rule.mend)
    );
    let texts = board_paper::rules::dated_texts(rule);
    if !texts.is_empty() {
        page.push_str("\n## Texts held\n\n| Provision | What it provides for | Known from | In force from | Text |\n|---|---|---|---|---|\n");
        for text in texts {
            let _ = writeln!(
                page,
                "| {} | {} | {} | {} | {} |",
                text.provision, text.subject, text.known_from, text.in_force, text.citation
            );
        }
    }
    page.push_str("\n## Worked examples\n\n");
    match casebook::load::<toml::Value, toml::Value>(cases) {
        Ok(cases) => {
            page.push_str("| Case | Example | Facts | Answer | Source |\n|---|---|---|---|---|\n");
            for case in cases {
                let mark = if case.exemplar { " (exemplar)" } else { "" };
                let _ = writeln!(
                    page,
                    "| {}{mark} | {} | `{}` | {} | {} |",
                    case.id,
                    cell(&case.name),
                    value(&case.facts).replace('`', "'"),
                    cell(&format!("`{}`", value(&case.expect).replace('`', "'"))),
                    cell(&case.source)
                );
            }
        }
        Err(error) => {
            let _ = writeln!(page, "None that loads: {error}");
        }
    }
    page
}

fn how_read(rule: &Rule) -> &'static str {
    match &rule.basis {
        Basis::Reasoned { .. } => "no text: a check of our own",
        Basis::Published(citation) => match citation.seen {
            Seen::FullText => "the text itself, in full",
            Seen::InPart => "the text itself, in part",
            Seen::SecondHand => "at second hand; every answer carries this mark",
        },
    }
}

/// A value on one line, as TOML writes it.
fn value(value: &toml::Value) -> String {
    cell(&value.to_string().replace('\n', " "))
}

/// Text that may stand in a cell of a Markdown table.
pub(crate) fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

fn index(rules: &[(&str, &Rule)]) -> String {
    let mut page = String::from(MADE);
    page.push_str(
        "# Rules\n\nEvery rule that the program knows, by room. Each has a page with its worked examples.\n",
    );
    let mut room = "";
    for (in_room, rule) in rules {
        if *in_room != room {
            room = in_room;
            let _ = write!(page, "\n## {room}\n\n| Rule | What it says | Who says so |\n|---|---|---|\n");
        }
        let _ = writeln!(
            page,
            "| [{}]({}.md) | {} | {} |",
            rule.title,
            rule.id,
            cell(rule.says),
            cell(&rule.basis.to_string())
        );
    }
    page
}

/// Every fact that a report may hold.
fn report() -> String {
    let mut page = String::from(MADE);
    let _ = write!(
        page,
        "# What a report holds\n\nEvery fact that `audit-recording decide` and `counting_rules::decide` may read, with the question it answers. Layout \
         version {}; the same as JSON Schema: [incident.json](schema/incident.json), and what comes out: [decision.json](schema/decision.json). \
         In JSON a fact stands at its path (`{{\"acts\": [{{\"id\": \"a1\", \"what\": {{\"violence\": {{\"injury\": \"serious\"}}}}}}]}}`); in a \
         table of facts the path stands in the column `fact` and the thing in the column `about` (`act a1`).\n\n\
         Every fact may be left out: it is then *not supplied*, which is never taken for no. *Not known* means that it was \
         enquired into.\n",
        schema::VERSION
    );
    let mut kind = "";
    for (of, path, question) in schema::questions() {
        if of != kind {
            kind = of;
            let _ = write!(page, "\n## {}\n\n| Fact | Question | Answers |\n|---|---|---|\n", sentence(of));
        }
        let _ =
            writeln!(page, "| `{path}` | {} | {} |", cell(&question.text), cell(&question.words.join(", ")));
    }
    page
}

fn compare() -> String {
    let mut page = String::from(MADE);
    page.push_str(
        "# The tables that are compared\n\n`audit-recording compare` reads crimes due and crimes recorded, as CSV in UTF-8 with a header line; columns \
         may stand in any order, and others are named once and not used. Moments are `2026-05-01T14:30` or `01/05/2026 14:30`, local time; a day alone \
         is never taken for midnight. An empty cell is *not supplied*, `not known` says that somebody asked; neither is ever taken for no. Victims \
         and offenders must have the same references in both tables. `audit-recording template NAME` writes an empty table.\n\n\
         What `audit-recording decide --format csv` writes is a table of crimes due as it stands.\n",
    );
    for layout in [&DUE, &RECORDED, &table::waivers::WAIVERS] {
        table(&mut page, &format!("`{}`", layout.name), layout);
    }
    page
}

fn score() -> String {
    let mut page = String::from(MADE);
    page.push_str(
        "# What an audit is scored from\n\n`audit-recording score` reads the sheets of auditors, with the manifest of the sample, or counts that \
         somebody published. Columns may stand in any order, and others are named once and not used. Moments are `2026-05-01T14:30` or \
         `01/05/2026 14:30`, local time; a day alone is never taken for midnight. An empty cell is *not supplied* and never a no. \
         `audit-recording template NAME` writes an empty table.\n\n\
         What counts: a case that its auditor judged, or two judged alike, or a moderator decided. A case that is not judged yet, not decided, or \
         cannot be judged is counted apart and told beside every rate; a row that cannot be used withholds its stratum and the whole.\n\n\
         A rate of a stratum has the interval of `--interval` where no case holds several crimes, else that of a ratio of clusters by `--weighted`; \
         over all strata it is an estimate for all records, weighted by their number, with finite population correction. Below `--least` it is too few \
         to say. Figures are called `audit.<stratum>.<measure>` and `audit.all.<measure>`, as in a paper; where a file of counts has the column `force`, the \
         force stands before the stratum. The crimes unrecorded are told for the period of the frame, and for a year only where `--year-records` gives its records.\n\n\
         Grades come from a file of yours alone, as [this invented one](examples/counts-2014/grades-invented.toml); its percentages are text. The set \
         that holds is that of the last day of the sample's period, or of `--as-at`.\n",
    );
    for layout in [&JUDGEMENTS, &MODERATION, &COUNTS, &NO_CRIMES, &EARLIER] {
        table(&mut page, &format!("`{}`", layout.name), layout);
    }
    page
}

fn table(page: &mut String, title: &str, layout: &Layout) {
    let _ = write!(
        page,
        "\n## {title}\n\n{} (`template {}`).\n\n| Column | Holds | Needed |\n|---|---|---|\n",
        sentence(layout.what),
        layout.name
    );
    for column in layout.columns {
        let needed = match column.need {
            Need::Required => "yes",
            Need::Optional => "no",
        };
        let _ = writeln!(page, "| `{}` | {} | {needed} |", column.name, cell(column.holds));
    }
}

fn folder(inputs: &[(&str, &Layout)]) -> String {
    let mut page = String::from(MADE);
    page.push_str(
        "# What a force's folder holds\n\n`paper.toml` names the inputs that a paper rests on; only those are read. Tables are CSV in UTF-8 with a header \
         line; columns may stand in any order. Days are `2014-07-01` or `01/07/2014`. An empty cell is *not supplied*; `not known` says that somebody \
         asked. `compose-paper template NAME` writes an empty table.\n",
    );
    let _ = write!(
        page,
        "The prose has a page of its own: [narrative.md](narrative.md).\n\n## `paper.toml`\n\nWhat the paper is. `compose-paper template \
         paper` prints this to begin with:\n\n```toml\n{}```\n\n## Settings\n\nThese are TOML; an unknown key is an error.\n\n| File | Keys \
         |\n|---|---|\n",
        board_paper::settings::TEMPLATE
    );
    for (file, keys) in board_paper::settings_inputs() {
        let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
        let _ = writeln!(page, "| `{file}` | {} |", keys.join(", "));
    }
    page.push_str(
        "\nThe table of forces may have any name that begins with `benchmark/no_crimes`: `benchmark/no_crimes_2012_13.csv`.\n",
    );
    for (file, layout) in inputs {
        table(&mut page, &format!("`{file}`"), layout);
    }
    page
}

pub(crate) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
