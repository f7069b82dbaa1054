//! A threat to kill that is sent as a message.

use crime::{Subject, Why};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    verdict::{Case, Classified},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("threat-to-kill-or-message"),
    title: "Threat to kill or threatening message",
    says: "A threat of death that is sent as a message and meant to be feared makes out both offences; it is more likely a malicious communication, and how grave it is may speak for the threat to kill, which carries the longer sentence.",
    basis: edition::rules("page 38, last sentence of Threats to kill, and page 61, Note"),
    in_force: edition::HELD,
    exemplar: "a text message 'I will kill you', meant to be feared, recorded as a threat to kill with no word on its gravity",
    mend: "record 8R 005/28, or have it ruled that the gravity of the allegation calls for 3B",
};

/// The question on which the registrar may rule.
const QUESTION: &str = "threat-to-kill-or-message";

/// Which of the two is recorded: the malicious communication, unless it is ruled that the gravity calls for the threat to kill.
///
/// # Errors
///
/// [`Missing`] if there is a ruling that names neither.
pub(crate) fn choose(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Classified, Missing> {
    ask.begin(&RULE, case.of);
    match ask.ruling(QUESTION).map(|ruling| ruling.answer.trim()) {
        None => {
            ask.follows("either could be recorded; made by a message it is, the text says, more likely 8R, and nothing else is ruled");
            Ok(Classified::new("8R", "005/28", &RULE))
        }
        Some("8R" | "005/28" | "8R 005/28") => {
            ask.follows("ruled to be a malicious communication");
            Ok(Classified::new("8R", "005/28", &RULE))
        }
        Some("3B" | "003/01" | "3B 003/01") => {
            ask.follows("ruled to be so grave that it is a threat to kill");
            Ok(Classified::new("3B", "003/01", &RULE))
        }
        Some(_) => {
            Err(ask.missing(Subject::Report, QUESTION, Why::NoRuling).between(["8R 005/28", "3B 003/01"]))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/threat-to-kill-or-message.toml"), classified);
    }
}
