//! Chores of the workspace. Run without arguments for the list.

use std::{fs, io, path::Path, process::ExitCode};

use xtask::{
    bench, bench_compare, bench_decide, bench_draw, bench_forces, bench_removals, checks, coverage,
    forces_example, mutants, new_rule, pages, published, rooms, studies, synthetic_removals,
};

const USAGE: &str = "\
cargo xtask CHORE

  check              the tests, formatting, clippy and documentation, each once, as CI runs them
  bench              how long the commands take, in release: on the example paper, and on a million invented reports
  bench compare      `compare` on five million invented crimes, beside DuckDB if Python has it; it needs 4 GB of disk
  bench draw         `plan` and `sample` on ten million invented records, beside DuckDB if Python has it; it needs 1 GB of disk
  bench forces       every report and chart of 43 forces on invented figures, beside NumPy and SciPy, and controlchartspy, if Python has them
  bench removals [ROWS]
                     `check-no-crimes` on a million invented removals (or as many as are said), beside Polars if Python has it; what is
                     made is kept in target/bench/removals
  truth              a million invented reports compared, and what is found held against what was planted
  bench peers        the recording flow chart in another engine beside ours; it takes minutes to build
  coverage           how often the intervals cover: make docs/studies/coverage-of-intervals.md, in release; some minutes
  mutants [K/N]      change one thing at a time in the rules (or in part K of N) and see whether a case notices; it takes hours
  docs               make docs/rules/, docs/folder.md, docs/compare.md, docs/score.md, docs/report.md, docs/schema/ and docs/cases-not-yet.md
  synthetic-claims   make the invented register of docs/examples/synthetic-claims from its seed
  synthetic-audit    make the invented reports of docs/examples/synthetic-audit from their seed
  synthetic-removals make the invented removals of docs/examples/synthetic-removals from their seed
  synthetic-removals FOLDER [--seed N] [--count N | --stress ROWS]
                     make an invented year of removals, or as many as are said, with their truth beside them
  forces-example OFFICIAL
                     make the tables of docs/examples/forces-2003-2018 from the folder of official files
  new-rule ROOM ID   write the first draft of a rule and of its cases
";

#[expect(clippy::print_stderr, clippy::print_stdout, reason = "a chore speaks to the person who runs it")]
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["check"] => checks::run(|line| eprintln!("{line}")),
        ["bench"] => bench::run(top(), |line| println!("{line}"))
            .and_then(|()| bench_decide::run(top(), |line| println!("{line}"))),
        ["bench", "compare"] => bench_compare::run(top(), |line| println!("{line}")),
        ["bench", "draw"] => bench_draw::run(top(), |line| println!("{line}")),
        ["bench", "forces"] => bench_forces::run(top(), |line| println!("{line}")),
        ["bench", "removals"] => bench_removals::run(top(), bench_removals::ROWS, |line| println!("{line}")),
        ["bench", "removals", rows] => rows
            .parse()
            .map_err(|_| format!("`{rows}` is no number of rows"))
            .and_then(|rows| bench_removals::run(top(), rows, |line| println!("{line}"))),
        ["truth"] => bench_compare::truth(top(), |line| println!("{line}")),
        ["bench", "peers"] => bench_decide::peers(top()),
        ["coverage"] => coverage::run(top(), |line| println!("{line}")),
        ["mutants"] => mutants::run(top(), None, |line| println!("{line}")),
        ["mutants", shard] => mutants::run(top(), Some(shard), |line| println!("{line}")),
        ["docs"] => docs().map_err(|error| error.to_string()),
        ["synthetic-claims"] => synthetic_claims().map_err(|error| error.to_string()),
        ["synthetic-audit"] => synthetic_audit().map_err(|error| error.to_string()),
        ["synthetic-removals"] => {
            synthetic_removals::example(&top().join("docs/examples/synthetic-removals"))
        }
        ["synthetic-removals", folder, options @ ..] => synthetic_removals::run(Path::new(folder), options),
        ["forces-example", official] => forces_example::run(top(), Path::new(official)),
        ["new-rule", room, id] => new_rule::draft(room, id).and_then(|files| write_new(&files)),
        _ => {
            println!("{USAGE}");
            return ExitCode::from(if words.is_empty() { 0 } else { 2 });
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

fn top() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn docs() -> io::Result<()> {
    let cases: Vec<(String, String)> = rooms::rules()
        .iter()
        .map(|(room, rule)| format!("crates/{room}/cases/{}.toml", rule.id))
        .chain(
            published::FILES
                .iter()
                .chain([&published::PRESUMED, &published::SECOND])
                .map(|name| format!("{}/{name}", published::FOLDER)),
        )
        .chain([studies::DATA.to_owned()])
        .filter_map(|path| fs::read_to_string(top().join(&path)).ok().map(|text| (path, text)))
        .collect();
    let find = |path: &str| cases.iter().find(|(known, _)| known == path).map(|(_, text)| text.as_str());
    let pages = pages::generate(find);
    let rules = top().join("docs/rules");
    fs::create_dir_all(&rules)?;
    for entry in fs::read_dir(&rules)? {
        let path = entry?.path();
        let name =
            path.file_name().map(|name| format!("docs/rules/{}", name.to_string_lossy())).unwrap_or_default();
        if !pages.contains_key(&name) {
            fs::remove_file(path)?;
        }
    }
    for (path, page) in pages {
        let path = top().join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, page)?;
    }
    Ok(())
}

fn write_new(files: &[(String, String)]) -> Result<(), String> {
    for (path, _) in files {
        if top().join(path).exists() {
            return Err(format!("{path} is there already"));
        }
    }
    for (path, text) in files {
        fs::write(top().join(path), text).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(())
}

fn synthetic_claims() -> io::Result<()> {
    let folder = top().join("docs/examples/synthetic-claims/legal");
    let claims = synthetic::claims(synthetic::EXAMPLE_SEED);
    fs::write(folder.join("claims.csv"), claims.register_csv)?;
    fs::write(folder.join("claims.toml"), claims.settings_toml)?;
    fs::write(folder.join("shares.csv"), claims.shares_csv)
}

fn synthetic_audit() -> io::Result<()> {
    let folder = top().join("docs/examples/synthetic-audit");
    let audit = synthetic::audit(synthetic::AUDIT_SEED, synthetic::AUDIT_REPORTS);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("truth.csv"), audit.truth_csv())?;
    fs::write(folder.join("reports.csv"), audit.frame_csv)?;
    fs::write(folder.join("due.csv"), audit.due_csv)?;
    fs::write(folder.join("crimes.csv"), audit.recorded_csv)
}
