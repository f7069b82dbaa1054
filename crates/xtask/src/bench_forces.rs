//! How long it takes to make every report of every force on invented figures, beside Python doing the same in the same run.

use std::{
    collections::{HashMap, HashSet},
    fmt::Write as _,
    fs,
    path::Path,
    process::Command,
    thread,
};

use crime::Force;

use crate::{
    forces_example,
    timed::{self, Done},
};

/// The classes of the full list of the Home Office in 2017/18 and those of headlines, each of which gets a measure.
const CLASSES: usize = 152;

/// The years to March: 2002/03 to 2017/18.
const YEARS: std::ops::Range<u16> = 2002..2018;

/// The years that are divided into quarters as well.
const QUARTERED: std::ops::Range<u16> = 2006..2018;

/// Each is run so often, in turn; the time in the middle is told.
const RUNS: usize = 3;

/// The one class in so many that the slow peer is asked about.
const EVERY: usize = 19;

/// So many times as many are all.
const PARTS: f64 = 19.0;

/// Draws of all forces for the ranks.
const DRAWS: &str = "10000";

/// Makes the figures, every report of them, and has Python make the same (`pip install numpy pandas scipy controlchartspy`; `PYTHON` names
/// another interpreter). Where Python has done it, what both worked out is held against each other.
///
/// # Errors
///
/// If the program does not build or does not run, or the disk is full.
pub fn run(top: &Path, mut say: impl FnMut(&str)) -> Result<(), String> {
    let folder = top.join("target/bench/forces");
    write(top, &folder).map_err(|error| error.to_string())?;
    let periods = YEARS.count() + QUARTERED.count() * 4;
    let places = Force::all().count() * CLASSES * periods;
    let charts = Force::all().count() * CLASSES * 2;
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    say(&format!(
        "{places} reports (a force, a measure, a period: rate, exact interval, place in the funnel with its dispersion) and {charts} charts \
         with signals, on {cores} cores, {RUNS} runs of each in turn"
    ));
    built(top)?;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/bench_forces.py");
    let words = ["data.csv", "population.csv", "measures.toml", "ours.csv"];
    let (mut ours, mut peer): (Vec<Done>, Vec<Done>) = Default::default();
    for _ in 0..RUNS {
        peer.extend(timed::python(&folder, script, &["arrays", "data.csv", "population.csv", "peer.csv"]));
        ours.push(timed::command(top, PROGRAM, &folder, &words)?);
    }
    say(&timed::told("ours: files read, every report and chart written", &ours));
    let middle = timed::median(&ours);
    say(&format!("  in the middle {middle:.2} s"));
    let ranked = timed::command(top, PROGRAM, &folder, &[&words[..3], &["ranks.csv", DRAWS]].concat())?;
    say(&format!(
        "ranks of the last year, {CLASSES} measures, {DRAWS} draws each, files read: {:.2} s",
        ranked.seconds
    ));
    if peer.is_empty() {
        say(
            "NumPy and SciPy are not there: `pip install numpy pandas scipy`, or name an interpreter that has them with PYTHON",
        );
        return Ok(());
    }
    say(&timed::told("NumPy and SciPy, the same in whole arrays", &peer));
    say(&format!("beside it: {:.2} times as long", middle / timed::median(&peer)));
    say(&agreement(&folder)?);
    let every = EVERY.to_string();
    match timed::python(&folder, script, &["charts", "data.csv", "population.csv", &every]) {
        Some(done) => say(&format!(
            "controlchartspy, one class in {EVERY}, limits only: {:.1} s; the whole would take {:.0} times as long as ours",
            done.seconds,
            done.seconds * PARTS / middle
        )),
        None => say("controlchartspy is not there: `pip install controlchartspy`"),
    }
    Ok(())
}

/// Where the program lies below `target/release`.
const PROGRAM: &str = "examples/every_report";

fn built(top: &Path) -> Result<(), String> {
    let words = ["build", "--release", "--locked", "--package", "msf-benchmark", "--example", "every_report"];
    let status = Command::new("cargo").args(words).current_dir(top).status();
    if status.is_ok_and(|status| status.success()) {
        Ok(())
    } else {
        Err("every_report does not build".to_owned())
    }
}

