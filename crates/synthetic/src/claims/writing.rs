//! The claims as they are written: shuffled, numbered, with the truth of each line.

use std::{collections::BTreeMap, fmt::Write as _};

use super::{
    Claims, Counted, TrueClaim,
    making::{FORCES, Register, Relation, Row},
};

const SETTINGS: &str = "# Synthetic: invented like the register beside it.\n\
    stay_ordered_by = \"Synthetic President of the Tribunals\"\n\
    stay_from = \"2013-03-01\"\n\
    stay_scope = \"all claims in this synthetic register but those marked as proceeding or withdrawn\"\n\
    pool = \"412345.67\"\n";

/// The rows in an order drawn at random, with the truth of each.
pub(super) fn written(mut register: Register) -> Claims {
    let mut order: Vec<usize> = (0..register.rows.len()).collect();
    register.draw.shuffle(&mut order);
    let mut lines: BTreeMap<usize, u64> = order.iter().copied().zip(2..).collect();
    for (made, row) in register.rows.iter().enumerate() {
        // Of two rows that are the same in everything, the one that stands first is the one that is counted.
        if let Relation::Repeats { of, kind: "relodged unchanged" } = row.relation
            && let (Some(counted), Some(copy)) = (lines.get(&of).copied(), lines.get(&made).copied())
            && copy < counted
        {
            lines.insert(of, copy);
            lines.insert(made, counted);
        }
    }
    let made_on: BTreeMap<u64, usize> = lines.iter().map(|(made, line)| (*line, *made)).collect();
    let line_of = |made: usize| lines.get(&made).copied().unwrap_or_default();

    let mut register_csv = String::from(
        "synthetic,claim,claimant,date_of_birth,warrant_number,respondent,act_date,presented,head,multiple,state,note\n",
    );
    let mut truth = Vec::new();
    let mut weights: BTreeMap<&str, u64> = FORCES.into_iter().map(|force| (force, 0)).collect();
    for (line, made) in made_on {
        let Some(row) = register.rows.get(made) else { continue };
        let counted = match row.relation {
            Relation::Own => Counted::Distinct,
            Relation::Repeats { of, kind } => Counted::Duplicate { of: line_of(of), kind },
            Relation::Unclear { against } => Counted::Undecided { against: line_of(against) },
        };
        if counted == Counted::Distinct {
            *weights.entry(row.respondent).or_default() += 1;
        }
        let number = line - 1;
        let Row { claimant, birth, warrant, respondent, act, presented, head, multiple, state, .. } = row;
        // Writing to a String cannot fail.
        let _ = writeln!(
            register_csv,
            "yes,SYN/{number:04},{claimant},{birth},{warrant},{respondent},{act},{presented},{head},{multiple},{state},"
        );
        truth.push(TrueClaim {
            line,
            counted,
            last_day: row.last_day,
            presented: row.presented,
            state: row.state,
        });
    }
    let mut shares_csv = String::from("synthetic,force,basis,weight\n");
    for (force, weight) in weights {
        let _ = writeln!(shares_csv, "yes,{force},distinct claims in the synthetic register,{weight}");
    }
    Claims { register_csv, shares_csv, settings_toml: SETTINGS.to_owned(), truth }
}
