//! One command turns a force's folder into the board paper.

use std::process::ExitCode;

use batch::exit::Exit;
use clap::Parser as _;

mod arguments;
mod ask;
mod failure;
mod run;
mod summary;

use arguments::{Arguments, Verb};
use failure::Failure;

#[expect(clippy::print_stderr, reason = "the lines that reach the user when there is no paper")]
fn main() -> ExitCode {
    let done = done(&Arguments::parse());
    done.unwrap_or_else(|failure| {
        for line in failure.lines() {
            eprintln!("error: {line}");
        }
        Exit::CouldNot
    })
    .into()
}

fn done(arguments: &Arguments) -> Result<Exit, Failure> {
    match &arguments.verb {
        None => run::write(&arguments.paper),
        Some(Verb::Check(check)) => run::check(check),
        Some(Verb::Verify { folder }) => run::verify(folder),
        Some(Verb::Rules) => ask::rules(),
        Some(Verb::Explain { rule }) => ask::explain(rule),
        Some(Verb::Template { what }) => ask::template(what),
        Some(Verb::Schema { what }) => ask::schema(what),
    }
}
