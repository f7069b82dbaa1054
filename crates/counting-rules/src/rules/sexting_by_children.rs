//! Children who take or send indecent images of themselves.

use crime::conduct::Image;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, Verdict, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("sexting-by-children"),
    title: "86 Sexting",
    says: "A child who willingly takes and sends an indecent image of itself is recorded under class 86, although prosecution is advised against; a child who was coerced, bullied, exploited, groomed or otherwise forced into it is not, and a crime recorded before that comes to light is cancelled.",
    basis: edition::rules("page 66, 86 Sexting and Obscene Publications; subcode from page 70"),
    in_force: edition::HELD,
    exemplar: "a girl of 14 is blackmailed into sending a picture of herself, and a crime is recorded against her",
    mend: "do not record it against the child; record what was done to her",
};

/// Classes an indecent image that a child took or sent of itself. Where it is not known whether the child was forced, it is recorded:
/// the text cancels it when that comes to light.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming whether the child was forced.
pub fn classify(image: &Image, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if ask.fact(case.of, "what.image.forced", image.forced)? == Some(true) {
        ask.follows("the child was forced into it: no crime against the child");
        return Ok(Verdict::NotRecorded {
            class: "86",
            subcode: "086/02",
            because: "the child was unduly forced to send the image".into(),
            by: &RULE,
        });
    }
    ask.follows("it is not shown that the child was forced: recorded");
    crime("86", "086/02", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/sexting-by-children.toml"), classified);
    }
}
