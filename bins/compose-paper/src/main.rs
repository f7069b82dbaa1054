//! One command turns a force's folder into the board paper.

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use batch::{exit::Exit, stdout};
use clap::Parser as _;

mod arguments;
mod ask;
mod failure;
mod run;
mod summary;

use arguments::{Arguments, Verb};
use failure::Failure;

fn main() -> ExitCode {
    let done = done(&Arguments::parse());
    done.unwrap_or_else(|failure| {
        for line in failure.lines() {
            // Nobody may be listening any more; the exit code says it all the same.
            let _ = writeln!(io::stderr(), "error: {}", stdout::harmless(line));
        }
        Exit::CouldNot
    })
    .into()
}

fn done(arguments: &Arguments) -> Result<Exit, Failure> {
    match &arguments.verb {
        None => run::write(&arguments.paper),
        Some(Verb::Check(check)) => run::check(check),
        Some(Verb::Figures(check)) => run::figures(check),
        Some(Verb::Verify { folder }) => run::verify(folder),
        Some(Verb::Rules) => ask::rules(),
        Some(Verb::Explain { rule }) => ask::explain(rule),
        Some(Verb::Template { what }) => ask::template(what),
        Some(Verb::Schema { what }) => ask::schema(what),
    }
}
