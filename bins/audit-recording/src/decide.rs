//! `decide`: reports in, decisions out.

use std::{
    collections::BTreeSet,
    fs::File,
    io::{self, BufReader, BufWriter, Write},
    path::{Path, PathBuf},
};

use batch::{
    exit::{Exit, FailOn},
    new_file::NewFile,
    stderr::say,
};
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use counting_rules::{Answers, FactRow, Rulings, Working, export};
use rulebook::Finding;

use crate::{
    answer::{Answered, Answerer},
    facts, repeated,
    tally::Tally,
};

/// What `decide` is asked.
#[derive(Debug, Args)]
pub struct Decide {
    /// A file of reports: JSON lines, or CSV with the columns incident, about, fact, value. `-` is standard input.
    pub file: String,
    /// What goes to standard output.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub format: Format,
    /// Give an account that can be read instead: every step, the facts it read, what followed, the texts. The same as `--format text`.
    #[arg(long)]
    pub explain: bool,
    /// Put every step into the JSON of each decision.
    #[arg(long)]
    pub trace: bool,
    /// Write a sheet of the missing facts, to be filled in and given back with `--answers`.
    #[arg(long, value_name = "FILE.csv")]
    pub questions: Option<PathBuf>,
    /// A filled sheet, or any table of facts. What it says of the report `*` is declared for all that do not say it.
    #[arg(long, value_name = "FILE.csv")]
    pub answers: Option<PathBuf>,
    /// The register of the rulings of the Force Crime Registrar.
    #[arg(long, value_name = "FILE.toml")]
    pub rulings: Option<PathBuf>,
    /// Today, for this run: a report received later is not answered.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_at: Option<NaiveDate>,
    /// From which severity of finding on to end with 1: never, note, warning or error.
    #[arg(long, value_name = "SEVERITY", default_value_t = FailOn::default())]
    pub fail_on: FailOn,
}

/// What goes to standard output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One JSON object a report.
    Json,
    /// One row a crime, thing registered, thing not recorded, thing not decided, person to be told.
    Csv,
    /// An account that can be read.
    Text,
}

/// Runs `decide`.
pub fn run(decide: &Decide) -> Result<Exit, String> {
    let as_at = decide.as_at.unwrap_or_else(|| chrono::Local::now().date_naive());
    let answers = decide.answers.as_deref().map(answers).transpose()?.unwrap_or_default();
    let rulings = decide.rulings.as_deref().map(rulings).transpose()?.unwrap_or_default();
    let format = if decide.explain { Format::Text } else { decide.format };
    let answerer = Answerer {
        file: &decide.file,
        format,
        working: if decide.trace || format == Format::Text { Working::Shown } else { Working::Left },
        questions: decide.questions.is_some(),
        answers: &answers,
        rulings: &rulings,
        as_at,
    };
    let mut out = Out::new(decide.questions.as_deref(), format)?;
    let mut tally = Tally::new(decide.fail_on);
    let mut not_used: BTreeSet<String> = answers.reports().map(str::to_owned).collect();
    let repeated = each(decide, &answerer, |answered| {
        out.take(&answered)?;
        answered.references.iter().for_each(|(id, _)| {
            not_used.remove(id);
        });
        tally.take(answered)
    });
    let ended = repeated.and_then(|findings| {
        tally.found(&findings)?;
        out.end()
    });
    match ended {
        Ok(()) => {}
        // Nobody listens any more: what was asked for is done.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(Exit::Done),
        Err(error) => return Err(format!("{}: {error}", decide.file)),
    }
    tally.tell(as_at, &answers.declared());
    if !not_used.is_empty() {
        let list: Vec<&str> = not_used.iter().map(String::as_str).collect();
        say(&format!("  answers that belong to no report that was read: {}", list.join(", ")));
    }
    Ok(tally.exit())
}

/// Answers every report of the input, in order; then says which references stand more than once.
fn each(
    decide: &Decide,
    answerer: &Answerer<'_>,
    mut take: impl FnMut(Answered) -> io::Result<()>,
) -> io::Result<Vec<Finding>> {
    if decide.file == "-" {
        one_input(&mut BufReader::new(io::stdin().lock()), answerer, &mut take)?;
        return Ok(Vec::new());
    }
    let mut seen = repeated::Seen::default();
    one_input(
        &mut BufReader::with_capacity(1 << 20, File::open(&decide.file)?),
        answerer,
        &mut |answered: Answered| {
            seen.add(&answered.references);
            take(answered)
        },
    )?;
    seen.findings(&decide.file)
}

fn one_input(
    input: &mut impl io::BufRead,
    answerer: &Answerer<'_>,
    take: &mut impl FnMut(Answered) -> io::Result<()>,
) -> io::Result<()> {
    // By content, not by name: a report in JSON begins with a brace.
    let begins = input.fill_buf()?;
    let begins = begins.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(begins);
    let json = begins.trim_ascii_start().first().is_none_or(|byte| *byte == b'{');
    if json {
        batch::lines::answer(input, |lines| answerer.lines(lines), take)
    } else {
        facts::each(input, facts::Table::Reports, |report| take(answerer.report(&report)))
    }
}

fn answers(path: &Path) -> Result<Answers, String> {
    let told = |error: String| format!("{}: {error}", path.display());
    let open = || -> io::Result<Vec<(String, FactRow)>> { facts::all(BufReader::new(File::open(path)?)) };
    let answers = Answers::new(open().map_err(|error| told(error.to_string()))?);
    // What is declared for every report is in none of them, where a fault would be found.
    match answers.undeclarable().first() {
        Some(fault) => Err(told(fault.clone())),
        None => Ok(answers),
    }
}

fn rulings(path: &Path) -> Result<Rulings, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let rulings: Rulings = toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    match rulings.faults().first() {
        Some(fault) => Err(format!("{}: {fault}", path.display())),
        None => Ok(rulings),
    }
}

/// Standard output, and the sheet of questions.
struct Out {
    answers: BufWriter<io::StdoutLock<'static>>,
    questions: Option<NewFile>,
}

impl Out {
    fn new(questions: Option<&Path>, format: Format) -> Result<Self, String> {
        let questions = match questions {
            None => None,
            Some(path) => {
                let told = |error: io::Error| format!("{}: {error}", path.display());
                let mut file = NewFile::beside(path).map_err(told)?;
                file.write_all(&facts::record(&export::QUESTIONS)).map_err(told)?;
                Some(file)
            }
        };
        let mut answers = BufWriter::with_capacity(1 << 20, io::stdout().lock());
        if format == Format::Csv {
            answers.write_all(&facts::record(&export::HEADER)).map_err(|error| error.to_string())?;
        }
        Ok(Self { answers, questions })
    }

    fn take(&mut self, answered: &Answered) -> io::Result<()> {
        self.answers.write_all(&answered.out)?;
        // Who asks one question at a time waits for its answer.
        self.answers.flush()?;
        if let Some(file) = &mut self.questions {
            file.write_all(&answered.questions)?;
        }
        Ok(())
    }

    fn end(self) -> io::Result<()> {
        match self.questions {
            Some(file) => file.stand(),
            None => Ok(()),
        }
    }
}
