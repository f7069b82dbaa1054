//! The walk over both tables, in several threads, and what is left over settled at its end.

use std::{
    collections::BTreeSet,
    fs::{File, OpenOptions},
    io::{self, BufWriter, Write as _},
    num::NonZero,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    sync::atomic::AtomicU64,
    thread,
};

use batch::{extract::Part, repeated::Numbers, spill::Spill};
use recording_audit::compare::{Judge, Left, MergeError, Settings, Side, Span, Tally, key_of, merge, settle};
use rulebook::Finding;
use table::{
    extract::{Record, Records},
    findings::{append_csv, append_json},
    waivers::Waivers,
};

use super::{
    inputs::Input,
    numbers::Numbered,
    plan::{Stretch, stretches},
};
use crate::ROOM;

/// What is the same for every thread.
pub struct Job<'a> {
    pub inputs: &'a [Input],
    pub settings: &'a Settings,
    pub waivers: &'a Waivers,
    pub scratch: &'a Path,
    pub read: &'a AtomicU64,
}

/// Into so many parts what is left over is divided, by what may belong together.
const PARTS: usize = 64;

/// What came of one thread.
pub struct Walked {
    pub tally: Tally,
    pub out: Findings,
    pub left: Spill,
    pub numbers: Numbers,
}

impl Walked {
    pub fn new(job: &Job<'_>, name: &str) -> io::Result<Self> {
        Ok(Self {
            tally: Tally::default(),
            out: Findings::new(job.scratch, name)?,
            left: Spill::new(job.scratch, format!("left-{name}"), PARTS),
            numbers: Numbers::new(job.scratch, name),
        })
    }
}

/// Findings as they are found, in files of their own until the whole is put together.
pub struct Findings {
    csv: BufWriter<File>,
    json: BufWriter<File>,
    pub paths: [PathBuf; 2],
    row: Vec<u8>,
    /// How many of each rule and severity.
    pub tally: Tally,
    /// The waivers that waived something.
    pub used: BTreeSet<(String, String)>,
}

impl Findings {
    pub fn new(scratch: &Path, name: &str) -> io::Result<Self> {
        let paths = ["csv", "jsonl"].map(|kind| scratch.join(format!("findings-{name}.{kind}")));
        let [csv, json] = paths.each_ref().map(|path| {
            let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
            file.map(|file| BufWriter::with_capacity(1 << 18, file))
        });
        let (csv, json) = (csv?, json?);
        Ok(Self { csv, json, paths, row: Vec::new(), tally: Tally::default(), used: BTreeSet::new() })
    }

    pub fn add(&mut self, finding: &Finding, waivers: &Waivers) -> io::Result<()> {
        let waiver = waivers.of(finding);
        self.tally.found(finding, waiver.is_some());
        if let Some(waiver) = waiver {
            self.used.insert((waiver.rule.clone(), waiver.record.clone()));
        }
        self.row.clear();
        append_csv(ROOM, finding, waiver, &mut self.row);
        self.csv.write_all(&self.row)?;
        self.row.clear();
        append_json(ROOM, finding, waiver, &mut self.row);
        self.json.write_all(&self.row)
    }

    pub fn end(&mut self) -> io::Result<()> {
        self.csv.flush()?;
        self.json.flush()
    }
}

/// Walks extracts that are sorted, in one pass.
pub fn sorted(job: &Job<'_>) -> Result<Vec<Walked>, MergeError> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let stretches = stretches(job.inputs, threads)?;
    in_threads(stretches.len(), |at| {
        let mut walked = Walked::new(job, &format!("sorted-{at}"))?;
        let Some(stretch) = stretches.get(at) else { return Ok(walked) };
        let sources = sources(job, stretch)?;
        walk(job, &stretch.span, sources, &mut walked)?;
        Ok(walked)
    })
}

/// Runs `work` on each number below `n`, in a thread of its own, and gives what came of it in order.
pub fn in_threads<T: Send>(
    n: usize,
    work: impl Fn(usize) -> Result<T, MergeError> + Sync,
) -> Result<Vec<T>, MergeError> {
    thread::scope(|scope| {
        let work = &work;
        let running: Vec<_> = (0..n).map(|at| scope.spawn(move || work(at))).collect();
        running
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause)))
            .collect()
    })
}

fn sources<'a>(job: &Job<'a>, stretch: &Stretch) -> io::Result<Vec<Records<Part<'a>>>> {
    job.inputs
        .iter()
        .zip(&stretch.ranges)
        .map(|(input, (from, to))| {
            let part = Part::open(&input.path, from.byte, *to, job.read)?;
            Ok(Records::part(input.shape.clone(), part, input.source, *from))
        })
        .collect()
}

