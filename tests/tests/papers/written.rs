//! What a run of the command wrote, and what it says.

use std::{collections::BTreeMap, fs, path::Path, sync::OnceLock};

use acceptance::command::{Scratch, example, run};
use roxmltree::{Document, Node};

pub const FINDINGS: &str = "findings.csv";
pub const MARKDOWN: &str = "paper.md";

/// What a run of the command wrote.
pub struct Written {
    pub name: &'static str,
    pub out: Scratch,
    pub files: BTreeMap<String, String>,
    /// The words of index.html, with one space between them.
    pub page: String,
    /// The same of paper.md.
    pub text: String,
    pub findings: Vec<BTreeMap<String, String>>,
    /// Every file, and the words of both papers.
    in_lower_case: Vec<(String, String)>,
}

pub fn first() -> &'static Written {
    static RUN: OnceLock<Written> = OnceLock::new();
    RUN.get_or_init(|| write(&example("west-midlands-2014"), "2014-07-01", "west-midlands-2014-07-01"))
}

pub fn later() -> &'static Written {
    static RUN: OnceLock<Written> = OnceLock::new();
    RUN.get_or_init(|| write(&example("west-midlands-2014"), "2015-04-01", "west-midlands-2015-04-01"))
}

pub fn synthetic() -> &'static Written {
    static RUN: OnceLock<Written> = OnceLock::new();
    RUN.get_or_init(|| write(&example("synthetic-claims"), "2014-07-01", "synthetic-claims"))
}

/// Runs the command on a folder.
pub fn write(folder: &Path, as_at: &str, name: &'static str) -> Written {
    let out = Scratch::new().unwrap();
    let paper = out.path().join("paper");
    let told = run(&[folder.to_str().unwrap(), "--as-at", as_at, "--out", paper.to_str().unwrap()]);
    assert_eq!(told.status.code(), Some(0), "{}", String::from_utf8_lossy(&told.stderr));
    let files: BTreeMap<String, String> = fs::read_dir(&paper)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap())
        })
        .collect();
    assert_eq!(
        files.keys().collect::<Vec<_>>(),
        ["figures.csv", FINDINGS, "index.html", "manifest.json", MARKDOWN]
    );
    let html = Document::parse(files["index.html"].strip_prefix("<!DOCTYPE html>").unwrap().trim()).unwrap();
    let is_text = |node: &Node<'_, '_>| {
        node.is_text() && !node.parent().is_some_and(|parent| parent.has_tag_name("style"))
    };
    let words: String =
        html.descendants().filter(is_text).filter_map(|node| node.text()).collect::<Vec<_>>().concat();
    let (page, text) = (spaced(&words), spaced(&files[MARKDOWN].replace('\\', "")));
    let papers = [("the words of index.html", &page), ("the words of paper.md", &text)];
    let all = files.iter().map(|(name, text)| (name.as_str(), text)).chain(papers);
    let in_lower_case = all.map(|(name, text)| (name.to_owned(), text.to_lowercase())).collect();
    Written { name, findings: rows(&files[FINDINGS]), page, text, in_lower_case, files, out }
}

pub fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(csv.as_bytes()).deserialize().map(Result::unwrap).collect()
}

impl Written {
    /// findings.csv has exactly these findings of a rule, each `(place, sentence)`, and both papers print them.
    pub fn finds(&self, rule: &str, expected: &[(&str, &str)]) {
        let found: Vec<(String, &str)> = self
            .findings
            .iter()
            .filter(|row| row["rule"] == rule)
            .map(|row| (format!("{}:{}:{}", row["file"], row["row"], row["column"]), row["finding"].as_str()))
            .collect();
        let expected: Vec<(String, &str)> =
            expected.iter().map(|(place, sentence)| ((*place).to_owned(), *sentence)).collect();
        assert_eq!(found, expected, "{}: {rule}", self.name);
        for (_, sentence) in expected {
            self.prints(&as_printed(sentence));
        }
    }

    /// Both papers print these words.
    pub fn prints(&self, words: &str) {
        assert!(self.page.contains(words), "{}: index.html does not say: {words}", self.name);
        assert!(self.text.contains(words), "{}: paper.md does not say: {words}", self.name);
    }

    /// Both papers hold a row of a table: its cells in order.
    pub fn tabulates(&self, cells: &[&str]) {
        let row = spaced(&format!("| {} |", cells.join(" | ")));
        assert!(self.text.contains(&row), "{}: paper.md has no row {row}", self.name);
        // On the page the quotation marks are drawn.
        let row = spaced(&cells.join(" ").replace(['‘', '’'], ""));
        assert!(self.page.contains(&row), "{}: index.html has no row {row}", self.name);
    }

    /// No output file holds these words, in whatever case.
    pub fn says_nowhere(&self, words: &str) {
        let words = words.to_lowercase();
        for (name, text) in &self.in_lower_case {
            assert!(!text.contains(&words), "{}: {name} holds `{words}`", self.name);
        }
    }

    /// The values read for the only finding of a rule.
    pub fn values(&self, rule: &str) -> &str {
        let mut found = self.findings.iter().filter(|row| row["rule"] == rule);
        let only = found.next().unwrap_or_else(|| panic!("{}: no finding of {rule}", self.name));
        assert!(found.next().is_none(), "{}: several findings of {rule}", self.name);
        &only["values"]
    }

    /// Printed and exact value of a figure.
    pub fn figure(&self, id: &str) -> (String, String) {
        let all = rows(&self.files["figures.csv"]);
        let row =
            all.iter().find(|row| row["id"] == id).unwrap_or_else(|| panic!("{}: no figure {id}", self.name));
        (row["printed"].clone(), row["exact"].clone())
    }

    pub fn count(&self, id: &str) -> u64 {
        self.figure(id).1.parse().unwrap()
    }
}

/// A finding's sentence as a paper prints it: with a capital, and quotation marks for backticks.
fn as_printed(sentence: &str) -> String {
    let mut open = false;
    sentence
        .char_indices()
        .flat_map(|(at, letter)| if at == 0 { letter.to_uppercase().collect() } else { vec![letter] })
        .map(|letter| {
            let mark = letter == '`';
            open ^= mark;
            if !mark {
                letter
            } else if open {
                '‘'
            } else {
                '’'
            }
        })
        .collect()
}
