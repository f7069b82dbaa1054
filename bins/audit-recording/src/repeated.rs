//! References that stand more than once in a file, found in memory that does not grow.

use std::{
    collections::HashSet,
    fs::File,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io::{self, BufReader},
};

use counting_rules::rules::report_named_once;
use rulebook::Finding;

use crate::{answer, facts};

/// A power of two of bits: 16 MiB, whatever the file.
const BITS: u64 = 1 << 27;

/// How many bits a reference sets.
const PROBES: u64 = 4;

/// The references seen so far, as bits that each sets. A reference whose bits were all set may have stood before; whether it did is read
/// in the file again at the end, so that nothing is said that is not so.
pub struct Seen {
    bits: Vec<u64>,
    maybe: HashSet<String>,
}

impl Default for Seen {
    fn default() -> Self {
        Self { bits: vec![0; usize::try_from(BITS / 64).unwrap_or_default()], maybe: HashSet::new() }
    }
}

impl Seen {
    /// Adds references as they come.
    pub fn add(&mut self, references: &[(String, u64)]) {
        for (reference, _) in references {
            let mut new = false;
            for probe in 0..PROBES {
                let mut hasher = DefaultHasher::new();
                (probe, reference).hash(&mut hasher);
                let bit = hasher.finish() % BITS;
                if let Some(word) = usize::try_from(bit / 64).ok().and_then(|at| self.bits.get_mut(at)) {
                    new |= *word & (1 << (bit % 64)) == 0;
                    *word |= 1 << (bit % 64);
                }
            }
            if !new {
                self.maybe.insert(reference.clone());
            }
        }
    }

    /// What stands more than once, as the file has it.
    pub fn findings(self, file: &str) -> io::Result<Vec<Finding>> {
        if self.maybe.is_empty() {
            return Ok(Vec::new());
        }
        let mut found: Vec<(String, u64)> = Vec::new();
        read_again(file, |reference, line| {
            if self.maybe.contains(reference) {
                found.push((reference.to_owned(), line));
            }
        })?;
        let repeated =
            report_named_once::repeated(found.iter().map(|(reference, line)| (reference.as_str(), *line)));
        Ok(repeated.iter().map(|(reference, lines)| answer::repeated(file, reference, lines)).collect())
    }
}

#[derive(serde::Deserialize)]
struct Named {
    id: String,
}

fn read_again(file: &str, mut say: impl FnMut(&str, u64)) -> io::Result<()> {
    let open = || File::open(file).map(|file| BufReader::with_capacity(1 << 20, file));
    let mut first = [0; 1];
    let json = {
        use std::io::Read as _;
        let mut bytes = open()?
            .bytes()
            .filter_map(Result::ok)
            .skip_while(|byte| byte.is_ascii_whitespace() || *byte > 0x7F);
        first.fill(bytes.next().unwrap_or(b'{'));
        first == *b"{"
    };
    if json {
        let names = |lines: batch::lines::Lines<'_>| -> Vec<(String, u64)> {
            let read = |line: &[u8]| serde_json::from_slice::<Named>(line).ok();
            lines.each().filter_map(|(number, line)| Some((read(line)?.id, number))).collect()
        };
        return batch::lines::answer(&mut open()?, names, |named| {
            for (reference, line) in named {
                say(&reference, line);
            }
            Ok(())
        });
    }
    facts::each(open()?, facts::Table::Reports, |report| {
        say(&report.id, report.first);
        Ok(())
    })
}
