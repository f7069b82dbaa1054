//! The only library with a door: opens inputs, writes outputs whole or not at all.
//!
//! * [`folder::open`] reads a folder of inputs into memory, with limits, and names everything it cannot use at once.
//! * [`output::write`] writes a set of files and swaps it in: at no instant does a half-written set stand under the
//!   target's name.
//! * [`manifest::Manifest`] says what a set was made from; [`verify::verify`] says what was changed since.
//! * [`lines::answer`] works on a stream of any length in memory that does not grow; [`new_file::NewFile`] is a file that stands
//!   under its name only when it is whole.
//! * [`extract`] reads large files in parts, [`spill::Spill`] divides what memory does not hold, [`output::Draft`] writes a set that is too
//!   large for it, [`progress::told`] says how far a run has come.
//! * [`extracts::ready`] makes a workbook, a Parquet file or a table with columns of its own into CSV first; [`repeated`] finds keys that
//!   stand twice, [`findings::Findings`] are written as they come, [`target::replace`] says what of an earlier run may be replaced.
//! * [`exit`] chooses the exit code of a command, [`stdout::print`] takes a closed pipe for what it is,
//!   [`stderr::say`] tells what does not belong into the output.
//!
//! ```
//! use batch::{folder, manifest::Manifest, output::{self, OutputFile, OutputSet, Replace}, verify};
//!
//! # let home = std::env::temp_dir().join(format!("registrar-doc-{}", std::process::id()));
//! # std::fs::create_dir_all(home.join("force"))?;
//! # std::fs::write(home.join("force/units.csv"), "unit\nDudley\n")?;
//! let inputs = folder::open(&home.join("force"), folder::Limits::default())?;
//!
//! let mut manifest = Manifest::new("compose-paper", "0.1.0", rulebook::day(2014, 7, 1));
//! manifest.inputs = inputs.inputs();
//! let set = OutputSet { manifest, files: vec![OutputFile::open_to_all("paper.md", "# Paper\n")] };
//!
//! output::write(&home.join("paper"), &set, Replace::Never)?;
//! assert_eq!(verify::verify(&home.join("paper"))?, []);
//!
//! // The second run would replace the first: it needs to be told so.
//! assert!(output::write(&home.join("paper"), &set, Replace::Never).is_err());
//! output::write(&home.join("paper"), &set, Replace::Ours)?;
//! # std::fs::remove_dir_all(home)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Files are touched here and in the commands, nowhere else; the clock and the environment are not asked, and only a
//! command ends the program. The crate is for Unix systems.

mod digest;
pub mod exit;
pub mod extract;
pub mod extracts;
pub mod findings;
pub mod folder;
pub mod in_turn;
pub mod lines;
mod listing;
mod lock;
pub mod manifest;
mod name;
mod neighbours;
pub mod new_file;
pub mod output;
pub mod progress;
pub mod repeated;
mod set;
pub mod spill;
mod standing;
pub mod stderr;
pub mod stdout;
mod swap;
pub mod target;
pub mod verify;

#[cfg(test)]
mod scratch;
