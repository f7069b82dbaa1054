//! A copy of the example folder to break, and a paper written from it before.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use acceptance::command::{Scratch, example, run};
use batch::verify;

pub const EXAMPLE: &str = "west-midlands-2014";
pub const STRATA: &str = "audit/strata.csv";
pub const DECISIONS: &str = "audit/no_crime_decisions.csv";
pub const FORCES: &str = "benchmark/no_crimes_2012_13.csv";
pub const UNITS: &str = "change/units.csv";
pub const PHASES: &str = "change/phases.csv";
pub const PROSE_OF_AUDIT: &str = "narrative/crime-data-integrity.md";
pub const PURPOSE: &str = "narrative/purpose.md";

/// A folder to break.
pub struct Case {
    scratch: Scratch,
    force: PathBuf,
}

/// What the command said.
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Said {
    /// The lines on standard error, without the word before each.
    pub fn errors(&self) -> Vec<&str> {
        self.err.lines().map(|line| line.strip_prefix("error: ").unwrap_or(line)).collect()
    }
}

/// A row that is rejected, as `findings.csv` says it. A row as a whole has an empty column.
pub struct Bad<'a> {
    pub file: &'a str,
    pub row: u64,
    pub column: &'a str,
    pub rule: &'a str,
    pub sentence: &'a str,
    pub values: &'a str,
}

impl Bad<'_> {
    fn told(&self) -> String {
        let column = if self.column.is_empty() { String::new() } else { format!(", column {}", self.column) };
        format!("{}, line {}{column}: error [{}]: {}", self.file, self.row, self.rule, self.sentence)
    }
}

impl Case {
    /// The example as it is, and a paper of it.
    pub fn new() -> Self {
        let scratch = Scratch::new().unwrap();
        let force = scratch.copy_of(EXAMPLE).unwrap();
        let case = Self { scratch, force };
        assert_eq!(case.run(&case.paper(), &[]).code, Some(0));
        case
    }

    /// Where the paper of the unbroken folder stands.
    pub fn paper(&self) -> PathBuf {
        self.scratch.path().join("paper")
    }

    /// Where nothing stands.
    pub fn fresh(&self) -> PathBuf {
        self.scratch.path().join("fresh")
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.force.join(file)
    }

