//! The table of break-ins by premises and status of habitation.

use crime::conduct::{Entry, Habitation};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("break-ins-by-premises"),
    title: "Break-ins to various types of premises",
    says: "A house or flat, and a room in a hostel or home, is a home whoever uses it or nobody; a hotel room or holiday home is one while somebody lives in it for long, else business; a caravan or cruising boat likewise, and vacant it is not burgled: that is other theft.",
    basis: edition::rules(
        "page 75, Break-ins to various types of premises (two footnote marks in it have no footnote)",
    ),
    in_force: edition::HELD,
    exemplar: "a vacant caravan is broken into and a television is taken, recorded as residential burglary",
    mend: "take the class from the table, by premises and by status of habitation",
};

/// A row of the printed table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// House, self-contained flat, houseboat.
    House,
    /// Room in a hostel, nursing home, children's home, hall of residence.
    Hostel,
    /// Room in a hotel, holiday home, chalet.
    Hotel,
    /// Caravan, holiday cruising boat.
    Caravan,
}

/// What the table prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// Residential burglary of a home, 28I.
    Home,
    /// Burglary, business and community, 30C.
    Business,
    /// Other theft, 49.
    OtherTheft,
}

use Habitation::{LongStay, Owner, ShortStay, VacantHabitable, VacantNotHabitable};
use Printed::{Business, Home, OtherTheft};

/// The table as printed: row, status of habitation, class.
pub const TABLE: [(Row, Habitation, Printed); 20] = [
    (Row::House, Owner, Home),
    (Row::House, LongStay, Home),
    (Row::House, ShortStay, Home),
    (Row::House, VacantHabitable, Home),
    (Row::House, VacantNotHabitable, Home),
    (Row::Hostel, Owner, Home),
    (Row::Hostel, LongStay, Home),
    (Row::Hostel, ShortStay, Home),
    (Row::Hostel, VacantHabitable, Home),
    (Row::Hostel, VacantNotHabitable, Home),
    (Row::Hotel, Owner, Home),
    (Row::Hotel, LongStay, Home),
    (Row::Hotel, ShortStay, Business),
    (Row::Hotel, VacantHabitable, Business),
    (Row::Hotel, VacantNotHabitable, Business),
    (Row::Caravan, Owner, Home),
    (Row::Caravan, LongStay, Home),
    (Row::Caravan, ShortStay, Business),
    (Row::Caravan, VacantHabitable, OtherTheft),
    (Row::Caravan, VacantNotHabitable, OtherTheft),
];

/// What the table prints for premises. The status is asked only where it makes a difference.
///
/// # Errors
///
/// [`Missing`], naming the status of habitation.
pub fn printed(row: Row, entry: &Entry, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Printed, Missing> {
    ask.begin(&RULE, case.of);
    let printed = match row {
        Row::House | Row::Hostel => Printed::Home,
        Row::Hotel | Row::Caravan => {
            let habitation =
                ask.which(case.of, "what.entry.habitation", &entry.habitation).map_err(|missing| {
                    missing.between(
                        if row == Row::Hotel { ["28I", "30C"].as_slice() } else { &["28I", "30C", "49"] }
                            .iter()
                            .copied(),
                    )
                })?;
            TABLE
                .iter()
                .find(|(of, status, _)| *of == row && *status == habitation)
                .map(|(_, _, printed)| *printed)
                .ok_or_else(|| ask.missing(case.of, "what.entry.habitation", crime::Why::TextSilent))?
        }
    };
    ask.follows(match printed {
        Printed::Home => "the table prints residential burglary of a home",
        Printed::Business => "the table prints burglary, business and community",
        Printed::OtherTheft => "the table prints other theft, for a vacant caravan or boat is not burgled",
    });
    Ok(printed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/break-ins-by-premises.toml"), classified);
    }

    #[test]
    fn rows_in_which_the_status_is_not_asked_print_one_class() {
        let home = |row: Row| {
            TABLE.iter().filter(|(of, _, _)| *of == row).all(|(_, _, printed)| *printed == Printed::Home)
        };
        assert!(home(Row::House) && home(Row::Hostel) && !home(Row::Hotel) && !home(Row::Caravan));
    }

    #[test]
    fn every_place_of_the_table_is_there_once() {
        for (at, (row, status, _)) in TABLE.iter().enumerate() {
            assert!(
                !TABLE[at + 1..]
                    .iter()
                    .any(|(other, other_status, _)| other == row && other_status == status)
            );
        }
    }
}
