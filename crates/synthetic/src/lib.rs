//! Seeded, invented data with known truth, for tests and examples only.
//!
//! ```
//! let register = synthetic::claims(7);
//! assert_eq!(register.register_csv.lines().count(), 1 + 497);
//! assert!(register.register_csv.starts_with("synthetic,claim,"));
//! assert_eq!(register.truth.len(), 497);
//! ```
//!
//! Every row says that it is synthetic. Names are made of syllables, forces are called `Synthetic Force A` and so on:
//! nothing here is meant to look like a person or a force that exists. The same seed gives the same bytes.

mod audit;
mod claims;
mod dates;
mod draw;
mod force;
mod names;
pub mod removals;
mod reports;

pub use audit::{AUDIT_REPORTS, AUDIT_SEED, Audit, TrueCrime, audit};
pub use claims::{Claims, Counted, EXAMPLE_SEED, TrueClaim, claims};
pub use force::{Clean, Fault, ForceTruth, Planted, force};
pub use reports::{Held, SHARES, reports};
