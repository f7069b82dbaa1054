//! Two tables that differ everywhere and to one side count different things.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use super::agrees_with_reference::percent;
use crate::{Beside, Compared, Off};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("differs-by-definition"),
    title: "Differs by definition",
    says: "Where every value of a table is off its reference, all to the same side, and no slip of a single stroke explains one, \
           the two count different things or were taken on different days; it is not called a slip.",
    basis: Basis::Reasoned {
        why: "slips of copying are rare and go both ways; what is left out, or recorded later, moves all values one way",
    },
    in_force: InForce::Always,
    exemplar: "three forces, each between 1% and 3% below the official total",
    mend: "find out what each of the two counts and on which day it was taken; print the definition beside the number",
};

/// The fewest values of which it can be said. That three fall to one side by chance, each side being as likely, is 1 in 4.
pub const FEWEST: usize = 3;

/// Warns that the table as a whole differs from its reference. It says how likely chance alone would put all to one side, and not
/// which definition is behind it: that cannot be told from the numbers.
#[must_use]
pub fn check(table: &[Beside], compared: &Compared) -> Option<Finding> {
    let off = &compared.off;
    let all = compared.agree.is_empty() && compared.shifted.is_empty() && off.len() >= FEWEST;
    let below = off.iter().all(|off| off.share.is_sign_negative());
    let above = off.iter().all(|off| off.share.is_sign_positive());
    if !all || !(below || above) || off.iter().any(|off| off.slip.is_some()) {
        return None;
    }
    let least = off.iter().min_by_key(|off| off.share.abs())?;
    let most = off.iter().max_by_key(|off| off.share.abs())?;
    let each: Vec<String> = off.iter().filter_map(|off| one(table, off)).collect();
    let chance = match u32::try_from(off.len() - 1).ok().and_then(|n| 2_u64.checked_pow(n)) {
        Some(n) => format!("1 in {n}"),
        None => "next to nothing".to_owned(),
    };
    let sentence = format!(
        "all {} values are {} the reference, by {}% to {}% ({}), and no slip of a single stroke explains one: the two count \
         different things or were taken on different days (were each side as likely, all to one side would be {chance})",
        off.len(),
        if below { "below" } else { "above" },
        percent(least).trim_start_matches(['−', '+']),
        percent(most).trim_start_matches(['−', '+']),
        each.join(", ")
    );
    let first = table.get(off.first()?.row)?;
    let place = rulebook::Place { row: None, ..first.place.clone() };
    Some(
        Finding::new(&RULE, Severity::Warning, &place.file, Some(place.clone()), sentence)
            .with("values", off.len()),
    )
}

fn one(table: &[Beside], off: &Off) -> Option<String> {
    let row = table.get(off.row)?;
    Some(format!("{} {} against {}", row.name, row.printed, row.reference?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{in_words, reference_case::Columns};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/differs-by-definition.toml"), |facts: &Columns| {
            let (table, compared, _) = facts.compared();
            in_words(check(&table, &compared))
        });
    }
}
