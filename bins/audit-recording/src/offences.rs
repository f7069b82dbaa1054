//! Rows of the list of offences, as text.

use chrono::NaiveDate;
use crime::Offence;

/// Every row of a subcode or class.
pub fn one(code: &str, on: Option<NaiveDate>) -> Result<String, String> {
    let rows: Vec<String> = Offence::of(code).map(|offence| row(offence, on)).collect();
    if rows.is_empty() {
        return Err(format!(
            "`{code}` is neither a subcode (008/06) nor a class (8N) of the list for 2026/27"
        ));
    }
    Ok(rows.join("\n"))
}

/// One line for each row that holds all the words.
pub fn found(words: &str) -> Result<String, String> {
    let lines: Vec<String> = Offence::search(words)
        .map(|offence| {
            format!("{:<8} {:<6} {} ({})\n", offence.subcode, offence.class, offence.title, offence.act)
        })
        .collect();
    if lines.is_empty() {
        Err(format!("no offence of the list for 2026/27 holds the words `{words}`"))
    } else {
        Ok(lines.concat())
    }
}

fn row(offence: &Offence, on: Option<NaiveDate>) -> String {
    let Offence { class, class_title, subcode, title, act, group, subgroup, max_sentence, .. } = offence;
    let or =
        |text: &str| if text.is_empty() { "not printed in the list".to_owned() } else { text.to_owned() };
    let mut lines = vec![
        format!("{subcode}  {title}"),
        format!("  class           {class}, {class_title}"),
        format!(
            "  group           {group}{}",
            if subgroup.is_empty() { String::new() } else { format!(", {subgroup}") }
        ),
        format!("  Act             {act}"),
        format!("  against         {}", offence.against),
        format!("  counted         {}", or(&offence.counting_unit)),
        format!("  tried           {}; longest sentence {max_sentence}", offence.mode),
        format!("  first day       {}", or(&offence.valid_from)),
        format!("  ceased          {}", or(&offence.valid_to)),
    ];
    if let Some(day) = on {
        let answer = match offence.in_force(day).value() {
            Some(true) => "yes",
            Some(false) => "no",
            None => "not known: the list for 2026/27 does not say",
        };
        lines.push(format!("  in force on {day}: {answer}"));
    }
    lines.join("\n") + "\n"
}
