//! How large a share of recorded crimes did each force strike out as "no crime", and does the published table agree
//! with itself?
//!
//! Start at [`read`] and [`examine`]; the checks are in [`rules`], one module each. [`repairs`] lists every single cell
//! whose change would mend a row, and [`Slip`] says what kind of slip it would have been.
//!
//! ```
//! use msf_benchmark::{Inputs, examine, read};
//! use rulebook::Rounding;
//! use table::Source;
//!
//! // 52,480 − 1,260 is 51,220: two digits of 51,220 stand in each other's place.
//! let table = "force,initially_recorded,no_crimes,recorded,printed_percent\n\
//!     Kent Police,52480,1260,52120,2%\n\
//!     Sussex Police,40000,1200,38800,3%\n";
//! let no_crimes = Some(Source::new("benchmark/no_crimes.csv", table.as_bytes()));
//! let facts = read(&Inputs { no_crimes, ..Inputs::default() }).map_err(|errors| format!("{errors:?}"))?;
//! let answer = examine(&facts, Rounding::nearest(1));
//! let figure = |id: &str| answer.figures.iter().find(|f| f.id.as_str() == id).unwrap().printed();
//! assert_eq!(figure("no-crimes.kent.recorded-printed"), "52,120");
//! assert_eq!(figure("no-crimes.kent.recorded"), "51,220");
//! assert_eq!(figure("no-crimes.kent.rate"), "2.4%");
//! # Ok::<(), String>(())
//! ```
//!
//! Official tables of recorded crime are read by [`read_official`] into a [`Published`], with what is wrong with them; [`Totals`] adds them up, and
//! [`rules::releases_disagree`] holds two of them against each other.
//!
//! What is compared is data: [`Groups`] and [`Populations`] are read from tables, [`Measure`]s from TOML, and [`known_breaks`] says from
//! which days figures do not compare. [`series`] makes of published tables the numerator and base of each force and period. Of any
//! table, [`equations`] asks whether it agrees with itself and [`against_reference`] whether it agrees with another.
//!
//! [`assess`] holds one force beside the others, its peers and its own past, measure by measure. This crate reads no file, no clock and no environment.

mod among_few;
mod any_table;
mod assess;
mod benchmark;
mod breaks;
mod derived;
mod examine;
mod figures;
mod group;
mod headline;
mod identity;
mod lookup;
mod measure;
mod no_crimes;
mod official;
mod official_totals;
mod partnerships;
mod peer_average;
mod periods;
mod population;
mod published;
mod read;
mod reconcile;
mod reference;
mod repair;
pub mod rules;
mod series;
mod slip;
mod totals;
mod windows;

pub use {
    among_few::AmongFew,
    any_table::{AnyRow, AnyTable, AnyTableError, Named, beside},
    assess::{
        Along, Asked, AssessError, Assessment, Between, Charted, Curve, Draws, ForceFigure, ForceRate,
        FunnelOf, MeasureFigures, NoChart, NoFunnel, OfMeasure, Peers, PeersOf, Placed, RankOf, Role,
        Sentences, Unranked, assess,
    },
    benchmark::{Benchmark, BenchmarkFile},
    breaks::{
        AcrossBreaks, BREAKS, Break, BreakRow, Confidence, KNOWN_BREAKS, Kind, Stretch, Subject,
        breaks_between, is_fraud, known_breaks, read_breaks, stretches, stretches_between,
    },
    derived::{DERIVED, derived_quarters},
    examine::{Answer, examine},
    figures::ForceFigures,
    group::{GROUP_OF_2014, GROUPS, Group, GroupRow, Groups, Membership, read_groups},
    headline::{TOTAL, headline},
    identity::{
        CellAt, CellRepair, DECLARATION, Declaration, DeclarationError, Equation, Grid, GridRow, Identity,
        Sign, Standing, Terms, cell_repairs, equations, leading_repairs,
    },
    lookup::{CellRef, Found, Lookup},
    measure::{
        Across, BeginAnew, Better, Charting, Denominator, Fraud, Freeze, IfAbsent, MEASURES, Measure,
        MeasureError, MeasureFault, Numerator, read_measures,
    },
    no_crimes::{ForceCounts, NO_CRIMES, PrintedRow},
    official::{
        Lines, OfficialError, RECORDED_CRIME, read_long, read_official, read_printed, read_quarters,
        read_rolling_years, read_severity,
    },
    official_totals::{HeldAgainst, OFFICIAL_TOTALS, OfficialRow, OfficialTotal},
    partnerships::{PartnershipError, PartnershipShare, Partnerships, partnerships},
    peer_average::{Average, FocalForce, LeftOut, PeerAverage, Share, left_out_of_centres, peer_averages},
    periods::{Length, NoPeriods, Periods, periods},
    population::{
        BaseOf, Counted, MidYear, NoBase, POPULATIONS, Population, PopulationRow, Populations, Year,
        read_populations,
    },
    published::{Absence, Area, CellValue, Class, Published, PublishedCell, RowsRead, Unit},
    read::{BENCHMARK_FILE, FILES, Facts, Inputs, LAYOUTS, printed_shares, read},
    reconcile::{InUse, Reconciled},
    reference::{Beside, Compared, FEWEST_SHIFTED, Off, Shift, Tolerance, against_reference},
    repair::{Cell, PercentFit, Repair, leading, repairs},
    series::{Bases, Observed, Point, Series, Why, series},
    slip::Slip,
    totals::Totals,
    windows::{DerivedQuarters, Quarter, YearEnding, non_overlapping, quarters_from_rolling},
};

/// The example of the README, so that it is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