    /// The whole text of a file.
    pub fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    /// Puts `to` in place of the first `from`; an empty `from` is the beginning of the file.
    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.text(file);
        assert!(text.contains(from), "{file} does not say {from:?} any more");
        fs::write(self.path(file), text.replacen(from, to, 1)).unwrap();
    }

    pub fn append(&self, file: &str, text: &str) {
        fs::write(self.path(file), self.text(file) + text).unwrap();
    }

    /// Puts a file back as it is in the example.
    pub fn restore(&self, file: &str) {
        fs::copy(example(EXAMPLE).join(file), self.path(file)).unwrap();
    }

    /// Writes the paper of the folder as it is now, as at 2014-07-01.
    pub fn run(&self, out: &Path, more: &[&str]) -> Said {
        let mut arguments =
            vec![self.force.to_str().unwrap(), "--as-at", "2014-07-01", "--out", out.to_str().unwrap()];
        arguments.extend(more);
        ask(&arguments)
    }

    /// The folder gives no paper: code 2, these lines on standard error and the first of them first, nothing on
    /// standard output, nothing written, and the paper that stands is left alone.
    pub fn refused(&self, lines: &[&str]) {
        let before = content(&self.paper());
        for (out, more) in [(self.fresh(), &[][..]), (self.paper(), &[]), (self.paper(), &["--force"])] {
            let said = self.run(&out, more);
            assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{}", said.err);
            let told = said.errors();
            assert_eq!(told.first(), lines.first(), "{}", said.err);
            for line in lines {
                assert!(told.contains(line), "not told: {line}\n{}", said.err);
            }
        }
        self.left_alone(&before, &["force", "paper"]);
    }

    /// The folder gives a paper with errors: code 1, each row rejected told on standard output and in `findings.csv`,
    /// all rows accounted for, and of the figures only these withheld, by table; every other figure is as it was, but for
    /// those whose id begins with one of `but`. The paper that stands is left alone.
    pub fn rejected(&self, bad: &[Bad<'_>], withheld: &[(&str, &[&str])], but: &[&str]) {
        let before = content(&self.paper());
        let said = self.run(&self.fresh(), &[]);
        self.told(&said, bad);
        assert_eq!(verify::verify(&self.fresh()).unwrap(), []);
        self.in_findings(bad);
        self.in_figures(withheld, but);

        for more in [&[][..], &["--force"]] {
            let said = self.run(&self.paper(), more);
            self.told(&said, bad);
            assert!(said.out.contains("stands already and is left as it is"), "{}", said.out);
        }
        self.left_alone(&before, &[".fresh.registrar-lock", "force", "fresh", "paper"]);
    }

    fn told(&self, said: &Said, bad: &[Bad<'_>]) {
        assert_eq!((said.code, said.err.as_str()), (Some(1), ""), "{}", said.out);
        let lines: BTreeSet<&str> = said.out.lines().map(str::trim).collect();
        for row in bad {
            assert!(lines.contains(row.told().as_str()), "not told: {}\n{}", row.told(), said.out);
        }
        let (rows, rejected) = (self.rows(), bad.len());
        // The by-election of August 2014 stands in the folder and was not known on 1 July.
        let later = 1;
        let used = rows - rejected - later;
        let rows = format!("{rows} rows in = {used} used + {rejected} rejected + {later} not yet known");
        assert!(lines.contains(rows.as_str()), "not told: {rows}\n{}", said.out);
        let errors = format!("findings: {rejected} errors, ");
        assert!(lines.iter().any(|line| line.starts_with(&errors)), "not told: {errors}\n{}", said.out);
    }

    /// The rows of all tables of the folder, counted here.
    fn rows(&self) -> usize {
        let folders = fs::read_dir(&self.force).unwrap().map(|entry| entry.unwrap().path());
        let files = folders.filter(|path| path.is_dir()).flat_map(|path| fs::read_dir(path).unwrap());
        let tables =
            files.map(|entry| entry.unwrap().path()).filter(|path| path.extension().unwrap() == "csv");
        tables
            .map(|path| csv::ReaderBuilder::new().flexible(true).from_path(path).unwrap().records().count())
            .sum()
    }

    fn in_findings(&self, bad: &[Bad<'_>]) {
        let found: BTreeSet<[String; 6]> = table(&self.fresh().join("findings.csv"))
            .into_iter()
            .filter(|row| row["severity"] == "error")
            .map(|row| ["file", "row", "column", "rule", "finding", "values"].map(|name| row[name].clone()))
            .collect();
        let expected = bad.iter().map(|bad| {
            [bad.file, &bad.row.to_string(), bad.column, bad.rule, bad.sentence, bad.values]
                .map(str::to_owned)
        });
        assert_eq!(found, expected.collect());
    }

    fn in_figures(&self, withheld: &[(&str, &[&str])], but: &[&str]) {
        let page = fs::read_to_string(self.fresh().join("index.html")).unwrap();
        let mut expected = figures(&self.paper());
        for (rows, ids) in withheld {
            for id in *ids {
                let printed = format!("withheld ({rows} rejected)");
                assert!(
                    page.contains(&format!("data-figure=\"{id}\">{printed}</data>")),
                    "{id} is not withheld"
                );
                assert!(expected.insert((*id).to_owned(), printed).is_some(), "{id} is no figure");
            }
        }
        let found = figures(&self.fresh());
        for id in expected.keys().chain(found.keys()).filter(|id| !but.iter().any(|but| id.starts_with(but)))
        {
            assert_eq!(found.get(id), expected.get(id), "{id}");
        }
        assert!(page.contains("data-figure=\"audit.incidents.compliance\">98.8%</data>"));
        assert!(page.contains("data-figure=\"change.team\">about 50</data>"));
    }

    /// Whether the new paper has figures whose id begins so.
    pub fn prints(&self, start: &str) -> bool {
        figures(&self.fresh()).keys().any(|id| id.starts_with(start))
    }

    fn left_alone(&self, before: &Content, beside: &[&str]) {
        assert!(content(&self.paper()) == *before, "the paper that stood was changed");
        let names = fs::read_dir(self.scratch.path()).unwrap();
        let names: BTreeSet<String> =
            names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        let expected = beside.iter().chain(&[".paper.registrar-lock"]).map(|name| (*name).to_owned());
        assert_eq!(names, expected.collect());
    }
}

/// Runs the command and reads what it says.
pub fn ask(arguments: &[&str]) -> Said {
    let done = run(arguments);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { code: done.status.code(), out: text(done.stdout), err: text(done.stderr) }
}

type Content = BTreeMap<String, Vec<u8>>;

/// The files of a folder without folders.
pub fn content(folder: &Path) -> Content {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    files.map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap())).collect()
}

/// What a paper prints for each figure.
pub fn figures(paper: &Path) -> BTreeMap<String, String> {
    let rows = table(&paper.join("figures.csv"));
    rows.into_iter().map(|row| (row["id"].clone(), row["printed"].clone())).collect()
}

/// The rows of a table of ours by their columns.
fn table(path: &Path) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_path(path).unwrap().deserialize().collect::<Result<_, _>>().unwrap()
}