/// Walks some sources, of which the last gives the crimes recorded.
pub fn walk<S: recording_audit::compare::Source>(
    job: &Job<'_>,
    span: &Span,
    mut sources: Vec<S>,
    walked: &mut Walked,
) -> Result<(), MergeError> {
    let Some(recorded) = sources.pop() else { return Ok(()) };
    let Walked { tally, out, left, numbers } = walked;
    let mut recorded = Numbered { source: recorded, numbers };
    let mut judge = Judge::new(job.settings);
    judge.tally = std::mem::take(tally);
    let mut bytes = Vec::new();
    let done = merge(&mut sources, &mut recorded, span, &mut judge, |findings, over| {
        for finding in findings.drain(..) {
            out.add(&finding, job.waivers)?;
        }
        for one in over.drain(..) {
            bytes.clear();
            to_bytes(&one, &mut bytes);
            left.add(usize::try_from(key_of(&one) % PARTS as u64).unwrap_or_default(), &bytes)?;
        }
        Ok(())
    });
    *tally = judge.tally;
    done?;
    Ok(out.end()?)
}

/// Everything that came of a run.
pub struct Done {
    pub tally: Tally,
    /// In the order in which they are to stand.
    pub findings: Vec<Findings>,
}

/// Settles what is left over, adds up, and looks for crime numbers that stand twice.
pub fn settled(all: Vec<Walked>, job: &Job<'_>) -> Result<Done, MergeError> {
    let mut first = Findings::new(job.scratch, "first")?;
    for input in job.inputs {
        for note in &input.shape.notes {
            first.add(note, job.waivers)?;
        }
        if !input.whole {
            let place = rulebook::Place::file(&input.shape.file);
            let sentence = "the last line has no end: the file may be torn";
            let torn = Finding::new(
                &table::rules::WHOLE_FILE,
                rulebook::Severity::Warning,
                &input.shape.file,
                Some(place),
                sentence,
            );
            first.add(&torn, job.waivers)?;
        }
    }
    for finding in &job.waivers.findings {
        first.add(finding, job.waivers)?;
    }
    let (mut numbers, mut left, mut parts) = (Vec::new(), Vec::new(), Vec::new());
    for walked in all {
        numbers.push(walked.numbers);
        left.push(walked.left);
        parts.push((walked.tally, walked.out));
    }
    let (repeated, settled) = thread::scope(|scope| {
        let repeated =
            scope.spawn(|| job.inputs.last().map(|input| super::numbers::repeated(&numbers, input)));
        let settled = settled_of(&left, job);
        (repeated.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause)), settled)
    });
    let (settled, mut last) = settled?;
    for finding in repeated.transpose()?.unwrap_or_default() {
        first.add(&finding, job.waivers)?;
    }
    first.end()?;
    last.end()?;
    let mut tally = settled;
    let mut findings = vec![first];
    for (theirs, out) in parts {
        tally.add(&theirs);
        findings.push(out);
    }
    findings.push(last);
    for one in &findings {
        tally.add(&one.tally);
    }
    Ok(Done { tally, findings })
}

/// Settles what is left over, part by part.
fn settled_of(left: &[Spill], job: &Job<'_>) -> Result<(Tally, Findings), MergeError> {
    let mut last = Findings::new(job.scratch, "last")?;
    let mut judge = Judge::new(job.settings);
    for part in 0..PARTS {
        let mut all = Vec::new();
        for spill in left {
            let bytes = spill.part(part)?;
            let mut rest = bytes.as_slice();
            while let Some(one) = from_bytes(&mut rest) {
                all.push(one);
            }
        }
        settle(all, &mut judge);
        let (findings, _) = judge.take();
        for finding in findings {
            last.add(&finding, job.waivers)?;
        }
    }
    Ok((judge.tally, last))
}

fn to_bytes(left: &Left, out: &mut Vec<u8>) {
    out.push(match left.side {
        Side::Due => 0,
        Side::Recorded => 1,
        Side::NoIncident => 2,
        Side::DueOfUnread => 3,
    });
    out.extend(left.count.to_le_bytes());
    left.record.append_to(out);
}

fn from_bytes(bytes: &mut &[u8]) -> Option<Left> {
    let (side, rest) = bytes.split_first()?;
    let (count, mut rest) = rest.split_first_chunk::<4>()?;
    let side = match side {
        0 => Side::Due,
        1 => Side::Recorded,
        3 => Side::DueOfUnread,
        _ => Side::NoIncident,
    };
    let record = Record::from_bytes(&mut rest)?;
    *bytes = rest;
    Some(Left { side, record, count: u32::from_le_bytes(*count) })
}