/// How far the reports of both are apart, row by row.
fn agreement(folder: &Path) -> Result<String, String> {
    let read = |name: &str| fs::read_to_string(folder.join(name)).map_err(|error| format!("{name}: {error}"));
    let (ours, peer) = (read("ours.csv")?, read("peer.csv")?);
    let (mut rows, mut worst, mut standing) = (0_u64, 0.0_f64, 0_u64);
    let mut theirs = peer.lines();
    for line in ours.lines().filter(|line| !line.contains(",along ")) {
        let other = theirs.next().ok_or("Python has fewer rows")?;
        let (own, other): (Vec<&str>, Vec<&str>) = (line.split(',').collect(), other.split(',').collect());
        if own.get(..3) != other.get(..3) {
            return Err(format!("`{line}` stands beside `{}`", other.join(",")));
        }
        standing += u64::from(own.last() != other.last());
        for (one, two) in own.iter().zip(&other).skip(3).take(6) {
            let (Ok(one), Ok(two)) = (one.parse::<f64>(), two.parse::<f64>()) else { continue };
            worst = worst.max((one - two).abs() / two.abs().max(1e-12));
        }
        rows += 1;
    }
    let charts = read("peer-charts.csv")?;
    let theirs: HashSet<&str> = charts.lines().collect();
    let of_chart = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let [measure, force, along, _, _, _, signals, ..] = cells.as_slice() else { return None };
        Some(format!("{measure},{force},{},{signals}", along.strip_prefix("along ")?))
    };
    let own: Vec<String> = ours.lines().filter_map(of_chart).collect();
    let other = own.iter().filter(|chart| !theirs.contains(chart.as_str())).count();
    Ok(format!(
        "of {} reports rates, intervals, dispersion and limits are apart by {worst:.1e} at most, and {standing} stand on another side; of {} \
         charts {other} have another number of signals",
        rows - 1,
        own.len()
    ))
}

/// Writes invented figures about real populations.
fn write(top: &Path, folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let populations = fs::read_to_string(top.join(forces_example::FOLDER).join("population.csv"))?;
    let mut people = HashMap::new();
    for line in populations.lines().skip(1) {
        let mut cells = line.split(',');
        if let (Some(force), Some(year), Some(count)) = (cells.next(), cells.next(), cells.next()) {
            people.insert((force, year.parse().unwrap_or(0_u16)), count.parse().unwrap_or(0.0_f64));
        }
    }
    let mut draw = Draw(2018);
    let mut data = "force,class,first,last,value\n".to_owned();
    let mut measures = String::new();
    for class in 0..CLASSES {
        let _ = writeln!(
            measures,
            "[[measure]]\nid = \"class-{class}\"\ntitle = \"Class {class}\"\n\
             numerator = {{ kind = \"classes\", classes = [\"Class {class}\"] }}\n\
             denominator = {{ kind = \"people\" }}\nmultiplier = 1000\nbetter = \"none\"\nunit = \"offences per 1,000 people\"\n"
        );
        // From one in 100,000 people to twenty in 1,000, as the classes of the list do.
        let level = 1e-5 * 2_000.0_f64.powf(draw.share());
        for force in Force::all() {
            let own = level * (0.6 + 0.8 * draw.share());
            let mut row = |first: String, last: String, people: f64, part: f64, draw: &mut Draw| {
                let count = (own * people * part * (0.9 + 0.2 * draw.share())).round();
                let _ = writeln!(data, "{},Class {class},{first},{last},{count}", force.name());
            };
            for year in YEARS {
                let people = people.get(&(force.name(), year - 1)).copied().unwrap_or(1.0);
                row(format!("{year}-04-01"), format!("{}-03-31", year + 1), people, 1.0, &mut draw);
                if QUARTERED.contains(&year) {
                    for (first, last) in [("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31")] {
                        row(format!("{year}-{first}"), format!("{year}-{last}"), people, 0.25, &mut draw);
                    }
                    let next = year + 1;
                    row(format!("{next}-01-01"), format!("{next}-03-31"), people, 0.25, &mut draw);
                }
            }
        }
    }
    fs::write(folder.join("data.csv"), data)?;
    fs::write(folder.join("measures.toml"), measures)?;
    fs::write(folder.join("population.csv"), populations)
}

/// Numbers that look drawn by lot and are the same on every run: `SplitMix64`.
struct Draw(u64);

impl Draw {
    /// From 0 to 1.
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let high = u32::try_from((mixed ^ (mixed >> 31)) >> 32).unwrap_or_default();
        f64::from(high) / f64::from(u32::MAX)
    }
}
