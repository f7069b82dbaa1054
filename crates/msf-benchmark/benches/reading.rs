//! Reading official tables of 500 MB into cells with all that is found, beside the bare `csv` crate, which only finds where cells begin.
//! The rows are invented in the layouts of the Home Office, of many more classes than there are, so that no figure stands twice.
//! `cargo bench -p msf-benchmark --bench reading`

use std::fmt::Write as _;

use crime::Force;
use divan::{Bencher, counter::BytesCount};
use msf_benchmark::{read_quarters, read_rolling_years};
use table::Source;

const BYTES: usize = 500_000_000;

const CLASSES: [&str; 20] = [
    "All other theft offences",
    "Bicycle theft",
    "Criminal damage and arson",
    "Death or serious injury caused by illegal driving",
    "Domestic burglary",
    "Drug offences",
    "Homicide",
    "Miscellaneous crimes against society",
    "Non-domestic burglary",
    "Non-residential burglary",
    "Possession of weapons offences",
    "Public order offences",
    "Residential burglary",
    "Robbery",
    "Sexual offences",
    "Shoplifting",
    "Stalking and harassment",
    "Theft from the person",
    "Vehicle offences",
    "Violence with injury",
];

fn main() {
    divan::main();
}

/// A number that looks like a count, the same on every run.
const fn count(at: usize) -> usize {
    at.wrapping_mul(2_654_435_761) % 30_011
}

fn rolling() -> String {
    let header = "12 months ending,PFA,Region,Offence,Rolling year total number of offences\n";
    filled(header, |rows, kind| {
        for year in 2003..2019 {
            for (end, month) in [("31", "03"), ("30", "06"), ("30", "09"), ("31", "12")] {
                for (of, force) in Force::all().enumerate() {
                    for (at, class) in CLASSES.iter().enumerate() {
                        let (region, count) = (force.region(), count(of * 31 + at + year + kind));
                        // Writing to a string cannot fail.
                        let _ =
                            writeln!(rows, "{end}-{month}-{year},{force},{region},{class} {kind},{count}");
                    }
                }
            }
        }
    })
}

fn quarters() -> String {
    let header = "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Subgroup,Offence Code,Number of Offences\n";
    filled(header, |rows, kind| {
        for year in 2002..2018 {
            for quarter in 1..5 {
                for (of, force) in Force::all().enumerate() {
                    for (at, class) in CLASSES.iter().enumerate() {
                        let count = count(of * 131 + at * 7 + quarter + year + kind);
                        // A quarter of the cells are noughts with a sign, as in the release of 2017/18.
                        let printed =
                            if count.is_multiple_of(4) { "-00 ".to_owned() } else { format!(" {count} ") };
                        let next = (year + 1) % 100;
                        let _ = writeln!(
                            rows,
                            "{year}/{next:02},{quarter},{force},{class} {kind},Group of {class},{class},{kind}{at}A,{printed}"
                        );
                    }
                }
            }
        }
    })
}

/// A header, and rows of one kind of offence after another until there are enough: no figure stands twice.
fn filled(header: &str, mut rows: impl FnMut(&mut String, usize)) -> String {
    let mut text = String::with_capacity(BYTES + BYTES / 50);
    text.push_str(header);
    for kind in 1.. {
        rows(&mut text, kind);
        if text.len() >= BYTES {
            break;
        }
    }
    text
}

fn bare(bencher: Bencher<'_, '_>, text: &str) {
    bencher.counter(BytesCount::new(text.len())).bench_local(|| {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let mut record = csv::ByteRecord::new();
        let mut cells = 0;
        while reader.read_byte_record(&mut record).unwrap_or_default() {
            cells += record.len();
        }
        cells
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn rolling_bare_csv(bencher: Bencher<'_, '_>) {
    bare(bencher, &rolling());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn rolling_years(bencher: Bencher<'_, '_>) {
    let text = rolling();
    bencher.counter(BytesCount::new(text.len())).bench_local(|| {
        read_rolling_years(Source::new("rolling.csv", text.as_bytes())).map(|read| read.cells.len())
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn quarters_bare_csv(bencher: Bencher<'_, '_>) {
    bare(bencher, &quarters());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn quarters_of_the_home_office(bencher: Bencher<'_, '_>) {
    let text = quarters();
    bencher.counter(BytesCount::new(text.len())).bench_local(|| {
        read_quarters(Source::new("quarters.csv", text.as_bytes())).map(|read| read.cells.len())
    });
}
